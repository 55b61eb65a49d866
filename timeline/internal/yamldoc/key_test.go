package yamldoc

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/diag"
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
		if match := keyPattern().FindStringSubmatch(text); match != nil {
			want = match
		}
		if key, length := keyOf(text); key != want[1] || length != len(want[0]) {
			short := strings.NewReplacer(word, "K")
			t.Errorf("%s: %s in %d bytes, want %s in %d", short.Replace(text), short.Replace(key), length,
				short.Replace(want[1]), len(want[0]))
		}
	}
}

// A key is found as the pattern finds it, by which nearly no text is matched.
func TestKeysAreThoseOfThePattern(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := []string{"a", "date", "B_c", "-", ":", ": ", ":\t", " ", "\t", "é", "\"", "'", "#", " #", "1", "[", "?", "http://x"}
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 8).Draw(t, "parts"), "")
		want := []string{"", ""}
		if match := keyPattern().FindStringSubmatch(text); match != nil {
			want = match
		}
		if key, length := keyOf(text); key != want[1] || length != len(want[0]) {
			t.Fatalf("%q: %q in %d bytes, want %q in %d", text, key, length, want[1], len(want[0]))
		}
	})
}

// A quick look for lines of other programs, or odd blanks, finds all that the patterns find.
func TestQuickLooksFindAllMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := []string{"a: b", "\n", " ", "\u00a0", "\u2003", "- x", "<<<<<<<", "=======", "@@ -1", "```", "~~~", "+++ a", "é"}
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "parts"), "")
		problems := diag.NewList(100)
		r := NewReader(t.Context(), diag.NewFile("a.yaml", text), &problems, UsualPiece)
		odd := slices.ContainsFunc(oddBlanks().FindAllString(text, -1), func(blanks string) bool {
			return strings.ContainsAny(blanks, "\u00a0\u2003")
		})
		if blank := r.unblank(text); (blank != text) != odd {
			t.Fatalf("%q becomes %q", text, blank)
		}
		marked := false
		for _, line := range anyMark().FindAllString(text, -1) {
			for _, m := range marks {
				marked = marked || m.pattern().MatchString(strings.TrimRight(line, " \t\r"))
			}
		}
		r.in.Replace(text)
		if plain := r.unmark(text); (plain != text) != marked {
			t.Fatalf("%q becomes %q", text, plain)
		}
	})
}
