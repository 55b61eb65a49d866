package load

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/family"
)

func TestTypesAreReadInEveryFormat(t *testing.T) {
	want := []timeline.TypeLook{
		{Type: "strike", Family: "force", Glyph: "×"}, {Type: "wedding", Family: "help"}, {Type: "ball", Glyph: "◊"},
	}
	for name, text := range map[string]string{
		"a.yaml": "types:\n  strike: {family: force, glyph: ×}\n  wedding: help\n  ball: {glyph: ◊}\n  none:\nevents: []\n",
		"a.json": `{"types": {"strike": {"family": "force", "glyph": "×"}, "wedding": {"family": "Help"}, ` +
			`"ball": {"glyph": "◊"}}, "events": [{"date": "2025", "title": "a"}]}`,
		"a.md": "---\ntypes: {strike: {family: force, glyph: ×}, wedding: help, ball: {glyph: ◊}}\n" +
			"events: [{date: 2025, title: a}]\n---\nSome text.\n",
		"b.yaml": "events:\n- {date: 2025, title: a}\n---\ntypes: {strike: {family: force}, wedding: help}\n---\n" +
			"types: {Strike: {glyph: ×}, ball: {glyph: ◊}}\n",
	} {
		p := loadText(t, name, text)
		got := p.Index.Timeline()
		if diff := cmp.Diff(want, got.Types()); diff != "" {
			t.Errorf("%s: %s\n%s", name, diff, p.Problems)
		}
		if got.Family("Wedding") != family.Help || got.Family("ball") != family.Other || got.Family("call") != family.Talks ||
			got.TypeGlyph("ball") != "◊" || got.TypeGlyph("wedding") != "" {
			t.Errorf("%s: a type has another family or glyph", name)
		}
	}
}

// What is said of types is there while a long list below it is still read.
func TestTypesAreThereWithTheFirstEvents(t *testing.T) {
	var text strings.Builder
	text.WriteString("types: {calls of two: {family: words, glyph: ◊}}\nevents:\n")
	for n := range 100_000 {
		fmt.Fprintf(&text, "  - {date: %d-01-01, title: Call %d, type: calls of two}\n", 1900+n%100, n)
	}
	portions := 0
	Files(t.Context(), []File{InMemory("a.yaml", []byte(text.String()))}, func(p Progress) {
		portions++
		if got := p.Index.Timeline(); got.Family("calls of two") != family.Words || got.TypeGlyph("calls of two") != "◊" {
			t.Errorf("portion %d of %d events has no types", portions, p.Events)
		}
	})
	if portions < 2 {
		t.Errorf("the record came in %d portions", portions)
	}
}

// Of several files that do not agree the first counts, and the problem names both.
func TestTypesOfSeveralFiles(t *testing.T) {
	p := Files(t.Context(), []File{
		InMemory("a.yaml", []byte("types: {strike: {family: force}, ball: talks}\n---\ntypes: {ball: talks}\n")),
		InMemory("b.yaml", []byte("types:\n  Strike: {family: help, glyph: ◊}\nevents: [{date: 2025, title: a}]\n")),
	}, nil)
	want := []timeline.TypeLook{{Type: "strike", Family: "force", Glyph: "◊"}, {Type: "ball", Family: "talks"}}
	if diff := cmp.Diff(want, p.Index.Timeline().Types()); diff != "" {
		t.Error(diff)
	}
	report := `b.yaml:2:3: warning: the family of ` + "`Strike` is `help` here and `force` elsewhere" + `
   2 |   Strike: {family: help, glyph: ◊}
     |   ^^^^^^
     = the first is at a.yaml:1:9; only that counts
`
	if diff := cmp.Diff(report, p.Problems.String()); diff != "" {
		t.Error(diff)
	}
}

// A glyph that cannot be used is that of the family, not that which the type has in other records.
func TestAWrongGlyphIsThatOfTheFamily(t *testing.T) {
	got := loadText(t, "a.yaml", "types: {call: {glyph: ab}, ball: {family: help, glyph: ×}}\nevents: []\n").Index.Timeline()
	if got.TypeGlyph("call") != "◆" || got.TypeGlyph("ball") != "+" {
		t.Errorf("%q", got.Types())
	}
}

// A head with more types than anybody has costs what it takes to read it, and the rest of the record is there.
func TestTypesWithoutEnd(t *testing.T) {
	var text strings.Builder
	text.WriteString("types:\n")
	for n := range 20 * timeline.MaxTypes {
		fmt.Fprintf(&text, "  type %d: {family: force, glyph: %s}\n", n, strings.Repeat("◊", n/100))
	}
	text.WriteString("events: [{date: 2025, title: a, type: type 7}]\n")
	p := loadText(t, "a.yaml", text.String())
	got := p.Index.Timeline()
	if len(got.Types()) != timeline.MaxTypes || got.Len() != 1 || got.Family("type 7") != family.Force {
		t.Errorf("%d types, %d events", len(got.Types()), got.Len())
	}
	for _, problem := range p.Problems {
		if len(problem.Message) > 200 {
			t.Errorf("a problem of %d bytes", len(problem.Message))
		}
	}
}
