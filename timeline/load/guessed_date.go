package load

import (
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/guess"
)

// This file reads dates that are not written in one text under a key of the format's own.

// guessedDate returns the date of an event that the best of its other keys has for a role: the date, or the end of the
// date that begins. Where strong is set only strong names count. What is unread is what better keys say of the date
// that cannot be read: a worse one may not contradict it, nor be one of when it was told.
func (d *decoder) guessedDate(e *eventInHand, role guess.Role, begins *dateReading, strong bool,
	unread ...string,
) dateReading {
	d.rank(e, role)
	for _, i := range d.ranked {
		o := &e.others[i]
		m, _ := o.meaning(role)
		if begins != nil && !guess.Ends(o.name, begins.name) || strong && !m.Strong {
			continue
		}
		r := d.guessDate(e, o)
		if begins != nil {
			r = d.shortEnd(*begins, r, o.text())
		}
		if begins != nil && guess.IsOpen(r.text) {
			r.name, r.node, r.guess = o.name, o.value, o
			return r
		}
		if r.IsZero() {
			if text := o.text(); begins == nil && o.value.Kind == yaml.ScalarNode && text != "" {
				unread = append(unread, text)
			}
			continue
		}
		if begins != nil && (r.IsInterval() || r.Latest() < begins.Earliest()) {
			continue // it ends something else
		}
		if slices.ContainsFunc(unread, func(text string) bool {
			return !guess.MayBe(text, r.Date) || guess.IsOfRecord(o.name)
		}) {
			continue
		}
		r.name, r.node, r.guess = o.name, o.value, o
		if begins == nil && guess.IsYear(o.name) {
			r = d.withinYear(e, r)
		}
		return r
	}
	for _, i := range d.ranked { // to say what keeps the best from being read
		if o := &e.others[i]; begins == nil && o.value.Kind == yaml.ScalarNode {
			if r := d.guessDate(e, o); len(r.either) > 0 || r.offered {
				r.name, r.node, r.guess = o.name, o.value, o
				return r
			}
		}
	}
	return dateReading{}
}

// withinYear returns the date of a lesser key that says the same as a year, and more exactly: of year and election_date
// it is the second.
func (d *decoder) withinYear(e *eventInHand, year dateReading) dateReading {
	if len(year.EDTF()) != len("2025") {
		return year
	}
	for _, i := range d.ranked {
		o := &e.others[i]
		if o == year.guess || !guess.HasWord(o.name, "date", "datetime") || guess.IsOfRecord(o.name) {
			continue
		}
		if r := d.guessDate(e, o); !r.IsZero() && len(r.EDTF()) > len("2025") && !r.IsInterval() &&
			year.Earliest() <= r.Earliest() && r.Latest() <= year.Latest() {
			r.name, r.node, r.guess = o.name, o.value, o
			return r
		}
	}
	return year
}

// guessDate reads the date of a key that probably means one.
func (d *decoder) guessDate(e *eventInHand, o *otherKey) dateReading {
	if o.value.Kind != yaml.ScalarNode {
		return d.dateOfShape(o.name, o.value)
	}
	text := strings.TrimSpace(o.value.Value)
	if whole, float := strings.CutSuffix(text, ".0"); float && guess.IsDigits(whole) {
		text = whole // as a table has years with gaps among them
	}
	if text == "" {
		return dateReading{}
	}
	if year, ok := d.wholeNumber(o.name, text, o.counted); ok {
		o.counted = true
		if year == "" {
			return dateReading{}
		}
		return d.yearOf(e, o, o.name, year)
	}
	r := d.readText(o.name, text)
	if r.IsZero() && len(r.either) == 0 {
		return d.onDayOfFile(o.name, d.inYear(o.name, r, e.sibling(nil, "year").text()))
	}
	return r
}

// onDayOfFile reads a date that lacks the year, where it is the day that the name of the file begins with.
func (d *decoder) onDayOfFile(column string, r dateReading) dateReading {
	if !r.IsZero() || r.text == "" {
		return r
	}
	_, day := guess.FileTitle(d.in.Name())
	if day == "" {
		return r
	}
	both := d.inYear(column, r, day[:len("2025")])
	if both.EDTF() == day || strings.HasPrefix(both.EDTF(), day+"/") {
		return both
	}
	return r
}

// wholeNumber returns the year that a whole number is, "" where it is none, and reports whether a text is such a
// number.
// A moment or a day in digits, such as 20250908, is not. Of short and long numbers the others of the column decide.
// Again says that the column has it already.
func (d *decoder) wholeNumber(column, text string, again bool) (year string, ok bool) {
	digits := strings.TrimPrefix(text, "-")
	if whole, float := strings.CutSuffix(digits, ".0"); float {
		digits, text = whole, strings.TrimSuffix(text, ".0")
	}
	if !guess.IsDigits(digits) || len(digits) >= len("20250908") && digits == text {
		return "", false
	}
	known := d.known.Seen(column)
	if !again {
		d.seen.Column(column).Add(text)
		d.countNumber(column, text, digits)
	}
	if strings.Trim(digits, "0") == "" && known.AreAstronomical() && known.Signs&guess.Negative != 0 {
		return text, true // the year before 1
	}
	few := len(digits) < 4 && guess.HasWord(column, "day", "days")
	named := guess.IsYear(column) || guess.HasWord(column, "date")
	if few || guess.IsCount(column) || !known.IsYear(text, named) {
		return "", true
	}
	return text, true
}

