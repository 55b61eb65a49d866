package reading

// longest is how many pages a trail leads back at most.
const longest = 100

// A trail is the way on which the reader came to a page by links: from which event to which.
type trail []struct{ from, to string }

// Came notes that the reader left the page of one event for that of another, to which Back leads again.
func (p *Page) Came(from, to string) {
	if from == "" || to == "" || from == to {
		return
	}
	if p.trail = append(p.trail, struct{ from, to string }{from, to}); len(p.trail) > longest {
		p.trail = p.trail[1:]
	}
}

// Back returns the event from whose page the reader came to that of the event at, a step less far each time. Whoever
// came there otherwise has left the way.
func (p *Page) Back(at string) (id string, ok bool) {
	n := len(p.trail) - 1
	if n < 0 || p.trail[n].to != at {
		p.Leap()
		return "", false
	}
	id = p.trail[n].from
	p.trail = p.trail[:n]
	return id, true
}

// Leap forgets how the reader came to the page.
func (p *Page) Leap() { p.trail = nil }

// Follow keeps the place on the page, and the way to it, where events have other ids now.
func (p *Page) Follow(renamed map[string]string) {
	p.Page.Follow(renamed)
	for n := range p.trail {
		for _, id := range []*string{&p.trail[n].from, &p.trail[n].to} {
			if now, ok := renamed[*id]; ok {
				*id = now
			}
		}
	}
}
