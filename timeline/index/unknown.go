package index

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/ownvalue"
	"dateline/timeline/names"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// An Unknown is a value in a query that names nothing in the record, a value of is: that nobody has given events, or a
// key that no event has.
type Unknown struct {
	Key     query.Key
	Op      query.Op // how Value would be compared, Is in most queries
	Value   string   // "" where no event has the key
	Nearest []string // names that may be meant, best first, three at most
	Why     string   // what to say in the place of that no such thing is known; "" for most
}

// Unknown returns the keys of q that no event has, and then the values that name nothing in the record.
func (x *Index) Unknown(q query.Query) []Unknown {
	unknown := x.UnknownKeys(q)
	query.EachTerm(q.Root(), func(t query.Term, wanted bool) {
		for _, v := range t.Values {
			if x.strange(t.Key, v.Text) != "" || t.Key == query.ByIs && !wanted { // -is:new is true of all
				continue
			}
			if near, ok := x.known(t, v); !ok {
				unknown = append(unknown, Unknown{t.Key, t.Op, v.Text, near, x.why(t.Key, v.Text)})
			}
		}
	})
	return unknown
}

// UnknownKeys returns the keys in q that no event has, in the order of q. What a query says of them is true of no
// event, or of all.
func (x *Index) UnknownKeys(q query.Query) []Unknown {
	var unknown []Unknown
	query.EachTerm(q.Root(), func(t query.Term, _ bool) {
		for n, v := range t.Values {
			if key := x.strange(t.Key, v.Text); key != "" && (n == 0 || t.Key == query.ByHas) {
				unknown = append(unknown, Unknown{Key: key, Nearest: x.nearestKeys(t.Key, key)})
			}
		}
	})
	return unknown
}

// Mistake returns what is wrong with a query that can be read: that no event has one of its keys. Text is the query as
// it was typed, to which the offsets belong. It returns nil where nothing is wrong.
func (x *Index) Mistake(text string, q query.Query) *query.Error {
	unknown := x.UnknownKeys(q)
	if len(unknown) == 0 {
		return nil
	}
	u := unknown[0]
	wrong := &query.Error{End: len(text), Message: u.what(), Hint: `put it in "quotes" to look for the words`}
	if near := names.DidYouMean(u.Nearest); near != "" {
		wrong.Hint = strings.TrimPrefix(near, "; ")
	}
	if slices.Contains(textKeys, u.Key.Name()) {
		wrong.Hint = "write the word alone, which looks into titles, summaries and names"
	}
	for _, place := range query.Places(text) {
		has := place.Key == query.ByHas && place.Value == string(u.Key)
		if has && len(u.Nearest) == 0 {
			wrong.Hint = "ask for " + strings.Join(query.ValuesOf(query.ByHas), ", ") + " or a key that events have"
		}
		if has || place.Value == "" && place.Key == u.Key {
			wrong.Start, wrong.End = place.Start, place.End
			break
		}
	}
	return wrong
}

// String returns in words what is not known and what may be meant: `no actor is called "Yermk"; did you mean Yermak?`.
// It is safe to show.
func (u Unknown) String() string { return u.what() + names.DidYouMean(u.Nearest) }

// what returns in words what is not known.
func (u Unknown) what() string {
	switch {
	case u.Why != "":
		return u.Why
	case u.Value == "":
		return sanitize.Line(fmt.Sprintf("no event has the key `%s`", u.Key))
	case u.Op != query.Is:
		return sanitize.Line(fmt.Sprintf("%s compares numbers and dates, and %q is neither", u.Op, u.Value))
	case u.Key.IsOwn():
		return sanitize.Line(fmt.Sprintf("no event has %q under the key `%s`", u.Value, u.Key))
	}
	return sanitize.Line(fmt.Sprintf("no %s is called %q", u.Key, u.Value))
}

// strange returns the key of the writer's own that a term asks, or of which it asks whether an event has it, where no
// event has it; else "".
func (x *Index) strange(key query.Key, value string) query.Key {
	if key == query.ByHas {
		key = query.KeyOf(value)
		switch {
		case slices.Contains(query.ValuesOf(query.ByHas), value):
			return ""
		case slices.Contains(everyEventMayHave, key):
			return ""
		case !key.IsOwn():
			return key
		}
	}
	if !key.IsOwn() || x.ownKey(key) != nil {
		return ""
	}
	return key
}

// everyEventMayHave are the keys of ours of which has: may be asked, beside its own values.
var everyEventMayHave = []query.Key{
	query.ByActor, query.ByDirect, query.BySpeaker, query.ByType, query.ByStatus, query.ByLocation, query.ByTag,
	query.ByDate,
}

