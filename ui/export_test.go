package ui

import "context"

// RunWithoutTheme is Run of a screen that panics when it is drawn.
func RunWithoutTheme(ctx context.Context, o Options) error {
	out := &output{Terminal: o.Output}
	o.Output = out
	m := newModel(ctx, o, themeFor(o))
	m.theme = nil
	return run(ctx, m, out)
}
