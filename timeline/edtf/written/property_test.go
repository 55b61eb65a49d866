package written_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// A known is a date whose days are known, and how somebody may write it.
type known struct {
	text string
	days calendar.Period
}

// aDay draws a day of years that people write with four digits.
func aDay(t *rapid.T, label string) calendar.Day {
	first, last := calendar.DayOf(1000, time.January, 1), calendar.DayOf(2100, time.December, 31)
	return calendar.Day(rapid.Int64Range(int64(first), int64(last)).Draw(t, label))
}

// pick draws one of several texts.
func pick(t *rapid.T, label string, all ...string) string {
	return rapid.SampledFrom(all).Draw(t, label)
}

// monthName draws a spelling of a month.
func monthName(t *rapid.T, m time.Month) string {
	name := m.String()
	return pick(t, "month", name, name, name[:3], name[:3]+".", strings.ToUpper(name), strings.ToLower(name), name[:min(4, len(name))])
}

// dayText draws a spelling of a day that has one meaning.
func dayText(t *rapid.T, d calendar.Day) string {
	y, m, n := d.Civil()
	month := monthName(t, m)
	weekday := ""
	if y >= 1752 {
		weekday = pick(t, "weekday", "", "", d.Weekday().String()+", ", d.Weekday().String()[:3]+" ")
	}
	switch rapid.IntRange(0, 11).Draw(t, "spelling") {
	case 0:
		return fmt.Sprintf("%s%d %s %d", weekday, n, month, y)
	case 1:
		return fmt.Sprintf("%s%s %d, %d", weekday, month, n, y)
	case 2:
		return fmt.Sprintf("%s%s %d %s %d", weekday, pick(t, "the", "", "the "), n, pick(t, "of", "of ", "")+month, y)
	case 3:
		return fmt.Sprintf("%s%s %d%s, %d", weekday, month, n, ordinalEnd(n), y)
	case 4:
		return fmt.Sprintf("%d/%d/%d", y, m, n)
	case 5:
		return fmt.Sprintf("%04d.%02d.%02d", y, m, n)
	case 6:
		return fmt.Sprintf("%04d%02d%02d", y, m, n)
	case 7:
		return fmt.Sprintf("%02d.%02d.%04d", n, m, y)
	case 8:
		return fmt.Sprintf("%d-%s-%d", n, m.String()[:3], y)
	case 9:
		return fmt.Sprintf("%d年%d月%d日", y, m, n)
	case 10:
		return fmt.Sprintf("%04d‑%02d‑%02d", y, m, n)
	}
	return fmt.Sprintf("%d %s %d", y, month, n)
}

func ordinalEnd(n int) string {
	switch {
	case n/10 == 1:
	case n%10 == 1:
		return "st"
	case n%10 == 2:
		return "nd"
	case n%10 == 3:
		return "rd"
	}
	return "th"
}

// stamp draws a day with a time.
func stamp(t *rapid.T, d calendar.Day) string {
	y, m, n := d.Civil()
	hour, minute := rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")
	zone := pick(t, "zone", "", " UTC", " +0200", "Z", " -05:30", " GMT")
	half := "AM"
	if hour >= 12 {
		half = "PM"
	}
	switch rapid.IntRange(0, 4).Draw(t, "stamp") {
	case 0:
		return fmt.Sprintf("%s %02d:%02d:07%s", d, hour, minute, zone)
	case 1:
		return fmt.Sprintf("%s, %d %s %d %02d:%02d:07%s", d.Weekday().String()[:3], n, m.String()[:3], y, hour, minute, zone)
	case 2:
		return fmt.Sprintf("%s %s %d %02d:%02d:07 %d", d.Weekday().String()[:3], m.String()[:3], n, hour, minute, y)
	case 3:
		return fmt.Sprintf("%s %d, %d, %d:%02d %s", m, n, y, (hour+11)%12+1, minute, half)
	}
	return fmt.Sprintf("%04d%02d%02dT%02d%02d07Z", y, m, n, hour, minute)
}

// days are those of whole years, in the count of EDTF.
func years(first, last int) calendar.Period {
	return calendar.Period{From: calendar.DayOf(first, time.January, 1), To: calendar.DayOf(last, time.December, 31)}
}

