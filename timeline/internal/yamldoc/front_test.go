package yamldoc

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/fastyaml"
)

// plain takes from a node what the lane does not set: comments, and the tags of plain texts but null.
func plain(n *yaml.Node) *yaml.Node {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	if n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		n.Tag = ""
	}
	for _, inner := range n.Content {
		plain(inner)
	}
	return n
}

// The front matter of a page is the same, with the same places and problems, whoever reads it.
func TestFrontIsThatOfDocuments(t *testing.T) {
	for _, text := range []string{
		"---\ndate: 2025-09-08\ntitle: One\n---\nText\n", "\n\n---  \ndate: 2025\n\n# a comment\ntitle: Two # more\n---\n",
		"---\n---\n", "---\n# nothing\n---\n", "---\n\n---\ntext", "---\ntitle: é\ntags: [ö, 'it''s', \"x\"]\nend: ~\n---\n",
		"---\ndate: 2025\r\ntitle: Three\r\n---\n", "---\ntitle: >-\n  a\n  b\nactors:\n- A\n- {actor: B, role: host}\n...\n",
		"---\ntitle: a: b\n---\n", "---\n- date: 2025\n  title: A\n---\n", "---\ntitle: &a x\nsummary: *a\n---\n",
		"---\ntitle: 'open\n---\n", "---\n%TAG ! x\n---\n", "---\ndate: 2025\ntitle: A\n", "---\ndate: 2025\n---\ntitle: B\n---\n",
		"---\nevents:\n- date: 2025\ntitle: A\n- date: 2026\n  title: B\n---\n", "---\ndate: 2025\n\ttitle: A\n---\n", "---", "---\n",
	} {
		read := func(front func(*Reader, *Page) ([]*yaml.Node, bool)) (docs []*yaml.Node, whole bool, said string) {
			problems := diag.NewList(100)
			in := diag.NewFile("a.md", text)
			r := NewReader(context.Background(), in, &problems, UsualPiece)
			if p, ok := r.FrontMatter(text, func(key string) bool { return key == "date" || key == "title" }); ok {
				docs, whole = front(r, &p)
			}
			for _, n := range docs {
				plain(n)
			}
			return docs, whole, problems.Found().String()
		}
		lane := new(fastyaml.Reader)
		docs, whole, said := read(func(r *Reader, p *Page) ([]*yaml.Node, bool) { return r.Front(p, lane) })
		wantDocs, wantWhole, wantSaid := read(func(r *Reader, p *Page) ([]*yaml.Node, bool) { return r.Documents(p.Front) })
		if diff := cmp.Diff(wantDocs, docs); diff != "" || whole != wantWhole || said != wantSaid {
			t.Errorf("%q: whole %v, want %v\n%s\n%s", text, whole, wantWhole, cmp.Diff(wantSaid, said), diff)
		}
	}
}
