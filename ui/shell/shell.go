// Package shell is what dateline and shells say to each other while somebody types a command: the scripts that shells
// read, what a line means as far as it is typed, and what is offered, as each shell wants it.
//
//	line := shell.Bash.Parse(`dateline print notes/ --filter 'type:call actor:ru`)
//	line.Words // dateline print notes/ --filter
//	line.Typed // type:call actor:ru
//	shell.Bash.Write(out, line, shell.Offer{Values: values})
//
// The scripts hand on the line as it stands: nothing of it is run, as it would be if a script asked the shell what the
// line means. A shell may be told of something that does not begin as what is typed, and then puts it in its place.
//
// What is offered is not known here. The package imports timeline/sanitize and what measures cells.
package shell

import (
	"embed"
	"strings"
	"unicode"
)

// A Shell is one that dateline has a script of its own for.
type Shell string

// The shells.
const (
	Bash Shell = "bash"
	Zsh  Shell = "zsh"
	Fish Shell = "fish"
)

// Shells are all of them.
var Shells = []Shell{Bash, Zsh, Fish}

//go:embed scripts
var scripts embed.FS

// Script returns what the shell reads to complete what is typed.
func (s Shell) Script() string {
	text, err := scripts.ReadFile("scripts/dateline." + string(s))
	if err != nil {
		panic(err) // it is part of the program
	}
	return string(text)
}

// A Line is a command as far as it is typed.
type Line struct {
	Words []string // those before the last, the program first, as the program would have them
	Typed string   // the last, which may be empty

	Flagged int // how many bytes of Typed are a flag of one letter, and its value goes on from there: 2 in -aru

	kept  int  // how many bytes of Typed stay whatever is offered: bash parts words at more than blanks
	quote rune // that is open at the end, or 0
}

// breaks are the signs after which bash begins another word, although it is none for who is called with it. Whoever has
// changed COMP_WORDBREAKS has changed them.
const breaks = "=:"

// Parse returns what a line means as far as it is typed. Only breaks that are in apart, which is COMP_WORDBREAKS of
// bash, part the last word. What a shell would replace in it, such as variables, stays as it is written.
func (s Shell) Parse(line, apart string) Line {
	var l Line
	var word strings.Builder
	begun := false
	end := func() {
		if begun {
			l.Words = append(l.Words, word.String())
		}
		word.Reset()
		begun, l.kept = false, 0
	}
	escaped := false
	for _, r := range line {
		switch {
		case escaped:
			if !s.escapes(l.quote, r) {
				word.WriteByte('\\')
			}
			word.WriteRune(r)
			escaped = false
		case r == '\\' && (l.quote != '\'' || s == Fish):
			escaped, begun = true, true
		case r == l.quote:
			l.quote, l.kept = 0, word.Len()
		case l.quote == 0 && (r == '"' || r == '\''):
			l.quote, begun, l.kept = r, true, word.Len()
		case l.quote == 0 && unicode.IsSpace(r):
			end()
		default:
			word.WriteRune(r)
			begun = true
			if l.quote == 0 && strings.ContainsRune(breaks, r) && strings.ContainsRune(apart, r) {
				l.kept = word.Len()
			}
		}
	}
	l.Typed = word.String()
	return l
}

// escapes reports whether a backslash before r, within a quotation or outside of any, stands for r alone.
func (s Shell) escapes(quote, r rune) bool {
	switch {
	case quote == 0:
		return true
	case s == Fish && quote == '\'':
		return r == '\'' || r == '\\'
	case s == Fish:
		return strings.ContainsRune(`"$\`, r)
	}
	return strings.ContainsRune("\"$`\\", r)
}

// Flag returns the flag with which the last word begins and its =, as in --actor=ru; "" where it begins with none.
func (l Line) Flag() string {
	if l.Flagged > 0 {
		return l.Typed[:l.Flagged]
	}
	if at := strings.IndexByte(l.Typed, '='); at > 0 && strings.HasPrefix(l.Typed, "-") {
		return l.Typed[:at+1]
	}
	return ""
}
