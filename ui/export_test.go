package ui

import (
	"context"

	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// RunWithoutTheme is Run of a screen that panics when it is drawn.
func RunWithoutTheme(ctx context.Context, o Options) error {
	out := &terminal.Output{Device: o.Output}
	o.Output = out
	m := newModel(ctx, o, draw.NewTheme(terminal.Looks(o.Environ, o.Color, o.ASCII)))
	m.theme = nil
	return run(ctx, m, out)
}
