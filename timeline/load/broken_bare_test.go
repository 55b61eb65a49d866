package load

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// bare returns a record without its head and its tail, so that it is nothing but a list.
func (r soundRecord) bare() soundRecord {
	head, end := r.events[0].from, r.events[len(r.events)-1].to
	b := soundRecord{lines: slices.Clone(r.lines[head:end])}
	for _, e := range r.events {
		e.from, e.to, e.nested = e.from-head, e.to-head, e.nested-head
		e.fields = slices.Clone(e.fields)
		for i := range e.fields {
			e.fields[i] -= head
		}
		b.events = append(b.events, e)
	}
	return b
}

// bareSpots are where a bare list is broken: nothing above shows what it is.
var bareSpots = []spot{
	{0, firstField, before},
	{0, firstField, within},
	{0, middleField, within},
	{0, firstField, after},
	{1, firstField, within},
}

// TestBrokenBareList breaks a line in every way at the beginning of a record that is nothing but a list.
func TestBrokenBareList(t *testing.T) {
	long := os.Getenv("LONG") != ""
	records, sound := map[string]soundRecord{}, map[string][]string{}
	for _, shape := range shapes {
		r := shape.write(0).bare()
		records[shape.name], sound[shape.name] = r, toldApart(loadLines(r.lines).Index.Timeline())
	}
	for _, slip := range slips {
		t.Run(slip.name, func(t *testing.T) {
			lost, shown := 0, ""
			for _, shape := range shapes {
				if shape.name == "anchors" || !long && shape.name != "plain" && shape.name != "flow" { // those are in the head
					continue
				}
				for n, spot := range bareSpots {
					if !long && (n > 2 || racing && n > 0) {
						break
					}
					r := records[shape.name]
					c := brokenCell{slip: slip, spot: spot, shape: shape}
					b, ok := c.try(r)
					if !ok {
						continue
					}
					p := loadLines(b.lines)
					got, n := toldApart(p.Index.Timeline()), 0
					for i := range got {
						want := sound[shape.name][i]
						if r.events[i].from >= b.from {
							want = movedDown(want, b.shift)
						}
						if got[i] != want {
							n++
						}
					}
					if n > 1 && !(isYAML(b.lines) && b.isTold(p.Problems, n-1)) {
						lost++
						shown = strings.Join([]string{c.String(), b.around(), b.near(p.Problems).String()}, "\n")
					}
				}
			}
			if want := bareYet[slip.name]; long && lost != want || lost > want {
				t.Errorf("%d cells lose more than an event, not %d:\n%s", lost, want, shown)
			}
		})
	}
}

// bareYet is as wrongYet: the numbers of cells that lose more than an event.
var bareYet = map[string]int{"a fence with text": 4}
