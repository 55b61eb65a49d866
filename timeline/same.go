package timeline

import (
	"fmt"
	"reflect"

	"dateline/timeline/diag"
)

// An asRead knows events before it is known which actors and sources they name: by the numbers of spellings, and of
// what is cited.
type asRead struct {
	references
	inPlace map[string]SourceRef // what a source record says -> the first that says so
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
	c := b.cited[n]
	if c.text != "" {
		return SourceRef(n)
	}
	source := b.sources[c.record]
	source.Pos = diag.Pos{}
	said := fmt.Sprintf("%q", source)
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
