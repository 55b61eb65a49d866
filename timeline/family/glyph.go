package family

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var glyphs = [Count]string{Force: "×", Talks: "◆", Words: "●", Help: "+", Other: "•"}

// Glyph returns the sign of the family, which every type of it has that has none of its own.
func (f Family) Glyph() string { return glyphs[min(int(f), Count-1)] }

// marks are the signs that mean something else on the screen, with and without Unicode. What draws them holds in a test
// that none is missing.
const marks = "│─┬┼┊┆╌╎╏━╋┃╂┗┛╱…✓−→“”—·▌↑↓★✦✎≠#▪▫▚»◌▸▾◄►←░▁▂▃▄▅▆▇█▏▎▍▋▊▉" + "|-.+>\"^*=:_%~?/!&`'),<[]{}"

// Taken returns what a glyph means already, for which no type of a family f can have it; it is "" for one that is free.
func (f Family) Taken(glyph string) string {
	for of, one := range glyphs {
		if one == glyph && Family(of) != f {
			return "the glyph of " + Family(of).String()
		}
	}
	if glyph != f.Glyph() && strings.Contains(marks, glyph) {
		return "one of the program's own marks"
	}
	return ""
}

// IsGlyph reports whether a text is one printable character that takes one cell in every terminal and joins no
// neighbour: a letter of a script that has no more to it than letters, a number, or a sign.
func IsGlyph(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case size == 0 || size != len(text) || r == utf8.RuneError:
		return false
	case r >= wideFrom || unicode.In(r, rightToLeft, wide):
		return false
	case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian):
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	}
	return unicode.IsSymbol(r) || unicode.IsPunct(r) || unicode.IsNumber(r)
}

// wideFrom begins the planes of emoji, which terminals do not agree about.
const wideFrom = 0x10000

// What is not let through: scripts from right to left, and signs that take two cells.
var (
	rightToLeft = &unicode.RangeTable{R16: []unicode.Range16{{0x590, 0x8ff, 1}, {0xfb1d, 0xfdff, 1}, {0xfe70, 0xfefc, 1}}}

	wide = &unicode.RangeTable{R16: []unicode.Range16{
		{0x231a, 0x231b, 1},
		{0x2329, 0x232a, 1},
		{0x23e9, 0x23ec, 1},
		{0x23f0, 0x23f0, 1},
		{0x23f3, 0x23f3, 1},
		{0x25fd, 0x25fe, 1},
		{0x2614, 0x2615, 1},
		{0x2630, 0x2637, 1},
		{0x2648, 0x2653, 1},
		{0x267f, 0x267f, 1},
		{0x268a, 0x268f, 1},
		{0x2693, 0x2693, 1},
		{0x26a1, 0x26a1, 1},
		{0x26aa, 0x26ab, 1},
		{0x26bd, 0x26be, 1},
		{0x26c4, 0x26c5, 1},
		{0x26ce, 0x26ce, 1},
		{0x26d4, 0x26d4, 1},
		{0x26ea, 0x26ea, 1},
		{0x26f2, 0x26f3, 1},
		{0x26f5, 0x26f5, 1},
		{0x26fa, 0x26fa, 1},
		{0x26fd, 0x26fd, 1},
		{0x2705, 0x2705, 1},
		{0x270a, 0x270b, 1},
		{0x2728, 0x2728, 1},
		{0x274c, 0x274c, 1},
		{0x274e, 0x274e, 1},
		{0x2753, 0x2755, 1},
		{0x2757, 0x2757, 1},
		{0x2795, 0x2797, 1},
		{0x27b0, 0x27b0, 1},
		{0x27bf, 0x27bf, 1},
		{0x2b1b, 0x2b1c, 1},
		{0x2b50, 0x2b50, 1},
		{0x2b55, 0x2b55, 1},
		{0x2e80, 0xa4cf, 1},
		{0xf900, 0xffff, 1},
	}}
)
