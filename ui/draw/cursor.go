package draw

// A Cursor is a place in a list of which a window is shown: the row that is chosen, and the first one that is seen.
// Both are counted from 0.
type Cursor struct{ At, Top int }

// Move moves the place by n rows within a list of length of; in an empty list it is 0.
func (c *Cursor) Move(n, of int) { c.At = max(0, min(c.At+n, of-1)) }

// Window brings the place into a window of h rows, with margin rows around it, and moves the window no further than
// that takes.
func (c *Cursor) Window(h, margin int) {
	c.Top = max(0, min(c.Top, c.At-margin), c.At+margin+1-h)
}

// Fill moves the window of h rows up where it goes beyond the end of a list of length of.
func (c *Cursor) Fill(of, h int) { c.Top = max(0, min(c.Top, of-h)) }
