package chronicle_test

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/chronicle"
)

func isDate(text string) bool {
	_, ok := edtf.Read(text)
	return ok || len(written.Readings(text)) > 0
}

func isDateKey(key string) bool { return key == "Date" || key == "When" }

// told returns an event in one line: its line, and its values with bars between them.
func told(event *yaml.Node) string {
	var all []string
	for i := 1; i < len(event.Content); i += 2 {
		value := event.Content[i].Value
		for _, item := range event.Content[i].Content {
			value += "#" + item.Value
		}
		all = append(all, strings.ReplaceAll(value, "\n", "/"))
	}
	return fmt.Sprintf("%d: %s", event.Line, strings.Join(all, " | "))
}

func TestEventsOfPages(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{
			"headings", "# Log\n\n## 2026-08-22 — A model escapes\nIt did.\n\n## v5.7.0 2023 December 29\n- One\n" +
				"## [1.0.0] - 2020-01-01\n### Added\n- Two\n",
			"3: 2026-08-22 | A model escapes | It did.\n6: 2023 December 29 | v5.7.0 | - One\n" +
				"8: 2020-01-01 | [1.0.0] | ### Added/- Two",
		},
		{
			"items", "- **1606:** Janszoon sees land\n  from afar\n- 1770 – Cook lands\n1. 5 May 1901 Parliament opens\n" +
				"- [2019-05-01](https://a.org) A report\n- (2020) The end\n",
			"1: 1606 | Janszoon sees land | from afar\n3: 1770 | Cook lands\n4: 5 May 1901 | Parliament opens\n" +
				"5: 2019-05-01 | A report | https://a.org\n6: 2020 | The end",
		},
		{
			"a table",
			"## Phase 1\n| Date | Event | Who |\n|---|:-:|--|\n| Feb 7, 2025 | It opens | A \\| B |\n" +
				"| **1901** | Fire | |\n| | | |\n",
			"4: Feb 7, 2025 | It opens | A | B | #Phase 1\n5: 1901 | Fire | #Phase 1",
		},
		{
			"dates in bold type", "# Log\n\n**May 2001:**\n\nIt opens.\n\n**1999**\nFounded.\n\n**Note**\n\n**Fire** in 1901\n",
			"3: May 2001 | It opens.\n7: 1999 | Founded.//**Note**//**Fire** in 1901",
		},
		{
			"lists that are moved to the right", "# Log\n\n ## 1900\n\n  * 1901: One\n    more\n    * 1902: in it\n\n  * 1903: Two\ntext\n - 1904: Three\n",
			"5: 1901 | One | more/  * 1902: in it\n9: 1903 | Two\n11: 1904 | Three",
		},
		{"one date in bold type", "# Log\n\n**1999**\n\nFounded.\n", ""},
		{
			"a year over days", "## 1999\n- March 3: Founded\n- A dog came\n\n## 2001\n* Moved\n",
			"2: March 3, 1999 | Founded\n3: 1999 | A dog came\n6: 2001 | Moved",
		},
		{
			"a span over dates",
			"## War (1914–1918)\n- **1914:** It begins\n- **1918:** It ends\n\n" +
				"## Peace (1919–1938)\nQuiet.\n",
			"2: 1914 | It begins | #War (1914–1918)\n3: 1918 | It ends | #War (1914–1918)\n5: 1919–1938 | Peace | Quiet.",
		},
		{
			"signs without blanks",
			"- **1874年**｜[牡丹社](/q/)\n- **1900年頃**｜後藤\n- 1920年代：台\n- 1874年5月：事\n- 1874年5月22日、事\n" +
				"- **1874年**——事\n- 紀元前221年：統一\n- 1914年—1918年：大戦\n- 1999년 5월：사건\n- 1984—A model\n" +
				"- 1984–today\n- 3000、人\n- 東京：1999年\n",
			"1: 1874年 | [牡丹社](/q/)\n2: 1900年頃 | 後藤\n3: 1920年代 | 台\n4: 1874年5月 | 事\n5: 1874年5月22日 | 事\n" +
				"6: 1874年 | 事\n7: 紀元前221年 | 統一\n8: 1914年—1918年 | 大戦\n9: 1999년 5월 | 사건\n10: 1984 | A model",
		},
		{
			"spans with dashes",
			"- **1937 Sep–Oct** — South\n- 1937 Spring–Summer: North\n- **1891 Nov—Dec** — West\n- 1914–18: War\n",
			"1: 1937 Sep–Oct | South\n2: 1937 Spring–Summer | North\n3: 1891 Nov—Dec | West\n4: 1914–18 | War",
		},
		{
			"days below a wide year", "## 1874年\n- 5月22日：事\n- **6月1日**｜事\n- 3日：x\n",
			"2: 1874年5月22日 | 事\n3: 1874年6月1日 | 事\n4: 1874年 | 3日：x",
		},
		{
			"no dates",
			"1984 was a good year\n- 8080: http\n- 3000 people came\n" +
				"## Before (≥65,000 BCE – 1606 CE)\nText.\n" +
				"## From (c. 300 BC – some day)\nText.\n```\n2024-01-03: code\n```\n| A | B |\n|--|--|\n| 1 | 2 |\n",
			"",
		},
	} {
		var lines []string
		for _, event := range chronicle.Read(test.text, 0, isDate, isDateKey).Events {
			lines = append(lines, told(event))
		}
		if got := strings.Join(lines, "\n"); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

func TestMinutesAreOneEvent(t *testing.T) {
	page := chronicle.Read("# Board meeting, May 3, 2024\n\nA and B\n- 2024-06-01: next\n", 2, isDate, isDateKey)
	if page.Day == nil || told(page.Day) != "3: May 3, 2024 | Board meeting, | A and B/- 2024-06-01: next" {
		t.Errorf("the day is %v", page.Day)
	}
}

// Every word of a page is in an event or in the rest.
func TestNoWordOfAPageIsLost(t *testing.T) {
	lines := rapid.SampledFrom([]string{
		"# Top w%d", "## 1999", "## w%d (1914–1918)", "## 2020-01-01 — w%d", "- 1901: w%d", "- w%d", "  w%d", "w%d",
		"May 3: w%d", "- [2019-05-01](https://a.org/w%d) a", "| Date | w%d |", "|---|---|", "| 1901 | w%d |", "| | w%d |", "```", "> w%d", "",
		"- 2020-02-30: w%d", "31 April 2020 w%d", "## Februry 3, 2020 – w%d", "- [2020-13-01](https://a.org/w%d): a", "## March", "### 3",
		"- 7: w%d", "- 44 BC w%d", "On 5 May 2020 the w%d began. It ended",
	})
	rapid.Check(t, func(t *rapid.T) {
		var all, words []string
		for i, line := range rapid.SliceOfN(lines, 0, 25).Draw(t, "lines") {
			if strings.Contains(line, "%d") {
				line = fmt.Sprintf(line, 1000+i)
				words = append(words, fmt.Sprintf("w%d", 1000+i))
			}
			all = append(all, line)
		}
		page := chronicle.Read(strings.Join(all, "\n"), 0, isDate, isDateKey)
		kept := page.Title + "\n" + page.Rest
		for _, event := range page.Events {
			for i := range event.Content {
				kept += "\n" + event.Content[i].Value
				for _, tag := range event.Content[i].Content {
					kept += "\n" + tag.Value
				}
			}
		}
		for _, word := range words {
			if !strings.Contains(kept, word) {
				t.Fatalf("%s is lost of\n%s\nkept is\n%s", word, strings.Join(all, "\n"), kept)
			}
		}
	})
}

// No text stops the reader, and each event has a line of the text.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"# A\n## 1999\n- March 3: B\n", "| Date | B |\n|--|--|\n| 1901 | C |\n", "- **1606:** [D](https://a.org)\n  e\n", "```\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := 1 + strings.Count(text, "\n")
		for _, event := range chronicle.Read(text, 0, isDate, isDateKey).Events {
			if event.Line < 1 || event.Line > lines || len(event.Content) < 2 {
				t.Fatalf("an event is %s, of %d lines", told(event), lines)
			}
		}
	})
}

