package export_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

// obeyed returns the first character that a terminal would obey or that a reader cannot see, 0 if there is none.
// Combining marks and joiners are seen on the letter before them.
func obeyed(text string) rune {
	if !utf8.ValidString(text) {
		return utf8.RuneError
	}
	for _, r := range text {
		if r != '\n' && r != '\u200c' && r != '\u200d' && sanitize.Line("a"+string(r)) != "a"+string(r) {
			return r
		}
	}
	return 0
}

// What is written of a record is seen, never obeyed, whatever any of its fields holds.
func TestNothingHostileIsWritten(t *testing.T) {
	for _, text := range testrecord.Hostile() {
		p := recordOf("record "+text+".yaml", testrecord.EveryField(text))
		record := p.Index.Timeline()
		if record.Len() < 3 {
			t.Fatalf("%q: only %d events are read:\n%s", text, record.Len(), p.Problems)
		}
		written := map[string]string{"the report": p.Problems.String()}
		all := p.Index.Select(query.Query{})
		for _, format := range export.Formats {
			var whole, events, actors bytes.Buffer
			if err := exportHeaded(&whole, record, all, 0, format); err != nil {
				t.Fatal(err)
			}
			if err := checkFormat(format, whole.String(), all.Len()); err != nil {
				t.Errorf("%q: with the head: %v", text, err)
			}
			written["the head and events as "+string(format)] = whole.String()
			if err := exportEvents(&events, record, all, 0, format, export.Emphasis{}); err != nil {
				t.Fatal(err)
			}
			if err := export.Actors(&actors, p.Index, all, format, export.Emphasis{}); err != nil {
				t.Fatal(err)
			}
			err := errors.Join(
				checkFormat(format, events.String(), all.Len()),
				checkFormat(format, actors.String(), countActors(p.Index, all)),
			)
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			written["events as "+string(format)] = events.String()
			written["actors as "+string(format)] = actors.String()
		}
		for what, out := range written {
			if r := obeyed(out); r != 0 {
				t.Errorf("%q: %s holds %U", text, what, r)
			}
		}
	}
}

// The hostile record fills every field, or else a field would not be tried.
func TestFilledFillsEveryField(t *testing.T) {
	record := recordOf("record.yaml", testrecord.EveryField("text")).Index.Timeline()
	found := map[string]bool{"Event.Markup": true, "Field.Text": true} // Type.Field -> whether it is filled somewhere
	var look func(v reflect.Value)
	look = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				look(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					name := v.Type().Name() + "." + f.Name
					isRef := v.Field(i).CanInt() // 0 is a reference too
					found[name] = found[name] || !v.Field(i).IsZero() || isRef
					look(v.Field(i))
				}
			}
		}
	}
	for i := range record.Len() {
		look(reflect.ValueOf(*record.Event(i)))
		for _, s := range record.Event(i).Sources {
			look(reflect.ValueOf(*record.Source(s)))
		}
	}
	for i := range record.Actors() {
		look(reflect.ValueOf(*record.Actor(timeline.ActorRef(i))))
	}
	for name, filled := range found {
		if !filled {
			t.Errorf("%s is empty everywhere", name)
		}
	}
	for _, name := range []string{
		"Event.Title", "Part.Role", "Quote.Text", "Figure.Low", "Claim.Status", "Source.Language", "Actor.Aliases",
		"Membership.Role", "Field.Value",
	} {
		if !found[name] {
			t.Errorf("%s is not looked at", name)
		}
	}
}
