package ui

import "slices"

// A recall goes through the queries that were asked before, while the query line is open.
type recall struct {
	lines []string // oldest first; the last is what was typed before the recall began
	at    int
}

// remember keeps a query for recall, in memory only.
func (s *session) remember(query string) {
	if query == "" {
		return
	}
	s.queries = slices.DeleteFunc(s.queries, func(one string) bool { return one == query })
	s.queries = append(s.queries, query)
}

// recallable are the queries that can be asked again: the saved views, and after them what was asked today.
func (s *session) recallable() []string {
	var lines []string
	for _, v := range s.kept.Views {
		if !slices.Contains(s.queries, v.Query) {
			lines = append(lines, v.Query)
		}
	}
	return append(lines, s.queries...)
}

// open begins the recall behind the lines, with what is typed as the last.
func (r *recall) open(lines []string, typed string) {
	r.lines = append(lines, typed)
	r.at = len(r.lines) - 1
}

// step goes on by n lines and returns the one there; ok is false where there is none. typed is what the line says now.
func (r *recall) step(n int, typed string) (line string, ok bool) {
	at := r.at + n
	if at < 0 || at >= len(r.lines) {
		return "", false
	}
	if r.at == len(r.lines)-1 {
		r.lines[r.at] = typed
	}
	r.at = at
	return r.lines[at], true
}
