package draw

import "strings"

// Rows write the rows of a pane, one after the other, from the top.
type Rows struct {
	th     *Theme
	w, h   int
	padded bool
	text   strings.Builder
	rows   []string
}

// Rows returns the writer of at most h rows of at most w cells. Only a row that has a style of its own is padded to w.
func (t *Theme) Rows(w, h int) Rows {
	return Rows{th: t, w: w, h: h, rows: make([]string, 0, max(h, 0))}
}

// Padded returns the writer of at most h rows of w cells, for a pane that has another to its right.
func (t *Theme) Padded(w, h int) Rows {
	r := t.Rows(w, h)
	r.padded = true
	return r
}

// Add writes a row. A row style, such as that of the selected row, is the ground under the styles of its spans; it is
// "" for none. What there is no room for is dropped.
func (r *Rows) Add(row Style, spans ...Span) {
	if r.Full() {
		return
	}
	r.text.Reset()
	r.th.Draw(&r.text, spans, r.w, row, r.padded || row != "")
	r.rows = append(r.rows, r.text.String())
}

// Len returns how many rows are written.
func (r *Rows) Len() int { return len(r.rows) }

// Full reports whether there is no room for another row.
func (r *Rows) Full() bool { return len(r.rows) >= r.h }

// Strings returns the rows, as a terminal shows them.
func (r *Rows) Strings() []string { return r.rows }
