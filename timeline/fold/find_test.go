package fold_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/fold"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		text, words string // separated by |
		want        string // the parts of text that are found, separated by |
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
		{"nothing", "", ""},
		{"", "x", ""},
	} {
		var found []string
		for _, r := range fold.Find(tt.text, strings.Split(tt.words, "|")) {
			found = append(found, tt.text[r[0]:r[1]])
		}
		if got := strings.Join(found, "|"); got != tt.want {
			t.Errorf("Find(%q, %q) = %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
}

func TestFindStaysInText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), prose()).Draw(t, "text")
		word := rapid.SampledFrom([]string{"a", "aze", "z ", "习", "й"}).Draw(t, "word")
		words := []string{word, fold.Fold(prose().Draw(t, "more"))}
		last := 0
		for _, r := range fold.Find(text, words) {
			if r[0] < last || r[1] <= r[0] || r[1] > len(text) {
				t.Fatalf("Find(%q, %q): %v", text, words, r)
			}
			last = r[1]
		}
	})
}
