package keyplace

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLatin(t *testing.T) {
	for letters, want := range map[string]string{
		"йцукен": "qwerty", "ЙЦУКЕН": "QWERTY", "фіївє": "as]d'", "жЖэЭ": ";:'\"", "хХъЪ": "[{]}", "ю": ".", "ς": "w", "ασδφ": "asdf",
		"ΑΣΔ": "ASD", "שדגכ": "asdf", "شسي": "asd", "کی": ";d", "ฟหกด": "asdf", "ฤฆ": "AS", "ㅂㅃ": "qQ", "ქწჭ": "qwW", "पर": "hj",
	} {
		got := strings.Map(func(r rune) rune { key, _ := Latin(r); return key }, letters)
		if got != want {
			t.Errorf("%s lie where %q do, want %q", letters, got, want)
		}
	}
	for _, r := range "aZ éßñ1?日あ" {
		if key, ok := Latin(r); ok {
			t.Errorf("%q is said to lie where %q does", r, key)
		}
	}
}

// Every row has a place for each key, so that none is a key too far to the left.
func TestRowsAreAsLongAsTheKeyboard(t *testing.T) {
	for _, k := range keyboards {
		for _, row := range []string{k.plain, k.shift} {
			if n := utf8.RuneCountInString(row); n != len(latin) && row != "" {
				t.Errorf("%q has %d places, want %d", row, n, len(latin))
			}
		}
	}
	if len(shifted) != len(latin) {
		t.Errorf("%d keys, and %d with Shift", len(latin), len(shifted))
	}
}

func TestHalfWidth(t *testing.T) {
	if got := strings.Map(HalfWidth, "ｑ？～！　ｱ日q"); got != "q?~! ｱ日q" {
		t.Errorf("%q", got)
	}
}
