// Package freeform reads single dates as people write them, such as "8 Sept. 2025", "08.09.2025", "c. 1850", "Q3
// 2025" or "the 1990s", and says how they are written in EDTF.
//
//	dates := freeform.Read("9/8/2025", exists) // the 9th of August and the 8th of September
//
// It knows how dates are worded: whether there is such a day is asked of whoever reads with it. It reads neither EDTF
// nor intervals nor words that count from a day, which package edtf does. ISO and Plain say how near misses of EDTF are
// written in it.
package freeform

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dateline/timeline/calendar"
)

// A Date is the parts of a date as people write it. What is missing is zero.
type Date struct {
	Year       string // in EDTF: 2025, -0043, 199X
	Month, Day int
	Season     int // the code in EDTF, 21 to 41

	Approximate, Uncertain bool
}

// EDTF returns the date in EDTF. Without a year it is "".
func (d Date) EDTF() string {
	if d.Year == "" {
		return ""
	}
	text := d.Year
	switch {
	case d.Season > 0:
		text += fmt.Sprintf("-%02d", d.Season)
	case d.Month > 0:
		text += fmt.Sprintf("-%02d", d.Month)
	}
	if d.Day > 0 {
		text += fmt.Sprintf("-%02d", d.Day)
	}
	return text + d.mark()
}

// mark returns the mark of EDTF for what is doubted, or "".
func (d Date) mark() string {
	switch {
	case d.Approximate && d.Uncertain:
		return "%"
	case d.Approximate:
		return "~"
	case d.Uncertain:
		return "?"
	}
	return ""
}

// Read reads a single date in words or numbers. It returns two dates if the day and the month cannot be told apart, and
// none if text is no date. Exists reports whether the calendar has a date, in some year if it has none.
func Read(text string, exists func(Date) bool) []Date {
	tokens := tokensOf(text)
	all := readNumbers(tokens, exists)
	// One piece without words is EDTF with a mistake in it.
	pieces := slices.ContainsFunc(tokens, func(t token) bool { return t.kind == wordToken || !t.joined })
	if all == nil && pieces {
		all = readWords(tokens)
	}
	return slices.Compact(all)
}

// A token is a run of letters, in lower case, a run of digits, or one other character.
type token struct {
	text   string
	number int // the value of digits
	kind   tokenKind
	joined bool // whether no blank is before it
}

type tokenKind uint8

const (
	wordToken tokenKind = iota
	numberToken
	signToken
)

// tokensOf returns the tokens of a text, without its blanks.
func tokensOf(text string) []token {
	var tokens []token
	joined := true
	for text = strings.ToLower(text); text != ""; {
		kind := kindOf([]rune(text)[0])
		n := strings.IndexFunc(text, func(r rune) bool { return kindOf(r) != kind })
		if n < 0 {
			n = len(text)
		}
		piece := text[:n]
		text = text[n:]
		if kind == signToken && strings.TrimSpace(piece) == "" {
			joined = false
			continue
		}
		one := token{text: strings.TrimSpace(piece), kind: kind, joined: joined}
		one.number, _ = strconv.Atoi(piece)
		tokens = append(tokens, one)
		joined = !strings.HasSuffix(piece, " ")
	}
	return tokens
}

func kindOf(r rune) tokenKind {
	switch {
	case unicode.IsLetter(r):
		return wordToken
	case r >= '0' && r <= '9':
		return numberToken
	}
	return signToken
}

// readNumbers reads 08.09.2025, 9/8/2025, 2025/9/8, 2025-9 or 20250908.
func readNumbers(tokens []token, exists func(Date) bool) []Date {
	var numbers []token
	sign := ""
	for i, t := range tokens {
		if i%2 == 0 && t.kind == numberToken && t.number > 0 {
			numbers = append(numbers, t)
			continue
		}
		if i%2 == 0 || !strings.Contains("./-_:,\\|", t.text) || len(t.text) != 1 || sign != "" && sign != t.text {
			return nil
		}
		sign = t.text
	}
	if len(tokens) != 2*len(numbers)-1 {
		return nil
	}
	all := arrange(numbers, sign)
	if len(all) == 1 && all[0].Month >= 1 && all[0].Month <= 12 && all[0].Day >= 1 && all[0].Day <= 31 {
		return all // if the calendar has no such day, the error can say so
	}
	return slices.DeleteFunc(all, func(d Date) bool { return d.Month == 0 || !exists(d) })
}

