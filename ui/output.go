package ui

import (
	"io"
	"strings"
	"sync"

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
	mu sync.Mutex
}

// frameBytes is the length from which a write is a frame worth showing at once.
const frameBytes = 256

// Write writes p whole; a frame is bracketed as a synchronised update (mode 2026), which terminals that do not know it
// ignore and others show without tearing.
func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(p) < frameBytes {
		return o.Terminal.Write(p)
	}
	framed := make([]byte, 0, len(p)+16)
	framed = append(framed, "\x1b[?2026h"...)
	framed = append(framed, p...)
	framed = append(framed, "\x1b[?2026l"...)
	if _, err := o.Terminal.Write(framed); err != nil {
		return 0, err
	}
	return len(p), nil
}

// wheel asks the terminal to send arrow keys for the wheel (mode 1007), so that it scrolls although the mouse is left to
// the terminal for selecting text.
func (o *output) wheel(on bool) {
	sequence := "\x1b[?1007l"
	if on {
		sequence = "\x1b[?1007h"
	}
	_, _ = io.WriteString(o, sequence) // a terminal that is gone has no wheel either
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
	return newTheme(profile, darkBackground(env["COLORFGBG"]), o.ASCII || !utf8Locale(env))
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
