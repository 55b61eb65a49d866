package ui

import "testing"

// TestNoKeyIsTakenTwice holds that every key of the table does something: none comes after an action that always counts
// in the same mode.
func TestNoKeyIsTakenTwice(t *testing.T) {
	type place struct {
		in  mode
		key string
	}
	taken := map[place]string{}
	for _, a := range actions() {
		for _, in := range a.in {
			for _, key := range a.keys {
				at := place{in, key}
				if by, ok := taken[at]; ok {
					t.Errorf("%s in mode %d is taken by %q, so that %q is never reached", key, in, by, a.show+" "+a.does)
				}
				if a.when == nil {
					taken[at] = a.show + " " + a.does
				}
			}
		}
	}
}

// A key that is kept until there is an event to act on is the one that was typed, whatever bubbletea does with its
// message.
func TestKeysAreCopied(t *testing.T) {
	d := begun(t, 80, 24, yaml("- {date: 2025-05-01, title: One}\n- {date: 2025-05-02, title: Two}\n"))
	reading := d.m.Init()
	key := keyMsg("j")
	d.update(key)
	key.Runes[0] = 'k'
	if d.run(reading); d.event().Title != "Two" {
		t.Errorf("j goes to %s", d.event().Title)
	}
}
