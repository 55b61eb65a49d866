package ui

import (
	"context"
	"io"
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

// What is written is the record as its files have it, with those who are one for the reader by themselves.
func TestWhatIsWrittenHasActorsApart(t *testing.T) {
	text := `
actors:
  - {id: doj, name: Department of Justice}
events:
  - {id: a, date: 2025-01-01, title: Filing, actors: [doj, U.S. DoJ], claims: [{by: doj, text: Yes}, {by: U.S. DoJ, text: No}]}
  - {id: b, date: 2025-01-03, title: Answer, actors: [U.S. DoJ]}
  - {id: c, date: 2025-01-05, title: Ruling, actors: [Court]}
`
	for _, name := range []string{"x.yaml", "x.md", "x.csv", "x.jsonl", "x.txt"} {
		written := func(filter string, to setting) string {
			var out strings.Builder
			speak(t, []string{filter, "write " + name}, to, func(o *Options, _ *draw.Looks) {
				o.Write = func(_ string, write func(io.Writer) error) (string, error) { return "", write(&out) }
			})
			return out.String()
		}
		joined := written("actor:justice", sameFor(&text, "Justice", "doj", "U.S. DoJ"))
		if apart := written(`actor:doj,"U.S. DoJ"`, sameFor(&text, "Nobody", "Nothing")); joined != apart ||
			!strings.Contains(joined, "Answer") || !strings.Contains(joined, "Filing") {
			t.Errorf("%s is\n%swithout what is one to the reader\n%s", name, joined, apart)
		}
	}
}
