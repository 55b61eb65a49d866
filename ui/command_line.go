package ui

import (
	"regexp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// copyCommand copies the command that shows this view again.
func (m *model) copyCommand() tea.Cmd {
	words := slices.Clone(m.opts.Command)
	if !m.query.IsZero() {
		words = append(words, "--filter", m.query.String())
	}
	if m.hasEvent() {
		words = append(words, "--at", m.event().ID)
	}
	for i, word := range words {
		words[i] = shellWord(word)
	}
	return m.copyText(strings.Join(words, " "), "the command for this view")
}

// shellWord is a word as a POSIX shell is told it.
func shellWord(word string) string {
	if plainWord.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// plainWord matches words that mean to a shell what they say.
var plainWord = regexp.MustCompile(`^[A-Za-z0-9_@%+=:,./-]+$`)
