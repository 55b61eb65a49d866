package timeline

import (
	"reflect"

	"dateline/timeline/diag"
)

// An asRead knows events before it is known which actors and sources they name: by the numbers of spellings, and of
// what is cited.
type asRead struct {
	references
	inPlace map[string]SourceRef // what a source record says -> the first that says so

	entered int              // events that are in last and before, but for those with ids
	last    map[dated]int32  // the last of the events with that date and title
	before  map[int32]int32  // the one before it
	found   map[int32]string // the file that had the event again
}

// A dated is what an event without an id is known by.
type dated struct{ date, title string }

// maxSame is how many events with one date and title another is compared with.
const maxSame = 8

// sameElsewhere returns the event of another file that says the same as the n-th, which has no id. Files that say the
// same are copies or parts of one record. Within one file two rows that are alike may be two that happened, such as two
// goals of one match, so that both stay; and a file that has three alike has one more than one that has two.
func (b *Builder) sameElsewhere(n int) (first int, ok bool) {
	file := b.events.pos(n).File
	if b.events.texts[0].file == file || b.events.dates[n].IsZero() {
		return 0, false
	}
	r := &b.asRead
	if r.last == nil {
		r.last, r.before, r.found = map[dated]int32{}, map[int32]int32{}, map[int32]string{}
	}
	for ; r.entered < n; r.entered++ {
		if b.events.id(r.entered) != "" {
			continue
		}
		key := b.dated(r.entered)
		if last, taken := r.last[key]; taken {
			r.before[int32(r.entered)] = last
		}
		r.last[key] = int32(r.entered)
	}
	key := b.dated(n)
	if key.title == Untitled {
		return 0, false
	}
	other, known := r.last[key]
	for range maxSame {
		if !known {
			break
		}
		if b.events.pos(int(other)).File != file && r.found[other] != file && b.isSame(int(other), n) {
			first, ok = int(other), true
		}
		other, known = r.before[other]
	}
	if ok {
		r.found[int32(first)] = file
	}
	return first, ok
}

func (b *Builder) dated(n int) dated {
	title, _ := b.events.title(n)
	return dated{b.events.dates[n].EDTF(), title}
}

// isSame reports whether two events say the same, wherever they are.
func (b *Builder) isSame(i, j int) bool {
	for len(b.asRead.actorOf) < len(b.names.texts) {
		b.asRead.actorOf = append(b.asRead.actorOf, ActorRef(len(b.asRead.actorOf)))
	}
	for len(b.asRead.sourceOf) < len(b.cited) {
		b.asRead.sourceOf = append(b.asRead.sourceOf, b.citedFirst(len(b.asRead.sourceOf)))
	}
	b.asRead.spellings = b.names.texts
	var one, other Event
	b.events.read(i, &one, &b.asRead.references)
	b.events.read(j, &other, &b.asRead.references)
	one.Pos, other.Pos = diag.Pos{}, diag.Pos{}
	return reflect.DeepEqual(one, other)
}

// citedFirst returns the number of what is cited, or of the first source record in place that says the same.
func (b *Builder) citedFirst(n int) SourceRef {
	if b.cited[n] < 0 {
		return SourceRef(n)
	}
	_, said := b.sources.packed(int(b.cited[n]))
	first, known := b.asRead.inPlace[said]
	if known {
		return first
	}
	if b.asRead.inPlace == nil {
		b.asRead.inPlace = map[string]SourceRef{}
	}
	b.asRead.inPlace[said] = SourceRef(n)
	return SourceRef(n)
}
