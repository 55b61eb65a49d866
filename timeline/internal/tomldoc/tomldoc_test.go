package tomldoc_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/internal/tomldoc"
)

// read returns a document as YAML in one line, and where what was reported.
func read(text string) (doc, said string) {
	problems := diag.NewList(diag.MaxProblems)
	doc = encode(tomldoc.Document(diag.NewFile("a.toml", text), text, &problems))
	var places []string
	for _, p := range problems.Found() {
		places = append(places, fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Column, p.Rule))
	}
	return doc, strings.Join(places, ", ")
}

// encode returns a node as YAML in one line. Texts are in quotes, numbers are not.
func encode(n *yaml.Node) string {
	var words []string
	for i, c := range n.Content {
		word := encode(c)
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			word = c.Value + ":"
		} else if i < len(n.Content)-1 {
			word += ","
		}
		words = append(words, word)
	}
	switch {
	case n.Kind == yaml.SequenceNode:
		return "[" + strings.Join(words, " ") + "]"
	case n.Kind == yaml.MappingNode:
		return "{" + strings.Join(words, " ") + "}"
	case n.Tag == "!!str":
		return strconv.Quote(n.Value)
	}
	return n.Value
}

func TestDocuments(t *testing.T) {
	for _, c := range []struct{ text, want, said string }{
		{"", "{}", ""},
		{"title = \"One\"\n", `{title: "One"}`, ""},
		{"a = 1\nb = -1.5\nc = true\nd = 1_000\ne = inf\n", "{a: 1, b: -1.5, c: true, d: 1_000, e: inf}", ""},
		{
			"a = 2025-01-01\nb = 2025-01-01T10:00:00Z\nc = 2025-01-01 10:00:00\nd = 10:00:00\n",
			`{a: "2025-01-01", b: "2025-01-01T10:00:00Z", c: "2025-01-01T10:00:00", d: "10:00:00"}`, "",
		},
		{"a = 'C:\\x'\nb = \"\\u00e9\\n\"\nc = \"\"\"\none\ntwo\"\"\"\n", `{a: "C:\\x", b: "é\n", c: "one\ntwo"}`, ""},
		{"# x\n[[events]]\ntitle = \"One\" # y\n[[events]]\ntitle = \"Two\"\n", `{events: [{title: "One"}, {title: "Two"}]}`, ""},
		{"[one]\ntitle = \"One\"\n[two]\ntitle = \"Two\"\n", `{one: {title: "One"}, two: {title: "Two"}}`, ""},
		{"[a.b]\nc = 1\n[a]\nd = 2\n", "{a: {b: {c: 1}, d: 2}}", ""},
		{"[[a]]\n[a.b]\nc = 1\n[[a.d]]\ne = 2\n[[a]]\nf = 3\n", "{a: [{b: {c: 1}, d: [{e: 2}]}, {f: 3}]}", ""},
		{"a.b.c = 1\na.b.d = 2\n\"x y\".z = 3\n", "{a: {b: {c: 1, d: 2}}, x y: {z: 3}}", ""},
		{"a = [1, [\"x\", 2], {b = 3, c.d = 4}]\ne = {}\nf = []\n", `{a: [1, ["x", 2], {b: 3, c: {d: 4}}], e: {}, f: []}`, ""},
		{
			"events = [\n  {date = 2025-01-01, title = \"One\"},\n  {date = 2025-01-02, title = \"Two\"},\n]\n",
			`{events: [{date: "2025-01-01", title: "One"}, {date: "2025-01-02", title: "Two"}]}`, "",
		},
		{"a = 1\r\nb = 2\r\n", "{a: 1, b: 2}", ""},
		{"\ufeffa = 1\n", "{a: 1}", ""},
		{"a = 1\na = 2\n", "{a: 1, a: 2}", ""}, // package load says so
		{"a = 1\n[a]\nb = 2\n", "{a: 1, a: {b: 2}}", ""},
		{"title = One talk\nb = 2\n", `{title: "One talk", b: 2}`, "1:9 broken-toml"},
		{"title = \"One\nb = 2\n", `{title: "One", b: 2}`, "1:9 broken-toml"},
		{"title = \"One \"two\" three\"\nb = 2\n", `{title: "\"One \"two\" three\"", b: 2}`, "1:9 broken-toml"},
		{"date = 2025-1-5\nb = 2\n", `{date: "2025-1-5", b: 2}`, ""}, // a date that is none is a text
		{"a = [1,\n2,\n\n[[events]]\ntitle = \"One\"\n", `{a: "[1,\n2,", events: [{title: "One"}]}`, "1:5 broken-toml"},
		{"a = \"\"\"\none\nb = 2\n[c]\nd = 3\n", `{a: "\"\"\"\none", b: 2, c: {d: 3}}`, "1:5 broken-toml"},
		{"a\nb = 2\n", "{b: 2}", "1:2 broken-toml"},
		{"a = \nb = 2\n", "{b: 2}", "1:5 broken-toml"},
		{"[a\nb = 2\n", "{b: 2}", "1:3 broken-toml"},
		{"x = 1 # no\nb = c\nd = 4\n", `{x: 1, b: "c", d: 4}`, "2:5 broken-toml"},
	} {
		doc, said := read(c.text)
		if doc != c.want || said != c.said {
			t.Errorf("%q is %s, %q, want %s, %q", c.text, doc, said, c.want, c.said)
		}
	}
}

