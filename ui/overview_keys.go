package ui

// The walk goes along the overview, column by column, with the list following.

// hasOverview reports whether the overview is on the screen and has something to show.
func hasOverview(m *model) bool {
	return m.session.Index().Dated() > 0 && m.session.HasEvent() && !m.layout().Overview.Empty()
}

// magnify zooms the overview in, or by −1 out. In the walk, what undo takes back is the walk.
func magnify(m *model, n int) {
	w, undoable := m.layout().Strip().Dx(), m.mode() != inOverview
	if n > 0 {
		m.panes.overview.ZoomIn(m.session, w, undoable)
	} else {
		m.panes.overview.ZoomOut(m.session, w, undoable)
	}
}
