package diff_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/diff"
)

// A leaf is a text of a record that can be changed, and what the change is to be told as.
type leaf struct {
	set  func(text string)
	want func(was, is string) diff.Field
	was  string
	in   string // events, actors, sources, or "" for the record itself
	n    int    // the number of the event; −1 for what has no order
	date bool
}

// A drawing is a record that is drawn. No text in it comes twice.
type drawing struct {
	t      *rapid.T
	texts  int
	leaves []leaf
}

// text returns a text that is nowhere else.
func (d *drawing) text(key string) string {
	d.texts++
	return fmt.Sprintf("%s no %d", key, d.texts)
}

// value gives a map a text, and notes it as a leaf that is told as a value.
func (d *drawing) value(in string, n int, m map[string]any, key string) {
	text := d.text(key)
	m[key] = text
	d.leaves = append(d.leaves, leaf{
		set: func(text string) { m[key] = text }, was: text, in: in, n: n,
		want: func(was, is string) diff.Field { return diff.Field{Key: key, Old: was, Now: is} },
	})
}

// list gives a map a list of texts, of which one is told as taken and another as added.
func (d *drawing) list(in string, n int, m map[string]any, key string) {
	texts := make([]any, rapid.IntRange(0, 3).Draw(d.t, key))
	for i := range texts {
		text := d.text(key)
		texts[i] = text
		d.leaves = append(d.leaves, leaf{
			set: func(text string) { texts[i] = text }, was: text, in: in, n: n,
			want: func(was, is string) diff.Field {
				return diff.Field{Key: key, Taken: []diff.Part{{{"", was}}}, Added: []diff.Part{{{"", is}}}}
			},
		})
	}
	m[key] = texts
}

// parts gives a map a list of maps with these keys, of which the first tells one from the others.
func (d *drawing) parts(in string, n int, m map[string]any, list string, keys ...string) {
	parts := make([]any, rapid.IntRange(0, 3).Draw(d.t, list))
	for i := range parts {
		part := map[string]any{}
		for _, key := range keys {
			text := d.text(key)
			part[key] = text
			d.leaves = append(d.leaves, leaf{
				set: func(text string) { part[key] = text }, was: text, in: in, n: n,
				want: func(was, is string) diff.Field {
					item := diff.Item{N: i + 1, Of: part[keys[0]].(string), Key: key}
					return diff.Field{Key: list, Item: item, Old: was, Now: is}
				},
			})
		}
		parts[i] = part
	}
	m[list] = parts
}

func (d *drawing) event(n int) map[string]any {
	e := map[string]any{}
	if rapid.Bool().Draw(d.t, "has id") {
		e["id"] = fmt.Sprintf("event-%d", n)
	}
	date := fmt.Sprintf("2025-%02d-01", n+1)
	e["date"] = date
	d.leaves = append(d.leaves, leaf{
		set: func(string) { e["date"] = date + "~" }, was: date, in: "events", n: n, date: true,
		want: func(was, _ string) diff.Field { return diff.Field{Key: "date", Old: was, Now: was + "~"} },
	})
	for _, key := range []string{"title", "summary", "type", "location", "weather"} {
		d.value("events", n, e, key)
	}
	d.list("events", n, e, "tags")
	d.list("events", n, e, "notes")
	d.parts("events", n, e, "quotes", "by", "text", "source")
	d.parts("events", n, e, "claims", "by", "text", "status", "source")
	d.parts("events", n, e, "figures", "label", "value", "unit", "by")
	return e
}

// record draws a record.
func (d *drawing) record() map[string]any {
	record := map[string]any{}
	for _, key := range []string{"title", "description", "weather"} {
		d.value("", 0, record, key)
	}
	var events, actors, sources []any
	for n := range rapid.IntRange(1, 4).Draw(d.t, "events") {
		events = append(events, d.event(n))
	}
	for n := range rapid.IntRange(0, 2).Draw(d.t, "actors") {
		a := map[string]any{"id": fmt.Sprintf("actor-%d", n), "kind": "group"}
		d.value("actors", -1, a, "name")
		d.value("actors", -1, a, "weather")
		d.list("actors", -1, a, "aliases")
		actors = append(actors, a)
	}
	for n := range rapid.IntRange(0, 2).Draw(d.t, "sources") {
		s := map[string]any{"id": fmt.Sprintf("source-%d", n)}
		for _, key := range []string{"title", "publisher", "author", "url", "language"} {
			d.value("sources", -1, s, key)
		}
		sources = append(sources, s)
	}
	record["actors"], record["sources"], record["events"] = actors, sources, events
	return record
}

// Of a record in which one text is another, just that is told.
func TestOneChangeIsToldAsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := &drawing{t: t}
		record := d.record()
		old := read(t, record)
		if d := diff.New(old, read(t, record), nil, nil); !d.None() {
			t.Fatalf("a record is not itself: %+v", d)
		}
		one := rapid.SampledFrom(d.leaves).Draw(t, "leaf")
		is := "another"
		one.set(is)
		got := diff.New(old, read(t, record), nil, nil)
		changes := map[string][]diff.Change{"events": got.Events, "actors": got.Actors, "sources": got.Sources}
		if one.in == "" {
			changes[""] = []diff.Change{{Fields: got.Record}}
		} else if len(got.Record) > 0 {
			t.Errorf("the head has changed: %+v", got.Record)
		}
		if one.in != "sources" && len(got.Sources) > 0 || one.in != "events" && len(got.Events) > 0 {
			t.Errorf("more has changed: %+v %+v", got.Events, got.Sources)
		}
		for _, c := range got.Actors { // who is named by the events alone is another too
			if one.in == "actors" && c.Kind() != diff.Changed || one.in != "actors" && c.Kind() == diff.Changed {
				t.Errorf("of the actors %+v", c)
			}
		}
		all := changes[one.in]
		if len(all) != 1 || one.n > 0 && (all[0].Old != one.n || all[0].Now != one.n) {
			t.Fatalf("the changes are %+v", all)
		}
		if diff := cmp.Diff([]diff.Field{one.want(one.was, is)}, all[0].Fields); diff != "" {
			t.Error(diff)
		}
	})
}

// read reads a record.
func read(t interface{ Fatal(...any) }, record any) *timelineOf {
	text, err := json.Marshal(record)
	if err != nil {
		t.Fatal(err)
	}
	return recordOf(string(text))
}
