package session

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a newer version says of the record, of a mark and of a view stays when this one changes what it knows.
func TestSavedKeepsWhatItDoesNotKnow(t *testing.T) {
	const before = `{"place": {"id": "c", "row": 1.50}, "marks": ["a", {"note": "see <b>", "id": "b", "at": 1e400}, "c"],
		"Marks": 7, "views": [{"colour": null, "name": "calls", "dim": true, "query": "type:call"}, {"name": "n", "query": "q"}]}`
	for name, test := range map[string]struct {
		change func(*Saved)
		want   string
	}{
		"nothing": {func(*Saved) {}, before},
		"a mark": {func(k *Saved) { k.mark("d", true) }, `{"place": {"id": "c", "row": 1.50},
			"marks": ["a", {"note": "see <b>", "id": "b", "at": 1e400}, "c", "d"], "Marks": 7,
			"views": [{"colour": null, "name": "calls", "dim": true, "query": "type:call"}, {"name": "n", "query": "q"}]}`},
		"a mark off": {func(k *Saved) { k.mark("b", false) }, `{"place": {"id": "c", "row": 1.50}, "marks": ["a", "c"], "Marks": 7,
			"views": [{"colour": null, "name": "calls", "dim": true, "query": "type:call"}, {"name": "n", "query": "q"}]}`},
		"a mark again": {func(k *Saved) { k.mark("b", true) }, `{"place": {"id": "c", "row": 1.50},
			"marks": ["a", "c", {"note": "see <b>", "id": "b", "at": 1e400}], "Marks": 7,
			"views": [{"colour": null, "name": "calls", "dim": true, "query": "type:call"}, {"name": "n", "query": "q"}]}`},
		"a view": {func(k *Saved) { k.save(SavedView{Name: "calls", Query: "type:visit"}) }, `{"place": {"id": "c", "row": 1.50},
			"marks": ["a", {"note": "see <b>", "id": "b", "at": 1e400}, "c"], "Marks": 7,
			"views": [{"colour": null, "name": "calls", "query": "type:visit"}, {"name": "n", "query": "q"}]}`},
		"all gone": {func(k *Saved) { k.Marks, k.Views = nil, nil }, `{"place": {"id": "c", "row": 1.50}, "Marks": 7}`},
	} {
		t.Run(name, func(t *testing.T) {
			var k Saved
			if err := json.Unmarshal([]byte(before), &k); err != nil {
				t.Fatal(err)
			}
			test.change(&k)
			text, err := k.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(lines(t, test.want), lines(t, string(text))); diff != "" {
				t.Errorf("(-want +got) %s", diff)
			}
		})
	}
}

// A view whose name was kept with several blanks in a row is found by the name that is shown.
func TestNamesOfViewsHaveSingleBlanks(t *testing.T) {
	var k Saved
	if err := json.Unmarshal([]byte(`{"views": [{"name": "a  b\tc", "query": "q", "colour": 1}]}`), &k); err != nil {
		t.Fatal(err)
	}
	text, err := k.MarshalJSON()
	if err != nil || k.Views[0].Name != "a b c" || !bytes.Contains(text, []byte(`"colour"`)) {
		t.Errorf("it is %+v, written as %s: %v", k.Views, text, err)
	}
}

// lines returns JSON in lines, for a comparison.
func lines(t *testing.T, text string) string {
	t.Helper()
	var indented bytes.Buffer
	if err := json.Indent(&indented, []byte(text), "", " "); err != nil {
		t.Fatal(err)
	}
	return indented.String()
}

// What this version writes is what those before it wrote, and what is not so is damaged.
func TestSavedAsItIsWritten(t *testing.T) {
	k := Saved{Marks: []string{"a", "<b>"}, Views: []SavedView{{"calls", "type:call", true}, {"n", "q", false}}}
	text, err := k.MarshalJSON()
	const want = `{"marks":["a","<b>"],"views":[{"name":"calls","query":"type:call","dim":true},{"name":"n","query":"q"}]}`
	if string(text) != want || err != nil {
		t.Errorf("%s, %v", text, err)
	}
	if text, err := (Saved{}).MarshalJSON(); string(text) != `{}` || err != nil {
		t.Errorf("nothing is %s, %v", text, err)
	}
	for _, damaged := range []string{
		`7`, `[]`, `{"marks":7}`, `{"marks":[7]}`, `{"marks":[null]}`, `{"marks":[{}]}`, `{"marks":[{"id":7}]}`, `{"views":{}}`,
		`{"views":[7]}`, `{"views":[{"name":7}]}`, `{"views":[{"query":[]}]}`, `{"views":[{"dim":"yes"}]}`,
	} {
		if err := json.Unmarshal([]byte(damaged), &k); err == nil {
			t.Errorf("%s is read as %+v", damaged, k)
		}
	}
}

// FuzzSaved changes what is kept in any text that can be read: what it does not know stays, and what it writes it reads.
func FuzzSaved(f *testing.F) {
	for _, text := range []string{
		`{}`, `null`, `{"marks":["a","a",{"id":"a","n":1.0}],"views":[{},{"name":"v","q":[1e400]},{"name":"v"}],"x":{"y":1}}`,
		`{"marks":[],"views":null,"marks":["b"]}`, `{"marks":["\ud800",{"id":"\udfff","id":null}]}`, "{\"marks\":[\"\xff\"]}",
		`{"views":[{"dim":true,"name":"new","query":"q","Dim":1}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var k, again Saved
		if json.Unmarshal(text, &k) != nil {
			return
		}
		k.mark("new", true)
		k.save(SavedView{Name: "new", Query: "type:call"})
		written, err := k.MarshalJSON()
		if err == nil {
			err = json.Unmarshal(written, &again)
		}
		if err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		was, now := k.Read, again.Read
		for _, key := range []string{keyMarks, keyViews} {
			was.Drop(key)
			now.Drop(key)
		}
		k.Read, again.Read = was, now
		if diff := cmp.Diff(k, again); diff != "" {
			t.Errorf("%s is written as %s (-want +got) %s", text, written, diff)
		}
	})
}

// A note is a member of its mark, beside what others say of it there, and a mark without one is its id alone again.
func TestNotesInTheFile(t *testing.T) {
	const before = `{"marks":["a",{"id":"b","colour":1.50,"note":"old"},{"id":"c","note":7}]}`
	for name, test := range map[string]struct {
		change func(*Saved)
		want   string
	}{
		"nothing": {func(*Saved) {}, before},
		"a note": {
			func(k *Saved) { k.note("a", "new") },
			`{"marks":[{"id":"a","note":"new"},{"id":"b","colour":1.50,"note":"old"},{"id":"c","note":7}]}`,
		},
		"another": {
			func(k *Saved) { k.note("b", "new") },
			`{"marks":["a",{"id":"b","colour":1.50,"note":"new"},{"id":"c","note":7}]}`,
		},
		"no more": {
			func(k *Saved) { k.note("b", "") },
			`{"marks":["a",{"id":"b","colour":1.50},{"id":"c","note":7}]}`,
		},
		"without mark":  {func(k *Saved) { k.note("x", "new") }, before},
		"the mark goes": {func(k *Saved) { k.mark("b", false) }, `{"marks":["a",{"id":"c","note":7}]}`},
	} {
		t.Run(name, func(t *testing.T) {
			var kept Saved
			if err := json.Unmarshal([]byte(before), &kept); err != nil {
				t.Fatal(err)
			}
			test.change(&kept)
			text, err := json.Marshal(kept)
			if err != nil || string(text) != test.want {
				t.Errorf("%s, %v, want %s", text, err, test.want)
			}
		})
	}
}