// isKnownOthers reports whether the file is known to be none of ours before its first event is read: numbers of others
// are no decades.
func (d *decoder) isKnownOthers() bool { return d.silent || d.known.Foreign && !d.known.Ours }

// ownNumber reads a whole number under a date of the format's own in a file that is not ours. It reports whether the
// value is one.
func (d *decoder) ownNumber(field string, n *yaml.Node) (r dateReading, ok bool) {
	if n.Kind != yaml.ScalarNode || !d.isKnownOthers() || d.draft.exact {
		return r, false
	}
	text := strings.TrimSpace(n.Value)
	year, ok := d.wholeNumber(field, text, false)
	if !ok {
		return r, false
	}
	if year != "" {
		r = d.yearOf(&d.draft, nil, field, year)
	}
	if r.IsZero() && len(r.either) == 0 {
		r.odd = true
		if edtf.IsDate(text) {
			r.err = errors.New("this number is no year, by what the others of this key are")
		}
	}
	r.text, r.name, r.node = text, field, n
	return r, true
}

// inYear reads a date that lacks the year, which another key has.
func (d *decoder) inYear(column string, r dateReading, year string) dateReading {
	if len(year) != 4 || !guess.IsDigits(year) || strings.Contains(r.text, year) {
		return r
	}
	if both := d.asWritten(column, r.text+", "+year); !both.IsZero() {
		both.text = r.text
		return both
	}
	return r
}

// sibling returns the key of an event that is called like another, but for its last word, and nil where there is none:
// the month of end_year is end_month.
func (e *eventInHand) sibling(o *otherKey, word string) *otherKey {
	var before string
	if o != nil {
		if root, year := strings.CutSuffix(o.folded, "year"); year {
			before = root
		}
	}
	for i := range e.others {
		if s := &e.others[i]; s.value.Kind == yaml.ScalarNode && s.folded == before+word {
			return s
		}
	}
	return nil
}

// text returns the text of a key, and "" for nil.
func (o *otherKey) text() string {
	if o == nil {
		return ""
	}
	return strings.TrimSuffix(strings.TrimSpace(o.value.Value), ".0")
}

// dateOfShape returns the date of a value that is a list or map, and the zero Date where it has none: a list of one
// date, a map of year, month and day, one of start and end, or one that holds a date under a name of its own.
func (d *decoder) dateOfShape(column string, n *yaml.Node) (r dateReading) {
	if n.Kind == yaml.SequenceNode && len(n.Content) == 1 && n.Content[0].Kind == yaml.ScalarNode {
		r.Date = d.readText(column, n.Content[0].Value).Date
		return r
	}
	if n.Kind != yaml.MappingNode {
		return r
	}
	for i := 1; i < len(n.Content); i += 2 { // {type: date, date: {start: …}}
		if key := n.Content[i-1].Value; n.Content[i].Kind == yaml.MappingNode && (key == "date" || key == "$date") {
			if date := d.dateOfShape(column, n.Content[i]); !date.IsZero() {
				return date
			}
		}
	}
	of := func(keys ...string) string { return d.textOf(n, keys...) }
	year := d.beforeChrist(column, of("year", "y"), of("era"), &r)
	if r.Date, r.part = guess.YMD(year, of("month", "m"), of("day", "d")); !r.IsZero() {
		r.Date = guess.At(r.Date, of("hour"), of("minute"))
		return r
	}
	for _, name := range guess.DateShapes {
		from := d.readText(column, of(name)).Date
		if digits := len(of(name)); name == "$date" || name == "$numberLong" || guess.IsMoment(column, digits) {
			if exact, ok := written.Epoch(of(name)); ok {
				from = exact
			}
		}
		if from.IsZero() {
			continue
		}
		if to := d.readText(column, of("end", "to", "until", "enddate")).Date; !to.IsZero() && name != "date" &&
			!from.IsInterval() && !to.IsInterval() && to.Latest() >= from.Earliest() && to.EDTF() != from.EDTF() {
			if both, err := edtf.Parse(from.EndEDTF() + "/" + to.EndEDTF()); err == nil {
				return dateReading{Date: both}
			}
		}
		return dateReading{Date: from}
	}
	return dateReading{}
}

// looksDated reports whether the value of a key that nothing knows is a date of at least a year.
func (d *decoder) looksDated(o *otherKey) bool {
	if o.value.Kind != yaml.ScalarNode || len(o.value.Value) < 4 || len(o.value.Value) > 40 {
		return false
	}
	text := strings.TrimSpace(o.value.Value)
	if date, ok := edtf.Read(text); ok {
		_, doubt := date.Remark()
		return doubt == "" && !date.Beyond()
	}
	all := written.Readings(text)
	return len(all) == 1 && !all[0].Date.Beyond()
}

// textOf returns the text of a map under the first of some folded keys that has one.
func (d *decoder) textOf(n *yaml.Node, keys ...string) string {
	for _, key := range keys {
		for i := 0; i+1 < len(n.Content); i += 2 {
			value := n.Content[i+1]
			if value.Kind == yaml.AliasNode {
				value = value.Alias
			}
			if value.Kind != yaml.ScalarNode || value.Tag == "!!null" {
				continue
			}
			own := n.Content[i].Value == key || guess.Is(n.Content[i].Value, key)
			if text := strings.TrimSpace(value.Value); own && text != "" {
				return text
			}
		}
	}
	return ""
}
