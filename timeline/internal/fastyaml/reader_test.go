package fastyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yaml12"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/testrecord"
)

// differs returns the difference between a node of a Reader and that of yaml.v3, and "" where there is none.
func differs(got, want *yaml.Node) string {
	tag := got.Tag
	if tag == "" && got.Kind != yaml.AliasNode { // left to whoever asks
		tag = got.ShortTag()
	}
	same := got.Kind == want.Kind && got.Style == want.Style && tag == want.Tag && got.Value == want.Value &&
		got.Line == want.Line && got.Column == want.Column && len(got.Content) == len(want.Content)
	if !same || got.Anchor != want.Anchor || (got.Alias == nil) != (want.Alias == nil) {
		said := func(n *yaml.Node, tag string) string {
			return fmt.Sprintf("%d:%d: kind %d, style %d, %s %q with %d children",
				n.Line, n.Column, n.Kind, n.Style, tag, n.Value, len(n.Content))
		}
		return said(got, tag) + ", but " + said(want, want.Tag)
	}
	if got.Alias != nil {
		return differs(got.Alias, want.Alias)
	}
	for i := range got.Content {
		if diff := differs(got.Content[i], want.Content[i]); diff != "" {
			return diff
		}
	}
	return ""
}

// itemOf returns the only item of a list as yaml.v3 reads it, with its lines counted from below those above. It returns
// nil where the text is anything else.
func itemOf(text string, above int) *yaml.Node {
	docs, err := yaml12.Parse(text)
	if err != nil || len(docs) != 1 {
		return nil
	}
	list := docs[0]
	if list.Kind != yaml.SequenceNode || len(list.Content) != 1 {
		return nil
	}
	moveDown(list.Content[0], above)
	return list.Content[0]
}

// moveDown adds to the line numbers of a tree.
func moveDown(n *yaml.Node, lines int) {
	n.Line += lines
	for _, child := range n.Content {
		moveDown(child, lines)
	}
}

// samePlain fails where a Reader understands an item otherwise than yaml.v3. It reports whether it understands all.
func samePlain(t interface{ Fatalf(string, ...any) }, text string) bool {
	r := new(fastyaml.Reader)
	r.Open(text, 0)
	from, above := r.Pos()
	inner := strings.TrimLeft(text[from:], " ")
	if !fastyaml.IsItem(inner[:min(2, len(inner))]) {
		return false
	}
	indent := len(text) - from - len(inner)
	for from < len(text) {
		n := r.Item(indent)
		if n == nil {
			return false
		}
		end, below := r.Pos()
		want := itemOf(text[from:end], above)
		if want == nil {
			t.Fatalf("yaml.v3 finds no item in\n%s", text[from:end])
		}
		if diff := differs(n, want); diff != "" {
			t.Fatalf("%s\nin\n%s", diff, text[from:end])
		}
		from, above = end, below
	}
	return true
}

// sameDocument fails where a Reader understands a whole text otherwise than yaml.v3. It reports whether it understands
// it.
func sameDocument(t interface{ Fatalf(string, ...any) }, text string) bool {
	r := new(fastyaml.Reader)
	r.Open(text, 0)
	n := r.Document()
	if n == nil {
		return false
	}
	docs, err := yaml12.Parse(text)
	if err != nil || len(docs) != 1 {
		t.Fatalf("yaml.v3 does not read it: %v\n%s", err, text)
	}
	if diff := differs(n, docs[0]); diff != "" {
		t.Fatalf("%s\nin\n%s", diff, text)
	}
	return true
}

func ExampleReader() {
	text := "- date: 2025-09-08\n  title: Yermak speaks with Rubio\n- &call {date: 2025}\n- text\n"
	var r fastyaml.Reader
	r.Open(text, 0)
	for at, above := r.Pos(); at < len(text); at, above = r.Pos() {
		n := r.Item(0)
		if n == nil {
			fmt.Printf("line %d is not understood\n", above+1)
			r.Skip(at+strings.Index(text[at:], "\n- ")+1, above+1)
			continue
		}
		fmt.Printf("line %d: %d nodes, %q\n", n.Line, len(n.Content), n.Value)
	}
	// Output:
	// line 1: 4 nodes, ""
	// line 3 is not understood
	// line 4: 0 nodes, "text"
}

