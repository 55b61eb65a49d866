package ui

import (
	"fmt"
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/review"
)

// What tests read from the screen's model, in words of their own, so that its parts can move without them.

// query is the text of the filter.
func (d *driver) query() string { return d.m.view.query }

// asked is the filter that was last read.
func (d *driver) asked() query.Query { return d.m.query }

// view is what the reader chose to look at.
func (d *driver) view() view { return d.m.view }

func (d *driver) dims() bool        { return d.m.view.dim }
func (d *driver) paused() bool      { return d.m.view.paused }
func (d *driver) zoomed() bool      { return d.m.view.zoomed }
func (d *driver) newestFirst() bool { return d.m.view.newest }

// undoable is how many changes of the view can be undone, and left how many places one can go back to.
func (d *driver) undoable() int { return len(d.m.history.done) }
func (d *driver) left() int     { return len(d.m.history.back) }

// mode is what has the keys.
func (d *driver) mode() mode { return d.m.modes.top() }

// record is the record on the screen.
func (d *driver) record() *timeline.Timeline { return d.m.index.Timeline() }

// problems are what is wrong with it.
func (d *driver) problems() diag.Problems { return d.m.problems }

// shown are the events that the list lists; matched those that match the filter.
func (d *driver) shown() index.Selection   { return d.m.shown() }
func (d *driver) matched() index.Selection { return d.m.matched }

// selects are the events that q asks for.
func (d *driver) selects(q query.Query) index.Selection { return d.m.index.Select(q) }

// listed is how many events the list lists, matches how many match.
func (d *driver) listed() int  { return d.shown().Len() }
func (d *driver) matches() int { return d.matched().Len() }

// hasEvent reports whether an event is selected, event is that event, selected its id and cursor its place in the list.
func (d *driver) hasEvent() bool         { return d.m.hasEvent() }
func (d *driver) event() *timeline.Event { return d.m.event() }
func (d *driver) cursor() int            { return d.m.cursor }

// selected is "" where no event is selected.
func (d *driver) selected() string {
	if !d.hasEvent() {
		return ""
	}
	return d.event().ID
}

// day is where the selected event is in time.
func (d *driver) day() (calendar.Day, bool) { return d.m.spot() }

// marks is how many events are marked, hasNews whether any is marked as new or changed.
func (d *driver) marks() int    { return len(d.m.marked) }
func (d *driver) hasNews() bool { return d.m.hasNews() }

// searching reports whether a search is under way.
func (d *driver) searching() bool { return d.m.session.searching() }

// size is that of the screen, and layout where everything on it is.
func (d *driver) size() image.Point { return d.m.size }
func (d *driver) layout() screen    { return d.m.layout() }

// theme is what the screen is drawn with.
func (d *driver) theme() *draw.Theme { return d.m.theme }

// frame is what the screen shows, with its styles.
func (d *driver) frame() string { return d.m.View() }

// redraw draws the screen with nothing kept from the frame before.
func (d *driver) redraw() {
	d.m.frame = ""
	d.m.View()
}

// onLink reports whether a link of the detail is in focus, link is that link, and scrolled the first line that is drawn.
func (d *driver) onLink() bool    { return d.m.detail.onLink() }
func (d *driver) link() draw.Link { return d.m.detail.Links[d.m.detail.At] }
func (d *driver) scrolled() int   { return d.m.detail.Top }

// helpScrolled is the first line of the help that is drawn.
func (d *driver) helpScrolled() int { return d.m.help.top }

// pageLink is the link in focus on an actor's page.
func (d *driver) pageLink() draw.Link { return d.m.actorPage.Links[d.m.actorPage.At] }

// typedQuery is what the query line says, and offered whether anything is offered to complete it.
func (d *driver) typedQuery() string { return d.m.queryLine.line.text() }
func (d *driver) offered() bool      { return d.m.queryLine.offered.isOpen() }

// chips are the parts of the filter that a query row of w cells shows, and chip the part under the cursor.
func (d *driver) chips(w int) []chip {
	return d.m.queryLine.chips(d.m.session, d.m.theme, w, d.m.mode().lineUse())
}
func (d *driver) chip() int { return d.m.queryLine.chip }

// typedActor is what is typed in the actor panel, panelActor the id of the actor under its cursor, panelRow its row.
func (d *driver) typedActor() string { return d.m.panel.line.text() }
func (d *driver) panelActor() string { return d.m.panel.chosenID() }
func (d *driver) panelRow() int      { return d.m.panel.At }

