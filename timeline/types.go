package timeline

import (
	"slices"

	"dateline/timeline/family"
)

// A TypeLook is what the head of a record says of a type of event: how it is drawn.
type TypeLook struct {
	Type   string
	Family string // the word of a family, "" where the record leaves that to package family
	Glyph  string // one character of one cell, "" for that of the family
}

// Types returns what the record says of types of events, in the order of the files. Each type comes once.
func (t *Timeline) Types() []TypeLook { return slices.Clone(t.types) }

// Family returns the family of a type of event: what the record says, or else what package family does.
func (t *Timeline) Family(eventType string) family.Family {
	if look := t.looks[eventType]; look.Family != "" {
		f, _ := family.Named(look.Family)
		return f
	}
	return family.Of(eventType)
}

// TypeGlyph returns the glyph that the record gives a type of event, "" for none.
func (t *Timeline) TypeGlyph(eventType string) string { return t.looks[eventType].Glyph }

// byType returns looks by their types, nil for none.
func byType(looks []TypeLook) map[string]TypeLook {
	var of map[string]TypeLook
	for _, one := range looks {
		if of == nil {
			of = make(map[string]TypeLook, len(looks))
		}
		of[one.Type] = one
	}
	return of
}
