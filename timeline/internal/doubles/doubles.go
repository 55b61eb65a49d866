// Package doubles words the warnings of actors that are probably others, each at a place where an event lists the name.
//
//	problems, groups := doubles.Problems(ctx, x, diag.MaxProblems, placeOf)
//	fmt.Print(problems) // `Mira Soll` is probably Mira Sol: 3 events would join 40
//
// Package review finds these actors, by internal/duplicates. Events are stored without the places of what they list, so
// that a name is looked for in the lines of its first event. It changes nothing.
//
// doubles imports timeline, diag, diag/rule, index and review.
package doubles

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/index"
	"dateline/timeline/review"
)

// Problems returns warnings of the actors that are probably others, the most useful first and n at most, and the groups
// of all. PlaceOf returns where in its file an event begins. When ctx ends, it returns soon, and perhaps not all.
func Problems(ctx context.Context, x *index.Index, n int, placeOf func(diag.Pos) diag.Range,
) (problems diag.Problems, groups diag.Groups) {
	t := x.Timeline()
	doubles := review.Doubles(ctx, x)
	all := len(doubles)
	doubles = doubles[:min(n, all)]
	places := listedAt(x, doubles, placeOf)
	problems = make(diag.Problems, len(doubles))
	for i, d := range doubles {
		actor, same := t.Actor(d.Actor), t.Actor(d.Same)
		name, other := diag.Brief(actor.Name), diag.Brief(same.Name)
		events := x.ListedIn(d.Actor)
		cure := "if so, write both alike, or make one an alias"
		switch {
		case name == other: // only their ids tell them apart
			name, other = actor.ID, same.ID+", since both are called "+other
			cure = "if so, make one record of the two"
		case same.Recorded:
			cure = "if so, add the name to the aliases of " + other
		}
		message := fmt.Sprintf("`%s` is probably %s: %s would join %d", name, other,
			diag.Plural(len(events), "event"), len(x.ListedIn(d.Same)))
		problems[i] = places[d.Actor].Problem(rule.ProbableDouble, message, cure)
	}
	return problems, groupsOf(problems, all)
}

// apart is how many doubles are told one by one, since each has a cure of its own.
const apart = 3

// groupsOf returns the groups of all doubles, of which there are these places.
func groupsOf(places diag.Problems, all int) (groups diag.Groups) {
	if all > apart {
		return diag.Groups{{Places: places, Count: all}}
	}
	for n := range places {
		groups = append(groups, diag.Group{Places: places[n : n+1], Count: 1})
	}
	return groups
}

// Bounds of what is searched for the place where an event lists a name.
const (
	maxListedLines = 200       // lines of an event
	maxListedBytes = 128 << 20 // of lines, for all names
)

// listedAt returns where the first event of each double lists it, or where that event begins if the name is not found.
// An event may list very many doubles, so it is gone through once for all of them.
func listedAt(x *index.Index, doubles []review.Double, placeOf func(diag.Pos) diag.Range,
) map[timeline.ActorRef]diag.Range {
	var events []int32
	listed := make(map[int32]map[timeline.ActorRef]bool) // event -> doubles that are not found yet
	for _, d := range doubles {
		event := x.ListedIn(d.Actor)[0]
		if listed[event] == nil {
			listed[event] = make(map[timeline.ActorRef]bool)
			events = append(events, event)
		}
		listed[event][d.Actor] = true
	}
	places := make(map[timeline.ActorRef]diag.Range, len(doubles))
	patience := maxListedBytes
	var e timeline.Event
	for _, event := range events {
		x.Timeline().Read(int(event), &e)
		begin, sought := placeOf(e.Pos), listed[event]
		for a := range sought {
			places[a] = begin
		}
		for _, p := range e.Actors {
			if !sought[p.Actor] {
				continue
			}
			if at, ok := itemAfter(begin, p.Name, &patience); ok {
				places[p.Actor] = at
				delete(sought, p.Actor)
			}
		}
	}
	return places
}

// itemAfter finds a name that is an item in the lines of an event, which begins at p. It takes what it reads from
// patience.
func itemAfter(p diag.Range, name string, patience *int) (diag.Range, bool) {
	for n := p.Line; n < p.Line+maxListedLines && *patience > 0; n++ {
		line := p.File.Line(n)
		*patience -= len(line) + 1
		if at := itemIn(line, name); at >= 0 {
			column, width := utf8.RuneCountInString(line[:at])+1, utf8.RuneCountInString(name)
			return diag.Range{File: p.File, Line: n, Column: column, Width: width}, true
		}
	}
	return diag.Range{}, false
}

// itemIn returns the offset of a name that is a whole item or value in a line of YAML, and −1 where there is none.
func itemIn(line, name string) int {
	for from := 0; name != ""; {
		at := strings.Index(line[from:], name)
		if at < 0 {
			break
		}
		at += from
		from = at + len(name)
		before, after := strings.TrimRight(line[:at], " \t\"'"), strings.TrimLeft(line[from:], " \t\"'")
		begins := before == "" || strings.ContainsAny(before[len(before)-1:], "[,-:{")
		if begins && (after == "" || strings.ContainsAny(after[:1], ",]}#")) {
			return at
		}
	}
	return -1
}
