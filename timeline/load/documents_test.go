package load

import (
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// A document after others that gives nothing is told, with its line; heads before the events are right.
func TestDocumentsThatGiveNothing(t *testing.T) {
	const one, two = "date: 2025\ntitle: A\n", "date: 2026\ntitle: B\n"
	for _, c := range []struct {
		docs  string
		lines []int // of the errors
		want  string
	}{
		{one + "---\ntitle: Lost\n", []int{4}, "2025 | A,  | Lost"},
		{one + "---\ntitle: Lost\ndescription: x\n---\n" + two, []int{4}, "2025 | A, 2026 | B,  | Lost"},
		{one + "---\ndescription: x\n", []int{4}, "2025 | A"},
		{"events: [{date: 2025, title: A}]\n---\ntitle: Lost\n---\ntitle: More\n", []int{3, 5}, "2025 | A"},
		{"- {date: 2025, title: A}\n---\ntitle: Lost\n", []int{3}, "2025 | A"},
		{"stages: [{date: 2025, title: A}]\n---\ntitle: Lost\n", []int{3}, "2025 | A"},
		{"title: R\n---\ntitle: S\n---\n" + one, []int{3}, "2025 | A"},
		{"title: R\nevents: [{date: 2025, title: A}]\n---\ndescription: x\n", []int{4}, "2025 | A"},
		{"title: R\n---\n" + one + "---\n" + two, nil, "2025 | A, 2026 | B"},
		{"title: R\n---\ndescription: x\n---\n" + one, nil, "2025 | A"},
		{"actors: [X]\n---\ntitle: R\n---\nevents: [{date: 2025, title: A}]\n", nil, "2025 | A"},
		{one + "---\nactors: [X]\n", nil, "2025 | A"},
		{one + "---\n", nil, "2025 | A"},
	} {
		p := loadText(t, "x.yaml", c.docs)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != c.want {
			t.Errorf("%q: %s", c.docs, got)
		}
		var lines []int
		for _, one := range p.Problems {
			if one.Rule == rule.FileWithoutEvents || one.Rule == rule.NoDate {
				lines = append(lines, one.Pos.Line)
			}
		}
		if len(lines) != len(c.lines) || len(lines) > 0 && lines[0] != c.lines[0] {
			t.Errorf("%q: errors in lines %v\n%s", c.docs, lines, p.Problems)
		}
	}
}
