package palette

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/muesli/termenv"
)

// A Colour is a number from 0 to 255, or #rrggbb. "" is the terminal's own.
type Colour string

// A Tone is a colour as terminals with 256 colours and with 16 have it.
type Tone struct{ Of256, Of16 Colour }

// What text is drawn in on a ground of which nothing else is known.
const (
	Black Colour = "16"
	White Colour = "231"
)

// Readable is the contrast from which on text can be read.
const Readable = 4.5

// colourNames are the names of the 16 colours that every terminal has, in the order of their numbers.
var colourNames = []string{
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
	"bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
	"bright-white",
}

// Check returns an error that says what to write, where a text is no colour.
func Check(text string) error {
	if _, ok := read(text); ok {
		return nil
	}
	return fmt.Errorf("`%s` is no colour; write a number from 0 to 255, #rrggbb, or one of %s, or bright- before one",
		text, strings.Join(colourNames[:8], ", "))
}

// read reads a colour.
func read(text string) (c Colour, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if n := slices.Index(colourNames, text); n >= 0 {
		return Colour(strconv.Itoa(n)), true
	}
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		_, err := strconv.ParseUint(hex, 16, 24)
		return Colour(text), err == nil && len(hex) == 6
	}
	n, err := strconv.ParseUint(text, 10, 8)
	return Colour(strconv.FormatUint(n, 10)), err == nil
}

// IsOf16 reports whether a colour is one of the 16, of which each terminal has its own.
func (c Colour) IsOf16() bool {
	n, err := strconv.Atoi(string(c))
	return err == nil && n < len(colourNames)
}

// Contrast returns the contrast of two colours, as WCAG 2 defines it: 1 for none, 21 for black on white. The 16 are
// taken to be those of xterm.
func (c Colour) Contrast(with Colour) float64 {
	a, b := c.luminance(), with.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance returns the relative luminance of a colour, as WCAG 2 defines it.
func (c Colour) luminance() float64 {
	r, g, b := termenv.ConvertToRGB(termenv.TrueColor.Color(string(c))).LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}
