package linear

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/list"
	"dateline/ui/session"
)

// What is said of the record as a whole.

// Record says what the record is called, how many events it has, and from when to when.
func Record(s *session.Session, name string) string {
	t := s.Index().Timeline()
	events := draw.Events(t.Len())
	if from, to, ok := reach(t); ok && from == to {
		events += ", " + from
	} else if ok {
		events += ", " + from + " to " + to
	}
	return sentences(name, events)
}

// reach returns the months of the first and the last event that have a date; ok is false where none has one.
func reach(t *timeline.Timeline) (from, to string, ok bool) {
	first, last, ok := edtf.Extent(t.Len(), t.Date)
	if !ok {
		return "", "", false
	}
	return month(first), month(last), true
}

// month returns the month of a day in words, of one that is far away the year.
func month(day calendar.Day) string {
	if calendar.Beyond(day) {
		year, _, _ := day.Civil()
		return calendar.YearName(year)
	}
	return edtf.Of(calendar.Months, day).String()
}

// Wrong says how much is wrong with the record, "" for nothing.
func Wrong(s *session.Session) string {
	groups := s.Groups()
	if len(groups) == 0 {
		return ""
	}
	return "In the files of the record: " + groups.Summary() + ". problems reads them."
}

// Problems reads what is wrong, each kind with its first place and its cure.
func Problems(groups diag.Groups) (lines []string) {
	for n := range groups {
		g := &groups[n]
		p := g.Problem()
		words := []string{fmt.Sprintf("%d %s: %s", n+1, capital(p.Severity().String()), p.Message), place(p.Pos)}
		if g.Count > 1 {
			words = append(words, draw.Number(g.Count)+" times; places "+fmt.Sprint(n+1)+" reads where")
		}
		lines = append(lines, sentences(append(words, capital(p.Hint))...))
	}
	return lines
}

// place says where in the files something is.
func place(pos diag.Pos) string {
	switch {
	case pos.File == "":
		return ""
	case pos.Line == 0:
		return "In " + pos.File
	}
	return fmt.Sprintf("In %s, line %d, column %d", pos.File, pos.Line, pos.Column)
}

// Places reads the places of problem n, from 1; ok is false where there is none.
func Places(groups diag.Groups, n int) (lines []string, ok bool) {
	if n < 1 || n > len(groups) {
		return nil, false
	}
	for _, p := range groups[n-1].Places {
		lines = append(lines, sentences(place(p.Pos), capital(p.Message)))
	}
	if more := groups[n-1].Count - len(groups[n-1].Places); more > 0 {
		lines = append(lines, "And "+draw.Number(more)+" more.")
	}
	return lines, true
}

// About reads what the record says of itself, and how much of everything it has.
func About(s *session.Session, name string) (lines []string) {
	x, t := s.Index(), s.Index().Timeline()
	lines = append(lines, Record(s, name))
	if t.Description() != "" {
		lines = append(lines, paragraphs(t.Description())...)
	}
	for _, f := range list.OwnFields(t) {
		lines = append(lines, f.Key+": "+f.Value)
	}
	actors, _ := x.Cast()
	lines = append(lines, sentences(capital(Counted(actors, "actor")), capital(Counted(t.Sources(), "source"))))
	if types := values(x, query.ByType, s.All()); types != "" {
		lines = append(lines, "Types of event: "+types)
	}
	for _, k := range x.OwnKeys() {
		lines = append(lines, fmt.Sprintf("Own key %s: %s, %s. complete %s: lists them.", k.Key, draw.Events(k.Events),
			Counted(k.Values, "value"), query.OwnKey(k.Key).Name()))
	}
	return lines
}

