package names

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// cyrillic writes folded Cyrillic letters in Latin ones by the Ukrainian national system of 2010, with the letters
// of Russian and of southern Slavic languages added. Signs of hardness and softness are left out.
var cyrillic = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "h", "д", "d", "е", "e", "є", "ye", "ж", "zh", "з", "z", "и", "y", "і", "i",
	"ї", "yi", "й", "y", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t",
	"у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ь", "", "ю", "yu", "я", "ya",
	"ъ", "", "ы", "y", "э", "e",
	"ј", "j", "љ", "lj", "њ", "nj", "ћ", "c", "џ", "dz", "ђ", "dj",
)

// Latin returns folded text with its Cyrillic letters in Latin ones. All other letters stay.
func Latin(folded string) string {
	for i := range len(folded) {
		if folded[i] >= utf8.RuneSelf {
			return cyrillic.Replace(folded)
		}
	}
	return folded
}

// sameSounds replaces spellings of a sound by one of them, for names that were written in several scripts: kh and
// h, zh and z, g and h, w and v, y, j and i, and so on. It replaces more than a linguist would, since a name is
// looked for among a few thousand.
var sameSounds = strings.NewReplacer(
	"shch", "s", "sch", "s", "tch", "c", "ch", "c", "dzh", "i", "kh", "h", "gh", "h", "sh", "s", "zh", "z", "ph", "f",
	"th", "t", "ts", "c", "tz", "c", "ck", "k", "qu", "kv", "w", "v", "x", "ks", "q", "k", "g", "h", "y", "i", "j", "i",
	"c", "k",
)

// PhoneticKey returns what spellings that sound alike have in common: that of zelensky is also that of zelenskyy and
// zelenskiy. The word must be folded and in Latin letters; see Latin. A key is for comparing, not for reading.
func PhoneticKey(latin string) string {
	skeleton := strings.ReplaceAll(sameSounds.Replace(latin), "ie", "e")
	var b strings.Builder
	last := rune(-1)
	for _, r := range skeleton {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// A Letters is the set of letters of a word, as 64 bits. The letters a to z have a bit each, which other letters
// may share.
type Letters uint64

// LettersOf returns the letters of a folded word.
func LettersOf(word string) Letters {
	var set Letters
	for _, r := range word {
		set |= 1 << (uint32(r-'a') % 64)
	}
	return set
}

// Missing returns the number of bits of s that t does not have. The words are at least that many edits apart, which
// is quicker to find than their Distance.
func (s Letters) Missing(t Letters) int { return bits.OnesCount64(uint64(s &^ t)) }
