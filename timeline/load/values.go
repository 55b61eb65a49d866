package load

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
)

// This file reads values in shapes that the format does not ask for.

// lose notes a value that its field cannot hold. It is kept under the key of the field, as an unknown key is.
func (d *decoder) lose(n *yaml.Node) {
	if last := len(d.lost) - 1; last < 0 || d.lost[last] != n {
		d.lost = append(d.lost, n)
	}
}

// deref returns the node that an alias stands for, for a look at a value that is kept whole elsewhere.
func (d *decoder) deref(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// wiki returns a text for a link of a wiki, which is a list in a list to YAML where it is not in quotes.
func (d *decoder) wiki(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.SequenceNode || n.Style&yaml.FlowStyle == 0 || len(n.Content) != 1 {
		return n
	}
	inner := n.Content[0]
	if inner.Kind != yaml.SequenceNode || len(inner.Content) == 0 || inner.Column != n.Column+1 {
		return n
	}
	var words []string
	for _, word := range inner.Content {
		if word.Kind != yaml.ScalarNode {
			return n
		}
		words = append(words, word.Value)
	}
	return &yaml.Node{
		Kind: yaml.ScalarNode, Value: "[[" + strings.Join(words, ", ") + "]]", Line: n.Line, Column: n.Column,
		Style: yaml.DoubleQuotedStyle,
	}
}

// wikis returns a list with texts for the links of a wiki in it.
func (d *decoder) wikis(n *yaml.Node) *yaml.Node {
	for i, item := range n.Content {
		if text := d.wiki(item); text != item {
			list := *n
			list.Content = slices.Clone(n.Content)
			for j := i; j < len(list.Content); j++ {
				list.Content[j] = d.wiki(list.Content[j])
			}
			return &list
		}
	}
	return n
}

// plain returns the text of a value: a text, the paragraphs of a list of texts, or what a map has under the first of
// some keys. It reports whether there is one.
func (d *decoder) plain(n *yaml.Node, keys ...string) (text string, ok bool) {
	switch n.Kind {
	case yaml.ScalarNode:
		text = strings.TrimSpace(n.Value)
		return text, text != "" && !yamldoc.IsNull(n)
	case yaml.MappingNode:
		text = d.textOf(n, keys...)
		return text, text != ""
	case yaml.SequenceNode:
		if text, ok = d.joined(n, "\n\n"); !ok {
			text = d.rich(n)
		}
		return text, text != ""
	}
	return "", false
}

// rich returns the text of a list of its parts, some of which say in a map how they look, and "" of another list.
func (d *decoder) rich(n *yaml.Node) string {
	var b strings.Builder
	for _, item := range n.Content {
		if item = d.deref(item); item.Kind == yaml.ScalarNode {
			b.WriteString(item.Value)
			continue
		}
		text := ""
		for i := 0; i+1 < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
			if key := item.Content[i].Value; key == "plain_text" || key == "text" && text == "" {
				text = item.Content[i+1].Value
			}
		}
		if text == "" {
			return ""
		}
		b.WriteString(text)
	}
	return strings.TrimSpace(b.String())
}

// joined returns the texts of a list in one, and reports whether it is a list of nothing else.
func (d *decoder) joined(n *yaml.Node, by string) (string, bool) {
	var all []string
	for _, item := range n.Content {
		if item = d.wiki(d.deref(item)); item.Kind != yaml.ScalarNode {
			return "", false
		}
		if text := strings.TrimSpace(item.Value); text != "" && !yamldoc.IsNull(item) {
			all = append(all, text)
		}
	}
	return strings.Join(all, by), true
}

// headline reads the title of an event, which may be a link of a wiki.
func (d *decoder) headline(n *yaml.Node) string {
	n = d.wiki(n)
	if n.Kind != yaml.ScalarNode {
		if text, ok := d.plain(n, guess.TitleShapes...); ok {
			d.shaped(n, "title")
			return strings.Join(strings.Fields(text), " ")
		}
	}
	text := d.line(n)
	name, whole := text, true
	if strings.HasPrefix(text, "[[") {
		name, whole = guess.Unlink(text)
	}
	if !whole {
		d.lose(n)
	}
	return name
}

// shaped reports that a value of another shape than a text is taken for one, and keeps it as it is.
func (d *decoder) shaped(n *yaml.Node, as string) {
	d.problem(n, rule.ShapeGuessed, "`"+d.key+"` is "+shapeOf(n)+", from which the "+as+" is taken", "write text")
	d.lose(n)
}

