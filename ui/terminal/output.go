package terminal

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// A Device is a terminal: it is written to. One that is a file of this process has a method Fd, and so can be asked for
// its size.
type Device interface {
	io.ReadWriteCloser
}

// An Output is a terminal that frames are shown on. bubbletea writes to it too, for whatever else it does with a
// terminal. Writes are whole: a frame and a clipboard sequence never mix.
type Output struct {
	Device
	NoTitle bool            // the terminal would print the name of its window
	Rest    time.Duration   // that a frame is shown at least; of those that come faster only the last is written
	Failed  func(value any) // is told of a panic while a frame is written after that time
	mu      sync.Mutex
	frames  frames
	title   []byte // what names its window
}

// Fd returns the descriptor of the file that the terminal is, and of one that is none what is no descriptor.
func (o *Output) Fd() uintptr {
	if file, ok := o.Device.(interface{ Fd() uintptr }); ok {
		return file.Fd()
	}
	return ^uintptr(0)
}

// ToColumn returns what moves the cursor to column x, from 0, of its row. What follows is at that column however wide
// the terminal finds what is before it. A row of a frame that has one is cut there into segments that change by
// themselves.
func ToColumn(x int) string { return "\x1b[" + strconv.Itoa(x+1) + "G" }

// What goes with the alternate screen, and is taken back when it is left, whatever for: to quit, to suspend, for an
// editor. Where the mouse is left to the terminal for selecting text, that sends arrow keys for the wheel (mode 1007),
// so that it scrolls all the same. The name of its window is put on the terminal's own stack, and taken from there.
const (
	screenOn  = ansi.SetModeAltScreenSaveCursor + "\x1b[?1007h"
	screenOff = "\x1b[?1007l" + ansi.ResetModeAltScreenSaveCursor
	saveTitle = "\x1b[22;2t"
	backTitle = "\x1b[23;2t"
)

// setTitle begins what names the window of a terminal.
const setTitle = "\x1b]2;"

// Write writes p whole, as what bubbletea says to a terminal. It drops the frames of bubbletea's own renderer, which is
// shown nothing, and what that writes when it stops. Its error is that of the device.
func (o *Output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	whole := p
	switch said := string(p); said {
	case ansi.SetModeAltScreenSaveCursor:
		whole = []byte(screenOn)
		if !o.NoTitle {
			whole = append(append(whole, saveTitle...), o.title...)
		}
		o.frames.given, o.frames.known, o.frames.caret = false, false, false
	case ansi.ResetModeAltScreenSaveCursor:
		whole = []byte(screenOff)
		if !o.NoTitle {
			whole = append(whole, backTitle...)
		}
	case ansi.ResetModeBracketedPaste: // the first that is said when the terminal is given away, for a while or for good
		o.frames.given = true
	case ansi.EraseEntireScreen:
		o.frames.known = false
	case ansi.EraseEntireLine, "\r":
		return len(p), nil
	default:
		if isFrame := strings.HasPrefix(said, home) && said != home; isFrame {
			return len(p), nil
		}
		if strings.HasPrefix(said, setTitle) {
			o.title = bytes.Clone(p) // it is set again when the screen comes back
			if o.NoTitle {
				return len(p), nil
			}
		}
	}
	if _, err := o.Device.Write(whole); err != nil {
		return 0, err
	}
	return len(p), nil
}

// home is what bubbletea's frames begin with.
const home = "\x1b[H"
