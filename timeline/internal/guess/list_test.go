package guess

import (
	"slices"
	"strings"
	"testing"
)

// Links and mentions stand alone, and nothing is parted within brackets.
func TestListOfMarks(t *testing.T) {
	alone := NewAlone([]string{"Bob", "Cy Day", "Ann (x, y)"})
	for text, want := range map[string]string{
		"[[Ann]], [[Bob]]":                             "[[Ann]]|[[Bob]]",
		"[[Ann]] [[Bob]]":                              "[[Ann]]|[[Bob]]",
		"[[Lee, Ann]]; [[people/Bob]]":                 "[[Lee, Ann]]|[[people/Bob]]",
		"[[Ann]], [[Bob]], and [[Cy]]":                 "[[Ann]]|[[Bob]]|[[Cy]]",
		"[Ann](https://a.org/x), [Bob](https://a.org)": "[Ann](https://a.org/x)|[Bob](https://a.org)",
		"@ann @bob":                                    "@ann|@bob",
		"@ann, @bob":                                   "@ann|@bob",
		"@ann and @bob":                                "@ann|@bob",
		"@Dan Roe, @Eve Fox":                           "@Dan Roe|@Eve Fox",
		"@Dan Roe @Eve":                                "@Dan Roe|@Eve",
		"@Dan Roe":                                     "@Dan Roe",
		"#war #peace":                                  "#war|#peace",
		"@ann, [[Bob]]":                                "@ann|[[Bob]]",
		"@ann, Bob":                                    "@ann|Bob",
		"[[Ann]], Zed Fo":                              "[[Ann]], Zed Fo",
		"@ann speaks, he says":                         "@ann speaks, he says",
		"ann@a.org, bob@a.org":                         "ann@a.org, bob@a.org",
		"Ann (x; y)":                                   "Ann (x; y)",
		"Ann (x; y)\nBob":                              "Ann (x; y)|Bob",
		"Ann (x, y), Bob":                              "Ann (x, y)|Bob",
		"Zed (x and y)":                                "Zed (x and y)",
		"Zed (x; y; Cy Day":                            "Zed (x|y|Cy Day",
		"-0#":                                          "-0#",
		"Cy;":                                          "Cy",
		" ; ;":                                         "; ;",
		"- Ann; -Bob":                                  "Ann|Bob",
		"- Zed @ home":                                 "Zed @ home",
	} {
		if got, _ := List(text, alone); !slices.Equal(got, strings.Split(want, "|")) {
			t.Errorf("%q is %q, want %s", text, got, want)
		}
	}
	if name, _ := Unlink("@Dan Roe"); name != "Dan Roe" {
		t.Errorf("@Dan Roe is %q", name)
	}
}

// Names that texts join by and stand alone where several texts do so with each of them. The name of a state is one.
func TestAddJoined(t *testing.T) {
	states := []string{
		"Bosnia", "Serbia", "Bosnia and Herzegovina", "Trinidad and Tobago", "Serbia and Montenegro", "Antigua and Barbuda",
	}
	for name, c := range map[string]struct {
		texts []string
		want  string
	}{
		"a ring":                {[]string{"Ann and Bob", "Bob and Cy", "Cy and Ann"}, "Ann|Bob"},
		"two":                   {[]string{"Ann and Bob", "Bob and Ann"}, "Ann and Bob"},
		"one with three":        {[]string{"Ann and Bob", "Ann and Cy", "Ann and Dan"}, "Ann and Bob"},
		"with some alone":       {[]string{"Ann and Bob", "Ann and Cy", "Dan and Ann", "Bob", "Cy", "Dan"}, "Ann|Bob"},
		"states":                {states, "Ann and Bob"},
		"lists with more signs": {[]string{"Ann and Bob, Cy", "Bob, Cy and Ann", "Cy and Ann; Bob"}, "Ann and Bob"},
	} {
		alone := NewAlone(c.texts)
		alone.AddJoined(c.texts)
		for _, state := range states {
			if got, _ := List(state, alone); len(got) != 1 {
				t.Errorf("%s: %s is %q", name, state, got)
			}
		}
		if got, _ := List("Ann and Bob", alone); strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %s", name, got, c.want)
		}
	}
}
