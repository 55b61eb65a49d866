package otherkeys

import (
	"slices"
	"strings"

	"dateline/timeline/internal/guess"
)

// This file reads keys that all begin alike, as itemname, itemdate and itemplace do.

// unprefix gives the keys of an event the meaning that they have without their common beginning, where none means a
// date with it, or none a title. What has a meaning keeps it.
func (g *Guesser) unprefix(e *Event) {
	const least = 4
	if len(e.Others) < least || len(e.Others) > maxRanked {
		return
	}
	dated, titled := e.DateNode != nil || e.StartNode != nil, e.Title != ""
	for i := range e.Others {
		_, date := e.Others[i].meaning(guess.Date)
		_, title := e.Others[i].meaning(guess.Title)
		if dated, titled = dated || date, titled || title; dated && titled {
			return
		}
	}
	begin := e.beginning(least)
	if begin == "" {
		return
	}
	for i := range e.Others {
		o := &e.Others[i]
		if rest, ok := strings.CutPrefix(o.Name, begin); ok && len(o.Means) == 0 {
			o.sense = senseOf(rest, weakly(rest))
		}
	}
}

// weakly returns what a name means in a file that is not ours.
func weakly(name string) []guess.Meaning {
	means := slices.Clone(guess.Meant(name))
	for i := range means {
		means[i].Strong = false
	}
	return means
}

// beginning returns the longest beginning that at least so many keys of an event have, and nearly all: at least three
// mean something without it, and one of them a date.
func (e *Event) beginning(least int) string {
	const shortest = 2
	for _, from := range e.Others[:2] { // since one key may be called otherwise
		if len(from.Name) < shortest || 5*e.beginSo(from.Name[:shortest]) < 4*len(e.Others) {
			continue
		}
		for end := len(from.Name) - shortest; end >= shortest; end-- {
			begin, with, mean, dated := from.Name[:end], 0, 0, false
			for i := range e.Others {
				rest, ok := strings.CutPrefix(e.Others[i].Name, begin)
				if !ok || len(rest) < shortest {
					continue
				}
				with++
				means := guess.Meant(rest)
				if len(means) > 0 {
					mean++
				}
				dated = dated || slices.ContainsFunc(means, func(m guess.Meaning) bool {
					return m.Role == guess.Date && !m.IsByWord()
				})
			}
			if with >= least && 5*with >= 4*len(e.Others) && mean >= 3 && dated {
				return begin
			}
		}
	}
	return ""
}

// beginSo returns the number of keys of an event that have a beginning.
func (e *Event) beginSo(begin string) (n int) {
	for i := range e.Others {
		if strings.HasPrefix(e.Others[i].Name, begin) {
			n++
		}
	}
	return n
}
