package timeline_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/packedtext"
	"dateline/timeline/internal/testbuild"
)

// TestPackedTextsAreThoseOfEvents goes through records of one event, of some and of many, in several files whose events
// are in no order, with some that stand twice.
func TestPackedTextsAreThoseOfEvents(t *testing.T) {
	mixed := timeline.NewBuilder()
	for file := range 3 {
		d := testbuild.NewDraft()
		for n := range 1500 {
			d.Event(fmt.Sprint(2000+n*7%20+file), fmt.Sprint("Title ", n), "Rubio", func(e *timeline.EventDraft) {
				e.Summary, e.Notes = fmt.Sprint("Summary ", n%9), []string{"", fmt.Sprint("Note ", file)}
			})
		}
		mixed.Absorb(d.Batch, fmt.Sprint(file))
		mixed.Absorb(d.Batch, fmt.Sprint(file))
	}
	for name, tl := range map[string]*timeline.Timeline{
		"nothing": new(timeline.Timeline), "every text": testbuild.EveryText(), "talks": testbuild.Talks(),
		"synthetic": testbuild.Synthetic(2500, 40), "mixed": mixed.Timeline(true),
	} {
		seen := make([]bool, tl.Len())
		for _, part := range tl.Packed() {
			for n, i := range part.Events {
				seen[i] = true
				checkPacked(t, name, tl.Written(int(i)), &part, n)
			}
		}
		if missing := slices.Index(seen, false); missing >= 0 {
			t.Errorf("%s: event %d is in no part", name, missing)
		}
	}
}

// checkPacked holds the texts of the n-th event of a part against those of e, as they are written.
func checkPacked(t *testing.T, record string, e *timeline.Event, part *packedtext.Part, n int) {
	var got []string
	last := part.Start(n)
	for from, to := range part.Texts(n) {
		if from < last || to > part.Start(n+1) {
			t.Fatalf("%s: a text of %s is from %d to %d, after %d", record, e.ID, from, to, last)
		}
		got, last = append(got, part.Text[from:to]), to
	}
	want := append([]string{e.Title, e.Location, e.Summary}, e.Tags...)
	for _, q := range e.Quotes {
		want = append(want, q.Text)
	}
	for _, f := range e.Figures {
		want = append(want, f.Label)
	}
	for _, c := range e.Claims {
		want = append(want, c.Text)
	}
	want = append(want, e.Notes...)
	for _, f := range e.Other {
		want = append(want, f.Value)
	}
	want = slices.DeleteFunc(want, func(text string) bool { return text == "" })
	if !slices.Equal(got, want) {
		t.Errorf("%s: the texts of %s are %q, want %q", record, e.ID, got, want)
	}
	if part.MayHaveMarkup(n) != e.Markup {
		t.Errorf("%s: %s may have markup: %t", record, e.ID, !e.Markup)
	}
}
