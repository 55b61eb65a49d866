package timeline

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"dateline/timeline/names"
)

// A nameTable has actors by the names.Key of an id, a name, an alias or any other spelling that the record uses.
type nameTable map[string]ActorRef

// A resolution is which actors the names of a record turned out to be.
type resolution struct {
	actors    []Actor
	names     nameTable
	of        []ActorRef // nameRef -> actor
	conflicts []conflict
}

// A conflict is an id, name or alias of an actor record that an earlier record has too. The spelling then means the
// earlier actor. Two records with one id become one actor, which is both actor and earlier.
type conflict struct {
	actor, earlier ActorRef
	spelling       string
	what, taken    string // what the spelling is to actor, and what it is to earlier: "id", "name" or "alias"
}

// resolveActors decides which actor each name means. Ids win over names and names over aliases, earlier records over
// later ones. A record whose id an earlier record has adds to that one. Names that no record has are actors by these
// rules:
//
//   - names that differ only in case, diacritics, punctuation or a leading "the" are one actor, called as they are
//     spelled first, or first with a capital letter if any has one: "jd-vance" is an id or a slip
//   - a short form in brackets, "Securities and Exchange Commission (SEC)", makes the long name, the short form and the
//     whole one actor, unless the short form means two of them
//   - an office in brackets, "Rubio (US Secretary of State)", is dropped if the rest is a known name. Two offices are,
//     if a record has the name; else they may tell one of the name from another, as other words in brackets do
//   - what a link to the page of an actor calls it, "[[Robert Smith|Bob]]", is an alias of that, unless another is
//     called so
//
// The records are not changed, and may be resolved again together with more.
func resolveActors(records []ActorDraft, mentions []string) resolution {
	s := actorResolver{
		resolution: resolution{names: make(nameTable, len(records)+len(mentions)), of: make([]ActorRef, len(mentions))},
		taken:      make(map[string]string),
		ids:        make(map[string]int),
		long:       make(map[string]string),
		short:      make(map[string]string),
		aside:      make(map[string]string),
	}
	refs := s.register(records)
	s.abbreviate(mentions)
	s.resolve(mentions)
	s.nameLinked(records)
	for i := range records {
		if records[i].Linked == "" {
			s.link(&s.actors[refs[i]], &records[i])
		}
	}
	return s.resolution
}

// An actorResolver makes a resolution.
type actorResolver struct {
	resolution
	taken map[string]string // key in names -> what it is to the actor: "id", "name" or "alias"
	ids   map[string]int    // key of an id in use -> the last number that was added to make another id of it, or 1
	long  map[string]string // key of a short form -> its long form, "" if it has several
	short map[string]string // key of a long form -> its short form
	aside map[string]string // key of a name -> that of the words in brackets after it, "" if they differ
}

