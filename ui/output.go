package ui

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// A Terminal is written to, and can be asked for its size.
type Terminal interface {
	io.ReadWriteCloser
	Fd() uintptr
}

// An output is the terminal that is written to. Writes are whole: a frame and a clipboard sequence never mix.
type output struct {
	Terminal
	mu    sync.Mutex
	lefts [][]byte // what stands left of the border between the panes, by row
}

// What begins a frame, and what is written around one: a synchronised update (mode 2026), which terminals that do not know
// it ignore and others show without tearing, and no wrapping (mode 7), so that a row which the terminal finds wider than we
// do stays one row.
const (
	home       = "\x1b[H"
	beginFrame = "\x1b[?2026h\x1b[?7l"
	endFrame   = "\x1b[?7h\x1b[?2026l"
)

// toColumn moves the cursor to column x, from 0, of its row. What follows stands there however wide the terminal finds
// what is before it.
func toColumn(x int) string { return "\x1b[" + strconv.Itoa(x+1) + "G" }

// columnMove finds a toColumn.
var columnMove = regexp.MustCompile(`\x1b\[\d+G`)

// What goes with the alternate screen, and is taken back when it is left, whatever for: to quit, to suspend, for an editor.
// The terminal sends arrow keys for the wheel (mode 1007), so that it scrolls although the mouse is left to the terminal for
// selecting text.
const (
	screenOn  = ansi.SetModeAltScreenSaveCursor + "\x1b[?1007h"
	screenOff = "\x1b[?1007l" + ansi.ResetModeAltScreenSaveCursor
)

// Write writes p whole.
func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	var whole []byte
	switch {
	case len(p) > len(home) && bytes.HasPrefix(p, []byte(home)): // alone it is no frame
		whole = make([]byte, 0, len(p)+len(beginFrame)+len(endFrame))
		whole = append(o.changed(append(whole, beginFrame...), p), endFrame...)
	case string(p) == ansi.SetModeAltScreenSaveCursor:
		whole = []byte(screenOn)
	case string(p) == ansi.ResetModeAltScreenSaveCursor:
		whole = []byte(screenOff)
	default:
		return o.Terminal.Write(p)
	}
	if _, err := o.Terminal.Write(whole); err != nil {
		return 0, err
	}
	return len(p), nil
}

// changed appends a frame to dst without the left parts of rows that the terminal shows already. The frame itself leaves
// rows out that did not change, as nothing but their line break, but has the whole of the others: the list with each line
// of the detail. A frame that leaves no row out is one that is to be painted anew.
func (o *output) changed(dst, frame []byte) []byte {
	rows := bytes.Split(frame[len(home):], []byte("\n"))
	partly := false
	for _, row := range rows {
		partly = partly || len(row) == 0
	}
	o.lefts = append(o.lefts, make([][]byte, max(0, len(rows)-len(o.lefts)))...)
	dst = append(dst, home...)
	for y, row := range rows {
		if y > 0 {
			dst = append(dst, '\n')
		}
		if len(row) == 0 {
			continue
		}
		var left []byte
		if at := columnMove.FindIndex(row); at != nil {
			left = row[:at[0]]
		}
		if partly && len(left) > 0 && bytes.Equal(left, o.lefts[y]) {
			row = row[len(left):]
		} else {
			o.lefts[y] = append(o.lefts[y][:0], left...)
		}
		dst = append(dst, row...)
	}
	return dst
}

// themeFor chooses the colours: the flag, then NO_COLOR, then what the terminal says of itself. The terminal is asked
// nothing: an answer that comes late would be read as keys.
func themeFor(o Options) *theme {
	env := environment(o.Environ)
	profile := termenv.ANSI
	switch term := env["TERM"]; {
	case env["COLORTERM"] == "truecolor" || env["COLORTERM"] == "24bit" || strings.Contains(term, "256color"):
		profile = termenv.ANSI256
	case strings.Contains(term, "direct") || strings.Contains(term, "kitty") || strings.Contains(term, "ghostty"):
		profile = termenv.ANSI256
	}
	if o.Color == "never" || (o.Color != "always" && (env["NO_COLOR"] != "" || env["TERM"] == "dumb")) {
		profile = termenv.Ascii
	}
	th := newTheme(profile, darkBackground(env["COLORFGBG"]), o.ASCII || !utf8Locale(env))
	th.onlyASCII = !utf8Locale(env)
	th.hyperlinks = env["TERM"] != "linux" // the console of older kernels prints what it does not know
	return th
}

// environment is a list of NAME=value as a map.
func environment(list []string) map[string]string {
	env := make(map[string]string, len(list))
	for _, one := range list {
		name, value, _ := strings.Cut(one, "=")
		env[name] = value
	}
	return env
}

// darkBackground reads COLORFGBG ("15;0": foreground; background), which many terminals set. Without it, dark.
func darkBackground(colorFgBg string) bool {
	background := colorFgBg[strings.LastIndexByte(colorFgBg, ';')+1:]
	return background != "7" && background != "15"
}

// utf8Locale says whether the terminal may be sent line drawing: the first of LC_ALL, LC_CTYPE and LANG that is set
// decides (POSIX); where none is, it is taken to be so, as most are.
func utf8Locale(env map[string]string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(env[name]); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}
