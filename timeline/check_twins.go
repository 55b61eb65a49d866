package timeline

import (
	"bytes"
	"fmt"
	"slices"
)

// maxCompared is how many events of one day are compared each with each.
const maxCompared = 64

// checkTwins reports events of one day whose titles say the same.
func (b *builder) checkTwins(t *Timeline) {
	var day crowd
	for from, to := 0, 0; from < t.Len(); from = to {
		for to = from + 1; to < t.Len() && t.Date(to).Earliest() == t.Date(from).Earliest(); to++ {
		}
		if to-from > 1 {
			day.gather(t, from, to)
			day.twins(func(first, second int) { b.reportTwin(t.Event(first), t.Event(second)) })
		}
	}
}

func (b *builder) reportTwin(first, second *Event) {
	b.report(b.placeOf(second.Pos), Warning, fmt.Sprintf("the event looks like `%s` of the same day", first.ID),
		"the other is at "+first.Pos.String()+"; make one of the two, or give them titles that differ")
}

// A crowd is the events of a day. It is used for one day after the other, so as not to make a million small texts.
type crowd struct {
	events []titled
	room   []byte // that titles and digits are in
}

// A titled is an event with its title folded, and the digits in it.
type titled struct {
	event         int
	title, digits []byte
}

// gather takes the events of another day.
func (c *crowd) gather(t *Timeline, from, to int) {
	c.events, c.room = c.events[:0], c.room[:0]
	for i := from; i < to; i++ {
		title := t.EventTitle(i)
		if title == untitled {
			continue
		}
		start := len(c.room)
		c.room = appendFold(c.room, title, nil)
		end := len(c.room)
		for _, letter := range c.room[start:end] {
			if '0' <= letter && letter <= '9' {
				c.room = append(c.room, letter)
			}
		}
		c.events = append(c.events, titled{i, c.room[start:end], c.room[end:]})
	}
}

// twins calls report with pairs of events that say the same. In a large crowd only those are compared whose titles begin
// alike.
func (c *crowd) twins(report func(first, second int)) {
	reach := len(c.events)
	if reach > maxCompared {
		slices.SortStableFunc(c.events, func(a, b titled) int { return bytes.Compare(a.title, b.title) })
		reach = 1
	}
	for i := range c.events {
		one := &c.events[i]
		for j := max(0, i-reach); j < i; j++ {
			if other := &c.events[j]; one.isTwin(other) {
				report(min(one.event, other.event), max(one.event, other.event))
				break
			}
		}
	}
}

// isTwin says whether two titles say the same: nine letters of ten are, and every digit.
func (t *titled) isTwin(other *titled) bool {
	if !bytes.Equal(t.digits, other.digits) {
		return false
	}
	if bytes.Equal(t.title, other.title) {
		return true
	}
	short, long := len(t.title), len(other.title)
	if short > long {
		short, long = long, short
	}
	limit := short / 10
	return limit > 0 && long-short <= 4*limit && editDistance(bytes.Runes(t.title), bytes.Runes(other.title), limit) <= limit
}
