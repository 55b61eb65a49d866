package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

const completeRecord = `
actors:
  - {id: rubio, name: Marco Rubio, kind: person, aliases: [Рубіо]}
  - {id: lavrov, name: Sergey Lavrov, kind: person}
events:
  - {date: 2024-05-01, title: One, type: call, location: "Kyiv, Ukraine", tags: [aid], actors: [rubio], importance: 8, Impact Areas: [war, trade]}
  - {date: 2025-07-10, title: Two, type: meeting, tags: [air defence], actors: [rubio, lavrov], importance: 10, deadline: 2025-09}
  - {date: 2025-09-01, title: Three, type: call, actors: [rubio], quotes: [{by: lavrov, text: No.}], importance: 8, quote: x}
  - {date: Y123456, title: Four}
`

func TestComplete(t *testing.T) {
	x := index.New(completeTimeline())
	for _, tt := range []struct{ text, want string }{
		{"actor:|", "rubio (Marco Rubio) 3, lavrov (Sergey Lavrov) 1"},
		{"actor:руб|", "rubio (Marco Rubio) 3"},
		{"type:meeting actor:|", "rubio (Marco Rubio) 1, lavrov (Sergey Lavrov) 1"},
		{"by:|", "lavrov (Sergey Lavrov) 1"},
		{"direct:lav|", "lavrov (Sergey Lavrov) 1"},
		{"type:|", "call 2, meeting 1"},
		{"actor:lavrov type:|", "meeting 1, call 0"},
		{"type:call,m|", "meeting 1"},
		{"tag:|", `aid 1, "air defence" 1`},
		{"location:ukr|", `"Kyiv, Ukraine" 1`},
		{
			"has:|", "quote 1, figure 0, claim 0, source 0, note 0, importance 3, \"Impact Areas\" 1, deadline 1, " +
				"other.quote 1",
		},
		{"has:im|", `importance 3, "Impact Areas" 1`},
		{"im|", `importance: (in 3 events) -1, "Impact Areas": (in 1 event) -1`},
		{"importance:|", "8 2, 10 1"},
		{"type:call importance:|", "8 2, 10 0"},
		{"importance>=|", "10 1, 8 3"},
		{"importance<|", "10 2"},
		{`"Impact Areas":w|`, "war 1"},
		{"impact_areas:trade,w|", "war 1"},
		{"deadline<=|", "2025-09 1"},
		{"date>20|", "2024 3, 2025 1"},
		{"date:|", "2024 1, 2025 2, Y123456 1"},
		{"date:2025|", "2025-07 1, 2025-09 1"},
		{
			"date:2024..2025-0|",
			"2024..2025-01 1, 2024..2025-02 1, 2024..2025-03 1, 2024..2025-04 1, 2024..2025-05 1, 2024..2025-06 1, " +
				"2024..2025-07 2, 2024..2025-08 2, 2024..2025-09 3",
		},
		{"since:|", "2024 4, 2025 3, Y123456 1"},
		{"ta|", "tag: (what it is about) -1"},
		{"lavr|", "actor:lavrov (Sergey Lavrov) 1"},
		{"air|", `tag:"air defence" 1`},
		{"id:2025-07|", "2025-07-10-two (Two) 1"},
	} {
		before, after, _ := strings.Cut(tt.text, "|")
		cursor, ok := query.CursorAt(before+after, len(before))
		if !ok {
			t.Errorf("%q has no place to complete", tt.text)
			continue
		}
		var got []string
		for _, c := range x.Complete(cursor, x.Select(cursor.Rest)) {
			one := c.Text
			if c.Name != "" {
				one += " (" + c.Name + ")"
			}
			got = append(got, fmt.Sprintf("%s %d", one, c.N))
		}
		if list := strings.Join(got, ", "); list != tt.want {
			t.Errorf("%q is completed by %s\nwant %s", tt.text, list, tt.want)
		}
	}
}

// TestCompletionsCanBeRead takes any candidate at any cursor: the query can be read, and selects as many as were
// counted.
func TestCompletionsCanBeRead(t *testing.T) {
	x := index.New(completeTimeline())
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"", "type:call ", "one "}).Draw(t, "before") +
			rapid.SampledFrom([]string{
				"actor:", "type:", "tag:", "location:", "date:", "date:2024..", "since:", "has:", "is:", "id:", "by:", "direct:",
				"importance:", "importance>=", "importance<", `"Impact Areas":`, "deadline>", "date<",
				"a", "t", "l",
			}).Draw(t, "typed")
		cursor, _ := query.CursorAt(text, len(text))
		rest := x.Select(cursor.Rest)
		list := x.Complete(cursor, rest)
		if len(list) == 0 {
			return
		}
		c := rapid.SampledFrom(list).Draw(t, "candidate")
		if c.N == index.NoCount {
			return
		}
		q, err := query.Parse(text[:cursor.Start] + c.Text + text[cursor.End:])
		if err != nil {
			t.Fatalf("%q with %q cannot be read: %v", text, c.Text, err)
		}
		if n := x.Select(q).Len(); n != c.N {
			t.Errorf("%s selects %d, counted as %d", q, n, c.N)
		}
	})
}

// completeTimeline returns the record of whose values queries are completed.
func completeTimeline() *timeline.Timeline {
	files := []load.File{load.InMemory("test.yaml", []byte(completeRecord))}
	return load.Files(context.Background(), files, nil).Index.Timeline()
}
