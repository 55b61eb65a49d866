// Package chronicle finds the events of a Markdown page that is a chronicle and has no fields: in headings, in items of
// lists and in tables that begin with a date, or headings that end with one.
//
//	## 2026-08-22 — A model escapes    an event, with the text below it as its summary
//	## v5.7.0 2023 December 29         an event as well
//	- **1606:** Janszoon sees land     an event
//	| Date | Event |                   each row of the table is an event
//	## 1999                            the date of each item of the list below it
//	**May 2001**                       a heading as well, where it stands alone
//
//	page := chronicle.Read(text, 0, isDate, isDateKey)
//	page.Events // maps of date, title and summary, or of what the head of a table says, with their lines
//	page.Rest   // the lines that are in none of them
//
// A year alone is a date only where a colon or a dash, bold type or brackets set it apart: "1984 was a year" is none.
// What looks like a date and is none, such as 30 February, is an event with that date where a sibling has one; items
// beside dated ones that begin with none are counted. A month or day has its year or month from the headings above it.
// A heading over events of its own is no event but their tag. What a date is it is told. It is no parser of Markdown:
// it looks at lines, knows fences, and nothing of quotations and HTML. It imports edtf and written to tell what lies in
// a month, markup, and yaml.v3 for its nodes.
package chronicle

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/markup"
)

// A Page is what a text holds.
type Page struct {
	Title  string       // the heading of the first level with which it begins, if that has no date
	Events []*yaml.Node // in the order of the text
	Rest   string       // the lines that are in no event
	Other  []int        // the lines of Rest that are items of lists of events, and begin with no date
	Joined int          // how many dates have their month, or the year of a month or a span, from the headings above
	Day    *yaml.Node   // the whole as one event, if it begins with a heading that has a day, such as minutes; else nil
	Table  []*yaml.Node // those of Events that are rows of tables whose first column says when
	Like   []int        // the lines of headings and items that begin with a number as long as that of a year, and no date

	Yearless []Line // the dates without a year with which headings and items begin
	Around   []Line // where there are such: the lines that are neither in these headings nor in their lists
}

// A Line is a text of a line, which belongs with others of one level or list.
type Line struct {
	Number int // from 1, with the lines above
	Text   string
	Of     int
}

// Read reads a text that has so many lines above it. isDate reports whether a text is a date, and isDateKey whether the
// head of a column says that the column has dates.
func Read(text string, above int, isDate, isDateKey func(text string) bool) Page {
	return ReadIn(nil, text, above, isDate, isDateKey)
}

// ReadIn is Read for a text of which some lines begin with days without a year, whose years it is given by the numbers
// of these lines.
func ReadIn(years map[int]int, text string, above int, isDate, isDateKey func(text string) bool) Page {
	r := reader{isDate: isDate, isDateKey: isDateKey, above: above, years: years}
	lines := strings.Split(text, "\n")
	headBold(lines, isDate)
	page := r.page(lines)
	if moved := dedented(lines); moved != nil {
		if other := r.page(moved); len(other.Events) > len(page.Events) {
			return other
		}
	}
	return page
}

// page returns what lines hold.
func (r reader) page(lines []string) Page {
	begin := r
	begin.lines, begin.list = lines, 1
	r = begin
	if meant, _ := r.read().judged(); len(meant) > 0 {
		r = begin
		r.meant = meant
		r.read()
	}
	_, other := r.judged()
	if r.within && len(r.events) > 0 {
		r.day = nil
	}
	return Page{
		Title: r.title, Events: r.events, Rest: strings.TrimSpace(strings.Join(r.rest, "\n")), Other: other, Day: r.day,
		Table: r.rows, Like: r.like(), Joined: r.joined, Yearless: r.yearless, Around: r.around(),
	}
}

// read reads all lines.
func (r *reader) read() *reader {
	for r.at < len(r.lines) {
		r.next()
	}
	r.close(0)
	return r
}

// A reader reads lines.
type reader struct {
	isDate, isDateKey func(string) bool

	above  int // lines before the first
	lines  []string
	at     int // the line in hand
	title  string
	day    *yaml.Node
	within bool         // whether the date of that day is among the words of its heading
	rows   []*yaml.Node // events of tables whose first column says when
	link   string       // the address that the date read last leads to, if any
	began  bool         // whether a heading was met
	events []*yaml.Node
	rest   []string
	open   []section // headings, outer ones first

	meant    map[int]bool // lines that begin with what is meant as a date
	siblings []sibling    // the items and headings so far
	list     int          // the number of the list in hand
	yearless []Line
	years    map[int]int // of the days without a year that begin lines
	joined   int         // dates that have a month, or the year of a month, from above
	hand     int         // the line whose text is being split, from 0
}

// A section is a heading with what is below it.
type section struct {
	level, line int
	name        string // the heading as it is written
	date, title string // where it has a date
	link        string // of its date
	body        []string
	said        bool // whether body has more than empty lines
	before      int  // how many events there were before it
	items       int  // how many events of its list there are
	tagged      bool // whether an event has its name as a tag
}

// next reads the line in hand, and those that belong to it.
func (r *reader) next() {
	line := strings.TrimRight(r.lines[r.at], " \t\r")
	level := headingLevel(line)
	r.hand = r.at
	switch {
	case isFence(line):
		r.list++
		r.fence()
	case level > 0:
		r.list++
		r.heading(level, strings.Trim(line, "# \t"))
		r.at++
	case r.at+1 < len(r.lines) && strings.Contains(line, "|") && isRule(r.lines[r.at+1]):
		r.list++
		r.table()
	case line != "" && strings.IndexByte(" \t>", line[0]) < 0:
		r.item(line)
	default:
		r.keep(line)
		r.at++
	}
}

