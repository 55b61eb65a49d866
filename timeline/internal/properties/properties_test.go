package properties_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/properties"
)

func isDate(key, value string) bool {
	_, err := written.Parse(value)
	return err == nil && (key == "Date" || key == "When")
}

func TestPagesWithProperties(t *testing.T) {
	if _, ok := edtf.Read("2021-03-03"); !ok {
		t.Fatal("no date is read")
	}
	for text, want := range map[string]string{
		"# Kickoff\n\nDate: March 3, 2021\nTags: Work, Plan\n\nAnn came.\n\n- b\n": "title=Kickoff Date=March 3, 2021 Tags=Work, Plan | Ann came.\n\n- b @6",
		"# A\nWhen: 2021-03-03":                            "title=A When=2021-03-03 |  @3",
		"\ufeff\n# A: b\r\n\r\nDate: 2021-03\r\n\r\nx\r\n": "title=A: b Date=2021-03 | x @6",
		"# A\n\nURL (old): https://a.org\nDate: 2021\n":    "title=A URL (old)=https://a.org Date=2021 |  @6",

		"# Kickoff\n\n| Date | 3 March 2021 |\n|---|---|\n| Place | Bonn |\n\nAnn came.\n":       "title=Kickoff Date=3 March 2021 Place=Bonn | Ann came. @7",
		"# Kickoff\n\n| Key | Value |\n| :--- | :--- |\n| **Date** | 2021 |\n| **Who:** | Ann |": "title=Kickoff Date=2021 Who=Ann |  @7",
		"# Kickoff\n\n|  |  |\n|--|--|\n| Date | 2021 |\n| Place | |\n":                          "title=Kickoff Date=2021 Place= |  @8",
		"# Notes\n\n| Date | 2021 |\n| Title | Kickoff |\n\nx":                                   "Date=2021 Title=Kickoff | # Notes\n\nx @6",
		"| Title | Kickoff |\n|---|---|\n| Date | 2021 |\n\nx":                                   "Title=Kickoff Date=2021 | x @5",
		"# A\n\n| Date | 2021 |\n|---|---|\n| Link | a\\|b |":                                    "title=A Date=2021 Link=a\\|b |  @6",

		"| Date | 2021 |\n|---|---|\n| Place | Bonn |\n":                       "",
		"# A\n\n| Event | When |\n|---|---|\n| Date | 2021 |\n":                "",
		"# A\n\n| Name | Place | Date |\n|---|---|---|\n| B | Bonn | 2021 |\n": "",
		"# A\n\n| Date | 2021 | Bonn |\n|---|---|---|\n":                       "",
		"# A\n\n| Place | Bonn |\n|---|---|\n| Size | 2021 |\n":                "",
		"# A\n\n| Date | 2021 |\n|---|---|\n| Date | 2022 |\n":                 "",
		"# A\n\n| Date | 2021 |\n|---|---|\nand text\n":                        "",
		"# A\n\nText.\n\n| Date | 2021 |\n|---|---|\n":                         "",
		"# A\n\n| What Ann said to Bob | so |\n|---|---|\n| Date | 2021 |\n":   "",

		"# A\n\nDate: 2021-03-03\nWe met in Bonn.\n":      "",
		"# A\n\nDate: some day in spring\n":               "",
		"# A\n\nNote: it was in 2021\n":                   "",
		"# A\n\nText.\n\nDate: 2021\n":                    "",
		"Date: 2021\n\nText.\n":                           "",
		"## A\n\nDate: 2021\n":                            "",
		"# A\n\n- Date: 2021\n":                           "",
		"# A\n\nDate: 2021\nDate: 2022\n":                 "",
		"# A\n\nDate: 2021\nTitle: B\n":                   "",
		"# A\n\nDate: 2021\nAnd this is what he said: no": "",
		"# A\n\nDate:\n":                                  "",
		"# A\n":                                           "",
		"":                                                "",
	} {
		got := ""
		if page, ok := properties.Read(text, isDate); ok {
			got = told(page)
		}
		if got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func told(page properties.Page) string {
	var all []string
	for i := 0; i < len(page.Event.Content); i += 2 {
		all = append(all, page.Event.Content[i].Value+"="+page.Event.Content[i+1].Value)
	}
	return strings.Join(all, " ") + " | " + page.Body + " @" + string(rune('0'+page.Line))
}

// Every word of a page with properties is in its event or its body.
func TestNoWordOfAPageIsLost(t *testing.T) {
	lines := rapid.SampledFrom([]string{"", "# one", "Date: 2021", "Tags: two, three", "four five", "- six: seven", "Who: eight: nine"})
	rapid.Check(t, func(t *rapid.T) {
		text := "# Title\n\nWhen: 2020\n" + strings.Join(rapid.SliceOf(lines).Draw(t, "lines"), "\n")
		page, ok := properties.Read(text, isDate)
		if !ok {
			return
		}
		kept := told(page)
		for _, word := range strings.Fields(strings.NewReplacer(":", " ", "#", " ").Replace(text)) {
			if !strings.Contains(kept, word) {
				t.Fatalf("%s is lost of %q: %q", word, text, kept)
			}
		}
	})
}

// Every word of a table of properties is in its event or the body, but for the names of its two columns.
func TestNoWordOfATableOfPropertiesIsLost(t *testing.T) {
	lines := rapid.SampledFrom([]string{
		"", "|---|---|", "| Date | 2021 |", "| Title | two |", "| **three** | four\\|4 |", "| five | |", "six | seven", "| eight |",
		"| nine | ten | more |",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := "# Notes\n\n| When | 2020 |\n" + strings.Join(rapid.SliceOf(lines).Draw(t, "lines"), "\n")
		page, ok := properties.Read(text, isDate)
		if !ok {
			return
		}
		kept := told(page)
		for _, word := range strings.Fields(strings.NewReplacer(`\|`, `\|`, "|", " ", "*", " ", "#", " ").Replace(text)) {
			if !strings.Contains(strings.NewReplacer("*", " ").Replace(kept), word) && strings.Trim(word, "-") != "" {
				t.Fatalf("%s is lost of %q: %q", word, text, kept)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("# A\n\nDate: 2021\n\nx")
	f.Add("# A\n\n| Key | Value |\n|---|---|\n| Date | 2021 |\n| Title | B |\n\nx")
	f.Fuzz(func(t *testing.T, text string) {
		if page, ok := properties.Read(text, isDate); ok && (len(page.Event.Content) < 4 || page.Line < 2) {
			t.Errorf("%q gives %q", text, told(page))
		}
	})
}
