package linear

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/edtf"
	"dateline/timeline/lazyregexp"
	"dateline/ui/draw"
)

// How things are called in sentences.

// spelled are the signs of the screen's messages, in words.
var spelled = strings.NewReplacer(
	" · ", "; ", "≠", "differing accounts: ", "←", "left", "→", "right", "↑", "up", "↓", "down", "⇧", "shift+",
	"…", "and so on",
)

// Spelled returns a message of the screen as a sentence, with its signs in words.
func Spelled(message string) string {
	return Sentence(spelled.Replace(spans().ReplaceAllString(message, "$1 to $2")))
}

// spans finds the dash between two numbers.
var spans = lazyregexp.New(`(\d)–(\d)`)

// Sentence returns words with a capital letter and a full stop.
func Sentence(words string) string {
	words = strings.TrimSpace(words)
	if words == "" {
		return ""
	}
	return ended(capital(words))
}

// capital returns words with their first letter as a capital, unless they begin with a key, a command line, a part of
// a filter or the name of a file.
func capital(words string) string {
	r, size := utf8.DecodeRuneInString(words)
	first, _, _ := strings.Cut(words, " ")
	name := strings.ContainsAny(strings.TrimRight(first, ".,;:"), "./_:=*") // of a file, or with a value
	if name || first == "" || first == "dateline" || utf8.RuneCountInString(first) == 1 && first != "a" {
		return words
	}
	return string(unicode.ToUpper(r)) + words[size:]
}

// ended returns words with a full stop, unless a sign stands there or an address, which would be taken for longer.
func ended(words string) string {
	last, _ := utf8.DecodeLastRuneInString(words)
	if strings.ContainsRune(".!?:…", last) || strings.Contains(words[strings.LastIndexByte(words, ' ')+1:], "://") {
		return words
	}
	return words + "."
}

// sentences joins words to one text, each with a full stop and otherwise as it is; what is empty is left out.
func sentences(all ...string) string {
	var list []string
	for _, words := range all {
		if words = strings.TrimSpace(words); words != "" {
			list = append(list, ended(words))
		}
	}
	return strings.Join(list, " ")
}

// joined returns words with a sign between those that are not empty.
func joined(sign string, words ...string) string {
	var list []string
	for _, one := range words {
		if one = strings.TrimSpace(one); one != "" {
			list = append(list, one)
		}
	}
	return strings.Join(list, sign)
}

// listed returns names as a sentence has them: "A", "A and B", "A, B and C".
func listed(names []string, last string) string {
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " " + last + " " + names[n]
	}
	return strings.Join(names, "")
}

// Counted returns a number of things: "no call", "1 call", "49 calls".
func Counted(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun
	case 1:
		return "1 " + noun
	}
	return draw.Number(n) + " " + noun + "s"
}

// throughout finds the dash between two ends of a date.
var throughout = lazyregexp.New(`\s*–\s*`)

// When returns a date in words that can be heard: "8 September 2025", "23 to 29 September 2025", "about August 2025".
func When(d edtf.Date) string {
	if d.IsZero() {
		return "without a date"
	}
	words := throughout().ReplaceAllString(d.String(), " to ")
	return strings.ReplaceAll(" "+words, " c. ", " about ")[1:]
}

// day returns a date with its day of the week, if it is one day.
func day(d edtf.Date) string {
	if day, ok := d.Weekday(); ok {
		return When(d) + ", " + day.String()
	}
	return When(d)
}

// paragraphs returns a text as its paragraphs.
func paragraphs(text string) []string { return strings.Split(strings.TrimSpace(text), "\n\n") }
