package chronicle

import (
	"slices"
	"strings"

	"dateline/timeline/edtf/written"
	"dateline/timeline/lazyregexp"
)

// This file knows dates whose years have two digits, which are much like other numbers.

// numerals matches three numbers as in 25.3.21, of a date or a version.
var numerals = lazyregexp.New(`^(\d+)([./-])(\d+)[./-](\d+)$`)

// isShort reports whether a date ends with a year of two digits, or may begin with one.
func isShort(date string) bool {
	words := strings.Fields(strings.ToLower(date))
	if longestNumber(date) != len("21") || len(words) == 0 {
		return false
	}
	last := strings.TrimLeft(words[len(words)-1], "'’‘")
	return numerals().MatchString(last) || len(last) == len("21") && strings.Trim(last, "0123456789") == "" &&
		slices.ContainsFunc(words, isMonth)
}

// ReadShort is Read for a text whose dates may have years of two digits. It reports whether the text is a chronicle
// with such: versions are like 25.3.21 too, and so each three numbers must be a date, one of them must be as no version
// is, and no heading may speak of versions.
func ReadShort(text string, above int, isDate, isDateKey func(text string) bool) (page Page, ok bool) {
	whole := isDate
	isDate = func(text string) bool { return whole(text) || isOpen(text) }
	page = Read(text, above, isDate, isDateKey)
	dotted, padded := 0, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if headingLevel(line) > 0 && speaksOfVersions(line) {
			return page, false
		}
		words := strings.Fields(strings.TrimLeft(line, "#-*+|[( \t"))
		if len(words) == 0 {
			continue
		}
		m := numerals().FindStringSubmatch(trimmed(words[0]))
		switch {
		case m == nil:
		case !isDate(m[0]):
			return page, false
		case m[2] != ".":
		default:
			if dotted++; len(m[1]) == 2 && (m[1] > "12" || m[1][0] == '0') || m[3][0] == '0' {
				padded++
			}
		}
	}
	return page, len(page.Events) > 1 && (dotted == 0 || padded > 0)
}

// isOpen reports whether a text is a date whose year has two digits, in whichever century.
func isOpen(text string) bool {
	if !isShort(text) {
		return false
	}
	for _, one := range written.Offers(text) {
		if says := one.Date.EDTF(); len(says) < len("1998") || longestNumber(says[:4]) < len("1998") {
			return false
		}
	}
	return len(written.Offers(text)) > 0
}

// speaksOfVersions reports whether a heading is one of a history of versions.
func speaksOfVersions(heading string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(heading)), func(word string) bool {
		word = strings.Trim(word, "#*_[]():,.")
		switch word {
		case "change", "changes", "unreleased", "upgrading", "upgrade":
			return true
		}
		return strings.HasPrefix(word, "changelog") || strings.HasPrefix(word, "release") ||
			strings.HasPrefix(word, "version")
	})
}
