package yamldoc_test

import (
	"context"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/yamldoc"
)

// scalars returns the scalars of trees, and the lines and columns of those that a text holds elsewhere.
func scalars(text string, docs []*yaml.Node) (values, misplaced []string) {
	lines := strings.Split(text, "\n")
	var take func(n *yaml.Node)
	take = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode && n.Value != "" {
			values = append(values, n.Value)
			if here := strings.Trim(lines[n.Line-1][n.Column-1:], `"`); !strings.HasPrefix(here, n.Value) {
				misplaced = append(misplaced, n.Value)
			}
		}
		for _, child := range n.Content {
			take(child)
		}
	}
	for _, n := range docs {
		take(n)
	}
	return values, misplaced
}

// Where brackets do not fit, the maps in them are read, and what is wrong is told.
func TestBracketsThatDoNotFit(t *testing.T) {
	for text, want := range map[string]string{
		`{"date":"2025","title":"a"}]`:                              "date 2025 title a",
		`[{"date":"2025","title":"a"}]]`:                            "date 2025 title a",
		`{date: 2025, title: a}]`:                                   "date 2025 title a",
		`[{date: 2025, title: a}, {date: 2024, title: b}`:           "date 2025 title a date 2024 title b",
		"{date: 2025, title: a}\n{date: 2024, title: b}":            "date 2025 title a date 2024 title b",
		`[{date: 2025, title: a}}, {date: 2024, title: b}]`:         "date 2025 title a date 2024 title b",
		`[{date: 2025, title: a], {date: 2024, title: b}]`:          "date 2025 title a date 2024 title b",
		`{"date":"2025","title":"a"]`:                               "date 2025 title a",
		"[\n {date: 2025, title: a}},\n {date: 2024, title: b}\n]":  "date 2025 title a date 2024 title b",
		"# é\n\n{\"date\":\"2025\",\"title\":\"a\"}}":               "date 2025 title a",
		"]\n{date: 2025, title: a}":                                 "date 2025 title a",
		"events: [{date: 2025, title: a}]]":                         "events date 2025 title a",
		"- {date: 2025, title: \"a\"]}\n- {date: 2024, title: b}":   "date 2025 title a date 2024 title b",
		"[{title: a, date: 20]25-09}, {date: 2024, title: b}]":      "title a date 2024 title b",
		"[{date: 2024, title: b}, {title: a, date: 2025-0":          "date 2024 title b title a",
		"{date: 2025, title: a}]\n---\n{date: 2024, title: 'it]s'}": "date 2025 title a date 2024 title it]s",
	} {
		problems := diag.NewList(diag.MaxProblems)
		r := yamldoc.NewReader(context.Background(), diag.NewFile("record.yaml", ""), &problems, yamldoc.UsualPiece)
		docs, _ := r.Documents(text)
		values, misplaced := scalars(text, docs)
		if got := strings.Join(values, " "); got != want || problems.Count() == 0 {
			t.Errorf("%q: %s, want %s; %d problems", text, got, want, problems.Count())
		}
		if !strings.Contains(text, "'") && misplaced != nil {
			t.Errorf("%q: %q are elsewhere", text, misplaced)
		}
	}
}
