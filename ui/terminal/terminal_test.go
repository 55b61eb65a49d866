package terminal_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// A paper keeps what is written to it.
type paper struct{ bytes.Buffer }

func (*paper) Close() error { return nil }
func (*paper) Fd() uintptr  { return 0 }

// Of a row only the cells that change are written, and nothing is written for the time between frames.
func ExampleOutput() {
	written := &paper{}
	out := &terminal.Output{Device: written}
	show := func(rows ...string) {
		written.Reset()
		out.Show(strings.Join(rows, "\n"), 20, len(rows))
		fmt.Printf("%q\n", written.String())
	}
	show("first"+terminal.ToColumn(9)+"one", "second", "third")
	show("first"+terminal.ToColumn(9)+"two", "second", "third")
	show("first"+terminal.ToColumn(9)+"two", "second", "third")
	// Output:
	// "\x1b[?2026h\x1b[?7l\x1b[H\x1b[Kfirst\x1b[10Gone\n\r\x1b[Ksecond\n\r\x1b[Kthird\x1b[?7h\x1b[?2026l"
	// "\x1b[?2026h\x1b[?7l\x1b[1;10Htwo\x1b[?7h\x1b[?2026l"
	// ""
}

func ExampleLooks() {
	looks := terminal.Looks([]string{"TERM=xterm-256color", "COLORFGBG=0;15", "LANG=C.UTF-8"}, "auto", false)
	fmt.Println(looks.Profile == termenv.ANSI256, looks.Light, looks.ASCII)
	// Output: true true false
}

func TestLooks(t *testing.T) {
	for _, c := range []struct {
		env, color string
		ascii      bool
		want       draw.Looks
	}{
		{"", "", false, draw.Looks{Profile: termenv.ANSI}},
		{"TERM=xterm", "auto", true, draw.Looks{Profile: termenv.ANSI, ASCII: true}},
		{"TERM=xterm-kitty", "auto", false, draw.Looks{Profile: termenv.ANSI256}},
		{"TERM=xterm COLORTERM=24bit", "auto", false, draw.Looks{Profile: termenv.ANSI256}},
		{"TERM=xterm-256color NO_COLOR=1", "auto", false, draw.Looks{Profile: termenv.Ascii}},
		{"TERM=xterm-256color NO_COLOR=1", "always", false, draw.Looks{Profile: termenv.ANSI256}},
		{"TERM=xterm-256color", "never", false, draw.Looks{Profile: termenv.Ascii}},
		{"TERM=dumb", "auto", false, draw.Looks{Profile: termenv.Ascii}},
		{"TERM=linux", "auto", false, draw.Looks{Profile: termenv.ANSI, NoLinks: true}},
		{"LC_ALL=C LANG=de_DE.UTF-8", "auto", false, draw.Looks{Profile: termenv.ANSI, ASCII: true, NoUTF8: true}},
		{"LC_CTYPE=de_DE.utf8 LANG=C COLORFGBG=0;default;7", "auto", false, draw.Looks{Profile: termenv.ANSI, Light: true}},
	} {
		if got := terminal.Looks(strings.Fields(c.env), c.color, c.ascii); got != c.want {
			t.Errorf("%s, %s: %+v, want %+v", c.env, c.color, got, c.want)
		}
	}
}
