package ui

import (
	"errors"
	"strings"

	"dateline/timeline"
	"dateline/timeline/compare"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/linear"
	"dateline/ui/session"
)

// What the words do that filter, and those that ask about many events or actors.

// ask makes a line the filter, unless it is the number of an actor of the event, or a date.
func (sp *spoken) ask(line linear.Line) {
	if _, ok := sp.numbered(line.Text); ok {
		sp.number(line.Text)
		return
	}
	if len(line.Near) > 0 {
		sp.talk.Say("No command is called “" + line.Text + "”; near it: " + strings.Join(line.Near, ", ") +
			". It is taken for the text of the filter.")
	}
	key := strings.TrimSpace(strings.TrimSuffix(line.Text, line.Rest))
	if a := sp.actions.moved(sp.model, sp.actions.typed(key)); a != nil {
		if w, _ := linear.Find(a.name); line.Rest == "" || w.Takes != "" {
			sp.talk.Say(a.now() + "; “" + line.Text + "” is taken for the text of the filter.")
		}
	}
	if line.IsDateLike() && sp.isDate(line.Text) {
		sp.talk.Say("“" + line.Text + "” is taken for a date; filter " + line.Text + " asks for the words.")
		sp.seek(line.Text, true)
		return
	}
	sp.filter(line.Text)
	if near := linear.Nearly(line.Text); near != "" && sp.session.Matched().Len() == 0 {
		sp.begun = "if a command was meant: " + near
	}
}

// filter makes a text the filter. One that cannot be read, or that asks for a key which no event has, changes nothing.
func (sp *spoken) filter(text string) {
	s := sp.session
	if text == "" {
		sp.talk.Say(linear.Filter(s) + " filter type:call asks for the calls; complete lists what there is to ask.")
		return
	}
	q, err := query.Parse(text)
	wrong := new(query.Error)
	if !errors.As(err, &wrong) {
		wrong = s.Index().Mistake(text, q)
	}
	if wrong != nil {
		sp.talk.Say(linear.Mistake(text, wrong))
		return
	}
	sp.filterBy(q.On(s.Today()))
}

// filterBy asks for something, says what if that is what was asked before, and how to take it back.
func (sp *spoken) filterBy(q query.Query) {
	s := sp.session
	before := s.View()
	if s.SetQuery(q); s.View() == before {
		sp.talk.Say(linear.Filter(s))
		return
	}
	sp.begun = s.BeginSo() + s.NewsUnknown()
}

// numbered returns the actor that has a number in the event, as people names them.
func (sp *spoken) numbered(text string) (a timeline.ActorRef, ok bool) {
	n, ok := linear.Number(text)
	if !ok || !sp.session.HasEvent() {
		return timeline.NoActor, false
	}
	actors := sp.session.Event().Actors
	if n < 1 || n > len(actors) {
		return timeline.NoActor, false
	}
	return actors[n-1].Actor, true
}

// resolved returns the actor that a name or a number of the event means, and says so where others are meant as well.
func (sp *spoken) resolved(name string) (a timeline.ActorRef, ok bool) {
	t := sp.session.Index().Timeline()
	if a, ok = sp.numbered(name); ok {
		return a, true
	}
	if a, ok = t.FindActor(name); ok {
		return a, true
	}
	found := sp.session.Index().SearchActors(name)
	if len(found) == 0 || strings.TrimSpace(name) == "" {
		sp.talk.Say("Nobody is called “" + name + "”. actors names everybody.")
		return timeline.NoActor, false
	}
	if also := others(t, found); also != "" {
		sp.talk.Say("Taken for " + t.ActorName(found[0].Actor) + ". So begin too: " + also + ".")
	}
	return found[0].Actor, true
}

// others names those whom what was typed means as well as the first.
func others(t *timeline.Timeline, found []index.ActorMatch) string {
	const few = 4
	var names []string
	for _, m := range found[1:] {
		if m.Far == found[0].Far && m.Whole == found[0].Whole {
			names = append(names, t.ActorName(m.Actor))
		}
	}
	if more := len(names) - few; more > 0 {
		names = append(names[:few], draw.Number(more)+" more")
	}
	return strings.Join(names, ", ")
}

