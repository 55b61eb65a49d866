package load

import (
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// JSON that a program put into texts of JSON is read as what it is, which is told once.
func TestQuotedJSON(t *testing.T) {
	const a, b = `{\"date\":\"2024\",\"title\":\"A\"}`, `{\"date\":\"2025\",\"title\":\"B\"}`
	const both = "2024 | A, 2025 | B"
	for text, want := range map[string]string{
		`["[` + a + `,` + b + `]"]`:                 both,
		`["` + a + `","` + b + `"]`:                 both,
		`"[` + a + `,` + b + `]"`:                   both,
		`"{\"events\":[` + a + `,` + b + `]}"`:      both,
		`["[[\"date\",\"title\"],[2024,\"A\"]]"]`:   "2024 | A",
		"\"" + a + "\"\n\"" + b + "\"\n":            both,
		`["[x] A"]`:                                 " | [x] A",
		`["{\"date\":"]`:                            ` | {"date":`,
		`[{"date":"2024","title":"{\"a\":1}"}]`:     `2024 | {"a":1}`,
		`["` + a + `",{"date":"2025","title":"B"}]`: "2025 | B,  | {\"date\":\"2024\",\"title\":\"A\"}",
	} {
		p := loadText(t, "x.json", text)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
			t.Errorf("%s: %s\n%s", text, got, p.Problems)
		}
		told := 0
		for _, one := range p.Problems {
			if one.Rule == rule.ShapeGuessed {
				told++
			}
		}
		if quoted := want == both || want == "2024 | A"; quoted != (told == 1) {
			t.Errorf("%s: told %d times", text, told)
		}
	}
}
