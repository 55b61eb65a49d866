package ui

import (
	"dateline/ui/axis"
	"dateline/ui/box"
	"dateline/ui/compare"
	"dateline/ui/lanes"
	"dateline/ui/list"
	"dateline/ui/pane"
	"dateline/ui/problems"
	"dateline/ui/reading"
	"dateline/ui/who"
	writer "dateline/ui/write"
)

// panes are everything that can be drawn between the title and the footer, each with what it remembers while it is
// not.
type panes struct {
	list        list.List
	lanes       lanes.Lanes
	detail      pane.Detail
	reading     reading.Page
	queryLine   pane.QueryLine
	who         who.Who
	actorPage   pane.ActorPage
	about       pane.About
	problemList problems.List
	chart       pane.Chart
	overview    axis.Overview
	box         box.Box
	savedList   pane.SavedList
	compare     compare.Page
	write       writer.Menu
}

// forget lets go all that was made of the record on the screen when another takes its place: what is not in sight would
// keep it until it is opened again.
func (p *panes) forget() {
	p.list.Forget()
	p.detail.Forget()
	p.reading.Forget()
	p.queryLine.Forget()
	p.who.Forget()
	p.actorPage.Forget()
	p.about.Forget()
	p.box.Forget()
	p.compare.Forget()
	p.write.Forget()
}
