package review

import (
	"reflect"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/testbuild"
)

// An event of which any one field says something else has changed.
func TestEveryFieldChangesAnEvent(t *testing.T) {
	record := testbuild.Talks() // which has the actors and sources 0 and 1
	apart := map[string]string{ // the fields that change no event by themselves, and why
		"Event.ID":     "Compare finds an event by it",
		"Pos":          "an event in another line says the same",
		"Event.Markup": "what it is read from is in the texts",
		"Part.Actor":   "an event says a name; whom it means is in the record of the actor",
	}
	for n := 0; ; n++ {
		var was, is timeline.Event
		(&filler{t: t, change: -1}).fill(reflect.ValueOf(&was).Elem(), "Event")
		f := filler{t: t, change: n}
		f.fill(reflect.ValueOf(&is).Elem(), "Event")
		if f.changed == "" {
			return // every field has been changed
		}
		if _, ok := apart[f.changed]; ok != sameEvent(record, record, &was, &is) {
			t.Errorf("with another %s it is the same event: %t", f.changed, !ok)
		}
	}
}

// A filler fills every field of an event: all of them alike but for one, which it changes.
type filler struct {
	t       *testing.T
	n       int    // how many fields have been filled
	change  int    // the number of the field that is changed, −1 for none
	changed string // its name, such as "Quote.Text"
}

// fill fills v, which is called name. Lists have one item.
func (f *filler) fill(v reflect.Value, name string) {
	if _, ok := v.Interface().(edtf.Date); ok {
		date := testbuild.MustDate("2025-01-01")
		if f.next(name) {
			date = testbuild.MustDate("2025-01-01~")
		}
		v.Set(reflect.ValueOf(date))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), fieldName(v.Type(), i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), name)
		if f.next(name) {
			v.SetLen(0)
		}
	case reflect.String:
		v.SetString("text")
		if f.next(name) {
			v.SetString("another text")
		}
	case reflect.Int, reflect.Int32:
		if f.next(name) {
			v.SetInt(1)
		}
	case reflect.Bool:
		v.SetBool(f.next(name))
	default:
		f.t.Fatalf("%s is a %s, which this test cannot fill", name, v.Type())
	}
}

// next counts a field and reports whether it is the one to change.
func (f *filler) next(name string) bool {
	is := f.n == f.change
	if is {
		f.changed = name
	}
	f.n++
	return is
}

// fieldName returns the name of the i-th field of a type. Those of a place have one name.
func fieldName(of reflect.Type, i int) string {
	if of.Name() == "Pos" {
		return of.Name()
	}
	return of.Name() + "." + of.Field(i).Name
}
