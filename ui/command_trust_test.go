package ui_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

const hostileText = "\x1b]0;owned\a\x1b[2J\u009b31m\u202e\u200b\U000e0041"

// obeyed is what a terminal would obey, or a reader not see, in what a command wrote.
func (o outcome) obeyed() string {
	for _, r := range o.stdout + o.stderr {
		switch {
		case r == '\n':
		case r < ' ', 0x7f <= r && r <= 0x9f, 0x200b <= r && r <= 0x200f, 0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f, r >= 0xe0000:
			return string(r)
		}
	}
	return ""
}

// What stands in arguments and in the environment is shown, never obeyed.
func TestHostileArguments(t *testing.T) {
	c := command{
		files: map[string]string{"x.yaml": "- {date: 2025-01-01, title: One, actors: [Yermak]}\n"},
		env:   []string{"EDITOR=" + hostileText, "VISUAL=" + hostileText, "TERM=" + hostileText, "COLORTERM=" + hostileText, "LC_ALL=" + hostileText},
	}
	for _, args := range [][]string{
		{hostileText},
		{"--" + hostileText},
		{"-" + hostileText},
		{"--color", hostileText},
		{"--filter", hostileText},
		{"--filter", "(" + hostileText},
		{"--filter", "date:" + hostileText},
		{"--actor", hostileText},
		{"--since", hostileText},
		{"--until", hostileText},
		{"--at", hostileText},
		{"--ascii=" + hostileText},
		{"print", "--format", hostileText},
		{"check", hostileText},
		{"check", "--" + hostileText},
		{"schema", hostileText},
		{"actors", "--actor", hostileText},
		{"completion", hostileText},
		{"help", hostileText},
		{"print", "nowhere/" + hostileText},
	} {
		if len(args) < 3 && strings.HasPrefix(args[0], "-") {
			args = append(args, "x.yaml")
		}
		got := c.run(t, args...)
		if r := got.obeyed(); r != "" {
			t.Errorf("%q: %q in\n%q\n%q", args, r, got.stdout, got.stderr)
		}
		if got.code == 0 && args[0] != "completion" && args[0] != "help" {
			t.Errorf("%q: exit code 0", args)
		}
	}
}

// What stands in a record and in the names of its files is shown, never obeyed, by every command and in every format.
func TestHostileFiles(t *testing.T) {
	fields, err := os.ReadFile("../timeline/testdata/hostile.yaml")
	if err != nil {
		t.Fatal(err)
	}
	escaped := `"\e]0;owned\a\e[2J\x9b31m\u202e\u200b\U000e0041\n\r\t\x7f\e_x\e\\\ePq\e\\\u2028"`
	folder := "sub"
	if runtime.GOOS != "windows" {
		folder += hostileText + "\n"
	}
	c := command{folder: t.TempDir(), files: map[string]string{
		folder + "/x.yaml":      "hostile: [&text " + escaped + ", &link " + escaped + ", &host " + escaped + "]\n" + string(fields),
		folder + "/broken.yaml": "- title: \"\x1b[31m\x00\x9b\n- {date: \"\\e[2J\"}\n",
	}}
	for _, args := range [][]string{
		{"print"},
		{"print", "--format", "json"},
		{"print", "--format", "jsonl"},
		{"actors"},
		{"actors", "--format", "json"},
		{"actors", "--format", "jsonl"},
		{"check"},
		{},
		{"print", "--filter", "nothing"},
		{"print", "--actor", "nobody"},
		{"print", "--at", "nowhere"},
		{"__complete", "--actor", ""},
	} {
		got := c.run(t, slices.Concat(args[:min(1, len(args))], []string{folder}, args[min(1, len(args)):])...)
		if len(args) > 0 && args[0] == "__complete" {
			got.stdout = strings.ReplaceAll(got.stdout, "\t", "") // between a word and what it means
		}
		if r := got.obeyed(); r != "" {
			t.Errorf("%q: %q in\n%q\n%q", args, r, got.stdout, got.stderr)
		}
		if got.stdout+got.stderr == "" {
			t.Errorf("%q: nothing is written", args)
		}
	}
}

func TestFullDiskOfEveryCommand(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	folder := t.TempDir()
	write(t, folder, map[string]string{"bad.yaml": "- {date: 2025-13-01, title: One}\n"})
	for _, args := range [][]string{{"print", "bad.yaml"}, {"print", "--format", "json", "bad.yaml"}, {"check", "bad.yaml"}, {"actors"}, {"schema"}, {"--help"}, {"help", "print"}, {"--version"}, {"completion", "bash"}} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		var stderr bytes.Buffer
		cmd := exec.Command(binary(t), args...)
		cmd.Stdout, cmd.Stderr, cmd.Env, cmd.Dir = full, &stderr, environment(t), folder
		_ = cmd.Run()
		full.Close()
		outcome{"", stderr.String(), cmd.ProcessState.ExitCode()}.want(t, 2, "no space left")
	}
}

// A file that is opened must not become the standard output that is missing.
func TestClosedStreams(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no shell here")
	}
	folder := t.TempDir()
	write(t, folder, map[string]string{"x.yaml": small})
	for _, closed := range []string{">&-", "<&- >&-", "<&- >&- 2>&-"} {
		cmd := exec.Command("/bin/sh", "-c", `exec "$0" print x.yaml `+closed, binary(t))
		cmd.Dir, cmd.Env = folder, environment(t)
		if err := cmd.Run(); cmd.ProcessState.ExitCode() < 0 {
			t.Errorf("%s: %v", closed, err)
		}
		if text, err := os.ReadFile(filepath.Join(folder, "x.yaml")); err != nil || string(text) != small {
			t.Errorf("%s: the record is not what it was: %v", closed, err)
		}
	}
}

// A completion goes into a command line, where a shell would obey it.
func TestCompletionsAreQuoted(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash here")
	}
	folder := t.TempDir()
	write(t, folder, map[string]string{"x.yaml": "actors: [{id: \"zz$(touch made)`touch made`;x\", name: One}]\nevents: []\n"})
	script := `eval "$(dateline completion bash)"
COMP_WORDS=(dateline x.yaml --actor zz) COMP_CWORD=3 COMP_LINE="dateline x.yaml --actor zz" COMP_POINT=${#COMP_LINE} COMP_TYPE=9
_get_comp_words_by_ref() { cur=zz prev=--actor words=("${COMP_WORDS[@]}") cword=3; }
compopt() { :; }
__start_dateline
eval "echo completed: ${COMPREPLY[*]}"`
	cmd := exec.Command(bash, "-c", script)
	cmd.Dir, cmd.Env = folder, environment(t, "PATH="+filepath.Dir(binary(t))+":"+os.Getenv("PATH"))
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "completed: zz$(touch made)") {
		t.Errorf("%v: %s", err, out)
	}
	if _, err := os.Stat(filepath.Join(folder, "made")); err == nil {
		t.Errorf("the shell has obeyed the record: %s", out)
	}
}
