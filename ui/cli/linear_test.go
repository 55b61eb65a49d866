package cli_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode"
	"unicode/utf8"

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
		{"8 sep", "“8 sep” is taken for a date; filter 8 sep asks for the words. 8 September 2025: 1 event. 3 of 4."},
		{"go 2|3 days later", "9 September 2025: no event; the nearest: 8 September 2025."},
		{"2 weeks after cities", "The 14 days after: 1 event. 8 September 2025: Yermak tells Rubio of strikes."},
		{"5 cities", "Filter 5 cities: nothing matches."},
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
		{"a yermak", "Only Andriy Yermak: 1 of 4. You are at 1 of 1: 8 September 2025, Yermak tells Rubio of strikes. undo takes it back."},
		{"a marco|a +yermak all", "Marco Rubio and Andriy Yermak together: 1 of 4."},
		{"a marco, yermak", "Only Marco Rubio or Andriy Yermak: 3 of 4."},
		{"a -russia", "Filter -actor:ru: 3 of 4."},
		{"a rubi", "Taken for Marco Rubio. So begin too: Rubina Ray. Only Marco Rubio: 3 of 4."},
		{"a nobodyatall", "Nobody is called “nobodyatall”. actors names everybody."},
		{"actors", "Marco Rubio: 3 events, United States."},
		{"go 3|1", "Only Andriy Yermak: 1 of 4."},
		{"go 3|A", "Only Andriy Yermak: 1 of 4."},
		{"go 3|a 1", "Only Andriy Yermak: 1 of 4."},
		{"go 3|without 2", "Filter -actor:rubio: 1 of 4."},
		{"go 3|compare 1 with 2", "Andriy Yermak: 1 event, 0 alone. From 8 September 2025"},
		{"go 3|9", "This event names 2 actors."},
		{"a marco, yermak|any-all", "Marco Rubio and Andriy Yermak together: 1 of 4."},
		{"type:call", "Filter type:call: 1 of 4. You are at 1 of 1: 8 September 2025, Yermak tells Rubio of strikes. undo takes it back."},
		{"/type:call|add cities", "Filter type:call cities: nothing matches."},
		{"type:call|u", "No filter: all 4 events are shown. You are at 4 of 4"},
		{"type:call|u|^r", "Filter type:call: 1 of 4."},
		{"type:call|p", "The filter is paused: all 4 events are shown, of which 1 match type:call. pause resumes it."},
		{"type:call|x", "Filter type:call: 1 of 4. The others are shown too. dim hides them."},
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
		{"cliams", "Filter cliams: nothing matches. Without cliams there would be 4 events. out drops cliams, pause pauses the " +
			"filter, undo takes back what you did. If a command was meant: claims."},
		{"prob", "“prob” is taken for problems; filter prob asks for the word. "},
		{"first strike", "Filter first strike: "},
		{"complete", "actor: who takes part, or somebody of theirs."},
		{"shift+F7", "Shift+F7 does nothing here: an event has as many lines as it needs."},
		{"compare source:nothing with yermak", "No source is called \"nothing\"."},
		{"compare source:news with yermak", "The news: 2 events, 1 alone."},
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
		{"places 1", "In talks.yaml, line 29, column 5. Unknown key `importance`. In talks.yaml, line 42, column 5."},
		{"mark", "The event is marked"},
		{"mark|note mine|", "4 of 4. About January 2026. Plan. Marked: mine."},
		{"mark|marks", "1 View Calls: type:call, of the record. 2 Mark: about January 2026, Rubio and Ray plan."},
		{"marks 7", "The last of the views and marks is number 1."},
		{"mark|marks 2", "4 of 4. About January 2026. Plan. Marked."},
		{"go 4", "4 of 4. About January 2026. Plan."},
		{"without ,", "Whom? A name is to follow; actors names everybody."},
		{"go 2|led", "Nothing is named that led here. 2 accounts differ."},
		{"go 3|followed", "Nothing is named that followed."},
		{"a rubio|mark|a -rubio|marks 2", "The filter hid that event and is paused. The filter is paused: all 4 events"},
		{"marks 1", "Filter type:call: 1 of 4."},
		{"view calls", "Filter type:call: 1 of 4."},
		{"type:visit|save A  b \t c|u|view a b c", "Filter type:visit: 1 of 4."},
		{"type:visit|save A  b|save A\tb|marks", "1 View A b: type:visit. 2 View Calls:"},
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

