package yaml12_test

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/yaml12"
)

// said returns what a tree says, with the places of all in it.
func said(n *yaml.Node) string {
	out := fmt.Sprintf("%d:%d %d %s %q", n.Line, n.Column, n.Kind, n.ShortTag(), n.Value)
	if n.Kind == yaml.AliasNode {
		return out
	}
	for _, child := range n.Content {
		out += "\n" + said(child)
	}
	return out
}

// A text that says that it is YAML 1.2 is read, wherever directives may be, and nothing that only looks so is changed.
func TestVersion(t *testing.T) {
	for text, like := range map[string]string{
		"%YAML 1.2\n---\na: b\n":               "%YAML 1.1\n---\na: b\n",
		"# x\n\n%YAML 1.2 # y\r\n---\na: b\n":  "# x\n\n%YAML 1.1 # y\r\n---\na: b\n",
		"%TAG ! x:\n%YAML 1.2\t\n--- !a b\n":   "%TAG ! x:\n%YAML 1.1\t\n--- !a b\n",
		"--- a\n...\n# x\n%YAML 1.2\n---\nb\n": "--- a\n...\n# x\n%YAML 1.1\n---\nb\n",
		"a: |\n %YAML 1.2\nb: c\n":             "a: \"%YAML 1.2\\n\"\nb: c\n",
		"--- |\n %YAML 1.2\n":                  "--- |\n %YAML 1.2\n",
	} {
		got, err := yaml12.Parse(text)
		want, wantErr := yaml12.Parse(like)
		if err != nil || wantErr != nil || len(got) != len(want) {
			t.Errorf("%q: %v, %v", text, err, wantErr)
			continue
		}
		for i := range got {
			if g, w := values(got[i]), values(want[i]); g != w {
				t.Errorf("%q:\n%s\nand not\n%s", text, g, w)
			}
		}
	}
	for _, text := range []string{
		"%YAML 2.0\n---\na\n", "%YAML 1.2\na: b\n", "%YAML 1.2\n%YAML 1.2\n---\na\n",
		"a\n%YAML 1.2\n---\nb\n",
	} {
		if docs, err := yaml12.Parse(text); err == nil && !strings.HasPrefix(docs[0].Value, "a %YAML 1.2") {
			t.Errorf("%q is read as %s", text, said(docs[0]))
		}
	}
}

// values returns what a tree says, without places.
func values(n *yaml.Node) string {
	out := n.ShortTag() + " " + n.Value
	for _, child := range n.Content {
		out += "\n" + values(child)
	}
	return out
}

// Wherever a question mark may stand, it is what it is in YAML 1.2, and what comes after it keeps its place. The texts
// are those of yaml.v3 with an x for each that is text.
func TestQuestionMarks(t *testing.T) {
	for text, like := range map[string]string{
		"[https://example.org?id=1, b]":       "[https://example.orgxid=1, b]",
		"[?a, ??, ?b?]":                       "[xa, xx, xbx]",
		"[a?, b ?]":                           "[ax, b x]",
		"[a ?b, a ? b, a? b]":                 "[a xb, a x b, ax b]",
		"{q: One of b?.yaml, r: ?x}":          "{q: One of bx.yaml, r: xx}",
		"{q: a ?b}":                           "{q: a xb}",
		"{q: b?}":                             "{q: bx}",
		"{b?: c, ?d: e}":                      "{bx: c, xd: e}",
		"{\"q\":?a}":                          "{\"q\":xa}",
		"['a?', \"b?\", c?]":                  "['ax', \"bx\", cx]",
		"a: [b?,\n  c?d]\ne: f?\n":            "a: [bx,\n  cxd]\ne: fx\n",
		"- a: {b: ?c,\n    d: e?\n  }\n- f\n": "- a: {b: xc,\n    d: ex\n  }\n- f\n",
		"a: [x]\nb: |\n  Who?\nc: d? # e?\n":  "a: [x]\nb: |\n  Whox\nc: dx # ex\n",
		"a: [Ü?, ö]\n":                        "a: [Üx, ö]\n",
		"a: [&b c?, *b]\n":                    "a: [&b cx, *b]\n",
		"x: []\n? a\n: b?\n":                  "x: []\n? a\n: bx\n",
		"[? a, b]":                            "[? a, b]",
		"{? a : b}":                           "{? a : b}",
		"[a, ? b : c]":                        "[a, ? b : c]",
		"- []\n- ? a\n- - ? b\n":              "- []\n- ? a\n- - ? b\n",
		"a: []\nb: !<tag:x?y> c\n":            "a: []\nb: !<tag:x?y> c\n",
		"a: [b?]\n---\nc?: [d?]\n":            "a: [bx]\n---\ncx: [dx]\n",
		"%YAML 1.2\n---\n- [a?]\n":            "#YAML 1.2\n---\n- [ax]\n",
		"a\n...\n%YAML 1.0\n%TAG ! x:\n---\nb\n...\n%YAML 1.3 # c\n---\n- [d ?e]\n": "a\n...\n%YAML 1.1\n%TAG ! x:\n---\nb\n" +
			"...\n%YAML 1.1 # c\n---\n- [d xe]\n",
	} {
		got, err := yaml12.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		parser := yaml.NewDecoder(strings.NewReader(like))
		for i, n := range got {
			var want yaml.Node
			if err := parser.Decode(&want); err != nil {
				t.Fatal(like, err)
			}
			hidden := strings.NewReplacer("?", "x").Replace(said(n))
			if want := strings.ReplaceAll(said(want.Content[0]), "?", "x"); hidden != want {
				t.Errorf("document %d of %s:\n%s\nbut\n%s", i, text, hidden, want)
			}
			if strings.Count(said(n), "?") == 0 && strings.Count(text, "?") > strings.Count(like, "?") && len(got) == 1 {
				t.Errorf("%s: no question mark came back", text)
			}
		}
	}
	for _, text := range []string{
		"[a, ?]", "[a, {b: ?}]", "[a?", "{a: [?]]", "%YAML 2.0\n---\na\n", "%YAML 1.2\n%YAML 1.2\n---\na\n", "%YAML 1.2\na\n",
	} {
		if docs, err := yaml12.Parse(text); err == nil {
			t.Errorf("%s is read as %s", text, said(docs[0]))
		}
	}
}

