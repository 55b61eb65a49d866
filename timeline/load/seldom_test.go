package load

import (
	"strings"
	"testing"

	"dateline/timeline"
)

// TestSeldomMistakes holds what is said of mistakes that are seldom made, and that the event is read beside each.
func TestSeldomMistakes(t *testing.T) {
	for _, c := range []struct{ text, message string }{
		{"events: [{<<: text, date: 2025, title: x}]", "`<<` holds text where a map belongs"},
		{"actors: {a: {name: A}, a: {name: B}}\nevents: [{date: 2025, title: x}]", "duplicate key `a`"},
		{"events: [{date: [[2025], 2026], title: x}]", "`date` is a list where a date belongs"},
		{"events: [{date: {2025: 2026}, title: x}]", "`date` is a map where a date belongs"},
	} {
		p := loadText(t, "record.yaml", c.text)
		if record := p.Index.Timeline(); record.Len() != 1 || record.EventTitle(0) != "x" {
			t.Errorf("%s: the event is not read", c.text)
		}
		if report := p.Problems.String(); !strings.Contains(report, c.message) {
			t.Errorf("%s: %q is not said, but\n%s", c.text, c.message, report)
		}
	}
}

// A membership without a role makes a member of the actor, if it says when.
func TestMembersWithoutARole(t *testing.T) {
	record := loadGood(t, "record.yaml", "actors:\n  - {id: ann, name: Ann, memberships: [{of: Club, start: 2020, end: 2022}]}\n"+
		"events: [{date: 2021, title: x, actors: [ann, Club]}]\n")
	ann, _ := record.FindActor("ann")
	club, _ := record.FindActor("Club")
	if got := record.OfficesIn(ann, club); len(got) != 1 || got[0].Name != "member" {
		t.Errorf("%+v", got)
	}
}

// What several merge keys hold that is no map is reported once.
func TestOneMessageForAnAnchorThatIsNoMap(t *testing.T) {
	for name, shared := range map[string]string{"text": "&s one", "a broken map": "&s one: \"two"} {
		p := loadText(t, "record.yaml", "shared: "+shared+"\nevents:\n  - date: 2025\n    title: A\n    <<: *s\n"+
			"  - date: 2026\n    title: B\n    <<: [*s, *s]\n")
		if n := strings.Count(p.Problems.String(), "where a map belongs"); n != 1 || p.Index.Timeline().Len() != 2 {
			t.Errorf("%s: %d messages, %d events\n%s", name, n, p.Index.Timeline().Len(), p.Problems)
		}
	}
}

// All values of a key that the format does not know are kept, wherever it comes again.
func TestUnknownKeysThatComeAgain(t *testing.T) {
	const twice = "{x: a, x: b, x: a, "
	p := loadText(t, "record.yaml", "x: a\nx: b\nx: a\nactors: ["+twice+"name: A}]\nsources: ["+twice+"id: s, title: S}]\n"+
		"events: ["+twice+"date: 2025, title: x, sources: [s], quotes: ["+twice+"text: q}]}]\n")
	record := p.Index.Timeline()
	actor, _ := record.FindActor("A")
	e := record.Event(0)
	for name, fields := range map[string][]timeline.Field{
		"the record": record.Other(), "the event": e.Other[:3], "the quote": e.Other[3:],
		"the actor": record.Actor(actor).Other, "the source": record.Source(e.Sources[0]).Other,
	} {
		if len(fields) != 3 || fields[0].Value != "a" || fields[1].Value != "b" || fields[2].Value != "a" {
			t.Errorf("%s keeps %v", name, fields)
		}
	}
	if n := strings.Count(p.Problems.String(), "duplicate key `x`"); n != 10 || p.Problems.Errors() != 10 {
		t.Errorf("%d are reported:\n%s", n, p.Problems)
	}
}
