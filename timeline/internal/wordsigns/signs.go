// Package wordsigns finds what a writer meant as words of a text and YAML takes for something else: an anchor, a tag, a
// comment, a bracket. It is valid YAML, so that nothing else would say that the words are gone.
//
//	var signs wordsigns.Signs
//	signs.Begin(in, problems, true)
//	signs.Heed(value) // title: Talk #1 about aid
//
// It is for texts that people write: of formats that programs write no sign can be meant so. It reports, and changes
// nothing. It imports diag and yamldoc, and yaml.v3 for its nodes.
package wordsigns

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/internal/yamltree"
)

// inQuotes is the cure of such a text.
const inQuotes = "put the text in quotes"

// Signs are where the text of a file holds signs that may have been meant as words. They are looked for when the
// first text of the file is read.
type Signs struct {
	in       *diag.File
	problems *diag.List
	hashes   []int           // lines with a comment that begins as a word does, such as #1, in order
	aliases  map[string]bool // names after an asterisk; nil until somebody asks
	warned   map[[2]int]bool // lines and columns: what has an anchor may be read more than once
}

// Begin makes s the signs of a file, unless it is already. written reports whether a person wrote the file: else none
// of its comments is meant as words.
func (s *Signs) Begin(in *diag.File, problems *diag.List, written bool) {
	if s.in == in {
		return
	}
	*s = Signs{in: in, problems: problems, hashes: s.hashes[:0]}
	if written {
		s.hashes = hashedLines(in, s.hashes)
	}
}

// Look looks at all of the text now, for a file whose text is about to be let go.
func (s *Signs) Look() { s.IsUsed("") }

// Of returns the signs of the same file for another reader of it, which knows the file as in. The text is not looked at
// again.
func (s *Signs) Of(in *diag.File, problems *diag.List) Signs {
	s.Look() // so that all readers share the names
	return Signs{in: in, problems: problems, hashes: slices.Clone(s.hashes), aliases: s.aliases}
}

// maxSigns is the number of signs that are kept of a file.
const maxSigns = 100_000

// hashedLines adds the lines of a file that hold a comment which begins as a word does, after something else.
func hashedLines(in *diag.File, lines []int) []int {
	text, line, begin := in.Text(), 1+in.Above(), 0
	seen, counted := 0, 0 // the line that was looked at last, and the offset up to which lines have been counted
	for at := 0; len(lines) < maxSigns; at++ {
		next := strings.IndexByte(text[at:], '#')
		if next < 0 {
			break
		}
		if at += next; at == 0 || text[at-1] != ' ' && text[at-1] != '\t' || !isWord(text[at:]) {
			continue
		}
		if end := strings.LastIndexByte(text[counted:at], '\n'); end >= 0 {
			line += strings.Count(text[counted:at], "\n")
			begin = counted + end + 1
		}
		counted = at
		if line != seen && strings.TrimLeft(text[begin:at], " \t") != "" {
			lines = append(lines, line)
		}
		seen = line
	}
	return lines
}

