package session

import "slices"

// remember keeps a query for recall, in memory only.
func (s *Session) remember(query string) {
	if query == "" {
		return
	}
	s.queries = slices.DeleteFunc(s.queries, func(one string) bool { return one == query })
	push(&s.queries, query)
}

// EarlierQueries returns the queries that can be asked again: the saved views, and after them what was asked today.
func (s *Session) EarlierQueries() []string {
	var lines []string
	for _, v := range s.saved.Views {
		if !slices.Contains(s.queries, v.Query) {
			lines = append(lines, v.Query)
		}
	}
	return append(lines, s.queries...)
}
