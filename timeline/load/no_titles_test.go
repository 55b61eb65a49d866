package load

import (
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// Where no event of a file has a title of any kind, they are called by their notes, or else by what they say first; this
// is told once. Where one has, the others lack theirs.
func TestFilesWithoutTitles(t *testing.T) {
	for _, c := range []struct {
		text, want string
		errors     int
	}{
		{"- {date: 2024, notes: It rained. And more.}\n- {date: 2025, weekday: Friday}\n", "2024 | It rained, 2025 | weekday: Friday", 0},
		{"- {date: 2024, notes: '!!! HELP: Ann (60) !!!'}\n", "2024 | !!! HELP: Ann (60) !!!", 0},
		{"date: 2024\nnotes: [It rained, It snowed]\n", "2024 | It rained", 0},
		{"- {date: 2024, actors: [A, B]}\n- {date: 2025, notes: C}\n", "2024 | A – B + A + B, 2025 | C", 0},
		{"- {date: 2024, notes: It rained}\n- {date: 2025, title: A}\n", "2024 | (untitled), 2025 | A", 1},
		{"- {date: 2024, notes: It rained}\n- {date: 2025, name: A}\n", "2024 | (untitled), 2025 | A", 1},
		{"- {date: 2024, notes: It rained}\n- {date: 2025, summary: A}\n", "2024 | (untitled), 2025 | A", 1},
		{"- {date: 2024}\n- {date: 2025}\n", "2024 | (untitled), 2025 | (untitled)", 2},
	} {
		p := loadText(t, "x.yaml", c.text)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != c.want {
			t.Errorf("%s%s\n%s", c.text, got, p.Problems)
		}
		errors := 0
		for _, one := range p.Problems {
			if one.Rule == rule.NoTitle {
				errors++
			}
		}
		if errors != c.errors {
			t.Errorf("%s%d errors", c.text, errors)
		}
	}
}

// One word that many events have, as how they ended, is no title without the place.
func TestOneWordHasItsPlace(t *testing.T) {
	p := loadText(t, "x.csv", "year,country,outcome\n1952,Egypt,successful\n1953,Iran,It failed at first\n1954,,successful\n")
	want := "1952 | Egypt: successful @ Egypt, 1953 | It failed at first @ Iran, 1954 | successful"
	if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
		t.Errorf("%q\n%s", got, p.Problems)
	}
}
