package edtf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dateline/timeline/calendar"
)

// A spelledDate is the parts of a date as people write it. What is missing is zero.
type spelledDate struct {
	year       string // in EDTF: 2025, -0043, 199X
	month, day int
	season     int    // the code in EDTF, 21 to 41
	doubt      traits // of approximate and uncertain
}

// edtf returns the date in EDTF. Without a year it is "".
func (s spelledDate) edtf() string {
	if s.year == "" {
		return ""
	}
	text := s.year
	switch {
	case s.season > 0:
		text += fmt.Sprintf("-%02d", s.season)
	case s.month > 0:
		text += fmt.Sprintf("-%02d", s.month)
	}
	if s.day > 0 {
		text += fmt.Sprintf("-%02d", s.day)
	}
	return text + markOf(s.doubt)
}

// valid reports whether the calendar has such a date, in some year if none is given.
func (s spelledDate) valid() bool {
	if s.year == "" {
		s.year = strconv.Itoa(leapYear)
	}
	_, err := parseExpression(s.edtf())
	return err == nil
}

// readFreeform reads a single date in words or numbers. It returns two dates if the day and the month cannot be
// told apart, and none if text is no date.
func readFreeform(text string) []spelledDate {
	tokens := dateTokens(text)
	all := readNumbers(tokens)
	// One piece without words is EDTF with a mistake in it.
	pieces := slices.ContainsFunc(tokens, func(t dateToken) bool { return t.kind == wordToken || !t.joined })
	if all == nil && pieces {
		all = readWords(tokens)
	}
	return slices.Compact(all)
}

// A dateToken is a run of letters, in lower case, a run of digits, or one other character.
type dateToken struct {
	text   string
	number int // the value of digits
	kind   dateTokenKind
	joined bool // whether no blank is before it
}

type dateTokenKind uint8

const (
	wordToken dateTokenKind = iota
	numberToken
	signToken
)

// dateTokens returns the tokens of a text, without its blanks.
func dateTokens(text string) []dateToken {
	var tokens []dateToken
	joined := true
	for text = strings.ToLower(text); text != ""; {
		kind := dateTokenKindOf([]rune(text)[0])
		n := strings.IndexFunc(text, func(r rune) bool { return dateTokenKindOf(r) != kind })
		if n < 0 {
			n = len(text)
		}
		piece := text[:n]
		text = text[n:]
		if kind == signToken && strings.TrimSpace(piece) == "" {
			joined = false
			continue
		}
		one := dateToken{text: strings.TrimSpace(piece), kind: kind, joined: joined}
		one.number, _ = strconv.Atoi(piece)
		tokens = append(tokens, one)
		joined = !strings.HasSuffix(piece, " ")
	}
	return tokens
}

func dateTokenKindOf(r rune) dateTokenKind {
	switch {
	case unicode.IsLetter(r):
		return wordToken
	case r >= '0' && r <= '9':
		return numberToken
	}
	return signToken
}

// readNumbers reads 08.09.2025, 9/8/2025, 2025/9/8, 2025-9 or 20250908.
func readNumbers(tokens []dateToken) []spelledDate {
	var numbers []dateToken
	sign := ""
	for i, t := range tokens {
		if i%2 == 0 && t.kind == numberToken && t.number > 0 {
			numbers = append(numbers, t)
			continue
		}
		if i%2 == 0 || !strings.Contains("./-", t.text) || len(t.text) != 1 || sign != "" && sign != t.text {
			return nil
		}
		sign = t.text
	}
	if len(tokens) != 2*len(numbers)-1 {
		return nil
	}
	all := arrange(numbers, sign)
	if len(all) == 1 && all[0].month >= 1 && all[0].month <= 12 && all[0].day >= 1 && all[0].day <= 31 {
		return all // if the calendar has no such day, the error can say so
	}
	return slices.DeleteFunc(all, func(s spelledDate) bool { return s.month == 0 || !s.valid() })
}

