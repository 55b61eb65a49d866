package report

import (
	"bufio"
	"slices"
	"strings"

	"dateline/timeline/diff"
	"dateline/timeline/sanitize"
)

// writeText writes a paragraph for each change: what it is, and a line for each field.
func writeText(w *bufio.Writer, d *diff.Diff, title func(string) string) {
	if title == nil {
		title = func(s string) string { return s }
	}
	begun, apart := false, false // apart is whether what comes next is set apart from what is there
	if len(d.Record) > 0 {
		w.WriteString(title("~ the record") + "\n")
		textFields(w, d.Record, title)
		begun, apart = true, true
	}
	for _, s := range sections(d) {
		for _, c := range s.changes {
			is := s.named(c)
			line := kinds[c.Kind()].sign + " "
			if s.noun != "event" {
				line += s.noun + " "
			}
			if is.date != "" {
				line += is.date + "  "
			}
			line = title(line + sanitize.Line(is.name))
			if at := is.at(); at != "" {
				line += "  [" + sanitize.Line(at) + "]"
			}
			if fields := len(c.Fields) > 0; begun && (apart || fields) {
				w.WriteByte('\n')
			}
			w.WriteString(line + "\n")
			textFields(w, c.Fields, title)
			begun, apart = true, len(c.Fields) > 0
		}
	}
}

// textFields writes lines below what has changed: in one where that can be read, else in two, in which what is not the
// same stands out.
func textFields(w *bufio.Writer, fields []diff.Field, standOut func(string) string) {
	line := func(sign, label, value string) {
		w.WriteString("    " + sign + " " + label + ": " + value + "\n")
	}
	for n := range fields {
		f := &fields[n]
		name, was, is := label(f, sanitize.Line), sanitize.Line(f.Old), sanitize.Line(f.Now)
		switch {
		case inLine(was, is):
			line("~", name, was+" -> "+is)
		case was != "" && is != "":
			was, is = contrasted(was, is, standOut)
			line("-", name, was)
			line("+", name, is)
		case was != "":
			line("-", name, was)
		case is != "":
			line("+", name, is)
		}
		for _, p := range f.Taken {
			line("-", name, words(p, sanitize.Line))
		}
		for _, p := range f.Added {
			line("+", name, words(p, sanitize.Line))
		}
		if f.Moved {
			line("~", name, "in another order")
		}
	}
}

// contrasted returns two texts in which the words stand out between those with which both begin and those with which
// both end.
func contrasted(was, is string, standOut func(string) string) (string, string) {
	a, b := strings.Split(was, " "), strings.Split(is, " ")
	begin, end := 0, 0
	for begin < min(len(a), len(b)) && a[begin] == b[begin] {
		begin++
	}
	for end < min(len(a), len(b))-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	mark := func(words []string) string {
		if middle := words[begin : len(words)-end]; len(middle) > 0 {
			text := standOut(strings.Join(middle, " "))
			words = slices.Concat(words[:begin], []string{text}, words[len(words)-end:])
		}
		return strings.Join(words, " ")
	}
	return mark(a), mark(b)
}

// inLine reports whether two values can be read beside each other.
func inLine(was, is string) bool {
	const wide = 72 // cells
	return was != "" && is != "" && sanitize.Width(was)+sanitize.Width(is) <= wide
}
