package load

import (
	"fmt"
	"strings"
	"testing"
)

// A hyphen that was forgotten between two events costs neither, and lends the fields of one to no other.
func TestForgottenHyphenPartsEvents(t *testing.T) {
	for name, test := range map[string]struct {
		text     string
		want     []string
		problems []string
	}{
		"in a list": {
			"events:\n  - date: 2025\n    title: a\n    date: 2026\n    title: b\n    location: Kyiv\n  - date: 2027\n    title: c\n",
			[]string{"2025|a", "2026|b||Kyiv", "2027|c"},
			[]string{"4:5 a new event seems to begin here"},
		},
		"after an id": {
			"- title: a\n  date: 2025\n  id: b\n  title: b\n  type: call\n  date: 2026\n",
			[]string{"2025|a", "2026|b|call"},
			[]string{"3:3 a new event seems to begin here"},
		},
		"thrice": {
			"- title: a\n  date: 2025\n  title: b\n  date: 2026\n  title: c\n  date: 2027\n  type: call\n",
			[]string{"2025|a", "2026|b", "2027|c|call"},
			[]string{"3:3 a new event seems to begin here", "5:3 a new event seems to begin here"},
		},
		"in braces": {
			"- {title: a, date: 2025, title: b, date: 2026, type: call}\n",
			[]string{"2025|a", "2026|b|call"},
			[]string{"1:26 a new event seems to begin here"},
		},
		"with a merge key": {
			"- &d {date: 2025, title: x, type: call}\n- title: a\n  date: 2026\n  <<: *d\n  title: b\n  date: 2027\n",
			[]string{"2025|x|call", "2026|a|call", "2027|b"},
			[]string{"5:3 a new event seems to begin here"},
		},
		"of a single event": {
			"date: 2025\ntitle: a\ndate: 2026\ntitle: b\n",
			[]string{"2025|a", "2026|b"},
			[]string{"3:1 a new event seems to begin here"},
		},
		"one field twice": {
			"- date: 2025\n  title: a\n  type: call\n  title: b\n",
			[]string{"2025|a|call"},
			[]string{"4:3 duplicate key `title`"},
		},
		"the same twice": {
			"- date: 2025\n  title: a\n  date: 2025\n  title: a\n",
			[]string{"2025|a"},
			[]string{"3:3 duplicate key `date`", "4:3 duplicate key `title`"},
		},
	} {
		t.Run(name, func(t *testing.T) { checkTold(t, test.text, test.want, test.problems) })
	}
}

// The same in a record that is long enough to be read in pieces.
func TestForgottenHyphenPartsEventsOfLongRecords(t *testing.T) {
	var text strings.Builder
	text.WriteString("events:\n")
	for n := range 40 {
		hyphen := "-"
		if n == 21 {
			hyphen = " "
		}
		fmt.Fprintf(&text, "%s date: %d\n  title: Event %d\n  tags: [t%d]\n", hyphen, 1900+n, n, n)
	}
	for size := 1; size < 4000; size *= 3 {
		p := loadInPieces(text.String(), size)
		record := p.Index.Timeline()
		if record.Len() != 40 || len(p.Problems) != 1 || p.Problems[0].Pos.Line != 2+3*21 {
			t.Fatalf("in pieces of %d bytes there are %d events:\n%s", size, record.Len(), p.Problems)
		}
		for i := range record.Len() {
			if e := record.Event(i); fmt.Sprint(e.Tags) != fmt.Sprintf("[t%s]", strings.TrimPrefix(e.Title, "Event ")) {
				t.Errorf("%q has the tags %v", e.Title, e.Tags)
			}
		}
	}
}

// A hyphen that was forgotten between two other records costs neither.
func TestForgottenHyphenPartsOtherRecords(t *testing.T) {
	p := loadText(t, "record.yaml", "actors:\n  - id: a\n    name: A\n    kind: person\n    id: b\n    name: B\n"+
		"sources:\n  - id: s\n    title: S\n    id: t\n    title: T\n    url: https://a.example\n"+
		"events:\n  - date: 2025\n    title: One\n    actors: [a, b]\n    quotes:\n      - by: a\n        text: yes\n"+
		"        by: b\n        text: no\n    sources: [s, t]\n")
	var lines []int
	for _, one := range p.Problems {
		if !strings.HasPrefix(one.Message, "a new ") {
			t.Errorf("unexpected: %s", one)
		}
		lines = append(lines, one.Pos.Line)
	}
	record := p.Index.Timeline()
	if fmt.Sprint(lines) != "[5 10 20]" {
		t.Errorf("%s", p.Problems)
	}
	if record.Actors() != 2 || record.Sources() != 2 || len(record.Event(0).Quotes) != 2 {
		t.Errorf("%v, %v, %v", record.Actors(), record.Sources(), record.Event(0).Quotes)
	}
}
