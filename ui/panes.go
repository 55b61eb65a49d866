package ui

import (
	"dateline/ui/axis"
	"dateline/ui/list"
	"dateline/ui/pane"
	"dateline/ui/problems"
	"dateline/ui/who"
)

// panes are everything that can be drawn between the title and the footer, each with what it remembers while it is
// not.
type panes struct {
	list        list.List
	lanes       pane.Lanes
	detail      pane.Detail
	queryLine   pane.QueryLine
	who         who.Who
	actorPage   pane.ActorPage
	help        pane.Help
	about       pane.About
	problemList problems.List
	chart       pane.Chart
	overview    axis.Overview
	dates       pane.DateLine
	savedList   pane.SavedList
}
