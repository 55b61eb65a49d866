package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/query"
)

// lines returns n texts, each made from its number.
func lines(n int, format string) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, format, i)
	}
	return list.String()
}

// letterName returns a number as a word without digits.
func letterName(i int) string {
	word := []byte("B")
	for range 6 {
		word = append(word, "aeioubcdfg"[i%10])
		i /= 10
	}
	return string(word)
}

// named returns n texts, each made from a word of its own.
func named(n int, format string) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, format, letterName(i))
	}
	return list.String()
}

// crowds returns functions that make records in which n of one thing meet n of another, or each other.
func crowds() map[string]func(n int) string {
	const events = "events:\n" + kept
	return map[string]func(n int) string{
		"actors of two shared aliases": func(n int) string {
			return "actors:\n" + lines(n, "- {id: a%d, name: N%[1]d, aliases: [same, other]}\n") + events
		},
		"actors of one name": func(n int) string { return "actors:\n" + lines(n, "- {name: Same, x%d: y}\n") + events },
		"actors of one id": func(n int) string {
			return "actors:\n" + lines(n, "- {id: same, name: N%d, parent: same}\n") + events
		},
		"a ring of parents": func(n int) string {
			var list strings.Builder
			for i := range n {
				fmt.Fprintf(&list, "- {id: p%d, name: P%d x, parent: p%d}\n", i, i, (i+1)%n)
			}
			return "actors:\n" + list.String() + events
		},
		"a chain of parents": func(n int) string {
			var list strings.Builder
			for i := range n {
				fmt.Fprintf(&list, "- {id: p%d, name: P%d x, parent: p%d}\n", i, i, i+1)
			}
			return "actors:\n" + list.String() + events + lines(n, "- {date: 2025-01-02, title: t%d, actors: [p%[1]d]}\n")
		},
		"members of all": func(n int) string {
			return "actors:\n- {id: m, name: M, memberships: [" + lines(n, "{of: o%d, role: r%[1]d}, ") + "]}\n" + events +
				lines(n, "- {date: 2025-01-02, title: t%d, actors: [m]}\n")
		},
		"offices of a body of many names": func(n int) string {
			return "actors:\n- {id: o, name: O, aliases: [" + lines(n, "name %d, ") + "]}\n" +
				"- {id: m, name: M, memberships: [" + lines(n, "{of: o, role: r%d, start: 1990, end: 1991}, ") + "]}\n" + events +
				lines(n, "- {date: 2025-01-02, title: t%d, actors: [m]}\n")
		},
		"initials of one surname": func(n int) string {
			return kept + named(n, "- {date: 2025-01-02, title: a, actors: [\"J. %s Smith\", \"%[1]s Smith\"]}\n")
		},
		"titles of one surname": func(n int) string {
			return kept + named(n, "- {date: 2025-01-02, title: a, actors: [\"Dr. %s Smith\", \"%[1]s Smith\"]}\n")
		},
		"an event of doubles": func(n int) string {
			return kept + "- {date: 2025-01-02, title: a, actors: [" + named(n, "%s Yermak, ") + "]}\n" +
				"- {date: 2025-01-02, title: b, actors: [" + named(n, "%s Ermak, ") + "]}\n"
		},
		"doubles of many spellings": func(n int) string {
			return "actors:\n- {id: a, name: Kyrylenko, aliases: [" + named(n, "%s Zelensky, ") + "]}\n" +
				"- {id: b, name: Petrenko, aliases: [" + named(n, "%s Zelenskyy, ") + "]}\n" + events +
				lines(n, "- {date: 2025-01-02, title: a%d, actors: [a]}\n") +
				lines(n, "- {date: 2025-01-02, title: b%d, actors: [b]}\n")
		},
		"problems with a long name": func(n int) string {
			return "actors:\n- {id: l, name: " + strings.Repeat("long ", n) + ", aliases: [same]}\n" +
				lines(n, "- {id: a%d, name: N%[1]d, aliases: [same]}\n") + events
		},
		"events of one title": func(n int) string { return kept + strings.Repeat("- {date: 2025-01-02, title: same}\n", n) },
		"events of one id": func(n int) string {
			return kept + strings.Repeat("- {date: 2025-01-02, title: a, id: same}\n", n)
		},
		"sources of one id": func(n int) string {
			return "sources:\n" + lines(n, "- {id: same, url: https://a.example, title: t%d}\n") + events
		},
		"related to nothing": func(n int) string {
			return kept + lines(n, "- {date: 2025-01-02, title: a, id: e%d, related: [f%[1]d]}\n")
		},
		"quotes and actors of an event": func(n int) string {
			return kept + "  actors: [" + lines(n, "a%d, ") + "]\n  quotes:\n" +
				lines(n, "  - {by: b%d, text: t, source: https://a%[1]d.example}\n")
		},
		"figures of one label": func(n int) string {
			return kept + lines(n, "- {date: 2025-01-02, title: a, figures: [{label: a, value: %d}]}\n")
		},
		"tags of all": func(n int) string { return kept + lines(n, "- {date: 2025-01-02, title: a, tags: [t%d, same]}\n") },
	}
}

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

// Four times as much of anything in a record costs about four times as much. Bytes are counted, not time.
func TestCostGrowsWithTheRecord(t *testing.T) {
	const few, times, most = 1000, 4, 5
	cost := func(t *testing.T, text string) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		askRecord(t, loadText(t, "crowd.yaml", text).Index)
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for name, crowd := range crowds() {
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
	shapes := crowds()
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
