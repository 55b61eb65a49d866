package ui

import (
	"cmp"
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/cite"
	"dateline/ui/box"
	"dateline/ui/linear"
)

// What the words of package linear do.

// words returns what each word does. What is not here is done as the key of its name does it in the list.
func (sp *spoken) words() map[string]func(string) {
	say := func(f func()) func(string) { return func(string) { f() } }
	deeds := map[string]func(string){
		"where": say(sp.place), "read": say(sp.read), "list": sp.list, "go": sp.goTo, "more": say(sp.more),
		"match": sp.match("match", 1), "match-before": sp.match("match-before", -1),
		"next": sp.step(1), "down": sp.step(1), "other-down": sp.step(1), "page-on": sp.step(10), "half-on": sp.step(5),
		"previous": sp.step(-1), "up": sp.step(-1), "other-up": sp.step(-1), "page-back": sp.step(-10),
		"half-back": sp.step(-5),
		"first":     say(func() { sp.end(-1) }), "last": say(func() { sp.end(1) }),
		"follow": sp.followNumber, "source": sp.source, "cite": say(sp.citations), "chart": say(sp.series),
		"edit": say(sp.edit), "filter": sp.filter, "actors": sp.actorsNamed, "number": sp.number,
		"only": sp.named(""), "tick": sp.named("+"), "without": sp.named("-"), "any-all": say(sp.anyAll), "add": sp.add,
		"complete": sp.complete, "parts": say(sp.parts), "drop": sp.drop, "out": say(sp.out),
		"box": sp.anything, "who": sp.who, "lanes": say(sp.laneWords), "compare": sp.compare, "walk": say(sp.axis),
		"before": sp.around(true), "after": sp.around(false),
		"about":    say(func() { sp.talk.Read(linear.About(sp.session, recordName(sp.session, sp.opts.Name))) }),
		"problems": say(sp.problems), "places": sp.places, "note": sp.note, "marks": sp.marks, "save": sp.save,
		"view": sp.view, "forget": sp.forget, "write": sp.write, "command": say(sp.commandLine), "help": sp.help,
		"quit": say(func() { sp.ended = true }), "quit-now": say(func() { sp.ended = true }),
	}
	for _, name := range linear.EventParts() {
		deeds[name] = say(func() { sp.part(name) })
	}
	for _, w := range linear.Words {
		if deeds[w.Name] == nil {
			deeds[w.Name] = say(func() { sp.act(w.Name) })
		}
	}
	return deeds
}

// act does what the key of an action does in the list, or says why that does nothing.
func (sp *spoken) act(name string) {
	why := name + " does nothing here"
	for i := range sp.actions {
		a := &sp.actions[i]
		if a.name != name || !slices.Contains(a.in, inList) {
			continue
		}
		if a.counts(sp.model) {
			if a.acts {
				sp.session.StayHere()
			}
			sp.run(a.do(sp.model, a.keys[0]))
			return
		}
		if a.why != nil {
			why = name + " does nothing here: " + a.why(lack{sp.model})
		}
	}
	sp.session.SetNotice(why)
}

// count returns the number that a word is followed by, 1 for none; ok is false, and that is said, where it is none.
func (sp *spoken) count(rest string) (n int, ok bool) {
	if rest == "" {
		return 1, true
	}
	n, err := strconv.Atoi(rest)
	if err != nil || n < 1 || n > 1e9 {
		sp.talk.Say("A number is meant, from 1 on, and not “" + rest + "”.")
		return 0, false
	}
	return n, true
}

// step makes what goes n events down the list, or so many times that.
func (sp *spoken) step(n int) func(string) {
	return func(rest string) {
		if times, ok := sp.count(rest); ok {
			sp.model.step(n * times)
		}
	}
}

// match makes what goes to the next match, which is the next event where all that are shown match.
func (sp *spoken) match(name string, n int) func(string) {
	return func(rest string) {
		if !sp.session.Mixed() {
			sp.step(n)(rest)
			return
		}
		times, _ := sp.count(rest)
		for range min(times, sp.session.Matched().Len()) {
			sp.act(name)
		}
	}
}

// has reports whether there is an event to be read, and says why there is none.
func (sp *spoken) has() bool {
	if sp.session.HasEvent() {
		sp.session.StayHere()
		return true
	}
	sp.talk.Say(linear.Spelled(lack{sp.model}.event()))
	return false
}

func (sp *spoken) read() {
	if sp.has() {
		sp.talk.Read(linear.Event(sp.session))
	}
}

func (sp *spoken) part(name string) {
	if sp.has() {
		sp.talk.Read(linear.Part(sp.session, name))
	}
}

func (sp *spoken) more() {
	if !sp.talk.More() {
		sp.talk.Say("There is no more to read.")
	}
}

// list reads titles.
func (sp *spoken) list(rest string) {
	from := sp.session.Cursor()
	if rest != "" {
		n, ok := sp.count(rest)
		if !ok {
			return
		}
		from = n - 1 - sp.session.GoingOn().Len()
	}
	if lines, before, of := linear.List(sp.session, max(0, from)); len(lines) > 0 {
		sp.talk.ListPart(lines, before, of)
		return
	}
	if sp.has() {
		sp.talk.Say("The list has " + strconv.Itoa(sp.session.Shown().Len()) + " events.")
	}
}

