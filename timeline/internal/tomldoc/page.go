package tomldoc

import (
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/lazyregexp"
)

// This file tells TOML from other texts, and finds the front matter of a page.

// A Page is a Markdown text with TOML or JSON in front.
type Page struct {
	Front string     // the front matter, below an empty line for each line above it: its places are those of the file
	JSON  bool       // whether Front is JSON
	Body  string     // the text after it, without blanks around it
	At    diag.Range // the first line of Body
}

// fences are the lines before and after front matter that is not YAML.
var fences = []struct {
	first, last string
	json        bool
}{
	{"+++", "+++", false},
	{"```toml", "```", false},
	{"---toml", "---", false},
	{";;;", ";;;", true},
	{"```json", "```", true},
	{"---json", "---", true},
}

// HasFrontMatter reports whether a text begins with TOML or JSON between fences. Empty lines may be above.
func HasFrontMatter(begin string) bool {
	_, _, found := fenceOf(begin)
	return found
}

// fenceOf returns which of the fences a text begins with, and the number of lines above it.
func fenceOf(text string) (which, above int, found bool) {
	text = strings.TrimPrefix(text, "\ufeff")
	for {
		line, rest, more := strings.Cut(text, "\n")
		if line = strings.TrimSpace(line); line != "" {
			for which, f := range fences {
				if strings.EqualFold(strings.ReplaceAll(line, " ", ""), f.first) {
					return which, above, more
				}
			}
			return 0, 0, false
		}
		if !more {
			return 0, 0, false
		}
		text, above = rest, above+1
	}
}

// FrontMatter returns the parts of a text that begins with TOML or JSON between fences. ok is false where it does not.
// Where the second fence is missing, which is reported, the front ends with its first empty line.
func FrontMatter(in *diag.File, text string, problems *diag.List) (p Page, ok bool) {
	which, above, ok := fenceOf(text)
	if !ok {
		return Page{}, false
	}
	fence := fences[which]
	lines := strings.SplitAfter(strings.TrimPrefix(text, "\ufeff"), "\n")
	end, empty := above+1, 0
	for ; end < len(lines); end++ {
		line := strings.TrimSpace(lines[end])
		if line == fence.last {
			break
		}
		if line == "" && empty == 0 {
			empty = end
		}
	}
	below := end + 1
	if end == len(lines) {
		problems.Report(diag.Range{File: in, Line: in.Above() + above + 1, Column: 1, Width: len(fence.first)},
			rule.FrontMatterEnd, "the front matter does not end", "put a line "+fence.last+" after its last field")
		if empty > 0 {
			end = empty
		}
		below = end
	}
	p.JSON = fence.json
	p.Front = strings.Repeat("\n", above+1) + strings.Join(lines[above+1:end], "")
	for below < len(lines) && strings.TrimSpace(lines[below]) == "" {
		below++
	}
	below = min(below, len(lines))
	p.Body = strings.TrimSpace(strings.ReplaceAll(strings.Join(lines[below:], ""), "\r\n", "\n"))
	p.At = diag.Range{File: in, Line: in.Above() + below + 1}
	return p, true
}

var (
	headerLine = lazyregexp.New(`^\[\[?[ \t]*[A-Za-z0-9_"'-][A-Za-z0-9_."' -]*\]\]?[ \t]*(?:#.*)?$`)
	valueLine  = lazyregexp.New(`^(?:\w[\w-]*|"[^"]*"|'[^']*')(?:\.(?:[\w-]+|"[^"]*"|'[^']*'))*[ \t]*=` +
		`[ \t]*(?:["'\[{+-]|\d|true|false|inf|nan)`)
)

// Is reports whether a text is TOML, by how it begins. Its first line that is no comment is a key with a value, or the
// name of a table above another name or such a key: a name alone may be a list of YAML. A line that ends with ; is of a
// program.
func Is(begin string) bool {
	named := false
	for line := range strings.Lines(strings.TrimPrefix(begin, "\ufeff")) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case headerLine().MatchString(line):
			if named {
				return true
			}
			named = true
		default:
			return valueLine().MatchString(line) && !strings.HasSuffix(line, ";")
		}
	}
	return false
}
