package fold

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// oddPieces are what texts are made of that try rules against each other.
var oddPieces = []string{
	"a", "B", "u", "s", "the", "7", " ", "  ", "\n", "\t", ",", "-", ".", "'", "’", "ʼ", "“", "–", "\u00a0", "@", "`", "{",
	"é", "e\u0301", "\u0301", "ß", "Ł", "İ", "ſ", "\u212a", "ﬁ", "Ａ", "㎏", "½", "Й", "и\u0306", "\u0306", "Ґ", "ї", "З",
	"中", "か", "が", "\u3099", "か\u3099", "ไ", "\u0e48", "한", "א", "\u05b0", "ണ്\u200d", "\u200b", "\u00ad", "\ufeff",
	"\xff", "\xd0", "\x00", "𝐀", "😀",
}

func oddText() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(oddPieces), 0, 12), func(pieces []string) string {
		return strings.Join(pieces, "")
	})
}

// TestPartsFoldApart holds the words of both parts against those of the whole.
func TestPartsFoldApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := oddText().Draw(t, "text")
		for i := range len(text) + 1 {
			if !Cuts(text, i) {
				continue
			}
			apart := strings.TrimSpace(Fold(text[:i]) + " " + Fold(text[i:]))
			if folded := Fold(text); folded != apart {
				t.Fatalf("%q folds to %q, its parts from %d on to %q", text, folded, i, apart)
			}
		}
	})
}

// TestCutsWhereWordsBegin names places where texts can be cut, and some where they only seem to be.
func TestCutsWhereWordsBegin(t *testing.T) {
	for _, test := range []struct{ before, after string }{
		{"of ", "the"}, {"“of, ", "Ósaka"}, {"U.S. ", "aid"}, {"мир ", "и"}, {"北京 ", "大"}, {"(", "7"},
	} {
		if !Cuts(test.before+test.after, len(test.before)) {
			t.Errorf("%q is not cut before %q", test.before+test.after, test.after)
		}
	}
	for _, test := range []struct{ before, after string }{
		{"", "of"},
		{"of ", ""},
		{"of", " the"},
		{"U.", "S."},
		{"Kyiv'", "s"},
		{"か ", "\u3099"},
		{"か ", "'\u3099"},
		{"か ", "ʼ\u3099"},
		{"of ", "\u00ad"},
		{"of\u00a0", "the"},
		{"of ", "(the)"},
	} {
		if Cuts(test.before+test.after, len(test.before)) {
			t.Errorf("%q is cut before %q", test.before+test.after, test.after)
		}
	}
}
