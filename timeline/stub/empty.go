package stub

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/formats"
)

// longestHead is how many bytes a file without events has at most that may get its first one.
const longestHead = 1 << 20

// noEvents finds the form of the first event of a file, which goes into its list of events or begins that.
func (f *Form) noEvents() {
	var doc yaml.Node
	if len(f.text) > longestHead || yaml.Unmarshal([]byte(f.text), &doc) != nil {
		*f = *f.Own()
		return
	}
	f.setKeys(nil, false)
	f.around[0] = "events:\n"
	if len(doc.Content) == 0 { // nothing, or comments
		return
	}
	root := doc.Content[0]
	key, list := root, root
	if root.Kind == yaml.MappingNode {
		key, list = nil, nil
		for i := 0; i+1 < len(root.Content); i += 2 {
			if root.Content[i].Value == "events" {
				key, list = root.Content[i], root.Content[i+1]
			}
		}
	}
	switch isFlow := root.Style&yaml.FlowStyle != 0; {
	case list == nil && !isFlow:
		return
	case list != nil && list.Kind == yaml.SequenceNode && len(list.Content) == 0:
		f.intoBrackets(f.lines(), list, key != root)
	case list != nil && list.Tag == "!!null" && list.Value == "" && !isFlow:
		f.around[0] = ""
		f.below(f.lines(), key.Line)
	default:
		*f = *f.Own()
	}
}

// intoBrackets puts the first event into a list that has none, or in its place.
func (f *Form) intoBrackets(lines lines, list *yaml.Node, hasKey bool) {
	at := lines.offset(start{line: list.Line, column: list.Column})
	end := flowEnd(f.text, at)
	if end == at {
		*f = *f.Own()
		return
	}
	if f.is == formats.JSON {
		f.shape, f.around, f.at, f.open, f.atEnd = inFlow, [2]string{}, at+1, false, false
		return
	}
	if hasKey {
		f.around[0] = ""
	}
	f.empty = [2]int{at, end}
	f.below(lines, 1+strings.Count(f.text[:end], "\n"))
}

// below puts the event below a line, and below what is left of the file where that is nothing.
func (f *Form) below(lines lines, line int) {
	f.at = lines.offset(start{line: line + 1, column: 1})
	f.open = !strings.HasSuffix(f.text[:f.at], "\n")
	f.toEnd()
}

// toEnd puts the event at the end of the file where nothing but comments and empty lines follows.
func (f *Form) toEnd() {
	for line := range strings.Lines(f.text[f.at:]) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' && (f.shape != document || line != "...") {
			f.atEnd = false
			return
		}
	}
	f.at, f.atEnd = len(f.text), true
	f.open = f.text != "" && !strings.HasSuffix(f.text, "\n")
}
