package ui

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/load"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/linear"
)

// The model without a screen: each line of the reader is done to it as a key is, what that starts is run to its end,
// and what has changed is said in sentences.

// A spoken is the model as who hears it talks to it.
type spoken struct {
	*model
	talk  *linear.Talk
	deeds map[string]func(rest string) // what the words of package linear do
	ended bool                         // the reader has left
	lanes bool                         // the place was left in the lanes of the screen, which it keeps
	chart int                          // the figure of the event that is told of next
	asked bool                         // the line asks for another filter, which undo takes back
	came  bool                         // the line leads to an event, be it the one where the reader is
	begun string                       // who else is called so as somebody in the filter; told after what it shows
}

// Speak talks until the reader leaves, the lines end or ctx does. Load and Now are required; nothing of the options is
// used that needs a screen. The error says why it ended, and is nil when the reader left.
func (o Options) Speak(ctx context.Context, t *linear.Talk) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &failure{v, innermostCalls(v)}
		}
	}()
	o.Changed, o.Heard, o.Answers, o.Output = nil, nil, nil, nil
	m := newModel(ctx, o, draw.NewTheme(o.looks()))
	m.session.SearchApartFrom(math.MaxInt)
	m.session.SetKeys(nil) // what is said names actions, whatever keys they have
	sp := &spoken{model: m, talk: t, lanes: m.modes.base() == inLanes}
	sp.deeds = sp.words()
	m.modes.rebase(inList)
	m.reader.heard = sp.reading()
	if sp.run(m.Init()); ctx.Err() != nil {
		return context.Cause(ctx)
	}
	sp.greet()
	for !sp.ended && t.Err() == nil && m.failed == nil {
		line, ok := t.Next()
		if !ok {
			break
		}
		sp.answer(line)
	}
	switch {
	case m.failed != nil:
		return m.failed
	case ctx.Err() != nil:
		return context.Cause(ctx)
	}
	m.opts.Visit.Finish(m.session)
	return t.Err()
}

// run runs a command, and what comes of that, to its end.
func (sp *spoken) run(cmd tea.Cmd) {
	for waiting := []tea.Cmd{cmd}; len(waiting) > 0; waiting = waiting[1:] {
		if waiting[0] == nil {
			continue
		}
		switch msg := waiting[0]().(type) {
		case nil:
		case tea.BatchMsg:
			waiting = append(waiting, msg...)
		case tea.QuitMsg:
			sp.ended = true
		default:
			_, next := sp.Update(msg)
			waiting = append(waiting, next)
		}
	}
}

// reading returns what says now and then that a record is being read which takes long.
func (sp *spoken) reading() func(load.Progress) {
	const soon, often = time.Second, 5 * time.Second
	next, said := soon, ""
	return func(p load.Progress) {
		spent := sp.reader.now().Sub(sp.reader.started)
		awaited := p.Awaited != "" && p.Awaited != said
		if p.Done || spent < next && !awaited {
			return
		}
		next, said = spent+often, p.Awaited
		switch {
		case p.Awaited != "":
			sp.talk.Say("Waiting for " + sanitize.Line(p.Awaited) + ".")
		case p.Events > 0:
			sp.talk.Say("Reading: " + draw.Events(p.Events) + " so far.")
		default:
			sp.talk.Say("Reading.")
		}
	}
}

// greet says what record this is, what is wrong with it, and where the reader is.
func (sp *spoken) greet() {
	s := sp.session
	sp.talk.Say(linear.Record(s, recordName(s, sp.opts.Name)) + " " + linear.Wrong(s))
	sp.talk.Say(linear.Spelled(sp.opts.wrongSettings("problems")))
	var words []string
	if s.AsLeft() && s.HasEvent() {
		words = append(words, "Reopened where you were.")
	}
	if s.Filtered() {
		words = append(words, linear.Filter(s))
	}
	words = append(words, linear.Spelled(s.Notice()), linear.Spelled(s.NewsUnknown()),
		"Type a word to filter, a command, or help.")
	sp.talk.Say(strings.Join(words, " "))
	sp.talk.Say(strings.Join(s.WhyUndated(), " "))
	sp.place()
}

// place says where the reader is, or why there is no event.
func (sp *spoken) place() {
	if s := sp.session; s.HasEvent() {
		sp.talk.Say(linear.Place(s)...)
		return
	}
	sp.nothing()
}

