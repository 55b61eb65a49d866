package icaldoc

import (
	"cmp"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
)

// This file makes a map of the properties of an entry.

// maxValues is the number of values of an entry. Each takes some 400 bytes.
const maxValues = 20_000

// An entry is a map that is being made.
type entry struct {
	node   yaml.Node
	whole  table        // makes node
	parts  []part       // that are open, the outermost first
	params table        // of the property in hand
	pool   []*yaml.Node // nodes of this entry and those before
	used   int          // nodes of this one
	full   bool         // whether there were too many values
	last   *yaml.Node   // that a line without a property goes on with …
	more   []byte       // … and its text with such lines

	start, end, due, duration, rrule, uid, recurrence, exact property
}

// begin empties an entry that begins at a place.
func (e *entry) begin(line, column int) {
	*e = entry{
		node:   yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: line, Column: column, Content: e.node.Content[:0]},
		whole:  e.whole,
		parts:  e.parts[:0],
		params: e.params,
		pool:   e.pool,
	}
	e.whole.begin(&e.node)
}

// new returns a node of a kind with a place.
func (e *entry) new(kind yaml.Kind, tag, value string, line, column int) *yaml.Node {
	if e.used == len(e.pool) {
		e.pool = append(e.pool, new(yaml.Node))
	}
	n := e.pool[e.used]
	e.used++
	*n = yaml.Node{Kind: kind, Tag: tag, Value: value, Line: line, Column: column, Content: n.Content[:0]}
	return n
}

func (e *entry) text(value string, p property) *yaml.Node {
	return e.new(yaml.ScalarNode, "!!str", value, p.at.line, p.at.column)
}

// value returns the text under a key, and "" where there is none.
func (e *entry) value(key string) string {
	if at, ok := e.whole.index[key]; ok {
		return e.node.Content[at].Value
	}
	return ""
}

func (e *entry) has(key string) bool { _, ok := e.whole.index[key]; return ok }

// room reports whether there is room for another value, and else says once that there is none.
func (e *entry) room(c *calendar, p property) bool {
	if e.used < 2*maxValues {
		return true
	}
	if !e.full {
		e.full = true
		c.problems.Report(c.at(p), rule.TooLarge,
			fmt.Sprintf("the entry has more than %d values; from here on they are left out", maxValues), "take some out")
	}
	return false
}

// add adds a value under a key; further ones make it a list. Nothing is added for an empty text.
func (e *entry) add(c *calendar, key string, p property, value string) {
	if value = strings.TrimSpace(value); value != "" && e.room(c, p) {
		e.last = e.text(value, p)
		e.put(key, p, e.last)
	}
}

// put puts a node under a key of the component in hand.
func (e *entry) put(key string, p property, value *yaml.Node) {
	if n := len(e.parts); n > 0 {
		e.putIn(&e.parts[n-1].table, key, p, value)
		return
	}
	e.putIn(&e.whole, key, p, value)
}

func (e *entry) putIn(t *table, key string, p property, value *yaml.Node) {
	at, ok := t.index[key]
	if !ok {
		t.index[key] = len(t.node.Content) + 1
		t.node.Content = append(t.node.Content, e.new(yaml.ScalarNode, "!!str", key, p.line, 1), value)
		return
	}
	before := t.node.Content[at]
	if before.Kind != yaml.SequenceNode {
		list := e.new(yaml.SequenceNode, "!!seq", "", before.Line, before.Column)
		list.Content = append(list.Content, before)
		t.node.Content[at], before = list, list
	}
	before.Content = append(before.Content, value)
}

// goOn adds a line to the text of the property before.
func (e *entry) goOn(c *calendar, p property) {
	if e.last == nil {
		e.add(c, "text", p, p.text())
		return
	}
	if len(e.more) == 0 {
		e.more = append(e.more, e.last.Value...)
	}
	if len(e.more)+len(p.value) <= maxLine {
		e.more = append(append(e.more, '\n'), p.text()...)
	}
}

// close ends the text of the property before.
func (e *entry) close() {
	if len(e.more) > 0 {
		e.last.Value = string(e.more)
		e.more = e.more[:0]
	}
	e.last = nil
}

// take takes a property of the entry.
func (e *entry) take(c *calendar, p property) {
	e.close()
	switch p.name {
	case "SUMMARY":
		e.only(c, "title", p)
	case "DESCRIPTION":
		e.only(c, "summary", p)
	case "LOCATION":
		e.only(c, "location", p)
	case "STATUS":
		e.only(c, "status", p)
		if e.last != nil && e.last.Value == strings.ToUpper(e.last.Value) {
			e.last.Value = strings.ToLower(e.last.Value)
		}
	case "CATEGORIES":
		for _, tag := range items(p.value) {
			if strings.TrimSpace(tag) != e.value("type") {
				e.add(c, "tags", p, tag)
			}
		}
		e.keepParams(c, p)
	case "URL":
		e.add(c, "sources", p, p.value)
		e.keepParams(c, p)
	case "ORGANIZER", "ATTENDEE":
		e.person(c, p)
	case "DTSTART":
		e.keepFirst(c, &e.start, p)
	case "DTEND":
		e.keepFirst(c, &e.end, p)
	case "UID":
		e.keepFirst(c, &e.uid, p)
	default:
		e.takeOwn(c, p)
	}
}

