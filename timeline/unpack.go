package timeline

import "dateline/timeline/diag"

// An unpacker reads a packed event, of which rest is still to be read. The texts that it returns are parts of the
// packed text, not copies.
type unpacker struct {
	rest string
	of   *packedText
}

func (u *unpacker) number() int {
	n, shift := 0, 0
	for i := 0; ; i++ {
		b := u.rest[i]
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			u.rest = u.rest[i+1:]
			return n
		}
		shift += 7
	}
}

// actor reads the actor of a quote, figure or claim.
func (u *unpacker) actor(refs *references) ActorRef {
	if n := u.number(); n > 0 {
		return refs.actorOf[u.of.names[n-1]]
	}
	return NoActor
}

// source reads the source of a quote, figure or claim, or one that the event lists.
func (u *unpacker) source(refs *references) SourceRef {
	if n := u.number(); n > 0 {
		return refs.sourceOf[u.of.citations[n-1]]
	}
	return NoSource
}

// parts reads the actors that take part.
func (u *unpacker) parts(room []Part, refs *references) []Part {
	n := u.number()
	parts := roomFor(room, n)[:0]
	type role struct {
		actor ActorRef
		text  string
	}
	var named distinct[ActorRef] // apart from the roles, since an event may have thousands of actors without
	var roles distinct[role]
	var spelled distinct[nameRef]
	var again respelling
	for range n {
		name := u.of.names[u.number()-1]
		p := Part{Actor: refs.actorOf[name], Name: refs.spellings[name], Role: u.text()}
		first, other := named.add(p.Actor), spelled.add(name)
		switch {
		case p.Role != "" && roles.add(role{p.Actor, p.Role}) || first:
			parts = append(parts, p)
		case other:
			again.add(parts, p)
		}
	}
	return parts
}

// A respelling finds the actors of an event that it names again, in another spelling.
type respelling struct {
	at   map[ActorRef]int // the first part of each
	upTo int              // parts that are in at
}

// add notes the spelling of p, which is not to be a part of its own.
func (r *respelling) add(parts []Part, p Part) {
	if r.at == nil {
		r.at = make(map[ActorRef]int, len(parts))
	}
	for ; r.upTo < len(parts); r.upTo++ {
		if _, known := r.at[parts[r.upTo].Actor]; !known {
			r.at[parts[r.upTo].Actor] = r.upTo
		}
	}
	part := &parts[r.at[p.Actor]]
	part.Also = append(part.Also, p.Name)
}

// sources reads the sources that an event lists.
func (u *unpacker) sources(room []SourceRef, refs *references) []SourceRef {
	n := u.number()
	sources := roomFor(room, n)[:0]
	var known distinct[SourceRef]
	for range n {
		if s := u.source(refs); known.add(s) {
			sources = append(sources, s)
		}
	}
	return sources
}

// place reads where an event begins, and whether its texts may have markup.
func (u *unpacker) place() (pos diag.Pos, markup bool) {
	line, column := u.number(), u.number()
	return diag.Pos{File: u.of.file, Line: line, Column: column >> 1}, column&1 == 1
}

func (u *unpacker) text() string {
	n := u.number()
	text := u.rest[:n]
	u.rest = u.rest[n:]
	return text
}

// skip skips a text.
func (u *unpacker) skip() {
	n := u.number()
	u.rest = u.rest[n:]
}

func (u *unpacker) list(room []string) []string {
	list := roomFor(room, u.number())
	for i := range list {
		list[i] = u.text()
	}
	return list
}
