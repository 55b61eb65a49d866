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
	s.history = slices.DeleteFunc(s.history, func(one string) bool { return one == query })
	s.history = append(s.history, query)
}
