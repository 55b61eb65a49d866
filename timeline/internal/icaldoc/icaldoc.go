// Package icaldoc reads calendars in iCalendar, as of RFC 5545: each event, task and journal entry becomes a map in the
// words of a record, whose other properties are kept under their own names in lower case.
//
//	head := icaldoc.Each(in, text, &problems, func(event *yaml.Node) bool {
//		… // {title: One talk, date: 2025-01-01, end: 2025-01-02, location: Lisbon}
//		return true
//	})
//
// DTEND of whole days is the day after the last one; end is the last. A rule of recurrence becomes a note in words, and
// the event is its first occurrence. Alarms and the like are maps under their names. A time zone that the machine does
// not know is as the calendar describes it.
//
// Entries are read one by one, and the nodes of one are used again for the next. Their texts are all that a property
// says: nothing in them is a comment of YAML, and none is null. The parameters of a property make a map of it, with its
// value, but for those that are shown: the zone of a date, the name of a person, and what part they take. Where the
// value is under another key, they alone are a map, as in summary parameters.
//
// What dateline itself writes, as package ics does, has the exact date, type, status and actors in properties of its
// own, X-DATELINE-…. The date counts as long as start and end are those that it was written with.
//
// It uses no library: emersion/go-ical and arran4/golang-ical know no lines, end at the first one that is broken, and
// hold the whole calendar in memory. It imports diag and, for its type of node, yaml.v3.
package icaldoc

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// Is reports whether a text that begins so is a calendar.
func Is(begin string) bool {
	begin = strings.TrimLeft(begin, "\ufeff \t\r\n")
	for _, first := range []string{"BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VJOURNAL"} {
		if len(begin) >= len(first) && strings.EqualFold(begin[:len(first)], first) {
			return true
		}
	}
	return false
}

// Each reads a calendar and yields each of its entries as a map, until yield returns false. It reports what is broken,
// and what is in no map. The nodes of a map are used again after yield returns.
//
// head is a map of what the calendar says of itself, with title and description as a record has them.
//
// The text is clean, as package cleantext makes it.
func Each(in *diag.File, text string, problems *diag.List, yield func(event *yaml.Node) bool) (head *yaml.Node) {
	c := calendar{in: in, problems: problems, yield: yield, zones: map[string]*zone{}}
	c.head.begin(1, 1)
	r := reader{text: strings.TrimPrefix(text, "\ufeff")}
	first := strings.TrimLeft(r.text, " \t\r\n")
	if r.indented = isIndented(first); r.indented {
		above := strings.Count(r.text[:len(r.text)-len(first)], "\n")
		problems.Report(diag.Range{File: in, Line: above + 2},
			rule.BrokenCalendar, "the lines are indented, so each would be a part of the first; they are read without blanks",
			"take the blanks out")
	}
	for !c.stopped && r.next() {
		c.take(r.property())
	}
	if !c.stopped {
		c.end("")
		c.reportLeftOut()
	}
	c.head.close()
	return &c.head.node
}

// A calendar is a calendar that is read line by line.
type calendar struct {
	in       *diag.File
	problems *diag.List
	yield    func(*yaml.Node) bool
	stopped  bool // by yield
	ours     bool // whether dateline wrote it

	head    entry
	entry   entry  // in hand
	kind    string // of the entry, such as VEVENT; "" where none is in hand
	begun   property
	skipped []string // components around the line in hand that give no entry, the outermost first
	zones   map[string]*zone

	described described
	left      leftOut
}

// leftOut counts what gives no entry.
type leftOut struct {
	first diag.Range
	count int
}

// isEntry reports whether a component is an entry.
func isEntry(component string) bool {
	return component == "VEVENT" || component == "VTODO" || component == "VJOURNAL"
}

// take takes the next property.
func (c *calendar) take(p property) {
	switch {
	case p.name == "BEGIN":
		c.begin(p)
	case p.name == "END":
		c.end(strings.ToUpper(strings.TrimSpace(p.value)))
	case len(c.skipped) > 0 && len(c.entry.parts) == 0:
		c.takeZone(p)
	case p.name == "":
		c.broken(p)
	case len(c.entry.parts) > 0:
		c.entry.close()
		c.entry.keep(c, strings.ToLower(p.name), p, p.text())
	case c.kind != "":
		c.entry.take(c, p)
	default:
		c.takeHead(p)
	}
}

