package guess

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A wordRule says what a key means that no table names whole, by one of its words.
type wordRule struct {
	role    Role
	words   string // the best first
	but     string // words of keys that mean something else
	onlyEnd bool   // whether the word is the last of the key, but for a language; else it may be the first
}

// firstByWords is the rank from which on a key is ranked by its words: after all whole names.
const firstByWords = 160

// wordRules are asked one after the other.
var wordRules = []wordRule{
	{
		role: Date,
		words: "date datum dates datetime timestamp when occurred occurs happened happens held start started starts " +
			"begin begins began beginning released launched day ts since from year jahr yr time on at published posted " +
			"created",
		but: "updated update updates modified modify changed change edited edit accessed access retrieved checked " +
			"generated last expires expire expiry expiration deadline birth born dob death died end ends ended " +
			"ending until due fetched crawled cached scraped captured archived archive indexed synced sync build built " +
			"reviewed verified validated imported exported uploaded refreshed cutoff submission submissions submit " +
			"cfp notification registration copyright next previous prev parent alt alternate alternative finish finished " +
			"hijri hijrah ah lunar islamic hebrew jewish persian shamsi jalali chinese saka " +
			"artist author creator maker owner inventor composer person member membership employee hired accession " +
			"acquisition acquired purchase purchased sold closed close resolved abstract page line row col column char byte " +
			"frame verse chapter precision format type kind zone tz timezone offset certainty uncertainty accuracy confidence " +
			"source " +
			"sources note notes comment comments ref refs count number num no nr id ids key order index idx week weekday " +
			"dow name names label title text url link file path hour hours minute minutes second seconds ms duration " +
			"total range per age old rate sum avg mean min max limit status state flag valid unknown is has",
	},
	{
		role: End, words: "end ends ended ending finish finished until till",
		but: "result reason note notes type precision alt alternate of name url id count number",
	},
	{
		role: Title, words: "title headline heading name event battle label caption", onlyEnd: true,
		but: "file user author image img photo picture video audio host venue place location city town country person " +
			"people speaker company org organization organisation source publisher series season category class type group " +
			"slug code link url first last middle family given nick full_name state region province county district " +
			"dynasty actor leader commander owner agency team page site book journal publication domain server project " +
			"campaign layer column table field class calendar day month client customer account " +
			"related cause caused causes previous next parent",
	},
	{
		role: Summary,
		words: "description desc summary abstract details detail blurb narrative text synopsis overview content body " +
			"significance story notes note",
		but: "image img photo picture video audio alt meta seo link url button title type id date time deadline author " +
			"source " +
			"location place color colour size html_class",
	},
	{
		role: Location, words: "location locations place venue locn city town country address site region", onlyEnd: true,
		but: "id ids url web website link code email mail ip file lat lon type count number birth death image",
	},
	{
		role: Actors,
		words: "actors actor participants belligerents combatants commanders participant commander speakers speaker " +
			"persons " +
			"people hosts host parties attendees guests leaders delegates organizers",
		but: "id ids count number num url link image photo bio email type total max min status",
	},
	{
		role: Sources, words: "source sources reference references citation citations link links url urls",
		but: "image img photo picture thumbnail thumb logo icon avatar video audio map registration register ticket " +
			"tickets id ids type name count color css js feed api",
	},
	{role: Tags, words: "tags keywords topics hashtags labels", but: "id ids count url"},
	{role: Type, words: "type category kind", onlyEnd: true, but: "id ids mime content file media date post node feature"},
}

// languages are the words of a key that say in which language its value is.
var languages = wordSet("en eng english fr fra french de deu ger german es spa spanish it ita italian pt por nl nld " +
	"dutch tr tur turkish ru rus russian uk ukr ar ara arabic fa zh chi chinese ja jpn japanese ko kor pl sv da no fi " +
	"cs hu ro el he la latin ca local utc gmt native original")

// wordSet returns the set of the words of a text.
func wordSet(text string) map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}

// A rankedRule is a wordRule as it is looked at.
type rankedRule struct {
	wordRule
	rank map[string]int
	not  map[string]bool
}

// rankedRules returns the rules, with their words in sets.
var rankedRules = sync.OnceValue(func() (rules []rankedRule) {
	for _, r := range wordRules {
		ranks := make(map[string]int)
		for i, word := range strings.Fields(r.words) {
			ranks[word] = i
		}
		rules = append(rules, rankedRule{r, ranks, wordSet(r.but)})
	}
	return rules
})

// byWords returns what a key of several words means by one of them, such as date_local, eventName or Location(s). All
// such meanings are weak, and those in another language than English come last.
func byWords(key string) (all []Meaning) {
	words := Words(key)
	if len(words) == 0 || len(words) > 6 {
		return nil
	}
	later := 0
	switch last := words[len(words)-1]; {
	case len(words) == 1:
	case IsDigits(last), last == "label": // actor1, and eventLabel as Wikidata has it
		words = words[:len(words)-1]
	case languages[last]:
		if words = words[:len(words)-1]; !strings.HasPrefix(last, "en") {
			later = 2
		}
	default:
		later = 1
	}
	named := strings.TrimSuffix(strings.Join(words, ""), "name") // as venue_name and hostName are
	for _, whole := range meanings()[named] {
		if named == strings.Join(words, "") || whole.Role == Location || whole.Role == Actors {
			all = append(all, Meaning{whole.Role, false, firstByWords + uint8(later)})
		}
	}
	if all != nil {
		return all
	}
	if containsAny(words, ofRecord) {
		later += 40
	}
	for _, r := range rankedRules() {
		best := -1
		for i, word := range words {
			rank, ok := r.rank[word]
			ends := i == len(words)-1
			if ok && (ends || i == 0 && !r.onlyEnd) && (best < 0 || rank < best) {
				best = rank
			}
		}
		if best < 0 || slices.ContainsFunc(words, func(w string) bool { return r.not[w] }) {
			continue
		}
		all = append(all, Meaning{r.role, false, uint8(min(255, firstByWords+3*best/2+later))})
	}
	return all
}

// Words returns the words of a key in lower case: it is parted at what is neither letter nor digit, before a capital
// after a small letter, and between letters and digits.
func Words(key string) (words []string) {
	from, last := -1, rune(0)
	add := func(to int) {
		if from >= 0 {
			if word := strings.ToLower(key[from:to]); word != "s" { // as in Location(s)
				words = append(words, word)
			}
		}
		from = -1
	}
	for i, r := range key {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			add(i)
		case from < 0:
			from = i
		case unicode.IsUpper(r) && unicode.IsLower(last), unicode.IsDigit(r) != unicode.IsDigit(last):
			add(i)
			from = i
		}
		last = r
	}
	add(len(key))
	return words
}

// HasWord reports whether a key has one of some words.
func HasWord(key string, some ...string) bool { return containsAny(Words(key), some) }

// containsAny reports whether one of some words is among others.
func containsAny(words, some []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(some, word) })
}
