// Package yamlfile reads YAML that is no record, such as a file of settings: as far as it can be read, with the place
// and the cure of what is wrong.
//
//	f := yamlfile.Read("config.yaml", "theme: dark\nrows: 2\n")
//	f.Each(f.Root(), func(key, value *yaml.Node) { f.Problem(value, rule.BadSetting, "what", "cure") })
//	fmt.Print(f.Found())
//
// What breaks the rules of YAML costs what is around it and no more, as in a record. Aliases are followed within
// bounds. The package does not know what a key means, nor opens files. It imports diag, rule and the readers of YAML.
package yamlfile

import (
	"context"
	"fmt"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/aliases"
	"dateline/timeline/internal/inhand"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
)

// most is how many problems of one file are kept with their places.
const most = 1000

// A File is a text that was read as YAML, with what is wrong in it.
type File struct {
	file  inhand.File
	root  *yaml.Node
	links aliases.Links
	told  map[told]bool
	lost  map[*yaml.Node]bool // aliases that lead nowhere
}

// told is what has been said of a node, which aliases may lead to again and again.
type told struct {
	n       *yaml.Node
	of      rule.ID
	message string
}

// Read reads the text of a file, whose name is that of messages. It does not fail: what cannot be read is a problem.
func Read(name, text string) *File {
	problems := diag.NewList(most)
	f := &File{file: inhand.File{In: diag.NewFile(name, text), Problems: &problems}}
	f.told, f.lost = make(map[told]bool), make(map[*yaml.Node]bool)
	f.links = aliases.New(&f.file)
	r := yamldoc.NewReader(context.Background(), f.file.In, &problems, yamldoc.UsualPiece)
	clean, ok := r.Clean(text, 0)
	if !ok {
		return f
	}
	docs, _ := r.Documents(clean)
	for _, doc := range docs {
		switch {
		case doc == nil || yamldoc.IsNull(doc):
		case f.root == nil:
			f.root = doc
		default:
			f.Problem(doc, rule.KeyIgnored, "a second document begins here, which is not read",
				"take the line `---` before it out")
			return f
		}
	}
	return f
}

// Root returns the value that the file holds; nil where there is none.
func (f *File) Root() *yaml.Node { return f.root }

// Problem reports what is wrong with a value or key, once.
func (f *File) Problem(n *yaml.Node, of rule.ID, message, hint string) {
	if one := (told{n, of, message}); !f.told[one] {
		f.told[one] = true
		f.file.Problem(n, of, message, hint)
	}
}

// Found returns what is wrong, in the order of the file.
func (f *File) Found() diag.Problems {
	found := f.file.Problems.Found()
	found.Sort()
	return found
}

// Groups returns what is wrong, each kind as one.
func (f *File) Groups() diag.Groups { return f.file.Problems.Groups() }

// follow returns the node that an alias stands for, and any other node itself; nil for an alias that stands for none,
// which is said once.
func (f *File) follow(n *yaml.Node) *yaml.Node {
	if f.lost[n] {
		return nil
	}
	to := f.links.Follow(n)
	if aliases.IsMissing(to) {
		f.lost[n], to = true, nil
	}
	return to
}

// Each calls read with each key of a map and its value, but for values that could not be read or are nothing. Of a key
// that is there twice it reads the first.
func (f *File) Each(n *yaml.Node, read func(key, value *yaml.Node)) {
	seen := make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := f.follow(n.Content[i]), f.follow(n.Content[i+1])
		switch {
		case key == nil || value == nil:
			continue
		case key.Kind != yaml.ScalarNode:
			f.Problem(key, rule.WrongShape, "a key is "+nodevalue.Shape(key)+" where a word belongs", "write it as a word")
		case seen[key.Value]:
			f.Problem(n.Content[i], rule.DuplicateKey, fmt.Sprintf("duplicate key `%s`", diag.Brief(key.Value)),
				"keep one of them; only the first is read")
		case value.Tag == yamldoc.Broken:
		default:
			read(n.Content[i], value)
		}
		seen[key.Value] = true
	}
}

// Items returns the items of a list, but for those that could not be read, or a value that is none as the only one.
func (f *File) Items(n *yaml.Node) (items []*yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		return []*yaml.Node{n}
	}
	for _, item := range n.Content {
		if item = f.follow(item); item != nil && item.Tag != yamldoc.Broken {
			items = append(items, item)
		}
	}
	return items
}

// IsNothing reports whether a value is none, as after a key without one.
func IsNothing(n *yaml.Node) bool { return yamldoc.IsNull(n) && n.Value == "" }

// Shape says what a value is, as in "a list".
func Shape(n *yaml.Node) string { return nodevalue.Shape(n) }
