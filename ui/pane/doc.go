// Package pane has the parts of the screen that have no package of their own: the detail of an event, an actor's page,
// a chart, the list of what is saved, the help, and the lines for the filter and for dates. The list of events is in
// ui/list, that of problems in ui/problems, lanes in ui/lanes, the overview of time in ui/axis, the rail and the picker
// of actors in ui/who.
//
// A pane is a plain struct, of use as it is, and holds what only it knows, such as how far it is scrolled. It is given
// the session, a theme and a size. Arrange (or Open, where there is a page to lay out) fits it into its place, at the
// end of each message. Draw returns rows and changes nothing. The other methods are what keys and the mouse do to it.
//
//	var d pane.Detail
//	d.Open(s, theme, s.Selected(), width)
//	for _, row := range d.Draw(theme, size, true) {
//		fmt.Println(row)
//	}
//
// A pane does not know where on the screen it is, which mode that is in, or that there are other panes: all that is for
// package ui, which is to route what happens. What a pane changes in the session it changes by the session's verbs.
//
// Of the packages here it may import timeline, ui/session, ui/list, ui/outline, ui/input and ui/draw; of bubbletea only
// the messages of keys, for the lines that are typed into.
package pane
