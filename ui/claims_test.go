package ui

import (
	"strings"
	"testing"
)

// Above each account are who says so and how sure that is, in one line or two, alike for all that are beside each other.
func TestClaimsSayWhoAndHowSure(t *testing.T) {
	const record = `actors:
  - {id: rdm, name: Russian Defence Ministry, aliases: [RDM], kind: organisation}
sources:
  - {id: ki, title: A long article, publisher: The Kyiv Independent, url: "https://kyivindependent.com/a"}
events:
  - date: 2025-01-01
    title: Envoys speak
    claims:
      - {source: ki, status: disputed, text: It was the first.}
      - {status: reported, text: It was the second.}
  - date: 2025-01-02
    title: A ministry speaks
    claims:
      - {by: rdm, status: confirmed, text: Nine were fired.}
      - {by: Anna, text: None was.}
      - {by: Bert, status: odd, text: One was.}
`
	for _, c := range []struct {
		w, event int
		want     []string
	}{
		{120, 0, []string{"Kyiv Independent [1]     nobody is named", "▚ disputed               ▫ reported", "It was the first."}},
		{200, 0, []string{"The Kyiv Independent [1]", "▚ disputed  ", "It was the first."}},
		{80, 1, []string{"Russian Defence Ministry   Anna                       Bert", "▪ confirmed    ", "Nine were fired.           None was."}},
		{200, 1, []string{"Anna    ", "▪ confirmed    ", "Nine were fired."}},
	} {
		d := open(t, c.w, 60, yaml(record)).press("g")
		for range c.event {
			d.press("j")
		}
		rows := d.lines()
		at := -1
		for n, row := range rows {
			if strings.Contains(row, "CLAIMS") {
				at = n
			}
		}
		if at < 0 {
			t.Fatalf("%d: no claims:\n%s", c.w, d.screen())
		}
		for n, want := range c.want {
			if !strings.Contains(rows[at+1+n], want) {
				t.Errorf("%d: line %d of the claims lacks %q:\n%s", c.w, n+1, want, d.screen())
			}
		}
	}
	// Accounts with room for both have them in one line.
	open(t, 200, 60, yaml("events:\n  - {date: 2025-01-01, title: One, claims: [{by: Anna, status: disputed, text: Yes.}, "+
		"{by: Bert, text: No.}]}\n")).see("Anna · ▚ disputed     ", "Bert")
}
