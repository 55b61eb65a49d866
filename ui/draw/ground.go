package draw

import (
	"bytes"
	"strings"
)

// A ground is the style of a whole row, on which spans keep the looks that can be read there.
type ground struct {
	row   Style
	plain bool // colours could not be read there, so only what is no colour stays
}

// ground returns the ground of a row. On a reversed one colours would be grounds of their own.
func (t *Theme) ground(row Style) ground {
	return ground{row, row != "" && (hasReverse(row) || row == t.toneless[0] || row == t.toneless[1])}
}

// change goes from style was to the style of a span, and returns that as it looks on the ground.
func (g ground) change(b *strings.Builder, was, next Style) Style {
	if g.plain {
		next = next.uncoloured()
	}
	if was == next {
		return next
	}
	if was != "" && (!was.isColour() || !next.isColour()) {
		b.WriteString(was.end())
		b.WriteString(string(g.row))
	}
	b.WriteString(string(next))
	return next
}

// hasReverse reports whether a style is drawn with the colours of text and ground changed.
func hasReverse(s Style) bool { return strings.HasSuffix(string(s), "[7m") }

// isColour reports whether a style is one of the 256 colours and nothing else, so that another takes its place.
func (s Style) isColour() bool {
	number, ok := strings.CutPrefix(string(s), "\x1b[38;5;")
	return ok && !strings.Contains(number, ";") && strings.Count(number, "m") == 1
}

// Attributes that are seen without colours too. Faint is not among them, since it could not be read.
const bold, slanted, underlined = "1", "3", "4"

// uncoloured returns what a style has beside its colours: a hyperlink, and what is bold, slanted or underlined.
func (s Style) uncoloured() Style {
	if s == "" {
		return ""
	}
	link, looks := "", string(s)
	if before, after, ok := strings.Cut(looks, hyperlinkAfter); ok {
		link, looks = before+hyperlinkAfter, after
	}
	kept := make([]byte, 0, 8)
	for part := range strings.SplitSeq(looks, "\x1b[") {
		parameters, _, _ := strings.Cut(part, "m")
		kept = appendAttributes(kept, parameters)
	}
	if len(kept) == 0 {
		return Style(link)
	}
	return Style(link + "\x1b[" + string(kept) + "m")
}

// appendAttributes appends those of the parameters of a sequence that are kept, each once, with semicolons between all.
func appendAttributes(kept []byte, parameters string) []byte {
	for parameters != "" {
		var one string
		one, parameters, _ = strings.Cut(parameters, ";")
		switch one {
		case "38", "48":
			parameters = afterColour(parameters)
		case bold, slanted, underlined:
			if bytes.Contains(kept, []byte(one)) {
				continue
			}
			if len(kept) > 0 {
				kept = append(kept, ';')
			}
			kept = append(kept, one...)
		}
	}
	return kept
}

// afterColour returns the parameters after those of a colour: 5 and a number of 256, or 2 and red, green and blue.
func afterColour(parameters string) string {
	kind, rest, _ := strings.Cut(parameters, ";")
	numbers := 1
	if kind == "2" {
		numbers = 3
	}
	for range numbers {
		_, rest, _ = strings.Cut(rest, ";")
	}
	return rest
}
