package token

import (
	"strings"
	"time"
)

// noOffset is the value of the name of a time zone that is not the same everywhere, or not all the year.
const NoOffset = 1 << 12

// meanings are the words that a date may have, apart from the names of months and weekdays.
var meanings = map[string]Token{
	"of": {Kind: Filler}, "the": {Kind: Filler}, "in": {Kind: Filler}, "on": {Kind: Filler},
	"at": {Kind: Sign, Value: '@'},
	"de": {Kind: Filler}, "del": {Kind: Filler}, "el": {Kind: Filler}, "il": {Kind: Filler},
	"le": {Kind: Filler}, "den": {Kind: Filler}, "года": {Kind: Filler}, "г": {Kind: Filler},
	"року": {Kind: Filler}, "р": {Kind: Filler}, "roku": {Kind: Filler},
	"year": {Kind: YearWord}, "years": {Kind: YearWord},

	"c": {Kind: Approx}, "ca": {Kind: Approx}, "cca": {Kind: Approx}, "circa": {Kind: Approx}, "about": {Kind: Approx},
	"around": {Kind: Approx}, "approx": {Kind: Approx}, "approximate": {Kind: Approx}, "approximately": {Kind: Approx},
	"roughly": {Kind: Approx}, "estimated": {Kind: Approx},
	"perhaps": {Kind: Doubt}, "possibly": {Kind: Doubt}, "probably": {Kind: Doubt}, "maybe": {Kind: Doubt},
	"uncertain": {Kind: Doubt}, "disputed": {Kind: Doubt},

	"bc": {Kind: Era, Value: BC}, "bce": {Kind: Era, Value: BC},
	"ad": {Kind: Era, Value: AD}, "ce": {Kind: Era, Value: AD},

	"first": ordinal(1), "second": ordinal(2), "third": ordinal(3), "fourth": ordinal(4), "fifth": ordinal(5),
	"sixth": ordinal(6), "seventh": ordinal(7), "eighth": ordinal(8), "ninth": ordinal(9), "tenth": ordinal(10),
	"eleventh": ordinal(11), "twelfth": ordinal(12), "thirteenth": ordinal(13), "fourteenth": ordinal(14),
	"fifteenth": ordinal(15), "sixteenth": ordinal(16), "seventeenth": ordinal(17), "eighteenth": ordinal(18),
	"nineteenth": ordinal(19), "twentieth": ordinal(20),

	"spring": {Kind: Season, Value: 21}, "summer": {Kind: Season, Value: 22}, "autumn": {Kind: Season, Value: 23},
	"fall": {Kind: Season, Value: 23}, "winter": {Kind: Season, Value: 24},

	"early": {Kind: Part}, "mid": {Kind: Part}, "middle": {Kind: Part}, "late": {Kind: Part},
	"beginning": {Kind: PartOf}, "start": {Kind: PartOf}, "end": {Kind: PartOf},
	"century": {Kind: Centuries}, "centuries": {Kind: Centuries}, "cent": {Kind: Centuries},
	"millennium": {Kind: Millennia}, "millennia": {Kind: Millennia},
	"q": {Kind: Quarter}, "quarter": {Kind: Quarter}, "h": {Kind: Half}, "half": {Kind: Half},

	"am": {Kind: Meridiem}, "pm": {Kind: Meridiem, Value: 12},
	"z": {Kind: Zone}, "utc": {Kind: Zone}, "gmt": {Kind: Zone}, "ut": {Kind: Zone},
	"est": {Kind: Zone, Value: -5 * 60},
	"edt": {Kind: Zone, Value: -4 * 60}, "cdt": {Kind: Zone, Value: -5 * 60}, "mdt": {Kind: Zone, Value: -6 * 60},
	"mst": {Kind: Zone, Value: -7 * 60}, "pdt": {Kind: Zone, Value: -7 * 60}, "pst": {Kind: Zone, Value: -8 * 60},
	"cet": {Kind: Zone, Value: 60}, "cest": {Kind: Zone, Value: 2 * 60}, "eet": {Kind: Zone, Value: 2 * 60},
	"eest": {Kind: Zone, Value: 3 * 60}, "jst": {Kind: Zone, Value: 9 * 60},
	"cst": {Kind: Zone, Value: NoOffset}, "bst": {Kind: Zone, Value: NoOffset}, "ist": {Kind: Zone, Value: NoOffset},
	"et": {Kind: Zone, Value: NoOffset}, "ct": {Kind: Zone, Value: NoOffset}, "mt": {Kind: Zone, Value: NoOffset},
	"pt": {Kind: Zone, Value: NoOffset},

	"to": {Kind: To}, "through": {Kind: To}, "thru": {Kind: To},
	"since": {Kind: Since}, "from": {Kind: Since},
	"until": {Kind: Until}, "till": {Kind: Until}, "til": {Kind: Until},
	"before": {Kind: Before}, "pre": {Kind: Before}, "prior": {Kind: Before, Value: Prior},
	"after": {Kind: After}, "post": {Kind: After}, "not": {Kind: Not}, "no": {Kind: Not},
	"earlier": {Kind: Before, Value: Than}, "later": {Kind: After, Value: Than},
	"than": {Kind: Filler}, "by": {Kind: By}, "between": {Kind: Between},
	"and": {Kind: And}, "or": {Kind: Or},
	"present": {Kind: Present}, "current": {Kind: Present}, "now": {Kind: Present}, "today": {Kind: Present},
	"ongoing": {Kind: Present}, "open": {Kind: Present}, "date": {Kind: Present, Value: ToDate},
	"unknown": {Kind: Unknown},
	"onwards": {Kind: Onwards}, "onward": {Kind: Onwards},

	"t": {Kind: LetterT}, "w": {Kind: LetterW}, "年": {Kind: YearSign}, "月": {Kind: YearSign}, "日": {Kind: YearSign},
	"년": {Kind: YearSign}, "월": {Kind: YearSign}, "일": {Kind: YearSign},
	"年頃": {Kind: Approx}, "年ごろ": {Kind: Approx}, "月頃": {Kind: Approx}, "年前後": {Kind: Approx}, "約": {Kind: Approx},
	"年代": {Kind: YearSign, Suffix: 's'}, "년대": {Kind: YearSign, Suffix: 's'},
	"紀元前": {Kind: Era, Value: BC}, "公元前": {Kind: Era, Value: BC}, "前": {Kind: Era, Value: BC},

	"weds": {Kind: Weekday, Value: int(time.Wednesday)},
}

