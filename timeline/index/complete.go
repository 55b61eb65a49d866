package index

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/ownvalue"
	"dateline/timeline/query"
)

// A Candidate is a text that may be written in the place of what is typed at a query.Cursor.
type Candidate struct {
	Text string // a value as a query spells it, a key with its colon, or both
	Name string // what Text means, where it does not say that by itself; "" elsewhere
	N    int    // how many events of the selection it would select; NoCount for a key

	value string // Text of a value without quotes
}

// NoCount is the N of a Candidate that selects nothing by itself.
const NoCount = -1

// maxCandidates is how many candidates Complete returns at most.
const maxCandidates = 100

// keyMeanings says what the keys ask for, in the order in which they are offered.
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
	{query.BySays, "who speaks, or somebody of theirs"},
	{query.ByClaim, "a word of a claim or its status; several of one in ( )"},
	{query.ByHas, "what comes with the event"},
	{query.ByIs, "what is true of the event"},
	{query.ByDirect, "who is listed by name"},
	{query.ByID, "the event with this id"},
}

// Complete returns what may be written at a cursor, the likeliest first, with counts of the events of s. For the counts
// to be those of the query that results, s is what the cursor's Rest selects.
func (x *Index) Complete(at query.Cursor, s Selection) []Candidate {
	if at.InClaim {
		return x.completeInClaim(at, s)
	}
	var list []Candidate
	switch at.Key {
	case query.ByClaim:
		list = x.completeClaim(at.Typed, s)
	case query.ByWords:
		list = x.completeWord(at.Typed, s)
	case query.ByActor, query.ByDirect, query.BySpeaker, query.BySays:
		list = x.completeActor(at.Key, at.Typed, s)
	case query.ByHas, query.ByIs:
		list = x.completeTrait(at.Key, at.Typed, s)
	case query.ByDate, query.BySince, query.ByUntil:
		list = x.completeDate(at.Key, at.Op, at.Typed, s)
	case query.ByID:
		list = x.completeID(at.Typed, s)
	case query.ByType, query.ByStatus, query.ByLocation, query.ByTag, query.BySource:
		list = x.completeFacet(at.Key, at.Typed, s)
	default:
		list = x.completeOwn(at, s)
	}
	return list[:min(len(list), maxCandidates)]
}

// completeTrait returns the values of has: or is: that begin as typed, and after those of has: the keys of the writer's
// own.
func (x *Index) completeTrait(key query.Key, typed string, s Selection) []Candidate {
	var list []Candidate
	add := func(word, text string) {
		if len(list) < maxCandidates && strings.HasPrefix(query.KeyName(word), query.KeyName(typed)) {
			list = append(list, Candidate{Text: text, N: x.countTerm(key, query.Is, query.Value{Text: text}, s)})
		}
	}
	for _, word := range query.ValuesOf(key) {
		add(word, word)
	}
	if key == query.ByHas {
		for _, k := range x.OwnKeys() {
			text := string(query.OwnKey(k.Key))
			if slices.Contains(query.ValuesOf(key), strings.ToLower(text)) {
				text = "other." + text
			}
			add(k.Key, text)
		}
	}
	for n := range list {
		list[n].Text = query.Quote(key, list[n].Text)
	}
	return list
}

// completeCompared returns values with the number of events that compare so with each: the numbers of a key, the
// greatest first, or else its dates, the latest first.
func (x *Index) completeCompared(key query.Key, op query.Op, values []Candidate, s Selection) []Candidate {
	var list []Candidate
	for _, c := range values[:min(len(values), maxCandidates)] {
		asked, err := query.ValueOf(key, op, c.value)
		if err != nil {
			continue
		}
		if c.N = x.countTerm(key, op, asked, s); c.N > 0 {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(ownvalue.Number(b.value), ownvalue.Number(a.value)), cmp.Compare(b.value, a.value))
	})
	return list
}

// completeWord returns the keys that begin as typed and, where something is typed, the values of the record that do,
// each with its key.
func (x *Index) completeWord(typed string, s Selection) []Candidate {
	var list []Candidate
	for _, k := range keyMeanings {
		if strings.HasPrefix(string(k.key), strings.ToLower(typed)) {
			list = append(list, Candidate{Text: string(k.key) + ":", Name: k.meaning, N: NoCount})
		}
	}
	for _, k := range x.OwnKeys() {
		if name := query.KeyName(typed); strings.HasPrefix(query.KeyName(k.Key), name) {
			list = append(list, Candidate{
				Text: query.Spell(query.OwnKey(k.Key), query.Is), Name: "in " + countOf(k.Events), N: NoCount,
			})
		}
	}
	if strings.TrimSpace(typed) == "" {
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

// completeActor returns the ids of the actors that typed may mean by name, alias or id.
func (x *Index) completeActor(key query.Key, typed string, s Selection) []Candidate {
	var counts []int
	posts := &x.byInvolved
	switch key {
	case query.ByDirect:
		posts = &x.byListed
		counts = countRows(&x.listed, s.bits, x.t.Actors())
	case query.BySpeaker, query.BySays:
		posts = x.postsOf(key, false)
		counts = countPosts(posts, nil, s.bits)
	default:
		counts = x.ActorCounts(s)
	}
	return x.actorsCounted(key, typed, posts, counts)
}

// actorsCounted returns the ids of the actors that typed may mean and that have a row, with their counts.
func (x *Index) actorsCounted(key query.Key, typed string, posts *intset.Rows, counts []int) []Candidate {
	var list []Candidate
	for _, match := range x.SearchActors(typed) {
		if len(posts.Row(int32(match.Actor))) == 0 {
			continue
		}
		actor := x.t.Actor(match.Actor)
		list = append(list, Candidate{Text: query.Quote(key, actor.ID), Name: actor.Name, N: counts[match.Actor]})
	}
	if strings.TrimSpace(typed) == "" {
		mostFirst(list)
	}
	return list
}

// completeFacet returns the values of a facet that have words which begin as typed.
func (x *Index) completeFacet(key query.Key, typed string, s Selection) []Candidate {
	words := strings.Fields(fold.Value(typed))
	for i, word := range words {
		words[i] = " " + word
	}
	f := x.facet(key)
	found, is := allOf(len(f.values)), func(int32) bool { return true }
	if len(words) > 0 {
		found = slices.Values(f.begins(typed)) // by any spelling, of which only the first, the value, counts
		is = func(value int32) bool { return beginWords(f.first(value), words) }
	}
	best := f.most(found, s, is)
	list := make([]Candidate, len(best))
	for n, c := range best {
		value := f.values[c.value]
		list[n] = Candidate{Text: query.Quote(key, value), N: int(c.n), value: value}
	}
	return list
}

// allOf returns the numbers below n.
func allOf(n int) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i := range int32(n) {
			if !yield(i) {
				return
			}
		}
	}
}

