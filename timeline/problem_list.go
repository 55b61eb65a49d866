package timeline

import "strings"

// A reference is a name or an id, and where it is.
type reference struct {
	text string
	at   place
}

// A problemList holds problems as they are found, so many at most.
type problemList struct {
	found   Problems
	limit   int // for how many problems there is room, …
	dropped int // … and how many more there were
}

// maxProblems bounds what is reported, for a record in which everything is wrong.
const maxProblems = 10_000

// report takes a problem.
func (r *problemList) report(at place, severity Severity, message, hint string) {
	if r.leaveOut() {
		return
	}
	r.found = append(r.found, at.problem(severity, message, hint))
}

// count is how many problems there were.
func (r *problemList) count() int { return len(r.found) + r.dropped }

// full reports whether there is no room for another problem.
func (r *problemList) full() bool { return len(r.found) >= r.limit }

// left is for how many problems there is room.
func (r *problemList) left() int { return r.limit - len(r.found) }

// leaveOut counts a problem for which there is no room, before anything is done to describe it, and reports whether it did.
func (r *problemList) leaveOut() bool {
	full := r.full()
	if full {
		r.dropped++
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
func (r *problemList) take(others problemList) {
	n := min(len(others.found), max(0, r.left()))
	r.found = append(r.found, others.found[:n]...)
	r.dropped += others.dropped + len(others.found) - n
}
