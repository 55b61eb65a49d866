package terminal

import (
	"testing"

	"dateline/ui/draw"
	"dateline/ui/palette"
)

func TestGround(t *testing.T) {
	for answer, want := range map[string]struct{ light, ok bool }{
		"11;rgb:ffff/ffff/ffff":       {true, true},
		"11;rgb:fdfd/f6f6/e3e3":       {true, true},
		"11;rgb:1e1e/1e1e/1e1e":       {false, true},
		"11;rgb:00/2b/36":             {false, true},
		"11;rgb:f/f/f":                {true, true},
		"11;rgba:ffff/ffff/ffff/ffff": {true, true},
		"11;rgb:":                     {false, false},
		"11;rgb:ffff/ffff":            {false, false},
		"11;rgb:fffff/ffff/ffff":      {false, false},
		"11;rgb:-1/ffff/ffff":         {false, false},
		"11;rgb://":                   {false, false},
		"10;rgb:ffff/ffff/ffff":       {false, false},
		"":                            {false, false},
	} {
		if light, ok := Ground(answer); light != want.light || ok != want.ok {
			t.Errorf("%q: light %v, ok %v", answer, light, ok)
		}
	}
}

func TestAsks(t *testing.T) {
	for _, c := range []struct {
		environ []string
		want    bool
	}{
		{[]string{"TERM=xterm-256color"}, true},
		{[]string{"TERM=xterm"}, true},
		{[]string{"TERM=xterm-256color", "NO_COLOR=1"}, false},
		{[]string{"TERM=linux"}, false}, // which prints it
		{[]string{"TERM=dumb"}, false},
	} {
		if got := Asks(c.environ, Looks(c.environ, "auto", false)); got != c.want {
			t.Errorf("%q: %v", c.environ, got)
		}
	}
	for name, want := range map[palette.Theme]bool{
		"": true, "contrast": true, "terminal": true, "dark": false, "light": false,
	} {
		if got := Asks(nil, draw.Looks{Theme: name}); got != want {
			t.Errorf("a terminal that says nothing of itself is asked for the theme %q: %v", name, got)
		}
	}
}
