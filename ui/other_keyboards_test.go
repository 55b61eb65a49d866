package ui

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/ui/keyplace"
)

// A letter of a keyboard of another script is told which key lies there, and one at hand that does the same.
func TestALetterOfAnotherKeyboardNamesAKeyAtHand(t *testing.T) {
	for _, c := range []struct{ before, key, want string }{
		{"", "щ", "“щ” is where “o” is; “o” does nothing here: the sources and texts of this event have no link"},
		{"", "т", "“т” is where “n” is; “n” does nothing here: there is no filter"},
		{"", "ґ", "“ґ” does nothing here; F4 opens a line for any script; F1 lists the keys"},
		{"", "ｘ", "“ｘ” is where “x” is; “x” does nothing here: there is no filter"},
		{"", "ט", "“ט” is where “y” is, and has no second key; F4 lists what can be done"},
		{"", "צ", "“צ” is where “m” is: Insert does the same"},
		{"", "α", "“α” is where “a” is: F2 does the same"},
		{"", "ξ", "“ξ” is where “j” is: ↓ does the same"},
		{"", "Ρ", "“Ρ” is where “R” is: F5 does the same"},
		{"", "ش", "“ش” is where “a” is: F2 does the same"},
		{"", "ฟ", "“ฟ” is where “a” is: F2 does the same"},
		{"", "ㅁ", "“ㅁ” is where “a” is: F2 does the same"},
		{"", "ა", "“ა” is where “a” is: F2 does the same"},
		{"", "ա", "“ա” is where “a” is: F2 does the same"},
		{"", "Ք", "“Ք” is where “Q” is: ^c quits"},
		{"right", "ք", "“ք” is where “q” is: Esc goes back, ^c quits"},
		{"", "あ", "“あ” does nothing here; F4 opens a line for any script; F1 lists the keys"},
		{"", "日", "“日” does nothing here; F4 opens a line for any script; F1 lists the keys"},
		{"", "é", "“é” does nothing here; F4 opens a line for any script; F1 lists the keys"},
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

// Where no line is typed into, what is typed on a Ukrainian or Russian keyboard does what the key of its place does, in
// every mode; where there is a caret it is text.
func TestLettersOfCyrillicKeyboardsAreKeys(t *testing.T) {
	letters := []rune(".,’ʼ")
	for r := 'Ѐ'; r <= 'ӿ'; r++ {
		letters = append(letters, r)
	}
	looks := func(d *driver) string { return d.screen() + d.query() + d.selected() }
	for now, one := range paneOf {
		for _, letter := range letters {
			key, ok := keyplace.Cyrillic(letter)
			if key == '.' || key == ',' { // which are other keys on those keyboards, and none on a Latin one
				continue
			}
			if !ok || now != inList && !strings.ContainsRune("фйщЖ,ї", letter) {
				continue
			}
			settings := []setting{yaml(everyPane), withQuery("type:strike"), at("third")}
			d := open(t, 100, 30, settings...).press(one.keys...)
			if slices.Contains(carets, now) {
				if d.press(string(letter)); !strings.Contains(d.screen(), string(letter)) || d.mode() != now {
					t.Errorf("mode %d: %q is no text:\n%s", now, letter, d.screen())
				}
				continue
			}
			other := open(t, 100, 30, settings...).press(one.keys...).press(string(key))
			d.press(string(letter))
			dead := strings.Contains(other.m.said().Text, "does nothing here")
			if !dead && (looks(d) != looks(other) || d.bye != other.bye) || dead && (d.mode() != other.mode() ||
				!strings.Contains(d.m.said().Text, "“"+string(letter)+"”")) {
				t.Errorf("mode %d: %q does something else than %q:\n%s\n%s", now, letter, key, d.screen(), other.screen())
			}
		}
	}
	for name, list := range map[string]string{"Ukrainian": "йцукенгшщзхїфівапролджєячсмитьбю.,ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ"} {
		keys := map[rune]bool{}
		for _, letter := range list + ":?!*()=+-\"'123456789 /" {
			key, ok := keyplace.Cyrillic(letter)
			if !ok {
				key = letter
			}
			keys[key] = true
		}
		for _, a := range actions() {
			for _, key := range a.keys {
				if r, size := utf8.DecodeRuneInString(key); size == len(key) && !keys[r] && key != "&" {
					t.Errorf("no letter of a %s keyboard is the key %s of %s", name, key, a.name)
				}
			}
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

// A letter of another script that the reader gives to an action is that key, and not the one of its place; where it is
// given to nothing it stays that.
func TestALetterOfAnotherScriptCanBeOnesOwnKey(t *testing.T) {
	for _, key := range []string{"ж", "Ж", "ґ", "ｘ"} {
		d := open(t, 120, 40, withKeys(give("lanes", key)))
		if d.press(key); d.mode() != inLanes {
			t.Errorf("%q leads to mode %d: %s", key, d.mode(), d.said())
		}
		if d.press("esc", "ф"); d.mode() != inWho {
			t.Errorf("beside %q, ф leads to mode %d", key, d.mode())
		}
	}
}