// arrange finds which number is the year, the month and the day. The year has four digits. The day is before the
// month if dots divide them, and may be before it or after it otherwise.
func arrange(numbers []token, sign string) []Date {
	digits := func(i int) int { return len(numbers[i].text) }
	n := func(i int) int { return numbers[i].number }
	switch {
	case len(numbers) == 1 && digits(0) == 8:
		return []Date{{Year: numbers[0].text[:4], Month: n(0) / 100 % 100, Day: n(0) % 100}}
	case len(numbers) == 1 && digits(0) == 6:
		return []Date{{Year: numbers[0].text[:4], Month: n(0) % 100}}
	case len(numbers) == 2 && digits(0) == 4 && digits(1) <= 2:
		return []Date{{Year: numbers[0].text, Month: n(1)}}
	case len(numbers) == 2 && digits(1) == 4 && digits(0) <= 2:
		return []Date{{Year: numbers[1].text, Month: n(0)}}
	case len(numbers) == 3 && digits(0) == 4 && digits(1) <= 2 && digits(2) <= 2:
		return []Date{{Year: numbers[0].text, Month: n(1), Day: n(2)}}
	case len(numbers) == 3 && digits(2) == 4 && digits(0) <= 2 && digits(1) <= 2:
		dayFirst := Date{Year: numbers[2].text, Month: n(1), Day: n(0)}
		monthFirst := Date{Year: numbers[2].text, Month: n(0), Day: n(1)}
		if sign == "." {
			return []Date{dayFirst}
		}
		return []Date{dayFirst, monthFirst}
	}
	return nil
}

// meanings are words with a meaning in a date. Those that say nothing mean "".
var meanings = map[string]string{
	"of": "", "the": "", "in": "", "on": "", "year": "", "day": "",
	"c": "~", "ca": "~", "circa": "~", "about": "~", "around": "~", "approximately": "~", "approx": "~",
	"perhaps": "?", "possibly": "?", "probably": "?", "maybe": "?", "uncertain": "?",
	"bc": "bc", "bce": "bc", "ad": "ad", "ce": "ad",
	"first": "1", "second": "2", "third": "3", "fourth": "4",
	"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
}

// A words is what the words of a date say.
type words struct {
	Date
	numbers []token
	era     string // "bc", "ad"
	quarter int    // how often a quarter is named
	span    string // "decade", "century"
	lost    bool   // whether a word has no meaning, or contradicts another
}

// readWords reads "8 September 2025", "Sept. 8th, 2025", "c. 1850", "spring 2025", "Q3 2025", "44 BC" or "the 1990s".
func readWords(tokens []token) []Date {
	var p words
	for i, t := range tokens {
		switch t.kind {
		case numberToken:
			p.numbers = append(p.numbers, t)
		case wordToken:
			p.word(t, tokens[:i])
		default:
			p.sign(t.text)
		}
	}
	if p.lost {
		return nil
	}
	return p.spellings()
}

// sign reads what is neither letters nor digits. Brackets, full stops and commas say nothing.
func (p *words) sign(text string) {
	for _, r := range text {
		switch r {
		case '~', '≈':
			p.Approximate = true
		case '?':
			p.Uncertain = true
		case '-', '.', ',', '(', ')', '\'', '’', ' ':
		default:
			p.lost = true
		}
	}
}

// word reads one word, which may belong to the number before it.
func (p *words) word(t token, before []token) {
	var last token
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	afterNumber := last.kind == numberToken && last.text != ""
	meaning, known := meanings[t.text]
	switch {
	case afterNumber && t.joined && slices.Contains([]string{"st", "nd", "rd", "th"}, t.text):
	case afterNumber && t.joined && t.text == "s" && last.number%10 == 0 && len(last.text) >= 3:
		p.only(&p.span, "decade")
	case t.text == "century":
		p.only(&p.span, "century")
	case t.text == "q" || t.text == "quarter":
		p.quarter++
	case known && meaning == "~":
		p.Approximate = true
	case known && meaning == "?":
		p.Uncertain = true
	case known && (meaning == "bc" || meaning == "ad"):
		p.only(&p.era, meaning)
	case known && len(meaning) == 2:
		p.lost = p.lost || p.Season > 0
		p.Season, _ = strconv.Atoi(meaning)
	case known && meaning != "":
		n, _ := strconv.Atoi(meaning)
		p.numbers = append(p.numbers, token{text: meaning, number: n, kind: numberToken})
	case known:
	default:
		p.monthOrWeekday(t.text)
	}
}

