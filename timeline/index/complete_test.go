package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

const completeRecord = `
actors:
  - {id: rubio, name: Marco Rubio, kind: person, aliases: [Рубіо]}
  - {id: lavrov, name: Sergey Lavrov, kind: person, memberships: [{of: russia, role: minister}]}
sources: [{id: example, title: A paper}]
events:
  - {date: 2024-05-01, title: One, type: call, location: "Kyiv, Ukraine", tags: [aid], actors: [rubio], importance: 8, Impact Areas: [war, trade]}
  - {date: 2025-07-10, title: Two, type: meeting, tags: [air defence], actors: [rubio, lavrov], importance: 10, deadline: 2025-09}
  - {date: 2025-09-01, title: Three, type: call, actors: [rubio], quotes: [{by: lavrov, text: No.}], importance: 8, quote: x,
     claims: [{by: lavrov, text: It was so., status: denied, source: example}, {by: rubio, text: It was not., status: reported}]}
  - {date: Y123456, title: Four}
`

func TestComplete(t *testing.T) {
	x := index.New(completeTimeline())
	for _, tt := range []struct{ text, want string }{
		{"actor:|", "rubio (Marco Rubio) 3, lavrov (Sergey Lavrov) 1, russia (russia) 1"},
		{"actor:руб|", "rubio (Marco Rubio) 3"},
		{"type:meeting actor:|", "rubio (Marco Rubio) 1, lavrov (Sergey Lavrov) 1, russia (russia) 1"},
		{"by:|", "rubio (Marco Rubio) 1, lavrov (Sergey Lavrov) 1"},
		{"says:rus|", "russia (russia) 1"},
		{"claim:|", "denied 1, reported 1"},
		{"type:meeting claim:de|", "denied 0"},
		{
			"claim:(|", "says: (who claims it, or somebody of theirs) -1, status: (denied, disputed, reported …) -1, " +
				"by: (who claims it) -1, source: (where it is reported) -1",
		},
		{"claim:(s|", "says: (who claims it, or somebody of theirs) -1, status: (denied, disputed, reported …) -1, " +
			"source: (where it is reported) -1, says:lavrov (Sergey Lavrov) 1"},
		{"claim:(lav|", "says:lavrov (Sergey Lavrov) 1"},
		{"claim:(says:lavrov status:|)", "denied 1, reported 0"},
		{"claim:(status:reported says:|", "rubio (Marco Rubio) 1, lavrov (Sergey Lavrov) 0, russia (russia) 0"},
		{"claim:(source:|", "example 1"},
		{"claim:(type:|", ""},
		{"direct:lav|", "lavrov (Sergey Lavrov) 1"},
		{"type:|", "call 2, meeting 1"},
		{"actor:lavrov type:|", "meeting 1, call 0"},
		{"type:call,m|", "meeting 1"},
		{"tag:|", `aid 1, "air defence" 1`},
		{"location:ukr|", `"Kyiv, Ukraine" 1`},
		{
			"has:|", "quote 1, figure 0, claim 1, source 0, note 0, importance 3, \"Impact Areas\" 1, deadline 1, " +
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
				"actor:", "type:", "tag:", "location:", "date:", "date:2024..", "since:", "has:", "is:", "id:", "by:", "says:", "direct:",
				"claim:", "claim:(by:", "claim:(says:lavrov status:", "-claim:(", "claim:(so source:",
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
		text = text[:cursor.Start] + c.Text + text[cursor.End:]
		if cursor.InClaim {
			text += ")"
		}
		q, err := query.Parse(text)
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

// Of more values than are offered, those come that have most events, in the order of ValueCounts, and only those
// whose own words begin as typed: a source that goes by its address is not offered for its title.
func TestCompleteOfManyValues(t *testing.T) {
	d := testbuild.NewDraft()
	for i := range 400 {
		d.Event("2025-01-01", fmt.Sprint("Event ", i), "", func(e *timeline.EventDraft) {
			e.Tags = []string{fmt.Sprint("common tag ", i%150), fmt.Sprint("rare ", i/3), "Übel"}
			for n := range i%3 + 1 {
				e.Sources = append(e.Sources, d.Source(timeline.Source{
					URL: fmt.Sprint("https://example.org/", (i+n)%290), Title: fmt.Sprint("Gazette ", i), Publisher: "Common",
				}))
			}
		})
	}
	x := index.New(d.Done())
	for _, key := range []query.Key{query.ByTag, query.BySource} {
		for _, typed := range []string{"", "c", "common ta", "rare 1", "ubel", "https", "example.org/2", "gaz", "nothing", "-"} {
			for _, rest := range []string{"", "tag:rare "} {
				text := rest + string(key) + ":" + query.Quote(key, typed)
				at, ok := query.CursorAt(strings.TrimSuffix(text, `"`), len(strings.TrimSuffix(text, `"`)))
				if !ok {
					t.Fatal(text)
				}
				s, want := x.Select(at.Rest), ""
				n := 0
				for _, c := range x.ValueCounts(key, s) {
					if words := strings.Fields(fold.Value(at.Typed)); n < 100 && haveWords(fold.Value(c.Value), words) {
						want += fmt.Sprint(query.Quote(key, c.Value), " ", c.N, "\n")
						n++
					}
				}
				got := ""
				for _, c := range x.Complete(at, s) {
					got += fmt.Sprint(c.Text, " ", c.N, "\n")
				}
				if got != want {
					t.Errorf("%s:\n%s\nand not\n%s", text, got, want)
				}
			}
		}
	}
}

// haveWords reports whether a folded text has words that begin with others, in their order.
func haveWords(text string, words []string) bool {
	for text = " " + text; len(words) > 0; words = words[1:] {
		_, after, ok := strings.Cut(text, " "+words[0])
		if !ok {
			return false
		}
		text = after
	}
	return true
}
