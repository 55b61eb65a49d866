package export

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
)

// An actorJSON is an actor with the number of events, in JSON. The order of the fields is the order of the keys.
type actorJSON struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	Kind   timeline.Kind `json:"kind"`
	Events int           `json:"events"`
	Of     string        `json:"of"` // the organisation or state that the actor belongs to
}

// Actors writes the actors that have a part in the selected events, themselves or through their people, the most
// frequent first and then by name, in format f. The error is that of w.
func Actors(w io.Writer, x *index.Index, s index.Selection, f Format, e Emphasis) error {
	actors := frequentActors(x, s)
	out := bufio.NewWriter(w)
	var err error
	switch f {
	case Markdown:
		err = actorsMarkdown(out, actors)
	case CSV:
		err = actorsCSV(out, actors)
	case JSON:
		err = jsonEncoder(out)(actors)
	case JSONLines:
		encode := jsonEncoder(out)
		for _, a := range actors {
			if err = encode(a); err != nil {
				break
			}
		}
	default:
		err = writeActorTable(out, actors, e)
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

func frequentActors(x *index.Index, s index.Selection) []actorJSON {
	t := x.Timeline()
	actors := []actorJSON{}
	for n, events := range x.ActorCounts(s) {
		if events > 0 {
			a := t.Actor(timeline.ActorRef(n))
			actors = append(actors, actorJSON{a.ID, a.Name, a.Kind, events, t.ActorName(t.Group(timeline.ActorRef(n)))})
		}
	}
	slices.SortStableFunc(actors, func(a, b actorJSON) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.Name, b.Name))
	})
	return actors
}

// writeActorTable writes number, name, kind and group in columns.
func writeActorTable(w *bufio.Writer, actors []actorJSON, e Emphasis) error {
	names, kinds := 0, 0
	for _, a := range actors {
		names, kinds = max(names, sanitize.Width(sanitize.Line(a.Name))), max(kinds, sanitize.Width(sanitize.Line(string(a.Kind))))
	}
	for _, a := range actors {
		name := sanitize.Line(a.Name)
		rest := fmt.Sprintf("%*s  %-*s  %s", names-sanitize.Width(name), "", kinds, sanitize.Line(string(a.Kind)), sanitize.Line(a.Of))
		if _, err := fmt.Fprintf(w, "%6d  %s%s\n", a.Events, e.name(name), strings.TrimRight(rest, " ")); err != nil {
			return err
		}
	}
	return nil
}

// actorsMarkdown writes a table.
func actorsMarkdown(w *bufio.Writer, actors []actorJSON) error {
	_, err := w.WriteString("| Events | Actor | Kind | Of |\n|---:|---|---|---|\n")
	for _, a := range actors {
		_, err = fmt.Fprintf(w, "| %d | %s | %s | %s |\n", a.Events, markdownText(a.Name), markdownText(string(a.Kind)), markdownText(a.Of))
	}
	return err
}

// actorsCSV writes a row of names and a row for each actor.
func actorsCSV(w *bufio.Writer, actors []actorJSON) error {
	out := csv.NewWriter(w)
	err := out.Write([]string{"id", "name", "kind", "events", "of"})
	for _, a := range actors {
		err = out.Write([]string{textCell(a.ID), textCell(a.Name), textCell(string(a.Kind)), strconv.Itoa(a.Events), textCell(a.Of)})
	}
	out.Flush()
	return cmp.Or(err, out.Error())
}
