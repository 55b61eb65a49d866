package draw

import (
	"io"
	"math"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/timeline/sanitize"
)

// A Theme holds every style and every drawing character of the screen. Default colours come first: only actors,
// matches, the selection and trouble have a colour of their own, and none of them is told by colour alone.
type Theme struct {
	Strong, Faint, Slant Style
	Actor, Match, Key    Style
	Good, Bad            Style
	Selected, Resting    Style // the selected row, and the selected row of a pane that is not in focus
	Under                Style // a mistake in the query
	Cursor               Style // the cell that is typed into
	Link                 Style // an address
	hyperlinks           bool  // the terminal may be told where an address leads
	Lit                  Style // what matches, in the overview
	Glyphs               Glyphs
	plain                *strings.Replacer // nil but in ASCII
	onlyASCII            bool              // the terminal has no UTF-8, of which it would obey bytes
}

// Looks say what a terminal can show. The zero value is a dark one that can show everything.
type Looks struct {
	Profile termenv.Profile
	Light   bool // the background
	ASCII   bool // draw without line and block characters
	NoUTF8  bool // the terminal would obey bytes of UTF-8: whatever is not ASCII becomes a question mark
	NoLinks bool // the terminal would print hyperlinks
}

// NewTheme returns the theme for a terminal of these looks. The renderer is the program's own, so that no test or
// library that changes the default one changes the screen.
func NewTheme(l Looks) *Theme {
	profile := l.Profile
	r := lipgloss.NewRenderer(io.Discard)
	r.SetHasDarkBackground(!l.Light)
	r.SetColorProfile(profile)
	if profile == termenv.Ascii {
		r.SetColorProfile(termenv.ANSI) // NO_COLOR speaks of colour only: bold, underline and reverse stay
	}
	colour := func(dark16, light16, of256 string) lipgloss.TerminalColor {
		switch profile {
		case termenv.Ascii:
			return lipgloss.NoColor{}
		case termenv.ANSI:
			return lipgloss.AdaptiveColor{Dark: dark16, Light: light16}
		default:
			return lipgloss.Color(of256) // tones of middle lightness, readable on light and dark
		}
	}
	base := r.NewStyle()
	selected := base.Reverse(true)
	if profile < termenv.ANSI { // 256 colours and more
		selected = base.Foreground(lipgloss.Color("231")).Background(lipgloss.Color("25"))
	}
	t := &Theme{
		Strong:   prefix(base.Bold(true)),
		Faint:    prefix(base.Faint(true)),
		Slant:    prefix(base.Italic(true)),
		Actor:    prefix(base.Foreground(colour("6", "4", "32"))),
		Match:    prefix(base.Foreground(colour("3", "5", "166")).Underline(true)),
		Key:      prefix(base.Bold(true)),
		Good:     prefix(base.Foreground(colour("2", "2", "64"))),
		Bad:      prefix(base.Foreground(colour("1", "1", "160")).Bold(true)),
		Selected: prefix(selected),
		Resting:  prefix(base.Bold(true)),
		Under:    prefix(base.Foreground(colour("1", "1", "160")).Underline(true)),
		Cursor:   Caret,
		Link:     prefix(base.Underline(true)),
		Lit:      prefix(base.Foreground(colour("3", "5", "166")).Bold(true)),
		Glyphs:   unicodeGlyphs,

		hyperlinks: !l.NoLinks,
		onlyASCII:  l.NoUTF8,
	}
	if l.ASCII {
		t.Glyphs, t.plain = asciiGlyphs, asciiPunctuation
	}
	return t
}

// prefix returns what lipgloss writes before a text in style s.
func prefix(s lipgloss.Style) Style {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	return Style(before)
}

// TypeGlyph returns the glyph for an event type.
func (t *Theme) TypeGlyph(eventType string) string {
	if g, ok := t.Glyphs.types[eventType]; ok {
		return g
	}
	return t.Glyphs.other
}

// Row returns the style of a whole row of a list, which is selected or not, and in focus or not.
func (t *Theme) Row(selected, focused bool) Style {
	switch {
	case !selected:
		return ""
	case !focused:
		return t.Resting
	}
	return t.Selected
}

// Level returns the glyph for n of at most most, blank for none. Small numbers are told apart better than great ones.
func (t *Theme) Level(n, most int) string {
	if n <= 0 {
		return " "
	}
	eighths := math.Ceil(math.Sqrt(float64(n)/float64(max(n, most))) * float64(len(t.Glyphs.levels)))
	return t.Glyphs.levels[int(eighths)-1]
}

// Draw writes spans into b, in at most w cells; pad fills what is left of them. A row style, such as that of the
// selected row, replaces the styles of the spans. Each span takes the cells that it has by itself: where characters
// would join over the seam of two, a sequence keeps them apart. It is the one place through which text reaches the
// screen.
func (t *Theme) Draw(b *strings.Builder, spans []Span, w int, row Style, pad bool) {
	b.Grow(w + 64)
	now := row // the style that the terminal is in
	b.WriteString(string(row))
	left, full := w, false
	last, end := "", b.Len() // the text that was written last, and where it ends
	write := func(text string) {
		if b.Len() == end && joins(last, text) {
			b.WriteString(now.end() + string(now))
		}
		b.WriteString(text)
		last, end = text, b.Len()
	}
	for _, s := range spans {
		if s.Style == isolate || s.Style == endIsolate {
			b.WriteString(string(s.Style))
			continue
		}
		if full { // what is left is half a wide character
			continue
		}
		text := Enough(sanitize.Line(Enough(s.Text, w)), left)
		if t.plain != nil {
			text = t.plain.Replace(text)
		}
		if t.onlyASCII {
			text = questioned(text)
		}
		n := Cells(text)
		if n > left {
			text = Clip(text, left, "")
			n, full = Cells(text), true
		}
		left -= n
		if text == "" {
			continue
		}
		if row == "" {
			now = now.change(b, s.Style)
		}
		write(text)
	}
	if row == "" {
		now = now.change(b, "")
	}
	if pad {
		write(Spaces(left))
	}
	now.change(b, "")
}
