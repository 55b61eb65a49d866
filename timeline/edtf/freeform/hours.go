package freeform

import (
	"slices"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf/freeform/token"
)

// This file tells the second hour of a span from the offset of a time zone: 10:00-11, 22:00-02:00.

// onlyHour marks a colon that is not written, so that the hour before it has two digits or four: 10:00-11, 10:00-1100.
const onlyHour = 'h'

// withMinutes writes out an hour of two digits, or four after a hyphen, that ends a text after a time and a dash.
func (p *parser) withMinutes() {
	ts := p.tokens()
	last := len(ts) - 1
	if last > 0 && ts[last].Kind == token.Zone {
		last--
	}
	if last < 5 || len(ts)+2 > token.Max {
		return
	}
	end, first := ts[last], ts[last-4:last-1]
	clock := first[0].IsPlain() && first[0].Digits <= 2 && first[1].Is(':') && first[2].IsPair() &&
		!ts[last-5].Is(':') && (ts[last-5].Kind != token.LetterT || first[0].Blank)
	to := ts[last-1]
	joined := to.Is('-') && !to.Blank && !end.Blank
	apart := to.Is('-') && to.Blank && end.Blank || to.Kind == token.Dash || to.Kind == token.To
	if !clock || !joined && !apart || !end.IsPlain() {
		return
	}
	minute := token.Token{Kind: token.Number, Digits: 2}
	switch isYear := func(t token.Token) bool { return t.IsPlain() && t.Digits == 4 }; {
	case end.Digits == 4 && joined && slices.ContainsFunc(ts[:last], isYear):
		end.Value, minute.Value, end.Digits = end.Value/100, end.Value%100, 2
	case end.Digits != 2:
		return
	}
	if end.Value > 24 || minute.Value > 59 {
		return
	}
	after := slices.Clone(ts[last+1:])
	p.list[last] = end
	p.list[last+1] = token.Token{Kind: token.Sign, Value: ':', Suffix: onlyHour}
	p.list[last+2] = minute
	copy(p.list[last+3:], after)
	p.count += 2
}

// isSecondHour reports whether a time and a hyphen are followed by the hour of an end, and not by an offset of so many
// minutes. It may be either where such an offset is used, unless it is a later hour without its minutes.
func (p *parser) isSecondHour(c clock, offset int, short bool) bool {
	later := offset > 60*c.hour+c.minute
	switch {
	case !isUsedInTheWest(offset), later && short:
		return true
	case p.zoneNamed && !later:
		return false
	}
	return p.choose(clockSpan)
}

// isUsedInTheWest reports whether clocks somewhere are so many minutes behind UTC.
func isUsedInTheWest(offset int) bool {
	const furthest = 12 * 60
	return offset <= furthest && offset%60 == 0 ||
		slices.Contains([]int{2*60 + 30, 3*60 + 30, 4*60 + 30, 9*60 + 30}, offset)
}

// untilHour makes the end of a span of a clock the same day as its start, or the next if the hour is before that. Where
// that would be more than half a day, an hour of the afternoon may be meant, and it is not ok by itself.
func (p *parser) untilHour(start, end *moment) (ok bool) {
	hour := end.clock
	*end = *start
	end.clock = hour
	if hour.zoned && !start.clock.zoned { // 17:00-19:00 UTC
		start.clock.zoned, start.clock.offset = true, hour.offset
	}
	lasts := 60*(hour.hour-start.clock.hour) + hour.minute - start.clock.minute
	if p.clockSpan = lasts > 0; p.clockSpan || lasts == 0 || start.clock.zoned && !hour.zoned {
		return true
	}
	const day, most = 24 * 60, 12 * 60
	if p.clockSpan = lasts+day <= most; !p.clockSpan && p.asked&clockSpan == 0 {
		return false
	}
	year, month, next := (calendar.DayOf(end.year, time.Month(end.month), end.day) + 1).Civil()
	end.year, end.month, end.day = year, int(month), next
	end.has &^= hasWeekday
	return true
}
