package input

import (
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// A Line is a line that is typed into. The editing is the library's; the drawing is ours, so that it has no blinking
// cursor that writes while nobody acts, and can underline a mistake.
type Line struct {
	line textinput.Model
	lost int // characters that it has had no room for since it was full
}

// most is how many characters a line takes.
const most = 2000

// Open begins with text, the cursor after it.
func (p *Line) Open(text string) {
	p.line = textinput.New()
	p.line.Prompt = ""
	p.Set(text, "")
	p.line.Focus()
}

// Set puts two texts into the line, with the cursor between them. They stay whole even where they have more characters
// than a line takes.
func (p *Line) Set(before, after string) {
	p.line.CharLimit = max(most, utf8.RuneCountInString(before)+utf8.RuneCountInString(after))
	p.line.SetValue(before + after)
	p.line.SetCursor(len([]rune(before)))
}

// Text returns what is typed.
func (p *Line) Text() string { return p.line.Value() }

// AtEnd reports whether the cursor has nothing more to its right.
func (p *Line) AtEnd() bool { return p.line.Position() == len([]rune(p.Text())) }

// A Typed is what became of a key.
type Typed struct {
	Changed bool   // the text is another
	Dead    bool   // it is no key that writes, deletes or moves in a line
	Said    string // what the line had no room for
}

// Update hands a key to the line.
func (p *Line) Update(k tea.KeyMsg) Typed {
	if !Edits(k) {
		return Typed{Dead: true}
	}
	before := p.Text()
	p.line, _ = p.line.Update(k)
	after := p.Text()
	done := Typed{Changed: after != before}
	length := utf8.RuneCountInString(after)
	left := len(k.Runes) - (length - utf8.RuneCountInString(before))
	if length < p.line.CharLimit || left <= 0 {
		p.lost = 0
		return done
	}
	p.lost += left
	done.Said = "the line is full at " + draw.Number(length) + " characters"
	if p.lost > 1 {
		done.Said += "; " + draw.Number(p.lost) + " more are left out"
	}
	return done
}

// Edits reports whether a key is one that writes, deletes or moves in a line.
func Edits(k tea.KeyMsg) bool {
	if k.Type == tea.KeyRunes || k.Type == tea.KeySpace {
		return true
	}
	does := &textinput.DefaultKeyMap
	return key.Matches(k, does.CharacterForward, does.CharacterBackward, does.WordForward, does.WordBackward,
		does.DeleteWordBackward, does.DeleteWordForward, does.DeleteAfterCursor, does.DeleteBeforeCursor,
		does.DeleteCharacterBackward, does.DeleteCharacterForward, does.LineStart, does.LineEnd)
}

// Before returns the line, and the byte before which its cursor is.
func (p *Line) Before() (line string, at int) {
	line = p.Text()
	return line, len(string([]rune(line)[:p.line.Position()]))
}

// start returns the first character that is drawn in w cells: the cursor stays in sight.
func (p *Line) start(runes []rune, w int) int {
	start := p.line.Position()
	for left := w - 1; start > 0; start-- {
		if left -= width(runes[start-1]); left < 0 {
			break
		}
	}
	return start
}

// width returns the cells of a character as it is drawn.
func width(r rune) int { return draw.Cells(sanitize.Line(string(r))) }

// Click puts the cursor on the character at cell x of the line as it is drawn in w cells, and after the last where it
// has ended before that.
func (p *Line) Click(x, w int) {
	runes := []rune(p.Text())
	at := p.start(runes, w)
	for end := 0; at < len(runes); at++ {
		if end += width(runes[at]); end > x {
			break
		}
	}
	p.line.SetCursor(at)
}

// Spans draws the line within w cells, with the cursor, and the bytes from bad[0] to bad[1] as a mistake.
func (p *Line) Spans(th *draw.Theme, w int, bad *query.Error) []draw.Span {
	runes := []rune(p.Text())
	at, start := p.line.Position(), p.start(runes, w)
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