// Where the lines end the talk does, and nothing but text comes of it, within 80 columns.
func TestLinearIsText(t *testing.T) {
	c := command{env: []string{"TERM=xterm-256color", "COLORTERM=truecolor"}}
	got := c.speak(t, "n|read|more|more|who|lanes|help all|write|walk")
	got.want(t, 0)
	for _, line := range strings.Split(got.stdout, "\n") {
		if strings.ContainsFunc(line, unicode.IsControl) || utf8.RuneCountInString(line) > 80 && !strings.Contains(line, "://") {
			t.Errorf("the line is %q", line)
		}
	}
	if !strings.Contains(got.greeting, "dateline FILE opens your own record. Type a word to filter, a command, or help.") {
		t.Errorf("the greeting is %s", got.greeting)
	}
	c.env = []string{"LANG=C", "LC_ALL=C"}
	if got = c.speak(t, "zebra “|help|cite"); strings.ContainsFunc(got.stdout, func(r rune) bool { return r > unicode.MaxASCII }) {
		t.Errorf("without UTF-8 there is more than ASCII:\n%s", got.stdout)
	}
	c.stdin = strings.NewReader("")
	c.run(t, "--linear").want(t, 0)
}

// What cannot be is said before anything is: the record and the lines from one place, what no record has.
func TestLinearMisuse(t *testing.T) {
	c := command{files: map[string]string{"small.yaml": small}, stdin: strings.NewReader(small)}
	c.run(t, "--linear", "-").want(t, 2, "--linear: standard input has the commands, and cannot be the record too\nsave the record")
	c.run(t, "--linear", "nowhere.yaml").want(t, 2, "no such file: nowhere.yaml")
	c.run(t, "--linear", "--filter", "(").want(t, 2, "--filter:1:")
	c.run(t, "--linear", "small.yaml", "-a", "Yermk").want(t, 2, `--actor: no actor is called "Yermk"`)
	c.run(t, "--linear", "small.yaml", "--at", "vist").want(t, 2, `--at: no event has the id "vist"`)
	c.run(t, "--linear", "small.yaml", "--view", "Mine").want(t, 2, `--view: no view is called "Mine"`)
	c.stdin, c.stdout = strings.NewReader("n\nn\n"), broken{}
	c.run(t, "--linear", "small.yaml").want(t, 128+int(syscall.SIGPIPE))
}

