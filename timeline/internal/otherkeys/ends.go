package otherkeys

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
)

// This file says which key an end belongs to: start_date and end_date are one span, and a date beside them is another.

// Words of keys that say that something begins there or ends there, and those that only say that it is a date.
var (
	beginWords = strings.Fields("start starts started starting begin begins began beginning from since open opens " +
		"opened opening beginn inicio début debut inizio inici início начало початок")
	endWords = strings.Fields("end ends ended ending finish finished finishes to until till through thru close closes " +
		"closed closing ende fin fim einde slut koniec konec конец кінець")
	dateWords  = strings.Fields("date dates time times datetime at on day dt year when")
	clockWords = strings.Fields("time times hour hours clock")
	noClocks   = strings.Fields("race run lap best record swim total duration elapsed winning") // but how long it took
)

// A spanKey is the name of a key without the words that say that it is a date, or one end of a span.
type spanKey struct {
	of          string // what remains
	begins, end bool
}

// spanOf returns what a key says of a span. Words that are written together are parted, as in startdate.
func spanOf(key string) (s spanKey) {
	known := func(word string) bool {
		return slices.Contains(beginWords, word) || slices.Contains(endWords, word) || slices.Contains(dateWords, word)
	}
	var rest []string
	look := func(word string) {
		switch {
		case slices.Contains(beginWords, word):
			s.begins = true
		case slices.Contains(endWords, word):
			s.end = true
		case !slices.Contains(dateWords, word):
			rest = append(rest, word)
		}
	}
	for _, word := range guess.Words(key) {
		parted := false
		for i := 2; i+2 <= len(word) && !parted && !known(word); i++ {
			if parted = known(word[:i]) && known(word[i:]); parted {
				look(word[:i])
				look(word[i:])
			}
		}
		if !parted {
			look(word)
		}
	}
	s.of = strings.Join(rest, " ")
	return s
}

// inSpan returns the path of the map that has a key, and what the key says of a span.
func (o *Key) inSpan() (path string, says spanKey) {
	path, name := o.inMap()
	if o.span == nil {
		s := spanOf(name)
		o.span = &s
	}
	return path, *o.span
}

// saysOfSpan returns what a key says of a span, wherever it is.
func (o *Key) saysOfSpan() spanKey {
	_, says := o.inSpan()
	return says
}

// isClock reports whether a key says an hour.
func (o *Key) isClock() bool {
	_, name := o.inMap()
	return guess.HasWord(name, clockWords...) && !guess.HasWord(name, noClocks...)
}

// begun returns when that begins which a key ends, and the key that says it more exactly than the date of the event. It
// is not ok where another key begins it, on another day: such a date is of something else, as when it was published.
func (g *Guesser) begun(e *Event, date reading, ends *Key) (begin reading, by *Key, ok bool) {
	begin = date
	path, span := ends.inSpan()
	clock := guess.IsClock(ends.text())
	if date.from == nil && date.Name == "date" && e.StartNode != nil && path == "" && span.of == "" {
		if start := g.ReadDate(e, "start", e.StartNode); !isBegin(date.Reading, start) {
			return begin, nil, false
		}
	}
	var hour *Key
	for i := range e.Others {
		o := &e.Others[i]
		in, says := o.inSpan()
		alone := clock && o.Folded == "time" // beside date and end_time
		if o == date.from || in != path || says.of != span.of || !says.begins && !alone ||
			yamldoc.IsNull(o.Value) || g.IsNothing(e, o.Value) || o.Value.Kind == yaml.ScalarNode && o.text() == "" {
			continue
		}
		if guess.IsClock(o.text()) {
			if clock && (hour == nil || says.begins) {
				hour = o
			}
			continue
		}
		r := g.guessDate(e, o)
		if !says.begins && r.IsZero() {
			continue
		}
		if !isBegin(date.Reading, r) {
			return date, o, false
		}
		if len(r.EDTF()) > len(begin.EDTF()) {
			begin.Date, by = r.Date, o
		}
	}
	if !clock || strings.Contains(begin.EDTF(), "T") {
		return begin, by, true
	}
	if hour == nil {
		return date, nil, false // one hour is no span
	}
	begin, ok = atHour(begin, hour)
	return begin, hour, ok
}

// endOf returns the end of what begins, where the reading of a key is that. What begins is given the hour, or the day,
// of the key that belongs to the end.
func (g *Guesser) endOf(e *Event, begins *reading, o *Key, r dates.Reading) (end dates.Reading, ok bool) {
	begin, by, ok := g.begun(e, *begins, o)
	if !ok {
		return r, false
	}
	if end = g.ShortEnd(begin.Reading, r, o.text()); guess.IsOpen(end.Text) {
		return end, true
	}
	if end.IsZero() || end.IsInterval() || strings.HasPrefix(end.EDTF(), begin.EDTF()+"T") {
		return end, false // it ends something else
	}
	hour := guess.IsClock(o.text())
	if end.Latest() < begin.Earliest() || isBefore(end, begin.Reading) || hour && end.Earliest() > begin.Latest() {
		if _, zone, _ := strings.Cut(end.EDTF(), "T"); hour || !isZoned(zone) {
			g.early, g.before = reading{end, o}, begin.Reading
		}
		return end, false
	}
	if by != nil {
		g.takeHour(by, begins.name(e))
	}
	if strings.Contains(begin.EDTF(), "T") {
		end.Name = o.Name
		end = g.withHour(e, reading{end, o}, true).Reading
	}
	*begins = begin
	return end, true
}

