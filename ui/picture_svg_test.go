package ui

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// How pictures are drawn, in units of the picture.
const (
	cellWide, cellHigh = 10, 22
	baseline           = 16 // below the top of a cell
	fontSize           = 16.6
	margin             = 14
	ground             = "#14171c"
	edge               = "#3d444d"
	ink                = "#d7dae0"
)

// A picture is a drawing of frames that grows row by row. Looks that come again have a class of the style sheet.
type picture struct {
	t       *testing.T
	b       strings.Builder
	classes []string // the style of each class
}

// still draws a frame of w columns as a picture.
func still(t *testing.T, frame string, w int) string {
	p := picture{t: t}
	rows := rowsOf(frame)
	for n, line := range rows {
		fmt.Fprintf(&p.b, `<g transform="translate(%d,%d)">%s</g>`+"\n", margin, margin+n*cellHigh+baseline, p.row(line))
	}
	return p.whole(w, len(rows)*cellHigh, "", p.b.String())
}

// whole puts a picture together of w columns and a height: its styles, its ground, and what was drawn.
func (p *picture) whole(w, high int, styles, body string) string {
	wide := w*cellWide + 2*margin
	high += 2 * margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" xml:space="preserve">`+"\n<style>\n", wide, high)
	fmt.Fprintf(&b, "text{font:%gpx 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}\n", fontSize)
	for n, style := range p.classes {
		fmt.Fprintf(&b, ".c%d{%s}\n", n, style)
	}
	b.WriteString(styles + "</style>\n")
	fmt.Fprintf(&b, `<rect x=".5" y=".5" width="%d" height="%d" rx="8" fill="%s" stroke="%s"/>`+"\n",
		wide-1, high-1, ground, edge)
	return b.String() + body + "</svg>\n"
}

// class returns the class of a style.
func (p *picture) class(style string) string {
	n := slices.Index(p.classes, style)
	if n < 0 {
		n = len(p.classes)
		p.classes = append(p.classes, style)
	}
	return fmt.Sprintf("c%d", n)
}

// rowsOf returns the rows of a frame, without what does not draw.
func rowsOf(frame string) []string {
	frame = columnMove.ReplaceAllString(hyperlinks.ReplaceAllString(frame, ""), "") // rows are padded up to there
	return strings.Split(frame, "\n")
}

// hyperlinks are the beginnings and ends of hyperlinks, which pictures do not have.
var hyperlinks = regexp.MustCompile(`\x1b\]8;;[!-~]*\x1b\\`)

// row draws a row of a frame, its base line at 0.
func (p *picture) row(line string) string {
	var b strings.Builder
	x, looks := 0, look{}
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "\x1b["); ok {
			params, after, ok := strings.Cut(rest, "m")
			if !ok {
				p.t.Fatalf("%q is no style", line)
			}
			looks, line = looks.with(p.t, params), after
			continue
		}
		run := line
		if i := strings.IndexByte(line, 0x1b); i >= 0 {
			run = line[:i]
		}
		if run == "" {
			p.t.Fatalf("%q is no style", line)
		}
		p.run(&b, looks, run, x)
		x += ansi.StringWidth(run)
		line = line[len(run):]
	}
	return b.String()
}

// run draws text of one look from column x on.
func (p *picture) run(b *strings.Builder, looks look, text string, x int) {
	fore, back := looks.fore, looks.back
	if fore == "" {
		fore = ink
	}
	if looks.reversed {
		fore, back = ground, fore
	}
	if back != "" {
		fmt.Fprintf(b, `<path class="%s" d="%s"/>`, p.class("fill:"+back),
			oblong(x*cellWide, -baseline, ansi.StringWidth(text)*cellWide, cellHigh))
	}
	style := "fill:" + fore
	shapes := ""
	for text != "" {
		if piece := leading(text, func(r rune) bool { _, ok := shapeOf[r]; return ok }); piece != "" {
			shapes += drawn([]rune(piece), x)
			x += ansi.StringWidth(piece)
			text = text[len(piece):]
			continue
		}
		piece, words := nextWords(text)
		p.words(b, looks, style, piece, words, x)
		x += ansi.StringWidth(piece)
		text = text[len(piece):]
	}
	if shapes != "" {
		fmt.Fprintf(b, `<path class="%s" d="%s"/>`, p.class(style+looks.opacity()), shapes)
	}
}

// words writes a piece of text: words, or one sign in the middle of its cell, which any font may have to supply.
func (p *picture) words(b *strings.Builder, looks look, style, text string, words bool, x int) {
	trimmed := strings.TrimLeft(text, " ")
	x += len(text) - len(trimmed)
	if trimmed = strings.TrimRight(trimmed, " "); trimmed == "" {
		return
	}
	n := ansi.StringWidth(trimmed) * cellWide
	style += looks.style()
	if !words {
		fmt.Fprintf(b, `<text x="%d" class="%s">%s</text>`, x*cellWide+n/2, p.class(style+";text-anchor:middle"),
			html.EscapeString(trimmed))
		return
	}
	fmt.Fprintf(b, `<text x="%d" textLength="%d" class="%s">%s</text>`, x*cellWide, n, p.class(style),
		html.EscapeString(trimmed))
}

