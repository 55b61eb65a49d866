package terminal

import (
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
)

// A synchronised update (mode 2026) is shown without tearing, and ignored by terminals that do not know it. No wrapping
// (mode 7) keeps a row one row if the terminal finds it wider than we do.
const (
	beginFrame = "\x1b[?2026h\x1b[?7l"
	endFrame   = "\x1b[?7h\x1b[?2026l"
)

// frames are what a terminal shows, and what it is to show.
type frames struct {
	next          string // the newest frame
	width, height int    // of the terminal

	known bool    // whether shown and rows are what the terminal shows
	shown string  // the last frame that was written
	rows  []drawn // of it
	caret bool    // whether the terminal's cursor is seen

	given   bool // the terminal is lent to a shell or an editor
	resting bool // the timer runs, which shows the newest frame
	timer   *time.Timer

	parser  parser // what is used again for the next frame
	shades  shades
	newest  []drawn
	was, is row
	buffer  []byte
}

// Show shows a frame, which is the rows of a terminal of this size. It is written at once, or when the one before has
// rested.
func (o *Output) Show(frame string, width, height int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	f := &o.frames
	if width != f.width || height != f.height {
		f.known = false
	}
	f.next, f.width, f.height = frame, width, height
	if !f.resting {
		o.paint()
	}
}

// Forget says that the terminal may show anything. The next frame is written whole.
func (o *Output) Forget() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.frames.known = false
}

// rested shows the newest frame, if the one that has rested is another.
func (o *Output) rested() {
	defer func() {
		if v := recover(); v != nil {
			o.Failed(v)
		}
	}()
	o.mu.Lock()
	defer o.mu.Unlock()
	o.frames.resting = false
	o.paint()
}

// paint writes what the newest frame changes.
func (o *Output) paint() {
	f := &o.frames
	if f.given || f.width <= 0 || f.height <= 0 || f.known && f.next == f.shown {
		return
	}
	p := pen{out: append(f.buffer[:0], beginFrame...), x: -1, y: -1, shades: &f.shades}
	if f.caret {
		p.out = append(p.out, ansi.HideCursor...)
	}
	f.parser.shades = &f.shades
	f.change(&p)
	p.in("")
	f.placeCaret(&p)
	clear(f.was.cells) // which would keep earlier frames
	clear(f.is.cells)
	p.out = append(p.out, endFrame...)
	f.buffer, f.shown, f.known = p.out, f.next, true
	_, _ = o.Device.Write(p.out) // a terminal that is gone is noticed by who reads from it
	switch f.resting = o.Rest > 0; {
	case !f.resting:
	case f.timer == nil:
		f.timer = time.AfterFunc(o.Rest, o.rested)
	default:
		f.timer.Reset(o.Rest)
	}
}

// placeCaret puts the terminal's cursor into the cell that is typed into, if there is one. Input methods show there
// what is about to be typed.
func (f *frames) placeCaret(p *pen) {
	y := slices.IndexFunc(f.rows, func(d drawn) bool { return strings.Contains(d.text, string(draw.Caret)) })
	if f.caret = y >= 0; !f.caret {
		return
	}
	r := &f.is
	f.parser.parse(r, f.rows[y].text, f.width)
	from := r.caret
	for from > 0 && r.cells[from].floats {
		from-- // where the column is sure, from where the text itself leads to the cell
	}
	for n := range r.parts {
		if end := r.end(n); end > r.caret && r.covers(from, r.caret, end) {
			from = r.caret // or it would be written over the next segment
		}
	}
	p.to(from, y)
	p.write(r.cells[from:r.caret])
	p.in("")
	p.out = append(p.out, ansi.ShowCursor...)
}
