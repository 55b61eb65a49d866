package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
)

// TestTheGroundOfTheTerminal tells the screen, in every mode, that the terminal is light: what is written is the same,
// in the other palette, and no tone of the one before is left.
func TestTheGroundOfTheTerminal(t *testing.T) {
	for now, name := range modeNames(t) {
		open := func(light bool) *driver {
			return open(t, 120, 40, yaml(everyPane), withQuery("type:strike"), at("third"), in256,
				func(_ *Options, l *draw.Looks) { l.Light = light }).press(paneOf[mode(now)].keys...)
		}
		d, want := open(false), open(true).frame()
		before := ansi.Strip(d.frame())
		d.m.opts.Environ = []string{"TERM=xterm-256color"}
		d.send(groundMsg{light: true})
		if got := d.frame(); got != want {
			t.Errorf("%s: in light it is\n%q, opened so\n%q", name, got, want)
		}
		if ansi.Strip(d.frame()) != before {
			t.Errorf("%s: the ground changes what is written", name)
		}
	}
}

// TestTheGroundIsAskedFor holds that only a terminal whose answer counts is asked.
func TestTheGroundIsAskedFor(t *testing.T) {
	answers := func(func(string)) {}
	for _, c := range []struct {
		environ []string
		answers func(func(string))
		want    bool
	}{
		{[]string{"TERM=xterm-256color"}, answers, true},
		{[]string{"TERM=xterm-256color"}, nil, false},
		{[]string{"TERM=xterm-256color", "NO_COLOR=1"}, answers, false},
		{[]string{"TERM=linux"}, answers, false},
	} {
		d := open(t, 80, 24)
		d.m.outside.opts.Environ, d.m.outside.opts.Answers = c.environ, c.answers
		if cmd := d.m.outside.askGround(); cmd != nil {
			cmd()
		}
		if got := strings.Contains(d.out.String(), "\x1b]11;?\x1b\\"); got != c.want {
			t.Errorf("%q is asked: %v", c.environ, got)
		}
	}
}
