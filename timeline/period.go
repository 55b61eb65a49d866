package timeline

// A period is a stretch of days, both ends included.
type period struct{ from, to Day }

// Every day there is, and none of them.
var (
	always = period{Beginning, Forever}
	never  = period{Forever, Beginning}
)

// meet is the time that belongs to both.
func (p period) meet(q period) period { return period{max(p.from, q.from), min(p.to, q.to)} }

// overlaps says whether some day belongs to both.
func (p period) overlaps(q period) bool {
	return p.from <= p.to && p.from <= q.to && q.from <= p.to
}

// when is the time at which an event of this date may have been: any for an undated one.
func (d Date) when() period {
	if d.IsZero() {
		return always
	}
	return period{d.Earliest(), d.Latest()}
}

// period is the time that the membership may have lasted.
func (m *Membership) period() period {
	p := always
	if !m.Start.IsZero() {
		p.from = m.Start.Earliest()
	}
	if !m.End.IsZero() {
		p.to = m.End.Latest()
	}
	return p
}
