package calendar

// A Period is the days from From to To, both included. It is open at its start if From is Beginning and open at its
// end if To is Forever. It has no days if To is before From. The zero Period is 1 January 1970.
type Period struct{ From, To Day }

// Always has every day and Never has none.
var (
	Always = Period{Beginning, Forever}
	Never  = Period{Forever, Beginning}
)

// Intersect returns the days that belong to both p and q. The result has no days if there are none.
func (p Period) Intersect(q Period) Period { return Period{max(p.From, q.From), min(p.To, q.To)} }

// Overlaps reports whether some day belongs to both p and q.
func (p Period) Overlaps(q Period) bool {
	return p.From <= p.To && p.From <= q.To && q.From <= p.To
}

// Extend returns the least period with all days of p and q, in which an open end of q counts no further than its
// other end. Never extended by periods that have bounds is from the first bound to the last.
func (p Period) Extend(q Period) Period {
	if q == Always { // without any bound
		return p
	}
	if q.From == Beginning {
		q.From = q.To
	}
	if q.To == Forever {
		q.To = q.From
	}
	return Period{min(p.From, q.From), max(p.To, q.To)}
}
