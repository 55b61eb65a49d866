package spellings

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/names"
)

// This file knows how persons are named: with titles, initials, the surname first.

// A person is what the spellings of a person's name have in common, "" where the name is that of no person.
type person struct {
	bare     string // the words without titles and initials
	initials string // those between the words
	titled   bool   // whether there was a title
	offices  office // of the title
}

// person reports whether a name looks like that of a person.
func (n *name) person() bool { return n.who.bare != "" }

// byPerson joins the names of one person.
func (f *finder) byPerson() {
	known := make(map[string]bool) // names of persons without a title
	for i := range f.names {
		n := &f.names[i]
		if text := n.text; n.aside == "" && !strings.ContainsAny(text, ",(") && looksPersonal(text, n.words) {
			n.who = personOf(n.words)
			known[n.who.bare] = true
		}
	}
	byName := make(map[string][]int32)
	for i := range f.names {
		n := &f.names[i]
		n.who = n.called(known)
		if n.who.bare != "" {
			byName[n.who.bare] = append(byName[n.who.bare], int32(i))
		}
	}
	elder := make(map[string]bool) // names that somebody has with Jr. after it
	for bare := range byName {
		if at := strings.LastIndexByte(bare, ' '); isGeneration[bare[at+1:]] {
			elder[bare[:at]] = true
		}
	}
	for _, bare := range slices.Sorted(maps.Keys(byName)) {
		f.namesakes(byName[bare], elder[bare])
	}
}

// A bearer is what tells one of several with a name from the others.
type bearer struct {
	aside, initials string
	offices         office
	titled          bool
}

// namesakes joins the names of one form that are plainly of one person. Those that may be another of the name are
// perhaps the same: with something in brackets, with a title that excludes that of another, with any title or initial
// where there is a younger one.
func (f *finder) namesakes(list []int32, elder bool) {
	exclude := f.excludeEachOther(list)
	lists := make(map[bearer][]int32)
	var order []bearer
	for _, i := range list {
		n := &f.names[i]
		of := bearer{aside: n.aside}
		if exclude || elder || n.aside != "" || n.who.offices&regnal != 0 {
			of.offices = n.who.offices
		}
		if elder {
			of.titled, of.initials = n.who.titled, n.who.initials
		}
		if lists[of] == nil {
			order = append(order, of)
		}
		lists[of] = append(lists[of], i)
	}
	first := lists[bearer{}]
	if first == nil {
		first = lists[order[0]]
	}
	for _, of := range order {
		f.joinPersons(lists[of])
		if i := lists[of][0]; i != first[0] {
			f.perhaps(f.names[i].actor, f.names[first[0]].actor)
		}
	}
}

// excludeEachOther reports whether two of names have titles that one person does not have.
func (f *finder) excludeEachOther(list []int32) bool {
	met := make(map[office]bool)
	for _, i := range list {
		if of := f.names[i].who.offices; of != 0 {
			met[of] = true
		}
	}
	for a := range met {
		for b := range met {
			if a.excludes(b) {
				return true
			}
		}
	}
	return false
}

// called returns the person of a name, with what is known of names without titles.
func (n *name) called(known map[string]bool) person {
	text, words := n.text, n.words
	if n.aside != "" && !looksPersonal(text, words) && !known[personOf(words).bare] && !titleFirst(words) {
		return person{}
	}
	var held office
	if before, after, ok := strings.Cut(text, ","); ok {
		first, second := strings.Fields(names.Key(before)), strings.Fields(names.Key(after))
		switch turned := slices.Concat(second, first); {
		case len(second) == 1 && isGeneration[second[0]]:
			words = slices.Concat(first, second)
		case len(first) <= 2 && len(second) > 0 && known[personOf(turned).bare]:
			return personOf(turned) // "Rubio, Marco"
		case len(first) >= 2 && allTitles(second) && looksPersonal(before, first):
			words, text, held = first, before, officesOf(second) // "Marco Rubio, Secretary of State"
		default:
			return person{}
		}
	}
	for size := len(words) - 1; size >= 2; size-- {
		prefix, rest := words[:len(words)-size], words[len(words)-size:]
		if !allTitles(prefix) || isGeneration[rest[len(rest)-1]] && size == 2 {
			continue
		}
		p := personOf(rest)
		if known[p.bare] || size == len(words)-1-countSmall(prefix) || size == 2 || onlyTitles(prefix) {
			if looksPersonal(lastWords(text, size), rest) {
				p.titled, p.offices = true, held|officesOf(prefix)
				return p
			}
		}
	}
	if n.who.bare != "" {
		return n.who
	}
	if looksPersonal(text, words) {
		p := personOf(words)
		p.titled, p.offices = held != 0, held
		return p
	}
	return person{}
}

func countSmall(words []string) (small int) {
	for _, w := range words {
		if names.SmallWord(w) {
			small++
		}
	}
	return small
}

// lastWords returns the last words of a text.
func lastWords(text string, n int) string {
	words := strings.Fields(text)
	return strings.Join(words[max(0, len(words)-n):], " ")
}

// personOf returns the person with a name without titles.
func personOf(words []string) (p person) {
	bare := make([]string, 0, len(words))
	for i, w := range words {
		if utf8.RuneCountInString(w) == 1 && i > 0 {
			p.initials += w
			continue
		}
		bare = append(bare, w)
	}
	if len(bare) < 2 {
		return person{}
	}
	p.bare = strings.Join(bare, " ")
	return p
}

