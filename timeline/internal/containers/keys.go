package containers

import (
	"slices"

	"dateline/timeline/internal/guess"
)

// IsDate reports whether a key may say when an event happened.
func IsDate(key string) bool { return key == "date" || key == "start" || means(key, guess.Date) }

// IsTitle reports whether a key may say what happened.
func IsTitle(key string) bool {
	switch key {
	case "title", "summary", "description":
		return true
	}
	return means(key, guess.Title) || means(key, guess.Summary)
}

// means reports whether a key may be for a role.
func means(key string, role guess.Role) bool {
	return slices.ContainsFunc(guess.Meant(key), func(m guess.Meaning) bool { return m.Role == role })
}
