package export_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/export"
	"dateline/timeline/internal/guess"
)

// formatKeys are the keys of the format and of its JSON, and those that are read in special places.
const formatKeys = `id name kind aliases url link date start end title summary description type category status location place actors
	participants people tags quotes figures claims sources citations links related notes other earliest latest file line
	spelled events fields types era month day year role by text source items milestones references body group zk Z_K`

// anyValues are values of all shapes as YAML, one a line.
const anyValues = `"zq1"
zq2
2025-09-08
2025
2024-05
04/05/2024
"October 21, 2022"
13/05/2024
12 May
5
20250908
45000
1757325600
"10:30"
BC
44 BC
present
"2024-03-01 to 2024-03-05"
"1914-18"
2025-02-30
0044
-0044
1e400
0x1F
.inf
true
person
null
~
""
"a, b and c"
"zq8; zq9"
"<b>zq7</b>"
"https://x.org/zq12"
"- zq13"
"@zq14"
"#zq18"
"[[zq15|zq16]]"
[[zq15|zq16]]
"[[zq17]]"
"[[zq39|]]"
"[zq19](https://x.org/zq20)"
{zq21: "[[zq22|zq23]]"}
{name: "[[zq22|zq23]]"}
"{a: b}"
"[a, b]"
"one\ntwo"
"- a\n- b"
"a: 1\nb: 2"
"(untitled)"
[]
{}
[{}]
{name: zq3}
[zq4, [zq5]]
{a: {b: zq6}}
{title: {en: zq38}}
[{name: zq10, role: zq11}]
{year: 2024, month: 13}
{year: 2024, month: 5}
{start: 2024, end: 2020}
{start: 2020, end: 2024}
[2024, 2025]
[12, 13]
[2024-01-01]
[[2024, zq37]]
[{date: 2024}, {date: 2025}]
[{title: zq27}]
[{title: zq28}, {title: zq29}]
[{date: 2024-03-01, title: zq24}]
[{year: 2024, name: zq25}, {year: 2025, name: zq26}]
{date: 2024-03-01, title: zq30}
{x: {date: 2024-03-01, title: zq31}, y: {date: 2025, title: zq32}}
{2024: zq33, 2025: zq34}
{events: [{date: 2024, title: zq35}]}
{items: [{date: 2024, title: zq36}]}`

// Whatever keys the events of a file have, and of whatever shapes their values are, they are read back to the same: no
// key of the writer's own becomes another event, or what an event lacks.
func TestAnyKeysAreReadBack(t *testing.T) {
	keys := strings.Fields(formatKeys)
	for _, names := range guess.Table {
		keys = append(keys, strings.Fields(strings.ReplaceAll(names.Strong+" "+names.Weak, "+", " "))...)
	}
	key := rapid.OneOf(rapid.SampledFrom(strings.Fields(formatKeys)), rapid.SampledFrom(keys))
	value := rapid.SampledFrom(strings.Split(anyValues, "\n"))
	var pairs func(t *rapid.T, most int, deep bool) string
	pairs = func(t *rapid.T, most int, deep bool) string {
		var all []string
		seen := map[string]bool{}
		for range rapid.IntRange(1, most).Draw(t, "keys") {
			one := key.Draw(t, "key")
			if seen[one] {
				continue
			}
			seen[one] = true
			said := value.Draw(t, "value")
			if one == "other" && deep {
				switch rapid.IntRange(0, 3).Draw(t, "other") {
				case 0, 1:
					said = pairs(t, 3, false)
				case 2:
					said = "[" + pairs(t, 2, false) + ", " + pairs(t, 2, false) + "]"
				}
			}
			all = append(all, one+": "+said)
		}
		return "{" + strings.Join(all, ", ") + "}"
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{
			"events:\n- ", "events:\n- ", "- ", "title: zq40\nyear: 2024\nevents:\n- ", "births:\n- ", "zq41:\n  ",
			"- name: \"[[zq42|#zq43]]\"\n  events:\n  - ",
			"actors:\n- {id: zq44, other: " + pairs(t, 3, false) + "}\n" +
				"sources:\n- {id: zq45, other: " + pairs(t, 3, false) + "}\n" +
				"other: " + pairs(t, 3, false) + "\n" +
				"events:\n- {date: 2025, title: zq46, actors: [zq44], sources: [zq45, {title: zq47, other: " +
				pairs(t, 3, false) + "}]}\n- ",
		}).Draw(t, "head")
		lead := text[strings.LastIndex(text, "\n")+1:]
		for n := range rapid.IntRange(1, 3).Draw(t, "events") {
			if n > 0 {
				text += lead
			}
			if strings.HasSuffix(lead, "  ") {
				text += fmt.Sprintf("\"id\\n%d\": ", n)
			}
			text += pairs(t, 6, true) + "\n"
		}
		p := recordOf("x.yaml", text)
		switch {
		case p.Index.Timeline().Len() == 0:
		case slices.ContainsFunc(p.Problems, func(one diag.Problem) bool { return one.Rule == rule.SharedName }):
			checkReadBackYAML(t, p)
		default:
			checkReadBack(prefixed{t, text}, p)
		}
	})
}

// Events that have no date have none when they are read back, whatever their own keys say.
func TestUndatedStayUndated(t *testing.T) {
	for _, own := range []string{
		"{start: 2024, end: 2020}", `{date: "October 21, 2022"}`, "{date: 44 BC}", "{date: 45000}", "{start: {year: 2024}}",
		"{date: soon, start: 2024-05}", "[{year: 2024}, {year: 2025}]", "{x: [{date: 2024, title: a}, {date: 2025, title: b}]}",
		"{events: [{date: 2024, title: a}]}", "{start_date: 2024, month: 5}", "{date: {start: 2024}}", "{end: 2020, start: 2024}",
	} {
		for _, beside := range []string{"", ", date: soon", ", date: 0x1F", ", time: zq", ", related: b, notes: c"} {
			p := recordOf("x.yaml", "- {title: a, other: "+own+beside+"}\n")
			copied := readBack(wholeAs(p, export.YAML), export.YAML).Index.Timeline()
			if copied.Len() != 1 || !copied.Event(0).Date.IsZero() {
				t.Errorf("%s%s: %s", own, beside, wholeAs(p, export.YAML))
			}
			checkReadBack(t, p)
		}
	}
}

// A prefixed test says from which text a failure comes.
type prefixed struct {
	failing
	text string
}

func (p prefixed) Errorf(format string, args ...any) {
	p.failing.Errorf("%s", p.text+"\n"+fmt.Sprintf(format, args...))
}
