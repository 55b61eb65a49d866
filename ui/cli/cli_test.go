package cli_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/cli"
)

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
		{
			"unknown colour",
			[]string{"--color", "blue"},
			[]string{`--color: there is no "blue"; choose from auto, always, never`},
		},
		{
			"unknown theme",
			[]string{"--theme", "foo"},
			[]string{`--theme: there is no "foo"; choose from auto, dark, light, contrast, terminal` + "\n"},
		},
		{"no theme", []string{"--theme", ""}, []string{`--theme: there is no ""; choose from auto, dark`}},
		{"theme in capitals", []string{"--theme", "Dark", "smal.yaml"}, []string{"no such file: smal.yaml"}},
		{
			"unknown format",
			[]string{"print", "--format", "xml"},
			[]string{`--format: there is no "xml"; choose from text, markdown, yaml, json, jsonl, csv`},
		},
		{
			"head of lines",
			[]string{"print", "--format", "jsonl", "--head"},
			[]string{"--head: jsonl is events only and has no place for a head\nuse --format json --head, or leave out --head\n"},
		},
		{
			"head of rows",
			[]string{"print", "--head", "--format", "csv"},
			[]string{"--head: csv is events only", "--format json --head"},
		},
		{
			"unknown actor",
			[]string{"small.yaml", "--actor", "Yermk"},
			[]string{`--actor: no actor is called "Yermk"; did you mean Andriy Yermak`},
		},
		{"empty actor", []string{"--actor", ""}, []string{"--actor: the name is missing"}},
		{
			"unknown id",
			[]string{"small.yaml", "--at", "vist"},
			[]string{`--at: no event has the id "vist"; did you mean visit?`},
		},
		{
			"query",
			[]string{"small.yaml", "--filter", "type:call (rubio"},
			[]string{"--filter:1:", "   1 | type:call (rubio\n", "^"},
		},
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
		"empty": "", "a comment": "# nothing\n", "no events": "title: Nothing\nevents: []\n",
		"not YAML": "\x7fELF\x00\x01\x02", "broken": "events: [{",
	} {
		t.Run(name, func(t *testing.T) {
			got := command{files: map[string]string{"x.yaml": text}}.run(t, "print", "x.yaml")
			got.want(t, 2, "x.yaml", "error: ", "dateline: no events can be read from x.yaml\n")
		})
	}
	t.Run("standard input", func(t *testing.T) {
		got := command{stdin: strings.NewReader("")}.run(t, "print", "-")
		got.want(t, 2, "stdin", "error: ", "dateline: no events can be read from -\n")
	})
	t.Run("standard input that breaks", func(t *testing.T) {
		for _, what := range []string{"print", "check"} {
			broken := io.MultiReader(strings.NewReader("- {date: 2025-01-01,"), iotest.ErrReader(errors.New("the line is cut")))
			command{stdin: broken}.run(t, what, "-").want(t, 2, "dateline: cannot read standard input: the line is cut\n")
		}
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

// check ends with what it read: each file once, whatever way it is named.
func TestCheckSaysWhatItRead(t *testing.T) {
	c := command{files: map[string]string{
		"a/one.yaml": "- {date: 2025-01-01, title: One}\n", "b/two.yaml": "- {id: x, date: 2025-01-02, title: Two}\n",
		"again.yaml": "- {id: x, date: 2025-01-02, title: Two}\n", "none.json": "[]\n", "a/package.json": "{\"name\": \"x\"}\n",
	}}
	for _, one := range []struct {
		paths string
		code  int
		end   string
	}{
		{"b", 0, "b: no problems\n1 event of 1 file\n"},
		{"a b", 0, "a b: no problems\n2 events of 3 files; 1 file gave none\n"},
		{"b b/two.yaml ./b", 0, "no problems\n1 event of 1 file\n"},
		{"b again.yaml", 0, "1 warning\n1 event of 2 files; 1 stood twice\n"},
		{"b none.json", 1, "1 error\n1 event of 2 files; 1 file gave none\n"},
		{"none.json", 1, "none.json: 1 error\n0 events of 1 file\n"},
	} {
		c.run(t, append([]string{"check"}, strings.Fields(one.paths)...)...).want(t, one.code, one.end)
	}
	c.stdin = strings.NewReader(c.files["again.yaml"])
	c.run(t, "check", "-").want(t, 0, "standard input: no problems\n1 event of 1 file\n")
	c.stdin = strings.NewReader(strings.Repeat("- {date: 2025-01-01}\n", 9))
	c.run(t, "check", "-", "b").want(t, 1, "; --all lists each\n")
}

// check tells a kind of problem once; --all lists each place, --format says it to programs, --ignore leaves a kind out
// and out of the exit code.
func TestCheckTellsEachKindOnce(t *testing.T) {
	var record strings.Builder
	for day := range 28 {
		fmt.Fprintf(&record, "- {date: 2025-01-%02d, title: Number %d, importance: 1}\n", day+1, day*day)
	}
	record.WriteString("- {title: Undated}\n")
	c := command{files: map[string]string{"x.yaml": record.String()}}

	got := c.run(t, "check", "x.yaml")
	got.want(t, 1, "x.yaml: 1 error, 28 warnings; `dateline check x.yaml --all` lists each\n")
	if lines := strings.Count(got.stdout, "\n"); lines != 6 ||
		!strings.HasPrefix(got.stdout, "x.yaml:29:3: error: the event has no date [no-date]\n") ||
		!strings.Contains(got.stdout, "unknown key `importance`, and 27 more in this file [unknown-key]\n") {
		t.Errorf("%d lines:\n%s", lines, got.stdout)
	}
	for _, one := range []struct {
		flags, begins string
		lines         int
		ends          string
	}{
		{"--all", "x.yaml:1:39: warning: ", 4 * 29, "x.yaml: 1 error, 28 warnings\n"},
		{"--format github", "::warning file=x.yaml,line=1,col=39,endColumn=49,title=unknown-key::", 29, ""},
		{"--format json", "{\n  \"problems\": [\n    {\n      \"rule\": \"unknown-key\",", 3 + 11*29 + 2, ""},
		{"--all --ignore unknown-key", "x.yaml:29:3: error: ", 4, "x.yaml: 1 error\n"},
	} {
		got := c.run(t, append([]string{"check", "x.yaml"}, strings.Fields(one.flags)...)...)
		got.want(t, 1, one.ends)
		if lines := strings.Count(got.stdout, "\n"); lines != one.lines || !strings.HasPrefix(got.stdout, one.begins) {
			t.Errorf("check %s: %d lines:\n%.400s", one.flags, lines, got.stdout)
		}
	}
	for _, flags := range []string{"--ignore no-date", "--ignore no-title,no-date", "--ignore no-title --ignore no-date"} {
		c.run(t, append([]string{"check", "x.yaml"}, strings.Fields(flags)...)...).want(t, 0, "x.yaml: 28 warnings; ")
	}
	c.run(t, "check", "--ignore", "no-dates", "x.yaml").want(t, 2, "there is no rule \"no-dates\"", "did you mean `no-date`?")
	c.run(t, "check", "--format", "xml", "x.yaml").want(t, 2, "choose from text, json, github, sarif")
	rules := c.run(t, "check", "--rules")
	rules.want(t, 0)
	if !strings.Contains(rules.stdout, "\nno-date                 error    An event has no date.\n") {
		t.Errorf("%s", rules.stdout)
	}
}

// However many warnings there are, they push out no error, and do not fail the check.
func TestCheckCountsWhatItDoesNotList(t *testing.T) {
	record := strings.Repeat("- {date: 2025-01-01, title: x, k: 1}\n", 12_000) + "- {date: 2025-13-01, title: y}\n"
	c := command{files: map[string]string{"x.yaml": record}}
	got := c.run(t, "check", "--ignore", "look-alike", "x.yaml")
	got.want(t, 1, "x.yaml: 1 error, 12,000 warnings; ")
	if !strings.HasPrefix(got.stdout, "x.yaml:12001:") || !strings.Contains(got.stdout, ", and 11,999 more in ") {
		t.Errorf("%s", got.stdout)
	}
	all := c.run(t, "check", "--all", "--ignore", "look-alike,bad-date", "x.yaml")
	all.want(t, 0, "x.yaml: 12,000 warnings; the first 10000 are listed\n")
}

func TestCuratedRecordIsClean(t *testing.T) {
	if got := (command{}).run(t, "check"); got.code != 0 || got.stdout != "" {
		t.Errorf("exit code %d\n%s%s", got.code, got.stdout, got.stderr)
	}
}

func TestHelpFitsTheScreen(t *testing.T) {
	for _, name := range []string{
		"", "print", "check", "actors", "sources", "quality", "new", "compare", "diff",
		"serve", "schema", "forget", "man", "completion",
	} {
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
	example, usage := strings.Index(got, "dateline --actor"), strings.Index(got, "Usage:")
	if example < 0 || example > usage {
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

// A run needs no process: what a shell would give it are values.
func ExampleProgram_Run() {
	p := cli.Program{
		Args: []string{"print", "--actor", "Rubio", "-"}, Stdin: strings.NewReader(`
- {date: 2025-09-08, title: Yermak speaks with Rubio, actors: [Yermak, Rubio]}
- {date: 2025-09-09, title: Yermak speaks with Budanov, actors: [Yermak, Budanov]}
`), Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now,
	}
	fmt.Println("exit code", p.Run(context.Background()))
	// Output:
	// 8 September 2025  Yermak speaks with Rubio
	//   Yermak, Rubio
	// exit code 0
}
