package load

import "testing"

// The first of a list of words is no title where another key says what happened.
func TestListsAreNoTitles(t *testing.T) {
	for text, want := range map[string]string{
		"{date: 2011-05, round: Seed, amount: 1M, investors: [Y, Z]}":           "2011-05 | Seed",
		"{date: 2011-05, round: Seed, amount: 1M, investors: [Yan Li, Zed Ro]}": "2011-05 | Seed",
		"{date: 2011-05, round: Seed round, backers: [Y, Z]}":                   "2011-05 | Seed round",
	} {
		if got := outline(loadText(t, "x.yaml", "- "+text+"\n").Index.Timeline())[0]; got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
