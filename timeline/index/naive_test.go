package index

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// A naive answers queries by a walk through the events, as plainly as possible. The index is held against it.
type naive struct {
	t     *timeline.Timeline
	given map[string]map[string]bool // by value of is:, ids of events
}

// everybody returns the actors of the record.
func (v naive) everybody() []timeline.ActorRef {
	all := make([]timeline.ActorRef, v.t.Actors())
	for i := range all {
		all[i] = timeline.ActorRef(i)
	}
	return all
}

func (v naive) wants(n query.Node, e *timeline.Event) bool {
	switch n := n.(type) {
	case query.And:
		return !slices.ContainsFunc(n, func(part query.Node) bool { return !v.wants(part, e) })
	case query.Or:
		return slices.ContainsFunc(n, func(part query.Node) bool { return v.wants(part, e) })
	case query.Not:
		return !v.wants(n.Of, e)
	case query.Claim:
		return slices.ContainsFunc(e.Claims, func(c timeline.Claim) bool { return v.wantsClaim(n.Of, c, e) })
	case query.Term:
		return slices.ContainsFunc(n.Values, func(o query.Value) bool { return v.holds(n, o, e) })
	}
	return true
}

// wantsClaim reports whether what is asked of one claim is true of c.
func (v naive) wantsClaim(n query.Node, c timeline.Claim, e *timeline.Event) bool {
	switch n := n.(type) {
	case query.And:
		return !slices.ContainsFunc(n, func(part query.Node) bool { return !v.wantsClaim(part, c, e) })
	case query.Or:
		return slices.ContainsFunc(n, func(part query.Node) bool { return v.wantsClaim(part, c, e) })
	case query.Not:
		return !v.wantsClaim(n.Of, c, e)
	case query.Term:
		return slices.ContainsFunc(n.Values, func(o query.Value) bool { return v.holdsOfClaim(n.Key, o, c, e) })
	}
	return true
}

func (v naive) holdsOfClaim(key query.Key, o query.Value, c timeline.Claim, e *timeline.Event) bool {
	switch key {
	case query.BySpeaker, query.BySays:
		return v.anybody(o.Text, e, []timeline.ActorRef{c.By}, key == query.BySays)
	case query.ByStatus:
		return c.Status == o.Text
	case query.BySource:
		return c.Source != timeline.NoSource && o.Text == "reuters"
	}
	return strings.Contains(" "+fold.Fold(c.Text)+" ", o.Folded()) ||
		strings.Contains(" "+fold.Fold(c.Status)+" ", o.Folded())
}

func (v naive) holds(t query.Term, o query.Value, e *timeline.Event) bool {
	key, text := t.Key, strings.ToLower(o.Text)
	switch key {
	case query.ByWords:
		return slices.ContainsFunc(v.fields(e), func(field string) bool {
			return strings.Contains(" "+fold.Fold(field)+" ", o.Folded())
		})
	case query.ByActor:
		return v.anybody(o.Text, e, v.listed(e), true)
	case query.ByDirect:
		return v.anybody(o.Text, e, v.listed(e), false)
	case query.BySpeaker:
		return v.anybody(o.Text, e, v.speakers(e), false)
	case query.BySays:
		return v.anybody(o.Text, e, v.speakers(e), true)
	case query.ByClaim:
		return slices.ContainsFunc(e.Claims, func(c timeline.Claim) bool { return v.holdsOfClaim(query.ByWords, o, c, e) })
	case query.ByType:
		return fold.Fold(e.Type) == fold.Fold(text)
	case query.ByTag:
		return slices.ContainsFunc(e.Tags, func(tag string) bool { return fold.Fold(tag) == fold.Fold(text) })
	case query.ByLocation:
		return strings.HasPrefix(e.Location, "Kyiv") && text == "kyiv"
	case query.ByStatus:
		return e.Status == text
	case query.BySource:
		return len(e.Cited()) > 0 && text == "reuters"
	case query.ByID:
		return e.ID == text
	case query.ByHas:
		if text == "importance" {
			return slices.ContainsFunc(e.Other, func(f timeline.Field) bool { return f.Key == text })
		}
		return len(e.Quotes) > 0
	case query.ByIs:
		return map[string]bool{
			"undated": e.Date.IsZero(), "disputed": v.disputed(e), "marked": v.given["marked"][e.ID],
			"contested": v.contested(e), "new": v.given["new"][e.ID], "changed": v.given["changed"][e.ID],
			"approximate": !e.Date.IsZero() && e.Date.Precision() < edtf.ToDay,
		}[text]
	case query.ByDate:
		switch day := testbuild.MustDate(strings.ReplaceAll(o.Text, "..", "/")); t.Op {
		case query.Less:
			return !e.Date.IsZero() && e.Date.Earliest() < day.Earliest()
		case query.More:
			return !e.Date.IsZero() && e.Date.Latest() > day.Latest()
		}
		from, to, ranged := strings.Cut(o.Text, "..")
		if !ranged {
			to = from
		}
		return e.Date.MayBeWithin(testbuild.MustDate(from + "/" + to).Period())
	case query.BySince:
		return !e.Date.IsZero() && e.Date.Latest() >= testbuild.MustDate(o.Text).Earliest()
	case query.ByUntil:
		return !e.Date.IsZero() && e.Date.Earliest() <= testbuild.MustDate(o.Text).Latest()
	}
	return slices.ContainsFunc(e.Other, func(f timeline.Field) bool {
		n, err := strconv.ParseFloat(f.Value, 64)
		switch {
		case f.Key != string(key):
			return false
		case key == "Impact Areas":
			return strings.Contains(f.Value, text)
		case err != nil:
			return t.Op == query.Is && strings.HasPrefix(f.Value, text)
		case t.Op == query.AtLeast:
			return n >= 8
		case t.Op == query.Less:
			return n < 8
		}
		return n == 8
	})
}

