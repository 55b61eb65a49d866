package timeline

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A nameTable finds an actor by the nameKey of an id, a name, an alias or any other spelling that the record uses.
type nameTable map[string]ActorRef

// A roster gathers the actors of a record while it is read. Records and mentions may come in any order: a mention is an
// ActorRef for the time being, and settle says which actor it became.
type roster struct {
	records  []Actor
	mentions []string            // the spellings, in the order of their first use
	numbers  map[string]ActorRef // spelling -> place in mentions
}

// add takes an actor record. The references in it, Parent and Memberships, are mentions.
func (r *roster) add(a Actor) {
	a.Recorded = true
	r.records = append(r.records, a)
}

// mention takes a name as an event, a membership or a parent spells it.
func (r *roster) mention(name string) ActorRef {
	if a, ok := r.numbers[name]; ok {
		return a
	}
	if r.numbers == nil {
		r.numbers = make(map[string]ActorRef)
	}
	name = strings.Clone(name) // or it would hold on to the whole file
	a := ActorRef(len(r.mentions))
	r.numbers[name] = a
	r.mentions = append(r.mentions, name)
	return a
}

// A cast is what a roster settles to.
type cast struct {
	actors  []Actor
	names   nameTable
	of      []ActorRef // mention -> actor
	clashes []clash
}

// A clash is an id, name or alias of one actor record that an earlier record has too, which it finds. Two records with one
// id have become one actor, which then is both.
type clash struct {
	actor, earlier ActorRef
	spelling       string
	what, taken    string // what the spelling is to actor, and what it is to earlier: "id", "name" or "alias"
}

// settle decides who is who. Ids win over names and names over aliases, earlier records over later ones; a record whose
// id an earlier record has adds to that one. Every mention becomes an actor, with these rules where no record has the
// name:
//
//   - names that differ only in case, diacritics, punctuation or a leading "the" are one actor
//   - a short form in brackets, "Securities and Exchange Commission (SEC)", makes the long name, the short form and the
//     whole one actor, unless the short form means two of them
//   - other words in brackets, "Rubio (US Secretary of State)", are left aside where the rest is a known name
//
// The roster stays as it is and may be added to and settled again.
func (r *roster) settle() cast {
	s := settling{
		cast:  cast{names: make(nameTable, len(r.records)+len(r.mentions)), of: make([]ActorRef, len(r.mentions))},
		taken: make(map[string]string),
		ids:   make(map[string]int),
		long:  make(map[string]string),
		short: make(map[string]string),
	}
	s.register(r.records)
	s.abbreviate(r.mentions)
	s.resolve(r.mentions)
	for a := range s.actors {
		s.link(&s.actors[a])
	}
	return s.cast
}

// settling is a cast in the making.
type settling struct {
	cast
	taken map[string]string // key -> "id", "name" or "alias", as the record that has it says
	ids   map[string]int    // keys of the ids in use -> the number that was last given to make another id of it, or 1
	long  map[string]string // key of a short form -> the one long form it stands for, "" where there are several
	short map[string]string // key of a long form -> its short form
}

// register enters the records: ids first, then names, then aliases.
func (s *settling) register(records []Actor) {
	refs := make([]ActorRef, len(records))
	for i, a := range records {
		key := nameKey(a.ID)
		if earlier, ok := s.names[key]; ok && a.ID != "" {
			s.clashes = append(s.clashes, clash{earlier, earlier, a.ID, "id", "id"})
			s.actors[earlier].merge(a)
			refs[i] = earlier
			continue
		}
		refs[i] = s.enter(a)
		if a.ID != "" {
			s.names[key], s.taken[key] = refs[i], "id"
		}
	}
	for i, a := range records {
		s.claim(refs[i], a.Name, "name")
	}
	for i, a := range records {
		for _, alias := range a.Aliases {
			s.claim(refs[i], alias, "alias")
		}
	}
}

// enter adds an actor of its own, with a name and an id. Its lists are copied, since settling changes them.
func (s *settling) enter(a Actor) ActorRef {
	if a.Name == "" {
		a.Name = a.ID
	}
	if a.ID == "" {
		a.ID = slug(a.Name, "actor")
		a.ID = s.freeID(a.ID)
	}
	if key := nameKey(a.ID); s.ids[key] == 0 {
		s.ids[key] = 1
	}
	a.Aliases = append([]string(nil), a.Aliases...)
	a.Memberships = append([]Membership(nil), a.Memberships...)
	s.actors = append(s.actors, a)
	return ActorRef(len(s.actors) - 1)
}

