package session

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/query"
	"dateline/timeline/review"
)

// What is new or has changed since the reader's last visit is told, marked and asked for as what a reload brings.

// A Memory is what was seen of a record at a visit. The zero Memory is that of no visit.
type Memory struct {
	When   time.Time
	Prints []review.Print // in ascending order
	Why    string         // why there is none; "" where the record is new to the reader
}

// A recall is what is known of the last visit.
type recall struct {
	told           bool            // what has changed since has been told
	why            string          // why that is not known; "" where it is
	added, changed map[string]bool // ids of the events that are new or have changed, which is:new and is:changed ask for
}

// Recalled is what came of recalling the last visit.
type Recalled struct {
	Load           int // number of the load of the record
	of             *timeline.Timeline
	changes        review.Changes
	added, changed map[string]bool
	last           Memory
	large          bool
	err            error
}

// Remember returns work that makes the prints of the record for the next visit, and compares them with those of the
// last; nil where nothing is remembered. It gives way to all else. Where the record lacks events by an error, what was
// seen at the last visit stays as it is: mended, all of them would be new.
func (v *Visit) Remember(ctx context.Context, t *timeline.Timeline, load int, lacking bool) func() any {
	if v == nil || v.Recall == nil {
		return nil
	}
	return func() any {
		r := Recalled{Load: load, of: t}
		if r.large = t.Len() > review.MostRemembered; r.large {
			v.see(nil, t)
			return r
		}
		if r.last, r.err = v.recalled(); r.err != nil {
			return r
		}
		prints := review.Printed(ctx, t)
		if prints == nil {
			return nil
		}
		if !r.last.When.IsZero() {
			r.changes = review.Since(r.last.Prints, t, prints)
			r.added, r.changed = idsOf(t, r.changes.New), idsOf(t, r.changes.Changed)
		}
		if slices.Sort(prints); lacking && lost(t, r.changes) {
			prints = nil
		}
		v.see(prints, t)
		return r
	}
}

// lost reports whether events that were seen at the last visit are gone, or have lost their date.
func lost(t *timeline.Timeline, c review.Changes) bool {
	return c.Gone > 0 || slices.ContainsFunc(c.Changed, func(i int) bool { return t.Date(i).IsZero() })
}

// LosesEvents reports whether the record on the screen has an error for which events may be missing or undated.
func (s *Session) LosesEvents() bool {
	return slices.ContainsFunc(s.reload.problems, func(p diag.Problem) bool { return p.Rule.LosesEvents() })
}

// recalled returns what was seen at the last visit, which is read once.
func (v *Visit) recalled() (Memory, error) {
	v.recall.Do(func() {
		last, err := v.Recall()
		v.mu.Lock()
		defer v.mu.Unlock()
		v.last, v.failed = last, err
	})
	return v.last, v.failed
}

// see keeps the prints of a record for the end of the visit, or with nil none.
func (v *Visit) see(prints []review.Print, of *timeline.Timeline) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.seen, v.of = prints, of
}

// Finish makes the prints of a short record that the reader leaves before they are made.
func (v *Visit) Finish(s *Session) {
	const short = 5000 // events, which take some 20 ms
	if v == nil || v.Recall == nil || !s.progress.Done || s.index.Timeline().Len() > short {
		return
	}
	v.mu.Lock()
	made := v.of == s.index.Timeline()
	v.mu.Unlock()
	if !made {
		v.Remember(context.Background(), s.index.Timeline(), 0, s.LosesEvents())()
	}
}

// Seen returns what was seen at this visit, nil where that is not to be kept. The error says why what was seen at the
// last could not be read, which stays as it is.
func (v *Visit) Seen() ([]review.Print, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.seen, v.failed
}

// idsOf returns the ids of events.
func idsOf(t *timeline.Timeline, events []int) map[string]bool {
	ids := make(map[string]bool, len(events))
	for _, i := range events {
		ids[t.ID(i)] = true
	}
	return ids
}

// TakeRecalled tells and marks what has changed since the last visit, once.
func (s *Session) TakeRecalled(r Recalled) {
	now := &s.recall
	if now.told {
		return
	}
	now.told = true
	switch {
	case r.large:
		now.why = "it is remembered of 200,000 events at most which were seen" // review.MostRemembered
		return
	case r.err != nil:
		now.why = "what is new since the last visit is not known: " + r.err.Error()
		s.notice = now.why
		return
	case r.last.When.IsZero():
		now.why = cmp.Or(r.last.Why, "this visit is the first that is remembered")
		return
	}
	now.why = ""
	s.setNews(r.added, r.changed)
	if s.asksNews() {
		s.ask()
	}
	if r.changes.None() {
		return
	}
	s.markNews(r.of, r.changes)
	s.changed.News = s.count(r.of, r.changes)
	s.changed.News.Since = s.since(r.last.When)
}

// setNews has the query know more events that are new or have changed.
func (s *Session) setNews(added, changed map[string]bool) {
	now := &s.recall
	now.added, now.changed = maps.Clone(now.added), maps.Clone(now.changed)
	if now.added == nil {
		now.added, now.changed = make(map[string]bool), make(map[string]bool)
	}
	maps.Copy(now.added, added)
	maps.Copy(now.changed, changed)
	maps.DeleteFunc(now.changed, func(id string, _ bool) bool { return now.added[id] })
	s.newest = s.newest.WithNews(now.added, now.changed)
}

// carryNews readies for the record that comes which of its events are new or have changed since the last visit.
func (s *Session) carryNews(t *timeline.Timeline, c review.Changes) {
	now := &s.recall
	for _, ids := range []*map[string]bool{&now.added, &now.changed} {
		left := make(map[string]bool, len(*ids))
		for id := range *ids {
			if to, ok := c.Renamed[id]; ok {
				id = to
			}
			if _, ok := t.Find(id); ok {
				left[id] = true
			}
		}
		*ids = left
	}
	most := func(events []int) []int { return events[:min(len(events), maxMarks)] }
	s.setNews(idsOf(t, most(c.New)), idsOf(t, most(c.Changed)))
}

// asksNews reports whether the filter asks for what is new or has changed.
func (s *Session) asksNews() bool { return s.asksIs(string(IsNew), string(IsChanged)) }

// asksIs reports whether the filter asks, wherever in it, whether events are any of words.
func (s *Session) asksIs(words ...string) (asks bool) {
	query.EachTerm(s.query.Root(), func(t query.Term, _ bool) {
		asks = asks || t.Key == query.ByIs && slices.ContainsFunc(t.Values, func(v query.Value) bool {
			return slices.ContainsFunc(words, func(word string) bool { return strings.EqualFold(v.Text, word) })
		})
	})
	return asks
}

// NewsUnknown returns why it is not known what the filter asks for, which is what is new or has changed; "" where it
// is, or where the filter does not ask that.
func (s *Session) NewsUnknown() string {
	if s.recall.why == "" || !s.asksNews() {
		return ""
	}
	return s.recall.why + "; is:new and is:changed find what came since it was opened"
}

// since says when the last visit was, as in "since 12 November". A clock that went backwards says nothing.
func (s *Session) since(when time.Time) string {
	now := s.now()
	when = when.In(now.Location())
	day := calendar.DayOf(when.Year(), when.Month(), when.Day())
	switch today := s.Today(); {
	case when.After(now):
		return "since the last visit"
	case day == today:
		return "since " + when.Format("15:04")
	case day == today-1:
		return "since yesterday"
	case when.Year() == now.Year():
		return "since " + when.Format("2 January")
	}
	return "since " + edtf.Of(calendar.Days, day).String()
}
