package spellings

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"dateline/timeline"
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
	var doubtful []keyed // with the country, beside those of others
	first := make(map[string]int32, len(f.names))
	for i := range f.names {
		n := &f.names[i]
		words, ours := withoutCountry(n.words)
		n.form = form(words)
		if bare := n.form; ours && abroad[bare] {
			n.form = "us " + bare
			doubtful = append(doubtful, keyed{bare, n.actor})
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
	for _, k := range doubtful {
		if a, known := first[k.form]; known {
			f.perhaps(k.actor, a)
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

// byInitials joins a name of capitals with the one body whose words begin with them. Where two bodies do, it is perhaps
// the one of most events.
func (f *finder) byInitials() {
	short := make(map[string][]int32) // folded short names -> actors
	for i := range f.names {
		n := &f.names[i]
		if len(strings.Fields(f.t.Actor(timeline.ActorRef(n.actor)).Name)) > 2 {
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
		f.meanInitials(initials, short[initials], meant[initials])
	}
}

// meanInitials decides which of the long names the actors with a short name are: the one that is plainly a body, or of
// several the one of nearly all events, or else the only one of several words with small ones between. Where that is in
// doubt, they are perhaps the one of most events.
func (f *finder) meanInitials(initials string, short, long []int32) {
	type candidate struct {
		actor int32
		rank  int // 3 for a body by its words that count, 2 for one by all, 1 for other words with small ones between, or 0
	}
	var found []candidate
	for _, i := range long {
		n := &f.names[i]
		c := candidate{actor: f.find(n.actor)}
		switch {
		case isBody(n.words), isState[strings.Join(n.words, " ")]:
			c.rank = 2
			if initialsOf(n.words)[0] == initials {
				c.rank = 3
			}
		case !n.person() && slices.ContainsFunc(n.words, names.SmallWord):
			c.rank = 1
		}
		if at := slices.IndexFunc(found, func(o candidate) bool { return o.actor == c.actor }); at >= 0 {
			found[at].rank = max(found[at].rank, c.rank)
		} else if len(found) < maxMeant {
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(f.events[b.actor], f.events[a.actor]))
	})
	best := found[0]
	sure := best.rank > 0
	for _, c := range found[1:] {
		sure = sure && best.rank >= 2 && (c.rank < best.rank || f.events[best.actor] >= 4*f.events[c.actor])
	}
	for _, a := range short {
		if sure {
			f.join(best.actor, a)
		} else {
			f.perhaps(a, best.actor)
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
