package timeline

import (
	"bytes"
	gocmp "cmp"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// filled is a record in which every field of every kind of record holds text.
func filled(t testing.TB, text string) string {
	t.Helper()
	fields, err := os.ReadFile("testdata/hostile.yaml") // which says of each field how it is filled
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

// everyField is a record whose fields are all aliases of a text, of a link that ends in it and of one whose host is it. The
// fields come from the tables that Load reads by, so that a new one is tried too.
func everyField() string {
	record := func(keys []string, own map[string]string) string {
		var fields []string
		for _, key := range keys {
			fields = append(fields, key+": "+gocmp.Or(own[key], "*text"))
		}
		return "{" + strings.Join(append(fields, "? *text : *text"), ", ") + "}"
	}
	list := func(items ...string) string { return "[" + strings.Join(items, ", ") + "]" }
	source := record(sourceFields.keys(), nil)
	inPlace := record(sourceFields.keys(), map[string]string{
		"id": "*host", "url": "*link", "archive_url": "*host", "published": "2025-01-01", "accessed": "2025-01-02",
	})
	dated := record(membershipFields.keys(), map[string]string{"start": "2025", "end": "2026"})
	actors := list(
		record(actorFields.keys(), map[string]string{"memberships": list(record(membershipFields.keys(), nil), dated, "*text"), "aliases": list("*text", "*link")}),
		record(actorFields.keys(), map[string]string{"id": "*host", "kind": "state", "memberships": list(dated)}), "*link")
	event := func(date, end string) string {
		return record(eventFields.keys(), map[string]string{
			"date": date, "end": end, "start": "2025-01-01",
			"actors": list(record(partFields.keys(), nil), "*text", "*link"), "tags": list("*text", "*link"), "related": list("*text", "*host"),
			"quotes": list(record(quoteFields.keys(), nil), "*text"), "figures": list(record(figureFields.keys(), nil)),
			"claims": list(record(claimFields.keys(), nil), "*text"), "notes": list("*text", "*link"),
			"sources": list("*text", source, inPlace, "*link", "*host"),
		})
	}
	return fmt.Sprintf("title: *text\ndescription: *text\n? *text\n: *text\nactors: %s\nsources: %s\nevents:\n  - %s\n  - %s\n  - %s\n  - *text\n",
		actors, list(source, "*text"), event("*text", "*text"), event("2025-09-08", "2025-09-09"), event("*link", "~"))
}

// The screen is tried with the same record, which it has from a file.
func TestFileOfEveryField(t *testing.T) {
	const name = "testdata/hostile.yaml"
	if *update {
		if err := os.WriteFile(name, []byte(everyField()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(text), everyField()); diff != "" {
		t.Errorf("%s is not what the tables say (-is +should be):\n%s", name, diff)
	}
}

// obeyed is the first character that a terminal would obey or that a reader cannot see, 0 where there is none. Marks and
// joiners are seen by what they stand on.
func obeyed(text string) rune {
	if !utf8.ValidString(text) {
		return utf8.RuneError
	}
	for _, r := range text {
		if r != '\n' && r != '\u200c' && r != '\u200d' && Visible("a"+string(r)) != "a"+string(r) {
			return r
		}
	}
	return 0
}

// What is written of a record is seen, never obeyed, whatever stands in whichever field.
func TestNothingHostileIsWritten(t *testing.T) {
	for _, text := range hostile() {
		p := recordOf("record "+text+".yaml", filled(t, text))
		record := p.Index.Timeline()
		if record.Len() < 3 {
			t.Fatalf("%q: only %d events are read:\n%s", text, record.Len(), p.Problems)
		}
		written := map[string]string{"the report": p.Problems.String()}
		all := p.Index.Select(Query{})
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
			if err := ExportActors(&actors, p.Index, all, format, Emphasis{}); err != nil {
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
		look(reflect.ValueOf(*record.Actor(ActorRef(i))))
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
