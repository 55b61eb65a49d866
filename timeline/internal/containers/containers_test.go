package containers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"dateline/timeline/edtf"
	"dateline/timeline/internal/containers"
)

// keys are as package load has them, without its own table of fields.
var keys = containers.Keys{
	IsDate:  containers.IsDate,
	IsTitle: containers.IsTitle,
	IsOwn: func(key string) bool {
		return slices.Contains(strings.Fields("actors sources quotes figures claims"), key)
	},
	IsWhen: func(text string) bool { _, err := edtf.Parse(text); return err == nil || text == "20250101" },
	First:  func(*yaml.Node) []*yaml.Node { return nil },
}

// tree returns the node of a text of YAML.
func tree(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Content[0]
}

// said says a group in a line: each of its lists with its form, its items and the keys beside it, then what is left.
func said(g containers.Group, ok bool) string {
	if !ok {
		return "none"
	}
	forms := map[containers.Form]string{
		containers.Items: "items", containers.ByID: "by id", containers.ByDate: "by date", containers.OfDate: "of date",
	}
	var parts []string
	for _, l := range g.Lists {
		n := len(l.Items.Content)
		if l.Items.Kind == yaml.MappingNode {
			n /= 2
		}
		part := fmt.Sprintf("%s: %d %s", l.Path, n, forms[l.Form])
		if len(l.Rest) > 0 {
			part += " +" + l.Rest[0].Value
		}
		parts = append(parts, part)
	}
	for i := 0; i < len(g.Rest); i += 2 {
		parts = append(parts, g.Rest[i].Value)
	}
	return strings.Join(parts, ", ")
}

const one, two = "{date: 2025-01-01, title: A}", "{when: 2025-01-02, name: B}"

// Events are found under any key, in any form, however deep; an event and its own lists hold none.
func TestGroup(t *testing.T) {
	for _, c := range [][2]string{
		{"{stages: [" + one + ", " + two + "], note: x}", "stages: 2 items, note"},
		{"{a: [" + one + "], b: [" + two + "]}", "a: 1 items, b: 1 items"},
		{"{data: {items: [" + one + "], page: 1}, x: 1}", "data.items: 1 items +page, x"},
		{"{all: {first: " + one + ", second: " + two + "}}", "all: 2 by id"},
		{"{days: {2025-01-01: It rained., 2025-01-02: [It snowed.]}}", "days: 2 by date"},
		{"{eras: [{name: Old, events: [" + one + "]}, {name: New, events: [" + two + "]}]}", "eras: 2 items"},
		{"{year: 2025, milestones: [It rained., It snowed.]}", "milestones: 2 of date, year"},
		{"{year: 2025, events: [{title: It rained.}]}", "events: 1 of date, year"},
		{"{features: [{properties: " + one + "}, {properties: " + two + "}]}", "features: 2 items"},

		{"{names: [A, B], people: [{name: A}, {name: B}]}", "none"},
		{"{sources: [" + one + "]}", "none"}, // which a record has too
		{"{date: 2025, title: A, references: [" + one + "]}", "none"},
		{"{a: {b: {c: {d: {e: {f: {g: [" + one + "]}}}}}}}", "none"}, // too deep
		{"[" + one + "]", "none"},                                    // no map
		{"{id: x, versions: [{date: 1.0}, {note: y}, {note: z}]}", "none"},
	} {
		if got := said(keys.Group(tree(t, c[0]))); got != c[1] {
			t.Errorf("%s\n%s, want %s", c[0], got, c[1])
		}
	}
}

// Nothing of a map is lost: each key is in the rest or leads to a list.
func TestGroupKeepsAll(t *testing.T) {
	g, ok := keys.Group(tree(t, "{title: T, a: {x: 1, b: ["+one+"], y: {z: 2}}, c: [1, 2]}"))
	if got := said(g, ok); got != "a.b: 1 items +x, title, c" || len(g.Lists[0].Rest) != 4 {
		t.Error(got)
	}
}

