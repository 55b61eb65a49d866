package index

import (
	"slices"
	"strings"

	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
)

// completeClaim returns the statuses of claims that begin as typed, with how many events of s have such a claim.
func (x *Index) completeClaim(typed string, s Selection) []Candidate {
	return x.completeStatus(query.ByClaim, typed, x.claims().in(s.bits))
}

// completeInClaim is Complete where something is asked of one claim. It counts the events of s that have a claim of
// which the rest of the brackets is true too.
func (x *Index) completeInClaim(at query.Cursor, s Selection) []Candidate {
	c := x.claims()
	among := c.in(s.bits)
	if !at.Claim.IsZero() {
		among.And(x.askClaims(at.Claim.Root(), among))
	}
	var list []Candidate
	switch at.Key {
	case query.ByWords:
		list = x.completeWordInClaim(at.Typed, among)
	case query.BySpeaker, query.BySays:
		list = x.completeSpeaker(at.Key, at.Typed, among)
	case query.ByStatus:
		list = x.completeStatus(at.Key, at.Typed, among)
	case query.BySource:
		list = x.completeSourceOfClaim(at.Typed, among)
	}
	return list[:min(len(list), maxCandidates)]
}

// completeWordInClaim returns the keys that begin as typed, or what a word may mean with one of them.
func (x *Index) completeWordInClaim(typed string, among intset.Bits) []Candidate {
	var list []Candidate
	for _, k := range []struct {
		key     query.Key
		meaning string
	}{
		{query.BySays, "who claims it, or somebody of theirs"},
		{query.ByStatus, "denied, disputed, reported …"},
		{query.BySpeaker, "who claims it"},
		{query.BySource, "where it is reported"},
	} {
		if strings.HasPrefix(string(k.key), strings.ToLower(typed)) {
			list = append(list, Candidate{Text: query.Spell(k.key, query.Is), Name: k.meaning, N: NoCount})
		}
	}
	if strings.TrimSpace(typed) == "" {
		return list
	}
	for _, key := range []query.Key{query.ByStatus, query.BySays} {
		values := x.completeStatus
		if key == query.BySays {
			values = x.completeSpeaker
		}
		for _, c := range values(key, typed, among) {
			c.Text = query.Spell(key, query.Is) + c.Text
			list = append(list, c)
		}
	}
	return list
}

// completeSpeaker returns the actors that typed may mean and that make a claim, with the events of those among a set.
func (x *Index) completeSpeaker(key query.Key, typed string, among intset.Bits) []Candidate {
	posts := &x.claims().bySays
	if key == query.BySpeaker {
		posts = &x.claims().bySpeaker
	}
	counts := make([]int, posts.Len())
	for a := range counts {
		counts[a] = x.claims().countEvents(posts.Row(int32(a)), among)
	}
	return x.actorsCounted(key, typed, posts, counts)
}

// completeStatus returns the statuses of claims that begin as typed, with the events of those among a set.
func (x *Index) completeStatus(key query.Key, typed string, among intset.Bits) []Candidate {
	f := x.claims().statuses
	found := slices.Collect(allOf(len(f.values)))
	if fold.Value(typed) != "" {
		found = f.begins(typed)
	}
	return x.claims().counted(key, found, &f.posts, func(v int32) string { return f.values[v] }, among)
}

// completeSourceOfClaim returns the sources that claims name and that begin as typed, with the events of those among a
// set.
func (x *Index) completeSourceOfClaim(typed string, among intset.Bits) []Candidate {
	f := x.facet(query.BySource)
	found := slices.Collect(allOf(len(f.values)))
	if fold.Value(typed) != "" {
		found = f.begins(typed)
	}
	text := func(v int32) string { return f.values[v] }
	return x.claims().counted(query.BySource, found, &x.claims().bySource, text, among)
}

// counted returns values that have claims, those of most events first.
func (c *claims) counted(
	key query.Key, values []int32, posts *intset.Rows, text func(int32) string, among intset.Bits,
) []Candidate {
	var list []Candidate
	for _, v := range values {
		if row := posts.Row(v); len(row) > 0 {
			list = append(list, Candidate{Text: query.Quote(key, text(v)), N: c.countEvents(row, among), value: text(v)})
		}
	}
	mostFirst(list)
	return list
}

// countEvents returns how many events have one of the claims that are among a set. The claims are in order.
func (c *claims) countEvents(claims []int32, among intset.Bits) int {
	n, last := 0, int32(-1)
	for _, one := range claims {
		if event := c.event[one]; event != last && among.Has(one) {
			n, last = n+1, event
		}
	}
	return n
}
