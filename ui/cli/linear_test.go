package cli_test

import (
	"strings"
	"testing"

	"dateline/ui/linear"
)

// A talk is a script of lines for --linear, and what is said to each.
type talk struct {
	greeting string
	answers  []string // to the lines of the script, each in one line
	outcome
}

// speak runs a script on the files.
func (c command) speak(t *testing.T, script string, args ...string) talk {
	t.Helper()
	c.stdin = strings.NewReader(strings.ReplaceAll(script, "|", "\n") + "\n")
	o := c.run(t, append([]string{"--linear"}, args...)...)
	said := strings.Split("\n"+o.stdout, "\n"+linear.Prompt)
	result := talk{greeting: flat(said[0]), outcome: o}
	for _, one := range said[1:] {
		_, answer, _ := strings.Cut(one, "\n")
		result.answers = append(result.answers, flat(answer))
	}
	return result
}

// flat returns a text in one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// talks is a record in which each kind of part has something.
const talks = `title: Talks
description: Who spoke with whom.
views: {Calls: type:call}
actors:
  - {id: yermak, name: Andriy Yermak, kind: person, aliases: [Ermak], memberships: [{of: Ukraine, role: Head of the Office, start: 2020, end: 2025-11}]}
  - {id: rubio, name: Marco Rubio, kind: person, memberships: [{of: United States, role: Secretary of State}]}
  - {id: ruby, name: Rubina Ray}
  - {id: Ukraine, name: Ukraine, kind: state}
  - {id: ru, name: Russia, kind: state}
sources:
  - {id: news, title: The news, publisher: The Paper, published: 2025-09-09, url: "https://example.org/news"}
events:
  - {id: first, date: 2025-07-10, title: Rubio visits Kuala Lumpur, type: visit, actors: [rubio]}
  - id: strike
    date: 2025-09-06/2025-09-07
    title: Strikes on cities
    type: strike
    status: disputed
    location: Kyiv
    summary: |
      Drones come at night.

      They come again.
    actors: [Ukraine, ru]
    figures: [{label: drones launched, value: "810", by: Ukraine, source: news}]
    claims:
      - {by: Ukraine, text: Homes were hit, status: reported, source: news}
      - {by: ru, text: Only depots were hit, status: denied}
    importance: 8
  - id: call
    date: 2025-09-08
    title: Yermak tells Rubio of strikes
    type: call
    status: confirmed
    actors: [{actor: yermak, role: caller}, rubio]
    quotes: [{by: yermak, text: a just peace, source: news}]
    figures: [{label: drones launched, value: "805", by: yermak}]
    tags: [air-defence]
    sources: [news]
    related: [strike]
    notes: [It gives no hour]
    importance: 7
  - {id: later, date: 2026-01~, title: Rubio and Ray plan, type: plan, actors: [rubio, ruby]}
`