func TestWhatIsSaid(t *testing.T) {
	text := "title = One talk\nx = [1 2]\n"
	problems := diag.NewList(10)
	tomldoc.Document(diag.NewFile("a.toml", text), text, &problems)
	want := `a.toml:1:9: error: this is not TOML: unexpected character U+004F 'O' at start of value; it is kept as a text
   1 | title = One talk
     |         ^^^^^^^^
     = put the text in quotes, and \ before each quote in it
a.toml:2:5: error: this is not TOML: expected ',' or ']' after array value; it is kept as a text
   2 | x = [1 2]
     |     ^^^^^
     = is a quotation mark, a bracket or a comma missing?
`
	if got := problems.Found().String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Nodes are where the values are, in a part of a file too.
func TestPlaces(t *testing.T) {
	text := "é = 'ü' # x\n[[ events ]]\n  tags = [\"é\", {\"b\" = 2}]\n  c.d = [\n    [3]]\n"
	var got []string
	var gather func(n *yaml.Node)
	gather = func(n *yaml.Node) {
		for _, child := range n.Content {
			got = append(got, fmt.Sprintf("%s %d:%d", child.Value, child.Line, child.Column))
			gather(child)
		}
	}
	problems := diag.NewList(10)
	in := diag.NewPart("a.toml", strings.Replace(text, "é", "\"é\"", 1), 10)
	gather(tomldoc.Document(in, in.Text(), &problems))
	want := []string{
		"é 11:1", "ü 11:7", "events 12:4", " 12:4", " 12:4", "tags 13:3", " 13:10", "é 13:11", " 13:16", "b 13:17",
		"2 13:23", "c 14:3", " 14:3", "d 14:5", " 14:9", " 14:9", "3 15:6",
	}
	if !slices.Equal(got, want) || problems.Count() > 0 {
		t.Errorf("got %q, want %q; said %s", got, want, problems.Found())
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ text, doc, body, said string }{
		{"+++\ndate = 2025-01-01\ntitle = \"TOML\"\n+++\nbody\n", `{date: "2025-01-01", title: "TOML"}`, "5 body", ""},
		{"\n\n+++ \r\na = 1\r\n+++\r\n\r\none\r\n\r\ntwo\r\n", "{a: 1}", "7 one\n\ntwo", ""},
		{"+++\na = 1\n+++", "{a: 1}", "4 ", ""},
		{"```toml\na = 1\n```\nbody", "{a: 1}", "4 body", ""},
		{"---toml\na = 1\n---\nbody", "{a: 1}", "4 body", ""},
		{";;;\n{\"a\": 1}\n;;;\nbody", "JSON \n{\"a\": 1}\n", "4 body", ""},
		{"+++\na = 1\n\nbody\n", "{a: 1}", "4 body", "1:1 front-matter-end"},
		{"+++\na = 1\n", "{a: 1}", "4 ", "1:1 front-matter-end"},
		{"---\na: 1\n---\nbody", "", "", ""},
		{"# +++\n", "", "", ""},
		{"", "", "", ""},
	} {
		in := diag.NewFile("a.md", c.text)
		problems := diag.NewList(10)
		page, ok := tomldoc.FrontMatter(in, c.text, &problems)
		if ok != (c.doc != "") || ok != tomldoc.HasFrontMatter(c.text) {
			t.Errorf("%q has front matter: %t", c.text, ok)
			continue
		}
		if !ok {
			continue
		}
		doc := "JSON " + page.Front
		if !page.JSON {
			doc = encode(tomldoc.Document(in, page.Front, &problems))
		}
		said := ""
		for _, p := range problems.Found() {
			said += fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Column, p.Rule)
		}
		if body := fmt.Sprintf("%d %s", page.At.Line, page.Body); doc != c.doc || body != c.body || said != c.said {
			t.Errorf("%q is %s, %q, %q, want %s, %q, %q", c.text, doc, body, said, c.doc, c.body, c.said)
		}
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"title = \"x\"\n": true, "# x\n\n[[events]]\ndate = 2025-01-01\n": true, "[a]\n[b]\nc = 1\n": true,
		"[one]\nyear = 2025\n": true, "a.b = [1]\n": true, "[events]\n": false, "[1, 2]\n": false, "[\"a\"]\n": false,
		"title: x = 1\n": false, "a = b\n": false, "date,title\n": false, "{\"a\": 1}\n": false, "x == 1\n": false, "": false,
		"- a = 1\n": false, "a = [\n1,\n]\n": true, "window.a = {\"b\": 1};\n": false, "[a]\nb\n": false, "One = 1, they say.\n": true,
	} {
		if got := tomldoc.Is(text); got != want {
			t.Errorf("%q is TOML: %t, want %t", text, got, want)
		}
	}
}

