package load

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/guess"
)

// This file reads the rows of tables and the entries of calendars on all cores. One goroutine makes nodes of the text
// and gathers lots of them; the others make events of the lots, which the record absorbs in order.

// rows reads the events that each yields, which may use their nodes again. Text is what they are made of.
func (r *fileReader) rows(text string, each func(yield func(*yaml.Node) bool)) {
	r.flush()
	l := lots{file: r, rest: text, all: make([]lot, 1+int(r.reader.Workers))}
	each(l.take)
	if len(l.inHand().rows) > 0 {
		l.begin()
	}
	for range l.all {
		l.absorb()
		l.next++
	}
}

// lots are those of a file. Each is used again when the record has absorbed it.
type lots struct {
	file *fileReader
	all  []lot
	next int // the number of the lot that rows are put in, from 0

	rest     string // the text from the line of the last row on
	line, at int    // lines and bytes above that
}

// A lot is some rows, one after the other.
type lot struct {
	decoder
	rows  []*yaml.Node
	nodes nodes
	said  diag.List // what the reader of the format said of the rows
	from  int       // the offset of the line of the first row
	end   int       // about where the last row ends
	done  func()    // waits for its events; nil where none are being read
}

func (l *lots) inHand() *lot { return &l.all[l.next%len(l.all)] }

// take puts a row into the lot in hand, and begins to read that when it is large. It reports whether more are wanted.
func (l *lots) take(row *yaml.Node) bool {
	for l.line < row.Line-1 {
		end := strings.IndexByte(l.rest, '\n') + 1
		if end == 0 {
			break
		}
		l.rest = l.rest[end:]
		l.line, l.at = l.line+1, l.at+end
	}
	into := l.inHand()
	if len(into.rows) == 0 {
		into.from = l.at
	} else if l.at-into.from >= l.file.reader.PieceSize() || into.nodes.used >= mostNodes {
		l.begin()
		into = l.inHand()
		into.from = l.at
	}
	into.rows = append(into.rows, into.nodes.copy(row))
	return !l.file.reader.Stopped()
}

// begin begins to read the lot in hand, and makes room for the next one.
func (l *lots) begin() {
	r, now := l.file, l.inHand()
	if now.batch == nil {
		now.setUp(diag.NewFile(r.In.Name(), r.In.Text()), timeline.NewBatch(0))
		now.heed(r.options)
		now.key, now.homes, now.fixed, now.Silent, now.Known = "events", r.homes, r.fixed, r.Silent, r.Known
	}
	now.Seen = guess.Survey{Foreign: r.Seen.Foreign}
	now.end, now.said = l.at, *r.Problems
	r.forget()
	room := r.record.Rest()
	now.done = r.reader.Workers.Go(func() {
		now.batch.Reset(room)
		for _, row := range now.rows {
			now.event(row)
		}
	})
	l.next++
	l.absorb()
}

// absorb waits for the events of the oldest lot, if there are any, and hands them to the record.
func (l *lots) absorb() {
	r, oldest := l.file, l.inHand()
	if oldest.done == nil {
		return
	}
	oldest.done()
	oldest.done, oldest.rows = nil, oldest.rows[:0]
	oldest.nodes.used = 0
	r.Seen.Add(&oldest.Seen)
	if r.reader.Stopped() {
		return
	}
	r.record.Report(oldest.said)
	r.record.Absorb(oldest.batch, r.In.Name())
	r.portion(oldest.end)
}

// mostNodes is about how many nodes a lot has, each of some 200 bytes: of a table whose rows are of one letter, a
// lot of some size in bytes has many more than of others.
const mostNodes = 1 << 14

// nodes are nodes that are used again.
type nodes struct {
	all  []*yaml.Node
	used int
}

// copy returns a copy of a node and of those in it.
func (s *nodes) copy(n *yaml.Node) *yaml.Node {
	if s.used == len(s.all) {
		s.all = append(s.all, new(yaml.Node))
	}
	to := s.all[s.used]
	s.used++
	content := to.Content[:0]
	*to = *n
	for _, child := range n.Content {
		content = append(content, s.copy(child))
	}
	to.Content = content
	return to
}
