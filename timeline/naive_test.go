package timeline

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// naive answers queries by walking through the events, as slowly and plainly as possible. The index is held against it.
type naive struct {
	t      *Timeline
	marked map[string]bool
}

// everybody lists the actors of the record.
func (v naive) everybody() []ActorRef {
	all := make([]ActorRef, v.t.Actors())
	for i := range all {
		all[i] = ActorRef(i)
	}
	return all
}

func (v naive) wants(n Node, e *Event) bool {
	switch n := n.(type) {
	case And:
		return !slices.ContainsFunc(n, func(part Node) bool { return !v.wants(part, e) })
	case Or:
		return slices.ContainsFunc(n, func(part Node) bool { return v.wants(part, e) })
	case Not:
		return !v.wants(n.Of, e)
	case Term:
		return slices.ContainsFunc(n.Values, func(o Value) bool { return v.holds(n.Key, o, e) })
	}
	return true
}

func (v naive) holds(key Key, o Value, e *Event) bool {
	text := strings.ToLower(o.Text)
	switch key {
	case ByWords:
		return slices.ContainsFunc(v.fields(e), func(field string) bool { return strings.Contains(" "+Fold(field)+" ", o.Folded()) })
	case ByActor:
		return v.anybody(o.Text, e, v.listed(e), true)
	case ByDirect:
		return v.anybody(o.Text, e, v.listed(e), false)
	case BySpeaker:
		return v.anybody(o.Text, e, v.speakers(e), true)
	case ByType:
		return Fold(e.Type) == Fold(text)
	case ByTag:
		return slices.ContainsFunc(e.Tags, func(tag string) bool { return Fold(tag) == Fold(text) })
	case ByLocation:
		return strings.HasPrefix(e.Location, "Kyiv") && text == "kyiv"
	case ByStatus:
		return e.Status == text
	case BySource:
		return len(e.Sources) > 0 && text == "reuters"
	case ByID:
		return e.ID == text
	case ByHas:
		return len(e.Quotes) > 0
	case ByIs:
		return map[string]bool{
			"undated": e.Date.IsZero(), "disputed": e.Status == "disputed", "marked": v.marked[e.ID],
			"approximate": !e.Date.IsZero() && e.Date.Precision() < ToDay,
		}[text]
	case ByDate:
		from, to, ranged := strings.Cut(o.Text, "..")
		if !ranged {
			to = from
		}
		return e.Date.Overlaps(mustDate(from + "/" + to))
	case BySince:
		return !e.Date.IsZero() && e.Date.Latest() >= mustDate(o.Text).Earliest()
	case ByUntil:
		return !e.Date.IsZero() && e.Date.Earliest() <= mustDate(o.Text).Latest()
	}
	panic("no such key: " + key)
}

func (v naive) fields(e *Event) []string {
	fields := append([]string{e.Title, e.Summary, e.Location}, e.Tags...)
	for _, p := range e.Actors {
		fields = append(fields, p.Name, v.t.Actor(p.Actor).Name)
	}
	for _, q := range e.Quotes {
		fields = append(fields, q.Text, v.t.Actor(q.By).Name)
	}
	return fields
}

func (v naive) listed(e *Event) (actors []ActorRef) {
	for _, p := range e.Actors {
		actors = append(actors, p.Actor)
	}
	return actors
}

func (v naive) speakers(e *Event) (actors []ActorRef) {
	for _, q := range e.Quotes {
		actors = append(actors, q.By)
	}
	return actors
}

// anybody says whether one of those whom a name means is among the actors, by itself or through its people.
func (v naive) anybody(name string, e *Event, among []ActorRef, people bool) bool {
	meant := func(a ActorRef) bool {
		exact := func(spelling string) bool { return Fold(spelling) == Fold(name) }
		if slices.ContainsFunc(v.everybody(), func(b ActorRef) bool { return slices.ContainsFunc(v.t.Actor(b).Spellings(), exact) }) {
			return slices.ContainsFunc(v.t.Actor(a).Spellings(), exact)
		}
		return slices.ContainsFunc(v.t.Actor(a).Spellings(), func(spelling string) bool {
			return strings.Contains(" "+Fold(spelling), " "+Fold(name))
		})
	}
	for _, a := range among {
		for b := range v.t.Actors() {
			if meant(ActorRef(b)) && (ActorRef(b) == a || people && v.standsUnder(a, ActorRef(b), e.Date.Period(), nil)) {
				return true
			}
		}
	}
	return false
}

