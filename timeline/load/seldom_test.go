package load

import (
	"strings"
	"testing"
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
