package timeline_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/testbuild"
)

// said returns what a record says, one line for each event and actor.
func said(t *timeline.Timeline) (lines []string) {
	lines = append(lines, t.Title())
	for i := range t.Len() {
		e := t.Event(i)
		line := e.Date.EDTF() + " " + e.Title + " #" + e.ID
		for _, part := range e.Actors {
			line += ", " + t.ActorName(part.Actor)
		}
		for _, ref := range e.Sources {
			line += ", " + t.SourceKey(ref)
		}
		lines = append(lines, line)
	}
	for a := range t.Actors() {
		lines = append(lines, t.Actor(timeline.ActorRef(a)).ID)
	}
	return lines
}

// callAndVisit returns a batch of two events, of which the first has the id "call".
func callAndVisit(by string) *timeline.Batch {
	b := timeline.NewBatch(diag.MaxProblems)
	b.AddActor(timeline.ActorDraft{ID: by, Name: "Actor " + by})
	source := b.Cite("https://example.org/"+by, diag.Range{})
	for _, e := range []timeline.EventDraft{
		{ID: "call", Date: testbuild.MustDate("2025-09-08"), Title: "Call"},
		{Date: testbuild.MustDate("2025-09-07"), Title: "Visit"},
	} {
		e.Actors = []timeline.PartDraft{{Actor: b.Mention(by), Name: by}}
		e.Sources = []timeline.Citation{source}
		b.AddEvent(&e)
	}
	return b
}

func TestARecordGrowsBatchByBatch(t *testing.T) {
	b := timeline.NewBuilder()
	b.Absorb(callAndVisit("a"), "a.yaml")
	first := b.Timeline(false)
	wantFirst := []string{
		"",
		"2025-09-07 Visit #2025-09-07-visit, Actor a, https://example.org/a",
		"2025-09-08 Call #call, Actor a, https://example.org/a",
		"a",
	}
	if diff := cmp.Diff(wantFirst, said(first)); diff != "" {
		t.Error(diff)
	}

	header := timeline.NewBatch(diag.MaxProblems)
	header.AddHeader(&timeline.Header{Title: "Talks"})
	b.Absorb(header, "b.yaml")
	b.Absorb(callAndVisit("b"), "b.yaml")
	want := []string{
		"Talks",
		"2025-09-07 Visit #2025-09-07-visit, Actor a, https://example.org/a",
		"2025-09-07 Visit #2025-09-07-visit-2, Actor b, https://example.org/b",
		"2025-09-08 Call #call, Actor a, https://example.org/a",
		"2025-09-08 Call #call-2, Actor b, https://example.org/b",
		"a", "b",
	}
	if diff := cmp.Diff(want, said(b.Timeline(true))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantFirst, said(first)); diff != "" {
		t.Errorf("a Timeline that was made before has changed:\n%s", diff)
	}
}

func TestRollBackForgetsWhatWasAbsorbed(t *testing.T) {
	once, rolledBack := timeline.NewBuilder(), timeline.NewBuilder()
	rolledBack.Absorb(callAndVisit("a"), "a.yaml")
	before := rolledBack.Checkpoint()
	rolledBack.Absorb(callAndVisit("b"), "b.yaml")
	seen := rolledBack.Timeline(false)
	wantSeen := said(seen)
	if got := rolledBack.Problems().Count(); got != 1 {
		t.Errorf("%d problems of two events with one id", got)
	}

	rolledBack.RollBack(before)
	rolledBack.Absorb(callAndVisit("c"), "c.yaml")
	once.Absorb(callAndVisit("a"), "a.yaml")
	once.Absorb(callAndVisit("c"), "c.yaml")
	if diff := cmp.Diff(said(once.Timeline(true)), said(rolledBack.Timeline(true))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(once.Problems().Found(), rolledBack.Problems().Found()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantSeen, said(seen)); diff != "" {
		t.Errorf("a Timeline that was made before has changed:\n%s", diff)
	}
}

// What Timeline returns of its own lists is a copy, or else somebody could change the record.
func TestOtherIsACopy(t *testing.T) {
	batch := timeline.NewBatch(0)
	batch.AddHeader(&timeline.Header{Other: []timeline.Field{{Key: "mood", Value: "odd"}}})
	b := timeline.NewBuilder()
	b.Absorb(batch, "")
	tl := b.Timeline(true)
	tl.Other()[0].Value = "even"
	if got := tl.Other()[0].Value; got != "odd" {
		t.Errorf("mood is %s", got)
	}
}
