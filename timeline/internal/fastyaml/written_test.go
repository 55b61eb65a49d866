package fastyaml_test

import (
	"strings"
	"testing"
)

// written are items as people and programs write them, by what is odd about them.
var written = map[string]string{
	"every escape":              `- a: "\0\a\b\t\n\v\f\r\e\ \"\'\\\N\_\L\P\x41\u00e9\U0001F600"` + "\n  b: \"\\\t\"\n",
	"an escaped end of a line":  "- a: \"one \\\n    two\\\n    \\ three\\\n\n    four\"\n  b: c\n",
	"wrapped letters":           "- title: \"\\u041A\\u0438\\u0457\\u0432 \\u0442\\\n    \\u0430 \\u0449\\\n    \\ \\u043E\"\n",
	"empty lines in quotes":     "- a: \"one\n\n\n    two \n    three\"\n  b: 'it''s\n\n    so'\n  c: '  \n\n    d '\n",
	"empty lines in plain text": "- a: one\n    two\n\n    three\n  \n\n    four\n\n  b: c\n",
	"kept lines":                "- a: |+\n    one\n\n    two\n\n\n  b: >+\n    three\n    four\n\n- c\n",
	"kept lines at the end":     "- a: |+\n    one\n\n\n",
	"an indicated indentation": "- a: |2\n       one\n     two\n  b: >1-\n     three\n    four\n  c: |-1\n     five\n  d: |2+\n\n" +
		"      x\n\n",
	"deeper lines":            "- a: >\n    One:\n\n      - two\n      - three\n\n\n    four\n    five\n\n       six\n    seven\n",
	"deeper lines, a tab":     "- a: >-\n    one\n    \ttwo\n    three\n    \t\n    four\n",
	"blanks in a block":       "- a: |\n    one\n      \n    two  \n   \n  b: >\n    one\n      \n    two\n",
	"an empty block":          "- a: |\n  b: >-\n  c: |+\n\n\n  d: |2\n- e: |\n",
	"empty lines first":       "- a: |\n\n\n    one\n  b: >\n\n    two\n    three\n  c: |-\n  \n    four\n",
	"a comment after a block": "- a: |\n    one\n\n   # no\n  # text\n  b: c\n",
	"a comment on a block":    "- a: | # b\n    c\n  d: >- # e\n    f\n",
	"a block's last line":     "- a: |\n    one\n    two",
	"a block's last blanks":   "- a: |\n    one\n\n  ",
	"a folded last line":      "- a: >\n    one\n    two",
	"a text's last line":      "- a: one\n    two",
	"a missing value":         "- end:\n  a: b\n  c: # d\n\n  e:    \n  f:",
	"missing values at depth": "- a:\n    b:\n  c:\n  -\n  -   # d\n  - e:\n  f:\n    - \n",
	"missing items":           "-\n-\n- a\n- # b\n-",
	"a hyphen alone":          "-\n  date: 2025\n  title: a\n-\n    date: 2026\n-\n  b\n-   # c\n  - d\n",
	"a value below": "- a:\n    one\n    two\n  b:\n    \"three\n    four\"\n  c:\n    [five]\n  d:\n    |\n    six\n" +
		"  e: # f\n    - g\n",
	"keys in quotes": "- \"date\": 2025\n  'title': a\n  \"a b\" : c\n  \"\\u00e9\":\n    \"b\": c\n- 'it''s': d\n- \"e\"\n",
	"keys of others": "- date added: a\n  dc.date: b\n  a/b: c\n  größe: d\n  2nd: e\n  Зміст : f\n  schema:name: g\n  $id: h\n" +
		"  it's: i\n  x#y: j\n  a (b): k\n",
	"keys with signs first": "- :date: 2025\n  ?b: c\n  _d: e\n  (f): g\n  2025-01-01: h\n  12: i\n  ~: j\n  null: k\n  -x: l\n" +
		"  .y: m\n",
	"a tab in a text": "- a: one\ttwo\n  b: \"three\tfour\t\n    five\"\n  c: 'six\tseven'\n  d: |\n    eight\tnine\n" +
		"  e: [a\tb]\n",
	"a tab at the end":      "- a: one\t\n    two \t \n  b: three\t# four\n  c: five #\tsix\n",
	"lines of JSON":         "- {\"id\": \"x\", \"a\":1, \"b\" : [\"c\",-2], \"d\":{\"e\":null},\"f\":[],\"g\":{}}\n- {}\n- []\n",
	"JSON over lines":       "-\n  {\n    \"id\": \"x\",\n    \"a\": [\n      1,\n      2\n    ]\n  }\n",
	"numbers below nothing": "- [-5, -1.5e3, -a, -]\n- {a: -5, b: -}\n",
	"comments in brackets":  "- a: [b, # c\n    # d, e\n\n    f # g\n    , h] # i\n  j: [ # k\n    l\n  # m\n  ]\n",
	"text in brackets over lines": "- {title: one two\n    three,\n    four five: six\n\n    seven\n    , x: y\n  }\n- [a\n  b]\n- [a\n" +
		"  # c\n  ]\n",
	"missing in brackets": "- {a: , b:\n    , c: }\n",
	"keys in brackets":    "- {date added: a, 'b': c, \"d e\": f, x.y: z, a-b: c, -g: h, ?i: j}\n",
	"links in brackets":   "- [https://example.org/a#b, https://example.org?id=1&x=2, http://a.org/?, 'c?', x # y\n  ]\n",
	"question marks":      "- [?a, a?, b ?c, d?e, ??]\n- {title: One of b?.yaml, q: a ?b, r: ?c, s: d?}\n- who?: why?\n  a: ?b\n",
	"js-yaml": "- date: '2020-01-01'\n  title: >-\n    one\n\n    two\n  summary: |2-\n      three\n    four\n  end: null\n" +
		"  tags: []\n  'on': \"\\u00a0\\e\"\n  notes: |+\n    five\n\n- {id: x, 'y': 'z', a: []}\n",
	"PyYAML": "- actors: [Ann, Bob]\n  date: 2020-01-01\n  figures:\n  - {label: drones shot down over\n      the sea, value: -3}\n" +
		"  summary: \"\\u041A\\u0438\\\n    \\ \\u0457\\n\\\n    \\n\"\n  note: 'one\n\n    two'\n  long: one two\n    three\n",
	"Symfony": "-\n    date: '2020-01-01'\n    title: 'it''s'\n    actors: [Ann, 'B, C']\n    note: null\n    empty: {  }\n" +
		"    text: |-\n        one\n        two\n-\n    - { id: x, 'y': 'z' }\n",
	"Psych": "- :date: 2020-01-01\n  :title: \"\\e\"\n  :end: \n  :summary: >\n    one\n  :tags: []\n",
	"SnakeYAML": "- {date: 2020-01-01, title: \"a\\nb\", actors: [Ann, Bob], summary: one two\n    three, end: null}\n- date: x\n" +
		"  long: \"one\\\n    \\ two\"\n",
	"Go": "- date: \"2020-01-01\"\n  summary: |4-\n          one\n      two\n  tags:\n    - a\n    - - b\n" +
		"      - \"null\"\n  end: null\n",
	"yaml (npm)": "- title:\n    one two three\n    four\n  note:\n    \"one two\n    three\"\n  list:\n    [\n      one,\n      { a: b }\n    ]\n" +
		"  end:\n  flow: { a: 1, \"b c\": [ ] }\n",
	"lists in lists": "- - a\n  - b\n- - - c\n    - d\n- a:\n  - - 1\n    - 2\n",
}

func TestReaderUnderstandsWhatIsWritten(t *testing.T) {
	for name, text := range written {
		if !samePlain(t, text) {
			t.Errorf("%s is not understood:\n%s", name, text)
		}
		inRecord := "events:\n  " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n  ")
		if !sameDocument(t, inRecord) {
			t.Errorf("%s is not understood in a record:\n%s", name, inRecord)
		}
	}
}
