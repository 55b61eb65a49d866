package ui

import (
	"context"
	"strings"
	"testing"

	"dateline/timeline/load"
	"dateline/ui/draw"
)

// sameFor reads a text as a reader sees it who takes the actors of a list for one.
func sameFor(text *string, names ...string) setting {
	return func(o *Options, _ *draw.Looks) {
		o.Load = func(ctx context.Context, publish func(load.Progress)) {
			load.Options{Same: [][]string{names}}.Files(ctx, []load.File{file("record.yaml", *text)}, publish)
		}
	}
}

// TestActorsWhoAreOneForTheReader holds what a reader sees of actors who were joined: one row in the picker, found by
// any of the names, with the events of both, one lane, one page with the other names; and so after a reload.
func TestActorsWhoAreOneForTheReader(t *testing.T) {
	text := `
actors:
  - {id: doj, name: Department of Justice, kind: organization}
events:
  - {id: a, date: 2025-01-01, title: Filing, actors: [Department of Justice, DOJ, Court]}
  - {id: b, date: 2025-01-03, title: Answer, actors: [U.S. DoJ]}
  - {id: c, date: 2025-01-05, title: Ruling, actors: [Court]}
`
	d := open(t, 100, 30, sameFor(&text, "Justice", "doj", "U.S. DoJ"))
	for range 2 { // before a reload and after it
		d.press("a").see("2 actors", "would be left")
		if rows := d.whoRows(); len(rows) != 2 {
			t.Errorf("%d rows in the picker: %q", len(rows), rows)
		}
		for _, name := range []string{"department", "u.s. doj", "justice"} {
			d.press("ctrl+u").typeText(name).see("1 of 2 actors")
			if row := d.whoRow("Justice"); !strings.Contains(row, " 2") {
				t.Errorf("%s finds %q", name, row)
			}
		}
		d.press("enter").see("2 of 3 events", "Filing", "Answer")
		d.press("esc", "v").see("Justice", "Court")
		if strings.Contains(d.screen(), "DoJ") {
			t.Errorf("another lane:\n%s", d.screen())
		}
		d.press("q", "/").typeText("direct:doj").press("enter").see("2 of 3 events").press("esc")
		text = strings.Replace(text, "title: Ruling", "title: Judgment", 1)
		d.press("R").see("3 events")
	}
	d.see("Judgment")
}