// register makes actors of the records: first by their ids, then by names, then by aliases. It returns the actor of
// each. Those that are no records but named with an id by an event come last.
func (s *actorResolver) register(records []ActorDraft) (refs []ActorRef) {
	refs = make([]ActorRef, len(records))
	for i := range records {
		a := &records[i]
		if a.Named {
			continue
		}
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
	order := make([]int, 0, len(records)) // two records of one actor are as one would be that has all they say
	for i := range records {
		if !records[i].Named {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(refs[i], refs[j]) })
	renamed := func(i int) bool { return names.Key(records[i].Name) != names.Key(s.actors[refs[i]].Name) }
	for _, i := range order {
		if !renamed(i) {
			s.claim(refs[i], records[i].Name, "name")
		}
	}
	for _, i := range order {
		if renamed(i) { // the name of a later record is an alias
			s.claim(refs[i], records[i].Name, "alias")
		}
		for _, alias := range records[i].Aliases {
			s.claim(refs[i], alias, "alias")
		}
	}
	s.registerNamed(records, refs)
	return refs
}

// registerNamed makes actors of what is no record where no record has the id or the name, and sets the actor of each.
func (s *actorResolver) registerNamed(drafts []ActorDraft, refs []ActorRef) {
	for i := range drafts {
		a := &drafts[i]
		if !a.Named || a.Linked != "" {
			continue
		}
		ref, known := s.names[names.Key(a.ID)]
		if !known {
			if ref, known = s.names[names.Key(a.Name)]; !known || !s.actors[ref].Recorded {
				ref = s.enter(a.actor())
			}
			s.names[names.Key(a.ID)] = ref
		}
		refs[i] = ref
		s.offer(ref, names.Key(a.Name))
	}
}

// nameLinked gives actors what links to their pages call them, where nobody else is called so.
func (s *actorResolver) nameLinked(drafts []ActorDraft) {
	called := make(map[string]ActorRef) // key of such a name -> the actor, NoActor for several
	for i := range drafts {
		a := &drafts[i]
		ref, known := s.names[names.Key(a.Linked)]
		if key := names.Key(a.Name); a.Linked != "" && known && key != "" {
			if other, twice := called[key]; twice && other != ref {
				ref = NoActor
			}
			called[key] = ref
		}
	}
	for i := range drafts {
		a := &drafts[i]
		key := names.Key(a.Name)
		ref, isLinked := called[key]
		if _, taken := s.names[key]; a.Linked == "" || !isLinked || taken || ref == NoActor {
			continue
		}
		s.names[key] = ref
		s.actors[ref].Aliases = append(s.actors[ref].Aliases, a.Name)
	}
}

// enter adds an actor, and makes a name or an id if it has none.
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

// freeID returns an id that is not in use: stem, or stem with the first number from 2 on that is free. Ids stay in use,
// so the numbers that were tried once are not tried again.
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

// claim lets a spelling mean actor a. If it means another already, that is a conflict.
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

// offer lets a key mean actor a if it means no actor yet.
func (s *actorResolver) offer(a ActorRef, key string) {
	if _, ok := s.names[key]; !ok {
		s.names[key] = a
	}
}

// mergeActor adds to actor a what b, another record of it, says and a does not.
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

// abbreviate finds the short forms that names explain in brackets. The short and the long form of a recorded actor then
// mean that actor.
func (s *actorResolver) abbreviate(mentions []string) {
	for a := range s.actors {
		for _, name := range append([]string{s.actors[a].Name}, s.actors[a].Aliases...) {
			s.explain(name)
		}
	}
	for _, name := range mentions {
		s.explain(name)
	}
	for a := range s.actors {
		if !s.actors[a].Recorded {
			continue // an id beside a name tells it from all others
		}
		for _, name := range append([]string{s.actors[a].Name}, s.actors[a].Aliases...) {
			if outside, inside, ok := names.SplitBracket(name); ok && names.Office(outside, inside) &&
				s.aside[names.Key(outside)] != "" {
				s.offer(ActorRef(a), names.Key(outside))
			}
		}
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

// explain notes what a name has in brackets, if anything: a short form or other words.
func (s *actorResolver) explain(name string) {
	outside, inside, ok := names.SplitBracket(name)
	if !ok {
		return
	}
	key, aside := names.Key(outside), names.Key(inside)
	if before, known := s.aside[key]; known && before != aside {
		aside = ""
	}
	s.aside[key] = aside
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

// resolve decides which actor each mention is, and makes actors of those that no record has.
func (s *actorResolver) resolve(mentions []string) {
	mentioned := make(map[string]string, len(mentions)) // key -> the spelling that names an actor of it
	for _, name := range mentions {
		key := names.Key(name)
		if before, known := mentioned[key]; !known || names.Uncapital(before) && !names.Uncapital(name) {
			mentioned[key] = name
		}
	}
	for i, name := range mentions {
		key := names.Key(name)
		a, ok := s.names[key]
		if !ok {
			a = s.unrecorded(s.canonical(mentioned[key], mentioned))
			s.names[key] = a
		}
		s.of[i] = a
	}
}

// canonical returns the spelling that names the actor of an unknown name: without an office in brackets if what is left
// is a known name, the long form rather than the short one.
func (s *actorResolver) canonical(name string, mentioned map[string]string) string {
	if _, long, ok := names.ShortForm(name); ok {
		return long
	}
	if outside, inside, ok := names.SplitBracket(name); ok && names.Office(outside, inside) {
		key := names.Key(outside)
		_, known := s.names[key]
		if s.taken[key] != "" || (known || mentioned[key] != "") && s.aside[key] != "" {
			name = cmp.Or(mentioned[key], outside)
		}
	}
	if long := s.long[names.Key(name)]; long != "" {
		return long
	}
	return name
}

// unrecorded returns the actor with a canonical name, and makes it if there is none.
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

// link adds to an actor the parent and the memberships of its record. Of several parents the first counts.
func (s *actorResolver) link(a *Actor, record *ActorDraft) {
	if a.Parent == NoActor {
		a.Parent = s.names.find(record.Parent)
	}
	a.Memberships = slices.Grow(a.Memberships, len(record.Memberships))
	for i := range record.Memberships {
		m := &record.Memberships[i]
		of := s.names.find(m.Of)
		a.Memberships = append(a.Memberships, Membership{Of: of, Role: m.Role, Start: m.Start, End: m.End})
	}
}

// find returns the actor of a name that was mentioned, NoActor for "".
func (n nameTable) find(name string) ActorRef {
	if name == "" {
		return NoActor
	}
	return n[names.Key(name)]
}
