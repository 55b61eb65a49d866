package fastyaml

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

// read returns the values of a text of JSON as YAML in flow style, and what is wrong.
func read(text string) (values []string, faults []string) {
	var r Reader
	r.OpenJSON(text, 0, 0)
	for {
		n := r.JSON()
		for _, f := range r.Faults() {
			faults = append(faults, fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Message))
		}
		if n == nil {
			return values, faults
		}
		values = append(values, shown(n))
	}
}

// shown returns a tree in a line.
func shown(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		var items []string
		for _, item := range n.Content {
			items = append(items, shown(item))
		}
		return "[" + strings.Join(items, " ") + "]"
	case yaml.MappingNode:
		var pairs []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			pairs = append(pairs, n.Content[i].Value+"="+shown(n.Content[i+1]))
		}
		return "{" + strings.Join(pairs, " ") + "}"
	}
	if n.Tag == "!!null" {
		return "null"
	}
	return n.Value
}

func TestJSON(t *testing.T) {
	long := strings.Repeat("k", 2000)
	for text, want := range map[string]string{
		``:                                  "",
		"\t{\"a\":\t1}":                     "{a=1}",
		`{"a":"\ud83d\ude00\/\u00e9\n"}`:    "{a=😀/é\n}",
		`{"a":"\ud83d"}`:                    "{a=\ufffd}",
		`{"` + long + `":1}`:                "{" + long + "=1}",
		`{"a": NaN, "b": null, "c": ""}`:    "{a=null b=null c=null}",
		`{"a":[1,2,],}`:                     "{a=[1 2]}",
		"// so\n{a: 1, /* and */ 'b': 'c'}": "{a=1 b=c}",
		"{\"a\":1}\n\n{\"a\":2}":            "{a=1};{a=2}",
		`[[1],{"a":{"b":-1.5e3}}]`:          "[[1] {a={b=-1.5e3}}]",
	} {
		values, faults := read(text)
		if got := strings.Join(values, ";"); got != want || len(faults) > 0 {
			t.Errorf("%q: %s, want %s; %q", text, got, want, faults)
		}
	}
}

// What is broken costs no more than itself, and is told with its place.
func TestBrokenJSON(t *testing.T) {
	for text, want := range map[string]string{
		`[{"a":1},{"a":oops},{"a":3}]`:                        "[{a=1} {} {a=3}] | 1:15 this is no value",
		`[{"a":1},{"a" 2},{"a":3}]`:                           "[{a=1} {} {a=3}] | 1:15 a colon is missing before this",
		"[\n  {\"a\":1},\n  {\"a\":\"2\n  },\n  {\"a\":3}\n]": "[{a=1} {} {a=3}] | 3:8 the quotation does not end",
		"[\n  {\"a\":1},\n  {\"a\":[2,\n  {\"a\":3}\n]":       "[{a=1} {a=[2 {a=3}]}] | 5:2 a comma or } is missing before this",
		`[{"a":1},{"a":2`:                                     "[{a=1} {a=2}] | 1:16 a comma or } is missing before this",
		"{\"a\":1}\n{\"a\":2\n{\"a\":3}":                      "{a=1};{a=2};{a=3} | 3:1 a comma or } is missing before this",
		`[{"a":1} {"a":2}]`:                                   "[{a=1} {a=2}] | 1:10 a comma or ] is missing before this",
	} {
		values, faults := read(text)
		if got := strings.Join(values, ";") + " | " + strings.Join(faults, ", "); got != want {
			t.Errorf("%q:\n%s, want\n%s", text, got, want)
		}
	}
}

