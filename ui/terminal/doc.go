// Package terminal writes frames to a terminal, and tells from the environment what the terminal can show.
//
// A frame comes from bubbletea's renderer, which repaints each row that changed. An [Output] comes between it and the
// terminal: it writes only the half of a row that changed, has the terminal itself move a list that scrolls, and keeps
// a frame from tearing. A frame of half a screen becomes a few hundred bytes, which counts on a slow line.
//
//	out := &terminal.Output{Device: os.Stdout}
//	theme := draw.NewTheme(terminal.Looks(os.Environ(), "auto", false))
//
// It does not make frames: what is on a screen, and how a text is cut into its cells, is not known here. It asks
// neither the terminal nor the process for anything: the variables of the environment are handed to it.
//
// Of dateline it may import only ui/draw.
package terminal
