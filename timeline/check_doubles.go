package timeline

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// doubleProblems warns of the actors that are probably others, most useful first.
func (b *builder) doubleProblems(x *Index) Problems {
	t := x.t
	doubles := findDoubles(x)
	room := max(0, b.problems.left())
	if more := len(doubles) - room; more > 0 {
		b.problems.omitted += more
		doubles = doubles[:room]
	}
	places := b.listedAt(x, doubles)
	problems := make(Problems, len(doubles))
	for i, d := range doubles {
		name, same := brief(t.actors[d.actor].Name), &t.actors[d.same]
		events := x.byListed.row(int32(d.actor))
		cure := "if so, write both alike, or give the actor a record with this name among its aliases"
		if same.Recorded {
			cure = "if so, add the name to the aliases of " + brief(same.Name)
		}
		message := fmt.Sprintf("`%s` is probably %s: %s would join %d", name, brief(same.Name), plural(len(events), "event"),
			len(x.byListed.row(int32(d.same))))
		problems[i] = places[d.actor].problem(Warning, message, cure)
	}
	return problems
}

// Bounds of what is looked at to find where an event lists a name.
const (
	maxListedLines = 200       // lines of an event
	maxListedBytes = 128 << 20 // of lines, for all names
)

// listedAt is where the first event of each double lists it, or where the event begins when that is not found. An event
// may list very many, so that it is gone through once for all of them.
func (b *builder) listedAt(x *Index, doubles []double) map[ActorRef]place {
	var events []int32
	listed := make(map[int32]map[ActorRef]bool) // event -> doubles that are not found yet
	for _, d := range doubles {
		event := x.byListed.row(int32(d.actor))[0]
		if listed[event] == nil {
			listed[event] = make(map[ActorRef]bool)
			events = append(events, event)
		}
		listed[event][d.actor] = true
	}
	places := make(map[ActorRef]place, len(doubles))
	patience := maxListedBytes
	var e Event
	for _, event := range events {
		x.t.read(int(event), &e)
		begin, sought := b.placeOf(e.Pos), listed[event]
		for a := range sought {
			places[a] = begin
		}
		for _, p := range e.Actors {
			if !sought[p.Actor] {
				continue
			}
			if at, ok := begin.item(p.Name, &patience); ok {
				places[p.Actor] = at
				delete(sought, p.Actor)
			}
		}
	}
	return places
}

// item finds a name that is an item in the lines of an event, from its beginning on.
func (p place) item(name string, patience *int) (place, bool) {
	for n := p.line; n < p.line+maxListedLines && *patience > 0; n++ {
		line := p.in.line(n)
		*patience -= len(line) + 1
		if at := itemIn(line, name); at >= 0 {
			return place{in: p.in, line: n, column: utf8.RuneCountInString(line[:at]) + 1, width: utf8.RuneCountInString(name)}, true
		}
	}
	return place{}, false
}

// itemIn finds a name that is the whole of a list's item, or of a value, in a line of YAML; −1 where there is none.
func itemIn(line, name string) int {
	for from := 0; name != ""; {
		at := strings.Index(line[from:], name)
		if at < 0 {
			break
		}
		at += from
		from = at + len(name)
		before, after := strings.TrimRight(line[:at], " \t\"'"), strings.TrimLeft(line[from:], " \t\"'")
		if (before == "" || strings.ContainsAny(before[len(before)-1:], "[,-:{")) && (after == "" || strings.ContainsAny(after[:1], ",]}#")) {
			return at
		}
	}
	return -1
}
