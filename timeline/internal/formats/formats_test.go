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

		"# Log\n\n## 2020-01-01 — one\nText: x\n\n## 2020-02-01 — two\n":                  Markdown,
		"- 1606: Janszoon\n- 1607: more\n":                                                Markdown,
		"Intro.\n\n* **May 3, 2020** – one\n* **1609**: more\n":                           Markdown,
		"## 3. Mai 2020\nx\n## Sonntag, 4. Mai 2020\ny\n":                                 Markdown,
		"## v1.1 (2020-01-02)\n- x\n## v1.0 (2020-01-01)\n- y\n":                          Markdown,
		"# A\n\nIntro.\n\n| Date | What |\n|---|---|\n| 2020 | a |\n| 2021 | b |\n":       Markdown,
		"# A\n\n> B\n\n| No | Day |\n|---|---|\n| 1 | 2020-01-02 |\n| 2 | 2020-01-03 |\n": Markdown,
		"# A\n## v2 2023 May 29\n-  x\n## v1 May 9, 2023\n-  y\n":                         Markdown,
		"# A\n## 1999\n- May 3: x\n- June 4: y\n":                                         Markdown,
		"- 3 mai 2020 : un\n- 4 mai 2020 : deux\n":                                        Markdown,
		"## 2020年5月3日\n始\n## 2020年5月4日\n続\n":                                              Markdown,
		"# 1.0\n```\na: b\n```\n## 2020-01-01\nx\n## 2020-01-02\ny\n":                     Markdown,

		"# 2020-01-01 Ann\n# 2020-01-02 Bob\nevents:\n- date: 2020\n":      YAML,
		"# 2020-01-01 Ann\n# 2020-01-02 Bob\n- date: 2020\n  title: x\n":   YAML,
		"# 2020-01-01: a\n# 2020-01-02: b\n- {date: 2020, title: x}\n":     YAML,
		"- 2020-01-01:\n    title: x\n- 2020-01-02:\n    title: y\n":       YAML,
		"- 2020-01-01: {title: x}\n- 2020-01-02: {title: y}\n":             YAML,
		"- 2020-01-01: x\n  tags: [a]\n- 2020-01-02: y\n":                  YAML,
		"- 2020-01-01\n- 2020-01-02\n":                                     YAML,
		"2020-01-01: x\n2020-01-02: y\n":                                   YAML,
		"- Date: 2020\n  Title: x\n# 2020-01-01 a\n# 2020-01-01 b\n":       YAML,
		"# Title\n\n- one\n- two\n":                                        YAML,
		"# 2020-01-01 one change\n- {id: a, date: 2020-01-01, title: x}\n": YAML,
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
