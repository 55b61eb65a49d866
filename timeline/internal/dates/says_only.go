package dates

import (
	"slices"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// SaysOnly reports whether a text is a date that is known, with no more than a few words in brackets after it.
func SaysOnly(text string, date edtf.Date) bool {
	const fewest, longest = len("May 2025"), 30
	plain := strings.TrimSpace(text)
	if at := strings.IndexAny(plain, "(["); at > 0 && len(plain)-at <= longest {
		plain = strings.TrimSpace(plain[:at])
	}
	if len(plain) < fewest || date.IsZero() {
		return false
	}
	if all := written.InColumn(plain); len(all) > 0 {
		return slices.ContainsFunc(all, func(one written.Reading) bool { return one.Date.EDTF() == date.EDTF() })
	}
	return plain == date.EDTF()
}