// arrange finds which number is the year, the month and the day. The year has four digits. The day is before the
// month if dots divide them, and may be before it or after it otherwise.
func arrange(numbers []dateToken, sign string) []spelledDate {
	digits := func(i int) int { return len(numbers[i].text) }
	n := func(i int) int { return numbers[i].number }
	switch {
	case len(numbers) == 1 && digits(0) == 8:
		return []spelledDate{{year: numbers[0].text[:4], month: n(0) / 100 % 100, day: n(0) % 100}}
	case len(numbers) == 1 && digits(0) == 6:
		return []spelledDate{{year: numbers[0].text[:4], month: n(0) % 100}}
	case len(numbers) == 2 && digits(0) == 4 && digits(1) <= 2:
		return []spelledDate{{year: numbers[0].text, month: n(1)}}
	case len(numbers) == 2 && digits(1) == 4 && digits(0) <= 2:
		return []spelledDate{{year: numbers[1].text, month: n(0)}}
	case len(numbers) == 3 && digits(0) == 4 && digits(1) <= 2 && digits(2) <= 2:
		return []spelledDate{{year: numbers[0].text, month: n(1), day: n(2)}}
	case len(numbers) == 3 && digits(2) == 4 && digits(0) <= 2 && digits(1) <= 2:
		dayFirst := spelledDate{year: numbers[2].text, month: n(1), day: n(0)}
		monthFirst := spelledDate{year: numbers[2].text, month: n(0), day: n(1)}
		if sign == "." {
			return []spelledDate{dayFirst}
		}
		return []spelledDate{dayFirst, monthFirst}
	}
	return nil
}

// dateWords are words with a meaning in a date. Those that say nothing mean "".
var dateWords = map[string]string{
	"of": "", "the": "", "in": "", "on": "", "year": "", "day": "",
	"c": "~", "ca": "~", "circa": "~", "about": "~", "around": "~", "approximately": "~", "approx": "~",
	"perhaps": "?", "possibly": "?", "probably": "?", "maybe": "?", "uncertain": "?",
	"bc": "bc", "bce": "bc", "ad": "ad", "ce": "ad",
	"first": "1", "second": "2", "third": "3", "fourth": "4",
	"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
}

// A freeform collects what the words of a date say.
type freeform struct {
	spelledDate
	numbers []dateToken
	era     string // "bc", "ad"
	quarter int    // how often a quarter is named
	span    string // "decade", "century"
	lost    bool   // whether a word has no meaning, or contradicts another
}

// readWords reads "8 September 2025", "Sept. 8th, 2025", "c. 1850", "spring 2025", "Q3 2025", "44 BC" or "the 1990s".
func readWords(tokens []dateToken) []spelledDate {
	var p freeform
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
func (p *freeform) sign(text string) {
	for _, r := range text {
		switch r {
		case '~', '≈':
			p.doubt |= approximate
		case '?':
			p.doubt |= uncertain
		case '-', '.', ',', '(', ')', '\'', '’', ' ':
		default:
			p.lost = true
		}
	}
}

// word reads one word, which may belong to the number before it.
func (p *freeform) word(t dateToken, before []dateToken) {
	var last dateToken
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	afterNumber := last.kind == numberToken && last.text != ""
	meaning, known := dateWords[t.text]
	switch {
	case afterNumber && t.joined && slices.Contains([]string{"st", "nd", "rd", "th"}, t.text):
	case afterNumber && t.joined && t.text == "s" && last.number%10 == 0 && len(last.text) >= 3:
		p.only(&p.span, "decade")
	case t.text == "century":
		p.only(&p.span, "century")
	case t.text == "q" || t.text == "quarter":
		p.quarter++
	case known && meaning == "~":
		p.doubt |= approximate
	case known && meaning == "?":
		p.doubt |= uncertain
	case known && (meaning == "bc" || meaning == "ad"):
		p.only(&p.era, meaning)
	case known && len(meaning) == 2:
		p.lost = p.lost || p.season > 0
		p.season, _ = strconv.Atoi(meaning)
	case known && meaning != "":
		n, _ := strconv.Atoi(meaning)
		p.numbers = append(p.numbers, dateToken{text: meaning, number: n, kind: numberToken})
	case known:
	default:
		p.monthOrWeekday(t.text)
	}
}

// only sets a field that may be set once.
func (p *freeform) only(field *string, value string) {
	p.lost = p.lost || *field != ""
	*field = value
}

// monthOrWeekday reads the name of a month or a weekday, of which the weekday says nothing new.
func (p *freeform) monthOrWeekday(text string) {
	if month := monthOf(text); month > 0 {
		p.lost = p.lost || p.month > 0
		p.month = month
		return
	}
	if _, ok := weekdayOf(text); !ok {
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

// weekdayOf returns the day of the week that begins with text, which needs three letters.
func weekdayOf(text string) (day time.Weekday, ok bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(text) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), text) {
			return d, true
		}
	}
	return 0, false
}

