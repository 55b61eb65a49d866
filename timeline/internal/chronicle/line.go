package chronicle

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/markup"
)

// item reads an item of a list, or a line of a paragraph, with the lines that are indented below it.
func (r *reader) item(line string) {
	begin, bullet := r.at, bulletWidth(line)
	r.at++
	var below []string
	for bullet > 0 && r.at < len(r.lines) {
		next := strings.TrimRight(r.lines[r.at], " \t\r")
		if next != "" && next[0] != ' ' && next[0] != '\t' {
			break
		}
		below = append(below, next)
		r.at++
	}
	said := line[bullet:]
	date, title := r.splitIn(said, false)
	date, title = r.sibling(begin, bullet > 0, said, date, title)
	if s := r.inList(); date == "" && bullet > 0 && s != nil {
		date, title = s.date, said
		s.items++
		r.siblings[len(r.siblings)-1].inSection = true
	}
	if date == "" || title == "" && strings.TrimSpace(strings.Join(below, "")) == "" {
		r.siblings[len(r.siblings)-1].bare = date != ""
		r.keep(line)
		for _, next := range below {
			r.keep(next)
		}
		return
	}
	title, more := firstSentence(title)
	r.add(begin+1, date, title, strings.TrimSpace(more+"\n"+strings.Join(below, "\n")))
}

// inList returns the section in hand if it is a date with nothing but a list below it, and nil elsewhere.
func (r *reader) inList() *section {
	if len(r.open) == 0 {
		return nil
	}
	s := &r.open[len(r.open)-1]
	if s.date == "" || s.title != "" || s.said {
		return nil
	}
	return s
}

// bulletWidth returns how many bytes the mark of an item of a list is wide, and 0 of another line.
func bulletWidth(line string) int {
	n := 0
	switch digits := len(line) - len(strings.TrimLeft(line, "0123456789")); {
	case strings.IndexByte("-*+", line[0]) >= 0:
		n = 1
	case digits > 0 && digits < 4 && digits < len(line) && strings.IndexByte(".)", line[digits]) >= 0:
		n = digits + 1
	}
	if n == 0 || n >= len(line) || line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n + 1
}

// splitIn is split for a text that may begin with a day or a month, and has its year or month from the headings above.
func (r *reader) splitIn(said string, heading bool) (date, title string) {
	said = r.spaced(said)
	if date, title = r.split(said, heading); date == "" {
		if date, title = r.inYear(said); date == "" {
			date, title = r.inMonth(said)
		}
	}
	return date, title
}

// wideSigns are what stands without blanks between a date and what happened in Chinese, Japanese and Korean.
const wideSigns = "｜：、，・—–"

// spaced returns a text that begins with a date before such a sign with a colon in the place of the sign. A dash counts
// only before what cannot be the end of a span.
func (r *reader) spaced(said string) string {
	const longest = 60 // bytes of such a date
	for at := min(longest, len(said)); ; {
		if at = strings.LastIndexAny(said[:at], wideSigns); at < 0 {
			return said
		}
		_, size := utf8.DecodeRuneInString(said[at:])
		rest := strings.TrimLeft(said[at+size:], wideSigns+"*_")
		next, _ := utf8.DecodeRuneInString(rest)
		dash := said[at:at+size] == "—" || said[at:at+size] == "–"
		if !r.isDated(trimmed(said[:at])) {
			continue
		}
		word, _, _ := strings.Cut(strings.ToLower(rest), " ")
		if rest == "" || unicode.IsDigit(next) ||
			dash && (!unicode.IsLetter(next) || unicode.IsLower(next) || isOfDate(word) && !fillers[word]) {
			return said
		}
		begin := said[:at]
		if strings.Count(begin, "**")%2 == 1 {
			begin += "**"
		}
		return begin + ": " + rest
	}
}

// inMonth splits a text that begins with the number of a day, and has its month from the heading in hand.
func (r *reader) inMonth(said string) (date, title string) {
	if date, title = r.dayOfMonth(said); r.isDate(date) {
		r.joined++
		return date, title
	}
	return "", ""
}

