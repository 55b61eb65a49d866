package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/export"
	"dateline/timeline/publish"
)

func TestPrintText(t *testing.T) {
	got := besideSmall().run(t, "print", "small.yaml")
	got.want(t, 0, "1 warning in small.yaml; `dateline check small.yaml` lists them")
	want := `c. September 2025  Rubio visits Kyiv
  visit
  Marco Rubio, Ukraine

8 September 2025  Yermak speaks with Rubio
  call, reported, Kyiv
  Andriy Yermak (head of office, Ukraine; caller), Marco Rubio
  They speak about guarantees.
  They will speak again.
  "Peace <soon> & for good" - Marco Rubio
  minutes: 30 to 40 minutes, says Andriy Yermak
  Marco Rubio: It was short (disputed)
  note: seen from afar
  weather: fair
  tags: diplomacy
  related: c. September 2025, Rubio visits Kyiv
  source: The Paper, The news, 9 September 2025, https://example.org/news
  source: https://example.org/a?b=1&c=2
`
	if diff := cmp.Diff(want, got.stdout); diff != "" {
		t.Error(diff)
	}
}

func TestPrintJSONLines(t *testing.T) {
	got := besideSmall().run(t, "print", "--format", "jsonl", "--at", "call", "small.yaml")
	want := `{"id":"call","date":"2025-09-08","earliest":"2025-09-08","latest":"2025-09-08","title":"Yermak speaks with Rubio",` +
		`"type":"call","status":"reported","location":"Kyiv","summary":"They speak about guarantees.\n\nThey will speak again.",` +
		`"actors":[{"id":"yermak","name":"Andriy Yermak","role":"caller","office":"head of office, Ukraine"},` +
		`{"id":"rubio","name":"Marco Rubio","role":"","office":""}],` +
		`"quotes":[{"by":"Marco Rubio","text":"Peace <soon> & for good","source":"news"}],` +
		`"figures":[{"label":"minutes","value":"","low":"30","best":"","high":"40","unit":"minutes","by":"Andriy Yermak","source":""}],` +
		`"claims":[{"by":"Marco Rubio","text":"It was short","status":"disputed","source":""}],` +
		`"sources":[{"id":"news","title":"The news","publisher":"The Paper","url":"https://example.org/news","published":"2025-09-09"},` +
		`{"id":"","title":"","publisher":"","url":"https://example.org/a?b=1&c=2","published":""}],` +
		`"tags":["diplomacy"],"related":["visit"],"notes":["seen from afar"],"file":"small.yaml","line":6,"other":{"weather":"fair"}}` + "\n"
	if diff := cmp.Diff(want, got.stdout); diff != "" {
		t.Error(diff)
	}
}

func TestPrintJSONIsOneArray(t *testing.T) {
	var events []struct{ ID string }
	got := besideSmall().run(t, "print", "--format", "json", "small.yaml")
	if err := json.Unmarshal([]byte(got.stdout), &events); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]struct{ ID string }{{"visit"}, {"call"}}, events); diff != "" {
		t.Error(diff)
	}
}