// actorsNamed shows the events of actors, or names all.
func (sp *spoken) actorsNamed(rest string) {
	s := sp.session
	if rest == "" {
		lines := linear.Actors(s)
		if len(lines) == 0 {
			sp.talk.Say(linear.Spelled(lack{sp.model}.nobody()))
		}
		sp.talk.List(lines)
		return
	}
	list, all, anyOf := linear.Names(rest)
	if len(list) == 0 {
		sp.talk.Say("Whom? A name is to follow; actors names everybody.")
		return
	}
	q := s.Query()
	for n, one := range list {
		a, ok := sp.resolved(one.Name)
		if !ok {
			return
		}
		id := s.Index().Timeline().Actor(a).ID
		q = s.Calling(q, query.ByActor, id)
		switch {
		case one.Sign == '-':
			q = q.Exclude(query.ByActor, id)
		case one.Sign == 0 && n == 0:
			q = q.Only(query.ByActor, id)
		case one.Sign == '+' && !q.Any(query.ByActor).Equal(q): // all of them are asked for already
			q = q.And(query.Query{}.Only(query.ByActor, id))
		default:
			q = q.Add(query.ByActor, id)
		}
	}
	if all {
		q = q.All(query.ByActor)
	} else if anyOf {
		q = q.Any(query.ByActor)
	}
	sp.filterBy(q)
}

// named makes what a word does with one name, as the sign before it says.
func (sp *spoken) named(sign string) func(string) {
	return func(rest string) {
		if rest == "" {
			sp.talk.Say("Whom? A name is to follow; actors names everybody.")
			return
		}
		sp.actorsNamed(sign + rest)
	}
}

// number shows only the events of the actor with a number.
func (sp *spoken) number(rest string) {
	n, ok := sp.count(rest)
	if !ok || !sp.has() {
		return
	}
	if actors := sp.session.Event().Actors; n > len(actors) {
		sp.talk.Say("This event names " + linear.Counted(len(actors), "actor") + ".")
		return
	}
	sp.session.OnlyNumber(n - 1)
}

// anyAll changes between any and all of the actors that the filter wants.
func (sp *spoken) anyAll() {
	q := sp.session.Query()
	switch wanted, _ := q.Values(query.ByActor); {
	case len(wanted) < 2:
		sp.talk.Say("The filter names fewer than two actors; tick NAME adds one.")
	case q.Equal(q.Any(query.ByActor)):
		sp.filterBy(q.All(query.ByActor))
	default:
		sp.filterBy(q.Any(query.ByActor))
	}
}

// add adds a text to the filter.
func (sp *spoken) add(rest string) {
	if rest == "" {
		sp.talk.Say("What? A filter is to follow, as in add type:call.")
		return
	}
	if now := sp.session.Query(); !now.IsZero() {
		if _, err := query.Parse(rest); err == nil {
			rest = "(" + now.String() + ") (" + rest + ")"
			if both, err := query.Parse(rest); err == nil {
				rest = both.String()
			}
		}
	}
	sp.filter(rest)
}

// complete lists how a filter can go on.
func (sp *spoken) complete(rest string) {
	lines := linear.Complete(sp.session, rest)
	if len(lines) == 0 {
		sp.talk.Say("Nothing in the record goes on so: “" + rest + "”.")
	}
	sp.talk.List(lines)
}

// parts reads the parts of the filter.
func (sp *spoken) parts() {
	if !sp.session.HasParts() {
		sp.talk.Say(linear.Spelled(lack{sp.model}.part()))
		return
	}
	sp.talk.List(linear.FilterParts(sp.session))
	sp.talk.Say("drop and a number drops one.")
}

