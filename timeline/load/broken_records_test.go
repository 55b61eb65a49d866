package load

import (
	"fmt"
	"slices"
	"strings"
)

// A soundRecord is a record of 40 events without a fault, line by line, before one of its lines is broken.
type soundRecord struct {
	lines  []string
	events []soundEvent
}

// A soundEvent says in which lines of a record an event is.
type soundEvent struct {
	from, to int   // its lines, of which the first is number 0
	fields   []int // the first line of each field
	nested   int   // a line within a list of its fields
}

// brokenEvents is the number of events of a record that is to be broken.
const brokenEvents = 40

// A shape is a way in which people write a record.
type shape struct {
	name       string
	head, tail string
	// event returns the fields of event n. List is put in front of the items of lists in it.
	event func(n int, list string) []string
}

// dateOf returns the date of event n.
func dateOf(n int) string { return fmt.Sprintf("2025-%02d-%02d", 1+n/28, 1+n%28) }

// shapes are the records that are broken. Each event has the fields by which the others are told from the broken one.
var shapes = []shape{
	{name: "plain", head: "title: A record", event: func(n int, list string) []string {
		return []string{
			"date: " + dateOf(n), fmt.Sprintf("title: Event %d", n), "actors: [Rubio, Yermak]",
			"tags:\n" + list + "- aid\n" + list + "- talks", "location: Kyiv",
		}
	}},
	{
		name: "sources in place", head: "title: A record\nactors:\n  - {id: yermak, name: Andriy Yermak, kind: person}",
		tail: "sources:\n  - {id: ki, title: An article}", event: func(n int, list string) []string {
			return []string{
				fmt.Sprintf("title: Event %d", n), "date: " + dateOf(n),
				"sources:\n" + list + "- title: \"Report: a call\"\n" + list + fmt.Sprintf("  url: https://a.example/%d?a=b#c\n", n) +
					list + "  published: 2025-09-08\n" + list + "- ki",
				"quotes:\n" + list + "- by: yermak\n" + list + "  text: 'it''s \"fine\"'\n" + list + "- {by: Rubio, text: yes}",
				"actors:\n" + list + "- yermak\n" + list + "- {actor: Rubio, role: host}", "tags: [aid, talks]",
			}
		},
	},
	{name: "anchors", head: "title: A record\ndefaults: &d {location: Kyiv, tags: [aid, talks]}\n" +
		"people: &ry [Rubio, Yermak]", event: func(n int, list string) []string {
		base := "*d"
		if n > 5 && n%2 == 1 {
			base = "*e5"
		}
		date, base := "date: "+dateOf(n), "<<: "+base
		if n == 5 {
			date = "&e5\n" + date
		}
		return []string{
			date, base, fmt.Sprintf("title: Event %d", n), "summary: &s" + fmt.Sprint(n) + " What was said", "actors: *ry",
			"notes:\n" + list + "- *s" + fmt.Sprint(n) + "\n" + list + "- other",
		}
	}},
	{name: "texts", head: "# A record of texts\ntitle: A record", event: func(n int, list string) []string {
		return []string{
			fmt.Sprintf("title: \"Event %d\"", n), "date: '" + dateOf(n) + "'",
			"summary: |\n  - date: 2025\n    title: no event\n\n  \"What: is said\n  # no comment",
			"tags: # words\n" + list + "- aid\n\n" + list + "- talks", "actors: [Rubio,\n  Yermak]",
			"notes:\n" + list + "- >-\n" + list + "  two lines\n" + list + "  of text\n" + list + "- \"a quotation\n" + list +
				"  of two lines\"", "location: over\n  two lines\n\n# a comment",
		}
	}},
	{name: "flow", head: "title: A record", event: func(n int, _ string) []string {
		fields := []string{
			"{date: " + dateOf(n) + ",", fmt.Sprintf("title: Event %d,", n), "actors: [Rubio, Yermak],",
			"sources: [{title: Report,\n  url: https://a.example},\n   {title: Other}],", "tags: [aid, talks]}",
		}
		if n%2 == 1 {
			return []string{strings.ReplaceAll(strings.Join(fields, " "), "\n", "")}
		}
		return fields
	}},
}

// indentations are where the list of events begins, and what comes after a hyphen.
var indentations = []struct{ item, hyphen, list string }{
	{"", "- ", ""}, {"  ", "- ", "  "}, {"    ", "-   ", "    "},
}

// write returns the record of a shape in an indentation.
func (s shape) write(indentation int) soundRecord {
	style := indentations[indentation]
	r := soundRecord{lines: append(strings.Split(s.head, "\n"), "events:")}
	for n := range brokenEvents {
		e := soundEvent{from: len(r.lines)}
		indent := style.item + style.hyphen
		for _, field := range s.event(n, style.list) {
			e.fields = append(e.fields, len(r.lines))
			for i, line := range strings.Split(field, "\n") {
				if i > 0 && e.nested == 0 {
					e.nested = len(r.lines)
				}
				r.lines = append(r.lines, strings.TrimRight(indent+line, " "))
				indent = style.item + strings.Repeat(" ", len(style.hyphen))
			}
		}
		e.to = len(r.lines)
		e.nested = max(e.nested, e.from)
		r.events = append(r.events, e)
	}
	if s.tail != "" {
		r.lines = append(r.lines, strings.Split(s.tail, "\n")...)
	}
	return r
}

// A spot is where in a record the line is broken.
type spot struct {
	event int
	field spotField
	side  spotSide
}

type spotField int

const (
	firstField spotField = iota
	middleField
	lastField
	nestedField
)

type spotSide int

const (
	before spotSide = iota
	within
	after
)

var spots = []spot{
	{0, firstField, before},
	{0, firstField, within},
	{0, middleField, after},
	{1, firstField, after},
	{1, lastField, within},
	{20, firstField, before},
	{20, middleField, within},
	{20, nestedField, within},
	{20, lastField, after},
	{39, firstField, within},
	{39, middleField, before},
	{39, lastField, after},
}

func (s spot) String() string {
	return fmt.Sprintf("%s the %s field of event %d", [...]string{"before", "within", "after"}[s.side],
		[...]string{"first", "middle", "last", "nested"}[s.field], s.event)
}

// find returns the line that is broken, and the one above which a line is put in.
func (s spot) find(r soundRecord) (line, above int) {
	e := r.events[s.event]
	if s.field == nestedField {
		return e.nested, e.nested
	}
	n := [...]int{0, len(e.fields) / 2, len(e.fields) - 1}[s.field]
	from, to := e.fields[n], e.to
	if n+1 < len(e.fields) {
		to = e.fields[n+1]
	}
	switch s.side {
	case before:
		return from, from
	case within:
		return from, min(from+1, to)
	}
	for to > from+1 && isComment(r.lines[to-1]) {
		to--
	}
	return to - 1, to
}

func isComment(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#'
}

// broken returns the lines of a record with some in the place of those from to to.
func (r soundRecord) broken(from, to int, by []string) []string {
	return slices.Concat(r.lines[:from], by, r.lines[to:])
}