func TestPrintCSV(t *testing.T) {
	got := command{}.run(t, "print", "--format", "csv")
	got.want(t, 0)
	rows, err := csv.NewReader(strings.NewReader(got.stdout)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	events := strings.Count(command{}.run(t, "print", "--format", "jsonl").stdout, "\n")
	if len(rows) != events+1 {
		t.Errorf("%d rows for %d events", len(rows), events)
	}
}

func TestPrintMarkdown(t *testing.T) {
	got := besideSmall().run(t, "print", "--color", "always", "--format", "markdown", "--at", "call", "small.yaml")
	want := "## 8 September 2025: Yermak speaks with Rubio\n\n*call, reported, Kyiv*\n"
	if !strings.HasPrefix(got.stdout, want) {
		t.Errorf("%q does not begin with %q", got.stdout, want)
	}
}

// Text and Markdown begin with what the record says of itself, whichever of its events are printed; JSON does if asked.
func TestPrintHead(t *testing.T) {
	c := command{files: map[string]string{"x.yaml": `title: A record
description: What it is about.
owner: the desk
events:
  - {id: one, date: 2025-01-01, title: One}
  - {id: two, date: 2025-01-02, title: Two}
`}}
	const text, markdown = "  What it is about.\n  owner: the desk\n\n", "What it is about.\n\n**owner:** the desk\n\n"
	const object = `{"title":"A record","description":"What it is about.","other":{"owner":"the desk"},"types":{},"events":[` +
		"\n" + `{"id":"two",`
	for _, test := range []struct{ args, want string }{
		{"print", text + "1 January 2025  One\n\n2 January 2025  Two\n"},
		{"", text + "1 January 2025  One\n\n2 January 2025  Two\n"},
		{"print --head", text + "1 January 2025  One\n\n2 January 2025  Two\n"},
		{"print --at two", text + "2 January 2025  Two\n"},
		{"print --filter two", text + "2 January 2025  Two\n"},
		{"print --format markdown --at two", markdown + "## 2 January 2025: Two\n"},
		{"print --head=false --at two", "2 January 2025  Two\n"},
		{"print --head=false --format markdown --at two", "## 2 January 2025: Two\n"},
		{"print --format json --head --at two", object},
		{"print --format json --at two", "[\n" + `{"id":"two",`},
		{"print --format jsonl --at two", `{"id":"two",`},
		{"print --format jsonl --head=false --at two", `{"id":"two",`},
		{"print --format csv", "id,date,"},
	} {
		got := c.run(t, append(strings.Fields(test.args), "x.yaml")...)
		got.want(t, 0, "1 warning")
		if !strings.HasPrefix(got.stdout, test.want) {
			t.Errorf("%s: %q does not begin with %q", test.args, got.stdout, test.want)
		}
	}
	nothing := c.run(t, "print", "--filter", "three", "x.yaml")
	nothing.want(t, 1, "no event matches three\n")
	if nothing.stdout != "" {
		t.Errorf("a head without events: %q", nothing.stdout)
	}
	c.run(t, "actors", "--head", "x.yaml").want(t, 2, "unknown flag: --head")
}

// What is written while the record is read is what is written when all of it has been, as it is for --at.
func TestPrintEarly(t *testing.T) {
	first := strings.Split(command{}.run(t, "print", "--format", "jsonl").stdout, `"`)[3]
	for _, format := range publish.Formats() {
		early := command{}.run(t, "print", "--format", string(format))
		late := command{}.run(t, "print", "--format", string(format), "--at", first)
		if early.stdout != late.stdout {
			t.Errorf("%s: %s", format, cmp.Diff(late.stdout, early.stdout))
		}
	}
}

// A page has what is selected, from the event on that is named, and what the record says of itself unless that is not
// wanted.
func TestPrintPage(t *testing.T) {
	c := command{files: map[string]string{"x.yaml": `title: A record
description: What it is about.
events:
  - {id: one, date: 2025-01-01, title: One, related: [two]}
  - {id: two, date: 2025-01-02, title: Two}
  - {id: three, date: 2025-01-03, title: Three}
`}}
	for args, want := range map[string][2]string{ // what is seen, and what is not
		"": {"3 events|What it is about|id=\"e-one\"|#e-two", "of 3"}, "--at two": {"2 of 3 events|id=\"e-two\"", "id=\"e-one\""},
		"--filter one": {"1 of 3 events|not on this page", "id=\"e-two\""}, "--head=false": {">A record</h1>", "What it"},
	} {
		got := c.run(t, append(strings.Fields("print --format html "+args), "x.yaml")...)
		got.want(t, 0)
		for _, seen := range strings.Split(want[0], "|") {
			if !strings.Contains(got.stdout, seen) {
				t.Errorf("%s: the page lacks %q", args, seen)
			}
		}
		if strings.Contains(got.stdout, want[1]) {
			t.Errorf("%s: the page has %q", args, want[1])
		}
	}
}

// Every format is offered and written.
func TestFormats(t *testing.T) {
	for cmd, formats := range map[string][]export.Format{"print": publish.Formats(), "actors": export.Formats} {
		help := command{}.run(t, cmd, "--help").stdout
		offered := command{}.run(t, "__complete", cmd, "--format", "").stdout
		for _, format := range formats {
			if !strings.Contains(help, string(format)) || !strings.Contains(offered, string(format)+"\n") {
				t.Errorf("%s: no %s in %s\nor in %s", cmd, format, help, offered)
			}
			command{}.run(t, cmd, "--format", string(format)).want(t, 0)
		}
	}
}

func TestWithoutATerminalTheScreenIsPrinted(t *testing.T) {
	c := besideSmall()
	if printed, shown := c.run(t, "print", "small.yaml"), c.run(t, "small.yaml"); printed != shown {
		t.Errorf("%+v\n%+v", printed, shown)
	}
}

func TestActors(t *testing.T) {
	c := besideSmall()
	want := `     2  Marco Rubio    person
     2  Ukraine
     1  Andriy Yermak  person  Ukraine
`
	if diff := cmp.Diff(want, c.run(t, "actors", "small.yaml").stdout); diff != "" {
		t.Error(diff)
	}
	want = `{"id":"rubio","name":"Marco Rubio","kind":"person","events":1,"of":""}` + "\n" +
		`{"id":"ukraine","name":"Ukraine","kind":"","events":1,"of":""}` + "\n"
	if diff := cmp.Diff(want, c.run(t, "actors", "--filter", "type:visit", "--format", "jsonl",
		"small.yaml").stdout); diff != "" {
		t.Error(diff)
	}
}

func TestSelection(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"--actor", "Ermak"}, "call"},
		{[]string{"--actor", "yermak", "--actor", "Ukraine"}, "visit call"},
		{[]string{"-a", "rubio", "--filter", "-type:call"}, "visit"},
		{[]string{"--since", "2025-09-08", "-f", "type:call"}, "call"},
		{[]string{"--until", "2025-09-07"}, "visit"},
		{[]string{"--at", "call"}, "call"},
	} {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) {
			got := besideSmall().run(t, append(test.args, "print", "--format", "jsonl", "small.yaml")...)
			var ids []string
			for d := json.NewDecoder(strings.NewReader(got.stdout)); d.More(); {
				var event struct{ ID string }
				if err := d.Decode(&event); err != nil {
					t.Fatal(err)
				}
				ids = append(ids, event.ID)
			}
			if diff := cmp.Diff(test.want, strings.Join(ids, " ")); diff != "" {
				t.Errorf("%s\n%s", diff, got.stderr)
			}
		})
	}
}

