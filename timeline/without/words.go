package without

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/query"
)

// findLost finds which words that views ask for are found in an event of the record and no more in that of the copy.
func (l *leaving) findLost(views []timeline.ViewDraft) {
	needles := make(map[string]string) // folded, as the index looks for them
	for _, v := range views {
		q, err := query.Parse(v.Query)
		if err != nil {
			continue
		}
		query.EachAsked(q.Root(), func(term query.Term, _ bool) {
			if term.Key == query.ByWords {
				needles[term.Values[0].Text] = " " + fold.Fold(term.Values[0].Text)
			}
		})
	}
	if len(needles) == 0 {
		return
	}
	alone := l.leaving(l.of) // which notes nothing of what is in use
	l.lost = make(map[string]bool)
	var before, after timeline.Event
	for i := range l.of.Len() {
		l.of.ReadWritten(i, &before)
		l.of.ReadWritten(i, &after)
		alone.event(&after)
		was, is := l.words(&before, func(*timeline.Actor) {}, func(*timeline.Source) {}),
			l.words(&after, alone.actor, alone.source)
		for text, needle := range needles {
			l.lost[text] = l.lost[text] || strings.Contains(was, needle) && !strings.Contains(is, needle)
		}
	}
}

// words returns the folded texts in which words of an event are looked for, with a blank before and a line feed after
// each. Who takes part and what is cited is first changed by actor and source.
func (l *leaving) words(e *timeline.Event, actor func(*timeline.Actor), source func(*timeline.Source)) string {
	var b strings.Builder
	add := func(texts ...string) {
		for _, text := range texts {
			b.WriteString(" " + fold.Fold(text) + " \n")
		}
	}
	own := func(fields []timeline.Field) {
		for _, one := range fields {
			add(one.Value)
		}
	}
	who := func(ref timeline.ActorRef) {
		if ref == timeline.NoActor {
			return
		}
		a := *l.of.Actor(ref)
		a.Aliases, a.Other, a.Memberships = slices.Clone(a.Aliases), slices.Clone(a.Other), slices.Clone(a.Memberships)
		actor(&a)
		add(a.Name)
		add(a.Aliases...)
		own(a.Other)
	}
	add(e.Title, e.Summary, e.Location)
	add(e.Tags...)
	add(e.Notes...)
	own(e.Other)
	for _, p := range e.Actors {
		add(p.Name)
		who(p.Actor)
	}
	for _, q := range e.Quotes {
		add(q.Text)
		who(q.By)
	}
	for _, c := range e.Claims {
		add(c.Text)
		who(c.By)
	}
	for _, f := range e.Figures {
		add(f.Label)
	}
	for _, ref := range e.Sources {
		var s timeline.Source
		l.of.ReadSource(ref, &s)
		source(&s)
		own(s.Other)
	}
	return b.String()
}
