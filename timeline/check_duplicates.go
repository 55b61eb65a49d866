package timeline

import (
	"bytes"
	"fmt"
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// maxCompared is how many events of one day are compared each with each.
const maxCompared = 64

// checkDuplicates reports events of one day whose titles say the same.
func (b *Builder) checkDuplicates(t *Timeline) {
	var day dayTitles
	for from, to := 0, 0; from < t.Len(); from = to {
		for to = from + 1; to < t.Len() && t.Date(to).Earliest() == t.Date(from).Earliest(); to++ {
		}
		if to-from > 1 {
			day.gather(t, from, to)
			day.duplicates(func(first, second int) {
				if !b.problems.Skip(rule.LookAlike, "") {
					b.reportDuplicate(t.Event(first), t.Event(second))
				}
			})
		}
	}
}

func (b *Builder) reportDuplicate(first, second *Event) {
	when := " of the same day"
	switch {
	case first.Date.IsZero():
		when = "; neither has a date"
	case first.Date.EDTF() != second.Date.EDTF():
		when = " that begins on the same day"
	}
	b.problems.Report(b.PlaceOf(second.Pos), rule.LookAlike,
		fmt.Sprintf("the event looks like `%s`%s", diag.Brief(first.ID), when),
		diag.TheOther+first.Pos.String()+"; make one of the two, or give them titles that differ")
}

// dayTitles are the titles of the events of one day. One dayTitles is used for all days in turn, so as not to make a
// million small texts.
type dayTitles struct {
	events  []foldedTitle
	letters []byte // of all titles and digits, which are parts of it
	steps   int    // pairs of letters that may still be compared
}

// stepsPerByte is how many pairs of letters of the titles of a day are compared at most, for each byte of the titles.
// It is a few times what maxCompared titles of usual length can need. Without it, long titles that hardly differ could
// take any time.
const stepsPerByte = 2048

// A foldedTitle is the title of an event, folded, and the digits in it.
type foldedTitle struct {
	event         int
	title, digits []byte
}

// gather replaces the titles by those of the events from, from+1, …, to-1.
func (d *dayTitles) gather(t *Timeline, from, to int) {
	d.events, d.letters, d.steps = d.events[:0], d.letters[:0], 0
	for i := from; i < to; i++ {
		title := t.EventTitle(i)
		if title == Untitled {
			continue
		}
		start := len(d.letters)
		d.letters = fold.Append(d.letters, title, nil)
		end := len(d.letters)
		for _, letter := range d.letters[start:end] {
			if '0' <= letter && letter <= '9' {
				d.letters = append(d.letters, letter)
			}
		}
		d.steps += stepsPerByte * (end - start)
		d.events = append(d.events, foldedTitle{i, d.letters[start:end], d.letters[end:]})
	}
}

// duplicates calls report with pairs of events whose titles say the same. If there are many events, only those are
// compared whose titles are next to each other in alphabetical order.
func (d *dayTitles) duplicates(report func(first, second int)) {
	reach := len(d.events)
	if reach > maxCompared {
		slices.SortStableFunc(d.events, func(a, b foldedTitle) int { return bytes.Compare(a.title, b.title) })
		reach = 1
	}
	for i := range d.events {
		one := &d.events[i]
		for j := max(0, i-reach); j < i; j++ {
			if other := &d.events[j]; d.same(one, other) {
				report(min(one.event, other.event), max(one.event, other.event))
				break
			}
		}
	}
}

// same reports whether two titles say the same: at least nine letters of ten are the same, and every digit.
func (d *dayTitles) same(one, other *foldedTitle) bool {
	if !bytes.Equal(one.digits, other.digits) {
		return false
	}
	if bytes.Equal(one.title, other.title) {
		return true
	}
	short, long := len(one.title), len(other.title)
	if short > long {
		short, long = long, short
	}
	limit := short / 10
	if limit == 0 || long-short > 4*limit || (2*limit+1)*short > d.steps {
		return false
	}
	distance, steps := names.CountEdits(bytes.Runes(one.title), bytes.Runes(other.title), limit)
	d.steps -= steps
	return distance <= limit
}
