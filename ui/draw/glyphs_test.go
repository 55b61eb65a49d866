package draw

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/timeline/family"
)

// drawings returns what lines and bars are made of. They are runs of one glyph, so that they can have glyphs in common.
func (g *Glyphs) drawings() string {
	return strings.Join([]string{
		g.Vertical, g.Horizontal, g.Tee, g.Cross, g.Heavy, g.Broken, g.Fold, g.Shade,
		g.HeavyVertical, g.HeavyCross, g.Corner, g.CornerLeft,
		strings.Join(g.eighths, ""), strings.Join(g.Bars, ""), strings.Join(g.levels[:], ""), g.None, g.Dot, g.Dash,
	}, "")
}

// TestADrawingHasOneMeaning holds for what lines and bars are made of: how many there are, where nothing is, time that is
// left out and the part of the axis in the list have no glyph in common, and the words of a status none with either.
func TestADrawingHasOneMeaning(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		g := NewTheme(Looks{ASCII: ascii}).Glyphs
		of := make(map[string]string)
		for means, glyphs := range map[string][]string{
			"how many":       slices.Concat(g.Bars, g.levels[:]),
			"nothing":        {g.None, g.Shade, g.Broken},
			"folded":         {g.Fold},
			"in the list":    {g.Heavy},
			"a line":         {g.Vertical, g.Horizontal},
			"a side":         {g.Folded, g.Unfolded},
			"what is ticked": {g.Included},
			"silence":        {g.Silence},
			"today":          {g.Now},
			"how sure":       {g.Confirmed, g.Reported, g.Disputed, g.Planned},
			"text is cut":    {g.More},
		} {
			for _, one := range glyphs {
				if other, ok := of[one]; ok && other != means {
					t.Errorf("ascii %v: %s is %s and %s", ascii, one, other, means)
				}
				of[one] = means
			}
		}
		for level, one := range g.levels[1:] { // none is less than the one before
			if strings.Index("oO@▁▂▃▄▅▆▇█", one) < strings.Index("oO@▁▂▃▄▅▆▇█", g.levels[level]) {
				t.Errorf("ascii %v: %s comes after %s", ascii, one, g.levels[level])
			}
		}
	}
}

// TestAGlyphHasOneMeaning holds for the signs of both sets: no two meanings have one glyph, and none is what lines and
// bars are drawn with. What a date is written with is no sign: it touches a digit or a word.
func TestAGlyphHasOneMeaning(t *testing.T) {
	// Of ASCII a few characters are understood as signs and needed for lines.
	alsoDrawn := map[bool]string{false: "▌", true: "-.."}
	for _, ascii := range []bool{false, true} {
		th := NewTheme(Looks{ASCII: ascii})
		if levels := strings.Join(th.Glyphs.levels[:], ""); strings.Contains(levels, th.Glyphs.None) {
			t.Errorf("ascii %v: none is drawn as some in %s", ascii, levels)
		}
		means := make(map[string]string)
		for _, one := range slices.Concat(th.Glyphs.Signs(), th.Glyphs.others()) {
			if other, taken := means[one.Glyph]; taken {
				t.Errorf("ascii %v: %s is %q and %q", ascii, one.Glyph, other, one.Means)
			}
			means[one.Glyph] = one.Means
			if strings.Contains(th.Glyphs.drawings(), one.Glyph) && !strings.Contains(alsoDrawn[ascii], one.Glyph) {
				t.Errorf("ascii %v: %s is %q and part of a drawing", ascii, one.Glyph, one.Means)
			}
			if n := Cells(one.Glyph); n != 1 && one.Glyph != th.Glyphs.Drop && !ascii {
				t.Errorf("%s is %d cells wide", one.Glyph, n)
			}
			if ascii && strings.ContainsFunc(one.Glyph, func(r rune) bool { return r > '~' }) {
				t.Errorf("%s is not ASCII", one.Glyph)
			}
		}
	}
}

// TestARecordHasNoMarkOfTheProgram holds that no record gives a type a mark of the screen: package family knows those of
// Unicode, and those of ASCII give way to the glyph of the type.
func TestARecordHasNoMarkOfTheProgram(t *testing.T) {
	th, ascii := NewTheme(Looks{}), NewTheme(Looks{ASCII: true})
	for _, one := range append(th.Glyphs.Signs(), th.Glyphs.others()...) {
		ofType := strings.HasPrefix(one.Means, "the type ") || strings.HasPrefix(one.Means, "the family ")
		if !ofType && family.IsGlyph(one.Glyph) && family.Force.Taken(one.Glyph) == "" {
			t.Errorf("a record may have %s, which is %q", one.Glyph, one.Means)
		}
	}
	for _, r := range th.Glyphs.drawings() {
		if family.Other.Taken(string(r)) == "" {
			t.Errorf("a record may have %c, with which is drawn", r)
		}
	}
	for _, one := range append(ascii.Glyphs.Signs(), ascii.Glyphs.others()...) {
		if got := ascii.TypeGlyph("gala", one.Glyph, family.Force); got != "X" {
			t.Errorf("a record may have %s in ASCII, which is %q", one.Glyph, one.Means)
		}
	}
}

// TestAGlyphOfARecordTakesOneCell holds for each that a record may have: the columns after it stay where they are,
// whatever stands beside it.
func TestAGlyphOfARecordTakesOneCell(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := string(r)
		if !family.IsGlyph(s) {
			continue
		}
		n++
		if Cells(s) != 1 || Cells("a"+s) != 2 || Cells(s+"a") != 2 || joins("•", s) || joins(s, "│") || rightToLeft(s) {
			t.Errorf("%U takes %d cells, or joins a neighbour", r, Cells(s))
		}
	}
	if n < 1000 {
		t.Errorf("only %d glyphs are let through", n)
	}
}

func TestTypeGlyph(t *testing.T) {
	unicode, ascii := NewTheme(Looks{}), NewTheme(Looks{ASCII: true})
	for _, c := range []struct {
		th             *Theme
		eventType, own string
		family         family.Family
		want           string
	}{
		{unicode, "call", "", family.Talks, "◇"},
		{unicode, "call", "◊", family.Talks, "◊"},
		{unicode, "conference", "", family.Talks, "◆"},
		{unicode, "", "", family.Other, "•"},
		{ascii, "call", "◊", family.Talks, "C"}, // not ASCII
		{ascii, "gala", "C", family.Help, "H"},  // a call there
		{ascii, "gala", "G", family.Help, "G"},  // free
		{ascii, "battle", "", family.Force, "X"},
	} {
		if got := c.th.TypeGlyph(c.eventType, c.own, c.family); got != c.want {
			t.Errorf("%q with %q is %q, want %q", c.eventType, c.own, got, c.want)
		}
	}
}
