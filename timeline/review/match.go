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
// are new or gone. File returns what a file is called in both, by the name that it has in one of them; nil says that
// the names are the same.
func Match(before, now *timeline.Timeline, file func(name string) string) Pairs {
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
	if file == nil {
		file = func(name string) string { return name }
	}
	for _, key := range []func(*timeline.Event) [3]string{
		func(e *timeline.Event) [3]string { return [3]string{file(e.Pos.File), "title", e.Title} },
		func(e *timeline.Event) [3]string { return [3]string{file(e.Pos.File), "date", e.Date.EDTF()} },
	} {
		found = p.pair(before, now, found, key)
	}
	return p
}

// pair makes pairs of those of the found events of now that have the key of one that is gone. It returns those that are
// left.
func (p *Pairs) pair(before, now *timeline.Timeline, found []int, key func(*timeline.Event) [3]string) (left []int) {
	waiting := make(map[[3]string][]int, len(p.Gone))
	for _, i := range p.Gone {
		k := key(before.Event(i))
		waiting[k] = append(waiting[k], i)
	}
	paired := make(map[int]bool)
	left = slices.DeleteFunc(found, func(i int) bool {
		k := key(now.Event(i))
		if len(waiting[k]) == 0 {
			return false
		}
		was := waiting[k][0]
		waiting[k], paired[was], p.Was[i] = waiting[k][1:], true, was
		return true
	})
	p.Gone = slices.DeleteFunc(p.Gone, func(i int) bool { return paired[i] })
	return left
}
