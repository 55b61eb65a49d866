package yamldoc

import (
	"fmt"
	"strings"

	"dateline/timeline/lazyregexp"
)

// This file finds what a writer left out or put in, by the keys that the lines around have.

// isKeyWithin reports whether a line near line i, or that line itself, has that key within braces.
func (s *salvager) isKeyWithin(word string, i int) bool {
	for k := max(0, i-nearby); k < min(len(s.lines), i+nearby); k++ {
		text := s.lines[k]
		if at := strings.Index(text, word+": "); at > 0 && strings.IndexByte("{,", lastOf(text[:at])) >= 0 {
			return true
		}
	}
	return false
}

// lastOf returns the last byte of a text that is no blank, and 0 where there is none.
func lastOf(text string) byte {
	if text = strings.TrimRight(text, " \t"); text != "" {
		return text[len(text)-1]
	}
	return 0
}

// commaFault returns what is wrong with a value in braces that holds another key: its comma is missing.
func (s *salvager) commaFault(l line, i int) (fault, bool) {
	before, after, ok := strings.Cut(l.value, ": ")
	blank := strings.LastIndexAny(before, " \t")
	if !ok || blank < 0 || after == "" {
		return fault{}, false
	}
	word := before[blank+1:]
	if !wordPattern().MatchString(word) || !s.isKey(word, i) && !s.isKeyWithin(word, i) {
		return fault{}, false
	}
	at := l.at + blank + 1
	return fault{
		from: at, width: len(word), message: fmt.Sprintf("a comma is missing before `%s`", word),
		hint: "put a comma before it", cured: strings.TrimRight(l.text[:at], " \t") + ", " + l.text[at:],
	}, true
}

// fieldPattern matches a key within a value, at its beginning or after a comma.
var fieldPattern = lazyregexp.New(`(?:^|,[ \t]*)([\pL_][\pL\pN_-]*):[ \t]`)

// unopened returns what is wrong with a line whose last brace closes nothing in it, where its fields look like those of
// a map in braces.
func (s *salvager) unopened(l line, i int) (fault, bool) {
	text := strings.TrimRight(l.text, " \t,")
	if !strings.HasSuffix(text, "}") || strings.Count(text, "}") <= strings.Count(text, "{") {
		return fault{}, false
	}
	at, isMap := l.inner, false
	for n, match := range fieldPattern().FindAllStringSubmatchIndex(text[l.at:], -1) {
		isMap = isMap || text[l.at+match[0]] == ',' || s.isKeyWithin(text[l.at+match[2]:l.at+match[3]], i)
		if n == 0 && match[0] == 0 { // its key is that of the map
			at = l.at
		}
	}
	if !isMap {
		return fault{}, false
	}
	return fault{
		from: at, width: len(l.text) - at, message: "no `{` opens what `}` closes here", hint: "open it with {",
		cured: l.text[:at] + "{" + l.text[at:],
	}, true
}

// pastedPattern matches what comes before a key in its line, the blanks between, and the key.
var pastedPattern = lazyregexp.New(`^([^\s"'\[\]{}#&*!|>:][^"'\[\]{}#:]*?)([ \t]+)([\pL_][\pL\pN_-]*):(?:[ \t]|$)`)

// pasted returns what may be wrong with line i if something comes before its key: it may have been typed in the place
// of the blanks there, or before the key.
func (s *salvager) pasted(l line, i int) []fault {
	match := pastedPattern().FindStringSubmatchIndex(begin(l.text[l.inner:]))
	if match == nil {
		return nil
	}
	part := func(n int) string { return l.text[l.inner+match[2*n] : l.inner+match[2*n+1]] }
	if !s.isKey(part(3), i) {
		return nil
	}
	f := fault{
		from: l.inner, width: len(part(1)), message: fmt.Sprintf("`%s` is before the key `%s`", part(1), part(3)),
		hint: "take it out", cured: l.without(l.inner, l.inner+match[3]),
	}
	withBlanks := f
	withBlanks.cured = l.without(l.inner, l.inner+match[5])
	withBlanks.hint = "take it out, with the blanks after it"
	return []fault{f, withBlanks}
}

// colonSigns are what writers put in the place of a colon.
var colonSigns = []string{"=>", "=", "：", "->", "-"}

// colonSign returns the fault of a line that has another sign in the place of the colon after its key, which is word.
// It reports whether there is one.
func (l line) colonSign(word string) (fault, bool) {
	from := l.at + len(word)
	from += len(l.text[from:]) - len(strings.TrimLeft(l.text[from:], " \t"))
	for _, sign := range colonSigns {
		after, found := strings.CutPrefix(l.text[from:], sign)
		if !found {
			continue
		}
		f := fault{
			from: from, width: len(sign), message: fmt.Sprintf("`%s` is in the place of the colon after `%s`", sign, word),
			hint: "write : instead", cured: l.text[:from] + ":" + after,
		}
		if after != "" && after[0] != ' ' && after[0] != '\t' {
			f.hint, f.cured = "write : and a space instead", l.text[:from]+": "+after
		}
		return f, true
	}
	return fault{}, false
}
