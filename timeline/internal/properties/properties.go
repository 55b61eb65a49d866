// Package properties reads the properties of a Markdown page that has no front matter but a heading and, below it, a
// block of lines with a key and a value each, as Notion exports pages:
//
//	# Kickoff
//
//	Date: March 3, 2021
//	Tags: Work
//
//	Ann and Bob came.
//
//	page, ok := properties.Read(text, isDate)
//	page.Event // a map of title, Date and Tags, with their lines
//	page.Body  // Ann and Bob came.
//
// So that no prose is taken for it, every line up to the first empty one must be such a line, with a key of at most
// three words that no other line has, and one of them must be a date. Such a block may be a table of two columns, whose
// title is that of the page. What a date is it is told. It imports yaml.v3 for its nodes.
package properties

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A Page is a page with properties.
type Page struct {
	Event *yaml.Node
	Body  string
	Line  int // at which the body begins
}

// Read reads a page. isDate reports whether a key means a date and its value is one.
func Read(text string, isDate func(key, value string) bool) (page Page, ok bool) {
	lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
	top := skip(lines, 0)
	if top == len(lines) {
		return page, false
	}
	heading, isHeading := strings.CutPrefix(strings.TrimSpace(lines[top]), "# ")
	at := top
	if isHeading {
		at = skip(lines, top+1)
	}
	isTable := at < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[at]), "|")
	if !isHeading && !isTable {
		return page, false
	}
	event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: top + 1, Column: 1}
	dated, keys, begin := false, map[string]bool{}, at
	for ; at < len(lines) && strings.TrimSpace(lines[at]) != ""; at++ {
		line := strings.TrimRight(lines[at], " \t\r")
		key, value, isProperty := property(line)
		if isTable {
			isHead := at == begin
			if isRule(line) && at == begin+1 || isHead && isNaming(line) {
				continue
			}
			key, value, isProperty = row(line)
			const year = "2020"
			isProperty = isProperty && !(isHead && isDate(value, year)) // it is the name of a column
		}
		if !isProperty || keys[strings.ToLower(key)] {
			return page, false
		}
		keys[strings.ToLower(key)] = true
		dated = dated || isDate(key, value)
		column := 1 + utf8.RuneCountInString(lines[at][:max(0, strings.LastIndex(lines[at], value))])
		add(event, at+1, column, key, value)
	}
	body := skip(lines, at)
	page = Page{Event: event, Body: strings.TrimSpace(strings.Join(lines[body:], "\n")), Line: body + 1}
	switch titled := keys["title"]; {
	case titled && !isTable, !titled && !isHeading:
		return Page{}, false
	case !titled:
		title := &yaml.Node{Kind: yaml.MappingNode}
		add(title, top+1, 1, "title", strings.TrimSpace(heading))
		event.Content = append(title.Content, event.Content...)
	case isHeading: // which is no title beside that of the table
		page.Body = strings.TrimSpace(strings.TrimSpace(lines[top]) + "\n\n" + page.Body)
	}
	return page, dated
}

// skip returns the first line from one on that is not empty.
func skip(lines []string, from int) int {
	for from < len(lines) && strings.TrimSpace(lines[from]) == "" {
		from++
	}
	return from
}

// property takes a line apart that is a key and a value.
func property(line string) (key, value string, ok bool) {
	const mostWords, longest = 3, 40 // of a key
	key, value, ok = strings.Cut(line, ": ")
	value = strings.TrimSpace(value)
	if !ok || value == "" || len(key) > longest || len(strings.Fields(key)) > mostWords {
		return "", "", false
	}
	for i, r := range key {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !strings.ContainsRune(" _-/()", r)) {
			return "", "", false
		}
	}
	return key, value, key != "" && strings.TrimSpace(key) == key
}

// add gives a map a key and a value, of which the value has that place.
func add(event *yaml.Node, line, column int, key, value string) {
	event.Content = append(event.Content,
		&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Line: line, Column: 1},
		&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: line, Column: column})
}
