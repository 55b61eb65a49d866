package spellings

import (
	"slices"
	"strings"

	"dateline/timeline/names"
)

// This file knows how bodies are named: with or without their country, turned about, by initials.

// byForm joins the names of one form. Where a name without a country has been found beside those of several, it is of
// none of them.
func (f *finder) byForm() {
	abroad := make(map[string]bool) // forms that a country other than the United States has
	for i := range f.names {
		n := &f.names[i]
		if len(n.words) > 1 && isDemonym[n.words[0]] {
			abroad[form(n.words[1:])] = true
		}
	}
	first := make(map[string]int32, len(f.names))
	for i := range f.names {
		n := &f.names[i]
		words, ours := withoutCountry(n.words)
		if n.form = form(words); ours && abroad[n.form] {
			n.form = "us " + n.form
		}
		if n.form == "" {
			continue
		}
		if a, known := first[n.form]; known {
			f.join(a, n.actor)
		} else {
			first[n.form] = n.actor
		}
	}
}

// withoutCountry returns the words of a name without the United States before or after them, and reports whether these
// were there. A name of nothing else keeps them.
func withoutCountry(words []string) (rest []string, ours bool) {
	rest = words
	switch {
	case len(rest) > 2 && rest[0] == "united" && rest[1] == "states":
		rest = rest[2:]
	case len(rest) > 1 && (rest[0] == "us" || rest[0] == "usa"):
		rest = rest[1:]
	}
	for _, end := range []string{" of the united states of america", " of the united states", " of the us", " of america"} {
		if text, ok := strings.CutSuffix(strings.Join(rest, " "), end); ok && len(rest) > 4 {
			rest = strings.Fields(text)
			break
		}
	}
	if len(rest) == len(words) || len(rest) == 1 && !standsAlone[rest[0]] {
		return words, false
	}
	return rest, true
}

// standsAlone are the words that name a body of the United States without them.
var standsAlone = set("congress senate treasury army navy marines pentagon doj dod dhs fbi cia nsa epa ftc")

// form returns what the spellings of a body have in common: its words without small ones and those of its legal form,
// spelled alike, and in one order if one of them says what it is.
func form(words []string) string {
	big := make([]string, 0, len(words))
	turns := false
	for _, w := range words {
		if names.SmallWord(w) {
			continue
		}
		if same := respelled[w]; same != "" {
			w = same
		}
		turns = turns || turnsAbout[w]
		big = append(big, w)
	}
	for len(big) > 1 && legal[big[len(big)-1]] {
		big = big[:len(big)-1]
	}
	if turns && len(big) <= 4 {
		slices.Sort(big)
	}
	return strings.Join(big, " ")
}

// turnsAbout are the words with which a name may begin or end: Department of Justice, Justice Department.
var turnsAbout = set("department ministry embassy parliament")

// legal are the words for the legal form of a company.
var legal = set("inc incorporated corp corporation llc llp lp ltd limited plc co gmbh ag nv lllp")

// respelled holds the words that are spelled in two ways, and those that are cut short.
var respelled = map[string]string{
	"defence": "defense", "organisation": "organization", "organisations": "organizations", "labour": "labor",
	"centre": "center", "centres": "centers", "programme": "program", "dept": "department", "govt": "government",
	"intl": "international", "natl": "national", "assn": "association", "univ": "university", "admin": "administration",
	"comm": "committee", "dep": "department",
}

// bodyWords are words by which a name is plainly that of a body.
var bodyWords = set(`department ministry agency bureau committee subcommittee commission university college foundation
	corporation inc llc llp ltd institute association federation parliament embassy senate congress administration
	council court union bank institution laboratory laboratories airlines police coalition`)

// isBody reports whether a name is plainly that of a body.
func isBody(words []string) bool {
	return len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return bodyWords[w] })
}

// byInitials joins a name of capitals with the one body whose words begin with them. Where two bodies do, it is perhaps
// the one of most events.
func (f *finder) byInitials() {
	short := make(map[string][]int32) // folded short names -> actors
	for i := range f.names {
		n := &f.names[i]
		if words, _ := withoutCountry(n.words); len(words) == 1 && isShort(n.text, words[0]) {
			short[words[0]] = append(short[words[0]], n.actor)
		}
	}
	meant := make(map[string][]int32)
	for i := range f.names {
		n := &f.names[i]
		for _, initials := range initialsOf(n.words) {
			if len(short[initials]) > 0 {
				meant[initials] = append(meant[initials], int32(i))
			}
		}
	}
	for initials, long := range meant {
		f.meanInitials(short[initials], long)
	}
}

// meanInitials decides which of the long names the actors with a short name are.
func (f *finder) meanInitials(short, long []int32) {
	top, events, several, isBody := int32(-1), -1, false, false
	for _, i := range long {
		n := &f.names[i]
		a := f.find(n.actor)
		if n.person() && !isKnownBody(n.words) {
			if top < 0 {
				top = a
			}
			several = several || top != a && isBody
			continue
		}
		if isBody && a != top {
			several = true
		}
		if f.events[a] > events {
			top, events = a, f.events[a]
		}
		isBody = true
	}
	for _, a := range short {
		if isBody && !several {
			f.join(top, a)
		} else {
			f.perhaps(a, top)
		}
	}
}

// isShort reports whether a name is a short form: capitals, mostly.
func isShort(text, folded string) bool {
	capitals := 0
	for _, r := range text {
		if 'A' <= r && r <= 'Z' {
			capitals++
		}
	}
	return len(folded) >= 3 && len(folded) <= 7 && capitals >= 2 && 2*capitals >= len(folded) &&
		strings.Trim(folded, "abcdefghijklmnopqrstuvwxyz") == ""
}

// initialsOf returns the initials of a name: those of the words that count, and those of all; both also without the
// country.
func initialsOf(words []string) (found []string) {
	if len(words) < 2 {
		return nil
	}
	rest, ours := withoutCountry(words)
	for i, list := range [][]string{words, rest} {
		if i == 1 && !ours {
			break
		}
		big, all := "", ""
		for _, w := range list {
			if !names.SmallWord(w) {
				big += w[:1]
			}
			all += w[:1]
		}
		for _, one := range []string{big, all} {
			if len(one) >= 3 && !slices.Contains(found, one) {
				found = append(found, one)
			}
		}
	}
	return found
}

// isKnownBody reports whether a name of a few capitalised words has one that persons do not have.
func isKnownBody(words []string) bool { return isBody(words) }