// paragraphs reads a text that may have paragraphs, each of which may be an item of a list.
func (d *decoder) paragraphs(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		if text, ok := d.plain(n, guess.ProseShapes...); ok {
			if d.shaped(n, "text"); n.Kind == yaml.SequenceNode {
				d.lost = d.lost[:len(d.lost)-1] // it is all there
			}
			return text
		}
	}
	return d.text(n)
}

// word reads one word, or the first of a list of them.
func (d *decoder) word(n *yaml.Node) string {
	if n.Kind == yaml.SequenceNode {
		if _, ok := d.joined(n, ""); ok && len(n.Content) > 0 {
			if len(n.Content) > 1 {
				d.shaped(n, "first item")
			}
			return d.line(d.deref(n.Content[0]))
		}
	}
	return d.line(n)
}

// where reads where something happened.
func (d *decoder) where(n *yaml.Node) string {
	n = d.wiki(n)
	if list := d.cell(n); list != n {
		return d.place(list)
	}
	if n.Kind == yaml.ScalarNode {
		text := d.line(n)
		if name, whole := guess.Unlink(text); whole {
			return name
		}
		return text
	}
	text := d.place(n)
	if text == "" {
		return d.line(n) // reports it
	}
	d.shaped(n, "place")
	if _, whole := d.joined(n, ""); n.Kind == yaml.SequenceNode && whole {
		d.lost = d.lost[:len(d.lost)-1] // it is all there
	}
	return text
}

// place returns the place that a value names: a text, the texts of a list, or the name in a map and what it is in.
func (d *decoder) place(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		if !yamldoc.IsNull(n) {
			return strings.Join(strings.Fields(n.Value), " ")
		}
	case yaml.SequenceNode:
		var all []string
		for _, item := range n.Content {
			if item = d.deref(item); item.Kind == yaml.SequenceNode {
				return ""
			}
			if text := d.place(item); text != "" {
				all = append(all, text)
			}
		}
		return strings.Join(all, "; ")
	case yaml.MappingNode:
		text := d.textOf(n, "name", "title", "label", "venue", "place", "address", "displayname", "value")
		for _, wider := range []string{"city", "state", "region", "country"} {
			if more := d.textOf(n, wider); more != "" && !strings.Contains(text, more) {
				if text != "" {
					text += ", "
				}
				text += more
			}
		}
		return text
	}
	return ""
}

// listOf returns the names in one text that a field of several has, and reports that they are parted.
func (d *decoder) listOf(n *yaml.Node, alone guess.Alone) []string {
	list, may := guess.List(d.text(n), alone)
	d.seen.Lists = d.seen.Lists || may
	if len(list) > 1 {
		d.sayList(n, list)
	} else if parts, _ := guess.List(d.text(n), d.options.together); may && len(parts) > 1 {
		d.problem(n, rule.ListWhole, "`"+d.key+"` is taken for one name, since its parts stand alone nowhere",
			"if they are several, write a list: "+guess.Written(parts))
	}
	return list
}

// sayList reports that a text is taken for a list, and keeps it as it is.
func (d *decoder) sayList(n *yaml.Node, list []string) {
	d.lose(n)
	if d.batch.Problems().Skip(rule.ListSplit, "") {
		return
	}
	d.problem(n, rule.ListSplit, "`"+d.key+"` is read as a list of "+diag.Plural(len(list), "item"),
		"write a list: "+guess.Written(list))
}

// cell returns a list for a text that a program wrote as one, such as ["Mira Sol", "Jon Vale"], and any other value as
// it is. A list of numbers is none: a place may be two of them.
func (d *decoder) cell(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.ScalarNode || n.Value == "" || n.Value[0] != '[' && n.Value[0] != '{' {
		return n
	}
	items, ok := guess.Cell(n.Value)
	if !ok || !slices.ContainsFunc(items, guess.HasLetter) {
		return n
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: n.Line, Column: n.Column}
	for _, item := range items {
		list.Content = append(list.Content, &yaml.Node{
			Kind: yaml.ScalarNode, Tag: "!!str", Value: item, Line: n.Line, Column: n.Column, Style: yaml.DoubleQuotedStyle,
		})
	}
	d.sayList(n, items)
	return list
}

