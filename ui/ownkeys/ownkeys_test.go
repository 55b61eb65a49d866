package ownkeys_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/ownkeys"
	"dateline/ui/prose"
	"dateline/ui/session/testsession"
)

// The kinds of links on the pages of these tests.
const (
	toAddress draw.LinkKind = iota
	toValue
	toFigure
	toKey
)

// lines returns what is on a page as text.
func lines(p *draw.Page) string {
	var b strings.Builder
	for _, line := range p.Lines {
		words := ""
		for _, piece := range line {
			words += piece.Text
		}
		b.WriteString(strings.TrimRight(words, " ") + "\n")
	}
	return strings.Trim(b.String(), "\n")
}

// leads returns where the links of a page lead.
func leads(p *draw.Page) (all []string) {
	kinds := map[draw.LinkKind]string{toAddress: "address", toValue: "value", toFigure: "figure", toKey: "key"}
	for _, l := range p.Links {
		all = append(all, fmt.Sprintf("%s %s", kinds[l.Kind], l.Value))
	}
	return all
}

// written returns the page of the first event of a record, in w cells.
func written(t *testing.T, record string, w int) *draw.Page {
	t.Helper()
	s := testsession.On(t, record, "")
	th := draw.NewTheme(draw.Looks{})
	p := &draw.Page{Width: w}
	var e timeline.Event
	s.Index().Timeline().Read(0, &e)
	ownkeys.Write(ownkeys.Page{
		Page: p, Look: prose.Look{Theme: th, Kind: toAddress}, Value: toValue, Figure: toFigure, Chart: " (chart)",
	}, s.Index(), 0, &e, s.Index().Timeline().Written(0))
	return p
}

// Short values are a table of links, of what can be asked for or opened; a date is in words.
func TestShortValues(t *testing.T) {
	p := written(t, `events:
  - date: 2025-01-01
    title: One
    company: Amaranth
    areas: [law, trade]
    importance: 8
    since_when: 2024-09-03
    page: https://example.org/a
    nothing:
  - {date: 2025-01-02, title: Two, importance: 12}
`, 60)
	const want = `MORE
company     Amaranth
areas       law · trade
importance  8 (chart)
since_when  3 September 2024
page        example.org/a
nothing     —`
	if diff := cmp.Diff(want, lines(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantLeads := []string{
		"value Amaranth", "value law", "value trade", "figure 8", "value 2024-09-03", "address https://example.org/a",
	}
	if diff := cmp.Diff(wantLeads, leads(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Numbers are under each other, and one that no other event has is not drawn over time.
func TestNumbers(t *testing.T) {
	p := written(t, "- {date: 2025-01-01, title: One, a: 7, b: 1200}\n", 60)
	if diff := cmp.Diff("MORE\na     7\nb  1200", lines(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := leads(p); !slices.Equal(got, []string{"value 7", "value 1200"}) {
		t.Error(got)
	}
}

// A map is a line for each of its keys, as YAML and as JSON have it; prose and data are below under their keys.
func TestLongValues(t *testing.T) {
	p := written(t, `- date: 2025-01-01
  title: One
  where: {lat: 50.4, place: Kyiv}
  told: |
    First of all they said that nothing had been agreed, and that the talks would go on for as long as they
    had to, since nobody wished to leave. Then they left, each by another door, and none of them said when they
    would meet again, or where.
  rows:
    - a: [1, 2]
      c: 3
`, 50)
	got := lines(p)
	for _, want := range []string{
		"where  lat    50.4\n       place  Kyiv\n", "TOLD\nFirst of all they said that nothing had been",
		"ROWS\n- a: [1, 2]\n  c: 3",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// What the page says already is named at its end, and not said again; not even that, where the key is called so.
func TestWhatIsSaidAlready(t *testing.T) {
	p := written(t, `- {year: 2025, name: One, Title: One, status: confirmed, state: confirmed, actors: [Ann], who: Ann,
  tags: [x], kinds: [x]}
`, 60)
	const want = "year: the date · name: the title · state: the status\nwho: in the names · kinds: in the tags"
	if diff := cmp.Diff(want, lines(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The page about a record lists the keys with what they hold; each leads to the query that is to be completed.
func TestList(t *testing.T) {
	s := testsession.On(t, `- {date: 2025-01-01, title: One, company: Amaranth, importance: 8,
  "Impact areas": [law, trade]}
- {date: 2025-01-02, title: Two, company: Borealis, importance: 9}
- {date: 2025-01-03, title: Three, company: Amaranth}
`, "")
	p := &draw.Page{Width: 60}
	ownkeys.List(p, draw.NewTheme(draw.Looks{}), s.Index(), toKey)
	const want = `KEYS OF EVENTS BESIDE THE FORMAT
company       3 events, 2 values
importance    2 events, numbers
Impact areas  1 event, 2 values`
	if diff := cmp.Diff(want, lines(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := leads(p); !slices.Equal(got, []string{"key company:", "key importance:", `key "Impact areas":`}) {
		t.Error(got)
	}
	p = &draw.Page{Width: 60}
	ownkeys.List(p, draw.NewTheme(draw.Looks{}), testsession.On(t, testsession.Calls, "").Index(), toKey)
	if len(p.Lines) > 0 {
		t.Error(lines(p))
	}
}
