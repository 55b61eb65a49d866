package fastyaml_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/internal/fastyaml"
)

// sameFlow fails where a Reader understands JSON otherwise than yaml.v3 does. It reports whether it understands it.
func sameFlow(t interface{ Fatalf(string, ...any) }, text string) bool {
	var r fastyaml.Reader
	r.OpenJSON(text, 0, 0)
	n := r.Flow()
	if n == nil {
		return false
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil || len(doc.Content) != 1 {
		t.Fatalf("yaml.v3 does not read it: %v\n%s", err, text)
	}
	if diff := differs(n, doc.Content[0]); diff != "" {
		t.Fatalf("%s\nin\n%s", diff, text)
	}
	return true
}

func TestFlowIsWhatYAMLMakesOfJSON(t *testing.T) {
	for _, text := range []string{
		`{}`, `[]`, ` [ {} , [] ]` + "\n", `{"a":1,"b":[true,false,null],"c":"","d":{"e":-1.5e+7}}`,
		"{\n  \"a\": \"\\\"\\\\\\b\\f\\n\\r\\t\\u00e9\",\r\n  \"é\" : \"ä\tb  \"\r\n}\r\n",
		`["<<", "~", "null", "a: b", " # c", "-", "*a", "&a", "!t"]`, `{"<<": {"a": "b"}}`,
	} {
		if !sameFlow(t, text) {
			t.Errorf("%s is not understood", text)
		}
	}
	for _, text := range []string{
		`[a]`, `['a']`, `[1,]`, `[,1]`, `{"a":1,}`, `{"a"}`, `{a: 1}`, `["a` + "\n" + `b"]`, `["\ud83d\ude00"]`, `["\x41"]`, `["\/"]`,
		"[\t1]", "[1] # c", "[1 // c\n]", `[1`, `{"a":1`, `[NaN]`, `[+1]`, `[.5]`, `[1 2]`, `["a" "b"]`, `{"a"` + "\n" + `:1}`,
		`{"` + strings.Repeat("a", 2000) + `": 1}`, `[1] [2]`, `[*a]`, `[&a 1]`, `["\u00"]`, `"a`, "[1\r]",
	} {
		if sameFlow(t, text) {
			t.Errorf("%s is understood", text)
		}
	}
}

func TestFlowIsWhatYAMLMakesOfAnyJSON(t *testing.T) {
	parts := []string{
		"{", "}", "[", "]", ",", ":", ", ", ": ", `"a"`, `"b": `, `"a":`, `""`, "1", "-2.5", "null", "true", " ", "\n", "\n  ",
		"\r\n", "\t", `"\n"`, `"\u00e9"`, `"\"`, `\`, `"`, "é", "#", " #", "*a", "&a ", "'", "~", "- ", "<<", "---\n", "0x1", "1_0", "1:2",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"[", "{", `{"a": [`}).Draw(t, "begin")
		text += strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "parts"), "")
		sameFlow(t, text+rapid.SampledFrom([]string{"]", "}", "]}", ""}).Draw(t, "end"))
	})
}

// Items of a list, whose text is cut anywhere between them, are read one by one with their places in it.
func TestFlowItems(t *testing.T) {
	for text, want := range map[string]int{"": 0, " \n": 0, `{"a": 1},{}`: 2, ` 1 , "2"`: 2, `1,`: -1, `,1`: -1, `1 2`: -1, "1 #": -1} {
		var r fastyaml.Reader
		r.OpenJSON(text, 3, 5)
		n, ok, items := (*yaml.Node)(nil), true, 0
		for {
			if n, ok = r.FlowItem(); n == nil || !ok {
				break
			}
			if items++; items == 1 && (n.Line != 4 || n.Column != 6+len(text)-len(strings.TrimLeft(text, " "))) {
				t.Errorf("%q is at %d:%d", text, n.Line, n.Column)
			}
			r.Reset()
		}
		if ok != (want >= 0) || ok && items != want {
			t.Errorf("%q: %d items, %t", text, items, ok)
		}
	}
}
