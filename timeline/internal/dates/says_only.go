package dates

import (
	"slices"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// SaysOnly reports whether a text is a date that is known, with no more than a few words in brackets after it.
func SaysOnly(text string, date edtf.Date) bool {
	const fewest, most, longest = len("May 2025"), 60, 30 // bytes of a date, and of what is in brackets
	plain := strings.TrimSpace(text)
	if at := strings.IndexAny(plain, "(["); at > 0 && len(plain)-at <= longest {
		plain = strings.TrimSpace(plain[:at])
	}
	if len(plain) < fewest || len(plain) > most || date.IsZero() || !HasYear(plain) && !strings.Contains(plain, "BC") {
		return false
	}
	if all := written.InColumn(plain); len(all) > 0 {
		return slices.ContainsFunc(all, func(one written.Reading) bool { return one.Date.EDTF() == date.EDTF() })
	}
	return plain == date.EDTF()
}

// HasYear reports whether a text has four digits in a row, and no more.
func HasYear(text string) bool {
	digits := 0
	for i := range len(text) {
		if c := text[i]; '0' <= c && c <= '9' {
			digits++
			continue
		}
		if digits == 4 {
			return true
		}
		digits = 0
	}
	return digits == 4
}
