package edtf_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"dateline/timeline/edtf"
)

// nearMisses returns dates in which something is slightly wrong: other signs, one too many, one too few.
func nearMisses() []string {
	dates := []string{
		"2025-09-08", "2025-09", "2025", "-0044-03-15", "0044", "Y12345", "Y-200000", "Y17E7", "1950S2", "202X", "156X-12-25",
		"2025-08~", "2025-08-XX", "2025-21", "2025-09-23/2025-09-29", "2022-02-24/..", "../2025", "2025-09-20T20:39",
		"2025-09-20T20:39:15.5+03:00", "[2025-08-15,2025-08-16]", "{2025-08-15..2025-08-18}", "[1667,1668,1670..1672]",
	}
	var all []string
	add := func(old, sign string) {
		for _, d := range dates {
			all = append(all, strings.ReplaceAll(d, old, sign))
		}
	}
	for _, hyphen := range "–—‑‐‒―−－﹣˗⁃_.:,/ " {
		add("-", string(hyphen))
	}
	for _, d := range dates {
		for _, zero := range "０٠۰०𝟎" {
			all = append(all, strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return zero + r - '0'
				}
				return r
			}, d))
		}
		for _, pair := range []string{"“”", "‘’", "\"\"", "''", "«»", "()", "„“", "<>"} {
			p := []rune(pair)
			all = append(all, string(p[0])+d+string(p[1]))
		}
		for at := range len(d) + 1 {
			for _, sign := range []string{" ", "-", "–", ".", "0", "7", "X", "T", "Y", "E", "/", "\u200b", "\u00a0", "O", "W"} {
				all = append(all, d[:at]+sign+d[at:])
				if at < len(d) {
					all = append(all, d[:at]+sign+d[at+1:])
				}
			}
			if at < len(d) {
				all = append(all, d[:at]+d[at+1:], d[:at])
			}
			if at+1 < len(d) {
				all = append(all, d[:at]+d[at+1:at+2]+d[at:at+1]+d[at+2:])
			}
		}
	}
	return all
}

// A cure that says what to write is a date, and it keeps every digit of what it stands for.
func TestCuresKeepEveryDigit(t *testing.T) {
	cures := 0
	for _, text := range nearMisses() {
		_, err := edtf.Parse(text)
		var e *edtf.Error
		if !errors.As(err, &e) || reckoned(e) {
			continue
		}
		for _, cure := range curesOf(e) {
			cures++
			whole := cure
			if cure[0] == 'T' {
				whole = "2025-01-01" + cure
			} else if (strings.Contains(text, ",") || text[0] == '{') && !strings.Contains(cure, "/") {
				whole = "[" + strings.Trim(cure, "[]{}") + "]"
			}
			if _, err := edtf.Parse(whole); err != nil {
				t.Errorf("%q: %s: the cure cannot be read: %v", text, e, err)
			}
			if lost := lostDigits(e.Text[e.Start:e.End], cure); lost != "" {
				t.Errorf("%q: %s: lost are %q of %q", text, e, lost, e.Text[e.Start:e.End])
			}
		}
	}
	if cures < 1000 {
		t.Errorf("only %d cures were tried", cures)
	}
	t.Logf("%d cures", cures)
}

// What is offered for a number too long for a year has all that is written, also what follows the number.
func TestCuresOfLongNumbersHaveTheRest(t *testing.T) {
	numbers := []string{
		"12000", "12345", "20245", "20254", "202405", "202541", "2025413", "2025251", "2025123", "86400000", "20250908",
		"740128201", "0740128201", "74012820113", "740128201132", "999999999999", "-740128201132", "740128201132000",
	}
	rests := []string{
		"", "-2", "-02", "-2-29", "-02-29", "-02-28", "/2/29", "年", "年6月", "年6月13日", "年6月31日", "~", "S2", "-06-13T10:00", "-13",
		"-02-28/20246-03-01", ".5", "s", "-",
	}
	offered := 0
	for _, number := range numbers {
		for _, rest := range rests {
			_, err := edtf.Parse(number + rest)
			var e *edtf.Error
			if !errors.As(err, &e) || reckoned(e) || strings.Contains(e.Hint, " if it is ") ||
				strings.Contains(e.Hint, "elsewhere") {
				continue
			}
			for _, cure := range curesOf(e) {
				offered++
				whole := e.Text[:e.Start] + cure + e.Text[e.End:]
				if _, err := edtf.Parse(whole); err != nil && !strings.Contains(rest, "/") { // whose other end is wrong too
					t.Errorf("%q: %s: %q cannot be read: %v", e.Text, e, whole, err)
				}
				if lost := lostDigits(e.Text, whole); lost != "" && len(number) != len("2025251") {
					t.Errorf("%q: %s: lost are %q", e.Text, e, lost)
				}
			}
		}
	}
	if offered < 50 {
		t.Errorf("only %d cures were tried", offered)
	}
}

// reckoned reports whether the cure of e is counted out, or says itself that something is left out.
func reckoned(e *edtf.Error) bool {
	return strings.Contains(e.Text, "-00") || // a day that is not known
		strings.Contains(e.Message, "EDTF does not") || strings.Contains(e.Message, "decimal point") ||
		strings.Contains(e.Message, "there is no year -0") || e.Message == "a year with E or S stands alone" ||
		strings.Contains(e.Hint, "X") && strings.Contains(e.Text, "S") || // the 1950s
		strings.Contains(e.Hint, "as spreadsheets count")
}

// curesOf returns the dates that the hint of e says to write.
func curesOf(e *edtf.Error) (cures []string) {
	advice, ok := strings.CutPrefix(e.Hint, "write ")
	advice = strings.TrimPrefix(strings.TrimPrefix(advice, "the month first: "), "Y before a longer one: ")
	if !ok || strings.Contains(advice, "as in") || strings.HasPrefix(advice, "XX for") {
		return nil
	}
	for _, one := range strings.Split(advice, " or ") {
		one, _, _ = strings.Cut(one, " ")
		if one = strings.TrimRight(one, ",;"); strings.ContainsFunc(one, unicode.IsDigit) {
			cures = append(cures, one)
		}
	}
	return cures
}

// lostDigits returns the digits of a text that a cure has not, or not as often.
func lostDigits(text, cure string) (lost string) {
	for _, r := range text {
		if !unicode.IsDigit(r) {
			continue
		}
		zero := r
		for unicode.IsDigit(zero - 1) {
			zero--
		}
		digit := string('0' + (r-zero)%10)
		if !strings.Contains(cure, digit) {
			lost += digit
		}
		cure = strings.Replace(cure, digit, "", 1)
	}
	return lost
}
