//go:build !windows

package ui_test

import (
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/ui/host"
)

// oddNames are names of files that a command line could take for something else, and others that a shell or a terminal
// could.
var oddNames = [2][]string{
	{
		"plain.yaml", "print", "check", "actors", "schema", "help", "completion", "__complete", "__completeNoDesc", "diff",
		"-", "--", "-f", "--help", "--filter=x", "~", "=ls", "a=b", "!!", "#x", "'", "-\x01", "\n", "\xff", " ",
	},
	{
		"two words.yaml", "-a.yaml", "~root", "=", "!", "a!b", "a'!b\x01", "!\x01", "$HOME", "$(touch made)", "`touch made`",
		"a;touch made", "a&b", "a|b", "*", "?", "[a]", "{a,b}", "a>b", "''", `"`, `\`, `a\nb`, "it's", "%s", "%d\x02",
		"100%", "^x", "@x", "+1", ":", "\n\n", "a\n", "a\nb", "\na", "a\n\n ", "a\tb", " a ", "\x1b]0;owned\a", "\x7f",
		"\x01" + "7", "\\\x01", "'\x01'", "a\u202eb", "\u200b", "a\u009bb", "e\u0301", "\u0301", "é.yaml", "日本.yaml",
		"a\xc3", "\xc3(\n", "%\xff%", "\u00a0", "\ufeffx", "\r", "a\r\n", strings.Repeat("long", 60),
	},
}

// The command for a view shows it in every shell, whatever its files are called, and is of characters that can be
// seen. It does nothing else.
func TestTheCommandForAViewShowsIt(t *testing.T) {
	folder, path := t.TempDir(), filepath.Dir(binary(t))+":"+os.Getenv("PATH")
	run := func(name string, args ...string) string {
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.Env = folder, environment(t, "PATH="+path)
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("%q: %v", args, err)
		}
		return string(out)
	}
	views := [][]string{nil, {"print", "\n", "a\n"}, {"folder"}, {"folder/"}, {"./-"}}
	for n, name := range slices.Concat(oddNames[:]...) {
		write(t, folder, map[string]string{
			name: fmt.Sprintf("- {date: 2025-01-%02d, title: Number %d, id: %q}\n", n%28+1, n, fmt.Sprint("id ", n)),
		})
		if name != host.Stdin && n < len(oddNames[0]) {
			views = append(views, []string{name})
		}
	}
	views = slices.AppendSeq(views, slices.Chunk(oddNames[1], 8))
	write(t, folder, map[string]string{"folder/check.yaml": small, "folder/a\nb.yaml": small})
	var script []string
	var want strings.Builder
	for n, paths := range views {
		var flags, direct []string
		if n%3 == 1 {
			flags = []string{"--filter", "-type:\"it's\\ \u202e!\xff\""}
		}
		for _, one := range paths {
			direct = append(direct, strings.Replace("./"+one, "././", "./", 1))
		}
		command := (&host.Input{Paths: paths}).Command("", flags...)
		if at := strings.IndexFunc(command, unseen); at >= 0 {
			t.Errorf("%q: the command has %q", paths, command[at:])
		}
		script = append(script, command)
		want.WriteString(run(binary(t), append(flags, direct...)...))
	}
	tried := map[string]bool{}
	for _, shell := range []string{"sh", "dash", "bash", "zsh", "ksh", "busybox"} {
		where, err := exec.LookPath(shell)
		if err != nil {
			continue
		}
		if where, err = filepath.EvalSymlinks(where); err != nil || tried[where] {
			continue
		}
		tried[where] = true // sh is often one of the others
		args := []string{"-c", strings.Join(script, "\n")}
		if shell == "busybox" {
			args = append([]string{"sh"}, args...)
		}
		if got := run(shell, args...); got != want.String() {
			t.Errorf("%s shows something else:\n%s", shell, firstDifference(got, want.String()))
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "made")); err == nil {
		t.Error("a shell has obeyed the name of a file")
	}
}

// unseen reports whether a character has no place in a command that is pasted.
func unseen(r rune) bool { return r == unicode.ReplacementChar || !unicode.IsPrint(r) }

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for n := range min(len(x), len(y)) {
		if x[n] != y[n] {
			return fmt.Sprintf("line %d: %q\nnot %q", n+1, x[n], y[n])
		}
	}
	return fmt.Sprintf("%d lines, not %d", len(x), len(y))
}

// What the key for it copies is that command.
func TestTheCommandIsCopied(t *testing.T) {
	folder, name := t.TempDir(), "print\n\x1b]0;owned\a\u202e\xff"
	write(t, folder, map[string]string{name: small})
	m := terminalOptions{folder: folder}.start(t, 80, 24, "--ascii", "--actor", "Rubio", "--", name)
	m.waitFor("A small record")
	m.press("Y", "tab", "tab", "tab", "enter")
	m.waitFor("the command for this view was sent")
	_, copied, _ := strings.Cut(m.output(), "\x1b]52;c;")
	copied, _, _ = strings.Cut(copied, "\a")
	command, err := base64.StdEncoding.DecodeString(copied)
	if err != nil || strings.ContainsFunc(string(command), unseen) || !strings.HasSuffix(string(command), " --ascii") {
		t.Errorf("%q, %v", command, err)
	}
	cmd := exec.Command("sh", "-c", string(command))
	cmd.Dir, cmd.Env = folder, environment(t, "PATH="+filepath.Dir(binary(t))+":"+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "Yermak speaks with Rubio") {
		t.Errorf("%v: %s", err, out)
	}
	m.press("q")
	m.restored()
}

// What a key writes into a file is what print writes, in the folder where the program was started, and nothing that is
// there is written over.
func TestAFileIsWrittenWhereTheProgramWasStarted(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, map[string]string{"record.yaml": small, "rubio.md": "mine"})
	m := terminalOptions{folder: folder}.start(t, 80, 24, "--filter", "actor:rubio", "record.yaml")
	m.waitFor("A small record")
	m.press("Y", "Y", "enter")
	m.waitFor("rubio.md is there already", "rubio-2.md")
	m.press("enter")
	m.waitFor("to rubio-2.md")
	cmd := exec.Command(binary(t), "print", "--format", "markdown", "--filter", "actor:rubio", "record.yaml")
	cmd.Dir, cmd.Env = folder, environment(t)
	want, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"rubio-2.md": string(want), "rubio.md": "mine"} {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v\nwant %q", name, got, err, want)
		}
	}
}
