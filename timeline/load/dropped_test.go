package load

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/query"
)

// drawnValue draws a value of any shape, each scalar of which is a text of its own.
func drawnValue(t *rapid.T, next *int, depth int) any {
	text := func() string {
		*next++
		return rapid.SampledFrom([]string{
			"scalar%dx", "https://x.org/s%dx", "s%dx; t%[1]dx", "[[s%dx]]", "[[a%dx|b%[1]dx]]", "#s%dx", "@s%dx", "S%dx, T%[1]dx",
			"1 May 19%02d s%[1]dx", "[S%dx](https://x.org/%[1]dy)", "a%dx and b%[1]dx", "<p>s%dx</p>", "s%dx\nt%[1]dx",
		}).Draw(t, "text")
	}
	kind := rapid.IntRange(0, 5).Draw(t, "kind")
	switch {
	case kind == 1 && depth < 3:
		list := make([]any, rapid.IntRange(0, 3).Draw(t, "items"))
		for i := range list {
			list[i] = drawnValue(t, next, depth+1)
		}
		return list
	case kind == 2 && depth < 3:
		m := map[string]any{}
		for range rapid.IntRange(0, 3).Draw(t, "keys") {
			m[drawnKey(t)] = drawnValue(t, next, depth+1)
		}
		return m
	case kind == 3:
		return rapid.SampledFrom([]any{"2025-09-08", "13/05/2024", "04/05/2024", "1914-18", "May 5, 2020", "present", "1999"}).
			Draw(t, "date")
	}
	format := text()
	return fmt.Sprintf(format, *next)
}

// drawnKey draws a key: of the format, of others, or of nobody.
func drawnKey(t *rapid.T) string {
	return rapid.SampledFrom([]string{
		"date", "start", "end", "title", "summary", "description", "type", "category", "kind", "status", "location", "place",
		"actors", "people", "tags", "quotes", "figures", "claims", "sources", "links", "related", "notes", "name", "year", "month",
		"time", "from", "to", "text", "url", "who", "company", "country", "city", "keywords", "Date", "zork", "actor", "role",
		"by", "value", "label", "publisher", "published", "source", "id2",
	}).Draw(t, "key")
}

// scalarsOf adds the words of the scalars of a value, and of its keys.
func scalarsOf(v any, to []string) []string {
	switch v := v.(type) {
	case string:
		return append(to, strings.FieldsFunc(v, func(r rune) bool { return strings.ContainsRune(" \n;,#@|[]()<>/", r) })...)
	case []any:
		for _, item := range v {
			to = scalarsOf(item, to)
		}
	case map[string]any:
		for _, value := range v {
			to = scalarsOf(value, to)
		}
	}
	return to
}

// No text of any event is missing from what is written of it, whatever its keys and shapes.
func TestNothingIsDropped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var events []any
		next := 0
		for range rapid.IntRange(1, 3).Draw(t, "events") {
			e := map[string]any{}
			for range rapid.IntRange(1, 8).Draw(t, "keys") {
				e[drawnKey(t)] = drawnValue(t, &next, 0)
			}
			events = append(events, e)
		}
		text, err := json.Marshal(map[string]any{"events": events})
		if err != nil {
			t.Fatal(err)
		}
		name := rapid.SampledFrom([]string{"record.yaml", "record.json"}).Draw(t, "file")
		p := Files(context.Background(), []File{InMemory(name, text)}, nil)
		var written strings.Builder
		if err := writeAll(&written, p.Index.Timeline(), p.Index.Select(query.Query{}), export.JSONLines); err != nil {
			t.Fatal(err)
		}
		out := written.String()
		for _, word := range scalarsOf(events, nil) {
			if word != "" && word != "https:" && !strings.Contains(out, word) {
				t.Fatalf("%q is lost of\n%s\nin\n%s\n%s", word, text, out, p.Problems)
			}
		}
	})
}

// everything returns all that was loaded of a text: its events, and what its head says.
func everything(t interface{ Fatal(...any) }, name, text string) string {
	p := Files(context.Background(), []File{InMemory(name, []byte(text))}, nil)
	record := p.Index.Timeline()
	var written strings.Builder
	if err := writeAll(&written, record, p.Index.Select(query.Query{}), export.JSONLines); err != nil {
		t.Fatal(err)
	}
	out := written.String() + record.Title() + "\n" + record.Description()
	for _, f := range record.Other() {
		out += "\n" + f.Key + ": " + f.Value
	}
	for a := range record.Actors() {
		out += fmt.Sprintf("\n%+v", *record.Actor(timeline.ActorRef(a)))
	}
	for s := range record.Sources() {
		out += fmt.Sprintf("\n%+v", *record.Source(timeline.SourceRef(s)))
	}
	return out
}

