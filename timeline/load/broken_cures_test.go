package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/diag"
)

// A mistaken is a line of a file and the part of it that a problem is about.
type mistaken struct {
	before, meant, after string
	text                 string // all of it
	items, fields, lists string // the blanks before the items of the list of events, their fields, and lists in these
}

// aboutIt returns the part of a line that a problem is about.
func aboutIt(text string, p diag.Problem) mistaken {
	at := 0
	for n := 1; n < p.Pos.Column && at < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	end := at
	for n := 0; n < p.Width && end < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return mistaken{before: text[:at], meant: text[at:end], after: text[end:], text: text}
}

// inQuotes returns the line with the value in quotes in which the mistake is, be it the whole one or one in brackets.
func (m mistaken) inQuotes(whole bool) string {
	from := strings.LastIndexAny(m.before, "[{,") + 1
	if l := takeApart(m.text, ""); whole || l.value == "" || !strings.ContainsAny(l.value[:1], "[{") && l.comma == "" {
		from = 0
	}
	value, after := m.before[from:]+m.meant+m.after, ""
	if from > 0 {
		end := len(m.before) - from + len(m.meant) + len(m.after)
		if i := strings.IndexAny(m.after, "]},"); i >= 0 {
			end = len(m.before) - from + len(m.meant) + i
		}
		value, after = value[:end], value[end:]
	}
	l := takeApart(value, "")
	anchor := anchorBefore.FindString(l.value)
	return m.before[:from] + l.with(anchor+"'"+strings.ReplaceAll(l.value[len(anchor):], "'", "''")+"'") + after
}

// anchorBefore matches the anchor of a text, which is no part of it.
var anchorBefore = regexp.MustCompile(`^&\w+ `)

// gone stands for a line that is taken out.
const gone = "\x00gone"

// takenOut returns the line without the mistake, and gone if nothing is left of it.
func (m mistaken) takenOut() string {
	if strings.TrimSpace(m.before+m.after) == "" {
		return gone
	}
	return m.before + m.after
}

// withBelow matches a cure by which lines below go with the line.
var withBelow = regexp.MustCompile(`^indent it like the other fields of that item, with the (?:line|(\d+) lines) below it$`)

var indentBy = regexp.MustCompile(`^indent it by (\d+) blanks?, as line \d+ is$`)

// fromLetter returns the line from its first letter or brace on, with what blanks there are between a hyphen and it.
func (m mistaken) fromLetter() string {
	at := strings.IndexFunc(m.text, func(r rune) bool { return unicode.IsLetter(r) || r == '{' })
	return strings.Repeat(" ", max(0, len(m.fields)-len(m.items)-2)) + m.text[at:]
}

var closing = regexp.MustCompile(`["'\]}]+`)

var columnOf = regexp.MustCompile(`^begin it in column \d+, as line \d+ does$`)

