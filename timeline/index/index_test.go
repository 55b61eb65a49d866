package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// titles returns the titles of the selected events.
func titles(x *Index, s Selection) []string {
	var titles []string
	for n := range s.Len() {
		titles = append(titles, x.Timeline().Event(s.At(n)).Title)
	}
	return titles
}

func TestSelect(t *testing.T) {
	const (
		call, strike, over = "Yermak speaks with Rubio", "Drone strikes", "Budanov takes over"
		after, hopes       = "Yermak after office", "Somebody hopes"
	)
	x := New(testbuild.Talks()).WithMarks(map[string]bool{"e1": true, "e2": false, "gone": true}).
		WithNews(map[string]bool{"e0": true, "e1": true}, map[string]bool{"e2": true, "gone": true})
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
		{"says:ukraine", []string{call}},
		{"by:ukraine", nil},
		{"by:yermak", []string{call}},
		{"by:russia", []string{strike}},
		{"claim:denied", []string{strike}},
		{"claim:loss", []string{strike}},
		{`claim:"loss"`, nil},
		{`claim:"no losses"`, []string{strike}},
		{"claim:(by:russia status:denied losses)", []string{strike}},
		{"claim:(by:russia -status:denied)", nil},
		{"-claim:(says:russia)", []string{call, after, over, hopes}},
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
		{"is:contested", []string{strike}},
		{"-is:contested", []string{call, after, over, hopes}},
		{"is:approximate", []string{strike}},
		{"is:undated", []string{hopes}},
		{"is:marked", []string{strike}},
		{"is:new", []string{strike, call}},
		{"is:changed", []string{over}},
		{"is:new,changed -is:marked", []string{call, over}},
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
	x := New(testbuild.Talks())
	s := x.Select(ask(t, "yermak"))
	if s.Len() != 2 || s.At(0) != 1 || s.At(1) != 2 {
		t.Fatalf("selected %v", numbers(s))
	}
	for event, rank := range []int{0, 0, 1, 2, 2} {
		if got := s.Rank(event); got != rank {
			t.Errorf("Rank(%d) = %d, want %d", event, got, rank)
		}
		if got := s.Has(event); got != (event == 1 || event == 2) {
			t.Errorf("Has(%d) = %v", event, got)
		}
	}
	if again := x.Select(ask(t, "actor:yermak")); !sameList(s, again) {
		t.Error("a query selects the same events again")
	}
	empty := New(&timeline.Timeline{})
	if s := empty.Select(ask(t, "-a OR actor:b OR date:2025")); s.Len() != 0 || s.Rank(0) != 0 {
		t.Error("an empty record has nothing to select")
	}
}

// Where a thousand organisations belong each to the next, an event of the first is entered for the nearest of them
// only.
func TestLongLineOfGroups(t *testing.T) {
	const n = 1000
	d := testbuild.NewDraft()
	d.Actor("a0", "Name 0", timeline.Organization, "", "")
	for i := 1; i < n; i++ {
		d.Actor(fmt.Sprintf("a%d", i), fmt.Sprintf("Name %d", i), timeline.Organization, fmt.Sprintf("a%d", i-1), "")
	}
	d.Event("2025-01-01", "One", fmt.Sprintf("a%d", n-1), nil)
	x := New(d.Done())
	for up, want := range map[int]int{n - 1: 1, n - 2: 1, n - 1 - maxAffiliations: 1, n - 2 - maxAffiliations: 0, 0: 0} {
		if got := x.Select(ask(t, fmt.Sprintf("actor:a%d", up))).Len(); got != want {
			t.Errorf("actor:a%d finds %d events, want %d", up, got, want)
		}
	}
}

// However many organisations belong each to the next, what is kept of that does not outgrow the record.
func TestVeryLongLineOfGroups(t *testing.T) {
	const n = 40_000
	d := testbuild.NewDraft()
	d.Actor("a0", "Name 0", timeline.Organization, "", "")
	for i := 1; i < n; i++ {
		d.Actor(fmt.Sprintf("a%d", i), fmt.Sprintf("Name %d", i), timeline.Organization, fmt.Sprintf("a%d", i-1), "")
	}
	total := 0
	for _, of := range newAffiliations(d.Done()) {
		total += len(of)
	}
	if want := maxAllAffiliations + maxAffiliations + n*fewAffiliations; total > want {
		t.Errorf("%d affiliations, want at most %d", total, want)
	}
}

