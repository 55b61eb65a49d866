// Package abroad writes centuries, and the eras of years, in English where they are in another language of those whose
// months are known.
//
//	english, ok := abroad.English("IVe–IIIe siècle av. J.-C.") // 4th–3rd century BC
//
// It changes few other words, and so whoever reads the English refuses what has more to say. A word that is short, such
// as the s. of siècle, counts beside a Roman number alone.
package abroad

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

const longest = 60 // bytes of a text that is looked at

// The numbers of a century: Roman, whose letters may be those of Cyrillic, or in digits.
const (
	roman  = `[IVXІХ]{1,6}`
	after  = `(?:[.:]? ?(?:ers|er|ère|ere|re|ème|eme|es|e|è|[°ºª]|-?(?:го|й|е|ше|те|ге)|th)\.?|\.)?`
	number = `(` + roman + `|\d{1,2})` + after
	dash   = `(?: ?[-–—/] ?| (?:à|bis|al|a|do|до|t/m|til|till) )`
	long   = `siècles?|siecles?|jahrhunderts?|jhdts?\b\.?|jhd\b\.?|jhs?\b\.?|siglos?|secol[oi]|` +
		`s[eé]culos?|век(?:а|е|у|ов)?|столітт[яі]|вв\.|wieku?|wieki|stol(?:et[íi]|\.)|eeuw(?:en)?|` +
		`århundre(?:det|de|t)?|århundra(?:det|de)|世紀|世纪`
	short = `(?:s|ss|sec|séc|w|в|ст)\.?(?: |$)`
)

// patterns are those of this package.
var patterns = sync.OnceValue(func() (p struct {
	before, ours, numberFirst, romanFirst, wordFirst, shortFirst *regexp.Regexp
	lead, about, early, mid, late                                *regexp.Regexp
},
) {
	p.before = regexp.MustCompile(`(?i) ?(?:\bav(?:ant)?\.? ?j(?:ésus)?\.?[- ]?c(?:hrist)?\b\.?|\bavant notre ère|` +
		`\bv(?:or)?\.? ?chr(?:istus)?\b\.?|\bv\. ?u\. ?z\.|\ba\. ?(?:de )?c\.|(?-i:\ba\.?C\b\.?)|\bantes de cristo|` +
		`до н(?:\. ?[эе]\.?|ашей эры|ашої ери)|\bp\. ?n\. ?e\.|\bpř\. ?(?:n\. ?l|kr)\b\.?|\bf\. ?kr\b\.?|\bf\. ?v\. ?t\.)`)
	p.ours = regexp.MustCompile(`(?i) ?(?:\bap(?:r|rès|res)?\.? ?j(?:ésus)?\.?[- ]?c(?:hrist)?\b\.?|\bde notre ère|` +
		`\bn(?:ach)?\.? ?chr(?:istus)?\b\.?|\bn\. ?u\. ?z\.|\bd\. ?(?:de )?c\.|(?-i:\bd\.?C\b\.?)|\bdespués de cristo|` +
		`н(?:\. ?[эе]\.?|ашей эры|ашої ери)|\bn\. ?e\.|\bn\. ?l\.|\bpo kr\b\.?|\be\. ?kr\b\.?)`)
	p.numberFirst = regexp.MustCompile(`(?i)` + number + `(?:` + dash + number + `)? ?(?:` + long + `)`)
	p.romanFirst = regexp.MustCompile(`(` + roman + `)` + after + `(?:` + dash + `(` + roman + `)` + after + `)? ` + short)
	p.wordFirst = regexp.MustCompile(`(?i)\b(?:` + long + `) ` + number + `(?:` + dash + number + `)?`)
	p.shortFirst = regexp.MustCompile(`\b(?:s|sec|séc)\. (` + roman + `)(?:` + dash + `(` + roman + `))?`)
	p.lead = regexp.MustCompile(`(?i)^(?:au|le|du|dès le|im|in het|in de|in der|das|el|en el|il|nel|no|o|ve|v|w|в|у|i) `)
	p.about = regexp.MustCompile(`(?i)^(?:vers|env(?:iron)?\.?|um|ca\.?|około|ok\.|kolem|около|ок\.|` +
		`близько|hacia|verso|omkring|rond) `)
	p.early = regexp.MustCompile(`(?i)^(?:début|debut|anfang|(?:a )?principios|inicios?|inizio|início|inizi|` +
		`początek|начало|początku|počátek|begin)(?: (?:du|des|de|del|do|van de|av))? `)
	p.mid = regexp.MustCompile(`(?i)^(?:milieu|mitte|(?:a )?mediados|metà|meados|połowa|середина|midden)` +
		`(?: (?:du|des|de|del|do|van de|av))? `)
	p.late = regexp.MustCompile(`(?i)^(?:fin|ende|(?:a )?finales|fine|fins?|final|koniec|konec|конец|кінець|eind(?:e)?)` +
		`(?: (?:du|des|de|del|do|van de|av))? `)
	return p
})

