package timeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// talks is a small record in which everything that a query can ask occurs.
func talks() *Timeline {
	d := newDraft()
	d.actor("ukraine", "Ukraine", State, "", "")
	d.actor("office", "Presidential Office", Organization, "Ukraine", "Office of the President")
	d.actor("yermak", "Andriy Yermak", Person, "", "Yermak, Андрій Єрмак", "Presidential Office|Head|2020-02-11|2025-11-28")
	d.actor("budanov", "Kyrylo Budanov", Person, "", "Budanov",
		"Defence Intelligence|Head of Defence Intelligence|2020-08-05|2026-01-02", "Presidential Office|Head|2026-01-02")
	d.actor("gur", "Defence Intelligence", Organization, "Ukraine", "HUR")
	d.actor("usa", "United States", State, "", "US")
	d.actor("rubio", "Marco Rubio", Person, "", "Rubio", "United States|US Secretary of State|2025-01-21")
	d.actor("nato", "NATO", Organization, "", "", "")
	reuters := d.source(Source{ID: "r1", Title: "Talks in Geneva", Publisher: "Reuters", URL: "https://example.org/r1"})
	link := d.source(Source{URL: "https://example.com/x"})
	d.event("2025-09-08", "Yermak speaks with Rubio", "Yermak; Rubio", func(e *eventDraft) {
		e.Type, e.Tags, e.Location, e.Status = "call", []string{"Diplomacy", "security guarantees"}, "Kyiv, Ukraine", "confirmed"
		e.Summary = "A call about security guarantees; Kyiv's hopes are up."
		e.Quotes = []quoteDraft{{By: d.mention("Yermak"), Text: "a productive talk at 20:39", Source: reuters}}
		e.Sources = []citation{reuters}
	})
	d.event("2025-09", "Drone strikes", "Russia", func(e *eventDraft) {
		e.Type, e.Tags, e.Status = "strike", []string{"drones"}, "disputed"
		e.Claims = []claimDraft{{By: d.mention("Russia"), Text: "no losses", Status: "denied", Source: link}}
		e.Figures = []figureDraft{{Label: "drones", Value: "40", By: noMention, Source: noCitation}}
	})
	d.event("2026-01-02", "Budanov takes over", "Budanov", func(e *eventDraft) {
		e.Type, e.Location, e.Notes = "Call", "Kyiv", []string{"unclear hour"}
	})
	d.event("2025-12-01", "Yermak after office", "Yermak", nil)
	d.event("", "Somebody hopes", "Ukraine; Marco Rubio", func(e *eventDraft) { e.Type = "statement" })
	return d.done()
}

// titles are those of the selected events.
func titles(x *Index, s Selection) []string {
	var titles []string
	for n := range s.Len() {
		titles = append(titles, x.Timeline().Event(s.At(n)).Title)
	}
	return titles
}

