package meetings_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/awalterschulze/gographviz"

	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/publish/meetings"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

func recordOf(text string) *index.Index {
	return load.Files(context.Background(), []load.File{load.InMemory("a.yaml", []byte(text))}, nil).Index
}

func graphOf(t testing.TB, x *index.Index, l meetings.Language) (text, left string) {
	t.Helper()
	var out bytes.Buffer
	left, err := meetings.Write(&out, x, x.Select(query.Query{}), l, x.Timeline().Title())
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), left
}

// A graph is what is read back: names by side, "" for none, and how often two met, as "Anna, Bert".
type graph struct {
	sides map[string][]string
	met   map[string]int
}

// readDOT reads a graph as a library for DOT does.
func readDOT(text string) (g graph, err error) {
	read, err := gographviz.Read([]byte(strings.ReplaceAll(text, "\ufffd", "?"))) // which it cannot read
	if err != nil {
		return g, err
	}
	unquote := func(s string) string {
		return strings.NewReplacer(`\\`, `\`, `\"`, `"`, "&amp;", "&").Replace(strings.TrimSuffix(strings.TrimPrefix(s, `"`), `"`))
	}
	g = graph{map[string][]string{}, map[string]int{}}
	names := map[string]string{}
	for _, n := range read.Nodes.Nodes {
		side := ""
		for parent := range read.Relations.ChildToParents[n.Name] {
			if s := read.SubGraphs.SubGraphs[parent]; s != nil {
				side = unquote(s.Attrs["label"])
			}
		}
		names[n.Name] = unquote(n.Attrs["label"])
		g.sides[side] = append(g.sides[side], names[n.Name])
	}
	for _, e := range read.Edges.Edges {
		label := e.Attrs["label"] // a cell with a ground of its own, so that the line does not strike it through
		label, ok := strings.CutPrefix(label, `<<table border="0" cellborder="0" cellpadding="1" bgcolor="white"><tr><td>`)
		label, closed := strings.CutSuffix(label, "</td></tr></table>>")
		times, err := strconv.Atoi(label)
		if !ok || !closed {
			err = errors.New("its label has no ground")
		}
		if err != nil || names[e.Src] == "" || names[e.Dst] == "" {
			return g, fmt.Errorf("an edge from %q to %q: %w", e.Src, e.Dst, err)
		}
		g.met[names[e.Src]+", "+names[e.Dst]] = times
	}
	return g, nil
}

// What a line of Mermaid may be: a comment, the head, a frame, an actor, a pair, and how it is drawn.
var (
	mermaidText = `"((?:[^"\x00-\x1f#]|#[0-9]+;)*)"`
	mermaidLine = regexp.MustCompile(`^(?:%% [A-Z][^{}]*|(flowchart LR)|    subgraph s\d+\[` + mermaidText + `\]|(    end)|` +
		` {4,8}(n\d+)\[` + mermaidText + `\]|    (n\d+) ---\|"(\d+)"\| (n\d+)|    linkStyle (\d+) stroke-width:[1-6]\.\dpx)$`)
	mermaidEntity = regexp.MustCompile(`#([0-9]+);`)
)

// readMermaid reads a graph by the grammar of what is written.
func readMermaid(text string) (g graph, err error) {
	g = graph{map[string][]string{}, map[string]int{}}
	names, side, began, pairs := map[string]string{}, "", false, 0
	decode := func(s string) string {
		return mermaidEntity.ReplaceAllStringFunc(s, func(e string) string {
			code, _ := strconv.Atoi(strings.Trim(e, "#;"))
			return string(rune(code))
		})
	}
	for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		m := mermaidLine.FindStringSubmatch(line)
		switch {
		case m == nil, !began && m[1] == "" && !strings.HasPrefix(line, "%%"):
			return g, fmt.Errorf("line %d is %q", n+1, line)
		case m[1] != "":
			began = true
		case strings.HasPrefix(line, "    subgraph"):
			side = decode(m[2])
		case m[3] != "":
			side = ""
		case m[4] != "":
			names[m[4]] = decode(m[5])
			g.sides[side] = append(g.sides[side], names[m[4]])
		case m[6] != "":
			if names[m[6]] == "" || names[m[8]] == "" {
				return g, fmt.Errorf("line %d has somebody without a name", n+1)
			}
			pairs++
			g.met[names[m[6]]+", "+names[m[8]]], _ = strconv.Atoi(m[7])
		case m[9] != "" && m[9] != strconv.Itoa(pairs-1):
			return g, fmt.Errorf("line %d is of another pair", n+1)
		}
	}
	return g, nil
}

// readBoth returns the graph that is written in both languages, which must be the same.
func readBoth(t testing.TB, x *index.Index) graph {
	t.Helper()
	dot, _ := graphOf(t, x, meetings.DOT())
	g, err := readDOT(dot)
	if err != nil {
		t.Fatalf("%v in\n%s", err, dot)
	}
	mermaid, _ := graphOf(t, x, meetings.Mermaid())
	h, err := readMermaid(strings.ReplaceAll(mermaid, "\ufffd", "?"))
	if err != nil {
		t.Fatalf("%v in\n%s", err, mermaid)
	}
	if fmt.Sprint(g.met) != fmt.Sprint(h.met) {
		t.Fatalf("one has %v, the other %v", g.met, h.met)
	}
	return g
}

const cast = `title: Who meets
actors:
  - {id: ua, name: Ukraine, kind: state}
  - {id: anna, name: Anna Ax, kind: person, memberships: [{of: ua, role: President}]}
  - {id: ru, name: Russia, kind: state}
events:
`

// TestWhoMet holds for events of every kind who met in them.
func TestWhoMet(t *testing.T) {
	for events, want := range map[string]string{
		"{type: meeting, actors: [Anna Ax, Bert]}":                                               "map[Anna Ax, Bert:1]",
		"{type: strike, actors: [Anna Ax, Bert]}":                                                "map[]",
		"{type: call, status: planned, actors: [Anna Ax, Bert]}":                                 "map[]",
		"{type: call, status: disputed, actors: [Anna Ax, Bert]}":                                "map[Anna Ax, Bert:1]",
		"{type: call, actors: [Anna Ax, {actor: Bert, role: subject}]}":                          "map[]",
		"{type: visit, actors: [Anna Ax, Ukraine, Russia]}":                                      "map[Anna Ax, Russia:1]",
		"{type: summit, actors: [Ukraine, Russia]}":                                              "map[Ukraine, Russia:1]",
		"{type: call, actors: [{actor: Anna Ax, role: speaker}, Bert]}":                          "map[Anna Ax, Bert:1]",
		"{type: call, actors: [Carl, {actor: Dora, role: speaker}, Bert]}":                       "map[Carl, Bert:1]",
		"{type: call, title: Dora calls, actors: [{actor: Dora, role: speaker}, Bert]}":          "map[Dora, Bert:1]",
		"{type: call, title: Dora calls, actors: [Carl, {actor: Dora, role: speaker}]}":          "map[Carl, Dora:1]",
		"{type: meeting, actors: [Anna Ax, Anna Ax]}":                                            "map[]",
		"{type: call, actors: [Bert, Carl]}\n  - {type: call, date: 2025, actors: [Carl, Bert]}": "map[Bert, Carl:2]",
	} {
		if !strings.Contains(events, "title") {
			events = strings.ReplaceAll(events, "{type", "{title: They talk, type")
		}
		x := recordOf(cast + "  - " + strings.ReplaceAll(events, "{title", "{date: 2025, title") + "\n")
		if got := fmt.Sprint(readBoth(t, x).met); got != want {
			t.Errorf("%s: met %s, want %s", events, got, want)
		}
	}
}

// TestOnlyTheStrongestAreDrawn holds what is written of many pairs, of a crowd and of very many actors, and that it is
// said what is not.
func TestOnlyTheStrongestAreDrawn(t *testing.T) {
	var b strings.Builder
	b.WriteString("events:\n  - {date: 2025, title: All, type: summit, actors: [")
	for n := range 400 {
		fmt.Fprintf(&b, "A%d, ", n)
	}
	b.WriteString("]}\n  - {date: 2026, title: Two, type: call, actors: [A3, A5]}\n")
	for n := range 600 {
		fmt.Fprintf(&b, "  - {date: 2027, title: Two, type: call, actors: [B%d, C%d]}\n", n, n)
	}
	x := recordOf(b.String())
	text, left := graphOf(t, x, meetings.DOT())
	const want = "2200 more pairs that met once, 260 actors who met no more often than 1000 others, " +
		"all but the first 60 actors of 1 event"
	if left != want {
		t.Errorf("left out %q, want %q", left, want)
	}
	for _, one := range strings.Split(left, ", ") {
		if !strings.Contains(text, "// Left out: "+one+".\n") {
			t.Errorf("it is not said that %s are left out", one)
		}
	}
	if g := readBoth(t, x); len(g.met) != 40 || g.met["A3, A5"] != 2 {
		t.Errorf("%d pairs, A3 and A5 met %d times", len(g.met), g.met["A3, A5"])
	}
}

func TestNothingHostileBreaksAGraph(t *testing.T) {
	texts := []string{
		`"`, `\`, `a\"`, `\N`, "]", `"] --> x["`, "end", "%%{init: {}}%%", "`**a**`", "&lt;b&gt;", "#quot;", "<script>", "*/",
		"style a:b#c;", "click n1 href \"javascript:alert(1)\"", "\n}\n",
	}
	for _, text := range append(texts, testrecord.Hostile()...) {
		name := strconv.QuoteToASCII(text)
		if !utf8.ValidString(text) {
			continue // which is no YAML
		}
		x := recordOf(fmt.Sprintf("title: %s\nevents: [{date: 2025, title: x, type: call, actors: [%s, Bert, %s]}]", name, name,
			strconv.QuoteToASCII("A"+text)))
		g := readBoth(t, x)
		if len(g.met) == 0 && strings.TrimSpace(text) != "" {
			t.Errorf("%q met nobody", text)
		}
	}
	for _, text := range testrecord.Hostile() {
		readBoth(t, recordOf(strings.ReplaceAll(testrecord.EveryField(text), "type: *text", "type: call")))
	}
}

