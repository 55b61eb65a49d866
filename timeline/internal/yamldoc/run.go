package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamlcut"
	"dateline/timeline/internal/yamltree"
)

// IsRun reports whether the items of a list are documents that follow on each other in the file. The node of such a
// list is one of kind yaml.DocumentNode, in their place.
func (s *List) IsRun() bool { return s.run }

// Documents returns the documents of piece n of a run. Their nodes stay good.
func (s *List) Documents(n int) (docs []*yaml.Node) {
	s.eachDocument(s.withText(s.pieces[n]), nil, func(n *yaml.Node) { docs = append(docs, n) })
	return docs
}

// add adds the next document of a text to a run, in a piece of about size bytes.
func (s *List) add(d yamlcut.Document, text string, size int) {
	end := d.From + len(d.Text)
	s.count++
	if last := len(s.pieces) - 1; last >= 0 && len(s.pieces[last].text) < size {
		from := s.pieces[last].end - len(s.pieces[last].text)
		s.pieces[last].text, s.pieces[last].end = text[from:end], end
		return
	}
	s.pieces = append(s.pieces, piece{text: d.Text, above: d.Above, end: end})
}

// eachDocument is Each for a piece of a run. Without r, all documents are read by yaml.v3.
func (*List) eachDocument(p piece, r *fastyaml.Reader, take func(*yaml.Node)) bool {
	for d := range yamlcut.Documents(p.text, 0) {
		above := p.above + d.Above
		if r != nil && d.Bare {
			r.Open(strings.ReplaceAll(d.Text, "\r\n", "\n"), above)
			if n := r.Document(); n != nil && !yamltree.Swallows(n) {
				take(n)
				continue
			}
		}
		docs, err := parse(d.Text)
		if err != nil {
			return false
		}
		for _, n := range docs {
			if yamltree.MoveDown(n, above); yamltree.Swallows(n) {
				return false
			}
			if !IsNull(n) {
				take(n)
			}
		}
	}
	return true
}
