package diag

import (
	"strings"
)

// A Ref is a name or an id, and where it is.
type Ref struct {
	Text string
	At   Range
}

// A List holds problems as they are found, so many at most.
type List struct {
	Found   Problems
	Limit   int // for how many problems there is room, …
	Dropped int // … and how many more there were
}

// MaxProblems bounds what is reported, for a record in which everything is wrong.
const MaxProblems = 10_000

// Report takes a problem.
func (r *List) Report(at Range, severity Severity, message, hint string) {
	if r.LeaveOut() {
		return
	}
	r.Found = append(r.Found, at.Problem(severity, message, hint))
}

// Count is how many problems there were.
func (r *List) Count() int { return len(r.Found) + r.Dropped }

// Full reports whether there is no room for another problem.
func (r *List) Full() bool { return len(r.Found) >= r.Limit }

// Left is for how many problems there is room.
func (r *List) Left() int { return r.Limit - len(r.Found) }

// LeaveOut counts a problem for which there is no room, before anything is done to describe it, and reports whether it did.
func (r *List) LeaveOut() bool {
	full := r.Full()
	if full {
		r.Dropped++
	}
	return full
}

// maxBrief is how many bytes of a name stand in a problem at most. A name may be longer than all the rest of a file, and
// stand in each of its problems.
const maxBrief = 200

// Brief is a name as a problem gives it.
func Brief(name string) string {
	if len(name) <= maxBrief {
		return name
	}
	return strings.ToValidUTF8(name[:maxBrief], "") + "…"
}

// Take takes the problems of others.
func (r *List) Take(others List) {
	n := min(len(others.Found), max(0, r.Left()))
	r.Found = append(r.Found, others.Found[:n]...)
	r.Dropped += others.Dropped + len(others.Found) - n
}
