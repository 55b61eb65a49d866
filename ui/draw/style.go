package draw

import (
	"strings"
)

// A Style is what is written before a run of text for its looks: an SGR sequence, taken from lipgloss once, or
// nothing. Drawing with prefixes costs a hundredth of Style.Render. A hyperlink may come before it.
type Style string

// Reset ends every style, for what is written without Theme.Draw.
const Reset = "\x1b[m"

// Caret is the style of the cell that is typed into. Package terminal puts the terminal's own cursor there; anything
// else shows it reversed. It says "not reversed" first so that no other style is the same.
const Caret Style = "\x1b[27;7m"

// What a hyperlink (OSC 8) begins with, what comes after its address, and what ends it.
const (
	hyperlinkStart = "\x1b]8;;"
	hyperlinkAfter = "\x1b\\"
	hyperlinkEnd   = hyperlinkStart + hyperlinkAfter
)

// maxHyperlink is the length up to which terminals take an address.
const maxHyperlink = 2083

// Hyperlink returns the style of a link to an address that comes from sanitize.WebAddress and holds no control
// character.
func (t *Theme) Hyperlink(address string) Style {
	if !t.hyperlinks || len(address) > maxHyperlink {
		return t.Link
	}
	return Style(hyperlinkStart+address+hyperlinkAfter) + t.Link
}

// in returns the style with other looks; a hyperlink stays.
func (s Style) in(looks Style) Style {
	if link, _, ok := strings.Cut(string(s), hyperlinkAfter); ok {
		return Style(link+hyperlinkAfter) + looks
	}
	return looks
}

// end returns what is written after a run of text in style s.
func (s Style) end() string {
	if strings.HasPrefix(string(s), hyperlinkStart) {
		return Reset + hyperlinkEnd
	}
	return Reset
}

// change goes from style s to the next one, with as few bytes as that takes.
func (s Style) change(b *strings.Builder, next Style) Style {
	if s != next && s != "" {
		b.WriteString(s.end())
	}
	if s != next {
		b.WriteString(string(next))
	}
	return next
}
