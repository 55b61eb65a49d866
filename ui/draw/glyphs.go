package draw

import (
	"strings"

	"dateline/timeline/family"
)

// Glyphs are the characters that the screen is drawn with. Each is one cell wide, but for a few of ASCII.
type Glyphs struct {
	Vertical, Horizontal, Tee, More string
	Included, Excluded, Link        string
	QuoteOpen, QuoteClose, Dash     string
	Dot, Cursor, Up, Down, Back     string
	eighths                         []string             // bars of a part of a cell, from the left; the last fills it
	shade, Chart                    string               // what may be of a bar; a figure that has a chart
	Heavy, Broken, Now              string               // the axis in view; a silence, or what lasts; today
	AxisCursor                      string               // the place on the axis
	Bars                            []string             // from the lowest to the full cell
	Mark                            string               // of a marked event
	Rival, Quotes, Figures          string               // before how many of them an event has
	types                           map[string]string    // event type -> glyph
	families                        [family.Count]string // of a type that is not in types
	levels                          [8]string            // how many, from few to many
	Bar, Cross, Through             string               // of a bar chart; of lines; taking part through its people

	Confirmed, Reported, Disputed, Planned string // before the word of a status
	Drop                                   string // what takes away what it stands after
}

var unicodeGlyphs = Glyphs{
	Vertical: "│", Horizontal: "─", Tee: "┬", More: "…",
	Included: "✓", Excluded: "−", Link: "→",
	QuoteOpen: "“", QuoteClose: "”", Dash: "—",
	Dot: "·", Cursor: "▌", Up: "↑", Down: "↓", Back: "←", Mark: "★",
	eighths: []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"}, shade: "░", Chart: "c",
	Heavy: "━", Broken: "╌", Now: "┊", AxisCursor: "╋",
	Bars:  []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	Rival: "≠", Quotes: "“", Figures: "#",
	families: [family.Count]string{
		family.Force: "×", family.Talks: "◆", family.Words: "●", family.Help: "+", family.Other: "•",
	},
	types: map[string]string{
		"war": "▼", "call": "◇", "summit": "▲", "visit": "△", "report": "□", "warning": "!", "agreement": "■", "pledge": "▣",
		"plan": "▷",
	},
	levels: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	Bar:    "▇", Cross: "┼", Through: "◌",
	Confirmed: "▮", Reported: "▯", Disputed: "▚", Planned: "»", Drop: "[x]",
}

var asciiGlyphs = Glyphs{
	Vertical: "|", Horizontal: "-", Tee: "-", More: "..",
	Included: "+", Excluded: "-", Link: ">",
	QuoteOpen: "\"", QuoteClose: "\"", Dash: "-",
	Dot: "-", Cursor: ">", Up: "^", Down: "v", Back: "<", Mark: "*",
	eighths: []string{"="}, shade: ".", Chart: "c",
	Heavy: "=", Broken: ".", Now: ":", AxisCursor: "^",
	Bars:  []string{"_", "=", "%"},
	Rival: "!=", Quotes: "\"", Figures: "#",
	families: [family.Count]string{
		family.Force: "X", family.Talks: "T", family.Words: "W", family.Help: "H", family.Other: "o",
	},
	types: map[string]string{
		"war": "F", "call": "C", "summit": "S", "visit": "V", "report": "R", "warning": "!", "agreement": "A", "pledge": "P",
		"plan": "N",
	},
	levels: [8]string{".", ":", "-", "=", "i", "I", "%", "@"},
	Bar:    "=", Cross: "|", Through: ".",
	Confirmed: "=", Reported: "'", Disputed: "&", Planned: ")", Drop: "[x]",
}

// asciiPunctuation puts ASCII in the place of the signs that our own words and dates are written with, cell for cell.
var asciiPunctuation = strings.NewReplacer("–", "-", "—", "-", "−", "-", "…", ".",
	"“", "\"", "”", "\"", "‘", "'", "’", "'",
	"·", "-", "≤", "<", "≥", ">", "←", "<", "→", ">", "↑", "^", "↓", "v")
