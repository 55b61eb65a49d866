package review_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/timeline/testrecord"
)

// indexed reads a record.
func indexed(text string) *index.Index {
	return load.Files(context.Background(), []load.File{load.InMemory("record.yaml", []byte(text))}, nil).Index
}

// read reads a record.
func read(text string) *timeline.Timeline { return indexed(text).Timeline() }

// replaced returns text with the first of what is old in it replaced. There must be one.
func replaced(t *testing.T, text, old, new string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("there is no %q", old)
	}
	return strings.Replace(text, old, new, 1)
}

// compared is a record that is changed.
const compared = `sources:
  - {id: s, title: A source}
actors:
  - {id: anna, name: Anna}
events:
  - {date: 2025-05-01, title: One, actors: [Anna, Ben], tags: [a], sources: [s, "https://example.org/"]}
  - {id: two, date: 2025-05-02, title: Two,
     quotes: [{by: Anna, text: Yes, source: s}], figures: [{label: dead, value: 3, by: Ben}]}
  - {date: 2025-05-03, title: Three, claims: [{by: Ben, text: No, status: denied}], notes: [n], other: [1, 2]}
`

// renamed is an event of another id than before.
func renamed(event int, id string) review.Changes {
	return review.Changes{Changed: []int{event}, Renamed: map[string]string{"2025-05-03-three": id}}
}

// comparisons are changes of it.
var comparisons = map[string]struct {
	old, new string // what is written in the place of what
	want     review.Changes
}{
	"nothing":                  {"", "", review.Changes{}},
	"lines":                    {"events:", "# a remark\n\nevents:", review.Changes{}},
	"order":                    {"  - {id: anna", "  - {name: Zoe}\n  - {id: anna", review.Changes{}},
	"another's record":         {"A source", "The same source", review.Changes{}},
	"a source in place":        {"example.org", "example.com", review.Changes{Changed: []int{0}}},
	"an actor":                 {"[Anna, Ben]", "[Anna, Bob]", review.Changes{Changed: []int{0}}},
	"a part":                   {"[Anna, Ben]", "[Anna, {actor: Ben, role: host}]", review.Changes{Changed: []int{0}}},
	"a tag":                    {"[a]", "[a, b]", review.Changes{Changed: []int{0}}},
	"a quote's speaker":        {"by: Anna", "by: Ben", review.Changes{Changed: []int{1}}},
	"a quote without speaker":  {"by: Anna, ", "", review.Changes{Changed: []int{1}}},
	"a figure":                 {"value: 3", "value: 4", review.Changes{Changed: []int{1}}},
	"who reports a figure":     {"by: Ben}]", "by: Anna}]", review.Changes{Changed: []int{1}}},
	"a claim":                  {"denied", "confirmed", review.Changes{Changed: []int{2}}},
	"an unknown key":           {"other: [1, 2]", "other: [1]", review.Changes{Changed: []int{2}}},
	"a title under an id":      {"title: Two", "title: Second", review.Changes{Changed: []int{1}}},
	"a title that makes an id": {"title: Three", "title: Third", renamed(2, "2025-05-03-third")},
	"a date that makes an id":  {"2025-05-03", "2025-04-30", renamed(0, "2025-04-30-three")},
	"title and date":           {"03, title: Three", "04, title: Four", review.Changes{New: []int{2}, Gone: 1}},
	"new":                      {"  - {id: two", "  - {date: 2025-05-02}\n  - {id: two", review.Changes{New: []int{1}}},
	"gone":                     {"  - {date: 2025-05-03", "  # ", review.Changes{Gone: 1}},
}

func TestCompare(t *testing.T) {
	for name, test := range comparisons {
		t.Run(name, func(t *testing.T) {
			if test.want.Renamed == nil {
				test.want.Renamed = map[string]string{}
			}
			got := review.Compare(read(compared), read(replaced(t, compared, test.old, test.new)))
			got.New, got.Changed = append([]int(nil), got.New...), append([]int(nil), got.Changed...)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// BenchmarkCompare compares a record with itself as it is read again.
func BenchmarkCompare(b *testing.B) {
	text := testrecord.Generate(10_000)
	before, now := read(text), read(text)
	b.ReportAllocs()
	for b.Loop() {
		if !review.Compare(before, now).None() {
			b.Fatal("they differ")
		}
	}
}
