package load

import (
	"errors"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
)

// when sets the date of an event from date, or from a span of start and end, or else from a key that probably means it.
// It reports whether a key of the format's own says it.
func (d *decoder) when(n *yaml.Node, e *eventInHand) (own bool) {
	alone := e.startNode == nil && e.endNode == nil && len(e.others) == 0
	if n := e.dateNode; alone && n != nil && n.Kind == yaml.ScalarNode && (len(n.Value) > 7 || !d.isKnownOthers()) {
		if date, ok := edtf.Read(n.Value); ok { // as most are
			d.sayDate(dateReading{Date: date, text: n.Value, name: "date", node: n})
			e.Date = date
			return true
		}
	}
	begin, end := d.ownBegin(e), d.ownEnd(e)
	if begin.node != nil && begin.IsZero() && begin.text != "" && len(begin.either) == 0 && len(e.others) > 0 {
		if year := e.sibling(nil, "year"); year != nil {
			if whole := d.inYear(begin.name, begin, year.text()); !whole.IsZero() {
				begin.Date, year.taken = whole.Date, guess.Date
			}
		}
	}
	if begin.IsZero() && begin.text != "" && len(begin.either) == 0 {
		begin.Date = d.onDayOfFile(begin.name, begin).Date
	}
	if begin.node == nil || begin.IsZero() {
		d.seen.Foreign = true // so that weak names count
		strong := begin.node != nil && !d.isKnownOthers() || d.dayOfFile() != ""
		var unread []string
		if begin.text != "" {
			unread = append(unread, begin.text)
		}
		g := d.guessedDate(e, guess.Date, nil, strong, unread...)
		if g.node == nil && !strong {
			d.unfold(e)
			g = d.guessedDate(e, guess.Date, nil, false, unread...)
		}
		if g.node != nil {
			d.outdone(e, begin, g.name)
			begin = g
		}
	}
	if begin.node == nil && d.inherit(e) {
		return d.when(n, e)
	}
	if begin.node == nil {
		if e.Date, _ = edtf.Parse(d.dayOfFile()); e.Date.IsZero() {
			d.noDate(n, e)
		} else {
			d.problem(n, rule.DateAsWritten, "the event has no date; that of the name of its file is taken",
				"add date: "+e.Date.EDTF())
		}
		d.keepDate(e, end)
		return false
	}
	if begin.guess == nil && len(e.others) > 0 && !begin.IsZero() {
		begin = d.exactly(e, begin)
	}
	end = d.lastDay(e, begin, end)
	if end.node != nil && end.node.Kind == yaml.ScalarNode {
		end = d.shortEnd(begin, end, strings.TrimSpace(end.node.Value))
	}
	unread := end.node != nil && end.IsZero() && !guess.IsOpen(end.text)
	if (end.node == nil || unread) && len(e.others) > 0 && !begin.IsZero() && !begin.IsInterval() && !begin.IsSet() {
		if g := d.guessedDate(e, guess.End, &begin, false); g.node != nil {
			d.outdone(e, end, g.name)
			end = g
		}
	}
	d.sayDate(begin)
	e.Date = begin.Date
	if guess.IsOpen(end.text) && !begin.IsInterval() && !begin.IsZero() {
		e.Date, _ = edtf.Parse(begin.EndEDTF() + "/..")
		end.text = "" // which is kept
	} else if end.node != nil {
		d.sayDate(end)
		if !end.IsZero() && end.EDTF() != begin.EDTF() {
			e.Date = d.span(begin.name, begin.Date, end.node, end.Date)
			if e.Date.IsZero() {
				e.Date, end.text = begin.Date, "" // which is kept: when it began is known
			}
		}
	}
	if e.Date.IsZero() || begin.odd || begin.text == "" || begin.negative != "" { // what was written is not lost
		d.keepDate(e, begin)
	}
	if e.Date.IsZero() || end.odd || end.text == "" || end.negative != "" {
		d.keepDate(e, end)
	}
	d.heedGuessedDate(e, begin, guess.Date)
	d.heedGuessedDate(e, end, guess.End)
	d.heedOtherDates(e, begin)
	return begin.guess == nil && !begin.IsZero()
}