// Files, folders and standard input make one record; what follows -- is a path even if it looks like an option.
func TestSeveralInputs(t *testing.T) {
	c := command{
		files: map[string]string{
			"a.yaml":               "- {date: 2025-01-01, title: One}",
			"notes/b.yml":          "- {date: 2025-01-02, title: Two}",
			"notes/deep/c.md":      "---\ndate: 2025-01-03\ntitle: Three\n---\nIts story.\n",
			"notes/.hidden/d.yaml": "- {date: 2025-01-04, title: Hidden}",
			"notes/_draft.yaml":    "- {date: 2025-01-04, title: Draft}",
			"-odd.yaml":            "- {date: 2025-01-05, title: Four}",
		},
		stdin: strings.NewReader("- {date: 2025-01-06, title: Five}"),
	}
	got := c.run(t, "print", "-", "a.yaml", "notes", "--", "-odd.yaml")
	got.want(t, 0)
	want := "1 January 2025  One\n\n2 January 2025  Two\n\n3 January 2025  Three\n  Its story.\n\n" +
		"5 January 2025  Four\n\n6 January 2025  Five\n"
	if diff := cmp.Diff(want, got.stdout); diff != "" {
		t.Error(diff)
	}
}

func TestPathsNamedLikeCommands(t *testing.T) {
	c := command{files: map[string]string{"print": "- {date: 2025-01-01, title: One}"}}
	for _, path := range []string{"./print", "--"} {
		args := []string{path}
		if path == "--" {
			args = append(args, "print")
		}
		if got := c.run(t, args...); got.stdout != "1 January 2025  One\n" {
			t.Errorf("%v: %q %q", args, got.stdout, got.stderr)
		}
	}
}

func TestNothingMatches(t *testing.T) {
	c := besideSmall()
	got := c.run(t, "print", "--filter", "actor:yermak type:visit", "small.yaml")
	got.want(t, 1, "no event matches actor:yermak type:visit\n", "there would be 1 event\n")
	if got.stdout != "" {
		t.Errorf("on standard output: %q", got.stdout)
	}
	c.run(t, "print", "--filter", "type:visit", "--at", "call", "small.yaml").want(t, 1, "nothing matches from call on\n")
	c.run(t, "print", "--filter", "actor:yermk", "small.yaml").want(t, 1, `no actor is called "yermk"; did you mean`)
}

