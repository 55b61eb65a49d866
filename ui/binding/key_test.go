package binding_test

import (
	"testing"

	"dateline/ui/binding"
)

// A key is read as people write it, and shown as the table of keys shows it, which can be written too.
func TestKeys(t *testing.T) {
	for text, want := range map[string][2]string{
		"L": {"L", "L"}, "ї": {"ї", "ї"}, "~": {"~", "~"}, "！": {"!", "!"}, " ": {" ", "space"},
		"ctrl+t": {"ctrl+t", "^t"}, "^T": {"ctrl+t", "^t"}, "C-t": {"ctrl+t", "^t"}, "Ctrl-T": {"ctrl+t", "^t"},
		"f8": {"f8", "F8"}, "F12": {"f12", "F12"}, "shift+f7": {"f19", "shift+F7"}, "f19": {"f19", "shift+F7"},
		"shift+l": {"L", "L"}, "space": {" ", "space"}, "PgDn": {"pgdown", "PgDn"}, "page-up": {"pgup", "PgUp"},
		"del": {"delete", "Del"}, "Delete": {"delete", "Del"}, "Insert": {"insert", "Insert"}, "alt+←": {"alt+left", "alt+←"},
		"^PgDn": {"ctrl+pgdown", "^PgDn"}, "shift-up": {"shift+up", "shift+↑"}, "Escape": {"esc", "Esc"},
		"return": {"enter", "Enter"}, "alt+backspace": {"alt+backspace", "alt+Backspace"},
	} {
		key, what, cure := binding.Parse(text)
		if key != want[0] || what != "" || cure != "" || binding.Shown(key) != want[1] {
			t.Errorf("%q is %q, %q %q, shown as %q; want %q", text, key, what, cure, binding.Shown(key), want)
		}
		if again, _, _ := binding.Parse(binding.Shown(key)); again != key {
			t.Errorf("%q is shown as %q, which is %q", key, binding.Shown(key), again)
		}
	}
	for text, want := range map[string]string{
		"":        "write a letter, a sign, or a name such as f8, ctrl+t, shift+f7, alt+left or space",
		"ctrl+m":  "a terminal sends it for Enter",
		"alt+x":   "Alt with a letter is Esc and that letter to a terminal; choose another",
		"\x1b":    "write a letter, a sign, or a name such as f8 or ctrl+t",
		"\u0301":  "write a letter, a sign, or a name such as f8 or ctrl+t",
		"f25":     "there are f1 to f20, of which shift+f1 to shift+f8 are the last",
		"F0":      "there are f1 to f20, of which shift+f1 to shift+f8 are the last",
		"^[":      "a terminal sends it for Esc",
		"ctrl+1":  "Ctrl counts with the letters a to z, as in ctrl+t",
		"ctrl+↵":  "Ctrl counts with the letters a to z, as in ctrl+t",
		"^Enter":  "terminals do not tell it apart; choose another, such as f8, ctrl+t, shift+f7 or alt+left",
		"alt+f4":  "terminals do not tell it apart; choose another, such as f8, ctrl+t, shift+f7 or alt+left",
		"backspc": "did you mean `backspace` or `alt+backspace`?",
	} {
		if key, what, cure := binding.Parse(text); key != "" || what == "" || cure != want {
			t.Errorf("%q is %q, %q, %q", text, key, what, cure)
		}
	}
}

// A letter takes the place of letters, another key that of other keys; where a line is typed into, what writes stays
// text. What leads through everything stays.
func TestWith(t *testing.T) {
	const list, line = 1, 2
	table := binding.Table{Carets: line, Rows: []binding.Row{
		{Name: "up", Keys: []string{"up", "k", "ctrl+p"}, In: list},
		{Name: "help", Keys: []string{"?", "f1"}, In: list},
		{Name: "help", Keys: []string{"f1"}, In: line},
		{Name: "cite", Keys: []string{"y"}, In: list},
	}}
	for _, c := range []struct {
		name, key string
		want      [4]string
	}{
		{"up", "w", [4]string{"up w ctrl+p", "? f1", "f1", "y"}},
		{"up", "f3", [4]string{"up k f3", "? f1", "f1", "y"}},
		{"help", "h", [4]string{"up k ctrl+p", "h f1", "f1", "y"}},
		{"help", "f3", [4]string{"up k ctrl+p", "? f3", "f3", "y"}},
		{"help", "ctrl+u", [4]string{"up k ctrl+p", "? ctrl+u", "f1", "y"}},
		{"cite", "k", [4]string{"up ctrl+p", "? f1", "f1", "k"}},
		{"cite", "f1", [4]string{"up k ctrl+p", "?", "f1", "y f1"}},
	} {
		good, faults := table.Check([]binding.Given{{Name: c.name, Keys: []string{c.key}}})
		if len(faults) > 0 {
			t.Errorf("%s on %s: %v", c.name, c.key, faults)
		}
		for n, r := range table.With(good) {
			got := ""
			for _, key := range r.Keys {
				got += " " + key
			}
			if got != " "+c.want[n] {
				t.Errorf("%s on %s: row %d has%s, want %s", c.name, c.key, n, got, c.want[n])
			}
		}
	}
}
