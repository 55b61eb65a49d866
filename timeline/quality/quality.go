// Package quality says what a record lacks, so that its writer sees where to go on: events that no source or one
// publisher alone supports, without status or date, figures against each other without sources, actors that are named
// once, and long stretches of time without events.
//
//	report := quality.Look(t, selection, quality.Usual(10))
//	for _, f := range report.Found[quality.NoSource] {
//		fmt.Println(t.EventTitle(f.Event))
//	}
//
// It finds no mistakes: those have a place in a file, and package load reports them. Nor does it judge: a record may
// have good reasons for each. Look takes time in proportion to the record.
//
// It reads no files and asks for no address. It may import timeline, calendar, cell, diag, export, fold, index and
// sanitize.
package quality

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/fold"
	"dateline/timeline/index"
)

// A Rule is a kind of thing that a record lacks.
type Rule int

// The rules, in the order in which they are told.
const (
	NoSource Rule = iota
	OneSource
	OnePublisher
	NoStatus
	Undated
	FiguresWithoutSource
	ActorOnce
	Gap
	rules // how many there are
)

// table says what each rule is. The names never change.
var table = [rules]struct{ name, doc string }{
	NoSource:             {"no-source", "An event rests on no source, nor do its quotes, figures and claims."},
	OneSource:            {"one-source", "An event rests on one source alone."},
	OnePublisher:         {"one-publisher", "An event rests on several sources, which have one publisher or one site."},
	NoStatus:             {"no-status", "An event does not say whether it is confirmed, reported, disputed or planned."},
	Undated:              {"undated", "An event has no date, or none that can be read."},
	FiguresWithoutSource: {"figures-without-source", "Figures differ, and one of them does not say where it is from."},
	ActorOnce:            {"actor-once", "An actor is named in one event of the record alone."},
	Gap:                  {"gap", "A stretch without events is many times as long as the usual one."},
}

// Rules returns all rules, in their order.
func Rules() []Rule {
	all := make([]Rule, rules)
	for r := range all {
		all[r] = Rule(r)
	}
	return all
}

// String returns the name of a rule.
func (r Rule) String() string { return table[r].name }

// Doc returns a sentence that says what a rule finds.
func (r Rule) Doc() string { return table[r].doc }

// A Finding is one thing that is lacking.
type Finding struct {
	Event int               // of ActorOnce that which names the actor, of Gap the last before it
	Actor timeline.ActorRef // of ActorOnce, else NoActor
	What  string            // of OnePublisher the publisher or site, of FiguresWithoutSource the label
	Next  int               // of Gap the first event after it
	Days  int64             // of Gap: how many days after the one the other is
}

// A Report is what was found, in the order of dates, but for gaps, of which the longest comes first.
type Report struct {
	Events int   // that were looked at
	Usual  int64 // days from one event to the next that is not of the same day: the median
	Long   int64 // days from which on that is a Gap
	Found  [rules][]Finding
}

// A Limit says from how many days on a stretch without events is a Gap.
type Limit struct {
	times, days int64
}

// Usual returns the limit of so many times the usual stretch, which is the median of all between two events that are
// not of one day.
func Usual(times int) Limit { return Limit{times: int64(times)} }

// Days returns the limit of so many days.
func Days(n int) Limit { return Limit{days: int64(n)} }

// Look looks at the selected events. Whether an actor is named once is a matter of the whole record.
func Look(t *timeline.Timeline, s index.Selection, limit Limit) *Report {
	r := &Report{Events: s.Len()}
	l := looker{t: t, r: r, named: make([]naming, t.Actors())}
	var e timeline.Event
	for i := range t.Len() {
		t.Read(i, &e)
		l.name(i, &e)
		if s.Has(i) {
			l.look(i, &e)
		}
	}
	for a, is := range l.named {
		if is.events == 1 && s.Has(is.last) {
			r.add(ActorOnce, Finding{Event: is.last, Actor: timeline.ActorRef(a)})
		}
	}
	slices.SortStableFunc(r.Found[ActorOnce], func(a, b Finding) int { return cmp.Compare(a.Event, b.Event) })
	r.lookForGaps(t, s, limit)
	return r
}

// add adds a finding.
func (r *Report) add(rule Rule, f Finding) { r.Found[rule] = append(r.Found[rule], f) }

// A looker looks at one event after the other.
type looker struct {
	t     *timeline.Timeline
	r     *Report
	named []naming
	one   timeline.Source
}

// A naming is in how many events an actor is named, up to 2, and in which last.
type naming struct{ events, last int }