// spellings returns the dates that the words make, and none if they say too much or too little.
func (p *freeform) spellings() []spelledDate {
	named := 0
	for _, has := range []bool{p.month > 0, p.season > 0, p.quarter > 0, p.span != ""} {
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
	case p.month > 0 && len(p.numbers) > 0:
		return p.dayAndYear()
	case named == 1 && len(p.numbers) == 0 && p.era == "":
		return []spelledDate{p.spelledDate}
	case len(p.numbers) == 1 && (p.season > 0 || p.era != "" || len(p.numbers[0].text) == 4):
		return p.withYear(p.numbers[0])
	}
	return nil
}

// withYear returns the date in that year.
func (p *freeform) withYear(year dateToken) []spelledDate {
	s := p.spelledDate
	n := year.number
	if p.era == "" && len(year.text) < 3 || n > 9999 || n == 0 && p.era != "" {
		return nil
	}
	if p.era == "bc" {
		n = 1 - n
	}
	s.year = calendar.ISOYear(n)
	return []spelledDate{s}
}

// dayAndYear finds which number beside a month is the day and which the year. A day has at most two digits.
func (p *freeform) dayAndYear() []spelledDate {
	first := p.numbers[0]
	last := p.numbers[len(p.numbers)-1]
	switch {
	case len(p.numbers) == 1 && (p.era != "" || len(first.text) >= 3):
		return p.withYear(first)
	case len(p.numbers) == 1:
		p.day = first.number
		if p.day == 0 {
			return nil
		}
		return []spelledDate{p.spelledDate}
	case len(p.numbers) > 2:
		return nil
	case len(first.text) >= 3:
		first, last = last, first
	}
	p.day = first.number
	if len(first.text) > 2 || p.day == 0 {
		return nil
	}
	return p.withYear(last)
}

// quarters returns the dates of "Q3 2025", "2025-Q3" or "third quarter of 2025", with or without the year.
func (p *freeform) quarters() []spelledDate {
	n := slices.IndexFunc(p.numbers, func(t dateToken) bool { return len(t.text) == 1 && t.number >= 1 && t.number <= 4 })
	if n < 0 || len(p.numbers) > 2 {
		return nil
	}
	p.season = firstQuarter - 1 + p.numbers[n].number
	if len(p.numbers) == 1 {
		return []spelledDate{p.spelledDate}
	}
	return p.withYear(p.numbers[1-n])
}

// spans returns a decade or a century. "The 1900s" may be either.
func (p *freeform) spans() []spelledDate {
	if len(p.numbers) != 1 || p.era == "bc" && p.span == "decade" {
		return nil
	}
	n := p.numbers[0].number
	decade, century := p.spelledDate, p.spelledDate
	if p.span == "century" {
		century.year = fmt.Sprintf("%02dXX", n-1)
		if p.era == "bc" {
			century.year = "-" + century.year
		}
		if n < 1 || n > 100 {
			return nil
		}
		return []spelledDate{century}
	}
	if n > 9990 {
		return nil
	}
	decade.year = fmt.Sprintf("%03dX", n/10)
	century.year = fmt.Sprintf("%02dXX", n/100)
	if n%100 == 0 {
		return []spelledDate{decade, century}
	}
	return []spelledDate{decade}
}

// markOf returns the mark of EDTF for t, or "".
func markOf(t traits) string {
	switch t & (approximate | uncertain) {
	case approximate:
		return "~"
	case uncertain:
		return "?"
	case approximate | uncertain:
		return "%"
	}
	return ""
}
