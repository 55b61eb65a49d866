package load

import (
	"fmt"
	"strings"
	"testing"
)

// A text that YAML takes for something else is read as it was meant, with the cure, wherever it is written.
func TestTextsWithoutQuotesAreRead(t *testing.T) {
	for field, want := range map[string]string{
		"title: [[Wiki link]]":                 "Wiki link",
		"title: [[Link]] met X":                "[[Link]] met X",
		"title: [[A]], [[B|b]]: talk":          "[[A]], [[B|b]]: talk",
		"title: [Draft] A talk":                "[Draft] A talk",
		"title: {{x}} A talk":                  "{{x}} A talk",
		`title: "Quoted" and more`:             `"Quoted" and more`,
		"title: *bold* text":                   "*bold* text",
		"title: @name":                         "@name",
		"title: `code` text":                   "`code` text",
		"title: %x text":                       "%x text",
		"title: & more":                        "& more",
		"title: | pipe":                        "| pipe",
		"title: > quote":                       "> quote",
		"title: a: b":                          "a: b",
		"title: - b":                           "- b",
		"location: [[Kyiv]]":                   "Kyiv",
		"tags: [[Kyiv]]":                       "Kyiv",
		"tags: [#a, #b/c]":                     "a,b/c",
		"actors: [@name, @other, c]":           "name,other,c",
		"actors: [*bold*, b]":                  "*bold*,b",
		"actors: [`code`, b]":                  "`code`,b",
		"actors: [[Mira Sol]]":                 "Mira Sol",
		"actors: [[[Mira Sol]], [[B|b]]]":      "Mira Sol,B",
		"actors:\n  - [[Mira Sol]]\n  - @name": "Mira Sol,name",
		"notes:\n  - [[Link]] met X\n  - b":    "[[Link]] met X,b",
	} {
		key, _, _ := strings.Cut(field, ":")
		page := "---\ndate: 2025-01-02\n" + field + "\nstatus: reported\n---\n\nBody\n"
		list := "events:\n  - date: 2025-01-02\n    status: reported\n    " + strings.ReplaceAll(field, "\n", "\n    ") + "\n"
		for name, text := range map[string]string{"x.md": page, "x.yaml": list} {
			p := loadText(t, name, text)
			record := p.Index.Timeline()
			if record.Len() != 1 {
				t.Errorf("%s: %d events of %q", name, record.Len(), text)
				continue
			}
			e := record.Written(0)
			names := make([]string, len(e.Actors))
			for i := range e.Actors {
				names[i] = e.Actors[i].Name
			}
			got := map[string]string{
				"title": e.Title, "location": e.Location, "tags": strings.Join(e.Tags, ","), "actors": strings.Join(names, ","),
				"notes": strings.Join(e.Notes, ","),
			}[key]
			if got != want || e.Status != "reported" {
				t.Errorf("%s: %s is %q, want %q, of %q:\n%s", name, key, got, want, text, p.Problems)
			}
		}
	}
}

// What dateline writes for programs, and says again of what it says elsewhere, is no key of the writer's own.
func TestDerivedKeysAreDropped(t *testing.T) {
	for text, want := range map[string]string{
		`{date: 2025-09, title: a, earliest: 2025-09-01, latest: 2025-09-30, file: x.yaml, line: 3}`: "[]",
		`{date: "", title: a, earliest: null, latest: null, file: x.yaml, line: 3}`:                  "[]",
		`{date: 2025-09, title: a, earliest: 2025-09-02, latest: 2025-09-30}`:                        "[{earliest 2025-09-02}]",
		`{date: 2025-09, title: a, file: photo.jpg, line: Red}`:                                      "[{file photo.jpg} {line Red}]",
		`{date: 2025-09, title: a, earliest: 2025-09-01, latest: 2025-09-30, line: Red}`:             "[{line Red}]",
		`{date: 2025-09, title: a, other: {date: soon, b: [c, d]}}`:                                  "[{date soon} {b [c, d]}]",
		`{date: 2025-09, title: a, other: [{b: c}, {b: d}]}`:                                         "[{b c} {b d}]",
		`{date: 2025-09, title: a, other: [b, c]}`:                                                   "[{other [b, c]}]",
		`{date: 2025-09, title: a, other: words}`:                                                    "[{other words}]",
	} {
		if got := fmt.Sprint(loadText(t, "x.yaml", "- "+text).Index.Timeline().Event(0).Other); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// An actor whose id stands beside its name is known by both, and a record of it counts for more.
func TestActorsWithIDsInPlace(t *testing.T) {
	const event = `{date: 2025, title: a, actors: [{id: rubio, name: Marco Rubio, role: host, office: x}], ` +
		`quotes: [{by: Marco Rubio, text: b}]}`
	for text, want := range map[string]string{
		"events: [" + event + ", " + strings.Replace(event, "title: a", "title: visit", 1) + "]": "rubio Marco Rubio false 1",
		"actors: [{id: rubio, name: M. Rubio}]\nevents: [" + event + "]":                         "rubio M. Rubio true 1",
		"events: [" + event + "]\nactors: [{id: rubio, name: Rubio}]":                            "rubio Rubio true 1",
		"actors: [{id: r, name: Marco Rubio}]\nevents: [" + event + "]":                          "r Marco Rubio true 1",
		"actors: [{id: r, aliases: [Marco Rubio]}]\nevents:\n  - " + event:                       "r r true 1",
	} {
		p := loadText(t, "x.yaml", text)
		record := p.Index.Timeline()
		a := record.Actor(record.Event(0).Actors[0].Actor)
		if got := fmt.Sprint(a.ID, " ", a.Name, " ", a.Recorded, " ", record.Actors()); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
		if len(p.Problems) > 0 {
			t.Errorf("%s:\n%s", text, p.Problems)
		}
	}
}