// standsUnder tries every way up from a to group that holds on some day of the time.
func (v naive) standsUnder(a, group ActorRef, when Period, been []ActorRef) bool {
	if when.From > when.To || slices.Contains(been, a) {
		return false
	}
	been = append(slices.Clone(been), a)
	up := func(of ActorRef, when Period) bool {
		return of != NoActor && when.From <= when.To && (of == group || v.standsUnder(of, group, when, been))
	}
	actor := v.t.Actor(a)
	if up(actor.Parent, when) {
		return true
	}
	return slices.ContainsFunc(actor.Memberships, func(m Membership) bool { return up(m.Of, when.Intersect(m.Period())) })
}

// record draws a small record that queryText can ask about.
func record() *rapid.Generator[*Timeline] {
	return rapid.Custom(func(t *rapid.T) *Timeline {
		d := newDraft()
		ids := []string{"ukraine", "office", "rubio", "yermak", "putin"}
		names := []string{"Ukraine", "Presidential Office", "Marco Rubio", "Andriy Yermak", "Putin"}
		dates := rapid.SampledFrom([]string{"", "2025-01", "2025-02-10", "2025-02", "2025-03-05", "2025", "2025-02-20/2025-03-10"})
		id := rapid.SampledFrom(append(ids, ""))
		for i := range ids {
			var memberships []string
			for range rapid.IntRange(0, 3).Draw(t, "memberships") {
				if of := id.Draw(t, "of"); of != "" {
					memberships = append(memberships, of+"|role|"+dates.Draw(t, "start")+"|"+dates.Draw(t, "end"))
				}
			}
			d.actor(ids[i], names[i], "", id.Draw(t, "parent"), "", memberships...)
		}
		reuters := d.source(Source{ID: "r", Publisher: "Reuters"})
		word := func(words ...string) string { return rapid.SampledFrom(append(words, "")).Draw(t, "word") }
		for range rapid.IntRange(0, 8).Draw(t, "events") {
			d.event(dates.Draw(t, "date"), word("Yermak in Київ", "Security guarantees, at 20:39"), strings.Join([]string{id.Draw(t, "actor"), id.Draw(t, "actor")}, "; "), func(e *eventDraft) {
				e.Type, e.Status, e.Location = word("call", "Call", "strike"), word("disputed", "confirmed"), word("Kyiv", "Kyiv, Ukraine", "Lviv")
				if tag := word("aid", "a"); tag != "" {
					e.Tags = []string{tag}
				}
				if by := id.Draw(t, "by"); by != "" {
					e.Quotes = []quoteDraft{{By: d.mention(by), Text: word("no guarantees", "a security"), Source: noCitation}}
				}
				if rapid.Bool().Draw(t, "sourced") {
					e.Sources = []citation{reuters}
				}
			})
		}
		return d.done()
	})
}

func TestIndexAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := record().Draw(t, "record")
		q := ask(t, queryText().Draw(t, "query"))
		v := naive{tl, map[string]bool{"e1": true, "e3": true}}
		x := NewIndex(tl).WithMarks(v.marked)
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
				if v.anybody(tl.Actor(ActorRef(a)).ID, e, v.listed(e), true) {
					counts[a]++
				}
			}
		}
		if !slices.Equal(s.list, want) {
			t.Fatalf("%s selects %v, want %v", q, s.list, want)
		}
		if got := x.ActorCounts(s); !slices.Equal(got, counts) {
			t.Fatalf("%s counts %v, want %v", q, got, counts)
		}
		checkBlame(t, x, q)
	})
}

// checkBlame tries every part.
func checkBlame(t *rapid.T, x *Index, q Query) {
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
	v := naive{synthetic(3*512+70, 40), nil}
	x := NewIndex(v.t)
	for _, line := range []string{"t", "en", "transformer", "kickb", "зустр", "zel", "zzqx", `"security guarantees"`, `"in capital to"`} {
		q := ask(t, line)
		var want []int32
		for i := range v.t.Len() {
			if v.wants(q.Root(), v.t.Event(i)) {
				want = append(want, int32(i))
			}
		}
		if got := x.Select(q).list; !slices.Equal(got, want) {
			t.Errorf("%s finds %d events, want %d", line, len(got), len(want))
		}
	}
}

// Counting by rows, by what is left out and by postings are three ways to one answer.
func TestActorCountsAnyWay(t *testing.T) {
	x := NewIndex(synthetic(2000, 50))
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, 2000).Draw(t, "from")
		set := NewBits(2000)
		for i := from; i < 2000; i += rapid.IntRange(1, 3).Draw(t, "step") {
			set.Set(int32(i))
		}
		if !slices.Equal(x.ActorCounts(newSelection(set)), countPosts(&x.byInvolved, nil, set)) {
			t.Fatal("counts differ")
		}
	})
}
