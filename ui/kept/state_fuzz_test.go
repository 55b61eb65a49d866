package kept

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/ui/jsonobject"
)

// FuzzStore changes what one record keeps in any file: a damaged one is never written over, and in another everything
// else stays, in its place.
func FuzzStore(f *testing.F) {
	for _, text := range []string{
		"", "{}", "null", "[]", `{"version":1}`, `{"version":2,"records":{}}`, `{"records":null}`, `{"records":{"a":null}}`,
		`{"version":1,"records":{"a":{"Items":["one"],"more":1.50},"b":7,"a":{"Items":null}},"later":[1e400]}`,
		`{"version":1,"records":{"a":{"Items":7}}}`, `{"version":1,"records":{"\ud800":{}}}`, "{\"\xff\":\"\xff\"}",
		`{"version":1,"records":{"a":{"items":["one"],"Items":["two"]}},"version":1}`, "\ufeff{}", `{"version":1} x`,
		`{"version":1,"records":{"\"a\\xff\"":{"Items":["one"]}},"records":{}}`, `{"version":null,"RECORDS":1}`,
	} {
		f.Add([]byte(text), "a")
	}
	for _, record := range []string{"a\xff", `"a\xff"`, ""} {
		f.Add([]byte(`{"version":1,"records":{"\"a\\xff\"":{"Items":["one"]},"":{}}}`), record)
	}
	f.Fuzz(func(t *testing.T, text []byte, record string) {
		s := &Store[List]{Path: filepath.Join(t.TempDir(), "state.json"), Record: record}
		if err := os.WriteFile(s.Path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		before, unread := s.Get()
		kept, err := s.Change(add("new"))
		if (unread == nil) != (err == nil) {
			t.Fatalf("reading says %v, and changing %v", unread, err)
		}
		after, readErr := os.ReadFile(s.Path)
		if readErr != nil {
			t.Fatal(readErr)
		}
		if err != nil {
			if !bytes.Equal(after, text) {
				t.Fatalf("%v, and the file is now %q", err, after)
			}
			return
		}
		mustGet(t, s, kept.Items...)
		if want := append(slices.Clone(before.Items), "new"); !slices.Equal(want, kept.Items) {
			t.Fatalf("%q is kept, want %q", kept.Items, want)
		}
		if was, now := others(t, text, s.name()), others(t, after, s.name()); was != now {
			t.Fatalf("beside the record was\n%s\nand is\n%s", was, now)
		}
	})
}

// others returns all of a file but what belongs to one record.
func others(t *testing.T, text []byte, record string) string {
	t.Helper()
	all, err := jsonobject.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	records := jsonobject.Object{}
	if text := all.Get("records"); text != nil && string(text) != "null" {
		if records, err = jsonobject.Parse(text); err != nil {
			t.Fatal(err)
		}
	}
	const ours = `"<ours>"`
	err = records.Set(record, json.RawMessage(ours))
	if all.Get("version") == nil {
		err = all.Set("version", stateVersion)
	}
	if err != nil || all.Set("records", records) != nil {
		t.Fatal(err)
	}
	written, err := all.MarshalJSON()
	var compact bytes.Buffer
	if err != nil || json.Compact(&compact, written) != nil {
		t.Fatal(err)
	}
	if !strings.Contains(compact.String(), ours) {
		t.Fatal("nothing of the record is there")
	}
	return compact.String()
}
