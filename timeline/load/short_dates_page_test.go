package load

import (
	"strings"
	"testing"
)

// A page whose dates have years of two digits is a chronicle where a column of these dates could be read, and versions
// and other numbers are none.
func TestPagesMayHaveYearsOfTwoDigits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"- 25.3.21: a\n- 26.3.21: b\n", "2021-03-25 a, 2021-03-26 b"},
		{"- 25 Mar 21: a\n- 26 Mar 21: b\n", "2021-03-25 a, 2021-03-26 b"},
		{"- Mar 25, '21: a\n- Mar 26, '21: b\n", "2021-03-25 a, 2021-03-26 b"},
		{"# Log\n\n## 25.3.21\na\n\n## 26.3.21\nb\n", "2021-03-25 a, 2021-03-26 b"},
		{"# Log\n\n| Date | What |\n|---|---|\n| 25.3.21 | one |\n| 26.3.21 | two |\n", "2021-03-25 one, 2021-03-26 two"},
		{"- 25/3/98: a\n- 26/3/98: b\n", "1998-03-25 a, 1998-03-26 b"},
		{"- 3/25/98: a\n- 3/26/98: b\n", "1998-03-25 a, 1998-03-26 b"},
		{"- **05.03.21** – a\n- **06.03.21** – b\n", "2021-03-05 a, 2021-03-06 b"},
		{"- 25/3/21: a\n- 26/3/21: b\n", " a,  b"}, // or in 2025 and 2026, as in a column
		{"## 2.0.12\n- a\n\n## 2.0.11\n- b\n", ""},
		{"## 2.1.12\n- a\n\n## 2.1.11\n- b\n", ""},
		{"# Changelog\n\n## 20.04.21\n- a\n\n## 20.04.22\n- b\n", ""},
		{"## 25.3.21\n- a\n\n## 25.3.40.1\n- b\n\n## 25.13.21\n- c\n", ""},
		{"- 21/19/21: won\n- 11/12/21: lost\n", ""},
		{"- 12 May 21 cows were sold\n- 13 May 22 cows were sold\n", ""},
	} {
		p := Files(t.Context(), []File{InMemory("a.md", []byte(c.text))}, nil)
		if got := strings.Join(said(p.Index.Timeline()), ", "); got != c.want {
			t.Errorf("%s\ngives %s, want %s\n%v", c.text, got, c.want, p.Problems)
		}
	}
}

// A day and a month in digits with full stops have their year from where such in words have it.
func TestDaysWithFullStopsHaveTheirYear(t *testing.T) {
	const want = "2021-03-25 a, 2021-03-26 b, 2021-04-01 c"
	for _, c := range []struct{ text, want string }{
		{"# Log 2021\n\n- 25.3.: a\n- 26.3.: b\n- 1.4.: c\n", want},
		{"# 2021\n\n- 25.3.: a\n- **26.3.** b\n- 01.04. – c\n", want},
		{"# 2021\n\n## 25.3.\na\n## 26. 3.\nb\n## 1.4.\nc\n", want},
		{"# Jan–Apr 2021\n\n- 25.3.: a\n- 26.3.: b\n- 1.4.: c\n", want},
		{
			"# Log 2021\n\n| Date | What |\n|---|---|\n| 25.3. | aaa |\n| 26.3. | bbb |\n| 1.4. | ccc |\n",
			"2021-03-25 aaa, 2021-03-26 bbb, 2021-04-01 ccc",
		},
		{"# Log\n\n- 25.3.: a\n- 26.3.: b\n- 1.4.: c\n", ""},
		{"# 2021\n\n- 25.3: a\n- 26.3: b\n- 1.4.2: c\n", "2021 25.3: a, 2021 26.3: b, 2021 1.4.2: c"},
		{"# 2021\n\n- 30.2.: a\n- 26.13.: b\n- 1.4.2.: c\n", "2021 30.2.: a, 2021 26.13.: b, 2021 1.4.2.: c"},
	} {
		p := Files(t.Context(), []File{InMemory("a.md", []byte(c.text))}, nil)
		if got := strings.Join(said(p.Index.Timeline()), ", "); got != c.want {
			t.Errorf("%s\ngives %s, want %s\n%v", c.text, got, c.want, p.Problems)
		}
	}
}
