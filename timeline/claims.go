package timeline

import "dateline/timeline/markup"

// ReadClaims returns the claims of event i as Read does, in the memory of a list of them. It reads nothing else of the
// event, and so takes a fraction of the time.
func (t *Timeline) ReadClaims(i int, room []Claim) []Claim {
	claims, markedUp := t.events.claims(i, room, &t.refs)
	if markedUp {
		for n := range claims {
			claims[n].Text = markup.Plain(claims[n].Text)
		}
	}
	return claims
}

// claims returns the claims of the n-th event as they are written, and whether they may have markup. What comes before
// them is skipped, in the order of packer.pack.
func (s *store) claims(n int, room []Claim, refs *references) (claims []Claim, markedUp bool) {
	u := s.unpack(n)
	u.skipTexts(3) // date, id and title
	_, markedUp = u.place()
	u.skipTexts(4)         // type, status, location and summary
	for range u.number() { // actors
		u.number()
		u.skip()
	}
	u.skipTexts(u.number()) // tags
	for range u.number() {  // quotes
		u.number()
		u.skip()
		u.number()
	}
	for range u.number() { // figures
		u.skipTexts(6)
		u.number()
		u.number()
	}
	claims = roomFor(room, u.number())
	for i := range claims {
		claims[i] = Claim{u.actor(refs), u.text(), u.text(), u.source(refs)}
	}
	return claims, markedUp
}

// skipTexts skips some texts.
func (u *unpacker) skipTexts(n int) {
	for range n {
		u.skip()
	}
}