// name notes whom an event names.
func (l *looker) name(i int, e *timeline.Event) {
	note := func(a timeline.ActorRef) {
		if a == timeline.NoActor {
			return
		}
		if n := &l.named[a]; n.events == 0 || n.last != i {
			*n = naming{min(n.events+1, 2), i}
		}
	}
	for n := range e.Actors {
		note(e.Actors[n].Actor)
	}
	for a := range e.EachSpeaker {
		note(a)
	}
	for n := range e.Figures {
		note(e.Figures[n].By)
	}
}

// look looks for what an event lacks.
func (l *looker) look(i int, e *timeline.Event) {
	found := Finding{Event: i, Actor: timeline.NoActor}
	switch sources := e.Cited(); len(sources) {
	case 0:
		l.r.add(NoSource, found)
	case 1:
		l.r.add(OneSource, found)
	default:
		if publisher := l.publisher(sources); publisher != "" {
			l.r.add(OnePublisher, Finding{Event: i, Actor: timeline.NoActor, What: publisher})
		}
	}
	if e.Status == "" {
		l.r.add(NoStatus, found)
	}
	if e.Date.IsZero() {
		l.r.add(Undated, found)
	}
	for _, label := range l.unsourced(e) {
		l.r.add(FiguresWithoutSource, Finding{Event: i, Actor: timeline.NoActor, What: label})
	}
}

// publisher returns the publisher that all sources have, or else the site, "" where they have none or several.
func (l *looker) publisher(sources []timeline.SourceRef) (one string) {
	for n, ref := range sources {
		l.t.ReadSource(ref, &l.one)
		is := l.one.Publisher
		if is == "" {
			is = site(l.one.URL)
		}
		if is == "" || n > 0 && fold.Fold(is) != fold.Fold(one) {
			return ""
		}
		if n == 0 {
			one = is
		}
	}
	return one
}

// site returns the host of an address, "" for what is none.
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// unsourced returns the labels of figures that differ, of which one cites no source. A figure of an event that lists
// one source alone rests on that.
func (l *looker) unsourced(e *timeline.Event) (labels []string) {
	if len(e.Figures) < 2 || len(e.Sources) == 1 || l.t.Rivals(&timeline.Event{Figures: e.Figures}) == 0 {
		return nil
	}
	groups := make(map[string][]timeline.Figure)
	var order []string
	for n := range e.Figures {
		key := fold.Fold(e.Figures[n].Label)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], e.Figures[n])
	}
	for _, key := range order {
		of := groups[key]
		lacks := slices.ContainsFunc(of, func(f timeline.Figure) bool { return f.Source == timeline.NoSource })
		if lacks && l.t.Rivals(&timeline.Event{Figures: of}) > 0 {
			labels = append(labels, of[0].Label)
		}
	}
	return labels
}

// A stay is the days on which an event may have begun, or ended.
type stay struct {
	first, last calendar.Day
	event       int
}

// lookForGaps looks for long stretches of time without events. An event covers the days on which it may have begun, and
// a span those on which it may have ended too, but not what is between.
func (r *Report) lookForGaps(t *timeline.Timeline, s index.Selection, limit Limit) {
	var stays []stay
	add := func(p calendar.Period, i int) {
		if p.From != calendar.Beginning && p.To != calendar.Forever {
			stays = append(stays, stay{p.From, p.To, i})
		}
	}
	for n := range s.Len() {
		i := s.At(n)
		d := t.Date(i)
		if d.IsZero() {
			continue
		}
		add(d.Begins(), i)
		if d.IsInterval() {
			add(calendar.Period{From: d.Latest(), To: d.Latest()}, i)
		}
	}
	slices.SortStableFunc(stays, func(a, b stay) int { return cmp.Compare(a.first, b.first) })
	var gaps []Finding
	var lengths []int64
	for n := 1; n < len(stays); n++ {
		before := stays[n-1]
		days := before.last.DaysTo(stays[n].first)
		if days <= 0 {
			if before.last > stays[n].last { // which lasts on
				stays[n].last, stays[n].event = before.last, before.event
			}
			continue
		}
		lengths = append(lengths, days)
		gaps = append(gaps, Finding{Event: before.event, Actor: timeline.NoActor, Next: stays[n].event, Days: days})
	}
	slices.Sort(lengths)
	if len(lengths) > 0 {
		r.Usual = lengths[len(lengths)/2]
	}
	r.Long = limit.days
	if limit.times > 0 {
		r.Long = limit.times * r.Usual
	}
	for _, gap := range gaps {
		if gap.Days >= r.Long {
			r.add(Gap, gap)
		}
	}
	slices.SortStableFunc(r.Found[Gap], func(a, b Finding) int { return cmp.Compare(b.Days, a.Days) })
}
