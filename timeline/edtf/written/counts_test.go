package written_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// ifItIs is a cure that says what the number would have to be: "2024-09-08 if it is a Julian day".
var ifItIs = regexp.MustCompile(`(?:^write |, or )(\S+) if it is ((?:[^,]|, as)+)`)

// A counted is a number that counts from somewhere, and the moment that it means.
type counted struct {
	number, what string
	want         time.Time
	clock        bool // whether it has a time of day
}

// aCounted draws a number that counts days or seconds. What it means is reckoned in another way than the program does.
func aCounted(t *rapid.T) counted {
	second := rapid.IntRange(0, 86_399).Draw(t, "second")
	switch rapid.IntRange(0, 6).Draw(t, "kind") {
	case 0, 1: // days of a spreadsheet, to which 29 February 1900 was one
		days := rapid.IntRange(20_000, 59_999).Draw(t, "days")
		day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days-1-1)
		c := counted{strconv.Itoa(days), "the number of a day, as spreadsheets count", day, false}
		if second > 0 && rapid.Bool().Draw(t, "clock") {
			precision := rapid.IntRange(9, 12).Draw(t, "precision")
			c.number = strconv.FormatFloat(float64(days)+float64(second)/86_400, 'f', precision, 64)
			c.want, c.clock = day.Add(time.Duration(second)*time.Second), true
		}
		return c
	case 2:
		n := rapid.IntRange(2_086_308, 2_488_400).Draw(t, "days")
		c := counted{strconv.Itoa(n), "a Julian day", ofJulianDay(n).Add(12 * time.Hour), true}
		if rapid.Bool().Draw(t, "clock") {
			c.number = strconv.FormatFloat(float64(n)+float64(second)/86_400, 'f', 8, 64)
			c.want = c.want.Add(time.Duration(second) * time.Second)
		}
		return c
	}
	n := rapid.Int64Range(1_000_000_000, 9_223_372_035).Draw(t, "seconds")
	nano := rapid.Int64Range(0, 999_999_999).Draw(t, "nano")
	switch rapid.IntRange(0, 4).Draw(t, "unit") {
	case 0:
		return counted{strconv.FormatInt(n, 10), "a time in seconds since 1970", time.Unix(n, 0), true}
	case 1:
		at := time.Unix(n, nano/1e6*1e6)
		return counted{fmt.Sprintf("%d%03d", n, nano/1e6), "a time in milliseconds since 1970", at, true}
	case 2:
		at := time.Unix(n, nano/1e3*1e3)
		return counted{fmt.Sprintf("%d%06d", n, nano/1e3), "a time in microseconds since 1970", at, true}
	case 3:
		return counted{fmt.Sprintf("%d%09d", n, nano), "a time in nanoseconds since 1970", time.Unix(n, nano), true}
	}
	return counted{fmt.Sprintf("%d.%06d", n, nano/1e3), "a time in seconds since 1970", time.Unix(n, nano/1e3*1e3), true}
}

// ofJulianDay returns the day of the calendar in which a Julian day begins, as Fliegel and Van Flandern reckon it.
func ofJulianDay(n int) time.Time {
	l := n + 68_569
	c := 4 * l / 146_097
	l -= (146_097*c + 3) / 4
	y := 4000 * (l + 1) / 1_461_001
	l += 31 - 1461*y/4
	m := 80 * l / 2447
	return time.Date(100*(c-49)+y+m/11, time.Month(m+2-12*(m/11)), l-2447*m/80, 0, 0, 0, 0, time.UTC)
}

