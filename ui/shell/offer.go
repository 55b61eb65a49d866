package shell

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline/sanitize"
)

// A Value is one that may stand in the place of what is typed.
type Value struct{ Text, Means string }

// An Offer is what may be typed.
type Offer struct {
	Values []Value
	Files  bool // files too
	Open   bool // more is to be typed after the value
	Cut    bool // there are more values than these
}

// Asked is what bash says of how it asks.
type Asked struct {
	Lists   bool // it lists what is offered, and writes nothing into the line
	Columns int  // of the terminal, 0 where that is not known
}

// Write writes what is offered: a line of words that say how, and then a line for each value.
//
// Bash is told what stands in the line from its last break on, quoted as the line is there. Of values with different
// beginnings it would write what these have in common into the line, though that be less than is typed; so it is told
// of those only when it lists them. Zsh and fish quote by themselves: they are told of whole words, and what they mean.
func (s Shell) Write(w io.Writer, l Line, o Offer, asked Asked) error {
	var b strings.Builder
	if o.Files {
		b.WriteString("files ")
	}
	if o.Open {
		b.WriteString("open ")
	}
	flag := l.Flag()
	other := func(v Value) bool { return !strings.HasPrefix(v.Text, l.Typed[len(flag):]) }
	if slices.ContainsFunc(o.Values, other) {
		b.WriteString("other ")
	}
	b.WriteByte('\n')
	if flag != "" {
		o.Values = slices.Clone(o.Values)
		for n := range o.Values {
			o.Values[n].Text = flag + o.Values[n].Text
		}
	}
	switch {
	case s != Bash:
		for _, v := range o.Values {
			b.WriteString(v.Text)
			if v.Means != "" {
				b.WriteString("\t" + v.Means)
			}
			b.WriteByte('\n')
		}
	case asked.Lists:
		listed(&b, l, o, asked.Columns)
	default:
		l.replies(&b, o)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// replies writes what bash may write into the line.
func (l Line) replies(b *strings.Builder, o Offer) {
	var texts []string
	for _, v := range o.Values {
		if strings.HasPrefix(v.Text, l.Typed[:l.kept]) {
			texts = append(texts, v.Text)
		}
	}
	typed := utf8.RuneCountInString(l.Typed)
	alike := common(texts)
	if less := utf8.RuneCountInString(alike) < typed; len(texts) > 1 && (less || o.Cut && alike != l.Typed) {
		return
	}
	for _, text := range texts {
		written := quoted(text[l.kept:], l.quote)
		if l.quote != 0 && strings.HasSuffix(written, string(l.quote)) {
			written += string(l.quote) // bash takes the one that is part of the value for the end of the quotation
		}
		b.WriteString(written + "\n")
	}
}

// common returns what texts begin with, all of them.
func common(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	alike := texts[0]
	for _, text := range texts[1:] {
		for !strings.HasPrefix(text, alike) {
			_, size := utf8.DecodeLastRuneInString(alike)
			alike = alike[:len(alike)-size]
		}
	}
	return alike
}

// listed writes values as bash lists them, each with what it means as far as there is room, without the flag and what
// is before the last blank.
func listed(b *strings.Builder, l Line, o Offer, columns int) {
	const gap = 2
	var texts []string
	widest := 0
	same := l.Typed[:max(len(l.Flag()), strings.LastIndexByte(l.Typed, ' ')+1)]
	for _, v := range o.Values {
		text := strings.TrimPrefix(v.Text, same)
		texts = append(texts, text)
		widest = max(widest, ansi.StringWidth(text))
	}
	for n, v := range o.Values {
		text := texts[n]
		if room := columns - widest - gap - len("()"); v.Means != "" && (room > 10 || columns == 0) {
			means := v.Means
			if columns > 0 {
				means = ansi.Truncate(means, room-1, "…")
			}
			text += strings.Repeat(" ", widest+gap-ansi.StringWidth(text)) + "(" + means + ")"
		}
		b.WriteString(text + "\n")
	}
}

// quoted returns a text as it is written within a quotation, or outside of any if quote is 0.
func quoted(text string, quote rune) string {
	switch quote {
	case '\'':
		return strings.ReplaceAll(text, `'`, `'\''`)
	case '"':
		return strings.NewReplacer(`\`, `\\`, `"`, `\"`, `$`, `\$`, "`", "\\`",
			`!`, `"\!"`, // nothing keeps bash from replacing it by an older line but to end the quotation
		).Replace(text)
	}
	var b strings.Builder
	for n, r := range text {
		word := r > unicode.MaxASCII || unicode.IsLetter(r) || unicode.IsDigit(r)
		plain := word || strings.ContainsRune("_./:,=@%+-", r)
		if !plain || n == 0 && r == '~' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ReadOffer reads what cobra offers: a value in a line, with what it means after a tab, and in the last line a number
// that says how.
func ReadOffer(text string) (o Offer) {
	const failed, noSpace, noFiles = 1, 2, 4
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	how := noFiles
	_, _ = fmt.Sscanf(lines[len(lines)-1], ":%d", &how)
	o.Open, o.Files = how&noSpace != 0, how&(failed|noFiles) == 0
	for _, line := range lines[:len(lines)-1] {
		text, means, _ := strings.Cut(line, "\t")
		if text != "" {
			means = strings.ReplaceAll(means, "`", "") // which pflag takes for the name of a value
			o.Values = append(o.Values, Value{sanitize.Line(text), sanitize.Line(means)})
		}
	}
	return o
}
