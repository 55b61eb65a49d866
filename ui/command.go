package ui

import (
	"regexp"
	"slices"
	"strings"

	"dateline/ui/session"
)

// commandLine is the command that shows this view again, for a shell. program are the words that start the program.
func commandLine(program []string, s *session.Session) string {
	words := slices.Clone(program)
	if !s.Query().IsZero() {
		words = append(words, "--filter", s.Query().String())
	}
	if s.HasEvent() {
		words = append(words, "--at", s.Event().ID)
	}
	for i, word := range words {
		words[i] = shellWord(word)
	}
	return strings.Join(words, " ")
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
