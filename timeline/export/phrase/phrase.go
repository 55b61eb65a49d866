// Package phrase joins parts of a phrase, any of which may be missing.
//
//	phrase.Join(", ", "Reuters", "", "2025")   // "Reuters, 2025"
//	"Anna" + phrase.InBrackets("president")    // "Anna (president)"
//
// It knows neither records nor formats.
package phrase

import "strings"

// Join joins the parts that are not "".
func Join(between string, parts ...string) string {
	kept := make([]string, 0, 8) // on the stack: what is joined has few parts
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, between)
}

// InBrackets returns a text in brackets after a blank, and "" for none.
func InBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
