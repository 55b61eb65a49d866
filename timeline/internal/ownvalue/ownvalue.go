// Package ownvalue reads what a record has under a key of the writer's own: one text, or the items of a list.
//
//	values, ok := ownvalue.Append(nil, "[war, \"#trade\"]") // war, trade
//	_, ok = ownvalue.Append(nil, "{lead: Mira Sol}")         // not ok: a map
//	n := ownvalue.Number("$1.5 million")                     // 1500000
//
// A timeline.Field has a scalar as it is written, and a list or a map as the YAML text that package load writes. Of
// that YAML only lists of short texts are read, one line each or in brackets; all else is prose, of which words are
// sought. What notes write around a text is left out: [[Mira Sol]] is Mira Sol in a list or alone, and #war is war in a
// list.
//
// It is no reader of YAML, and does not say what is a date: package query does. ownvalue imports guess and quantity.
package ownvalue

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/internal/guess"
	"dateline/timeline/quantity"
)

// maxShort is how many characters the value of a key of the writer's own may have to be listed beside others. A longer
// one is prose, which is searched.
const maxShort = 100

// Append appends to list the values that a field holds: a short text, or the short texts of a list. Ok is false for
// anything else, such as a map or prose; what is returned then is not to be used.
func Append(list []string, text string) (values []string, ok bool) {
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
	case guess.IsAddress(text):
		return len(text) <= maxAddress
	}
	return len(text) <= maxShort || utf8.RuneCountInString(text) <= maxShort
}

// Number returns the number that text is, with a currency or a per cent sign at most; NaN if it is none, or a range.
func Number(text string) float64 {
	q, unit, ok := quantity.Parse(text)
	currency := len(unit) == 3 && strings.ToUpper(unit) == unit
	if !ok || q.Low != q.High || unit != "" && unit != "%" && !currency {
		return math.NaN()
	}
	return q.Best
}

// IsNumber reports whether text is a number, as Number reads it.
func IsNumber(text string) bool { return !math.IsNaN(Number(text)) }

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
