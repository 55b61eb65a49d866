package load

import (
	"fmt"
	"strings"
	"testing"
)

// An item of a list of others that says that nothing is known is none, and the list is kept as it is written.
func TestItemsThatSayNothing(t *testing.T) {
	const rest = `, {"when": "2020-01-03", "title": "b"}]`
	for text, want := range map[string]string{
		`"actors": ["Ann", "-"]`:        `[Ann] [] "" [Ann, -]`,
		`"people": ["-", "Ann"]`:        `[Ann] [] "" [-, Ann]`,
		`"actors": ["?", "N/A"]`:        `[] [] "" [?, N/A]`,
		`"tags": ["x", "none", "y"]`:    `[] [x y] "" [x, none, y]`,
		`"keywords": ["x", "-"]`:        `[] [x] "" [x, -]`,
		`"location": ["Kyiv", "-"]`:     `[] [] "Kyiv" [Kyiv, -]`,
		`"location": ["unknown"]`:       `[] [] "" [unknown]`,
		`"place": ["-", "Kyiv"]`:        `[] [] "Kyiv" [-, Kyiv]`,
		`"actors": ["Ann", "Null"]`:     `[Ann Null] [] "" `,
		`"tags": ["x-y", "non", "- a"]`: `[] [x-y non - a] "" `,
	} {
		p := Files(t.Context(), []File{InMemory("a.json", []byte(`[{"when": "2020-01-02", "title": "a", `+text+"}"+rest))}, nil)
		e, actors, kept := p.Index.Timeline().Event(0), []string(nil), ""
		for _, one := range e.Actors {
			actors = append(actors, p.Index.Timeline().Actor(one.Actor).Name)
		}
		for _, f := range e.Other {
			if f.Key != "when" {
				kept += strings.ReplaceAll(f.Value, `"`, "")
			}
		}
		if got := fmt.Sprintf("%s %s %q %s", actors, e.Tags, e.Location, kept); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
