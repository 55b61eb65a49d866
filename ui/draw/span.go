package draw

import (
	"strings"
	"unicode"

	"dateline/timeline/sanitize"
)

// A Span is a run of text in one style. Its text is data and may be hostile: Theme.Draw makes it visible before it is
// written, so no span can carry an escape sequence to the terminal.
type Span struct {
	Text  string
	Style Style
}

// Span returns text in style s.
func (s Style) Span(text string) Span { return Span{Text: text, Style: s} }

// Plain returns text in the terminal's own style.
func Plain(text string) Span { return Span{Text: text} }

// Runs gather the spans of rows that are made cell by cell. The zero value is ready.
type Runs struct {
	text  strings.Builder
	ends  []int // of the runs in text
	style []Style
	out   []Span
}

// Add appends text, to the run before where that has its style.
func (r *Runs) Add(text string, st Style) {
	r.text.WriteString(text)
	if n := len(r.ends) - 1; n >= 0 && r.style[n] == st {
		r.ends[n] = r.text.Len()
		return
	}
	r.ends, r.style = append(r.ends, r.text.Len()), append(r.style, st)
}

// AddColumn appends text as [AppendColumn] appends it.
func (r *Runs) AddColumn(text string, st Style) {
	if !rightToLeft(text) {
		r.Add(text, st)
		return
	}
	r.Add("", isolate)
	r.Add(text, st)
	r.Add("", endIsolate)
}

// Spans returns the runs of a row, which hold until it is called again. The next row begins empty.
func (r *Runs) Spans() []Span {
	text, from := r.text.String(), 0
	r.out = r.out[:0]
	for n, end := range r.ends {
		r.out = append(r.out, Span{text[from:end], r.style[n]})
		from = end
	}
	r.text.Reset()
	r.ends, r.style = r.ends[:0], r.style[:0]
	return r.out
}

// SpanCells returns the width of all spans together, in cells.
func SpanCells(spans []Span) int {
	n := 0
	for _, s := range spans {
		n += Cells(s.Text)
	}
	return n
}

// Marks of a text that reads from right to left, as styles, since data can carry none: what is between them is
// ordered by itself (bidi isolates, without width), so that a row's columns stay where they are.
const (
	isolate    Style = "\u2068"
	endIsolate Style = "\u2069"
)

// AppendColumn appends a column of spans to a row. Where it has right-to-left text it is kept together, so that the
// columns after it stay in their cells.
func AppendColumn(row []Span, column ...Span) []Span {
	for _, s := range column {
		if rightToLeft(s.Text) {
			return append(append(append(row, Span{Style: isolate}), column...), Span{Style: endIsolate})
		}
	}
	return append(row, column...)
}

// rightToLeft reports whether s has letters of a script that is written from right to left, or digits that follow them.
func rightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko,
			unicode.Adlam)
	})
}

// Marked returns a name in at most w cells with some of its bytes in another style.
func Marked(name string, ranges [][2]int, w int, base, match Style, more string) []Span {
	shown := sanitize.Line(name)
	short := Cut(shown, w, more)
	if shown != name || len(ranges) == 0 { // the bytes are others
		return []Span{base.Span(short)}
	}
	end := len(short)
	if short != shown {
		end -= len(more)
	}
	var spans []Span
	at := 0
	for _, r := range ranges {
		from, to := max(r[0], at), min(r[1], end)
		if from >= to {
			continue
		}
		spans = append(spans, base.Span(short[at:from]), match.Span(short[from:to]))
		at = to
	}
	return append(spans, base.Span(short[at:]))
}