func (v naive) disputed(e *timeline.Event) bool {
	isDisputed := func(status string) bool { return status == "disputed" || status == "denied" }
	return isDisputed(e.Status) || slices.ContainsFunc(e.Claims, func(c timeline.Claim) bool { return isDisputed(c.Status) })
}

// contested reports whether two claims of an event are of actors who have no group in common, or two of its figures
// have one label and differ.
func (v naive) contested(e *timeline.Event) bool {
	for i, c := range e.Claims {
		for _, o := range e.Claims[:i] {
			if v.t.Side(c.By, e.Date.Period()) != v.t.Side(o.By, e.Date.Period()) {
				return true
			}
		}
	}
	for i, f := range e.Figures {
		for _, o := range e.Figures[:i] {
			if fold.Fold(f.Label) == fold.Fold(o.Label) && f.Value != o.Value {
				return true
			}
		}
	}
	return false
}

func (v naive) fields(e *timeline.Event) []string {
	fields := append([]string{e.Title, e.Summary, e.Location}, e.Tags...)
	for _, p := range e.Actors {
		fields = append(fields, p.Name, v.t.Actor(p.Actor).Name)
	}
	for _, q := range e.Quotes {
		fields = append(fields, q.Text, v.t.Actor(q.By).Name)
	}
	for _, c := range e.Claims {
		fields = append(fields, c.Text, v.t.Actor(c.By).Name)
	}
	for _, f := range e.Figures {
		fields = append(fields, f.Label)
	}
	for _, f := range e.Other {
		fields = append(fields, f.Value)
	}
	return fields
}

func (v naive) listed(e *timeline.Event) (actors []timeline.ActorRef) {
	for _, p := range e.Actors {
		actors = append(actors, p.Actor)
	}
	return actors
}

func (v naive) speakers(e *timeline.Event) (actors []timeline.ActorRef) {
	for _, q := range e.Quotes {
		actors = append(actors, q.By)
	}
	for _, c := range e.Claims {
		actors = append(actors, c.By)
	}
	return actors
}

// anybody reports whether one of those whom a name means is among the actors, by itself or through its people.
func (v naive) anybody(name string, e *timeline.Event, among []timeline.ActorRef, people bool) bool {
	meant := func(a timeline.ActorRef) bool {
		exact := func(spelling string) bool { return fold.Fold(spelling) == fold.Fold(name) }
		isExact := func(b timeline.ActorRef) bool { return slices.ContainsFunc(v.t.Actor(b).Spellings(), exact) }
		if slices.ContainsFunc(v.everybody(), isExact) {
			return isExact(a)
		}
		return slices.ContainsFunc(v.t.Actor(a).Spellings(), func(spelling string) bool {
			return strings.Contains(" "+fold.Fold(spelling), " "+fold.Fold(name))
		})
	}
	for _, a := range among {
		for _, b := range v.everybody() {
			if meant(b) && (a == b || people && v.belongs(a, b, e.Date.Period(), nil)) {
				return true
			}
		}
	}
	return false
}

