package ui

import (
	"fmt"
	"image"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dateline/timeline"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/review"
	"dateline/ui/axis"
	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/session"
)

// What tests read from the screen's model, in words of their own, so that its parts can move without them.

// query is the text of the filter.
func (d *driver) query() string { return d.m.session.View().Query }

// asked is the filter that was last read.
func (d *driver) asked() query.Query { return d.m.session.Query() }

// view is what the reader chose to look at.
func (d *driver) view() session.View { return d.m.session.View() }

func (d *driver) dims() bool        { return d.m.session.View().Dim }
func (d *driver) paused() bool      { return d.m.session.View().Paused }
func (d *driver) zoomed() bool      { return d.m.session.View().Zoom > 0 }
func (d *driver) newestFirst() bool { return d.m.session.View().Newest }

// undoable reports whether a change of the view can be undone.
func (d *driver) undoable() bool { return d.m.session.CanUndo() }

// mode is what has the keys.
func (d *driver) mode() mode { return d.m.modes.top() }

// record is the record on the screen.
func (d *driver) record() *timeline.Timeline { return d.m.session.Index().Timeline() }

// problems are what is wrong with it.
func (d *driver) problems() diag.Problems { return d.m.session.Problems() }

// shown are the events that the list lists; matched those that match the filter.
func (d *driver) shown() index.Selection   { return d.m.session.Shown() }
func (d *driver) matched() index.Selection { return d.m.session.Matched() }

// selects are the events that q asks for.
func (d *driver) selects(q query.Query) index.Selection { return d.m.session.Index().Select(q) }

// listed is how many events the list lists, matches how many match.
func (d *driver) listed() int  { return d.shown().Len() }
func (d *driver) matches() int { return d.matched().Len() }

// hasEvent reports whether an event is selected, event is that event, selected its id and cursor its place in the list.
func (d *driver) hasEvent() bool         { return d.m.session.HasEvent() }
func (d *driver) event() *timeline.Event { return d.m.session.Event() }
func (d *driver) cursor() int            { return d.m.session.Cursor() }

// goingOn are the ids of the events that are in the line above the first, and onGoingOn reports whether that is selected.
func (d *driver) goingOn() string {
	var ids []string
	for n := range d.m.session.GoingOn().Len() {
		ids = append(ids, d.record().ID(d.m.session.GoingOn().At(n)))
	}
	return strings.Join(ids, " ")
}
func (d *driver) onGoingOn() bool { return d.m.session.OnGoingOn() }

// selected is "" where no event is selected.
func (d *driver) selected() string {
	if !d.hasEvent() {
		return ""
	}
	return d.event().ID
}

// marks is how many events are marked, hasNews whether any is marked as new or changed.
func (d *driver) marks() (n int) {
	for i := range d.record().Len() {
		if d.m.session.IsMarked(d.record().ID(i)) {
			n++
		}
	}
	return n
}
func (d *driver) hasNews() bool { return d.m.session.HasNews() }

// searching reports whether a search is under way.
func (d *driver) searching() bool { return d.m.session.Searching() }

// size is that of the screen, and layout where everything on it is.
func (d *driver) size() image.Point     { return d.m.size }
func (d *driver) layout() layout.Screen { return d.m.layout() }

// theme is what the screen is drawn with.
func (d *driver) theme() *draw.Theme { return d.m.theme }

// frame is what the screen shows, with its styles.
func (d *driver) frame() string { return d.m.View() }

// redraw draws the screen with nothing kept from the frame before.
func (d *driver) redraw() {
	d.m.frame = ""
	d.m.View()
}

// onLink reports whether a link of the detail is in focus, and link is that link.
func (d *driver) onLink() bool { return reads{d.m}.page().OnLink() }

func (d *driver) link() draw.Link {
	l, ok := (reads{d.m}).page().Link()
	if !ok {
		d.t.Fatal("no link of the detail is in focus")
	}
	return l
}

// detailRows is what the screen shows in the place of the detail.
func (d *driver) detailRows() []string {
	var rows []string
	r := d.layout().Detail
	for _, line := range d.lines()[r.Min.Y:r.Max.Y] {
		rows = append(rows, ansi.Cut(line, r.Min.X, r.Max.X))
	}
	return rows
}

// pageLink is the link in focus on an actor's page.
func (d *driver) pageLink() draw.Link {
	l, ok := d.m.panes.actorPage.Link()
	if !ok {
		d.t.Fatal("no link of the page is in focus")
	}
	return l
}

// typedQuery is what the query line says, and offered whether anything is offered to complete it.
func (d *driver) typedQuery() string { return d.m.panes.queryLine.Text() }
func (d *driver) offered() bool      { return d.m.panes.queryLine.Offers() }

// whoID returns the id of the actor under the cursor of the rail or the picker, or "".
func (d *driver) whoID() string {
	a, ok := d.m.panes.who.Chosen()
	if !ok {
		return ""
	}
	return d.record().Actor(a).ID
}

// whoName is the name of the actor under the cursor of the rail or the picker.
func (d *driver) whoName() string {
	a, ok := d.record().FindActor(d.whoID())
	if !ok {
		return ""
	}
	return d.record().Actor(a).Name
}

// lanes are the ids of the actors that have lanes.
func (d *driver) lanes() []string {
	var ids []string
	for _, a := range d.m.panes.lanes.Actors() {
		ids = append(ids, d.record().Actor(a).ID)
	}
	return ids
}

// said is the row in which the reader is told something.
func (d *driver) said() string {
	return d.lines()[d.m.said().place(d.layout(), d.mode().typing()).Min.Y]
}