// dayOfMonth is inMonth for a day that the month need not have.
func (r *reader) dayOfMonth(said string) (date, title string) {
	n, words := len(r.open)-1, strings.Fields(said)
	if n < 0 || len(words) == 0 || r.open[n].date == "" || !r.isDate("1 "+r.open[n].date) {
		return "", ""
	}
	day, rest := trimmed(words[0]), strings.Join(words[1:], " ")
	begin := strings.TrimLeft(rest, dashes)
	number := strings.TrimRight(day, "sthnrd")
	if !isApart(words[0]) && rest == begin && rest != "" || number == "" || len(number) > 2 ||
		strings.Trim(number, "0123456789") != "" {
		return "", ""
	}
	return day + " " + r.open[n].date, whole(begin)
}

// inYear splits a text that begins with a day or a month, and has its year from a heading that has one, or else from
// what is known of its line.
func (r *reader) inYear(said string) (date, title string) {
	for i := len(r.open) - 1; i >= 0; i-- {
		year, wide := strings.CutSuffix(r.open[i].date, "年")
		if len(year) == len("1999") && strings.Trim(year, "0123456789") == "" {
			date, title = r.splitWith(year, wide, said)
		} else if r.open[i].title == "" || r.open[i].level == 1 { // else what is below tells more of one event
			if date, title = r.inSpan(r.open[i].date, said); date != "" {
				r.joined++
			}
		}
		if date != "" {
			return date, title
		}
	}
	if year := r.years[r.above+r.hand+1]; year != 0 {
		return r.splitWith(strconv.Itoa(year), true, said)
	}
	return "", ""
}

// splitWith splits a text that begins with a day or a month of a year, which may be written in Chinese or Japanese.
func (r *reader) splitWith(year string, wide bool, said string) (date, title string) {
	if m := dotted().FindStringSubmatch(said); m != nil {
		return r.split(m[1]+m[2]+year+m[3], false)
	}
	full := func(text string) string {
		if wide {
			return InYear(text, year)
		}
		return text + ", " + year
	}
	all := r.isDate
	defer func() { r.isDate = all }()
	r.isDate = func(text string) bool { return !all(text) && all(full(text)) }
	if date, title = r.split(r.spaced(said), false); date != "" {
		return full(date), title
	}
	return "", ""
}

// split takes a text apart that begins with a date, or as a heading may end with one.
func (r *reader) split(text string, heading bool) (date, title string) {
	const most = 7 // words of a date
	r.link = ""
	words := strings.Fields(text)
	for n := min(most, len(words)); n > 0; n-- {
		all, rest := strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		said := trimmed(all)
		begin := strings.TrimLeft(rest, dashes)
		apart := isApart(all) || begin != rest || rest == ""
		if strings.Count(all, "(") != strings.Count(all, ")") || !r.isDated(said) ||
			!apart && (!isWhole(said) || isShort(said)) ||
			!apart && (r.beginsTitle(words[:n]) || mayCount(words[:n], words[n])) {
			continue
		}
		if isYearFirst(begin) {
			return "", "" // a span that is not understood
		}
		if strings.Count(all, "[") > strings.Count(all, "]") { // the date is in the words of a link
			begin = "[" + begin
		}
		if _, links := markup.Read(all); len(links) > 0 {
			r.link = links[0].Address
		}
		return said, whole(begin)
	}
	for n := min(most, len(words)-1); n > 0 && heading; n-- {
		all, before := strings.Join(words[len(words)-n:], " "), strings.Join(words[:len(words)-n], " ")
		apart := strings.HasPrefix(all, "(") && strings.HasSuffix(all, ")")
		if said := trimmed(all); (apart || isWhole(said)) && r.isDated(said) &&
			strings.Count(all, "(") == strings.Count(all, ")") && strings.TrimLeft(all, dashes) == all {
			if !apart && r.endsInDate(before) {
				return "", ""
			}
			return said, whole(before)
		}
	}
	return "", ""
}

// isDated reports whether a text is a date. A number alone is one only as a year that is not to come.
func (r *reader) isDated(text string) bool {
	year := strings.TrimRight(text, "~?%")
	number := strings.Trim(year, "0123456789") == ""
	if number && (len(year) != len("1999") || year > "2100") || strings.ContainsAny(text, "()[]{}") {
		return false
	}
	return r.isDate(text)
}

