package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// own returns an index of events that have these keys of the writer's own: "key=value; key=value" each.
func own(events ...string) *Index {
	d := testbuild.NewDraft()
	for n, event := range events {
		d.Event(fmt.Sprintf("%04d-01-01", 2000+n), fmt.Sprint("Event ", n), "", func(e *timeline.EventDraft) {
			for field := range strings.SplitSeq(event, "; ") {
				if key, value, ok := strings.Cut(field, "="); ok {
					e.Other = append(e.Other, timeline.Field{Key: key, Value: value})
				}
			}
		})
	}
	return New(d.Done())
}

// theirs has what keys of the writer's own hold: numbers, dates, lists, links, maps and prose.
func theirs() *Index {
	return own(
		"importance=8; company=Amaranth; tags2=[politics, \"#war\"]; deadline=2025-03-01; delta=-5; url=https://a.org/1",
		"importance=80; company=amaranth; Impact Areas=- war and peace\n- \"a, b\"; by=me; delta=5; cost=$1.5 million",
		"importance=8.0; company=Amaranth Ltd; impact_areas=- - Mira Sol; deadline=8 September 2025; cost=1,343",
		"importance=8 of 10; see=[[Jon Vale|him]]; lead=A long line\nof prose about kittens; url=https://a.org/2",
		"importance=; map={lead: Mira, role: host}; deadline=later; empty=[]; sign=+; year=1990; team={a: 1}",
	)
}

