package who

import (
	"image"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// The picker works without a screen: what is ticked is previewed, kept as one change, and drawn.
func TestWhoAlone(t *testing.T) {
	s, th := testsession.On(t, testsession.Calls, ""), draw.NewTheme(draw.Looks{})
	var w Who
	w.Open(s, false)
	w.Arrange(s, th, image.Pt(60, 10), false)
	if w.Click(s, th, image.Pt(8, 1), 60) || !w.Click(s, th, image.Pt(8, 1), 60) {
		t.Error("a click takes the second actor at once, or a second click does not")
	}
	w.Tick(s)
	if rows := ansi.Strip(strings.Join(w.Draw(th, image.Pt(60, 10)), "\n")); !strings.Contains(rows, " ✓ ") &&
		!strings.Contains(rows, "▌✓ ") {
		t.Errorf("nobody is ticked:\n%s", rows)
	}
	if w.Keep(s); s.Query().String() != "actor:bert-bok" {
		t.Errorf("the filter is %s", s.Query())
	}
	if s.Undo(); s.Filtered() {
		t.Errorf("undo leaves %s", s.Query())
	}
}

// The rail needs no keys: a click acts on the filter at once, and its counts follow.
func TestRailAlone(t *testing.T) {
	s, th, size := testsession.On(t, testsession.Calls, ""), draw.NewTheme(draw.Looks{}), image.Pt(40, 30)
	var w Who
	arrange := func() {
		w.Attend(s, false, false, true)
		w.Arrange(s, th, size, true)
	}
	arrange()
	before := strings.Join(w.Draw(th, size), "\n")
	w.Click(s, th, image.Pt(8, 2), size.X)
	if arrange(); !s.Filtered() || strings.Join(w.Draw(th, size), "\n") == before {
		t.Errorf("a click on the first actor asks for %q", s.Query())
	}
	w.Click(s, th, image.Pt(8, 2), size.X)
	if arrange(); s.Filtered() || strings.Join(w.Draw(th, size), "\n") != before {
		t.Errorf("a second click leaves %q", s.Query())
	}
}
