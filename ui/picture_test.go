package ui

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestPictures holds the pictures of README against the screen: each is drawn from a frame of the record that the
// program carries, so that none can go stale when the screen or the record changes.
func TestPictures(t *testing.T) {
	record := embedded(t)
	const event = "2025-09-04-coalition-meets-paris"
	wide := open(t, 120, 32, record, in256, at(event))
	golden(t, "pictures/screen.svg", svg(wide.frame(), 120, 32))
	panel := open(t, 120, 32, record, in256, at(event)).press("a")
	golden(t, "pictures/actors.svg", svg(panel.frame(), 120, 32))
	lanes := open(t, 120, 32, record, in256, withQuery("actor:rubio"), at("2025-07-10-rubio-lavrov-kuala-lumpur")).press("v")
	golden(t, "pictures/lanes.svg", svg(lanes.frame(), 120, 32))
}

// svg draws a frame of w × h cells as a picture: its text, with the SGR styles that the theme uses.
func svg(frame string, w, h int) string {
	const cw, ch, pad = 8.4, 19, 12
	var b strings.Builder
	fmt.Fprintf(&b,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">`+"\n",
		float64(w)*cw+2*pad, h*ch+2*pad)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="6" fill="#%s"/>`+"\n", ground)
	for row, line := range strings.Split(hyperlinks.ReplaceAllString(frame, ""), "\n") {
		x, looks := 0, look{}
		line = columnMove.ReplaceAllString(line, "") // every row is padded up to there
		for line != "" {
			if params, rest, ok := cutSGR(line); ok {
				looks = looks.with(params)
				line = rest
				continue
			}
			run := line
			if i := strings.IndexByte(line, 0x1b); i >= 0 {
				run = line[:i]
			}
			if run == "" {
				break // a sequence that is no SGR would be a mistake of the theme
			}
			n := ansi.StringWidth(run)
			looks.draw(&b, run, pad+float64(x)*cw, pad+row*ch, float64(n)*cw, ch)
			x += n
			line = line[len(run):]
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// hyperlinks are the beginnings and ends of hyperlinks, which pictures do not have.
var hyperlinks = regexp.MustCompile(`\x1b\]8;;[!-~]*\x1b\\`)

// cutSGR takes an SGR sequence from the start of s.
func cutSGR(s string) (params, rest string, ok bool) {
	if !strings.HasPrefix(s, "\x1b[") {
		return "", s, false
	}
	params, rest, ok = strings.Cut(s[2:], "m")
	return params, rest, ok
}

// The picture's own colours.
const (
	ground = "14171c"
	ink    = "d7dae0"
)

// A look is the state of SGR attributes.
type look struct {
	fore, back                              string
	bold, faint, slant, underline, reversed bool
}

// with applies SGR parameters.
func (l look) with(params string) look {
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
		case "7":
			l.reversed = true
		case "38", "48":
			if i+2 < len(p) && p[i+1] == "5" {
				n, _ := strconv.Atoi(p[i+2])
				if p[i] == "38" {
					l.fore = cube(n)
				} else {
					l.back = cube(n)
				}
				i += 2
			}
		}
	}
	return l
}

// cube is a colour of the 6×6×6 cube of the 256 colours.
func cube(n int) string {
	level := func(v int) int {
		if v == 0 {
			return 0
		}
		return 55 + 40*v
	}
	n -= 16
	return fmt.Sprintf("%02x%02x%02x", level(n/36), level(n/6%6), level(n%6))
}

// draw writes one run of text.
func (l look) draw(b *strings.Builder, text string, x float64, y int, w float64, h int) {
	fore, back := l.fore, l.back
	if fore == "" {
		fore = ink
	}
	if l.reversed {
		fore, back = ground, ink
	}
	if back != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="#%s"/>`+"\n", x, y, w, h, back)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	attrs := ""
	if l.bold {
		attrs += ` font-weight="bold"`
	}
	if l.slant {
		attrs += ` font-style="italic"`
	}
	if l.underline {
		attrs += ` text-decoration="underline"`
	}
	if l.faint {
		attrs += ` opacity="0.6"`
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%d" textLength="%.1f" fill="#%s"%s xml:space="preserve">%s</text>`+"\n",
		x, y+h-5, w, fore, attrs, html.EscapeString(text))
}