// English returns a text with its centuries and eras in English. It is not ok where it has none in another language.
func English(text string) (english string, ok bool) {
	if len(text) > longest || !strings.ContainsAny(text, "0123456789IVXІХ") || !mayBe(strings.ToLower(text)) {
		return "", false
	}
	p := patterns()
	english = p.before.ReplaceAllString(text, " BC")
	english = p.ours.ReplaceAllString(english, " AD")
	known := true
	for _, one := range []*regexp.Regexp{p.numberFirst, p.romanFirst, p.wordFirst, p.shortFirst} {
		english = one.ReplaceAllStringFunc(english, func(found string) string {
			m := one.FindStringSubmatch(found)
			first, last := century(m[1]), century(m[2])
			if known = known && first != "" && (m[2] == "" || last != ""); m[2] != "" {
				first += "–" + last
			}
			return first + " century" + found[len(strings.TrimRight(found, " ")):]
		})
	}
	if english == text || !known {
		return "", false
	}
	english = p.lead.ReplaceAllString(english, "")
	for word, one := range map[string]*regexp.Regexp{"c. ": p.about, "early ": p.early, "mid ": p.mid, "late ": p.late} {
		english = one.ReplaceAllString(english, word)
	}
	return strings.TrimSpace(english), true
}

// mayBe reports whether a text in lower case may have a century or an era, so that few others are looked at.
func mayBe(text string) bool {
	const shortest = 32 // bytes of a text that may have a short word
	has := func(part string) bool { return strings.Contains(text, part) }
	if !strings.ContainsRune(text, '.') && !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return slices.ContainsFunc(plainParts, has)
	}
	return slices.ContainsFunc(parts, has) || len(text) <= shortest && slices.ContainsFunc(shortParts, has)
}

// The parts are in all that the patterns match, and the plain ones in what has neither a full stop nor an accent.
var (
	plainParts = strings.Fields("iecle ahrh jh iglo ecol ecul wiek stol eeuw rhund chr j-c ac dc cristo kr")
	parts      = strings.Fields("iècle iecle ahrh jh iglo ecol écul ecul век століт вв. wiek stol eeuw rhund 世 " +
		"chr j. j- jc notre a. a.c ac antes d. d.c dc despu .kr kr н. наш n.e f.v u.z n.l")
	shortParts = []string{" s", "s. ", "sec", "séc", " w", " в", " ст", " n. ", " u. ", " v. "}
)

// latin has the letters of Roman numbers in the place of those of Cyrillic that look like them.
var latin = strings.NewReplacer("І", "I", "Х", "X", "і", "I", "х", "X")

// romans are the numbers of the centuries so far.
var romans = strings.Fields("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI")

// century returns the number of a century in English, "" for none that has been.
func century(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		n = slices.Index(romans, strings.ToUpper(latin.Replace(number))) + 1
	}
	if n < 1 || n > len(romans) {
		return ""
	}
	ending := "th"
	if n < 10 || n > 20 {
		ending = map[int]string{1: "st", 2: "nd", 3: "rd"}[n%10]
	}
	if ending == "" {
		ending = "th"
	}
	return fmt.Sprint(n, ending)
}
