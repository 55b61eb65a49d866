package report

import (
	"bufio"

	"dateline/timeline/diag"
	"dateline/timeline/diff"
	"dateline/timeline/export/cell"
)

// A changeJSON is the shape of a change in JSON. The order of the fields is the order of the keys, which scripts may
// rely on: a new key comes after the others.
type changeJSON struct {
	Change string      `json:"change"` // new, gone or changed
	ID     string      `json:"id"`
	WasID  string      `json:"was_id,omitempty"` // where that is another
	Date   string      `json:"date,omitempty"`   // of an event, EDTF
	Name   string      `json:"name"`             // of an actor; of an event or a source its title
	Old    *placeJSON  `json:"old"`              // null where it was not there
	New    *placeJSON  `json:"new"`
	Fields []fieldJSON `json:"fields"` // of what has changed
}

type placeJSON struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// A fieldJSON has old and new of a value, or taken, added and reordered of a list.
type fieldJSON struct {
	Key       string    `json:"key"`
	Item      *itemJSON `json:"item,omitempty"` // of what is in a list
	Old       *string   `json:"old,omitempty"`  // missing where there was none
	New       *string   `json:"new,omitempty"`
	Taken     []any     `json:"taken,omitempty"` // texts, or objects
	Added     []any     `json:"added,omitempty"`
	Reordered bool      `json:"reordered,omitempty"`
}

type itemJSON struct {
	Number int    `json:"number"` // in the list as it is now, from 1
	Of     string `json:"of"`
	Key    string `json:"key"`
}

// An errorsJSON is how many errors the two records were read with.
type errorsJSON struct {
	Old int `json:"old"`
	New int `json:"new"`
}

// writeJSON writes an object: fields of the record itself, changes of events, actors and sources, and how many errors
// there are in both.
func writeJSON(w *bufio.Writer, d *diff.Diff, of [2]Side) error {
	encode := cell.JSON(w)
	w.WriteString(`{"record":`)
	if err := encode(fieldsJSON(d.Record)); err != nil {
		return err
	}
	for _, s := range sections(d) {
		w.WriteString(`,"` + s.noun + `s":[`)
		for n, c := range s.changes {
			if n > 0 {
				w.WriteByte(',')
			}
			if err := encode(newChangeJSON(d, s, c)); err != nil {
				return err
			}
		}
		w.WriteString("]\n")
	}
	w.WriteString(`,"errors":`)
	if err := encode(errorsJSON{of[0].Errors, of[1].Errors}); err != nil {
		return err
	}
	_, err := w.WriteString("}\n")
	return err
}

func newChangeJSON(d *diff.Diff, s section, c diff.Change) changeJSON {
	is := s.named(c)
	j := changeJSON{Change: kinds[c.Kind()].word, ID: is.id, Name: is.name, Fields: fieldsJSON(c.Fields)}
	if s.noun == "event" {
		t, i := record(d, c)
		j.Date = t.Date(i).EDTF()
	}
	if c.Kind() == diff.Changed && is.was != is.id {
		j.WasID = is.was
	}
	if c.Old >= 0 {
		j.Old = newPlaceJSON(is.old)
	}
	if c.Now >= 0 {
		j.New = newPlaceJSON(is.now)
	}
	return j
}

func newPlaceJSON(p diag.Pos) *placeJSON { return &placeJSON{p.File, p.Line} }

func fieldsJSON(fields []diff.Field) []fieldJSON {
	all := make([]fieldJSON, len(fields))
	for n := range fields {
		f := &fields[n]
		j := fieldJSON{Key: f.Key, Taken: partsJSON(f.Taken), Added: partsJSON(f.Added), Reordered: f.Moved}
		if f.Item.N > 0 {
			j.Item = &itemJSON{f.Item.N, f.Item.Of, f.Item.Key}
		}
		if f.Old != "" {
			j.Old = &f.Old
		}
		if f.Now != "" {
			j.New = &f.Now
		}
		all[n] = j
	}
	return all
}

// partsJSON returns items of a list, each as a text or as an object.
func partsJSON(parts []diff.Part) (all []any) {
	for _, p := range parts {
		if len(p) == 1 && p[0].Key == "" {
			all = append(all, p[0].Text)
			continue
		}
		object := make(map[string]string, len(p))
		for _, pair := range p {
			object[pair.Key] = pair.Text
		}
		all = append(all, object)
	}
	return all
}
