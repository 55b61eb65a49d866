package stub

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"

	"dateline/timeline/export/cell"
	"dateline/timeline/export/record"
	"dateline/timeline/internal/formats"
)

// Write returns an event as the file has its events, with the end of its last line. It begins with the end of a line
// where the file lacks that at the place where it belongs.
func (f *Form) Write(v Values) string {
	f = f.complete(v)
	var text string
	switch {
	case f.is == formats.Table:
		text = f.row(v)
	case f.is == formats.JSONLines || f.is == formats.JSON:
		text = f.object(v)
	case f.is == formats.TOML:
		text = f.tomlTable(v)
	case f.is == formats.Calendar:
		text = f.entry(v)
	case f.is == formats.Markdown:
		text = "---\n" + f.keyLines(v, "", "") + "---\n"
	case f.shape == inFlow || f.shape == keyed:
		text = f.braces(v)
	default:
		text = f.block(v)
	}
	if text = f.around[0] + strings.TrimSuffix(text, "\n") + f.around[1] + "\n"; f.apart {
		text = "\n" + text
	}
	if f.open && !f.isApart() {
		text = "\n" + text
	}
	if ends := strings.Count(f.text, "\n"); ends > 0 && 2*strings.Count(f.text, "\r\n") > ends {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// block returns an event of YAML in lines.
func (f *Form) block(v Values) string {
	switch f.shape {
	case document:
		return "---\n" + f.keyLines(v, "", "")
	case entry:
		key := record.Key(v.ID)
		if f.byDate {
			key = record.Date(v.Date)
		}
		return f.indent + key + ":\n" + f.keyLines(v, f.indent+f.gap, f.indent+f.gap)
	}
	return f.keyLines(v, f.indent+"-"+f.gap, f.indent+" "+strings.Repeat(" ", len(f.gap)))
}

// keyOf returns the key of an event in a map.
func (f *Form) keyOf(v Values) string {
	if f.byDate {
		return v.Date
	}
	return v.ID
}

// lists are the format's own keys that hold lists.
var lists = []string{"actors", "tags", "quotes", "figures", "claims", "sources", "related", "notes"}

// keyLines returns the keys with their values, each in a line.
func (f *Form) keyLines(v Values, first, next string) string {
	var text strings.Builder
	before := first
	for _, key := range f.keys {
		value := f.value(v, key, record.Text)
		text.WriteString(before + record.Key(key) + ":")
		if value != "" {
			text.WriteString(" " + value)
		}
		text.WriteString("\n")
		before = next
	}
	return text.String()
}

// braces returns an event of YAML in braces.
func (f *Form) braces(v Values) string {
	pairs := make([]string, len(f.keys))
	for n, key := range f.keys {
		pairs[n] = inBrackets(key) + ": " + f.value(v, key, inBrackets)
	}
	text := "{" + strings.Join(pairs, ", ") + "}"
	if f.shape == keyed {
		text = inBrackets(f.keyOf(v)) + ": " + text
	}
	return text
}

// inBrackets returns a text as YAML has it within brackets and braces.
func inBrackets(text string) string {
	list := record.List([]string{text})
	return list[1 : len(list)-1]
}

// value returns what an event says under a key of YAML.
func (f *Form) value(v Values, key string, text func(string) string) string {
	switch f.role[key] {
	case id:
		return text(v.ID)
	case date:
		return record.Date(v.Date)
	case title:
		return text(v.Title)
	case kind:
		if v.Type != "" {
			return text(v.Type)
		}
	case actors:
		return record.List(v.Actors)
	case sources:
		return record.List(v.Sources)
	default:
		if slices.Contains(lists, key) {
			return "[]"
		}
	}
	return ""
}

// table finds the columns of a table.
func (f *Form) table(text string) {
	head, _, _ := strings.Cut(strings.TrimPrefix(text, "\ufeff"), "\n")
	for _, comma := range ",;\t|" {
		in := csv.NewReader(strings.NewReader(head))
		in.Comma, in.LazyQuotes = comma, true
		if row, err := in.Read(); err == nil && len(row) > len(f.keys) {
			f.keys, f.comma = row, comma
		}
	}
	for n := range f.keys {
		f.keys[n] = strings.TrimSpace(f.keys[n])
	}
	f.assign(true)
	if strings.TrimSpace(text) == "" { // the first row needs a head
		f.keys, f.around[0] = ours[date:], strings.Join(ours[date:], ",")+"\n"
		f.assign(true)
	}
}

// row returns a row of a table.
func (f *Form) row(v Values) string {
	cells := make([]string, len(f.keys))
	for n, key := range f.keys {
		switch f.role[key] {
		case id:
			cells[n] = cell.NoFormula(v.ID)
		case date:
			cells[n] = v.Date
		case title:
			cells[n] = cell.NoFormula(v.Title)
		case kind:
			cells[n] = cell.NoFormula(v.Type)
		case actors:
			cells[n] = cell.NoFormula(strings.Join(v.Actors, "; "))
		case sources:
			cells[n] = cell.NoFormula(strings.Join(v.Sources, "; "))
		}
	}
	var text strings.Builder
	out := csv.NewWriter(&text)
	out.Comma = f.comma
	_ = out.Write(cells) // a builder takes it all
	out.Flush()
	return text.String()
}

// object returns an object of JSON in a line.
func (f *Form) object(v Values) string {
	var text bytes.Buffer
	out := bufio.NewWriter(&text)
	for n, key := range f.keys {
		var value any
		switch f.role[key] {
		case id:
			value = v.ID
		case date:
			value = v.Date
		case title:
			value = v.Title
		case kind:
			value = v.Type
		case actors:
			value = append([]string{}, v.Actors...)
		case sources:
			value = append([]string{}, v.Sources...)
		default:
			if value = ""; slices.Contains(lists, key) {
				value = []string{}
			}
		}
		out.WriteByte("{,"[min(n, 1)])
		_ = cell.JSON(out)(key)
		out.WriteByte(':')
		_ = cell.JSON(out)(value) // texts can always be encoded
	}
	out.Flush()
	object := strings.ReplaceAll(text.String(), "\n", "") + "}\n"
	if f.shape == keyed {
		text.Reset()
		_ = cell.JSON(out)(f.keyOf(v))
		out.Flush()
		object = strings.TrimSpace(text.String()) + ":" + object
	}
	return object
}

// jsonKeys returns the keys of the objects of the first lines.
func jsonKeys(text string) (events [][]string) {
	for line := range strings.Lines(text) {
		d := json.NewDecoder(strings.NewReader(line))
		if start, err := d.Token(); err != nil || start != json.Delim('{') {
			continue
		}
		if events = append(events, keysWithin(d)); len(events) == most {
			break
		}
	}
	return events
}

// objectKeys returns the keys of an object.
func objectKeys(d *json.Decoder) []string {
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return nil
	}
	return keysWithin(d)
}

// keysWithin returns the keys of an object of which the brace has been read.
func keysWithin(d *json.Decoder) (keys []string) {
	for d.More() {
		key, err := d.Token()
		var value json.RawMessage
		if err != nil || d.Decode(&value) != nil {
			break
		}
		keys = append(keys, key.(string))
	}
	return keys
}