func TestPageOfAYear(t *testing.T) {
	for text, want := range map[string]string{
		"# 1774 – Treaty\n\nIn **1774** a peace was made.":     "1: 1774 | Treaty | In **1774** a peace was made.",
		"# 1774 - Treaty\n\nConcluded in April 1774.":          "1: 1774 | Treaty | Concluded in April 1774.",
		"# 1774–1775 – Mission\n\nIt went.":                    "1: 1774–1775 | Mission | It went.",
		"# 1984 – George Orwell\n\nThe world of 1984 is grim.": "",
		"# 1984\n\nIn 1984 it rained.":                         "",
		"# 2001: A Space Odyssey\n\nSeen in 2001.":             "",
		"# 3000 – People\n\nIn 3000 cases.":                    "",
	} {
		got := ""
		if day := chronicle.Read(text, 0, isDate, isDateKey).Day; day != nil {
			got = told(day)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestDatesWithoutAYearAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"## Sonntag, 3. Mai\n* Eins\n## Samstag, 2. Mai\nZwei\n": "Sonntag, 3. Mai; Samstag, 2. Mai",
		"- 3 May: began\n- May 4 – went\n":                       "3 May; May 4",
		"- buy 3 eggs\n- 5 men\n- 3 of May\n- May we go: 5\n":    "3 of May",
		"## 1999\n- 3 May: began\n- 4 May: went\n":               "",
	} {
		var all []string
		for _, line := range chronicle.Read(text, 0, isDate, isDateKey).Yearless {
			all = append(all, line.Text)
		}
		if got := strings.Join(all, "; "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
