package guess

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// A title that is the beginning of a text has no blanks at its edges, no two in a row and no more letters than asked:
// what is written down and read again stays the same.
func TestFirstWordsAreTrim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{
			"Mira", "A", "left", ".", "..", "!", "1914", " ", "\n", "\t", "# ", "* ", "-", "\u00a0", "\u3000", "é", "<b>", "&nbsp;",
		})).Draw(t, "words")
		n := rapid.IntRange(4, 30).Draw(t, "n")
		text := strings.Join(words, rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		title := FirstWords(text, n)
		if strings.Join(strings.Fields(title), " ") != title {
			t.Errorf("%q begins with %q, which has blanks to spare", text, title)
		}
		if utf8.RuneCountInString(title) > n {
			t.Errorf("%q begins with %q, which has more than %d letters", text, title, n)
		}
	})
}

// A name that was freed of its marks has none left: what is written down and read again stays the same.
func TestUnlinkedNamesStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{
			"[[", "]]", "[", "]", "(https://a.example)", "](https://a.example)", "@", "|", "#", "Mira", "a/b", ".md", " ",
		}), 1, 9)
		text := strings.Join(parts.Draw(t, "parts"), "")
		name, _ := Unlink(text)
		if again, whole := Unlink(name); again != name || !whole {
			t.Errorf("%q is %q, and that is %q", text, name, again)
		}
	})
	if name, whole := Unlink("[[people/mira|[@mira](https://a.example)]]"); name != "mira" || whole {
		t.Errorf("got %q, and whole is %v", name, whole)
	}
}
