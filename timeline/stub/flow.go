package stub

import (
	"bytes"
	"encoding/json"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/formats"
)

// json finds the form of the events of a file in JSON.
func (f *Form) json(starts []start) {
	switch {
	case strings.TrimSpace(f.text) == "":
		f.shape, f.around = inFlow, [2]string{"[", "]"}
		f.setKeys(nil, false)
	case len(starts) > 0:
		f.flow(f.lines(), starts)
	default:
		f.noEvents()
	}
}

// flow finds the form of events in braces.
func (f *Form) flow(lines lines, starts []start) {
	var events [][]string
	for _, s := range starts[max(0, len(starts)-most):] {
		if at := lines.offset(s); strings.HasPrefix(f.text[at:], "{") {
			events = append(events, flowKeys(f.text[at:flowEnd(f.text, at)]))
		}
	}
	last := starts[len(starts)-1]
	at := lines.offset(last)
	end := flowEnd(f.text, at)
	before := strings.TrimRight(f.text[:at], " \t\r\n")
	switch {
	case end == at || end == len(f.text) && before == "" && f.is == formats.YAML:
		*f = *f.Own()
		return
	case before == "":
		f.shape = ownFile
	case strings.HasSuffix(before, ":"):
		f.shape = keyed
		if key := lastKey(before); key != last.id && key != last.date {
			*f = *f.Own()
			return
		} else if key != last.id {
			f.byDate = true
		}
	default:
		f.shape = inFlow
	}
	f.at, f.open, f.atEnd, f.joint = end, false, false, commaBefore
	if rest := strings.TrimLeft(f.text[end:], " \t\r\n"); strings.HasPrefix(rest, ",") {
		f.at, f.joint = len(f.text)-len(rest)+1, commaAfter
	}
	f.setKeys(events, false)
}

// lastKey returns the key at the end of a text, which a colon follows.
func lastKey(text string) string {
	text = strings.TrimRight(strings.TrimSuffix(text, ":"), " \t")
	if quote := text[max(0, len(text)-1):]; quote == `"` || quote == "'" {
		if at := strings.LastIndex(text[:len(text)-1], quote); at >= 0 {
			return text[at+1 : len(text)-1]
		}
	}
	return strings.TrimSpace(text[strings.LastIndexAny(text, "{,\n")+1:])
}

// flowEnd returns the offset after the brackets or braces that begin at one, or that offset itself where none do or
// they have no end.
func flowEnd(text string, at int) int {
	depth, isStart := 0, true // of a value, at which alone a quotation mark begins a text
	for n := at; n < len(text); n++ {
		switch c := text[n]; c {
		case '{', '[':
			depth, isStart = depth+1, true
		case '}', ']':
			if depth, isStart = depth-1, false; depth == 0 {
				return n + 1
			}
		case ',', ':':
			isStart = true
		case '"', '\'':
			if isStart {
				n = quoteEnd(text, n)
			}
			isStart = false
		case '#':
			if n > at && strings.IndexByte(" \t\n", text[n-1]) >= 0 {
				n += strings.IndexByte(text[n:]+"\n", '\n')
			}
		case ' ', '\t', '\r', '\n':
		default:
			isStart = false
		}
		if depth == 0 {
			break
		}
	}
	return at
}

// quoteEnd returns the offset of the mark that ends a quotation.
func quoteEnd(text string, at int) int {
	for n := at + 1; n < len(text); n++ {
		switch {
		case text[n] == '\\' && text[at] == '"', strings.HasPrefix(text[n:], "''") && text[at] == '\'':
			n++
		case text[n] == text[at]:
			return n
		}
	}
	return len(text)
}

// flowKeys returns the keys of an event in braces.
func flowKeys(text string) (keys []string) {
	if json.Valid([]byte(text)) {
		return objectKeys(json.NewDecoder(bytes.NewReader([]byte(text))))
	}
	var n yaml.Node
	if yaml.Unmarshal([]byte(text), &n) != nil || len(n.Content) != 1 || n.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	of := n.Content[0].Content
	for i := 0; i+1 < len(of); i += 2 {
		keys = append(keys, of[i].Value)
	}
	return keys
}
