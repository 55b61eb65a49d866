package otherkeys

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
)

// This file finds the era of a year.

// eraWords are the last words of keys that say in which era the year beside them is.
var eraWords = []string{"era", "bc", "bce", "isbc", "isbce"}

// isEra reports whether a folded name is that of a key that says eras.
func isEra(folded string) bool { return guess.IsEra(folded) || dates.Era(folded, "true") != "" }

// era returns what a key beside a year says of its era, and that key: one that is called so, or one that has nothing
// but such words. The key is nil where the year says it by its own name, such as year_bc.
func (g *Guesser) era(e *Event, year *Key) (era string, key *Key) {
	if year != nil && year.hasWord("bc", "bce") && !year.hasWord("ad", "ce") {
		return "BC", nil
	}
	for _, word := range eraWords {
		if o := e.sibling(year, word); o != nil {
			if era := o.era(); era != "" {
				return era, o
			}
		}
	}
	for i := range e.Others {
		o := &e.Others[i]
		if o.Value.Kind != yaml.ScalarNode || len(o.Value.Value) > len("B.C.E.") {
			continue
		}
		named := o.isEra()
		if !named && len(o.Means) > 0 || o.hasWord("state", "province", "prov", "country", "code", "id") {
			continue
		}
		era := o.era()
		if era == "" && !named && o.Value.Value != "" {
			g.Seen.Column(o.Name).Signs |= guess.NoEra
		}
		if era != "" && (named || g.Known.Seen(o.Name).Signs&guess.NoEra == 0 && g.Seen.Seen(o.Name).Signs&guess.NoEra == 0) {
			return era, o
		}
	}
	return "", nil
}

// era returns the era that the value of a key says, "" where it says none.
func (o *Key) era() string {
	if _, ok := guess.Era(o.text()); ok {
		return o.text()
	}
	return dates.Era(o.Folded, o.text())
}

// inEra returns a date before Christ where that is written as one of our time, and a key beside it says so.
func (g *Guesser) inEra(e *Event, o *Key, r dates.Reading) dates.Reading {
	text := r.EDTF()
	if len(text) < len("0490") || !guess.IsDigits(text[:4]) || !e.hasEra() {
		return r
	}
	era, key := g.era(e, o)
	if bc, _ := guess.Era(era); !bc || key == nil || !key.isEra() {
		return r
	}
	n, _ := strconv.Atoi(text[:4])
	r.Date, r.Odd = edtf.Date{}, true
	if date, err := edtf.Parse(edtfYear(1-n) + text[4:]); n > 0 && err == nil && !date.IsInterval() && !date.IsSet() {
		r.Date = date
		if key.Taken = guess.Date; o == nil { // else it may yet be that of another key
			g.sayPart(key, "era", "date")
		}
	}
	return r
}

// takePart takes a key for a part of the date that another has, which it reports. There may be no such key.
func (g *Guesser) takePart(o *Key, part, of string) {
	if o == nil || o.Taken != guess.Nothing {
		return
	}
	o.Taken = guess.Date
	g.sayPart(o, part, of)
}

// sayPart reports that a key is taken for a part of the date that another has.
func (g *Guesser) sayPart(o *Key, part, of string) {
	g.ProblemOfKey(o.Node, rule.RoleGuessed, "`"+o.Name+"` is taken for the "+part+" of `"+of+"`", func() string {
		return "write the two together, as in " + map[string]string{
			"era": "-0043 for 44 BC", "month": "2025-09", "day": "2025-09-08",
		}[part]
	})
}

// hasEra reports whether an event has a key that says eras.
func (e *Event) hasEra() bool {
	for i := range e.Others {
		if o := &e.Others[i]; o.Value.Kind == yaml.ScalarNode && o.isEra() {
			return true
		}
	}
	return false
}

// edtfYear returns a year as EDTF writes it, with four digits.
func edtfYear(n int) string {
	if n < 0 {
		return "-" + strconv.Itoa(10_000 - n)[1:]
	}
	return strconv.Itoa(10_000 + n)[1:]
}
