package freeform

import (
	"strings"
	"time"
)

// noOffset is the value of the name of a time zone that is not the same everywhere, or not all the year.
const noOffset = 1 << 12

// meanings are the words that a date may have, apart from the names of months and weekdays.
var meanings = map[string]token{
	"of": {kind: filler}, "the": {kind: filler}, "in": {kind: filler}, "on": {kind: filler}, "at": {kind: filler},
	"day": {kind: filler}, "de": {kind: filler}, "del": {kind: filler}, "года": {kind: filler}, "г": {kind: filler},
	"року": {kind: filler}, "р": {kind: filler}, "year": {kind: yearWord}, "years": {kind: yearWord},

	"c": {kind: approx}, "ca": {kind: approx}, "cca": {kind: approx}, "circa": {kind: approx}, "about": {kind: approx},
	"around": {kind: approx}, "approx": {kind: approx}, "approximate": {kind: approx}, "approximately": {kind: approx},
	"roughly": {kind: approx}, "est": {kind: approx, value: -5 * 60}, "estimated": {kind: approx},
	"perhaps": {kind: doubt}, "possibly": {kind: doubt}, "probably": {kind: doubt}, "maybe": {kind: doubt},
	"uncertain": {kind: doubt}, "disputed": {kind: doubt},

	"bc": {kind: era, value: bc}, "bce": {kind: era, value: bc},
	"ad": {kind: era, value: ad}, "ce": {kind: era, value: ad},

	"first": ordinal(1), "second": ordinal(2), "third": ordinal(3), "fourth": ordinal(4), "fifth": ordinal(5),
	"sixth": ordinal(6), "seventh": ordinal(7), "eighth": ordinal(8), "ninth": ordinal(9), "tenth": ordinal(10),
	"eleventh": ordinal(11), "twelfth": ordinal(12), "thirteenth": ordinal(13), "fourteenth": ordinal(14),
	"fifteenth": ordinal(15), "sixteenth": ordinal(16), "seventeenth": ordinal(17), "eighteenth": ordinal(18),
	"nineteenth": ordinal(19), "twentieth": ordinal(20),

	"spring": {kind: season, value: 21}, "summer": {kind: season, value: 22}, "autumn": {kind: season, value: 23},
	"fall": {kind: season, value: 23}, "winter": {kind: season, value: 24},

	"early": {kind: part}, "mid": {kind: part}, "middle": {kind: part}, "late": {kind: part},
	"beginning": {kind: partOf}, "start": {kind: partOf}, "end": {kind: partOf},
	"century": {kind: centuries}, "centuries": {kind: centuries}, "cent": {kind: centuries},
	"millennium": {kind: millennia}, "millennia": {kind: millennia},
	"q": {kind: quarter}, "quarter": {kind: quarter}, "h": {kind: half}, "half": {kind: half},

	"am": {kind: meridiem}, "pm": {kind: meridiem, value: 12},
	"z": {kind: zone}, "utc": {kind: zone}, "gmt": {kind: zone}, "ut": {kind: zone},
	"edt": {kind: zone, value: -4 * 60}, "cdt": {kind: zone, value: -5 * 60}, "mdt": {kind: zone, value: -6 * 60},
	"mst": {kind: zone, value: -7 * 60}, "pdt": {kind: zone, value: -7 * 60}, "pst": {kind: zone, value: -8 * 60},
	"cet": {kind: zone, value: 60}, "cest": {kind: zone, value: 2 * 60}, "eet": {kind: zone, value: 2 * 60},
	"eest": {kind: zone, value: 3 * 60}, "jst": {kind: zone, value: 9 * 60},
	"cst": {kind: zone, value: noOffset}, "bst": {kind: zone, value: noOffset}, "ist": {kind: zone, value: noOffset},
	"et": {kind: zone, value: noOffset}, "ct": {kind: zone, value: noOffset}, "mt": {kind: zone, value: noOffset},
	"pt": {kind: zone, value: noOffset},

	"to": {kind: to}, "through": {kind: to}, "thru": {kind: to},
	"since": {kind: since}, "from": {kind: since},
	"until": {kind: until}, "till": {kind: until}, "til": {kind: until},
	"before": {kind: before}, "after": {kind: after}, "by": {kind: by}, "between": {kind: between},
	"and": {kind: and}, "or": {kind: or},
	"present": {kind: present}, "current": {kind: present}, "now": {kind: present}, "today": {kind: present},
	"ongoing": {kind: present}, "open": {kind: present}, "date": {kind: present, value: toDate},
	"unknown": {kind: unknown},
	"onwards": {kind: onwards}, "onward": {kind: onwards},

	"t": {kind: letterT}, "w": {kind: letterW}, "年": {kind: yearSign}, "月": {kind: yearSign}, "日": {kind: yearSign},
	"년": {kind: yearSign}, "월": {kind: yearSign}, "일": {kind: yearSign},

	"weds": {kind: weekday, value: int(time.Wednesday)},
}

const (
	ad     = 1 // values of an era
	bc     = 2
	toDate = 1 // the value of "date", which needs a "to"
)

// ordinal returns a number that is written as a word.
func ordinal(n int) token { return token{kind: number, value: n, digits: 1 + n/10, suffix: 'o'} }

// meaningOf returns what a word in lower case means. It is not ok for a word that no date has.
func meaningOf(word []byte) (one token, ok bool) {
	if one, ok = meanings[string(word)]; ok {
		return one, true
	}
	if len(word) < 3 {
		n := roman(word)
		return token{kind: number, value: n, digits: 2, suffix: 'x'}, n > 0
	}
	if m := monthOf(word); m > 0 {
		return token{kind: month, value: m}, true
	}
	for d, name := range weekdays {
		if strings.HasPrefix(name, string(word)) {
			return token{kind: weekday, value: d}, true
		}
	}
	if n := roman(word); n > 0 {
		return token{kind: number, value: n, digits: 2, suffix: 'x'}, true
	}
	one, ok = foreignMonths()[string(word)]
	return one, ok
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
