package palette

import "dateline/timeline/family"

// A Palette is the colours that a theme is made of. Default colours come first: what has no tone is drawn in the
// terminal's own.
type Palette struct {
	Selected, Resting Tone // the grounds of the selected row, and of the one in a pane that is not in focus

	Faint, Actor, Match, Key  Tone
	Good, Bad, Disputed, Link Tone
	Dim                       Tone // of bars that do not match, and of no text
	Families                  [family.Count]Tone
	Strong                    bool // text is never faint, and what is dimmed is told by more than colour
}

// The palettes. A terminal says whether its ground is dark or light, so no tone has to be readable on both. The first
// two have a contrast of 4.5:1 at least to the grounds of common themes and to the two rows, the others one of 7:1 to
// the grounds, and rows that are black or white. A test holds that.
//
// The families have the four hues that are told apart best: red for force, blue for talks, green for help, and for
// words the yellow of paper. Each has a brightness of its own too, for eyes and printers without colour. What is no
// family is none of these hues: names are turquoise, a match is orange on dark and magenta on light, and underlined,
// and a dispute is violet. The row is navy on dark, since a grey one is lost on the many themes with a grey ground.
// With 7:1 to a light ground there is no turquoise and no yellow: names are a blue of their own there, and words are
// purple. Of 16 colours nobody knows the contrast, so all text of high contrast is in the terminal's own there.
var (
	dark = Palette{
		Selected: Tone{"18", ""}, Resting: Tone{"235", ""},
		Faint: Tone{"248", ""}, Actor: Tone{"80", "6"}, Match: Tone{"214", "3"}, Key: Tone{},
		Good: Tone{"114", "2"}, Bad: Tone{"203", "1"}, Disputed: Tone{"177", "13"}, Link: Tone{},
		Dim: Tone{"240", ""},
		Families: [family.Count]Tone{
			family.Force: {"203", "9"}, family.Talks: {"75", "12"}, family.Help: {"114", "2"}, family.Words: {"186", "11"},
			family.Other: {"250", ""},
		},
	}
	light = Palette{
		Selected: Tone{"189", ""}, Resting: Tone{"254", ""},
		Faint: Tone{"240", ""}, Actor: Tone{"24", "4"}, Match: Tone{"126", "5"}, Key: Tone{},
		Good: Tone{"22", "2"}, Bad: Tone{"124", "1"}, Disputed: Tone{"54", "5"}, Link: Tone{},
		Dim: Tone{"249", ""},
		Families: [family.Count]Tone{
			family.Force: {"88", "1"}, family.Talks: {"19", "4"}, family.Help: {"22", "2"}, family.Words: {"58", "5"},
			family.Other: {"240", ""},
		},
	}
	darkContrast = Palette{
		Selected: Tone{"231", ""}, Resting: Tone{"240", ""},
		Faint: Tone{"250", ""}, Actor: Tone{"123", ""}, Match: Tone{"214", ""}, Key: Tone{},
		Good: Tone{"120", ""}, Bad: Tone{"217", ""}, Disputed: Tone{"183", ""}, Link: Tone{},
		Dim: Tone{"246", ""},
		Families: [family.Count]Tone{
			family.Force: {"217", "9"}, family.Talks: {"153", "14"}, family.Help: {"120", "10"}, family.Words: {"229", "11"},
			family.Other: {"250", ""},
		},
		Strong: true,
	}
	lightContrast = Palette{
		Selected: Tone{"16", ""}, Resting: Tone{"247", ""},
		Faint: Tone{"238", ""}, Actor: Tone{"20", ""}, Match: Tone{"90", ""}, Key: Tone{},
		Good: Tone{"22", ""}, Bad: Tone{"88", ""}, Disputed: Tone{"54", ""}, Link: Tone{},
		Dim: Tone{"246", ""},
		Families: [family.Count]Tone{
			family.Force: {"88", "1"}, family.Talks: {"18", "4"}, family.Help: {"22", "2"}, family.Words: {"53", "5"},
			family.Other: {"238", ""},
		},
		Strong: true,
	}
)

// Texts returns the tones in which text is drawn on a row.
func (p *Palette) Texts() []Tone {
	return append([]Tone{p.Faint, p.Actor, p.Match, p.Key, p.Good, p.Bad, p.Disputed, p.Link}, p.Families[:]...)
}
