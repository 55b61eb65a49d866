// Package jsonobject changes some members of a JSON object and keeps the others as they were written: in their order,
// with every digit of their numbers, and with names that the program does not know. So a file that a newer version has
// written loses nothing when an older one changes it.
//
//	o, err := jsonobject.Parse([]byte(`{"name": "calls", "colour": 1.50}`))
//	err = o.Set("name", "meetings") // {"name":"meetings","colour":1.50}
//
// It is not a reader of values, which encoding/json is: a member's value is handed out as its text. It opens no file
// and imports nothing of dateline.
package jsonobject

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
)

// An Object is a JSON object: its members in the order in which they were written.
type Object []Member

// A Member is one member of an object, as it was written.
type Member struct {
	Key   json.RawMessage // with its quotes
	Value json.RawMessage
}

// errNoObject says that a text is JSON and no object.
var errNoObject = errors.New("it is no JSON object")

// Parse returns the object that a text is. The error is one of encoding/json, or says that it is something else.
func Parse(text []byte) (Object, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	if first, err := dec.Token(); err != nil {
		return nil, unexpected(err)
	} else if first != json.Delim('{') {
		return nil, errNoObject
	}
	o := Object{}
	for dec.More() {
		before := dec.InputOffset()
		if _, err := dec.Token(); err != nil {
			return nil, unexpected(err)
		}
		var m Member
		m.Key = bytes.Clone(bytes.TrimLeft(text[before:dec.InputOffset()], ", \t\r\n"))
		if err := dec.Decode(&m.Value); err != nil {
			return nil, unexpected(err)
		}
		o = append(o, m)
	}
	if _, err := dec.Token(); err != nil {
		return nil, unexpected(err)
	}
	if _, err := dec.Token(); err == nil {
		return nil, errors.New("something follows the JSON object")
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return o, nil
}

// unexpected says of a text that ended too early what encoding/json says of it elsewhere.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// Get returns the value of the member with this name, or nil if there is none. Of several the last counts, as for
// encoding/json.
func (o Object) Get(name string) json.RawMessage {
	if i := o.last(name); i >= 0 {
		return o[i].Value
	}
	return nil
}

// Set gives the member with this name a value, at its place, or adds it as the last. The error is why the value is no
// JSON. Objects that were copied from o before keep their own value.
func (o *Object) Set(name string, value any) error {
	text, err := encode(value)
	if err != nil {
		return err
	}
	*o = slices.Clone(*o)
	if i := o.last(name); i >= 0 {
		(*o)[i].Value = text
		return nil
	}
	key, err := encode(name)
	*o = append(*o, Member{key, text})
	return err
}

// Drop takes every member with this name away.
func (o *Object) Drop(name string) {
	*o = slices.DeleteFunc(slices.Clone(*o), func(m Member) bool { return m.name() == name })
}

// last returns the place of the last member with this name, or -1.
func (o Object) last(name string) int {
	for i := len(o) - 1; i >= 0; i-- {
		if o[i].name() == name {
			return i
		}
	}
	return -1
}

// name returns the name that the key means.
func (m Member) name() (name string) {
	_ = json.Unmarshal(m.Key, &name) // Parse has seen that it is a string
	return name
}

// encode returns a value as JSON, without the escapes that are for HTML alone.
func encode(value any) (json.RawMessage, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(text.Bytes(), []byte("\n")), nil
}

// MarshalJSON returns the object as JSON.
func (o Object) MarshalJSON() ([]byte, error) {
	text := []byte{'{'}
	for i, m := range o {
		if i > 0 {
			text = append(text, ',')
		}
		text = append(append(append(text, m.Key...), ':'), m.Value...)
	}
	return append(text, '}'), nil
}

// UnmarshalJSON replaces the object by the one that a text is.
func (o *Object) UnmarshalJSON(text []byte) (err error) {
	*o, err = Parse(text)
	return err
}
