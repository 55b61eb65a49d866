package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The hook says why it refuses: errors, a record that cannot be checked, or a program that is not there.
func TestHookSaysWhyItRefuses(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh")
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	hook, err := filepath.Abs("../../.github/examples/pre-commit")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	write(t, folder, map[string]string{"record.yaml": twoRecords["old.yaml"]})
	run := func(name string, args ...string) (out string, err error) {
		cmd := exec.Command(name, args...)
		cmd.Dir = folder
		cmd.Env = append(cmd.Environ(), "GIT_DIR="+filepath.Join(folder, ".git"), "GIT_CONFIG_GLOBAL="+os.DevNull)
		said, err := cmd.CombinedOutput()
		return string(said), err
	}
	for _, args := range []string{"init -q", "-c user.name=A -c user.email=a@example.org commit -q --allow-empty -m one", "add ."} {
		if out, err := run("git", strings.Fields(args)...); err != nil {
			t.Fatalf("git %s: %s", args, out)
		}
	}
	bin := t.TempDir()
	for _, name := range []string{"git", "mktemp", "rm"} {
		at, err := exec.LookPath(name)
		if err == nil {
			err = os.Symlink(at, filepath.Join(bin, name))
		}
		if err != nil {
			t.Skip(err)
		}
	}
	t.Setenv("PATH", bin)
	for _, test := range []struct{ program, want string }{
		{"", "dateline is not installed"},
		{"exit 0", ""},
		{"exit 1", "The record has errors"},
		{"exit 2", "The record cannot be checked"},
	} {
		if test.program != "" {
			program := []byte("#!" + shell + "\n" + test.program + "\n")
			if err := os.WriteFile(filepath.Join(bin, "dateline"), program, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		out, err := run(shell, hook)
		if refused := err != nil; refused != (test.want != "") || !strings.HasPrefix(out, test.want) {
			t.Errorf("%q: refused %v: %s", test.program, refused, out)
		}
	}
}
