package ui

import (
	"fmt"
	"image"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// View is the frame that was drawn last, unless something changed: bubbletea asks after every message.
func (m *model) View() string {
	if m.frame == "" && m.size.X > 0 && m.size.Y > 0 {
		s := m.layout()
		m.arrange(s)
		m.frame = m.draw(s)
	}
	return m.frame
}

// draw asks the panes, arranged in their rectangles, to draw, and joins them: exactly as many lines as the terminal has.
func (m *model) draw(s screen) string {
	lines := make([]strings.Builder, s.size.Y)
	row := func(r image.Rectangle, spans []draw.Span) {
		if !r.Empty() {
			m.theme.Draw(&lines[r.Min.Y], spans, r.Dx(), "", false)
		}
	}
	row(s.title, m.titleRow(s.size.X))
	row(s.query, m.queryRow(s.size.X))
	row(s.rule, []draw.Span{m.theme.Faint.Span(m.rule(s))})
	place := func(r image.Rectangle, drawn []string) {
		for n, line := range drawn {
			if n < r.Dy() && line != "" {
				at := &lines[r.Min.Y+n]
				at.Grow(max(len(line), s.size.X) + 64)
				if r.Min.X > 0 && at.Len() == 0 {
					at.WriteString(draw.Spaces(r.Min.X))
				}
				at.WriteString(line)
			}
		}
	}
	m.drawPanes(s, place)
	place(s.strip(), m.overview.draw(m, s.strip().Dx(), s.strip().Dy()))
	row(s.footer, m.footerRow(s.size.X))
	length := 0
	for n := range lines {
		length += lines[n].Len() + 1
	}
	var b strings.Builder
	b.Grow(length)
	for n := range lines {
		if n > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(lines[n].String())
	}
	return b.String()
}

// drawPanes draws the panes, or what lies over them.
func (m *model) drawPanes(s screen, place func(image.Rectangle, []string)) {
	whole, side := s.panes, s.side()
	if side.Empty() {
		return
	}
	switch m.mode {
	case inHelp:
		place(whole, m.help.draw(m, whole.Dx(), whole.Dy()))
		return
	case inProblems:
		place(whole, m.problemList.draw(m.theme, m.problems, whole.Dx(), whole.Dy()))
		return
	case inKept, inNaming:
		place(whole, m.keptList.draw(m, whole.Dx(), whole.Dy()))
		return
	}
	over := m.isOver()
	if over && s.shape != beside {
		m.drawOver(s, place)
		return
	}
	if m.shown().Len() == 0 {
		m.drawEmpty(s, place)
	} else {
		if !s.list.Empty() {
			place(s.list, m.overlay(m.filled(m.drawEvents(s.list), s.list), s.list.Dx()))
		}
		m.drawSplit(s, place)
		if !s.detail.Empty() && !over {
			page := s.page()
			place(page, m.detail.Draw(m.theme, page.Dx(), page.Dy(), m.mode == inDetail))
		}
	}
	if over {
		m.drawOver(s, place)
	}
}

// drawOver draws the actor panel, an actor's page or a chart over the detail.
func (m *model) drawOver(s screen, place func(image.Rectangle, []string)) {
	r := s.side()
	switch m.mode {
	case inPanel:
		place(r, m.panel.draw(m, r.Dx(), r.Dy()))
		return
	case inChart:
		place(r, m.chart.draw(m.theme, m.index.Timeline(), r.Dx(), r.Dy()))
		return
	}
	r = s.inset(r)
	place(r, m.person.Draw(m.theme, r.Dx(), r.Dy(), true))
}

// drawEvents draws the events as a list or as lanes.
func (m *model) drawEvents(r image.Rectangle) []string {
	if m.base == inLanes {
		return m.lanes.draw(m, r.Dx(), r.Dy())
	}
	return m.list.draw(m, r.Dx(), r.Dy())
}

// drawSplit draws the line between list and detail.
func (m *model) drawSplit(s screen, place func(image.Rectangle, []string)) {
	if s.split.Empty() {
		return
	}
	line := " " + m.theme.Glyphs.Vertical + " "
	if s.shape == stacked {
		line = strings.Repeat(m.theme.Glyphs.Horizontal, s.split.Dx())
	}
	line = terminal.ToColumn(s.split.Min.X) + string(m.theme.Faint) + line + draw.Reset
	rows := make([]string, s.split.Dy())
	for n := range rows {
		rows[n] = line
	}
	place(s.split, rows)
}

// filled pads a pane's rows to its rectangle, so that what stands beside it is aligned.
func (m *model) filled(rows []string, r image.Rectangle) []string {
	for len(rows) < r.Dy() {
		rows = append(rows, draw.Spaces(r.Dx()))
	}
	return rows
}

// drawEmpty says why nothing is shown, and the key that changes it.
func (m *model) drawEmpty(s screen, place func(image.Rectangle, []string)) {
	r := m.emptyPane(s)
	said := m.theme.Padded(r.Dx(), r.Dy())
	for _, text := range m.emptyWords() {
		for _, l := range draw.Wrap(timeline.Visible(text), r.Dx()-4) {
			said.Add("", draw.Plain("  "+l))
		}
	}
	rows := said.Strings()
	if len(rows) < r.Dy() && r.Dy() > 4 {
		rows = append([]string{draw.Spaces(r.Dx())}, rows...)
	}
	place(r, m.overlay(m.filled(rows, r), r.Dx()))
	if s.shape == beside {
		m.drawSplit(s, place)
	}
}

// emptyPane is where it is said that nothing is shown.
func (m *model) emptyPane(s screen) image.Rectangle {
	if s.shape == beside {
		return s.list
	}
	return s.panes
}

// emptyWords explain an empty list.
func (m *model) emptyWords() []string {
	t := m.index.Timeline()
	switch {
	case m.loading && t.Len() == 0:
		return []string{"Reading …"}
	case t.Len() == 0 && len(m.problems) > 0:
		return []string{"There is no event to show.", m.problems[0].Message + ".", "! lists what is wrong."}
	case t.Len() == 0:
		return []string{"The record has no events."}
	}
	words := []string{"Nothing matches."}
	for _, u := range m.search.answer.unknown {
		one := fmt.Sprintf("The record knows no %s “%s”.", u.Key, u.Value)
		if len(u.Nearest) > 0 {
			one += " Near it: " + strings.Join(u.Nearest, ", ") + "."
		}
		words = append(words, one)
	}
	without, drop := "the last part of the filter", ""
	if found := &m.search.answer; found.blamed {
		without = found.query.Parts()[found.blame.Part]
		words = append(words, fmt.Sprintf("Without %s there would be %s.", without, draw.Events(found.blame.Hidden)))
	}
	switch m.mode {
	case inList, inDetail:
		drop = "Esc drops " + without + ", u takes that back."
	case inChips:
		drop = "Enter drops the part under the cursor, u takes that back."
	case inPrompt:
		drop = "Esc takes back what is typed."
	}
	if drop == "" {
		return words
	}
	return append(words, drop)
}

// titleRow is the record's title, and what of it is shown.
func (m *model) titleRow(w int) []draw.Span {
	th, t := m.theme, m.index.Timeline()
	title := t.Title()
	if title == "" {
		title = m.opts.Name
	}
	if title == "" {
		title = "dateline"
	}
	count := draw.Events(t.Len())
	if m.matched.Len() != t.Len() {
		count = draw.Number(m.matched.Len()) + " of " + count
	}
	if m.loading && t.Len() == 0 {
		count = ""
	}
	right := []draw.Span{th.Strong.Span(count + " ")}
	if m.news.stale {
		right = append([]draw.Span{th.Strong.Span("as last read  ")}, right...)
	}
	if m.loading && !m.progress.Done { // a short second reading does not flicker
		right = append([]draw.Span{th.Faint.Span(m.loadingWords(w/2-draw.SpanCells(right)-2) + "  ")}, right...)
	}
	if n := len(m.problems); n > 0 {
		st, word := th.Strong, " warning"
		if errs := m.problems.Errors(); errs > 0 {
			st, word, n = th.Bad, " error", errs
		}
		if n != 1 {
			word += "s"
		}
		right = append([]draw.Span{st.Span(draw.Number(n) + word), th.Faint.Span(" (!)  ")}, right...)
	}
	for draw.SpanCells(right) > w*2/3 && len(right) > 1 {
		right = right[1:]
	}
	room := w - draw.SpanCells(right) - 3
	title = th.Fit(title, room)
	left := draw.AppendColumn([]draw.Span{draw.Plain(" ")}, th.Strong.Span(title))
	return append(append(left, draw.Plain(draw.Spaces(w-1-draw.Cells(title)-draw.SpanCells(right)))), right...)
}

// rule is the line under the head, joined to the line between the panes.
func (m *model) rule(s screen) string {
	g := m.theme.Glyphs
	if s.shape != beside || m.mode == inHelp || m.mode == inProblems || m.mode == inKept || m.mode == inNaming {
		return strings.Repeat(g.Horizontal, s.size.X)
	}
	left := s.split.Min.X + 1
	return strings.Repeat(g.Horizontal, left) + g.Tee + strings.Repeat(g.Horizontal, s.size.X-left-1)
}
