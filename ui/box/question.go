package box

import (
	"context"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/session"
)

// What is asked of the events. In a large record it is asked off the loop, since each letter may look at all of them.

// Bounds of what is looked for.
const (
	atOnce    = 2000   // events of a record that is looked through at once
	mostHits  = 50     // events that are listed
	mostAsked = 50_000 // events that have the words, of which all titles are looked at
	checks    = 1 << 12
)

// A question is what is to be found out of the events for a text.
type question struct {
	index *index.Index
	text  string
	words query.Query // the text as words
	rest  query.Query // the filter without words
	whole query.Query // the text as a filter; zero where it has no key
	now   query.Query // the filter
	here  int         // the event where the reader is
	views []session.SavedView
}

// unknown is a count that is still being counted.
const unknown = -1

// An answer is what was found.
type answer struct {
	events []hit
	words  int // events that have the words
	whole  int // events that match the text as a filter
	values []index.Candidate
	views  []int
}

// A hit is an event whose title has what is typed.
type hit struct {
	event int
	near  closeness
}

// A Found is the answer to a question that was asked off the loop.
type Found struct {
	number int
	answer answer
}

// ask asks about the text, and drops what was asked before.
func (b *Box) ask(s *session.Session) {
	b.end()
	b.wrong = nil
	text, commands := b.text()
	b.asked, b.answer = question{}, answer{}
	if text == "" || commands {
		return
	}
	q := question{
		index: b.index, text: text, words: wordsOf(text), rest: s.Found().DropKey(query.ByWords), now: s.Found(),
		here: s.All().Len(),
	}
	q.whole, b.wrong = filterOf(s, text)
	if i, ok := b.index.Timeline().Find(b.before.Anchor); ok {
		q.here = i
	}
	for _, r := range viewsLike(s, text) {
		q.views = append(q.views, r.view)
	}
	b.asked = q
	b.number++
	if b.index.Timeline().Len() <= atOnce {
		b.answer = q.run(context.Background())
		return
	}
	b.answer = answer{words: unknown, whole: unknown}
	ctx, stop := context.WithCancel(context.Background())
	number := b.number
	b.stop, b.begin = stop, func() any { return Found{number, q.run(ctx)} }
}

// end ends the question that is being asked.
func (b *Box) end() {
	if b.stop != nil {
		b.stop()
	}
	b.stop, b.begin = nil, nil
}

// TakeWork returns the question that has still to be asked, or nil.
func (b *Box) TakeWork() func() any {
	begin := b.begin
	b.begin = nil
	return begin
}

// TakeFound lists what was found, unless something else has been asked since. What is in focus stays so, in its row of
// the screen.
func (b *Box) TakeFound(s *session.Session, f Found) {
	if b.stop == nil || f.number != b.number {
		return
	}
	b.end()
	b.answer = f.answer
	b.list(s)
}

// wordsOf returns a text as words that an event must have.
func wordsOf(text string) (q query.Query) {
	for word := range strings.FieldsSeq(text) {
		q = q.Add(query.ByWords, word)
	}
	return q
}

// filterOf returns a text as a filter where it has a key, else the zero Query; or why it is none. Brackets that are
// open are taken as closed at its end.
func filterOf(s *session.Session, text string) (query.Query, *query.Error) {
	q, err := query.Parse(text)
	if closed, fault := query.Parse(text + query.Closing(text)); err != nil && fault == nil {
		q, err = closed, nil
	}
	if err != nil {
		wrong, ok := err.(*query.Error)
		if !ok || !strings.ContainsAny(text, ":=<>") {
			return query.Query{}, nil
		}
		return query.Query{}, wrong
	}
	keyed := slices.ContainsFunc(keysOf(q), func(key query.Key) bool { return key != query.ByWords })
	if !keyed && !strings.ContainsAny(text, `"-!|`) {
		return query.Query{}, nil
	}
	return q.On(s.Today()), nil
}

// instead returns a filter with what another asks in the place of what it asks of the same keys.
func instead(now, asked query.Query) query.Query {
	for _, key := range keysOf(asked) {
		now = now.DropKey(key)
	}
	return now.And(asked)
}

// keysOf returns the keys that a filter asks; what it asks of one claim is asked of ByClaim.
func keysOf(q query.Query) (keys []query.Key) {
	query.EachTerm(q.Root(), func(t query.Term, _ bool) { keys = append(keys, t.Key) })
	query.EachClaim(q.Root(), func(query.Claim, bool) { keys = append(keys, query.ByClaim) })
	return keys
}