// What is beside events, wherever they are, is kept with them or with the record, and so is an id that they do not take.
func TestNothingBesideEventsIsLost(t *testing.T) {
	for text, want := range map[string][]string{
		`{"events":[{"date":"2024"},{"days":{"a":{"date":"2025"},"b":{"date":"2026"},"title":"w"}}]}`: {
			`"id":"a",.*"group.title":"w"`, `"id":"b",.*"group.title":"w"`,
		},
		`{"log":{"q1":{"date":"2025","items":["It rained","It snowed"]},"q2":{"date":"2026","title":"x"}}}`: {
			`"title":"It rained".*"group.id":"q1"`, `"title":"It snowed".*"group.id":"q1"`, `"id":"q2"`,
		},
		`{"log":{"q1":{"date":"2025","id":"own","title":"x"},"q2":{"date":"2026","title":"y"}}}`: {
			`"id":"own".*"group.id":"q1"`, `"id":"q2"`,
		},
		`{"data":[{"id":"7","attributes":{"date":"2025","id":"own","title":"x"}},{"id":"8","attributes":{"date":"2026"}}]}`: {
			`"id":"own".*"group.id":"7"`, `"id":"8"`,
		},
		`{"events":[{"id":"7","all":{"a":{"date":"2025"},"b":{"date":"2026"}}}]}`:             {`"id":"a".*"7"`},
		`{"events":[{"id":"w","x":{"y":{"a":{"date":"2025"},"b":{"date":"2026"}},"z":"v"}}]}`: {`"id":"a".*"w"`, `"id":"b".*"w"`},
		`{"date":"2025-09-08","items":["It rained","It snowed"],"x":"w"}`: {
			`"date":"2025-09-08".*"It rained"`, `"date":"2025-09-08".*"It snowed"`, `\nx: w`,
		},
		`{"events":[{"a":{"date":"2025","items":["It rained"],"x":"w"},"b":{"date":"2026","items":["It snowed"],"y":"v"}}]}`: {
			`"date":"2025".*"It rained".*"w"`, `"date":"2026".*"It snowed".*"v"`,
		},
		`{"events":[{"date":"2024","x":{"date":"2025-09-08","items":["It rained"]}}]}`:     {`"date":"2025-09-08".*"2024"`},
		`{"events":[{"x":{"items":[null],"when":"2025"},"note":"w"}]}`:                     {`"w"`},
		`{"events":[{"a":{"date":"2025"}},["2025","w"]]}`:                                  {"w"},
		`{"events":{"a":{"date":"2025","title":"w"}},"date":"2025"}`:                       {"w"},
		`{"events":[{"quotes":[{"source":{"date":"w"}}]}]}`:                                {`"quotes\[0\].source":.*w`},
		`{"events":[{"figures":[{"source":{"publisher":"w"}}]}]}`:                          {`"figures\[0\].source":.*w`},
		`{"events":[{"sources":[{"id":"s","published":{"start":"1914-18","note":"w"}}]}]}`: {`"published":"1914/1918".*w`},
		`{"events":[{"claims":[{"source":{"title":"t","date":"w"}}]}]}`:                    {`"claims\[0\].source":.*w`},
		`{"events":[],"title":{"events":{"a":{"title":"w"}}}}`:                             {"w"},
		`{"events":[{"date":"2025","description":["One ",{"text":"two","href":"w"}]}]}`:    {`"summary":"One two".*w`},
	} {
		for _, name := range []string{"record.yaml", "record.json"} {
			out := everything(t, name, text)
			for _, pattern := range want {
				if !regexp.MustCompile(pattern).MatchString(out) {
					t.Errorf("%s: %s is lost of\n%s\nin\n%s", name, pattern, text, out)
				}
			}
		}
	}
}

