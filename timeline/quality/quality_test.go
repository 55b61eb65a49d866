package quality_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/quality"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

// everything returns a selection of all events.
func everything(t *timeline.Timeline) index.Selection { return index.New(t).Select(query.Query{}) }

// said returns what was found: for each rule the ids of the events, with what is said of them.
func said(t *timeline.Timeline, r *quality.Report) map[string]string {
	all := map[string]string{}
	for _, rule := range quality.Rules() {
		for _, f := range r.Found[rule] {
			words := t.ID(f.Event)
			switch rule {
			case quality.ActorOnce:
				words += "=" + t.ActorName(f.Actor)
			case quality.Gap:
				words += "=" + strconv.FormatInt(f.Days, 10) + "-" + t.ID(f.Next)
			default:
				if f.What != "" {
					words += "=" + f.What
				}
			}
			all[rule.String()] = strings.TrimSpace(all[rule.String()] + " " + words)
		}
	}
	return all
}

func TestLook(t *testing.T) {
	d := testbuild.NewDraft()
	a := d.Source(timeline.Source{ID: "a", Publisher: "The Paper", URL: "https://paper.example/1"})
	b := d.Source(timeline.Source{ID: "b", Publisher: "the paper"})
	c := d.Source(timeline.Source{ID: "c", URL: "https://www.site.example/1"})
	e := d.Source(timeline.Source{ID: "d", URL: "http://site.example/2"})
	n := d.Source(timeline.Source{ID: "n", Title: "A talk"})
	event := func(date, actors, status string, sources ...timeline.Citation) {
		d.Event(date, "Event", actors, func(e *timeline.EventDraft) { e.Status, e.Sources = status, sources })
	}
	event("2025-01-01", "Anna; Boris", "confirmed")       // e0
	event("2025-01-03", "Anna", "", a)                    // e1
	event("2025-01-05", "Anna; Clara", "confirmed", a, b) // e2
	event("2025-01-07", "", "confirmed", c, e)            // e3
	event("2025-01-09", "", "confirmed", a, c)            // e4
	event("2025-01-11/2025-03-01", "", "confirmed", n, a) // e5
	event("2025-04-03", "", "confirmed", n, a)            // e6
	event("", "", "confirmed", n, a)                      // e7
	d.Event("2025-04-04", "Figures", "Clara", func(e *timeline.EventDraft) {
		e.Status, e.Sources = "confirmed", []timeline.Citation{n, a}
		e.Figures = []timeline.FigureDraft{
			{Label: "dead", Value: "3", By: timeline.NoMention, Source: a},
			{Label: "Dead", Value: "5", By: d.Mention("Dora"), Source: timeline.NoCitation},
			{Label: "hurt", Value: "3", By: timeline.NoMention, Source: a},
			{Label: "hurt", Value: "4", By: timeline.NoMention, Source: n},
			{Label: "missing", Value: "4", By: timeline.NoMention, Source: timeline.NoCitation},
		}
	}) // e8
	r := d.Done()
	want := map[string]string{
		"no-source": "e0", "one-source": "e1", "one-publisher": "e2=The Paper e3=site.example", "no-status": "e1",
		"undated": "e7", "figures-without-source": "e8=dead", "actor-once": "e0=Boris e8=Dora",
		"gap": "e5=49-e5 e5=33-e6",
	}
	report := quality.Look(r, everything(r), quality.Usual(10))
	if diff := cmp.Diff(want, said(r, report)); diff != "" || report.Usual != 2 || report.Long != 20 {
		t.Errorf("%d %d %s", report.Usual, report.Long, diff)
	}
	if got := said(r, quality.Look(r, everything(r), quality.Days(34)))["gap"]; got != "e5=49-e5" {
		t.Errorf("gaps of 34 days: %s", got)
	}
	q, _ := query.Parse("since:2025-04-03")
	part := said(r, quality.Look(r, index.New(r).Select(q), quality.Usual(10)))
	if diff := cmp.Diff(map[string]string{"figures-without-source": "e8=dead", "actor-once": "e8=Dora"}, part); diff != "" {
		t.Errorf("of some events: %s", diff)
	}
}

// A record of nothing but hostile texts is told of without one that is obeyed, and as JSON that is whole.
func TestReportsAreSafe(t *testing.T) {
	for _, hostile := range testrecord.Hostile() {
		d := testbuild.NewDraft()
		s := d.CiteSource(&timeline.SourceDraft{Source: timeline.Source{Title: "a", Publisher: hostile}})
		o := d.CiteSource(&timeline.SourceDraft{Source: timeline.Source{Title: "b", Publisher: hostile}})
		d.Event("2025-01-01", hostile, hostile, func(e *timeline.EventDraft) { e.Sources = []timeline.Citation{s, o} })
		r := d.Done()
		report := quality.Look(r, everything(r), quality.Usual(10))
		var text, object strings.Builder
		c := quality.Choice{Rules: quality.Rules()}
		if err := report.WriteText(&text, r, c, export.Emphasis{}); err != nil {
			t.Fatal(err)
		}
		if err := report.WriteJSON(&object, r, c); err != nil || !json.Valid([]byte(object.String())) {
			t.Errorf("%v: %s", err, object.String())
		}
		for _, shown := range strings.ReplaceAll(text.String()+object.String(), "\n", "") {
			if sanitize.Escapes(shown) {
				t.Errorf("%q is written of %q", shown, hostile)
			}
		}
	}
}

// What it costs grows with the record, whether its events are many or have much in them.
func BenchmarkLook(b *testing.B) {
	dense := testbuild.NewDraft()
	for i := range 2_000 {
		day := testbuild.MustDate("2025-01-01").Earliest() + calendar.Day(i)
		dense.Event(day.String(), "Event", "A"+strconv.Itoa(i), func(e *timeline.EventDraft) {
			for n := range 20 {
				s := timeline.Source{Title: "s" + strconv.Itoa(n), Publisher: "P" + strconv.Itoa(n%2)}
				c := dense.CiteSource(&timeline.SourceDraft{Source: s})
				e.Sources = append(e.Sources, c)
				e.Figures = append(e.Figures, timeline.FigureDraft{
					Label: "l" + strconv.Itoa(n/2), Value: strconv.Itoa(n), By: timeline.NoMention, Source: timeline.NoCitation,
				})
			}
		})
	}
	for name, r := range map[string]*timeline.Timeline{"many": testbuild.Synthetic(20_000, 400), "dense": dense.Done()} {
		s := everything(r)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				quality.Look(r, s, quality.Usual(10))
			}
		})
	}
}