// Every key and value of a document is in the nodes once.
func TestEveryValueIsRead(t *testing.T) {
	key := rapid.StringMatching(`[a-z]{1,3}`)
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		var want []string
		n := 0
		scalar := func() string {
			n++
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				want = append(want, strconv.Itoa(n))
				return strconv.Itoa(n)
			case 1:
				date := fmt.Sprintf("%04d-01-01", n)
				want = append(want, date)
				return date
			}
			value := rapid.StringMatching(`[a-zé"\\\n=#\[\]', ]{0,6}`).Draw(t, "value") + strconv.Itoa(n)
			want = append(want, value)
			return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(value) + `"`
		}
		var value func(depth int) string
		value = func(depth int) string {
			kind := 2
			if depth < 3 {
				kind = rapid.IntRange(0, 4).Draw(t, "shape")
			}
			switch kind {
			case 0:
				return "[" + value(depth+1) + ", " + value(depth+1) + "]"
			case 1:
				return "{" + key.Draw(t, "key") + " = " + value(depth+1) + "}"
			}
			return scalar()
		}
		for range rapid.IntRange(1, 12).Draw(t, "lines") {
			name := key.Draw(t, "key")
			if rapid.Bool().Draw(t, "dotted") {
				name += "." + key.Draw(t, "key")
			}
			switch rapid.IntRange(0, 4).Draw(t, "line") {
			case 0:
				text.WriteString("[" + name + "]\n")
			case 1:
				text.WriteString("[[" + name + "]]\n")
			default:
				text.WriteString(name + " = " + value(0) + "\n")
			}
		}
		var got []string
		var gather func(n *yaml.Node)
		gather = func(n *yaml.Node) {
			for i, child := range n.Content {
				if child.Kind == yaml.ScalarNode && (n.Kind == yaml.SequenceNode || i%2 == 1) {
					got = append(got, child.Value)
				}
				gather(child)
			}
		}
		problems := diag.NewList(10)
		gather(tomldoc.Document(diag.NewFile("a.toml", text.String()), text.String(), &problems))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || problems.Count() > 0 {
			t.Fatalf("got %q, want %q; said %s\n%s", got, want, problems.Found(), text.String())
		}
	})
}
