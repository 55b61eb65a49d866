package draw

import (
	"math"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/timeline/family"
	"dateline/timeline/sanitize"
	"dateline/ui/palette"
)

// A Theme holds every style and every drawing character of the screen. Default colours come first, and nothing is told
// by colour alone.
type Theme struct {
	Strong, Faint, Slant Style
	Actor, Match, Key    Style
	Good, Bad            Style
	Disputed             Style // accounts differ
	Selected, Resting    Style // the selected row, and the selected row of a pane that is not in focus
	Under                Style // a mistake in the query
	Cursor               Style // the cell that is typed into
	Link                 Style // an address
	hyperlinks           bool  // the terminal may be told where an address leads
	Dim                  Style // a bar of what does not match
	Aside                Style // an event that is shown although it does not match
	Families             [family.Count]Style
	stacks               [family.Count][family.Count]Style // one below the other in one cell; "" where that cannot be
	Glyphs               Glyphs
	plain                *strings.Replacer // nil but in ASCII
	taken                string            // glyphs that a type of a record cannot have in ASCII
	onlyASCII            bool              // the terminal has no UTF-8, of which it would obey bytes
	toneless             [2]Style          // rows on which colours could not be read, "" for none
}

// NewTheme returns the theme for a terminal of these looks.
func NewTheme(l Looks) *Theme {
	tones, in := palette.Of(l.Theme, l.Light, l.Roles), newBrush(l.Profile)
	base := in.base
	selected, onSelected := in.row(tones.Selected, base.Reverse(true), tones.Texts())
	resting, onResting := in.row(tones.Resting, base, tones.Texts())
	t := &Theme{
		Strong:   prefix(base.Bold(true)),
		Faint:    prefix(in.dimmed(tones.Faint)),
		Slant:    prefix(base.Italic(true)),
		Actor:    prefix(in.in(tones.Actor)),
		Match:    prefix(in.in(tones.Match).Underline(true)),
		Key:      prefix(in.in(tones.Key).Bold(true)),
		Good:     prefix(in.in(tones.Good)),
		Bad:      prefix(in.in(tones.Bad).Bold(true)),
		Disputed: prefix(in.in(tones.Disputed).Bold(true)),
		Selected: prefix(selected),
		Resting:  prefix(resting.Bold(true)),
		Under:    prefix(in.in(tones.Bad).Underline(true)),
		Cursor:   Caret,
		Link:     prefix(in.in(tones.Link).Underline(true)),
		Dim:      prefix(in.dimmed(tones.Dim)),
		Glyphs:   unicodeGlyphs,

		hyperlinks: !l.NoLinks,
		onlyASCII:  l.NoUTF8,
	}
	if !onSelected {
		t.toneless[0] = t.Selected
	}
	if !onResting {
		t.toneless[1] = t.Resting
	}
	t.Aside = t.Faint
	if tones.Strong && l.Profile != termenv.Ascii {
		t.Faint = prefix(in.in(tones.Faint))
		t.Aside = t.Faint + t.Slant
	}
	t.setFamilies(tones.Families, in, l.ASCII || l.Theme == palette.Terminal)
	if l.ASCII {
		t.Glyphs, t.plain = asciiGlyphs, asciiPunctuation
		t.taken = t.Glyphs.taken()
	} else {
		for f := range t.Glyphs.families {
			t.Glyphs.families[f] = family.Family(f).Glyph()
		}
	}
	return t
}

// setFamilies sets the styles of the families, and without those of cells that are of one.
func (t *Theme) setFamilies(tones [family.Count]palette.Tone, in brush, single bool) {
	for f, tone := range tones {
		t.Families[f] = prefix(in.in(tone))
		for above, rest := range tones {
			if s, ok := in.stack(tone, rest); ok && !single {
				t.stacks[f][above] = prefix(s)
			}
		}
	}
}

// prefix returns what lipgloss writes before a text in style s.
func prefix(s lipgloss.Style) Style {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	const begin, twice = "\x1b[4;", ";4m" // lipgloss underlines the text by itself too
	if strings.HasPrefix(before, begin) && strings.HasSuffix(before, twice) {
		before = strings.TrimSuffix(before, twice) + "m"
	}
	return Style(before)
}

// TypeGlyph returns the glyph for an event type: the record's own, which is "" for none, else the one that the type
// has, else that of its family.
func (t *Theme) TypeGlyph(eventType, own string, f family.Family) string {
	if own != "" && (t.plain == nil || own < "\x7f" && !strings.Contains(t.taken, own)) {
		return own
	}
	if g, ok := t.Glyphs.types[eventType]; ok {
		return g
	}
	return t.Glyphs.families[min(int(f), family.Count-1)]
}

// Stack returns the style of a cell that is of one family below and of another above; ok is false where a cell can only
// be of one.
func (t *Theme) Stack(below, above family.Family) (st Style, ok bool) {
	st = t.stacks[below][above]
	return st, st != ""
}

// Status returns the glyph and the style of an event's status, which stand beside its word; the glyph is a blank for a
// word that is none of the four.
func (t *Theme) Status(status string) (glyph string, st Style) {
	switch status {
	case "confirmed":
		return t.Glyphs.Confirmed, ""
	case "reported":
		return t.Glyphs.Reported, t.Faint
	case "disputed":
		return t.Glyphs.Disputed, t.Disputed
	case "planned":
		return t.Glyphs.Planned, t.Slant
	}
	return " ", t.Faint
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
// selected row, is the ground under the styles of the spans. Each span takes the cells that it has by itself: where
// characters would join over the seam of two, a sequence keeps them apart. It is the one place through which text
// reaches the screen.
func (t *Theme) Draw(b *strings.Builder, spans []Span, w int, row Style, pad bool) {
	b.Grow(w + 64)
	ground := t.ground(row)
	now := Style("") // the style that the terminal is in, on the ground
	b.WriteString(string(row))
	left, full := w, false
	last, end := "", b.Len() // the text that was written last, and where it ends
	write := func(text string) {
		if b.Len() == end && joins(last, text) {
			b.WriteString(now.end() + string(row) + string(now))
		}
		b.WriteString(text)
		last, end = text, b.Len()
	}
	for _, s := range spans {
		if s.Style == isolate || s.Style == endIsolate {
			if !t.onlyASCII {
				b.WriteString(string(s.Style))
			}
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
		now = ground.change(b, now, s.Style)
		write(text)
	}
	now = ground.change(b, now, "")
	if pad {
		write(Spaces(left))
	}
	row.change(b, "")
}
