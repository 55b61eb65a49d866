package stub

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/timeline/lazyregexp"
)

var (
	hyphen  = lazyregexp.New(`^( *)-( +)$`)
	alone   = lazyregexp.New(`^( *)-\s*$`)
	keyLine = lazyregexp.New(`^( *(?:- +)?)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#&*!|>{\[-][^:#]*?)\s*:(?:\s|$)`)
)

// A start is where an event begins, by line and column from 1, and what it is called.
type start struct {
	line, column int
	id, date     string
}

// lines are those of a text, and where each begins.
type lines struct {
	text []string
	at   []int // one more than there are lines
}

// lines returns the lines of the file.
func (f *Form) lines() lines {
	all := lines{text: strings.SplitAfter(f.text, "\n")}
	at := 0
	for _, line := range all.text {
		all.at = append(all.at, at)
		at += len(line)
	}
	all.at = append(all.at, at)
	return all
}

// offset returns where an event begins; the end of the text where there is no such line.
func (l lines) offset(s start) int {
	if s.line < 1 || s.line > len(l.text) {
		return l.at[len(l.text)]
	}
	line, at := l.text[s.line-1], 0
	for n := 1; n < s.column && at < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return l.at[s.line-1] + at
}

// yaml finds the form of the events of a file in YAML, by where they begin.
func (f *Form) yaml(starts []start) {
	lines := f.lines()
	starts = slices.DeleteFunc(starts, func(s start) bool { return s.line < 1 || s.line > len(lines.text) })
	if len(starts) == 0 {
		f.noEvents()
		return
	}
	last := starts[len(starts)-1]
	first, ok := f.shapeOf(lines, last)
	if !ok {
		f.flow(lines, starts)
		return
	}
	f.apart = first >= 2 && len(starts) > 1 && f.shape == item && strings.TrimSpace(lines.text[first-2]) == ""
	looked := starts[max(0, len(starts)-most):]
	var events [][]string
	for n, s := range looked {
		if at := lines.offset(s); strings.HasPrefix(f.text[at:], "{") {
			events = append(events, flowKeys(f.text[at:flowEnd(f.text, at)]))
			continue
		}
		end := f.end(lines.text, s.line)
		if n+1 < len(looked) {
			end = min(end, max(s.line, looked[n+1].line-1))
		}
		events = append(events, yamlKeys(lines.text[s.line-1:end]))
	}
	f.setKeys(events, false)
	end := f.end(lines.text, last.line)
	for end > last.line && strings.TrimSpace(lines.text[end-1]) == "" {
		end--
	}
	f.at = lines.at[end]
	f.open = !strings.HasSuffix(lines.text[end-1], "\n")
	f.toEnd()
}

// shapeOf finds the shape of an event outside of brackets, and the line with which it begins, its hyphen or key.
func (f *Form) shapeOf(lines lines, s start) (first int, ok bool) {
	before := f.text[lines.at[s.line-1]:lines.offset(s)]
	above := s.line - 1 // the line above that is neither empty nor a comment
	for above > 0 && isBlank(lines.text[above-1]) {
		above--
	}
	if m := hyphen().FindStringSubmatch(before); m != nil {
		f.shape, f.indent, f.gap = item, m[1], m[2]
		return s.line, true
	}
	if strings.TrimSpace(before) != "" {
		return s.line, f.isEntry(before, s)
	}
	if above > 0 {
		line := strings.TrimRight(lines.text[above-1], "\r\n")
		if m := alone().FindStringSubmatch(line); m != nil { // its keys begin below the hyphen
			f.shape, f.indent = item, m[1]
			return above, true
		}
		if f.isEntry(line, s) {
			f.gap = strings.Repeat(" ", max(1, len(before)-len(f.indent)))
			return above, true
		}
		if !strings.HasPrefix(line, "---") && !strings.HasPrefix(line, "...") && line[0] != '%' {
			return 0, false
		}
	}
	f.shape, f.gap, f.indent = document, "", ""
	return s.line, before == ""
}

// isEntry reports whether an event is the value of the key with which a line ends: its id, or its date.
func (f *Form) isEntry(line string, s start) bool {
	m := keyLine().FindStringSubmatch(line + " ")
	if m == nil || strings.Contains(m[1], "-") || strings.TrimSpace(line[len(m[0])-1:]) != "" {
		return false
	}
	key := strings.Trim(m[2], `"'`)
	if key != s.id && key != s.date {
		return false
	}
	f.shape, f.indent, f.gap, f.byDate = entry, m[1], "  ", key != s.id
	return true
}

// isBlank reports whether a line is empty or a comment.
func isBlank(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#'
}

// end returns the number of the last line of the event that begins at a line.
func (f *Form) end(lines []string, start int) int {
	for n := start; n < len(lines); n++ {
		line := strings.TrimRight(lines[n], "\r\n")
		if f.shape == document {
			if strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...") {
				return n
			}
			continue
		}
		if trimmed := strings.TrimLeft(line, " "); trimmed != "" && len(line)-len(trimmed) <= len(f.indent) {
			return n
		}
	}
	return len(lines)
}

// yamlKeys returns the keys of an event, by its lines.
func yamlKeys(lines []string) (keys []string) {
	column := -1
	for _, line := range lines {
		found := keyLine().FindStringSubmatch(strings.TrimRight(line, "\r\n"))
		if found == nil || column >= 0 && len(found[1]) != column || column >= 0 && strings.Contains(found[1], "-") {
			continue
		}
		column = len(found[1])
		keys = append(keys, strings.Trim(found[2], `"'`))
	}
	return keys
}

// frontMatter returns the keys above the text of a page.
func frontMatter(text string) []string {
	_, text, _ = strings.Cut(text, "\n")
	end := strings.Index(text, "\n---")
	if end < 0 {
		return nil
	}
	return yamlKeys(strings.SplitAfter(text[:end], "\n"))
}
