package ui

import (
	"slices"
	"strconv"

	"dateline/timeline/diag"
	"dateline/ui/linear"
	"dateline/ui/session"
)

// What the words do that keep, write or explain something.

// wrong returns what is wrong with the record, and then with the reader's own settings.
func (sp *spoken) wrong() diag.Groups { return slices.Concat(sp.session.Groups(), sp.opts.Settings) }

// problems reads what is wrong.
func (sp *spoken) problems() {
	lines := linear.Problems(sp.wrong())
	if len(lines) == 0 {
		sp.talk.Say(linear.Spelled(lack{sp.model}.problem()))
	}
	sp.talk.List(lines)
}

// places reads where a problem is.
func (sp *spoken) places(rest string) {
	n, ok := sp.count(rest)
	if !ok {
		return
	}
	lines, ok := linear.Places(sp.wrong(), n)
	if !ok {
		sp.talk.Say("There is no problem of that number; problems reads them.")
	}
	sp.talk.List(lines)
}

// note has the mark on the event carry a line; without one it says what it carries.
func (sp *spoken) note(rest string) {
	s := sp.session
	if !sp.has() {
		return
	}
	id := s.Event().ID
	switch {
	case rest == "" && s.Saved().Notes[id] == "":
		sp.talk.Say("There is no note here. note and a line writes one, and marks the event.")
		return
	case rest == "":
		sp.talk.Say(linear.Sentence("Note: " + s.Saved().Notes[id]))
		return
	}
	if !s.IsMarked(id) {
		sp.run(command(s.ToggleMark()))
	}
	s.SetNotice("the mark on the event has the note: " + rest)
	sp.run(command(s.Annotate(id, rest)))
}

// marks reads views and marks, or goes to the one of a number.
func (sp *spoken) marks(rest string) {
	all := linear.KeptOf(sp.session)
	n, ok := sp.count(rest)
	switch {
	case !ok:
	case len(all) == 0:
		sp.talk.Say("Nothing is kept yet; mark marks an event, save NAME saves the filter.")
	case rest == "":
		sp.talk.List(linear.Saved(sp.session))
		sp.talk.Say("marks and a number goes there.")
	case n > len(all):
		sp.talk.Say("The last of the views and marks is number " + strconv.Itoa(len(all)) + ".")
	case all[n-1].Mark == "":
		sp.show(all[n-1].View)
	default:
		if _, known := sp.session.Index().Timeline().Find(all[n-1].Mark); !known {
			sp.talk.Say("The record has no event of that id any more; forget " + rest + " takes the mark off.")
			return
		}
		sp.came = true
		sp.session.GoTo(all[n-1].Mark)
	}
}

// save saves the filter as a view.
func (sp *spoken) save(rest string) {
	s := sp.session
	switch {
	case !s.CanSave():
		sp.talk.Say(linear.Spelled(lack{sp.model}.filter()))
	case rest == "":
		sp.talk.Say("Under which name? save and a name saves the filter " + s.Query().String() + ".")
	default:
		rest = session.ViewName(rest)
		s.SetNotice("the filter is saved as the view “" + rest + "”; view " + rest + " shows it again")
		sp.run(command(s.SaveView(rest)))
	}
}

// forget forgets the view or mark of a number.
func (sp *spoken) forget(rest string) {
	all := linear.KeptOf(sp.session)
	n, ok := sp.count(rest)
	switch {
	case !ok:
	case rest == "" || n > len(all):
		sp.talk.Say("Which? forget and a number of marks forgets that view or takes that mark off.")
	case all[n-1].Given:
		sp.talk.Say("That view is the record's, and stays.")
	case all[n-1].Mark != "":
		sp.session.SetNotice("the mark is off")
		sp.run(command(sp.session.Unmark(all[n-1].Mark)))
	default:
		sp.session.SetNotice("the view “" + all[n-1].View.Name + "” is forgotten")
		sp.run(command(sp.session.ForgetView(all[n-1].View.Name)))
	}
}

// write writes events to a file.
func (sp *spoken) write(rest string) {
	s, menu := sp.session, &sp.panes.write
	if rest == "" {
		sp.talk.Say("write report.md writes what matches; write event FILE the event, write marks FILE the marks. "+
			menu.Endings()+" Copying needs a screen.", sp.commandWords())
		return
	}
	if sp.opts.Write == nil {
		sp.talk.Say("No file can be written from here.")
		return
	}
	menu.Open(s, sp.opts.Name, "", false)
	work, said := menu.WriteTo(s, rest, sp.opts.Write)
	if said != "" {
		sp.talk.Say(linear.Sentence(said))
		return
	}
	sp.run(command(work))
}

// commandLine says the command that shows this view.
func (sp *spoken) commandLine() { sp.talk.Say(sp.commandWords()) }

func (sp *spoken) commandWords() string {
	if sp.opts.Command == nil {
		return "There is no command for this view."
	}
	event := ""
	if sp.session.HasEvent() {
		event = sp.session.Event().ID
	}
	return "This view again: " + sp.opts.Command(sp.session.Query().String(), event)
}

// help says how to begin, what all words do, or what one does.
func (sp *spoken) help(rest string) {
	switch rest {
	case "":
		sp.talk.Read(linear.Help())
		return
	case "all":
		sp.talk.List(linear.HelpAll(sp.keysOf))
		return
	}
	line := linear.Parse(rest, sp.actions.named)
	words, ok := linear.Explain(line.Word, sp.keysOf(line.Word))
	if !ok {
		words = "There is no command “" + rest + "”; help all reads them all."
	}
	sp.talk.Say(words)
}

// keysOf returns the keys of one letter or sign by which a word is meant.
func (sp *spoken) keysOf(name string) (keys []string) {
	for i := range sp.actions {
		for _, k := range sp.actions[i].keys {
			w, _ := linear.Find(sp.actions.named(k))
			short := len(k) == 1 && k > " " && !sp.actions[i].isNumbers()
			if short && w.Name == name && !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	return keys
}