func TestColor(t *testing.T) {
	c := besideSmall()
	for _, test := range []struct {
		env  string
		args []string
		want bool
	}{
		{"", []string{"print"}, false}, // it is not a terminal
		{"", []string{"print", "--color", "always"}, true},
		{"NO_COLOR=1", []string{"print", "--color", "always"}, true}, // the flag is nearer than the environment
		{"", []string{"print", "--color", "never"}, false},
		{"", []string{"print", "--color", "always", "--format", "json"}, false},
	} {
		c.env = []string{test.env}
		if got := c.run(t, append(test.args, "small.yaml")...); strings.Contains(got.stdout, "\x1b[") != test.want {
			t.Errorf("%v %v: colour is %v, want %v", test.env, test.args, !test.want, test.want)
		}
	}
}

// What is printed is not checked for events and actors that are probably the same. Of all else it is said that
// something is wrong.
func TestPrintSeeksNoLikes(t *testing.T) {
	const alike = "- {date: 2025-01-01, title: A long talk about prisoners, actors: [Mira Montgomery]}\n" +
		"- {date: 2025-01-01, title: A long talk about prisonners, actors: [Mira Montgomerry]}\n"
	c := command{files: map[string]string{
		"x.yaml": alike, "y.yaml": alike + "- {date: 2025-01-02, title: End, colour: red}\n",
	}}
	for _, command := range []string{"print", "print --format jsonl", "actors", "actors --format yaml"} {
		if got := c.run(t, append(strings.Fields(command), "x.yaml")...); got.code != 0 || got.stderr != "" {
			t.Errorf("%s: %s", command, got.stderr)
		}
		c.run(t, append(strings.Fields(command), "y.yaml")...).want(t, 0, "dateline: 1 warning in y.yaml")
	}
	c.run(t, "check", "x.yaml").want(t, 0, "x.yaml: 2 warnings\n")
	c.run(t, "check", "y.yaml").want(t, 0, "y.yaml: 3 warnings\n")
}

// A copy for publication has nothing of what is left out, whichever events are printed, and a slip is no leak.
func TestPrintWithout(t *testing.T) {
	c := besideSmall()
	for _, format := range export.Formats {
		args := []string{"print", "--without", "notes,weather", "--without=quotes", "--at", "call", "--format", string(format)}
		got := c.run(t, append(args, "small.yaml")...)
		got.want(t, 0, "1 warning in small.yaml")
		for _, gone := range []string{"seen from afar", "weather", "fair", "Peace"} {
			if strings.Contains(got.stdout, gone) {
				t.Errorf("%s: %q is in\n%s", format, gone, got.stdout)
			}
		}
		if !strings.Contains(got.stdout, "It was short") {
			t.Errorf("%s: a claim is gone:\n%s", format, got.stdout)
		}
	}
	for key, want := range map[string]string{
		"wether": "--without: the record has no key \"wether\"; did you mean weather",
		"title":  "--without: title cannot be left out: an event without a title is none\n",
		"":       "--without: a key has no name; write notes, or notes,quotes\n",
	} {
		got := c.run(t, "print", "--without", "notes,"+key, "small.yaml")
		got.want(t, 2, want)
		if got.stdout != "" {
			t.Errorf("%s: on standard output: %q", key, got.stdout)
		}
	}
	for _, list := range []string{"", ",", " ", "notes\nquotes"} {
		got := c.run(t, "print", "--without", "notes", "--without", list, "small.yaml")
		if got.want(t, 2, "--without: "); got.stdout != "" {
			t.Errorf("%q: on standard output: %q", list, got.stdout)
		}
	}
	c.run(t, "print", "--without", "language", "small.yaml").want(t, 0, "dateline: --without: nothing in the record has language\n")
	if offered := c.run(t, "__complete", "print", "small.yaml", "--without", "").stdout; !strings.Contains(offered, "weather\n") {
		t.Errorf("keys are not offered:\n%s", offered)
	}
}
