package box

import (
	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/session"
)

// A Done is what became of the row in focus, and what is left to whoever has the screen.
type Done struct {
	Kind  Kind
	Shut  bool              // the box has closed, and what was asked for is shown
	Event bool              // … with an event that is to be read
	Actor timeline.ActorRef // whose page is asked for, else NoActor
	Run   *Command          // which is to be run, or told of
	Begin *string           // the filter is to be typed on with this
}

// noDone is what became of nothing.
func noDone() Done { return Done{Actor: timeline.NoActor} }

// Take does what the row in focus says. Where there is none the box stays, which says why if it has a line for that.
func (b *Box) Take(s *session.Session) Done {
	r, done := b.focus(), noDone()
	if r == nil {
		if b.listed() == 0 {
			s.SetNotice(b.why())
		}
		return done
	}
	b.Leave(s)
	done.Kind, done.Shut = r.kind, true
	switch r.kind {
	case Actor:
		if r.speaks {
			s.SetQuery(s.Query().DropKey(query.ByActor).And(r.speaking()))
			break
		}
		s.SetQuery(s.Query().Only(query.ByActor, r.id))
	case Event:
		s.GoTo(r.id)
	case Words, Filter:
		s.SetQuery(instead(s.Query(), r.filter))
	case View:
		s.ShowView(r.view)
	case Date:
		b.going.take(s)
	case Do:
		done.Run = r.command
	case Language:
		done.Begin = &r.view.Query
	}
	return done
}

// Add adds the row in focus to the filter, and closes the box; where it is no part of a filter it says so.
func (b *Box) Add(s *session.Session) Done {
	r, done := b.focus(), noDone()
	if r == nil {
		return b.Take(s)
	}
	asked, part := s.Query(), query.Query{}
	switch r.kind {
	case Actor:
		if r.speaks {
			part = r.speaking()
			break
		}
		asked, part = s.Calling(asked, query.ByActor, r.id), part.Add(query.ByActor, r.id)
	case Words, Filter:
		part = r.filter
	case View:
		saved, err := query.Parse(r.view.Query)
		if err != nil {
			s.SetNotice("the view cannot be read; Enter shows it with the mistake")
			return done
		}
		part = saved
	case Date:
		part = part.Add(query.ByDate, r.text)
	case Event:
		s.SetNotice("an event is no part of a filter; Enter goes there")
		return done
	case Do, Language:
		s.SetNotice("a command is no part of a filter; Enter does it")
		return done
	}
	b.Leave(s)
	done.Kind, done.Shut = r.kind, true
	s.SetQuery(asked.And(part))
	return done
}

// Adds reports whether the row in focus can be added to the filter.
func (b *Box) Adds() bool {
	r := b.focus()
	return r != nil && r.kind != Event && r.kind != Do && r.kind != Language
}

// Lists reports whether anything is listed.
func (b *Box) Lists() bool { return len(b.rows) > 0 }

// Goes reports whether the row in focus leads to an event or a date.
func (b *Box) Goes() bool {
	r := b.focus()
	return r != nil && (r.kind == Event || r.kind == Date)
}

// Leads says of a date in focus what there is on it, and is "" where something else is in focus.
func (b *Box) Leads() string {
	if r := b.focus(); r == nil || r.kind != Date {
		return ""
	}
	return b.going.date.String() + ": " + b.going.leads
}

// HasMore reports whether there is more to know about the row in focus.
func (b *Box) HasMore() bool {
	r := b.focus()
	return r != nil && (r.kind == Actor || r.kind == Event || r.kind == Do && !b.keys)
}

// More asks for what more there is about the row in focus: an actor's page, the event itself, the list of keys. The box
// closes for that.
func (b *Box) More(s *session.Session) Done {
	r, done := b.focus(), noDone()
	if r == nil || !b.HasMore() {
		return done
	}
	b.Leave(s)
	done.Kind, done.Shut = r.kind, true
	switch r.kind {
	case Actor:
		done.Actor = r.actor
	case Event:
		s.GoTo(r.id)
		done.Event = true
	case Do:
		done.Run = r.command
	}
	return done
}

// why returns why nothing is listed, and what helps: of a date or a filter that cannot be read what is wrong with it.
func (b *Box) why() string {
	text, commands := b.text()
	switch {
	case b.stop != nil:
		return "it is being looked for"
	case b.wrong != nil:
		return b.wrong.Error()
	case b.going.err != nil:
		return b.going.err.Error()
	case commands && text != "":
		return "no command is called or does “" + text + "”; Esc closes"
	case text == "":
		return "no command counts here; Esc goes back"
	}
	return "nothing has “" + text + "”: no name, no title, no word, no command; Esc closes"
}

// Mistake returns where the text cannot be read as a filter or a date, nil where it can, or where it is something else.
func (b *Box) mistake() *query.Error {
	switch {
	case len(b.rows) > 0 || b.stop != nil:
		return nil
	case b.wrong != nil:
		return b.wrong
	case b.going.err != nil:
		return &query.Error{Start: b.going.err.Start, End: b.going.err.End}
	}
	return nil
}