// freeID is an id that is not in use: stem, or stem with the first number from 2 on that makes one. No id ever comes out
// of use, so the numbers that were tried need not be tried again.
func (s *settling) freeID(stem string) string {
	key := nameKey(stem)
	n := s.ids[key]
	if n == 0 {
		return stem
	}
	for {
		n++
		if id := stem + "-" + strconv.Itoa(n); s.ids[nameKey(id)] == 0 {
			s.ids[key] = n
			return id
		}
	}
}

// claim lets a spelling find a, unless it finds somebody else already.
func (s *settling) claim(a ActorRef, spelling, what string) {
	key := nameKey(spelling)
	switch earlier, ok := s.names[key]; {
	case key == "":
	case !ok:
		s.names[key], s.taken[key] = a, what
	case earlier != a:
		s.clashes = append(s.clashes, clash{a, earlier, spelling, what, s.taken[key]})
	}
}

// offer lets a key find a if it finds nobody.
func (s *settling) offer(a ActorRef, key string) {
	if _, ok := s.names[key]; !ok {
		s.names[key] = a
	}
}

// merge adds what another record of the same actor says and this one does not.
func (a *Actor) merge(b Actor) {
	if b.Name != "" && nameKey(b.Name) != nameKey(a.Name) {
		a.Aliases = append(a.Aliases, b.Name)
	}
	if a.Kind == "" {
		a.Kind = b.Kind
	}
	if a.Parent == NoActor {
		a.Parent = b.Parent
	}
	a.Aliases = append(a.Aliases, b.Aliases...)
	a.Memberships = append(a.Memberships, b.Memberships...)
	a.Other = append(a.Other, b.Other...)
}

// abbreviate finds the short forms that names explain in brackets, and lets the forms of recorded actors find them.
func (s *settling) abbreviate(mentions []string) {
	for a := range s.actors {
		for _, name := range append([]string{s.actors[a].Name}, s.actors[a].Aliases...) {
			if outside, _, ok := splitBracket(name); ok {
				s.offer(ActorRef(a), nameKey(outside))
				s.explain(name)
			}
		}
	}
	for _, name := range mentions {
		s.explain(name)
	}
	for _, shortKey := range slices.Sorted(maps.Keys(s.long)) {
		long := s.long[shortKey]
		longKey := nameKey(long)
		if long == "" {
			continue
		} else if a, ok := s.names[longKey]; ok {
			s.offer(a, shortKey)
		} else if a, ok := s.names[shortKey]; ok {
			s.offer(a, longKey)
		}
	}
}

// explain notes the short form that a name explains, if it does.
func (s *settling) explain(name string) {
	short, long, ok := shortForm(name)
	if !ok {
		return
	}
	shortKey, longKey := nameKey(short), nameKey(long)
	if other, ok := s.long[shortKey]; ok && nameKey(other) != longKey {
		s.long[shortKey] = ""
		return
	}
	s.long[shortKey], s.short[longKey] = long, short
}

// resolve gives every mention its actor, and an actor to those that have none.
func (s *settling) resolve(mentions []string) {
	mentioned := make(map[string]bool, len(mentions))
	for _, name := range mentions {
		mentioned[nameKey(name)] = true
	}
	for i, name := range mentions {
		key := nameKey(name)
		a, ok := s.names[key]
		if !ok {
			a = s.stranger(s.canonical(name, mentioned))
			s.names[key] = a
		}
		s.of[i] = a
	}
}

// canonical is the spelling that stands for name: without brackets where that is safe, long rather than short.
func (s *settling) canonical(name string, mentioned map[string]bool) string {
	if _, long, ok := shortForm(name); ok {
		return long
	}
	if outside, _, ok := splitBracket(name); ok {
		key := nameKey(outside)
		if _, known := s.names[key]; known || mentioned[key] {
			name = outside
		}
	}
	if long := s.long[nameKey(name)]; long != "" {
		return long
	}
	return name
}

// stranger finds or makes the actor with this canonical name.
func (s *settling) stranger(name string) ActorRef {
	key := nameKey(name)
	if a, ok := s.names[key]; ok {
		return a
	}
	a := Actor{Name: name, Parent: NoActor}
	short, ok := s.short[key]
	ok = ok && s.long[nameKey(short)] != ""
	if ok {
		a.Aliases = []string{short}
	}
	ref := s.enter(a)
	s.names[key] = ref
	if ok {
		s.offer(ref, nameKey(short))
	}
	return ref
}

// link turns the mentions in a into actors.
func (s *settling) link(a *Actor) {
	if a.Parent != NoActor {
		a.Parent = s.of[a.Parent]
	}
	for i := range a.Memberships {
		if m := &a.Memberships[i]; m.Of != NoActor {
			m.Of = s.of[m.Of]
		}
	}
}
