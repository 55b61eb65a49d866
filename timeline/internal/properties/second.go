package properties

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/lazyregexp"
)

// This file joins two blocks of front matter of one page, as they stand where something has put one before the other.

// field matches a line of front matter: a key, an item, a comment or what goes on below one.
var field = lazyregexp.New(`^([\w-]+:(\s.*)?|\s+\S.*|-\s.*|#.*)$`)

// maxSecond is how many lines a second block has at most. What is longer is text.
const maxSecond = 100

// Second returns the lines of a second front matter that a text below the first begins with, and the text below that.
func Second(body string) (front, rest string, ok bool) {
	lines := strings.SplitAfter(body, "\n")
	if strings.TrimSpace(lines[0]) != "---" {
		return "", body, false
	}
	keys := 0
	for i, line := range lines[1:min(len(lines), maxSecond)] {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "---" && keys > 1:
			return strings.Join(lines[1:i+1], ""), strings.Join(lines[i+2:], ""), true
		case !field().MatchString(line):
			return "", body, false
		case !strings.ContainsRune(" \t-#", rune(line[0])):
			keys++
		}
	}
	return "", body, false
}

// Join returns the front matter that two blocks of a page are together, the better one first: where they have different
// dates, that with a title, or with a year that the name of the page has. Where neither is better it is without dates,
// and apart has these as lines of text.
func Join(
	first, second *yaml.Node, name string, isDate func(key, value string) bool,
) (both *yaml.Node, apart []string) {
	dates := func(n *yaml.Node) (all []string) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if key, value := n.Content[i].Value, n.Content[i+1].Value; isDate(key, value) {
				all = append(all, value)
			}
		}
		return all
	}
	named := func(n *yaml.Node) bool {
		return slices.ContainsFunc(dates(n), func(date string) bool {
			return len(date) >= len("1865") && strings.Contains(name, date[:len("1865")])
		})
	}
	titled := func(n *yaml.Node) bool {
		return slices.ContainsFunc(n.Content, func(one *yaml.Node) bool { return one.Value == "title" })
	}
	isIn := func(date string) bool { return slices.Contains(dates(first), date) }
	joined := *first
	if joined.Content = slices.Concat(first.Content, second.Content); len(dates(first)) == 0 || len(dates(second)) == 0 ||
		slices.ContainsFunc(dates(second), isIn) {
		return &joined, nil
	}
	better := first
	switch {
	case titled(first) != titled(second):
		if titled(second) {
			better = second
		}
	case named(first) == named(second):
		joined.Content = nil
		for _, n := range []*yaml.Node{first, second} {
			for i := 0; i+1 < len(n.Content); i += 2 {
				if key, value := n.Content[i].Value, n.Content[i+1].Value; isDate(key, value) {
					apart = append(apart, key+": "+value)
				} else {
					joined.Content = append(joined.Content, n.Content[i], n.Content[i+1])
				}
			}
		}
		return &joined, apart
	case named(second):
		better = second
	}
	if better == second {
		joined.Content = slices.Concat(second.Content, first.Content)
	}
	return &joined, nil
}
