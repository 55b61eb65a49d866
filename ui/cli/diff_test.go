package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// twoRecords are a record as it was and as it is.
var twoRecords = map[string]string{
	"old.yaml": "- {id: a, date: 2025-01-01, title: One, actors: [Anna]}\n- {id: b, date: 2025-01-02, title: Two, actors: [Ben]}\n",
	"new.yaml": "- {id: a, date: 2025-01-01, title: First, actors: [Anna]}\n- {id: c, date: 2025-01-03, title: Three, actors: [Ben]}\n",
	"same.yaml": "# the same\n- {id: b, date: 2025-01-02, title: Two, actors: [Ben]}\n" +
		"- {id: a, date: 2025-01-01, title: One, actors: [Anna]}\n",
	"gone.yaml": "events: []\n", "empty.yaml": "", "lost.yaml": "\xff\x00\x01",
	"bad.yaml": "- {date: 2025-13-01, title: One}\n", "diff": "- {date: 2025, title: A path}\n",
}

func TestDiff(t *testing.T) {
	files := map[string]string{}
	for name, text := range twoRecords {
		if name != "diff" {
			files[name] = text
		}
	}
	c := command{files: files}
	for _, test := range []struct {
		args           string
		code           int
		stdout, stderr string
	}{
		{
			"old.yaml new.yaml", 1, "~ 1 January 2025  First  [new.yaml:1]\n    ~ title: One -> First\n\n" +
				"- 2 January 2025  Two  [old.yaml:2]\n+ 3 January 2025  Three  [new.yaml:2]\n",
			"old.yaml -> new.yaml: 1 event new, 1 gone, 1 changed\n",
		},
		{"old.yaml same.yaml", 0, "", "old.yaml -> same.yaml: no changes\n"},
		{"old.yaml old.yaml", 0, "", "no changes"},
		{"--color always -a anna old.yaml new.yaml", 1, "\x1b[1m~ 1 January 2025  First\x1b[0m  [new.yaml:1]\n    ~ title: One -> First\n", ": 1 event changed\n"},
		{"-f two old.yaml new.yaml", 1, "- 2 January 2025  Two  [old.yaml:2]\n", ": 1 event gone\n"},
		{"--since 2025-01-03 old.yaml new.yaml", 1, "+ 3 January 2025  Three  [new.yaml:2]\n", ": 1 event new\n"},
		{"--until 2025-01-01 old.yaml same.yaml", 0, "", "no changes"},
		{"--since 2026 old.yaml new.yaml", 0, "", "dateline: no event matches since:2026"},
		{"--since 2026 --format json old.yaml new.yaml", 0, `"events":[]`, "no changes\n"},
		{"--since 2026 --format markdown old.yaml new.yaml", 0, "**No changes**\n", "no changes\n"},
		{"-a nobody old.yaml new.yaml", 2, "", `--actor: no actor is called "nobody"`},
		{"-f type:( old.yaml new.yaml", 2, "", "--filter:1:"},
		{"--format xml old.yaml new.yaml", 2, "", `--format: there is no "xml"; choose from text, markdown, json`},
		{"old.yaml", 2, "", "two records are needed, the old and the new\nname them, as in `dateline diff HEAD:"},
		{"old.yaml new.yaml same.yaml", 2, "", "two records are needed"},
		{"old.yaml nw.yaml", 2, "", "no such file: nw.yaml\ndid you mean new.yaml?"},
		{"- -", 2, "", "standard input is one record"},
		{"old.yaml gone.yaml", 1, "- 1 January 2025  One", "dateline: there are no events in gone.yaml\n"},
		{"gone.yaml old.yaml", 1, "+ 1 January 2025  One", ": 2 events new; 2 actors new"},
		{"empty.yaml old.yaml", 1, "+ 2 January 2025  Two", ": 2 events new; 2 actors new"},
		{"old.yaml empty.yaml -a anna", 1, "- 1 January 2025  One", ": 1 event gone"},
		{"empty.yaml gone.yaml", 0, "", "no changes"},
		{"old.yaml lost.yaml", 2, "", "no events can be read from lost.yaml"},
		{"old.yaml bad.yaml --format markdown", 1, "\nOf bad.yaml 1 error kept something", "1 error in bad.yaml"},
		{"bad.yaml old.yaml --format json", 1, `"errors":{"old":1,"new":0}`, "1 error in bad.yaml"},
		{"bad.yaml old.yaml", 1, "    + date: 2025-01-01\n", "1 error in bad.yaml"},
	} {
		got := c.run(t, append([]string{"diff"}, strings.Fields(test.args)...)...)
		if got.code != test.code || !strings.Contains(got.stderr, test.stderr) || !strings.Contains(got.stdout, test.stdout) ||
			test.stdout == "" && got.stdout != "" {
			t.Errorf("%s: code %d\n%s\n%s", test.args, got.code, got.stdout, got.stderr)
		}
	}
	c.stdin = strings.NewReader(twoRecords["old.yaml"])
	c.run(t, "diff", "-", "same.yaml").want(t, 0, "- -> same.yaml: no changes\n")
	var changes struct {
		Events []struct{ Change, ID string }
	}
	got := c.run(t, "diff", "old.yaml", "new.yaml", "--format", "JSON")
	if err := json.Unmarshal([]byte(got.stdout), &changes); err != nil || len(changes.Events) != 3 ||
		changes.Events[2].Change != "new" || changes.Events[2].ID != "c" {
		t.Errorf("%v: %s", err, got.stdout)
	}
	if got := c.run(t, "__complete", "diff", "old.yaml", "new.yaml", "--format", ""); !strings.Contains(got.stdout, "markdown\n") {
		t.Errorf("formats are not offered:\n%s", got.stdout)
	}
}

