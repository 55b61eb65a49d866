package ui

import (
	"context"
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/ui/draw"
)

// largeRecord is how many events a record has from which on it is asked off the loop, so that no key waits for a search.
const largeRecord = 20_000

// A question is what the list is to show.
type question struct {
	index *timeline.Index
	query timeline.Query
}

// An answer is what a question finds. As long as the next one is on its way, the last one stays on the screen.
type answer struct {
	question
	all, matched timeline.Selection
	unknown      []timeline.Unknown // where nothing matches: what the record does not know …
	blame        timeline.Blame     // … and the part of the query at fault, if it is one
	blamed       bool
}

// An answeredMsg brings an answer that was found off the loop.
type answeredMsg struct {
	number int // of its question; what an older one brings is dropped
	answer answer
}

// answer finds what q asks for, in as far as ctx lasts.
func (q question) answer(ctx context.Context) answer {
	x := q.index.Until(ctx)
	a := answer{question: q, all: x.Select(timeline.Query{}), matched: x.Select(q.query)}
	if a.matched.Len() == 0 && a.all.Len() > 0 {
		a.unknown = x.Unknown(q.query)
		a.blame, a.blamed = x.Blame(q.query)
	}
	return a
}

// A search is what has been asked and found.
type search struct {
	large  int      // events of a record from which on it is asked off the loop
	answer answer   // to the last question that has one
	asked  question // what is being searched for, …
	number int      // … by which number, …
	stop   func()   // … and what ends that; nil where nothing is
	begin  tea.Cmd  // what has still to be started for it
}

// foresee gets a large record that has been read ready for words, so that the first one typed does not wait for that.
func (m *model) foresee() tea.Cmd {
	x := m.newest
	if x.Timeline().Len() < m.search.large {
		return nil
	}
	return guarded(func() tea.Msg { x.FoldWords(); return nil })
}

// answered says whether the question in hand has its answer. Where it has not, and finding it can take long, that begins.
func (m *model) answered() bool {
	s, q := &m.search, question{m.newest, m.query}
	if s.stop != nil && s.asked == q {
		return false
	}
	s.end()
	if s.answer.question == q {
		return true
	}
	if q.index.Timeline().Len() < s.large {
		s.answer = q.answer(m.ctx)
		return true
	}
	ctx, stop := context.WithCancel(m.ctx)
	s.number++
	number := s.number
	s.asked, s.stop = q, stop
	s.begin = guarded(func() tea.Msg { return answeredMsg{number, q.answer(ctx)} })
	return false
}

// end gives up what is being searched for.
func (s *search) end() {
	if s.stop != nil {
		s.stop()
	}
	s.stop, s.begin = nil, nil
}

// takeAnswer shows what was found, unless something else has been asked since.
func (m *model) takeAnswer(msg answeredMsg) {
	s := &m.search
	if s.stop == nil || msg.number != s.number {
		return
	}
	s.end()
	s.answer = msg.answer
	m.find()
}

// withSearch is cmd and the search that the message in hand has begun.
func (m *model) withSearch(cmd tea.Cmd) tea.Cmd {
	begin := m.search.begin
	m.search.begin = nil
	return tea.Batch(cmd, begin)
}

// loadingWords say how far the record has been read, in about w cells: "reading 43%, 43,100 events so far, 2 s".
func (m *model) loadingWords(w int) string {
	p, words := m.progress, "reading"
	if p.Total > 0 {
		words += fmt.Sprintf(" %d%%", 100*p.Read/p.Total)
	}
	more := ""
	if p.Events > m.index.Timeline().Len() {
		more = ", " + draw.Events(p.Events) + " so far"
	}
	if spent := m.opts.Now().Sub(m.started); spent >= time.Second {
		more += fmt.Sprintf(", %d s", int(spent.Seconds()))
	}
	if draw.Cells(words+more) > w {
		return words
	}
	return words + more
}
