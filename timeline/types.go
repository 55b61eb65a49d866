package timeline

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/family"
)

// A TypeLook is what the head of a record says of a type of event: how it is drawn.
type TypeLook struct {
	Type   string
	Family string // the word of a family, "" where the record leaves that to package family
	Glyph  string // one character of one cell, "" where the record leaves that to who draws
}

// Types returns what the record says of types of events, in the order of the files. Each type comes once.
func (t *Timeline) Types() []TypeLook {
	var looks []TypeLook
	for _, one := range t.types {
		looks = append(looks, one.TypeLook)
	}
	return looks
}

// Family returns the family of a type of event: what the record says, or else what package family does. Case makes no
// difference.
func (t *Timeline) Family(eventType string) family.Family {
	if look := t.look(eventType); look.Family != "" {
		f, _ := family.Named(look.Family)
		return f
	}
	return family.Of(eventType)
}

// TypeGlyph returns the glyph that the record gives a type of event, "" for none. Case makes no difference.
func (t *Timeline) TypeGlyph(eventType string) string { return t.look(eventType).Glyph }

func (t *Timeline) look(eventType string) TypeLook {
	if t.looks == nil {
		return TypeLook{}
	}
	return t.looks[strings.ToLower(eventType)]
}

// looks returns what is said of types by their words in lower case, nil for none.
func (h *Header) looks() map[string]TypeLook {
	if len(h.Types) == 0 {
		return nil
	}
	looks := make(map[string]TypeLook, len(h.Types))
	for _, one := range h.Types {
		looks[strings.ToLower(one.Type)] = one.TypeLook
	}
	return looks
}

// MaxTypes is how many types a record can draw in its own way. The others are drawn like those of any record.
const MaxTypes = 1000

// addTypes adds what another document says of types, and reports where it says something else. It changes no list that
// a Timeline may have.
func (h *Header) addTypes(others []TypeDraft, problems *diag.List) {
	if len(others) == 0 {
		return
	}
	types, at := slices.Clone(h.Types), make(map[string]int, len(h.Types))
	for n, one := range types {
		at[strings.ToLower(one.Type)] = n
	}
	for _, other := range others {
		key := strings.ToLower(other.Type)
		n, known := at[key]
		switch {
		case known:
			types[n].take(other, problems)
		case len(types) < MaxTypes:
			at[key] = len(types)
			types = append(types, other)
		}
	}
	h.Types = types
}

// settleTypes adds what a document says of types, and keeps no text of its file.
func (b *Builder) settleTypes(others []TypeDraft) {
	b.header.addTypes(others, &b.problems)
	if len(others) > 0 {
		for n := range b.header.Types {
			b.header.Types[n].At = diag.Range{}
		}
	}
}

// take adds what another document says of the type, and reports it where that is something else.
func (t *TypeDraft) take(other TypeDraft, problems *diag.List) {
	for _, one := range []struct {
		key, says string
		mine      *string
	}{{"family", other.Family, &t.Family}, {"glyph", other.Glyph, &t.Glyph}} {
		switch {
		case *one.mine == "":
			*one.mine = one.says
		case one.says != "" && one.says != *one.mine:
			problems.Report(other.At, rule.TypesDisagree,
				fmt.Sprintf("the %s of `%s` is `%s` here and `%s` elsewhere", one.key, other.Type, one.says, *one.mine),
				"the first is at "+t.Pos.String()+"; only that counts")
		}
	}
}
