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
	Aliases  []Spelling    // that are probably its own
	Maybe    []Spelling    // that are doubtful
}

// A Spelling is a name of an actor, and in how many events it is, 0 where that is not known.
type Spelling struct {
	Name   string
	Events int
}

// DraftHead returns the beginning of a draft of n actors.
func DraftHead(n int) string {
	return fmt.Sprintf("# A draft of who is who: %s, those of most events first. Under aliases are the names that are\n"+
		"# probably theirs, in comments those that are doubtful. Prune it, save it beside the events, and it is in force.\n"+
		"actors:\n", diag.Plural(n, "actor"))
}

// Append appends the actor as an item of a list. What is said in comments is safe to show.
func (d *Draft) Append(text []byte) []byte {
	if d.Recorded {
		return d.appendNews(text)
	}
	b := block{text: text}
	if len(d.Aliases) == 0 && len(d.Maybe) == 0 && d.Kind == "" && d.Parent == "" {
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
	} else if len(d.Maybe) > 0 {
		b.text = append(appendBlanks(b.text, b.depth), "# aliases:\n"...)
	}
	for _, s := range d.Maybe {
		b.text = append(appendBlanks(b.text, b.depth), "#   - "...)
		b.text = append(b.text, sanitize.Line(string(appendText(nil, s.Name, inBlock, asText)))...)
		b.count(s.Events)
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
	if len(d.Aliases)+len(d.Maybe) == 0 {
		return text
	}
	text = fmt.Appendf(text, "  # %s has a record, whose aliases lack\n", sanitize.Line(d.Name))
	for _, s := range d.Aliases {
		text = fmt.Appendf(text, "  #   - %s  # %d\n", sanitize.Line(s.Name), s.Events)
	}
	for _, s := range d.Maybe {
		text = fmt.Appendf(text, "  #   perhaps %s  # %d\n", sanitize.Line(s.Name), s.Events)
	}
	return text
}
