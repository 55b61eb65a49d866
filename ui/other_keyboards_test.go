package ui

import (
	"strings"
	"testing"
)

// A letter of another keyboard is told which key lies there, and one at hand that does the same.
func TestALetterOfAnotherKeyboardNamesAKeyAtHand(t *testing.T) {
	for _, c := range []struct{ before, key, want string }{
		{"", "ф", "“ф” is where “a” is: F2 does the same"},
		{"", "о", "“о” is where “j” is: ↓ does the same"},
		{"", "К", "“К” is where “R” is: F5 does the same"},
		{"", "Ж", "“Ж” is where “:” is: F4 does the same"},
		{"", "Н", "“Н” is where “Y” is: shift+F3 does the same"},
		{"", "й", "“й” is where “q” is: ^c quits"},
		{"", "Й", "“Й” is where “Q” is: ^c quits"},
		{"enter", "й", "“й” is where “q” is: Esc goes back, ^c quits"},
		{"", "н", "“н” is where “y” is, and has no second key; F1 lists the keys"},
		{"", "щ", "“щ” is where “o” is; “o” does nothing here: the sources and texts of this event have no link"},
		{"", "т", "“т” is where “n” is; “n” does nothing here: there is no filter"},
		{"", "ט", "“ט” is where “y” is, and has no second key"},
		{"", "α", "“α” is where “a” is: F2 does the same"},
		{"", "ش", "“ش” is where “a” is: F2 does the same"},
		{"", "ฟ", "“ฟ” is where “a” is: F2 does the same"},
		{"", "ㅁ", "“ㅁ” is where “a” is: F2 does the same"},
		{"", "あ", "“あ” does nothing here; F1 lists the keys"},
		{"", "é", "“é” does nothing here; F1 lists the keys"},
		{"", ".", "“.” is where “/” is on a Cyrillic keyboard: F3 does the same"},
		{"", ",", "“,” is where “?” is on a Cyrillic keyboard: F1 does the same"},
		{"enter", ",", "“,” is where “?” is on a Cyrillic keyboard: F1 does the same"},
		{"v", ".", "“.” is where “/” is on a Cyrillic keyboard: F3 does the same"},
	} {
		d := open(t, 120, 40)
		if c.before != "" {
			d.press(c.before)
		}
		d.press(c.key)
		if said := d.said(); !strings.Contains(said, c.want) {
			t.Errorf("after %q, %q: %s, want %s", c.before, c.key, strings.Trim(said, "─ "), c.want)
		}
	}
}

// Where something is typed a letter is a letter, and elsewhere one of full width is the key.
func TestLettersOfFullWidthAreKeys(t *testing.T) {
	d := open(t, 120, 40).press("？")
	if d.mode() != inBox {
		t.Fatalf("？ opens mode %d", d.mode())
	}
	d.press("esc", "ｖ")
	if d.mode() != inLanes {
		t.Errorf("ｖ leads to mode %d", d.mode())
	}
	if d.press("／", "ｑ", "　", "й"); d.mode() != inQueryLine || d.typedQuery() != "ｑ　й" {
		t.Errorf("in mode %d %q is typed", d.mode(), d.typedQuery())
	}
}