func TestReaderUnderstands(t *testing.T) {
	for name, text := range map[string]string{
		"plain": "- date: 2025-09-08\n  title: Yermak speaks with Rubio # by telephone\n" +
			"  url: http://example.org/#top\n",
		"quotes":    "- title: \"a: \\\"b\\\" \\\\\"\n  summary: 'it''s\n    so'\n  note: \"a\n   b \"\n",
		"continued": "- title: one\n    two\n    -three #four\n\n  # comment\n  date: 2025\n",
		"literal":   "- summary: |\n    One.\n\n      Two: \"three\" # four\n  text: |-\n    - five\n  date: 2025\n",
		"folded":    "- summary: >\n   One\n   two.\n\n\n   Three.\n  text: >-\n     four\n",
		"block lists": "- actors:\n    - Rubio\n    - actor: Yermak\n      role: host\n" +
			"  tags:\n  - a\n  # b\n  - 'c'\n  date: 2025\n",
		"brackets": "- actors: [Rubio, \"A, B\", 'it''s', {actor: Зеленський, role: host}, [x], ]\n" +
			"  figures: [{label: drones, value: 810}]\n",
		"lines in brackets":     "- actors: [Rubio,\n    Yermak,\n    {actor: c,\n     role: d}\n    ]\n  date: 2025\n",
		"brackets closed below": "- a: b\n  actors: [\n    Rubio,\n    {\n      a: b\n    }\n  ]\n  date: 2025\n",
		"numbers and nulls":     "- {a: 1, b: ~, c: null, d: true, e: 0123, f: 1.5, g: 2025-09-08, h: Null}\n",
		"negative":              "- date: -0044-03-15\n  other: -x\n",
		"maps in maps":          "-   a:\n      b:\n        c: d\n    e: f\n",
		"several":               "  # a\n  - a: b\n\n  # c\n  - text\n  - {c: d}",
		"wide characters":       "- title: Зеленський\n  actors: [Єрмак, Łódź, {actor: \"日本\", role: ü}]\n",
	} {
		if !samePlain(t, text) {
			t.Errorf("%s is not understood:\n%s", name, text)
		}
	}
	if text := testrecord.Generate(500); !sameDocument(t, text) || !samePlain(t, text[strings.Index(text, "events:\n")+len("events:\n"):]) {
		t.Error("a generated record is not understood")
	}
}

func TestReaderUnderstandsDocuments(t *testing.T) {
	for text, want := range map[string]bool{
		"a: b\n": true,
		"# c\n\ntitle: Talks\nevents: ~\nx: y # z\n": true,
		"description: >-\n  One\n  two.\n\n  Three.\nsources:\n  # c\n  - id: a\n    url: http://example.org\n" +
			"actors:\n- id: b\n  aliases: [\n    c, \"d\",\n    e\n  ]\n  memberships:\n  - {of: a, role: R}\n": true,
		"a: [\n  b\n]\nc: {\n  d: e\n}\n": true,
		"":                                false,
		"- a: b\n":                        false,
		"text\n":                          false,
		" a: b\n":                         false,
		"a: b\n- c\n":                     false,
		"a: b\n---\nc: d\n":               false,
		"a: b\n...\n":                     false,
		"%YAML 1.2\n---\na: b\n":          false,
		"a: &x b\n":                       false,
		"a: b\r\n":                        false,
		"a: [b\n]c\n":                     false,
	} {
		if got := sameDocument(t, text); got != want {
			t.Errorf("understands %t, want %t:\n%s", got, want, text)
		}
	}
}

