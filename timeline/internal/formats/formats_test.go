package formats

import "testing"

func TestByText(t *testing.T) {
	for text, want := range map[string]Format{
		"":                                    YAML,
		"events:\n  - date: 2025\n":           YAML,
		"- {date: 2025, title: a}\n":          YAML,
		"- date: 2025, maybe\n- title: x, y":  YAML,
		"{date: 2025, title: a}":              YAML,
		"[{date: 2025, title: a}]":            YAML,
		"{\"date\": 2025}":                    JSON,
		"\ufeff [\n {\"date\": 2025}]":        JSON,
		"[]":                                  JSON,
		"{\"a\": 1}\n{\"a\": 2}\n":            JSONLines,
		"{\"a\": {\n \"b\": 1}}\n":            JSON,
		"+++\ntitle = \"a\"\n+++\n":           Markdown,
		"---\ndate: 2025\n---\nIt was a day.": Markdown,
		"---\ndate: 2025\n---\ndate: 2026\n":  YAML,
		"---\ndate: 2025\n---\n- date: 2026":  YAML,
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n":  Calendar,
		"[[events]]\ndate = 2025-01-01\n":     TOML,
		"# A\ntitle = \"a\"\n":                TOML,
		"[a]\nb = 1\n":                        TOML,
		"title = a record\n":                  YAML,
		"date,title\n2025,A\n":                Table,
		"date;title\r\n2025;A\r\n":            Table,
		"date\ttitle\n2025\tA: b\n":           Table,
		"date|title\n2025|A\n":                Table,
		"date,title\n2025,\"A, b\"\n":         Table,
		"title: a, b\ndate: 2025, 6\n":        YAML,
		"Some words, and more\nof them\n":     YAML,
	} {
		if got := ByText(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// A name says the format, in whatever case; one that says none leaves it to the text.
func TestOf(t *testing.T) {
	for name, want := range map[string]Format{
		"a.YML": YAML, "a.mdx": Markdown, "a.json": JSON, "a.NDJSON": JSONLines, "a.psv": Table, "a.ical": Calendar,
		"a.toml": TOML, "a.txt": Table, "stdin": Table,
	} {
		if got := Of(name, "date,title\n2025,A\n"); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}
