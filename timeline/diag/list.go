package diag

import (
	"slices"
	"strings"

	"dateline/timeline/diag/rule"
)

// MaxProblems is how many problems of a record are reported. In a record of a million events everything may be wrong.
const MaxProblems = 10_000

// A List gathers problems, a limited number of them. It counts the others, which it drops. To undo what is reported
// from now on, keep a copy of the List and go on with that; the original must not be used any more.
type List struct {
	found   Problems
	limit   int
	dropped int
	once    []string // messages that are reported once
}

// NewList returns an empty list that keeps n problems at most.
func NewList(n int) List { return List{limit: n} }

// Report adds a problem.
func (l *List) Report(at Range, of rule.ID, message, hint string) {
	if !l.DropIfFull() {
		l.found = append(l.found, at.Problem(of, message, hint))
	}
}

// ReportOnce adds a problem unless one with its message was added so. It is for what many places have and one explains.
// Take drops it too where the list has it already.
func (l *List) ReportOnce(at Range, of rule.ID, message, hint string) {
	if !slices.Contains(l.once, message) {
		l.once = append(slices.Clip(l.once), message)
		l.Report(at, of, message, hint)
	}
}

// DropIfFull counts a problem as dropped if the list is full, and reports whether it did. With it, a problem need not
// be put into words before it is dropped.
func (l *List) DropIfFull() bool {
	full := l.Full()
	if full {
		l.dropped++
	}
	return full
}

// Full reports whether the list drops what is reported to it.
func (l *List) Full() bool { return len(l.found) >= l.limit }

// Room returns how many problems the list can still keep.
func (l *List) Room() int { return l.limit - len(l.found) }

// Found returns a copy of the problems that were kept, in the order in which they were reported.
func (l *List) Found() Problems { return slices.Clone(l.found) }

// Dropped returns the number of problems that were not kept.
func (l *List) Dropped() int { return l.dropped }

// Count returns the number of problems that were reported, kept or not.
func (l *List) Count() int { return len(l.found) + l.dropped }

// Take adds the problems of another list.
func (l *List) Take(other List) {
	if len(l.once) > 0 && len(other.once) > 0 {
		other.found = slices.DeleteFunc(slices.Clone(other.found), func(p Problem) bool {
			return slices.Contains(l.once, p.Message) && slices.Contains(other.once, p.Message)
		})
	}
	for _, message := range other.once {
		if !slices.Contains(l.once, message) {
			l.once = append(slices.Clip(l.once), message)
		}
	}
	n := min(len(other.found), max(0, l.Room()))
	l.found = append(l.found, other.found[:n]...)
	l.dropped += other.dropped + len(other.found) - n
}

// maxBrief is how many bytes a name in a message has at most. A name may be longer than all the rest of a file, and be
// in every message.
const maxBrief = 200

// Brief returns a name as messages show it: whole, or its first 200 bytes and an ellipsis.
func Brief(name string) string {
	if len(name) <= maxBrief {
		return name
	}
	return strings.ToValidUTF8(name[:maxBrief], "") + "…"
}