// headingLevel returns the level of a heading, and 0 of any other line.
func headingLevel(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n > 6 || n == len(line) || n > 0 && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

func isFence(line string) bool {
	line = strings.TrimLeft(line, " ")
	return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
}

// fence keeps the lines of code, which hold no events.
func (r *reader) fence() {
	mark := strings.TrimLeft(r.lines[r.at], " ")[:3]
	for first := true; r.at < len(r.lines); first = false {
		line := strings.TrimRight(r.lines[r.at], " \t\r")
		r.keep(line)
		if r.at++; !first && strings.HasPrefix(strings.TrimLeft(line, " "), mark) {
			return
		}
	}
}

// keep takes a line that is no event into the summary of the one in hand.
func (r *reader) keep(line string) {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].date != "" && r.open[i].items == 0 {
			r.open[i].body = append(r.open[i].body, line)
			r.open[i].said = r.open[i].said || strings.TrimSpace(line) != ""
			return
		}
	}
	r.rest = append(r.rest, line)
}

// heading begins a section.
func (r *reader) heading(level int, text string) {
	r.close(level)
	s := section{level: level, line: r.at + 1, name: text, before: len(r.events)}
	s.date, s.title = r.splitIn(text, true)
	s.date, s.title = r.siblingHeading(level, text, s.date, s.title)
	s.link = r.link
	if first := !r.began; first {
		r.began = true
		if level == 1 && (len(s.date) >= len("1 May 2019") || r.isOfYear(text, s.date)) {
			r.day = r.whole(s.line, s.date, s.title)
		}
		if date := dayWithin(text); level == 1 && s.date == "" && date != "" && r.isDate(date) {
			r.within = true
			r.day = r.whole(s.line, date, text)
		}
		if level == 1 && s.date == "" {
			r.title = text
			s.name = "" // it is over all
		}
	}
	if s.date == "" && r.title != text && len(r.open) > 0 {
		r.keep(strings.TrimSpace(r.lines[r.at]))
	} else if s.date == "" && r.title != text {
		r.rest = append(r.rest, strings.TrimSpace(r.lines[r.at]))
	}
	r.open = append(r.open, s)
}

// isOfYear reports whether a page is about what happened in the year that a dash sets apart in its first heading: the
// text below says so too, with a month or a word such as in before the year. It is none of a book called "1984 – …".
func (r *reader) isOfYear(heading, year string) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(heading, year), " ")
	if len(year) != len("1774") || longestNumber(year) != len(year) || strings.TrimLeft(rest, "-–—") == rest {
		return false
	}
	words := strings.Fields(markup.Plain(strings.Join(r.lines[r.at+1:], " ")))
	for i, word := range words {
		if i == 0 || trimmed(strings.TrimSuffix(word, "'s")) != year {
			continue
		}
		switch before := strings.ToLower(trimmed(words[i-1])); before {
		case "in", "since", "during", "until", "by", "early", "late", "im", "jahr", "seit", "en", "nel":
			return true
		default:
			if isMonth(before) {
				return true
			}
		}
	}
	return false
}

// close ends the sections of that level and above. A dated one is an event, unless events were found in it.
func (r *reader) close(level int) {
	for n := len(r.open); n > 0 && r.open[n-1].level >= level; n-- {
		s := r.open[n-1]
		r.open = r.open[:n-1]
		body := strings.TrimSpace(strings.Join(s.body, "\n"))
		switch {
		case s.date == "" || s.title == "" && body == "":
		case len(r.events) > s.before:
			if !s.tagged && s.title != "" {
				r.rest = append(r.rest, s.name)
			}
			r.rest = append(r.rest, s.body...)
		default:
			r.link = s.link
			r.add(s.line, s.date, s.title, body)
		}
	}
}

// add adds an event.
func (r *reader) add(line int, date, title, summary string) {
	const longTitle = 160 // bytes from which on a text gets its title from its first words
	if len(title) > longTitle {
		title, summary = "", strings.TrimSpace(title+"\n"+summary)
	}
	event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: r.above + line, Column: 1}
	put(event, "date", date)
	put(event, "title", title)
	put(event, "summary", summary)
	put(event, "link", r.link)
	r.tag(event)
	r.events = append(r.events, event)
}

// longTag is how many bytes of a heading are a tag: each event below it has it.
const longTag = 160

// tag gives an event the heading that it is below, if that is no date.
func (r *reader) tag(event *yaml.Node) {
	for i := len(r.open) - 1; i >= 0; i-- {
		if s := r.open[i]; s.name != "" && len(s.name) <= longTag && (s.date == "" || s.title != "") {
			r.open[i].tagged = true
			tag := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s.name, Line: event.Line, Column: 1}
			event.Content = append(event.Content, text("tags", event.Line),
				&yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: event.Line, Column: 1, Content: []*yaml.Node{tag}})
			return
		}
	}
}

// put gives a map a key and a text, if there is one.
func put(n *yaml.Node, key, value string) {
	if value != "" {
		n.Content = append(n.Content, text(key, n.Line), text(value, n.Line))
	}
}

func text(value string, line int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: line, Column: 1}
}
