// Package pane has the parts of the screen: the list of events, the detail of one, lanes, an actor's page, the panel to
// choose actors, the overview of time, a chart, the lists of problems and of what is saved, the help, and the lines
// that are typed into.
//
// A pane is a plain struct, of use as it is, and holds what only it knows, such as how far it is scrolled. It is given
// the session, a theme and a size. Arrange (or Open, where there is a page to lay out) fits it into its place, at the
// end of each message. Draw returns rows and changes nothing. The other methods are what keys and the mouse do to it.
//
//	var list pane.List
//	list.Arrange(s, theme, size)
//	for _, row := range list.Draw(s, theme, size, true) {
//		fmt.Println(row)
//	}
//
// A pane does not know where on the screen it is, which mode that is in, or that there are other panes: all that is for
// package ui, which is to route what happens. What a pane changes in the session it changes by the session's verbs.
//
// Of the packages here it may import timeline, ui/session and ui/draw; of bubbletea only the messages of keys, for the
// lines that are typed into.
package pane
