// Package ics writes events as a calendar in iCalendar (RFC 5545), for the programs that show one.
//
//	left, err := ics.Write(os.Stdout, x, selection, ics.Options{})
//
// A calendar knows whole days and times, of the years 1 to 9999. What is less exact than a day lasts from the first day
// that it may have been to the last; what goes on, or has no known start, is at the end that is known. What says just
// as much as the record is a property of our own beside that, X-DATELINE-EDTF, which says for which dates of the
// calendar it holds: package icaldoc reads it unless a program moved the event. Type, status and actors have such
// properties too, since ATTENDEE would invite them by mail.
//
// It is written by hand: arran4/golang-ical ends lines by LF alone unless told otherwise, mangles PRODID, and holds the
// whole calendar in memory. DTSTAMP should be when the entry was made, which no record knows and no two copies of a
// file agree on: it is the first day of the event, so that the same record makes the same bytes.
package ics

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/publish/paragraph"
	"dateline/timeline/sanitize"
)

// Options are what of a record is written besides its events.
type Options struct {
	Headless bool              // what the record says of itself is left out
	Notes    map[string]string // lines of the reader's own, by id of the event
}

// Write writes the events of s, and returns in words which are left out, "" for none. The error is that of the writer.
func Write(w io.Writer, x *index.Index, s index.Selection, o Options) (left string, err error) {
	c := writer{out: bufio.NewWriterSize(w, 64<<10), t: x.Timeline(), notes: o.Notes, domain: domainOf(x.Timeline())}
	c.put("BEGIN", "VCALENDAR")
	c.put("VERSION", "2.0")
	c.put("PRODID", "-//dateline//dateline//EN")
	c.put("CALSCALE", "GREGORIAN")
	if !o.Headless {
		c.text("X-WR-CALNAME", c.t.Title())
		c.text("X-WR-CALDESC", c.t.Description())
	}
	for n := range s.Len() {
		c.event(s.At(n))
	}
	c.put("END", "VCALENDAR")
	return c.left(), c.out.Flush()
}

// A writer writes a calendar.
type writer struct {
	out     *bufio.Writer
	t       *timeline.Timeline
	notes   map[string]string
	domain  string         // that ids have after them
	e       timeline.Event // in hand
	undated int            // events that have no date, …
	beyond  int            // … and those before the year 1 or after 9999
}

// domainOf returns what tells the ids of a record from those of others in one calendar: two records may each have an
// event called "first". It is the same each time the record is written, as long as its title is.
func domainOf(t *timeline.Timeline) string {
	sum := sha256.Sum256([]byte(t.Title()))
	return "@" + hex.EncodeToString(sum[:6]) + ".dateline"
}

// left returns in words which events are left out.
func (c *writer) left() string {
	var all []string
	if c.undated > 0 {
		all = append(all, diag.Plural(c.undated, "event")+" without a date")
	}
	if c.beyond > 0 {
		all = append(all, diag.Plural(c.beyond, "event")+" before the year 1 or after 9999")
	}
	return strings.Join(all, " and ")
}

// event writes event i, unless a calendar has no place for it.
func (c *writer) event(i int) {
	date := c.t.Date(i)
	when, ok := whenOf(date)
	switch {
	case date.IsZero():
		c.undated++
		return
	case !ok:
		c.beyond++
		return
	}
	c.t.Read(i, &c.e)
	e := &c.e
	c.put("BEGIN", "VEVENT")
	c.text("UID", e.ID+c.domain)
	c.put("DTSTAMP", when.stamp)
	c.put("DTSTART"+when.kind, when.start)
	exact := "X-DATELINE-EDTF;X-START=" + when.start
	if when.end != "" {
		c.put("DTEND"+when.kind, when.end)
		exact += ";X-END=" + when.end
	}
	c.text(exact, plain(date.EDTF()))
	c.text("SUMMARY", e.Title)
	c.text("LOCATION", e.Location)
	c.put("TRANSP", "TRANSPARENT") // what happened makes nobody busy
	if e.Status == "confirmed" {
		c.put("STATUS", "CONFIRMED")
	} else {
		c.text("X-DATELINE-STATUS", e.Status)
	}
	c.text("X-DATELINE-TYPE", e.Type)
	c.categories()
	for _, part := range e.Actors {
		c.text("X-DATELINE-ACTOR", c.t.ActorName(part.Actor))
	}
	c.texts(when.vague)
	c.put("END", "VEVENT")
}

// categories writes the type and the tags of the event in hand.
func (c *writer) categories() {
	var all []string
	for _, one := range append([]string{c.e.Type}, c.e.Tags...) {
		if one = escaped(one); one != "" {
			all = append(all, one)
		}
	}
	if len(all) > 0 {
		c.put("CATEGORIES", strings.Join(all, ","))
	}
}

// texts writes what else the event in hand says, and the first address of the web that it cites. Where the calendar
// cannot say when it was, the text begins with that.
func (c *writer) texts(vague bool) {
	var lines []string
	if vague {
		lines = append(lines, "When: "+c.e.Date.String())
	}
	web := ""
	for _, p := range paragraph.Of(c.t, &c.e, c.notes[c.e.ID]) {
		lines = append(lines, p.Line())
		if web == "" {
			web = p.Web
		}
	}
	c.text("DESCRIPTION", strings.Join(lines, "\n\n"))
	if web != "" {
		c.put("URL", web)
	}
}

// text writes a property whose value is text, and none where that is empty.
func (c *writer) text(name, value string) {
	if value = escaped(value); value != "" {
		c.put(name, value)
	}
}

// escapes are of what has a meaning in a text.
var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// escaped returns a text of the record as a property has it.
func escaped(s string) string { return escapes.Replace(strings.TrimSpace(sanitize.Text(s))) }

// longest is how many bytes a line has at most, without its end.
const longest = 75

// put writes a property, folded into lines between characters.
func (c *writer) put(name, value string) {
	line := name + ":" + value
	for room := longest; len(line) > room; room = longest - 1 {
		end := room
		for !utf8.RuneStart(line[end]) {
			end--
		}
		fmt.Fprintf(c.out, "%s\r\n ", line[:end])
		line = line[end:]
	}
	c.out.WriteString(line + "\r\n")
}

// plain returns a date in EDTF so that it is no other date in a file of others: a century or decade of two or three
// digits, such as 19 and 194, may be a day or a year there, and 19XX and 194X may not.
func plain(text string) string {
	const year = len("1945")
	if n := len(strings.TrimRight(text, "~?%")); n < year && !strings.ContainsAny(text[:n], "-/.Y") {
		return text[:n] + strings.Repeat("X", year-n) + text[n:]
	}
	return text
}
