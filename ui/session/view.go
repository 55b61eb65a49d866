package session

import "dateline/timeline/calendar"

// A View is what the reader chose to look at. Everything on the screen follows from it and the record.
type View struct {
	Query  string        // the query line, the single truth about what is wanted
	Anchor string        // id of the event that the reader last chose; it comes back when a filter that hid it goes
	Paused bool          // the query is kept, but everything is shown
	Dim    bool          // what does not match is dimmed, not hidden
	Newest bool          // the list begins with the newest event
	Zoomed bool          // the overview shows a part of time, not all
	Zoom   calendar.Unit // what a column of it is then
	Share  int           // of the list, beside or over the detail, in thousandths; 0 is the layout's own
}