// A broken is a pipe that nobody reads any more.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// Marks, views and the place are kept from one talk to the next, and what is new since is told; with --fresh they stay
// as they were. The screen and the talk share them.
func TestLinearKeepsThePlace(t *testing.T) {
	c := command{folder: t.TempDir(), files: map[string]string{"talks.yaml": talks}, env: []string{"XDG_STATE_HOME=" + t.TempDir()}}
	c.speak(t, "type:call|mark|note mine|save Talks of mine|q|where", "talks.yaml").want(t, 0)
	c.files["talks.yaml"] = talks + "  - {id: new, date: 2026-01-05, title: A new call, type: call}\n"
	got := c.speak(t, "p|w|marks", "talks.yaml")
	got.want(t, 0)
	for n, want := range []string{
		"Reopened where you were. Filter type:call: 2 of 5. 1 new since",
		"The filter is paused", "New since you were here. A new call.", "1 View Talks of mine: type:call. 2 View Calls: type:call, of the record. 3 Mark:",
	} {
		said := got.greeting
		if n > 0 {
			said = got.answers[n-1]
		}
		if !strings.Contains(said, want) && n != 2 {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
	fresh := c.speak(t, "first|q", "--fresh", "talks.yaml")
	if fresh.want(t, 0); strings.Contains(fresh.greeting, "Reopened") || !strings.Contains(fresh.greeting, "5 of 5.") {
		t.Errorf("with --fresh it opens so:\n%s", fresh.greeting)
	}
	if again := c.speak(t, "", "talks.yaml"); !strings.Contains(again.greeting, "The filter is paused") {
		t.Errorf("after --fresh it opens so:\n%s", again.greeting)
	}
	view := c.speak(t, "", "talks.yaml", "--view", "Talks of mine")
	if view.want(t, 0); !strings.Contains(view.greeting, "Filter type:call: 2 of 5.") {
		t.Errorf("with --view it opens so:\n%s", view.greeting)
	}
}

// What is written stands in the file, and what is there already is left as it is.
func TestLinearWrites(t *testing.T) {
	c := command{folder: t.TempDir(), files: map[string]string{"talks.yaml": talks}}
	got := c.speak(t, "type:call|write calls.md|write calls.md|write event calls.csv|write marks x.md|mark|write marks citation s.txt|"+
		"write all x.docx|write nowhere/x.md|write", "talks.yaml")
	got.want(t, 0)
	for n, want := range []string{
		"Filter type:call", "Wrote 1 event to calls.md.", "calls.md is there already, and stays as it is; the name calls-2.md is free.",
		"Wrote 1 event to calls.csv.", "No event is marked", "The event is marked", "Wrote 1 source as citation to s.txt.",
		"The ending of “x.docx” says nothing of how to write it: .md is Markdown", "nowhere/x.md", "write report.md writes what matches",
	} {
		if !strings.Contains(got.answers[n], want) {
			t.Errorf("%q is not said:\n%s", want, got.answers[n])
		}
	}
	text, err := os.ReadFile(filepath.Join(c.folder, "calls.md"))
	if err != nil || !strings.Contains(string(text), "Yermak tells Rubio of strikes") || strings.Contains(string(text), "Homes were hit") {
		t.Errorf("written is %v:\n%s", err, text)
	}
}

// A record that changes meanwhile is read again before the next answer, which says so.
func TestLinearFollowsTheRecord(t *testing.T) {
	c := command{folder: t.TempDir(), files: map[string]string{"talks.yaml": talks}}
	lines := []string{"first\n", "where\n"}
	c.stdin = readerFunc(func(to []byte) (int, error) {
		if len(lines) == 0 {
			return 0, io.EOF
		}
		if len(lines) == 1 {
			write(t, c.folder, map[string]string{"talks.yaml": talks + "  - {date: 2026-01-05, title: A new call}\n"})
		}
		n := copy(to, lines[0])
		lines = lines[1:]
		return n, nil
	})
	got := c.run(t, "--linear", "talks.yaml")
	if got.want(t, 0); !strings.Contains(flat(got.stdout), "> where The record has changed: 1 new; news goes through them. 1 of 5. 10 July 2025") {
		t.Errorf("it is said:\n%s", got.stdout)
	}
}

type readerFunc func(to []byte) (int, error)

func (f readerFunc) Read(to []byte) (int, error) { return f(to) }

// What is wrong with a record is said at the start, and read by problems; a record without an event says why.
func TestLinearProblems(t *testing.T) {
	c := command{files: map[string]string{
		"bad.yaml":   "- {date: 2025-02-30, title: One}\n- {date: 2025-01-01, title: Two}\n",
		"none.yaml":  "title: None\nevents: []\n",
		"evil.yaml":  "- {date: 2025-01-01, title: \"a\\e]0;x\\a\\u202eb\"}\n",
		"odd.csv":    "Jahr,Titel\n1914,War\n1918,Peace\n",
		"one.yaml":   "- {date: 2025-01-01, title: Alone}\n",
		"dated.yaml": "- {title: Undated}\n",
	}}
	for _, test := range []struct{ file, script, greeting, answer string }{
		{
			"bad.yaml", "!", "2 events, January 2025. In the files of the record: 1 error. problems reads them.",
			"1 Error: there is no 30 February 2025. In bad.yaml, line 1, column 10. February has 28 days.",
		},
		{"none.yaml", "n", "None. 0 events. ", "here is no event"},
		{"evil.yaml", "read", "a␛]0;x␇", "a␛]0;x␇"},
		{"odd.csv", "problems", "“Jahr” is read as the date", "1 Warning: "},
		{"one.yaml", "/", "1 of 1. 1 January 2025, Wednesday. Alone.", "No filter: the only event is shown."},
		{"dated.yaml", "walk", "1 of 1. Without a date. Undated.", "No event that is shown has a date."},
	} {
		got := c.speak(t, test.script, test.file)
		got.want(t, 0)
		if !strings.Contains(got.greeting, test.greeting) || !strings.Contains(got.answers[0], test.answer) {
			t.Errorf("of %s it is said:\n%s\nwant %q and %q", test.file, got.stdout, test.greeting, test.answer)
		}
	}
}
