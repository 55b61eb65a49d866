package dates

import (
	"slices"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/internal/century"
	"dateline/timeline/internal/guess"
	"dateline/timeline/lazyregexp"
)

// This file reads years that a program wrote as names of columns, which may not begin with a digit: X2013 and
// X2013.09.08 by R, _2013, y2013 and the like by others.

// named matches such a year or day.
var named = lazyregexp.New(`^(?i:x|y|yr[._]?|year[._]?|_)([12]\d{3})(?:([._])([01]\d)([._])([0-3]\d))?$`)

// asName reads a text as a year that was the name of a column. It is one where all that its column has are such.
func (d *Reader) asName(column, text string) (r Reading, ok bool) {
	if text == "" || text[0] >= '0' && text[0] <= '9' {
		return r, false
	}
	m := named().FindStringSubmatch(text)
	if m == nil || m[2] != m[4] || !guess.IsDated(column) && !meansEnd(column) {
		if strings.ContainsAny(text, "0123456789") { // a word, such as NA or a tag, says nothing of the others
			d.Seen.Column(column).Unnamed = true
		}
		return r, false
	}
	says := m[1]
	if m[3] != "" {
		says += "-" + m[3] + "-" + m[5]
	}
	date, ok := edtf.Read(says)
	if !ok {
		return r, false
	}
	d.Seen.Column(column).Named = true
	known := d.Known.Seen(column)
	first := known == (guess.Column{}) // what is read now is read again if the column does not agree
	if first || known.Named && !known.Unnamed && known.Beside == (century.Years{}) && known.Numbers == (guess.Numbers{}) {
		return Reading{Date: date, Text: text, Odd: true, How: ", as a year that was the name of a column"}, true
	}
	r = d.asWritten(column, text)
	r.Hangs = true
	return r, true
}

// meansEnd reports whether a key means the end of what lasts.
func meansEnd(column string) bool {
	return slices.ContainsFunc(guess.Meant(column), func(m guess.Meaning) bool { return m.Role == guess.End })
}
