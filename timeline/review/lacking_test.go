package review_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dateline/timeline"
	"dateline/timeline/review"
)

// whole is a record that lacks nothing.
const whole = `
actors:
  - {id: anna, name: Anna, kind: person}
sources:
  - {id: s, title: A source, url: "https://example.org/s", archive_url: "https://archive.example/s"}
  - {id: t, title: Another, archive_url: "https://archive.example/t"}
events:
  - {date: 2025-05-01, title: One, actors: [Anna], sources: [s]}
  - date: 2025-05-02
    title: Two
    actors: [Anna]
    quotes: [{by: Anna, text: "Yes", source: s}]
    claims: [{by: Anna, text: "No", source: t}]
  - date: 2025-05-03
    title: Three
    actors: [Anna]
    sources: [t]
    quotes: [{by: Anna, text: "Yes"}]
    claims: [{by: Anna, text: "No"}]
`

// TestLacking takes something from a record that lacks nothing, or adds to it.
func TestLacking(t *testing.T) {
	ofEvent := func(missing review.Missing, event, item int) review.Gap {
		return review.Gap{Missing: missing, Event: event, Item: item, Source: timeline.NoSource, Actor: timeline.NoActor}
	}
	ofSource := func(missing review.Missing, s timeline.SourceRef) review.Gap {
		return review.Gap{Missing: missing, Event: -1, Item: -1, Source: s, Actor: timeline.NoActor}
	}
	ofActor := func(missing review.Missing, a timeline.ActorRef) review.Gap {
		return review.Gap{Missing: missing, Event: -1, Item: -1, Source: timeline.NoSource, Actor: a}
	}
	for name, test := range map[string]struct {
		old, new string // what is written in the place of what
		want     []review.Gap
	}{
		"nothing": {"", "", nil},
		"no date": {"date: 2025-05-01, ", "", []review.Gap{ofEvent(review.EventDate, 2, -1)}},
		"a date that cannot be read": {
			"2025-05-01", "2025-02-30", []review.Gap{ofEvent(review.EventDate, 2, -1)},
		},
		"nobody":    {"actors: [Anna], ", "", []review.Gap{ofEvent(review.EventActors, 0, -1)}},
		"no source": {", sources: [s]", "", []review.Gap{ofEvent(review.EventSource, 0, -1)}},
		"two sources, of which a quote and a claim may rest on either": {
			"sources: [t]", "sources: [s, t]",
			[]review.Gap{ofEvent(review.QuoteSource, 2, 0), ofEvent(review.ClaimSource, 2, 0)},
		},
		"a quote and a claim, of which the event lists no source": {
			"    sources: [t]\n", "",
			[]review.Gap{
				ofEvent(review.EventSource, 2, -1), ofEvent(review.QuoteSource, 2, 0), ofEvent(review.ClaimSource, 2, 0),
			},
		},
		"a second quote of nobody": {
			`[{by: Anna, text: "Yes", source: s}`, `[{by: Anna, text: "Yes", source: s}, {text: "Hm", source: s}`,
			[]review.Gap{ofEvent(review.QuoteSpeaker, 1, 1)},
		},
		"a claim of nobody": {
			`{by: Anna, text: "No", source: t}`, `{text: "No", source: t}`,
			[]review.Gap{ofEvent(review.ClaimSpeaker, 1, 0)},
		},
		"no copy in an archive": {
			`, archive_url: "https://archive.example/s"`, "",
			[]review.Gap{ofSource(review.SourceArchive, 0)},
		},
		"no address": {
			`, archive_url: "https://archive.example/t"`, "",
			[]review.Gap{ofSource(review.SourceAddress, 1)},
		},
		"a bare link": {
			"sources: [s]", `sources: ["https://example.org/x"]`,
			[]review.Gap{ofSource(review.SourceArchive, 2)},
		},
		"no kind":   {", kind: person", "", []review.Gap{ofActor(review.ActorKind, 0)}},
		"no record": {"One, actors: [Anna]", "One, actors: [Ben]", []review.Gap{ofActor(review.ActorRecord, 1)}},
	} {
		t.Run(name, func(t *testing.T) {
			got := slices.Collect(review.Lacking(read(replaced(t, whole, test.old, test.new))))
			if diff := cmp.Diff(test.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLackingEnds stops at every gap of a record that lacks much: nothing more comes after it.
func TestLackingEnds(t *testing.T) {
	tl := read(`events:
  - {title: One, quotes: [{text: a}], claims: [{text: b}]}
  - {date: 2025, title: Two, actors: [Anna, Ben], sources: ["https://example.org/", s]}
`)
	all := slices.Collect(review.Lacking(tl))
	if len(all) != 11 {
		t.Fatalf("%d gaps: %+v", len(all), all)
	}
	for n := range all {
		var some []review.Gap
		for gap := range review.Lacking(tl) {
			some = append(some, gap)
			if len(some) == n+1 {
				break
			}
		}
		if diff := cmp.Diff(all[:n+1], some); diff != "" {
			t.Error(diff)
		}
	}
}

func TestDoubles(t *testing.T) {
	x := indexed(`actors:
  - {name: Marco Rubio}
events:
  - {date: 2025-01, title: A, actors: [Sen. Marco Rubio, "Zelenskiy"]}
  - {date: 2025-02, title: B, actors: [Sen. Marco Rubio, Zelensky]}
  - {date: 2025-03, title: C, actors: [Zelensky, Macron]}
`)
	tl := x.Timeline()
	var got []string
	for _, double := range review.Doubles(t.Context(), x) {
		got = append(got, tl.Actor(double.Actor).Name+" = "+tl.Actor(double.Same).Name)
	}
	if diff := cmp.Diff([]string{"Sen. Marco Rubio = Marco Rubio", "Zelenskiy = Zelensky"}, got); diff != "" {
		t.Error(diff)
	}
}
