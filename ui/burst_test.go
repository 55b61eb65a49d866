package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// runes is a key message as bubbletea makes one of letters that come together.
func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

// through has messages go the way that the program sends them, and returns how many reach the screen.
func (d *driver) through(msgs ...tea.Msg) (arrived int) {
	d.m.opts.ReadsEnd = true
	g := &guard{model: d.m}
	for _, msg := range msgs {
		if msg = g.filter(nil, msg); msg != nil {
			arrived++
			d.send(msg)
		}
	}
	return arrived
}

// What is typed fast into a line is one message for each read, in its order, with the keys that come after it.
func TestABurstIsOneMessage(t *testing.T) {
	space := tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	end := tea.FocusMsg{}
	for _, in := range carets {
		d := open(t, 80, 24, yaml(everyPane), withQuery("type:strike"), at("third")).press(paneOf[in].keys...).press("ctrl+u")
		if n := d.through(runes("ab"), space, runes("up"), end, runes("c"), end, space, end); n != 3 {
			t.Errorf("mode %d: %d messages for 3 reads", in, n)
		}
		d.see("ab upc")
		d.through(runes("x"), space, runes("y"), tea.KeyMsg{Type: tea.KeyBackspace}, end, runes("z"), end)
		d.see("ab upc x z")
		d.through(runes("esc"), tea.KeyMsg{Type: tea.KeyLeft}, runes("q"), end)
		d.see("zesqc")
	}
	d := open(t, 80, 24)
	if n := d.through(runes("G"), end, runes("k"), end, runes("?"), end, tea.KeyMsg{Type: tea.KeyEsc}); n != 4 {
		t.Errorf("%d keys of 4 reach the list at once", n)
	}
	d.send(runes("/rubio up"))
	d.see("rubio up")
}

// A line says how much it had no room for, of all that was typed.
func TestAFullLineCountsWhatIsCut(t *testing.T) {
	d := open(t, 80, 24).press("/")
	for range 100 {
		d.through(runes(strings.Repeat("x", 128)), tea.FocusMsg{})
	}
	d.see("the line is full at 2,000 characters; 10,800 more are left out")
	d.press("backspace")
	if d.through(runes("y"), tea.FocusMsg{}); strings.Contains(d.said(), "full") {
		t.Errorf("a character that fits says %q", d.said())
	}
}

// Keys that come in one read do what they do one after the other: none needs what is opened to have been drawn.
func TestKeysOfOneReadDoWhatTheyDoApart(t *testing.T) {
	for _, opens := range []string{"v", "i", "=", "Y", "I", "!", "'", "t", "F", "w", "n", "d", "l", "z", "r"} {
		for _, then := range strings.Split("v i = j l h 1 d Y n m s z G y", " ") {
			apart := open(t, 100, 30, yaml(everyPane), withQuery("type:strike"), at("third")).press(opens, then)
			together := open(t, 100, 30, yaml(everyPane), withQuery("type:strike"), at("third"))
			together.send(runes(opens + then))
			if got, want := together.screen(), apart.screen(); got != want {
				t.Errorf("%q together show\n%s\nand one after the other\n%s", opens+then, got, want)
			}
		}
	}
}
