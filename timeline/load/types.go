package load

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/family"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/names"
)

// A typeInHand is what a head says of a type of event, while it is being read.
type typeInHand struct {
	timeline.TypeDraft
	glyphAt *yaml.Node       // whose value depends on the family
	kept    []timeline.Field // what is not understood
}

// types reads what the head of a record says of types of events: a map from type to {family, glyph}, or to the word of
// a family. What is not understood is kept as keys of the record.
func (d *decoder) types(n *yaml.Node, h *head) {
	if n.Kind != yaml.MappingNode {
		d.Problem(n, rule.WrongShape, fmt.Sprintf("`types` is %s where a map belongs", nodevalue.Shape(n)),
			"write it as {strike: {family: force, glyph: ×}}")
		h.Other = append(h.Other, d.Field(d.key, n))
		return
	}
	seen := map[string]bool{}
	pairs := d.pairs(n)
	for i := 0; i+1 < len(pairs); i += 2 {
		key, value := pairs[i], d.Follow(pairs[i+1])
		one := typeInHand{TypeDraft: timeline.TypeDraft{Pos: d.Pos(key), At: d.At(key)}}
		one.Type = strings.Clone(strings.Join(strings.Fields(d.name(key)), " "))
		switch {
		case seen[one.Type]:
			d.Problem(key, rule.DuplicateKey,
				fmt.Sprintf("duplicate key `%s`", one.Type), "keep one of them; only the first is read")
			d.lose(value)
			continue
		case len(seen) == timeline.MaxTypes:
			d.Problem(key, rule.TooManyTypes, fmt.Sprintf("`types` has more than %d types", timeline.MaxTypes),
				"the others are drawn as in any record")
			h.Other = append(h.Other, d.Field("types", n))
			return
		}
		seen[one.Type] = true
		d.typeLook(value, &one)
		if one.Type != "" && (one.Family != "" || one.Glyph != "") {
			h.Types = append(h.Types, one.TypeDraft)
		}
		for _, f := range one.kept {
			h.Other = append(h.Other, timeline.Field{Key: "types." + one.Type + "." + f.Key, Value: f.Value, Text: f.Text})
		}
	}
}

// typeLook reads the family and the glyph of a type.
func (d *decoder) typeLook(n *yaml.Node, one *typeInHand) {
	switch {
	case yamldoc.IsNull(n):
	case n.Kind == yaml.MappingNode:
		decode(d, n, typeFields, one, func(f timeline.Field) { one.kept = append(one.kept, f) })
		d.settleGlyph(one)
	case n.Kind == yaml.ScalarNode:
		outer := d.key
		d.key = "family"
		d.family(n, one)
		d.key = outer
	default:
		d.Problem(n, rule.WrongShape,
			"a type is a map or the word of a family, not a list", "write it as {family: …, glyph: …}")
		one.kept = append(one.kept, d.Field("family", n))
	}
}

// families are the words of the families, as a writer is told them.
var families = []string{
	family.Force.String(), family.Talks.String(), family.Words.String(), family.Help.String(), family.Other.String(),
}

// family reads the family of a type.
func (d *decoder) family(n *yaml.Node, one *typeInHand) {
	word := d.line(n)
	f, known := family.Named(strings.ToLower(word))
	if known {
		one.Family = f.String()
		return
	}
	if word == "" {
		return
	}
	cure := "the families are " + strings.Join(families, ", ")
	if near := names.Nearest(word, families, 1); len(near) > 0 {
		cure = names.Suggestion(near[0])
	}
	d.Problem(n, rule.UnknownFamily, fmt.Sprintf("unknown family `%s`", word), cure)
	one.kept = append(one.kept, ofText(d.key, strings.Clone(word)))
}

// glyph notes the glyph of a type.
func (d *decoder) glyph(n *yaml.Node, one *typeInHand) { one.glyphAt = n }

// settleGlyph reads the glyph of a type, when its family is known. One that cannot be used is kept as text, and the
// type has that of its family.
func (d *decoder) settleGlyph(one *typeInHand) {
	n := one.glyphAt
	if n == nil {
		return
	}
	outer := d.key
	d.key = "glyph"
	glyph := d.line(n)
	d.key = outer
	f := family.Of(one.Type)
	if one.Family != "" {
		f, _ = family.Named(one.Family)
	}
	taken := f.Taken(glyph)
	switch {
	case glyph == "":
	case !family.IsGlyph(glyph):
		d.glyphProblem(n, one, glyph, "is not one printable character of one cell", f)
	case taken != "":
		d.glyphProblem(n, one, glyph, "is "+taken, f)
	default:
		one.Glyph = strings.Clone(glyph)
	}
}

// longestGlyph is how many bytes of what was meant for a glyph are said.
const longestGlyph = 40

// glyphProblem reports a glyph that cannot be used, and keeps it.
func (d *decoder) glyphProblem(n *yaml.Node, one *typeInHand, glyph, why string, f family.Family) {
	name := "the glyph"
	if len(glyph) <= longestGlyph {
		name += " `" + glyph + "`"
	}
	d.Report(d.At(n), rule.BadGlyph, name+" "+why,
		fmt.Sprintf("`%s`, that of %s, is used; choose another, such as ◊, ¤ or a letter", f.Glyph(), f))
	one.Glyph = f.Glyph()
	one.kept = append(one.kept, ofText("glyph", strings.Clone(glyph)))
}
