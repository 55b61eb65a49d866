package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markdownparser "github.com/yuin/goldmark/parser"
	htmlrenderer "github.com/yuin/goldmark/renderer/html"

	"dateline/timeline"
	"dateline/timeline/diff"
	"dateline/timeline/diff/report"
	"dateline/timeline/load"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

func recordOf(name, text string) *timeline.Timeline {
	files := []load.File{load.InMemory(name, []byte(text))}
	return load.Files(context.Background(), files, nil).Index.Timeline()
}

// written returns what is written of two records in a format.
func written(t *testing.T, f report.Format, old, now *timeline.Timeline) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, f, diff.New(old, now, nil, nil), [2]report.Side{}, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const was = `title: Talks
actors:
  - {id: anna, name: Anna Aster, memberships: [{of: Org, role: chief, start: 2020}]}
events:
  - {date: 2025-05-01, title: One, actors: [anna, Ben], tags: [a], sources: ["https://example.org/u"]}
  - {id: two, date: 2025-05-02, title: "*Two*", claims: [{by: anna, text: Yes, status: reported}]}
  - {date: 2025-05-03, title: Three}
`

const is = `title: The talks
actors:
  - {id: anna, name: Anna Aster, memberships: [{of: Org, role: chief, start: 2020, end: 2025-04}]}
events:
  - {date: 2025-05-01, title: One, actors: [anna, {actor: Cy, role: host}], tags: [b], sources: ["https://example.org/u"]}
  - {id: deux, date: 2025-05-02, title: "*Two*", claims: [{by: anna, text: Yes, status: denied}], summary: "It was said
     by many and in many places that so much has changed."}
  - {date: 2025-05-04, title: Four}
  - {date: 2025-05-05, title: Five}
`

func TestText(t *testing.T) {
	const want = `~ the record
    ~ title: Talks -> The talks

~ 1 May 2025  One  [record.yaml:5]
    - actors: Ben
    + actors: Cy, role: host
    - tags: a
    + tags: b

~ 2 May 2025  *Two*  [record.yaml:6]
    ~ id: two -> deux
    + summary: It was said by many and in many places that so much has changed.
    ~ claims 1 (Anna Aster), status: reported -> denied

- 3 May 2025  Three  [record.yaml:7]
+ 4 May 2025  Four  [record.yaml:8]
+ 5 May 2025  Five  [record.yaml:9]

~ actor Anna Aster  [record.yaml:3]
    + memberships 1 (Org), end: 2025-04

+ actor Cy  [record.yaml:5]
- actor Ben  [record.yaml:5]
`
	old, now := recordOf("record.yaml", was), recordOf("record.yaml", is)
	if diff := cmp.Diff(want, written(t, report.Text, old, now)); diff != "" {
		t.Error(diff)
	}
	const sum = "the record's head changed; 2 events new, 1 gone, 2 changed; 1 actor new, 1 gone, 1 changed"
	if got := report.Summary(diff.New(old, now, nil, nil)); got != sum {
		t.Error(got)
	}
	if got := report.Summary(diff.New(old, old, nil, nil)); got != "no changes" {
		t.Error(got)
	}
}

