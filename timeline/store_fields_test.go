package timeline

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// The events that are drawn, and what the record has of them, fill every field, or else a field would not be tried.
func TestDrawnEventsFillEveryField(t *testing.T) {
	filled := map[string]bool{ // Type.Field -> whether it is filled somewhere
		"EventDraft.IDAt": true, // for problems only: the store does not have it
		"PartDraft.Name":  true, // the spelling of its mention
		"Pos.File":        true, // the file of the batch, which inRecord is told
	}
	draft := rapid.Custom(func(t *rapid.T) EventDraft { return anEvent(t, 3, 2) })
	for seed := range 200 {
		d := draft.Example(seed)
		markFilled(filled, reflect.ValueOf(d))
		markFilled(filled, reflect.ValueOf(inRecord(d, "a.yaml", []nameRef{2, 0, 1}, []citedRef{1, 2})))
	}
	for name, ok := range filled {
		if !ok {
			t.Errorf("%s is empty in every event", name)
		}
	}
}

// markFilled enters in filled which fields of v and its parts are not zero.
func markFilled(filled map[string]bool, v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			markFilled(filled, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				name := v.Type().Name() + "." + f.Name
				filled[name] = filled[name] || !v.Field(i).IsZero()
				if name != "EventDraft.IDAt" {
					markFilled(filled, v.Field(i))
				}
			}
		}
	}
}
