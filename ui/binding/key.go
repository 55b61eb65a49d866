package binding

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/ui/keyplace"
)

// shownAs are keys that readers know by another name than bubbletea, as the table of keys shows them.
var shownAs = map[string]string{
	" ": "space", "up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "Enter", "esc": "Esc", "tab": "Tab",
	"backspace": "Backspace", "delete": "Del", "insert": "Insert", "home": "Home", "end": "End", "pgup": "PgUp",
	"pgdown": "PgDn",
}

// Shown returns a key as the table of keys shows it: x, ^x, F5, shift+F5, alt+←, PgDn.
func Shown(key string) string {
	if utf8.RuneCountInString(key) == 1 && key != " " {
		return key
	}
	at := strings.LastIndexByte(key, '+') + 1
	before, last := key[:at], key[at:]
	if before == "ctrl+" {
		before = "^"
	}
	if n, ok := function(last); ok && n > 12 {
		return before + "shift+F" + strconv.Itoa(n-12)
	} else if ok {
		return before + "F" + strconv.Itoa(n)
	}
	if name, ok := shownAs[last]; ok {
		last = name
	}
	return before + last
}

// Spelled returns a key as a message names it: “x”, ^x, F5, shift+F5, alt+←, PgDn.
func Spelled(key string) string {
	if Writes(key) && key != " " {
		return "“" + key + "”"
	}
	return Shown(key)
}

// function returns the number of a function key.
func function(key string) (n int, ok bool) {
	digits, ok := strings.CutPrefix(key, "f")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil
}

// Function keys that terminals tell apart: with Shift they send what a further key of older keyboards sent.
const lastFunction = 20

// known are the keys with a name, as bubbletea spells them: those that terminals tell apart.
var known = func() []string {
	keys := []string{
		"enter", "esc", "tab", "shift+tab", "backspace", "alt+backspace", "delete", "insert", " ", "pgup", "pgdown",
	}
	for _, way := range []string{"up", "down", "left", "right", "home", "end"} {
		for _, with := range []string{"", "ctrl+", "shift+", "ctrl+shift+", "alt+"} {
			keys = append(keys, with+way)
		}
	}
	keys = append(keys, "ctrl+pgup", "ctrl+pgdown", "alt+pgup", "alt+pgdown", "alt+delete")
	for n := range lastFunction {
		keys = append(keys, "f"+strconv.Itoa(n+1))
	}
	for c := 'a'; c <= 'z'; c++ {
		if c != 'i' && c != 'j' && c != 'm' { // which are Tab, a line's end and Enter
			keys = append(keys, "ctrl+"+string(c))
		}
	}
	return keys
}()

// otherNames are further names of keys.
var otherNames = map[string]string{
	"escape": "esc", "return": "enter", "page-up": "pgup", "page-down": "pgdown", "pageup": "pgup", "pagedown": "pgdown",
	"pgdn": "pgdown", "del": "delete", "ins": "insert", "space": " ", "↑": "up", "↓": "down", "←": "left", "→": "right",
}

// Parse returns the key that a text names, as bubbletea spells it: L, ctrl+t or ^t, f8, shift+F7, alt+left, space. What
// is wrong otherwise is what, and cure says what to write.
func Parse(text string) (key, what, cure string) {
	if r, size := utf8.DecodeRuneInString(text); size == len(text) && size > 0 {
		switch r = keyplace.HalfWidth(r); {
		case r == ' ':
			return " ", "", ""
		case !unicode.IsPrint(r) || unicode.Is(unicode.M, r):
			return "", fmt.Sprintf("%q is no key", text), "write a letter, a sign, or a name such as f8 or ctrl+t"
		}
		return string(r), "", ""
	}
	name := strings.ToLower(strings.TrimSpace(text))
	if rest, ok := strings.CutPrefix(name, "^"); ok {
		name = "ctrl+" + rest
	}
	for _, with := range []string{"ctrl", "shift", "alt", "c", "s"} {
		if rest, ok := strings.CutPrefix(name, with+"-"); ok && rest != "" {
			name = with + "+" + rest
		}
	}
	name = strings.Replace(name, "shift+ctrl+", "ctrl+shift+", 1)
	at := strings.LastIndexByte(name, '+') + 1
	with, last := name[:at], name[at:]
	if with == "c+" {
		with = "ctrl+"
	}
	last = cmp.Or(otherNames[last], last)
	if n, ok := function(last); ok && with == "shift+" && n >= 1 && n <= lastFunction-12 {
		return "f" + strconv.Itoa(n+12), "", ""
	}
	if letter := strings.TrimSpace(text); with == "shift+" && utf8.RuneCountInString(last) == 1 && last != " " {
		r, _ := utf8.DecodeLastRuneInString(letter)
		return string(unicode.ToUpper(r)), "", ""
	}
	if key = with + last; slices.Contains(known, key) {
		return key, "", ""
	}
	return "", "there is no key `" + text + "`", cureOf(with, last)
}

// cureOf says what to write instead of a key that terminals do not know.
func cureOf(with, last string) string {
	sent := map[string]string{"i": "Tab", "m": "Enter", "j": "Enter", "[": "Esc"}[last]
	_, isFunction := function(last)
	sign := utf8.RuneCountInString(last) == 1
	switch {
	case with == "ctrl+" && sent != "":
		return "a terminal sends it for " + sent
	case isFunction && (with == "" || with == "shift+"):
		return fmt.Sprintf("there are f1 to f%d, of which shift+f1 to shift+f%d are the last", lastFunction, lastFunction-12)
	case strings.Contains(with, "alt+") && sign:
		return "Alt with a letter is Esc and that letter to a terminal; choose another"
	case with == "ctrl+" && sign:
		return "Ctrl counts with the letters a to z, as in ctrl+t"
	case with != "" && (isFunction || slices.Contains(known, last)):
		return "terminals do not tell it apart; choose another, such as f8, ctrl+t, shift+f7 or alt+left"
	}
	var all []string
	for _, key := range known {
		all = append(all, strings.ReplaceAll(key, " ", "space"))
	}
	return Nearest(with+last, all, "write a letter, a sign, or a name such as f8, ctrl+t, shift+f7, alt+left or space")
}
