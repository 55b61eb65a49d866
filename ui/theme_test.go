package ui

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"dateline/ui/draw"
	"dateline/ui/palette"
)

// themed shows the screen in a theme, with the reader's colours for roles: "actor=80 match=red".
func themed(name palette.Theme, roles string) setting {
	own := make(map[string]string)
	for _, one := range strings.Fields(roles) {
		role, colour, _ := strings.Cut(one, "=")
		own[role] = colour
	}
	return func(o *Options, l *draw.Looks) { o.Theme, o.Roles, l.Theme, l.Roles = name, own, name, own }
}

func inTrueColour(_ *Options, l *draw.Looks) { l.Profile = termenv.TrueColor }

// scenes are screens of many styles: the list with a filter that dims, the detail, lanes, the picker, the reading page.
func scenes(t *testing.T, settings ...setting) map[string]string {
	t.Helper()
	frames := make(map[string]string)
	for name, keys := range map[string][]string{
		"list": {"x"}, "detail": {"right", "tab"}, "lanes": {"v"}, "picker": {"a", "tab"}, "page": {"enter", "enter"},
		"mistake": {"/", "type:("}, "help": {"?"}, "axis": {"t"},
	} {
		d := open(t, 120, 40, append([]setting{at(call), withQuery("actor:yermak strikes")}, settings...)...)
		frames[name] = d.press(keys...).fits().frame()
	}
	return frames
}

// same fails where a scene is not what it is in another setting.
func same(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %s is\n%q, want\n%q", what, name, got[name], want[name])
		}
	}
}

// TestTheTerminalsOwnColours holds the theme that leaves all to the terminal: whatever it could show, it is sent what
// one of 16 colours is.
func TestTheTerminalsOwnColours(t *testing.T) {
	more := regexp.MustCompile(`[34]8;[25];`)
	for _, ground := range []setting{in16, inLight} {
		want := scenes(t, ground, in16)
		for _, profile := range []setting{in16, in256, inTrueColour} {
			got := scenes(t, ground, profile, themed("terminal", ""))
			same(t, "terminal", got, want)
			for name, frame := range got {
				if found := more.FindString(frame); found != "" {
					t.Errorf("%s: more than the 16 colours are sent: %s", name, found)
				}
			}
		}
	}
}

// TestAThemeIsForced holds that the dark theme is that of a dark terminal and the light one that of a light one,
// whatever the terminal says of its ground, at the start and later.
func TestAThemeIsForced(t *testing.T) {
	for name, own := range map[palette.Theme]setting{"dark": in256, "light": inLight} {
		want := scenes(t, in256, own)
		same(t, string(name), scenes(t, in256, themed(name, "")), want)
		same(t, string(name), scenes(t, in256, inLight, themed(name, "")), want)
		for _, light := range []bool{true, false} {
			d := open(t, 120, 40, in256, themed(name, ""))
			before := d.frame()
			d.m.opts.Environ = []string{"TERM=xterm-256color"}
			d.send(groundMsg{light})
			if d.frame() != before {
				t.Errorf("%s: it changes with the ground", name)
			}
		}
	}
}

// TestNoThemeChangesWords holds that glyphs, signs and words are the same in every theme, and that where the reader wants
// no colour no theme and no role brings one.
func TestNoThemeChangesWords(t *testing.T) {
	const roles = "actor=80 match=#ff8700 selected=blue resting=3 force=red faint=244 key=cyan"
	want, plain := scenes(t, in256), scenes(t)
	for name := range want {
		want[name] = ansi.Strip(want[name])
	}
	for _, name := range append(palette.Themes(), "") {
		themes := themed(palette.Theme(name), roles)
		for _, settings := range [][]setting{{in256}, {in256, inLight}, {in16}, {inTrueColour}} {
			got := scenes(t, append(settings, themes)...)
			for scene := range got {
				got[scene] = ansi.Strip(got[scene])
			}
			same(t, name, got, want)
		}
		same(t, name+" without colour", scenes(t, themes), plain)
	}
}

// TestHighContrast holds what no palette shows: no text is faint, the selected row is the one thing on a ground, in black
// on white or the reverse, with no colour on it, and what does not match is told by more than colour.
func TestHighContrast(t *testing.T) {
	faint := regexp.MustCompile(`\x1b\[(\d+;)*2(;\d+)*m[^\x1b]*\pL`)
	for name, c := range map[string]struct {
		settings []setting
		selected string
	}{
		"dark": {[]setting{in256}, "\x1b[38;5;16;48;5;231m"}, "light": {[]setting{in256, inLight}, "\x1b[38;5;231;48;5;16m"},
		"16": {[]setting{in16}, "\x1b[7m"},
	} {
		frames := scenes(t, append(c.settings, themed("contrast", ""))...)
		for scene, frame := range frames {
			if found := faint.FindString(frame); found != "" {
				t.Errorf("%s, %s: faint text: %q", name, scene, found)
			}
		}
		rows := strings.Split(frames["list"], "\n")
		lit := 0
		for _, row := range rows {
			if _, on, ok := strings.Cut(row, c.selected); ok && strings.Contains(row, "Yermak tells") {
				on = columnMove.Split(on, 2)[0]
				lit++
				if colour := regexp.MustCompile(`\x1b\[(38;5;\d+|[39][0-7])m`).FindString(on); colour != "" {
					t.Errorf("%s: a colour on the selected row: %q", name, row)
				}
			}
			if strings.Contains(row, "Russian Defence Ministry denies") && !strings.Contains(row, "\x1b[3m") &&
				!strings.Contains(row, "\x1b[3;") {
				t.Errorf("%s: an event that does not match is told by colour alone: %q", name, row)
			}
		}
		if lit != 1 {
			t.Errorf("%s: %d selected rows in\n%q", name, lit, frames["list"])
		}
	}
}

// TestOwnColours holds that a reader's colour is on the screen, as near as the terminal has it, in every theme.
func TestOwnColours(t *testing.T) {
	for _, name := range append(palette.Themes(), "") {
		for _, c := range []struct {
			profile setting
			want    string
		}{
			{inTrueColour, "\x1b[38;2;255;135;0mAndriy Yermak"}, {in256, "\x1b[38;5;208mAndriy Yermak"},
		} {
			d := open(t, 120, 40, at(call), c.profile, themed(palette.Theme(name), "actor=#ff8700"))
			if !strings.Contains(d.frame(), c.want) {
				t.Errorf("%s: no %q in\n%q", name, c.want, d.frame())
			}
		}
		d := open(t, 120, 40, at(call), in16, themed(palette.Theme(name), "actor=bright-red selected=blue"))
		for _, want := range []string{"\x1b[91mAndriy Yermak", "\x1b[97;44m"} {
			if !strings.Contains(d.frame(), want) {
				t.Errorf("%s: no %q in 16 colours in\n%q", name, want, d.frame())
			}
		}
	}
}