func TestSelect(t *testing.T) {
	const (
		call, strike, over, after, hopes = "Yermak speaks with Rubio", "Drone strikes", "Budanov takes over", "Yermak after office", "Somebody hopes"
	)
	x := NewIndex(talks()).WithMarks(map[string]bool{"e1": true, "e2": false, "gone": true})
	for _, tt := range []struct {
		query string
		want  []string // in order of time
	}{
		{"", []string{strike, call, after, over, hopes}},
		{"yermak", []string{call, after}},
		{"yer OR drone", []string{strike, call, after}},
		{"ermak", nil},
		{`"yermak speaks"`, []string{call}},
		{`"yermak speak"`, nil},
		{`"security guarantees"`, []string{call}},
		{`"rubio a"`, nil},
		{"guarantees hopes", []string{call}},
		{"20:39", []string{call}},
		{"kyivs", []string{call}},
		{"losses", []string{strike}},
		{"unclear", []string{over}},
		{"actor:rubio", []string{call, hopes}},
		{"actor:rub", []string{call, hopes}},
		{`actor:"mar rub"`, []string{call, hopes}},
		{`actor:"rub mar"`, nil},
		{"actor:Єрмак", []string{call, after}},
		{"actor:YERMAK,budanov", []string{call, after, over}},
		{"actor:yermak actor:rubio", []string{call}},
		{"-actor:yermak", []string{strike, over, hopes}},
		{"actor:nobody", nil},
		{"actor:ukraine", []string{call, over, hopes}},
		{"direct:ukraine", []string{hopes}},
		{`actor:"presidential office"`, []string{call, over}},
		{"actor:hur", []string{over}},
		{"actor:usa", []string{call, hopes}},
		{"actor:united", []string{call, hopes}},
		{"by:ukraine", []string{call}},
		{"by:russia", []string{strike}},
		{"type:call", []string{call, over}},
		{"type:cal,strike", []string{strike, call, over}},
		{"tag:security", []string{call}},
		{"tag:guarantees", []string{call}},
		{"location:kyiv", []string{call, over}},
		{`place:"kyiv ukr"`, []string{call}},
		{"status:disputed", []string{strike}},
		{"source:reuters", []string{call}},
		{"source:geneva", []string{call}},
		{"source:https://example.com/x", []string{strike}},
		{"id:e0", []string{call}},
		{"id:E", []string{strike, call, after, over, hopes}},
		{"has:quote", []string{call}},
		{"has:figure,note", []string{strike, over}},
		{"has:claim has:source", nil},
		{"is:disputed", []string{strike}},
		{"is:approximate", []string{strike}},
		{"is:undated", []string{hopes}},
		{"is:marked", []string{strike}},
		{"date:2025-09-30", []string{strike}},
		{"date:2025-09", []string{strike, call}},
		{"date:2025-09-09..2025-12-01", []string{strike, after}},
		{"date:..2025-09-07", []string{strike}},
		{"date:2025-12..", []string{after, over}},
		{"date:2025-12-01,2026", []string{after, over}},
		{"since:2025-09-30", []string{strike, after, over}},
		{"until:2025-09-08", []string{strike, call}},
		{"since:2025-12 until:2025", []string{after}},
		{"-(since:2025-12 OR is:undated)", []string{strike, call}},
	} {
		got := titles(x, x.Select(ask(t, tt.query)))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s\n%s", tt.query, diff)
		}
	}
}

func TestSelection(t *testing.T) {
	x := NewIndex(talks())
	s := x.Select(ask(t, "yermak"))
	if s.Len() != 2 || s.At(0) != 1 || s.At(1) != 2 {
		t.Fatalf("selected %v", s.list)
	}
	for event, rank := range []int{0, 0, 1, 2, 2} {
		if got := s.Rank(event); got != rank {
			t.Errorf("Rank(%d) = %d, want %d", event, got, rank)
		}
		if got := s.Has(event); got != (event == 1 || event == 2) {
			t.Errorf("Has(%d) = %v", event, got)
		}
	}
	if again := x.Select(ask(t, "actor:yermak")); !slices.Equal(s.list, again.list) {
		t.Error("a query selects the same events again")
	}
	empty := NewIndex(&Timeline{})
	if s := empty.Select(ask(t, "-a OR actor:b OR date:2025")); s.Len() != 0 || s.Rank(0) != 0 {
		t.Error("an empty record has nothing to select")
	}
}

func TestOffice(t *testing.T) {
	tl := talks()
	for _, tt := range []struct{ who, date, want string }{
		{"yermak", "2025-09-08", "Head, Presidential Office"},
		{"yermak", "2025-11-28", "Head, Presidential Office"},
		{"yermak", "2025-12-01", ""},
		{"yermak", "2025-11/2025-12", "Head, Presidential Office"},
		{"budanov", "2025", "Head of Defence Intelligence"},
		{"budanov", "2026-01", "Head of Defence Intelligence; Head, Presidential Office"},
		{"budanov", "", "Head of Defence Intelligence; Head, Presidential Office"},
		{"rubio", "2025-09-08", "US Secretary of State"},
		{"ukraine", "2025", ""},
	} {
		a, ok := tl.FindActor(tt.who)
		if got := tl.Office(a, mustDate(tt.date)); !ok || got != tt.want {
			t.Errorf("office of %s on %s: %q, want %q", tt.who, tt.date, got, tt.want)
		}
	}
}

func TestGroup(t *testing.T) {
	d := newDraft()
	d.actor("a", "A", Organization, "b", "")
	d.actor("b", "B", Organization, "c", "")
	d.actor("c", "C", Organization, "b", "")
	d.actor("self", "Self", Organization, "self", "")
	d.actor("p", "P", Person, "", "", "a|x|2020|2021", "b|y|2021", "c|z|2022", "self|w||2023")
	d.actor("q", "Q", Person, "", "")
	tl := d.done()
	for who, want := range map[string]string{"a": "b", "b": "", "c": "b", "self": "", "p": "b", "q": ""} {
		a, _ := tl.FindActor(who)
		got := ""
		if g := tl.Group(a); g != NoActor {
			got = tl.Actor(g).ID
		}
		if got != want {
			t.Errorf("%s stands under %q, want %q", who, got, want)
		}
	}
}

