// Package background keeps the start quiet. When bubbletea v1 is imported, it asks the terminal for its background
// colour. It waits up to five seconds for an answer that some terminals never send. It does not ask if the colour is
// set already.
//
// It does nothing else: which colours the screen has is known to ui/terminal. A program imports it for its effect
// alone:
//
//	import _ "dateline/ui/background"
//
// Go initialises packages that are ready in the order of their import paths. So this package imports nothing but
// lipgloss, and its path sorts before github.com/charmbracelet/bubbletea.
package background

import "github.com/charmbracelet/lipgloss"

func init() {
	lipgloss.SetHasDarkBackground(true)
}
