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
		"ґҐёЁў": "\\|`~o", "քՔշ": "qQ\\",
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

// Each key of a Latin keyboard has its letter on the keyboards of Ukrainian and Russian, but for those that have none.
func TestCyrillic(t *testing.T) {
	for _, keyboard := range []string{
		"йцукенгшщзхъфывапролджэячсмитьбю. ё", "йцукенгшщзхїфівапролджєячсмитьбю.ґ ", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ, Ё",
		"ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,Ґ ",
	} {
		keys := []rune(latin)
		if strings.ContainsRune(keyboard, 'Й') {
			keys = []rune(shifted)
		}
		for n, r := range []rune(keyboard) {
			if key, ok := Cyrillic(r); r != ' ' && (!ok || key != keys[n]) {
				t.Errorf("%q lies where %q does, want %q", r, key, keys[n])
			}
		}
	}
	for _, r := range "aZé1?;:'α日שش" {
		if key, ok := Cyrillic(r); ok {
			t.Errorf("%q is said to lie where %q does", r, key)
		}
	}
	for _, r := range "ʼ’" {
		if key, _ := Cyrillic(r); key != '\'' {
			t.Errorf("the apostrophe %q is %q", r, key)
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
