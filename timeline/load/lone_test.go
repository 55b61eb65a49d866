package load

import (
	"strings"
	"testing"
)

// One event is found where several are: under its day as a key, in any format, and in a map under events.
func TestOneEventUnderItsDay(t *testing.T) {
	for _, c := range [][3]string{
		{"x.json", `{"2024-05-06": {"title": "A"}}`, "2024-05-06 | A"},
		{"x.json", `{"title": "R", "2024-05-06": "A"}`, "2024-05-06 | A"},
		{"x.json", `{"log": {"2024-05-06": ["A", "B"]}}`, "2024-05-06 | A, 2024-05-06 | B"},
		{"x.yaml", "2024-05-06: {title: A}\n", "2024-05-06 | A"},
		{"x.yaml", "events:\n  2024-05-06: {title: A}\n", "2024-05-06 | A"},
		{"x.yaml", "title: R\nactors: [X]\nevents:\n  a: {date: 2024, title: A}\n  b: {date: 2025, title: B}\n", "2024 | A, 2025 | B"},
		{"x.json", `{"events": {"2024-05-06": {"title": "A"}, "2024-05-07": {"title": "B"}}}`, "2024-05-06 | A, 2024-05-07 | B"},
		{"x.toml", "[2024-05-06]\ntitle = 'A'\n", "2024-05-06 | A"},
		{"x.toml", "title = 'R'\n2024-05-06 = 'A'\n", "2024-05-06 | A"},
		{"x.toml", "[[2024-05-06]]\ntitle = 'A'\n[[2024-05-06]]\ntitle = 'B'\n", "2024-05-06 | A, 2024-05-06 | B"},
		{"x.toml", "[events.2024-05-06]\ntitle = 'A'\n", "2024-05-06 | A"},
		{"x.json", `{"2024": {"title": "A"}}`, ""},
		{"x.json", `{"2024-05-06": {"count": 3}}`, ""},
		{"x.json", `{"2024-05-06": 3}`, ""},
	} {
		p := loadText(t, c[0], c[1])
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != c[2] {
			t.Errorf("%s: %s\n%s", c[1], got, p.Problems)
		}
	}
}

// Where one record alone has a date under a key that nothing knows, the way to read it is offered, filled in.
func TestLoneRecordIsOffered(t *testing.T) {
	for _, c := range [][3]string{
		{"x.yaml", "zeit: [{zeitt: 2024-05-06, mehr: It rained}]\n", "--map date=zeitt,title=mehr"},
		{"x.json", `{"zeit": [{"zeitt": "2024-05-06", "title": "A"}]}`, "--map date=zeitt"},
		{"x.json", `{"a": {"b": {"wann es war": "6 May 2024", "mehr": "It rained"}}}`, `--map date="wann es war",title=mehr`},
		{"x.yaml", "zeitt: 2024-05-06\nmehr: It rained\n", "--map date=zeitt,title=mehr"},
		{"x.toml", "[[zeit]]\nzeitt = 2024-05-06\nmehr = 'It rained'\n", "--map date=zeitt,title=mehr"},
		{"x.yaml", "zeit: [{updated: 2024-05-06, mehr: It rained}]\n", "a record begins with"},
		{"x.yaml", "zeit: [{zeitt: 2024, mehr: It rained}]\n", "a record begins with"},
	} {
		p := loadText(t, c[0], c[1])
		if said := p.Problems.String(); !strings.Contains(said, c[2]) {
			t.Errorf("%s: %s", c[1], said)
		}
	}
}