// inherit gives an event that has no date that of the group that it is in. It reports whether there is one.
func (d *decoder) inherit(e *eventInHand) bool {
	when := d.around.when
	if e.inherits || len(when) == 0 {
		return false
	}
	e.inherits = true
	for i := 0; i+1 < len(when); i += 2 {
		key, value := when[i], d.follow(when[i+1])
		switch name := d.name(key); {
		case name == "date":
			e.dateNode = value
		case name == "start":
			e.startNode = value
		case name == "end" && e.endNode == nil:
			e.endNode = value
		default:
			d.noteOther(key, value, name)
		}
	}
	d.problem(when[0], rule.DateAsWritten, "the event has no date; that of its group is taken", "")
	return true
}

// dayOfFile returns the day that the name of a file begins with, where that is one event, and "" elsewhere.
func (d *decoder) dayOfFile() string {
	if !d.alone {
		return ""
	}
	_, day := guess.FileTitle(d.in.Name())
	return day
}

// ownBegin returns the date that an event has by date or start. One that can be read is better than one that cannot.
func (d *decoder) ownBegin(e *eventInHand) dateReading {
	begin, start := dateReading{name: "date", node: e.dateNode}, dateReading{name: "start", node: e.startNode}
	if begin.node != nil {
		begin = d.readDate("date", begin.node)
	}
	if start.node == nil {
		return begin
	}
	if begin.node == nil || begin.IsZero() {
		if start = d.readDate("start", start.node); begin.node == nil {
			return start
		} else if !start.IsZero() {
			d.outdone(e, begin, "start")
			return start
		}
	}
	start = d.readDate("start", start.node)
	others := d.isKnownOthers() || d.page.At.File != nil || e.endNode != nil
	switch apart := !start.Overlaps(begin.Date); {
	case !others || start.IsZero():
	case apart: // such a date is when it was published
		d.problem(e.dateNode, rule.KeysDisagree, "`date` and `start` say different days; `start` is taken",
			"keep one of them")
		d.keepDate(e, begin)
		return start
	case !begin.IsInterval() && len(start.EDTF()) > len(begin.EDTF()): // it says the hour
		d.keepDate(e, begin)
		return start
	}
	d.problem(e.startNode, rule.KeysDisagree, "`start` is given beside `date`", "keep one of them")
	d.keepDate(e, start)
	return begin
}

// ownEnd returns the date that an event has by end.
func (d *decoder) ownEnd(e *eventInHand) dateReading {
	end := dateReading{name: "end", node: e.endNode}
	if end.node != nil {
		end = d.readDate("end", end.node)
	}
	return end
}

// outdone keeps a date that cannot be read, in whose place another key says it.
func (d *decoder) outdone(e *eventInHand, unread dateReading, by string) {
	if unread.node == nil {
		return
	}
	d.problem(unread.node, rule.KeysDisagree, "`"+unread.name+"` cannot be read as a date; `"+by+"` is taken",
		"write a date such as 2025-09-08, 2025-09 or 2025")
	d.keepDate(e, unread)
}

// keepDate keeps what is written of a date under its own key, unless it is kept there already.
func (d *decoder) keepDate(e *eventInHand, at dateReading) {
	if at.node != nil && at.guess == nil {
		e.Other = append(e.Other, timeline.Field{Key: at.name, Value: d.yaml(at.node)})
	}
}

// heedGuessedDate reports that a key is taken for the date or its end.
func (d *decoder) heedGuessedDate(e *eventInHand, at dateReading, as guess.Role) {
	if at.guess == nil {
		return
	}
	d.take(e, at.guess, as)
	if _, era := d.era(e, at.guess); era != nil && at.guess.value.Kind == yaml.ScalarNode &&
		guess.IsDigits(at.guess.text()) {
		era.taken = as
	}
	if !guess.IsYear(at.name) {
		return
	}
	for _, part := range []string{"month", "day"} {
		if o := e.sibling(at.guess, part); o != nil && o.taken == guess.Nothing {
			o.taken = as
		}
	}
}

