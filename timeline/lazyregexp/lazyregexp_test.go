package lazyregexp

import "testing"

// TestAPatternIsCompiledOnce asks for one twice, and matches with it.
func TestAPatternIsCompiledOnce(t *testing.T) {
	number := New(`^\d+$`)
	if first, next := number(), number(); first != next {
		t.Error("it is compiled anew")
	}
	if !number().MatchString("12") || number().MatchString("1 2") {
		t.Error("it matches something else")
	}
}

// TestAPatternThatIsNotValidFailsTests has it do so without a use, which it may not have there.
func TestAPatternThatIsNotValidFailsTests(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("nobody would know")
		}
	}()
	New(`(`)
}
