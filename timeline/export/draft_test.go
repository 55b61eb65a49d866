package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// draftOf returns the draft of who is who in a record.
func draftOf(t interface{ Fatal(...any) }, p load.Progress) string {
	var out bytes.Buffer
	x := p.Index
	if err := export.Actors(&out, x, x.Select(query.Query{}), export.YAML, export.Emphasis{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// eventsOfNames returns a record with an event for each list of names.
func eventsOfNames(lists [][]string) string {
	var events []any
	for i, names := range lists {
		events = append(events, map[string]any{"date": "2025", "title": string(rune('a' + i)), "actors": names})
	}
	text, _ := json.Marshal(events) // texts have no value that JSON has not
	return string(text)
}

// besides loads files that are in memory, each a name and a text.
func besides(files ...string) load.Progress {
	var all []load.File
	for i := 0; i < len(files); i += 2 {
		all = append(all, load.InMemory(files[i], []byte(files[i+1])))
	}
	return load.Files(context.Background(), all, nil)
}

// A draft that is saved beside its events says nothing wrong, whatever the names are: each is found as before, with the
// events that it had or more, and the next draft has nothing but comments.
func TestDraftBesideItsEvents(t *testing.T) {
	odd := append(testrecord.Hostile(),
		"null", "yes", "~", "1e3", "0x1f", "2025-01-01", "- a", "#", "# a", "a # b", "a: b", "a:", `"`, `"a`, "'", "it's", "a\nb", "{a", "[a]",
		"!a", "&a", "*a", "|", ">", "%a", "@a", "[[a]]", "`a", "?", "a\tb", "\u202eabc", "שלום", "é", strings.Repeat("long ", 2000), "=1",
		"Department of Justice", "DOJ", "U.S. Department of Justice", "DOJ Antitrust Division", "Marco Rubio", "Rubio", "Rubio, Marco",
		"Sen. Marco Rubio", "Marco Rubio (senator)", "Mercury", "Mercury (planet)", "Mercury (Queen)", "C", "C++", "C#", "Acme Inc.", "ACME",
		"United Nations (UN)", "UN", "united-nations", "{id: a}", "<b>a</b>", "https://example.org/a",
	)
	name := rapid.OneOf(rapid.SampledFrom(odd), rapid.SampledFrom(odd), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		events := eventsOfNames(rapid.SliceOfN(rapid.SliceOfN(name, 0, 5), 1, 6).Draw(t, "names"))
		before := besides("events.json", events)
		draft := draftOf(t, before)
		if again := draftOf(t, besides("events.json", events)); again != draft {
			t.Fatalf("the next draft differs: %s", differ(draft, again))
		}
		after := besides("events.json", events, "who.yaml", draft)
		for _, p := range after.Problems {
			if p.Pos.File == "who.yaml" {
				t.Fatalf("%s\nof\n%s", p, draft)
			}
		}
		for a := range timeline.ActorRef(before.Index.Timeline().Actors()) {
			events := before.Index.ListedIn(a)
			name := before.Index.Timeline().ActorName(a)
			if len(events) == 0 {
				continue
			}
			found, ok := after.Index.Timeline().FindActor(name)
			if !ok || !containsAll(after.Index.ListedIn(found), events) {
				t.Fatalf("%q is not found as before (%v), with\n%s", name, ok, draft)
			}
		}
		next := draftOf(t, after)
		for line := range strings.Lines(next) {
			if line != "actors:\n" && line != "actors: []\n" && !strings.HasPrefix(strings.TrimSpace(line), "#") {
				t.Fatalf("%s is in the draft that follows\n%s", line, draft)
			}
		}
		for _, p := range besides("events.json", events, "who.yaml", next).Problems {
			if p.Pos.File == "who.yaml" {
				t.Fatalf("%s\nof\n%s", p, next)
			}
		}
	})
}

func containsAll(all, some []int32) bool {
	has := map[int32]bool{}
	for _, n := range all {
		has[n] = true
	}
	for _, n := range some {
		if !has[n] {
			return false
		}
	}
	return true
}

// A draft says how many actors it has, and how many have a record already.
func TestDraftCountsWhatItHas(t *testing.T) {
	for text, want := range map[string]string{
		"- {date: 2025, title: a, actors: [Ann, Bo]}\n":                                                      "who is who: 2 actors, those",
		"{actors: [{name: Ann}], events: [{date: 2025, title: a, actors: [Ann]}]}\n":                         "has a record already: 1 actor.",
		"{actors: [{name: Ann}], events: [{date: 2025, title: a, actors: [Ann, Bo, Cy]}]}\n":                 "2 actors without a record,",
		"- {date: 2025, title: a, actors: [Mira Solanin]}\n- {date: 2025, title: b, actors: [Mira Solenin]}": "#   - Mira Solenin  # 1, probably",
	} {
		if draft := draftOf(t, besides("a.yaml", text)); !strings.Contains(draft, want) {
			t.Errorf("%s\nof %s", draft, text)
		}
	}
}