// aKnown draws a date with one meaning, and a spelling of it.
func aKnown(t *rapid.T) known {
	d := aDay(t, "day")
	y, m, n := d.Civil()
	dash := pick(t, "dash", "–", "-", " – ", " - ", " to ", "—", " until ", "..")
	circa := pick(t, "circa", "", "", "c. ", "ca ", "about ", "~")
	switch rapid.IntRange(0, 14).Draw(t, "kind") {
	case 0, 1, 2:
		return known{dayText(t, d), calendar.Period{From: d, To: d}}
	case 3:
		if y < 1752 {
			d += 300 * 366
		}
		return known{stamp(t, d), calendar.Period{From: d, To: d}}
	case 4:
		days := calendar.Period{From: calendar.Months.Start(d), To: calendar.Months.Next(d) - 1}
		return known{circa + pick(t, "form", fmt.Sprintf("%s %d", monthName(t, m), y), fmt.Sprintf("%s, %d", m, y)), days}
	case 5:
		return known{circa + fmt.Sprintf("%d", y), years(y, y)}
	case 6:
		decade := y / 10 * 10
		if decade%100 == 0 {
			decade += 10
		}
		return known{pick(t, "part", "", "the ", "early ", "late ", "mid-") + fmt.Sprintf("%d%s", decade, pick(t, "s", "s", "'s")), years(decade, decade+9)}
	case 7:
		century := rapid.IntRange(2, 21).Draw(t, "century")
		return known{fmt.Sprintf("%d%s century", century, ordinalEnd(century)), years((century-1)*100, century*100-1)}
	case 8: // some days of a month
		last := rapid.IntRange(n, calendar.DaysIn(y, int(m))).Draw(t, "last")
		if last == n {
			return known{dayText(t, d), calendar.Period{From: d, To: d}}
		}
		days := calendar.Period{From: d, To: calendar.DayOf(y, m, last)}
		if strings.HasPrefix(dash, "..") || dash == "—" {
			dash = "–"
		}
		return known{pick(t, "form", fmt.Sprintf("%s %d%s%d, %d", monthName(t, m), n, dash, last, y), fmt.Sprintf("%d%s%d %s %d", n, dash, last, monthName(t, m), y)), days}
	case 9: // from one month to another
		e := d + calendar.Day(rapid.IntRange(1, 2000).Draw(t, "length"))
		if circa != "" {
			circa = ""
		}
		spelled := dayText(t, d) + pick(t, "to", " to ", " – ", " until ", " → ") + dayText(t, e)
		return known{spelled, calendar.Period{From: d, To: e}}
	case 10:
		last := y + rapid.IntRange(1, 99).Draw(t, "years")
		return known{circa + fmt.Sprintf("%d%s%d", y, dash, last), years(y, last)}
	case 11:
		n := rapid.IntRange(1, 4999).Draw(t, "bc")
		return known{circa + fmt.Sprintf("%d %s", n, pick(t, "era", "BC", "BCE", "B.C.")), years(1-n, 1-n)}
	case 12:
		n := rapid.IntRange(2, 4999).Draw(t, "bc")
		last := rapid.IntRange(1, n-1).Draw(t, "last")
		return known{fmt.Sprintf("%d%s%d BC", n, pick(t, "to", " - ", "–", " to "), last), years(1-n, 1-last)}
	case 13:
		quarter := (int(m) - 1) / 3
		days := calendar.Period{From: calendar.Quarters.Start(d), To: calendar.Quarters.Next(d) - 1}
		return known{pick(t, "form", fmt.Sprintf("Q%d %d", quarter+1, y), fmt.Sprintf("%d Q%d", y, quarter+1), fmt.Sprintf("%d-Q%d", y, quarter+1)), days}
	}
	return known{pick(t, "since", "since ", "from ") + dayText(t, d), calendar.Period{From: d, To: calendar.Forever}}
}

// What is read of a date in any spelling has the days that were meant.
func TestReadingsHaveTheDaysThatWereMeant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for range 30 {
			k := aKnown(t)
			all := written.Readings(k.text)
			if _, err := edtf.Parse(k.text); err == nil && len(all) == 0 {
				continue
			}
			if len(all) != 1 {
				t.Fatalf("%q has %d readings: %v", k.text, len(all), all)
			}
			if got := all[0].Date.Period(); got != k.days {
				t.Fatalf("%q is read as %s, which is %v; meant is %v", k.text, all[0].Date.EDTF(), got, k.days)
			}
		}
	})
}

// What is read or offered of a text that is slightly wrong is a date, and contradicts no number of the text.
func TestWhatIsOfferedIsWithinWhatIsWritten(t *testing.T) {
	offered := 0
	rapid.Check(t, func(t *rapid.T) {
		for range 30 {
			text := mutated(t, aKnown(t).text)
			for _, r := range written.Readings(text) {
				offered++
				checkOffer(t, text, r.Date.EDTF())
			}
			_, err := edtf.Parse(text)
			var e *edtf.Error
			if errors.As(err, &e) && e.Start == 0 && e.End == len(text) {
				for _, cure := range cures(e) {
					offered++
					checkOffer(t, text, cure)
				}
			}
		}
	})
	if offered < 500 {
		t.Errorf("only %d dates were offered", offered)
	}
	t.Logf("%d offers", offered)
}

