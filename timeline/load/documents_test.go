package load

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// A version that YAML 1.2 has above a document changes nothing, whether the record can be read or is broken elsewhere;
// one that it has not is an error.
func TestVersions(t *testing.T) {
	for _, text := range []string{
		"---\nevents:\n- {date: 2025, titel: a}\n- {date: 2026, title: b}\n",
		"---\n- {date: 2025, title: a: b}\n- {date: 2026, title: \"b}\n",
		"# c\n--- {date: 2025, title: a}\n...\n# d\n\n---\ndate: 2026\ntitle: [a\n",
		"---\n\t- {date: 2025, title: a}\n...\n---\n- {date: 2026, title: b, tags: [https://example.org?id=1]}\n",
	} {
		for _, version := range []string{"%YAML 1.0", "%YAML 1.2", "%YAML 1.3 # x"} {
			comments := regexp.MustCompile(`(?m)^(---)`).ReplaceAllString(text, strings.Replace(version, "%", "#", 1)+"\n$1")
			a, b := loadText(t, "a.yaml", comments), loadText(t, "a.yaml", strings.ReplaceAll(comments, "#YAML", "%YAML"))
			if told := cmp.Diff(told(a), told(b)); told != "" {
				t.Errorf("%s, %q: %s", version, text, told)
			}
			messages := func(p Progress) (all []string) {
				for _, one := range p.Problems {
					all = append(all, fmt.Sprint(one.Pos.Line, one.Message))
				}
				return all
			}
			if said := cmp.Diff(messages(a), messages(b)); said != "" {
				t.Errorf("%s, %q: %s", version, text, said)
			}
		}
	}
	for _, text := range []string{
		"%YAML 2.0\n---\n", "%YAML x\n---\n", "%YAML 1.2\n%YAML 1.2\n---\n", "%YAML 1.2\n", "# c\n%YAML 1.2\n...\n",
	} {
		if p := loadText(t, "a.yaml", text+"- {date: 2025, title: a}\n"); len(p.Problems) == 0 || p.Index.Timeline().Len() != 1 {
			t.Errorf("%q: %s", text, p.Problems)
		}
	}
}
