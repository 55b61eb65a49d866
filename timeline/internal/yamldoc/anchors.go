package yamldoc

import (
	"errors"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamltree"
	"dateline/timeline/lazyregexp"
)

// aliasPattern matches what may be an alias, and anchorPattern an anchor where a value or a key begins.
var (
	aliasPattern  = lazyregexp.New(`(?:^|[\s\[{,:])\*([\w-]+)`)
	anchorPattern = lazyregexp.New(`(?:^[ \t]*|[:?-][ \t]+|[\[{,][ \t]*|![^\s]*[ \t]+)&([\w-]+)`)
)

// parsePart parses a part of a text. Its aliases may stand for something in other parts: then they lead to nodes
// without a line, until link finds what they stand for.
func parsePart(text string) ([]*yaml.Node, error) {
	if n := fastyaml.Part(text); n != nil {
		return []*yaml.Node{n}, nil
	}
	docs, err := parse(text)
	if err == nil || !isUnknownAnchor(err) {
		return docs, err
	}
	above, lines, wrapped := anchorsFor(text)
	docs, err = parse(above + text)
	if err != nil {
		return nil, lineError(err, -lines)
	}
	n := docs[0]
	yamltree.ForgetLines(n.Content[0])
	switch {
	case wrapped:
		n = n.Content[1]
	case n.Kind == yaml.MappingNode:
		n.Content = n.Content[2:]
	default:
		n.Content = n.Content[1:]
	}
	docs[0] = n
	for _, n := range docs {
		yamltree.MoveDown(n, -lines)
	}
	if !wrapped && len(n.Content) > 0 {
		n.Line = n.Content[0].Line
	}
	return docs, nil
}

// lineError returns an error of yaml.v3 as if that many lines more were above its text.
func lineError(err error, lines int) error {
	var number int
	if _, scanErr := fmt.Sscanf(err.Error(), "yaml: line %d:", &number); scanErr != nil {
		return err
	}
	_, said, _ := strings.Cut(err.Error(), ": line ")
	_, said, _ = strings.Cut(said, ": ")
	return fmt.Errorf("yaml: line %d: %s", max(1, number+lines), said)
}

// anchorsFor returns lines that define all that the aliases of a part may stand for, to be put above it, and their
// number. Wrapped is set if the part then is the second item of a list, and not set if one more item or key comes
// first.
func anchorsFor(text string) (above string, lines int, wrapped bool) {
	var list strings.Builder
	seen := map[string]bool{}
	for _, match := range aliasPattern().FindAllStringSubmatch(text, -1) {
		if name := match[1]; !seen[name] {
			seen[name] = true
			list.WriteString("&" + name + " ~, ")
		}
	}
	anchors := "[" + list.String() + "]\n"
	for rest := text; ; {
		first, below, more := strings.Cut(rest, "\n")
		switch l := startLine(first); {
		case l.blank && more:
			rest = below
		case l.item:
			return strings.Repeat(" ", l.indent) + "- " + anchors, 1, false
		case l.indent > 0:
			return "- " + anchors + "-\n", 2, true
		default:
			return "? " + anchors + ": ~\n", 2, false
		}
	}
}

// anchoredPattern matches an anchor before a value, or one whose value is below it.
var anchoredPattern = lazyregexp.New(`^&([\w-]+)(?:[ \t]+[^#&\s].*)?(?:[ \t]+#.*)?$`)

// hideAnchor puts blanks in the place of the anchor of what begins in line i. It returns the name of that, and "" where
// there is none, and a function that puts it back.
func (s *salvager) hideAnchor(i int) (name string, restore func()) {
	l := readLine(s.lines[i])
	match := anchoredPattern().FindStringSubmatch(l.value)
	if match == nil || l.item {
		return "", nil
	}
	old := s.lines[i]
	s.lines[i] = old[:l.at] + strings.Repeat(" ", 1+len(match[1])) + old[l.at+1+len(match[1]):]
	return match[1], func() { s.lines[i] = old }
}

// isUnknownAnchor reports whether a part is refused for nothing but an alias, as far as yaml.v3 says.
func (s *salvager) isUnknownAnchor(from, to int, err error) bool {
	if errors.Is(err, errBroken) {
		if _, exact := parse(s.textOf(from, to)); exact != nil {
			err = exact
		}
	}
	return isUnknownAnchor(err)
}

// A linker finds what the aliases of salvaged parts stand for.
type linker struct {
	salvager *salvager
	anchors  map[string]*yaml.Node // so far
	lines    map[string]int        // the first line of what looks like an anchor; nil until somebody asks
}

// link goes through a tree in the order of the text, and finds what its aliases stand for. Key is that of which n is
// the value.
func (k *linker) link(n *yaml.Node, key string) {
	if n.Anchor != "" {
		k.anchors[n.Anchor] = n
	}
	if n.Kind == yaml.AliasNode && n.Alias.Line == 0 {
		if to := k.anchors[n.Value]; to != nil {
			n.Alias = to
		} else {
			k.unknown(n, key)
		}
	}
	for i, child := range n.Content {
		key := ""
		if n.Kind == yaml.MappingNode && i%2 == 1 {
			key = n.Content[i-1].Value
		}
		alias := child.Kind == yaml.AliasNode
		if k.link(child, key); alias && isLost(child) && n.Kind == yaml.MappingNode {
			n.Tag = Broken
		}
	}
	if list := k.salvager.reader.List(n); list != nil {
		for i := range list.pieces {
			for _, item := range list.pieces[i].items {
				k.link(item, "")
			}
		}
	}
}

// isLost reports whether a node is what unknown makes of an alias that stands for something that could not be read.
func isLost(n *yaml.Node) bool { return n.Tag == Broken || IsNull(n) }

// unknown puts in the place of an alias of that key the text that it looks like, where nothing of its name is an
// anchor. Where there is one that could not be read, the alias is Broken.
func (k *linker) unknown(n *yaml.Node, key string) {
	if k.lines == nil {
		k.lines = map[string]int{}
		for i, line := range k.salvager.lines {
			if strings.IndexByte(line, '&') < 0 {
				continue
			}
			for _, match := range anchorPattern().FindAllStringSubmatch(line, -1) {
				if k.lines[match[1]] == 0 {
					k.lines[match[1]] = i + 1
				}
			}
		}
	}
	name := n.Value
	at := diag.Range{File: k.salvager.reader.in, Line: n.Line, Column: n.Column, Width: 1 + len(name)}
	line, anchored := k.lines[name]
	switch {
	case anchored && line <= n.Line: // what is wrong there has been reported
	case anchored:
		k.salvager.reader.problems.Report(at, rule.BadAlias, "the alias `*"+name+"` is above its anchor `&"+name+"`",
			"put the anchor where the name is used first")
	default:
		hint := "name an anchor that is above this line, or put the text in quotes"
		if key == "<<" {
			hint = "name an anchor that is above this line, or take it out"
		}
		k.salvager.reader.problems.Report(at, rule.BadAlias, "nothing has the anchor `&"+name+"`", hint)
	}
	kind, tag, text := yaml.ScalarNode, "!!str", "*"+name
	switch {
	case key == "<<":
		kind, tag, text = yaml.MappingNode, Broken, ""
	case anchored:
		tag, text = "!!null", ""
	}
	*n = yaml.Node{Kind: kind, Tag: tag, Value: text, Line: n.Line, Column: n.Column}
}
