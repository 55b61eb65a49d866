package index

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxShort is how many characters the value of a key of the writer's own may have to be listed beside others. A longer
// one is prose, which is searched.
const maxShort = 100

// ownValues appends to list the values that a field of the writer's own holds: a short text, or the short texts of a
// list. Ok is false for anything else, such as a map or prose.
func ownValues(list []string, text string) (values []string, ok bool) {
	switch {
	case strings.HasPrefix(text, "- "):
		return blockItems(list, text)
	case strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"):
		return flowItems(list, text)
	case strings.HasPrefix(text, "{"):
		return list, false
	case !isShort(text):
		return list, false
	}
	return append(list, text), true
}

// isShort reports whether a text may be a value. An address may be as long as it is.
func isShort(text string) bool {
	const maxAddress = 2000
	switch {
	case text == "" || strings.ContainsRune(text, '\n'):
		return false
	case isAddress(text):
		return len(text) <= maxAddress
	}
	return len(text) <= maxShort || utf8.RuneCountInString(text) <= maxShort
}

// isAddress reports whether text is the address of a page.
func isAddress(text string) bool {
	secure, plain := strings.HasPrefix(text, "https://"), strings.HasPrefix(text, "http://")
	return (secure || plain) && !strings.ContainsAny(text, " \t\n")
}

// blockItems reads a list with an item on each line, as YAML writes it.
func blockItems(list []string, text string) (values []string, ok bool) {
	for line := range strings.SplitSeq(text, "\n") {
		item, isItem := strings.CutPrefix(line, "- ")
		if !isItem {
			return list, false
		}
		inner, nested := strings.CutPrefix(item, "- ")
		if nested { // [[a link]] is a list in a list to YAML
			item = inner
		}
		if list, ok = appendItem(list, item); !ok {
			return list, false
		}
	}
	return list, true
}

// flowItems reads a list in brackets.
func flowItems(list []string, text string) (values []string, ok bool) {
	if link, isLink := wikiLink(text); isLink {
		return append(list, link), true
	}
	inner := text[1 : len(text)-1]
	from, quote := 0, byte(0)
	for i := 0; i <= len(inner); i++ {
		switch {
		case i == len(inner) || inner[i] == ',' && quote == 0:
			item := strings.TrimSpace(inner[from:i])
			from = i + 1
			if item == "" && i == len(inner) {
				continue
			}
			if list, ok = appendItem(list, item); !ok {
				return list, false
			}
		case quote == '"' && inner[i] == '\\':
			i++
		case inner[i] == quote:
			quote = 0
		case quote == 0 && (inner[i] == '"' || inner[i] == '\'') && strings.TrimSpace(inner[from:i]) == "":
			quote = inner[i]
		}
	}
	return list, quote == 0
}

// appendItem appends an item of a list, without what YAML and notes write around it.
func appendItem(list []string, item string) (values []string, ok bool) {
	bare := true
	switch {
	case strings.HasPrefix(item, `"`):
		text, err := strconv.Unquote(item)
		if err != nil {
			return list, false
		}
		item, bare = text, false
	case len(item) > 1 && item[0] == '\'' && item[len(item)-1] == '\'':
		item, bare = strings.ReplaceAll(item[1:len(item)-1], "''", "'"), false
	}
	if link, isLink := wikiLink(item); isLink {
		return append(list, link), true
	}
	if tag, isTag := strings.CutPrefix(item, "#"); isTag && tag != "" && tag[0] != ' ' {
		item = tag
	}
	if item == "" {
		return list, true
	}
	isMap := bare && (strings.Contains(item, ": ") || strings.HasSuffix(item, ":"))
	if isMap || !isShort(item) || bare && strings.ContainsAny(item[:1], "[{|>&*!") {
		return list, false
	}
	return append(list, item), true
}

// wikiLink returns the name of the page that text links to, as notes write it: [[page]], [[page|words]].
func wikiLink(text string) (page string, ok bool) {
	page, ok = strings.CutPrefix(text, "[[")
	page, closed := strings.CutSuffix(page, "]]")
	if !ok || !closed || strings.ContainsAny(page, "[]") {
		return "", false
	}
	page, _, _ = strings.Cut(page, "|")
	if quoted, err := strconv.Unquote(page); err == nil {
		page = quoted
	}
	return page, page != "" && isShort(page)
}
