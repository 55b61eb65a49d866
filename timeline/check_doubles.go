package timeline

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// doubleProblems warns of the actors that are probably others, most useful first.
func (b *builder) doubleProblems(x *Index) Problems {
	t := x.t
	var problems Problems
	for _, d := range findDoubles(x) {
		if len(b.problems.problems)+len(problems) >= maxProblems {
			b.problems.omitted++
			continue
		}
		name, same := t.actors[d.actor].Name, &t.actors[d.same]
		events := x.byListed.row(int32(d.actor))
		cure := "if so, write both alike, or give the actor a record with this name among its aliases"
		if same.Recorded {
			cure = "if so, add the name to the aliases of " + same.Name
		}
		message := fmt.Sprintf("`%s` is probably %s: %s would join %d", name, same.Name, plural(len(events), "event"), len(x.byListed.row(int32(d.same))))
		problems = append(problems, b.listedAt(d.actor, t.Event(int(events[0]))).problem(Warning, message, cure))
	}
	return problems
}

// maxListedLines is how many lines of an event are looked at for a name.
const maxListedLines = 200

// listedAt is where an event lists an actor, or where the event begins when that is not found.
func (b *builder) listedAt(a ActorRef, e *Event) place {
	begin := b.placeOf(e.Pos)
	for _, p := range e.Actors {
		for n := begin.line; p.Actor == a && n < begin.line+maxListedLines; n++ {
			line := begin.in.line(n)
			if at := itemIn(line, p.Name); at >= 0 {
				return place{in: begin.in, line: n, column: utf8.RuneCountInString(line[:at]) + 1, width: utf8.RuneCountInString(p.Name)}
			}
		}
	}
	return begin
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
