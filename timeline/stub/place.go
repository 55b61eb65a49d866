package stub

import (
	"fmt"
	"strings"

	"dateline/timeline/internal/formats"
)

// A joint is what must be between an event and what stands before and after it in brackets.
type joint uint8

const (
	none        joint = iota
	commaBefore       // the event before has none after it
	commaAfter        // the event before has one, and something may follow
)

// isApart reports whether an event is a file of its own.
func (f *Form) isApart() bool {
	return f.shape == ownFile || f.is == formats.Markdown && strings.TrimSpace(f.text) != ""
}

// Ending returns the ending of the name of a file that has just what Write returns.
func (f *Form) Ending() string {
	switch f.is {
	case formats.Markdown:
		return ".md"
	case formats.JSON:
		return ".json"
	}
	return ".yaml"
}

// Joined returns the text of the file with what Write returned in its place, or that alone where it is a file of its
// own.
func (f *Form) Joined(written string) (text string, isApart bool) {
	if f.isApart() {
		return written, true
	}
	before, after := f.text[:f.at], f.text[f.at:]
	if f.empty[1] > 0 {
		before = f.text[:f.empty[0]] + f.text[f.empty[1]:f.at]
	}
	switch f.joint {
	case commaBefore:
		before += ", "
	case commaAfter:
		before, after = before+" ", ","+after
	}
	return before + written + after, false
}

// Where says in a sentence where what Write returns belongs, in a file with a name, which is "" for one that is nowhere
// to be found. It returns "" for the end of that file.
func (f *Form) Where(name string, v Values) string {
	line, beside := 1+strings.Count(f.text[:f.at], "\n"), ""
	if name != "" {
		beside = " beside " + name
	}
	switch {
	case f.isApart() && f.is == formats.Markdown:
		return "this is a file of its own, such as " + f.ID(v.Date, v.Title) + ".md: at the end of " + name +
			" it would not be read as an event"
	case f.isApart() && f.is == formats.JSON:
		return "this is a file of its own" + beside
	case f.isApart():
		return "this is YAML, a file of its own" + beside
	case f.empty[1] > 0:
		line := 1 + strings.Count(f.text[:f.empty[0]], "\n")
		return fmt.Sprintf("this belongs below line %d of %s, in place of the `[]` there", line, name)
	case f.joint != none:
		comma := "between them"
		if f.joint == commaAfter {
			comma = "after it"
		}
		return fmt.Sprintf("this belongs after the last event of %s, which ends in line %d, with a comma %s",
			name, line, comma)
	case f.shape == inFlow && f.around[0] == "":
		return fmt.Sprintf("this belongs between the brackets in line %d of %s", line, name)
	case !f.atEnd:
		return fmt.Sprintf("this belongs into line %d of %s, not to the end", line, name)
	}
	return ""
}
