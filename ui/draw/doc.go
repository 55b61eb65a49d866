// Package draw puts styled text into the cells of a terminal: how wide a text is, where it is cut and broken, what it
// looks like, and rows, pages and cursors made of that.
//
// Text is measured in cells, never in bytes or runes, and this is the only package that knows how. All text is taken to
// be hostile: [Theme.Draw] is the one gate to the terminal, and lets no control character through but its own.
//
//	th := draw.NewTheme(draw.Looks{})
//	var b strings.Builder
//	th.Draw(&b, []draw.Span{th.Strong.Span("Kyiv"), draw.Plain(" speaks")}, 40, "", false)
//
// It knows no events, no keys and no panes: what a row says, and which rows there are, is for whoever draws. It writes
// nothing: package terminal does. What it draws depends on its arguments alone, never on the environment.
//
// Of the packages here it imports only palette and those that fold text and make it safe; of others lipgloss and
// termenv, for the sequences that give a text its looks, and ansi, for widths. It may not import bubbletea.
package draw
