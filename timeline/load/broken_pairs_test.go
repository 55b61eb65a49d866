package load

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/diag"
)

// A brokenPair is some events of a record that are broken, each in a way of its own.
type brokenPair []brokenCell

// pairSpots are the places within an event that is broken beside others.
var pairSpots = []spot{
	{field: firstField, side: within},
	{field: middleField, side: within},
	{field: middleField, side: before},
	{field: nestedField, side: within},
	{field: firstField, side: before},
}

// pairNumber returns pair n: two events that are next to each other, three, or two that are far apart.
func pairNumber(n int) brokenPair {
	events := [][]int{{20, 21}, {4, 30}, {20, 21, 22}}[n%3]
	var pair brokenPair
	for i, event := range events {
		at := pairSpots[(n/3+2*i)%len(pairSpots)]
		at.event = event
		pair = append(pair, brokenCell{
			slip: slips[(n*5+i*(37+n/7))%len(slips)], spot: at, indentation: n / 2 % len(indentations),
			shape: shapes[n%len(shapes)],
		})
	}
	return pair
}

// try returns the lines of a record with all that is broken, where each is broken, and the lines by which what is below
// each event has moved. It reports whether each changes anything, and is more than a text that holds the others.
func (p brokenPair) try(r soundRecord) (lines []string, tries []brokenTry, ok bool) {
	next := len(r.lines)
	for i := len(p) - 1; i >= 0; i-- {
		b, changes := p[i].try(r)
		if !changes || b.returns || isYAML(b.lines) {
			return nil, nil, false
		}
		e := r.events[b.event]
		lines = slices.Concat(b.lines[e.from:e.to+b.shift], r.lines[e.to:next], lines)
		tries = append([]brokenTry{b}, tries...)
		next = e.from
	}
	return append(slices.Clone(r.lines[:next]), lines...), tries, true
}

// TestBrokenLines breaks lines of several events at once, and holds that this costs no event but these, and that what
// is said is about them.
func TestBrokenLines(t *testing.T) {
	pairs := 450
	if racing {
		pairs = 90
	}
	records := soundRecords(t)
	tried := 0
	for n := range pairs {
		pair := pairNumber(n)
		r := records[fmt.Sprint(pair[0].shape.name, pair[0].indentation)]
		lines, tries, ok := pair.try(r.soundRecord)
		if !ok {
			continue
		}
		tried++
		if wrong := pair.check(r, tries, loadLines(lines)); wrong != "" {
			all := brokenTry{lines: lines, from: tries[0].from, to: tries[0].to + 24}
			t.Errorf("%d: %s:\n%s%s", n, pair, wrong, all.around())
		}
	}
	if tried < pairs/2 {
		t.Errorf("only %d of %d pairs break anything", tried, pairs)
	}
}

func (p brokenPair) String() string {
	var cells []string
	for _, c := range p {
		cells = append(cells, c.String())
	}
	return strings.Join(cells, "\n and ")
}

// check returns what is wrong with what was read of a record with several events that are broken.
func (p brokenPair) check(r writtenRecord, tries []brokenTry, is Progress) string {
	var wrong strings.Builder
	got := toldApart(is.Index.Timeline())
	shift, lines := 0, map[int]bool{} // the lines of the broken events
	for n := range got {
		want := movedDown(r.sound[n], shift)
		broken := slices.IndexFunc(tries, func(b brokenTry) bool { return slices.Contains(b.others, n) })
		if broken < 0 && got[n] != want {
			fmt.Fprintf(&wrong, "event %d is %q, not %q\n", n, got[n], want)
		}
		from := r.events[n].from + shift
		for _, b := range tries {
			if b.event == n {
				shift += b.shift
			}
		}
		for line := from; broken >= 0 && line < r.events[n].to+shift; line++ {
			lines[line+1] = true
		}
	}
	said := false
	for _, one := range is.Problems {
		if said = said || one.Severity() == diag.Error; one.Severity() == diag.Error && !lines[one.Pos.Line] {
			fmt.Fprintf(&wrong, "this is about none of the lines: %s", diag.Problems{one})
		}
	}
	if !said {
		wrong.WriteString("there is no error\n")
	}
	return wrong.String()
}
