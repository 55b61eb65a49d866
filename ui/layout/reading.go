package layout

import "image"

// Reading returns the screen while one event has all of it but the first row and the footer. What is told takes the
// rule, which is no line there.
func (s Screen) Reading() Screen {
	top := 0
	s.Shape = Single
	s.Overview, s.Query, s.Rule, s.Drop = image.Rectangle{}, image.Rectangle{}, image.Rectangle{}, image.Rectangle{}
	s.Rail, s.RailLine, s.List, s.Split = image.Rectangle{}, image.Rectangle{}, image.Rectangle{}, image.Rectangle{}
	if !s.Title.Empty() {
		top++
	}
	if s.Size.Y >= 12 {
		s.Rule = image.Rect(0, top, s.Size.X, top+1)
		top++
	}
	s.Panes.Min.Y = top
	s.Detail = s.Panes
	return s
}

// Sheet returns the place of the text of the event that has the screen: in the middle, no wider than is read well.
func (s Screen) Sheet() image.Rectangle {
	const widest = 92
	r := s.Detail
	if r.Dx() <= 20 {
		return r
	}
	margin := max(1, (r.Dx()-widest)/2)
	r.Min.X += margin
	r.Max.X = min(r.Max.X-1, r.Min.X+widest)
	return r
}
