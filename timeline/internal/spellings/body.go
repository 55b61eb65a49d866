package spellings

import (
	"maps"
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
	type keyed struct {
		form  string
		actor int32
	}
	var doubtful []keyed // with the country, beside those of others, or with words in brackets
	f.abroad, f.forms = abroad, make(map[string]int32, len(f.names))
	for i := range f.names {
		n := &f.names[i]
		bare, full := f.formOf(n.words)
		if n.form = full; n.aside != "" {
			n.form += " (" + n.aside + ")"
		}
		if bare == "" {
			continue
		}
		if n.form != bare {
			doubtful = append(doubtful, keyed{bare, n.actor})
		}
		if a, known := f.forms[n.form]; known {
			f.join(a, n.actor)
		} else {
			f.forms[n.form] = n.actor
		}
	}
	for _, k := range doubtful {
		if a, known := f.forms[k.form]; known {
			f.perhaps(k.actor, a)
		}
	}
}

// formOf returns the form of words without the country, and with it where others have a body of that form.
func (f *finder) formOf(words []string) (bare, full string) {
	rest, ours := withoutCountry(words)
	bare = form(rest)
	if ours && f.abroad[bare] {
		return bare, "us " + bare
	}
	return bare, bare
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
	case len(rest) > 2 && rest[0] == "u" && rest[1] == "s":
		rest = rest[2:]
	}
	for _, end := range []string{
		" of the united states of america", " of the united states", " of the us", " of america",
	} {
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
	council court union bank institution centers consortium laboratory laboratories airlines police coalition`)

// isBody reports whether a name is plainly that of a body.
func isBody(words []string) bool {
	return len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return bodyWords[w] })
}

// byInitials joins a name of capitals with the one name whose words begin with them, if that is plainly one of a body.
// Where two names do, known to be those of bodies or not, it is perhaps each of them.
func (f *finder) byInitials() {
	short := make(map[string][]int32) // folded short names -> actors
	long := make(map[int32]bool)      // actors that have a name of several words
	for i := range f.names {
		if n := &f.names[i]; len(n.words) > 1 {
			long[n.actor] = true
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if n.aside != "" || long[n.actor] {
			continue // whose short form is explained
		}
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
	for _, initials := range slices.Sorted(maps.Keys(meant)) {
		f.meanInitials(short[initials], meant[initials])
	}
}

// meanInitials decides which of the long names the actors with a short name are: the only one there is, if that is
// plainly a body or has small words between others. Else they are perhaps each of them.
func (f *finder) meanInitials(short, long []int32) {
	var found []int32
	sure := false
	for _, i := range long {
		n := &f.names[i]
		sure = sure || isBody(n.words) || isState[strings.Join(n.words, " ")] ||
			!n.person() && slices.ContainsFunc(n.words, names.SmallWord)
		if a := f.find(n.actor); !slices.Contains(found, a) && len(found) < maxMeant {
			found = append(found, a)
		}
	}
	for _, a := range short {
		for _, of := range found {
			if sure && len(found) == 1 {
				f.join(of, a)
			} else {
				f.perhaps(a, of)
			}
		}
	}
}

// maxMeant is how many bodies a short form is compared with at most.
const maxMeant = 64

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
