package chronicle

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/lazyregexp"
	"dateline/timeline/markup"
)

// This file finds days that have no year anywhere, and what else the page says, which may name it.

// lacksYear notes a text that begins with a day or a month and has no year anywhere.
func (r *reader) lacksYear(s sibling, said string) {
	const most = 5000 // are looked at
	if len(r.yearless) == most || !strings.ContainsAny(said, "0123456789") {
		return
	}
	of := s.of.list
	if s.of.level > 0 {
		of = -(s.of.level + 8*(s.of.parent+1)) // no number of a list
	}
	if m := dotted().FindStringSubmatch(said); m != nil && r.isDate(m[2]+"2004") { // which has each day
		r.yearless = append(r.yearless, Line{Number: r.above + s.line + 1, Text: m[2], Of: of})
		return
	}
	all, link := r.isDate, r.link
	defer func() { r.isDate, r.link = all, link }()
	for year := 2001; year <= 2011; year++ { // of which one has the day of the week
		r.isDate = func(text string) bool {
			return strings.ContainsAny(text, "0123456789") && !all(text) && all(InYear(text, strconv.Itoa(year)))
		}
		if date, _ := r.split(r.spaced(said), false); date != "" {
			r.yearless = append(r.yearless, Line{Number: r.above + s.line + 1, Text: date, Of: of})
			return
		}
	}
}

// dotted matches a text that begins with a day and a month as in 25.3., with signs of Markdown before them.
var dotted = lazyregexp.New(`^([*_(\[]*)(\d{1,2}\.\s?\d{1,2}\.)([^\d.].*|)$`)

// InYear returns a date without a year with the year that it has.
func InYear(date, year string) string {
	switch {
	case dotted().MatchString(date):
		return date + year
	case strings.Contains(date, "月"):
		return year + "年" + date
	}
	return fmt.Sprint(date, ", ", year)
}

// around returns the lines that are neither below headings of days without a year nor in lists of such.
func (r *reader) around() (lines []Line) {
	if len(r.yearless) == 0 {
		return nil
	}
	days := make(map[int]bool, len(r.yearless))
	for _, day := range r.yearless {
		days[day.Number-r.above-1] = true
	}
	const outside, inList = -1, 0
	within := outside // or the level of a heading
	for i, line := range r.lines {
		level := headingLevel(line)
		isList := strings.TrimSpace(line) == "" || strings.IndexByte(" \t", line[0]) >= 0 || bulletWidth(line) > 0
		switch {
		case days[i]:
			within = level
			continue
		case level > 0 && (within == inList || level <= within), within == inList && !isList:
			within = outside
		}
		if within == outside {
			lines = append(lines, Line{Number: r.above + i + 1, Text: markup.Plain(line), Of: level})
		}
	}
	return lines
}
