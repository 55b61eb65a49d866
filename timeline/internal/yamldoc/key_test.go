package yamldoc

import (
	"strings"
	"testing"
)

// A long key is found as the pattern finds it, which would take seconds for it.
func TestLongKeys(t *testing.T) {
	word := strings.Repeat("k", longBody/2+10)
	for _, text := range []string{
		"KK: 1", "KK:", "KK :  x", "K K: 1", "K  K: 1", "K #K: 1", "KK", "K:K: 1", "K: K", "-KK: 1", "[KK: 1", "éKK: 1",
		"KK:\t1", "KK: http://a", "a: KK", "a: b: KK", "KK\t: 1", ": KK", "KK:1",
		"\"K: K\": 1", "\"KK\" :\t", "\"KK\":", "\"KK\":1", "\"KK\"x: 1", "\"KK: 1", "'K\"K': 1", "'K''K': 1",
	} {
		text = strings.ReplaceAll(text, "K", word)
		want := []string{"", ""}
		if match := keyPattern.FindStringSubmatch(text); match != nil {
			want = match
		}
		if key, length := keyOf(text); key != want[1] || length != len(want[0]) {
			short := strings.NewReplacer(word, "K")
			t.Errorf("%s: %s in %d bytes, want %s in %d", short.Replace(text), short.Replace(key), length,
				short.Replace(want[1]), len(want[0]))
		}
	}
}
