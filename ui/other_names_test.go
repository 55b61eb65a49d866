package ui

import (
	"strings"
	"testing"
)

// Whoever the filter names by another of their names is the one that a key, a click or a line adds, leaves out or
// lets go of.
func TestTheFilterKnowsAnActorByAnyName(t *testing.T) {
	record := yaml(`
actors:
  doj: {name: DOJ, aliases: [us-doj, Department of Justice]}
  putin: {name: Putin}
events:
  - {date: 2025-05-01, title: One, actors: [doj, putin]}
  - {date: 2025-05-02, title: Two, actors: [doj]}
`)
	for _, c := range []struct{ filter, line, want string }{
		{"actor:us-doj", "tick doj", "Only DOJ: "},
		{"actor:us-doj,putin", "tick doj", "Only DOJ or Putin: "},
		{"actor:us-doj", "without doj", "-actor:doj"},
		{`actor:us-doj actor:putin`, "without Department of Justice", "actor:putin -actor:doj"},
		{"actor:us-doj", "number 1", "No filter: "},
	} {
		if said := speak(t, []string{c.filter, c.line, "filter"}, record)[3].said; !strings.Contains(said, c.want) {
			t.Errorf("%s, then %s: %q", c.filter, c.line, said)
		}
	}
	for _, c := range []struct{ filter, keys, want string }{
		{"actor:us-doj", "1", ""},
		{"actor:us-doj", "A", ""},
		{`actor:"Department of Justice"`, "1", ""},
		{"actor:us-doj,putin", "1", "actor:doj"},
	} {
		if got := open(t, 120, 40, record, withQuery(c.filter)).press(strings.Fields(c.keys)...).query(); got != c.want {
			t.Errorf("%s, then %s: %q, want %q", c.filter, c.keys, got, c.want)
		}
	}
}
