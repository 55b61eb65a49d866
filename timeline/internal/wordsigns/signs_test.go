package wordsigns_test

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/wordsigns"
)

// warned returns what is said of the values of a map, each with its line and column.
func warned(t *testing.T, text string, written bool) []string {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	problems := diag.NewList(100)
	var signs wordsigns.Signs
	signs.Begin(diag.NewFile("a.yaml", text), &problems, written)
	for i := 0; i < len(doc.Content[0].Content); i += 2 {
		for range 2 { // what an alias stands for is read more than once
			signs.HeedKept(doc.Content[0].Content[i], doc.Content[0].Content[i+1])
		}
	}
	var said []string
	for _, p := range problems.Found() {
		said = append(said, fmt.Sprintf("%d:%d: %s", p.Pos.Line, p.Pos.Column, p.Message))
	}
	return said
}

// What YAML takes out of a text is told once, with its place; what the writer can only have meant as YAML is not.
func TestWordsThatAreGone(t *testing.T) {
	const comment = ": what comes after ` #` is a comment, and no part of the text"
	for text, want := range map[string]string{
		"a: Talk #1 about aid":        "1:9" + comment,
		"b: x\na:\n  Talks\n  go #on": "4:6" + comment,
		"a: #1 in all":                "1:4" + comment,
		"a: Talks # a comment":        "",
		"a: Talks#1":                  "",
		"a: 'Talk' #1":                "",
		"a: Talks\n#1":                "",
		"a: &Russia fires":            "1:4: `&Russia` is an anchor that nothing uses, and no part of the text",
		"a: &x fires\nb: *x":          "",
		"a: !draft Talks":             "1:4: `!draft` is a tag that nothing knows, and no part of the text",
		"a: !!str 12":                 "",
		"a: Talks]":                   "1:4: the `]` at the end of this text closes nothing",
		"a: Talks [so far]":           "",
		"a: Talks}":                   "1:4: the `}` at the end of this text closes nothing",
		"a: 'Talks]'":                 "",
		"a: &Kyiv Talks #1":           "1:4: `&Kyiv` is an anchor that nothing uses, and no part of the text|1:16" + comment,
		"a: &Kyiv":                    "1:4: `&Kyiv` is an anchor that nothing uses, and no part of the text",
		"a: {b: c} #1":                "",
	} {
		if got := strings.Join(warned(t, text, true), "|"); got != want {
			t.Errorf("%q\n%s, want\n%s", text, got, want)
		}
	}
}

// Of a file that a program wrote no comment is meant as words.
func TestCommentsOfPrograms(t *testing.T) {
	if got := warned(t, "a: Talk #1", false); got != nil {
		t.Error(got)
	}
}
