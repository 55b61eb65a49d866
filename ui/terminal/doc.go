// Package terminal writes frames to a terminal, and tells from the environment what the terminal can show.
//
// A frame is a text of rows, each with its styles. An [Output] takes it apart into cells and writes only those that
// changed, in one write: at once if the frame before has rested a little, and otherwise when a timer says so, so that
// nothing wakes while nothing changes. It has the terminal itself move a list that scrolls, puts the terminal's own
// cursor where something is typed, and keeps a frame from tearing. A frame of half a screen becomes some hundred bytes,
// which counts on a slow line.
//
//	out := &terminal.Output{Device: os.Stdout, Rest: 4 * time.Millisecond, Failed: report}
//	out.Show("first row\nsecond row", 80, 2)
//	theme := draw.NewTheme(terminal.Looks(os.Environ(), "auto", false))
//
// Terminals differ in how wide they find a character: those set up for Chinese or Japanese take two cells for lines,
// dots and Cyrillic, and emoji are anything. So only ASCII and ideographs are sure to leave what is after them in its
// column. From any other character on, a segment is written to its end; [ToColumn] begins a segment.
//
// bubbletea still does everything else that is done to a terminal: raw mode, alternate screen, mouse, suspending
// and size. It writes that through the Output too, which learns from it when the terminal is lent and when it shows
// nothing that is known. Frames of bubbletea's own, which come by a clock, are dropped.
//
// Package terminal does not draw frames: what is on a screen is not known here. It asks the process for
// nothing, since the variables of the environment are handed to it, and has one question for the terminal, whose answer
// is not waited for: which ground it has.
//
// Of dateline it may import only ui/draw.
package terminal