// beginsTitle reports whether the last of some words, which could be part of a date, belongs to what follows it: the
// words before it are a date too, and it is neither a number nor an era nor beside a time of day.
func (r *reader) beginsTitle(words []string) bool {
	before, last := words[:len(words)-1], words[len(words)-1]
	return len(before) > 0 && !strings.ContainsAny(last, "0123456789") && !isEra(last) &&
		!strings.HasPrefix(strings.ToLower(last), "onward") && !strings.Contains(before[len(before)-1], ":") &&
		r.isDated(trimmed(strings.Join(before, " ")))
}

// mayCount reports whether words that are a date of years alone may say how many there are of what the next word
// names: "about 2000 people", "between 1000 and 1500 men", "in 3000 cases".
func mayCount(words []string, next string) bool {
	year := ""
	for _, word := range words {
		digits := strings.Trim(word, "~,.")
		switch {
		case strings.HasSuffix(word, ",") || isEra(word):
			return false
		case digits != "" && strings.Trim(digits, "0123456789") == "":
			year = max(year, digits)
		case strings.ContainsAny(word, "0123456789") || isMonth(strings.ToLower(word)):
			return false
		}
	}
	if year > "2100" {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next)
	switch strings.ToLower(strings.TrimRight(words[0], ".")) {
	case "c", "ca", "circa", "about", "around", "approximately", "approx", "roughly", "some", "from", "between":
		return unicode.IsLower(first) && !isSubject(next)
	}
	return false
}

// isSubject reports whether a word begins a sentence whose noun no number counts.
func isSubject(word string) bool {
	switch word {
	case "the", "a", "an", "he", "she", "it", "they", "we", "his", "her", "its", "their", "this", "that", "there", "no",
		"nothing", "nobody", "was", "is", "saw":
		return true
	}
	return false
}

// isEra reports whether a word is the name of an era.
func isEra(word string) bool {
	switch strings.ReplaceAll(strings.Trim(word, ",:;()*_"), ".", "") {
	case "BC", "BCE", "AD", "CE":
		return true
	}
	return false
}

// isYearFirst reports whether a text begins with a number of three digits or more, as the end of a span does.
func isYearFirst(text string) bool {
	return len(text)-len(strings.TrimLeft(text, "0123456789")) >= len("800")
}

// endsInDate reports whether a text ends with a date and a dash, so that what follows may be the end of a span.
func (r *reader) endsInDate(text string) bool {
	begin := strings.TrimRight(text, "-–— ")
	words := strings.Fields(begin)
	if begin == text || len(words) == 0 {
		return false
	}
	last := trimmed(words[len(words)-1])
	return r.isDate(last) || strings.Contains("BC BCE CE AD", last)
}

// dashes are what may stand between a date and what happened.
const dashes = "-–—−:|→·•/*_ \t"

// trimmed returns a text without the signs around it.
func trimmed(text string) string {
	return strings.Trim(markup.Plain(text), "*_[](){}<>:.,;-–—|`\"“” \t")
}

// isApart reports whether signs set a text apart from what follows it.
func isApart(text string) bool {
	last := strings.TrimRight(text, "*_")
	return strings.HasSuffix(text, "**") || last != "" && strings.IndexByte(":)]", last[len(last)-1]) >= 0
}

// isWhole reports whether a date has more than a year, and so needs nothing that sets it apart.
func isWhole(date string) bool {
	digits := 0
	for _, c := range date {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return len(date) >= len("May 2019") && digits > 4 || digits == 4 && strings.Trim(date, "0123456789-–/ ~?") != "" ||
		digits > 1 && slices.ContainsFunc(strings.Fields(date), isEra)
}

// whole returns a text without a mark of bold type that begins or ends outside it, and without dashes around it.
func whole(text string) string {
	text = strings.TrimRight(strings.TrimSpace(text), "-–—|:([ ")
	if strings.Count(text, "**")%2 == 1 {
		text = strings.Replace(text, "**", "", 1)
	}
	return strings.TrimSpace(text)
}

// isRule reports whether a line is the one below the head of a table.
func isRule(line string) bool {
	line = strings.TrimSpace(line)
	return strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, "|-: \t") == ""
}
