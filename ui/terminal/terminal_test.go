package terminal_test

import (
	"bytes"
	"fmt"
	"reflect"
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
		{"TERM=xterm COLORTERM=24bit", "auto", false, draw.Looks{Profile: termenv.TrueColor}},
		{"TERM=screen COLORTERM=truecolor", "auto", false, draw.Looks{Profile: termenv.ANSI256}},
		{"TERM=screen COLORTERM=truecolor TMUX=x", "auto", false, draw.Looks{Profile: termenv.TrueColor}},
		{"TERM=xterm-256color NO_COLOR=1", "auto", false, draw.Looks{Profile: termenv.Ascii}},
		{"TERM=xterm-256color NO_COLOR=1", "always", false, draw.Looks{Profile: termenv.ANSI256}},
		{"TERM=xterm-256color", "never", false, draw.Looks{Profile: termenv.Ascii}},
		{"TERM=dumb", "auto", false, draw.Looks{Profile: termenv.Ascii}},
		{"TERM=linux", "auto", false, draw.Looks{Profile: termenv.ANSI, NoLinks: true}},
		{"LC_ALL=C LANG=de_DE.UTF-8", "auto", false, draw.Looks{Profile: termenv.ANSI, ASCII: true, NoUTF8: true}},
		{"LC_CTYPE=de_DE.utf8 LANG=C COLORFGBG=0;default;7", "auto", false, draw.Looks{Profile: termenv.ANSI, Light: true}},
	} {
		if got := terminal.Looks(strings.Fields(c.env), c.color, c.ascii); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s, %s: %+v, want %+v", c.env, c.color, got, c.want)
		}
	}
}

// TestClipboard says what goes to the clipboard of a terminal, through what is in between.
func TestClipboard(t *testing.T) {
	const bare = "\x1b]52;c;VHdv\a"
	for env, want := range map[string]string{
		"":                                 bare,
		"TERM=xterm-256color":              bare,
		"TERM=screen-256color":             bare, // tmux of another machine, or screen
		"TERM=tmux-256color":               bare + "\x1bPtmux;\x1b" + bare + "\x1b\\",
		"TERM=screen TMUX=/tmp/tmux-0/d,1": bare + "\x1bPtmux;\x1b" + bare + "\x1b\\",
		"TERM=screen.xterm-256color":       "\x1bP" + bare + "\x1b\\",
		"TERM=screen STY=12.pts":           "\x1bP" + bare + "\x1b\\",
	} {
		if got := terminal.Clipboard(strings.Fields(env), "Two"); got != want {
			t.Errorf("%q: %q, want %q", env, got, want)
		}
	}
	long := terminal.Clipboard([]string{"STY=1"}, strings.Repeat("Two", 20_000))
	for part := range strings.SplitSeq(strings.TrimSuffix(long, "\x1b\\"), "\x1b\\") {
		if !strings.HasPrefix(part, "\x1bP") || len(part) > 768 {
			t.Fatalf("screen gets %d bytes at a time, and takes 768: %.20q", len(part), part)
		}
	}
	if n := len(terminal.Clipboard(nil, strings.Repeat("x", terminal.MaxClipboard))); n > 100_000 {
		t.Errorf("%d bytes go to a terminal that takes 100,000", n)
	}
}