// saidEnd gives what begins the hour that belongs to its end, where the reader says what that is.
func (g *Guesser) saidEnd(e *Event, begin, end reading) reading {
	said := e.said("end")
	if said == nil || end.Node == nil || end.Node.Kind != yaml.ScalarNode || begin.IsZero() || begin.IsInterval() {
		return begin
	}
	said.Value = end.Node
	if at, by, ok := g.begun(e, begin, said); ok && by != nil {
		g.takeHour(by, begin.name(e))
		return at
	}
	return begin
}

// ownEndOf returns the end that an event has by a key of the format's own, unless the date is none that it may end:
// another key that begins a span stands beside it, or it says when something was told. Such an end is only kept.
func (g *Guesser) ownEndOf(e *Event, begin, end reading) reading {
	if end.Node == nil || begin.IsZero() || begin.Name == "start" && begin.from == nil || e.said("end") != nil ||
		begin.from != nil && begin.from.saysOfSpan().begins {
		return end
	}
	apart := func(message string) reading {
		g.Problem(end.Node, rule.KeysDisagree, message+", and is only kept", "call what it begins with start")
		g.keepDate(e, end)
		return reading{}
	}
	if begin.from != nil && (begin.from.Outer > 0 || isTold(begin.from.Name)) {
		return apart("`end` may not end what `" + begin.from.Name + "` says")
	}
	for i := range e.Others {
		o := &e.Others[i]
		m, _ := o.meaning(guess.Date)
		if o == begin.from || o.Outer > 0 || o.saysOfSpan() != (spanKey{begins: true}) ||
			guess.IsClock(o.text()) {
			continue
		}
		r := g.guessDate(e, o)
		if r.IsZero() && len(r.Either) == 0 || isBegin(begin.Reading, r) {
			continue
		}
		if m.Strong { // which is told with the end
			g.keepDate(e, end)
			return reading{}
		}
		return apart("`end` is that of `" + o.Name + "`, not of `" + begin.name(e) + "`, which is taken")
	}
	return end
}

// isBegin reports whether something that begins on a day is what begins on another as well, be one of them less exact.
func isBegin(date, start dates.Reading) bool {
	switch {
	case start.IsZero():
		return false
	case start.Earliest() == date.Earliest() && start.Latest() == start.Earliest():
		return true
	}
	return !start.IsInterval() && start.Earliest() <= date.Earliest() && date.Latest() <= start.Latest()
}

// atHour returns a day at the hour that a key has. It is not ok where there is no such hour, or no such day.
func atHour(day reading, hour *Key) (at reading, ok bool) {
	day.Reading, ok = dates.AtHour(day.Reading, hour.text(), hour.hasWord("utc", "gmt"))
	return day, ok
}

// withHour returns a day at the hour that a key beside it has, which is called alike: the time_utc of date_utc.
func (g *Guesser) withHour(e *Event, day reading, end bool) reading {
	if !end {
		day = g.withinDay(e, day)
	}
	from := day.from
	if from == nil {
		from = e.said(day.Name)
	}
	if from == nil || day.IsInterval() || len(day.EDTF()) != len("2025-09-08") {
		return day
	}
	path, span := from.inSpan()
	for i := range e.Others {
		o := &e.Others[i]
		in, says := o.inSpan()
		if in != path || says.end != end || says.of != span.of || says.of == "" && !says.begins && !end ||
			!o.isClock() || !guess.IsClock(o.text()) {
			continue
		}
		if at, ok := atHour(day, o); ok {
			g.takeHour(o, day.name(e))
			return at
		}
	}
	return day
}

// takeHour reports that a key is taken for the hour of another.
func (g *Guesser) takeHour(o *Key, of string) {
	if o.Taken == guess.Date {
		return
	}
	o.Taken = guess.Date
	g.ProblemOfKey(o.Node, rule.RoleGuessed, "`"+o.Name+"` is taken for the hour of `"+of+"`",
		func() string { return "write the two together, as in 2025-09-08T16:00" })
}

// isZoned reports whether an hour has an offset, which may put it after one that is of a later day elsewhere.
func isZoned(clock string) bool { return strings.ContainsAny(clock, "Z+-") }

// isBefore reports whether a time of day is before another of the same day.
func isBefore(end, begin dates.Reading) bool {
	a, b := end.EDTF(), begin.EDTF()
	day := len("2025-09-08")
	return len(a) > day && len(b) > day && a[:day] == b[:day] && a < b
}
