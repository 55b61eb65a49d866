package record

import (
	"fmt"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/sanitize"
)

// A Draft is an actor for a draft of who is who.
type Draft struct {
	Spelling
	Kind     timeline.Kind // "" where it is not known
	Recorded bool          // whether the record has it, so that only its new aliases are of interest
	Parent   string        // of which body it is a part, "" where none is known
	Aliases  []Spelling    // that are taken for its own
	Doubtful []Spelling    // that are probably or perhaps its own
}

// A Spelling is a name of an actor, and in how many events it is, 0 where that is not known.
type Spelling struct {
	Name   string
	Events int
	Doubt  string // probably or perhaps; "" where there is none
}

// DraftHead returns the beginning of a draft of n actors that have no record, beside some that have one.
func DraftHead(n, recorded int) string {
	switch {
	case n == 0:
		return fmt.Sprintf("# Each actor has a record already: %s. In comments is what their aliases lack.\n"+
			"actors: []\n", diag.Plural(recorded, "actor"))
	case recorded > 0:
		return fmt.Sprintf("# A draft of who is who: %s without a record, those of most events first. Beside them %d had a\n"+
			"# record already, and in comments is what their aliases lack. ", diag.Plural(n, "actor"), recorded) + draftRules
	}
	return fmt.Sprintf("# A draft of who is who: %s, those of most events first. ", diag.Plural(n, "actor")) + draftRules
}

// draftRules says what a draft has, and what to do with it.
const draftRules = "Under aliases are\n" +
	"# the names that are taken for theirs, in comments those that are probably or perhaps theirs. Prune it, save it\n" +
	"# beside the events, and it is in force.\nactors:\n"

// Append appends the actor as an item of a list. What is said in comments is safe to show.
func (d *Draft) Append(text []byte) []byte {
	if d.Recorded {
		return d.appendNews(text)
	}
	b := block{text: text}
	if len(d.Aliases) == 0 && len(d.Doubtful) == 0 && d.Kind == "" && d.Parent == "" {
		b.text = append(appendBlanks(b.text, 2), "- "...)
		b.text = appendText(b.text, d.Name, inBlock, asText)
		b.count(d.Events)
		return b.text
	}
	b.item()
	b.key("name")
	b.text = appendText(append(b.text, ' '), d.Name, inBlock, asText)
	b.count(d.Events)
	b.line("kind", string(d.Kind))
	b.line("parent", d.Parent)
	if len(d.Aliases) > 0 {
		b.key("aliases")
		b.text = append(b.text, '\n')
		for _, s := range d.Aliases {
			b.text = append(appendBlanks(b.text, b.depth+2), "- "...)
			b.text = appendText(b.text, s.Name, inBlock, asText)
			b.count(s.Events)
		}
	} else if len(d.Doubtful) > 0 {
		b.text = append(appendBlanks(b.text, b.depth), "# aliases:\n"...)
	}
	for _, s := range d.Doubtful {
		b.text = append(appendBlanks(b.text, b.depth), "#   - "...)
		b.text = append(b.text, sanitize.Line(string(appendText(nil, s.Name, inBlock, asText)))...)
		b.text = fmt.Appendf(b.text, "  # %d, %s\n", s.Events, s.Doubt)
	}
	b.close()
	return b.text
}

// count ends a line with a number of events, if that is known.
func (b *block) count(events int) {
	if events > 0 {
		b.text = fmt.Appendf(b.text, "  # %d", events)
	}
	b.text = append(b.text, '\n')
}

// appendNews appends what a record lacks, in comments: the actor would come twice otherwise.
func (d *Draft) appendNews(text []byte) []byte {
	if len(d.Aliases)+len(d.Doubtful) == 0 {
		return text
	}
	text = fmt.Appendf(text, "  # %s has a record, whose aliases lack\n", sanitize.Line(d.Name))
	for _, s := range d.Aliases {
		text = fmt.Appendf(text, "  #   - %s  # %d\n", sanitize.Line(s.Name), s.Events)
	}
	for _, s := range d.Doubtful {
		text = fmt.Appendf(text, "  #   - %s  # %d, %s\n", sanitize.Line(s.Name), s.Events, s.Doubt)
	}
	return text
}
