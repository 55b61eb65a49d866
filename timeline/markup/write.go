package markup

import (
	"slices"
	"strings"
)

// A writer puts parts together.
type writer struct {
	text  []byte
	links []Link
	begun []int // of each link, where it begins, −1 before that
	after int   // newlines that the text has to end in before more words, 0 for none
}

// written returns the parts as one text, and where its links are.
func (s *scanner) written() (plain string, links []Link) {
	w := writer{text: make([]byte, 0, len(s.text)), begun: make([]int, len(s.links))}
	for n := range w.begun {
		w.begun[n] = -1
	}
	for _, p := range s.parts {
		switch p.kind {
		case words:
			w.words(p.text)
		case lineBreak:
			w.after = min(w.after+1, 2)
		case lineEnd:
			w.after = max(w.after, 1)
		case blankLine:
			w.after = 2
		case linkBegin:
			w.newlines()
			w.begun[p.link] = len(w.text)
		case linkEnd:
			if from := w.begun[p.link]; from >= 0 && from < len(w.text) {
				w.links = append(w.links, Link{from, len(w.text), s.links[p.link]})
			}
		}
	}
	return string(w.text), inOrder(w.links)
}

// words appends words. After the end of a line their blanks are none.
func (w *writer) words(text string) {
	if w.after > 0 {
		bare := strings.TrimLeft(text, " \t\r\n")
		if strings.Count(text[:len(text)-len(bare)], "\n") > 1 {
			w.after = 2
		}
		if bare == "" {
			return
		}
		text = bare
		w.newlines()
	}
	w.text = append(w.text, text...)
}

// newlines ends the line, and the paragraph where that is meant.
func (w *writer) newlines() {
	if w.after == 0 {
		return
	}
	end, ended := len(w.text), 0
	for end > 0 && strings.IndexByte(" \t\r\n", w.text[end-1]) >= 0 {
		if end--; w.text[end] == '\n' {
			ended++
		}
	}
	if ended > 1 {
		w.after = 2
	}
	if n := len(w.links) - 1; n >= 0 {
		w.links[n].To = min(w.links[n].To, end)
	}
	if w.text = w.text[:end]; end > 0 {
		w.text = append(w.text, "\n\n"[:w.after]...)
	}
	w.after = 0
}

// inOrder returns links in the order of the text, without those that are empty or begin within another.
func inOrder(links []Link) []Link {
	slices.SortStableFunc(links, func(a, b Link) int { return a.From - b.From })
	kept := links[:0]
	end := 0
	for _, l := range links {
		if l.From >= end && l.From < l.To {
			kept = append(kept, l)
			end = l.To
		}
	}
	return kept
}
