package report

import (
	"bufio"

	"dateline/timeline/diff"
	"dateline/timeline/sanitize"
)

// writeText writes a paragraph for each change: what it is, and a line for each field.
func writeText(w *bufio.Writer, d *diff.Diff, title func(string) string) {
	if title == nil {
		title = asItIs
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
		name := label(f, sanitize.Line)
		was, is := values(f, standOut)
		switch {
		case inLine(was, is):
			line("~", name, was+" -> "+is+spelled(f.Old, f.Now))
		case was != "" && is != "":
			line("-", name, was)
			line("+", name, is+spelled(f.Old, f.Now))
		case was != "":
			line("-", name, was)
		case is != "":
			line("+", name, is)
		}
		taken, added := items(f)
		for _, one := range taken {
			line("-", name, one)
		}
		for _, one := range added {
			line("+", name, one)
		}
		if f.Moved {
			line("~", name, "in another order")
		}
	}
}

// inLine reports whether two values can be read beside each other.
func inLine(was, is string) bool {
	const wide = 72 // cells
	return was != "" && is != "" && sanitize.Width(was)+sanitize.Width(is) <= wide
}
