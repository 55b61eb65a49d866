package load

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A table of keys and values below the heading of a page is its front matter, named or in a folder.
func TestTablesOfKeysAreProperties(t *testing.T) {
	const rule = "|---|---|\n"
	for text, want := range map[string]string{
		"# Kickoff\n\n| Date | 3 March 2021 |\n" + rule + "| Actors | Ann |\n\nText.\n":                    "2021-03-03 | Kickoff + Ann",
		"# Notes\n\n| Field | Value |\n" + rule + "| **Date** | 2021-03-03 |\n| Title | Kickoff |\n":       "2021-03-03 | Kickoff",
		"# Kickoff\n\n| | |\n" + rule + "| Date | 3 March 2021 |\n| Updated | 4 March 2021 |\n":            "2021-03-03 | Kickoff",
		"| Title | Kickoff |\n" + rule + "| Date | March 3rd, 2021 |\n| Location | |\n\n- 2020: x\n":       "2021-03-03 | Kickoff",
		"# Kickoff\n\n| Start | 2021-03-03 |\n" + rule + "| End | 2021-03-05 |\n":                          "2021-03-03/2021-03-05 | Kickoff",
		"# Kickoff\r\n\r\n| Date | 2021-03-03 |\r\n|---|---|\r\n| Who | Ann; Bob |\r\n\r\nText.\r\n":       "2021-03-03 | Kickoff + Ann + Bob",
		"# Kickoff\n\n| When | 2021-03-03 |\n" + rule + "| Tags | a |\n\n| A | B |\n" + rule + "| c | d |": "2021-03-03 | Kickoff #a",
	} {
		named := Files(t.Context(), []File{InMemory("a.md", []byte(text))}, nil)
		files, _ := Folder(fstest.MapFS{"a.md": {Data: []byte(text)}}, "")
		for _, p := range []Progress{named, Files(t.Context(), files, nil)} {
			if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
				t.Errorf("%s\ngives %s, want %s\n%s", text, got, want, p.Problems)
			}
		}
	}
	rows := "# Plan\n\n| Phase | Period |\n" + rule + "| Start | 2020-01-02 |\n| Finish | 2021-02-03 |\n"
	if p := Files(t.Context(), []File{InMemory("a.md", []byte(rows))}, nil); p.Events != 2 {
		t.Errorf("%d events of rows\n%s", p.Events, p.Problems)
	}
}