// mutated changes a character or two of a text.
func mutated(t *rapid.T, text string) string {
	signs := []rune("0123456789 ,.-–/:sdBCX?~'()the19")
	runes := []rune(text)
	for range rapid.IntRange(1, 2).Draw(t, "changes") {
		at := rapid.IntRange(0, len(runes)-1).Draw(t, "at")
		sign := rapid.SampledFrom(signs).Draw(t, "sign")
		switch rapid.IntRange(0, 3).Draw(t, "change") {
		case 0:
			runes[at] = sign
		case 1:
			runes = append(runes[:at], append([]rune{sign}, runes[at:]...)...)
		case 2:
			if len(runes) > 1 {
				runes = append(runes[:at], runes[at+1:]...)
			}
		default:
			if at > 0 {
				runes[at], runes[at-1] = runes[at-1], runes[at]
			}
		}
	}
	return strings.TrimSpace(string(runes))
}

// cures returns the dates that an error says to write.
func cures(e *edtf.Error) (all []string) {
	advice, ok := strings.CutPrefix(e.Hint, "write ")
	if !ok || strings.Contains(advice, "as in") || strings.Contains(advice, "since 1970") ||
		strings.Contains(advice, "as spreadsheets count") ||
		strings.Contains(e.Message, "EDTF does not") || strings.HasPrefix(advice, "XX") {
		return nil
	}
	for _, m := range advised.FindAllStringSubmatch(advice, -1) {
		if strings.ContainsFunc(m[1], unicode.IsDigit) {
			all = append(all, m[1])
		}
	}
	return all
}

// advised is a date in a hint: "2024-05-04 for 4 May 2024 or …".
var advised = regexp.MustCompile(`(?:^| or )([^ ]+?)(?:, or |$| for )`)

// dual is the end of 10 February 1720/21.
var dual = regexp.MustCompile(`\d{4}[-–/]\d{1,4}$`)

var longNumber = regexp.MustCompile(`\b\d{1,3}(?:,\d{3})+\b|\d{3,}`)

// checkOffer fails if a date cannot be read, or if a number of three digits or more in the text is not in it.
func checkOffer(t *rapid.T, text, date string) {
	d, err := edtf.Parse(date)
	if err != nil || d.EDTF() != date {
		t.Fatalf("%q: %q is offered, which cannot be read: %v", text, date, err)
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, date)
	for _, number := range longNumber.FindAllString(text, -1) {
		number = strings.ReplaceAll(number, ",", "")
		n, _ := strconv.Atoi(number)
		explained := strings.Contains(digits, strings.TrimLeft(number, "0")) || strings.Contains(digits, strconv.Itoa(n-1)) ||
			dual.MatchString(text) && strings.Contains(digits, strconv.Itoa(n+1)) ||
			inPairs(text, date) || isShortened(text, date) || strings.Contains(date, fmt.Sprintf("%03dX", n/10)) || strings.Contains(date, fmt.Sprintf("%02dXX", n/100))
		if !explained {
			t.Fatalf("%q: %q is offered, in which %s is lost", text, date, number)
		}
	}
}

// inPairs reports whether a text is digits alone, of which each two are in a date, in whatever order: 05012024.
func inPairs(text, date string) bool {
	if len(text) != len("050124") && len(text) != len("05012024") || strings.Trim(text, "0123456789") != "" {
		return false
	}
	for i := 0; i < len(text); i += 2 {
		if !strings.Contains(date, text[i:i+2]) {
			return false
		}
	}
	return true
}

// isShortened reports whether a text is the digits of a day without the zeros before its month and its day, or with the
// number that the day has in its year.
func isShortened(text, date string) bool {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return false
	}
	for _, form := range []string{"200612", "2006102", "2006012", "2006002"} {
		if day.Format(form) == text {
			return true
		}
	}
	return false
}

// FuzzReadings: whatever the text, what is read of it is EDTF, and comes back as it is.
func FuzzReadings(f *testing.F) {
	for _, c := range spellings {
		f.Add(c.text)
	}
	for _, text := range noDates {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all := written.Readings(text)
		if len(all) > 8 {
			t.Errorf("%q has %d readings", text, len(all))
		}
		for _, r := range all {
			d, err := edtf.Parse(r.Date.EDTF())
			if err != nil || d != r.Date {
				t.Errorf("%q is read as %q, which is read as %v, %v", text, r.Date.EDTF(), d, err)
			}
		}
	})
}
