package ui

import (
	"cmp"
	"fmt"
	"image"
	"path"
	"strings"

	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/layout"
)

// A message is what the reader is told: what came of a key, why a filter cannot be read, where a typed date leads. It
// has a place of its own, in the line under the head, so that the keys of the footer stay in sight when they count.
type message struct{ draw.Span }

// said returns what the reader is told now, the zero message for nothing.
func (m *model) said() message {
	const asLeft = "as you left it"
	words := m.session.Notice()
	if words != "" && m.session.AsLeft() {
		words += " · " + asLeft
	}
	if m.settings != "" && words != "" {
		words = m.settings + " · " + words
	}
	if words = cmp.Or(words, m.settings); words != "" {
		return message{m.theme.Strong.Span(words)}
	}
	switch m.mode() {
	case inBox:
		return message{m.theme.Faint.Span(m.panes.box.Hint(m.size.X - 6))}
	case inQueryLine:
		if wrong := m.panes.queryLine.Mistake(m.session); wrong != nil {
			return message{m.theme.Bad.Span(wrong.Error())}
		}
	case inList, inDetail, inReading, inLanes:
		if m.session.AsLeft() {
			return message{m.theme.Faint.Span(asLeft)}
		}
		return message{m.theme.Faint.Span(cmp.Or(m.session.NewsUnknown(), m.session.BeginSo()))}
	}
	return message{}
}

// wrongSettings says which of the reader's own settings is wrong first, and which key lists all; "" where none is.
func (o *Options) wrongSettings(key string) string {
	if len(o.Settings) == 0 {
		return ""
	}
	first := o.Settings[0].Places[0]
	words := path.Base(strings.ReplaceAll(first.Pos.File, `\`, "/"))
	if first.Pos.Line > 0 {
		words += fmt.Sprintf(", line %d", first.Pos.Line)
	}
	words += ": " + first.Message
	if n := o.Settings.Count(); n > 1 {
		return fmt.Sprintf("%s; %s lists all %d", words, key, n)
	}
	return words + "; " + key + " says more"
}

// mostLines is how many lines a message takes at most.
const mostLines = 3

// lines returns the message in at most most lines for a screen of w cells, the last of them cut.
func (said message) lines(w, most int, more string) []string {
	room := max(1, w-2*said.margin(w))
	if address, ok := strings.CutPrefix(said.Text, opening); ok {
		return []string{opening + draw.CutAddress(address, room-draw.Cells(opening), more)}
	}
	lines := draw.Wrap(sanitize.Line(draw.Enough(said.Text, (most+1)*room)), room)
	if len(lines) > most {
		lines[most-1] = draw.Cut(lines[most-1]+" "+lines[most], room, more)
		lines = lines[:most]
	}
	return lines
}

// margin returns how many cells there are before a message, and after it, on a screen of w cells.
func (message) margin(w int) int {
	if w < 45 {
		return 1
	}
	return 3
}

// place returns the row that the first line of a message takes: that of the rule, where the screen is low that of the
// query or the title. It is empty where there is none. typing is whether the query row is typed into.
func (said message) place(s layout.Screen, typing bool) image.Rectangle {
	for _, row := range []image.Rectangle{s.Rule, s.Query, s.Title} {
		if !row.Empty() && (row != s.Query || !typing) {
			return row
		}
	}
	return image.Rectangle{}
}

// below returns how many rows the message needs under the head.
func (said message) below(s layout.Screen, typing bool) int {
	if said.Text == "" {
		return 0
	}
	n := len(said.lines(s.Size.X, mostLines, ""))
	if !said.place(s, typing).Empty() {
		n--
	}
	return n
}

// tell draws a message, with at most so many rows under the head.
func (c *canvas) tell(said message, below int, typing bool) {
	if said.Text == "" {
		return
	}
	row, most := said.place(c.s, typing), below
	if !row.Empty() {
		most++
	}
	lines := said.lines(c.s.Size.X, max(most, 1), c.th.Glyphs.More)
	if !row.Empty() {
		spans := []draw.Span{draw.Plain(" "), said.Style.Span(lines[0])}
		if row == c.s.Rule {
			line, before := []rune(c.ruleLine), said.margin(c.s.Size.X)-1
			after := min(before+draw.Cells(lines[0])+2, len(line))
			spans = []draw.Span{
				c.th.Faint.Span(string(line[:before]) + " "), said.Style.Span(lines[0]),
				c.th.Faint.Span(" " + string(line[after:])),
			}
		}
		c.lines[row.Min.Y].Reset()
		c.row(row, spans)
		lines = lines[1:]
	}
	rows := c.th.Rows(c.s.Drop.Dx(), below)
	for _, l := range lines {
		rows.Add("", draw.Plain(draw.Spaces(said.margin(c.s.Size.X))), said.Style.Span(l))
	}
	c.place(c.s.Drop, rows.Strings())
}