// drawnHolder draws a value that may hold events in any of the forms that are looked for, and much beside them.
func drawnHolder(t *rapid.T, next *int, depth int) any {
	inner := func() any { return drawnHolder(t, next, depth+1) }
	text := func() string {
		*next++
		format := rapid.SampledFrom([]string{"x%dw", "X%dw came, and y%[1]dw", "x%dw\ny%[1]dw", "2025-01-02 x%dw"}).Draw(t, "text")
		return fmt.Sprintf(format, *next)
	}
	date := rapid.SampledFrom([]string{"2025-09-08", "2024-01-02", "1999", "May 5, 2020", "13/05/2024"})
	key := rapid.SampledFrom(strings.Fields("a b c items events entries milestones list data properties group name title " +
		"date year note summary start end month id news references 2025-01-01 2025-01-02 2025-01-03 text time description " +
		"rows columns types actors"))
	dated := func() map[string]any {
		m := map[string]any{rapid.SampledFrom([]string{"date", "when", "year", "start"}).Draw(t, "when"): date.Draw(t, "date")}
		if rapid.Bool().Draw(t, "titled") {
			m[rapid.SampledFrom([]string{"title", "name", "summary"}).Draw(t, "called")] = text()
		}
		return m
	}
	m := map[string]any{}
	least, most := 0, 2 // more keys
	kind := rapid.IntRange(0, 8).Draw(t, "kind")
	switch {
	case kind == 0 || depth >= 4 && kind < 5:
		return date.Draw(t, "date")
	case kind == 1 || depth >= 4:
		return text()
	case kind == 2: // an event
		m, most = dated(), 1
	case kind == 3: // a list of events
		list := []any{dated(), dated()}
		return append(list, rapid.SliceOfN(rapid.Custom(func(*rapid.T) any { return inner() }), 0, 1).Draw(t, "more")...)
	case kind == 4: // from id to event
		for range 2 {
			m[key.Draw(t, "id")] = dated()
		}
	case kind == 5: // from date to event
		for _, day := range []string{"2025-01-01", "2025-01-02", "2025-01-03"} {
			m[day] = inner()
		}
	case kind == 6: // what happened on a date
		m["date"], m[key.Draw(t, "of date")] = date.Draw(t, "date"), []any{text(), inner()}
	case kind == 7:
		var list []any
		for range rapid.IntRange(0, 3).Draw(t, "items") {
			list = append(list, inner())
		}
		return list
	default:
		least = 1
	}
	for range rapid.IntRange(least, most).Draw(t, "keys") {
		m[key.Draw(t, "key")] = inner()
	}
	return m
}

// No text of a file is missing, whatever holds its events.
func TestNoHolderOfEventsDrops(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := 0
		tree := drawnHolder(t, &next, 0)
		if key := rapid.SampledFrom([]string{"", "events", "timeline", "items"}).Draw(t, "root"); key != "" {
			tree = map[string]any{key: []any{tree, drawnHolder(t, &next, 0)}}
		}
		text := inJSON(tree)
		out := everything(t, rapid.SampledFrom([]string{"record.yaml", "record.json"}).Draw(t, "file"), text)
		for _, word := range scalarsOf(tree, nil) {
			if _, isText := tree.(string); !isText && strings.HasSuffix(word, "w") && !strings.Contains(out, word) {
				t.Fatalf("%q is lost of\n%s\nin\n%s", word, text, out)
			}
		}
	})
}

// Neither the name of a group nor the date of an event hangs on which of two keys comes first.
func TestKeysOfAnyOrderMeanTheSame(t *testing.T) {
	for _, pairs := range [][]string{
		{`"headline": "H"`, `"title": "T"`, `"summary": "S"`, `"name": [{"date": "2025"}]`},
		{`"headline": "H"`, `"date": []`, `"name": {"date": "2025-09-08"}`, `"year": {"date": "s3x"}`, `"end": "s2x"`, `"start": "s1x"`},
	} {
		var first string
		for turn := range pairs {
			text := "[{" + strings.Join(append(slices.Clone(pairs[turn:]), pairs[:turn]...), ", ") + "}]"
			got := strings.Join(outline(loadText(t, "record.json", text).Index.Timeline()), "\n")
			if first = cmp.Or(first, got); got != first {
				t.Errorf("%s\n%s\nand in another order\n%s", text, got, first)
			}
		}
	}
}

// The keys of an event may be in any order.
func TestOrderOfKeysDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := 0
		pairs := []string{`"headline": "H"`} // else the first text that there is would be the title
		seen := map[string]bool{}
		for range rapid.IntRange(1, 8).Draw(t, "keys") {
			key := drawnKey(t)
			if seen[key] {
				continue
			}
			seen[key] = true
			value, _ := json.Marshal(drawnValue(t, &next, 1))
			pairs = append(pairs, fmt.Sprintf("%q: %s", key, value))
		}
		read := func(pairs []string) []string {
			text := "[{" + strings.Join(pairs, ", ") + "}]" // of several texts of one event the order is that of the file
			p := Files(context.Background(), []File{InMemory("record.json", []byte(text))}, nil)
			words := strings.Fields(strings.Join(outline(p.Index.Timeline()), " "))
			slices.Sort(words)
			return words
		}
		first := read(pairs)
		if diff := gocmp.Diff(first, read(rapid.Permutation(pairs).Draw(t, "order"))); diff != "" {
			t.Fatalf("%s\n%s", pairs, diff)
		}
	})
}
