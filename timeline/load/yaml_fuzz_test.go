package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/testrecord"
)

// yamlSeeds are texts in which YAML says something in an unusual way.
var yamlSeeds = []string{
	"defaults: &d {location: Kyiv}\nevents:\n  - {<<: *d, date: 2025, title: a}\n  - <<: [{title: b}, *d]\n    location: c\n",
	"events:\n  - &a {date: 2025, title: &t a, tags: &l [x, y]}\n  - *a\n  - {title: *t, tags: *l}\n",
	"events:\n  - title: >\n      folded\n      lines\n\n        kept\n    summary: |-\n      a\n\n      # b\n  - title: |\n     c\n",
	"events:\n  - title: \"two\n      lines \\\n      \\u00e9\\x41\"\n    summary: 'it''s\n\n      it'\n",
	"events:\n  - title: plain\n      goes on\n\n      and on # not this\n    tags:\n    - x\n    -\n    - ~\n    - 'y'\n",
	"events:\n  - ? title\n    : a\n    ? [b]\n    : c\n    \"tags\": !!str x\n",
	"title: x\n---\n- {title: a, title: b}\n---\ntitle: c\ndate: 2025\n...\n---\nevents: [{title: d}, null, [e], f]\n",
	"%YAML 1.1\n%TAG ! tag:example.org,2025:\n---\nevents:\r\n- !x {title: a}\r\n- title: b\r\n",
	"events:\n  - {description: a, summary: b, title: c}\n  - {description: d, title: [e]}\n  - {summary: , description: f}\n",
	"{title: x, events: [{title: 'a', summary: \"b\"}, {title: c,\n tags: [d,\n  e]}]}\n",
	"events:\n  - title: a\nevents:\n  - title: b\n  - [c]\nevents: {title: d}\n", // each of them is read
	"events:\n  - {title: a, tags: x;}\n  - {title: b, tags: \"- y\"}\n  - {title: c, tags: \"; ;\"}\n",
	"events:\n  - title: a\n    location: b: c\n", // which is not YAML
}

// readAsMeant matches problems of a text that is YAML and is read as what its writer meant, which a walk over its nodes
// does not know.
var readAsMeant = regexp.MustCompile("^from here on, records of |^a new .* seems to begin here$|read all the same|" +
	"is missing above this item|holds [0-9]+ events?$|" +
	"^the `[{[]` has no `[]}]`$") // where a line that begins as an item does stands in it, which yaml.v3 lets pass

// FuzzYAML holds that of a text that is YAML to yaml.v3 every event is read, with what a walk over its nodes finds, and
// that nothing is said to be not YAML: of a file that is read whole, in pieces, and while somebody watches.
func FuzzYAML(f *testing.F) {
	for _, text := range append(testrecord.FilesLike(f, "testdata/*.yaml"), yamlSeeds...) {
		f.Add(text)
	}
	f.Add(strings.Join(pieceLines, "\n"))
	f.Add(testrecord.Generate(20))
	f.Fuzz(func(t *testing.T, text string) {
		want, ok := walked(text)
		if !ok || len(text) > 1<<16 || hasGroups(text) {
			return
		}
		for name, p := range map[string]Progress{
			"whole": loadInPieces(text, len(text)+1), "in pieces": loadInPieces(text, 1), "watched": watched(text),
		} {
			guessed := false // what the walk does not know; that each event is read in its place holds all the same
			for _, problem := range p.Problems {
				switch problem.Rule {
				case rule.ContainerGuessed, rule.SameEvent: // which a walk does not know
					return
				case rule.RoleGuessed, rule.TitleGuessed, rule.ShapeGuessed, rule.ListSplit, rule.WrongShape:
					guessed = true
				}
				switch {
				case strings.HasPrefix(problem.Message, "the alias "), strings.Contains(problem.Message, "small values"):
					return // a bound of ours
				case readAsMeant.MatchString(problem.Message), strings.Contains(problem.Hint, "`events`"):
					return
				case strings.HasPrefix(problem.Message, "this is not YAML"):
					t.Errorf("%s: %s", name, problem)
				}
			}
			var got []string
			record := p.Index.Timeline()
			for i := range record.Len() {
				e := record.Event(i)
				guessed = guessed || slices.ContainsFunc(e.Other, isOwnButForCapitals) || slices.ContainsFunc(e.Other, isKept)
				got = append(got, inBrief(e.Pos.Line, e.Pos.Column, e.Title, e.Summary, e.Location, e.Tags))
			}
			slices.Sort(got)
			want := want
			if guessed {
				want, got = placesOf(want), placesOf(got)
			}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-yaml.v3 +read):\n%s", name, diff)
			}
		}
	})
}

