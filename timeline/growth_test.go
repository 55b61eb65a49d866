package timeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// lines are n texts, each made from its number.
func lines(n int, format string) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, format, i)
	}
	return list.String()
}

// letterName is a number as a word without digits.
func letterName(i int) string {
	word := []byte("B")
	for range 6 {
		word = append(word, "aeioubcdfg"[i%10])
		i /= 10
	}
	return string(word)
}

// named are n texts, each made from a word of its own.
func named(n int, format string) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, format, letterName(i))
	}
	return list.String()
}

// crowds are records in which n of one thing meet n of another, or each other.
func crowds() map[string]func(n int) string {
	const events = "events:\n" + kept
	return map[string]func(n int) string{
		"actors of two shared aliases": func(n int) string {
			return "actors:\n" + lines(n, "- {id: a%d, name: N%[1]d, aliases: [same, other]}\n") + events
		},
		"actors of one name": func(n int) string { return "actors:\n" + lines(n, "- {name: Same, x%d: y}\n") + events },
		"actors of one id":   func(n int) string { return "actors:\n" + lines(n, "- {id: same, name: N%d, parent: same}\n") + events },
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
				lines(n, "- {date: 2025-01-02, title: a%d, actors: [a]}\n") + lines(n, "- {date: 2025-01-02, title: b%d, actors: [b]}\n")
		},
		"problems with a long name": func(n int) string {
			return "actors:\n- {id: l, name: " + strings.Repeat("long ", n) + ", aliases: [same]}\n" +
				lines(n, "- {id: a%d, name: N%[1]d, aliases: [same]}\n") + events
		},
		"events of one title": func(n int) string { return kept + strings.Repeat("- {date: 2025-01-02, title: same}\n", n) },
		"events of one id":    func(n int) string { return kept + strings.Repeat("- {date: 2025-01-02, title: a, id: same}\n", n) },
		"sources of one id": func(n int) string {
			return "sources:\n" + lines(n, "- {id: same, url: https://a.example, title: t%d}\n") + events
		},
		"related to nothing": func(n int) string {
			return kept + lines(n, "- {date: 2025-01-02, title: a, id: e%d, related: [f%[1]d]}\n")
		},
		"quotes and actors of an event": func(n int) string {
			return kept + "  actors: [" + lines(n, "a%d, ") + "]\n  quotes:\n" + lines(n, "  - {by: b%d, text: t, source: https://a%[1]d.example}\n")
		},
		"figures of one label": func(n int) string {
			return kept + lines(n, "- {date: 2025-01-02, title: a, figures: [{label: a, value: %d}]}\n")
		},
		"tags of all": func(n int) string { return kept + lines(n, "- {date: 2025-01-02, title: a, tags: [t%d, same]}\n") },
	}
}

// askRecord asks a record for everything that goes through all of it.
func askRecord(t *testing.T, x *Index) {
	askAll(t, x)
	record, all := x.Timeline(), x.Select(Query{})
	for _, f := range Formats {
		if err := writeAll(io.Discard, record, all, f); err != nil {
			t.Fatal(err)
		}
	}
	if err := ExportActors(io.Discard, x, all, Text, Emphasis{}); err != nil {
		t.Fatal(err)
	}
	for a := range min(record.Actors(), 3) {
		record.Offices(ActorRef(a))
		x.Companions(ActorRef(a), all)
	}
}

// What is four times as much costs about four times as much, whatever in a record meets whatever else. Bytes are counted,
// not time.
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

// Loops that allocate nothing are not seen by counting bytes. These records take a second or two; if one of the loops were
// a loop within a loop, each would take more than the minute that it is given.
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
				Load(ctx, []File{textFile("large.yaml", text)}, nil)
			}()
			select {
			case <-done:
			case <-ctx.Done():
				t.Error("it is not read to the end")
			}
		})
	}
}

// To find the circles among actors, from each of them the next is asked for a few times, however long the chains are.
func TestCirclesInFewSteps(t *testing.T) {
	const n = 100_000
	for _, tt := range []struct {
		name string
		next func(a ActorRef) ActorRef
		want [][2]int // how many circles there are of a length
	}{
		{"a ring", func(a ActorRef) ActorRef { return (a + 1) % n }, [][2]int{{1, n}}},
		{"a chain up", func(a ActorRef) ActorRef {
			if a == n-1 {
				return NoActor
			}
			return a + 1
		}, nil},
		{"a chain down", func(a ActorRef) ActorRef { return a - 1 }, nil}, // NoActor is -1
		{"a chain into a ring of two", func(a ActorRef) ActorRef {
			if a == n-1 {
				return n - 2
			}
			return a + 1
		}, [][2]int{{1, 2}}},
		{"rings of one", func(a ActorRef) ActorRef { return a }, [][2]int{{n, 1}}},
		{"all under one", func(ActorRef) ActorRef { return 0 }, [][2]int{{1, 1}}},
	} {
		steps := 0
		lengths := map[int]int{}
		for _, circle := range circles(n, func(a ActorRef) ActorRef { steps++; return tt.next(a) }) {
			lengths[len(circle)]++
		}
		if steps > 3*n {
			t.Errorf("%s: %d steps for %d actors", tt.name, steps, n)
		}
		for _, want := range tt.want {
			if lengths[want[1]] != want[0] {
				t.Errorf("%s: circles by length are %v, want %d of %d", tt.name, lengths, want[0], want[1])
			}
		}
		if len(lengths) != len(tt.want) {
			t.Errorf("%s: circles by length are %v", tt.name, lengths)
		}
	}
}

// writeAll writes the selected events.
func writeAll(w io.Writer, t *Timeline, s Selection, f Format) error {
	x := NewExporter(w, f, Emphasis{})
	return errors.Join(x.Write(t, s, 0), x.Close())
}
