package without

import (
	"slices"

	"dateline/timeline/internal/guess"
	"dateline/timeline/query"
)

// people are the fields that name actors, or say for whom they speak.
var people = []string{"actors", "quotes", "figures", "claims", "by", "aliases", "memberships", "parent"}

// askedOf has for a key of a query the fields that it asks of.
var askedOf = map[query.Key][]string{
	query.ByType: {"type"}, query.ByTag: {"tags"}, query.ByLocation: {"location"},
	query.ByStatus: {"status", "claims"}, query.ByClaim: {"claims", "status"},
	query.BySource: {
		"sources", "source", "quotes", "figures", "claims", "publisher", "author", "url", "archive_url", "published",
		"language",
	},
	query.BySpeaker: people, query.BySays: people, query.ByActor: people, query.ByDirect: people,
}

// traits has for what a query may ask by has and is the fields that it asks of. It is silent of what the reader does,
// and of dates, which are never left out.
var traits = map[string][]string{
	"quote": {"quotes"}, "figure": {"figures"}, "claim": {"claims"}, "note": {"notes"},
	"source":   {"sources", "source", "quotes", "figures", "claims"},
	"disputed": {"status", "claims"}, "contested": {"claims", "figures", "by", "status", "unit"},
}

// asks reports whether a query may say something of what is left out. A query that cannot be read may.
func (l *leaving) asks(text string) (does bool) {
	q, err := query.Parse(text)
	if err != nil {
		return true
	}
	askAll := func(keys []string) {
		for _, key := range keys {
			does = l.cuts(key, true) || l.wasRead(key) || does
		}
	}
	query.EachAsked(q.Root(), func(term query.Term, ofClaim bool) {
		askAll(askedOf[term.Key])
		if term.Key == query.ByWords {
			does = l.lost[term.Values[0].Text] || does
		}
		if ofClaim {
			askAll(askedOf[query.ByClaim])
		}
		if term.Key.IsOwn() {
			does = l.asksOwn(term.Key) || does
		}
		if term.Key != query.ByHas && term.Key != query.ByIs {
			return
		}
		for _, v := range term.Values {
			keys, ours := traits[v.Text]
			askAll(keys)
			does = term.Key == query.ByHas && !ours && l.asksOwn(query.OwnKey(v.Text)) || does
		}
	})
	return does
}

// asksOwn reports whether a key of the writer's own is left out, or may mean what is.
func (l *leaving) asksOwn(key query.Key) bool {
	name := key.Name()
	return l.has(other) || l.names[name] ||
		slices.ContainsFunc(otherNumber(name), func(one string) bool { return l.names[one] }) ||
		slices.ContainsFunc(ours(name), func(one string) bool { return l.names[one] || l.wasRead(one) }) ||
		slices.ContainsFunc(guess.Meant(name), func(m guess.Meaning) bool {
			return l.has(m.Role.String()) || l.wasRead(m.Role.String())
		})
}

// wasRead reports whether a key of the format was read from what is left out.
func (f Fields) wasRead(key string) bool {
	for _, role := range roles {
		if nameOf(role.String()) != nameOf(key) {
			continue
		}
		for _, read := range f.read {
			if read&role.Set() != 0 {
				return true
			}
		}
	}
	return false
}