// isOwnButForCapitals reports whether a key is one of ours but for its capitals, which is no guess in a file of others.
func isOwnButForCapitals(f timeline.Field) bool {
	lower := strings.ToLower(f.Key)
	return lower != f.Key && eventFields.has(lower)
}

// isKept reports whether a value is kept besides what was read of it: a tag that was a map, of which its name is the tag,
// or a title that is a sign alone, which is none.
func isKept(f timeline.Field) bool { return f.Key == "tags" || f.Key == "title" }

// hasGroups reports whether an item of a list holds events itself, or one under a key of any name, or a map has them
// under ids or dates, which a walk does not know.
func hasGroups(text string) bool {
	d := new(decoder)
	var look func(n *yaml.Node, item bool, depth int) bool
	look = func(n *yaml.Node, item bool, depth int) bool {
		where := d.meanings()
		_, group := where.Group(n)
		if item && (group || where.Wrapped(n) != nil) || n.Kind == yaml.MappingNode && (where.IsByID(n) || where.IsByDate(n)) {
			return true
		}
		for _, child := range n.Content {
			if depth > 0 && look(child, n.Kind == yaml.SequenceNode, depth-1) {
				return true
			}
		}
		return false
	}
	text, _ = yamldoc.NewReader(context.Background(), new(diag.File), new(diag.List), 1).Clean(text, 0)
	docs := yaml.NewDecoder(strings.NewReader(text))
	for {
		var n yaml.Node
		if decodeNode(docs, &n) != nil {
			return false
		}
		if look(&n, false, 20) {
			return true
		}
		for _, root := range n.Content { // of a map without events keys of others may make an event
			if root.Kind == yaml.MappingNode && len(eventLists(root)) == 0 && !isOneEvent(root) {
				return true
			}
		}
	}
}

// watched loads a file in pieces as a screen does, which is shown portions of it.
func watched(text string) Progress {
	l := loader{record: timeline.NewBuilder(), piece: 100, publish: func(Progress) {}}
	return l.load(context.Background(), []File{textFile("record.yaml", text)})
}

// placesOf returns where events in brief are.
func placesOf(events []string) []string {
	places := make([]string, len(events))
	for i, e := range events {
		places[i] = e[:len("0000:000")]
	}
	return places
}

// inBrief is an event with its place in the file, as a line.
func inBrief(line, column int, title, summary, location string, tags []string) string {
	return fmt.Sprintf("%04d:%03d: %q %q %q %q", line, column, title, summary, location, tags)
}

// walked returns the events of a text in brief, as a walk over the nodes of yaml.v3 finds them. It reports false where
// the text is not YAML, or has too much that is read twice.
func walked(text string) (events []string, ok bool) {
	text, ok = yamldoc.NewReader(context.Background(), new(diag.File), new(diag.List), 1).Clean(text, 0)
	if !ok || strings.Count(text, "<<") > maxMerges || strings.Count(text, "*") > maxAliases {
		return nil, false
	}
	for parser := yaml.NewDecoder(strings.NewReader(text)); ; {
		var n yaml.Node
		switch err := decodeNode(parser, &n); {
		case errors.Is(err, io.EOF):
			slices.Sort(events)
			return events, true
		case err != nil:
			return nil, false
		case n.Kind == yaml.DocumentNode:
			events = append(events, walkedRecord(n.Content[0])...)
		}
	}
}

// walkedRecord returns the events of a document in brief: of a list, of each `events` of a map, or the one that it is.
func walkedRecord(root *yaml.Node) (events []string) {
	lists := eventLists(root)
	switch {
	case root.Kind == yaml.SequenceNode:
		lists = []*yaml.Node{root}
	case len(lists) == 0 && isOneEvent(root):
		return []string{walkedEvent(root)}
	}
	for _, list := range lists {
		switch {
		case list.Kind == yaml.MappingNode && isRecord(list, eventFields.has):
			events = append(events, walkedEvent(list))
		case list.Kind == yaml.ScalarNode && list.Tag != "!!null":
			events = append(events, inBrief(list.Line, list.Column, scalar(list), "", "", nil))
		case list.Kind == yaml.SequenceNode:
			for _, item := range list.Content {
				switch item = target(item); {
				case item.Kind == yaml.MappingNode:
					events = append(events, walkedEvent(item))
				case item.Tag != "!!null":
					events = append(events, inBrief(item.Line, item.Column, scalar(item), "", "", nil))
				}
			}
		}
	}
	return events
}

