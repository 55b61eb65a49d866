package edtf

import (
	"strings"
	"unicode/utf8"
)

// A Error says which part of a text is not a date, and what to write instead.
type Error struct {
	Text       string // all of what was read
	Start, End int    // byte offsets into Text of the part that is wrong
	Message    string // what is wrong, in lower case, without a full stop
	Hint       string // what to do
}

// Error is the message and the hint.
func (e *Error) Error() string { return e.Message + "; " + e.Hint }

// noSuchDay begins the message about a day that the calendar does not have.
const noSuchDay = "there is no "

// within moves an error in trimmed to its place in text, and gives a better cure where the spelling is known from elsewhere.
func (e *Error) within(text, trimmed string) *Error {
	moved := *e
	moved.Text = text
	if message, hint := suggest(trimmed); hint != "" {
		moved.Start, moved.End = 0, len(trimmed)
		moved.Message, moved.Hint = message, hint
	}
	for moved.End < len(trimmed) && !utf8.RuneStart(trimmed[moved.End]) {
		moved.End++ // the scanner counts bytes
	}
	blanks := strings.Index(text, trimmed)
	moved.Start += blanks
	moved.End += blanks
	return &moved
}
