package ui_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
)

const curatedTitle = "Security guarantees for Ukraine"

// small is a record with two events, three actors and nothing wrong.
const small = `title: A small record
actors:
  - {id: yermak, name: Andriy Yermak, kind: person, aliases: [Ermak], memberships: [{of: Ukraine, role: head of office}]}
  - {id: rubio, name: Marco Rubio, kind: person}
events:
  - id: call
    date: 2025-09-08
    title: Yermak speaks with Rubio
    type: call
    status: reported
    location: Kyiv
    summary: |
      They speak about guarantees.

      They will speak again.
    actors: [{actor: yermak, role: caller}, rubio]
    quotes: [{by: rubio, text: "Peace <soon> & for good", source: news}]
    figures: [{label: minutes, low: 30, high: 40, unit: minutes, by: yermak}]
    claims: [{by: rubio, text: It was short, status: disputed}]
    tags: [diplomacy]
    sources: [news, "https://example.org/a?b=1&c=2"]
    related: [visit]
    notes: [seen from afar]
    weather: fair
  - id: visit
    date: 2025-09~
    title: Rubio visits Kyiv
    type: visit
    actors: [rubio, Ukraine]
sources:
  - {id: news, title: The news, publisher: The Paper, published: 2025-09-09, url: "https://example.org/news"}
`

// A command is a run of the real program without a terminal.
type command struct {
	folder string            // where it runs; one of its own if empty
	files  map[string]string // that stand in the folder, by name
	stdin  io.Reader
	env    []string
}

// An outcome is what a command leaves.
type outcome struct {
	stdout, stderr string
	code           int
}

