package otherkeys

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
)

// This file finds the key that says the same as the one that is taken for the date, and more exactly.

// withinYear returns the date of a lesser key that says the same as a year, and more exactly: of year and election_date
// it is the second. Of keys that no table knows, as Launch Data, all that lie in the year have to agree.
func (g *Guesser) withinYear(e *Event, year reading) reading {
	if len(year.EDTF()) != len("2025") {
		return year
	}
	for _, i := range g.ranked {
		o := &e.Others[i]
		if !o.hasWord("date", "datetime", "data", "datum", "fecha") || o.isOfRecord() {
			continue
		}
		if r := g.inYear(e, year, o); r.from == o {
			return r
		}
	}
	all := year
	for i := range e.Others {
		o := &e.Others[i]
		if len(o.Means) > 0 || o.Value.Kind != yaml.ScalarNode || !strings.Contains(o.Folded, "dat") &&
			!strings.Contains(o.Folded, "fecha") || !o.hasWord("date", "data", "datum", "fecha") || !o.mayHappen() {
			continue
		}
		r := g.inYear(e, year, o)
		switch {
		case r.from != o:
		case all.from == year.from:
			all = r
		case !r.Overlaps(all.Date):
			return year
		}
	}
	return all
}

// inYear returns the date of a key where that is in a year, and else the year.
func (g *Guesser) inYear(e *Event, year reading, o *Key) reading {
	if o == year.from {
		return year
	}
	r := g.guessDate(e, o)
	if r.IsZero() && len(r.Either) == 0 {
		r = g.InYear(o.Name, r, year.EDTF()) // as the reader said that the year is the date
	}
	if r.IsZero() || len(r.EDTF()) <= len("2025") || r.IsInterval() || r.Earliest() < year.Earliest() ||
		r.Latest() > year.Latest() {
		return year
	}
	r.Name, r.Node = o.Name, o.Value
	return reading{r, o}
}

// mayHappen reports whether a key that no table knows may say when something happened, and not when it ended or was
// told.
func (o *Key) mayHappen() bool {
	_, span := o.inSpan()
	return o.Outer == 0 && !guess.IsNever(o.Name) && !o.isOfRecord() && !o.isWritten() &&
		!span.end && !o.hasWord("return", "landing", "arrival", "decay", "fine")
}

// withinDay returns the hour of a lesser key that says the same day as the one that is taken: of fecha and fecha_hora
// it is the second.
func (g *Guesser) withinDay(e *Event, day reading) reading {
	if day.from == nil || len(day.EDTF()) != len("2025-09-08") || day.IsInterval() {
		return day
	}
	for i := range e.Others {
		o := &e.Others[i]
		if o == day.from || o.Value.Kind != yaml.ScalarNode || len(o.Value.Value) <= len("2025-09-08") ||
			!o.hasWord("datetime") && !o.has(dateAndHour, o.Name, isDateAndHour) || !o.mayHappen() {
			continue
		}
		r := g.guessDate(e, o)
		if !r.IsZero() && !r.IsInterval() && strings.HasPrefix(r.EDTF(), day.EDTF()+"T") {
			r.Name, r.Node = o.Name, o.Value
			return reading{r, o}
		}
	}
	return day
}

// isDateAndHour reports whether a key has a word for a date and one for an hour, as fecha_hora.
func isDateAndHour(key string) bool {
	return guess.HasWord(key, "date", "data", "datum", "fecha") &&
		guess.HasWord(key, "time", "hour", "hora", "heure", "ora", "uhrzeit", "zeit")
}