// cured returns the line as the cure of a problem says. It reports whether the cure can be followed without thinking.
func (m mistaken) cured(p diag.Problem) (text string, ok bool) {
	hint, and, both := strings.Cut(p.Hint, ", and ")
	if both && !strings.HasPrefix(hint, "keep one side") {
		p.Hint = hint
		if text, ok = m.cured(p); !ok || text == gone {
			return text, ok
		}
		m.text, m.before, m.meant, m.after = text, "", text, ""
		p.Hint = and
		return m.cured(p)
	}
	hint = p.Hint
	if by := indentBy.FindStringSubmatch(hint); by != nil {
		var n int
		fmt.Sscan(by[1], &n)
		return strings.Repeat(" ", n) + strings.TrimLeft(m.text, " "), true
	}
	does := func(what string) bool {
		return hint == what || strings.HasPrefix(hint, what+",") || strings.HasPrefix(hint, what+";")
	}
	switch {
	case strings.HasPrefix(hint, "close it with "):
		end := m.before + m.meant
		return end + closing.FindString(hint) + m.text[len(end):], true
	case strings.HasPrefix(p.Message, "a text ") && (does("put the text in quotes") || does("put all of the text in quotes")):
		return m.before + "'" + strings.ReplaceAll(m.meant, "'", "''") + "'" + m.after, true
	case does("put the text in quotes"), strings.HasSuffix(hint, "or put the text in quotes"), does("put it there"),
		does("put all of the text in quotes"):
		return m.inQuotes(strings.Contains(p.Message, "bracket")), true
	case strings.HasPrefix(hint, "write - in column "):
		var n int
		fmt.Sscanf(hint, "write - in column %d", &n)
		return m.text[:n-1] + "-" + m.text[n:], true
	case does("put a hyphen and a space before it"), hint == "put a hyphen before it":
		return m.before + "- " + m.meant + m.after, true
	case does("put a space after the hyphen"):
		return strings.Replace(m.text, "-", "- ", 1), true
	case does("put a space after the colon"):
		return m.before + m.meant + " " + m.after, true
	case does("take the quote out"):
		return m.before + m.meant[1:] + m.after, true
	case does("take it out") && !strings.HasSuffix(hint, "after it"):
		return m.takenOut(), true
	case does("take the line out"), does("keep one side or both"), strings.HasPrefix(hint, "name ") &&
		(strings.HasSuffix(hint, ", or take it out") || strings.HasSuffix(hint, ", or take the line out")):
		return gone, true
	case strings.HasPrefix(hint, `write \\ `):
		return m.before + `\` + m.meant + m.after, true
	case strings.HasPrefix(p.Message, "this has no key") && strings.HasPrefix(hint, "write it"):
		return m.before + "key: " + m.meant + m.after, true
	case strings.HasPrefix(hint, "write it, such as"):
		return m.before + "key" + m.meant + m.after, true
	case strings.HasSuffix(hint, " on a line of its own, below the hyphens of the others"):
		return m.before + "\n" + m.items + m.meant, true
	case strings.HasSuffix(hint, "` on a line of its own, at the margin"):
		return m.before + "\n" + m.meant, true
	case strings.HasPrefix(hint, "begin `") && strings.HasSuffix(hint, "` on a line of its own"):
		l := takeApart(m.text, "")
		return m.before + "\n" + l.fieldIndent() + m.meant + m.after, true
	case columnOf.MatchString(hint):
		var n int
		fmt.Sscanf(hint, "begin it in column %d", &n)
		l := takeApart(strings.Replace(m.text, "-\t", "- ", 1), "")
		return l.indent + "-" + strings.Repeat(" ", max(1, n-len(l.indent)-2)) + l.body(), true
	case does("take one of them out"):
		return strings.TrimRight(m.before, " "), true
	case hint == "write : instead":
		return m.before + ":" + m.after, true
	case hint == "write : and a space instead":
		return m.before + ": " + m.after, true
	case hint == "put a comma before it":
		return strings.TrimRight(m.before, " ") + ", " + m.meant + m.after, true
	case hint == "open it with {":
		return m.before + "{" + m.meant + m.after, true
	case hint == "take it out, with the blanks after it":
		return m.before + strings.TrimLeft(m.after, " "), true
	case strings.HasSuffix(p.Message, "is followed by no colon"):
		return m.before + m.meant + ": " + strings.TrimLeft(m.after, " =："), true
	case strings.HasPrefix(hint, "write ") && !strings.Contains(hint[6:], " "):
		return m.before + hint[6:] + m.after, true
	case hint == "write - instead":
		return m.before + "-" + m.after, true
	case hint == "begin its hyphen below theirs":
		return m.items + strings.TrimLeft(m.text, " "), true
	case hint == "take its first hyphen out":
		return m.text[1:], true
	case hint == "indent it as the lines around it":
		return m.lists + strings.TrimLeft(m.text, " "), true
	case hint == "put a comma at its end":
		return m.text + ",", true
	case strings.HasPrefix(hint, "write - "), hint == "begin it with a hyphen, below those of the others":
		return m.items + "- " + m.fromLetter(), true
	case hint == "begin its hyphen below the others":
		return m.lists + strings.TrimLeft(m.text, " "), true
	case hint == "indent it like the other fields of that item", withBelow.MatchString(hint):
		return m.fields + strings.TrimLeft(m.text, " "), true
	case hint == "save the file as UTF-8":
		return strings.ToValidUTF8(m.text, "?"), true
	}
	return "", false
}

// isTextBelow reports whether a line is that of a text below a field at the margin.
func (m mistaken) isTextBelow(text string) bool {
	l := takeApart(text, "")
	return l.indent != "" && len(l.indent) <= len(m.fields) && l.key == "" && l.hyphens == ""
}

// cure follows the cure of a problem in a file. It reports whether that can be done without thinking.
func (c brokenCell) cure(lines []string, p diag.Problem) ([]string, bool) {
	i := p.Pos.Line - 1
	if i < 0 || i >= len(lines) {
		return nil, false
	}
	m := aboutIt(lines[i], p)
	style := indentations[c.indentation]
	m.items = style.item
	m.fields = m.items + strings.Repeat(" ", len(style.hyphen))
	m.lists = m.fields + style.list
	text, ok := m.cured(p)
	if !ok {
		return nil, false
	}
	cured := slices.Clone(lines)
	if text == gone {
		last := i + 1
		if p.Hint == "take it out, with the text below it" || p.Hint == "take it out, with the line below it" {
			last++
		} else if more := 0; strings.HasPrefix(p.Hint, "take it out, with the ") {
			fmt.Sscanf(p.Hint, "take it out, with the %d", &more)
			last += more
		}
		return slices.Delete(cured, i, last), true
	}
	cured = withLinesBelow(lines, p, text, m.fields)
	if p.Hint == "indent it like the other fields of that item" && strings.ContainsAny(takeApart(lines[i], "").value, "|>") {
		for k := i + 1; k < len(lines) && m.isTextBelow(lines[k]); k++ { // which is a part of the field
			cured[k] = m.fields + lines[k]
		}
	}
	return cured, true
}

// withLinesBelow returns the lines of a file with another text in the line of a problem. The lines below it that its
// cure names are moved to the right by some blanks.
func withLinesBelow(lines []string, p diag.Problem, text, blanks string) []string {
	cured, i := slices.Clone(lines), p.Pos.Line-1
	cured[i] = text
	if below := withBelow.FindStringSubmatch(p.Hint); below != nil {
		last := 1
		fmt.Sscan(below[1], &last)
		for n := i + 1; n <= i+last; n++ {
			cured[n] = blanks + cured[n]
		}
	}
	return cured
}
