package timeline

import (
	"maps"
	"slices"
	"strconv"

	"dateline/timeline/names"
)

// A nameTable finds an actor by the names.Key of an id, a name, an alias or any other spelling that the record uses.
type nameTable map[string]ActorRef

// A resolution is who the names of a record turned out to be.
type resolution struct {
	actors    []Actor
	names     nameTable
	of        []ActorRef // nameRef -> actor
	conflicts []conflict
}

// A conflict is an id, name or alias of one actor record that an earlier record has too, which it finds. Two records with one
// id have become one actor, which then is both.
type conflict struct {
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
// The records stay as they are, and may be settled again with others.
func resolveActors(records []ActorDraft, mentions []string) resolution {
	s := actorResolver{
		resolution: resolution{names: make(nameTable, len(records)+len(mentions)), of: make([]ActorRef, len(mentions))},
		taken:      make(map[string]string),
		ids:        make(map[string]int),
		long:       make(map[string]string),
		short:      make(map[string]string),
	}
	refs := s.register(records)
	s.abbreviate(mentions)
	s.resolve(mentions)
	for i := range records {
		s.link(&s.actors[refs[i]], &records[i])
	}
	return s.resolution
}

// An actorResolver is a resolution in the making.
type actorResolver struct {
	resolution
	taken map[string]string // key -> "id", "name" or "alias", as the record that has it says
	ids   map[string]int    // keys of the ids in use -> the number that was last given to make another id of it, or 1
	long  map[string]string // key of a short form -> the one long form it stands for, "" where there are several
	short map[string]string // key of a long form -> its short form
}

// register enters the records: ids first, then names, then aliases. It returns which actor each of them is about.
func (s *actorResolver) register(records []ActorDraft) (refs []ActorRef) {
	refs = make([]ActorRef, len(records))
	for i := range records {
		a := &records[i]
		key := names.Key(a.ID)
		if earlier, ok := s.names[key]; ok && a.ID != "" {
			s.conflicts = append(s.conflicts, conflict{earlier, earlier, a.ID, "id", "id"})
			mergeActor(&s.actors[earlier], a.actor())
			refs[i] = earlier
			continue
		}
		refs[i] = s.enter(a.actor())
		if a.ID != "" {
			s.names[key], s.taken[key] = refs[i], "id"
		}
	}
	for i := range records {
		a := &records[i]
		s.claim(refs[i], a.Name, "name")
	}
	for i := range records {
		a := &records[i]
		for _, alias := range a.Aliases {
			s.claim(refs[i], alias, "alias")
		}
	}
	return refs
}

// enter adds an actor of its own, with a name and an id.
func (s *actorResolver) enter(a Actor) ActorRef {
	if a.Name == "" {
		a.Name = a.ID
	}
	if a.ID == "" {
		a.ID = names.Slug(a.Name, "actor")
		a.ID = s.freeID(a.ID)
	}
	if key := names.Key(a.ID); s.ids[key] == 0 {
		s.ids[key] = 1
	}
	s.actors = append(s.actors, a)
	return ActorRef(len(s.actors) - 1)
}

// freeID is an id that is not in use: stem, or stem with the first number from 2 on that makes one. No id ever comes out
// of use, so the numbers that were tried need not be tried again.
func (s *actorResolver) freeID(stem string) string {
	key := names.Key(stem)
	n := s.ids[key]
	if n == 0 {
		return stem
	}
	for {
		n++
		if id := stem + "-" + strconv.Itoa(n); s.ids[names.Key(id)] == 0 {
			s.ids[key] = n
			return id
		}
	}
}

// claim lets a spelling find a, unless it finds somebody else already.
func (s *actorResolver) claim(a ActorRef, spelling, what string) {
	key := names.Key(spelling)
	switch earlier, ok := s.names[key]; {
	case key == "":
	case !ok:
		s.names[key], s.taken[key] = a, what
	case earlier != a:
		s.conflicts = append(s.conflicts, conflict{a, earlier, spelling, what, s.taken[key]})
	}
}

// offer lets a key find a if it finds nobody.
func (s *actorResolver) offer(a ActorRef, key string) {
	if _, ok := s.names[key]; !ok {
		s.names[key] = a
	}
}

// mergeActor adds to a what another record of the same actor says and a does not.
func mergeActor(a *Actor, b Actor) {
	if b.Name != "" && names.Key(b.Name) != names.Key(a.Name) {
		a.Aliases = append(a.Aliases, b.Name)
	}
	if a.Kind == "" {
		a.Kind = b.Kind
	}
	a.Aliases = append(a.Aliases, b.Aliases...)
	a.Other = append(a.Other, b.Other...)
}

// abbreviate finds the short forms that names explain in brackets, and lets the forms of recorded actors find them.
func (s *actorResolver) abbreviate(mentions []string) {
	for a := range s.actors {
		for _, name := range append([]string{s.actors[a].Name}, s.actors[a].Aliases...) {
			if outside, _, ok := names.SplitBracket(name); ok {
				s.offer(ActorRef(a), names.Key(outside))
				s.explain(name)
			}
		}
	}
	for _, name := range mentions {
		s.explain(name)
	}
	for _, shortKey := range slices.Sorted(maps.Keys(s.long)) {
		long := s.long[shortKey]
		longKey := names.Key(long)
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
func (s *actorResolver) explain(name string) {
	short, long, ok := names.ShortForm(name)
	if !ok {
		return
	}
	shortKey, longKey := names.Key(short), names.Key(long)
	if other, ok := s.long[shortKey]; ok && names.Key(other) != longKey {
		s.long[shortKey] = ""
		return
	}
	s.long[shortKey], s.short[longKey] = long, short
}

// resolve gives every mention its actor, and an actor to those that have none.
func (s *actorResolver) resolve(mentions []string) {
	mentioned := make(map[string]bool, len(mentions))
	for _, name := range mentions {
		mentioned[names.Key(name)] = true
	}
	for i, name := range mentions {
		key := names.Key(name)
		a, ok := s.names[key]
		if !ok {
			a = s.unrecorded(s.canonical(name, mentioned))
			s.names[key] = a
		}
		s.of[i] = a
	}
}

// canonical is the spelling that stands for name: without brackets where that is safe, long rather than short.
func (s *actorResolver) canonical(name string, mentioned map[string]bool) string {
	if _, long, ok := names.ShortForm(name); ok {
		return long
	}
	if outside, _, ok := names.SplitBracket(name); ok {
		key := names.Key(outside)
		if _, known := s.names[key]; known || mentioned[key] {
			name = outside
		}
	}
	if long := s.long[names.Key(name)]; long != "" {
		return long
	}
	return name
}

// unrecorded finds or makes the actor with this canonical name.
func (s *actorResolver) unrecorded(name string) ActorRef {
	key := names.Key(name)
	if a, ok := s.names[key]; ok {
		return a
	}
	a := Actor{Name: name, Parent: NoActor}
	short, ok := s.short[key]
	ok = ok && s.long[names.Key(short)] != ""
	if ok {
		a.Aliases = []string{short}
	}
	ref := s.enter(a)
	s.names[key] = ref
	if ok {
		s.offer(ref, names.Key(short))
	}
	return ref
}

// link adds to an actor those whom its record names. The first parent counts.
func (s *actorResolver) link(a *Actor, record *ActorDraft) {
	if a.Parent == NoActor {
		a.Parent = s.find(record.Parent)
	}
	a.Memberships = slices.Grow(a.Memberships, len(record.Memberships))
	for i := range record.Memberships {
		m := &record.Memberships[i]
		a.Memberships = append(a.Memberships, Membership{Of: s.find(m.Of), Role: m.Role, Start: m.Start, End: m.End})
	}
}

// find returns the actor that a mentioned name is, NoActor for "".
func (c *resolution) find(name string) ActorRef {
	if name == "" {
		return NoActor
	}
	return c.names[names.Key(name)]
}
