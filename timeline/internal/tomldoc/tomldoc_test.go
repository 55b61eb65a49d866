package tomldoc_test

import (
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/tomldoc"
)

// read returns a document as YAML, and what was reported.
func read(t *testing.T, text string) (doc, said string) {
	t.Helper()
	problems := diag.NewList(diag.MaxProblems)
	root := tomldoc.Document(diag.NewFile("x.toml", text), text, &problems)
	out, err := yaml.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	return string(out), problems.Found().String()
}

func TestTry(t *testing.T) {
	for _, text := range []string{
		"title = \"x\"\n[[events]]\ndate = 2025-01-01\ntitle = 'a'\nn = 5\ntags = [\"a\", \"b\"]\n\n[[events]]\ndate = 1979-05-27 07:32:00\ntitle = \"\"\"\nb\nc\"\"\"\n[events.more]\nx.y = 1\nz = {a = 1, b = [1, 2]}\n",
		"title = Foo bar\ndate = 2025-1-5\nx = [1,\n2,\n[[events]]\ntitle = \"open\ny = 1\n",
	} {
		doc, said := read(t, text)
		t.Logf("%s--\n%s%s", text, doc, said)
	}
	text := "+++\ndate = 2025-01-01\ntitle = \"TOML\"\n+++\nbody\n"
	in := diag.NewFile("a.md", text)
	problems := diag.NewList(10)
	page, ok := tomldoc.FrontMatter(in, text, &problems)
	t.Log(page, ok)
	doc, said := read(t, page.Front)
	t.Log(doc, said)
}
