package timeline

import "strings"

// A reference is a name or an id, and where it is.
type reference struct {
	text string
	at   place
}

// reports are problems as they are found, so many at most.
type reports struct {
	problems Problems
	room     int // for how many problems there is room, …
	omitted  int // … and how many more there were
}

// maxProblems bounds what is reported, for a record in which everything is wrong.
const maxProblems = 10_000

// report takes a problem.
func (r *reports) report(at place, severity Severity, message, hint string) {
	if r.leaveOut() {
		return
	}
	r.problems = append(r.problems, at.problem(severity, message, hint))
}

// count is how many problems there were.
func (r *reports) count() int { return len(r.problems) + r.omitted }

// full reports whether there is no room for another problem.
func (r *reports) full() bool { return len(r.problems) >= r.room }

// left is for how many problems there is room.
func (r *reports) left() int { return r.room - len(r.problems) }

// leaveOut counts a problem for which there is no room, before anything is done to describe it, and reports whether it did.
func (r *reports) leaveOut() bool {
	full := r.full()
	if full {
		r.omitted++
	}
	return full
}

// maxBrief is how many bytes of a name stand in a problem at most. A name may be longer than all the rest of a file, and
// stand in each of its problems.
const maxBrief = 200

// brief is a name as a problem gives it.
func brief(name string) string {
	if len(name) <= maxBrief {
		return name
	}
	return strings.ToValidUTF8(name[:maxBrief], "") + "…"
}

// take takes the problems of others.
func (r *reports) take(others reports) {
	n := min(len(others.problems), max(0, r.left()))
	r.problems = append(r.problems, others.problems[:n]...)
	r.omitted += others.omitted + len(others.problems) - n
}
