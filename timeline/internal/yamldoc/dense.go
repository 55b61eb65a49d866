package yamldoc

import (
	"errors"
	"fmt"
	"strings"

	"dateline/timeline/internal/fastyaml"
)

// errDense is the error of a text that holds too many small values.
var errDense = errors.New("too many small values")

// isDense reports whether a text holds too many small values. It counts the characters that begin values, even inside
// texts.
func isDense(text string) bool {
	if len(text) < fastyaml.MaxDense {
		return false
	}
	most := 0 // values that there can be, which is counted quickly
	for _, begin := range []string{",", ":", "[", "{", "-", "?"} {
		most += strings.Count(text, begin)
	}
	if !fastyaml.IsDense(most, len(text)) {
		return false
	}
	values := 0
	for i := range len(text) {
		switch text[i] {
		case ',', ':', '[', '{':
			values++
		case '-', '?':
			if next := text[i+1 : min(i+2, len(text))]; next == " " || next == "\n" || next == "\r" {
				values++
			}
		}
	}
	return fastyaml.IsDense(values, len(text))
}

// diagnoseDense reports a part that holds too many small values: at the first line that does so by itself, or else at
// the first line of the part. It returns that line.
func (s *salvager) diagnoseDense(from, to int) (at int) {
	for at = from; at < to-1 && !isDense(s.lines[at]); {
		at++
	}
	if !isDense(s.lines[at]) {
		for at = from; at < to-1 && startLine(s.lines[at]).blank; {
			at++
		}
	}
	l := readLine(s.lines[at])
	what := "this"
	if l.key != "" && !l.item {
		what = "`" + l.key + "`"
	}
	s.report(at, l.indent, len(l.text)-l.indent,
		fmt.Sprintf("%s holds more than %d small values; it is left out", what, fastyaml.MaxDense),
		"put the data into a file of its own, and name that here")
	return at
}
