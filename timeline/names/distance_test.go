package names_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/names"
)

func TestNearest(t *testing.T) {
	keys := []string{"actor", "type", "tag", "location", "source", "status", "by"}
	actors := []string{"Andriy Yermak", "Marco Rubio", "Volodymyr Zelensky", "rubicon"}
	for _, tt := range []struct {
		word  string
		known []string
		want  []string
	}{
		{"actors", keys, []string{"actor"}},
		{"soruce", keys, []string{"source"}},
		{"stauts", keys, []string{"status"}},
		{"wholly-other", keys, nil},
		{"Rubioo", actors, []string{"Marco Rubio", "rubicon"}},
		{"Yermac", actors, []string{"Andriy Yermak"}},
		{"…", actors, nil},
	} {
		if got := names.Nearest(tt.word, tt.known, 3); !cmp.Equal(got, tt.want) {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}
