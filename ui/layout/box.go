package layout

import "image"

// Boxed returns s with the box under the head. It has two thirds of the room of the panes, or all of it where that
// would leave the list too little, and with all set. What hangs from the head already stays above it.
func (s Screen) Boxed(all bool) Screen {
	const leastBox, leastList = 12, 5 // rows
	h := s.Panes.Dy()
	n := max(2*h/3, leastBox)
	if all || h-n < leastList {
		var none image.Rectangle
		s.Box, s.Shape = s.Panes, Single
		s.Rail, s.RailLine, s.List, s.Split, s.Detail = none, none, none, none, none
		return s
	}
	above := s.Drop
	s = s.Dropped(n, true)
	s.Box, s.Drop = s.Drop, above
	return s
}
