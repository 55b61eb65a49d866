package timeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/edtf"
)

// resolved returns the names of the actors that mentions turn out to be.
func resolved(records []ActorDraft, mentions ...string) []string {
	var names numbering[nameRef]
	for _, name := range mentions {
		if _, known := names.find(name); !known {
			names.add(name)
		}
	}
	c := resolveActors(records, names.texts)
	var found []string
	for _, a := range c.of {
		found = append(found, c.actors[a].Name)
	}
	return found
}

func TestSpellingsOfOneActor(t *testing.T) {
	records := []ActorDraft{
		{ID: "rubio", Name: "Marco Rubio", Aliases: []string{"Rubio"}},
		{ID: "ofac", Name: "OFAC"},
		{ID: "un", Name: "United Nations (UN)"},
	}
	for _, tt := range []struct {
		name           string
		mentions, want string // separated by "; "
	}{
		{
			"case, diacritics, punctuation, article",
			"The White House; white house; Café Society; CAFE-SOCIETY",
			"The White House; The White House; Café Society; Café Society",
		},
		{"a spelling with capitals", "jd-vance; J.D. Vance; JD Vance; usda; USDA", "J.D. Vance; J.D. Vance; J.D. Vance; USDA; USDA"},
		{"no spelling with capitals", "bell hooks; bell-hooks; xAI; XAI; موسى; iOS", "bell hooks; bell hooks; xAI; xAI; موسى; iOS"},
		{"an office after a name that another spells with capitals", "budanov (HUR chief); budanov; Budanov", "Budanov; Budanov; Budanov"},
		{"signs after one letter are part of it", "C++; C#; C; c.", "C++; C#; C; C"},
		{"id, name and alias of a record", "rubio; Marco Rubio; RUBIO", "Marco Rubio; Marco Rubio; Marco Rubio"},
		{"role in brackets after a recorded name", "Rubio (US Secretary of State)", "Marco Rubio"},
		{"role in brackets after a name used later", "Budanov (HUR chief); Budanov", "Budanov; Budanov"},
		{"party in brackets", "John McCain (R-AZ); John McCain", "John McCain; John McCain"},
		{"two offices after a recorded name", "Rubio (senator of Florida); Rubio (US secretary)", "Marco Rubio; Marco Rubio"},
		{"other words after a recorded name", "Marco Rubio (racer)", "Marco Rubio (racer)"},
		{
			"two offices may be of two", "John Smith; John Smith (senator); John Smith (governor)",
			"John Smith; John Smith (senator); John Smith (governor)",
		},
		{
			"an office beside another of the name", "John Smith; John Smith (senator); John Smith (racer)",
			"John Smith; John Smith (senator); John Smith (racer)",
		},
		{"one office in two spellings", "John Smith; John Smith (Senator); John Smith (SENATOR)", "John Smith; John Smith; John Smith"},
		{
			"one of several of the name", "Mercury; Mercury (planet); Mercury (Queen)", "Mercury; Mercury (planet); Mercury (Queen)",
		},
		{"one of the name beside it", "Georgia; Georgia (country)", "Georgia; Georgia (country)"},
		{"a part of a state", "China; China (ICBC)", "China; China (ICBC)"},
		{"what it was says no office", "Georgia; Georgia (former Soviet republic)", "Georgia; Georgia (former Soviet republic)"},
		{"role in brackets after an unknown name", "Smith (FBI); Smith (CIA)", "Smith (FBI); Smith (CIA)"},
		{"a body in brackets is not the person", "John Smith (FBI); FBI", "John Smith (FBI); FBI"},
		{
			"short form",
			"SEC; Securities and Exchange Commission (SEC); Securities and Exchange Commission",
			"Securities and Exchange Commission; Securities and Exchange Commission; Securities and Exchange Commission",
		},
		{
			"short form first",
			"SEC (Securities and Exchange Commission); S.E.C.",
			"Securities and Exchange Commission; Securities and Exchange Commission",
		},
		{
			"ambiguous short form",
			"Ministry of Defence (MOD); Ministry of Development (MOD); MOD",
			"Ministry of Defence; Ministry of Development; MOD",
		},
		{
			"long form of a recorded short one",
			"Office of Foreign Assets Control (OFAC); Office of Foreign Assets Control",
			"OFAC; OFAC",
		},
		{
			"short form in a recorded name",
			"UN; U.N.; United Nations",
			"United Nations (UN); United Nations (UN); United Nations (UN)",
		},
		{"a country in brackets is not the ministry", "Ministry of Defence (UK); UK", "Ministry of Defence (UK); UK"},
		{"no letters", "★; ★; ☂", "★; ★; ☂"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := resolved(records, strings.Split(tt.mentions, "; ")...)
			want := strings.Split(tt.want, "; ")
			if tt.name == "no letters" {
				want = []string{"★", "☂"}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSpellingsOfTwoActorsConflict(t *testing.T) {
	c := resolveActors([]ActorDraft{
		{ID: "a", Name: "Alfa", Aliases: []string{"Al", "Alpha"}},
		{ID: "b", Name: "ALPHA", Aliases: []string{"b", "Beta"}},
		{ID: "c", Name: "Beta"},
		{ID: "A", Name: "Alfa the Second", Kind: Person},
	}, nil)
	var got []string
	for _, one := range c.conflicts {
		actor, earlier := c.actors[one.actor].ID, c.actors[one.earlier].ID
		got = append(got, fmt.Sprintf("%s %q of %s is %s of %s", one.what, one.spelling, actor, one.taken, earlier))
	}
	want := []string{
		`id "A" of a is id of a`,
		`alias "Alpha" of a is name of b`,
		`alias "Beta" of b is name of c`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if a := c.actors[c.names["a"]]; a.Kind != Person || len(c.actors) != 3 {
		t.Errorf("a second record with the id adds to the first: got %+v among %d", a, len(c.actors))
	}
}

func TestMembershipsAndParentsAreResolved(t *testing.T) {
	records := []ActorDraft{
		{ID: "yermak", Name: "Andriy Yermak", Memberships: []MembershipDraft{{Of: "Presidential Office", Role: "Head"}}},
		{ID: "office", Name: "Presidential Office", Parent: "Ukraine"},
	}
	mentions := []string{"Ukraine", "Presidential Office"}
	c := resolveActors(records, mentions)
	who := c.actors[c.names["yermak"]]
	at := c.actors[who.Memberships[0].Of]
	if at.ID != "office" || c.actors[at.Parent].Name != "Ukraine" || c.actors[at.Parent].Recorded {
		t.Errorf("membership of %q under %+v", at.ID, c.actors[at.Parent])
	}
	if again := resolveActors(records, mentions); !cmp.Equal(again.actors, c.actors, cmp.AllowUnexported(edtf.Date{})) {
		t.Error("resolving twice makes different actors")
	}
}

func TestIDsOfActorsWithoutOne(t *testing.T) {
	var ids []string
	records := []ActorDraft{{ID: "white-house-2", Name: "Other"}}
	mentions := []string{"The White House", "Єрмак", "★", "☂"}
	for _, a := range resolveActors(records, mentions).actors {
		ids = append(ids, a.ID)
	}
	if diff := cmp.Diff([]string{"white-house-2", "white-house", "єрмак", "actor", "actor-2"}, ids); diff != "" {
		t.Error(diff)
	}
}
