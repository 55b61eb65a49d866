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
	"slices"
	"strings"

	"dateline/timeline/lazyregexp"
)

// A Document is a part of a text between two dividers.
type Document struct {
	Text  string
	From  int  // its offset
	Above int  // lines above it
	Bare  bool // whether it holds nothing but what is in the document: no divider
}

// Begin returns the offset of the first document of a text, after the directives above it. It reports whether the text
// can be cut: it has no other directives but versions, since others may change what is below them.
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
	for at := nextDirective(text, from); at >= 0; at = nextDirective(text, lineEnd(text, at)) {
		if !isVersion(text, at) {
			return 0, false
		}
	}
	return from, true
}

// nextDirective returns the offset of the first line with a directive from a line on, and −1 where there is none.
func nextDirective(text string, from int) int {
	for at := from; ; at++ {
		n := strings.IndexByte(text[at:], '%')
		if n < 0 {
			return -1
		}
		if at += n; at == from || text[at-1] == '\n' {
			return at
		}
	}
}

// Unversioned returns a text in which the lines %YAML 1.x are comments, since they say nothing that is not so without
// them: those alone above a line with ---, at the beginning of the text or below a line with ... .
func Unversioned(text string) string {
	const directive = "%YAML"
	var out strings.Builder
	done := 0
	for at := 0; ; at += len(directive) {
		n := strings.Index(text[at:], directive)
		if n < 0 {
			break
		}
		if at += n; (at == 0 || text[at-1] == '\n') && isVersion(text, at) {
			out.Grow(len(text))
			out.WriteString(text[done:at] + "#")
			done = at + 1
		}
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	return out.String()
}

// versionPattern matches a line %YAML 1.x.
var versionPattern = lazyregexp.New(`^%YAML[ \t]+1\.[0-9]{1,2}[ \t]*(?:[ \t]#.*)?\r?\n$`)

// isVersion reports whether the line at an offset is one that Unversioned makes a comment.
func isVersion(text string, at int) bool {
	end := lineEnd(text, at)
	return versionPattern().MatchString(text[at:end]) && endsAbove(text[:at]) && beginsBelow(text[end:])
}

// endsAbove reports whether a text ends with a line with ... and perhaps directives, or holds nothing else.
func endsAbove(text string) bool {
	for len(text) > 0 {
		from := strings.LastIndexByte(text[:len(text)-1], '\n') + 1
		line := text[from:]
		if isDivider(line, "...") {
			return IsBlank(line[len("..."):])
		} else if !mayBeAround(line) {
			return false
		}
		text = text[:from]
	}
	return true
}

// beginsBelow reports whether a text begins with a line with ---, below directives perhaps.
func beginsBelow(text string) bool {
	for len(text) > 0 && !isDivider(text, "---") {
		end := lineEnd(text, 0)
		if !mayBeAround(text[:end]) {
			return false
		}
		text = text[end:]
	}
	return text != ""
}

// mayBeAround reports whether a line may be beside the version of a document: it is blank, or a directive of another
// kind.
func mayBeAround(line string) bool {
	return IsBlank(line) || line[0] == '%' && !strings.HasPrefix(line, "%YAML")
}

// Documents returns the documents of a text from an offset on, at which a line begins, but for those that hold nothing.
func Documents(text string, from int) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		lines, counted := 0, 0
		for from < len(text) {
			end, dots := nextDivider(text, from)
			lines += strings.Count(text[counted:from], "\n")
			counted = from
			d := document(text[from:end], dots-from)
			d.Above += lines
			d.From += from
			if from = end; d.Text != "" && !yield(d) {
				return
			}
		}
	}
}

// document returns the document of a text, which may begin with a divider and has no other ---. The first ... is at an
// offset, or there is none up to the end.
func document(text string, dots int) (d Document) {
	d.Text, d.Bare = text, true
	if isDivider(text, "---") {
		first := lineEnd(text, 0)
		if d.Bare = IsBlank(text[len("---"):first]); d.Bare {
			d.Text, d.From, d.Above = text[first:], first, 1
		}
	}
	if end := dots - d.From; end < len(d.Text) {
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

// nextDivider returns the offset of the next line with --- below the line at an offset, and that of the first line with
// ... from that on. Where there is none, it is that at which the other ends.
func nextDivider(text string, from int) (end, dots int) {
	end, dots = len(text), len(text)
	if isDivider(text[from:], "...") {
		dots = from
	}
	for at := lineEnd(text, from); at < len(text); at = lineEnd(text, at) {
		switch {
		case text[at] == '.' && dots == len(text) && isDivider(text[at:], "..."):
			dots = at
		case text[at] == '-' && isDivider(text[at:], "---"):
			return at, min(dots, at)
		}
	}
	return end, dots
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

// isEmpty reports whether all lines of a text are blank, or versions of the document below it.
func isEmpty(text string) bool {
	for from := 0; from < len(text); {
		end := lineEnd(text, from)
		if text[from] != '%' && !IsBlank(text[from:end]) {
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

// Anchors are the places in a text that may be anchors, by their names: all that are, and some that are text.
type Anchors map[string][]int

// MaxAnchors is how many places are looked at. A text with more has them for a purpose that is not this one.
const MaxAnchors = 1 << 20

// AnchorsOf returns the anchors of a text, and reports whether they are not too many.
func AnchorsOf(text string) (found Anchors, ok bool) {
	for at, count := 0, 0; ; at++ {
		n := strings.IndexByte(text[at:], '&')
		if n < 0 {
			return found, true
		}
		at += n
		if at > 0 && strings.IndexByte(" \t\r\n[]{},:?-\"'", text[at-1]) < 0 {
			continue
		}
		end := at + 1
		for end < len(text) && isNameByte(text[end]) {
			end++
		}
		if end == at+1 {
			continue
		}
		if count++; count > MaxAnchors {
			return nil, false
		}
		if found == nil {
			found = Anchors{}
		}
		name := text[at+1 : end]
		if found[name] == nil {
			name = strings.Clone(name) // or it would keep the text
		}
		found[name] = append(found[name], at)
	}
}

// Before returns the last place before an offset that may be an anchor of that name, and −1 where there is none.
func (a Anchors) Before(name string, offset int) int {
	places := a[name]
	n, _ := slices.BinarySearch(places, offset)
	if n == 0 {
		return -1
	}
	return places[n-1]
}

// isNameByte reports whether a byte may be in the name of an anchor.
func isNameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}
