package meetings

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
)

// A Language is what a graph is written in.
type Language struct {
	comment string // what a line of comment begins with
	write   func(*bufio.Writer, graph, string)
}

// DOT returns the language of Graphviz. The title is written over the graph, "" for none.
func DOT() Language { return Language{"// ", writeDOT} }

// Mermaid returns the language of Mermaid, which pages in Markdown may have. It has no place for a title.
func Mermaid() Language { return Language{"%% ", writeMermaid} }

// Write writes who met whom in the events of s, and returns in words what is left out, ""
// for nothing. The error is that of the writer.
func Write(w io.Writer, x *index.Index, s index.Selection, l Language, title string) (string, error) {
	g, out := graphOf(x, s), bufio.NewWriterSize(w, 16<<10)
	fmt.Fprintf(out, "%sWho met whom: %s, in %s.\n", l.comment, diag.Plural(len(g.pairs), "pair"),
		diag.Plural(g.meetings, "meeting"))
	left := g.leftOut()
	for _, one := range left {
		fmt.Fprintf(out, "%sLeft out: %s.\n", l.comment, one)
	}
	l.write(out, g, title)
	return strings.Join(left, ", "), out.Flush()
}

// leftOut returns in words what the graph has not.
func (g *graph) leftOut() (all []string) {
	switch {
	case g.meetings == 0:
		all = append(all, "all events, since none says who met whom")
	case g.left > 0:
		all = append(all, diag.Plural(g.left, "more pair")+" that met "+atMost(g.leftTimes))
	}
	if g.rest > 0 {
		all = append(all, diag.Plural(g.rest, "actor")+" who met no more often than "+decimal(maxActors)+" others")
	}
	if g.crowds > 0 {
		all = append(all, "all but the first "+decimal(maxThere)+" actors of "+diag.Plural(g.crowds, "event"))
	}
	return all
}

// atMost returns in words how often those met who met so many times or fewer: pairs that are left out may have met as
// often as the last that is not.
func atMost(times int) string {
	if times == 1 {
		return "once"
	}
	return "at most " + decimal(times) + " times"
}

// named reports whether the actors of a side stand in a frame with its name: where there is more than the side itself.
func (s *aSide) named() bool { return len(s.actors) > 1 || s.actors[0] != s.of }

// width returns how wide the line of a pair is, from 1 to 6.
func (g *graph) width(p pair) string {
	return strconv.FormatFloat(1+5*float64(p.times)/float64(g.pairs[0].times), 'f', 1, 64)
}

// writeDOT writes a graph in DOT.
func writeDOT(w *bufio.Writer, g graph, title string) {
	w.WriteString("graph meetings {\n")
	w.WriteString("\tlayout=fdp overlap=false splines=true K=1.2\n")
	w.WriteString("\tnode [shape=box style=\"rounded,filled\" fillcolor=white fontname=\"sans-serif\"]\n")
	w.WriteString("\tedge [fontname=\"sans-serif\" fontsize=12 color=\"#57606a\"]\n")
	if title = inDOT(title); title != `""` {
		fmt.Fprintf(w, "\tlabel=%s labelloc=t fontname=\"sans-serif\"\n", title)
	}
	for n, side := range g.sides {
		indent := "\t"
		if side.named() {
			fmt.Fprintf(w, "\tsubgraph cluster_%d {\n\t\tlabel=%s\n", n+1, inDOT(g.name(side.of)))
			indent = "\t\t"
		}
		for _, a := range side.actors {
			fmt.Fprintf(w, "%s%s [label=%s]\n", indent, g.number[a], inDOT(g.name(a)))
		}
		if side.named() {
			w.WriteString("\t}\n")
		}
	}
	for _, p := range g.pairs {
		fmt.Fprintf(w, "\t%s -- %s [label=\"%d\" weight=%d penwidth=%s]\n", g.number[p.a], g.number[p.b], p.times, p.times,
			g.width(p))
	}
	w.WriteString("}\n")
}

// writeMermaid writes a graph in Mermaid.
func writeMermaid(w *bufio.Writer, g graph, _ string) {
	w.WriteString("flowchart LR\n")
	for n, side := range g.sides {
		indent := "    "
		if side.named() {
			fmt.Fprintf(w, "    subgraph s%d[%s]\n", n+1, inMermaid(g.name(side.of)))
			indent = "        "
		}
		for _, a := range side.actors {
			fmt.Fprintf(w, "%s%s[%s]\n", indent, g.number[a], inMermaid(g.name(a)))
		}
		if side.named() {
			w.WriteString("    end\n")
		}
	}
	for n, p := range g.pairs {
		fmt.Fprintf(w, "    %s ---|\"%d\"| %s\n", g.number[p.a], p.times, g.number[p.b])
		fmt.Fprintf(w, "    linkStyle %d stroke-width:%spx\n", n, g.width(p))
	}
}

// name returns what an actor is called, in one line that is safe to show.
func (g *graph) name(a timeline.ActorRef) string {
	one := g.t.Actor(a)
	return cmp.Or(line(one.Name), line(one.ID), "?")
}

func line(s string) string { return strings.TrimSpace(sanitize.Line(s)) }

func decimal(n int) string { return strconv.Itoa(n) }

// dotSigns are what has a meaning in a text of DOT: quotes and backslashes, and entities of HTML.
var dotSigns = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;")

// inDOT returns a text in quotes.
func inDOT(s string) string { return `"` + dotSigns.Replace(line(s)) + `"` }

// inMermaid returns a text in quotes. Whatever of ASCII is no letter, digit or blank is an entity, since Mermaid finds
// markup, brackets, colons and words of its own within quotes too.
func inMermaid(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r >= 0x80, r == ' ', r == '-', r == '.', r == ',', '0' <= r && r <= '9', 'a' <= r && r <= 'z',
			'A' <= r && r <= 'Z':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
