package cli

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/index"
	"dateline/timeline/quality"
	"dateline/timeline/query"
)

// What is offered for the values of flags.

// completeActor offers actors by what is typed of any of their spellings: by their ids, or by a spelling that begins as
// typed where the shell would drop the id.
func (a *app) completeActor(x *index.Index, s index.Selection, typed string) (values []offered, open bool) {
	counts := x.ActorCounts(s)
	for _, match := range nearest(x, typed) {
		actor := x.Timeline().Actor(match.Actor)
		v := offered{actor.ID, actor.Name + ", " + eventCount(counts[match.Actor])}
		if !a.replaces && !beginsAs(v.text, typed) {
			v.text = beginning(actor, typed)
		}
		if v.text != "" {
			values = append(values, v)
		}
	}
	if typed == "" {
		return mostFirst(x, counts), false
	}
	return values, false
}

// nearest returns the actors with events that typed may mean: those of whose names it begins words, or else those who
// are called nearly so.
func nearest(x *index.Index, typed string) []index.ActorMatch {
	const begun = 1
	list := slices.DeleteFunc(x.SearchActors(typed), func(m index.ActorMatch) bool {
		return x.Involving(m.Actor).Len() == 0
	})
	far := func(m index.ActorMatch) bool { return m.Far > begun }
	if near := slices.DeleteFunc(slices.Clone(list), far); len(near) > 0 {
		return near
	}
	return list
}

// beginning returns the spelling of an actor that begins as typed, "" where none does.
func beginning(actor *timeline.Actor, typed string) string {
	for _, spelling := range actor.Spellings() {
		if beginsAs(spelling, typed) {
			return spelling
		}
	}
	return ""
}

// mostFirst offers the actors with events, those with most first.
func mostFirst(x *index.Index, counts []int) (values []offered) {
	var list []timeline.ActorRef
	for n, count := range counts {
		if count > 0 {
			list = append(list, timeline.ActorRef(n))
		}
	}
	slices.SortStableFunc(list, func(a, b timeline.ActorRef) int { return cmp.Compare(counts[b], counts[a]) })
	for _, ref := range list[:min(len(list), mostOffered)] {
		actor := x.Timeline().Actor(ref)
		values = append(values, offered{actor.ID, actor.Name + ", " + eventCount(counts[ref])})
	}
	return values
}

// completeThing offers what compare takes: actors, and sources by their publishers and ids.
func (a *app) completeThing(x *index.Index, s index.Selection, typed string) (values []offered, open bool) {
	const key = "source:"
	if rest, ok := strings.CutPrefix(typed, key); ok {
		for _, c := range x.Complete(query.Cursor{Key: query.BySource, Typed: strings.Trim(rest, `"`)}, s) {
			values = append(values, offered{key + c.Text, eventCount(c.N)})
		}
		return values, false
	}
	values, _ = a.completeActor(x, s, typed)
	if strings.HasPrefix(key, typed) {
		values = append(values, offered{key, "a source or a publisher"})
	}
	return values, len(values) == 1 && values[0].text == key
}

// completeFilter offers what may stand at the end of a query, as the line on the screen does. Where that is one key, it
// offers its values.
func (a *app) completeFilter(x *index.Index, s index.Selection, typed string) (values []offered, open bool) {
	at, ok := query.CursorAt(typed, len(typed))
	if !ok {
		return nil, false
	}
	if strings.HasSuffix(typed[:at.Start], ")") {
		return nil, false // nothing is written right after a bracket
	}
	var near map[string]bool
	switch at.Key {
	case query.ByActor, query.ByDirect, query.BySpeaker, query.BySays:
		near = make(map[string]bool)
		for _, match := range nearest(x, at.Typed) {
			near[query.Quote(at.Key, x.Timeline().Actor(match.Actor).ID)] = true
		}
	}
	for _, c := range x.Complete(at, s.And(x.Select(at.Rest.On(a.today())))) {
		if near != nil && !near[c.Text] || c.N == 0 {
			continue
		}
		v := offered{typed[:at.Start] + c.Text, c.Name}
		if c.N != index.NoCount {
			v.means = strings.TrimPrefix(v.means+", "+eventCount(c.N), ", ")
		} else {
			open = true
		}
		if a.replaces || beginsAs(v.text, typed) {
			values = append(values, v)
		}
	}
	if len(values) == 1 && open && values[0].text != typed {
		return a.completeFilter(x, s, values[0].text)
	}
	return values, open
}

// nearDates are dates that count from today, as the query takes them.
var nearDates = []string{"today", "yesterday", "last week", "last month", "last year", "this month", "this year"}

