package ui

import (
	"context"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A reader reads the record, and waits for it to change when that is done.
type reader struct {
	ctx     context.Context // of the program
	now     func() time.Time
	load    func(ctx context.Context, publish func(load.Progress))
	changed func(ctx context.Context) bool // nil: it stays as it is
	compare func(before, now *timeline.Timeline) review.Changes
	free    func()              // gives memory back; nil: nothing
	under   bool                // a load is under way
	started time.Time           // when that began
	number  int                 // of the newest load
	current context.Context     // of it, and of the waiting for a change when all has been read
	stop    func()              // ends both
	queued  []tea.KeyMsg        // typed before there was anything to act on
	heard   func(load.Progress) // is told how far it is while all waits for the whole; nil: nothing waits
	large   int                 // events of a record whose words are made ready early
}

// A loadedMsg brings a record as far as it has been read.
type loadedMsg struct {
	load     int // number of the load; what an older one brings is dropped
	progress load.Progress
	changes  review.Changes // where a record is read again, when all of it is there
	next     tea.Cmd        // waits for what follows
}

// A changedMsg says that the files are no longer what load read.
type changedMsg struct{ load int }

// begin reads the record, from the start; it replaces a load that is under way, or the waiting for a change.
func (r *reader) begin(s *session.Session) tea.Cmd {
	if r.stop != nil {
		r.stop()
	}
	r.current, r.stop = context.WithCancel(r.ctx)
	r.number++
	r.under, r.started = true, r.now()
	ctx, id, read, portions := r.current, r.number, r.load, make(chan load.Progress)
	if r.heard != nil {
		return r.inOne(ctx, s.Baseline())
	}
	work := func() tea.Msg {
		defer close(portions)
		read(ctx, func(p load.Progress) {
			select {
			case portions <- p:
			case <-ctx.Done():
			}
		})
		return nil
	}
	return tea.Batch(guarded(work), r.portion(id, portions, s.Baseline()))
}

// portion waits for the next portion of load id. The first that has all of the record it compares with the record
// before, if there is one.
func (r *reader) portion(id int, portions <-chan load.Progress, before *timeline.Timeline) tea.Cmd {
	compare := r.compare
	return guarded(func() tea.Msg {
		p, ok := <-portions
		if !ok {
			return nil
		}
		msg := loadedMsg{load: id, progress: p}
		if p.Done && before != nil {
			msg.changes, before = compare(before, p.Index.Timeline()), nil
		}
		msg.next = r.portion(id, portions, before)
		return msg
	})
}

// inOne reads the record to its end, and answers with what there is from then on.
func (r *reader) inOne(ctx context.Context, before *timeline.Timeline) tea.Cmd {
	id, read, heard, compare := r.number, r.load, r.heard, r.compare
	return guarded(func() tea.Msg {
		var whole tea.BatchMsg
		read(ctx, func(p load.Progress) {
			if heard(p); !p.Done {
				return
			}
			msg := loadedMsg{load: id, progress: p}
			if before != nil {
				msg.changes, before = compare(before, p.Index.Timeline()), nil
			}
			whole = append(whole, func() tea.Msg { return msg })
		})
		return whole
	})
}

// watch waits until the record changes, be it while it is still being checked. The next load ends both.
func (r *reader) watch() tea.Cmd {
	if r.changed == nil {
		return nil
	}
	ctx, id, changed := r.current, r.number, r.changed
	return guarded(func() tea.Msg {
		if !changed(ctx) {
			return nil
		}
		return changedMsg{id}
	})
}

// again reads the record again because the reader asks for it.
func (r *reader) again(s *session.Session) tea.Cmd {
	s.Insist()
	return r.begin(s)
}

// words returns how far the record has been read, in at most w cells if they suffice: "reading 43%, 43,100 events so
// far, 2 s". Where nothing comes of a file, they say of which.
func (r *reader) words(s *session.Session, w int) string {
	p, words := s.Progress(), "reading"
	switch {
	case p.Awaited != "":
		words = "waiting for " + sanitize.Line(p.Awaited)
	case p.Total > 0:
		words += fmt.Sprintf(" %d%%", 100*p.Read/p.Total)
	}
	more := ""
	if p.Events > s.Index().Timeline().Len() {
		more = ", " + draw.Events(p.Events) + " so far"
	}
	if spent := r.now().Sub(r.started); spent >= time.Second {
		more += fmt.Sprintf(", %d s", int(spent.Seconds()))
	}
	if draw.Cells(words+more) > w {
		return words
	}
	return words + more
}

// foresee returns work for when a record has been read and checked, or nil. It makes a large record ready for the
// search for words, so that the first word does not wait. Then it gives back the memory that all this took, since both
// at once would take the cores that keys need. What else is to be done then, or nil, comes last.
func (r *reader) foresee(x *index.Index, then func() any) func() any {
	fold, free := x.Timeline().Len() >= r.large, r.free
	if !fold && free == nil {
		return then
	}
	return func() any {
		if fold {
			x.FoldWords()
		}
		if free != nil {
			free()
		}
		if then == nil {
			return nil
		}
		return then()
	}
}

// newsWords returns what became of the events, as in "3 new, 1 changed, 2 gone", and how to see it.
func newsWords(news session.News, s *session.Session) string {
	var words []string
	for _, one := range []struct {
		n    int
		what string
	}{{news.New, "new"}, {news.Changed, "changed"}, {news.Gone, "gone"}} {
		if one.n > 0 {
			words = append(words, draw.Number(one.n)+" "+one.what)
		}
	}
	said := strings.Join(words, ", ")
	if news.Since != "" {
		said += " " + news.Since
	}
	marked := s.HasNews()
	switch {
	case news.Hidden > 0:
		said += fmt.Sprintf("; the filter hides %s of them", draw.Number(news.Hidden))
	case marked && news.New+news.Changed > 0:
		said += "; " + s.Key("news") + " goes through them"
	}
	return said
}
