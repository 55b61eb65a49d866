package html

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"dateline/timeline"
	"dateline/timeline/markup"
	"dateline/timeline/sanitize"
)

// A run is words that lead to one address, or to none.
type run struct {
	Words string
	URL   address
}

// A paragraph is a text of the record between empty lines.
type paragraph struct {
	Text  []run
	Lines bool // whether its lines are those of the writer
}

// A field is a key of the writer's own.
type field struct {
	Key   string
	Value []run
}

// A linked is a text of the record without its markup, and where its links are.
type linked struct {
	plain string
	links []markup.Link
	may   bool // whether it had markup, which makes lines
}

// readText reads a text of the record. May reports whether it may have markup.
func readText(text string, may bool) linked {
	if may {
		plain, links := markup.Read(text)
		return linked{plain, links, true}
	}
	return linked{text, markup.Addresses(text), false}
}

// line returns a text of the record on one line.
func line(text string, may bool) []run { return readText(text, may).runs(sanitize.Line) }

// runs returns the text in runs, which safe makes safe to show.
func (l linked) runs(safe func(string) string) []run {
	return l.between(0, len(l.plain), safe)
}

// between returns a part of the text, and takes its links off l. A link that reaches beyond the part is words.
func (l *linked) between(from, to int, safe func(string) string) []run {
	var all []run
	add := func(words string, target address) {
		if words = safe(words); words != "" {
			all = append(all, run{words, target})
		}
	}
	for len(l.links) > 0 && l.links[0].From < to {
		one := l.links[0]
		l.links = l.links[1:]
		target, ok := web(one.Address)
		if !ok || one.From < from || one.To > to || one.From >= one.To {
			continue
		}
		add(l.plain[from:one.From], "")
		add(l.plain[one.From:one.To], target)
		from = one.To
	}
	add(l.plain[from:to], "")
	return all
}

// paragraphs returns the paragraphs of a text of the record.
func paragraphs(text string, may bool) []paragraph {
	l := readText(text, may)
	safe := sanitize.Line
	if l.may {
		safe = sanitize.Text
	}
	var all []paragraph
	for from := 0; from < len(l.plain); {
		to, next := len(l.plain), len(l.plain)
		if n := strings.Index(l.plain[from:], "\n\n"); n >= 0 {
			to, next = from+n, from+n+2
		}
		if one := l.between(from, to, safe); len(one) > 0 && strings.TrimSpace(l.plain[from:to]) != "" {
			all = append(all, paragraph{one, l.may})
		}
		from = next
	}
	return all
}

// each returns every text of a list on a line of its own.
func each(texts []string, may bool) [][]run {
	all := make([][]run, len(texts))
	for n, text := range texts {
		all[n] = line(text, may)
	}
	return all
}

// own returns keys of the writer's own, with the lines that their values have.
func own(fields []timeline.Field, may bool) []field {
	all := make([]field, len(fields))
	for n, f := range fields {
		all[n] = field{sanitize.Line(f.Key), readText(f.Value, may).runs(sanitize.Text)}
	}
	return all
}

// areFromRight reports whether a text in runs has a letter of a script that is written from the right.
func areFromRight(text []run) bool {
	return slices.ContainsFunc(text, func(one run) bool { return isFromRight(one.Words) })
}

// isFromRight reports whether a text has a letter of a script that is written from the right.
func isFromRight(text string) bool {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		properties, size := bidi.LookupString(text[i:])
		if class := properties.Class(); class == bidi.R || class == bidi.AL {
			return true
		}
		i += max(size, 1)
	}
	return false
}

// fragment returns the id of an event as a part of the page is called by it: what is neither letter nor digit nor one
// of -_. is spelled out, since an address may change it.
func fragment(id string) string {
	var text strings.Builder
	for i := 0; i < len(id); {
		r, size := utf8.DecodeRuneInString(id[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&text, "~x%x~", id[i])
		case strings.ContainsRune("-_.", r) || (unicode.IsLetter(r) || unicode.IsDigit(r)) && !sanitize.Escapes(r):
			text.WriteRune(r)
		default:
			fmt.Fprintf(&text, "~%x~", r)
		}
		i += size
	}
	return text.String()
}