// joinPersons joins names of one form, but those whose initials differ. A name without initials is perhaps each of
// them.
func (f *finder) joinPersons(list []int32) {
	initials := map[string]int32{} // initials -> an actor that has them
	var without []int32
	for _, i := range list {
		n := &f.names[i]
		if n.who.initials == "" {
			without = append(without, n.actor)
			continue
		}
		if a, known := initials[n.who.initials]; known {
			f.join(a, n.actor)
		} else {
			initials[n.who.initials] = n.actor
		}
	}
	for _, a := range without {
		f.join(without[0], a)
	}
	if len(without) == 0 {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(initials)) {
		a := initials[key]
		if len(initials) == 1 {
			f.join(without[0], a)
		} else {
			f.perhaps(without[0], a)
		}
	}
}

// bySurname finds a surname that only one person has: it is perhaps that person.
func (f *finder) bySurname() {
	bearers := make(map[string]int32) // surname -> the person, −1 for several
	for i := range f.names {
		n := &f.names[i]
		if !n.person() {
			continue
		}
		words := strings.Fields(n.who.bare)
		last := words[len(words)-1]
		if isGeneration[last] {
			last = words[len(words)-2]
		}
		a := f.find(n.actor)
		if one, known := bearers[last]; known && one != a {
			a = -1
		}
		bearers[last] = a
	}
	for i := range f.names {
		n := &f.names[i]
		rest := n.words
		for len(rest) > 1 && names.Title(rest[0]) {
			rest = rest[1:]
		}
		if len(rest) != 1 || len(rest[0]) < 4 {
			continue
		}
		if a, ok := bearers[rest[0]]; ok && a >= 0 && a != f.find(n.actor) {
			f.perhaps(n.actor, a)
		}
	}
}

// looksPersonal reports whether a name has two to four words that begin with capitals, none of which only bodies have.
func looksPersonal(text string, words []string) bool {
	if len(words) < 2 || len(words) > 5 || isBody(words) || names.Title(words[0]) {
		return false
	}
	for _, w := range words {
		if unlikePerson[w] || names.SmallWord(w) && !isParticle[w] || strings.ContainsAny(w, "0123456789") {
			return false
		}
	}
	if strings.IndexByte(text, ' ') < 0 && strings.IndexByte(text, '-') > 0 {
		return true // an id made of a name
	}
	for _, w := range strings.Fields(text) {
		r, size := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !isParticle[strings.ToLower(w)] {
			return false
		}
		if len(w) > size+1 && len(words) == 2 && w == strings.ToUpper(w) && strings.IndexByte(w, '.') < 0 {
			return false // an abbreviation
		}
	}
	return true
}

// allTitles reports whether words are a title, or a title with the body in which it is held.
func allTitles(words []string) bool {
	titles := 0
	for _, w := range words {
		switch {
		case names.Title(w):
			titles++
		case !ofTitle[w] && !names.SmallWord(w):
			return false
		}
	}
	return titles > 0
}

// onlyTitles reports whether each word is a title.
func onlyTitles(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !names.Title(w) })
}

// titleFirst reports whether a name begins with a title.
func titleFirst(words []string) bool { return len(words) > 2 && names.Title(words[0]) }

// set returns the words of a text as a set.
func set(text string) map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		words[w] = true
	}
	return words
}

var (
	isGeneration = set("jr sr ii iii iv")
	isParticle   = set("de la van von der bin al el ibn da dos di le du ben")

	// ofTitle are the words that may stand within or beside a title.
	ofTitle = set(`us state defense defence treasury interior energy commerce labor education homeland security white
		house national intelligence staff federal district circuit appeals court supreme senate press
		majority minority first special executive fbi cia doj epa sec nsa fcc ftc dhs hhs cdc fda irs ice
		omb nato un fed cabinet campaign national joint army navy air force foreign affairs health human
		services veterans budget policy legal trade border czar billionaire russian ukrainian israeli
		chinese british french german saudi california texas florida new york georgia virginia arizona
		michigan ohio republican democratic gop communications political senior junior principal`)

	// unlikePerson are words that names of persons do not have.
	unlikePerson = set(`group party company media news times post press house army navy force center centre school board
		authority service services team network campaign project society club league alliance international
		national federal state states republic kingdom city county street fund funds capital partners
		holdings industries global america american americans health energy security defense defence justice
		trade public law legal office officials leaders members workers voters families victims citizens
		lawyers attorneys executives investors companies banks agents activists journalists whistleblowers
		republicans democrats conservatives program act action plan report coordination strategy initiative
		movement ministries systems technologies technology solutions consulting associates brothers sons
		trust times journal magazine radio television tv records studios entertainment motors airlines oil
		gas steel petroleum pharmaceuticals government officials regime military intelligence cabinet staff
		supreme inspector general immigration customs enforcement reserve exchange market markets crypto
		coin token blockchain digital data research science sciences studies policy affairs relations human
		rights civil liberties freedom liberty future first new north south east west united european
		russian chinese saudi israeli ukrainian iranian british french german japanese indian lobby
		lobbyists donors`)

	// isDemonym are words before a body that say of which country it is.
	isDemonym = set(`russian ukrainian chinese british french german israeli iranian saudi turkish indian japanese
		canadian mexican polish italian spanish australian uk eu european soviet syrian iraqi afghan korean
		brazilian egyptian dutch swedish norwegian danish finnish swiss austrian hungarian romanian greek
		georgian belarusian lithuanian latvian estonian qatari emirati pakistani venezuelan cuban argentine
		chilean colombian texas california florida georgia arizona michigan ohio virginia wisconsin
		pennsylvania illinois nevada minnesota colorado alabama mississippi tennessee kentucky missouri
		oklahoma kansas iowa indiana louisiana arkansas maryland massachusetts connecticut oregon washington
		utah idaho montana state county city`)
)
