package diff

import (
	"cmp"
	"slices"

	"dateline/timeline"
)

// matchSources finds which sources are one, and sets what values of both records mean by them. It returns of each
// source now the one that it was, NoSource for a new one.
//
// A source is what it is called by: its id, or else its address, or else its title, or else all that it says. Of
// several that are called alike those are one that say the same, and then they are as they come. Of those that are
// left two with one address are one, whose id is another.
func (d *Diff) matchSources() (was []timeline.SourceRef) {
	was = make([]timeline.SourceRef, d.Now.Sources())
	for s := range was {
		was[s] = timeline.NoSource
	}
	numbers := make(map[called]int32)
	olds, nows := d.old.callSources(numbers), d.now.callSources(numbers)
	var k keyed
	said := func(s *side, ref timeline.SourceRef) string { return string(k.entry(s.readSource(ref))) }
	var left []timeline.SourceRef // of the sources before
	for n := range max(len(olds), len(nows)) {
		var before, after []timeline.SourceRef
		if n < len(olds) {
			before = olds[n]
		}
		if n < len(nows) {
			after = nows[n]
		}
		if len(before) > 1 || len(after) > 1 {
			waiting := make(map[string][]timeline.SourceRef)
			for _, ref := range before {
				one := said(d.old, ref)
				waiting[one] = append(waiting[one], ref)
			}
			found := make(map[timeline.SourceRef]bool)
			for _, ref := range after {
				one := said(d.now, ref)
				if same := waiting[one]; len(same) > 0 {
					was[ref], waiting[one], found[same[0]] = same[0], same[1:], true
				}
			}
			before = slices.DeleteFunc(before, func(ref timeline.SourceRef) bool { return found[ref] })
			after = slices.DeleteFunc(after, func(ref timeline.SourceRef) bool { return was[ref] != timeline.NoSource })
		}
		both := min(len(before), len(after))
		for i := range both {
			was[after[i]] = before[i]
		}
		left = append(left, before[both:]...)
	}
	d.renameSources(left, was)
	return was
}

// A called is what a source is called by, and what that is of it.
type called struct{ by, text string }

// callSources sets the ref of each source to the number of what it is called by. It returns the sources of each number.
func (s *side) callSources(numbers map[called]int32) (all [][]timeline.SourceRef) {
	var k keyed
	for n := range s.sourceIs {
		ref := timeline.SourceRef(n)
		s.t.ReadSource(ref, &s.source)
		is := called{"all", ""}
		switch one := &s.source; {
		case one.ID != "":
			is = called{"id", one.ID}
		case one.URL != "":
			is = called{"url", one.URL}
		case one.Title != "":
			is = called{"title", one.Title}
		default:
			is.text = string(k.entry(s.readSource(ref)))
		}
		number, known := numbers[is]
		if !known {
			number = int32(len(numbers))
			numbers[is] = number
		}
		s.sourceIs[n] = number
		for len(all) <= int(number) {
			all = append(all, nil)
		}
		all[number] = append(all[number], ref)
	}
	return all
}

// renameSources finds, of sources that are left of those before, those that have another id now, or none, and the same
// address.
func (d *Diff) renameSources(left []timeline.SourceRef, was []timeline.SourceRef) {
	if len(left) == 0 {
		return
	}
	byURL := make(map[string]timeline.SourceRef)
	for n, before := range was {
		ref := timeline.SourceRef(n)
		d.Now.ReadSource(ref, &d.now.source)
		url := d.now.source.URL
		if _, taken := byURL[url]; before == timeline.NoSource && url != "" && !taken {
			byURL[url] = ref
		}
	}
	for _, old := range left {
		d.Old.ReadSource(old, &d.old.source)
		now, ok := byURL[d.old.source.URL]
		if !ok {
			continue
		}
		if d.old.sourceIs[old] = d.now.sourceIs[now]; was[now] == timeline.NoSource {
			was[now] = old
		}
	}
}

// compareSources compares the sources that are one. One without an id is new or gone with the events that cite it,
// unless none does.
func (d *Diff) compareSources(was []timeline.SourceRef) {
	byItself := func(s *side, ref int) bool {
		return !s.cited[ref] || s.t.Source(timeline.SourceRef(ref)).ID != ""
	}
	kept := make([]bool, d.Old.Sources())
	for s, old := range was {
		if old == timeline.NoSource {
			if byItself(d.now, s) {
				d.Sources = append(d.Sources, Change{Old: -1, Now: s})
			}
			continue
		}
		kept[old] = true
		before, after := d.old.readSource(old), d.now.readSource(timeline.SourceRef(s))
		changed := idField(d.old.source.ID, d.now.source.ID, false)
		if !before.same(after) {
			changed = append(changed, fields(before, after)...)
		}
		if len(changed) > 0 {
			d.Sources = append(d.Sources, Change{Old: int(old), Now: s, Fields: changed})
		}
	}
	for s := range kept {
		if !kept[s] && byItself(d.old, s) {
			d.Sources = append(d.Sources, Change{Old: s, Now: -1})
		}
	}
}

// SourceName returns what a reader knows a source by: its title, or else its address or its id.
func SourceName(s *timeline.Source) string { return cmp.Or(s.Title, s.URL, s.ID, "(nameless)") }
