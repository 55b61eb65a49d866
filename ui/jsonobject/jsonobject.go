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
	"slices"
	"unicode/utf8"
)

// An Object is a JSON object: its members in the order in which they were written.
type Object []Member

// A Member is one member of an object, as it was written.
type Member struct {
	Key   json.RawMessage // with its quotes
	Value json.RawMessage
}

// Parse returns the object that a text is. The error is one of encoding/json, or says that it is something else. The
// object shares its text.
func Parse(text []byte) (Object, error) {
	if !json.Valid(text) {
		return nil, json.Unmarshal(text, new(json.RawMessage)) // which says why
	}
	if text = bytes.TrimLeft(text, " \t\r\n"); text[0] != '{' {
		return nil, errors.New("it is no JSON object")
	}
	o := Object{}
	// The text is JSON, so that the end of a value can be found without looking for mistakes.
	for rest := skip(text[1:]); rest[0] != '}'; {
		n := end(rest)
		m := Member{Key: rest[:n]}
		rest = skip(rest[n:])
		n = end(rest)
		m.Value = rest[:n]
		rest = skip(rest[n:])
		o = append(o, m)
	}
	return o, nil
}

// skip returns text from the next key, value or end on.
func skip(text []byte) []byte { return bytes.TrimLeft(text, " \t\r\n,:") }

// end returns how long the value is that text begins with.
func end(text []byte) int {
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
			if !quoted && depth == 0 {
				return i + 1
			}
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth == 0 { // of what the value is in
				return i
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case depth == 0 && bytes.IndexByte([]byte(" \t\r\n,"), c) >= 0:
			return i
		}
	}
	return len(text)
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
	var text json.RawMessage
	var err error
	if inner, ok := value.(Object); ok {
		text, err = inner.MarshalJSON()
	} else {
		text, err = encode(value)
	}
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
	*o = slices.DeleteFunc(slices.Clone(*o), func(m Member) bool { return m.is(name) })
}

// last returns the place of the last member with this name, or -1.
func (o Object) last(name string) int {
	for i := len(o) - 1; i >= 0; i-- {
		if o[i].is(name) {
			return i
		}
	}
	return -1
}

// is reports whether the member has this name.
func (m Member) is(name string) bool {
	key := m.Key[1 : len(m.Key)-1]
	if utf8.Valid(key) && !bytes.Contains(key, []byte{'\\'}) {
		return string(key) == name
	}
	var means string
	return json.Unmarshal(m.Key, &means) == nil && means == name
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
	size := len("{}")
	for _, m := range o {
		size += len(m.Key) + len(m.Value) + len(":,")
	}
	text := append(make([]byte, 0, size), '{')
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
	*o, err = Parse(bytes.Clone(text)) // encoding/json uses it again
	return err
}
