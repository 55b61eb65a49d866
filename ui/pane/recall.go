package pane

// A recall goes through the queries that were asked before, while the query line is open.
type recall struct {
	lines []string // oldest first; the last is what was typed before the recall began
	at    int
}

// open begins the recall after the lines, with what is typed as the last.
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
