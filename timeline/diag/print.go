package diag

import (
	"io"
	"strings"

	"dateline/timeline/diag/rule"
	"dateline/timeline/sanitize"
)

// Columns is how wide what FprintGroups writes is where nobody knows better.
const Columns = 120

// FprintGroups writes groups as Fprint writes problems, each as one, in lines of about columns cells. One that has a
// single place is as Fprint writes it. Of many places it shows no line, since that of the first says little of the
// others. Where a place leaves no room for what is wrong, as long names of files do, that comes first:
//
//	warning: unknown key `actor`, and 3,707 more in 1,204 files [unknown-key]
//	  notes/1973-01-01--the-first-of-very-many-files-with-names-as-long-as-this.md:6:5: did you mean `actors`?
//
// What it writes is safe to show in a terminal. The error is that of w.
func FprintGroups(w io.Writer, groups Groups, columns int) error {
	longest := 0
	for n := range groups {
		if groups[n].Count > 1 {
			longest = max(longest, sanitize.Width(groups[n].Lead().Pos.String()))
		}
	}
	tell := (*Group).afterPlace
	if longest > columns/2 {
		tell = (*Group).beforePlace
	}
	for n := range groups {
		g := &groups[n]
		p := g.Places[0]
		text := p.String() + p.tag() + "\n" + p.shown() + p.cure()
		if g.Count > 1 {
			text = tell(g, columns)
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

// afterPlace tells a group as a compiler does, its first place before what is wrong.
func (g *Group) afterPlace(columns int) string {
	head := g.severity()
	if place := g.Lead().Pos.String(); place != "" {
		head = sanitize.Line(place) + ": " + head
	}
	p := g.within(columns-sanitize.Width(head)-len(g.Places[0].tag()), maxListed)
	first := wrap("", head+sanitize.Line(p.Message)+p.tag(), columns)
	return first + g.excerpt(p) + cures(columns, p.Hint, g.others(columns))
}

// beforePlace tells a group with what is wrong before its first place. What to do follows the place, if it has room.
func (g *Group) beforePlace(columns int) string {
	head := g.severity()
	p := g.within(columns-len(head)-len(g.Places[0].tag()), maxListed)
	out, place := wrap("", head+sanitize.Line(p.Message)+p.tag(), columns), "  "+sanitize.Line(p.Pos.String())
	switch both := place + ": " + sanitize.Line(p.Hint); {
	case p.Pos.File == "":
	case p.Hint != "" && fits(both, columns):
		out, p.Hint = out+both+"\n", ""
	default:
		out += place + "\n"
	}
	return out + g.excerpt(p) + cures(columns, p.Hint, g.others(columns))
}

func (g *Group) severity() string { return g.Places[0].Severity().String() + ": " }

// excerpt returns the line of the first place, where it says something of the others.
func (g *Group) excerpt(p Problem) string {
	if g.isSmall() || p.Rule == rule.DateAsWritten {
		return p.shown()
	}
	return ""
}

// others tells of the others of a group: where they are, if they are few, and which names are probably doubles.
func (g *Group) others(columns int) string {
	also := g.also()
	if g.Places[0].Rule == rule.ProbableDouble {
		also = "also "
		for _, one := range g.Places[1:] {
			message, _, _ := strings.Cut(one.Message, ": ") // and then how often
			if !fits(margin+" = "+also+message, columns) {
				break
			}
			also += message + "; "
		}
	}
	if also = strings.TrimSuffix(also, "; "); !fits(margin+" = "+also, columns) || also == "also " {
		return ""
	}
	return also
}

// cures returns the lines that say what to do, of texts that may be "".
func cures(columns int, texts ...string) string {
	out := ""
	for _, text := range texts {
		if text != "" {
			out += wrap(margin+" = ", sanitize.Line(text), columns)
		}
	}
	return out
}

// wrap returns a text in lines of about columns cells, the first after its mark, the others below what follows it.
func wrap(mark, text string, columns int) string {
	indent := strings.Repeat(" ", max(sanitize.Width(mark), len(margin)))
	var out strings.Builder
	out.WriteString(mark)
	at := sanitize.Width(mark)
	for n, word := range strings.Split(text, " ") {
		wide := sanitize.Width(word)
		switch {
		case n == 0:
		case at+1+wide > columns:
			out.WriteString("\n" + indent)
			at = len(indent)
		default:
			out.WriteString(" ")
			at++
		}
		out.WriteString(word)
		at += wide
	}
	return out.String() + "\n"
}

// fits reports whether a text has room in so many cells.
func fits(text string, room int) bool {
	return len(text) <= room || sanitize.Width(sanitize.Line(text)) <= room
}
