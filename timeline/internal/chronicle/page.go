package chronicle

import (
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// This file finds what a page says when it is one note among others: its day, a table of events, lines like dates.

// whole returns the page as one event, whose heading is in that line.
func (r *reader) whole(line int, date, title string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: r.above + line, Column: 1}
	put(n, "date", date)
	put(n, "title", title)
	put(n, "summary", strings.TrimSpace(strings.Join(r.lines[r.at+1:], "\n")))
	return n
}

// dayWithin returns the one day that is among the words of a heading, as in "Meeting 2023-02-24 on signing", and ""
// where a word before it says that it is only a bound or the day of something else, or where another number is as long.
func dayWithin(heading string) string {
	day := ""
	words := strings.Fields(heading)
	for i, word := range words {
		word = trimmed(word)
		if longestNumber(word) < len("199") {
			continue
		}
		if day != "" || len(word) != len("2023-02-24") || word[4] != '-' || word[7] != '-' || dashed(word) != 2 {
			return ""
		}
		day = word
		if i > 0 && !isOfDay(words[i-1]) {
			return ""
		}
	}
	return day
}

// isOfDay reports whether a word may come before the day of what a heading names: a noun, a dash, "on" or "of".
func isOfDay(word string) bool {
	switch strings.ToLower(strings.Trim(word, "*_([:,")) {
	case "since", "until", "till", "before", "after", "by", "from", "to", "through", "due", "between", "and", "or", "as",
		"updated", "revised", "modified", "published", "created", "than", "not", "was", "born", "v", "version":
		return false
	}
	return true
}

// isOfEvents reports whether rows say in their first column when something was, and in another what: each row that has
// a date has more than a year there, and words beside it. Without a head that says so all first cells are dates.
func (r *reader) isOfEvents(keyed bool, rows [][]string) bool {
	dates := 0
	for _, row := range rows {
		first := trimmed(row[0])
		switch {
		case strings.Trim(strings.Join(row, ""), "-—– ") == "":
			continue
		case !r.isDated(first) || !isWhole(first):
			if !keyed {
				return false
			}
		case slices.ContainsFunc(row[1:], hasWord):
			dates++
		}
	}
	return dates > 1 && 3*dates >= 2*len(rows)
}

// hasWord reports whether a cell has a word of three letters or more, or the like of a language without blanks.
func hasWord(cell string) bool {
	return slices.ContainsFunc(strings.Fields(trimmed(cell)), func(word string) bool {
		letters := 0
		for _, c := range word {
			if unicode.IsLetter(c) {
				letters++
			}
		}
		return letters > 2
	})
}

// like returns the lines of headings and items that are no events and begin with a number of four digits.
func (r *reader) like() (lines []int) {
	const begin = 16 // bytes of which a date may be
	for _, s := range r.siblings {
		if s.dated || s.of.paragraphs {
			continue
		}
		said := strings.TrimLeft(r.lines[s.line], "#-*+_[( \t")
		if n := longestNumber(said[:min(len(said), begin)]); n == len("1999") {
			lines = append(lines, r.above+s.line+1)
		}
	}
	return lines
}

// headBold makes headings of lines that are nothing but a date in bold type below an empty line, where several are.
func headBold(lines []string, isDate func(text string) bool) {
	var bold []int
	for i, line := range lines {
		line = strings.TrimRight(line, " \t\r")
		inner, begins := strings.CutPrefix(line, "**")
		inner, ends := strings.CutSuffix(inner, "**")
		if begins && ends && isDate(strings.TrimRight(strings.TrimSpace(inner), ":")) &&
			(i == 0 || strings.TrimSpace(lines[i-1]) == "") {
			bold = append(bold, i)
		}
	}
	for _, i := range bold {
		if len(bold) > 1 {
			lines[i] = "###### " + lines[i]
		}
	}
}

// dedented returns lines without the blanks before the items of lists that are moved to the right as a whole, by up to
// three as Markdown allows, and before what is in them. It returns nil where there are no such lists.
func dedented(lines []string) (moved []string) {
	const none, most = -1, 3
	list := none // how many blanks the list in hand is moved by
	for i, line := range lines {
		text := strings.TrimLeft(line, " ")
		if strings.TrimSpace(text) == "" {
			continue
		}
		indent := len(line) - len(text)
		switch isItem := bulletWidth(text) > 0; {
		case list == none && isItem && indent <= most, isItem && indent < list:
			list = indent
		case indent == 0 && !isItem, indent < list:
			list = none
		}
		if list > 0 {
			if moved == nil {
				moved = slices.Clone(lines)
			}
			moved[i] = line[list:]
		}
	}
	return moved
}
