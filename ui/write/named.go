package write

import (
	"path"
	"slices"
	"strings"

	"dateline/ui/session"
)

// Where there is no screen, what is written is said by words before the name of the file, and as what by its ending.

// partWords are the words for what may be written.
var partWords = map[string]part{"event": theEvent, "marks": theMarked, "all": theMatching}

// Endings says by which endings of a name events are written as what.
func (m *Menu) Endings() string {
	var words []string
	for _, f := range forms {
		if slices.ContainsFunc(words, func(one string) bool { return strings.HasPrefix(one, "."+f.ending+" ") }) {
			continue
		}
		words = append(words, "."+f.ending+" is "+f.name)
	}
	return strings.Join(words, ", ") + "; write citation FILE.txt and write footnote FILE.md cite the sources."
}

// WriteTo returns work that writes into a new file what is asked for, as in “report.md”, “event report.md”, “marks
// citation sources.txt”. It is nil, and why is said, where that cannot be.
func (m *Menu) WriteTo(s *session.Session, asked string, put Put) (work func() any, said string) {
	m.what = theMatching
	word := ""
	for {
		first, rest, more := strings.Cut(asked, " ")
		if !more {
			break
		}
		if p, ok := partWords[first]; ok {
			m.what = p
		} else if first != "as" && first != "to" {
			if formOf(strings.ToLower(first), "") < 0 {
				break // it belongs to the name
			}
			word = strings.ToLower(first)
		}
		asked = strings.TrimSpace(rest)
	}
	if m.chosen() < 0 {
		if m.what == theMarked {
			return nil, "no event is marked, so that there is nothing to write"
		}
		return nil, "no event matches, so that there is nothing to write"
	}
	if m.as = formOf(word, asked); m.as < 0 {
		m.as = 0
		return nil, "the ending of “" + asked + "” says nothing of how to write it: " + m.Endings()
	}
	m.line.Open(asked)
	return m.Write(s, put)
}

// formOf returns the first form that has the ending of a name, if that is not "", and begins with a word; −1 for none.
func formOf(word, name string) int {
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	return slices.IndexFunc(forms, func(f form) bool {
		return (f.ending == ending || name == "") && strings.HasPrefix(strings.ToLower(f.name), word)
	})
}
