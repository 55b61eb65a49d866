package counts

import "testing"

// What a column of numbers is, by all of them.
func TestColumns(t *testing.T) {
	for _, c := range []struct {
		numbers     []string
		days, times bool // surely
	}{
		{[]string{"45543", "45544.25"}, true, false},
		{[]string{"50124"}, false, false},         // 5 January 2024
		{[]string{"50124", "45543"}, true, false}, // which the other is not
		{[]string{"45543", "12345"}, false, false},
		{[]string{"45543", "050124"}, false, false},
		{[]string{"1725811200", "1725811200.5"}, false, true},
		{[]string{"1709081430"}, false, false}, // 8 September 2017, 14:30
		{[]string{"1709081430", "1725811200"}, false, true},
		{[]string{"2024090814"}, false, false},
		{[]string{"2125551234"}, false, false}, // a telephone
		{[]string{"1725811200000"}, false, true},
		{[]string{"1725811200000", "1725811200"}, false, false},
		{[]string{"1725811200000000", "1725811200000000000"}, false, true},
		{nil, false, false},
	} {
		var seen Kinds
		for _, text := range c.numbers {
			if !IsLong(text) {
				t.Errorf("%s is not long", text)
			}
			seen |= Of(text)
		}
		if seen.AreDays() != c.days || seen.AreSurelyTimes() != c.times {
			t.Errorf("%q: days %v, times %v", c.numbers, seen.AreDays(), seen.AreSurelyTimes())
		}
	}
	for _, text := range []string{"2024", "2024.5", "", "4554x", "45543.", ".5", "-45543", "45543.5.1"} {
		if IsLong(text) {
			t.Errorf("%q is long", text)
		}
	}
}

// A number of any length is told from a moment, also one that is too short to be one, such as 20200230.
func TestShortNumbersAreNoMoments(t *testing.T) {
	for n := range "1757341800123456789" {
		text := "1757341800123456789"[:n]
		if got := IsMoment(text); got != (n >= len("1757341800")) {
			t.Errorf("%q is a moment: %t", text, got)
		}
	}
}
