package ui

import (
	"io"
	"math"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/timeline"
)

// A style is what stands before a run of text to give it its looks: an SGR sequence, taken from lipgloss once, or
// nothing. Drawing with prefixes costs a hundredth of Style.Render. Before it may stand a hyperlink.
type style string

// reset ends every style.
const reset = "\x1b[m"

// What a hyperlink (OSC 8) begins with, what comes behind its address, and what ends it.
const (
	hyperlinkStart  = "\x1b]8;;"
	hyperlinkBehind = "\x1b\\"
	hyperlinkEnd    = hyperlinkStart + hyperlinkBehind
)

// maxHyperlink is the length up to which terminals take an address.
const maxHyperlink = 2083

// hyperlink is the style of a link to an address that timeline.WebAddress gave, which holds no control character.
func (t *theme) hyperlink(address string) style {
	if !t.hyperlinks || len(address) > maxHyperlink {
		return t.link
	}
	return style(hyperlinkStart+address+hyperlinkBehind) + t.link
}

// in gives a style other looks; a hyperlink stays.
func (s style) in(looks style) style {
	if link, _, ok := strings.Cut(string(s), hyperlinkBehind); ok {
		return style(link+hyperlinkBehind) + looks
	}
	return looks
}

// end is what stands behind a run of text in style s.
func (s style) end() string {
	if strings.HasPrefix(string(s), hyperlinkStart) {
		return reset + hyperlinkEnd
	}
	return reset
}

// A theme holds every style and every drawing character of the screen. Default colours come first: only actors, matches,
// the selection and trouble have a colour of their own, and none of them is told by colour alone.
type theme struct {
	strong, faint, slant style
	actor, match, key    style
	good, bad            style
	selected, resting    style // the selected row, and the selected row of a pane that is not in focus
	under                style // a mistake in the query
	cursor               style // the cell that is typed into
	link                 style // an address
	hyperlinks           bool  // the terminal may be told where an address leads
	lit                  style // what matches, in the overview
	glyphs               glyphs
	ruler                string            // a long horizontal line, which shorter ones are cut from
	plain                *strings.Replacer // nil but in ASCII
	onlyASCII            bool              // the terminal has no UTF-8, of which it would obey bytes
}

// glyphs are the characters that the screen is drawn with, each one cell wide.
type glyphs struct {
	vertical, horizontal, tee, more string
	included, excluded, link        string
	quoteOpen, quoteClose, dash     string
	dot, thumb, cursor, up, down    string
	eighths                         []string          // bars of a part of a cell, from the left; the last fills it
	shade, chart                    string            // what may be of a bar; beside figures that a chart can be drawn of
	heavy, broken, now              string            // the axis in view; a silence, or what lasts; today
	bars                            []string          // from the lowest to the full cell
	mark                            string            // of a marked event
	types                           map[string]string // event type -> glyph
	other                           string            // of a type that is not in types
	levels                          [8]string         // how many, from few to many
	bar, cross, through             string            // of a bar chart; of lines; an actor that takes part through its people
}

var unicodeGlyphs = glyphs{
	vertical: "│", horizontal: "─", tee: "┬", more: "…",
	included: "✓", excluded: "×", link: "→",
	quoteOpen: "“", quoteClose: "”", dash: "—",
	dot: "·", thumb: "┃", cursor: "▌", up: "↑", down: "↓", mark: "★",
	eighths: []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"}, shade: "░", chart: "▂▄▆",
	heavy: "━", broken: "╌", now: "┊",
	bars: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	types: map[string]string{
		"meeting": "◆", "call": "◇", "summit": "▲", "visit": "△", "statement": "●", "strike": "×",
		"agreement": "■", "aid": "+", "plan": "○", "report": "□", "war": "×", "pledge": "■", "warning": "!",
	},
	other:  "•",
	levels: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	bar:    "▇", cross: "┼", through: "◦",
}

var asciiGlyphs = glyphs{
	vertical: "|", horizontal: "-", tee: "+", more: "~",
	included: "+", excluded: "x", link: ">",
	quoteOpen: "\"", quoteClose: "\"", dash: "-",
	dot: "-", thumb: "#", cursor: ">", up: "^", down: "v", mark: "*",
	eighths: []string{"#"}, shade: ".", chart: "[=]",
	heavy: "=", broken: ".", now: ":",
	bars: []string{"_", "o", "#"},
	types: map[string]string{
		"meeting": "m", "call": "c", "summit": "s", "visit": "v", "statement": "\"", "strike": "x",
		"agreement": "=", "aid": "+", "plan": "o", "report": "r", "war": "x", "pledge": "=", "warning": "!",
	},
	other:  "*",
	levels: [8]string{".", ":", "-", "=", "+", "*", "#", "@"},
	bar:    "#", cross: "|", through: ".",
}

