package formats

import "testing"

func TestWithoutAName(t *testing.T) {
	for text, want := range map[string]Format{
		"2024-01-05,A\n2024-01-06,B\n":                    Table,
		"date\n2024-01-05\n2024-01-06\n":                  Table,
		"# c\ndate,title\n2024-01-05,One\n":               Table,
		"Report\n\ndate,title\n2024-01-05,One\n2024,B\n":  Table,
		"date,title,who\n2024,A\n2024-01-06,B,C,d,e\n":    Table,
		",Date,Title,\n,2024,A,\n":                        Table,
		"date,title,x\n2025,two,\"a\nb\"\n2025,two,b,c\n": Table,
		"when;what\n2025-01-01;a;b\nno;row;of;it\n":       Table,
		"id\tStarted at\tb (en)\n1\t2025-01-01\t\"\n\n":   Table,
		"date,title\n":         Table,
		"\"Date\"|\"Event\"\n": Table,
		"Date, notes\n":        Table,
		"Dear all, hello\n":    YAML,
		"Date and place, below\nthe tree, 2 of us\n":   YAML,
		"date: 2025, title\n":                          YAML,
		"{\"title\": \"P\"}\n\nBody text.\n":           Markdown,
		"// my events\n[{\"date\": \"2024\"}]\n":       JSON,
		"- 2024-01-05, x\n- 2024-01-06, y\n":           YAML,
		"events:\n  - {date: 2024, title: A, b}\n":     YAML,
		"Dear all,\nin 2024, we did, so.\nGood, bye\n": YAML,
		"{\"a\": {\"b\": 1}\n\n, \"c\": 2}":            JSON,
	} {
		if got := ByText(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