// What is offered for a number that counts can be read, and is the moment that it counts to.
func TestWhatIsOfferedForACountIsWhatItCountsTo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := aCounted(t)
		_, err := edtf.Parse(c.number)
		var e *edtf.Error
		if !errors.As(err, &e) {
			t.Fatalf("%s is %v", c.number, err)
		}
		offered := ""
		for _, m := range ifItIs.FindAllStringSubmatch(e.Hint, -1) {
			if d, err := edtf.Parse(m[1]); err != nil || d.EDTF() != m[1] {
				t.Fatalf("%s: %q is offered, which cannot be read: %v", c.number, m[1], err)
			}
			if strings.TrimSpace(m[2]) == c.what {
				offered = m[1]
			}
		}
		if !c.clock {
			if want := c.want.Format("2006-01-02"); offered != want {
				t.Fatalf("%s: %q is offered for %s, want %s of %q", c.number, offered, c.what, want, e.Hint)
			}
			return
		}
		got := time.Time{}
		for _, layout := range []string{
			time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05",
			"2006-01-02T15:04",
		} {
			if at, err := time.Parse(layout, offered); err == nil {
				got = at
			}
		}
		if !got.Equal(c.want) {
			t.Fatalf("%s: %q is offered for %s, want %s of %q", c.number, offered, c.what, c.want.UTC(), e.Hint)
		}
	})
}

// What is offered for digits alone is a day whose year, month and day are those digits in one of the orders.
func TestWhatIsOfferedForDigitsHasThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDay(t, "day")
		y, m, n := d.Civil()
		text := fmt.Sprintf(pick(t, "order", "%04[1]d%02[2]d%02[3]d", "%02[3]d%02[2]d%04[1]d", "%02[2]d%02[3]d%04[1]d",
			"%02[4]d%02[2]d%02[3]d", "%02[3]d%02[2]d%02[4]d", "%02[2]d%02[3]d%02[4]d"), y, m, n, y%100)
		_, err := edtf.Parse(text)
		var e *edtf.Error
		if !errors.As(err, &e) {
			t.Fatalf("%s is %v", text, err)
		}
		meant := false
		for _, cure := range cures(e) {
			c, err := edtf.Parse(cure)
			if err != nil || c.EDTF() != cure {
				t.Fatalf("%s: %q is offered, which cannot be read: %v", text, cure, err)
			}
			year, month, day := c.Earliest().Civil()
			short := year % 100
			fits := false
			for _, order := range []string{
				"%04[1]d%02[2]d%02[3]d", "%02[3]d%02[2]d%04[1]d", "%02[2]d%02[3]d%04[1]d",
				"%02[4]d%02[2]d%02[3]d", "%02[3]d%02[2]d%02[4]d", "%02[2]d%02[3]d%02[4]d",
			} {
				fits = fits || fmt.Sprintf(order, year, month, day, short) == text
			}
			if !fits && cure != text[:4]+"-"+text[4:] { // 199812 is a month too
				t.Fatalf("%s: %q is offered", text, cure)
			}
			meant = meant || c.Earliest() == d && c.Latest() == d
		}
		expected := y >= 1950 && y < 2050
		if len(text) == len("20250908") {
			expected = y < 2100 && len(written.Readings(text)) == 0 // the year first counts alone
		}
		if expected && !meant {
			t.Fatalf("%s: %s is not offered: %s", text, d, e.Hint)
		}
	})
}

// The first TimelineJS wrote dates with commas, from the year to the second. Numbers with commas are none, nor are years
// in a list.
func TestDatesWithCommas(t *testing.T) {
	for text, want := range map[string]string{
		"2011,12,9": "2011-12-09", "2012,3": "2012-03", "2012,03,01": "2012-03-01", "2012,1,26,18": "2012-01-26T18:00",
		"2012,1,26,18,5": "2012-01-26T18:05", "2012,1,26,18,5,30": "2012-01-26T18:05:30",
	} {
		if d, err := written.Parse(text); err != nil || d.EDTF() != want {
			t.Errorf("%s is %v, want %s: %v", text, d.EDTF(), want, err)
		}
	}
	for _, text := range []string{
		"1,969", "2012,50", "2012,13", "2012,21", "2012,13,1", "2011,2,30", "1999,2001", "2012,1,26,25", "2012,,1",
		"2012,1,26,1,2,3,4", "0012,3", "2012,3,x", "12,3,2012,",
	} {
		if d, err := written.Parse(text); err == nil {
			t.Errorf("%s is read as %v", text, d)
		}
	}
}
