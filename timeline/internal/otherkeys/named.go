package otherkeys

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/edtf"
)

// This file dates a page of a folder by the year with which its name and its title begin: 2018.md, "2018 celebrations".

// yearOfPage returns the year, or the span of years, with which both the name of a page and its title or heading begin,
// and the zero Date where one of these begins with another, or only the name with any.
func (g *Guesser) yearOfPage(e *Event) (date edtf.Date) {
	if !g.Alone || len(g.Headings) == 0 {
		return date
	}
	said, named := leadingYears(g.Headings[0]), false
	if said.first == 0 {
		return date
	}
	for _, text := range append([]string{e.Title}, g.Headings[1:]...) {
		switch years := leadingYears(text); {
		case years.first == 0:
		case years.first != said.first || said.last != 0 && years.last != 0 && years.last != said.last:
			return edtf.Date{}
		default:
			named = true
			said.last = max(said.last, years.last)
		}
	}
	if !named {
		return date
	}
	text := strconv.Itoa(said.first)
	if said.last != 0 {
		text += "/" + strconv.Itoa(said.last)
	}
	date, _ = edtf.Parse(text)
	return date
}

// A years is what a text begins with: a year, or two where a dash is between them; 0 for none.
type years struct{ first, last int }

// leadingYears returns the years with which a text begins. It is none where the number may be one of many things, a
// year before Christ, or a part of a longer date.
func leadingYears(text string) (y years) {
	const latest = 2100
	text = strings.TrimLeft(text, "*_[(\"'“ ")
	first, rest := leadingNumber(text)
	if len(first) != len("1774") || first[0] == '0' || first > strconv.Itoa(latest) {
		return y
	}
	y.first, _ = strconv.Atoi(first)
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLetter(next) || strings.ContainsRune("/~?%+'’′$€", next) && rest != "" {
		return years{}
	}
	bare := strings.TrimLeft(rest, "*_)] .")
	after := strings.TrimLeft(bare, "-–—:,| ")
	more, beyond := leadingNumber(after)
	end, _ := utf8.DecodeRuneInString(beyond)
	switch last, _ := strconv.Atoi(more); {
	case more == "":
	case unicode.IsLetter(end) || strings.TrimLeft(bare, "-–—") == bare:
		return years{}
	case len(more) == len(first) && last > y.first && last <= latest:
		y.last = last
		return y
	default: // a month, a day or the short end of a span
		return years{}
	}
	if isRound := y.first%100 < 2; isRound && after == bare && after != "" { // as many of something
		return years{}
	}
	for i, word := range strings.Fields(after) {
		const most = 2 // words in which an era or another year may be
		number, _ := leadingNumber(strings.TrimLeft(word, "-–—("))
		letters := strings.ToUpper(strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, word))
		isEra := letters == "BC" || letters == "BCE" || letters == "V" || letters == "AH"
		if i < most && (isEra || len(number) == len(first)) {
			return years{}
		}
	}
	return y
}

// leadingNumber parts a text after the digits that it begins with.
func leadingNumber(text string) (digits, rest string) {
	rest = strings.TrimLeft(text, "0123456789")
	return text[:len(text)-len(rest)], rest
}
