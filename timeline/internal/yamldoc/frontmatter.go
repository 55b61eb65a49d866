package yamldoc

import (
	"path"
	"strings"

	"dateline/timeline/diag"
)

// IsMarkdown reports whether a file is Markdown, by its name.
func IsMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// HasFrontMatter reports whether a Markdown text begins with a line of three hyphens.
func HasFrontMatter(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	return strings.TrimRight(first, " \t\r") == "---"
}

// FrontMatter returns the YAML that a Markdown text begins with, between two lines of three hyphens, and the text after
// it. ok is false where there is none, or no end of it, which is reported. The front begins with the first line of
// hyphens, so that the places in it are those of the file.
func (r *Reader) FrontMatter(text string) (front, body string, ok bool) {
	if !HasFrontMatter(text) {
		r.problems.Report(diag.Range{File: r.in, Line: 1}, diag.Error, "the file has no front matter",
			"begin it with a line ---, then date: and title:, then another line ---")
		return "", "", false
	}
	for at, number := 0, 0; at < len(text); number++ {
		line, _, _ := strings.Cut(text[at:], "\n")
		if fence := strings.TrimRight(line, " \t\r"); number > 0 && (fence == "---" || fence == "...") {
			return text[:at], strings.TrimSpace(strings.ReplaceAll(text[at+len(line):], "\r\n", "\n")), true
		}
		at += len(line) + 1
	}
	r.problems.Report(diag.Range{File: r.in, Line: 1, Column: 1, Width: 3}, diag.Error, "the front matter does not end",
		"put a line --- after its last field")
	return "", "", false
}