// A text that holds the characters that stand for question marks keeps them.
func TestStandIns(t *testing.T) {
	docs, err := yaml12.Parse("- [\ue000?a, \ue001]\n", "- \ue002?\n")
	if err != nil || docs[0].Content[0].Content[0].Value != "\ue000?a" || docs[0].Content[1].Value != "\ue002?" {
		t.Errorf("%v, %v", docs, err)
	}
	docs, err = yaml12.Parse(`["\ue000", "\uE001", "\U0000e002", "\U0000E003", a?b]`)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"\ue000", "\ue001", "\ue002", "\ue003", "a?b"} {
		if got := docs[0].Content[i].Value; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// FuzzParse holds that a text which yaml.v3 reads is read the same, but for question marks that begin a value in
// brackets.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"[a?b]", "a: []\nb: ?c\n? d\n: e\n", "- ? {a: b?}\n  : c", "- &a [b?]\n- *a\n- !x?y z\n", "[]\n--- ? a\n",
		"\"[?\": '?'", "[a]\n%TAG ! x?y\n",
		"%YAML 1.1\n---\na\n...\n%YAML 1.1\n---\n\"b\n%YAML 1.1\n\"\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want, err := parallel.Recover(func() (docs []*yaml.Node, err error) {
			for parser := yaml.NewDecoder(strings.NewReader(text)); ; {
				var n yaml.Node
				if err := parser.Decode(&n); err != nil {
					return docs, err
				}
				docs = append(docs, &n)
			}
		})
		if !errors.Is(err, io.EOF) || hasMarkFirst(text) || !utf8.ValidString(text) ||
			oddTag.MatchString(text) {
			return
		}
		docs, err := yaml12.Parse(text)
		if err != nil || len(docs) != len(want) {
			t.Fatalf("%q: %d documents are read and not %d: %v", text, len(docs), len(want), err)
		}
		for i, n := range docs {
			if got, want := said(n), said(want[i].Content[0]); got != want {
				t.Fatalf("%q:\n%s\nbut\n%s", text, got, want)
			}
		}
	})
}

// oddTag matches a tag, or a directive of one, that holds brackets, which yaml.v3 allows and YAML does not.
var oddTag = regexp.MustCompile(`[!%]\S*[\[{,]`)

// hasMarkFirst reports whether a question mark may begin a value in brackets.
func hasMarkFirst(text string) bool {
	for i, c := range text {
		if before := strings.TrimRight(text[:i], " \t\r\n"); c == '?' && before != "" &&
			strings.IndexByte("[{,:", before[len(before)-1]) >= 0 {
			return true
		}
	}
	return false
}