// nothing says why no event is shown, and what helps.
func (sp *spoken) nothing() {
	s := sp.session
	words := emptyWords(s, false, inActor) // which adds no keys
	if s.Filtered() && s.Index().Timeline().Len() > 0 {
		without := "the last part of the filter"
		if n := s.NextPart(); n >= 0 && s.Mistake() == nil {
			without = s.Query().Parts()[n]
		}
		words[0] = linear.Filter(s)
		words = append(words, "out drops "+without+", pause pauses the filter, undo takes back what you did.")
	}
	sp.talk.Say(strings.Join(words, " "))
}

// answer does what a line says, and says what has come of it.
func (sp *spoken) answer(text string) {
	s := sp.session
	sp.refresh()
	line := linear.Parse(text, sp.actions.named)
	w, known := linear.Find(line.Word)
	before := linear.StateOf(s)
	s.SetNotice("")
	s.Touch()
	if w.Name != "more" {
		sp.talk.Over()
	}
	if w.Name != "chart" {
		sp.chart = 0
	}
	sp.asked = !slices.Contains([]string{"undo", "redo", "pause", "dim"}, w.Name)
	switch {
	case !known:
		sp.ask(line)
	case w.Why != "":
		sp.talk.Say(linear.Spelled(line.Text + " does nothing here: " + w.Why))
	default:
		if line.Of != "" {
			sp.talk.Say("“" + line.Of + "” is taken for " + w.Name + "; filter " + line.Of + " asks for the word.")
		}
		sp.deeds[w.Name](line.Rest)
	}
	sp.tell(before)
}

// refresh reads the record again where it has changed, and says what is new.
func (sp *spoken) refresh() {
	if sp.talk.Changed == nil || !sp.talk.Changed() {
		return
	}
	s := sp.session
	s.SetNotice("")
	sp.run(sp.reader.begin(s))
	sp.after()
	if s.Notice() != "" {
		sp.talk.Say("The record has changed: " + linear.Spelled(s.Notice()))
	}
}

// after does what comes at the end of each message, and goes back to the list, which nothing is open over.
func (sp *spoken) after() {
	_, cmd := sp.Update(nil)
	sp.run(cmd)
	sp.modes.rebase(inList)
	sp.opts.Visit.Follow(sp.session, sp.lanes)
}

// tell says what the reader is told, and what has changed since before.
func (sp *spoken) tell(before linear.State) {
	s := sp.session
	sp.after()
	if sp.ended {
		return
	}
	now, notice := linear.StateOf(s), s.Notice()
	if s.View().Paused && s.HasEvent() && now.Filters(before) { // what is said of the filter ends so too
		notice = strings.TrimSuffix(notice, "; "+s.Key("pause")+" resumes it")
	}
	sp.talk.Say(linear.Spelled(notice))
	switch changed := linear.Changed(s, before); {
	case !s.HasEvent() && now != before:
		sp.nothing()
	case now.Filters(before) && sp.asked:
		sp.talk.Say(strings.Join(changed, " ") + " undo takes it back.")
	case len(changed) > 0:
		sp.talk.Say(changed...)
	case sp.came:
		sp.place()
	}
	sp.talk.Say(linear.Spelled(sp.begun))
	sp.begun, sp.asked, sp.came = "", false, false
	if !sp.talk.Said() {
		sp.talk.Say("Nothing has changed.")
	}
}

// named returns the name of the action that has a key in the list, or else anywhere; "" for none.
func (t keymap) named(key string) string {
	a := t.listed(key)
	switch {
	case a == nil:
		return ""
	case key == "h" && a.name == "left": // ← in the list, where it does nothing
		return "help"
	}
	return a.name
}

// listed returns the action that has a key in the list, or else anywhere; nil for none.
func (t keymap) listed(key string) (found *action) {
	key = t.typed(key)
	for i := range t {
		a := &t[i]
		if slices.Contains(a.keys, key) && (found == nil || slices.Contains(a.in, inList)) {
			found = a
		}
	}
	return found
}

// typed returns the key that a word means, as the table calls it: ctrl+c for ^C.
func (keymap) typed(key string) string {
	if letter, ok := strings.CutPrefix(key, "^"); ok && letter != "" {
		key = "ctrl+" + letter
	}
	if len(key) > 1 {
		key = strings.ToLower(key)
	}
	if f, ok := linear.Number(strings.TrimPrefix(key, "shift+f")); ok && strings.HasPrefix(key, "shift+f") {
		key = shiftF(f)
	}
	return key
}
