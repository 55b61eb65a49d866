// Package cite writes sources as they are cited: in a sentence, as footnotes of Markdown, and for BibTeX.
//
//	n, err := cite.Write(os.Stdout, t, selection, cite.BibTeX)
//
// It is not how events are written, which package export does, and it chooses no events.
package cite

import (
	"bufio"
	"io"
	"strings"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
)

// A Style is a way to cite the sources of events.
type Style string

// The styles.
const (
	Sentences Style = "citation" // for people: a line for each source
	Footnotes Style = "footnote" // for Markdown: the texts of footnotes, numbered from 1
	BibTeX    Style = "bibtex"   // for BibTeX and BibLaTeX: an entry for each source
)

// citers has for each style what makes the text of a source, of which n come before it.
var citers = map[Style]func() func(s *timeline.Source, n int) string{
	Sentences: func() func(*timeline.Source, int) string {
		return func(s *timeline.Source, _ int) string { return whole(s) + "\n" }
	},
	Footnotes: func() func(*timeline.Source, int) string { return export.Footnote },
	BibTeX:    func() func(*timeline.Source, int) string { return bibliography{}.entry },
}

// Write writes each source that the events rest on, once, in the order in which they come first, and returns how many
// these are. The error is that of the writer.
func Write(w io.Writer, t *timeline.Timeline, s index.Selection, how Style) (sources int, err error) {
	out := bufio.NewWriterSize(w, 64<<10)
	text := citers[how]()
	cited := make(map[timeline.SourceRef]bool)
	for n := range s.Len() {
		for _, ref := range t.Event(s.At(n)).Cited() {
			if cited[ref] {
				continue
			}
			if _, err := out.WriteString(text(t.Source(ref), len(cited))); err != nil {
				return len(cited), err
			}
			cited[ref] = true
		}
	}
	return len(cited), out.Flush()
}

// Sentence returns a source as it is cited in a sentence: who wrote what, where and when it appeared, where it is, and
// when it was read there if nothing says when it appeared.
func Sentence(s *timeline.Source) string {
	return sentences(s, s.Published.IsZero())
}

// whole returns all that a citation may say of a source, in one line.
func whole(s *timeline.Source) string { return sanitize.Line(sentences(s, true)) }

// sentences returns a citation, with the day on which the source was read if that is wanted.
func sentences(s *timeline.Source, accessed bool) string {
	var words []string
	add := func(word string) {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, strings.TrimSuffix(word, "."))
		}
	}
	add(s.Author)
	add(s.Title)
	add(s.Publisher)
	add(published(s))
	add(s.URL)
	if s.ArchiveURL != "" {
		add("Archived: " + s.ArchiveURL)
	}
	if accessed && !s.Accessed.IsZero() {
		add("Accessed " + s.Accessed.String())
	}
	if len(words) == 0 {
		return s.ID
	}
	return strings.Join(words, ". ")
}

// published returns when a source appeared, "" where that is not known.
func published(s *timeline.Source) string {
	if s.Published.IsZero() {
		return ""
	}
	return s.Published.String()
}
