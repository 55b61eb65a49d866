package ui

import (
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/ui/draw"
)

// A prompt is a line that is typed into. The editing is the library's; the drawing is ours, so that it has no blinking
// cursor that writes while nobody acts, and can underline a mistake.
type prompt struct {
	input      textinput.Model
	from       view       // what was looked at before the prompt opened; Esc goes back to it
	candidates candidates // of the query line
	recall     recall     // of the query line
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

// before gives the line, and the byte before which its cursor stands.
func (p *prompt) before() (line string, at int) {
	line = p.input.Value()
	return line, len(string([]rune(line)[:p.input.Position()]))
}

// spans draws the line within w cells, with the cursor, and the bytes from bad[0] to bad[1] as a mistake.
func (p *prompt) spans(th *draw.Theme, w int, bad *timeline.QueryError) []draw.Span {
	runes := []rune(p.input.Value())
	at := p.input.Position()
	start := at
	for left := w - 1; start > 0; start-- { // the cursor stays in sight
		if left -= draw.Cells(timeline.Visible(string(runes[start-1]))); left < 0 {
			break
		}
	}
	offset := 0
	var spans []draw.Span
	for n, r := range runes {
		size := len(string(r))
		if n >= start {
			st := draw.Style("")
			if bad != nil && offset >= bad.Start && offset < max(bad.End, bad.Start+1) {
				st = th.Under
			}
			if n == at {
				st = th.Cursor
			}
			spans = append(spans, st.Span(string(r)))
		}
		offset += size
	}
	if at == len(runes) {
		spans = append(spans, th.Cursor.Span(" "))
	}
	return merged(spans)
}

// merged joins neighbours of one style, so that graphemes of several runes stay whole.
func merged(spans []draw.Span) []draw.Span {
	var out []draw.Span
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].Style == s.Style {
			out[n-1].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

// queryRow is the query line: what is typed while it is open, else the parts of the query, and what they hide.
func (m *model) queryRow(w int) []draw.Span {
	switch m.mode() {
	case inDate:
		return m.dateRow(w)
	case inOverview:
		return m.walkRow(w)
	}
	th := m.theme
	spans := []draw.Span{th.Faint.Span(" / ")}
	right := m.queryState()
	room := w - 3 - draw.Cells(right) - 1
	switch {
	case m.mode() == inPrompt:
		spans = append(spans, m.prompt.spans(th, room-1, m.mistake())...)
	case m.view.query == "":
		spans = append(spans, th.Faint.Span(draw.Cut("no filter "+th.Glyphs.Dot+" / types one, a chooses an actor", room, "")))
	default:
		spans = append(spans, m.queryParts(w)...)
	}
	used := draw.SpanCells(spans)
	return append(spans, draw.Plain(draw.Spaces(w-used-draw.Cells(right)-1)), th.Faint.Span(right))
}

// queryState says what the query does beyond matching.
func (m *model) queryState() string {
	hidden := m.index.Timeline().Len() - m.matched.Len()
	switch {
	case m.wrong != nil:
		return ""
	case m.searching():
		return "searching"
	case m.view.paused:
		return "paused " + m.theme.Glyphs.Dot + " p resumes"
	case hidden == 0:
		return ""
	case m.view.dim:
		return draw.Number(hidden) + " dimmed"
	}
	return draw.Number(hidden) + " hidden"
}

// queryParts draws the parts of the query, or one that cannot be read as it stands.
func (m *model) queryParts(w int) []draw.Span {
	if m.wrong != nil {
		return []draw.Span{m.theme.Bad.Span(m.theme.Fit(m.view.query, w-chipsFrom-1))}
	}
	return m.chipSpans(w)
}
