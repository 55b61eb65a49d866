// Package yamlcut finds in a text of YAML, without reading it, where its documents begin and end, and where anchors may
// be:
//
//	if from, ok := yamlcut.Begin(text); ok {
//		for d := range yamlcut.Documents(text, from) {
//			… // d.Text is a document, or rarely more than one, that may be read by itself
//		}
//	}
//
// A line that begins with --- or ... and a blank is a divider wherever it is: within quotes and brackets it is an
// error, and a text after | or > ends above it. So what is between two dividers can be read by itself, but for what
// directives say, and for aliases of anchors in another document; those who read it find that they cannot.
//
// It imports nothing of this program.
package yamlcut

import (
	"iter"
	"strings"
)

// A Document is a part of a text between two dividers.
type Document struct {
	Text  string
	From  int  // its offset
	Above int  // lines above it
	Bare  bool // whether it holds nothing but what is in the document: no divider
}

// Begin returns the offset of the first document of a text, after the directives above it. It reports whether the text
// can be cut: it has no other directives, which may change what is below them.
func Begin(text string) (from int, ok bool) {
	directives := false
	for from < len(text) {
		line := text[from:lineEnd(text, from)]
		if line[0] == '%' {
			directives = true
		} else if !IsBlank(line) {
			break
		}
		from += len(line)
	}
	if directives && !isDivider(text[from:], "---") {
		return 0, false
	}
	if !directives {
		from = 0
	}
	return from, strings.Index(text[from:], "\n%") < 0 && !strings.HasPrefix(text[from:], "%")
}

// Documents returns the documents of a text from an offset on, at which a line begins, but for those that hold nothing.
func Documents(text string, from int) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		lines, counted := 0, 0
		for from < len(text) {
			end := nextDivider(text, from)
			lines += strings.Count(text[counted:from], "\n")
			counted = from
			d := document(text[from:end])
			d.Above += lines
			d.From += from
			if from = end; d.Text != "" && !yield(d) {
				return
			}
		}
	}
}

// document returns the document of a text, which may begin with a divider and has no other ---.
func document(text string) (d Document) {
	d.Text, d.Bare = text, true
	if isDivider(text, "---") {
		first := lineEnd(text, 0)
		if d.Bare = IsBlank(text[len("---"):first]); d.Bare {
			d.Text, d.From, d.Above = text[first:], first, 1
		}
	}
	if end := endOf(d.Text); end < len(d.Text) {
		if last := lineEnd(d.Text, end); IsBlank(d.Text[end+len("..."):last]) && isEmpty(d.Text[last:]) {
			d.Text = d.Text[:end]
		} else {
			d.Text, d.From, d.Above, d.Bare = text, 0, 0, false
		}
	}
	if d.Bare && isEmpty(d.Text) {
		d.Text = ""
	}
	return d
}

// nextDivider returns the offset of the next line with --- below the line at an offset, and the length of the text
// where there is none.
func nextDivider(text string, from int) int {
	for {
		n := strings.Index(text[from:], "\n---")
		if n < 0 {
			return len(text)
		}
		if from += n + 1; isDivider(text[from:], "---") {
			return from
		}
	}
}

// endOf returns the offset of the first line with ..., and the length of the text where there is none.
func endOf(text string) int {
	for from := 0; ; {
		if isDivider(text[from:], "...") {
			return from
		}
		n := strings.Index(text[from:], "\n...")
		if n < 0 {
			return len(text)
		}
		from += n + 1
	}
}

// isDivider reports whether a text begins with a divider of that form.
func isDivider(text, form string) bool {
	return strings.HasPrefix(text, form) &&
		(len(text) == len(form) || strings.IndexByte(" \t\r\n", text[len(form)]) >= 0)
}

// IsBlank reports whether a line, or what comes after a divider, holds nothing or a comment.
func IsBlank(line string) bool {
	line = strings.TrimLeft(line, " \r\n")
	return line == "" || line[0] == '#'
}

// isEmpty reports whether all lines of a text are blank.
func isEmpty(text string) bool {
	for from := 0; from < len(text); {
		end := lineEnd(text, from)
		if !IsBlank(text[from:end]) {
			return false
		}
		from = end
	}
	return true
}

// lineEnd returns the offset after the line that begins at an offset, and after its line feed.
func lineEnd(text string, from int) int {
	if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
		return from + n + 1
	}
	return len(text)
}
