package timeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// streamed is a record as an Exporter writes it while it is read in pieces of about size bytes, and how many events it had
// written when the end was read.
func streamed(t interface {
	Helper()
	Fatal(...any)
}, text string, size int, q Query, f Format,
) (out string, early int) {
	t.Helper()
	var b bytes.Buffer
	e := NewExporter(&b, f, Emphasis{})
	l := loader{builder: newBuilder(), piece: size}
	p, rest, err := l.streamed(context.Background(), []File{textFile("record.yaml", text)}, q, func(t *Timeline, s Selection) error {
		early += s.Len()
		return e.Write(t, s, 0)
	})
	if err := errors.Join(err, e.Write(p.Index.Timeline(), rest, 0), e.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String(), early
}

// sameStream fails unless a record comes out in f as it does when it is read whole. It says how many events came early.
func sameStream(t interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}, text, query string, f Format,
) (early int) {
	t.Helper()
	q, err := ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	x := loadInPieces(text, len(text)+1).Index
	var want bytes.Buffer
	if err := exportEvents(&want, x.Timeline(), x.Select(q), 0, f, Emphasis{}); err != nil {
		t.Fatal(err)
	}
	got, early := streamed(t, text, 1, q, f)
	if got != want.String() {
		t.Fatalf("%q, %s, of which %d early:\n%s\nwant:\n%s\nof:\n%s", query, f, early, got, want.String(), text)
	}
	return early
}

func TestStream(t *testing.T) {
	text := generate(500)
	for _, query := range []string{"", "actor:actor-1", "-actor:actor-1,actor-2", "type:call", "talks", "has:source -since:2025", "location:town"} {
		for _, f := range Formats {
			if early := sameStream(t, text, query, f); early == 0 {
				t.Errorf("%q: nothing comes before the end", query)
			}
		}
	}
	for _, query := range []string{"actor:surname1", "id:event"} {
		if early := sameStream(t, text, query, JSON); early > 0 {
			t.Errorf("%q: %d events before it is known who that is", query, early)
		}
	}
}

// What is said further down may change what an event says, or who asks for it. It waits for that.
func TestStreamWaits(t *testing.T) {
	const head = "sources: [{id: s, title: S}]\nactors: [{id: ann, name: Ann}, {id: bob, name: Bob, aliases: [Bobby]}"
	record := func(head, first, then string) string {
		return head + "]\nevents:\n" + strings.ReplaceAll("  - "+first+"\n  - "+then+"\n", "; ", "\n    ")
	}
	if early := sameStream(t, record(head, "date: 2025; id: a; title: A; actors: [Ann, Bobby]; sources: [s]", "date: 2026; id: b; title: B"), "", Text); early != 2 {
		t.Errorf("%d early events of a plain record", early)
	}
	sameOffice := record(head+", {id: cid, memberships: [{of: ABO, role: head}]}", "date: 2025; id: a; title: A; actors: [cid]", "date: 2026; id: b; title: B; actors: [Alpha Beta Office (ABO)]")
	if early := sameStream(t, sameOffice, "", JSON); early > 0 {
		t.Errorf("%d events come before the name of an office", early)
	}
	if early := sameStream(t, record(head, "date: 2025; id: a; title: A; type: call back", "date: 2026; id: b; title: B; type: call"), "type:call", JSON); early != 1 {
		t.Errorf("%d early events of one type", early)
	}
	for name, c := range map[string]struct{ first, then, query string }{
		"an earlier event":         {"date: 2025; id: a; title: A", "date: 2024; id: b; title: B", ""},
		"a name that means more":   {"date: 2025; id: a; title: A; actors: [ABO]", "date: 2026; id: b; title: B; actors: [Alpha Beta Office (ABO)]", ""},
		"an id that is taken":      {"date: 2025; title: A", "date: 2026; id: 2025-a; title: B", ""},
		"a source that is told":    {"date: 2025; id: a; title: A; sources: [t]", "date: 2026; id: b; title: B; sources: [{id: t, title: T}]", ""},
		"a link to something":      {"date: 2025; id: a; title: A; sources: [http://t.example]", "date: 2026; id: b; title: B; sources: [{url: http://t.example, title: T}]", ""},
		"a name that is somebody":  {"date: 2025; id: a; title: A; actors: [ann]", "date: 2026; id: b; title: B; actors: [A]", "actor:a"},
		"an id that is one":        {"date: 2025; id: ab; title: A", "date: 2026; id: a; title: B", "id:a"},
		"a break further down":     {"date: 2025; id: a; title: A", "date: 2024; id: b; title: B: C", ""},
		"a date behind an odd key": {"date: 2025; id: a; title: A", "\"date\": 2024; id: b; title: B", ""},
		"a date in brackets":       {"date: 2025; id: a; title: A", "{date: 2024, id: b, title: B}", ""},
		"a set of dates":           {"date: 2025; id: a; title: A", "date: [2024, 2026]; id: b; title: B", ""},
		"an anchor further down":   {"date: 2025; id: a; title: A", "&b {date: 2024, id: b, title: B}", ""},
		"another document":         {"date: 2025; id: a; title: A", "date: 2026; id: b; title: B\n---\n{date: 2024, id: c, title: C}", ""},
		"no date":                  {"id: a; title: A", "date: 2026; id: b; title: B", ""},
		"a record below":           {"date: 2025; id: a; title: A; actors: [Ann]", "date: 2026; id: b; title: B\nactors: [{id: Ann Other}, {id: ann}]", ""},
		"a name's owner below":     {"date: 2025; id: a; title: A; actors: [Bobby]", "date: 2026; id: b; title: B\nactors: [{id: bobby, name: Robert}]", ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, f := range Formats {
				early := sameStream(t, record(head, c.first, c.then), c.query, f)
				if early > 0 {
					t.Errorf("%s: %d events come before that", f, early)
				}
			}
		})
	}
}