func TestActorCounts(t *testing.T) {
	x := New(testbuild.Talks())
	want := map[string]int{
		"Ukraine": 2, "Presidential Office": 2, "Andriy Yermak": 1, "Kyrylo Budanov": 1, "Defence Intelligence": 1,
		"United States": 1, "Marco Rubio": 1,
	}
	got := make(map[string]int)
	for a, n := range x.ActorCounts(x.Select(ask(t, "type:call"))) {
		if n > 0 {
			got[x.Timeline().Actor(timeline.ActorRef(a)).Name] = n
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestValueCounts(t *testing.T) {
	x := New(testbuild.Talks())
	s := x.Select(ask(t, "since:2025-09-08"))
	for key, want := range map[query.Key][]ValueCount{
		query.ByType:     {{"call", 2}, {"strike", 1}, {"statement", 0}},
		query.ByTag:      {{"Diplomacy", 1}, {"drones", 1}, {"security guarantees", 1}},
		query.ByLocation: {{"Kyiv", 1}, {"Kyiv, Ukraine", 1}},
		query.ByStatus:   {{"confirmed", 1}, {"disputed", 1}},
		query.BySource:   {{"https://example.com/x", 1}, {"r1", 1}},
		query.ByWords:    nil,
	} {
		got := x.ValueCounts(key, s)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
	}
}

func TestCompanions(t *testing.T) {
	x := New(testbuild.Talks())
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
	x := New(testbuild.Talks())
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
	x := New(testbuild.Talks())
	got := x.Unknown(ask(t, "actor:yermk,rubio -(type:cal OR type:statemant) words tag:xyz id:e99 has:quote date:1999"))
	want := []Unknown{
		{Key: query.ByActor, Value: "yermk", Nearest: []string{"Andriy Yermak"}},
		{Key: query.ByType, Value: "statemant", Nearest: []string{"statement"}},
		{Key: query.ByTag, Value: "xyz"},
		{Key: query.ByID, Value: "e99"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A query that is typed letter by letter, or given up before, selects what it would have selected at once.
func TestSelectWhileTyping(t *testing.T) {
	tl := testbuild.Synthetic(500, 40)
	x := New(tl)
	over, end := context.WithCancel(context.Background())
	end()
	for _, line := range []string{
		"transformer", "trans energy", "energy trans", `"security guarantees"`, "-trans зустр", "t actor:p1", "tr actor:p1",
	} {
		for to := range line {
			q, err := query.Parse(line[:to])
			if err != nil {
				continue
			}
			x.Until(over).Select(q)
			if got, want := x.Select(q), New(tl).Select(q); !sameList(got, want) {
				t.Errorf("%q finds %d events, want %d", line[:to], got.Len(), want.Len())
			}
		}
	}
}

// Events that are entered at the same time as others are in the index as if all had been entered one after the other.
func TestIndexFromTwoParts(t *testing.T) {
	x := New(testbuild.Synthetic(1000, 40))
	one := &Index{
		t: x.t, when: make([]calendar.Period, x.t.Len()), affiliations: x.affiliations, traits: map[string]intset.Bits{},
	}
	for word := range x.traits {
		one.traits[word] = intset.NewBits(x.t.Len())
	}
	b := newIndexBuilder(one, x.t.Len())
	b.enter(0, x.t.Len())
	b.finish()
	type parts struct {
		When                                              []calendar.Period
		Listed, Involved, ByListed, ByInvolved, BySpeaker intset.Rows
		Facets                                            map[query.Key]*facet
		Labels                                            labels
		Traits                                            map[string]intset.Bits
		Gaps                                              []int32
	}
	of := func(x *Index) parts {
		facets := map[query.Key]*facet{}
		for key := range x.facets {
			facets[key] = x.facet(key)
		}
		return parts{
			x.when, x.listed, x.involved, x.byListed, x.byInvolved, x.bySpeaker, facets, x.labels, x.traits, x.gaps,
		}
	}
	exported := cmp.AllowUnexported(intset.Rows{}, facet{}, labels{}, lexicon{})
	if diff := cmp.Diff(of(one), of(x), exported, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

// Spellings of signs alone, which may have line ends, are found as they are.
func TestLexiconOfSigns(t *testing.T) {
	var l lexicon
	for _, spellings := range [][]string{{"—"}, {"—", "€\n €"}, {"€"}, {"a — b", "€"}, {"Ab"}} {
		l.begin()
		for _, spelling := range spellings {
			l.spell(spelling)
		}
	}
	for spelling, want := range map[string][]int32{
		"—": {0, 1}, "€": {1, 2, 3}, "—\n —": nil, "€\n €": {1}, "€\n—": nil, "a b": {3}, "ab": {4}, "b": nil,
	} {
		if got := l.exact(spelling); !slices.Equal(got, want) {
			t.Errorf("%q is in %v, want %v", spelling, got, want)
		}
	}
}

// An index of nothing answers as that of a record without events does.
func TestEmptyIndex(t *testing.T) {
	loaded := New(testbuild.NewDraft().Done())
	for name, x := range map[string]*Index{"empty": Empty(), "loaded": loaded} {
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
func ask(t interface{ Fatalf(string, ...any) }, text string) query.Query {
	q, err := query.Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return q
}

// A date matches by the days that it can be, not by all between the first and the last of them.
func TestDatesMatchByWhatTheyCanBe(t *testing.T) {
	d := testbuild.NewDraft()
	for _, date := range []string{
		"[1667,1668,1670..1672]", "156X-12-25", "XXXX-12-XX", "2000-XX-31", "2025-02-X0", "2025-02", "202X", "1669-05-05",
	} {
		d.Event(date, date, "", nil)
	}
	x := New(d.Done())
	for query, want := range map[string]string{
		"date:1669":                 "XXXX-12-XX 1669-05-05",
		"date:1671,1669":            "XXXX-12-XX [1667,1668,1670..1672] 1669-05-05",
		"date:1565-06":              "",
		"date:1565-12":              "XXXX-12-XX 156X-12-25",
		"date:2000-02":              "",
		"date:2000-02..2000-03":     "2000-XX-31",
		"date:2025-02-15":           "202X 2025-02",
		"-date:1669 since:1600-01":  "[1667,1668,1670..1672] 2000-XX-31 202X 2025-02 2025-02-X0",
		"until:1561 date:1500-11..": "XXXX-12-XX 156X-12-25",
	} {
		var got []string
		found := x.Select(ask(t, query))
		for n := range found.Len() {
			got = append(got, x.Timeline().EventTitle(found.At(n)))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %s, want %s", query, strings.Join(got, " "), want)
		}
	}
}
