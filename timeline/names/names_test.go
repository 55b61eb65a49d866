package names

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAbbreviates(t *testing.T) {
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
		{"МЗС", "Міністерство закордонних справ", true},
		{"UN", "United Nations Security Council", false}, // the last word is missing
		{"FBI", "John Smith", false},
		{"Sec", "Securities and Exchange Commission", false}, // one capital
		{"UK", "Ministry of Defence", false},
		{"R", "Marco Rubio", false},
		{"AAAAAAAAAAAAAAAAAAAAAAAB", strings.Repeat("aaaa ", 1000), false},
	} {
		if got := abbreviates(tt.short, tt.long); got != tt.want {
			t.Errorf("%s for %s: %v", tt.short, tt.long, got)
		}
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"actor", "type", "tag", "location", "source", "status", "by"}
	names := []string{"Andriy Yermak", "Marco Rubio", "Volodymyr Zelensky", "rubicon"}
	for _, tt := range []struct {
		word  string
		known []string
		want  []string
	}{
		{"actors", keys, []string{"actor"}},
		{"soruce", keys, []string{"source"}},
		{"stauts", keys, []string{"status"}},
		{"wholly-other", keys, nil},
		{"Rubioo", names, []string{"Marco Rubio", "rubicon"}},
		{"Yermac", names, []string{"Andriy Yermak"}},
		{"…", names, nil},
	} {
		if got := Nearest(tt.word, tt.known, 3); !cmp.Equal(got, tt.want) {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}