// tags reads the tags of an event: a list, or one text.
func (d *decoder) tags(n *yaml.Node, e *eventInHand) {
	if n = d.cell(d.wiki(n)); n.Kind == yaml.ScalarNode {
		for _, tag := range d.listOf(n, d.options.tags) {
			e.Tags = d.tag(n, tag, e.Tags)
		}
		return
	}
	if e.Tags == nil {
		e.Tags = make([]string, 0, count(n))
	}
	d.each(n, func(item *yaml.Node) {
		if item = d.wiki(item); item.Kind == yaml.MappingNode {
			if text := d.textOf(item, "name", "label", "term", "title", "tag"); text != "" {
				d.lose(item)
				e.Tags = append(e.Tags, text)
				return
			}
		}
		e.Tags = d.tag(item, d.line(item), e.Tags)
	})
}

// tag adds a tag, without the marks around it.
func (d *decoder) tag(n *yaml.Node, text string, to []string) []string {
	if text != "" && (text[0] == '#' || text[0] == '[') {
		whole := true
		if text, whole = guess.Unlink(guess.Unhash(text)); !whole {
			d.lose(n)
		}
	}
	if text = strings.Join(strings.Fields(text), " "); text == "" {
		return to
	}
	return append(to, text)
}

// actorName reads the name of one actor, without the marks around it. One that dateline has written has none.
func (d *decoder) actorName(n *yaml.Node, text string) string {
	if text == "" || text[0] != '[' && text[0] != '@' || n.Style == asWritten {
		return text
	}
	name, whole := guess.Unlink(text)
	if !whole {
		d.lose(n)
	}
	return strings.TrimSpace(name)
}

// areNames reports whether a value that a role is guessed from is nothing but names.
func (d *decoder) areNames(n *yaml.Node) bool {
	switch n = d.wiki(n); n.Kind {
	case yaml.ScalarNode:
		return guess.HasLetter(n.Value) && !guess.IsAddress(n.Value) && len(n.Value) <= 2000 && !yamldoc.IsNull(n)
	case yaml.SequenceNode:
		for _, item := range n.Content {
			item = d.wiki(d.deref(item))
			if item.Kind == yaml.SequenceNode || item.Kind == yaml.ScalarNode && !guess.HasLetter(item.Value) ||
				item.Kind == yaml.MappingNode && d.textOf(item, "name", "actor", "label", "title") == "" {
				return false
			}
		}
		return len(n.Content) > 0
	case yaml.MappingNode:
		return d.textOf(n, "name", "actor", "label", "title") != ""
	}
	return false
}

// hasAddress reports whether a value is an address, or a list or map with one.
func (d *decoder) hasAddress(n *yaml.Node) bool {
	if n = d.deref(n); n.Kind == yaml.ScalarNode {
		_, _, link := guess.Link(strings.TrimSpace(n.Value))
		list, _ := guess.Cell(n.Value)
		return link || guess.IsAddress(strings.TrimSpace(n.Value)) || slices.ContainsFunc(list, guess.IsAddress)
	}
	for _, item := range n.Content {
		if item = d.deref(item); item.Kind == yaml.ScalarNode && d.hasAddress(item) ||
			n.Kind == yaml.SequenceNode && item.Kind == yaml.MappingNode && d.hasAddress(item) {
			return true
		}
	}
	return false
}

// areSources reports whether a value that sources are guessed from is a text, a record, or a list of such.
func (d *decoder) areSources(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return guess.HasLetter(n.Value) && !yamldoc.IsNull(n)
	case yaml.MappingNode:
		return d.hasAddress(n) || d.textOf(n, "title", "name") != ""
	case yaml.SequenceNode:
		for _, item := range n.Content {
			if item = d.deref(item); item.Kind == yaml.SequenceNode || !d.areSources(item) {
				return false
			}
		}
		return len(n.Content) > 0
	}
	return false
}

// nameOfPage returns the title that the name of a Markdown file has, where that is one event.
func (d *decoder) nameOfPage() string {
	if !d.alone || formats.Of(d.in.Name(), "") != formats.Markdown {
		return ""
	}
	title, _ := guess.FileTitle(d.in.Name())
	return title
}

// isHolder reports whether a key only holds what an anchor is for, or is called as an extension is.
func (d *decoder) isHolder(key, value *yaml.Node, name string) bool {
	return strings.HasPrefix(name, "x-") || value.Anchor != "" && value.Line >= key.Line && d.signs().IsUsed(value.Anchor)
}

// keepLost keeps what the field in hand could not hold, from the first that was noted for it.
func (d *decoder) keepLost(from int, name string, keep func(timeline.Field)) {
	for _, n := range d.lost[from:] {
		keep(timeline.Field{Key: name, Value: d.yaml(n)})
	}
	d.lost = d.lost[:from]
}
