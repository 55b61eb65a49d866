// Package dates reads what the values of other people's files mean as dates, and those of our own that are written in
// another way: texts, numbers, maps of year, month and day. What one value leaves open the others of its column decide.
//
//	d := dates.Reader{File: file, Order: written.AnyOrder}
//	r := d.Text("date", "04/05/2024") // 4 May, if another date of the column can only have its day first
//	r.Name, r.Node = "date", n
//	d.Say(r)                          // this date is read as 2024-05-04
//
// The columns of a file are its keys. The file in hand knows what an earlier reading has seen of each, and every value
// that is read here adds to what is seen. A Reading is a date, or the dates that a value may mean, or nothing; Say
// tells the writer which, with the cure.
//
// It reads values one by one, and does not choose the key that an event has its date from: that is the trade of
// package otherkeys. It imports calendar, century, counts, diag, edtf, edtf/written, guess, inhand,
// markup and nodevalue, and yaml.v3 for its nodes.
package dates

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/century"
	"dateline/timeline/internal/counts"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/inhand"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/markup"
)

// A Reading is what a value means as a date.
type Reading struct {
	edtf.Date                   // zero where it cannot be read
	Text      string            // of the value; "" where that has a shape in which no date is
	Odd       bool              // whether it is not EDTF
	Err       error             // why a number that EDTF reads is not used, else nil
	How       string            // that it is read, where that does not go without saying
	Either    []written.Reading // the meanings, where there are several
	Offered   bool              // whether a problem says what it may mean, and nothing proves that
	Negative  string            // the year as written, where a year below 0 is taken for one BC
	Part      string            // month or day, where that is given and makes no date
	Century   century.Proof     // why a year of two digits is in its century; 0 where that is not guessed
	Hangs     bool              // whether the others of its file may decide what it means

	Name string     // of the key
	Node *yaml.Node // its value, nil where there is none
}

// A Reader reads the dates of the file in hand.
type Reader struct {
	*inhand.File
	Order   written.Order // of day and month, as the reader of the file says
	Begin   string        // the key of the start of which the number in hand is, or is the end, "" for any other
	Century int           // the first of the hundred years that years of two digits are in, as the reader says, or 0
}

// Text reads a text of a column as a date: EDTF, or else what people write, where that has one meaning.
func (d *Reader) Text(column, text string) Reading { return d.TextOf(column, column, text) }

// TextOf is Text for a column that has values of a key of another name, which may say that they are years.
func (d *Reader) TextOf(key, column, text string) Reading {
	if r, ok := d.twoYears(key, column, text); ok {
		return r
	}
	if r, ok := d.asName(column, text); ok {
		return r
	}
	if date, ok := edtf.Read(text); ok {
		d.NoteYears(column, text)
		return Reading{Date: date, Text: text}
	}
	if counts.IsLong(text) {
		if r, ok := d.longNumber(column, text); ok {
			return r
		}
	}
	return d.asWritten(column, text)
}

// asWritten reads a text that is not EDTF. Of several meanings the other dates of its column decide, if they can.
func (d *Reader) asWritten(column, text string) Reading {
	const longest = 200 // bytes of a text that is looked at for a date
	r := Reading{Text: text, Odd: true}
	if len(text) > longest {
		return r
	}
	all, offers := written.OrOffers(text)
	if apart := hourApart(text); len(all) == 0 && apart != "" {
		all = written.InColumn(apart)
	}
	if plain := markup.Plain(text); len(all) == 0 && plain != text {
		if date, ok := edtf.Read(plain); ok {
			r.Date = date
			return r
		}
		all = written.InColumn(plain)
	}
	switch len(all) {
	case 0:
		return d.shortYear(column, text, offers)
	case 1:
		r.Date = all[0].Date
		d.NoteYears(column, r.EDTF())
		r.How = countsWeeks(text, r.Date)
		seen := d.Seen.Column(column)
		seen.HourSpans = seen.HourSpans || all[0].ClockSpan
		if guess.IsDecade(r.Date) {
			d.Seen.Column(column).Decades = true
		}
		if year, _, _ := r.Earliest().Civil(); year < 1 && strings.ContainsRune(text, 'B') {
			d.Seen.Column(column).Signs |= guess.Historical
		}
		if isSpan := all[0].YearSpan || isWholeSpan(text); isSpan || all[0].Order != written.AnyOrder {
			seen.Spans = seen.Spans || isSpan
			d.noteOrder(column, text, all)
		}
		return r
	}
	d.noteOrder(column, text, all)
	d.NoteYears(column, all[0].Date.EDTF()) // which is that of all, in any order of day and month
	r.Either = all
	order, known := d.order(column, text), d.Known.Seen(column)
	hours := known.HourSpans && slices.ContainsFunc(all, func(one written.Reading) bool { return one.ClockSpan })
	ordered := slices.ContainsFunc(all, func(one written.Reading) bool { return one.Order != written.AnyOrder })
	meant := slices.DeleteFunc(slices.Clone(all), func(one written.Reading) bool {
		return ordered && one.Order != order || known.Decades && !guess.IsDecade(one.Date) || hours && !one.ClockSpan
	})
	if len(meant) == 1 {
		r.Date, r.Either = meant[0].Date, nil
	}
	return r
}

