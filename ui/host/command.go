package host

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/lazyregexp"
	"dateline/timeline/sanitize"
)

// Command returns the command that reads the same, as a POSIX shell is told it: with a subcommand before the paths, ""
// for none, and flags after them. It is of characters that can be seen, whatever a path says.
func (in *Input) Command(subcommand string, flags ...string) string {
	words := []string{"dateline"}
	if subcommand != "" {
		words = append(words, subcommand)
	}
	for _, path := range in.Paths {
		if mistaken().MatchString(path) && path != Stdin {
			path = "." + string(filepath.Separator) + path
		}
		words = append(words, quoted(path))
	}
	for _, flag := range flags {
		words = append(words, quoted(flag))
	}
	line := strings.Join(words, " ")
	if strings.Contains(line, lastNewline) {
		return "(n=$(printf '\\012.'); " + line + ")"
	}
	return line
}

// mistaken matches paths that could be taken for an option, or for the name of a command, now or in another version.
var mistaken = lazyregexp.New(`^-|^[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*$`)

// plainWord matches words that mean to a shell what they say.
var plainWord = lazyregexp.New(`^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$`)

// isSeen reports whether all of a word can be seen as it is.
func isSeen(word string) bool {
	hidden := func(r rune) bool { return !unicode.IsPrint(r) } // such as a blank that does not look like one
	return sanitize.Line(word) == word && !strings.ContainsFunc(word, hidden)
}

// lastNewline stands for a newline at the end of a word. Of what a command writes, a shell takes off newlines at the
// end, but not within a variable.
const lastNewline = `"${n%.}"`

// quoted returns a word as a shell is told it. What cannot be seen is spelled in octal, for printf, which every shell
// has: not every one knows $'…'.
func quoted(word string) string {
	switch {
	case plainWord().MatchString(word):
		return word
	case isSeen(word):
		return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
	}
	text := strings.TrimRight(word, "\n")
	ends := strings.Repeat(lastNewline, len(word)-len(text))
	if text == "" {
		return ends
	}
	var format strings.Builder
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(text[i:])
		switch one := text[i : i+size]; {
		case r == '%' || r == '\\':
			format.WriteString(one + one)
		case r == '\'' || r == '!' || r == '-' && i == 0 || r >= utf8.RuneSelf || !isSeen(one):
			for _, b := range []byte(one) {
				fmt.Fprintf(&format, `\%03o`, b)
			}
		default:
			format.WriteString(one)
		}
	}
	return `"$(printf '` + format.String() + `')"` + ends
}

// RemoteCommand returns the command that opens the screen of a record which is served on a machine, at a port. Its
// flags go through two shells: the reader's own, and what takes them apart at the server.
func RemoteCommand(machine, port string, flags ...string) string {
	words := []string{"ssh", "-t"}
	if port != "22" {
		words = append(words, "-p", port)
	}
	words = append(words, quoted(machine))
	if len(flags) > 0 {
		var there []string
		for _, flag := range flags {
			if !plainWord().MatchString(flag) {
				flag = "'" + strings.ReplaceAll(flag, "'", `'\''`) + "'"
			}
			there = append(there, flag)
		}
		words = append(words, "--", quoted(strings.Join(there, " ")))
	}
	return strings.Join(words, " ")
}
