package load

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

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
		if diff := cmp.Diff(first, read(rapid.Permutation(pairs).Draw(t, "order"))); diff != "" {
			t.Fatalf("%s\n%s", pairs, diff)
		}
	})
}
