package load

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// askRecord asks a record for everything that goes through all of it.
func askRecord(t *testing.T, x *index.Index) {
	askAll(t, x)
	record, all := x.Timeline(), x.Select(query.Query{})
	for _, f := range export.Formats {
		if err := writeAll(io.Discard, record, all, f); err != nil {
			t.Fatal(err)
		}
	}
	if err := export.Actors(io.Discard, x, all, export.Text, export.Emphasis{}); err != nil {
		t.Fatal(err)
	}
	for a := range min(record.Actors(), 3) {
		record.Offices(timeline.ActorRef(a))
		x.Companions(timeline.ActorRef(a), all)
	}
}

// Crowds have every key of the format.
func TestCrowdsHaveEveryKey(t *testing.T) {
	want := map[string][]string{
		"head": headFields.keys(), "event": eventFields.keys(), "part": partFields.keys(), "quote": quoteFields.keys(),
		"figure": figureFields.keys(), "claim": claimFields.keys(), "actor": actorFields.keys(),
		"membership": membershipFields.keys(), "source": sourceFields.keys(), "type": typeFields.keys(),
	}
	if diff := cmp.Diff(want, testrecord.Keys()); diff != "" {
		t.Error(diff)
	}
}

// Four times as much of anything in a record costs about four times as much. Bytes are counted, not time.
func TestCostGrowsWithTheRecord(t *testing.T) {
	if racing {
		t.Skip("the race detector allocates too")
	}
	const few, times, most = 1000, 4, 5
	cost := func(t *testing.T, text string) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		askRecord(t, loadText(t, "crowd.yaml", text).Index)
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for name, crowd := range testrecord.Crowds() {
		t.Run(name, func(t *testing.T) {
			if small, large := cost(t, crowd(few)), cost(t, crowd(times*few)); large > most*small {
				t.Errorf("%.0f bytes for %d, %.0f for %d: %.1f times as much", small, few, large, times*few, large/small)
			}
		})
	}
}

// Loops that allocate nothing do not show when bytes are counted. These records take a second or two. With a loop
// within a loop, each would take more than the minute that it has.
func TestLargeRecordsAreReadToTheEnd(t *testing.T) {
	long := strings.Repeat("Abcdefghij ", 30_000)
	shapes := testrecord.Crowds()
	for name, text := range map[string]string{
		"actors of two shared aliases": shapes["actors of two shared aliases"](60_000),
		"actors of one name":           shapes["actors of one name"](80_000),
		"two long titles":              "- {date: 2025, title: " + long + "end}\n- {date: 2025, title: " + long + "an}\n",
		"two long ids":                 "- {date: 2025, title: a, id: " + long + "end, related: [" + long + "an]}\n",
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			done := make(chan struct{})
			go func() {
				defer close(done)
				Files(ctx, []File{textFile("large.yaml", text)}, nil)
			}()
			select {
			case <-done:
			case <-ctx.Done():
				t.Error("it is not read to the end")
			}
		})
	}
}

// writeAll writes the selected events.
func writeAll(w io.Writer, t *timeline.Timeline, s index.Selection, f export.Format) error {
	x := export.New(w, f, export.Emphasis{})
	return errors.Join(x.Write(t, s, 0), x.Close())
}
