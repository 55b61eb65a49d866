package yamldoc

// divider goes through lines that divide documents or are directives, with the blank ones between. Within an item it
// takes them out.
func (m *mender) divider(i int) int {
	end, markers, text := i, 0, false
	for n := i; n < len(m.lines); n++ {
		line := m.lines[n]
		switch {
		case isMarker(line):
			end, markers = n+1, markers+1
			text = text || !isBlank(line[3:])
		case line[0] == '%':
			end = n + 1
		case !isBlank(line):
			n = len(m.lines)
		}
	}
	if !m.isWithin(end, markers > 0, text) {
		m.document()
		return end
	}
	message, hint := "this line divides documents, in the middle of a list", "take it out"
	if markers == 0 {
		message = "this is no directive, in the middle of a list"
	}
	m.note(i, message, hint)
	for n := i; n < end; n++ {
		m.lines[n] = lineEnd(m.lines[n])
	}
	return end
}

// isWithin reports whether what comes from line end on goes on with the list above a divider. Marked is set if that
// divides documents, and text if there is more in its lines.
func (m *mender) isWithin(end int, marked, text bool) bool {
	first, n := m.below(end - 1)
	switch {
	case n == len(m.lines):
		return false
	case m.indent < 0:
		return m.open && first.item && (m.events || !marked && !m.keyed)
	case m.item < 0:
		return false
	}
	if !marked {
		return true
	}
	if first.indent > 0 && !first.item && first.indent == m.fields(m.item, m.indent) ||
		text && first.item && first.indent == m.indent {
		return true
	}
	if first.indent == 0 && !(first.item && m.indent == 0) {
		return false
	}
	for next := first; n < len(m.lines) && !isMarker(m.lines[n]); next, n = m.below(n) {
		if next.indent < first.indent || first.indent == 0 && m.isKey(next, n) {
			return true // there is no such document
		}
	}
	return false
}
