package load

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/diag"
)

// swallowing are fields of an event whose value is in lines below, as they are where the event begins at the margin.
var swallowing = map[string]string{
	"a list of texts":   "notes:\n- one\n- two",
	"a list of one":     "tags:\n- aid",
	"a list of words":   "related:\n- other",
	"a list of maps":    "quotes:\n- {by: A, text: fine}",
	"maps on lines":     "claims:\n- by: A\n  text: fine\n- by: B\n  text: not so",
	"a list of numbers": "figures:\n- {label: days, value: 3}",
	"actors":            "actors:\n- A\n- {actor: B, role: host}",
	"sources":           "sources:\n- https://a.example\n- title: Report\n  url: https://b.example",
	"a text":            "summary: |\n  What was said\n\n  and what was not",
	"a folded text":     "summary: >-\n  What was said\n  - and what was not",
	"a map":             "place:\n  city: Kyiv\n  street: none",
	"several fields":    "type: call\ntags:\n- aid\nactors: [A]\nnotes:\n- one",
}

// swallowingRecord returns a record of some events, of which the third has a field at the margin, moved to the right by
// column blanks below its key, and its line from 0. Other fields of the event may come after it.
func swallowingRecord(items, field string, column int, after string) (lines []string, from, to int) {
	lines = []string{"title: A record", "actors: [{id: A, name: A}]", "events:"}
	for n := range 12 {
		lines = append(lines, items+"- date: "+dateOf(n), fmt.Sprintf("%s  title: Event %d", items, n))
		if n != 2 {
			continue
		}
		from = len(lines)
		for _, line := range strings.Split(field, "\n") {
			if line != "" && strings.IndexByte(" -", line[0]) >= 0 {
				line = strings.Repeat(" ", column) + line
			}
			lines = append(lines, line)
		}
		to = len(lines)
		if after != "" {
			lines = append(lines, items+"  "+after)
		}
	}
	return append(lines, "sources:", "  - {id: ki, title: An article}"), from, to
}

// A field that slips to the margin with what is below it costs no event, is told in its line, and is put back by the
// cure.
func TestSwallowedEventsGoBack(t *testing.T) {
	for name, field := range swallowing {
		for _, items := range []string{"  ", "    "} {
			for column := range len(items) + 1 {
				for _, after := range []string{"", "location: Kyiv"} {
					if isAmbiguous(name, column-len(items), after != "") {
						continue
					}
					lines, from, to := swallowingRecord(items, field, column, after)
					p := loadLines(lines)
					where := fmt.Sprintf("%s at %d, events at %d, %q after it", name, column, len(items), after)
					text := strings.Join(lines[from-4:min(len(lines), to+3)], "\n")
					if got := p.Index.Timeline().Len(); got != 12 {
						t.Errorf("%s: %d events\n%s\n%s", where, got, text, p.Problems)
						continue
					}
					first := firstError(p.Problems)
					if first.Pos.Line != from+1 || !strings.Contains(first.Message, "the 9 items below it are read all the same") {
						t.Errorf("%s:\n%s\n%s", where, text, p.Problems)
					}
					sound := lines[:from:from]
					for _, line := range lines[from:to] {
						sound = append(sound, items+"  "+line)
					}
					sound = append(sound, lines[to:]...)
					cured := cureAll(lines, items, p.Problems)
					if diff := cmp.Diff(sound, cured); diff != "" {
						t.Errorf("%s: the cure is not (-) but (+)\n%s\n%s", where, diff, p.Problems)
					}
				}
			}
		}
	}
}

// isAmbiguous reports whether what is below a field, so many columns right of the items of the events, may as well be
// fields of the event, or what comes after it a part of its value.
func isAmbiguous(name string, right int, isFollowed bool) bool {
	switch name {
	case "a map":
		return right > -2
	case "maps on lines", "sources":
		return isFollowed && right == 0
	case "a text", "a folded text":
		return isFollowed && right > -2
	}
	return false
}

// firstError returns the first error, or the zero Problem.
func firstError(problems diag.Problems) diag.Problem {
	for _, one := range problems {
		if one.Severity() == diag.Error {
			return one
		}
	}
	return diag.Problem{}
}

// cureAll follows the cures of slips to the margin.
func cureAll(lines []string, items string, problems diag.Problems) []string {
	for _, one := range problems {
		if strings.Contains(one.Message, "has slipped to the margin") {
			style := mistaken{text: lines[one.Pos.Line-1], items: items, fields: items + "  "}
			if text, ok := style.cured(one); ok {
				lines = withLinesBelow(lines, one, text, style.fields)
			}
		}
	}
	return lines
}

