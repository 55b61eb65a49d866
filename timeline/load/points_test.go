package load

import (
	"context"
	"strings"
	"testing"
)

// The points of a map are events even where none of their keys means a date, and the line that reads them is offered. In
// a folder such a map is probably none of events.
func TestPointsOfAMapAreEvents(t *testing.T) {
	feature := func(properties string) string {
		return `{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{` + properties + `}}`
	}
	collection := func(features ...string) string {
		return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
	}
	a, b := feature(`"Activity":"It began","realstart":"5/13/1970"`), feature(`"Activity":"It ended","realstart":"x"`)
	for text, want := range map[string]string{
		collection(a, b):                                " | It began,  | It ended",
		collection(a):                                   " | It began",
		`{"map":` + collection(a, b) + `,"v":1}`:        " | It began,  | It ended",
		collection(feature(`"date":"2024","name":"A"`)): "2024 | A",
	} {
		p := loadText(t, "x.geojson", text)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
			t.Errorf("%s: %q\n%s", text, got, p.Problems)
		}
	}
	p := loadText(t, "x.json", collection(a, b))
	if said := p.Problems.String(); !strings.Contains(said, "--map date=realstart,title=Activity") {
		t.Errorf("it is not offered:\n%s", said)
	}
	file := textFile("x.geojson", collection(a, b))
	file.inFolder = true
	if p := Files(context.Background(), []File{file, textFile("a.yaml", "- {date: 2024, title: A}\n")}, nil); p.Index.Timeline().Len() != 1 {
		t.Errorf("in a folder: %q", outline(p.Index.Timeline()))
	}
	var o Options
	if err := o.AddMap("date=realstart,title=Activity"); err != nil {
		t.Fatal(err)
	}
	p = o.Files(context.Background(), []File{textFile("x.json", collection(a, b))}, nil)
	if got := outline(p.Index.Timeline()); got[0] != "1970-05-13 | It began" {
		t.Errorf("%q\n%s", got, p.Problems)
	}
}