func TestTheCuratedRecord(t *testing.T) {
	curated, err := os.ReadFile("../../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	g := readBoth(t, recordOf(string(curated)))
	if len(g.met) != 40 || g.met["Volodymyr Zelensky, Emmanuel Macron"] < 10 || g.met["Volodymyr Zelensky, Dmitry Peskov"] > 0 {
		t.Errorf("met: %v", g.met)
	}
}

const small = cast + `  - {date: 2025-09-08, title: A call, type: call, actors: [Anna Ax, Bert "the <b>", Russia]}
  - {date: 2025-09-09, title: Another, type: call, actors: [Anna Ax, Bert "the <b>"]}
`

const smallDOT = `// Who met whom: 3 pairs, in 2 meetings.
graph meetings {
	layout=fdp overlap=false splines=true K=1.2
	node [shape=box style="rounded,filled" fillcolor=white fontname="sans-serif"]
	edge [fontname="sans-serif" fontsize=12 color="#57606a"]
	label="Who meets" labelloc=t fontname="sans-serif"
	subgraph cluster_1 {
		label="Ukraine"
		n1 [label="Anna Ax"]
	}
	n2 [label="Bert \"the <b>\""]
	n3 [label="Russia"]
	n1 -- n2 [label=<<table border="0" cellborder="0" cellpadding="1" bgcolor="white"><tr><td>2</td></tr></table>> weight=2 penwidth=6.0]
	n1 -- n3 [label=<<table border="0" cellborder="0" cellpadding="1" bgcolor="white"><tr><td>1</td></tr></table>> weight=1 penwidth=3.5]
	n2 -- n3 [label=<<table border="0" cellborder="0" cellpadding="1" bgcolor="white"><tr><td>1</td></tr></table>> weight=1 penwidth=3.5]
}
`

const smallMermaid = `%% Who met whom: 3 pairs, in 2 meetings.
flowchart LR
    subgraph s1["Ukraine"]
        n1["Anna Ax"]
    end
    n2["Bert #34;the #60;b#62;#34;"]
    n3["Russia"]
    n1 ---|"2"| n2
    linkStyle 0 stroke-width:6.0px
    n1 ---|"1"| n3
    linkStyle 1 stroke-width:3.5px
    n2 ---|"1"| n3
    linkStyle 2 stroke-width:3.5px
`

func TestASmallRecord(t *testing.T) {
	if got, _ := graphOf(t, recordOf(small), meetings.DOT()); got != smallDOT {
		t.Errorf("%s", got)
	}
	if got, _ := graphOf(t, recordOf(small), meetings.Mermaid()); got != smallMermaid {
		t.Errorf("%s", got)
	}
}