// begin begins a component.
func (c *calendar) begin(p property) {
	component := strings.ToUpper(strings.TrimSpace(p.value))
	switch {
	case component == "VCALENDAR":
		c.end("")
	case isEntry(component):
		c.end("")
		c.kind, c.begun = component, p
		c.entry.begin(p.line, 1)
	default:
		if component == "VTIMEZONE" {
			c.described = described{}
		}
		inEntry := c.kind != "" && component != "VTIMEZONE" && len(c.skipped) == len(c.entry.parts)
		if inEntry && len(c.skipped) < maxDepth {
			c.entry.beginPart(p)
		}
		if component != "VTIMEZONE" && len(c.skipped) == 0 && !inEntry {
			if c.left.count++; c.left.count == 1 {
				c.left.first = c.at(p)
			}
		}
		if len(c.skipped) == 1 && c.skipped[0] == "VTIMEZONE" {
			c.described.beginChange(component)
		}
		if len(c.skipped) < maxDepth {
			c.skipped = append(c.skipped, component)
		}
	}
}

// maxDepth is how deep components are in each other.
const maxDepth = 100

// end ends a component. "" ends whatever is open, at the beginning of another or at the end of the text.
func (c *calendar) end(component string) {
	if n := len(c.skipped); n > 0 && component != "" && component != c.kind && component != "VCALENDAR" {
		if c.skipped[n-1] == "VTIMEZONE" {
			c.describeZone()
		}
		if c.skipped = c.skipped[:n-1]; len(c.entry.parts) > n-1 {
			c.entry.endPart()
		}
		return
	}
	c.skipped = c.skipped[:0]
	if c.kind == "" {
		return
	}
	c.endParts(component)
	if component != c.kind {
		c.problems.Report(c.at(c.begun), rule.BrokenCalendar, "the entry does not end",
			"put a line END:"+c.kind+" after its last property")
	}
	event := c.entry.finish(c)
	c.kind = ""
	if event != nil && !c.yield(event) {
		c.stopped = true
	}
}

// endParts ends the components that are open when their entry ends, of which the outermost is reported
// where the entry has an end of its own.
func (c *calendar) endParts(component string) {
	for n := len(c.entry.parts); n > 0; n-- {
		if last := c.entry.parts[n-1].begun; n == 1 && component == c.kind {
			c.problems.Report(c.at(last), rule.BrokenCalendar, "this part of the entry does not end",
				"put a line END:"+strings.ToUpper(strings.TrimSpace(last.value))+" after its last property")
		}
		c.entry.endPart()
	}
}

// broken takes a line that is no property for more of the one above.
func (c *calendar) broken(p property) {
	if strings.TrimSpace(p.value) == "" {
		return
	}
	c.problems.Report(c.at(p), rule.BrokenCalendar, "this line has no property; it is taken for more of the one above",
		"begin it with a blank, or with a name and a colon")
	e := &c.entry
	if c.kind == "" {
		e = &c.head
	}
	e.goOn(c, p)
}

// takeHead takes a property of the calendar itself. Those of the format say nothing of it.
func (c *calendar) takeHead(p property) {
	key := strings.ToLower(p.name)
	switch p.name {
	case "VERSION", "CALSCALE", "METHOD":
		return
	case "PRODID":
		c.ours = strings.HasPrefix(p.value, "-//dateline//")
		return
	case "X-WR-CALNAME", "NAME":
		key = "title"
	case "X-WR-CALDESC", "DESCRIPTION":
		key = "description"
	}
	if c.head.has(key) && (key == "title" || key == "description") {
		key = strings.ToLower(p.name)
	}
	c.head.close()
	if title := c.head.value("title"); key != "title" && title == p.text() {
		return // which is the title in another property
	}
	if key == "title" || key == "description" {
		c.head.add(c, key, p, p.text())
		c.head.keepParams(c, p)
		return
	}
	c.head.keep(c, key, p, p.text())
}

func (c *calendar) reportLeftOut() {
	if c.left.count == 0 {
		return
	}
	count := c.left.count
	message := fmt.Sprintf("%d parts of the calendar are no events, and are left out; the first is here", count)
	if count == 1 {
		message = "this part of the calendar is no event, and is left out"
	}
	c.problems.Report(c.left.first, rule.KeyIgnored, message, "")
}

// at returns the range of the first line of a property.
func (c *calendar) at(p property) diag.Range { return c.in.RestRange(p.line, 1) }
