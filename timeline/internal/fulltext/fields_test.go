package fulltext

import (
	"context"
	"testing"

	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/testbuild"
)

// Each text of an event is found by a word of it, but for those of which it is said here why not.
func TestEveryTextIsFound(t *testing.T) {
	unfound := map[string]string{
		"Event.ID":      "id: asks for it",
		"Event.Type":    "type: asks for it",
		"Event.Status":  "status: asks for it",
		"Event.Related": "the ids of other events",
		"Part.Role":     "says nothing without the name before it",
		"Figure.Value":  "a number, which the chart compares",
		"Figure.Low":    "a number",
		"Figure.Best":   "a number",
		"Figure.High":   "a number",
		"Figure.Unit":   "what a number counts",
		"Claim.Status":  "is:disputed asks for it",
		"Field.Key":     "a key that the format does not know",
		"Pos.File":      "no text of the event",
	}
	record := testbuild.EveryText()
	words := New(record, listedIn(record), nil, parallel.All())
	for name, texts := range testbuild.Texts(record.Event(0)) {
		if len(texts) == 0 {
			t.Errorf("%s is empty", name)
		}
		for _, text := range texts {
			found := intset.NewBits(record.Len())
			words.Search(context.Background(), " "+fold.Fold(text)+" ", nil, found)
			if _, ok := unfound[name]; ok == found.Has(0) {
				t.Errorf("%s is found by %q: %t", name, text, !ok)
			}
		}
	}
}
