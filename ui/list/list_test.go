package list

import (
	"image"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// A list scrolls to its cursor when it is arranged, and a click finds the event in its row.
func TestListAlone(t *testing.T) {
	s, th, size := testsession.On(t, testsession.Calls, ""), draw.NewTheme(draw.Looks{}), image.Pt(60, 3)
	s.Choose(2)
	var list List
	list.Arrange(s, th, size, false)
	rows := list.Draw(s, th, size, true)
	at := len(rows) - 1
	if !strings.Contains(ansi.Strip(rows[at]), "A second call") {
		t.Fatalf("the list shows %q", rows)
	}
	if n, ok := list.EventAt(at); !ok || n != 2 {
		t.Errorf("in row %d is event %d, %v", at, n, ok)
	}
}