// A counted is a value of a facet with its number of events.
type counted struct{ value, n int32 }

// most returns those of values that have most events of s, at most maxCandidates, in the order of ValueCounts. It asks
// is, which may be slow, only of those that would be among them.
func (f *facet) most(values iter.Seq[int32], s Selection, is func(value int32) bool) []counted {
	var best []counted
	before := func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(f.values[a.value], f.values[b.value]))
	}
	for value := range values {
		c := counted{value: value}
		for _, i := range f.posts.Row(value) {
			if s.bits.Has(i) {
				c.n++
			}
		}
		full := len(best) == maxCandidates
		if full && before(c, best[maxCandidates-1]) > 0 || !is(value) {
			continue
		}
		place, _ := slices.BinarySearchFunc(best, c, before)
		if full {
			best = best[:maxCandidates-1]
		}
		best = slices.Insert(best, place, c)
	}
	return best
}

// completeOwn returns the values of a key of the writer's own that have words which begin as typed: of all, of which
// there can be very many, those of most events. With an operator, they are counted as completeCompared does.
func (x *Index) completeOwn(at query.Cursor, s Selection) []Candidate {
	k := x.ownKey(at.Key)
	if k == nil {
		return nil
	}
	found := allOf(len(k.values))
	if strings.TrimSpace(at.Typed) != "" {
		found = slices.Values(k.begins(at.Typed))
	}
	best := k.most(found, s, func(int32) bool { return true })
	list := make([]Candidate, len(best))
	for n, c := range best {
		value := k.values[c.value]
		list[n] = Candidate{Text: query.Quote(at.Key, value), N: int(c.n), value: value}
	}
	if at.Op != query.Is {
		return x.completeCompared(at.Key, at.Op, list, s)
	}
	return list
}

// completeID returns the ids of events that begin as typed.
func (x *Index) completeID(typed string, s Selection) []Candidate {
	var list []Candidate
	for n := range s.Len() {
		i := s.At(n)
		id := x.t.ID(i)
		if len(id) >= len(typed) && strings.EqualFold(id[:len(typed)], typed) {
			list = append(list, Candidate{Text: query.Quote(query.ByID, id), Name: x.t.EventTitle(i), N: 1})
		}
		if len(list) == maxCandidates {
			break
		}
	}
	return list
}

// completeDate returns the years of the record, and where a year is typed its months. After ".." it leaves out those
// before the start.
func (x *Index) completeDate(key query.Key, op query.Op, typed string, s Selection) []Candidate {
	before, open := "", typed
	if at := strings.LastIndex(typed, ".."); at >= 0 && key == query.ByDate && op == query.Is {
		before, open = typed[:at+len("..")], typed[at+len(".."):]
	}
	var list []Candidate
	for _, date := range x.datesLike(open) {
		text := before + date
		asked, err := query.ValueOf(key, op, text)
		if err != nil {
			continue
		}
		if n := x.countTerm(key, op, asked, s); n > 0 {
			list = append(list, Candidate{Text: text, N: n})
		}
	}
	return list
}

// datesLike returns the years in which events begin, as far as they begin as typed, or the months of the year that is
// typed.
func (x *Index) datesLike(typed string) []string {
	var dates []string
	for i := 0; i < x.t.Len() && len(dates) < maxCandidates; {
		day := x.t.Start(i)
		if day > calendar.Beginning && calendar.Beyond(day) {
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

// datesOf returns the year, or its months where the year is typed, as far as they begin as typed.
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

// countTerm returns how many events of s have a value of key that compares so with v.
func (x *Index) countTerm(key query.Key, op query.Op, v query.Value, s Selection) int {
	found := intset.NewBits(x.t.Len())
	x.lookUp(key, op, v, nil, found)
	found.And(s.bits)
	return found.Count()
}

// mostFirst sorts by the number of events, most first.
func mostFirst(list []Candidate) {
	slices.SortStableFunc(list, func(a, b Candidate) int { return cmp.Compare(b.N, a.N) })
}
