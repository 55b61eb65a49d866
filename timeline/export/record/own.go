package record

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/keptvalue"
	"dateline/timeline/internal/nodevalue"
)

// Other is the key of a map with keys of the writer's own, whatever they are called.
const Other = "other"

// ReaderNote is the key of a line that a reader wrote to an event, which is written below the key other.
const ReaderNote = "reader_note"

// WithNote returns an event with a line that a reader wrote to it, under ReaderNote, and the event itself for "".
func WithNote(e *timeline.Event, line string) *timeline.Event {
	if line == "" {
		return e
	}
	noted := *e
	noted.Other = append(slices.Clone(e.Other), timeline.Field{Key: ReaderNote, Value: line, Text: true})
	return &noted
}

// own writes the keys of the writer's own: each in its place, but below the key other where it would be read as a key
// of the record, or where there is one of its name already.
func (b *block) own(fields []timeline.Field, isOurs func(f timeline.Field) bool) {
	if len(fields) == 0 {
		return
	}
	var apart [][]timeline.Field // maps without a key that comes twice
	seen := make(map[string]int, len(fields))
	for _, f := range fields { // of one key all values are apart, in their order, where one is
		if isOurs(f) {
			seen[f.Key] = 1
		}
	}
	for _, f := range fields {
		n := seen[f.Key]
		seen[f.Key] = n + 1
		if n == 0 {
			b.field(f)
			continue
		}
		for len(apart) < n {
			apart = append(apart, nil)
		}
		apart[n-1] = append(apart[n-1], f)
	}
	switch len(apart) {
	case 0:
	case 1:
		b.key(Other)
		b.text = append(b.text, '\n')
		b.depth += 2
		for _, f := range apart[0] {
			b.field(f)
		}
		b.depth -= 2
	default:
		b.key(Other)
		b.text = append(b.text, '\n')
		for _, fields := range apart {
			b.item()
			for _, f := range fields {
				b.field(f)
			}
			b.close()
		}
	}
}

// field writes a key of the writer's own with its value.
func (b *block) field(f timeline.Field) {
	b.key(f.Key)
	switch shapeOfField(f) {
	case flowShape:
		b.text = append(append(append(b.text, ' '), f.Value...), '\n')
	case blockShape:
		b.text = append(b.text, '\n')
		for line := range strings.SplitSeq(f.Value, "\n") {
			if line != "" {
				b.text = append(appendBlanks(b.text, b.depth+2), line...)
			}
			b.text = append(b.text, '\n')
		}
	default:
		b.text = appendProse(append(b.text, ' '), f.Value, b.depth+len(f.Key)+2, b.depth+2, asWritten)
	}
}

// A shape is how a value of the writer's own is written.
type shape uint8

const (
	textShape  shape = iota
	flowShape        // a list or map in brackets, in one line
	blockShape       // one in lines
)

// shapeOf returns the shape of a value. It is that of a list or map where such a one, kept as package load keeps it, is
// this very text: so it is read back to the same. One line with a colon is taken for words.
func shapeOf(value string) shape {
	found := textShape
	switch {
	case len(value) > maxStructured || !keptvalue.IsLike(value):
	case (value[0] == '[' || value[0] == '{') && strings.IndexByte(value, '\n') < 0:
		found = flowShape
	default:
		found = blockShape
	}
	if found == textShape || !isSafe(value) {
		return textShape
	}
	before := "k: "
	if found == blockShape {
		before, value = "k:\n  ", strings.ReplaceAll(value, "\n", "\n  ")
	}
	n := structure(before + value)
	if n == nil || !isForOthers(n) {
		return textShape
	}
	text, err := keptvalue.Text(n)
	if found == blockShape {
		text = strings.ReplaceAll(text, "\n", "\n  ")
	}
	if err != nil || text != value {
		return textShape
	}
	return found
}

