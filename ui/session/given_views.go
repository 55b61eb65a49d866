package session

// Views that the head of a record names. They are the reader's to open, and never shown by themselves.

// GivenViews returns the views that the record gives.
func (s *Session) GivenViews() (views []SavedView) {
	for _, v := range s.index.Timeline().Views() {
		views = append(views, SavedView{Name: ViewName(v.Name), Query: v.Query})
	}
	return views
}

// OpenGiven has the view of the record with this name be shown as soon as it is read.
func (s *Session) OpenGiven(name string) { s.wantView = ViewName(name) }

// openGiven shows the view of the record that was asked for, if it is there by now.
func (s *Session) openGiven() {
	for _, v := range s.GivenViews() {
		if s.wantView != "" && v.Name == s.wantView {
			s.wantView = ""
			s.view.Query, s.view.Paused, s.view.Dim = v.Query, false, false
			s.ask()
		}
	}
}
