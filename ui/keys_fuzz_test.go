package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/load"
	"dateline/timeline/testrecord"
	"dateline/ui/draw"
)

// What a byte of a fuzzed visit means that is no key.
const (
	resizes  = 0xff - iota // the next two bytes are the size, within bounds
	pastes                 // what comes next is pasted, as far as the next 0
	reloads                // the record is read again
	says                   // a command has something to say
	failures               // the editor fails
	firstOfNoKey
)

// FuzzKeys presses any keys in any order, and between them resizes, pastes and reloads: the screen has its size and
// holds nothing that is not ours, the selection exists, and the query line is one that parses or says why not.
func FuzzKeys(f *testing.F) {
	keys := append([]string{"q", "Q", "ctrl+c", "ctrl+z", "R", "ї", "日", "\u0301", "\u202e", "alt+x"}, anyKey...)
	slices.Sort(keys)
	if keys = slices.Compact(keys); len(keys) > firstOfNoKey {
		f.Fatalf("%d keys do not fit a byte", len(keys))
	}
	var visit []byte
	for n := range keys {
		visit = append(visit, byte(n), byte(n))
		if n%8 == 7 || n == len(keys)-1 {
			f.Add(visit, n%16 == 7)
			visit = []byte{resizes, 1, 1, byte(n), resizes, 130, 45, reloads}
		}
	}
	f.Add([]byte("\xfe\x1b]0;x\x07\x1b[201~q\r\n\x00\xfc\xfb\xfd"), true)
	var good, bad load.Progress
	keep := func(into *load.Progress) func(load.Progress) {
		return func(p load.Progress) { *into = p }
	}
	loading(curated(f))(context.Background(), keep(&good))
	loading(file("hostile.yaml", testrecord.EveryField("\x1b[31m\u202e\u009b日本 e\u0301")))(context.Background(), keep(&bad))
	f.Fuzz(func(t *testing.T, visit []byte, hostile bool) {
		p := good
		if hostile {
			p = bad
		}
		d := open(t, 80, 24, in256, func(o *Options, _ *draw.Looks) {
			o.Load = func(_ context.Context, publish func(load.Progress)) { publish(p) }
			o.OpenURL = func(string) error { return errors.New("\x1b[2J") }
		})
		ours := looks(d.theme())
		for at := 0; at < len(visit) && at < 60; at++ {
			rest := visit[at+1:]
			switch b := visit[at]; {
			case b == resizes && len(rest) >= 2:
				d.resize(int(rest[0])%160, int(rest[1])%60)
				at += 2
			case b == pastes:
				n := 0
				for n < len(rest) && rest[n] != 0 {
					n++
				}
				d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(string(rest[:n])), Paste: true})
				at += n
			case b == reloads:
				d.reload()
			case b == says:
				d.send(saidMsg{"\x1b[2J\u202e"})
			case b == failures:
				d.send(editedMsg{errors.New("\x1b[2J")})
			default:
				d.press(keys[int(b)%len(keys)])
			}
			d.inOrder(ours)
		}
	})
}

// inOrder fails where the screen is not what it always is.
func (d *driver) inOrder(ours *strings.Replacer) {
	d.t.Helper()
	if s := d.size(); s.X > 0 && s.Y > 0 {
		d.fits()
	}
	if what := foreign(ours, d.frame()); what != "" {
		d.t.Fatalf("%s in\n%q", what, d.frame())
	}
	if stray := d.stray(); stray != "" {
		d.t.Fatal(stray)
	}
}