const (
	AD     = 1 // values of an era
	BC     = 2
	Than   = 1 // the value of earlier and later, which come after a date or a "no"
	Prior  = 2 // the value of a word that needs a "to"
	ToDate = 1 // the value of "date", which needs a "to"
)

// ordinal returns a number that is written as a word.
func ordinal(n int) Token { return Token{Kind: Number, Value: n, Digits: 1 + n/10, Suffix: 'o'} }

// meaningOf returns what a word in lower case means. It is not ok for a word that no date has.
func meaningOf(word []byte) (one Token, ok bool) {
	if one, ok = meanings[string(word)]; ok {
		return one, true
	}
	if len(word) < 3 {
		n := roman(word)
		return Token{Kind: Number, Value: n, Digits: 2, Suffix: 'x'}, n > 0
	}
	if m := monthOf(word); m > 0 {
		return Token{Kind: Month, Value: m}, true
	}
	for d, name := range weekdays {
		if strings.HasPrefix(name, string(word)) {
			return Token{Kind: Weekday, Value: d}, true
		}
	}
	if n := roman(word); n > 0 {
		return Token{Kind: Number, Value: n, Digits: 2, Suffix: 'x'}, true
	}
	one = foreignNames()[string(word)]
	return one, one.Kind != NoKind
}

var months = [...]string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
	"december",
}

var weekdays = [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// monthOf returns the month whose name begins with a word of three letters or more. It is 0 if there is none.
func monthOf(word []byte) int {
	for m, name := range months {
		if strings.HasPrefix(name, string(word)) {
			return m + 1
		}
	}
	return 0
}

// WeekdayOf returns the day of the week that begins with text in lower case, which needs three letters.
func WeekdayOf(text string) (day time.Weekday, ok bool) {
	for d, name := range weekdays {
		if len(text) >= 3 && strings.HasPrefix(name, text) {
			return time.Weekday(d), true
		}
	}
	return 0, false
}

// roman returns the number of a century in Roman numerals, 1 to 39. It is 0 for any other word.
func roman(word []byte) int {
	n, rest := 0, string(word)
	for strings.HasPrefix(rest, "x") && n < 30 {
		n, rest = n+10, rest[1:]
	}
	for i, units := range [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
		if rest == units && n+i > 0 {
			return n + i
		}
	}
	return 0
}
