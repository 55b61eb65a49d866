package edtf

import (
	"strings"
	"unicode/utf8"
)

// An Error is the error of Parse and ParseRelative: which part of a text is not a date, and what to write instead.
type Error struct {
	Text string // the whole text that was read

	// Start and End are byte offsets into Text. They enclose the part that is wrong and cut no character. They are
	// equal where something is missing.
	Start, End int

	Message string // what is wrong, in lower case, without a full stop
	Hint    string // what to do about it, in the same form; never empty
}

// Error returns the message and the hint.
func (e *Error) Error() string { return e.Message + "; " + e.Hint }

// noSuchDay begins the message about a day that the calendar does not have.
const noSuchDay = "there is no "

// within returns an error in trimmed as one in text. If trimmed is a date as people write it, the error says how to
// write it in EDTF.
func (e *Error) within(text, trimmed string) *Error {
	moved := *e
	moved.Text = text
	if message, hint := suggest(trimmed); hint != "" && hint != e.Hint {
		moved.Start, moved.End = 0, len(trimmed)
		moved.Message, moved.Hint = message, hint
	}
	if !canBeFollowed(moved.Hint) {
		moved.Hint = "write it as in 2025-09-08, 2025-09 or 2025"
	}
	for moved.End < len(trimmed) && !utf8.RuneStart(trimmed[moved.End]) {
		moved.End++ // since the scanner counts bytes
	}
	blanks := strings.Index(text, trimmed)
	moved.Start += blanks
	moved.End += blanks
	return &moved
}

// canBeFollowed reports whether a hint that says which date to write says one that can be read, alone or in a set.
func canBeFollowed(hint string) bool {
	cure, ok := strings.CutPrefix(hint, "write ")
	cure, _, _ = strings.Cut(cure, " ")
	cure = strings.TrimRight(cure, ",;:")
	if !ok || cure == "" || strings.IndexByte("0123456789-XY[{./", cure[0]) < 0 || strings.Trim(cure, "XY") == "" {
		return true // words, or a part of a date
	}
	return IsDate(cure) || IsDate("["+cure+"]")
}
