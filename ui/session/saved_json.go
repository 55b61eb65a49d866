package session

import (
	"encoding/json"
	"errors"
	"fmt"

	"dateline/ui/jsonobject"
)

// What the reader keeps is written into what was read, so that what a newer version says beside it stays: of the
// record, of a mark, of a view.

// The members of what is kept.
const (
	keyMarks = "marks" // a list of ids, or of objects with one
	keyViews = "views"
	keyID    = "id"
	keyNote  = "note"
	keyName  = "name"
	keyQuery = "query"
	keyDim   = "dim"
)

// UnmarshalJSON reads what MarshalJSON writes.
func (k *Saved) UnmarshalJSON(text []byte) (err error) {
	*k = Saved{}
	if k.Read, err = jsonobject.Parse(text); err != nil {
		return err
	}
	marks, err := k.marksRead()
	if err != nil {
		return err
	}
	for _, one := range marks {
		k.Marks = append(k.Marks, one.id)
		if one.note != "" {
			k.note(one.id, one.note)
		}
	}
	views, err := k.viewsRead()
	if err != nil {
		return err
	}
	for _, o := range views {
		var v SavedView
		if err := errors.Join(get(o, keyName, &v.Name), get(o, keyQuery, &v.Query), get(o, keyDim, &v.Dim)); err != nil {
			return fmt.Errorf("a view: %w", err)
		}
		v.Name = ViewName(v.Name)
		k.Views = append(k.Views, v)
	}
	if place, err := jsonobject.Parse(k.Read.Get(keyPlace)); err == nil {
		k.Place = placeRead(place)
	}
	return nil
}

// MarshalJSON writes what is kept: marks, views and a place where there are some.
func (k Saved) MarshalJSON() ([]byte, error) {
	o := k.Read
	err := errors.Join(k.setMarks(&o), k.setViews(&o), k.setPlace(&o))
	text, wrong := o.MarshalJSON()
	return text, errors.Join(err, wrong)
}

// setMarks writes the marks, each as it was read.
func (k Saved) setMarks(o *jsonobject.Object) error {
	read, err := k.marksRead()
	said := make(map[string]markRead, len(read))
	for _, one := range read {
		said[one.id] = one
	}
	marks := make([]any, len(k.Marks))
	for i, id := range k.Marks {
		one, known := said[id]
		switch note := k.Notes[id]; {
		case known && one.note == note:
			marks[i] = one.text
		case !known && note == "":
			marks[i] = id
		default:
			o, _ := jsonobject.Parse(one.text) // an id alone is none
			err = errors.Join(err, o.Set(keyID, id), setOrDrop(&o, keyNote, note, note != ""))
			if marks[i] = o; len(o) == 1 {
				marks[i] = id
			}
		}
	}
	return errors.Join(err, setOrDrop(o, keyMarks, marks, len(marks) > 0))
}

// setViews writes the views, each into what was read under its name.
func (k Saved) setViews(o *jsonobject.Object) error {
	read, err := k.viewsRead()
	said := make(map[string]jsonobject.Object, len(read))
	for _, one := range read {
		var name string
		err = errors.Join(err, get(one, keyName, &name))
		said[ViewName(name)] = one
	}
	views := make([]jsonobject.Object, len(k.Views))
	for i, v := range k.Views {
		views[i] = said[v.Name]
		err = errors.Join(err, views[i].Set(keyName, v.Name), views[i].Set(keyQuery, v.Query),
			setOrDrop(&views[i], keyDim, true, v.Dim))
	}
	return errors.Join(err, setOrDrop(o, keyViews, views, len(views) > 0))
}

// A markRead is a mark as it was read.
type markRead struct {
	id   string
	note string
	text json.RawMessage
}

// marksRead returns the marks as they were read.
func (k Saved) marksRead() ([]markRead, error) {
	var texts []json.RawMessage
	if err := get(k.Read, keyMarks, &texts); err != nil {
		return nil, err
	}
	marks := make([]markRead, len(texts))
	for i, text := range texts {
		marks[i].text = text
		if text[0] == '"' {
			if err := json.Unmarshal(text, &marks[i].id); err != nil {
				return nil, err
			}
			continue
		}
		o, err := jsonobject.Parse(text)
		if err == nil && o.Get(keyID) == nil {
			err = errors.New("it has no id")
		}
		if err = errors.Join(err, get(o, keyID, &marks[i].id)); err != nil {
			return nil, fmt.Errorf("a mark: %w", err)
		}
		_ = get(o, keyNote, &marks[i].note) // one that is no text is not ours
	}
	return marks, nil
}

// viewsRead returns the views as they were read.
func (k Saved) viewsRead() (views []jsonobject.Object, err error) {
	err = get(k.Read, keyViews, &views)
	return views, err
}

// setOrDrop gives a member of an object its value, or takes it away where there is nothing to say.
func setOrDrop(o *jsonobject.Object, name string, value any, said bool) error {
	if said {
		return o.Set(name, value)
	}
	o.Drop(name)
	return nil
}

// get reads a member of an object, if there is one.
func get(o jsonobject.Object, name string, to any) error {
	if member := o.Get(name); member != nil {
		return json.Unmarshal(member, to)
	}
	return nil
}
