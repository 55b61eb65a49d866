package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstSentence parts a text after its first sentence, if another follows it. Where that is in doubt, as after "Prof.",
// in brackets or in bold type, it stays whole.
func firstSentence(text string) (first, more string) {
	const fewest = 3 // words of a sentence
	for i := 0; i+2 < len(text); i++ {
		if strings.IndexByte(".!?", text[i]) < 0 || text[i+1] != ' ' {
			continue
		}
		first, more = text[:i+1], text[i+2:]
		last := first[strings.LastIndexByte(first, ' ')+1 : i]
		next, _ := utf8.DecodeRuneInString(more)
		if unicode.IsUpper(next) && len(strings.Fields(first)) >= fewest && (text[i] != '.' || endsSentence(last)) &&
			isBalanced(first) {
			return first, strings.TrimSpace(more)
		}
	}
	return text, ""
}

// endsSentence reports whether a word before a full stop is no abbreviation: it is a number of four digits, or has more
// than three letters of which the first is small.
func endsSentence(word string) bool {
	switch word {
	case "approx", "incl", "excl", "dept", "govt", "resp", "prof", "capt":
		return false
	}
	if strings.Trim(word, "0123456789") == "" {
		return len(word) == len("1999")
	}
	first, _ := utf8.DecodeRuneInString(word)
	return utf8.RuneCountInString(word) > 3 && unicode.IsLower(first) && strings.Trim(word, "0123456789./") == word
}

// isBalanced reports whether all brackets and marks of Markdown and of quotations that a text opens end in it.
func isBalanced(text string) bool {
	n := strings.Count
	return n(text, "(") == n(text, ")") && n(text, "[") == n(text, "]") && n(text, "<") == n(text, ">") &&
		n(text, "“") == n(text, "”") && n(text, `"`)%2 == 0 && n(text, "`")%2 == 0 &&
		n(text, "**")%2 == 0 && n(text, "*")%2 == 0
}