// belongs tries every way up from a to group that holds on some day of the time.
func (v naive) belongs(a, group timeline.ActorRef, when calendar.Period, been []timeline.ActorRef) bool {
	if when.From > when.To || slices.Contains(been, a) {
		return false
	}
	been = append(slices.Clone(been), a)
	up := func(of timeline.ActorRef, when calendar.Period) bool {
		return of != timeline.NoActor && when.From <= when.To && (of == group || v.belongs(of, group, when, been))
	}
	actor := v.t.Actor(a)
	if up(actor.Parent, when) {
		return true
	}
	return slices.ContainsFunc(actor.Memberships, func(m timeline.Membership) bool {
		return up(m.Of, when.Intersect(m.Period()))
	})
}

// record draws a small record that testrecord.QueryText can ask about.
func record() *rapid.Generator[*timeline.Timeline] {
	return rapid.Custom(func(t *rapid.T) *timeline.Timeline {
		d := testbuild.NewDraft()
		ids := []string{"ukraine", "office", "rubio", "yermak", "putin"}
		names := []string{"Ukraine", "Presidential Office", "Marco Rubio", "Andriy Yermak", "Putin"}
		dates := rapid.SampledFrom([]string{
			"", "2025-01", "2025-02-10", "2025-02", "2025-03-05", "2025", "2025-02-20/2025-03-10",
		})
		id := rapid.SampledFrom(append(ids, ""))
		for i := range ids {
			var memberships []string
			for range rapid.IntRange(0, 3).Draw(t, "memberships") {
				if of := id.Draw(t, "of"); of != "" {
					memberships = append(memberships, of+"|role|"+dates.Draw(t, "start")+"|"+dates.Draw(t, "end"))
				}
			}
			d.Actor(ids[i], names[i], "", id.Draw(t, "parent"), "", memberships...)
		}
		reuters := d.Source(timeline.Source{ID: "r", Publisher: "Reuters"})
		from := []timeline.Citation{timeline.NoCitation, reuters}
		word := func(words ...string) string { return rapid.SampledFrom(append(words, "")).Draw(t, "word") }
		for range rapid.IntRange(0, 8).Draw(t, "events") {
			date, title := dates.Draw(t, "date"), word("Yermak in Київ", "Security guarantees, at 20:39")
			d.Event(date, title, id.Draw(t, "actor")+"; "+id.Draw(t, "actor"), func(e *timeline.EventDraft) {
				e.Type, e.Status = word("call", "Call", "strike"), word("disputed", "confirmed")
				e.Location = word("Kyiv", "Kyiv, Ukraine", "Lviv")
				if tag := word("aid", "a"); tag != "" {
					e.Tags = []string{tag}
				}
				if by := id.Draw(t, "by"); by != "" {
					text := word("no guarantees", "a security")
					e.Quotes = []timeline.QuoteDraft{{By: d.Mention(by), Text: text, Source: timeline.NoCitation}}
				}
				for range rapid.IntRange(0, 3).Draw(t, "claims") {
					by := d.Mention(rapid.SampledFrom(ids).Draw(t, "claims"))
					e.Claims = append(e.Claims, timeline.ClaimDraft{
						By: by, Text: word("it was so", "no security guarantees", "Київ denied it"),
						Status: word("denied", "disputed"), Source: rapid.SampledFrom(from).Draw(t, "from"),
					})
				}
				for range rapid.IntRange(0, 2).Draw(t, "figures") {
					e.Figures = append(e.Figures, timeline.FigureDraft{
						Label: rapid.SampledFrom([]string{"killed", "Killed", "wounded"}).Draw(t, "label"),
						Value: rapid.SampledFrom([]string{"1", "2"}).Draw(t, "value"),
						By:    timeline.NoMention, Source: timeline.NoCitation,
					})
				}
				for _, own := range [][]string{
					{"importance", "8", "8.0", "7", "80", "8a", "none"}, {"Impact Areas", "[war, aid]", "- trade\n- war", "a"},
				} {
					if value := word(own[1:]...); value != "" {
						e.Other = append(e.Other, timeline.Field{Key: own[0], Value: value})
					}
				}
				if rapid.Bool().Draw(t, "sourced") {
					e.Sources = []timeline.Citation{reuters}
				}
			})
		}
		return d.Done()
	})
}

func TestIndexAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := record().Draw(t, "record")
		q := ask(t, testrecord.QueryText().Draw(t, "query"))
		v := naive{tl, map[string]map[string]bool{
			"marked": {"e1": true, "e3": true}, "new": {"e0": true}, "changed": {"e2": true, "e4": false},
		}}
		x := New(tl).WithMarks(v.given["marked"]).WithNews(v.given["new"], v.given["changed"])
		s := x.Select(q)
		var want []int32
		counts := make([]int, tl.Actors())
		for i := range tl.Len() {
			e := tl.Event(i)
			if !v.wants(q.Root(), e) {
				continue
			}
			want = append(want, int32(i))
			for a := range counts {
				if v.anybody(tl.Actor(timeline.ActorRef(a)).ID, e, v.listed(e), true) {
					counts[a]++
				}
			}
		}
		if !slices.Equal(numbers(s), want) {
			t.Fatalf("%s selects %v, want %v", q, numbers(s), want)
		}
		if got := x.ActorCounts(s); !slices.Equal(got, counts) {
			t.Fatalf("%s counts %v, want %v", q, got, counts)
		}
		checkBlame(t, x, q)
		for i := range tl.Len() {
			if rivals := tl.Contested(i) > 0; rivals != x.Select(ask(t, "is:contested")).Has(i) {
				t.Fatalf("event %d has rival accounts: %t, and is:contested says otherwise", i, rivals)
			}
		}
	})
}

// checkBlame tries every part.
func checkBlame(t *rapid.T, x *Index, q query.Query) {
	most := 0
	for i := range q.Parts() {
		most = max(most, x.Select(q.Without(i)).Len())
	}
	got, ok := x.Blame(q)
	if got.Hidden != most || ok != (most > 0) || ok && x.Select(q.Without(got.Part)).Len() != most {
		t.Fatalf("Blame(%s) = %+v, want %d", q, got, most)
	}
}

// Words are found in every event that has them, in whichever share of a large record it is.
func TestWordsOfALargeRecord(t *testing.T) {
	v := naive{testbuild.Synthetic(3*512+70, 40), nil}
	x := New(v.t)
	for _, line := range []string{
		"t", "en", "transformer", "kickb", "зустр", "zel", "zzqx", `"security guarantees"`, `"in capital to"`,
	} {
		q := ask(t, line)
		var want []int32
		for i := range v.t.Len() {
			if v.wants(q.Root(), v.t.Event(i)) {
				want = append(want, int32(i))
			}
		}
		if got := numbers(x.Select(q)); !slices.Equal(got, want) {
			t.Errorf("%s finds %d events, want %d", line, len(got), len(want))
		}
	}
}

// Counting by rows, by what is left out and by postings are three ways to one answer.
func TestActorCountsAnyWay(t *testing.T) {
	x := New(testbuild.Synthetic(2000, 50))
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, 2000).Draw(t, "from")
		set := intset.NewBits(2000)
		for i := from; i < 2000; i += rapid.IntRange(1, 3).Draw(t, "step") {
			set.Set(int32(i))
		}
		if !slices.Equal(x.ActorCounts(newSelection(set, 2000)), countPosts(&x.byInvolved, nil, set)) {
			t.Fatal("counts differ")
		}
	})
}

// Cast is who has a count in the whole record, and who is listed.
func TestCast(t *testing.T) {
	d := testbuild.NewDraft()
	d.Actor("usa", "United States", timeline.State, "", "")
	d.Actor("rubio", "Marco Rubio", timeline.Person, "", "", "usa|Secretary of State|2025-01-21")
	d.Actor("nobody", "Nobody", timeline.Person, "", "")
	d.Event("2025-09-08", "Call", "rubio; Yermak", nil)
	if all, listed := New(d.Done()).Cast(); all != 3 || listed != 2 {
		t.Errorf("%d take part, and %d are listed", all, listed)
	}
	if all, listed := Empty().Cast(); all != 0 || listed != 0 {
		t.Errorf("%d take part in nothing", all)
	}
}
