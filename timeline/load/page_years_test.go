package load

import (
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// Days without a year have the one that their page names elsewhere, and none where the page names none or several, where
// a day of the week contradicts, or where it is not sure on which side of New Year they are.
func TestDaysHaveTheYearThatTheirPageNames(t *testing.T) {
	const german = "## Sonntag, 3. Mai\n* Eins\n## Samstag, 2. Mai\nZwei\n## Freitag, 1. Mai\nDrei\n"
	const plain = "- 3 May: one\n- 5 June: two\n- 7 July: three\n"
	const week = "## Saturday, January 4\na\n## Wednesday, January 1\nb\n## Monday, December 30\nc\n## Sunday, December 29\nd\n"
	const winter = "- January 4: a\n- January 1: b\n- December 30: c\n- December 29: d\n"
	for _, c := range []struct{ text, dates string }{
		{"---\nlayout: post\ntitle: Chronik\n---\nText.\n\n*Stand: 03.05.2020*\n\n" + german, "2020-05-01 2020-05-02 2020-05-03"},
		{"# Chronik 2020\n\n" + german, "2020-05-01 2020-05-02 2020-05-03"},
		{"---\ntitle: Diary of 2021\n---\n" + plain, "2021-05-03 2021-06-05 2021-07-07"},
		{"---\nlast_modified: 2021-08-05\n---\n# Log\n\n" + plain, "2021-05-03 2021-06-05 2021-07-07"},
		{"# Notes on the summer of 2021, by Ann\n\n" + plain, "2021-05-03 2021-06-05 2021-07-07"},
		{"# Log\n\n" + plain + "\nAs of 8 July 2021.\n", "2021-05-03 2021-06-05 2021-07-07"},
		{"# 2021 in review\n\n" + plain, "2021-05-03 2021-06-05 2021-07-07"},
		{"---\ntitle: 年表2020年\n---\n- 5月3日：始\n- 5月4日：続\n- 6月1日：終\n", "2020-05-03 2020-05-04 2020-06-01"},
		{"# Chronique 2020\n\n- 3 mai : un\n- 4 mai : deux\n- 5 juin : trois\n", "2020-05-03 2020-05-04 2020-06-05"},
		{"# Log 2020\n\n" + week, "2019-12-29 2019-12-30 2020-01-01 2020-01-04"},
		{"# Log 2019\n\n" + week, "2019-12-29 2019-12-30 2020-01-01 2020-01-04"},
		{"# Log\n\nUpdated 5 January 2020.\n\n" + winter, "2019-12-29 2019-12-30 2020-01-01 2020-01-04"},
		{"# Log\n\nUpdated 2020-01-05.\n\n- Dec 29: a\n- Dec 30: b\n- Jan 1: c\n", "2019-12-29 2019-12-30 2020-01-01"},

		{
			"# Log 2020\n\n| Date | What |\n|---|---|\n| 3 May | one |\n| **4 May** | two |\n| 5 June | three |\n",
			"2020-05-03 2020-05-04 2020-06-05",
		},

		{"# Log\n\n| Date | What |\n|---|---|\n| 3 May | one |\n| 4 May | two |\n| 5 June | three |\n", ""},
		{"# Chronik\n\n" + german, ""},
		{"# Chronik 2021\n\n" + german, ""}, // 3 May 2021 is a Monday
		{"# Chronik 2020\n\n" + german + "## Dienstag, 30. April\nVier\n", ""},
		{"# Chronik 2020, began 2019\n\n" + plain, ""},
		{"# Log\n\n*As of 2020*\n\n" + plain + "\n© 2019\n", ""},
		{"# Log\n\nSince 2019 we meet.\n\n" + plain, ""},
		{"# Log\n\nOver 1500 people came.\n\n" + plain, ""},
		{"# 1500 people\n\n" + plain, ""},
		{"# Log\n\nSee https://a.org/2019/x and more.\n\n" + plain, ""},
		{"# Log 2020\n\n" + winter, ""},                                              // or of the winter that begins in 2020
		{"# Log\n\nUpdated 5 Jan 2020.\n\n" + plain, ""},                             // or of the summer before
		{"# Log\n\nUpdated 5 Jan 2020.\n\n- Oct 3: a\n- Dec 2: b\n- Dec 1: c\n", ""}, // in no order
		{"# Log 2020\n\n- May 3: a\n- Jan 5: b\n- Dec 3: c\n- Feb 1: d\n", ""},
		{"# Log 2020\n\n- 3 May: a\n- 4 May: b\n", ""},
	} {
		p := Files(t.Context(), []File{InMemory("a.md", []byte(c.text))}, nil)
		var dates []string
		for i := range p.Index.Timeline().Len() {
			if e := p.Index.Timeline().Event(i); !e.Date.IsZero() {
				dates = append(dates, e.Date.EDTF())
			}
		}
		told := p.Problems.Of(func(r rule.ID) bool { return r == rule.DateGuessed })
		if got := strings.Join(dates, " "); got != c.dates || (len(told) == 1) != (c.dates != "") {
			t.Errorf("%s\ngives %q, want %q\n%s", c.text, got, c.dates, p.Problems)
		}
	}
}

// A chronicle whose name says nothing, as on standard input, is read as one that is called .md.
func TestChroniclesWithoutANameAreRead(t *testing.T) {
	for _, text := range []string{
		"# Log\n\n## 2020-01-01 — one\n\nText: more.\n\n## 2020-02-01 — two\n\n- a\n- b\n",
		"- 1606: Janszoon sees land\n- 1607: another\n- 1609: a third\n",
		"Intro of many words.\n\n* **May 3, 2020** – one\n* **1609**: more\n",
		"# A\n\n> B\n\n| No | Date | Event |\n|---|---|---|\n| 1 | 2020-01-02 | a |\n| 2 | 2020-01-03 | b |\n",
		"# Chronik 2020\n\n## Sonntag, 3. Mai\nEins\n## Samstag, 2. Mai\nZwei\n## Freitag, 1. Mai\nDrei\n",
		"# 1939\n## September 1\nInvasion\n## September 3\nDeclaration\n",
		"## v1.1 (2020-01-02)\n- x\n## v1.0 (2020-01-01)\n- y\n",
	} {
		named := Files(t.Context(), []File{InMemory("a.md", []byte(text))}, nil)
		other := Files(t.Context(), []File{InMemory("stdin", []byte(text))}, nil)
		want, got := strings.Join(outline(named.Index.Timeline()), ", "), strings.Join(outline(other.Index.Timeline()), ", ")
		if got != want || named.Events < 2 {
			t.Errorf("%s\ngives %s, want %s\n%s", text, got, want, other.Problems)
		}
	}
}
