package report

import (
	"bufio"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diff"
	"dateline/timeline/sanitize"
)

// writeMarkdown writes a list for each sort of things, and below each that has changed a list of its fields. Every
// line of a list begins with words of ours, so that none of a record begins one.
func writeMarkdown(w *bufio.Writer, d *diff.Diff, of [2]Side) {
	w.WriteString("**" + capital(Summary(d)) + "**\n")
	for _, one := range of {
		if one.Errors > 0 {
			w.WriteString("\nOf " + sanitize.Markdown(one.Name) + " " + diag.Plural(one.Errors, "error") +
				" kept something from being read as it is meant: see `dateline check`.\n")
		}
	}
	if len(d.Record) > 0 {
		w.WriteString("\n### The record\n\n")
		markdownFields(w, "", d.Record)
	}
	for _, s := range sections(d) {
		if len(s.changes) > 0 {
			w.WriteString("\n### " + capital(s.noun) + "s\n\n")
		}
		for _, c := range s.changes {
			is := s.named(c)
			w.WriteString("- **" + capital(kinds[c.Kind()].word) + ":** ")
			if is.date != "" {
				w.WriteString(is.date + ", ")
			}
			w.WriteString(sanitize.Markdown(is.name))
			if at := is.at(); at != "" {
				w.WriteString(" (" + sanitize.Markdown(at) + ")")
			}
			w.WriteByte('\n')
			markdownFields(w, "  ", c.Fields)
		}
	}
}

// markdownFields writes an item for each change of each field.
func markdownFields(w *bufio.Writer, indent string, fields []diff.Field) {
	for n := range fields {
		f := &fields[n]
		name := label(f, sanitize.Markdown)
		was, is := values(f, asItIs)
		was, is = sanitize.Markdown(was), sanitize.Markdown(is)
		item := func(what, value string) {
			if what != "" {
				what = " " + what
			}
			w.WriteString(indent + "- " + sanitize.MarkdownLine(name) + what + ": " + value + "\n")
		}
		switch {
		case inLine(was, is):
			item("", was+" → "+is+spelled(f.Old, f.Now))
		default:
			if was != "" {
				item("was", was)
			}
			if is != "" {
				item("is", is+spelled(f.Old, f.Now))
			}
		}
		taken, added := items(f)
		for _, one := range taken {
			item("without", sanitize.Markdown(one))
		}
		for _, one := range added {
			item("with", sanitize.Markdown(one))
		}
		if f.Moved {
			item("", "in another order")
		}
	}
}

// capital returns words with a capital letter, which are ours.
func capital(words string) string { return strings.ToUpper(words[:1]) + words[1:] }
