package jsonobject_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"dateline/ui/jsonobject"
)

func Example() {
	o, err := jsonobject.Parse([]byte(`{"version": 1, "name": "calls", "colour": 1.50, "of": {"b": 1e400, "a": null}}`))
	if err != nil {
		fmt.Println(err)
	}
	_ = o.Set("name", "<meetings>")
	_ = o.Set("dim", true)
	o.Drop("version")
	text, _ := o.MarshalJSON()
	fmt.Println(string(text))
	// Output: {"name":"<meetings>","colour":1.50,"of":{"b": 1e400, "a": null},"dim":true}
}

func TestParse(t *testing.T) {
	for text, valid := range map[string]bool{
		`{}`: true, ` { "a" : 1 , "b":[{}] } `: true, `{"\ud800":1,"a\u0000b":"\u2028"}`: true, "{\"\xff\":\"\xff\"}": true,
		``: false, `null`: false, `[]`: false, `7`: false, `{`: false, `{"a"`: false, `{"a":`: false, `{"a":1`: false,
		`{"a\"b,:{}":"}]\\\"{", "c" :[[{"d":"]"}],1 ] , "e":1e5}`: true, "\n{\"a\":true\t}\r": true, `{"":""}`: true,
		`{"a":1,}`: false, `{"a" 1}`: false, `{a:1}`: false, `{} {}`: false, `{}x`: false, `{"a":1]`: false, `{"a":01}`: false,
	} {
		o, err := jsonobject.Parse([]byte(text))
		if valid != (err == nil) {
			t.Errorf("%s: %v", text, err)
		}
		if written, err := json.Marshal(o); valid && (err != nil || !json.Valid(written)) {
			t.Errorf("%s is written as %s, %v", text, written, err)
		}
	}
}

// Of two members with one name the last is read and changed, and neither goes.
func TestMembersWithOneName(t *testing.T) {
	o, err := jsonobject.Parse([]byte(`{"a": 1, "\u0061": 2, "b": 3}`))
	if got := string(o.Get("a")); got != "2" || err != nil {
		t.Errorf("a is %s, %v", got, err)
	}
	before := o
	if err := o.Set("a", 4); err != nil {
		t.Error(err)
	}
	for want, o := range map[string]jsonobject.Object{
		`{"a":1,"\u0061":4,"b":3}`: o, `{"a":1,"\u0061":2,"b":3}`: before,
	} {
		if got, err := o.MarshalJSON(); string(got) != want || err != nil {
			t.Errorf("%s, want %s, %v", got, want, err)
		}
	}
	if err := o.Set("c", func() {}); err == nil {
		t.Error("a function is JSON")
	}
	if o.Get("c") != nil || o.Get("A") != nil {
		t.Error("there are members that nobody wrote")
	}
}

// FuzzParse reads what encoding/json takes for an object, nothing else, and writes it as it was.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		`{}`, ` { "a" : 1 , "b":[{"]":"}"}] }`, `{"a\\":"\"","b":-1.5e+7,"c":null}`, "{\"\xff\":\"\xff\"}", `{"\u0061":[],"a":{}}`,
		`[]`, `7`, `{"a":1]`, "\u2028{}", `{"a":1} 2`, "",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var values map[string]json.RawMessage
		wrong := json.Unmarshal(text, &values)
		o, err := jsonobject.Parse(text)
		if object := wrong == nil && values != nil; object != (err == nil) {
			t.Fatalf("%v, and encoding/json says %v", err, wrong)
		}
		if err != nil {
			return
		}
		written, err := o.MarshalJSON()
		var was, is bytes.Buffer
		if err := errors.Join(err, json.Compact(&was, text), json.Compact(&is, written)); err != nil || was.String() != is.String() {
			t.Fatalf("%q is written as %q, %v", was.String(), is.String(), err)
		}
		for name, value := range values {
			if !bytes.Equal(o.Get(name), value) {
				t.Fatalf("%q is %q, want %q", name, o.Get(name), value)
			}
		}
	})
}
