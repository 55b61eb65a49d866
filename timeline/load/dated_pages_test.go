package load

import (
	"strings"
	"testing"
	"testing/fstest"

	"dateline/timeline/diag/rule"
)

// A page of a folder without front matter gives what it surely is, and where it only looks like events that is said.
func TestPagesOfAFolderThatLookDated(t *testing.T) {
	const path, lines, name = "a date in its path", "lines with dates", "begin its name with 2021-03-05"
	for _, c := range []struct {
		name, text, dates, said string
	}{
		{"a.md", "# Meeting 2023-02-24 on signing\n\nWe met.\n", "24 February 2023", ""},
		{"a.md", "# Community – Meeting (2023-02-24): notes\n", "24 February 2023", ""},
		{"a.md", "# What changed since 2023-02-24 in law\n", "", ""},
		{"a.md", "# Updated 2023-02-24 by Ann\n", "", ""},
		{"a.md", "# We met from 2023-02-24 to 2023-02-26 there\n", "", ""},
		{"a.md", "# Plan 1234 of 2023-02-24 is here\n", "", ""},
		{
			"a.md", "Intro.\n\n| Date | Topic |\n|--|--|\n| 2024-11-06 | **Names** |\n| 2024-09-18 | Round table |\n",
			"18 September 2024 6 November 2024", "",
		},
		{
			"a.md", "# A\n\n| | Topic |\n|--|--|\n| 6 May 2024 | Names |\n| 7 May 2024 | Round table |\n| | |\n",
			"6 May 2024 7 May 2024", "",
		},
		{"a.md", "# A\n\n| Year | Revenue |\n|--|--|\n| 2023 | 5 |\n| 2024 | 6 |\n", "", lines},
		{"a.md", "# A\n\n| Name | Date |\n|--|--|\n| Ann | 2023-02-24 |\n| Bob | 2023-02-25 |\n", "", lines},
		{"a.md", "# A\n\n| Item | Cost |\n|--|--|\n| 2023-02-24 | 5 EUR |\n| Bob | 6 EUR |\n", "", ""},
		{"a.md", "# Changes\n\n## 2.0 - 2024-05-06\n\n- x\n\n## 1.0 - 2023-05-06\n\n- y\n", "", lines},
		{"2023/11-01/talk.md", "We have six people here.\n", "", path},
		{"x/2023/11/01/talk.md", "We have six people here.\n", "", path},
		{"x/2023-11-01/talk.md", "We have six people here.\n", "", path},
		{"x/2023/13-01/talk.md", "We have six people here.\n", "", ""},
		{"20210305 note.md", "We talk.\n", "", name},
		{"20210305.md", "We talk.\n", "", name},
		{"2021_03_05_x.md", "We talk.\n", "", name},
		{"2021.03.05 x.md", "We talk.\n", "", name},
		{"5 March 2021 call.md", "We talk.\n", "", name},
		{"Call/Mar 5 2021.md", "We talk.\n", "", name},
		{"March_5,_2021_call.md", "We talk.\n", "", name},
		{"05.03.2021 Anruf.md", "We talk.\n", "", name},
		{"20211305 note.md", "We talk.\n", "", ""},
		{"202103051 note.md", "We talk.\n", "", ""},
		{"2021 review.md", "We talk.\n", "", ""},
		{"1.2.21 notes.md", "We talk.\n", "", ""},
		{"Call of 5 March 2021.md", "We talk.\n", "", ""},
		{"README.md", "# Read me\n\nSince 2020 we write.\n", "", ""},
	} {
		files, _ := Folder(fstest.MapFS{
			c.name:    {Data: []byte(c.text)},
			"ok.yaml": {Data: []byte("- {date: 1999, title: x}\n")},
		}, "")
		p := Files(t.Context(), files, nil)
		var dates []string
		for i := range p.Index.Timeline().Len() {
			if e := p.Index.Timeline().Event(i); e.Title != "x" {
				dates = append(dates, e.Date.String())
			}
		}
		said := p.Problems.String()
		if got := strings.Join(dates, " "); got != c.dates || c.said != "" && !strings.Contains(said, c.said) ||
			c.said == "" && strings.Contains(said, "gives no event") {
			t.Errorf("%s %s:\ngives %q and says %s", c.name, c.text, got, said)
		}
	}
}

