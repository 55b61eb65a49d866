package fold

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFindFolded(t *testing.T) {
	for _, tt := range []struct {
		text, words string // separated by |
		want        string // what is found, separated by |
	}{
		{"Café de la Paix, CAFÉS", "caf", "Caf|CAF"},
		{"Café cafe\u0301s", "cafe", "Café|cafe\u0301"},
		{"Café Cafés", "cafe ", "Café"},
		{"of security – guarantees, security", "security guarantees |of", "of|security – guarantees"},
		{"Зустріч у Києві", "києв", "Києв"},
		{"在北京会谈", "北 京", "北京"},
		{"Yermak yermaks", "yermak|yermaks", "Yermak|yermaks"},
		{"Straße", "stras", "Straß"},
		{"nothing", "x|", ""},
		{"", "x", ""},
	} {
		var found []string
		for _, r := range Find(tt.text, strings.Split(tt.words, "|")) {
			found = append(found, tt.text[r[0]:r[1]])
		}
		if got := strings.Join(found, "|"); got != tt.want {
			t.Errorf("FindFolded(%q, %q) = %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
}

func TestFindFoldedStaysInText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), prose()).Draw(t, "text")
		words := []string{rapid.SampledFrom([]string{"a", "aze", "z ", "习", "й"}).Draw(t, "word"), Fold(prose().Draw(t, "more"))}
		last := 0
		for _, r := range Find(text, words) {
			if r[0] < last || r[1] <= r[0] || r[1] > len(text) {
				t.Fatalf("FindFolded(%q, %q): %v", text, words, r)
			}
			last = r[1]
		}
	})
}