// Whatever encoding/json writes is read as it was, whole and in pieces.
func TestJSONIsReadAsItWasWritten(t *testing.T) {
	value := rapid.Custom(func(t *rapid.T) any {
		var item func(depth int) any
		item = func(depth int) any {
			switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
			case kind == 0 && depth > 0:
				return map[string]any{"k" + rapid.String().Draw(t, "key"): item(depth - 1), "l": item(depth - 1)}
			case kind == 1 && depth > 0:
				return []any{item(depth - 1), item(depth - 1)}
			case kind == 2:
				return rapid.Int().Draw(t, "number")
			case kind == 3:
				return rapid.Float64().Draw(t, "fraction")
			}
			return "t" + rapid.String().Draw(t, "text")
		}
		return item(4)
	})
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(value, 1, 6).Draw(t, "list")
		for i := range list {
			list[i] = map[string]any{"v": list[i]}
		}
		text, err := json.MarshalIndent(list, "", rapid.SampledFrom([]string{"", "  "}).Draw(t, "indent"))
		if err != nil {
			t.Skip(err)
		}
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		var want any
		if err := decoder.Decode(&want); err != nil {
			t.Fatal(err)
		}
		var r Reader
		r.OpenJSON(string(text), 0, 0)
		if diff := cmp.Diff(want, valueOf(r.JSON())); diff != "" || len(r.Faults()) > 0 {
			t.Fatalf("%s\n%s\n%v", text, diff, r.Faults())
		}
		values, _ := read(string(text))
		var parts []string
		cut := SplitJSON(string(text), 0, 0, 0, rapid.IntRange(1, 100).Draw(t, "size"), false)
		for _, p := range cut.All {
			some, wrong := read(p.Text)
			if len(wrong) > 0 {
				t.Fatalf("%s: %q", p.Text, wrong)
			}
			parts = append(parts, some...)
		}
		if whole := "[" + strings.Join(parts, " ") + "]"; whole != values[0] || cut.Count != len(list) {
			t.Fatalf("%s\n%s in pieces, %s whole", text, whole, values[0])
		}
	})
}

// Maps that follow on each other are the same whole and in pieces, with their places.
func TestValuesInPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		n := rapid.IntRange(3, 9).Draw(t, "n")
		for i := range n {
			indent := rapid.SampledFrom([]string{"", " "}).Draw(t, "indent")
			one, err := json.MarshalIndent(map[string]any{"k": []any{i, map[string]any{"é}": "{\""}}}, "", indent)
			if err != nil {
				t.Fatal(err)
			}
			if indent == "" {
				one = bytes.ReplaceAll(one, []byte("\n"), nil)
			}
			text.Write(one)
			text.WriteString(rapid.SampledFrom([]string{"", " ", "\n", ",\n", "\r\n\n", "\n[1, {}]\n"}).Draw(t, "between"))
		}
		type place struct {
			value        string
			line, column int
		}
		var whole, parts []place
		add := func(to *[]place, text string, above, before int) {
			var r Reader
			r.OpenJSON(text, above, before)
			for v := r.JSON(); v != nil; v = r.JSON() {
				one, _ := yaml.Marshal(v)
				*to = append(*to, place{string(one), v.Line, v.Column})
			}
		}
		add(&whole, text.String(), 0, 0)
		cut := SplitJSONValues(text.String(), rapid.IntRange(1, 100).Draw(t, "size"))
		for _, p := range cut.All {
			add(&parts, p.Text, p.Above, p.Before)
		}
		if cut.Count == 0 && len(whole) == n || cut.Count > 0 && !slices.Equal(whole, parts) {
			t.Fatalf("%q\n%v\n%v", text.String(), whole, parts)
		}
	})
}

// valueOf returns a tree as encoding/json decodes it.
func valueOf(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.SequenceNode:
		items := []any{}
		for _, item := range n.Content {
			items = append(items, valueOf(item))
		}
		return items
	case n.Kind == yaml.MappingNode:
		pairs := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			pairs[n.Content[i].Value] = valueOf(n.Content[i+1])
		}
		return pairs
	case n.Style == yaml.DoubleQuotedStyle:
		return n.Value
	}
	return json.Number(n.Value)
}
