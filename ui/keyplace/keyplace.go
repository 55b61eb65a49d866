// Package keyplace says which key of a Latin keyboard lies where a letter of another keyboard does.
//
//	keyplace.Latin('й') // 'q', true: it is to the right of the tabulator on both
//	keyplace.Latin('Й') // 'Q', true
//	keyplace.Latin('é') // 0, false: Latin letters lie differently from country to country
//	keyplace.Cyrillic(',') // '?', true: the sign is there on the keyboards of that script
//
// A reader whose keyboard is set to Ukrainian presses the key on which q is printed too, and sends й. Of a letter that
// lies differently on several keyboards of one script, the one of most readers counts.
//
// The package imports nothing of dateline.
package keyplace

import (
	"cmp"
	"strings"
	"sync"
	"unicode"
)

// The keys of a Latin keyboard, row by row, and what they are with Shift.
const (
	latin   = "qwertyuiop[]asdfghjkl;'zxcvbnm,./\\`"
	shifted = `QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?|~`
)

// keyboards have what lies on the same keys, with a blank where that is no letter. With Shift that is the row for it,
// or else the capitals. Where two have a letter, the first counts.
var keyboards = []struct{ plain, shift string }{
	{plain: "йцукенгшщзхъфывапролджэячсмитьбю  ё"}, // Russian
	{plain: "           їфівапролджєячсмитьбю ґ "}, // Ukrainian
	{plain: "        ў                          "}, // Belarusian, but for its і, which is Ukrainian too
	{plain: "љњ         ђ       ј  ћѕџ          "}, // Serbian, as far as it is no letter of Russian elsewhere
	{ // Greek
		plain: " ςερτυθιοπ  ασδφγηξκλ  ζχψωβνμ     ",
		shift: "  ΕΡΤΥΘΙΟΠ  ΑΣΔΦΓΗΞΚΛ  ΖΧΨΩΒΝΜ     ",
	},
	{plain: "  קראטוןםפ  שדגכעיחלךף זסבהנמצתץ   "}, // Hebrew
	{plain: "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزظ  "}, // Arabic
	{plain: "           چ  ی      کگ    ذ       "}, // Persian, as far as it is no letter of Arabic
	{ // Thai
		plain: "ๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ  ",
		shift: "๐ ฎฑธํ๊ณฯญฐ ฤฆฏโฌ็๋ษศซ   ฉฮฺ์ ฒฬฦ  ",
	},
	{ // Korean
		plain: "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ  ㅁㄴㅇㄹㅎㅗㅓㅏㅣ  ㅋㅌㅊㅍㅠㅜㅡ     ",
		shift: "ㅃㅉㄸㄲㅆ   ㅒㅖ                         ",
	},
	{ // Georgian
		plain: "ქწერტყუიოპ  ასდფგჰჯკლ  ზხცვბნმ     ",
		shift: " ჭ ღთ        შ    ჟ    ძ ჩ         ",
	},
	{plain: "քոեռտըւիօպխծասդֆգհյկլ  զղցվբնմ   շ "}, // Armenian, by sound
	{plain: "ौैाीूबहगदज  ोे्िुपरकत   ंमनवलस     "}, // Devanagari
}

// places returns what lies where.
var places = sync.OnceValue(func() map[rune]rune {
	all := make(map[rune]rune)
	add := func(row, keys string) {
		at := 0
		for _, r := range row {
			if _, ok := all[r]; !ok && r != ' ' {
				all[r] = rune(keys[at])
			}
			at++
		}
	}
	for _, k := range keyboards {
		add(k.plain, latin)
		add(cmp.Or(k.shift, strings.ToUpper(k.plain)), shifted) // after letters that may be their own capitals
	}
	return all
})

// Latin returns the key of a Latin keyboard that lies where r does; ok is false for what is on no other keyboard.
func Latin(r rune) (key rune, ok bool) {
	key, ok = places()[r]
	return key, ok
}

// Cyrillic returns the key of a Latin keyboard that lies where those of Ukrainian, Russian and their neighbours have a
// letter, an apostrophe, the full stop or the comma; ok is false for anything else.
func Cyrillic(r rune) (key rune, ok bool) {
	switch r {
	case '.':
		return '/', true
	case ',':
		return '?', true
	case '\u02BC', '\u2019':
		return '\'', true
	}
	if !unicode.Is(unicode.Cyrillic, r) {
		return 0, false
	}
	return Latin(r)
}

// HalfWidth returns the sign of ASCII that r is in full width, as input methods for Chinese and Japanese write it, and
// any other r itself.
func HalfWidth(r rune) rune {
	const first, last, blank = '！', '～', '\u3000'
	switch {
	case r == blank:
		return ' '
	case first <= r && r <= last:
		return r - first + '!'
	}
	return r
}
