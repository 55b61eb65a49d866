package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/query"
	"dateline/ui/session"
)

// manySources is a record of so many sources that they are made ready to be looked for off the loop.
func manySources() string {
	var b strings.Builder
	b.WriteString("events:\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "- {date: 2025-01-01, title: Event %d, type: talk, "+
			"sources: [{id: s%04d, title: Report %d, publisher: Paper %d}]}\n", i, i, i, i%7)
	}
	return b.String()
}

// What is typed while the sources are made ready is offered and found as it is when they are.
func TestNoKeyWaitsForTheSources(t *testing.T) {
	text := manySources()
	for _, keys := range []string{
		"source:", "source:paper", "source:s0012", "type:talk source:s29", "source:zzz", "source:s0012 ty", "sour",
	} {
		open := func() *driver { return open(t, 100, 30, yaml(text)) }
		ready, waits := open(), open()
		ready.m.session.Index().Unready(query.BySource, query.Query{})()
		ready.press("/").typeText(keys)
		waits.press("/")
		cmds := waits.begin(strings.Split(keys, "")...)
		if strings.Contains(waits.screen(), "of 3,000") && strings.Contains(keys, "source:") {
			t.Errorf("%s: the sources are offered at once:\n%s", keys, waits.screen())
		}
		if strings.Contains(waits.screen(), "missing") {
			t.Errorf("%s: a key that is being waited for is called a mistake", keys)
		}
		for _, cmd := range slices.Backward(cmds) {
			waits.run(cmd)
		}
		if diff := cmp.Diff(ready.lines(), waits.lines()); diff != "" {
			t.Errorf("%s (-ready +waited):\n%s", keys, diff)
		}
		ready.press("tab")
		waits.press("tab")
		if diff := cmp.Diff(ready.lines(), waits.lines()); diff != "" {
			t.Errorf("%s, Tab (-ready +waited):\n%s", keys, diff)
		}
	}
}

// Tab that asks for what may follow is answered when the sources are ready, unless something has been typed since.
func TestTabWaitsForTheSources(t *testing.T) {
	for _, then := range []string{"", "x"} {
		d := open(t, 100, 30, yaml(manySources())).press("/")
		cmds := d.begin(strings.Split("source:s0012 ", "")...)
		cmds = append(cmds, d.begin("tab")...)
		if then != "" {
			cmds = append(cmds, d.begin(then)...)
		}
		for _, cmd := range cmds {
			d.run(cmd)
		}
		if offered := strings.Contains(d.screen(), "who takes part"); offered != (then == "") {
			t.Errorf("after %q what may follow is offered: %t\n%s", then, offered, d.screen())
		}
	}
}

// A view of some sources is counted when they are ready.
func TestViewsOfSourcesAreCountedLater(t *testing.T) {
	s := &shelf{kept: session.Saved{Views: []session.SavedView{{Name: "One", Query: "source:paper"}}}}
	d := open(t, 100, 30, yaml(manySources()), savedIn(s))
	cmds := d.begin("'")
	d.see("One", "source:paper")
	if strings.Contains(d.screen(), " 3,000\n") {
		t.Errorf("the view is counted at once:\n%s", d.screen())
	}
	for _, cmd := range cmds {
		d.run(cmd)
	}
	d.see(" 3,000")
}
