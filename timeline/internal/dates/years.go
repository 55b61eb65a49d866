package dates

import (
	"strconv"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/guess"
)

// This file reads spans of years whose last has two digits, such as 2009-10, where they may be something else.

// twoYears reads such a span under a key that means years. Under any other EDTF stands, which has a month there, or a
// season. A column with months has them under any key, unless one of its values can only be years.
func (d *Reader) twoYears(key, column, text string) (r Reading, ok bool) {
	first, last, mark := endsOfYears(text)
	if first == "" {
		return r, false
	}
	isMonth, isTurn := last > "00" && last <= "12", last == "00"
	years := written.Years(first + "-" + last)
	if years == "" || !guess.IsYears(key) && !isTurn {
		return r, false
	}
	seen, known := d.Seen.Column(column), d.Known.Seen(column)
	isEnd := isTurn && !guess.IsYears(key) && guess.HasWord(key, "start", "begin", "from", "end", "to", "until")
	seen.Shared = seen.Shared || isMonth || isTurn && !isEnd
	seen.Spans = seen.Spans || !isMonth && !isTurn
	if isMonth { // 2009-10 and 2009-11 are months of one year
		pair, _ := strconv.Atoi(first + last)
		seen.Months = seen.Months || seen.Pair != pair && seen.Pair/100 == pair/100
		seen.Pair = pair
	}
	switch {
	case isEnd: // of a span, whose month is not known
		years = first
	case !isMonth && !isTurn || !known.Months || known.Spans:
	case isTurn:
		years = first
	default:
		return r, false
	}
	years = strings.ReplaceAll(years, "/", mark+"/") + mark
	d.NoteYears(column, years)
	date, err := edtf.Parse(years)
	return Reading{Date: date, Text: text, Odd: true}, err == nil
}

// endsOfYears returns the year with which a text begins and the two digits that end it after a hyphen, a dash or a
// slash, with the mark of doubt of EDTF after them. It returns "" for any other text.
func endsOfYears(text string) (first, last, mark string) {
	const shortest, longest = len("2020-21"), len("2020—21?")
	if len(text) < shortest || len(text) > longest {
		return "", "", ""
	}
	if end := len(text) - 1; strings.IndexByte("?~%", text[end]) >= 0 {
		text, mark = text[:end], text[end:]
	}
	first, last = text[:4], text[len(text)-2:]
	if len(text) < shortest || !guess.IsDigits(first) || !guess.IsDigits(last) {
		return "", "", ""
	}
	switch text[4 : len(text)-2] {
	case "-", "–", "—", "/":
		return first, last, mark
	}
	return "", "", ""
}

// noteMonth notes what the month or the part of a year in a date of EDTF shows of its column.
func (d *Reader) noteMonth(column, text string) {
	if len(text) < len("1998-02") || text[4] != '-' || len(text) > len("1998-02") && text[7] != '-' {
		return
	}
	seen, month := d.Seen.Column(column), text[5:7]
	switch mayBe := written.MayBeYears(text); {
	case month <= "12" && !mayBe:
		seen.Months = true
	case month <= "12":
		seen.Either = true
	case month > "32" && mayBe: // a season is more likely than a quarter
		seen.Parts = true
	}
}

// isWholeSpan reports whether a text is two whole years with a hyphen or a dash between them.
func isWholeSpan(text string) bool {
	first, last := text[:min(4, len(text))], text[max(0, len(text)-4):]
	if !guess.IsDigits(first) || !guess.IsDigits(last) || len(text) < len("1837-1901") {
		return false
	}
	switch strings.TrimSpace(text[4 : len(text)-4]) {
	case "-", "–", "—":
		return true
	}
	return false
}

// orYears returns the years that a text which EDTF reads may be, as others of its column are, and "" where there are
// none. Under a key that means years they may be in two centuries, as 1837-01 is.
func (d *Reader) orYears(column, text string) string {
	known := d.Known.Seen(column)
	if len(text) != len("1910-12") || !known.Spans && !known.AreLikelyYears() {
		return ""
	}
	first, last, _ := endsOfYears(text)
	if first == "" || text[4] != '-' {
		return ""
	}
	years := written.Years(text)
	if century, err := strconv.Atoi(first[:2]); years == "" && err == nil && known.Spans && guess.IsYears(column) {
		years = first + "/" + strconv.Itoa(century+1) + last
	}
	return years
}
