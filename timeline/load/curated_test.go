package load

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// These tests hold the curated record to what its head and README promise.

// curated loads the record that the program carries.
func curated(t *testing.T) *timeline.Timeline {
	t.Helper()
	text, err := os.ReadFile("../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return loadGood(t, "events.yaml", string(text))
}

// eachCurated calls f with each event of the curated record.
func eachCurated(t *testing.T, f func(r *timeline.Timeline, e *timeline.Event)) {
	t.Helper()
	r := curated(t)
	for i := range r.Len() {
		f(r, r.Event(i))
	}
}

// firstArticles are the sources that the record began with, of which two have no address and two no publisher.
var firstArticles = []string{
	"report-2025-04-05", "menafn-2025-07-10", "report-2025-09-09", "kyiv-independent-2025-09-20", "al-jazeera-2026-01-07",
}

// publisher returns who wrote a source: of "AFP, in The Nottingham Guardian" the agency, whose text all copies have.
func publisher(s *timeline.Source) string {
	name, _, _ := strings.Cut(s.Publisher, ", in ")
	return fold.Fold(name)
}

// forMachines says whether what is at an address is written for programs, not for readers.
func forMachines(u *url.URL) bool {
	return u.Query().Has("rest_route") || strings.Contains(u.Path, "/wp-json/") || strings.HasSuffix(u.Path, ".json")
}

// Every source of the record can be found again: it has a title, a publisher, a day and an address, or is one of the
// articles that the record began with.
func TestCuratedSourcesAreWhole(t *testing.T) {
	r := curated(t)
	addresses, publishers := make(map[string]string), make(map[string]string)
	for i := range r.Sources() {
		s := r.Source(timeline.SourceRef(i))
		if other := addresses[s.URL]; s.URL != "" && other != "" {
			t.Errorf("%s and %s have one address", other, s.ID)
		}
		addresses[s.URL] = s.ID
		if slices.Contains(firstArticles, s.ID) {
			continue
		}
		if s.ID == "" || s.Title == "" || s.Publisher == "" || s.Published.IsZero() || s.Language == "" {
			t.Errorf("%+v lacks an id, a title, a publisher, a day or its language", s)
		}
		if !strings.HasPrefix(s.URL, "https://") && !strings.HasPrefix(s.URL, "http://") {
			t.Errorf("%s has no address", s.ID)
		}
		if u, err := url.Parse(s.URL); err != nil || u.Port() != "" || forMachines(u) {
			t.Errorf("%s has an address for machines: %s", s.ID, s.URL)
		}
		key := names.Key(s.Publisher)
		if other := publishers[key]; other != "" && other != s.Publisher {
			t.Errorf("%s and %s are one publisher", other, s.Publisher)
		}
		publishers[key] = s.Publisher
	}
}

// The record has 150 events or more, each with a source, and a hundred of them with two whose publishers differ.
func TestCuratedEventsHaveSources(t *testing.T) {
	events, twice := 0, 0
	eachCurated(t, func(r *timeline.Timeline, e *timeline.Event) {
		events++
		var publishers []string
		for _, ref := range e.Cited() {
			if name := publisher(r.Source(ref)); name != "" && !slices.Contains(publishers, name) {
				publishers = append(publishers, name)
			}
		}
		if len(e.Cited()) == 0 {
			t.Errorf("%s has no source", e.ID)
		}
		if len(publishers) > 1 {
			twice++
		} else if e.Status == "confirmed" && len(e.Notes) == 0 {
			t.Errorf("%s rests on one publisher: its status is reported, or a note says why it is confirmed", e.ID)
		}
	})
	if events < 150 || twice < 100 {
		t.Errorf("%d events, %d of them with two publishers; want 150 and 100", events, twice)
	}
}

// Quotes are short fragments, each with its speaker, and titles fit beside a date on a narrow screen.
func TestCuratedTextsAreShort(t *testing.T) {
	eachCurated(t, func(_ *timeline.Timeline, e *timeline.Event) {
		if n := ansi.StringWidth(e.Title); n > 66 {
			t.Errorf("the title of %s is %d cells wide, which is more than 66", e.ID, n)
		}
		for _, q := range e.Quotes {
			if n := len(strings.Fields(q.Text)); n > 25 {
				t.Errorf("%s quotes %d words, which is more than 25: %s", e.ID, n, q.Text)
			}
			if q.By == timeline.NoActor {
				t.Errorf("%s quotes nobody: %s", e.ID, q.Text)
			}
		}
	})
}

// The tags are a closed list, which the head of the record explains in backquotes.
func TestCuratedTagsAreExplained(t *testing.T) {
	used := make(map[string]bool)
	description := ""
	eachCurated(t, func(r *timeline.Timeline, e *timeline.Event) {
		description, _ = r.WrittenDescription()
		for _, tag := range e.Tags {
			if used[tag] = true; !strings.Contains(description, "`"+tag+"`") {
				t.Errorf("%s has the tag %s, which the head of the record does not explain", e.ID, tag)
			}
		}
	})
	for i, word := range strings.Split(description, "`") {
		if i%2 == 1 && !used[word] {
			t.Errorf("the head of the record explains `%s`, which no event has", word)
		}
	}
}

// withoutOffice says why somebody who has held an office has none on the day of an event, by event and actor.
var withoutOffice = map[[2]string]string{
	{"2022-09-13-yermak-rasmussen-present-kyiv", "rasmussen"}: "once secretary general of NATO, he was asked as an adviser",
}

// Who has held an office has one on the day of each event, or the table says why not.
func TestCuratedOfficesAreKnown(t *testing.T) {
	seen := make(map[[2]string]bool)
	eachCurated(t, func(r *timeline.Timeline, e *timeline.Event) {
		for _, part := range e.Actors {
			a := r.Actor(part.Actor)
			if !a.Recorded {
				t.Errorf("%s names %s, who has no record", e.ID, a.Name)
			}
			if len(a.Memberships) == 0 || a.Kind != timeline.Person || r.Office(part.Actor, e.Date) != "" {
				continue
			}
			at := [2]string{e.ID, a.ID}
			if seen[at] = true; withoutOffice[at] == "" {
				t.Errorf("%s has no office on %s, the day of %s", a.Name, e.Date.EDTF(), e.ID)
			}
		}
	})
	for at := range withoutOffice {
		if !seen[at] {
			t.Errorf("%s has an office in %s now, or is not in it", at[1], at[0])
		}
	}
}

// sides are the actors at whose names chains of parents end.
var sides = []string{"ukraine", "united-states", "europe", "russia", "international"}

// Every actor belongs to one of the sides on the day of each event.
func TestCuratedActorsHaveSides(t *testing.T) {
	eachCurated(t, func(r *timeline.Timeline, e *timeline.Event) {
		for _, part := range e.Actors {
			if side := r.Actor(r.Side(part.Actor, e.Date.Period())); !slices.Contains(sides, side.ID) {
				t.Errorf("in %s %s is on the side of %s", e.ID, r.ActorName(part.Actor), side.Name)
			}
		}
	})
}

// run is how many words in a row a text may not share with the articles that the record began with.
const run = 8

// runs returns the 64-bit hashes of all runs of words of a text, folded, from which no word can be read back.
func runs(text string) map[uint64]string {
	words := strings.Fields(fold.Fold(text))
	hashes := make(map[uint64]string)
	for i := 0; i+run <= len(words); i++ {
		words := strings.Join(words[i:i+run], " ")
		sum := sha256.Sum256([]byte(words))
		hashes[binary.BigEndian.Uint64(sum[:8])] = words
	}
	return hashes
}

// Facts and figures carry over from the articles that the record began with; sentences do not. The file of hashes has
// those of each run of eight words in them.
func TestCuratedWordsAreItsOwn(t *testing.T) {
	file, err := os.Open("testdata/articles.hashes")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	articles := make(map[uint64]bool)
	for lines := bufio.NewScanner(file); lines.Scan(); {
		hash, err := strconv.ParseUint(lines.Text(), 16, 64)
		if err != nil {
			t.Fatal(err)
		}
		articles[hash] = true
	}
	if len(articles) < 1000 {
		t.Fatalf("%d hashes of runs of words, which is too few for five articles", len(articles))
	}
	eachCurated(t, func(_ *timeline.Timeline, e *timeline.Event) {
		texts := append([]string{e.Title, e.Summary, e.Location}, e.Notes...)
		for _, c := range e.Claims {
			texts = append(texts, c.Text)
		}
		for _, text := range texts {
			for hash, words := range runs(text) {
				if articles[hash] {
					t.Errorf("%s has a run of words of an article: %s", e.ID, words)
				}
			}
		}
	})
}
