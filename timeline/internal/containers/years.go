package containers

import (
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
)

// This file reads maps of years, with months and days in the maps below.

// InYears returns a map whose keys are years or months, with maps of months or days, as one from date to events: what
// is under January in 2021 is under January 2021. It returns nil where a map is none. A title beside the years stays.
func (k Keys) InYears(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	flat, deep := Some(n, nil), false
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if value.Kind == yaml.ScalarNode && (key.Value == "title" || key.Value == "description") {
			flat.Content = append(flat.Content, key, value)
			continue
		}
		if !isYear(key.Value) && !isMonth(key.Value) {
			return nil
		}
		if below := k.below(key.Value, value, 2); below != nil {
			flat.Content, deep = append(flat.Content, below...), true
			continue
		}
		if !k.tells(value) && !IsEmpty(value) {
			return nil
		}
		flat.Content = append(flat.Content, key, value)
	}
	if !deep {
		return nil
	}
	return flat
}

// below returns dates and what is under them, of a map whose keys are all of a year or a month, and nil of any other.
func (k Keys) below(date string, n *yaml.Node, depth int) (pairs []*yaml.Node) {
	if n.Kind != yaml.MappingNode || depth == 0 {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		within := k.Within(date, key.Value)
		if within == "" {
			return nil
		}
		deeper := k.below(within, value, depth-1)
		switch isAlone := len(key.Value) == 1 && isYear(date); {
		case deeper != nil:
			pairs = append(pairs, deeper...)
		case isAlone || !k.tells(value) && !IsEmpty(value): // 1 below a year may be anything
			return nil
		default:
			pairs = append(pairs, Word(within, key), value)
		}
	}
	return pairs
}

// Within returns the date that a text is in a year or a month, as 5 or 5 March may be, and "" where it is none.
// A number below a month is a day of it, even if the month has none.
func (k Keys) Within(date, text string) string {
	text = strings.TrimSpace(text)
	number, err := strconv.Atoi(strings.TrimRight(text, "sthnrd."))
	isNumber := err == nil && number > 0 && number <= 31 && len(text) <= len("31st")
	var all []string
	switch {
	case len(date) > maxName || len(text) > maxName || strings.TrimSpace(text) == "" || !k.IsWhen(date):
	case isYear(date) && isNumber:
		if number <= 12 && guess.IsDigits(text) {
			return fmt.Sprintf("%s-%02d", date, number)
		}
	case isYear(date) && strings.Contains(text, date):
		all = []string{text}
	case isYear(date) && longest(text) <= len("31"):
		all = []string{text + " " + date, text + ", " + date, date + "-" + text, text + date}
	case isNumber && isMonth(date):
		return fmt.Sprintf("%s-%02d", date, number)
	case isNumber && strings.IndexByte("0123456789", date[0]) < 0: // January 2021
		return strings.TrimRight(text, ".") + " " + date
	}
	for _, one := range all {
		if k.IsWhen(one) {
			return one
		}
	}
	return ""
}

// areNumbers reports whether all keys of a map are numbers of two digits at most, which are no centuries below a year.
func areNumbers(n *yaml.Node) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i].Value; !guess.IsDigits(key) || len(key) > len("31") {
			return false
		}
	}
	return true
}

// isYear reports whether a text is a year of four digits.
func isYear(text string) bool {
	return len(text) == len("1999") && guess.IsDigits(text) && text >= "1000" && text < "2200"
}

// isMonth reports whether a text is a month as 2021-01.
func isMonth(text string) bool {
	return len(text) == len("2021-01") && isYear(text[:4]) && text[4] == '-' && guess.IsDigits(text[5:])
}

// longest returns how many digits the longest number in a text has.
func longest(text string) (digits int) {
	for _, number := range strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' }) {
		digits = max(digits, len(number))
	}
	return digits
}

// DatedIn returns the keys and values of what happened in a year or a month, with the date that its day or its date has
// there. It is not ok where that has none, or needs none.
func (k Keys) DatedIn(date *yaml.Node, item *yaml.Node) (pairs []*yaml.Node, ok bool) {
	for i := 0; i+1 < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
		key, value := item.Content[i], item.Content[i+1]
		isDay := guess.Is(key.Value, "day") && !Has(item, "month") && !k.IsDated(item)
		isDate := k.IsDate(key.Value) && (len(value.Value) <= len("31") || !k.IsWhen(value.Value))
		if value.Kind != yaml.ScalarNode || !isDay && !isDate || !strings.ContainsAny(value.Value, "0123456789") {
			continue
		}
		within, isShort := k.Within(date.Value, value.Value), len(value.Value) <= len("31")
		isNumber := isShort && !guess.Is(key.Value, "day") && key.Value != "date" // such as an hour, or a year in short
		if within == "" || isNumber || isShort && isYear(date.Value) || isHours(value.Value) {
			return nil, false
		}
		if guess.Is(key.Value, "day") { // which is kept beside it
			return append([]*yaml.Node{Word("date", key), Word(within, value)}, item.Content...), true
		}
		pairs = append(pairs, item.Content[:i]...)
		pairs = append(pairs, key, Word(within, value))
		return append(pairs, item.Content[i+2:]...), true
	}
	return nil, false
}

// NeedsDate reports whether what happened on a date has none of its own, but for a number such as an hour or a day.
func (k Keys) NeedsDate(item *yaml.Node) bool {
	for i := 0; i+1 < len(item.Content); i += 2 {
		key, value := item.Content[i], item.Content[i+1]
		isNumber := value.Kind == yaml.ScalarNode && len(value.Value) <= len("31") && key.Value != "date" &&
			key.Value != "start"
		if !isNumber && k.IsDated(Some(item, item.Content[i:i+2])) {
			return false
		}
	}
	return true
}
