package session

// A View is what the reader chose to look at. Everything on the screen follows from it and the record.
type View struct {
	Query     string // the query line, the single truth about what is wanted
	Anchor    string // id of the event that is the reader's place; it comes back when a filter that hid it goes
	Paused    bool   // the query is kept, but everything is shown
	Dim       bool   // what does not match is dimmed, not hidden
	Unfolded  bool   // what began before the dates asked for and goes on is listed too
	Newest    bool   // the list begins with the newest event
	Rows      int    // lines of an event in the list, 1 to 3; 0 is as many as fit
	Zoom      int    // how many times the axis was entered; 0 shows all of time
	TrueScale bool   // all days are of one width on the axis, and silence is not folded
	ByCount   bool   // lanes stand in the order of how many events they have, not by side
	Share     int    // of the list, beside or over the detail, in thousandths; 0 is the layout's own
}

// maxRows is how many lines an event has in the list at most.
const maxRows = 3

// asksLike reports whether both views show the same events in the same order.
func (v View) asksLike(w View) bool {
	return v.Query == w.Query && v.Paused == w.Paused && v.Dim == w.Dim && v.Unfolded == w.Unfolded
}

// from returns v as somebody comes back to it who looks at now. The place is that of v only where the way from v to now
// led elsewhere: what looks different is taken back under the reader's cursor.
func (v View) from(now View) View {
	there := v
	there.Anchor = now.Anchor
	if v.asksLike(now) && there != now {
		return there
	}
	return v
}
