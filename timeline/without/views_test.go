package without_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/timeline/without"
)

// asking are queries for each key of the language that the record asked has an answer to.
var asking = []string{
	"actor:anna", "actor:club", "actor:state", "actor:annie", "actor:land", "direct:anna", "direct:annie", "type:call", "tag:peace",
	"location:kyiv", "place:kyiv", "source:paper", "source:e.org", "source:second", "source:third",
	"status:disputed", "by:boris", "by:carla", "says:boris", "says:club", "claim:never", "claim:denied",
	"claim:(never status:denied)", "claim:(never happened)", "claim:(by:boris)", "claim:(source:third)", "claim:(says:boris)",
	"has:quote", "has:figure", "has:claim", "has:source", "has:note", "has:editor", "has:weight", "has:date", "kind:call",
	"is:disputed", "is:contested", "editor:carla", "other.editor:carla", "ed_itor:carla", "weight>3",
	"id:one", "date:2025-01-01", "since:2025", "until:2026", "is:approximate", "is:undated", "is:marked", "is:new", "is:changed",
	"peace", "kyiv", `"this and that"`, "well", "guests", "never", "seen", "annie", "carla", "talk",
}

// asked is a record that has something for each of them.
const asked = `actors:
  - {id: anna, name: Anna, kind: person, aliases: [Annie], memberships: [{of: Club, role: chair}]}
  - {id: boris, name: Boris, memberships: [{of: Club, role: clerk}]}
  - {id: club, name: Club, parent: State}
  - {id: state, name: State, parent: Land}
sources:
  - {id: s1, title: First, publisher: Paper, author: Reporter, url: "https://e.org/", archive_url: "https://archive.example/"}
  - {id: s2, title: Second}
  - {id: s3, title: Third}
events:
  - id: one
    date: 2025-01-01
    title: A talk
    summary: Of this and that
    type: call
    status: disputed
    location: Kyiv
    actors: [{actor: Annie, role: host}]
    tags: [peace]
    quotes: [{by: Carla, text: Well, source: s2}]
    figures: [{label: guests, value: 37, unit: people, by: boris}, {label: guests, value: 370, unit: people, by: carla}]
    claims: [{by: boris, text: It never happened, status: denied, source: s3}, {by: anna, text: It did, status: confirmed}]
    sources: [s1]
    related: [two]
    notes: [Seen]
    editor: Carla
    weight: 4
  - {id: two, date: 2025-01~, title: Another}
  - {title: A third, date: "no"}
`

// A view that stays finds in the copy what it finds in the record, whatever is left out: otherwise it says something of
// what is gone.
func TestViewsThatStayFindTheSame(t *testing.T) {
	var views strings.Builder
	for n, text := range asking {
		fmt.Fprintf(&views, "  v%d: '%s'\n  n%d: '-(%s)'\n  o%d: 'nothing OR %s'\n", n, text, n, text, n, text)
	}
	r := read(t, "views:\n"+views.String()+asked)
	keys := map[query.Key]bool{}
	for _, text := range asking {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		query.EachAsked(q.Root(), func(term query.Term, _ bool) { keys[term.Key] = true })
		readers := []string{"is:marked", "is:new", "is:changed"}
		if index.New(r).Select(q).Len() == 0 && !slices.Contains(readers, text) && text != "kind:call" {
			t.Errorf("%s finds nothing", text)
		}
	}
	for _, key := range []query.Key{
		query.ByActor, query.ByDirect, query.ByType, query.ByTag, query.ByLocation, query.BySource, query.ByStatus,
		query.BySpeaker, query.BySays, query.ByClaim, query.ByID, query.ByHas, query.ByIs, query.ByDate, query.BySince,
		query.ByUntil,
	} {
		if !keys[key] {
			t.Errorf("%s is not asked", key)
		}
	}
	for _, of := range []query.Key{query.ByHas, query.ByIs} {
		for _, value := range query.ValuesOf(of) {
			if !slices.Contains(asking, string(of)+":"+value) {
				t.Errorf("%s:%s is not asked", of, value)
			}
		}
	}
	for _, key := range without.Keys(r) {
		fields, err := without.Parse(r, []string{key})
		if err != nil {
			t.Fatal(err)
		}
		c := leave(fields, r)
		was, is := index.New(r), index.New(c)
		for _, view := range c.Views() {
			text := view.Query
			q, _ := query.Parse(text)
			if before, after := was.Select(q).Len(), is.Select(q).Len(); before != after {
				t.Errorf("without %s: the view %s finds %d events, not %d", key, text, after, before)
			}
		}
	}
}

// A view goes where its query names what is left out, in whichever words, and stays otherwise.
func TestViewsThatNameWhatIsLeftOut(t *testing.T) {
	all := append(slices.Clone(asking), "description:x", "note:x", "notes:x", "has:notes", "has:summary", "blurb:x", "people:x")
	var views strings.Builder
	for n, text := range all {
		fmt.Fprintf(&views, "  v%d: 'talk OR %s'\n", n, text)
	}
	r := read(t, "views:\n"+views.String()+asked)
	for key, gone := range map[string][]string{
		"notes":   {"has:note", "note:x", "notes:x", "has:notes", "seen"},
		"summary": {`"this and that"`, "description:x", "has:summary", "blurb:x", "note:x", "notes:x", "has:notes"}, // as in some files
		"type":    {"type:call", "kind:call"},
		"weight":  {"weight>3", "has:weight"},
		"related": nil, "unit": {"is:contested"}, "role": nil, "tags": {"tag:peace", "peace"},
	} {
		fields, err := without.Parse(r, []string{key})
		if err != nil {
			t.Fatal(err)
		}
		left := map[string]bool{}
		for _, view := range leave(fields, r).Views() {
			left[strings.TrimPrefix(view.Query, "talk OR ")] = true
		}
		for _, text := range all {
			if q, _ := query.Parse(text); left[q.String()] == slices.Contains(gone, text) {
				t.Errorf("without %s: whether the view %s is left: %v", key, text, left[q.String()])
			}
		}
	}
}
