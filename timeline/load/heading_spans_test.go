package load

import (
	"slices"
	"strings"
	"testing"
)

// Days below a heading with a month or a span have its year where they lie in it, and a page that has two of them is a
// chronicle and no event of that month.
func TestDaysHaveTheYearOfTheSpanAboveThem(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"# Trip, December 2023\n\n## 30 Dec\nleft\n\n## 31 Dec\nparty\n", "2023-12-30 left, 2023-12-31 party"},
		{"# March 2021\n\n- 3 March: a\n- 4 March: b\n", "2021-03-03 a, 2021-03-04 b"},
		{"# March 2021\n\n- 3: a\n- 4: b\n", "2021-03-03 a, 2021-03-04 b"},
		{"# 2021-03\n\n- 3 March: a\n- March 4: b\n", "2021-03-03 a, 2021-03-04 b"},
		{"# 1 January 2021 to 5 January 2021\n\n- 3 January: a\n- 4 January: b\n", "2021-01-03 a, 2021-01-04 b"},
		{"# 28 December 2020 to 5 January 2021\n\n- 30 December: a\n- 2 January: b\n", "2020-12-30 a, 2021-01-02 b"},
		{"# March–May 2021\n\n- 3 March: a\n- 4 May: b\n", "2021-03-03 a, 2021-05-04 b"},
		{
			"# Log\n\n## March 2021\n\n- 3 March: a\n- 4 March: b\n\n## April 2021\n- 1 April: c\n",
			"2021-03-03 a, 2021-03-04 b, 2021-04-01 c",
		},
		{"# Trip (December 2023)\n\n- Dec 30: left\n- Dec 31: party\n", "2023-12-30 left, 2023-12-31 party"},
		{"# Q1 2021\n\n- 3 January: a\n- March: b\n", "2021-01-03 a, 2021-03 b"},
		{"# März 2021\n\n- 3. März: a\n- 4. März: b\n", "2021-03-03 a, 2021-03-04 b"},
		{
			"## 12–14 March 2024 — Conference\n\nWe went.\n\n- 12 March: a\n- 13 March: b\n\n## 5 May 2024 — Else\n\nText.\n",
			"2024-03-12/2024-03-14 Conference, 2024-05-05 Else",
		},
		// A day that is not in the span may be of another year, and one alone makes no chronicle.
		{"# Trip, December 2023\n\n- 30 Dec: left\n- 31 Dec: party\n- 2 Jan: home\n", " home, 2023-12-30 left, 2023-12-31 party"},
		{"# March 2021\n\n- 3 March: a\n\nText.\n", "2021-03 a"},
		{"# Meeting of 5 March 2021\n\n- 3 April: a\n- 4 April: b\n", "2021-03-05 Meeting"},
	} {
		p := loadText(t, "a.md", c.text)
		got := said(p.Index.Timeline())
		slices.Sort(got)
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s\ngives %s, want %s\n%v", c.text, got, c.want, p.Problems)
		}
	}
}
