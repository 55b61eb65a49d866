package timeline

// Called returns what the actors so far are called, by their names and aliases, and the tags of the events so far, each
// once, in no order that means anything. It costs much less than a Timeline.
func (b *Builder) Called() (actors, tags []string) {
	for _, a := range resolveActors(b.actors, b.names.texts).actors {
		actors = append(append(actors, a.Name), a.Aliases...)
	}
	known := make(map[string]bool)
	var list []string
	for n := range b.events.len() {
		list = b.events.tags(n, list)
		for _, tag := range list {
			if !known[tag] {
				known[tag] = true
				tags = append(tags, tag)
			}
		}
	}
	return actors, tags
}

// tags returns the tags of the n-th event, and uses the list that it is given.
func (s *store) tags(n int, room []string) []string {
	const before = 3 // date, id and title
	u := s.unpack(n)
	for range before {
		u.skip()
	}
	u.place()
	const after = 4 // type, status, location and summary
	for range after {
		u.skip()
	}
	for range u.number() {
		u.number()
		u.skip()
	}
	return u.list(room)
}
