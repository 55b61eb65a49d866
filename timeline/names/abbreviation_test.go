package names_test

import (
	"strings"
	"testing"

	"dateline/timeline/names"
)

func TestShortForm(t *testing.T) {
	for _, tt := range []struct {
		short, long string
		want        bool
	}{
		{"SEC", "Securities and Exchange Commission", true},
		{"S.E.C.", "Securities and Exchange Commission", true},
		{"DoD", "Department of Defense", true},
		{"NABU", "National Anti-Corruption Bureau of Ukraine", true},
		{"CENTCOM", "United States Central Command", true},
		{"USA", "United States of America", true},
		{"EU", "European Union, The", true},
		{"L4GG", "Lawyers for Good Government", true},
		{"COP26", "Conference of the Parties", false}, // one of several
		{"МЗС", "Міністерство закордонних справ", true},
		{"UN", "United Nations Security Council", false}, // the last word is missing
		{"FBI", "John Smith", false},
		{"Sec", "Securities and Exchange Commission", false}, // one capital
		{"UK", "Ministry of Defence", false},
		{"R", "Marco Rubio", false},
		{"AAAAAAAAAAAAAAAAAAAAAAAB", strings.Repeat("aaaa ", 1000), false},
	} {
		for _, name := range []string{tt.long + " (" + tt.short + ")", tt.short + " (" + tt.long + ")"} {
			short, long, ok := names.ShortForm(name)
			if ok != tt.want || ok && (short != tt.short || long != tt.long) {
				t.Errorf("%.60s: short %q, long %q, %v", name, short, long, ok)
			}
		}
	}
}

func TestSplitBracket(t *testing.T) {
	for _, tt := range []struct{ name, outside, inside string }{
		{" Rubio (US Secretary of State) ", "Rubio", "US Secretary of State"},
		{"A (b) (c)", "A (b)", "c"},
		{"Rubio", "", ""},
		{"Rubio (…)", "", ""},
		{"(Rubio)", "", ""},
		{"Rubio)", "", ""},
	} {
		outside, inside, ok := names.SplitBracket(tt.name)
		if ok != (tt.outside != "") || ok && (outside != tt.outside || inside != tt.inside) {
			t.Errorf("%q is split into %q and %q, %v", tt.name, outside, inside, ok)
		}
	}
}
