package ui

import (
	"regexp"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"dateline/ui/draw"
	"dateline/ui/palette"
)

func in16(_ *Options, l *draw.Looks) { l.Profile = termenv.ANSI }

// TestGoldenStyles compares screens with their styles, written as ‹1› for SGR 1: in 16 colours, in none, and in high
// contrast. What is told by colour alone would be lost on the second.
func TestGoldenStyles(t *testing.T) {
	for _, c := range []struct {
		name     string
		settings []setting
	}{
		{"16", []setting{in16}},
		{"none", nil},
		{"contrast", []setting{in256, themed("contrast", "")}},
	} {
		settings := append(c.settings, at(call), withQuery("actor:yermak strikes"))
		for name, keys := range map[string][]string{
			"list": {"x"}, "detail": {"right", "tab", "tab"}, "panel": {"a"},
			"mistake": {"/", "type:("},
		} {
			d := open(t, 100, 24, settings...).press(keys...).fits()
			golden(t, "screens/styles-"+c.name+"-"+name+".golden", styled(d.frame()))
		}
	}
}

// columnMove finds a move of the cursor to a column, as terminal.ToColumn writes it.
var columnMove = regexp.MustCompile(`\x1b\[\d+G`)

// styled is a frame with its SGR sequences made visible.
func styled(frame string) string {
	frame = columnMove.ReplaceAllString(frame, "")
	var b strings.Builder
	for frame != "" {
		before, rest, ok := strings.Cut(frame, "\x1b[")
		b.WriteString(before)
		if !ok {
			break
		}
		params, after, _ := strings.Cut(rest, "m")
		b.WriteString("‹" + params + "›")
		frame = after
	}
	return b.String() + "\n"
}

// TestStylesAreToldApartWithoutColour holds for every style that means something: without colour it is another
// attribute than none, and in 16 colours it is never drawn in the colour of the ground, light or dark. Of high contrast
// no text is faint.
func TestStylesAreToldApartWithoutColour(t *testing.T) {
	for _, theme := range []palette.Theme{"", "contrast", "terminal"} {
		for _, profile := range []termenv.Profile{termenv.Ascii, termenv.ANSI, termenv.ANSI256} {
			for _, light := range []bool{false, true} {
				th := draw.NewTheme(draw.Looks{Profile: profile, Light: light, Theme: theme})
				few := profile != termenv.ANSI256 || theme == "terminal"
				for name, s := range map[string]draw.Style{
					"match": th.Match, "bad": th.Bad, "selected": th.Selected, "resting": th.Resting, "under": th.Under,
					"cursor": th.Cursor, "link": th.Link, "key": th.Key, "strong": th.Strong, "faint": th.Faint, "slant": th.Slant,
					"aside": th.Aside,
				} {
					params := ";" + strings.TrimSuffix(strings.ReplaceAll(string(s), "\x1b[", ";"), "m") + ";"
					params = strings.ReplaceAll(params, "m;", ";")
					attribute := false
					for _, a := range []string{";1;", ";2;", ";3;", ";4;", ";7;"} {
						attribute = attribute || strings.Contains(params, a)
					}
					strong := theme == "contrast" && profile != termenv.Ascii
					if !attribute && few && !(strong && name == "faint") || attribute && strong && name == "faint" {
						t.Errorf("%q: %s is told by colour alone: %q", theme, name, s)
					}
					for _, colour := range []string{";30;", ";37;", ";90;", ";97;"} {
						if few && strings.Contains(params, colour) {
							t.Errorf("%q: %s is drawn in what may be the ground: %q", theme, name, s)
						}
					}
				}
			}
		}
	}
}
