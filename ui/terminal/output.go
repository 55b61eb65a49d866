package terminal

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strconv"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// A Device is a terminal: it is written to, and can be asked for its size.
type Device interface {
	io.ReadWriteCloser
	Fd() uintptr
}

// An Output is a terminal that is written to. Writes are whole: a frame and a clipboard sequence never mix. Of a frame
// it writes only what changed.
type Output struct {
	Device
	NoTitle bool // the terminal would print the name of its window

	mu    sync.Mutex
	rows  []row  // what it shows
	title []byte // what names its window
}

// What begins a frame, and what is written around one. A synchronised update (mode 2026) is shown without tearing, and
// ignored by terminals that do not know it. No wrapping (mode 7) keeps a row one row if the terminal finds it wider
// than we do.
const (
	home       = "\x1b[H"
	beginFrame = "\x1b[?2026h\x1b[?7l"
	endFrame   = "\x1b[?7h\x1b[?2026l"
)

// ToColumn returns what moves the cursor to column x, from 0, of its row. What follows is at that column however wide
// the terminal finds what is before it. A row of a frame that has one is cut there into halves that change by
// themselves.
func ToColumn(x int) string { return "\x1b[" + strconv.Itoa(x+1) + "G" }

// columnMove finds a ToColumn.
var columnMove = regexp.MustCompile(`\x1b\[\d+G`)

// What goes with the alternate screen, and is taken back when it is left, whatever for: to quit, to suspend, for an
// editor. The terminal sends arrow keys for the wheel (mode 1007), so that it scrolls although the mouse is left to the
// terminal for selecting text. The name of its window is put on the terminal's own stack, and taken from there.
const (
	screenOn  = ansi.SetModeAltScreenSaveCursor + "\x1b[?1007h"
	screenOff = "\x1b[?1007l" + ansi.ResetModeAltScreenSaveCursor
	saveTitle = "\x1b[22;2t"
	backTitle = "\x1b[23;2t"
)

// setTitle begins what names the window of a terminal.
const setTitle = "\x1b]2;"

// Write writes p whole. Of a frame, as bubbletea writes it, it writes only what changed since the last one, and
// anything else as it is. Its error is that of the device.
func (o *Output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	var whole []byte
	switch {
	case len(p) > len(home) && bytes.HasPrefix(p, []byte(home)): // alone it is no frame
		whole = make([]byte, 0, len(p)+len(beginFrame)+len(endFrame))
		whole = append(o.changed(append(whole, beginFrame...), p), endFrame...)
	case string(p) == ansi.SetModeAltScreenSaveCursor:
		whole = []byte(screenOn)
		if !o.NoTitle {
			whole = append(append(whole, saveTitle...), o.title...)
		}
	case string(p) == ansi.ResetModeAltScreenSaveCursor:
		whole = []byte(screenOff)
		if !o.NoTitle {
			whole = append(whole, backTitle...)
		}
	case bytes.HasPrefix(p, []byte(setTitle)):
		o.title = bytes.Clone(p) // it is set again when the screen comes back
		if o.NoTitle {
			return len(p), nil
		}
		return o.Device.Write(p)
	default:
		return o.Device.Write(p)
	}
	if _, err := o.Device.Write(whole); err != nil {
		return 0, err
	}
	return len(p), nil
}

// A row is what a row of the terminal shows, cut at the border between the panes. The right half begins with the move
// to the border, and is empty without one.
type row struct{ left, right []byte }

// halves cuts a row of a frame.
func halves(written []byte) row {
	if at := columnMove.FindIndex(written); at != nil {
		return row{written[:at[0]], written[at[0]:]}
	}
	return row{left: written}
}

// changed appends to dst what makes the terminal show a frame. The frame itself leaves rows out that did not change, as
// nothing but their line break, but has the whole of the others: the list with each line of the detail. A frame that
// leaves no row out is one that is to be painted anew.
func (o *Output) changed(dst, frame []byte) []byte {
	end := bytes.LastIndexByte(frame, '\x1b') // where the cursor is put at last
	split := bytes.Split(bytes.Clone(frame[len(home):end]), []byte("\n"))
	rows, partly := make([]row, len(split)), false
	for y, written := range split {
		if len(written) == 0 && y < len(o.rows) {
			rows[y], partly = o.rows[y], true
		} else {
			rows[y] = halves(written)
		}
	}
	if partly && len(rows) == len(o.rows) {
		dst = o.shift(dst, rows)
	} else {
		o.rows = make([]row, len(rows))
	}
	dst = append(dst, home...)
	for y, r := range rows {
		if y > 0 {
			dst = append(dst, '\n')
		}
		stands := bytes.Equal(r.left, o.rows[y].left)
		if stands && bytes.Equal(r.right, o.rows[y].right) {
			continue
		}
		if !stands || len(r.right) == 0 {
			dst = append(dst, r.left...)
		}
		dst = append(dst, r.right...)
	}
	o.rows = rows
	return append(dst, frame[end:]...)
}

// shift has the terminal itself move a list that scrolls, by lines deleted at its one end and inserted at the other, so
// that its text is not sent again, which is more than half of the bytes. What is below stays where it is. Terminals
// that know ToColumn know both.
func (o *Output) shift(dst []byte, rows []row) []byte {
	from, to, by := o.moved(rows)
	gone, blank, n := from, to, by // the rows that go, and where as many blank ones come
	if by < 0 {
		gone, blank, n = to+by, from+by, -by
	}
	if n == 0 {
		return dst
	}
	o.rows = slices.Insert(slices.Delete(o.rows, gone, gone+n), blank, make([]row, n)...)
	dst = append(dst, ansi.CursorPosition(1, gone+1)+ansi.DeleteLine(n)...)
	return append(dst, ansi.CursorPosition(1, blank+1)+ansi.InsertLine(n)...)
}

// moved returns the rows from..to whose left halves the terminal shows by rows further down, or up if by is negative.
// Of several such runs it returns the one that spares the most. by is 0 if more rows would be lost than spared.
func (o *Output) moved(rows []row) (from, to, by int) {
	most := 0
	for d := 1 - len(rows); d < len(rows); d++ {
		first, spared := max(0, -d), 0
		for y := first; y < min(len(rows), len(rows)-d); y++ {
			if !bytes.Equal(rows[y].left, o.rows[y+d].left) {
				first, spared = y+1, 0
				continue
			}
			if !bytes.Equal(rows[y].left, o.rows[y].left) {
				spared++
			}
			if spared > max(most, d, -d) {
				from, to, by, most = first, y+1, d, spared
			}
		}
	}
	return from, to, by
}