// order returns the order of day and month in a text of a column, as far as others show it that have the same sign: who
// writes 13.6.2020 may write 6/13/2020 as well.
func (d *Reader) order(column, text string) written.Order {
	known, sign := d.Known.Seen(column), uint8(1)<<signOf(text)
	switch day, month := known.DayFirst&sign != 0, known.MonthFirst&sign != 0; {
	case day && !month:
		return written.DayFirst
	case month && !day:
		return written.MonthFirst
	}
	return d.Order
}

// signOf returns the number of the sign that stands most often in a date of digits.
func signOf(text string) (sign int) {
	most := 1 // a single one may be of anything
	for i, one := range []string{"/", ".", "-"} {
		if n := strings.Count(text, one); n > most {
			most, sign = n, i+1
		}
	}
	return sign
}

// Meanings returns the meanings of a date in words.
func (r Reading) Meanings(say func(edtf.Date) string) string {
	var words []string
	for _, one := range r.Either {
		words = append(words, say(one.Date))
	}
	return strings.Join(words, " or ")
}

// InYear reads a date that lacks the year, which another key has.
func (d *Reader) InYear(column string, r Reading, year string) Reading {
	if len(year) != 4 || !guess.IsDigits(year) || strings.Contains(r.Text, year) {
		return r
	}
	if both := d.asWritten(column, r.Text+", "+year); !both.IsZero() && both.Century == 0 {
		both.Text = r.Text
		return both
	}
	return d.inCenturyOf(column, r, year)
}

// LooksDated reports whether a value under a key that nothing knows is a date of at least a year.
func LooksDated(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || len(n.Value) < 4 || len(n.Value) > 40 {
		return false
	}
	text := strings.TrimSpace(n.Value)
	if date, ok := edtf.Read(text); ok {
		_, doubt := date.Remark()
		return doubt == "" && !date.Beyond()
	}
	all := written.Readings(text)
	return len(all) == 1 && !all[0].Date.Beyond()
}

// IsNearlyDated reports whether a value may be a date of which only the century is open, such as 4/5/24. With full
// stops it may as well be a version.
func IsNearlyDated(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && len(n.Value) <= 40 && !guess.IsDigits(n.Value) &&
		!strings.Contains(n.Value, ".") && len(written.Offers(n.Value)) > 0
}

// Shape returns the date of a value that is a list or map, and the zero Date where it has none: a list of one date,
// a map of year, month and day, one of start and end, or one that holds a date under a name of its own.
func (d *Reader) Shape(column string, n *yaml.Node) (r Reading) {
	if n.Kind == yaml.SequenceNode && len(n.Content) == 1 && n.Content[0].Kind == yaml.ScalarNode {
		r.Date = d.Text(column, n.Content[0].Value).Date
		return r
	}
	if n.Kind != yaml.MappingNode {
		return r
	}
	for i := 1; i < len(n.Content); i += 2 { // {type: date, date: {start: …}}
		if key := n.Content[i-1].Value; n.Content[i].Kind == yaml.MappingNode && (key == "date" || key == "$date") {
			if date := d.Shape(column, n.Content[i]); !date.IsZero() {
				return date
			}
		}
	}
	of := func(keys ...string) string { return nodevalue.TextOf(n, keys...) }
	era := of("era")
	for _, name := range []string{"bc", "bce", "isbc", "isbce"} {
		era = cmp.Or(era, Era(name, of(name)))
	}
	year := d.beforeChrist(column, of("year", "y"), era, &r)
	if r.Date, r.Part = guess.YMD(year, of("month", "m"), of("day", "d")); !r.IsZero() {
		d.NoteYears(column, r.EDTF())
		r.Date = guess.At(r.Date, of("hour"), of("minute"))
		return r
	}
	for _, name := range guess.DateShapes {
		from := d.Text(column, of(name)).Date
		if digits := len(of(name)); name == "$date" || name == "$numberLong" || guess.IsMoment(column, digits) {
			if exact, ok := written.Epoch(of(name)); ok {
				from = exact
			}
		}
		if from.IsZero() {
			continue
		}
		if to := d.Text(column, of("end", "to", "until", "enddate")).Date; !to.IsZero() && name != "date" &&
			!from.IsInterval() && !to.IsInterval() && to.Latest() >= from.Earliest() && to.EDTF() != from.EDTF() {
			if both, err := edtf.Parse(from.EndEDTF() + "/" + to.EndEDTF()); err == nil {
				return Reading{Date: both}
			}
		}
		return Reading{Date: from}
	}
	return Reading{}
}