// A record with lists of its own below the events stays as it is.
func TestRightListsBelowEventsStay(t *testing.T) {
	head := "events:\n  - date: 2025-01-01\n    title: A\n  - date: 2025-01-02\n    title: B\n"
	for name, tail := range map[string]string{
		"actors":      "actors:\n  - Rubio\n  - id: y\n    name: Yermak\n",
		"sources":     "sources:\n  - https://a.example\n  - title: T\n    date: 2021\n    url: https://b.example\n",
		"a chronicle": "chapters:\n  - date: 2025-01-01\n    title: One\n  - date: 2025-01-02\n    title: Two\n",
		"a log":       "log:\n  - {date: 2020, text: x}\n  - {date: 2021, title: y}\n",
		"maps":        "people:\n  - name: A\n    title: Dr\n  - name: B\n    title: Ms\n",
		"how to":      "description: |\n  Write\n  - date: 2025-01-01\n    title: an example\n",
	} {
		p := loadLines(strings.Split(head+tail, "\n"))
		if got := p.Index.Timeline().Len(); got != 2 || p.Problems.Errors() > 0 {
			t.Errorf("%s: %d events\n%s", name, got, p.Problems)
		}
	}
}

// A list item that slips to the hyphens of the events, or of the records that it is in, is put back.
func TestItemSlipsToTheRecords(t *testing.T) {
	for text, want := range map[string]struct {
		problem string
		events  int
	}{
		"events:\n  - date: 2025-01-01\n    title: A\n    actors:\n  - {actor: T, role: host}\n" +
			"      - {actor: P, role: guest}\n    summary: Words\n  - date: 2025-01-02\n    title: B\n": {
			"5:3 this item has slipped out of the list above it", 2,
		},
		"events:\n  - date: 2025-01-01\n    title: A\n    actors:\n      - T\n  - P\n    summary: Words\n" +
			"  - date: 2025-01-02\n    title: B\n": {"6:3 this item has slipped out of the list above it", 2},
		"events:\n  - date: 2025-01-01\n    title: A\n    quotes:\n      - by: T\n        text: one\n  - {by: P, text: two}\n" +
			"      - {by: P, text: three}\n  - date: 2025-01-02\n    title: B\n": {
			"7:3 this item has slipped out of the list above it", 2,
		},
		"actors:\n  - id: y\n    name: Y\n    memberships:\n  - {of: ukraine, role: head}\n      - {of: eu, role: none}\n" +
			"  - id: r\n    name: R\nevents:\n  - {date: 2025, title: A}\n": {
			"5:3 this item has slipped out of the list above it", 1,
		},
		"actors:\n  - id: y\n    name: Y\n    memberships:\n      - {of: eu, role: head}\n   - id: r\n    name: R\n" +
			"events:\n  - {date: 2025, title: A, actors: [r]}\n": {"6:4 this item is not indented as the others", 1},
		"sources:\n  - id: y\n    title: Y\n - id: r\n    title: R\nevents:\n  - {date: 2025, title: A, sources: [r]}\n": {
			"4:2 this item is not indented as the others", 1,
		},
		"events:\n  - date: 2025-01-01\n    title: A\n    notes:\n      - T\n\n- stray\n  - date: 2025-01-02\n    title: B\n": {
			"7:1 this item is in no list", 2,
		},
	} {
		p := loadText(t, "record.yaml", text)
		first := firstError(p.Problems)
		if said := fmt.Sprintf("%d:%d %s", first.Pos.Line, first.Pos.Column, first.Message); p.Problems.Errors() != 1 ||
			!strings.HasPrefix(said, want.problem) || p.Index.Timeline().Len() != want.events {
			t.Errorf("%s%s%d events", text, p.Problems, p.Index.Timeline().Len())
		}
	}
}

// slipsWithLists are fields that slip to the margin with what is below them, by less than the fields of an event.
var slipsWithLists = []slip{
	{name: "a list with its items at the margin", added: line("notes:\n- one\n- two")},
	{name: "a list with its items near the margin", added: line("related:\n - other")},
	{name: "a map with what it holds near the margin", added: line("types:\n call: {family: talks}")},
	{name: "a text with its lines near the margin", added: line("summary: |\n What was said\n - and what not")},
}

// What slips with its list anywhere in a record of any shape costs no more than the event that it is in.
func TestListsThatSlipCostNoOtherEvent(t *testing.T) {
	records := soundRecords(t)
	n := 0
	for _, one := range slipsWithLists {
		for _, at := range spots {
			for indentation := range indentations {
				for _, s := range shapes {
					if n++; n%7 > 0 || at == spots[0] { // the list of events would begin with that of the field
						continue
					}
					c := brokenCell{slip: one, spot: at, indentation: indentation, shape: s}
					r := records[fmt.Sprint(s.name, indentation)]
					b, _ := c.try(r.soundRecord)
					p := loadLines(b.lines)
					if wrong := c.check(r.soundRecord, r.sound, r.known, b, p); wrong != "" {
						t.Errorf("%s:\n%s\n%s%s", c, wrong, b.around(), b.near(p.Problems))
					}
				}
			}
		}
	}
}
