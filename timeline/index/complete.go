package index

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
)

// A Candidate is what may be written where a Cursor is.
type Candidate struct {
	Text string // ends in a colon where it is a key
	Name string // what it stands for, where the text does not say that by itself
	N    int    // events of the selection that have it; NoCount of a key
}

// NoCount is the number of events of what cannot be counted.
const NoCount = -1

// maxCandidates is how many candidates there are at most.
const maxCandidates = 100

// keyMeanings are the keys in the order in which they are offered.
var keyMeanings = []struct {
	key     query.Key
	meaning string
}{
	{query.ByActor, "who takes part, or somebody of theirs"},
	{query.ByType, "meeting, call, statement …"},
	{query.ByTag, "what it is about"},
	{query.ByLocation, "where"},
	{query.ByDate, "when: a date, or two joined by .."},
	{query.BySince, "from a date on"},
	{query.ByUntil, "up to a date"},
	{query.BySource, "who reports it"},
	{query.ByStatus, "confirmed, reported, disputed …"},
	{query.BySpeaker, "who is quoted or claims something"},
	{query.ByHas, "what comes with the event"},
	{query.ByIs, "what is true of the event"},
	{query.ByDirect, "who is listed by name"},
	{query.ByID, "the event with this id"},
}

// Complete lists what may be written at the cursor, the likeliest first, each counted in s. That should be what
// its Rest selects, so that the counts are those which the reader is about to see.
func (x *Index) Complete(slot query.Cursor, s Selection) []Candidate {
	var list []Candidate
	switch slot.Key {
	case query.ByWords:
		list = x.completeWord(slot.Typed, s)
	case query.ByActor, query.ByDirect, query.BySpeaker:
		list = x.completeActor(slot.Key, slot.Typed, s)
	case query.ByHas, query.ByIs:
		for _, word := range query.ValuesOf(slot.Key) {
			if strings.HasPrefix(word, strings.ToLower(slot.Typed)) {
				list = append(list, Candidate{Text: word, N: x.countTerm(slot.Key, query.Value{Text: word}, s)})
			}
		}
	case query.ByDate, query.BySince, query.ByUntil:
		list = x.completeDate(slot.Key, slot.Typed, s)
	case query.ByID:
		list = x.completeID(slot.Typed, s)
	default:
		list = x.completeFacet(slot.Key, slot.Typed, s)
	}
	return list[:min(len(list), maxCandidates)]
}

// completeWord offers keys, and where something is typed what the record calls so, each with its key.
func (x *Index) completeWord(typed string, s Selection) []Candidate {
	var list []Candidate
	for _, k := range keyMeanings {
		if strings.HasPrefix(string(k.key), strings.ToLower(typed)) {
			list = append(list, Candidate{string(k.key) + ":", k.meaning, NoCount})
		}
	}
	if fold.Fold(typed) == "" {
		return list
	}
	for _, key := range []query.Key{query.ByActor, query.ByType, query.ByTag, query.ByLocation} {
		values := x.completeFacet
		if key == query.ByActor {
			values = x.completeActor
		}
		for _, c := range values(key, typed, s) {
			c.Text = string(key) + ":" + c.Text
			list = append(list, c)
		}
	}
	return list
}

// completeActor offers actors by name, alias or id.
func (x *Index) completeActor(key query.Key, typed string, s Selection) []Candidate {
	var counts []int
	posts := &x.byInvolved
	switch key {
	case query.ByDirect:
		posts = &x.byListed
		counts = countRows(&x.listed, s.bits, x.t.Actors())
	case query.BySpeaker:
		posts = &x.bySpeaker
		counts = countPosts(posts, nil, s.bits)
	default:
		counts = x.ActorCounts(s)
	}
	var list []Candidate
	for _, match := range x.SearchActors(typed) {
		if len(posts.Row(int32(match.Actor))) == 0 {
			continue
		}
		actor := x.t.Actor(match.Actor)
		list = append(list, Candidate{query.Quote(key, actor.ID), actor.Name, counts[match.Actor]})
	}
	if fold.Fold(typed) == "" {
		mostFirst(list)
	}
	return list
}

// completeFacet offers values that have words which begin as typed.
func (x *Index) completeFacet(key query.Key, typed string, s Selection) []Candidate {
	words := strings.Fields(fold.Fold(typed))
	for i, word := range words {
		words[i] = " " + word
	}
	var list []Candidate
	for _, c := range x.valueCounts(key, s) {
		if beginWords(lexiconLine(c.Value), words) {
			list = append(list, Candidate{Text: query.Quote(key, c.Value), N: c.N})
		}
	}
	return list
}

// completeID offers events by the beginning of their id.
func (x *Index) completeID(typed string, s Selection) []Candidate {
	var list []Candidate
	for _, i := range s.list {
		id := x.t.ID(int(i))
		if len(id) >= len(typed) && strings.EqualFold(id[:len(typed)], typed) {
			list = append(list, Candidate{query.Quote(query.ByID, id), x.t.EventTitle(int(i)), 1})
		}
		if len(list) == maxCandidates {
			break
		}
	}
	return list
}

// completeDate offers the years of the record, and where a year is typed its months; behind ".." those not before the start.
func (x *Index) completeDate(key query.Key, typed string, s Selection) []Candidate {
	before, open := "", typed
	if at := strings.LastIndex(typed, ".."); at >= 0 && key == query.ByDate {
		before, open = typed[:at+len("..")], typed[at+len(".."):]
	}
	var list []Candidate
	for _, date := range x.datesLike(open) {
		text := before + date
		asked, ok := query.ValueOf(key, text)
		if !ok {
			continue
		}
		if n := x.countTerm(key, asked, s); n > 0 {
			list = append(list, Candidate{Text: text, N: n})
		}
		if len(list) == maxCandidates {
			break
		}
	}
	return list
}

// datesLike are the years in which events begin that are written as typed begins, or the months of the year that is typed.
func (x *Index) datesLike(typed string) []string {
	var dates []string
	for i := 0; i < x.t.Len() && len(dates) < maxCandidates; {
		day := x.t.Start(i)
		if day == calendar.Forever {
			break
		}
		next := calendar.Beginning + 1
		if day != calendar.Beginning {
			year, _, _ := day.Civil()
			next = calendar.DayOf(year+1, time.January, 1)
			dates = append(dates, datesOf(year, typed)...)
		}
		i = sort.Search(x.t.Len(), func(i int) bool { return x.t.Start(i) >= next })
	}
	return dates
}

// datesOf is the year, or its months where it is typed already, as far as they are written as typed begins.
func datesOf(year int, typed string) []string {
	name := calendar.ISOYear(year)
	if len(typed) < len(name) {
		if strings.HasPrefix(name, typed) {
			return []string{name}
		}
		return nil
	}
	var months []string
	for month := time.January; month <= time.December; month++ {
		if text := calendar.DayOf(year, month, 1).String(); strings.HasPrefix(text, typed) {
			months = append(months, text[:len(text)-len("-01")])
		}
	}
	return months
}

// countTerm is how many events of s have the value of key.
func (x *Index) countTerm(key query.Key, v query.Value, s Selection) int {
	found := intset.NewBits(x.t.Len())
	x.lookUp(key, v, nil, found)
	found.And(s.bits)
	return found.Count()
}

// mostFirst sorts by the number of events.
func mostFirst(list []Candidate) {
	slices.SortStableFunc(list, func(a, b Candidate) int { return cmp.Compare(b.N, a.N) })
}
