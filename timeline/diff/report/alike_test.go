package report_test

import (
	"strconv"
	"strings"
	"testing"

	"dateline/timeline/diff/report"
)

// Two values that look the same are told apart in what is written for people, by what is in none of them.
func TestWhatLooksTheSameIsToldApart(t *testing.T) {
	for name, c := range map[string]struct{ was, is, said string }{
		"composed":           {"Caf\u00e9 in town", "Cafe\u0301 in town", "U+00E9 is now U+0065 U+0301"},
		"decomposed":         {"Cafe\u0301 in town", "Caf\u00e9 in town", "U+0065 U+0301 is now U+00E9"},
		"of many letters":    {"\u00e9\u00e8\u00ea", "e\u0301e\u0300e\u0302", "U+00E9 U+00E8 U+00EA is now U+0065 U+0301"},
		"order of marks":     {"a\u0323\u0302b", "a\u0302\u0323b", "U+0061 U+0323 U+0302 is now U+0061 U+0302 U+0323"},
		"other script":       {"Micro\u0441hip", "Microchip", "U+0441 is now U+0063"},
		"capital of Greek":   {"KYIV", "\u039aYIV", "U+004B is now U+039A"},
		"zero width":         {"a\u200bb", "ab", `"a\u200bb"`},
		"joiner":             {"a\u200db", "ab", `"a\u200db"`},
		"direction":          {"a \u200eb", "a b", `"a \u200eb"`},
		"soft hyphen":        {"an\u00adchor", "anchor", `"an\u00adchor"`},
		"no break":           {"a\u00a0b", "a b", `"a\u00a0b"`},
		"variation selector": {"sun \u2600\ufe0f", "sun \u2600", "U+2600 U+FE0F is now U+2600"},
	} {
		for what, record := range map[string]string{"field": "summary: VALUE", "list": "tags: [VALUE]", "item": "quotes: [{text: VALUE}]"} {
			if name == "no break" && what == "list" { // blanks of a tag are alike
				continue
			}
			read := func(value string) string {
				return "events:\n- {id: one, date: 2025-01-01, title: One, " + strings.ReplaceAll(record, "VALUE", strconv.QuoteToASCII(value)) + "}\n"
			}
			old, now := recordOf("x.yaml", read(c.was)), recordOf("x.yaml", read(c.is))
			for _, f := range []report.Format{report.Text, report.Markdown} {
				got := strings.ReplaceAll(written(t, f, old, now), `\\`, `\`)
				if !strings.Contains(got, c.said) {
					t.Errorf("%s, %s, %s: %q is not in\n%s", name, what, f, c.said, got)
				}
			}
		}
	}
}

// What can be told apart has no such remark.
func TestWhatLooksOtherwiseHasNoRemark(t *testing.T) {
	old := recordOf("x.yaml", "events:\n- {id: one, date: 2025-01-01, title: One, summary: Cafe, tags: [a]}\n")
	now := recordOf("x.yaml", "events:\n- {id: one, date: 2025-01-01, title: One, summary: Caf\u00e9, tags: [b]}\n")
	if got := written(t, report.Text, old, now); strings.Contains(got, "looks the same") {
		t.Error(got)
	}
}
