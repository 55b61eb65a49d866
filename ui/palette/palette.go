// Package palette has the colours that the screen is drawn in: which themes there are, for which uses a reader can
// choose a colour, and how one is written.
//
//	p := palette.Of(palette.Contrast, light, map[string]string{"actor": "#ffaf00"})
//	fmt.Println(p.Actor.Of256, p.Actor.Contrast(palette.White))
//
// It knows no terminal and makes no style of a colour: package draw does. It may import family, and termenv to know
// what a colour by number is made of.
package palette

import "dateline/timeline/family"

// A Theme is what a reader calls a palette; "" is that for the ground of the terminal.
type Theme string

// The themes that a reader can choose.
const (
	Dark     Theme = "dark"     // as on a dark ground, whatever the terminal says of its own
	Light    Theme = "light"    // as on a light one
	Contrast Theme = "contrast" // black, white and few strong colours, for either ground
	Terminal Theme = "terminal" // the terminal's own 16 colours
)

// Themes returns the names of the themes that a reader can choose.
func Themes() []string {
	return []string{string(Dark), string(Light), string(Contrast), string(Terminal)}
}

// FollowsGround reports whether a theme depends on whether the ground of the terminal is light.
func (t Theme) FollowsGround() bool { return t != Dark && t != Light }

// A role is a use of colour for which a reader can choose one.
type role struct {
	name string
	of   func(*Palette) *Tone
}

var roles = []role{
	{"actor", func(p *Palette) *Tone { return &p.Actor }},
	{"match", func(p *Palette) *Tone { return &p.Match }},
	{"faint", func(p *Palette) *Tone { return &p.Faint }},
	{"key", func(p *Palette) *Tone { return &p.Key }},
	{"link", func(p *Palette) *Tone { return &p.Link }},
	{"good", func(p *Palette) *Tone { return &p.Good }},
	{"bad", func(p *Palette) *Tone { return &p.Bad }},
	{"disputed", func(p *Palette) *Tone { return &p.Disputed }},
	{"force", func(p *Palette) *Tone { return &p.Families[family.Force] }},
	{"talks", func(p *Palette) *Tone { return &p.Families[family.Talks] }},
	{"words", func(p *Palette) *Tone { return &p.Families[family.Words] }},
	{"help", func(p *Palette) *Tone { return &p.Families[family.Help] }},
	{"other", func(p *Palette) *Tone { return &p.Families[family.Other] }},
	{"dim", func(p *Palette) *Tone { return &p.Dim }},
	{"selected", func(p *Palette) *Tone { return &p.Selected }},
	{"resting", func(p *Palette) *Tone { return &p.Resting }},
}

// Roles returns the names of the uses of colour for which a reader can choose one: of text; of the five families of
// types; of bars that do not match, "dim"; and of the ground of the selected row where the keys are, and elsewhere,
// "resting".
func Roles() []string {
	names := make([]string, len(roles))
	for i := range roles {
		names[i] = roles[i].name
	}
	return names
}

// Of returns the palette of a theme on a ground that is light or dark, with the reader's own colours by the names of
// roles. What is no role and no colour does not count, nor does a theme that there is not.
func Of(t Theme, isLight bool, own map[string]string) Palette {
	isLight = isLight && t != Dark || t == Light
	p := dark
	switch {
	case t == Contrast && isLight:
		p = lightContrast
	case t == Contrast:
		p = darkContrast
	case isLight:
		p = light
	}
	for _, one := range roles {
		tone := one.of(&p)
		if t == Terminal {
			tone.Of256 = tone.Of16
		}
		if colour, ok := read(own[one.name]); ok {
			*tone = Tone{colour, colour}
		}
	}
	return p
}