// Where a thousand stand under each other, an event of the last is entered for the nearest of them, and not for all.
func TestLongLineOfGroups(t *testing.T) {
	const n = 1000
	d := newDraft()
	d.actor("a0", "Name 0", Organization, "", "")
	for i := 1; i < n; i++ {
		d.actor(fmt.Sprintf("a%d", i), fmt.Sprintf("Name %d", i), Organization, fmt.Sprintf("a%d", i-1), "")
	}
	d.event("2025-01-01", "One", fmt.Sprintf("a%d", n-1), nil)
	x := NewIndex(d.done())
	for up, want := range map[int]int{n - 1: 1, n - 2: 1, n - 1 - maxStands: 1, n - 2 - maxStands: 0, 0: 0} {
		if got := x.Select(ask(t, fmt.Sprintf("actor:a%d", up))).Len(); got != want {
			t.Errorf("actor:a%d finds %d events, want %d", up, got, want)
		}
	}
}

func TestActorCounts(t *testing.T) {
	x := NewIndex(talks())
	want := map[string]int{"Ukraine": 2, "Presidential Office": 2, "Andriy Yermak": 1, "Kyrylo Budanov": 1, "Defence Intelligence": 1, "United States": 1, "Marco Rubio": 1}
	got := make(map[string]int)
	for a, n := range x.ActorCounts(x.Select(ask(t, "type:call"))) {
		if n > 0 {
			got[x.Timeline().Actor(ActorRef(a)).Name] = n
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFacet(t *testing.T) {
	x := NewIndex(talks())
	s := x.Select(ask(t, "since:2025-09-08"))
	for key, want := range map[Key][]Count{
		ByType:     {{"call", 2}, {"strike", 1}, {"statement", 0}},
		ByTag:      {{"Diplomacy", 1}, {"drones", 1}, {"security guarantees", 1}},
		ByLocation: {{"Kyiv", 1}, {"Kyiv, Ukraine", 1}},
		ByStatus:   {{"confirmed", 1}, {"disputed", 1}},
		BySource:   {{"https://example.com/x", 1}, {"r1", 1}},
		ByWords:    nil,
	} {
		got := x.valueCounts(key, s)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
	}
}

func TestCompanions(t *testing.T) {
	x := NewIndex(talks())
	names := func(who, query string) []string {
		a, _ := x.Timeline().FindActor(who)
		var names []string
		for _, c := range x.Companions(a, x.Select(ask(t, query))) {
			names = append(names, fmt.Sprintf("%s %d", x.Timeline().Actor(c.Actor).Name, c.N))
		}
		return names
	}
	for _, tt := range []struct {
		who, query string
		want       []string
	}{
		{"rubio", "", []string{"Ukraine 1", "Andriy Yermak 1"}},
		{"ukraine", "", []string{"Marco Rubio 2"}},
		{"ukraine", "is:undated", []string{"Marco Rubio 1"}},
		{"budanov", "", nil},
	} {
		if diff := cmp.Diff(tt.want, names(tt.who, tt.query)); diff != "" {
			t.Errorf("%s under %q: %s", tt.who, tt.query, diff)
		}
	}
}

func TestBlame(t *testing.T) {
	x := NewIndex(talks())
	for _, tt := range []struct {
		query string
		want  Blame
		ok    bool
	}{
		{"actor:ukraine type:strike", Blame{Part: 1, Hidden: 3}, true},
		{"nobody", Blame{Part: 0, Hidden: 5}, true},
		{"yermak type:strike nobody", Blame{}, false},
		{"", Blame{}, false},
	} {
		got, ok := x.Blame(ask(t, tt.query))
		if got != tt.want || ok != tt.ok {
			t.Errorf("Blame(%q) = %+v, %v, want %+v, %v", tt.query, got, ok, tt.want, tt.ok)
		}
	}
}

func TestUnknown(t *testing.T) {
	x := NewIndex(talks())
	got := x.Unknown(ask(t, "actor:yermk,rubio -(type:cal OR type:statemant) words tag:xyz id:e99 has:quote date:1999"))
	want := []Unknown{
		{ByActor, "yermk", []string{"Andriy Yermak"}},
		{ByType, "statemant", []string{"statement"}},
		{ByTag, "xyz", nil},
		{ByID, "e99", nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFindFolded(t *testing.T) {
	for _, tt := range []struct {
		text, words string // separated by |
		want        string // what is found, separated by |
	}{
		{"Café de la Paix, CAFÉS", "caf", "Caf|CAF"},
		{"Café cafe\u0301s", "cafe", "Café|cafe\u0301"},
		{"Café Cafés", "cafe ", "Café"},
		{"of security – guarantees, security", "security guarantees |of", "of|security – guarantees"},
		{"Зустріч у Києві", "києв", "Києв"},
		{"在北京会谈", "北 京", "北京"},
		{"Yermak yermaks", "yermak|yermaks", "Yermak|yermaks"},
		{"Straße", "stras", "Straß"},
		{"nothing", "x|", ""},
		{"", "x", ""},
	} {
		var found []string
		for _, r := range FindFolded(tt.text, strings.Split(tt.words, "|")) {
			found = append(found, tt.text[r[0]:r[1]])
		}
		if got := strings.Join(found, "|"); got != tt.want {
			t.Errorf("FindFolded(%q, %q) = %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
}

func TestFindFoldedStaysInText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), prose()).Draw(t, "text")
		words := []string{rapid.SampledFrom([]string{"a", "aze", "z ", "习", "й"}).Draw(t, "word"), Fold(prose().Draw(t, "more"))}
		last := 0
		for _, r := range FindFolded(text, words) {
			if r[0] < last || r[1] <= r[0] || r[1] > len(text) {
				t.Fatalf("FindFolded(%q, %q): %v", text, words, r)
			}
			last = r[1]
		}
	})
}

// A query that is typed letter by letter, or given up, finds what it would have found at once.
func TestSelectWhileTyping(t *testing.T) {
	tl := synthetic(500, 40)
	x := NewIndex(tl)
	over, end := context.WithCancel(context.Background())
	end()
	for _, line := range []string{"transformer", "trans energy", "energy trans", `"security guarantees"`, "-trans зустр", "t actor:p1", "tr actor:p1"} {
		for to := range line {
			q, err := ParseQuery(line[:to])
			if err != nil {
				continue
			}
			x.Until(over).Select(q)
			if got, want := x.Select(q), NewIndex(tl).Select(q); !slices.Equal(got.list, want.list) {
				t.Errorf("%q finds %d events, want %d", line[:to], got.Len(), want.Len())
			}
		}
	}
}

// What is entered beside the rest is in the index as if all had been entered one after the other.
func TestIndexFromTwoParts(t *testing.T) {
	x := NewIndex(synthetic(1000, 40))
	one := &Index{t: x.t, when: make([]Period, x.t.Len()), traits: map[string]Bits{}, standings: x.standings}
	for word := range eventTraits {
		one.traits[word] = NewBits(x.t.Len())
	}
	b := newIndexBuilder(one, x.t.Len())
	b.enter(0, x.t.Len())
	b.finish()
	type parts struct {
		When                                              []Period
		Listed, Involved, ByListed, ByInvolved, BySpeaker Rows
		Facets                                            map[Key]*facet
		Labels                                            labels
		Traits                                            map[string]Bits
	}
	of := func(x *Index) parts {
		return parts{x.when, x.listed, x.involved, x.byListed, x.byInvolved, x.bySpeaker, x.facets, x.labels, x.traits}
	}
	exported := cmp.AllowUnexported(Rows{}, facet{}, labels{}, lexicon{})
	if diff := cmp.Diff(of(one), of(x), exported, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

// An index of nothing answers as that of a record without events does.
func TestEmptyIndex(t *testing.T) {
	loaded := NewIndex(newDraft().done())
	for name, x := range map[string]*Index{"empty": EmptyIndex(), "loaded": loaded} {
		q := ask(t, "yermak actor:rubio since:2025 id:x type:call is:marked")
		_, found := x.Timeline().Find("x")
		if x.Timeline().Len() != 0 || x.Select(q).Len() != 0 || found || len(x.SearchActors("rubio")) != 0 {
			t.Errorf("%s: there is something", name)
		}
		if got, want := x.Explain(q), loaded.Explain(q); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// ask reads a query, which must be one.
func ask(t interface{ Fatalf(string, ...any) }, text string) Query {
	q, err := ParseQuery(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return q
}
