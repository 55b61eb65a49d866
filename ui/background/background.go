// Package background keeps the start quiet. When bubbletea v1 is imported, it asks the terminal for its background colour
// and waits up to five seconds for an answer that some terminals never give. It does not ask when the answer stands.
//
// Go initialises packages that are ready in the order of their import paths. So this package imports nothing but lipgloss,
// and its path sorts before github.com/charmbracelet/bubbletea.
package background

import "github.com/charmbracelet/lipgloss"

func init() {
	lipgloss.SetHasDarkBackground(true)
}
