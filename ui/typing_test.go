package ui

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/binding"
	"dateline/ui/input"
)

// TestQuitAtOnceFromEverywhere presses Q in every mode without a caret, and ^c in all.
func TestQuitAtOnceFromEverywhere(t *testing.T) {
	everywhereOpen(t, func(d *driver, where string) {
		caret := slices.Contains(carets, d.mode())
		if d.press("Q"); d.bye == caret {
			t.Errorf("%s: Q quits: %t", where, d.bye)
		}
		if d.bye = false; !d.press("ctrl+c").bye {
			t.Errorf("%s: ^c does not quit", where)
		}
	})
}

// TestDeadKeysAtACaretSayWhy presses all keys that neither write nor edit nor are bound.
func TestDeadKeysAtACaretSayWhy(t *testing.T) {
	keys := []string{"ctrl+v", "ctrl+g", "f13", "f20"}
	for key := range keyTypes {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, in := range carets {
		for _, key := range slices.Compact(keys) {
			d := open(t, 80, 24, yaml(everyPane), withQuery("type:strike"), at("third")).press(paneOf[in].keys...)
			bound := slices.ContainsFunc(d.m.actions, func(a action) bool { return slices.Contains(a.keys, key) && a.counts(d.m) })
			if d.mode() != in || bound || input.Edits(keyMsg(key)) {
				continue
			}
			before := d.screen()
			d.press(key)
			if !strings.Contains(d.said(), binding.Spelled(key)+" does nothing here") || d.mode() != in || d.screen() == before {
				t.Errorf("mode %d: %s says %q", in, key, d.said())
			}
		}
	}
	open(t, 80, 24).press("/", "f7").see("F7 does nothing here: nothing is wrong with this record")
	open(t, 38, 20).press("/", "t", "y", "p", "f6").fits() // over what is offered there is one row for it
	open(t, 80, 24).press("a", "f6").see("F6 does nothing here; F1 lists the keys")
}

// TestAFullLineSaysSo pastes more than a line takes, and types on at its end.
func TestAFullLineSaysSo(t *testing.T) {
	long := strings.Repeat("война ", 400)
	for _, in := range carets {
		d := open(t, 80, 24, yaml(everyPane), withQuery("type:strike"), at("third")).press(paneOf[in].keys...).press("ctrl+u")
		d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(long), Paste: true})
		d.fits().see("the line is full at 2,000 characters; 400 more are left out")
		d.press("x").see("the line is full at 2,000 characters")
		if d.press("backspace", "x"); strings.Contains(d.said(), "full") {
			t.Errorf("mode %d: a character that fits says %q", in, d.said())
		}
	}
}

// TestAPasteWithoutALineSaysSo pastes where no line is typed into.
func TestAPasteWithoutALineSaysSo(t *testing.T) {
	everywhereOpen(t, func(d *driver, where string) {
		before := d.mode()
		if slices.Contains(carets, before) {
			return
		}
		d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("Quit"), Paste: true})
		if d.mode() != before || d.bye || !strings.Contains(d.m.said().Text, "what is pasted does nothing here") {
			t.Errorf("%s: a paste says %q in mode %d", where, d.m.said().Text, d.mode())
		}
	})
}

// TestALongFilterOpensWhole opens the line on a filter that is longer than what may be typed.
func TestALongFilterOpensWhole(t *testing.T) {
	long := "type:strike" + strings.Repeat(" -tag:x", 400)
	d := open(t, 80, 24, yaml(everyPane), withQuery(long)).press("/")
	if d.press("enter"); strings.TrimSpace(d.query()) != long {
		t.Errorf("Enter leaves %d of %d bytes", len(d.query()), len(long))
	}
}