// nextWords returns the piece at the start of a text: what every font has up to a gap, or else one sign.
func nextWords(text string) (piece string, words bool) {
	piece = leading(text, func(r rune) bool {
		return r < unicode.MaxASCII || unicode.IsLetter(r) || strings.ContainsRune("’‘“”–—…·±×", r)
	})
	if piece == "" {
		first := []rune(text)[0]
		return string(first), false
	}
	if blanks := len(piece) - len(strings.TrimLeft(piece, " ")); blanks > 0 {
		return piece[:blanks], true
	}
	if gap := strings.Index(piece, "  "); gap > 0 {
		piece = piece[:gap]
	}
	return piece, true
}

// leading returns the start of a text that holds only such characters.
func leading(text string, such func(rune) bool) string {
	if end := strings.IndexFunc(text, func(r rune) bool { return !such(r) }); end >= 0 {
		return text[:end]
	}
	return text
}

// drawn returns the path of line and block characters from column x on, where equal ones that go on are one.
func drawn(text []rune, x int) string {
	var b strings.Builder
	for n := 0; n < len(text); {
		wide := 1
		for strings.ContainsRune("─━█", text[n]) && n+wide < len(text) && text[n+wide] == text[n] {
			wide++
		}
		for _, s := range shapeOf[text[n]] {
			if wide > 1 {
				s.w = wide * cellWide
			}
			b.WriteString(oblong((x+n)*cellWide+s.x, s.y-baseline, s.w, s.h))
		}
		n += wide
	}
	return b.String()
}

// oblong is the path of a rectangle.
func oblong(x, y, w, h int) string { return fmt.Sprintf("M%d %dh%dv%dh-%dz", x, y, w, h, w) }

// shapeOf are the characters that are drawn as rectangles of their cell, so that they meet whatever the font.
var shapeOf = func() map[rune][]struct{ x, y, w, h int } {
	type shape = struct{ x, y, w, h int }
	const midX, midY = cellWide / 2, cellHigh / 2
	across, down := shape{0, midY - 1, cellWide, 1}, shape{midX - 1, 0, 1, cellHigh}
	wideAcross, wideDown := shape{0, midY - 2, cellWide, 3}, shape{midX - 2, 0, 3, cellHigh}
	shapes := map[rune][]shape{
		'─': {across}, '│': {down}, '┼': {across, down}, '━': {wideAcross}, '┃': {wideDown},
		'╂': {across, wideDown}, '╋': {wideAcross, wideDown},
		'┬': {across, {midX - 1, midY, 1, midY}},
		'┗': {{midX - 2, 0, 3, midY}, {midX - 2, midY - 2, midX + 2, 3}},
		'┛': {{midX - 2, 0, 3, midY}, {0, midY - 2, midX, 3}},
		'╌': {{1, midY - 1, 3, 1}, {6, midY - 1, 3, 1}},
		'┊': {{midX - 1, 1, 1, 3}, {midX - 1, 7, 1, 3}, {midX - 1, 12, 1, 3}, {midX - 1, 18, 1, 3}},
		'╏': {{midX - 2, 2, 3, 7}, {midX - 2, 13, 3, 7}},
	}
	for n, r := range []rune("▁▂▃▄▅▆▇█") {
		high := (n + 1) * cellHigh / 8
		shapes[r] = []shape{{0, cellHigh - high, cellWide, high}}
	}
	for n, r := range []rune("▏▎▍▌▋▊▉") {
		shapes[r] = []shape{{0, 0, max(1, (n+1)*cellWide/8), cellHigh}}
	}
	for y := 1; y < cellHigh; y += 5 {
		for x := 1; x < cellWide; x += 5 {
			shapes['░'] = append(shapes['░'], shape{x, y, 2, 2})
		}
	}
	return shapes
}()

// A look is the state of SGR attributes.
type look struct {
	fore, back                              string
	bold, faint, slant, underline, reversed bool
}

// with applies SGR parameters.
func (l look) with(t *testing.T, params string) look {
	p := strings.Split(params, ";")
	for i := 0; i < len(p); i++ {
		switch p[i] {
		case "", "0":
			l = look{}
		case "1":
			l.bold = true
		case "2":
			l.faint = true
		case "3":
			l.slant = true
		case "4":
			l.underline = true
		case "7", "27":
			l.reversed = p[i] == "7"
		case "38", "48":
			if i+2 >= len(p) || p[i+1] != "5" {
				t.Fatalf("%q is no colour of 256", params)
			}
			if p[i] == "38" {
				l.fore = colourOf(t, p[i+2])
			} else {
				l.back = colourOf(t, p[i+2])
			}
			i += 2
		default:
			t.Fatalf("%q in %q is unknown to pictures", p[i], params)
		}
	}
	return l
}

// style is what of a look is no colour.
func (l look) style() string {
	style := l.opacity()
	if l.bold {
		style += ";font-weight:bold"
	}
	if l.slant {
		style += ";font-style:italic"
	}
	if l.underline {
		style += ";text-decoration:underline"
	}
	return style
}

// opacity is how faint a look is.
func (l look) opacity() string {
	if l.faint {
		return ";opacity:.6"
	}
	return ""
}

// colourOf is a colour of the 256 that is in their cube or their row of greys.
func colourOf(t *testing.T, number string) string {
	n, err := strconv.Atoi(number)
	if err != nil || n < 16 || n > 255 {
		t.Fatalf("%q is a colour that each terminal has its own of", number)
	}
	if n >= 232 {
		return fmt.Sprintf("#%02[1]x%02[1]x%02[1]x", 8+10*(n-232))
	}
	level := func(v int) int {
		if v == 0 {
			return 0
		}
		return 55 + 40*v
	}
	n -= 16
	return fmt.Sprintf("#%02x%02x%02x", level(n/36), level(n/6%6), level(n%6))
}
