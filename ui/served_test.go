package ui

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/timeline"
	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/ui/binding"
	"dateline/ui/draw"
)

// linked is a record with links wherever there can be some, and something for every pane.
const linked = `title: Nights
description: It follows https://example.org/talks?day=1, and others.
homepage: https://example.org/home
actors:
  - {id: monitors, name: Monitors, kind: organization, note: "Their page is https://example.org/monitors now."}
  - {id: navy, name: Navy, kind: organization}
events:
  - {date: 2025-01-10, title: First night, id: first, type: strike, actors: [monitors],
     figures: [{label: drones fired, value: 1200}]}
  - {date: 2025-03-05, title: Third night, id: third, type: strike, actors: [monitors, navy], location: Harbour,
     figures: [{label: drones fired, value: 400}], summary: "As https://example.org/told has it.",
     sources: [{title: A story, url: "https://example.org/story"}]}
  - {date: 2025-05-05, title: Calm, titel: Quiet, type: pause, sources: [{url: "https://example.org/calm"}]}
`

// A reach keeps what a screen has asked of the world around it.
type reach struct {
	mu    sync.Mutex
	asked []string
}

func (r *reach) add(what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked = append(r.asked, what)
}

// take returns what was asked since the last time.
func (r *reach) take() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	asked := r.asked
	r.asked = nil
	return asked
}

// functions has every function of the options that reaches out of the screen tell r.
func (r *reach) functions(o *Options) {
	o.Edit = func(string, int) (func() error, error) { r.add("edit"); return nil, errors.New("no editor") }
	o.OpenURL = func(string) error { r.add("browser"); return nil }
	o.Write = func(string, func(io.Writer) error) (string, error) { r.add("file"); return "", nil }
	o.Suspend = func() { r.add("suspend") }
	o.Stop = func() { r.add("stop") }
	o.Heard = func(context.Context) (stop, ok bool) { r.add("shell"); return false, false }
	o.Copy = func(string) error { r.add("tmux"); return nil }
}

// screens opens a screen of each kind in turn: each mode, and each link that Tab goes to.
func (r *reach) screens(t *testing.T, w, h int, served bool, look func(where string, open func() *driver)) {
	t.Helper()
	ways := map[string][]string{"on the file": {"Y", "shift+tab", "shift+tab"}, "on a problem": {"!", "j"}}
	for now, one := range paneOf {
		ways[fmt.Sprint("mode ", now)] = one.keys
	}
	for name, keys := range map[string][]string{
		"detail": {"right"}, "page": {"right", "right"}, "about": {"I"}, "actor": {"i"},
	} {
		for n := range 12 {
			keys = append(slices.Clone(keys), "tab")
			ways[fmt.Sprintf("link %d of %s", n+1, name)] = keys
		}
	}
	for where, keys := range ways {
		look(where, func() *driver {
			d := open(t, w, h, yaml(linked), withQuery("type:strike"), at("third"), func(o *Options, _ *draw.Looks) {
				o.Served = served
				read := o.Load
				o.Load = func(ctx context.Context, publish func(load.Progress)) { r.add("load"); read(ctx, publish) }
				r.functions(o)
			})
			d.m.pointer.told = true
			if served { // the keys alone keep the reader from them
				r.functions(&d.m.opts)
				r.functions(&d.m.outside.opts)
				d.m.outside.opts.Copy = nil
			}
			d.press(keys...)
			r.take()
			return d
		})
	}
}

