// Package joined finds which names a reader takes for those of one actor.
//
//	groups := joined.Groups([][]string{{"DOJ", "Department of Justice"}}, find)
//	fmt.Println(groups[0].Actors) // those that the record has by these names
//
// It decides nothing but what belongs together: package timeline makes one actor of each group. It may import names.
package joined

import "dateline/timeline/names"

// A Group is names of one actor, and the actors of a record that have them.
type Group struct {
	Names  []string // as the reader writes them, in the order of the lists
	Actors []int32  // likewise, each once
}

// Groups returns the groups of lists of names. Lists that share a name, or an actor, are one group. A list of one name,
// in however many spellings, does nothing, and there is no group of which the record has nobody. Find returns the
// number of the actor with a name, and reports whether there is one.
func Groups(lists [][]string, find func(name string) (actor int32, ok bool)) []Group {
	t := table{places: make(map[string]int), of: make(map[int32]int)}
	for _, list := range lists {
		first := -1
		for _, text := range several(list) {
			at := t.enter(text, find)
			if first < 0 {
				first = at
			}
			t.join(first, at)
		}
	}
	return t.groups()
}

// several returns the names of a list, and none where there is but one.
func several(list []string) []string {
	var several []string
	for _, text := range list {
		if names.Key(text) != "" {
			several = append(several, text)
		}
	}
	for _, text := range several {
		if names.Key(text) != names.Key(several[0]) {
			return several
		}
	}
	return nil
}

// A table has the names of all lists, each once.
type table struct {
	names  []name
	places map[string]int // names.Key of a name -> its place
	of     map[int32]int  // actor -> the place of its first name
}

// A name is a member of a tree, whose root is the first name of the group.
type name struct {
	text  string
	above int // the place of another of the tree, or its own
	actor int32
	known bool // whether there is such an actor
}

// enter returns the place of a name, and enters it if it is new.
func (t *table) enter(text string, find func(string) (int32, bool)) int {
	key := names.Key(text)
	at, entered := t.places[key]
	if entered {
		return at
	}
	at = len(t.names)
	t.places[key] = at
	actor, known := find(text)
	t.names = append(t.names, name{text, at, actor, known})
	if known {
		if first, twice := t.of[actor]; twice {
			t.join(first, at)
		} else {
			t.of[actor] = at
		}
	}
	return at
}

// join makes one tree of those of two names.
func (t *table) join(a, b int) {
	a, b = t.root(a), t.root(b)
	t.names[max(a, b)].above = min(a, b)
}

// root returns the root of a name's tree, and brings the names on the way nearer to it.
func (t *table) root(at int) int {
	for t.names[at].above != at {
		t.names[at].above = t.names[t.names[at].above].above
		at = t.names[at].above
	}
	return at
}

// groups returns the trees that have an actor, in the order of their first names.
func (t *table) groups() []Group {
	var all, found []Group
	numbers := make(map[int]int) // root -> place in all
	for at, n := range t.names {
		root := t.root(at)
		number, begun := numbers[root]
		if !begun {
			number = len(all)
			numbers[root], all = number, append(all, Group{})
		}
		g := &all[number]
		g.Names = append(g.Names, n.text)
		if n.known && t.of[n.actor] == at {
			g.Actors = append(g.Actors, n.actor)
		}
	}
	for _, g := range all {
		if len(g.Actors) > 0 {
			found = append(found, g)
		}
	}
	return found
}