func (c command) run(t *testing.T, args ...string) outcome {
	t.Helper()
	if c.folder == "" {
		c.folder = t.TempDir()
	}
	write(t, c.folder, c.files)
	cmd := exec.Command(binary(t), args...)
	cmd.Dir, cmd.Stdin, cmd.Env = c.folder, c.stdin, environment(t, c.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// write puts files into a folder.
func write(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// want checks the exit code, and that standard error has all the texts, or nothing if there are none.
func (o outcome) want(t *testing.T, code int, stderr ...string) {
	t.Helper()
	if o.code != code {
		t.Errorf("exit code %d, want %d", o.code, code)
	}
	for _, text := range stderr {
		if !strings.Contains(o.stderr, text) {
			t.Errorf("standard error lacks %q:\n%s", text, o.stderr)
		}
	}
	if len(stderr) == 0 && o.stderr != "" {
		t.Errorf("unexpected on standard error:\n%s", o.stderr)
	}
}

func TestPrintText(t *testing.T) {
	got := command{files: map[string]string{"small.yaml": small}}.run(t, "print", "small.yaml")
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
  source: The Paper, The news, 9 September 2025, https://example.org/news
  source: https://example.org/a?b=1&c=2
`
	if diff := cmp.Diff(want, got.stdout); diff != "" {
		t.Error(diff)
	}
}

func TestPrintJSONLines(t *testing.T) {
	got := command{files: map[string]string{"small.yaml": small}}.run(t, "print", "--format", "jsonl", "--at", "call", "small.yaml")
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
	got := command{files: map[string]string{"small.yaml": small}}.run(t, "print", "--format", "json", "small.yaml")
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
	got := command{files: map[string]string{"small.yaml": small}}.run(t, "print", "--color", "always", "--format", "markdown", "--at", "call", "small.yaml")
	if want := "## 8 September 2025: Yermak speaks with Rubio\n\n*call, reported, Kyiv*\n"; !strings.HasPrefix(got.stdout, want) {
		t.Errorf("%q does not begin with %q", got.stdout, want)
	}
}

// What is written while the record is read is what is written when all of it has been, as it is for --at.
func TestPrintEarly(t *testing.T) {
	first := strings.Split(command{}.run(t, "print", "--format", "jsonl").stdout, `"`)[3]
	for _, format := range timeline.Formats {
		early, late := command{}.run(t, "print", "--format", string(format)), command{}.run(t, "print", "--format", string(format), "--at", first)
		if early.stdout != late.stdout {
			t.Errorf("%s: %s", format, cmp.Diff(late.stdout, early.stdout))
		}
	}
}

// Every format is offered and written.
func TestFormats(t *testing.T) {
	for _, cmd := range []string{"print", "actors"} {
		help := command{}.run(t, cmd, "--help").stdout
		offered := command{}.run(t, "__complete", cmd, "--format", "").stdout
		for _, format := range timeline.Formats {
			if !strings.Contains(help, string(format)) || !strings.Contains(offered, string(format)+"\n") {
				t.Errorf("%s: no %s in %s\nor in %s", cmd, format, help, offered)
			}
			command{}.run(t, cmd, "--format", string(format)).want(t, 0)
		}
	}
}

func TestWithoutATerminalTheScreenIsPrinted(t *testing.T) {
	c := command{files: map[string]string{"small.yaml": small}}
	if printed, shown := c.run(t, "print", "small.yaml"), c.run(t, "small.yaml"); printed != shown {
		t.Errorf("%+v\n%+v", printed, shown)
	}
}

func TestActors(t *testing.T) {
	c := command{files: map[string]string{"small.yaml": small}}
	want := `     2  Marco Rubio    person
     2  Ukraine
     1  Andriy Yermak  person  Ukraine
`
	if diff := cmp.Diff(want, c.run(t, "actors", "small.yaml").stdout); diff != "" {
		t.Error(diff)
	}
	want = `{"id":"rubio","name":"Marco Rubio","kind":"person","events":1,"of":""}` + "\n" +
		`{"id":"ukraine","name":"Ukraine","kind":"","events":1,"of":""}` + "\n"
	if diff := cmp.Diff(want, c.run(t, "actors", "--filter", "type:visit", "--format", "jsonl", "small.yaml").stdout); diff != "" {
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
			got := command{files: map[string]string{"small.yaml": small}}.run(t, append(test.args, "print", "--format", "jsonl", "small.yaml")...)
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
	want := "1 January 2025  One\n\n2 January 2025  Two\n\n3 January 2025  Three\n  Its story.\n\n5 January 2025  Four\n\n6 January 2025  Five\n"
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
	c := command{files: map[string]string{"small.yaml": small}}
	got := c.run(t, "print", "--filter", "actor:yermak type:visit", "small.yaml")
	got.want(t, 1, "no event matches actor:yermak type:visit\n", "there would be 1 event\n")
	if got.stdout != "" {
		t.Errorf("on standard output: %q", got.stdout)
	}
	c.run(t, "print", "--filter", "type:visit", "--at", "call", "small.yaml").want(t, 1, "nothing matches from call on\n")
	c.run(t, "print", "--filter", "actor:yermk", "small.yaml").want(t, 1, `no actor is called "yermk"; did you mean`)
}

func TestUsage(t *testing.T) {
	for _, test := range []struct {
		name string
		args []string
		want []string
	}{
		{"missing file", []string{"smal.yaml"}, []string{"no such file: smal.yaml\ndid you mean small.yaml?\n"}},
		{"two missing files", []string{"print", "q1", "q2"}, []string{"no such file: q1", "no such file: q2"}},
		{"file in a missing folder", []string{"nowhere/x.yaml"}, []string{"no such file: nowhere/x.yaml"}},
		{"folder without events", []string{"empty"}, []string{"empty: error: the folder holds no events"}},
		{"mistyped flag", []string{"--fliter", "x"}, []string{"unknown flag: --fliter\ndid you mean --filter?\n"}},
		{"mistyped flag of a command", []string{"print", "--fromat=json"}, []string{"did you mean --format?"}},
		{"unknown letter", []string{"-x"}, []string{"unknown shorthand flag: 'x' in -x\nsee dateline --help\n"}},
		{"flag without its value", []string{"--filter"}, []string{"flag needs an argument: --filter\n"}},
		{"mistyped command", []string{"pritn"}, []string{"no such file: pritn\ndid you mean the command print?\n"}},
		{"path where none belongs", []string{"schema", "x"}, []string{"dateline schema"}},
		{"unknown colour", []string{"--color", "blue"}, []string{`--color: there is no "blue"; choose from auto always never`}},
		{"unknown format", []string{"print", "--format", "xml"}, []string{`--format: there is no "xml"; choose from text markdown json jsonl csv`}},
		{"unknown actor", []string{"small.yaml", "--actor", "Yermk"}, []string{`--actor: no actor is called "Yermk"; did you mean Andriy Yermak`}},
		{"empty actor", []string{"--actor", ""}, []string{"--actor: the name is missing"}},
		{"unknown id", []string{"small.yaml", "--at", "vist"}, []string{`--at: no event has the id "vist"; did you mean visit?`}},
		{"query", []string{"small.yaml", "--filter", "type:call (rubio"}, []string{"--filter:1:", "   1 | type:call (rubio\n", "^"}},
		{"query with a wide letter", []string{"--filter", "日本 ("}, []string{"   1 | 日本 (\n     |      ^\n"}},
		{"since", []string{"--since", "2025-13"}, []string{"--since:1:", "   1 | 2025-13\n", "^"}},
		{"until", []string{"--until", "soon"}, []string{"--until:1:1: error: ", "   1 | soon\n     | ^"}},
		{"escape sequence in a file name", []string{"\x1b]0;x\a"}, []string{"no such file: ␛]0;x"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := command{folder: t.TempDir(), files: map[string]string{"small.yaml": small}}
			if err := os.Mkdir(filepath.Join(c.folder, "empty"), 0o755); err != nil {
				t.Fatal(err)
			}
			got := c.run(t, test.args...)
			got.want(t, 2, append(test.want, "dateline: ")...)
			if got.stdout != "" {
				t.Errorf("on standard output: %q", got.stdout)
			}
			if strings.Contains(got.stderr, "\x1b") {
				t.Errorf("escape sequence in %q", got.stderr)
			}
			if lines := strings.Count(got.stderr, "\n"); lines > 4 {
				t.Errorf("%d lines are too many:\n%s", lines, got.stderr)
			}
		})
	}
}

func TestUnreadableFile(t *testing.T) {
	c := command{folder: t.TempDir()}
	write(t, c.folder, map[string]string{"shut.yaml": small, "open.yaml": small})
	shut := filepath.Join(c.folder, "shut.yaml")
	if err := os.Chmod(shut, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(shut); err == nil {
		f.Close()
		t.Skip("everything can be read here")
	}
	c.run(t, "print", "shut.yaml").want(t, 2, "cannot read shut.yaml: permission denied")
	// In a folder the others are read.
	got := c.run(t, "print", ".")
	got.want(t, 0, "1 error")
	if !strings.Contains(got.stdout, "Rubio visits Kyiv") {
		t.Errorf("the other file is not printed: %q", got.stdout)
	}
}

func TestInputWithoutEvents(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "a comment": "# nothing\n", "no events": "title: Nothing\nevents: []\n", "not YAML": "\x7fELF\x00\x01\x02", "broken": "events: [{",
	} {
		t.Run(name, func(t *testing.T) {
			got := command{files: map[string]string{"x.yaml": text}}.run(t, "print", "x.yaml")
			got.want(t, 2, "x.yaml", "error: ", "dateline: no events can be read from x.yaml\n")
		})
	}
	t.Run("standard input", func(t *testing.T) {
		command{stdin: strings.NewReader("")}.run(t, "print", "-").want(t, 2, "stdin", "error: ", "dateline: no events can be read from -\n")
	})
}

func TestCheck(t *testing.T) {
	c := command{files: map[string]string{
		"good.yaml":    "- {date: 2025-01-01, title: One}\n",
		"warning.yaml": "- {date: 2025-01-01, title: One, actor: Rubio}\n",
		"bad.yaml":     "- {date: 2025-13-01, title: One}\n- {title: Two}\n",
	}}
	good := c.run(t, "check", "good.yaml")
	good.want(t, 0, "good.yaml: no problems\n")
	if good.stdout != "" {
		t.Errorf("a good record is reported: %q", good.stdout)
	}
	warned := c.run(t, "check", "warning.yaml")
	warned.want(t, 0, "warning.yaml: 1 warning\n")
	if !strings.Contains(warned.stdout, "warning.yaml:1:34: warning: ") {
		t.Errorf("no warning in %q", warned.stdout)
	}
	bad := c.run(t, "check", "bad.yaml")
	bad.want(t, 1, "bad.yaml: 2 errors\n")
	if !strings.Contains(bad.stdout, "bad.yaml:1:10: error: ") || !strings.Contains(bad.stdout, "bad.yaml:2:") {
		t.Errorf("not both errors in %q", bad.stdout)
	}
}

func TestCuratedRecordIsClean(t *testing.T) {
	if got := (command{}).run(t, "check"); got.code != 0 || got.stdout != "" {
		t.Errorf("exit code %d\n%s%s", got.code, got.stdout, got.stderr)
	}
}

// What a record says is shown, never obeyed, in every format and in the report of its problems.
func TestEscapeSequencesAreShown(t *testing.T) {
	record := `- {date: "2025-01-01\e[2J", title: "\e]0;owned\a \x9b31m \u202e", "ke\ey": 1}` + "\n"
	c := command{files: map[string]string{"x.yaml": record}}
	for _, args := range [][]string{{"print"}, {"print", "--format", "json"}, {"print", "--format", "jsonl"}, {"actors"}, {"check"}} {
		got := c.run(t, append(args, "x.yaml")...)
		if i := strings.IndexAny(got.stdout+got.stderr, "\x1b\a\u009b\u202e"); i >= 0 {
			t.Errorf("%v: a control character in\n%q\n%q", args, got.stdout, got.stderr)
		}
	}
	if got := c.run(t, "print", "x.yaml").stdout; !strings.Contains(got, "␛]0;owned") {
		t.Errorf("the escape sequence is not shown: %q", got)
	}
	var event struct{ Title string }
	if err := json.Unmarshal([]byte(c.run(t, "print", "--format", "jsonl", "x.yaml").stdout), &event); err != nil {
		t.Fatal(err)
	}
	if want := "\x1b]0;owned\a \u009b31m \u202e"; event.Title != want {
		t.Errorf("JSON says %q, want %q", event.Title, want)
	}
}

func TestColor(t *testing.T) {
	c := command{files: map[string]string{"small.yaml": small}}
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

func TestHelpFitsTheScreen(t *testing.T) {
	for _, name := range []string{"", "print", "check", "actors", "schema", "completion"} {
		got := command{}.run(t, append(strings.Fields(name), "--help")...)
		got.want(t, 0)
		for _, line := range strings.Split(got.stdout, "\n") {
			if ansi.StringWidth(line) > 80 {
				t.Errorf("%s --help: more than 80 columns: %s", name, line)
			}
		}
		if lines := strings.Count(got.stdout, "\n"); lines > 40 {
			t.Errorf("%s --help: %d lines", name, lines)
		}
	}
	got := command{}.run(t, "--help").stdout
	if example, usage := strings.Index(got, "dateline --actor"), strings.Index(got, "Usage:"); example < 0 || example > usage {
		t.Errorf("the examples do not come first:\n%s", got)
	}
}

func TestVersion(t *testing.T) {
	got := command{}.run(t, "--version")
	got.want(t, 0)
	if !strings.HasPrefix(got.stdout, "dateline version ") || strings.Contains(got.stdout, "\x1b") {
		t.Errorf("%q", got.stdout)
	}
}

func TestSchemaIsJSON(t *testing.T) {
	got := command{}.run(t, "schema")
	got.want(t, 0)
	if !json.Valid([]byte(got.stdout)) {
		t.Errorf("not JSON: %.100s", got.stdout)
	}
}

func TestCompletion(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		if got := (command{}).run(t, "completion", shell); got.code != 0 || !strings.Contains(got.stdout, "dateline") {
			t.Errorf("%s: exit code %d, %d bytes", shell, got.code, len(got.stdout))
		}
	}
	c := command{files: map[string]string{"small.yaml": small}}
	for _, test := range []struct{ args, want string }{
		{"small.yaml --actor ", "yermak\tAndriy Yermak\n"},
		{"print small.yaml --format ", "jsonl\n"},
		{"pr", "print\t"},
	} {
		args := append([]string{"__complete"}, strings.Split(test.args, " ")...)
		if got := c.run(t, args...); !strings.Contains(got.stdout, test.want) {
			t.Errorf("%q is not offered after %q:\n%s", test.want, test.args, got.stdout)
		}
	}
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	cmd := exec.Command(binary(t), "print")
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.Env = full, &stderr, environment(t)
	_ = cmd.Run()
	outcome{"", stderr.String(), cmd.ProcessState.ExitCode()}.want(t, 2, "no space left")
}

func TestReaderThatGoesAway(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no signals here")
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	cmd := exec.Command(binary(t), "print")
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.Env = w, &stderr, environment(t)
	err = cmd.Run()
	w.Close()
	if err == nil || stderr.Len() > 0 {
		t.Errorf("%v, standard error: %s", err, &stderr)
	}
}
