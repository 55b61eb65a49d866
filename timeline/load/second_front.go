package load

import (
	"encoding/json"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/properties"
	"dateline/timeline/internal/tomldoc"
	"dateline/timeline/internal/yamldoc"
)

// This file joins two blocks of front matter, as they stand where something has put one before the other.

// withSecond returns the front matter of a page with the second block of it, where the text below begins with one.
func (r *fileReader) withSecond(page *yamldoc.Page, docs []*yaml.Node) []*yaml.Node {
	if len(docs) != 1 || docs[0].Kind != yaml.MappingNode {
		return docs
	}
	more, rest := r.second(page)
	if len(more) != 1 || more[0].Kind != yaml.MappingNode {
		return docs
	}
	isDate := func(key, value string) bool { return r.IsDateKey(key) && isWhen(value) && !guess.IsNever(key) }
	both, apart := properties.Join(docs[0], more[0], r.pageName(), isDate)
	message := "the page has a second front matter, which is joined to the first"
	if len(apart) > 0 {
		message += "; their dates are not the same, and neither is taken"
	}
	r.Report(page.At, rule.JoinedRecords, message, "put the two together, with one date")
	below := strings.Count(page.Body[:len(page.Body)-len(rest)], "\n")
	page.At.Line += below
	page.Body = strings.TrimSpace(strings.Join(append(apart, rest), "\n"))
	return []*yaml.Node{both}
}

// second reads the block of YAML, TOML or JSON with which the text of a page begins, and returns the text below it.
// There is none where a part of it cannot be read, since text may begin with such signs.
func (r *fileReader) second(page *yamldoc.Page) (docs []*yaml.Node, rest string) {
	above := strings.Repeat("\n", page.At.Line-1)
	if front, rest, ok := properties.Second(page.Body); ok {
		docs, _ = r.reader.Documents(above + "\n" + front)
		return docs, rest
	}
	const fence = "+++"
	switch {
	case strings.HasPrefix(page.Body, fence+"\n"):
		var ignored diag.List
		front, rest, ok := strings.Cut(page.Body[len(fence):], "\n"+fence)
		if ok = ok && strings.Contains(front, "="); !ok || rest != "" && rest[0] != '\n' {
			return nil, ""
		}
		n := tomldoc.Document(r.In, above+front, &ignored)
		if ignored.Count() > 0 || len(n.Content) < 4 {
			return nil, ""
		}
		return []*yaml.Node{n}, strings.TrimPrefix(rest, "\n")
	case fastyaml.IsFrontMatter(page.Body):
		end := fastyaml.End(page.Body)
		if !json.Valid([]byte(page.Body[:end])) {
			return nil, ""
		}
		docs, _ = r.reader.Documents(above + strings.ReplaceAll(page.Body[:end], "\t", " "))
		if len(docs) == 1 && len(docs[0].Content) > 2 {
			return docs, page.Body[end:]
		}
	}
	return nil, ""
}