// noDate reports that an event has no date, and which key may be meant for it.
func (d *decoder) noDate(n *yaml.Node, e *eventInHand) {
	if n.Tag == yamldoc.Broken || d.batch.Problems().Skip(rule.NoDate, "") {
		return
	}
	hint := "add date: as precisely as is known, such as 2025-09-08, 2025-09 or 2025"
	if i := d.likelyDate(e); i >= 0 {
		hint = d.dateHint(e, i)
	}
	d.problem(n, rule.NoDate, "the event has no date", hint)
}

// likelyDate returns the place of the key of an event that most likely has its date, and −1 where none looks so: one
// that is called so and has a date, one that is called so and has digits, or else one that has a date.
func (d *decoder) likelyDate(e *eventInHand) int {
	best, at := 0, -1
	for i := range e.others {
		o := &e.others[i]
		if o.name == d.dateLike {
			return i
		}
		if o.value.Kind != yaml.ScalarNode || guess.IsNever(o.name) || len(o.value.Value) > guess.ShortTitle {
			continue
		}
		worth, dated := 0, d.looksDated(o)
		switch called := guess.IsDated(o.name); {
		case called && dated:
			worth = 4
		case called && len(o.value.Value) > 2 && strings.ContainsAny(o.value.Value, "0123456789"):
			worth = 3
		case dated && !guess.IsDigits(o.value.Value): // a number may be of anything
			worth = 2
		case dated && len(o.value.Value) == len("1969") && "1000" <= o.value.Value && o.value.Value < "2100":
			worth = 1
		}
		if worth > best {
			best, at = worth, i
		}
	}
	return at
}

// dateHint returns what to do about an event without a date, where one of its keys may have it.
func (d *decoder) dateHint(e *eventInHand, i int) string {
	o := &e.others[i]
	value := strings.TrimSpace(o.value.Value)
	hint := "if `" + o.name + "` is the date (" + value + "), say --map date=" + d.quotedKey(o.name)
	if title := d.likelyTitle(e, i); title != "" {
		hint += ",title=" + title
	}
	switch r := d.readText(o.name, value); {
	case len(r.either) > 0:
		hint += "; it means " + r.meanings(edtf.Date.String) + ", which --day-first or --day-first=false decides"
	case r.IsZero():
		var bad *edtf.Error
		_, err := edtf.Parse(value)
		if hint += ", and write it as in 2025-09-08, 2025-09 or 2025"; errors.As(err, &bad) && bad.Hint != "" {
			hint = "if `" + o.name + "` is the date (" + value + "), " + bad.Hint + ", and say --map date=" + d.quotedKey(o.name)
		}
	}
	return hint
}

// likelyTitle returns the key of an event that may hold its title, if it has none: of those that have text the one that
// tells most, or the first, but for the key that may hold the date.
func (d *decoder) likelyTitle(e *eventInHand, but int) (key string) {
	best := -1
	for i := range e.others {
		o := &e.others[i]
		told := d.known.Seen(o.name).Told
		if text, ok := d.plain(o.value); e.Title == "" && i != but && ok && guess.HasLetter(text) && !guess.IsAddress(text) &&
			!d.looksDated(o) && told > best {
			best, key = told, d.quotedKey(o.name)
		}
	}
	return key
}

// heedOtherDates reports keys that surely mean the date, and have another than the event. What says the same needs no
// word.
func (d *decoder) heedOtherDates(e *eventInHand, begin dateReading) {
	if e.Date.IsZero() || len(e.others) == 0 {
		return
	}
	d.rank(e, guess.Date)
	for _, i := range d.ranked {
		o := &e.others[i]
		if m, _ := o.meaning(guess.Date); !m.Strong || o == begin.guess {
			continue
		}
		r := d.guessDate(e, o)
		if r.IsZero() {
			continue
		}
		if o.taken = guess.Date; !r.Overlaps(e.Date) {
			d.problem(o.value, rule.KeysDisagree, "`"+o.name+"` says "+r.String()+", and `"+begin.name+"`, which is taken, "+
				e.Date.String(), "")
		}
	}
}
