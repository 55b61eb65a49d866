package names

import (
	"math/bits"
	"strings"
)

// cyrillic is how folded Cyrillic letters are written in Latin ones, after the Ukrainian national system of 2010, with the
// letters of Russian and the neighbours added. Signs of hardness and softness are left out.
var cyrillic = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "h", "д", "d", "е", "e", "є", "ye", "ж", "zh", "з", "z", "и", "y", "і", "i", "ї", "yi",
	"й", "y", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f",
	"х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ь", "", "ю", "yu", "я", "ya", "ъ", "", "ы", "y", "э", "e",
	"ј", "j", "љ", "lj", "њ", "nj", "ћ", "c", "џ", "dz", "ђ", "dj",
)

// Latin writes folded text in Latin letters as far as it is Cyrillic.
func Latin(folded string) string { return cyrillic.Replace(folded) }

// sameSounds are spellings of one sound in names that went from script to script: kh and h, zh and z, g and h, w and v,
// y, j and i, and so on. It is a net with wide meshes, since a name is looked for among a few thousand.
var sameSounds = strings.NewReplacer(
	"shch", "s", "sch", "s", "tch", "c", "ch", "c", "dzh", "i", "kh", "h", "gh", "h", "sh", "s", "zh", "z", "ph", "f", "th", "t",
	"ts", "c", "tz", "c", "ck", "k", "qu", "kv", "w", "v", "x", "ks", "q", "k", "g", "h", "y", "i", "j", "i", "c", "k",
)

// PhoneticKey is a skeleton of a Latin word that other spellings of it share: Zelensky, Zelenskyy, Zelenskiy.
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

// A Letters holds which letters a word has, one bit for each of a to z and the rest for all others.
type Letters uint64

func LettersOf(word string) Letters {
	var set Letters
	for _, r := range word {
		set |= 1 << (uint32(r-'a') % 64)
	}
	return set
}

// Missing counts the letters of s that t does not have: no fewer edits lead from one word to the other.
func (s Letters) Missing(t Letters) int { return bits.OnesCount64(uint64(s &^ t)) }