// asciiPunctuation stands for the signs that our own words and dates are written with, cell for cell.
var asciiPunctuation = strings.NewReplacer("–", "-", "—", "-", "−", "-", "…", "~", "“", "\"", "”", "\"", "‘", "'", "’", "'",
	"·", "-", "≤", "<", "≥", ">", "←", "<", "→", ">", "↑", "^", "↓", "v")

// newTheme makes the theme for a number of colours. The renderer is the program's own, so that no test or library that
// changes the default one changes the screen.
func newTheme(profile termenv.Profile, dark, ascii bool) *theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetHasDarkBackground(dark)
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
	t := &theme{
		strong:   prefix(base.Bold(true)),
		faint:    prefix(base.Faint(true)),
		slant:    prefix(base.Italic(true)),
		actor:    prefix(base.Foreground(colour("6", "4", "32"))),
		match:    prefix(base.Foreground(colour("3", "5", "166")).Underline(true)),
		key:      prefix(base.Bold(true)),
		good:     prefix(base.Foreground(colour("2", "2", "64"))),
		bad:      prefix(base.Foreground(colour("1", "1", "160")).Bold(true)),
		selected: prefix(selected),
		resting:  prefix(base.Bold(true)),
		under:    prefix(base.Foreground(colour("1", "1", "160")).Underline(true)),
		cursor:   prefix(base.Reverse(true)),
		link:     prefix(base.Underline(true)),
		lit:      prefix(base.Foreground(colour("3", "5", "166")).Bold(true)),
		glyphs:   unicodeGlyphs,

		hyperlinks: true,
	}
	if ascii {
		t.glyphs, t.plain = asciiGlyphs, asciiPunctuation
	}
	t.ruler = strings.Repeat(t.glyphs.horizontal, 400)
	return t
}

// prefix is what lipgloss writes before a text in style s.
func prefix(s lipgloss.Style) style {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	return style(before)
}

// typeGlyph is the glyph for an event type.
func (t *theme) typeGlyph(eventType string) string {
	if g, ok := t.glyphs.types[eventType]; ok {
		return g
	}
	return t.glyphs.other
}

// level is the glyph for n of at most most, blank for none. Small numbers are told apart better than great ones.
func (t *theme) level(n, most int) string {
	if n <= 0 {
		return " "
	}
	eighths := math.Ceil(math.Sqrt(float64(n)/float64(max(n, most))) * float64(len(t.glyphs.levels)))
	return t.glyphs.levels[int(eighths)-1]
}

// draw writes spans into b, in at most w cells; pad fills what is left of them. A row style, such as that of the
// selected row, replaces the styles of the spans. It is the one place through which text reaches the screen.
func (t *theme) draw(b *strings.Builder, spans []span, w int, row style, pad bool) {
	b.Grow(w + 64)
	now := row // the style that the terminal is in
	b.WriteString(string(row))
	left, full := w, false
	for _, s := range spans {
		if s.style == isolate || s.style == endIsolate {
			b.WriteString(string(s.style))
			continue
		}
		if full { // what is left is half a wide character
			continue
		}
		text := enough(timeline.Visible(enough(s.text, w)), left)
		if t.plain != nil {
			text = t.plain.Replace(text)
		}
		if t.onlyASCII {
			text = questioned(text)
		}
		n := cells(text)
		if n > left {
			text = clip(text, left, "")
			n, full = cells(text), true
		}
		left -= n
		if text == "" {
			continue
		}
		if row == "" {
			now = now.change(b, s.style)
		}
		b.WriteString(text)
	}
	if row == "" {
		now = now.change(b, "")
	}
	if pad {
		b.WriteString(spaces(left))
	}
	now.change(b, "")
}

// change goes from style s to the next one, with as few bytes as that takes.
func (s style) change(b *strings.Builder, next style) style {
	if s != next && s != "" {
		b.WriteString(s.end())
	}
	if s != next {
		b.WriteString(string(next))
	}
	return next
}
