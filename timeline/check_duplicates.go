package timeline

import (
	"bytes"
	"fmt"
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// maxCompared is how many events of one day are compared each with each.
const maxCompared = 64

// checkTwins reports events of one day whose titles say the same.
func (b *Builder) checkTwins(t *Timeline) {
	var day dayTitles
	for from, to := 0, 0; from < t.Len(); from = to {
		for to = from + 1; to < t.Len() && t.Date(to).Earliest() == t.Date(from).Earliest(); to++ {
		}
		if to-from > 1 {
			day.gather(t, from, to)
			day.twins(func(first, second int) {
				if !b.Problems.DropIfFull() {
					b.reportTwin(t.Event(first), t.Event(second))
				}
			})
		}
	}
}

func (b *Builder) reportTwin(first, second *Event) {
	b.Report(b.PlaceOf(second.Pos), diag.Warning, fmt.Sprintf("the event looks like `%s` of the same day", diag.Brief(first.ID)),
		"the other is at "+first.Pos.String()+"; make one of the two, or give them titles that differ")
}

// dayTitles are the events of a day. They are used for one day after the other, so as not to make a million small texts.
type dayTitles struct {
	events []foldedTitle
	room   []byte // that titles and digits are in
	steps  int    // pairs of letters that may still be compared
}

// stepsPerByte is how many pairs of letters of the titles of a day are compared, for each byte that the titles have. It
// is a few times what as many titles of usual length as are compared each with each can need; long ones that hardly
// differ could need any number.
const stepsPerByte = 2048

// A foldedTitle is an event with its title folded, and the digits in it.
type foldedTitle struct {
	event         int
	title, digits []byte
}

// gather takes the events of another day.
func (c *dayTitles) gather(t *Timeline, from, to int) {
	c.events, c.room, c.steps = c.events[:0], c.room[:0], 0
	for i := from; i < to; i++ {
		title := t.EventTitle(i)
		if title == Untitled {
			continue
		}
		start := len(c.room)
		c.room = fold.AppendFold(c.room, title, nil)
		end := len(c.room)
		for _, letter := range c.room[start:end] {
			if '0' <= letter && letter <= '9' {
				c.room = append(c.room, letter)
			}
		}
		c.steps += stepsPerByte * (end - start)
		c.events = append(c.events, foldedTitle{i, c.room[start:end], c.room[end:]})
	}
}

// twins calls report with pairs of events that say the same. Of many only those are compared whose titles begin
// alike.
func (c *dayTitles) twins(report func(first, second int)) {
	reach := len(c.events)
	if reach > maxCompared {
		slices.SortStableFunc(c.events, func(a, b foldedTitle) int { return bytes.Compare(a.title, b.title) })
		reach = 1
	}
	for i := range c.events {
		one := &c.events[i]
		for j := max(0, i-reach); j < i; j++ {
			if other := &c.events[j]; c.same(one, other) {
				report(min(one.event, other.event), max(one.event, other.event))
				break
			}
		}
	}
}

// same reports whether two titles say the same: nine letters of ten are, and every digit.
func (c *dayTitles) same(one, other *foldedTitle) bool {
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
	if limit == 0 || long-short > 4*limit || (2*limit+1)*short > c.steps {
		return false
	}
	distance, steps := names.CountEdits(bytes.Runes(one.title), bytes.Runes(other.title), limit)
	c.steps -= steps
	return distance <= limit
}
