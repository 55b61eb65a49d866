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
	indent  string
	frame   string // begins the frame of a side, of its number and name …
	unframe string // … and ends it
	actor   string // of its name in the graph, and its name
	quoted  func(string) string
	begin   func(w *bufio.Writer, title string)
	pair    func(w *bufio.Writer, n int, g *graph, p pair)
	end     string
}

// DOT returns the language of Graphviz. The title is written over the graph, "" for none.
func DOT() Language {
	return Language{
		comment: "// ", indent: "\t", frame: "subgraph cluster_%d {\n\t\tlabel=%s\n", unframe: "}\n",
		actor: "%s [label=%s]\n", quoted: inDOT, begin: beginDOT, pair: pairInDOT, end: "}\n",
	}
}

// Mermaid returns the language of Mermaid, which pages in Markdown may have. It has no place for a title.
func Mermaid() Language {
	return Language{
		comment: "%% ", indent: "    ", frame: "subgraph s%d[%s]\n", unframe: "end\n", actor: "%s[%s]\n", quoted: inMermaid,
		begin: func(w *bufio.Writer, _ string) { w.WriteString("flowchart LR\n") }, pair: pairInMermaid,
	}
}

// Write writes who met whom in the events of s, and returns in words what is left out, "" for nothing. The error is
// that of the writer.
func Write(w io.Writer, x *index.Index, s index.Selection, l Language, title string) (string, error) {
	g, out := graphOf(x, s), bufio.NewWriterSize(w, 16<<10)
	fmt.Fprintf(out, "%sWho met whom: %s, in %s.\n", l.comment, diag.Plural(len(g.pairs), "pair"),
		diag.Plural(g.meetings, "meeting"))
	left := g.leftOut()
	for _, one := range left {
		fmt.Fprintf(out, "%sLeft out: %s.\n", l.comment, one)
	}
	l.write(out, &g, title)
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

// write writes a graph: the actors by side, and the pairs.
func (l *Language) write(w *bufio.Writer, g *graph, title string) {
	l.begin(w, title)
	for n, side := range g.sides {
		indent := l.indent
		if side.named() {
			fmt.Fprintf(w, l.indent+l.frame, n+1, l.quoted(g.name(side.of)))
			indent += l.indent
		}
		for _, a := range side.actors {
			fmt.Fprintf(w, indent+l.actor, g.number[a], l.quoted(g.name(a)))
		}
		if side.named() {
			w.WriteString(l.indent + l.unframe)
		}
	}
	for n, p := range g.pairs {
		l.pair(w, n, g, p)
	}
	w.WriteString(l.end)
}

func beginDOT(w *bufio.Writer, title string) {
	w.WriteString("graph meetings {\n")
	w.WriteString("\tlayout=fdp overlap=false splines=true K=1.2\n")
	w.WriteString("\tnode [shape=box style=\"rounded,filled\" fillcolor=white fontname=\"sans-serif\"]\n")
	w.WriteString("\tedge [fontname=\"sans-serif\" fontsize=12 color=\"#57606a\"]\n")
	if title = inDOT(title); title != `""` {
		fmt.Fprintf(w, "\tlabel=%s labelloc=t fontname=\"sans-serif\"\n", title)
	}
}

// pairInDOT writes a pair with its number on a ground of its own, since it stands on the line.
func pairInDOT(w *bufio.Writer, _ int, g *graph, p pair) {
	const ground = `<<table border="0" cellborder="0" cellpadding="1" bgcolor="white"><tr><td>%d</td></tr></table>>`
	fmt.Fprintf(w, "\t%s -- %s [label="+ground+" weight=%d penwidth=%s]\n", g.number[p.a], g.number[p.b], p.times,
		p.times, g.width(p))
}

func pairInMermaid(w *bufio.Writer, n int, g *graph, p pair) {
	fmt.Fprintf(w, "    %s ---|\"%d\"| %s\n", g.number[p.a], p.times, g.number[p.b])
	fmt.Fprintf(w, "    linkStyle %d stroke-width:%spx\n", n, g.width(p))
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
