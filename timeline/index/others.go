package index

import (
	"fmt"

	"dateline/timeline"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// Others says of a value that names an actor exactly, and so that one alone, who else begins so. With a * at its end
// the value would mean all of them.
type Others struct {
	Key    query.Key
	Value  string
	Name   string // of the actor that is meant
	N      int    // how many other actors begin so and have events that it has not
	Events int    // how many events these are
	Says   int    // of by:, how many events says: has beside, in which its people speak
}

// Others returns what q says of actors by a name that others begin with, in the order of q.
func (x *Index) Others(q query.Query) []Others {
	var list []Others
	query.EachAsked(q.Root(), func(t query.Term, ofClaim bool) {
		posts := x.postsOf(t.Key, ofClaim)
		if posts == nil {
			return
		}
		event := func(i int32) int32 { return i }
		if ofClaim {
			event = func(i int32) int32 { return x.claims().event[i] }
		}
		for _, v := range t.Values {
			a, ok := x.t.FindActor(v.Text)
			if _, all := query.WantsAll(v.Text); all || !ok {
				continue
			}
			o := Others{Key: t.Key, Value: v.Text, Name: x.t.Actor(a).Name}
			found, more := intset.NewBits(x.t.Len()), intset.NewBits(x.t.Len())
			for _, i := range posts.Row(int32(a)) {
				found.Set(event(i))
			}
			for _, b := range x.people.begins(v.Text) {
				if timeline.ActorRef(b) == a {
					continue
				}
				has := false
				for _, i := range posts.Row(b) {
					if i = event(i); !found.Has(i) {
						has = true
						more.Set(i)
					}
				}
				if has {
					o.N++
				}
			}
			if t.Key == query.BySpeaker {
				says := intset.NewBits(x.t.Len())
				for _, i := range x.postsOf(query.BySays, ofClaim).Row(int32(a)) {
					says.Set(event(i))
				}
				o.Says = says.Count() - found.Count()
			}
			if o.Events = more.Count(); o.N > 0 || o.Says > 0 {
				list = append(list, o)
			}
		}
	})
	return list
}

// postsOf returns the events of each actor by a key that asks for actors, nil for any other; of one claim the claims.
func (x *Index) postsOf(key query.Key, ofClaim bool) *intset.Rows {
	switch {
	case ofClaim && key == query.BySpeaker:
		return &x.claims().bySpeaker
	case ofClaim && key == query.BySays:
		return &x.claims().bySays
	}
	switch key {
	case query.ByActor:
		return &x.byInvolved
	case query.ByDirect:
		return &x.byListed
	case query.BySpeaker:
		return &x.bySpeaker
	case query.BySays:
		return &x.bySays
	}
	return nil
}

// String returns it in words: "actor:trump is Trump alone; 3 others begin so, with 730 more events: actor:trump*". Of
// by: it says rather how many events says: has more. It is safe to show.
func (o Others) String() string {
	others := "another begins so"
	if o.N > 1 {
		others = fmt.Sprintf("%d others begin so", o.N)
	}
	more := "1 more event"
	if o.Events > 1 {
		more = fmt.Sprintf("%d more events", o.Events)
	}
	key, value := query.Spell(o.Key, query.Is), query.Quote(o.Key, o.Value)
	is := key + value + " is " + o.Name + " alone; "
	if o.Says > 0 {
		says := query.Spell(query.BySays, query.Is) + value
		return sanitize.Line(fmt.Sprintf("%sits people speak in %s more: %s", is, countOf(o.Says), says))
	}
	return sanitize.Line(fmt.Sprintf("%s%s, with %s: %s%s", is, others, more, key, query.Quote(o.Key, o.Value+"*")))
}
