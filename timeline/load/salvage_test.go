package load

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/edtf"
	"dateline/timeline/testrecord"
)

// TestBrokenEventHidesNoOther breaks one event of a record in every way and place, and holds that the others are read
// as if nothing had happened, that the fault is reported once, and in its lines.
func TestBrokenEventHidesNoOther(t *testing.T) {
	const events = 5
	whole := func(i int) string {
		return fmt.Sprintf("  - date: 2025-09-0%d\n    title: Event %d\n    summary: |\n      - a hyphen\n"+
			"      key: a colon\n    actors: [Rubio, Yermak]\n", i+1, i)
	}
	breaks := map[string]string{
		"colon":              "  - date: 2025-09-09\n    title: War: day one\n",
		"open quotation":     "  - date: 2025-09-09\n    title: \"War\n    location: Kyiv\n",
		"text after a quote": "  - date: 2025-09-09\n    title: \"War\" it is\n",
		"apostrophe":         "  - date: 2025-09-09\n    title: 'it's war'\n",
		"open list":          "  - date: 2025-09-09\n    title: War\n    actors: [Rubio, Yermak\n",
		"open map":           "  - {date: 2025-09-09, title: War\n",
		"tab":                "  - date: 2025-09-09\n\t\ttitle: War\n",
		"asterisk":           "  - date: 2025-09-09\n    title: *war*\n",
		"percent":            "  - date: 2025-09-09\n    title: % of what\n",
		"crooked field":      "  - date: 2025-09-09\n    title: War\n   location: Kyiv\n",
		"crooked item":       "   - date: 2025-09-09\n     title: War\n",
		"deeper field":       "  - date: 2025-09-09\n    title: War\n      location: Kyiv\n",
		"no space":           "  - date: 2025-09-09\n    title:War\n",
		"no colon":           "  - date: 2025-09-09\n    title War\n",
		"at the margin":      "  - date: 2025-09-09\n    title: War\nlocation: : Kyiv\n",
		"good at the margin": "  - date: 2025-09-09\n    title: War\nlocation: Kyiv\n    type: strike\n",
	}
	for name, broken := range breaks {
		for place := 0; place <= events; place++ {
			t.Run(fmt.Sprintf("%s/%d", name, place), func(t *testing.T) {
				text, want, first := "title: A record\nevents:\n", []string(nil), 0
				for i := range events {
					if i == place {
						first = strings.Count(text, "\n") + 1
						text += broken
					}
					text += whole(i)
					want = append(want, fmt.Sprintf("2025-09-0%d Event %d - a hyphen\nkey: a colon 2 %d", i+1, i, 0))
				}
				if place == events {
					first = strings.Count(text, "\n") + 1
					text += broken
				}
				last := first + strings.Count(broken, "\n")
				p := loadText(t, "record.yaml", text+"sources:\n  - {id: ki, title: An article}\n")
				record := p.Index.Timeline()
				var got []string
				for i := range record.Len() {
					if e := record.Event(i); strings.HasPrefix(e.Title, "Event") {
						got = append(got, fmt.Sprintf("%s %s %s %d %d", e.Date.EDTF(), e.Title, e.Summary, len(e.Actors), len(e.Other)))
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s\n%s", diff, p.Problems)
				}
				if p.Problems.Errors() != 1 || p.Problems[0].Pos.Line < first || p.Problems[0].Pos.Line > last {
					t.Errorf("want one error in lines %d to %d:\n%s", first, last, p.Problems)
				}
				if record.Title() != "A record" || record.Sources() != 1 {
					t.Errorf("title %q, %d sources", record.Title(), record.Sources())
				}
			})
		}
	}
}

// brokenTitles are lines that break the event whose title they replace.
var brokenTitles = map[string]string{
	"colon":          "    title: War: day one",
	"open quotation": "    title: \"War",
	"open list":      "    title: [War",
	"asterisk":       "    title: *war",
	"no space":       "    title:War",
	"crooked":        "   title: War",
	"deeper":         "      title: War",
	"left of all":    " title: War",
	"at the margin":  "title: War",
	"tab":            "\ttitle: War",
}

// breakTitle puts a line in the place of the title of event i of a generated record.
func breakTitle(text string, i int, line string) string {
	at := strings.Index(text, fmt.Sprintf("  - id: event-%d\n", i))
	at += strings.Index(text[at:], "    title: ")
	return text[:at] + line + text[at+strings.IndexByte(text[at:], '\n'):]
}

// A long record with some broken events is salvaged piece by piece. All of it is as when it is salvaged as a whole, and
// all other events are as in the record unbroken.
func TestBrokenEventsInALongRecord(t *testing.T) {
	const events = 30
	_, text, _ := strings.Cut(testrecord.Generate(events), "\nevents:\n")
	text = "title: x\nevents:\n" + text + "mood: odd\n"
	sound := contentsOf(loadText(t, "record.yaml", text).Index.Timeline()).Events
	rapid.Check(t, func(t *rapid.T) {
		text, broken := text, map[string]bool{}
		for range rapid.IntRange(1, 4).Draw(t, "breaks") {
			i := rapid.IntRange(0, events-1).Draw(t, "event")
			if id := fmt.Sprintf("event-%d", i); !broken[id] {
				broken[id] = true
				text = breakTitle(text, i, brokenTitles[rapid.SampledFrom(slices.Sorted(maps.Keys(brokenTitles))).Draw(t, "line")])
			}
		}
		salvaged := sameInPieces(t, text, rapid.SampledFrom([]int{1, 2000, 8000}).Draw(t, "size")).Events
		if len(salvaged) != events {
			t.Fatalf("%d events of %d", len(salvaged), events)
		}
		for i, e := range salvaged {
			if !broken[e.ID] && !reflect.DeepEqual(e, sound[i]) {
				t.Fatalf("(-sound +salvaged):\n%s", cmp.Diff(sound[i], e, cmp.AllowUnexported(edtf.Date{})))
			}
		}
	})
}