func TestOwnKeys(t *testing.T) {
	got := theirs().OwnKeys()
	want := []OwnKey{
		{Key: "importance", Events: 4, Values: 4},
		{Key: "company", Events: 3, Values: 2},
		{Key: "deadline", Events: 3, Values: 3},
		{Key: "Impact Areas", Events: 2, Values: 3},
		{Key: "cost", Events: 2, Values: 2, Numeric: true},
		{Key: "delta", Events: 2, Values: 2, Numeric: true},
		{Key: "url", Events: 2, Values: 2, Link: true},
		{Key: "by", Events: 1, Values: 1},
		{Key: "lead", Events: 1},
		{Key: "map", Events: 1},
		{Key: "see", Events: 1, Values: 1},
		{Key: "sign", Events: 1, Values: 1},
		{Key: "tags2", Events: 1, Values: 2},
		{Key: "team", Events: 1},
		{Key: "year", Events: 1, Values: 1, Numeric: true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := New(testbuild.Talks()).OwnKeys(); got != nil {
		t.Errorf("a record without keys of the writer's own has %v", got)
	}
}

func TestSelectByOwnKeys(t *testing.T) {
	x := theirs()
	for text, want := range map[string]string{
		"importance:8":                  "0 2 3", // equal as a number, or a word that begins so
		"importance=8.0":                "0 2",
		"importance!=8":                 "1 4",
		"importance>=8":                 "0 1 2",
		"importance>8":                  "1",
		"importance<80":                 "0 2",
		"importance:8|80":               "0 1 2 3",
		"importance:ten":                "",
		"importance>high":               "",
		"IMPORTANCE:80":                 "1",
		"delta:5":                       "1",
		"delta:-5":                      "0",
		"delta<0":                       "0",
		"cost>=1000":                    "1 2",
		"cost>=1000000":                 "1",
		"company:amaranth":              "0 1 2",
		"company:ltd":                   "2",
		"company:mara":                  "",
		`company:"amaranth ltd"`:        "2",
		"tags2:war":                     "0",
		"tags2:#war,x":                  "0",
		`"Impact Areas":war`:            "1",
		"impact_areas:mira":             "2",
		"ImpactAreas:a":                 "1",
		"see:jon":                       "3",
		"see:him":                       "",
		"sign:+":                        "4",
		"url:a.org":                     "0 3",
		"lead:kitten":                   "3",
		"lead:kitten event":             "3",
		"lead:event":                    "",
		"map:mira":                      "4",
		"map:mira lead:kitten":          "",
		"deadline<2025-09":              "0",
		"deadline>2025-03-01":           "2",
		"deadline>=2025-03-01":          "0 2",
		"deadline<=2025-03":             "0",
		`deadline<"next month"`:         "0 2",
		"deadline:2025":                 "0 2", // a word of the value begins so
		"year<2000":                     "4",
		"other.by:me":                   "1",
		"by:me":                         "",
		"has:importance":                "0 1 2 3",
		"has:by":                        "", // by: is ours
		"has:date":                      "0 1 2 3 4",
		"-has:tag":                      "0 1 2 3 4",
		"has:other.by":                  "1",
		"has:quote":                     "",
		`has:"impact areas"`:            "1 2",
		"has:empty":                     "",
		"-has:company":                  "3 4",
		"kittens":                       "3",
		"amaranth":                      "0 1 2",
		"nobody:x":                      "",
		"-nobody:x":                     "0 1 2 3 4",
		"company:ltd OR delta<0":        "0 2",
		"(company:amaranth delta>0) !x": "1",
	} {
		got := strings.Trim(fmt.Sprint(numbers(x.Select(ask(t, text).On(calendar.DayOf(2025, 9, 20))))), "[]")
		if got != want {
			t.Errorf("%s selects %q, want %q", text, got, want)
		}
	}
}

func TestValueCountsOfOwnKeys(t *testing.T) {
	x := theirs()
	all := x.Select(ask(t, ""))
	for text, want := range map[string]string{
		"company":      "[{Amaranth 2} {Amaranth Ltd 1}]",
		"impact_areas": "[{Mira Sol 1} {a, b 1} {war and peace 1}]",
		"tags2":        "[{politics 1} {war 1}]",
		"see":          "[{Jon Vale 1}]",
		"map":          "[]",
		"nobody":       "[]",
	} {
		if got := fmt.Sprint(x.ValueCounts(query.Key(text), all)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if got := fmt.Sprint(x.ValueCounts("company", x.Select(ask(t, "company:ltd")))); got != "[{Amaranth Ltd 1} {Amaranth 0}]" {
		t.Errorf("under a filter: %s", got)
	}
}

// What a query asks of a key is what it lists for it: each value is found by itself, whatever it is.
func TestEachOwnValueIsFound(t *testing.T) {
	texts := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune(`ab1.-,:"'[]{}#|& =ї`))))
	rapid.Check(t, func(t *rapid.T) {
		var events []string
		for range rapid.IntRange(1, 6).Draw(t, "events") {
			text := strings.ReplaceAll(texts.Draw(t, "text"), "; ", "")
			if rapid.Bool().Draw(t, "list") {
				text = fmt.Sprintf("[a, %s]", text)
			}
			events = append(events, "key="+text)
		}
		x := own(events...)
		all := x.Select(query.Query{})
		for _, c := range x.ValueCounts("key", all) {
			q := query.Query{}.Only("key", c.Value)
			if found := x.Select(q).Len(); found < c.N {
				t.Fatalf("%s finds %d of %d events of %q", q, found, c.N, events)
			}
		}
		for _, k := range x.OwnKeys() {
			if n := x.Select(query.Query{}.Only(query.ByHas, string(query.OwnKey(k.Key)))).Len(); n != k.Events {
				t.Fatalf("%d of %d events have %v", n, k.Events, k)
			}
		}
	})
}

// The numbers of a key lie over time as figures do, whatever else it holds.
func TestOwnSeries(t *testing.T) {
	x := theirs()
	for key, want := range map[query.Key]string{
		"importance": "[{0 -1 {8 8 8}} {1 -1 {80 80 80}} {2 -1 {8 8 8}}]",
		"cost":       "[{1 -1 {1.5e+06 1.5e+06 1.5e+06}} {2 -1 {1343 1343 1343}}]",
		"year":       "[]", // of one event alone
		"company":    "[]",
		"nobody":     "[]",
	} {
		if got, whole := x.OwnSeries(key, 0); fmt.Sprint(got) != want || !whole {
			t.Errorf("%s: %v, whole: %t, want %s", key, got, whole, want)
		}
	}
	many := make([]string, maxSeries+100)
	for i := range many {
		many[i] = fmt.Sprint("n=", i)
	}
	got, whole := own(many...).OwnSeries("n", len(many)-1)
	if whole || len(got) != maxSeries || got[0].Event != 100 {
		t.Errorf("%d of many, whole: %t", len(got), whole)
	}
}

// A key that no event has is named at its place, with what may be meant.
func TestMistake(t *testing.T) {
	x := theirs()
	for _, tt := range []struct{ text, under, message string }{
		{"company:x", "", ""},
		{"has:company has:quote type:x", "", ""},
		{"a qoute:x", "qoute", "no event has the key `qoute`; did you mean has:quote, has:note?"},
		{"-compny:x", "compny", "no event has the key `compny`; did you mean company?"},
		{"a OR \"impact aeras\":x", "\"impact aeras\"", "no event has the key `impact aeras`; did you mean \"Impact Areas\"?"},
		{"impact:x", "impact", "no event has the key `impact`; did you mean \"Impact Areas\"?"},
		{"has:impact", "impact", "no event has the key `impact`; did you mean \"Impact Areas\"?"},
		{"other.importence>=7", "other.importence", "no event has the key `other.importence`; did you mean importance?"},
		{"other.byy:x", "other.byy", "no event has the key `other.byy`; did you mean other.by?"},
		{"after:2025", "after", "no event has the key `after`; did you mean since?"},
		{"before>2025", "before", "no event has the key `before`; did you mean until?"},
		{"author:x", "author", "no event has the key `author`; did you mean source, by?"},
		{"actors:x", "actors", "no event has the key `actors`; did you mean actor?"},
		{"year:1990 qqqqqq:x", "qqqqqq", "no event has the key `qqqqqq`; put it in \"quotes\" to look for the words"},
		{"has:since", "since", "no event has the key `since`; ask for quote, figure, claim, source, note or a key that events have"},
		{"has:place has:actor", "", ""},
		{"title:war", "title", "no event has the key `title`; write the word alone, which looks into titles, summaries and names"},
		{"has:compny", "compny", "no event has the key `compny`; did you mean company?"},
		{"has:cheese", "cheese", "no event has the key `cheese`; " +
			"ask for quote, figure, claim, source, note or a key that events have"},
	} {
		wrong := x.Mistake(tt.text, ask(t, tt.text))
		if wrong == nil {
			if tt.message != "" {
				t.Errorf("%s: nothing is wrong", tt.text)
			}
			continue
		}
		if under := tt.text[wrong.Start:wrong.End]; under != tt.under || wrong.Error() != tt.message {
			t.Errorf("%s: under %q: %s\nwant under %q: %s", tt.text, under, wrong, tt.under, tt.message)
		}
	}
}

// What is offered for a key can be asked in its place, and is then no mistake.
func TestNearestKeysCanBeAsked(t *testing.T) {
	x := theirs()
	for _, k := range x.OwnKeys() {
		for _, typed := range []string{k.Key + "s", "other." + k.Key + "s", strings.Fields(k.Key)[0] + "e"} {
			for _, near := range x.nearestKeys(query.ByWords, query.Key(typed)) {
				text := near
				if values := query.ValuesOf(query.Key(near)); values != nil {
					text += ":" + values[0]
				} else if !strings.Contains(near, ":") {
					text += ":2025"
				}
				q, err := query.Parse(text)
				if err != nil || q.IsZero() || x.Mistake(text, q) != nil {
					t.Errorf("%s: %s is offered: %v", typed, near, err)
				}
			}
			for _, near := range x.nearestKeys(query.ByHas, query.Key(typed)) {
				if mistake := x.Mistake("has:"+near, ask(t, "has:"+near)); mistake != nil {
					t.Errorf("has:%s: %s is offered: %s", typed, near, mistake)
				}
			}
		}
	}
}

func TestExplainOwnKeys(t *testing.T) {
	x := theirs()
	for text, want := range map[string]string{
		"qoute:x":         "no event has the key `qoute`; did you mean has:quote, has:note?",
		"company:amarnth": "no event has \"amarnth\" under the key `company`; did you mean Amaranth, Amaranth Ltd?",
		"importance>high": "> compares numbers and dates, and \"high\" is neither",
		"importance>99":   "without importance>99 there would be 5 events",
	} {
		if got := x.Explain(ask(t, text)); got != "no event matches "+text+"\n"+want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// An exact name wins alone, which is said where others begin so and have events besides; a * takes them all.
func TestOthers(t *testing.T) {
	d := testbuild.NewDraft()
	d.Actor("usa", "United States", timeline.State, "", "")
	d.Actor("trump", "Trump", timeline.Person, "", "")
	d.Actor("dt", "Donald Trump", timeline.Person, "", "", "usa")
	d.Actor("jr", "Donald Trump Jr.", timeline.Person, "", "")
	d.Actor("silent", "Trump Tower", timeline.Organization, "", "")
	d.Actor("army", "United States Army", timeline.Organization, "usa", "")
	for _, who := range []string{"trump", "dt", "dt", "jr; dt", "trump; jr", "army"} {
		d.Event("2025-01-01", "Talk", who, nil)
	}
	x := New(d.Done())
	for text, want := range map[string]string{
		"actor:trump":  "actor:trump is Trump alone; 2 others begin so, with 3 more events: actor:trump*",
		"direct:TRUMP": "direct:TRUMP is Trump alone; 2 others begin so, with 3 more events: direct:TRUMP*",
		"actor:trump*": "",
		"actor:dt":     "",
		"actor:tru":    "",
		"trump":        "",
		"by:trump":     "",
		`-actor:"donald trump"`: `actor:"donald trump" is Donald Trump alone; another begins so, with 1 more event: ` +
			`actor:"donald trump*"`,
		`actor:"united states"`: "", // its army is found through it
	} {
		var got []string
		for _, o := range x.Others(ask(t, text)) {
			got = append(got, o.String())
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
	for text, want := range map[string]int{"actor:trump": 2, "actor:trump*": 5, "actor:tru": 5, "actor:donald*": 4} {
		if got := x.Select(ask(t, text)).Len(); got != want {
			t.Errorf("%s selects %d, want %d", text, got, want)
		}
	}
}

// Of a speaker alone it is said where those speak who belong to it.
func TestOthersWhoSpeak(t *testing.T) {
	x := New(testbuild.Talks())
	for text, want := range map[string]string{
		"by:ukraine": "by:ukraine is Ukraine alone; its people speak in 1 event more: says:ukraine", "says:ukraine": "",
		"by:yermak": "",
	} {
		var got []string
		for _, o := range x.Others(ask(t, text)) {
			got = append(got, o.String())
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
}

// What is asked of one claim says so of its speakers too, counted in events.
func TestOthersWhoClaim(t *testing.T) {
	d := testbuild.NewDraft()
	d.Actor("moscow", "Moscow", timeline.State, "", "")
	d.Actor("lavrov", "Lavrov", timeline.Person, "", "", "Moscow|Minister|2020-01-01")
	for range 2 {
		d.Event("2025-01-01", "One", "", func(e *timeline.EventDraft) {
			for _, text := range []string{"so", "not so"} {
				e.Claims = append(e.Claims, timeline.ClaimDraft{By: d.Mention("lavrov"), Text: text, Source: timeline.NoCitation})
			}
		})
	}
	x := New(d.Done())
	got := x.Others(ask(t, "-claim:(by:moscow so) claim:(says:moscow by:lavrov)"))
	const want = "by:moscow is Moscow alone; its people speak in 2 events more: says:moscow"
	if len(got) != 1 || got[0].String() != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// A plain word looks into aliases.
func TestWordsOfAliases(t *testing.T) {
	d := testbuild.NewDraft()
	d.Actor("ze", "Volodymyr Zelensky", timeline.Person, "", "Зеленський, Ze")
	d.Event("2025-01-01", "One", "ze", nil)
	d.Event("2025-01-02", "Two", "Зеленський", nil)
	d.Event("2025-01-03", "Three", "", func(e *timeline.EventDraft) {
		e.Quotes = []timeline.QuoteDraft{{By: d.Mention("ze"), Text: "so", Source: timeline.NoCitation}}
	})
	d.Event("2025-01-04", "Four", "Зеленина", nil)
	x := New(d.Done())
	for text, want := range map[string][]int32{
		"зеленс": {0, 1, 2}, "зелен": {0, 1, 2, 3}, "zelensky": {0, 1, 2}, `"volodymyr zelensky"`: {0, 1, 2}, "ze two": {1},
	} {
		if got := numbers(x.Select(ask(t, text))); !slices.Equal(got, want) {
			t.Errorf("%s finds %v, want %v", text, got, want)
		}
	}
}

// has: may be asked of keys of ours too.
func TestHasOfOurKeys(t *testing.T) {
	x := New(testbuild.Talks())
	for text, want := range map[string]int{
		"has:actor": 5, "has:by": 2, "has:type": 4, "has:status": 2, "has:place": 2, "has:location": 2, "has:tag": 2,
		"has:date": 4, "-has:date": 1, "has:source": 1, "has:quote": 1,
	} {
		if got := x.Select(ask(t, text)).Len(); got != want {
			t.Errorf("%s selects %d, want %d", text, got, want)
		}
	}
}
