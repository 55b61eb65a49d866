package query

import (
	"errors"
	"fmt"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// Two days from which a text is read to learn what it depends on. No unit of time holds both.
const (
	sampleDay = calendar.Day(20_000) // in 2024
	farDay    = sampleDay + 400_003
)

// On returns q with the dates that count from today, such as since:"last month", as they are on that day. Its text is
// the same. Until then, such a date is on no day.
func (q Query) On(today calendar.Day) Query {
	relative := false
	EachTerm(q.root, func(t Term, _ bool) {
		for _, v := range t.Values {
			relative = relative || v.Relative
		}
	})
	if !relative {
		return q
	}
	return Query{text: q.text, root: resolve(q.root, today)}
}

// resolve returns n with its relative dates as of today.
func resolve(n Node, today calendar.Day) Node {
	switch n := n.(type) {
	case And:
		parts := make(And, len(n))
		for i, part := range n {
			parts[i] = resolve(part, today)
		}
		return parts
	case Or:
		parts := make(Or, len(n))
		for i, part := range n {
			parts[i] = resolve(part, today)
		}
		return parts
	case Not:
		return Not{resolve(n.Of, today)}
	case Term:
		t := Term{Key: n.Key, Op: n.Op, Values: make([]Value, len(n.Values))}
		for i, v := range n.Values {
			if v.Relative {
				r := dateReader{today: today}
				v.Period, _ = r.period(n.Key, n.Op, v.Text)
			}
			t.Values[i] = v
		}
		return t
	}
	return n
}

// A dateReader reads the dates of a query.
type dateReader struct {
	today    calendar.Day
	relative bool // whether what was read depends on today
	placed   bool // whether it was refused since it depends on what somebody looks at
}

// period returns the time that a term asks for. Text is a date; for date: it may be two joined by "..", of which one
// may be left out.
func (r *dateReader) period(key Key, op Op, text string) (calendar.Period, *Error) {
	at := strings.Index(text, "..")
	if key == ByDate && op == Is && at >= 0 && !strings.ContainsAny(text, "/[]{}") { // these have their own use for ".."
		return r.between(text, at)
	}
	d, err := r.read(text, 0)
	if err != nil {
		return calendar.Never, err
	}
	p := calendar.Period{From: d.Earliest(), To: d.Latest()}
	switch {
	case key == BySince, op == AtLeast:
		p.To = calendar.Forever
	case key == ByUntil, op == AtMost:
		p.From = calendar.Beginning
	case op == More && p.To == calendar.Forever, op == Less && p.From == calendar.Beginning:
		p = calendar.Never
	case op == More:
		p = calendar.Period{From: p.To + 1, To: calendar.Forever}
	case op == Less:
		p = calendar.Period{From: calendar.Beginning, To: p.From - 1}
	}
	return p, nil
}

// between returns the time between two dates that are joined by the ".." at an offset of text.
func (r *dateReader) between(text string, at int) (calendar.Period, *Error) {
	p := calendar.Always
	if at > 0 {
		from, err := r.read(text[:at], 0)
		if err != nil {
			return p, err
		}
		p.From = from.Earliest()
	}
	if end := at + len(".."); end < len(text) {
		to, err := r.read(text[end:], end)
		if err != nil {
			return p, err
		}
		p.To = to.Latest()
	}
	if p.From > p.To && !r.relative {
		return p, &Error{End: len(text), Message: "the range ends before it starts", Hint: "write the earlier date first"}
	}
	return p, nil
}

// read reads a date that begins at an offset of a value: EDTF, or else as people type it. One that depends on what
// somebody looks at is refused. An error has its offsets in the value.
func (r *dateReader) read(text string, offset int) (edtf.Date, *Error) {
	d, err := edtf.Parse(text)
	if err == nil {
		return d, nil
	}
	typed, errTyped := edtf.ParseRelative(text, r.today, r.today)
	if errTyped == nil {
		if elsewhere, err := edtf.ParseRelative(text, r.today, r.today+farDay); err != nil || elsewhere != typed {
			r.placed = true
			return d, &Error{
				Start: offset, End: offset + len(text), Message: "this date depends on the place in the list",
				Hint: withoutPlace(text),
			}
		}
		if later, err := edtf.ParseRelative(text, r.today+farDay, r.today); err != nil || later != typed {
			r.relative = true
		}
		return typed, nil
	}
	var wrong *edtf.Error
	if errors.As(err, &wrong) {
		return d, &Error{Start: offset + wrong.Start, End: offset + wrong.End, Message: wrong.Message, Hint: wrong.Hint}
	}
	return d, &Error{Start: offset, End: offset + len(text), Message: err.Error()}
}

// withoutPlace returns how a date that depends on a place in the list is written so that it does not.
func withoutPlace(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	year, _, _ := sampleDay.Civil()
	forms := []string{"last " + text, fmt.Sprintf("%s %d", text, year)}
	if words := strings.Fields(text); len(words) >= 3 {
		amount := strings.Join(words[:2], " ")
		switch words[2] {
		case "earlier", "before", "back":
			forms = []string{amount + " ago"}
		default:
			forms = []string{"in " + amount}
		}
	}
	for _, form := range forms {
		r := dateReader{today: sampleDay}
		if _, err := edtf.ParseRelative(form, sampleDay, sampleDay); err != nil {
			continue
		}
		if _, err := r.read(form, 0); err != nil {
			continue
		}
		if !r.relative {
			return fmt.Sprintf("write the year too, as in %q", form)
		}
		return fmt.Sprintf("write %q, or the date itself", form)
	}
	return "write the date itself, as in 2025-09-08"
}

// DateOf returns the date that a text of a record is, as a comparison reads it; ok is false where it is none.
func DateOf(text string) (d edtf.Date, ok bool) {
	const longest = 60
	if len(text) > longest || !strings.ContainsAny(text, "0123456789") {
		return d, false
	}
	r := dateReader{today: sampleDay}
	d, err := r.read(text, 0)
	return d, err == nil && !r.relative
}