// The first events come before the last bytes are read.
func TestStreamStops(t *testing.T) {
	text := generate(2000)
	failed := errors.New("the pipe is closed")
	calls := 0
	p, _, err := Stream(context.Background(), []File{textFile("record.yaml", text)}, Query{}, func(*Timeline, Selection) error {
		calls++
		return failed
	})
	if calls != 1 || err != failed || p.Done {
		t.Errorf("%d calls, %v, done %v", calls, err, p.Done)
	}
}

var (
	streamHeads = []string{
		"actors: [{id: a, name: Ann}, {id: b, name: Bob, memberships: [{of: o, role: head}]}, {id: o, name: Org}]\nsources: [{id: s, title: S, url: \"http://s.example\"}]\n",
		"", "actors: [{id: a, memberships: [{of: ABO, role: head}]}, {id: b}]\nsources: [{id: s, title: S}]\n",
		"actors: [{id: a, name: Alpha Beta Group (ABG)}, {id: b, name: Bob}]\nsources: [{id: s, title: S}]\n",
	}
	streamFields = []string{
		"    actors: [a, b]", "    actors:\n    - a\n    - {actor: b, role: host}", "    actors: [Ann, Cid]", "    actors: [ABG]", "    actors: [ABG (Another Big Group)]",
		"    sources: [s]", "    sources: [s, http://s.example]", "    sources: [{id: s, title: T}]", "    sources: [{title: T, url: \"http://s.example\"}]", "    sources: [unknown]", "    sources: [{id: unknown, title: U}]", "    actors: [Alpha Beta Office (ABO)]",
		"    type: call", "    type: callback", "    tags: [x]", "    summary: |\n      date: 1900", "    summary: \"a\n    date: 1900\"", "    summary: 'a\n      b'", "    quotes: [{by: a, text: t, source: s}]",
		"    figures:\n      - {label: l, by: Dora}", "    start: 1900", "    end: 2030", "    mood: odd", "    # date: 1900", "    \"type\": call",
	}
	streamDates = []string{
		"%d", "%d-02", "%d-02-03", "\"%d\"", "'%d-01'", "%d~", "%d/..", "../%d", "[%d, 2031]", "%d # sure", "%d\n      # more", "%d\n      /2031", "\n      %d", "&a %d", "never in %d", "", "%d-01-01T10:00", "!!str %d",
	}
	streamKeys  = []string{"date", "start", "\"date\"", "? date\n    ", "date ", "'date'", "\"d\\x61te\""}
	streamTails = []string{"", "", "", "actors: [{id: a, name: Other}, {id: Cid, name: Cid Two}]\n", "actors: [{id: ann, name: Another}]\n", "mood: odd\n", "# end\n", "  - &x {id: x, date: 1900, title: X}\n", "  - {id: x, date: 1900, title: X}\n", "  - id: x\n    title: a: b\n    date: 1900\n", "---\ntitle: two\n"}
)

// Whatever is in a record, and wherever, it comes out as it does when it is read whole.
func TestStreamProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pick := func(name string, of []string, usual int) string {
			if rapid.IntRange(0, 9).Draw(t, name+" is odd") < usual {
				return of[0]
			}
			return rapid.SampledFrom(of).Draw(t, name)
		}
		var text strings.Builder
		text.WriteString(pick("head", streamHeads, 6) + "events:\n")
		year := 2000
		for n := range rapid.IntRange(1, 12).Draw(t, "events") {
			year += rapid.SampledFrom([]int{0, 1, 1, 1, 1, 5, -1}).Draw(t, "years")
			date := strings.ReplaceAll(pick("date", streamDates, 9), "%d", strconv.Itoa(year))
			id := fmt.Sprintf("    id: e%d\n", pickNumber(t, n))
			if rapid.IntRange(0, 19).Draw(t, "has no id") == 0 {
				id = ""
			}
			fmt.Fprintf(&text, "  - %s: %s\n%s    title: T%d\n", pick("key", streamKeys, 9), date, id, n)
			for range rapid.IntRange(0, 2).Draw(t, "fields") {
				text.WriteString(pick("field", streamFields, 7) + "\n")
			}
		}
		text.WriteString(rapid.SampledFrom(streamTails).Draw(t, "tail"))
		query := rapid.SampledFrom([]string{"", "", "actor:a", "-actor:ann", "actor:o", "type:call", "actor:cid", "actor:ab", "by:a", "source:s", "t1"}).Draw(t, "query")
		sameStream(t, text.String(), query, rapid.SampledFrom(Formats).Draw(t, "format"))
	})
}

// pickNumber is n, or in few cases a number that has been.
func pickNumber(t *rapid.T, n int) int {
	if rapid.IntRange(0, 29).Draw(t, "number is old") == 0 {
		return n / 2
	}
	return n
}
