package slides

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/containers"
	"dateline/timeline/lazyregexp"
)

// This file reads the spreadsheet from which TimelineJS makes slides as well.

// cells has for a column of the sheet where its text is in a slide: a key, or a key in the map of one.
var cells = map[string]string{
	"Year": "start_date.year", "Month": "start_date.month", "Day": "start_date.day", "Time": "start_date.time",
	"End Year": "end_date.year", "End Month": "end_date.month", "End Day": "end_date.day", "End Time": "end_date.time",
	"Display Date": "display_date", "Headline": "text.headline", "Text": "text.text", "Media": "media.url",
	"Media Credit": "media.credit", "Media Caption": "media.caption", "Media Thumbnail": "media.thumbnail",
	"Alt Text": "media.alt", "Group": "group", "Background": "background", "Type": "",
}

// Columns returns the columns of the sheet.
func Columns() (all []string) {
	for name := range cells {
		all = append(all, name)
	}
	return all
}

// IsSheet reports whether the head line of a table is that of the sheet.
func IsSheet(text string) bool {
	head, _, _ := strings.Cut(strings.TrimPrefix(text, "\ufeff"), "\n")
	names := strings.FieldsFunc(head, func(r rune) bool { return strings.ContainsRune(",;\t", r) })
	for n := range names {
		names[n] = strings.Trim(names[n], "\" \r")
	}
	for _, name := range []string{"Year", "Headline", "Text", "Media", "Media Credit"} {
		if !slices.Contains(names, name) {
			return false
		}
	}
	return true
}

// Row returns a row of the sheet as a slide, or where it is the title, which it reports, as the head of the record. An
// era has the tag that those of slides have. A row without a year is an event without a date, and one whose date cannot
// be read stays as it is.
func Row(row *yaml.Node) (is *yaml.Node, isTitle bool) {
	kind := ""
	n := containers.Some(row, nil)
	for i := 0; i+1 < len(row.Content); i += 2 {
		key, cell := row.Content[i], row.Content[i+1]
		to, known := cells[key.Value]
		outer, inner, within := strings.Cut(to, ".")
		switch {
		case key.Value == "Type":
			if kind = strings.ToLower(cell.Value); kind != "title" && kind != "era" {
				n.Content = append(n.Content, key, cell)
			}
		case !known:
			n.Content = append(n.Content, key, cell)
		case to == "background":
			addTo(n, to, ofBackground(cell.Value), cell)
		case inner == "time":
			if !addTime(n, outer, cell) {
				n.Content = append(n.Content, key, cell)
			}
		case within:
			if inner == "year" || inner == "month" || inner == "day" {
				cell = containers.Word(strings.NewReplacer(",", "", " ", "").Replace(cell.Value), cell)
			}
			addTo(n, outer, inner, cell)
		default:
			n.Content = append(n.Content, containers.Word(to, key), cell)
		}
	}
	if kind == "era" {
		tags := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: row.Line, Column: row.Column}
		tags.Content = []*yaml.Node{containers.Word("eras", row)}
		n.Content = append(n.Content, containers.Word("tags", row), tags)
	}
	if kind == "title" && containers.Has(n, "text") {
		return Record(containers.Some(row, []*yaml.Node{containers.Word("title", row), copied(n)})), true
	}
	if Is(n) {
		if _, ok := dated(n); !ok {
			return row, false
		}
		return n, false
	}
	if containers.Has(n, "start_date") || containers.Has(n, "end_date") {
		return row, false
	}
	s := slide{of: n}
	s.without()
	return s.node(), false
}

// copied returns a copy of a node and of those in it, since those of a row are used again for the next.
func copied(n *yaml.Node) *yaml.Node {
	to := *n
	to.Content = nil
	for _, child := range n.Content {
		to.Content = append(to.Content, copied(child))
	}
	return &to
}

// without puts what a slide without a date says.
func (s *slide) without() {
	for i := 0; i+1 < len(s.of.Content); i += 2 {
		s.pair(s.of.Content[i], s.of.Content[i+1])
	}
	s.called("")
}

// addTo adds a value to the map that a slide has under a key.
func addTo(n *yaml.Node, outer, inner string, value *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == outer {
			n.Content[i+1].Content = append(n.Content[i+1].Content, containers.Word(inner, value), value)
			return
		}
	}
	of := &yaml.Node{
		Kind: yaml.MappingNode, Tag: "!!map", Style: yaml.FlowStyle, Line: value.Line, Column: value.Column,
	}
	of.Content = []*yaml.Node{containers.Word(inner, value), value}
	n.Content = append(n.Content, containers.Word(outer, value), of)
}

// ofBackground returns the key of a background: an address, or a color.
func ofBackground(text string) string {
	if strings.Contains(text, "/") {
		return "url"
	}
	return "color"
}

// clock matches a time as the sheet has it: 9:30, 09:30:15, 930, 9 PM.
var clock = lazyregexp.New(`^(\d{1,2}?)(?:[:.]?(\d{2}))?(?:[:.](\d{2}))?(?:[:.]\d+)?\s*(?:([AaPp])\.?[Mm]\.?)?$`)

// addTime adds a time to a date by its parts. It reports whether the text is one.
func addTime(n *yaml.Node, outer string, cell *yaml.Node) bool {
	m := clock().FindStringSubmatch(strings.TrimSpace(cell.Value))
	if m == nil {
		return false
	}
	hour, _ := strconv.Atoi(m[1])
	switch half := strings.ToLower(m[4]); {
	case half == "p" && hour != 12:
		hour += 12
	case half == "a" && hour == 12:
		hour = 0
	}
	if hour > 23 {
		return false
	}
	addTo(n, outer, "hour", containers.Word(strconv.Itoa(hour), cell))
	addTo(n, outer, "minute", containers.Word(cmp.Or(m[2], "00"), cell))
	if m[3] != "" {
		addTo(n, outer, "second", containers.Word(m[3], cell))
	}
	return true
}
