package ui

// Drawing reads, arranging writes: before a frame is drawn, every pane that is seen is fitted to its rectangle here, and no
// method that draws changes anything.

// arrange fits the panes that are seen to the screen.
func (m *model) arrange(s screen) {
	m.list.today = m.today()
	m.list.scroll(m.index.Timeline(), s.list.Dy())
	m.overview.update(m, s.strip().Dx())
	whole, side := s.panes, s.side()
	if side.Empty() {
		return
	}
	switch m.mode {
	case inHelp:
		m.help.arrange(m, whole.Dx(), whole.Dy())
		return
	case inProblems:
		m.problemList.arrange(m.theme, m.problems, whole.Dx(), whole.Dy())
		return
	case inKept, inNaming:
		m.keptList.arrange(m, whole.Dx(), whole.Dy())
		return
	}
	over := m.isOver()
	if over {
		m.arrangeOver(s)
		if s.shape != beside {
			return
		}
	}
	switch {
	case m.shown().Len() == 0:
		m.prompt.candidates.arrange(m.emptyPane(s).Dy())
	case !s.list.Empty() && m.base == inLanes:
		m.lanes.arrange(m, s.list.Dx(), s.list.Dy())
	case !s.list.Empty():
		m.list.arrange(m.index.Timeline(), s.list.Dy())
	}
	if m.shown().Len() == 0 {
		return
	}
	m.prompt.candidates.arrange(s.list.Dy())
	if !s.detail.Empty() && !over {
		page := s.page()
		m.detail.open(m, m.selected(), page.Dx())
		m.detail.Scroll(0, page.Dy())
	}
}

// arrangeOver fits what lies over the detail.
func (m *model) arrangeOver(s screen) {
	r := s.side()
	switch m.mode {
	case inPanel:
		m.panel.arrange(m, r.Dx(), r.Dy())
	case inChart:
		m.chart.arrange(r.Dy())
	default:
		r = s.inset(r)
		m.person.open(m, r.Dx())
		m.person.Scroll(0, r.Dy())
	}
}

// isOver reports whether something lies over the detail: the actor panel, an actor's page or a chart.
func (m *model) isOver() bool { return m.mode == inPanel || m.mode == inActor || m.mode == inChart }
