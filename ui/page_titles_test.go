package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// whole is a pane's rows as one text, without what is at the ends of lines.
func whole(rows []string) string { return strings.Join(strings.Fields(strings.Join(rows, " ")), " ") }

// The titles of other events are whole on a page, in as many lines as they need.
func TestTitlesOfOtherEventsAreWrapped(t *testing.T) {
	const long = "A title of an event that no pane has room for in one line however wide it is since it goes on and on and on"
	record := "events:\n  - {id: a, date: 2022-02-24/.., title: First " + long + ", actors: [Anna]}\n" +
		"  - {id: b, date: 2025-01-02, title: Last " + long + ", actors: [Anna], related: [a]}\n"
	for _, w := range []int{60, 80, 100, 120, 200} {
		d := open(t, w, 60, yaml(record), at("b"))
		side := func() string {
			rows := d.lines()[d.layout().Detail.Min.Y:d.layout().Detail.Max.Y]
			for n := range rows {
				rows[n] = ansi.Cut(rows[n], d.layout().Detail.Min.X, w)
			}
			return whole(rows)
		}
		if got := side(); !strings.Contains(got, "First "+long) {
			t.Errorf("%d: the related title is not whole:\n%s", w, d.screen())
		}
		if d.press("i"); w < 100 {
			continue
		}
		got := side()
		for _, want := range []string{"First " + long, "Last " + long, "first 24 February 2022, goes on", "2 events of 2"} {
			if !strings.Contains(got, want) {
				t.Errorf("%d: the page of the actor lacks %q:\n%s", w, want, d.screen())
			}
		}
		d.see("Enter its events")
	}
}

// A list of names never ends in a line that one more would fit.
func TestNoLineForOneMore(t *testing.T) {
	for n := 11; n <= 15; n++ {
		var actors []string
		for k := range n {
			actors = append(actors, fmt.Sprintf("Person%02d", k))
		}
		d := open(t, 120, 60, yaml("events:\n  - {date: 2025-01-01, title: One, actors: [Anna, "+strings.Join(actors, ", ")+"]}\n")).press("i")
		if strings.Contains(d.screen(), " 1 more") {
			t.Errorf("of %d names one is not there:\n%s", n, d.screen())
		}
		if n == 14 {
			d.see("2 more")
		}
	}
}
