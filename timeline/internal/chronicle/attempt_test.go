package chronicle_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/chronicle"
)

// attempts are what is meant as a date and is none, and want is how it is told.
var attempts = []struct{ said, date string }{
	{"2020-02-30: x", "2020-02-30"},
	{"Februry 3, 2020: x", "Februry 3, 2020"},
	{"31 April 2020 – x", "31 April 2020"},
	{"31 April 2020 x", "31 April 2020"},
	{"Monday 5 May 2020: x", "Monday 5 May 2020"},
	{"'68: x", "'68"},
	{"5/6/20: x", "5/6/20"},
	{"2020-13-01: x", "2020-13-01"},
	{"2020-13-01 x", "2020-13-01"},
	{"1 million years ago: x", "1 million years ago"},
	{"c. 5000 years ago: x", "c. 5000 years ago"},
	{"**Unknown date**: x", "Unknown date"},
	{"n.d. – x", "n.d"},
	{"10 May: x", "10 May"},
	{"**Feb 30** x", "Feb 30"},
	{"Septmber 2021 - x", "Septmber 2021"},
	{"Jaunary 5th, 2021 x", "Jaunary 5th, 2021"},
	{"[2020-02-30](https://a.org) x", "2020-02-30"},
	{"(2020/13/45) x", "2020/13/45"},
	{"Q5 2020: x", "Q5 2020"},
	{"793: x", "793"},
	{"20200230: x", "20200230"},
	{"1999 to 1066: x", "1999 to 1066"},
	{"Summer 68: x", "Summer 68"},
}

// What is meant as a date and is none is told beside a sibling that has one, in items, paragraphs and headings.
func TestWhatIsMeantAsADateIsTold(t *testing.T) {
	for _, form := range []string{
		"- 1999: one\n- %s\n- 2001: two\n", "1999: one\n\n%s\n\n2001: two\n", "# All\n\n## 1999: one\n\n## %s\n\n## 2001: two\n",
		"1. 1999: one\n2. 2001: two\n\n3. %s\n",
	} {
		for _, test := range attempts {
			page := chronicle.Read(fmt.Sprintf(form, test.said), 0, isDate, isDateKey)
			found := slices.ContainsFunc(page.Events, func(n *yaml.Node) bool {
				return len(n.Content) > 3 && n.Content[1].Value == test.date && n.Content[3].Value == "x"
			})
			if len(page.Events) != 3 || !found || len(page.Other) > 0 {
				var all []string
				for _, event := range page.Events {
					all = append(all, told(event))
				}
				t.Errorf("%q gives\n%s, and %v are other", fmt.Sprintf(form, test.said), strings.Join(all, "\n"), page.Other)
			}
		}
	}
}

// What is only said beside dated items is none, and is counted.
func TestItemsWithoutDatesAreCounted(t *testing.T) {
	for _, said := range []string{
		"1066 and all that", "2000 men died at 1066", "about 2000 people came", "between 1000 and 1500 men fell",
		"In 3000 cases it won", "8080: http", "10:30: lunch", "1.2.3: a version", "0.39.0: x", "1.10.20 - x", "May be so", "March on Rome", "**Note**: x",
		"no date is known", "3 men: dead", "Phase 2: x", "Chapter 12: x", "100%: all", "2020", "2020-02-30", "476 Rome falls",
		"1 million: copies", "Second: x", "The 5 of them", "[1]: a note", "May: x", "20 years: x",
	} {
		page := chronicle.Read("- 1999: one\n- "+said+"\n- 2001: two\n", 4, isDate, isDateKey)
		if len(page.Events) != 2 || !slices.Equal(page.Other, []int{6}) || page.Rest != "- "+said {
			t.Errorf("%q gives %d events, %v are other, and the rest is %q", said, len(page.Events), page.Other, page.Rest)
		}
	}
}

// The number of a version is none, whatever its siblings are.
func TestVersionsAreNoAttempts(t *testing.T) {
	page := chronicle.Read("## 1.2.0 - 2020-05-01\na\n## 0.39.0\n- b\n- c: d\n## v0.3 - 2019-01-01\ne\n## 0.2.10 - more\nf\n", 0, isDate,
		isDateKey)
	if len(page.Events) != 2 || page.Events[0].Content[1].Value != "2020-05-01" {
		t.Errorf("%d events", len(page.Events))
	}
}

// Where no sibling has a date, nothing is meant as one.
func TestAttemptsAloneAreProse(t *testing.T) {
	text := ""
	for _, test := range attempts {
		text += "- " + test.said + "\n"
	}
	page := chronicle.Read(text+"\nText.\n\n- 1999: one\n- 2001: two\n", 0, isDate, isDateKey)
	if len(page.Events) != 2 || len(page.Other) > 0 {
		t.Errorf("%d events, and %v are other", len(page.Events), page.Other)
	}
	page = chronicle.Read("The first is\n1760-12-03: a line\n1970-13-01: another, of one text\n", 0, isDate, isDateKey)
	if len(page.Events) != 1 {
		t.Errorf("%d events in a text", len(page.Events))
	}
}

// A heading that is a month or a day has its year or month from those above.
func TestHeadingsAreCombined(t *testing.T) {
	for text, want := range map[string]string{
		"# 1939\n## September\n### 1\nInvasion\n### 3\nDeclaration\n## October\nNothing\n# 1940\n## May 10\nWest\n": "" +
			"3: 1 September, 1939 | Invasion\n" +
			"5: 3 September, 1939 | Declaration\n7: October, 1939 | Nothing\n10: May 10, 1940 | West",
		"# Log\n## 2020\n### March\n#### 3rd – Founded\n#### 5: Moved\n### 2\nx\n": "4: 3rd March, 2020 | Founded\n" +
			"5: 5 March, 2020 | Moved",
		"## 1999\n### March\n- 5: a\n- **7** b\n- 9 men came\n":    "3: 5 March, 1999 | a\n4: 7 March, 1999 | b\n5: March, 1999 | 9 men came",
		"## May 2020\n### 31\na\n### 32\nb\n":                      "2: 31 May 2020 | a\n4: 32 May 2020 | b",
		"## 1999\n### 1\na\n### Section 2\nb\n":                    "1: 1999 | ### 1/a/### Section 2/b",
		"## 2020-05-01 — Talks\n### 1\na\n### 2. More\nb\n":        "1: 2020-05-01 | Talks | ### 1/a/### 2. More/b",
		"## 1999\n### 31 June – x\ny\n### May 2 – z\nw\n":          "2: 31 June, 1999 | x | y\n4: May 2, 1999 | z | w",
		"## 1999: in brief\n### March of progress\na\n### 10\nb\n": "1: 1999 | in brief | ### March of progress/a/### 10/b",
	} {
		var all []string
		for _, event := range chronicle.Read(text, 0, isDate, isDateKey).Events {
			all = append(all, told(event))
		}
		if got := strings.Join(all, "\n"); got != want {
			t.Errorf("%q gives\n%s\nwant\n%s", text, got, want)
		}
	}
}
