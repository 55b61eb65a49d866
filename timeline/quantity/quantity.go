// Package quantity reads figures as people write them: "about 200", "fewer than 20", "18–22", "€10 billion".
//
//	q, unit, ok := quantity.Parse("€10 billion")
//	// q.Best is 1e10, unit is "EUR", ok is true
//
// A [Quantity] is a number with the range that its words leave. A unit is what is left of the words, folded, so that
// "Drones" and "drones" are one; a currency is its ISO 4217 code, and a percentage "%". Units are not converted: a
// kilometre is not a thousand metres, and a euro is no dollar.
//
// Only English words are known, and only figures in digits. What is not surely one number, such as "5 of 8" or
// "18 (9 children)", is not read at all, since a chart is better without a figure than with a wrong one. Nothing here
// knows what a figure counts, or who says so.
//
// The package imports fold and no other of this module.
package quantity

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/fold"
)

// A Quantity is a figure as a number: the best one, and the range from Low to High in which its source puts it. For a
// plain number the three are equal. Low is −Inf if nothing bounds it from below ("fewer than 20"), High is +Inf if
// nothing bounds it from above; Best is the bound that there is. Best is always finite.
type Quantity struct{ Low, Best, High float64 }

// Of reads a figure of several texts, any of which may be empty: a value, or the low, the best and the high end of
// a range, and the unit that all of them are in. With a value the range is not read. The unit that it returns has
// neither sign nor multiplier: "€10 billion", and "10" in "billion EUR", are both 1e10 "EUR". If in names no unit, it
// is that of the figure. It is ok for texts such as
//
//	810   1,343   1 343   −5.5   8,6   20%        a number; a comma before three digits groups, any other is a point
//	about 200   nearly 150   ~30                  that number
//	more than 18   at least 18   100+   ≥ 5       bounded from below
//	fewer than 20   up to 20   ≤ 5                bounded from above
//	415–741   415 to 741   between 5 and 8        a range; its middle is the best
//	€10 billion   $3bn   5–10 million             a number or range times a multiplier
//
// and not ok for words without digits ("a fifth"), for more than one figure, for a range that ends below its
// beginning or has its best outside, and for a text of more than 200 bytes.
func Of(value, low, best, high, in string) (q Quantity, unit string, ok bool) {
	var own string
	if value != "" {
		q, own, ok = Parse(value)
	} else {
		q, own, ok = parseRange(low, best, high)
	}
	p := numberReader{in}
	currency := p.currency()
	times := p.multiplier()
	if currency == "" {
		currency = p.currency()
	}
	q.Low, q.Best, q.High = q.Low*times, q.Best*times, q.High*times
	if unit = currency + unitName(p.rest); unit == "" {
		unit = own
	}
	return q, unit, ok && !math.IsInf(q.Best, 0)
}

// parseRange reads the three texts of a range, of which any may be empty.
func parseRange(low, best, high string) (q Quantity, unit string, ok bool) {
	q = Quantity{math.Inf(-1), math.NaN(), math.Inf(1)}
	for _, part := range []struct {
		text string
		to   *float64
	}{{low, &q.Low}, {high, &q.High}, {best, &q.Best}} {
		if part.text == "" {
			continue
		}
		one, of, fine := Parse(part.text)
		if !fine {
			return q, "", false
		}
		*part.to, unit, ok = one.Best, of, true
	}
	if math.IsNaN(q.Best) {
		q.Best = middle(q.Low, q.High)
	}
	return q, unit, ok && q.Low <= q.Best && q.Best <= q.High
}

// middle returns the number between two bounds, or the finite one of them.
func middle(low, high float64) float64 {
	switch {
	case math.IsInf(low, 0):
		return high
	case math.IsInf(high, 0):
		return low
	}
	return low + (high-low)/2
}

// maxQuantity is the greatest length in bytes of a text that is read. A longer one is prose.
const maxQuantity = 200

// Parse reads one text, as Of does a value without a unit beside it.
func Parse(text string) (q Quantity, unit string, ok bool) {
	if len(text) > maxQuantity {
		return q, "", false
	}
	p := numberReader{text}
	says := p.bound()
	first, currency, timesFirst, ok := p.amount()
	if !ok {
		return q, "", false
	}
	q = Quantity{first * timesFirst, first * timesFirst, first * timesFirst}
	if p.skip("–", "—", "-", "..", "to ", "and ", "or ") {
		second, _, times, fine := p.amount()
		if !fine {
			return q, "", false
		}
		if timesFirst == 1 {
			timesFirst = times
		}
		q.Low, q.High = first*timesFirst, second*times
		q.Best = middle(q.Low, q.High)
	}
	if p.skip("+") {
		says = atLeast
	}
	switch says {
	case atLeast:
		q.High = math.Inf(1)
	case atMost:
		q.Low = math.Inf(-1)
	}
	unit = currency + unitName(p.rest)
	return q, unit, q.Low <= q.High && !strings.ContainsAny(p.rest, "0123456789")
}

// A bound is what the words before a number make of it.
type bound int

