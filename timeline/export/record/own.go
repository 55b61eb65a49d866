package record

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/keptvalue"
)

// Other is the key of a map with keys of the writer's own, whatever they are called.
const Other = "other"

// own writes the keys of the writer's own: each in its place, but below the key other where it would be read as a key
// of the record, or where there is one of its name already.
func (b *block) own(fields []timeline.Field, isOurs func(key string) bool) {
	if len(fields) == 0 {
		return
	}
	var apart [][]timeline.Field // maps without a key that comes twice
	seen := make(map[string]int, len(fields))
	for _, f := range fields {
		n := seen[f.Key]
		if n == 0 && isOurs(f.Key) {
			n = 1
		}
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
	switch shapeOf(f.Value) {
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
	switch several := strings.IndexByte(value, '\n') >= 0; {
	case value == "" || len(value) > maxStructured:
	case !several && (value[0] == '[' || value[0] == '{'):
		found = flowShape
	case strings.HasPrefix(value, "- "), several && strings.Contains(value, ":"):
		found = blockShape
	}
	if found == textShape || !isSafe(value) {
		return textShape
	}
	before := "k: "
	if found == blockShape {
		before, value = "k:\n  ", strings.ReplaceAll(value, "\n", "\n  ")
	}
	var n yaml.Node
	if yaml.Unmarshal([]byte(before+value), &n) != nil || n.Kind != yaml.DocumentNode {
		return textShape
	}
	if top := n.Content[0]; top.Kind != yaml.MappingNode || len(top.Content) != 2 ||
		top.Content[1].Kind == yaml.ScalarNode || !keptvalue.IsWhole(top.Content[1]) {
		return textShape
	}
	text, err := keptvalue.Text(n.Content[0].Content[1])
	if found == blockShape {
		text = strings.ReplaceAll(text, "\n", "\n  ")
	}
	if err != nil || text != value {
		return textShape
	}
	return found
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

// unread writes the date of an event that could not be read, and the end of its span, under their own keys: there they
// are read as before, which is not at all. It returns the other fields.
func (b *block) unread(fields []timeline.Field) []timeline.Field {
	at := map[string]int{}
	for i, f := range fields {
		if _, twice := at[f.Key]; !twice && f.Value != "" && (f.Key == "date" || f.Key == "start" || f.Key == "end") {
			at[f.Key] = i
		}
	}
	if len(at) == 0 || staysUnread(fields, at) {
		for _, key := range []string{"date", "start", "end"} {
			if i, ok := at[key]; ok {
				b.field(fields[i])
			}
		}
		return fieldsLeft(fields, func(i int) bool { n, ok := at[fields[i].Key]; return ok && n == i })
	}
	return fields
}

// staysUnread reports whether the date at those places of fields cannot be read.
func staysUnread(fields []timeline.Field, at map[string]int) bool {
	first, ok := at["date"]
	if !ok {
		if first, ok = at["start"]; !ok {
			return true
		}
	}
	from, unread := parse(fields[first].Value)
	last, ok := at["end"]
	if unread || !ok {
		return unread
	}
	to, unread := parse(fields[last].Value)
	return unread || from.IsInterval() || to.IsInterval() || to.Latest() < from.Earliest()
}

// parse reads a date, and reports whether it cannot be read.
func parse(text string) (d edtf.Date, unread bool) {
	d, err := edtf.Parse(strings.ReplaceAll(text, ", ", ","))
	return d, err != nil
}

// isHeadKey, isEventKey, isActorKey and isSourceKey report whether a key is one of the format, so that one of the
// writer's own cannot have its place. A test holds them against the schema.
func isHeadKey(key string) bool {
	switch key {
	case "title", "description", "actors", "sources", "types", "events", "fields", Other:
		return true
	}
	return false
}

func isEventKey(key string) bool {
	switch key {
	case "id", "date", "start", "end", "title", "summary", "description", "type", "category", "kind", "status",
		"location", "place", "actors", "participants", "people", "tags", "quotes", "figures", "claims", "sources",
		"citations", "links", "related", "notes", Other,
		"earliest", "latest": // which JSON has beside them
		return true
	}
	return false
}

func isActorKey(key string) bool {
	switch key {
	case "id", "name", "kind", "aliases", "memberships", "parent", Other:
		return true
	}
	return false
}

func isSourceKey(key string) bool {
	switch key {
	case "id", "title", "publisher", "outlet", "author", "published", "accessed", "date_accessed", "retrieved", "url",
		"archive_url", "language", Other:
		return true
	}
	return false
}
