package compare

import (
	"sort"

	"dateline/timeline/calendar"
	"dateline/timeline/compare"
	"dateline/ui/session"
)

// Move moves by n events. It reports whether there is one there.
func (p *Page) Move(s *session.Session, n int) bool {
	p.follow(s)
	if !p.HasEvent() {
		return false
	}
	to := max(0, min(p.at+n, p.c.Any.Len()-1))
	if to == p.at {
		return false
	}
	p.goTo(s, to)
	return true
}

// Along goes to the next event of the left one, or of the right one, be it shared.
func (p *Page) Along(s *session.Session, right bool) {
	p.follow(s)
	if !p.HasEvent() {
		return
	}
	side := &p.c.Sides[compare.Left]
	if right {
		side = &p.c.Sides[compare.Right]
	}
	for to := p.at + 1; to < p.c.Any.Len(); to++ {
		if side.Events.Has(p.event(to)) {
			p.goTo(s, to)
			return
		}
	}
	s.SetNotice("there is no further event of " + side.Name)
}

// Leap goes down to the next day, month or year in which an event begins, or by −1 up, and there to its first event. It
// reports whether there is one.
func (p *Page) Leap(s *session.Session, u calendar.Unit, down int) bool {
	p.follow(s)
	if !p.HasEvent() {
		return false
	}
	t := p.of.Timeline()
	start := func(place int) calendar.Day { return u.Start(t.Start(p.event(place))) }
	here := start(p.at)
	to := p.at + 1 + sort.Search(p.c.Any.Len()-p.at-1, func(k int) bool { return start(p.at+1+k) != here })
	if down < 0 {
		first := func(at int) int { // place of the first that begins in the stretch of another
			is := start(at)
			return at - sort.Search(at, func(k int) bool { return start(at-1-k) != is })
		}
		if to = first(p.at) - 1; to >= 0 {
			to = first(to)
		}
	}
	if to < 0 || to == p.c.Any.Len() {
		return false
	}
	p.goTo(s, to)
	return true
}