func TestReaderLeavesTheRest(t *testing.T) {
	for name, text := range map[string]string{
		"a colon in a text":   "- title: one: two\n",
		"a colon below":       "- title: one\n    two: three\n",
		"an anchor":           "- &a {b: c}\n",
		"an alias":            "- a: *b\n",
		"a tag":               "- a: !!str 7\n",
		"a merge key":         "- a: <<\n",
		"an unknown escape":   "- a: \"\\q\"\n",
		"half a character":    "- a: \"\\ud83d\"\n",
		"a short escape":      "- a: \"\\u12\"\n",
		"an open quotation":   "- a: \"b\n",
		"an open bracket":     "- a: [b,\n    c\n",
		"a hyphen alone":      "- [-\n  ]\n",
		"a question":          "- [? a]\n",
		"a question in doubt": "- [a, ?]\n",
		"a key in a list":     "- [a: b]\n",
		"a key below":         "- {a\n    : b}\n",
		"an odd indentation":  "- a: b\n   c: d\n",
		"deep lists":          strings.Repeat("- ", 100) + "a\n",
		"a block's tab":       "- a: |\n    b\n\tc\n",
		"a tab in a block":    "- a: |\n     \tb\n",
		"a tab before a text": "- a:\tb\n",
		"a tab after it":      "- a: \"b\"\t\n",
		"a tab below":         "- a: b\n  \tc\n",
		"a tab below quotes":  "- a: \"b\n    \tc\"\n",
		"a colon and a tab":   "- a: b:\tc\n",
		"a tab in a key":      "- a\tb: c\n",
		"a comment below":     "- a: b\n    # c\n    d\n",
		"CRLF":                "- a: b\r\n",
		"a long key":          "- {a: b, " + strings.Repeat("c", 2000) + ": d}\n",
	} {
		if samePlain(t, text) {
			t.Errorf("%s is understood:\n%s", name, text)
		}
	}
}

// plainPiece draws pieces of a plain item, usual and not.
func plainPiece(t *rapid.T) string {
	var out strings.Builder
	for range rapid.IntRange(1, 12).Draw(t, "lines") {
		out.WriteString(strings.Repeat(" ", rapid.IntRange(0, 6).Draw(t, "indent")))
		for range rapid.IntRange(1, 5).Draw(t, "parts") {
			out.WriteString(rapid.SampledFrom(plainParts).Draw(t, "part"))
		}
		out.WriteString("\n")
	}
	return out.String()
}

var plainParts = []string{
	"- ", "- ", "-", "a: ", "title: ", "b:", "text", "two words", "é",
	"2025-09-08", "7", "~", "null", "true", "<<", "x#y", " # c", "#", "|", ">", "|-", ">-", "|+", ">2",
	"[", "]", "{", "}", ", ", ",", ": ", ":", "'", "''", "\"", "\\\"", "\\", "\\n",
	"&a ", "*a", "!t ", "? ", "?", " ?", "a?b", "\\u00e9", "\\x4", "|2", ">1-", "|- # c", "\"a b\": ", "\"a\":1", "a b:", "\t#",
	":\t", "!", "&", "%", "@", "`", "...", "---", " ", "  ", "\t", "\r",
	"http://x.org", "[a, b]", "{a: b}", "'q'", "\"q\"",
}

func TestReaderUnderstandsAsYAMLDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := strings.TrimLeft(plainPiece(t), " ")
		samePlain(t, "- a: b\n  "+piece)
		sameDocument(t, "a: b\n"+piece)
	})
}

// FuzzPlain holds that what a Reader understands is what yaml.v3 makes of it: values, kinds, styles, tags and places.
func FuzzPlain(f *testing.F) {
	f.Add("- a: b\n")
	f.Add("- date: 2025-09-08\n  summary: |\n    One.\n\n    Two.\n" +
		"  quotes:\n    - by: Rubio\n      text: \"a\n        b\"\n  figures: [{label: x, value: 1}]\n")
	f.Add("- title: >-\n    One\n    two.\n  actors: [a, 'b', \"c\",\n    d]\n  text: one\n    two # c\n")
	for _, text := range written {
		f.Add(text)
	}
	for _, text := range testrecord.FilesLike(f, "../../load/testdata/*.yaml") {
		if _, items, ok := strings.Cut(text, "\nevents:\n"); ok {
			f.Add(items)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		var problems diag.List
		clean, ok := yamldoc.NewReader(t.Context(), new(diag.File), &problems, len(text)+1).Clean(text, 0)
		if ok && clean == text {
			samePlain(t, text)
			sameDocument(t, text)
		}
	})
}