// values returns the values of a key, each with its number of events.
func values(x *index.Index, key query.Key, s index.Selection) string {
	var all []string
	for _, v := range x.ValueCounts(key, s) {
		if v.N > 0 {
			all = append(all, v.Value+" "+draw.Number(v.N))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return strings.Join(all, ", ") + "."
}

// Complete reads what may be written at the end of a filter, each with its number of events.
func Complete(s *session.Session, text string) (lines []string) {
	at, ok := query.CursorAt(text, len(text))
	if !ok {
		return nil
	}
	for _, c := range s.Index().Complete(at, s.Index().Select(at.Rest)) {
		words := text[:at.Start] + c.Text
		if c.N != index.NoCount {
			words += ", " + draw.Events(c.N)
		}
		if c.Name != "" {
			words = strings.TrimSuffix(words, ":") + ": " + c.Name
		}
		lines = append(lines, ended(words))
	}
	return lines
}

// Axis says when the events are that are shown: how many in each year, or of few years in each month, and how long the
// silence is between them where it is long.
func Axis(s *session.Session) (lines []string) {
	const fewYears, long = 3, 2
	t, events := s.Index().Timeline(), s.Shown()
	first, last, ok := edtf.Extent(events.Len(), func(n int) edtf.Date { return t.Date(events.At(n)) })
	if !ok {
		return nil
	}
	unit, from, to := calendar.Months, first, last
	if a, _, _ := from.Civil(); calendar.Beyond(from) || calendar.Beyond(to) || fewYears <= yearOf(to)-a {
		unit = calendar.Years
	}
	var before calendar.Day
	for n := 0; n < events.Len(); {
		day := t.Start(events.At(n))
		if t.Date(events.At(n)).IsZero() {
			lines = append(lines, "Without a date: "+draw.Number(events.Len()-n)+".")
			break
		}
		end, k := unit.Next(unit.Start(day)), n
		for n < events.Len() && !t.Date(events.At(n)).IsZero() && t.Start(events.At(n)) < end {
			n++
		}
		words := calendar.YearName(yearOf(day))
		if unit == calendar.Months {
			words = edtf.Of(unit, day).String()
		}
		if silent := gap(unit, before, day); k > 0 && silent >= long {
			words = "After " + draw.Number(silent) + " " + unit.String() + "s of silence, " + words
		}
		lines = append(lines, words+": "+draw.Events(n-k)+".")
		before = end
	}
	return lines
}

func yearOf(d calendar.Day) int {
	year, _, _ := d.Civil()
	return year
}

// gap returns how many whole units lie between the end of one and a day, as far as that is soon counted.
func gap(unit calendar.Unit, end, day calendar.Day) (n int) {
	if unit == calendar.Years {
		return yearOf(day) - yearOf(end)
	}
	a, m, _ := end.Civil()
	b, k, _ := day.Civil()
	return (b-a)*12 + int(k) - int(m)
}

// A Kept is a view or a mark, in the order in which Saved reads them.
type Kept struct {
	View  session.SavedView
	Given bool   // the view is the record's
	Mark  string // id of the event; "" where it is a view
}

// KeptOf returns the saved views, those of the record, and the marks in order of time.
func KeptOf(s *session.Session) (all []Kept) {
	for _, v := range s.Saved().Views {
		all = append(all, Kept{View: v})
	}
	for _, v := range s.GivenViews() {
		all = append(all, Kept{View: v, Given: true})
	}
	marks := slices.Clone(s.Saved().Marks)
	at := func(id string) int {
		if i, ok := s.Index().Timeline().Find(id); ok {
			return i
		}
		return s.Index().Timeline().Len()
	}
	slices.SortStableFunc(marks, func(a, b string) int { return at(a) - at(b) })
	for _, id := range marks {
		all = append(all, Kept{Mark: id})
	}
	return all
}

// Saved reads the views and marks, each with the number by which marks leads to it.
func Saved(s *session.Session) (lines []string) {
	t := s.Index().Timeline()
	for n, k := range KeptOf(s) {
		words := fmt.Sprintf("%d View %s: %s", n+1, k.View.Name, k.View.Query)
		if k.View.Query == "" {
			words += "everything"
		}
		if k.Given {
			words += ", of the record"
		}
		if i, ok := t.Find(k.Mark); k.Mark != "" && ok {
			words = fmt.Sprintf("%d Mark: %s, %s", n+1, When(t.Date(i)), t.EventTitle(i))
		} else if k.Mark != "" {
			words = fmt.Sprintf("%d Mark on %s, which the record has no more", n+1, k.Mark)
		}
		if note := s.Saved().Notes[k.Mark]; note != "" && k.Mark != "" {
			words += ". Note: " + note
		}
		lines = append(lines, ended(words))
	}
	return lines
}

// List returns the titles of the list from a place on, with how many items there are before it and in all.
func List(s *session.Session, from int) (lines []string, before, of int) {
	const most = 1000
	t, goingOn := s.Index().Timeline(), s.GoingOn().Len()
	for n := from; n < s.Shown().Len() && n < from+most; n++ {
		i := s.At(n)
		words := fmt.Sprintf("%s: %s, %s", draw.Number(n+goingOn+1), When(t.Date(i)), ended(t.EventTitle(i)))
		if s.Dimmed(i) {
			words += " Does not match."
		}
		lines = append(lines, words)
	}
	if n := from + most; n < s.Shown().Len() {
		lines = append(lines, fmt.Sprintf("list %d reads on.", n+goingOn+1))
	}
	return lines, from + goingOn, s.Shown().Len() + goingOn
}