// eventLists returns what the keys `events` of a map have. All of its own are read; what is merged counts without them.
func eventLists(n *yaml.Node) (lists []*yaml.Node) {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i < len(n.Content); i += 2 {
		if key := target(n.Content[i]); key.Kind == yaml.ScalarNode && key.Value == "events" {
			lists = append(lists, target(n.Content[i+1]))
		}
	}
	if merged := valueOf(n, "events"); lists == nil && merged != nil {
		lists = []*yaml.Node{merged}
	}
	return lists
}

// isOneEvent reports whether a map is an event and not a record: it has keys that only events have.
func isOneEvent(n *yaml.Node) bool {
	event := false
	for i, pairs := 0, pairsOf(n, 0); i < len(pairs); i += 2 {
		key := scalar(pairs[i])
		if key == "events" {
			return false
		}
		event = event || eventFields.has(key) && !headFields.has(key)
	}
	return event
}

// decodeNode reads the next document; yaml.v3 panics over some.
func decodeNode(parser *yaml.Decoder, n *yaml.Node) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%v", v)
		}
	}()
	return parser.Decode(n)
}

// walkedEvent returns the event of a map in brief.
func walkedEvent(n *yaml.Node) string {
	either := func(key, other string) *yaml.Node {
		if isGiven(n, key) {
			return valueOf(n, key)
		}
		return valueOf(n, other)
	}
	var tags []string
	if list := valueOf(n, "tags"); list != nil {
		items := []*yaml.Node{list}
		if list.Kind == yaml.SequenceNode {
			items = list.Content
		}
		for _, item := range items {
			text := scalar(target(item))
			if names, _ := guess.List(text, guess.Alone{}); item == list && len(names) == 1 { // signs of a list around it
				text = names[0]
			}
			if tag := strings.Join(strings.Fields(text), " "); tag != "" {
				tags = append(tags, tag)
			}
		}
	}
	title := cmp.Or(onOneLine(valueOf(n, "title")), timeline.Untitled)
	summary := strings.TrimSpace(scalar(either("summary", "description")))
	return inBrief(n.Line, n.Column, title, summary, onOneLine(either("location", "place")), tags)
}

// onOneLine returns the text of a node on one line.
func onOneLine(n *yaml.Node) string {
	text := strings.TrimSpace(scalar(n))
	if strings.ContainsAny(text, "\n\t") {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}

// target returns what an alias stands for, and any other node itself.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// scalar returns the text of a node, "" where it is none or says null.
func scalar(n *yaml.Node) string {
	if n == nil || n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return ""
	}
	return n.Value
}

// What a text that is walked has at most, since what aliases and merge keys lead to is walked again and again. Texts
// with more of them are tried in the bombs tests.
const (
	maxAliases = 40
	maxMerges  = 5
)

// pairsOf returns the keys and values of a map in turn, and then those of its merge keys, which an own one outdoes.
func pairsOf(n *yaml.Node, depth int) (pairs []*yaml.Node) {
	if n == nil || n.Kind != yaml.MappingNode || depth > maxMerges {
		return nil
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Tag != "!!merge" {
			pairs = append(pairs, target(n.Content[i]), target(n.Content[i+1]))
		}
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Tag != "!!merge" {
			continue
		}
		from := target(n.Content[i+1])
		maps := []*yaml.Node{from}
		if from.Kind == yaml.SequenceNode {
			maps = from.Content
		}
		for _, one := range maps {
			pairs = append(pairs, pairsOf(target(one), depth+1)...)
		}
	}
	return pairs
}

// valueOf returns the first value of a key of a map, nil where there is none.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	pairs := pairsOf(n, 0)
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i].Kind == yaml.ScalarNode && pairs[i].Value == key {
			return pairs[i+1]
		}
	}
	return nil
}

// isGiven reports whether a map has a key with a value other than null.
func isGiven(n *yaml.Node, key string) bool {
	pairs := pairsOf(n, 0)
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i].Kind == yaml.ScalarNode && pairs[i].Value == key && pairs[i+1].Tag != "!!null" {
			return true
		}
	}
	return false
}