// A file of a folder that is ours, begins lines with dates and gives no event is an error with its first line and a
// cure, whatever it is written in. What has no such lines is counted, and what others write is no error.
func TestFilesOfAFolderWithDatesAndNoEventAreErrors(t *testing.T) {
	for _, c := range []struct{ name, text, where string }{
		{"a.md", "# Changes\n\n## 2.0 - 2024-05-06\n\n- x\n\n## 1.0 - 2023-05-06\n\n- y\n", "a.md:3"},
		{"a.md", "- 2024-05-06: one\n- 2024-05-07: two\n", "a.md:1"},
		{"a.mdx", "2024-05-06 – one\n\n2024-05-07 – two\n", "a.mdx:1"},
		{"a.markdown", "# A\n\n- 1203 era: b\n- 1204 era: c\n- 1205 era: d\n", "a.markdown:3"},
		{"a.yaml", "- 2024-05-06: one\n- 2024-05-07: two\n", "a.yaml:1"},
		{"a.yml", "log:\n- 2024-05-06 the one\n- May 7, 2024 – the other\n", "a.yml:2"},
		{"a.yaml", "log:\n- 2024-05-06 the one\n---\nlog:\n- 2024-05-07 the other\n", "a.yaml:2"},
		{"a.yaml", "text: |\n  2024-05-06: one\n  - 2024-05-07: two\n", "a.yaml:2"},
		{"README.md", "# Read me\n\nSince 2020 we write.\n\n- 3 of them\n", ""},
		{"LICENSE.md", "Copyright 2020 Ann\n\nPermission is granted.\n", ""},
		{"team.yaml", "- {name: Ann, joined: 2024-05-06}\n- {name: Bob, joined: 2024-05-07}\n", ""},
		{"ci.yaml", "name: CI\non: push\njobs:\n  build:\n    steps:\n    - {name: x, run: y}\n", ""},
		{"releases.yaml", "matrix: [2019, 2020, 2021]\nbuilt: 2024-05-06\n", ""},
		{"a.json", "[\"2024-05-06 the one\", \"2024-05-07 the other\"]", ""},
	} {
		files, _ := Folder(fstest.MapFS{
			c.name: {Data: []byte(c.text)}, "ok.yaml": {Data: []byte("- {date: 1999, title: x}\n")},
		}, "")
		p := Files(t.Context(), files, nil)
		told := p.Problems.Of(func(r rule.ID) bool { return r == rule.FileIgnored })
		if p.Barren == 1 && c.where == "" && len(told) == 0 && p.Problems.Errors() == 0 {
			continue
		}
		if len(told) != 1 || told[0].Pos.String() != c.where || told[0].Hint == "" || !told[0].Rule.IsError() {
			t.Errorf("%s %s:\n%d files give none\n%s", c.name, c.text, p.Barren, p.Problems)
		}
	}
}

// A page that is named itself, and gives no event, is told what hinders.
func TestPagesThatGiveNothing(t *testing.T) {
	for text, want := range map[string]string{
		"# A\n\n- 2020: b\n\nText.\n":                       "a.md:3: error: the page has no front matter, and only this line",
		"# A\n\n- 1203 era: b\n- 1204 era: c\n":             "a.md:3: error: the page has no front matter, and the dates that",
		"# A\n\nText.\n":                                    "a.md:1: error: the page has no front matter, and no line begins",
		"# A\n\n## 4012 of the sun\n\nText.\n\n## Others\n": "a.md:3: error: the page has no front matter, and the dates that",
	} {
		p := Files(t.Context(), []File{InMemory("a.md", []byte(text))}, nil)
		if got := p.Problems.String(); p.Events != 0 || !strings.HasPrefix(got, want) {
			t.Errorf("%s%s", text, got)
		}
	}
}