// cutting is the axis of the overview, without columns where that shows nothing.
func (d *driver) cutting() cut.Axis { return d.m.panes.overview.Axis() }

// drawStrip draws the overview in h rows of w cells.
func (d *driver) drawStrip(w, h int) []string {
	return d.m.panes.overview.Draw(d.m.session, d.m.theme, image.Pt(w, h))
}

// panes are what is drawn, as it is now.
func (d *driver) panes() []any {
	s, p := d.m.session, &d.m.panes
	return []any{
		s.Cursor(), s.Top(), s.InSight(), p.list, p.lanes, p.detail, p.actorPage, p.about, p.problemList, p.chart,
		p.overview,
		// Those that hold functions are compared by what they print.
		fmt.Sprint(p.who), fmt.Sprint(p.savedList), fmt.Sprint(p.queryLine), fmt.Sprint(p.box),
	}
}

// stray says what does not hold together: a cursor outside the list, or a query line that cannot be read without a word
// that says so. It is "" where all is well.
func (d *driver) stray() string {
	m := d.m
	if m.session.HasEvent() && !m.session.OnGoingOn() && !m.session.Shown().Has(m.session.Selected()) {
		return fmt.Sprintf("event %d is selected, and not shown", m.session.Selected())
	}
	if n := m.session.Shown().Len(); m.session.Cursor() < 0 || n > 0 && m.session.Cursor() >= n || m.session.Top() < 0 ||
		m.session.Top() > m.session.Cursor() {
		return fmt.Sprintf("cursor %d, top %d of %d events", m.session.Cursor(), m.session.Top(), n)
	}
	if _, err := query.Parse(m.session.View().Query); err != nil && m.session.Mistake() == nil {
		return fmt.Sprintf("%q cannot be read, and nobody says so", m.session.View().Query)
	}
	return ""
}

// late says what of the screen is still of an earlier search or record, "" where nothing is.
func (d *driver) late() string {
	m := d.m
	if m.session.Index().Timeline() != m.session.Newest().Timeline() ||
		!sameEvents(m.session.Matched(), m.session.Newest().Select(m.session.Query())) {
		return fmt.Sprintf("%q shows %d events of an earlier search or record", m.session.View().Query,
			m.session.Matched().Len())
	}
	return ""
}

// What tests do to the model beside pressing keys.

// first puts the cursor on the first event, as if the record had opened there.
func (d *driver) first() *driver {
	d.m.session.Choose(0)
	d.m.arrange()
	d.redraw()
	return d
}

// ask shows what q asks for.
func (d *driver) ask(q query.Query) {
	d.m.session.SetQuery(q)
	if work := d.m.session.TakeWork(); work != nil {
		d.m.session.TakeFound(work().(session.Found))
	}
}

// update hands the model a message and returns what it starts, without running it.
func (d *driver) update(msg tea.Msg) tea.Cmd {
	_, cmd := d.m.Update(msg)
	return cmd
}

// begin presses keys and returns what they start, without waiting for it.
func (d *driver) begin(keys ...string) (started []tea.Cmd) {
	for _, k := range keys {
		started = append(started, d.update(keyMsg(k)))
	}
	return started
}

// askAway makes every search go on off the loop, as those of large records do.
func (d *driver) askAway() *driver {
	d.m.session.SearchApartFrom(0)
	return d
}

// reading returns what reads the record anew, and changed the message that it has changed.
func (d *driver) reading() tea.Cmd { return d.m.reader.begin(d.m.session) }
func (d *driver) changed() tea.Msg { return changedMsg{d.m.reader.number} }

// loaded is the message that brings a portion of the record that is being read.
func (d *driver) loaded(p load.Progress) tea.Msg {
	msg := loadedMsg{load: d.m.reader.number, progress: p}
	if before := d.m.session.Baseline(); before != nil && p.Done {
		msg.changes = review.Compare(before, p.Index.Timeline())
	}
	return msg
}

// reload reads the record again.
func (d *driver) reload() { d.run(d.reading()) }

// nextFiles are what is read instead from now on.
func (d *driver) nextFiles(files ...load.File) { d.m.reader.load = loading(files...) }

// browser makes open what opens addresses.
func (d *driver) browser(open func(url string) error) { d.m.outside.opts.OpenURL = open }

// resize changes the size of the screen.
func (d *driver) resize(w, h int) *driver {
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// lanesToScale lays the lanes that have the keys out to scale, or by event.
func (d *driver) lanesToScale(toScale bool) {
	if toScale == strings.Contains(d.screen(), "by event") {
		d.press("v")
	}
}

// tally builds the overview in w cells, if it is not what is to be shown.
func (d *driver) tally(w int) {
	o := &d.m.panes.overview
	o.Arrange(d.m.session, w)
	if work := o.TakeWork(); work != nil {
		o.TakeBuilt(work().(axis.Built))
	}
}

// zoom counts them with the overview zoomed, or not.
func (d *driver) zoom(w int, zoomed bool) {
	d.m.session.Zoom(map[bool]int{true: 1}[zoomed], false)
	d.tally(w)
}

// flush writes down what the reader keeps, as the end of the program does, and returns what it says then.
func (d *driver) flush() error {
	d.m.opts.State.Flush()
	return d.m.opts.State.Unkept()
}

// sameEvents reports whether two selections of one record hold the same events.
func sameEvents(a, b index.Selection) bool {
	for n := range min(a.Len(), b.Len()) {
		if a.At(n) != b.At(n) {
			return false
		}
	}
	return a.Len() == b.Len()
}
