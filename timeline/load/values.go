package load

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/markup"
)

// This file reads values in shapes that the format does not ask for.

// lose notes a value that its field cannot hold. It is kept under the key of the field, as an unknown key is.
func (d *decoder) lose(n *yaml.Node) {
	if last := len(d.lost) - 1; last < 0 || d.lost[last] != n {
		d.lost = append(d.lost, n)
	}
}

// headline reads the title of an event, which may be a link of a wiki.
func (d *decoder) headline(n *yaml.Node) string {
	n = nodevalue.Wiki(n)
	if n.Kind != yaml.ScalarNode {
		if text, ok := nodevalue.Plain(n, guess.TitleShapes...); ok && !markup.IsReadable(text) {
			d.draft.Blank = true
			d.lose(n)
			return ""
		} else if ok {
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
	if n.Kind == yaml.ScalarNode && !markup.IsReadable(name) {
		if d.draft.Blank = true; name != "" {
			d.lose(n)
		}
		return ""
	}
	return name
}

// shaped reports that a value of another shape than a text is taken for one, and keeps it as it is.
func (d *decoder) shaped(n *yaml.Node, as string) {
	d.Problem(n, rule.ShapeGuessed, "`"+d.key+"` is "+nodevalue.Shape(n)+", from which the "+as+" is taken",
		"write it as one text")
	d.lose(n)
}

// paragraphs reads a text that may have paragraphs, each of which may be an item of a list.
func (d *decoder) paragraphs(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		if text, ok := nodevalue.Plain(n, guess.ProseShapes...); ok {
			d.shaped(n, "text")
			return text
		}
	}
	return d.text(n)
}

// word reads one word, or the first of a list of them.
func (d *decoder) word(n *yaml.Node) string {
	if d.Silent && !d.draft.Exact {
		if list := d.cell(n); list != n {
			return nodevalue.InLine(strings.TrimSpace(list.Content[0].Value))
		}
	}
	if n.Kind == yaml.SequenceNode {
		if _, ok := nodevalue.Joined(n, ""); ok && len(n.Content) > 0 {
			if len(n.Content) > 1 {
				d.shaped(n, "first item")
			}
			return d.line(nodevalue.Deref(n.Content[0]))
		}
	}
	return d.line(n)
}

// where reads where something happened.
func (d *decoder) where(n *yaml.Node) string {
	n = nodevalue.Wiki(n)
	if d.Silent && !d.draft.Exact {
		if list := d.known(d.cell(n)); list != n {
			return nodevalue.Place(list)
		}
	}
	if n.Kind == yaml.ScalarNode {
		return placeOf(d.line(n))
	}
	text := nodevalue.Place(n)
	if text == "" {
		return d.line(n) // reports it
	}
	d.shaped(n, "place")
	return text
}

// listOf returns the names in one text that a field of several has, and reports that they are parted.
func (d *decoder) listOf(n *yaml.Node, alone guess.Alone) []string {
	if links := markup.Links(d.text(n)); len(links) > 1 && !d.draft.Exact {
		d.sayList(n, links)
		return links
	}
	list, may := guess.List(d.text(n), alone)
	d.Seen.Lists = d.Seen.Lists || may
	if len(list) > 1 && d.IsKnownOthers() && !d.draft.Exact {
		list = slices.DeleteFunc(list, guess.IsNothing) // the text is kept
	}
	if len(list) > 1 {
		d.sayList(n, list)
		return list
	}
	if !may || len(d.options.together) == 0 {
		return list
	}
	if parts, _ := guess.List(d.text(n), d.options.together); len(parts) > 1 {
		d.Problem(n, rule.ListWhole, "`"+d.key+"` is taken for one name, since its parts stand alone nowhere",
			"if they are several, write a list: "+guess.Written(parts))
	}
	return list
}

// sayList reports that a text is taken for a list, and keeps it as it is.
func (d *decoder) sayList(n *yaml.Node, list []string) {
	d.lose(n)
	if d.Problems.Skip(rule.ListSplit, "") {
		return
	}
	d.Problem(n, rule.ListSplit, "`"+d.key+"` is read as a list of "+diag.Plural(len(list), "item"),
		"write a list: "+guess.Written(list))
}

// cell returns a list for a text that a program wrote as one, which it reports, and any other value as it is.
func (d *decoder) cell(n *yaml.Node) *yaml.Node {
	list, items := nodevalue.Cell(n)
	if list != n {
		d.sayList(n, items)
	}
	return list
}

// known returns a list without the items that say that nothing is known, as they are in files of others, where it has
// some. The list is kept as it is written.
func (d *decoder) known(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.SequenceNode || !d.Silent || d.draft.Exact || !d.IsKnownOthers() {
		return n
	}
	some := *n
	some.Content = slices.DeleteFunc(slices.Clone(n.Content), func(item *yaml.Node) bool {
		return item.Kind == yaml.ScalarNode && guess.IsNothing(strings.TrimSpace(item.Value))
	})
	if len(some.Content) == len(n.Content) {
		return n
	}
	d.lose(n)
	return &some
}

// tags reads the tags of an event: a list, or one text.
func (d *decoder) tags(n *yaml.Node, e *eventInHand) {
	if n = d.known(d.cell(nodevalue.Wiki(n))); n.Kind == yaml.ScalarNode {
		for _, tag := range d.listOf(n, d.options.tags) {
			e.Tags = d.tag(n, tag, e.Tags)
		}
		return
	}
	if e.Tags == nil {
		e.Tags = make([]string, 0, count(n))
	}
	d.each(n, func(item *yaml.Node) {
		if item = nodevalue.Wiki(item); item.Kind == yaml.MappingNode {
			if text := nodevalue.TextOf(item, "name", "label", "term", "title", "tag"); text != "" {
				d.lose(item)
				e.Tags = d.tag(item, text, e.Tags)
				return
			}
		}
		e.Tags = d.tag(item, d.line(item), e.Tags)
	})
}

// tag adds a tag, without the marks around it.
func (d *decoder) tag(n *yaml.Node, text string, to []string) []string {
	text, whole := tagOf(text)
	if !whole {
		d.lose(n)
	}
	if text == "" {
		return to
	}
	return append(to, text)
}

// tagOf returns the tag that a text is, without any marks around it. Whole reports whether nothing else was taken off.
func tagOf(text string) (tag string, whole bool) {
	whole = true
	for tag = oneBlank(text); tag != "" && (tag[0] == '#' || tag[0] == '['); {
		name, all := guess.Unlink(guess.Unhash(tag))
		if name = oneBlank(name); name == tag {
			break
		}
		tag, whole = name, whole && all
	}
	return tag, whole
}

// oneBlank returns a text with one blank between its words.
func oneBlank(text string) string { return strings.Join(strings.Fields(text), " ") }

// placeOf returns the place that a text names, which may be a link in which nothing else stands.
func placeOf(text string) string {
	if strings.HasPrefix(text, "[") {
		if name, whole := guess.Unlink(text); whole {
			return name
		}
	}
	return text
}

// unlinked returns a title that was guessed as one that is written is read: a link of a wiki is the name in it.
func unlinked(title string) string {
	if strings.HasPrefix(title, "[[") {
		title, _ = guess.Unlink(title)
	}
	return title
}

// actorName reads the name of one actor, without the marks around it. One that dateline has written has none.
func (d *decoder) actorName(n *yaml.Node, text string) string {
	if text == "" || text[0] != '[' && text[0] != '@' || n.Style == asWritten {
		return text
	}
	page, shown, piped := strings.Cut(text, "|")
	shown, closed := strings.CutSuffix(shown, "]]")
	if piped = piped && strings.HasPrefix(page, "[[") && closed && !strings.Contains(shown, "]]"); piped {
		text = page + "]]" // who it is, however a note calls him
	}
	name, whole := guess.Unlink(text)
	if !whole || piped && shown != name {
		d.lose(n)
	}
	if name = strings.TrimSpace(name); piped {
		d.batch.AddLinked(nodevalue.InLine(name), nodevalue.InLine(shown))
	}
	return name
}

// isHolder reports whether a key only holds what an anchor is for, or is called as an extension is.
func (d *decoder) isHolder(key, value *yaml.Node, name string) bool {
	return strings.HasPrefix(name, "x-") || value.Anchor != "" && value.Line >= key.Line && d.signs().IsUsed(value.Anchor)
}

// keepLost keeps what the field in hand could not hold, from the first that was noted for it.
func (d *decoder) keepLost(from int, name string, keep func(timeline.Field)) {
	for _, n := range d.lost[from:] {
		keep(d.Field(name, n))
	}
	d.lost = d.lost[:from]
}
