package draw

import (
	"fmt"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"dateline/ui/palette"
)

// TestEachRoleHasAColour holds that each role that can be named changes a style, and what it does not name none.
func TestEachRoleHasAColour(t *testing.T) {
	const own = "2;1;2;3" // of #010203, as text and as a ground
	usual := fmt.Sprint(*NewTheme(Looks{}))
	for _, theme := range append(palette.Themes(), "") {
		for _, name := range palette.Roles() {
			looks := Looks{Profile: termenv.TrueColor, Theme: palette.Theme(theme), Roles: map[string]string{name: "#010203"}}
			if th := NewTheme(looks); !strings.Contains(fmt.Sprint(*th), own) {
				t.Errorf("%s: the role %s has no colour of the reader's", theme, name)
			}
		}
	}
	for _, roles := range []map[string]string{{"none": "1"}, {"actor": "no colour"}, {"actor": ""}} {
		if got := fmt.Sprint(*NewTheme(Looks{Roles: roles})); got != usual {
			t.Errorf("%v changes the theme", roles)
		}
	}
}

// TestTonesOnRows holds that the usual palettes keep their tones on the selected row, and that high contrast draws none
// there.
func TestTonesOnRows(t *testing.T) {
	for _, light := range []bool{false, true} {
		usual, strong := NewTheme(Looks{Light: light}), NewTheme(Looks{Light: light, Theme: "contrast"})
		if usual.toneless != [2]Style{} || strong.toneless != [2]Style{strong.Selected, strong.Resting} {
			t.Errorf("light %v: rows without tones are %q and %q", light, usual.toneless, strong.toneless)
		}
	}
}

// TestARowThatTheReaderChoseCanBeRead holds that text on a ground of the reader's is black or white, and that the other
// tones are drawn there only where they can be read.
func TestARowThatTheReaderChoseCanBeRead(t *testing.T) {
	for _, c := range []struct {
		colour, row, name string
		profile           termenv.Profile
	}{
		{"17", "\x1b[38;5;231;48;5;17m", "\x1b[38;5;80m", termenv.TrueColor},
		{"220", "\x1b[38;5;16;48;5;220m", "", termenv.TrueColor},
		{"#ffd75f", "\x1b[38;5;16;48;2;255;215;95m", "", termenv.TrueColor},
		{"#ffd75f", "\x1b[38;5;16;48;5;221m", "", termenv.ANSI256},
		{"#ffff00", "\x1b[30;103m", "", termenv.ANSI},
		{"blue", "\x1b[38;5;231;44m", "", termenv.TrueColor},
	} {
		th := NewTheme(Looks{Profile: c.profile, Roles: map[string]string{"selected": c.colour}})
		var b strings.Builder
		th.Draw(&b, []Span{th.Actor.Span("Kyiv")}, 4, th.Selected, false)
		want := c.row + c.name + "Kyiv" + Reset
		if c.name != "" {
			want = c.row + c.name + "Kyiv" + Reset + c.row + Reset
		}
		if got := b.String(); got != want {
			t.Errorf("%s:\n got %q\nwant %q", c.colour, got, want)
		}
	}
}

// TestWhatIsNoColourStays draws on a row without tones: what is bold, slanted or underlined is kept, whatever numbers the
// colours have.
func TestWhatIsNoColourStays(t *testing.T) {
	for style, want := range map[Style]Style{
		"\x1b[1;38;5;4m": "\x1b[1m", "\x1b[38;5;3m": "", "\x1b[38;2;1;3;4m": "", "\x1b[4;38;2;1;3;4;48;5;1m": "\x1b[4m",
		"\x1b[38;2;4;4;4;3m": "\x1b[3m", "\x1b[31m\x1b[1m": "\x1b[1m", "\x1b[38": "",
	} {
		if got := style.uncoloured(); got != want {
			t.Errorf("%q without colour is %q, want %q", style, got, want)
		}
	}
}
