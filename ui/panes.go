package ui

import "dateline/ui/pane"

// panes are everything that can be drawn between the title and the footer, each with what it remembers while it is
// not.
type panes struct {
	list        pane.List
	lanes       pane.Lanes
	detail      pane.Detail
	queryLine   pane.QueryLine
	panel       pane.ActorPanel
	actorPage   pane.ActorPage
	help        pane.Help
	about       pane.About
	problemList pane.ProblemList
	chart       pane.Chart
	overview    pane.Overview
	dates       pane.DateLine
	savedList   pane.SavedList
}