const (
	exactly bound = iota
	atLeast
	atMost
)

// bounds are the words before a number. Of two that begin alike the longer must come first.
var bounds = []struct {
	words string
	sense bound
}{
	{"about ", exactly},
	{"around ", exactly},
	{"approximately ", exactly},
	{"approx. ", exactly},
	{"roughly ", exactly},
	{"circa ", exactly},
	{"c. ", exactly},
	{"ca. ", exactly},
	{"some ", exactly},
	{"nearly ", exactly},
	{"almost ", exactly},
	{"between ", exactly},
	{"from ", exactly},
	{"~", exactly},
	{"≈", exactly},
	{"no more than ", atMost},
	{"no fewer than ", atLeast},
	{"no less than ", atLeast},
	{"as many as ", atMost},
	{"more than ", atLeast},
	{"over ", atLeast},
	{"above ", atLeast},
	{"at least ", atLeast},
	{"≥", atLeast},
	{">", atLeast},
	{"fewer than ", atMost},
	{"less than ", atMost},
	{"under ", atMost},
	{"below ", atMost},
	{"up to ", atMost},
	{"at most ", atMost},
	{"≤", atMost},
	{"<", atMost},
}

// multipliers are the words that multiply the number before them. Of two that begin alike the longer must come first.
var multipliers = []struct {
	word  string
	times float64
}{
	{"thousand", 1e3},
	{"million", 1e6},
	{"billion", 1e9},
	{"trillion", 1e12},
	{"mn", 1e6},
	{"bn", 1e9},
	{"tn", 1e12},
	{"k", 1e3},
}

// currencies are the signs of money and their codes. Of two that begin alike the longer must come first.
var currencies = []struct{ sign, code string }{
	{"US$", "USD"},
	{"€", "EUR"},
	{"$", "USD"},
	{"£", "GBP"},
	{"₴", "UAH"},
	{"₽", "RUB"},
	{"¥", "JPY"},
	{"EUR", "EUR"},
	{"USD", "USD"},
	{"GBP", "GBP"},
	{"UAH", "UAH"},
	{"RUB", "RUB"},
	{"JPY", "JPY"},
}

// unitName returns a unit as it is compared.
func unitName(unit string) string {
	switch folded := fold.Fold(unit); {
	case strings.Contains(unit, "%"), folded == "percent", folded == "per cent":
		return "%"
	default:
		return folded
	}
}

// A numberReader reads a text from the left.
type numberReader struct{ rest string }

// skip drops the first of words that the rest begins with, in any case, and reports whether there is one.
func (p *numberReader) skip(words ...string) bool {
	rest := strings.TrimLeftFunc(p.rest, unicode.IsSpace)
	for _, w := range words {
		if len(rest) >= len(w) && strings.EqualFold(rest[:len(w)], w) {
			p.rest = rest[len(w):]
			return true
		}
	}
	return false
}

// bound drops the words before a number and returns what they mean.
func (p *numberReader) bound() bound {
	for _, s := range bounds {
		if p.skip(s.words) {
			return s.sense
		}
	}
	return exactly
}

// currency drops a sign of money or a code and returns the code. It returns "" if there is none.
func (p *numberReader) currency() string {
	for _, c := range currencies {
		if p.skip(c.sign) {
			return c.code
		}
	}
	return ""
}

// multiplier drops a word that multiplies and returns its number. It returns 1 if there is none.
func (p *numberReader) multiplier() float64 {
	before := p.rest
	for _, m := range multipliers {
		if !p.skip(m.word) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(p.rest); !unicode.IsLetter(r) {
			return m.times
		}
		p.rest = before // the beginning of another word, such as "km"
	}
	return 1
}

// amount drops a number with its sign of money and its multiplier, and returns all three.
func (p *numberReader) amount() (number float64, currency string, times float64, ok bool) {
	currency = p.currency()
	if number, ok = p.number(); !ok {
		return 0, "", 1, false
	}
	times = p.multiplier()
	if currency == "" {
		currency = p.currency()
	}
	return number, currency, times, true
}

// number drops a number with its sign, groups and decimals, and returns it.
func (p *numberReader) number() (float64, bool) {
	negative := p.skip("-", "−")
	p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace)
	var digits strings.Builder
	rest, pointed := p.rest, false
	for rest != "" {
		r, size := utf8.DecodeRuneInString(rest)
		after := leadingDigits(rest[size:])
		switch {
		case '0' <= r && r <= '9':
			digits.WriteByte(byte(r))
		case digits.Len() == 0 || after == 0 || pointed:
			size = 0
		case after == 3 && (r == ',' || r == '\'' || r == '’' || unicode.IsSpace(r)): // a group
		case r == '.' || r == ',':
			digits.WriteByte('.')
			pointed = true
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		rest = rest[size:]
	}
	n, err := strconv.ParseFloat(digits.String(), 64)
	if err != nil {
		return 0, false
	}
	p.rest = rest
	if negative {
		n = -n
	}
	return n, true
}

// leadingDigits returns the number of digits that s begins with.
func leadingDigits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}