// panelName is the name of the actor under the cursor of the panel.
func (d *driver) panelName() string {
	a, ok := d.record().FindActor(d.panelActor())
	if !ok {
		return ""
	}
	return d.record().Actor(a).Name
}

// lanes are the ids of the actors that have lanes.
func (d *driver) lanes() []string {
	var ids []string
	for _, row := range d.m.lanes.rows {
		ids = append(ids, d.record().Actor(row.actor).ID)
	}
	return ids
}

// scale is the scale of the overview, and hasScale whether it shows anything.
func (d *driver) scale() calendar.Scale { return d.m.overview.scale }
func (d *driver) hasScale() bool        { return d.m.overview.all != nil }

// drawStrip draws the overview in h rows of w cells.
func (d *driver) drawStrip(w, h int) []string {
	return d.m.overview.draw(d.m.session, d.m.theme, image.Pt(w, h))
}

// panes are what is drawn, as it is now.
func (d *driver) panes() []any {
	m := d.m
	return []any{
		m.cursor, m.top, m.inSight, m.list, m.lanes, m.detail, m.panel.Cursor, m.panel.dense, m.actorPage, m.help, m.problemList,
		m.chart, m.overview, m.keptList.Cursor, m.queryLine.offered.Cursor,
	}
}

// stray says what does not hold together: a cursor outside the list, or a query line that cannot be read without a word
// that says so. It is "" where all is well.
func (d *driver) stray() string {
	m := d.m
	if m.hasEvent() && !m.shown().Has(m.selected()) {
		return fmt.Sprintf("event %d is selected, and not shown", m.selected())
	}
	if n := m.shown().Len(); m.cursor < 0 || n > 0 && m.cursor >= n || m.top < 0 || m.top > m.cursor {
		return fmt.Sprintf("cursor %d, top %d of %d events", m.cursor, m.top, n)
	}
	if _, err := query.Parse(m.view.query); err != nil && m.wrong == nil {
		return fmt.Sprintf("%q cannot be read, and nobody says so", m.view.query)
	}
	return ""
}

// late says what of the screen is still of an earlier search or record, "" where nothing is.
func (d *driver) late() string {
	m := d.m
	if m.index.Timeline() != m.newest.Timeline() || !sameEvents(m.matched, m.newest.Select(m.query)) {
		return fmt.Sprintf("%q shows %d events of an earlier search or record", m.view.query, m.matched.Len())
	}
	return ""
}

// What tests do to the model beside pressing keys.

// ask shows what q asks for.
func (d *driver) ask(q query.Query) { d.m.setQuery(q) }

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
	d.m.search.large = 0
	return d
}

// reading returns what reads the record anew, and changed the message that it has changed.
func (d *driver) reading() tea.Cmd { return d.m.reader.begin(d.m.session) }
func (d *driver) changed() tea.Msg { return changedMsg{d.m.reader.number} }

// loaded is the message that brings a portion of the record that is being read.
func (d *driver) loaded(p load.Progress) tea.Msg {
	msg := loadedMsg{load: d.m.reader.number, progress: p}
	if before := d.m.sound(); before != nil && p.Done {
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

// resize gives the screen another size.
func (d *driver) resize(w, h int) *driver {
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// lanesToScale lays the lanes out to scale, or by event.
func (d *driver) lanesToScale(toScale bool) {
	d.m.lanes.cols.toScale, d.m.lanes.cols.chosen = toScale, true
}

// tally counts the events of the overview in w cells, with these as those that match.
func (d *driver) tally(w int, matched index.Selection) {
	d.m.matched = matched
	d.m.overview.update(d.m.session, w)
}

// zoom counts them with the overview zoomed, or not.
func (d *driver) zoom(w int, zoomed bool) {
	d.m.view.zoomed = zoomed
	d.m.overview.update(d.m.session, w)
}

// flush writes down what the reader keeps, as the end of the program does.
func (d *driver) flush() { d.m.writer.flush() }

// sameEvents reports whether two selections of one record hold the same events.
func sameEvents(a, b index.Selection) bool {
	for n := range min(a.Len(), b.Len()) {
		if a.At(n) != b.At(n) {
			return false
		}
	}
	return a.Len() == b.Len()
}