// completeDate returns what offers dates: years, the months of a year and the days of a month in which events begin,
// and words that say them.
func (a *app) completeDate(key query.Key) completer {
	return func(x *index.Index, s index.Selection, typed string) (values []offered, open bool) {
		values = datesOf(key, x, s, typed)
		for _, words := range nearDates {
			if v, err := query.ValueOf(key, query.Is, words); err == nil && beginsAs(words, typed) {
				asked := query.Query{}.Only(key, v.Text).On(a.today())
				values = append(values, offered{words, eventCount(s.And(x.Select(asked)).Len())})
			}
		}
		return values, false
	}
}

// datesOf offers the dates of a record that are written as typed.
func datesOf(key query.Key, x *index.Index, s index.Selection, typed string) (values []offered) {
	if len(typed) >= len("2025-09") {
		return daysOf(x, s, typed)
	}
	for _, c := range x.Complete(query.Cursor{Key: key, Typed: typed}, s) {
		values = append(values, offered{c.Text, eventCount(c.N)})
	}
	return values
}

// daysOf offers the days that are written as typed and on which events begin.
func daysOf(x *index.Index, s index.Selection, typed string) (values []offered) {
	n := 0
	for i := range s.Len() {
		day := x.Timeline().Start(s.At(i)).String()
		switch {
		case !strings.HasPrefix(day, typed):
		case len(values) > 0 && values[len(values)-1].text == day:
			n++
			values[len(values)-1].means = eventCount(n)
		case len(values) < mostOffered:
			n = 1
			values = append(values, offered{day, eventCount(n)})
		}
	}
	return values
}

// completeEvent offers events by their ids, or by words of their titles where no id begins as typed. Of very many it
// offers what their ids begin with, up to a next hyphen: the years, then the months.
func completeEvent(x *index.Index, s index.Selection, typed string) (values []offered, open bool) {
	t := x.Timeline()
	var found []int
	for n := range s.Len() {
		if beginsAs(t.ID(s.At(n)), typed) {
			found = append(found, s.At(n))
		}
	}
	if len(found) == 0 {
		if q, err := query.Parse(typed); err == nil {
			s = x.Within(s, q)
		}
		for n := range min(s.Len(), mostOffered) {
			found = append(found, s.At(n))
		}
	}
	if len(found) > mostOffered {
		return beginnings(t, found, typed), true
	}
	for _, i := range found {
		values = append(values, offered{t.ID(i), t.EventTitle(i)})
	}
	return values, false
}

// beginnings offers what the ids of events begin with: what is typed and more up to a hyphen, or else one letter more.
func beginnings(t *timeline.Timeline, events []int, typed string) (values []offered) {
	upTo := func(end func(rest string) int) []offered {
		numbers := make(map[string]int)
		var list []string
		for _, i := range events {
			id := t.ID(i)
			begun := id[:len(typed)+end(id[len(typed):])]
			if numbers[begun]++; numbers[begun] == 1 {
				list = append(list, begun)
			}
		}
		var parts []offered
		for _, begun := range list[:min(len(list), mostOffered+1)] {
			parts = append(parts, offered{begun, eventCount(numbers[begun])})
		}
		return parts
	}
	hyphen := func(rest string) int {
		if at := strings.IndexByte(rest, '-'); at >= 0 {
			return at + 1
		}
		return len(rest)
	}
	values = upTo(hyphen)
	if len(values) == 1 && len(values[0].text) > len(typed) {
		return beginnings(t, events, values[0].text)
	}
	if len(values) > mostOffered {
		values = upTo(func(rest string) int { _, size := utf8.DecodeRuneInString(rest); return size })
	}
	return values
}

// mapped are the format's own keys that files of others have under other names.
var mapped = []string{
	"date", "end", "title", "summary", "type", "status", "location", "actors", "tags", "sources", "notes", "id", "related",
}

// completeMap offers pairs of keys: one of the format's own, and after = one that the record has beside these.
func completeMap(x *index.Index, _ index.Selection, typed string) (values []offered, open bool) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	own, key, keyed := strings.Cut(typed[len(before):], "=")
	if !keyed {
		for _, one := range mapped {
			if beginsAs(one, own) {
				values = append(values, offered{before + one + "=", ""})
			}
		}
		return values, true
	}
	for _, k := range x.OwnKeys() {
		if beginsAs(k.Key, key) {
			values = append(values, offered{before + own + "=" + k.Key, "in " + eventCount(k.Events)})
		}
	}
	return values, false
}

// completeRules offers rules for a list of them.
func completeRules(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	return named(rule.All(), typed), noFiles
}

// completeOfQuality offers kinds of what a record lacks for a list of them.
func completeOfQuality(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	return named(quality.Rules(), typed), noFiles
}

// named returns those of a list with names that may go on what is typed, a list with commas.
func named[T interface {
	String() string
	Doc() string
}](list []T, typed string) (values []string) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	for _, one := range list {
		if name := before + one.String(); beginsAs(name, typed) {
			values = append(values, cobra.CompletionWithDesc(name, one.Doc()))
		}
	}
	return values
}

// eventCount says how many events there are.
func eventCount(n int) string { return diag.Plural(n, "event") }