// allKeys are the keys of the table.
func allKeys() (keys []string) {
	for _, a := range actions() {
		keys = append(keys, a.keys...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// What a key asks of the world around the screen its row says, so that a served screen does without.
func TestRowsThatReachOutSaySo(t *testing.T) {
	var r reach
	asked := map[string]bool{}
	r.screens(t, 80, 24, false, func(where string, open func() *driver) {
		keys := allKeys()
		if strings.HasPrefix(where, "link") {
			keys = []string{"enter", "o", "right", "l"}
		}
		for _, key := range keys {
			d := open()
			n := slices.IndexFunc(d.m.actions, func(a action) bool { return slices.Contains(a.keys, key) && a.counts(d.m) })
			d.press(key)
			for _, what := range r.take() {
				if what == "tmux" {
					continue // copying goes to the terminal where that is elsewhere
				}
				asked[what] = true
				if n < 0 || d.m.actions[n].outside == "" && !(d.m.actions[n].links && what == "browser") {
					t.Errorf("%s: %s asks for %s, and its row does not say so", where, key, what)
				}
			}
		}
	})
	for _, what := range []string{"edit", "browser", "file", "suspend", "load"} {
		if !asked[what] {
			t.Errorf("no key asks for %s", what)
		}
	}
}

// Nothing that a reader elsewhere presses or clicks on reaches out of the screen.
func TestAServedScreenReachesNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := errors.Join(os.Mkdir("testdata", 0o700), os.WriteFile("testdata/record.yaml", nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	var r reach
	seen := map[string]bool{}
	nothing := func(d *driver, where string) {
		t.Helper()
		if asked := r.take(); len(asked) > 0 {
			t.Errorf("%s: it asks for %v", where, asked)
		}
	}
	for _, size := range []image.Point{{80, 24}, {120, 40}} {
		across, down := 16, 2 // cells; the rows between begin elsewhere
		if long() {
			across, down = 1, 1
		}
		r.screens(t, size.X, size.Y, true, func(where string, open func() *driver) {
			seen[where] = true
			keys, link := allKeys(), strings.HasPrefix(where, "link")
			if link || size.X > 80 {
				keys = []string{"enter", "o", "right", "l", "e"}
			}
			for _, key := range keys {
				d := open()
				d.press(key)
				nothing(d, where+": "+key)
			}
			if link && !long() {
				return
			}
			for y := size.Y - 1; y >= 0; y -= down {
				d := open()
				for x := 5 * y % across; x < size.X; x += across {
					was := d.mode()
					d.pointAt(image.Pt(x, y)).pointAt(image.Pt(x, y))
					nothing(d, fmt.Sprintf("%s: a click on %d,%d", where, x, y))
					if d.bye || d.mode() != was {
						d = open()
					}
				}
			}
		})
	}
	if len(seen) < 40 {
		t.Errorf("%d screens were looked at", len(seen))
	}
	if made, err := filepath.Glob("*"); err != nil || !slices.Equal(made, []string{"testdata"}) {
		t.Errorf("%v is made (%v)", made, err)
	}
}

// served opens the screen for a reader elsewhere.
func served(o *Options, _ *draw.Looks) { o.Served = true }

// What reaches out of the screen is not there: no row of the table, no function, no key of the reader's own.
func TestAServedScreenHasNoSuchKeys(t *testing.T) {
	own := func(o *Options, _ *draw.Looks) {
		o.Keys = []binding.Given{{Name: "edit", Keys: []string{"x"}}, {Name: "lanes", Keys: []string{"e"}}}
	}
	d := open(t, 80, 24, yaml(linked), withQuery("type:strike"), served, own)
	for _, a := range d.m.actions {
		if a.outside != "" || a.name == "edit" || a.name == "reload" || a.name == "suspend" {
			t.Errorf("%s (%v) is there", a.name, a.keys)
		}
	}
	if o := d.m.outside.opts; o.Write != nil || d.m.opts.Write != nil {
		t.Error("a file can be written")
	}
	if d.press("x"); !d.dims() {
		t.Error("a key given to what is not there does no more what it did")
	}
	if d.press("e"); d.mode() != inLanes {
		t.Errorf("a key of the reader's own leads to mode %d", d.mode())
	}
}

// A key that is not there for a reader elsewhere says why.
func TestAServedScreenSaysWhy(t *testing.T) {
	for _, c := range []struct {
		keys []string
		says string
	}{
		{[]string{"e"}, "“e” does nothing here: the record is kept elsewhere"},
		{[]string{"!", "j", "enter"}, "Enter does nothing here: the record is kept elsewhere"},
		{[]string{"R"}, "“R” does nothing here: the record is read again by itself when it changes"},
		{[]string{"/", "f5"}, "F5 does nothing here: the record is read again by itself when it changes"},
		{[]string{"ctrl+z"}, "^z does nothing here: the program runs elsewhere"},
		{[]string{"Y", "Y"}, "“Y” does nothing here: no file can be written from here; Enter copies"},
		{[]string{"o"}, "“example.org/story” was sent to the terminal's clipboard"},
	} {
		d := open(t, 120, 40, yaml(linked), at("third"), served).press(c.keys...)
		if said := d.m.said().Text; !strings.Contains(said, c.says) {
			t.Errorf("%v says %q, want %q", c.keys, said, c.says)
		}
	}
	about := open(t, 120, 40, yaml(described), served).press("I", "tab").see("Enter copy the link")
	about.press("enter").see("was sent to the terminal's clipboard")
	r := write(t, 120, 40, days("Envoys arrive", "Envoys meet"), served)
	r.save(days("Envoys arrive") + "- {date: 2025-05-03, title: \"Envoys\n").
		see("the files no longer read whole: ! lists why; shown is what was read before")
}

// TestGoldenServed compares what a reader elsewhere is offered.
func TestGoldenServed(t *testing.T) {
	for name, keys := range map[string][]string{
		"help": {"?"}, "write": {"Y"}, "write-command": {"Y", "shift+tab"}, "detail": {"right", "tab"},
	} {
		d := open(t, 80, 24, at(call), served).press(keys...).fits()
		golden(t, "screens/served-"+name+"-80x24.golden", trimmed(d.lines()))
	}
}

// What a reader elsewhere is told of a record that changes may be worked out for many at once.
func TestScreensShareAComparison(t *testing.T) {
	compared := 0
	r := write(t, 80, 24, days("Envoys arrive"), func(o *Options, _ *draw.Looks) {
		o.Compare = func(before, now *timeline.Timeline) review.Changes { compared++; return review.Compare(before, now) }
	})
	if r.save(days("Envoys arrive", "Envoys meet")).see("1 new"); compared != 1 {
		t.Errorf("the record is compared %d times", compared)
	}
}