// goTo goes to the event of a number in the list, or to a date.
func (sp *spoken) goTo(rest string) {
	n, err := strconv.Atoi(rest)
	place := n - 1 - sp.session.GoingOn().Len()
	switch {
	case rest == "":
		sp.talk.Say("Where to? go 8 sep goes to a date, go 15 to the 15th event of the list.")
	case err == nil && 0 <= place && place < min(sp.session.Shown().Len(), 1000):
		sp.came = true
		sp.session.Jump(func() { sp.session.Choose(place) })
	default:
		sp.seek(rest, true)
	}
}

// anything does what the box makes of a text.
func (sp *spoken) anything(rest string) {
	if rest == "" {
		sp.talk.Say("Type after it a name, a word, a date such as 8 sep or 3 weeks later, or type:strike.")
		return
	}
	sp.seek(rest, false)
}

// boxed types a text into the box, and returns what there is on it where it is a date.
func (sp *spoken) boxed(text string) (leads string) {
	s, b := sp.session, &sp.panes.box
	b.Open(s, sp.actions.commands(sp.model, false), nil, false)
	b.Type(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	for work := b.TakeWork(); work != nil; work = b.TakeWork() {
		sp.run(command(work))
	}
	return b.Leads()
}

// isDate reports whether a text is a date as a whole, or leads to one as “3 weeks later” does.
func (sp *spoken) isDate(text string) bool {
	leads := sp.boxed(text)
	sp.panes.box.Leave(sp.session)
	return leads != ""
}

// seek does what is the first row of the box for a text; of a date it says what there is. With dates it is no other.
func (sp *spoken) seek(text string, dates bool) {
	s, b, leads := sp.session, &sp.panes.box, sp.boxed(text)
	if leads == "" && dates {
		b.Leave(s)
		sp.talk.Say("“" + text + "” is no date and no number of the list; box " + text + " looks for it everywhere.")
		return
	}
	sp.talk.Say(linear.Spelled(leads))
	done := b.Take(s)
	switch {
	case !done.Shut:
		b.Leave(s)
	case done.Run != nil:
		w, _ := linear.Find(done.Run.Name)
		sp.talk.Say("Command " + w.Name + ".")
		if w.Why != "" {
			sp.talk.Say(linear.Spelled(w.Why))
			return
		}
		sp.deeds[w.Name]("")
	case done.Begin != nil:
		sp.complete(*done.Begin)
	default:
		sp.came = done.Kind == box.Event || done.Kind == box.Date
	}
}

// followNumber goes to an event that led here, or followed.
func (sp *spoken) followNumber(rest string) {
	n, ok := sp.count(rest)
	if !ok || !sp.has() {
		return
	}
	all := linear.Related(sp.session)
	if n > len(all) {
		sp.talk.Say("This event names " + linear.Counted(len(all), "event") + " that led here or followed.")
		return
	}
	sp.came = true
	sp.session.GoTo(sp.session.Index().Timeline().ID(all[n-1]))
}

// source opens the source of a number, or the first address.
func (sp *spoken) source(rest string) {
	n, ok := sp.count(rest)
	if !ok || !sp.has() {
		return
	}
	address, ok := linear.Source(sp.session, n)
	if links := linear.Links(sp.session); !ok && rest == "" && len(links) > 0 {
		address, ok = links[0], true
	}
	switch {
	case ok:
		sp.run(sp.outside.openURL(sp.session, address))
	case !sp.session.HasAddress():
		sp.session.SetNotice(lack{sp.model}.source())
	default:
		sp.talk.Say("Source " + strconv.Itoa(n) + " has no address that can be opened. sources reads them all.")
	}
}

// citations reads how the sources of the event are cited.
func (sp *spoken) citations() {
	if !sp.has() {
		return
	}
	var lines []string
	e := sp.session.Event()
	for _, ref := range e.Cited() {
		lines = append(lines, cmp.Or(cite.Sentence(sp.session.Index().Timeline().Source(ref)), "A source without words."))
	}
	if len(lines) == 0 {
		sp.talk.Say(linear.Spelled(lack{sp.model}.source()))
		return
	}
	sp.talk.Read(append(lines, "Copying needs a screen; write event FILE.txt writes the event."))
}

// series reads the figures of the event over time, those of one label each time.
func (sp *spoken) series() {
	if !sp.session.HasChart() {
		sp.talk.Say(linear.Spelled(lack{sp.model}.chart()))
		return
	}
	sp.session.StayHere()
	lines, next := linear.Series(sp.session, sp.chart)
	sp.chart = next
	sp.talk.Read(lines)
}

// edit opens the editor at the place of the event, and reads the record again.
func (sp *spoken) edit() {
	switch {
	case !sp.has():
		return
	case sp.opts.Edit == nil || sp.session.Event().Pos.File == "":
		sp.talk.Say("There is no file to edit, or no terminal for the editor.")
		return
	}
	pos := sp.session.Event().Pos
	open, err := sp.opts.Edit(pos.File, max(1, pos.Line))
	if err == nil {
		err = open()
	}
	if err != nil {
		sp.session.SetNotice("the editor failed: " + err.Error())
		return
	}
	sp.session.SetNotice("the editor has closed")
	sp.run(sp.reader.begin(sp.session))
}