// What is called like a command that came later is named as a path is.
func TestDiffTellsOfItsNamesake(t *testing.T) {
	c := command{files: twoRecords}
	c.run(t, "diff").want(t, 2, "dateline: diff is a command here; for what has that name write ./diff\n", "two records are needed")
	c.run(t, "diff", "./diff", "diff").want(t, 0, "./diff -> diff: no changes\n")
	c.run(t, "check", "diff").want(t, 0, "diff: no problems\n")
}

// Revisions are read through git, with the options of reading that hold for files.
func TestDiffOfRevisions(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	folder := t.TempDir()
	write(t, folder, map[string]string{"r.yaml": twoRecords["old.yaml"], "n/a.yaml": twoRecords["old.yaml"]})
	for _, args := range []string{"init -q", "add .", "-c user.name=A -c user.email=a@example.org commit -q -m one"} {
		git := exec.Command("git", strings.Fields(args)...)
		git.Dir = folder
		git.Env = append(git.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_DIR="+filepath.Join(folder, ".git"))
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v: %s", args, err, out)
		}
	}
	t.Setenv("GIT_DIR", filepath.Join(folder, ".git"))
	c := command{folder: folder, files: map[string]string{"r.yaml": twoRecords["new.yaml"], "n/a.yaml": twoRecords["same.yaml"]}}
	got := c.run(t, "diff", "HEAD:r.yaml", "r.yaml")
	got.want(t, 1, "HEAD:r.yaml -> r.yaml: 1 event new, 1 gone, 1 changed\n")
	if !strings.Contains(got.stdout, "[HEAD:r.yaml:2]") {
		t.Error(got.stdout)
	}
	c.run(t, "diff", "HEAD:n", "n").want(t, 0, "HEAD:n -> n: no changes\n")
	c.run(t, "diff", "HEAD:r.yaml", ":r.yaml").want(t, 0, "no changes\n")
	c.run(t, "diff", "HEAD:x.yaml", "r.yaml").want(t, 2, "x.yaml is not in the revision HEAD\n")
	c.run(t, "print", "HEAD:r.yaml").want(t, 2, "no such file: HEAD:r.yaml")
}