// drop drops a part of the filter.
func (sp *spoken) drop(rest string) {
	n, ok := sp.count(rest)
	s := sp.session
	switch {
	case !ok:
	case !s.HasParts():
		sp.talk.Say(linear.Spelled(lack{sp.model}.part()))
	case rest == "":
		s.DropPart()
	case n > len(s.Query().Parts()):
		sp.talk.Say("The filter has " + linear.Counted(len(s.Query().Parts()), "part") + ".")
	default:
		s.Drop(s.Query().Without(n - 1))
	}
}

// out goes one step out.
func (sp *spoken) out() {
	if !sp.session.Filtered() {
		sp.talk.Say("There is nothing to step out of: no filter hides anything. help says what can be done, quit ends.")
		return
	}
	sp.session.DropPart()
}

// who reads who an actor is.
func (sp *spoken) who(rest string) {
	a, ok := sp.focused()
	switch {
	case rest != "":
		if a, ok = sp.resolved(rest); !ok {
			return
		}
	case !ok:
		sp.talk.Say(linear.Spelled(lack{sp.model}.name()))
		return
	}
	sp.talk.Read(linear.Actor(sp.session, a))
}

// laneWords says who meets whom.
func (sp *spoken) laneWords() {
	lines := linear.Lanes(sp.session)
	if len(lines) == 0 && sp.has() {
		sp.talk.Say(linear.Spelled(lack{sp.model}.nobody()))
	}
	sp.talk.List(lines)
}

// axis says when the events are.
func (sp *spoken) axis() {
	lines := linear.Axis(sp.session)
	if len(lines) == 0 && sp.has() {
		sp.talk.Say("No event that is shown has a date.")
	}
	sp.talk.List(lines)
}

// compare compares two, or the actor in mind with another.
func (sp *spoken) compare(rest string) {
	s := sp.session
	of, with := linear.Two(rest)
	var things [2]compare.Thing
	names := []string{of, with}
	if a, ok := sp.focused(); with == "" && ok {
		things[0] = compare.Actor(s.Index(), a)
		names = []string{"", of}
	}
	for n, name := range names {
		switch thing, err := compare.Find(s.Index(), name); {
		case name == "" && things[n].Name != "":
		case name == "":
			sp.talk.Say("Whom? compare A with B compares two, compare B the actor in mind with another.")
			return
		case err == nil:
			things[n] = thing
		case strings.HasPrefix(name, "source:"):
			sp.talk.Say(linear.Sentence(err.Error()))
			return
		default:
			a, ok := sp.resolved(name)
			if !ok {
				return
			}
			things[n] = compare.Actor(s.Index(), a)
		}
	}
	if things[0].Is(things[1]) {
		sp.talk.Say("Both are " + things[0].Name + ". Name another.")
		return
	}
	within := s.Apart(query.ByActor)
	if s.View().Paused {
		within = s.All()
	}
	c := compare.New(s.Index(), within, things[0], things[1])
	sp.talk.List(linear.Compared(c, c.Tell(sp.reader.ctx), s.View().Newest))
}

// around makes what says what there is in the days before an event, or after it.
func (sp *spoken) around(before bool) func(string) {
	return func(rest string) {
		if rest == "" {
			sp.talk.Say("Which event? Words of its title are to follow, as in before summit, or before 30 summit.")
			return
		}
		sp.talk.List(linear.Around(sp.session, rest, before))
	}
}

// view shows a saved view by its name.
func (sp *spoken) view(rest string) {
	rest = session.ViewName(rest)
	for _, k := range linear.KeptOf(sp.session) {
		if k.Mark == "" && strings.EqualFold(k.View.Name, rest) {
			sp.show(k.View)
			return
		}
	}
	if rest != "" {
		sp.talk.Say("No view is called “" + rest + "”.")
	}
	sp.marks("")
}

func (sp *spoken) show(v session.SavedView) {
	before := sp.session.View()
	if sp.session.ShowView(v); sp.session.View() == before {
		sp.talk.Say(linear.Filter(sp.session))
	}
}
