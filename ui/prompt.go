package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
)

// A prompt is a line that is typed into. The editing is the library's; the drawing is ours, so that it has no blinking
// cursor that writes while nobody acts, and can underline a mistake.
type prompt struct {
	input textinput.Model
	from  view // what was looked at before the prompt opened; Esc goes back to it
}

// newPrompt is an empty line.
func newPrompt() prompt {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 2000
	return prompt{input: in}
}

// open begins with value, the cursor behind it.
func (p *prompt) open(value string, from view) {
	p.from = from
	p.input.SetValue(value)
	p.input.CursorEnd()
	p.input.Focus()
}

// update hands a key to the line and says whether its text changed.
func (p *prompt) update(k tea.KeyMsg) bool {
	before := p.input.Value()
	p.input, _ = p.input.Update(k)
	return p.input.Value() != before
}

// spans draws the line within w cells, with the cursor, and the bytes from bad[0] to bad[1] as a mistake.
func (p *prompt) spans(th *theme, w int, bad *timeline.QueryError) []span {
	runes := []rune(p.input.Value())
	at := p.input.Position()
	start := 0
	for start < at && cells(string(runes[start:at])) >= w { // the cursor stays in sight
		start++
	}
	offset := 0
	var spans []span
	for n, r := range runes {
		size := len(string(r))
		if n >= start {
			st := style("")
			if bad != nil && offset >= bad.Start && offset < max(bad.End, bad.Start+1) {
				st = th.under
			}
			if n == at {
				st = th.cursor
			}
			spans = append(spans, span{string(r), st})
		}
		offset += size
	}
	if at == len(runes) {
		spans = append(spans, span{" ", th.cursor})
	}
	return merged(spans)
}

// merged joins neighbours of one style, so that graphemes of several runes stay whole.
func merged(spans []span) []span {
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].style == s.style {
			out[n-1].text += s.text
			continue
		}
		out = append(out, s)
	}
	return out
}

// queryRow is the query line: what is typed while it is open, else the parts of the query, and what they hide.
func (m *model) queryRow(w int) []span {
	th := m.theme
	spans := []span{{" / ", th.faint}}
	right := m.queryState()
	room := w - 3 - cells(right) - 1
	switch {
	case m.mode == inPrompt:
		spans = append(spans, m.prompt.spans(th, room-1, m.wrong)...)
	case m.view.query == "":
		spans = append(spans, span{cut("no filter "+th.glyphs.dot+" / types one, a chooses an actor", room, ""), th.faint})
	default:
		spans = append(spans, m.queryParts(room)...)
	}
	used := spanCells(spans)
	return append(spans, span{spaces(w - used - cells(right) - 1), ""}, span{right, th.faint})
}

// queryState says what the query does beyond matching.
func (m *model) queryState() string {
	hidden := m.index.Timeline().Len() - m.matched.Len()
	switch {
	case m.wrong != nil:
		return ""
	case m.view.paused:
		return "paused " + m.theme.glyphs.dot + " p resumes"
	case hidden == 0:
		return ""
	case m.view.dim:
		return number(hidden) + " dimmed"
	}
	return number(hidden) + " hidden"
}

// queryParts draws the parts of the query, key faint and value strong, within w cells.
func (m *model) queryParts(w int) []span {
	if m.wrong != nil {
		return []span{{cut(m.view.query, w, m.theme.glyphs.more), m.theme.bad}}
	}
	var spans []span
	for n, part := range m.query.Parts() {
		if n > 0 {
			spans = append(spans, span{"  ", ""})
		}
		key, value, found := strings.Cut(part, ":")
		if !found || strings.ContainsAny(key, " \"(") {
			spans = append(spans, span{part, m.theme.strong})
			continue
		}
		st := m.theme.strong
		if strings.HasSuffix(key, "actor") || strings.HasSuffix(key, "direct") {
			st += m.theme.actor
		}
		spans = append(spans, span{key + ":", m.theme.faint}, span{value, st})
	}
	for spanCells(spans) > w && len(spans) > 1 {
		spans = append(spans[:len(spans)-2], span{m.theme.glyphs.more, m.theme.faint})
		if spanCells(spans) <= w || len(spans) == 1 {
			break
		}
	}
	return spans
}