// isWord reports whether a comment begins as a word does: # is directly before a letter or digit.
func isWord(comment string) bool {
	r, _ := utf8.DecodeRuneInString(comment[1:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// commentAt returns the offset of the comment of a line, which holds no quotes before it, and −1 where there is none.
func commentAt(line string) int {
	for at := 0; at < len(line); at++ {
		if line[at] == '#' && (at == 0 || line[at-1] == ' ' || line[at-1] == '\t') {
			return at
		}
	}
	return -1
}

// Heed warns of words around a text that are no part of it to YAML.
func (s *Signs) Heed(n *yaml.Node) {
	plain := n.Style&^yaml.TaggedStyle == 0
	if n.Tag != "" && !strings.HasPrefix(n.Tag, "!!") && n.Tag != yamldoc.Broken {
		s.unread(n, n.Tag, "is a tag that nothing knows, and no part of the text")
	}
	if n.Anchor != "" && plain && !s.IsUsed(n.Anchor) {
		s.unread(n, "&"+n.Anchor, "is an anchor that nothing uses, and no part of the text")
	}
	if !plain || n.Value == "" {
		return
	}
	if len(s.hashes) > 0 {
		s.heedHash(n)
	}
	if end := n.Value[len(n.Value)-1]; end == ']' || end == '}' {
		s.heedBracket(n, end)
	}
}

// HeedKept is Heed for the value of an unknown key. Only of a text is nothing kept but its words.
func (s *Signs) HeedKept(key, value *yaml.Node) {
	switch {
	case yamldoc.IsNull(value):
		s.HeedNothing(value, key.Line, key.Column, ":")
	case value.Kind == yaml.ScalarNode:
		s.Heed(value)
	}
}

// IsUsed reports whether an alias may refer to the anchor of that name.
func (s *Signs) IsUsed(anchor string) bool {
	if s.aliases == nil {
		s.aliases = map[string]bool{}
		for text := s.in.Text(); ; {
			_, after, found := strings.Cut(text, "*")
			if !found || len(s.aliases) == maxSigns {
				break
			}
			end := strings.IndexFunc(after, func(r rune) bool {
				return r != '_' && r != '-' && (r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r))
			})
			if end < 0 {
				end = len(after)
			}
			if name := after[:end]; !s.aliases[name] {
				s.aliases[strings.Clone(name)] = true // or it would keep the text
			}
			text = after[end:]
		}
	}
	return s.aliases[anchor] || len(s.aliases) == maxSigns
}

// warnOnce warns of a place, unless it has done so before.
func (s *Signs) warnOnce(at diag.Range, message, hint string) {
	place := [2]int{at.Line, at.Column}
	if s.warned[place] {
		return
	}
	if s.warned == nil {
		s.warned = map[[2]int]bool{}
	}
	if len(s.warned) < maxSigns {
		s.warned[place] = true
	}
	if !s.problems.Skip(rule.UnreadWords, "") {
		s.problems.Report(at, rule.UnreadWords, message, hint)
	}
}

// unread warns of a sign before a text.
func (s *Signs) unread(n *yaml.Node, sign, what string) {
	at := s.at(n)
	at.Width = utf8.RuneCountInString(sign)
	s.warnOnce(at, fmt.Sprintf("`%s` %s", sign, what), inQuotes)
}

// maxBlanks is the greatest number of blanks between a text and a comment that is warned of.
const maxBlanks = 100

// heedHash warns of a comment after a plain text that begins as a word does.
func (s *Signs) heedHash(n *yaml.Node) {
	next, _ := slices.BinarySearch(s.hashes, n.Line)
	if next == len(s.hashes) || s.hashes[next]-n.Line > len(n.Value) {
		return
	}
	value, column := n.Value, n.Column
	for line := n.Line; line <= s.hashes[next]; line, column = line+1, 1 {
		text := s.in.Rest(line, column)
		if line == n.Line {
			for text != "" && (text[0] == '&' || text[0] == '!') {
				sign := text[:len(text)-len(strings.TrimLeft(strings.TrimLeftFunc(text, isNoBlank), " \t"))]
				text, column = text[len(sign):], column+utf8.RuneCountInString(sign)
			}
		}
		own := text[:min(len(text), 2*len(value)+maxBlanks)] // a line may hold much more than this text
		at := commentAt(own)
		if at >= 0 {
			own = text[:at]
		}
		own = strings.Trim(own, " \t")
		if own == value && at > 0 {
			s.reportHash(line, column, text, at)
		}
		if at >= 0 || len(own) >= len(value) || !strings.HasPrefix(value, own) {
			return
		}
		value = strings.TrimLeft(value[len(own):], " \n")
	}
}

func isNoBlank(r rune) bool { return r != ' ' && r != '\t' }

// reportHash warns of a comment at an offset of what a line holds from a column on, if it begins as a word does.
func (s *Signs) reportHash(line, column int, text string, at int) {
	if !isWord(text[at:]) {
		return
	}
	where := s.in.RestRange(line, column+utf8.RuneCountInString(text[:at]))
	s.warnOnce(where, "what comes after ` #` is a comment, and no part of the text",
		inQuotes+", or a space after the #")
}

// HeedNothing warns of what is written where a text is missing: an anchor, a tag, or a comment that begins as a word
// does. The text would come after the last sign of a line, from a column on: the colon of its key, or its hyphen.
func (s *Signs) HeedNothing(n *yaml.Node, line, column int, last string) {
	switch {
	case n.Value != "":
	case n.Anchor != "":
		s.Heed(n)
	default:
		if _, hashed := slices.BinarySearch(s.hashes, line); !hashed {
			return
		}
		text := s.in.Rest(line, column)
		if at := commentAt(text); at > 0 && strings.HasSuffix(strings.TrimRight(text[:at], " \t"), last) {
			s.reportHash(line, column, text, at)
		}
	}
}

// heedBracket warns of a bracket at the end of a plain text that nothing in it opens.
func (s *Signs) heedBracket(n *yaml.Node, end byte) {
	open := "["
	if end == '}' {
		open = "{"
	}
	if !strings.Contains(n.Value, open) {
		s.warnOnce(s.at(n), fmt.Sprintf("the `%c` at the end of this text closes nothing", end),
			fmt.Sprintf("open it with %s, or %s", open, inQuotes))
	}
}

// at returns the range of a node.
func (s *Signs) at(n *yaml.Node) diag.Range {
	return diag.Range{File: s.in, Line: n.Line, Column: n.Column, Width: yamltree.Width(s.in, n)}
}
