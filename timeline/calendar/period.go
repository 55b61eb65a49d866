package calendar

// A Period is a stretch of days, both ends included.
type Period struct{ From, To Day }

// Every day there is, and none of them.
var (
	Always = Period{Beginning, Forever}
	Never  = Period{Forever, Beginning}
)

// Intersect is the time that belongs to both.
func (p Period) Intersect(q Period) Period { return Period{max(p.From, q.From), min(p.To, q.To)} }

// Overlaps says whether some day belongs to both.
func (p Period) Overlaps(q Period) bool {
	return p.From <= p.To && p.From <= q.To && q.From <= p.To
}

// Extend is p made to hold q too, but for the open ends of q.
func (p Period) Extend(q Period) Period {
	if q == Always { // a set such as [..1950,1960..] is open at both ends
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