// takeOwn takes a property that is kept under its own name. Some also bear on the date of the entry or its notes.
func (e *entry) takeOwn(c *calendar, p property) {
	switch p.name {
	case "X-DATELINE-EDTF":
		e.keepFirst(c, &e.exact, p)
		return
	case "X-DATELINE-TYPE":
		e.only(c, "type", p)
		return
	case "X-DATELINE-STATUS":
		e.only(c, "status", p)
		return
	case "X-DATELINE-ACTOR":
		e.actor(c, p, e.text(p.text(), p))
		return
	case "DTSTAMP", "TRANSP":
		if c.ours { // which says nothing that the record does not
			return
		}
	case "DUE":
		e.remember(&e.due, p)
	case "DURATION":
		e.remember(&e.duration, p)
	case "RRULE":
		e.remember(&e.rrule, p)
	case "RECURRENCE-ID":
		e.remember(&e.recurrence, p)
	}
	e.keep(c, strings.ToLower(p.name), p, p.text())
}

func (e *entry) remember(to *property, p property) {
	if to.name == "" {
		*to = p
	}
}

// keepFirst remembers a property that an entry has once. Another one is kept under its own name.
func (e *entry) keepFirst(c *calendar, to *property, p property) {
	if to.name == "" && strings.TrimSpace(p.value) != "" {
		*to = p
		return
	}
	e.keep(c, strings.ToLower(p.name), p, p.text())
}

// only adds a value under a key that holds one. Another one is kept under its own name.
func (e *entry) only(c *calendar, key string, p property) {
	if e.has(key) {
		e.keep(c, "other "+strings.ToLower(p.name), p, p.text())
		return
	}
	e.add(c, key, p, p.text())
	e.keepParams(c, p)
}

// person adds who organises an event or takes part: by name, or else by address. An address beside a name is kept under
// the name of the property, with what else is said there, and so are rooms and things.
func (e *entry) person(c *calendar, p property) {
	key, address := strings.ToLower(p.name), strings.TrimSpace(p.text())
	name := unescape(p.param("CN"))
	switch strings.ToUpper(p.param("CUTYPE")) {
	case "ROOM", "RESOURCE":
		e.keep(c, key, p, strings.TrimSpace(name+" "+address), "CN")
		return
	}
	mail := address
	if len(mail) > 7 && strings.EqualFold(mail[:7], "mailto:") {
		mail = mail[7:]
	}
	role, used := "", "CN"
	switch {
	case p.name == "ORGANIZER":
		role = "organizer"
	case strings.EqualFold(p.param("ROLE"), "CHAIR"):
		role, used = "chair", "ROLE"
	case strings.EqualFold(p.param("PARTSTAT"), "DECLINED"):
		role, used = "declined", "PARTSTAT"
	}
	all := e.paramsOf(c, p, []string{"CN", used})
	if name = cmp.Or(name, mail); all != nil || !strings.EqualFold(name, mail) {
		e.keepWith(c, key, p, address, all)
	}
	if name == "" || !e.room(c, p) {
		return
	}
	actor := e.text(name, p)
	if role != "" {
		part := e.new(yaml.MappingNode, "!!map", "", p.at.line, p.at.column)
		part.Content = append(part.Content, e.text("actor", p), actor, e.text("role", p), e.text(role, p))
		actor = part
	}
	e.actor(c, p, actor)
}

// actor adds an actor.
func (e *entry) actor(c *calendar, p property, actor *yaml.Node) {
	if !e.room(c, p) {
		return
	}
	if !e.has("actors") {
		list := e.new(yaml.SequenceNode, "!!seq", "", p.at.line, p.at.column)
		e.put("actors", p, list)
	}
	list := e.node.Content[e.whole.index["actors"]]
	list.Content = append(list.Content, actor)
}

// finish returns the map of an entry that has ended, and nil of an empty one.
func (e *entry) finish(c *calendar) *yaml.Node {
	e.close()
	e.addDates(c)
	if e.uid.name != "" {
		id := strings.TrimSpace(unescape(e.uid.value))
		if at := strings.LastIndexByte(id, '@'); c.ours && at > 0 && strings.HasSuffix(id, ".dateline") {
			id = id[:at] // what makes it unique among calendars is not of the record
		}
		if e.recurrence.name != "" {
			id += " " + c.moment(e.recurrence).text
		}
		e.add(c, "id", e.uid, id)
		e.keepParams(c, e.uid)
	}
	if e.rrule.name != "" {
		words := recurs(e.rrule.value)
		e.add(c, "notes", e.rrule, words)
		if !c.problems.Skip(rule.RecurringEvent, "") {
			c.problems.Report(c.at(e.rrule), rule.RecurringEvent, "the event "+words+"; it is shown once, as the first time",
				"write the other times as events of their own where they matter")
		}
	}
	if len(e.node.Content) == 0 {
		return nil
	}
	return &e.node
}
