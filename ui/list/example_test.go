package list_test

import (
	"context"
	"fmt"
	"image"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/ui/draw"
	"dateline/ui/list"
	"dateline/ui/session"
)

func Example() {
	const record = `
events:
  - {date: 2025-09-08, title: Yermak speaks with Rubio, type: call}
  - {date: 2025-09-10, title: Rubio visits Kyiv, type: visit}
`
	ctx := context.Background()
	now := func() time.Time { return time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC) }
	s := session.New(ctx, now, session.View{}, session.State{})
	s.Accept(load.Files(ctx, []load.File{load.InMemory("record.yaml", []byte(record))}, nil), review.Changes{})

	theme, size := draw.NewTheme(draw.Looks{}), image.Pt(50, 4)
	s.Choose(0)
	var l list.List
	l.Arrange(s, theme, size, false)
	for _, row := range l.Draw(s, theme, size, true) {
		fmt.Println(strings.TrimRight(ansi.Strip(row), " "))
	}
	// Output:
	// SEPTEMBER 2025 ───────────────────────── ·▄··  2
	// ▌  8 Mo  ◇  Yermak speaks with Rubio
	//   10 We  △  Rubio visits Kyiv
}
