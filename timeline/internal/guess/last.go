package guess

import (
	"strings"
	"unicode"
)

// codeWords are the last words of keys whose values say which of several something is, and not what happened.
var codeWords = map[string]bool{
	"id": true, "ids": true, "uid": true, "uuid": true, "guid": true, "code": true, "type": true, "level": true,
	"severity": true, "priority": true, "host": true, "hostname": true, "server": true, "category": true, "status": true,
	"state": true, "country": true, "account": true, "user": true, "username": true, "login": true, "email": true,
	"sha": true, "hash": true, "key": true, "iban": true, "currency": true, "unit": true, "units": true, "lang": true,
	"language": true, "locale": true, "format": true, "file": true, "path": true, "ip": true, "timezone": true,
	"zone": true, "slug": true, "icon": true, "color": true, "colour": true, "class": true, "weekday": true,
	"kind": true, "version": true, "etag": true, "token": true, "ref": true, "node": true, "object": true,
}

// IsCodeKey reports whether a key is of what tells several apart, such as event_type and userId.
func IsCodeKey(key string) bool {
	words := Words(strings.TrimRight(key, "0123456789_- "))
	return len(words) > 0 && codeWords[words[len(words)-1]] || codeWords[Fold(key)]
}

// Worth returns how well a text may be the title of an event that has none: its length where it has at least two words,
// 1 for one word, and 0 for what is no word, as a number, a name of a computer, a path, or a mark of a program.
func Worth(text string) int {
	text = strings.TrimSpace(text)
	if !HasLetter(text) || IsAddress(text) || strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return 0
	}
	if words := strings.Fields(text); len(words) > 1 {
		long := 0
		for _, word := range words {
			if HasLetter(word) {
				long++
			}
		}
		if long > 1 {
			return len(text)
		}
		return 0
	}
	switch lower := strings.ToLower(text); {
	case IsNothing(text), lower == "true", lower == "false", lower == "yes":
		return 0
	}
	other := func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("'’-.!?", r) }
	switch dot := strings.IndexByte(text, '.'); {
	case len(text) >= 12 && strings.IndexFunc(text, func(r rune) bool { return r > 0x2e7f }) >= 0:
		return len(text) // it is in a script without blanks
	case strings.IndexFunc(text, other) >= 0 || len(text) < 3 || dot >= 0 && dot < len(text)-1:
		return 0
	}
	return 1
}

// IsNothing reports whether a text is one that databases and tables have where nothing is known, as they spell it: a
// person may be called Nan or Null.
func IsNothing(text string) bool {
	switch text {
	case "none", "None", "NONE", "null", "NULL", "nil", "NIL", "<nil>", "nan", "NaN", "NAN", "NaT", "n/a", "N/A", "n.a.",
		"N.A.", "NA", "#N/A", "#NA", "<NA>", `\N`, "-", "--", "—", "–", "?", "??", "???", "unknown", "Unknown", "UNKNOWN",
		"undefined", "(none)", "(null)", "(blank)", "(unknown)", "not known", "not available",
		"not applicable", "Not available", "Not applicable":
		return true
	}
	return false
}