// why returns why a value that is not known finds nothing, where there is more to say than that; else "".
func (x *Index) why(key query.Key, value string) string {
	if key == query.ByIs {
		return notGiven[value]
	}
	return ""
}

// maxNear is how many names are offered for a value that is not known.
const maxNear = 3

// known reports whether a value names something in the record. Where it does not, near holds the names that may be
// meant.
func (x *Index) known(t query.Term, v query.Value) (near []string, ok bool) {
	switch t.Key {
	case query.ByActor, query.ByDirect, query.BySpeaker:
		if x.actors(v.Text) != nil {
			return nil, true
		}
		for _, match := range x.SearchActors(v.Text) {
			if len(near) < maxNear {
				near = append(near, x.t.Actor(match.Actor).Name)
			}
		}
		return near, false
	case query.ByID:
		return nil, x.ids(v.Text) != nil
	case query.ByIs:
		return nil, notGiven[v.Text] == "" || x.given[v.Text] != nil
	}
	if t.Key.IsOwn() {
		k := x.ownKey(t.Key)
		if t.Op != query.Is {
			return nil, v.Relative || v.Period != calendar.Never || ownvalue.IsNumber(v.Text)
		}
		if len(k.prose) > 0 || k.compared(t.Op, v) != nil {
			return nil, true
		}
		return names.Nearest(v.Text, k.values[:min(len(k.values), maxCompared)], maxNear), false
	}
	if x.facets[t.Key] == nil || x.valuesOf(t.Key, v.Text) != nil {
		return nil, true
	}
	return names.Nearest(v.Text, x.facet(t.Key).values, maxNear), false
}

// maxCompared is how many keys of the writer's own, or values of one, are compared with one that is not known.
const maxCompared = 2000

// meanings are names that people give to what a key of ours asks.
var meanings = map[string][]string{
	"after": {"since"}, "from": {"since"}, "start": {"since"}, "newer": {"since"},
	"before": {"until"}, "to": {"until"}, "end": {"until"}, "older": {"until"},
	"when": {"date"}, "day": {"date"}, "month": {"date"}, "year": {"date"}, "time": {"date"}, "on": {"date"},
	"who": {"actor"}, "name": {"actor"}, "person": {"actor"}, "people": {"actor"}, "participant": {"actor"},
	"participants": {"actor"}, "with": {"actor"},
	"author": {"source", "by"}, "publisher": {"source"}, "outlet": {"source"}, "url": {"source"}, "link": {"source"},
	"speaker": {"by"}, "said": {"by"}, "says": {"by"}, "quoted": {"by"}, "quote": {"has:quote", "by"},
	"kind": {"type"}, "category": {"type"}, "what": {"type"},
	"where": {"location"}, "city": {"location"}, "country": {"location"}, "in": {"location"},
	"keyword": {"tag"}, "topic": {"tag"}, "label": {"tag"}, "note": {"has:note"}, "claim": {"has:claim"},
}

// textKeys are names that people give to what a plain word asks.
var textKeys = []string{"title", "summary", "text", "description", "content", "body", "word", "words", "search", "any"}

// nearestKeys returns what may be meant by a key that no event has, which a term of asked asks, as a query spells it:
// by its meaning, or else by its letters. After "other." it can only be a key of the writer's own.
func (x *Index) nearestKeys(asked, key query.Key) []string {
	word, ownOnly := strings.CutPrefix(string(key), "other.")
	if meant := meanings[key.Name()]; meant != nil && !ownOnly && asked != query.ByHas {
		return meant
	}
	var known []string
	if !ownOnly {
		known = keysOfOurs(asked)
	}
	spelled := map[string]string{}
	own := x.OwnKeys()
	for _, k := range own[:min(len(own), maxCompared)] {
		name := string(query.OwnKey(k.Key))
		known = append(known, name)
		spelled[name] = strings.TrimSuffix(query.Spell(query.Key(name), query.Is), ":")
		if asked == query.ByHas {
			spelled[name] = query.Quote(asked, name)
		}
	}
	near := names.Nearest(word, known, maxNear)
	for n, name := range near {
		near[n] = cmp.Or(spelled[name], name)
	}
	return near
}

// keysOfOurs returns what a query may ask in the place of a key that no event has, beside keys of the writer's own.
func keysOfOurs(asked query.Key) (known []string) {
	if asked == query.ByHas {
		return slices.Clone(query.ValuesOf(asked))
	}
	for _, k := range keyMeanings {
		known = append(known, string(k.key))
	}
	for _, of := range []query.Key{query.ByHas, query.ByIs} {
		for _, word := range query.ValuesOf(of) {
			known = append(known, string(of)+":"+word)
		}
	}
	return known
}
