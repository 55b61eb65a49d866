// Package parted parts a text at signs that stand outside its round brackets.
//
//	parted.At("Ann (x; y); Bob", ";\n")            // "Ann (x; y)", " Bob"
//	parted.Bracket("Ann (minister (acting); host)") // "Ann", "minister (acting); host"
//	parted.Marks("[[Ann]], @bob")                   // "[[Ann]]", "@bob"
//
// What is in brackets is said of what stands before them, and no item of its own. Brackets that do not match are
// letters like others. A link or a mention has its own ends. The package does not know what a name is, and imports
// nothing of dateline.
package parted

import (
	"strings"

	"dateline/timeline/lazyregexp"
)

// At returns the parts of a text between any of some signs of one byte.
func At(text, signs string) (parts []string) {
	heed := strings.IndexByte(text, '(') >= 0 && matches(text)
	from, depth := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case heed && c == '(':
			depth++
		case heed && c == ')':
			depth--
		case depth == 0 && strings.IndexByte(signs, c) >= 0:
			parts = append(parts, text[from:i])
			from = i + 1
		}
	}
	return append(parts, text[from:])
}

// matches reports whether each bracket of a text is closed, in its order.
func matches(text string) bool {
	depth := 0
	for i := 0; i < len(text) && depth >= 0; i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return depth == 0
}

// Bracket returns what stands before the bracket with which a text ends, and what is in it. Ok is false where the text
// ends with none, or has nothing else.
func Bracket(text string) (before, inside string, ok bool) {
	if !strings.HasSuffix(text, ")") || !matches(text) {
		return text, "", false
	}
	depth := 0
	for i := len(text) - 1; i > 0; i-- {
		switch text[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth > 0 {
				continue
			}
			before = strings.TrimRight(text[:i], " ")
			inside = text[i+1 : len(text)-1]
			if before != "" && before != text[:i] && inside != "" {
				return before, inside, true
			}
			return text, "", false
		}
	}
	return text, "", false
}

// mark matches a link or a mention and what is between it and the next one: [[Ann]], [Ann](https://a.org), @ann, #war.
// A mention may be of several words, each with a capital.
var mark = lazyregexp.New(`^(\[\[[^\[\]]+\]\]|\[[^\[\]]+\]\(https?://[^\s()]+\)|[@#][^\s,;&@#\[\]()/]+` +
	`(?: \p{Lu}[^\s,;&@#\[\]()/]*)*)(?:\s*(?:[,;&/]|,? ?and )\s*|\s+|$)`)

// Marks returns the links and mentions of a text that has nothing else, and nil of any other.
func Marks(text string) (list []string) {
	for text = strings.TrimSpace(text); text != ""; {
		if text[0] != '[' && text[0] != '@' && text[0] != '#' {
			return nil
		}
		m := mark().FindStringSubmatch(text)
		if m == nil {
			return nil
		}
		list, text = append(list, m[1]), text[len(m[0]):]
	}
	return list
}
