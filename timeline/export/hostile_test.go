package export

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

// filled is a record in which every field of every kind of record holds text.
func filled(t testing.TB, text string) string {
	t.Helper()
	fields, err := os.ReadFile("../load/testdata/hostile.yaml") // which says of each field how it is filled
	if err != nil {
		t.Fatal(err)
	}
	quote := strconv.QuoteToASCII // YAML reads what Go writes
	if !utf8.ValidString(text) {
		quote = func(s string) string { return `"` + s + `"` }
	}
	return fmt.Sprintf("hostile: [&text %s, &link %s, &host %s]\n%s\n#%s\n",
		quote(text), quote("https://example.org/"+text), quote("https://"+text+".example/"), fields,
		strings.Repeat(" text", 2000)) // or else many bytes that are not UTF-8 make it no text
}

// obeyed is the first character that a terminal would obey or that a reader cannot see, 0 where there is none. Marks and
// joiners are seen by what they stand on.
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

// What is written of a record is seen, never obeyed, whatever stands in whichever field.
func TestNothingHostileIsWritten(t *testing.T) {
	for _, text := range testrecord.Hostile() {
		p := recordOf("record "+text+".yaml", filled(t, text))
		record := p.Index.Timeline()
		if record.Len() < 3 {
			t.Fatalf("%q: only %d events are read:\n%s", text, record.Len(), p.Problems)
		}
		written := map[string]string{"the report": p.Problems.String()}
		all := p.Index.Select(query.Query{})
		for _, format := range Formats {
			var whole, events, actors bytes.Buffer
			if err := exportHeaded(&whole, record, all, 0, format); err != nil {
				t.Fatal(err)
			}
			if err := checkFormat(format, whole.String(), all.Len()); err != nil {
				t.Errorf("%q: with the head: %v", text, err)
			}
			written["the head and events as "+string(format)] = whole.String()
			if err := exportEvents(&events, record, all, 0, format, Emphasis{}); err != nil {
				t.Fatal(err)
			}
			if err := Actors(&actors, p.Index, all, format, Emphasis{}); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(checkFormat(format, events.String(), all.Len()), checkFormat(format, actors.String(), len(frequentActors(p.Index, all)))); err != nil {
				t.Errorf("%q: %v", text, err)
			}
			written["events as "+string(format)], written["actors as "+string(format)] = events.String(), actors.String()
		}
		for what, out := range written {
			if r := obeyed(out); r != 0 {
				t.Errorf("%q: %s holds %U", text, what, r)
			}
		}
	}
}

// Every field of what Load gives is filled: one that stays empty would be tried in vain.
func TestFilledFillsEveryField(t *testing.T) {
	record := recordOf("record.yaml", filled(t, "text")).Index.Timeline()
	found := map[string]bool{} // Type.Field -> whether some record has it
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
					found[name] = found[name] || !v.Field(i).IsZero() || v.Field(i).CanInt() // a reference, of which 0 is one
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
	for _, name := range []string{"Event.Title", "Part.Role", "Quote.Text", "Figure.Low", "Claim.Status", "Source.Language", "Actor.Aliases", "Membership.Role", "Field.Value"} {
		if !found[name] {
			t.Errorf("%s is not looked at", name)
		}
	}
}
