package review

import (
	"slices"

	"dateline/timeline"
)

// Pairs says which events of a record as it was and as it is now are one.
type Pairs struct {
	Was  []int // of each event now its number before, −1 for a new one
	Gone []int // numbers before of the events that the record has no more, in order
}

// Match finds the events of before in now.
//
// An event of now is the event of before that had its id. Where there is none, since an id may be made from date and
// title, it is one of the same file whose id is gone and which has the same title, or else the same date. All others
// are new or gone. WasIn and isIn return by what name a file is known in both, of the names that the two records have
// for it; nil says that the names are the same.
func Match(before, now *timeline.Timeline, wasIn, isIn func(file string) string) Pairs {
	p := Pairs{Was: make([]int, now.Len())}
	for i := range before.Len() {
		if _, ok := now.Find(before.ID(i)); !ok {
			p.Gone = append(p.Gone, i)
		}
	}
	var found []int
	for i := range p.Was {
		n, ok := before.Find(now.ID(i))
		if p.Was[i] = n; !ok {
			p.Was[i] = -1
			found = append(found, i)
		}
	}
	file := func(e *timeline.Event, known func(string) string) string {
		if known == nil {
			return e.Pos.File
		}
		return known(e.Pos.File)
	}
	for _, says := range []func(*timeline.Event) string{
		func(e *timeline.Event) string { return e.Title },
		func(e *timeline.Event) string { return e.Date.EDTF() },
	} {
		key := func(e *timeline.Event, known func(string) string) [2]string {
			return [2]string{file(e, known), says(e)}
		}
		found = p.pair(found,
			func(was int) [2]string { return key(before.Event(was), wasIn) },
			func(is int) [2]string { return key(now.Event(is), isIn) })
	}
	return p
}

// pair makes pairs of those of the found events of now that have the key of one that is gone. It returns those that are
// left.
func (p *Pairs) pair(found []int, was, is func(event int) [2]string) (left []int) {
	waiting := make(map[[2]string][]int, len(p.Gone))
	for _, i := range p.Gone {
		k := was(i)
		waiting[k] = append(waiting[k], i)
	}
	paired := make(map[int]bool)
	left = slices.DeleteFunc(found, func(i int) bool {
		k := is(i)
		if len(waiting[k]) == 0 {
			return false
		}
		n := waiting[k][0]
		waiting[k], paired[n], p.Was[i] = waiting[k][1:], true, n
		return true
	})
	p.Gone = slices.DeleteFunc(p.Gone, func(i int) bool { return paired[i] })
	return left
}