// shapeOfField is shapeOf for the value of a field, which may have been a text.
func shapeOfField(f timeline.Field) shape {
	if f.Text {
		return textShape
	}
	return shapeOf(f.Value)
}

// structureOf returns the list or map as which a value is written, and nil for one that is written as a text.
func structureOf(f timeline.Field) *yaml.Node {
	if shapeOfField(f) == textShape {
		return nil
	}
	return structure("k:\n  " + strings.ReplaceAll(f.Value, "\n", "\n  "))
}

// structure returns the list or map that a text of YAML has under its one key, and nil where it has none that is kept
// whole.
func structure(text string) *yaml.Node {
	var n yaml.Node
	if yaml.Unmarshal([]byte(text), &n) != nil || n.Kind != yaml.DocumentNode {
		return nil
	}
	if top := n.Content[0]; top.Kind == yaml.MappingNode && len(top.Content) == 2 &&
		top.Content[1].Kind != yaml.ScalarNode && keptvalue.IsWhole(top.Content[1]) {
		return top.Content[1]
	}
	return nil
}

// isForOthers reports whether every reader of YAML takes a list or map, and for nothing else: a link of a wiki is a
// text to people, a map has each key once, and what looks like a day is one.
func isForOthers(n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return n.Style != 0 || n.Value != "=" && n.Value != "<<" && !isNoDay(n.Value)
	}
	if nodevalue.Wiki(n) != n {
		return false
	}
	keys := map[string]bool{}
	for i, child := range n.Content {
		if !isForOthers(child) {
			return false
		}
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			continue
		}
		if child.Kind != yaml.ScalarNode || keys[child.Value] {
			return false
		}
		keys[child.Value] = true
	}
	return true
}

// mayBeEvents reports whether a value is a list of maps, of which one has a date and a title.
func mayBeEvents(f timeline.Field) bool {
	if !strings.HasPrefix(f.Value, "- ") && !strings.HasPrefix(f.Value, "[") {
		return false
	}
	n := structureOf(f)
	return n != nil && slices.ContainsFunc(n.Content, func(item *yaml.Node) bool {
		dated, titled := false, false
		for i := 0; i+1 < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
			dated = dated || containers.IsDate(item.Content[i].Value)
			titled = titled || containers.IsTitle(item.Content[i].Value)
		}
		return dated && titled
	})
}

// maxStructured is the greatest length in bytes of a list or map of the writer's own.
const maxStructured = 1 << 20

// isSafe reports whether a value holds nothing that has to be spelled out.
func isSafe(value string) bool {
	for line := range strings.SplitSeq(value, "\n") {
		if !isShown(line) {
			return false
		}
	}
	return true
}

// isHeadKey, isEventKey, isActorKey and isSourceKey report whether a key is one of the format, so that one of the
// writer's own cannot have its place. A test holds them against the schema.
func isHeadKey(f timeline.Field) bool {
	switch f.Key {
	case "title", "description", "actors", "sources", "types", "views", "events", "fields", Other:
		return true
	}
	return false
}

func isEventKey(key string) bool {
	switch key {
	case "id", "date", "start", "end", "title", "summary", "description", "type", "category", "kind", "status",
		"location", "place", "actors", "participants", "people", "tags", "quotes", "figures", "claims", "sources",
		"citations", "links", "related", "notes", Other,
		"earliest", "latest", // which JSON has beside them
		"events": // which a group has
		return true
	}
	return false
}

func isActorKey(f timeline.Field) bool {
	switch f.Key {
	case "id", "name", "kind", "aliases", "memberships", "parent", Other:
		return true
	}
	return false
}

func isSourceKey(f timeline.Field) bool {
	switch f.Key {
	case "id", "title", "publisher", "outlet", "author", "published", "date", "accessed", "date_accessed", "retrieved",
		"url", "archive_url", "language", Other,
		"name", "label", "link", "href": // which others have for title and url
		return true
	}
	return false
}