// What a command answers, by what a reader hears.
func TestLinearAnswers(t *testing.T) {
	c := command{files: map[string]string{"talks.yaml": talks}}
	for _, test := range []struct{ script, want string }{
		{"", "4 of 4. About January 2026. Plan. Rubio and Ray plan. Who: 1 Marco Rubio, Secretary of State, United States. 2 Rubina Ray."},
		{"previous", "3 of 4. 8 September 2025, Monday. Call, confirmed. Yermak tells Rubio of strikes. Who: 1 Andriy Yermak, " +
			"Head of the Office, Ukraine, caller. 2 Marco Rubio, Secretary of State, United States. Quotes: 1. Figures: 1. Sources: 1. Notes: 1."},
		{"first", "1 of 4. 10 July 2025, Thursday."},
		{"g", "1 of 4. 10 July 2025, Thursday."},
		{"g|next 2", "3 of 4."},
		{"n", "This is the last event."},
		{"first|k", "This is the first event."},
		{"month-back", "2 of 4. 6 to 7 September 2025."},
		{"year-back", "1 of 4."},
		{"go 2", "2 of 4. 6 to 7 September 2025. Strike, disputed, Kyiv. Strikes on cities. Who: 1 Ukraine. 2 Russia. 2 accounts differ. Claims: 2."},
		{"go 8 sep", "8 September 2025: 1 event. 3 of 4."},
		{":8 sep", "8 September 2025: 1 event. 3 of 4."},
		{"go 2|go 3 days later", "9 September 2025: no event; the nearest: 8 September 2025."},
		{"go nowhere", "“nowhere” is no date"},
		{"go 1|go 3|H", "1 of 4."},
		{"list 3", "3: 8 September 2025, Yermak tells Rubio of strikes. 4: about January 2026, Rubio and Ray plan."},
		{"go 2|summary", "Drones come at night. They come again."},
		{"go 2|claims", "Side of Ukraine, 1 claim: Ukraine: Homes were hit. Reported. Source 1. Side of Russia, 1 claim: Russia: Only depots were hit. Denied."},
		{"go 3|claims", "No claims here. Quotes: 1."},
		{"go 3|quotes", "Andriy Yermak, Head of the Office, Ukraine: “a just peace”. Source 1."},
		{"go 3|figures", "Drones launched: 805, says Andriy Yermak."},
		{"go 3|people", "1 Andriy Yermak, Head of the Office, Ukraine, caller. 2 Marco Rubio"},
		{"go 3|tags", "air-defence."},
		{"go 3|sources", "1 The news. The Paper. 9 September 2025. https://example.org/news"},
		{"go 3|notes", "It gives no hour."},
		{"go 3|keys", "importance: 7"},
		{"go 3|led", "1 6 to 7 September 2025: Strikes on cities."},
		{"go 2|followed", "1 8 September 2025: Yermak tells Rubio of strikes."},
		{"go 2|follow", "3 of 4. 8 September 2025"},
		{"go 3|cite", "The news. The Paper. 9 September 2025. https://example.org/news Copying needs a screen"},
		{"go 3|chart", "Drones launched, in 2 events: 6 to 7 September 2025: 810, says Ukraine. Here, 8 September 2025: 805, says Andriy Yermak."},
		{"go 3|chart|chart", "importance, in 2 events: 6 to 7 September 2025: 8. Here, 8 September 2025: 7."},
		{"go 1|chart", "This event has no figures."},
		{"go 2|read", "2 of 4. 6 to 7 September 2025. Strike, disputed, Kyiv. Strikes on cities. Drones come at night."},
		{"a yermak", "Only Andriy Yermak: 1 of 4. You are at 1 of 1: 8 September 2025, Yermak tells Rubio of strikes. u takes it back."},
		{"a marco|a +yermak all", "Marco Rubio and Andriy Yermak together: 1 of 4."},
		{"a marco, yermak", "Only Marco Rubio or Andriy Yermak: 3 of 4."},
		{"a -russia", "Filter -actor:ru: 3 of 4."},
		{"a rubi", "Taken for Marco Rubio. So begin too: Rubina Ray. Only Marco Rubio: 3 of 4."},
		{"a nobodyatall", "Nobody is called “nobodyatall”. actors names everybody."},
		{"actors", "Marco Rubio: 3 events, United States."},
		{"go 3|1", "Only Andriy Yermak: 1 of 4."},
		{"go 3|A", "Only Andriy Yermak: 1 of 4."},
		{"go 3|9", "This event names 2 actors."},
		{"a marco, yermak|any-all", "Marco Rubio and Andriy Yermak together: 1 of 4."},
		{"type:call", "Filter type:call: 1 of 4. You are at 1 of 1: 8 September 2025, Yermak tells Rubio of strikes. u takes it back."},
		{"/type:call|add cities", "Filter type:call cities: nothing matches."},
		{"type:call|u", "No filter: all 4 events are shown. You are at 4 of 4"},
		{"type:call|u|^r", "Filter type:call: 1 of 4."},
		{"type:call|p", "The filter is paused: all 4 events are shown, of which 1 match type:call. p resumes it."},
		{"type:call|x", "Filter type:call: 1 of 4. The others are shown too. x hides them."},
		{"type:call|x|first", "1 of 4. 10 July 2025, Thursday. Visit. It does not match the filter."},
		{"type:call|x|first|n", "3 of 4. 8 September 2025"},
		{"type:call confirmed|parts", "1 type:call 2 confirmed drop and a number drops one."},
		{"type:call cities|drop 2", "Filter type:call: 1 of 4."},
		{"type:call|out", "No filter: all 4 events are shown."},
		{"zebra", "Filter zebra: nothing matches. Without zebra there would be 4 events. out drops zebra"},
		{"type:call|type:(", "That filter cannot be read at “type:”: a value for `type` is missing."},
		{"type:call|type:(|/", "Filter type:call: 1 of 4."},
		{"qoute:x", "no event has the key `qoute`."},
		{"half", "No command is called “half”; near it: half-on, half-back. It is taken for the text of the filter."},
		{"prob", "“prob” is taken for problems; / prob filters by the word. "},
		{"first strike", "Filter first strike: "},
		{"complete type:", "type:call, 1 event."},
		{"who yermak", "Andriy Yermak. Person, Ukraine. Also called Ermak. Office: Head of the Office, Ukraine, 2020 to November 2025. 1 event of 4."},
		{"go 3|who 2", "Marco Rubio. Person, United States."},
		{"lanes", "Marco Rubio: 3 events; with Andriy Yermak 1, Rubina Ray 1."},
		{"compare yermak with rubio", "Andriy Yermak: 1 event, 0 alone. From 8 September 2025"},
		{"compare yermak with yermak", "Both are Andriy Yermak. Name another."},
		{"a yermak|= rubio", "Andriy Yermak: 1 event, 0 alone."},
		{"walk", "July 2025: 1 event. September 2025: 2 events. After 3 months of silence, January 2026: 1 event."},
		{"days before tells", "Yermak tells Rubio of strikes: 8 September 2025. The 7 days before: 1 event. 6 to 7 September 2025: Strikes on cities."},
		{"after 7 cities", "Strikes on cities: 6 to 7 September 2025. The 7 days after: 1 event."},
		{"before visits", "The 7 days before: no event."},
		{": nobodyatall", "Nothing has “nobodyatall”: no name, no title, no word, no command"},
		{": marco", "Only Marco Rubio: 3 of 4."},
		{"about", "Talks. 4 events, July 2025 to January 2026. Who spoke with whom."},
		{"problems", "1 Warning: unknown key `importance`, and 1 more in this file. In talks.yaml, line 29, column 5. 2 times"},
		{"places 1", "In talks.yaml, line 29, column 5. Unknown key `importance`. In talks.yaml, line 41, column 5."},
		{"mark", "The event is marked"},
		{"mark|note mine|", "4 of 4. About January 2026. Plan. Marked: mine."},
		{"mark|marks", "1 View Calls: type:call, of the record. 2 Mark: about January 2026, Rubio and Ray plan."},
		{"marks 1", "Filter type:call: 1 of 4."},
		{"view calls", "Filter type:call: 1 of 4."},
		{"type:visit|save Trips|u|view trips", "Filter type:visit: 1 of 4."},
		{"mark|forget 2|marks", "1 View Calls: type:call, of the record. marks and a number goes there."},
		{"forget 1", "That view is the record's, and stays."},
		{"type:call|command", "This view again: dateline talks.yaml --filter type:call --at call"},
		{"newest", "The newest event comes first. You are at 1 of 4"},
		{"reload", "Read again: the events are as they were."},
		{"news", "News does nothing here: nothing is new or changed."},
		{"widen", "Widen does nothing here: the filter has no name of one actor with which more begin."},
		{"zoom-in", "Zoom-in does nothing here: there is no axis to go into; walk says how many events each month has."},
		{"help who", "who NAME or NUMBER: it reads who an actor is. Short: i."},
		{"h", "A line is a command, or else the text of the filter"},
		{"more", "There is no more to read."},
		{"e", "There is no file to edit, or no terminal for the editor."},
	} {
		got := c.speak(t, test.script, "talks.yaml", "--at", "later")
		got.want(t, 0)
		if n := len(got.answers); n == 0 || !strings.HasPrefix(got.answers[n-1], test.want) && !strings.Contains(got.answers[n-1], test.want) {
			t.Errorf("%q: the last answer is not %q:\n%s", test.script, test.want, got.stdout)
		}
	}
}
