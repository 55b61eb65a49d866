package export

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/export/phrase"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/sanitize"
)

// markdownEvents writes a section for each event, in CommonMark. Headings are of the second level, to be below the
// title of the page that the sections are put into.
func markdownEvents(w *bufio.Writer, _ Emphasis) eventWriter {
	var m section
	m.wording = wording{text: sanitize.Markdown, cite: m.cite}
	return eventWriter{
		write: func(t *timeline.Timeline, i int, note string) error {
			m.t, m.blocks = t, m.blocks[:0]
			m.event(readable(t, i), note)
			_, err := w.Write(m.blocks)
			return err
		},
		frame:  frame{between: "\n"},
		head:   markdownHead,
		headed: frame{before: "\n", between: "\n"},
	}
}

// markdownHead returns the head as paragraphs.
func markdownHead(t *timeline.Timeline) string {
	m := section{wording: wording{text: sanitize.Markdown}}
	m.prose(description(t))
	m.other(ownKeys(t))
	return string(m.blocks)
}

// markdownActors writes a table.
func markdownActors(w *bufio.Writer, _ Emphasis, r roster) error {
	_, err := w.WriteString("| Events | Actor | Kind | Of |\n|---:|---|---|---|\n")
	for _, a := range r.rows() {
		name, kind, of := sanitize.Markdown(a.Name), sanitize.Markdown(string(a.Kind)), sanitize.Markdown(a.Of)
		_, err = fmt.Fprintf(w, "| %d | %s | %s | %s |\n", a.Events, name, kind, of)
	}
	return err
}

// A section makes the Markdown of one event.
type section struct {
	wording
	sources []timeline.SourceRef       // of the event, in the order of their numbers
	numbers map[timeline.SourceRef]int // of its sources
	blocks  []byte
}

func (m *section) event(e *timeline.Event, note string) {
	m.sources = e.Cited()
	m.numbers = make(map[timeline.SourceRef]int, len(m.sources))
	for n, s := range m.sources {
		m.numbers[s] = n + 1
	}
	m.block("## " + phrase.Join(": ", e.Date.String(), m.text(e.Title)))
	if facts := phrase.Join(", ", m.text(e.Type), m.text(e.Status), m.text(e.Location)); facts != "" {
		m.block("*" + facts + "*")
	}
	if note != "" {
		m.block("> **Reader's note:** " + m.text(note))
	}
	m.line("Actors", strings.Join(m.actors(e), ", "))
	m.prose(e.Summary)
	for _, q := range e.Quotes {
		m.quote(q)
	}
	m.list("Figures", bullet, each(e.Figures, m.figure))
	m.list("Claims", bullet, each(e.Claims, m.claim))
	m.list("Notes", bullet, each(e.Notes, m.text))
	m.other(e.Other)
	m.line("Tags", strings.Join(each(e.Tags, m.text), ", "))
	m.list("Related", bullet, each(e.Related, m.related))
	m.list("Sources", ordered, each(m.sources, m.source))
}

// block adds a paragraph or another block after an empty line, and nothing if s is "".
func (m *section) block(s string) {
	if s == "" {
		return
	}
	if len(m.blocks) > 0 {
		m.blocks = append(m.blocks, '\n')
	}
	m.blocks = append(m.blocks, s...)
	m.blocks = append(m.blocks, '\n')
}

// prose adds the paragraphs of a text.
func (m *section) prose(s string) {
	for one := range strings.SplitSeq(s, "\n\n") {
		m.block(sanitize.MarkdownLine(m.text(one)))
	}
}

// other adds a line for each key that the format does not know, be it empty.
func (m *section) other(fields []timeline.Field) {
	for _, f := range fields {
		m.block(phrase.Join(" ", "**"+m.text(f.Key)+":**", m.text(f.Value)))
	}
}

// line adds a text after its label, and nothing if s is "".
func (m *section) line(label, s string) {
	if s != "" {
		m.block("**" + label + ":** " + s)
	}
}

// list adds items below their label, or a single one after it.
func (m *section) list(label string, marker func(n int) string, items []string) {
	items = slices.DeleteFunc(items, func(s string) bool { return s == "" })
	if len(items) < 2 {
		m.line(label, strings.Join(items, ""))
		return
	}
	for n, item := range items {
		items[n] = marker(n+1) + sanitize.MarkdownLine(item)
	}
	m.block("**" + label + ":**")
	m.block(strings.Join(items, "\n"))
}

func bullet(int) string { return "- " }

func ordered(n int) string { return fmt.Sprintf("%d. ", n) }

// quote adds a quote in two paragraphs, of which the second is "– Name [2]".
func (m *section) quote(q timeline.Quote) {
	s := "> " + sanitize.MarkdownLine(m.text(q.Text))
	if by := phrase.Join(" ", m.actor(q.By), m.cite(q.Source)); by != "" {
		s += "\n>\n> – " + by
	}
	m.block(s)
}

// cite returns the number of a source in brackets. It returns "" if the event has only one, on which everything rests.
func (m *section) cite(s timeline.SourceRef) string {
	n, ok := m.numbers[s]
	if !ok || len(m.sources) == 1 {
		return ""
	}
	return fmt.Sprintf(`\[%d\]`, n)
}

func (m *section) source(ref timeline.SourceRef) string {
	s := m.t.Source(ref)
	archived := ""
	if s.ArchiveURL != "" {
		archived = m.link("archived", s.ArchiveURL)
	}
	title := m.link(cmp.Or(s.Title, s.URL, s.ID, "untitled"), s.URL)
	is := phrase.Join(", ", m.text(s.Author), title, m.text(s.Publisher), published(s), archived)
	return is + phrase.InBrackets(m.own(s.Other))
}

// link returns a text that leads to an address of the web. Any other address is shown after the text and leads nowhere.
func (m *section) link(s, address string) string {
	web, ok := sanitize.WebAddress(address)
	switch {
	case !ok && s == address:
		return m.text(s)
	case !ok:
		return phrase.Join(", ", m.text(s), m.text(address))
	case s == address:
		s = web
	}
	return fmt.Sprintf("[%s](%s)", m.text(s), destination(web))
}

// charRef is a character reference, which Markdown reads even in an address.
var charRef = lazyregexp.New(`&(#?[0-9A-Za-z]+;)`)

// destination returns an address, as sanitize.WebAddress returns it, in the form that a link takes.
func destination(web string) string {
	web = charRef().ReplaceAllString(web, "&amp;$1")
	if strings.ContainsAny(web, "()") {
		return "<" + web + ">"
	}
	return web
}

// Footnote returns a source, of which n come before it, as the text of a footnote, to which [^1] leads.
func Footnote(s *timeline.Source, n int) string {
	return fmt.Sprintf("[^%d]: %s\n", n+1, sanitize.MarkdownLine(Citation(s)))
}

// Citation returns all that is said of a source in one line of Markdown, with links.
func Citation(s *timeline.Source) string {
	m := section{wording: wording{text: sanitize.Markdown}}
	archived, accessed := "", ""
	if s.ArchiveURL != "" {
		archived = m.link("archived", s.ArchiveURL)
	}
	if !s.Accessed.IsZero() {
		accessed = "accessed " + s.Accessed.String()
	}
	title := m.link(cmp.Or(s.Title, s.URL, s.ID, "untitled"), s.URL)
	return phrase.Join(", ", m.text(s.Author), title, m.text(s.Publisher), published(s), archived, accessed)
}