// only sets a field that may be set once.
func (p *words) only(field *string, value string) {
	p.lost = p.lost || *field != ""
	*field = value
}

// monthOrWeekday reads the name of a month or a weekday, of which the weekday says nothing new.
func (p *words) monthOrWeekday(text string) {
	if month := monthOf(text); month > 0 {
		p.lost = p.lost || p.Month > 0
		p.Month = month
		return
	}
	if _, ok := WeekdayOf(text); !ok {
		p.lost = true
	}
}

// monthOf returns the month that begins with text, which needs three letters. It is 0 if there is none.
func monthOf(text string) int {
	for m := time.January; m <= time.December; m++ {
		if len(text) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), text) {
			return int(m)
		}
	}
	return 0
}

// WeekdayOf returns the day of the week that begins with text, which needs three letters.
func WeekdayOf(text string) (day time.Weekday, ok bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(text) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), text) {
			return d, true
		}
	}
	return 0, false
}

// spellings returns the dates that the words make, and none if they say too much or too little.
func (p *words) spellings() []Date {
	named := 0
	for _, has := range []bool{p.Month > 0, p.Season > 0, p.quarter > 0, p.span != ""} {
		if has {
			named++
		}
	}
	switch {
	case named > 1 || p.quarter > 1:
		return nil
	case p.span != "":
		return p.spans()
	case p.quarter > 0:
		return p.quarters()
	case p.Month > 0 && len(p.numbers) > 0:
		return p.dayAndYear()
	case named == 1 && len(p.numbers) == 0 && p.era == "":
		return []Date{p.Date}
	case len(p.numbers) == 1 && (p.Season > 0 || p.era != "" || len(p.numbers[0].text) == 4):
		return p.withYear(p.numbers[0])
	}
	return nil
}

// withYear returns the date in that year.
func (p *words) withYear(year token) []Date {
	s := p.Date
	n := year.number
	if p.era == "" && len(year.text) < 3 || n > 9999 || n == 0 && p.era != "" {
		return nil
	}
	if p.era == "bc" {
		n = 1 - n
	}
	s.Year = calendar.ISOYear(n)
	return []Date{s}
}

// dayAndYear finds which number beside a month is the day and which the year. A day has at most two digits.
func (p *words) dayAndYear() []Date {
	first := p.numbers[0]
	last := p.numbers[len(p.numbers)-1]
	switch {
	case len(p.numbers) == 1 && (p.era != "" || len(first.text) >= 3):
		return p.withYear(first)
	case len(p.numbers) == 1:
		p.Day = first.number
		if p.Day == 0 {
			return nil
		}
		return []Date{p.Date}
	case len(p.numbers) > 2:
		return nil
	case len(first.text) >= 3:
		first, last = last, first
	}
	p.Day = first.number
	if len(first.text) > 2 || p.Day == 0 {
		return nil
	}
	return p.withYear(last)
}

const firstQuarter = 33 // the code of the first quarter of a year in EDTF

// quarters returns the dates of "Q3 2025", "2025-Q3" or "third quarter of 2025", with or without the year.
func (p *words) quarters() []Date {
	n := slices.IndexFunc(p.numbers, func(t token) bool { return len(t.text) == 1 && t.number >= 1 && t.number <= 4 })
	if n < 0 || len(p.numbers) > 2 {
		return nil
	}
	p.Season = firstQuarter - 1 + p.numbers[n].number
	if len(p.numbers) == 1 {
		return []Date{p.Date}
	}
	return p.withYear(p.numbers[1-n])
}

// spans returns a decade or a century. "The 1900s" may be either.
func (p *words) spans() []Date {
	if len(p.numbers) != 1 || p.era == "bc" && p.span == "decade" {
		return nil
	}
	n := p.numbers[0].number
	decade, century := p.Date, p.Date
	if p.span == "century" {
		century.Year = fmt.Sprintf("%02dXX", n-1)
		if p.era == "bc" {
			century.Year = "-" + century.Year
		}
		if n < 1 || n > 100 {
			return nil
		}
		return []Date{century}
	}
	if n > 9990 {
		return nil
	}
	decade.Year = fmt.Sprintf("%03dX", n/10)
	century.Year = fmt.Sprintf("%02dXX", n/100)
	if n%100 == 0 {
		return []Date{decade, century}
	}
	return []Date{decade}
}
