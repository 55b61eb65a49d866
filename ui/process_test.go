package ui_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// What is true of a process alone: its streams, the signals that it gets, and the shell around it. What a command
// writes and returns is tested in ui/cli.

const curatedTitle = "Security guarantees for Ukraine"

// small is a record with one event and nothing wrong.
const small = `title: A small record
events:
  - {date: 2025-09-08, title: Yermak speaks with Rubio, actors: [Yermak, Rubio]}
`

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

// The program that main makes has the arguments, the streams and the working directory of its process, which ends with
// its exit code.
func TestProcess(t *testing.T) {
	cmd := exec.Command(binary(t), "print", "--format", "jsonl", "-", "x.yaml")
	var stdout, stderr strings.Builder
	cmd.Dir, cmd.Env = t.TempDir(), environment(t)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(small), &stdout, &stderr
	write(t, cmd.Dir, map[string]string{"x.yaml": "[{date: 2025-09-09, title: Two, what: odd}]"})
	if err := cmd.Run(); err != nil {
		t.Error(err)
	}
	if strings.Count(stdout.String(), "\n") != 2 || !strings.Contains(stderr.String(), "1 warning in - x.yaml") {
		t.Errorf("%s\nand on standard error: %s", &stdout, &stderr)
	}
	cmd = exec.Command(binary(t), "check") // the record that it carries
	cmd.Env = environment(t)
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "events.yaml: no problems\n45 events of 1 file\n" {
		t.Errorf("%v: %s", err, out)
	}
	cmd = exec.Command(binary(t), "print", "--filter", "type:nothing")
	cmd.Env = environment(t)
	if _ = cmd.Run(); cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("exit code %d, want 1", cmd.ProcessState.ExitCode())
	}
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
	const id = "\"zz$(touch made)`touch made`;x\""
	write(t, folder, map[string]string{
		"x.yaml": "actors: [{id: " + id + ", name: One}]\nevents: [{date: 2025, title: A, actors: [" + id + "]}]\n",
	})
	script := `eval "$(dateline completion bash)"
COMP_WORDS=(dateline x.yaml --actor zz) COMP_CWORD=3 COMP_LINE="dateline x.yaml --actor zz" COMP_POINT=${#COMP_LINE} COMP_TYPE=9
compopt() { :; }
_dateline dateline zz --actor
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
