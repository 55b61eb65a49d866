package draw

import (
	"slices"
	"strings"

	"dateline/timeline/family"
)

// Glyphs are the characters that the screen is drawn with. Each is one cell wide, but for a few of ASCII. Those that
// mean something by themselves are among the Signs, where each has one meaning; the others draw lines and bars, or are
// punctuation.
type Glyphs struct {
	Vertical, Horizontal, Tee, Cross string    // lines, where they meet, and where they cross
	Heavy, Broken, Fold              string    // the axis in view; what lies beyond it; silence that is folded
	HeavyVertical, HeavyCross        string    // the selected event through lanes, and where it crosses one
	Corner, CornerLeft               string    // where that ends, and its title is
	eighths                          []string  // bars of a part of a cell, from the left; the last fills it
	Shade                            string    // what may be of a bar, and what is not lit of one
	Bars                             []string  // from the lowest to the full cell
	levels                           [8]string // how many, from few to many
	None                             string    // … and none

	More, Dot, Dash       string // text that is cut; between words; before a name
	QuoteOpen, QuoteClose string
	Before, After         string // where a key leads to what comes before, and after

	Cursor, AxisCursor                     string // the place in a list, and on the axis
	Now, Silence, Down                     string // today; days without events; more is below
	Mark, New, Changed                     string // of an event: marked; new or changed since the record was opened
	Rival, Quotes, Figures                 string // before how many of them an event has
	Confirmed, Reported, Disputed, Planned string // before the word of a status
	Included, Excluded, Drop               string // chosen; not wanted; what takes away what it stands after
	Link, Through                          string // leads to; takes part through its people
	Folded, Unfolded                       string // a side whose people are hidden, or shown
	OnlyLeft, OnlyRight                    string // of two that are compared
	types                                  map[string]string
	families                               [family.Count]string // of a type that is not in types
}

var unicodeGlyphs = Glyphs{
	Vertical: "│", Horizontal: "─", Tee: "┬", Cross: "┼", Heavy: "━", Broken: "╌", Fold: "╱",
	HeavyVertical: "┃", HeavyCross: "╂", Corner: "┗", CornerLeft: "┛",
	eighths: []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"}, Shade: "░",
	Bars:   []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	levels: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}, None: "·",
	More: "…", Dot: "·", Dash: "—", QuoteOpen: "“", QuoteClose: "”", Before: "‹", After: "›",
	Cursor: "▌", AxisCursor: "╋", Now: "╏", Silence: "┊", Down: "↓",
	Mark: "★", New: "✦", Changed: "✎", Rival: "≠", Quotes: "“", Figures: "#",
	Confirmed: "▪", Reported: "▫", Disputed: "▚", Planned: "»",
	Included: "✓", Excluded: "−", Drop: "[x]", Link: "→", Through: "◌",
	Folded: "▸", Unfolded: "▾", OnlyLeft: "◄", OnlyRight: "►",
	types: map[string]string{
		"war": "▼", "call": "◇", "summit": "▲", "visit": "△", "report": "□", "warning": "!", "agreement": "■", "pledge": "▣",
		"plan": "▷",
	},
}

// Of ASCII a dot is nothing: none, not lit, beyond the axis, without events. How many there are is “o”, “O” or “@”.
var asciiGlyphs = Glyphs{
	Vertical: "|", Horizontal: "-", Tee: "-", Cross: "|", Heavy: "=", Broken: ".", Fold: "~",
	HeavyVertical: "|", HeavyCross: "|", Corner: "`", CornerLeft: "'",
	eighths: []string{"="}, Shade: ".",
	Bars:   []string{"_", "o", "O"},
	levels: [8]string{"o", "o", "o", "O", "O", "O", "@", "@"}, None: ".",
	More: "..", Dot: "-", Dash: "-", QuoteOpen: "\"", QuoteClose: "\"", Before: "<-", After: "->",
	Cursor: ">", AxisCursor: "^", Now: "t", Silence: ":", Down: "v",
	Mark: "*", New: "n", Changed: "c", Rival: "!=", Quotes: "\"", Figures: "#",
	Confirmed: "(c)", Reported: "(r)", Disputed: "(d)", Planned: "(p)",
	Included: "+", Excluded: "-", Drop: "[x]", Link: "->", Through: ",",
	Folded: "[+]", Unfolded: "[-]", OnlyLeft: "[", OnlyRight: "]",
	families: [family.Count]string{
		family.Force: "X", family.Talks: "T", family.Words: "W", family.Help: "H", family.Other: "E",
	},
	types: map[string]string{
		"war": "F", "call": "C", "summit": "S", "visit": "V", "report": "R", "warning": "!", "agreement": "A", "pledge": "P",
		"plan": "N",
	},
}

// A Sign is a glyph that means something by itself, and what.
type Sign struct {
	Glyph, Means string
	Counts       bool // a number comes after it
}

// Signs returns what the glyphs beside events mean. Those of types and of statuses come from TypeGlyph and Status.
func (g *Glyphs) Signs() []Sign {
	return []Sign{
		{g.Rival, "contested: accounts that differ", true},
		{g.Quotes, "quotes", true},
		{g.Figures, "figures", true},
		{g.Mark, "marked", false},
		{g.New, "new", false},
		{g.Changed, "changed", false},
		{g.Silence, "days without events", false},
		{g.Through, "takes part through its people", false},
	}
}

// others returns what the glyphs mean that are no mark of an event.
func (g *Glyphs) others() []Sign {
	var all []Sign
	add := func(glyph, means string) { all = append(all, Sign{Glyph: glyph, Means: means}) }
	add(g.Cursor, "the place in a list")
	add(g.AxisCursor, "the place on the axis")
	add(g.Now, "today")
	add(g.Down, "more is below")
	add(g.More, "text is cut")
	add(g.Link, "leads to")
	add(g.Included, "chosen")
	add(g.Folded, "people are hidden")
	add(g.Unfolded, "people are shown")
	add(g.OnlyLeft, "of the left one")
	add(g.OnlyRight, "of the right one")
	add(g.Excluded, "not wanted")
	add(g.Drop, "takes away")
	add(g.Confirmed, "confirmed")
	add(g.Reported, "reported")
	add(g.Disputed, "disputed")
	add(g.Planned, "planned")
	for eventType, glyph := range g.types {
		add(glyph, "the type "+eventType)
	}
	for f, glyph := range g.families {
		add(glyph, "the family "+family.Family(f).String())
	}
	return all
}

// taken returns all glyphs that mean something, one after the other.
func (g *Glyphs) taken() string {
	var all strings.Builder
	for _, one := range slices.Concat(g.Signs(), g.others()) {
		all.WriteString(one.Glyph)
	}
	return all.String()
}

// asciiPunctuation puts ASCII in the place of the signs that our own words and dates are written with, cell for cell.
var asciiPunctuation = strings.NewReplacer("–", "-", "—", "-", "−", "-", "…", ".",
	"“", "\"", "”", "\"", "‘", "'", "’", "'",
	"·", "-", "≤", "<", "≥", ">", "←", "<", "→", ">", "↑", "^", "↓", "v")