// A page of a folder that has no date of its own takes the year with which both the name of its file and its title or
// heading begin, and no other.
func TestPagesOfAFolderAreDatedByTheYearThatTwoWitnessesName(t *testing.T) {
	for _, c := range []struct{ name, text, date string }{
		{"2018.md", "---\ntitle: 2018 Vilambi celebrations\ndate:\n---\nFriends\n", "2018"},
		{"2018_new_year.md", "---\ntitle: \"2018: New Year\"\n---\n", "2018"},
		{"1774-treaty.md", "---\ntype: event\n---\n\n# 1774 – Treaty with Bhutan\n\nText.\n", "1774"},
		{"1774 Bogle.md", "---\ntype: event\n---\n# 1774–1775 – Bogle Mission\n", "1774/1775"},
		{"1914-1918_war.md", "---\ntype: event\n---\n# **1914-1918** The war\n", "1914/1918"},
		{"2018.md", "+++\ntitle = \"2018 celebrations\"\n+++\n", "2018"},
		{"2018.md.md", "---\ntype: x\n---\n# 2018\n", "2018"},
		{"2000-turn.md", "---\ntitle: 2000 – The turn\n---\n", "2000"},
		{"sub/2018.mdx", "---\ntitle: 2018 in review\ndate: ''\n---\n", "2018"},

		{"2018.md", "---\ntitle: Celebrations of 2018\n---\n", ""},
		{"party.md", "---\ntitle: 2018 celebrations\n---\n", ""},
		{"2018.md", "---\ntitle: 2019 celebrations\n---\n", ""},
		{"2018.md", "---\ntitle: 2018 celebrations\n---\n# 2019 celebrations\n", ""},
		{"1914-1918_war.md", "---\ntype: event\n---\n# 1914–1919 The war\n", ""},
		{"1800s_control.md", "---\ntitle: 1800s control\n---\n", ""},
		{"00_frontier.md", "---\ntitle: 00 frontier\n---\n", ""},
		{"2018-05.md", "---\ntitle: 2018 May\n---\n", ""},
		{"2018.md", "---\ntitle: 2018-05 May\n---\n", ""},
		{"2018.md", "---\ntitle: 2018/19 season\n---\n", ""},
		{"1200_bronze.md", "---\ntitle: 1200 BC the end\n---\n", ""},
		{"1000-trees.md", "---\ntitle: 1000 trees were planted\n---\n", ""},
		{"2018_tour.md", "---\ntitle: 2018 to 2020 tour\n---\n", ""},
		{"20180_tour.md", "---\ntitle: 20180 tour\n---\n", ""},
		{"2018.md", "---\ntitle: 2018 celebrations\ndate: soon\n---\n", ""},
	} {
		files, _ := Folder(fstest.MapFS{c.name: {Data: []byte(c.text)}}, "")
		p := Files(t.Context(), files, nil)
		if p.Events != 1 {
			t.Fatalf("%s %s gives %d events\n%s", c.name, c.text, p.Events, p.Problems)
		}
		told := p.Problems.Of(func(r rule.ID) bool { return r == rule.DateGuessed })
		if got := p.Index.Timeline().Event(0).Date.EDTF(); got != c.date || (len(told) == 1) != (c.date != "") {
			t.Errorf("%s %s:\ngives %q\n%s", c.name, c.text, got, p.Problems)
		}
		named := Files(t.Context(), []File{InMemory(c.name, []byte(c.text))}, nil)
		if got := named.Index.Timeline().Event(0).Date.EDTF(); got != "" {
			t.Errorf("%s %s:\nnamed itself, gives %q", c.name, c.text, got)
		}
	}
}
