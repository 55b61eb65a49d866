package formats

import "testing"

func TestWithoutAName(t *testing.T) {
	for text, want := range map[string]Format{
		"2024-01-05,A\n2024-01-06,B\n":                   Table,
		"date\n2024-01-05\n2024-01-06\n":                 Table,
		"# c\ndate,title\n2024-01-05,One\n":              Table,
		"Report\n\ndate,title\n2024-01-05,One\n2024,B\n": Table,
		"date,title,who\n2024,A\n2024-01-06,B,C,d,e\n":   Table,
		",Date,Title,\n,2024,A,\n":                       Table,
		"{\"title\": \"P\"}\n\nBody text.\n":             Markdown,
		"// my events\n[{\"date\": \"2024\"}]\n":         JSON,
		"- 2024-01-05, x\n- 2024-01-06, y\n":             YAML,
		"events:\n  - {date: 2024, title: A, b}\n":       YAML,
		"Dear all,\nin 2024, we did, so.\nGood, bye\n":   YAML,
		"{\"a\": {\"b\": 1}\n\n, \"c\": 2}":              JSON,
	} {
		if got := ByText(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
