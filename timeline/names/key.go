package names

import (
	"strings"

	"dateline/timeline/fold"
)

// Key is what two spellings of one name have in common: Fold, less an article in front. A name without letters and
// digits is its own key.
func Key(name string) string {
	key := strings.TrimPrefix(fold.Fold(name), "the ")
	if key == "" {
		return strings.TrimSpace(name)
	}
	return key
}

// Slug makes an id from a name: its folded words joined by hyphens, or instead where it has none.
func Slug(name, instead string) string {
	if words := Key(name); fold.Fold(words) != "" {
		return strings.ReplaceAll(words, " ", "-")
	}
	return instead
}
