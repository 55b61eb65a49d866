package stub

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"

	"dateline/timeline/export/cell"
	"dateline/timeline/export/record"
	"dateline/timeline/internal/formats"
)

// Write returns an event as the file has its events, with the end of its last line. It begins with the end of a line
// where the file lacks that at the place where it belongs.
func (f *Form) Write(v Values) string {
	f = f.complete(&v)
	var text string
	switch f.is {
	case formats.Table:
		text = f.row(v)
	case formats.JSONLines, formats.JSON:
		text = f.object(v)
	case formats.Markdown:
		return "---\n" + f.lines(v, "", "") + "---\n"
	case formats.YAML:
		if text = f.item(v); f.apart {
			text = "\n" + text
		}
	default:
		return f.item(v)
	}
	if f.open {
		text = "\n" + text
	}
	return text
}

// item returns an item of a list of YAML, or a document.
func (f *Form) item(v Values) string {
	if f.gap == "" {
		return "---\n" + f.lines(v, "", "")
	}
	return f.lines(v, f.indent+"-"+f.gap, f.indent+" "+strings.Repeat(" ", len(f.gap)))
}

// emptyLists are the format's own keys that hold lists.
const emptyLists = " actors tags quotes figures claims sources related notes "

// lines returns the keys with their values, each in a line.
func (f *Form) lines(v Values, first, next string) string {
	var text strings.Builder
	before := first
	for _, key := range f.keys {
		value := ""
		switch f.role[key] {
		case id:
			value = record.Text(v.ID)
		case date:
			value = record.Date(v.Date)
		case title:
			value = record.Text(v.Title)
		case kind:
			if v.Type != "" {
				value = record.Text(v.Type)
			}
		case actors:
			value = record.List(v.Actors)
		case sources:
			value = record.List(v.Sources)
		default:
			if strings.Contains(emptyLists, " "+key+" ") {
				value = "[]"
			}
		}
		text.WriteString(before + record.Key(key) + ":")
		if value != "" {
			text.WriteString(" " + value)
		}
		text.WriteString("\n")
		before = next
	}
	return text.String()
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
			if value = ""; strings.Contains(emptyLists, " "+key+" ") {
				value = []string{}
			}
		}
		out.WriteByte("{,"[min(n, 1)])
		_ = cell.JSON(out)(key)
		out.WriteByte(':')
		_ = cell.JSON(out)(value) // texts can always be encoded
	}
	out.Flush()
	return strings.ReplaceAll(text.String(), "\n", "") + "}\n"
}

// jsonKeys returns the keys of the objects of the first lines.
func jsonKeys(text string) (events [][]string) {
	for line := range strings.Lines(text) {
		d := json.NewDecoder(strings.NewReader(line))
		if start, err := d.Token(); err != nil || start != json.Delim('{') {
			continue
		}
		var keys []string
		for d.More() {
			key, err := d.Token()
			var value json.RawMessage
			if err != nil || d.Decode(&value) != nil {
				break
			}
			keys = append(keys, key.(string))
		}
		if events = append(events, keys); len(events) == most {
			break
		}
	}
	return events
}
