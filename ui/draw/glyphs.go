package draw

import "strings"

// Glyphs are the characters that the screen is drawn with, each one cell wide.
type Glyphs struct {
	Vertical, Horizontal, Tee, More string
	Included, Excluded, Link        string
	QuoteOpen, QuoteClose, Dash     string
	Dot, Cursor, Up, Down           string
	Folded, Unfolded                string            // a side whose people are hidden, or shown
	eighths                         []string          // bars of a part of a cell, from the left; the last fills it
	shade, Chart                    string            // what may be of a bar; a figure that has a chart
	Heavy, Broken, Now              string            // the axis in view; a silence, or what lasts; today
	Bars                            []string          // from the lowest to the full cell
	Mark                            string            // of a marked event
	types                           map[string]string // event type -> glyph
	other                           string            // of a type that is not in types
	levels                          [8]string         // how many, from few to many
	Bar, Cross, Through             string            // of a bar chart; of lines; taking part through its people
}

var unicodeGlyphs = Glyphs{
	Vertical: "│", Horizontal: "─", Tee: "┬", More: "…",
	Included: "✓", Excluded: "×", Link: "→",
	QuoteOpen: "“", QuoteClose: "”", Dash: "—",
	Dot: "·", Cursor: "▌", Up: "↑", Down: "↓", Mark: "★",
	Folded: "▸", Unfolded: "▾",
	eighths: []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"}, shade: "░", Chart: "▂▄▆",
	Heavy: "━", Broken: "╌", Now: "┊",
	Bars: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	types: map[string]string{
		"meeting": "◆", "call": "◇", "summit": "▲", "visit": "△", "statement": "●", "strike": "×",
		"agreement": "■", "aid": "+", "plan": "○", "report": "□", "war": "×", "pledge": "■", "warning": "!",
	},
	other:  "•",
	levels: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	Bar:    "▇", Cross: "┼", Through: "◦",
}

var asciiGlyphs = Glyphs{
	Vertical: "|", Horizontal: "-", Tee: "+", More: "~",
	Included: "+", Excluded: "x", Link: ">",
	QuoteOpen: "\"", QuoteClose: "\"", Dash: "-",
	Dot: "-", Cursor: ">", Up: "^", Down: "v", Mark: "*",
	Folded: "}", Unfolded: "{",
	eighths: []string{"#"}, shade: ".", Chart: "[=]",
	Heavy: "=", Broken: ".", Now: ":",
	Bars: []string{"_", "o", "#"},
	types: map[string]string{
		"meeting": "m", "call": "c", "summit": "s", "visit": "v", "statement": "\"", "strike": "x",
		"agreement": "=", "aid": "+", "plan": "o", "report": "r", "war": "x", "pledge": "=", "warning": "!",
	},
	other:  "*",
	levels: [8]string{".", ":", "-", "=", "+", "*", "#", "@"},
	Bar:    "#", Cross: "|", Through: ".",
}

// asciiPunctuation puts ASCII in the place of the signs that our own words and dates are written with, cell for cell.
var asciiPunctuation = strings.NewReplacer("–", "-", "—", "-", "−", "-", "…", "~",
	"“", "\"", "”", "\"", "‘", "'", "’", "'",
	"·", "-", "≤", "<", "≥", ">", "←", "<", "→", ">", "↑", "^", "↓", "v")