// Tables become lists of maps, and other trees stay as they are.
func TestRows(t *testing.T) {
	const rows = "- {date: \"2025\", title: A}\n- {date: \"2026\", title: B}"
	const longer = "- {date: \"2025\", title: A, column: more}"
	const data = "{columns: [date, title], data: [{date: \"2025\", title: A}]}"
	for text, want := range map[string]string{
		`[["date", "title"], ["2025", "A"], ["2026", "B"]]`:                               rows,
		`{"date": ["2025", "2026"], "title": ["A", "B"]}`:                                 rows,
		`{"date": {"0": "2025", "1": "2026"}, "title": {"0": "A", "1": "B"}}`:             rows,
		`{"columns": ["date", "title"], "data": [["2025", "A"]]}`:                         data,
		`[["date", "title"], ["2025", "A", "more"]]`:                                      longer,
		`{"date": {"year": "2025", "month": "1"}, "end": {"year": "2025", "month": "2"}}`: "same",
		`[["a", "b"], ["2025", "A"]]`:                                                     "same",
		`[["2025", "A"], ["2026", "B"]]`:                                                  rows,
		`[["2025", "New year"], ["2026", "Old year"]]`: "- {date: \"2025\", title: New year}\n" +
			"- {date: \"2026\", title: Old year}",
		`{"events": [["2025", "New year"], ["2026", "B"]]}`: `{events: [{date: "2025", title: New year}, {date: "2026", title: B}]}`,
		`[[1, "2025", "A", "x"], [2, "2026", "B"]]`: "- {column 1: 1, date: \"2025\", title: A, column 4: x}\n" +
			"- {column 1: 2, date: \"2026\", title: B}",
		`[["date", "2025", "2026"], ["2025-01-01", "A", "B"]]`:                  `[{date: "2025-01-01", "2025": A, "2026": B}]`,
		`[["2025", "2026"], ["2027", "2028"]]`:                                  "same",
		`[["A", "B"], ["C", "D"]]`:                                              "same",
		`[["2025", "A"]]`:                                                       "same",
		`{"date": "2025", "title": "A", "log": [["2025", "A"], ["2026", "B"]]}`: "same",
		`{"date": ["2025"], "title": ["A", "B"]}`:                               "same",
	} {
		got := plain(t, keys.Rows(tree(t, text)))
		if want == "same" {
			want = plain(t, tree(t, text))
		} else {
			want = plain(t, tree(t, want))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// plain returns a tree as YAML, whatever its styles were.
func plain(t *testing.T, n *yaml.Node) string {
	t.Helper()
	var value any
	if err := n.Decode(&value); err != nil {
		t.Fatal(err)
	}
	text, err := yaml.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A group is called by its title, else by its first text.
func TestName(t *testing.T) {
	for text, want := range map[string]string{
		"{era: Old, title: The war}":     "The war",
		"{era: Stone age, from: 2025}":   "Stone age",
		"{n: 7, date: 2025}":             "",
		"{summary: B, headline: A}":      "A",
		"{description: C, summary: B}":   "B",
		"{name: C, text: D, title: B}":   "B",
		"{text: " + long + ", era: Old}": "Old",
	} {
		pairs := tree(t, text).Content
		if got, _ := keys.Name(pairs); got != want {
			t.Errorf("%s is called %q, want %q", text, got, want)
		}
		turned := append(slices.Clone(pairs[2:]), pairs[:2]...)
		if got, _ := keys.Name(turned); got != want {
			t.Errorf("%s is called %q where its first key is the last", text, got)
		}
	}
}

var long = strings.Repeat("long ", 40)

// Where no key means a date, one whose values nearly all are dates in words does.
func TestDateLike(t *testing.T) {
	for text, want := range map[string]string{
		"[{wann: 2025-01-01, a: x}, {wann: 2025-01-02, a: y}]": "wann",
		"[{wann: 2025-01-01}, {wann: soon}]":                   "",
		"[{wann: 20250101}, {wann: 20250101}]":                 "", // a number may be anything
		"[{wann: 2025-01-01}]":                                 "", // one is chance
	} {
		if got := keys.DateLike(tree(t, text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Of a tree without events the longest list of maps is named, so that a message can say where they may be.
func TestLargest(t *testing.T) {
	at, n := containers.Largest(tree(t, "{a: [{x: 1}], b: {c: [{x: 1}, {x: 2}], d: [1, 2, 3]}}"))
	if at != "b.c" || n != 2 {
		t.Errorf("%s with %d", at, n)
	}
}
