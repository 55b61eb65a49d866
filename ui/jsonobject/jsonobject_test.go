package jsonobject_test

import (
	"encoding/json"
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
