package pane

import (
	"context"
	"image"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// calls is a record of three events.
const calls = `events:
  - {date: 2025-01-01, title: A first call, type: call, actors: [Anna Alm, Bert Bok]}
  - {date: 2025-01-30, title: A strike, type: strike, actors: [Anna Alm]}
  - {date: 2025-03-01, title: A second call, type: call, actors: [Bert Bok]}
`

// sessionOn returns a session on a record of this text, in January 2026, under a filter.
func sessionOn(t interface{ Helper() }, text, query string) *session.Session {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC) }
	s := session.New(context.Background(), now, session.View{Query: query}, session.State{})
	file := load.File{Name: "test.yaml", Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
	s.Accept(load.Files(context.Background(), []load.File{file}, nil), review.Changes{})
	return s
}

// A list scrolls to its cursor when it is arranged, and a click finds the event in its row.
func TestListAlone(t *testing.T) {
	s, th, size := sessionOn(t, calls, ""), draw.NewTheme(draw.Looks{}), image.Pt(60, 3)
	s.Choose(2)
	var list List
	list.Arrange(s, th, size)
	rows := list.Draw(s, th, size, true)
	at := len(rows) - 1
	if !strings.Contains(ansi.Strip(rows[at]), "A second call") {
		t.Fatalf("the list shows %q", rows)
	}
	if n, ok := list.EventAt(s, at, size.Y); !ok || n != 2 {
		t.Errorf("in row %d is event %d, %v", at, n, ok)
	}
}

// An actor that is clicked for the second time is taken.
func TestActorPanelAlone(t *testing.T) {
	s := sessionOn(t, calls, "")
	var panel ActorPanel
	panel.Open(s)
	panel.Arrange(s, image.Pt(40, 10))
	if panel.Click(2) || !panel.Click(2) {
		t.Error("a click takes the second actor at once, or a second click does not")
	}
	if panel.Only(s); s.Query().String() != "actor:bert-bok" {
		t.Errorf("the filter is %s", s.Query())
	}
	panel.Exclude(s)
	if s.Matched().Len() != 1 {
		t.Errorf("without Bert there are %d events, want 1", s.Matched().Len())
	}
}
