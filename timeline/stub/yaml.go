package stub

import (
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

var (
	hyphen  = regexp.MustCompile(`^( *)-( +)\S`)
	alone   = regexp.MustCompile(`^( *)-\s*$`)
	keyLine = regexp.MustCompile(`^( *(?:- +)?)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#&*!|>{\[-][^:#]*?)\s*:(?:\s|$)`)
)

// yaml finds the form of the events of a file in YAML, which begin at some lines, counted from 1.
func (f *Form) yaml(text string, starts []int) {
	lines := strings.SplitAfter(text, "\n")
	starts = slices.DeleteFunc(starts, func(n int) bool { return n < 1 || n > len(lines) })
	for n, start := range starts {
		if start >= 2 && alone.MatchString(lines[start-2]) { // its keys begin below the hyphen
			starts[n]--
		}
	}
	if len(starts) == 0 {
		f.setKeys(nil, false)
		return
	}
	last := starts[len(starts)-1]
	if item := hyphen.FindStringSubmatch(lines[last-1]); item != nil {
		f.indent, f.gap = item[1], item[2]
	} else if item := alone.FindStringSubmatch(lines[last-1]); item != nil {
		f.indent = item[1]
	} else {
		f.indent, f.gap = "", ""
	}
	f.apart = last >= 2 && len(starts) > 1 && f.gap != "" && strings.TrimSpace(lines[last-2]) == ""
	looked := slices.Compact(slices.Clone(starts[max(0, len(starts)-most):])) // several may be in one line
	var events [][]string
	for n, start := range looked {
		end := f.end(lines, start)
		if n+1 < len(looked) {
			end = min(end, looked[n+1]-1)
		}
		events = append(events, yamlKeys(lines[start-1:end]))
	}
	f.setKeys(events, false)
	end := f.end(lines, last)
	for end > last && strings.TrimSpace(lines[end-1]) == "" {
		end--
	}
	f.at = len(strings.Join(lines[:end], ""))
	f.open = !strings.HasSuffix(lines[end-1], "\n")
	f.atEnd = strings.TrimSpace(text[f.at:]) == ""
	if f.atEnd && !f.open {
		f.at = len(text)
	}
}

// end returns the number of the last line of the event that begins at a line.
func (f *Form) end(lines []string, start int) int {
	for n := start; n < len(lines); n++ {
		line := strings.TrimRight(lines[n], "\r\n")
		if f.gap == "" {
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
	text := strings.Join(lines, "")
	if item := hyphen.FindString(lines[0]); strings.HasSuffix(item, "{") {
		return flowKeys(text)
	}
	column := -1
	for _, line := range lines {
		found := keyLine.FindStringSubmatch(strings.TrimRight(line, "\r\n"))
		if found == nil || column >= 0 && len(found[1]) != column || column >= 0 && strings.Contains(found[1], "-") {
			continue
		}
		column = len(found[1])
		keys = append(keys, strings.Trim(found[2], `"'`))
	}
	return keys
}

// flowKeys returns the keys of an event in braces.
func flowKeys(text string) (keys []string) {
	var n yaml.Node
	if yaml.Unmarshal([]byte(text), &n) != nil || len(n.Content) != 1 || len(n.Content[0].Content) != 1 {
		return nil
	}
	of := n.Content[0].Content[0].Content
	for i := 0; i+1 < len(of); i += 2 {
		keys = append(keys, of[i].Value)
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