func TestMarkdown(t *testing.T) {
	const want = `**The record's head changed; 2 events new, 1 gone, 2 changed; 1 actor new, 1 gone, 1 changed**

### The record

- title: Talks → The talks

### Events

- **Changed:** 1 May 2025, One (record.yaml:5)
  - actors without: Ben
  - actors with: Cy, role: host
  - tags without: a
  - tags with: b
- **Changed:** 2 May 2025, \*Two\* (record.yaml:6)
  - id: two → deux
  - summary is: It was said by many and in many places that so much has changed.
  - claims 1 (Anna Aster), status: reported → denied
- **Gone:** 3 May 2025, Three (record.yaml:7)
- **New:** 4 May 2025, Four (record.yaml:8)
- **New:** 5 May 2025, Five (record.yaml:9)

### Actors

- **Changed:** Anna Aster (record.yaml:3)
  - memberships 1 (Org), end is: 2025-04
- **New:** Cy (record.yaml:5)
- **Gone:** Ben (record.yaml:5)
`
	got := written(t, report.Markdown, recordOf("record.yaml", was), recordOf("record.yaml", is))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestJSON(t *testing.T) {
	const want = `{"record":[{"key":"title","old":"Talks","new":"The talks"}]
,"events":[{"change":"changed","id":"2025-05-01-one","date":"2025-05-01","name":"One",` +
		`"old":{"file":"record.yaml","line":5},"new":{"file":"record.yaml","line":5},"fields":[` +
		`{"key":"actors","taken":[{"name":"Ben"}],"added":[{"name":"Cy","role":"host"}]},` +
		`{"key":"tags","taken":["a"],"added":["b"]}]}
,{"change":"changed","id":"deux","was_id":"two","date":"2025-05-02","name":"*Two*",` +
		`"old":{"file":"record.yaml","line":6},"new":{"file":"record.yaml","line":6},"fields":[` +
		`{"key":"id","old":"two","new":"deux"},` +
		`{"key":"summary","new":"It was said by many and in many places that so much has changed."},` +
		`{"key":"claims","item":{"number":1,"of":"Anna Aster","key":"status"},"old":"reported","new":"denied"}]}
,{"change":"gone","id":"2025-05-03-three","date":"2025-05-03","name":"Three","old":{"file":"record.yaml","line":7},"new":null,"fields":[]}
,{"change":"new","id":"2025-05-04-four","date":"2025-05-04","name":"Four","old":null,"new":{"file":"record.yaml","line":8},"fields":[]}
,{"change":"new","id":"2025-05-05-five","date":"2025-05-05","name":"Five","old":null,"new":{"file":"record.yaml","line":9},"fields":[]}
]
,"actors":[{"change":"changed","id":"anna","name":"Anna Aster",` +
		`"old":{"file":"record.yaml","line":3},"new":{"file":"record.yaml","line":3},"fields":[` +
		`{"key":"memberships","item":{"number":1,"of":"Org","key":"end"},"new":"2025-04"}]}
,{"change":"new","id":"cy","name":"Cy","old":null,"new":{"file":"record.yaml","line":5},"fields":[]}
,{"change":"gone","id":"ben","name":"Ben","old":{"file":"record.yaml","line":5},"new":null,"fields":[]}
]
,"sources":[]
,"errors":{"old":0,"new":0}
}
`
	got := written(t, report.JSON, recordOf("record.yaml", was), recordOf("record.yaml", is))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !json.Valid([]byte(got)) {
		t.Error("this is not JSON")
	}
}

// rendered returns Markdown as a page of HTML, read with every extension there is, and with HTML let through.
func rendered(t *testing.T, text string) string {
	m := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(markdownparser.WithAttribute()), goldmark.WithRendererOptions(htmlrenderer.WithUnsafe()),
	)
	var page bytes.Buffer
	if err := m.Convert([]byte(text), &page); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

var (
	tag     = regexp.MustCompile(`<[^>]*>`)
	ownTags = regexp.MustCompile(`^</?(h3|p|strong|ul|li)>$`)
)

// Whatever two records say, it is seen and never obeyed, no markup in Markdown, and JSON.
func TestNothingHostileIsWritten(t *testing.T) {
	texts := append(testrecord.Hostile(), "<img src=x onerror=alert(1)>", "[a](https://evil.example)", "![a](x)", "`a`",
		"# a", "- a", "1. a", "> a", "| a | b |", "@someone #1", "a\n\n# b\n\n- c", "***", "---", "~~a~~", "&lt;b>", "javascript:x",
		"https://evil.example", "a</li></ul><script>", "\\", "  a  ", "***a***", "[^1]: x", "- [ ] a", ": a")
	plain := recordOf("a.yaml", testrecord.EveryField("text"))
	for _, text := range texts {
		hostile := recordOf("a"+text+".yaml", testrecord.EveryField(text))
		for _, pair := range [][2]*timeline.Timeline{{plain, hostile}, {hostile, plain}} {
			for _, f := range report.Formats {
				out := written(t, f, pair[0], pair[1])
				if !utf8.ValidString(out) {
					t.Errorf("%q: %s is no UTF-8", text, f)
				}
				for _, r := range out {
					joins := r == '\u200c' || r == '\u200d'
					if r != '\n' && !joins && sanitize.Line("a"+string(r)) != "a"+string(r) {
						t.Errorf("%q: %s holds %U", text, f, r)
						break
					}
				}
				switch f {
				case report.JSON:
					if !json.Valid([]byte(out)) {
						t.Errorf("%q: not JSON: %s", text, out)
					}
				case report.Markdown:
					page := rendered(t, out)
					for _, tag := range tag.FindAllString(page, -1) {
						if !ownTags.MatchString(tag) {
							t.Fatalf("%q: %s in %s", text, tag, html.UnescapeString(page))
						}
					}
				case report.Text:
					for line := range strings.Lines(out) {
						if line != "\n" && !strings.HasPrefix(line, "    ") && strings.IndexByte("+-~", line[0]) < 0 {
							t.Errorf("%q: a line of its own: %q", text, line)
						}
					}
				}
			}
		}
	}
}

// In two long texts what is not the same stands out, and so does the line that names what has changed.
func TestWhatStandsOut(t *testing.T) {
	long := strings.Repeat("so ", 20)
	event := func(summary string) *timeline.Timeline {
		return recordOf("a.yaml", "- {id: x, date: 2025, title: T, summary: \""+summary+"\"}\n")
	}
	for _, test := range [][4]string{
		{long + "it was in May", long + "it was in late June", long + "it was in <May>", long + "it was in <late June>"},
		{long + "it was", long + "so it was", long + "it was", long + "<so> it was"},
		{"A " + long + "b", "B " + long + "b", "<A> " + long + "b", "<B> " + long + "b"},
	} {
		var out bytes.Buffer
		title := func(s string) string { return "<" + s + ">" }
		d := diff.New(event(test[0]), event(test[1]), nil, nil)
		if err := report.Write(&out, report.Text, d, [2]report.Side{}, title); err != nil {
			t.Fatal(err)
		}
		want := "<~ 2025  T>  [a.yaml:1]\n    - summary: " + test[2] + "\n    + summary: " + test[3] + "\n"
		if diff := cmp.Diff(want, out.String()); diff != "" {
			t.Error(diff)
		}
	}
}

// A change is seen where only blanks differ, and in a text of any length, of which little more is written than that.
func TestEveryChangeIsSeen(t *testing.T) {
	long := strings.Repeat("many words ", 30_000)
	for _, test := range []struct{ was, is, wantWas, wantIs string }{
		{"a\nb", "a b", `"a\nb"`, `"a b"`},
		{"a  b", "a b", `"a  b"`, `"a b"`},
		{"a\u00a0b", "a b", `"a\u00a0b"`, `"a b"`},
		{long + "in May " + long, long + "in June " + long, "many words in May many words", "many words in June many words"},
		{long, long + "more", "… ", "many words many words more"},
		{strings.Repeat("x", 300_000), "y", "xxx … xxx", "y"},
	} {
		for _, key := range []string{"summary: ", "other: ", "notes: "} {
			event := func(text string) *timeline.Timeline {
				value, _ := json.Marshal(text)
				if key == "notes: " {
					value = []byte("[" + string(value) + "]")
				}
				return recordOf("a.yaml", "- {id: x, date: 2025, title: T, "+key+string(value)+"}\n")
			}
			for _, f := range []report.Format{report.Text, report.Markdown} {
				out := written(t, f, event(test.was), event(test.is))
				plain := strings.ReplaceAll(out, `\`, "")
				for _, want := range []string{test.wantWas, test.wantIs} {
					if !strings.Contains(plain, strings.ReplaceAll(want, `\`, "")) || len(out) > 5000 {
						t.Errorf("%s%s: %d bytes lack %q:\n%.3000s", key, f, len(out), want, out)
					}
				}
			}
		}
	}
}

// The error of the writer is returned, whatever is written.
func TestWriteFails(t *testing.T) {
	for _, f := range report.Formats {
		d := diff.New(recordOf("a.yaml", was), recordOf("a.yaml", testrecord.Generate(300)), nil, nil)
		if err := report.Write(full{}, f, d, [2]report.Side{}, nil); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", f, err)
		}
	}
}

type full struct{}

var errFull = errors.New("the disk is full")

func (full) Write([]byte) (int, error) { return 0, errFull }