// run finds the answer, in as far as ctx lasts.
func (q *question) run(ctx context.Context) (a answer) {
	x := q.index.Until(ctx)
	for _, v := range q.views {
		n := 0
		if saved, err := query.Parse(v.Query); err == nil {
			n = x.Select(saved).Len()
		}
		a.views = append(a.views, n)
	}
	if !q.whole.IsZero() {
		a.whole = x.Select(instead(q.now, q.whole)).Len()
	}
	if q.whole.IsZero() && !q.words.IsZero() {
		having := x.Select(q.words)
		a.words = x.Within(having, q.rest).Len()
		a.events = q.events(ctx, having)
	}
	a.values = q.values(x)
	return a
}

// values returns values of keys that the text begins.
func (q *question) values(x *index.Index) []index.Candidate {
	slot, ok := query.CursorAt(q.text, len(q.text))
	if !ok || slot.Typed == "" && slot.Key == query.ByWords {
		return nil
	}
	if slot.InClaim || slot.Key != query.ByWords {
		asked := slot.Key
		if slot.InClaim {
			asked = query.ByClaim
		}
		list := x.Complete(slot, x.Select(instead(q.now.DropKey(asked), slot.Rest)))
		for n := range list {
			list[n].Text = q.text[:slot.Start] + list[n].Text
			list[n].Text += query.Closing(list[n].Text)
			if asked, err := query.Parse(list[n].Text); err == nil && !addsOne(asked.Root()) {
				list[n].N = x.Select(instead(q.now, asked)).Len()
			}
		}
		return slices.DeleteFunc(list, func(c index.Candidate) bool { return c.N <= 0 || c.Text == q.text })
	}
	if strings.ContainsAny(q.text, " \t") {
		slot.Typed = q.text
	}
	var list []index.Candidate
	for _, key := range []query.Key{query.ByType, query.ByTag, query.ByLocation, query.ByStatus} {
		for _, c := range x.Complete(query.Cursor{Key: key, Typed: slot.Typed}, x.Select(q.now.DropKey(key))) {
			if c.N > 0 {
				c.Text = string(key) + ":" + c.Text
				list = append(list, c)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b index.Candidate) int { return b.N - a.N })
	return list
}

// addsOne reports whether the last value of a filter is wanted beside all others, so that its count is that of the
// whole.
func addsOne(n query.Node) bool {
	switch n := n.(type) {
	case query.And:
		return addsOne(n[len(n)-1])
	case query.Claim:
		return addsOne(n.Of)
	case query.Term:
		return len(n.Values) == 1
	}
	return false
}

// events returns the events whose titles have what is typed: those that are so called, those with words that begin so,
// and those that have it within a word; of those as near the nearest in time to where the reader is.
func (q *question) events(ctx context.Context, having index.Selection) []hit {
	words := strings.Fields(fold.Fold(q.text))
	if len(words) == 0 {
		return nil
	}
	l := looking{t: q.index.Timeline(), words: words, ctx: ctx}
	many := having.Len() > mostAsked
	l.outward(having.Rank(q.here), having.Len(), having.At, func() bool { return many && l.n[begins] >= mostHits })
	if few := limitHigh; len(l.hits) < few && len(q.text) > 1 {
		l.outward(q.here, l.t.Len(), func(n int) int { return n }, func() bool { return l.n[within] >= mostHits })
	}
	slices.SortStableFunc(l.hits, func(a, b hit) int { return int(a.near - b.near) })
	return l.hits[:min(len(l.hits), mostHits)]
}

// A looking goes through titles.
type looking struct {
	ctx    context.Context
	t      *timeline.Timeline
	words  []string
	folded []byte
	hits   []hit
	has    map[int]bool
	n      [none + 1]int
	looked int
}

// outward looks at n titles from a place on to both sides, until that is enough.
func (l *looking) outward(from, n int, at func(int) int, enough func() bool) {
	for down, up := from-1, from; down >= 0 || up < n; {
		if up < n {
			l.look(at(up))
			up++
		}
		if down >= 0 {
			l.look(at(down))
			down--
		}
		if l.looked++; enough() || l.looked%checks == 0 && l.ctx.Err() != nil {
			return
		}
	}
}

// look looks at the title of an event, and keeps those of a kind of which not too many are kept.
func (l *looking) look(event int) {
	l.folded = fold.Append(l.folded[:0], l.t.EventTitle(event), nil)
	near := nearest(l.words, string(l.folded))
	if near >= loose || l.n[near] >= mostHits || l.has[event] {
		return
	}
	if l.has == nil {
		l.has = make(map[int]bool)
	}
	l.has[event] = true
	l.n[near]++
	l.hits = append(l.hits, hit{event, near})
}
