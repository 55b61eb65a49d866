//go:build !windows

package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/ui/cli"
)

// settled is a folder for configuration with these settings.
func settled(t *testing.T, text string) string {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, map[string]string{"dateline/config.yaml": text})
	return "XDG_CONFIG_HOME=" + folder
}

// The settings count for the screen: flags count before the environment, that before the settings, and those before
// where a record was left.
func TestSettingsOnTheScreen(t *testing.T) {
	withoutRaceDetector(t)
	away(t)
	write(t, ".", map[string]string{"small.yaml": small})
	const in256 = "\x1b[38;5;" // a colour of 256
	for name, c := range map[string]struct {
		settings string
		args     []string
		env      []string
		keys     string
		then     string // what is written then
		not      string // what is never written
	}{
		"keys":                  {settings: "keys: {lanes: L}", keys: "L", then: "· lanes"},
		"a key that cannot be":  {settings: "keys: {lanes: q}", then: "config.yaml, line 1: “q” always"},
		"theme":                 {settings: "theme: terminal", not: in256},
		"theme, and a flag":     {settings: "theme: terminal", args: []string{"--theme", "dark"}, then: in256},
		"a flag that says auto": {settings: "theme: terminal", args: []string{"--theme", "auto"}, then: in256},
		"theme, and NO_COLOR":   {settings: "theme: dark", env: []string{"NO_COLOR=1"}, not: in256},
		"roles":                 {settings: "theme: {roles: {actor: 219}}", then: in256 + "219"},
		"editor": {
			settings: "editor: /nowhere/vi -n", env: []string{"EDITOR="}, keys: "e",
			then: "editor: of your settings names “/nowhere/vi”, which cannot be started",
		},
		"editor, and the variable": {
			settings: "editor: /nowhere/vi -n", env: []string{"EDITOR=/nowhere/ed"}, keys: "e", then: "$EDITOR names “/nowhere/ed”",
		},
		"start":                      {settings: "start: oldest", then: "1 of 2"},
		"start, and where it is":     {settings: "start: oldest", args: []string{"--at", "call"}, then: "2 of 2"},
		"one actor":                  {settings: "same: [Yermak, Rubio]", then: "2 actors"},
		"rows":                       {settings: "rows: 1", not: "│  \x1b"},
		"a file that is nothing":     {settings: "", then: "2 events"},
		"settings of another format": {settings: `{"keys": {"lanes": "L"}}`, keys: "L", then: "· lanes"},
	} {
		t.Run(name, func(t *testing.T) {
			y := openTTY(t)
			p := program(t, append(c.args, "small.yaml")...)
			p.Environ = append(append(p.Environ, settled(t, c.settings)), c.env...)
			y.open(t.Context(), p, func() {
				y.waitFor("2 events")
				_, _ = y.reader.WriteString(c.keys)
				y.waitFor(c.then)
				_, _ = y.reader.WriteString("\x03")
			}).want(t, 0)
			if c.not != "" && strings.Contains(y.text(), c.not) {
				t.Errorf("there is %q", c.not)
			}
		})
	}
}

// remember: false keeps neither the place nor what was seen; marks are kept.
func TestRememberFalse(t *testing.T) {
	withoutRaceDetector(t)
	away(t)
	write(t, ".", map[string]string{"small.yaml": small})
	off := settled(t, "remember: false\n")
	for keys, want := range map[string]string{"jq": "", "mq": "dateline/state.json dateline/state.json.lock"} {
		state := t.TempDir()
		opened{args: []string{"small.yaml"}, keys: keys, see: "2 events", env: []string{off}}.run(t, state).want(t, 0)
		if names := filesIn(t, state); strings.Join(names, " ") != want {
			t.Errorf("%q leaves %q", keys, names)
		}
	}
}

// A file that cannot be read stops nothing, is said once, and is left as it is.
func TestSettingsThatCannotBeRead(t *testing.T) {
	withoutRaceDetector(t)
	away(t)
	write(t, ".", map[string]string{"small.yaml": small})
	for name, c := range map[string]struct {
		spoil func(t *testing.T, path string)
		says  string
	}{
		"a folder": {func(t *testing.T, path string) { _ = os.MkdirAll(path, 0o755) }, "not a regular file"},
		"a pipe": {func(t *testing.T, path string) {
			if err := syscall.Mkfifo(path, 0o600); err != nil {
				t.Skip(err)
			}
		}, "not a regular file"},
		"a device": {func(t *testing.T, path string) {
			if err := os.Symlink("/dev/zero", path); err != nil {
				t.Skip(err)
			}
		}, "not a regular file"},
		"a link to nothing": {func(t *testing.T, path string) {
			if err := os.Symlink("nowhere.yaml", path); err != nil {
				t.Skip(err)
			}
		}, "a link to what is not there"},
		"no permission": {func(t *testing.T, path string) {
			_ = os.WriteFile(path, []byte("theme: dark"), 0)
			if _, err := os.ReadFile(path); err == nil {
				t.Skip("whoever runs the test may read everything")
			}
		}, "permission denied"},
		"a megabyte": {func(t *testing.T, path string) {
			_ = os.WriteFile(path, []byte(strings.Repeat("# more\n", 150_000)), 0o600)
		}, "it has more than 64 KB"},
		"broken": {func(t *testing.T, path string) { _ = os.WriteFile(path, []byte("rows: [1\n"), 0o600) }, "config.yaml, line 1: "},
		"UTF-16": {func(t *testing.T, path string) { _ = os.WriteFile(path, []byte("\xff\xfer\x00"), 0o600) }, "config.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "dateline", "config.yaml")
			if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			c.spoil(t, path)
			before, _ := os.Lstat(path)
			env := []string{"XDG_CONFIG_HOME=" + folder}
			opened{args: []string{"small.yaml"}, keys: "!q\x03", see: c.says, env: env}.run(t, t.TempDir()).want(t, 0)
			if after, err := os.Lstat(path); err != nil || !os.SameFile(before, after) || after.ModTime() != before.ModTime() {
				t.Errorf("the file is another: %v", err)
			}
			if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
				t.Errorf("beside it there are %q", names)
			}
			p := program(t, "check", "--config")
			p.Environ = append(p.Environ, env...)
			if got := runs(t, p); got.code != 1 || !strings.Contains(got.stdout, "config.yaml") {
				t.Errorf("check says %d:\n%s%s", got.code, got.stdout, got.stderr)
			}
		})
	}
}

// check --config, and check of the file itself, list what is wrong with the settings; other commands do not read them.
func TestCheckingSettings(t *testing.T) {
	away(t)
	write(t, ".", map[string]string{"small.yaml": small})
	wrong := settled(t, "them: dark\nrows: 4\n")
	path := filepath.Join(strings.TrimPrefix(wrong, "XDG_CONFIG_HOME="), "dateline", "config.yaml")
	check := func(env string, args ...string) outcome {
		t.Helper()
		p := program(t, append([]string{"check"}, args...)...)
		p.Environ = append(p.Environ, env)
		return runs(t, p)
	}
	for _, args := range [][]string{{"--config"}, {path}} {
		got := check(wrong, args...)
		got.want(t, 1, path+": 2 errors")
		for _, want := range []string{
			path + ":1:1: error: there is no setting `them` [unknown-setting]", "= did you mean `theme`?",
			path + ":2:7: error: `rows` cannot be `4` [bad-setting]", "= choose from 1, 2, 3, auto",
		} {
			if !strings.Contains(got.stdout, want) {
				t.Errorf("%v: %q is missing in\n%s", args, want, got.stdout)
			}
		}
	}
	for _, args := range [][]string{{"--config"}, {path}} {
		got := check(wrong, append(args, "--ignore", "unknown-setting")...)
		if got.want(t, 1, path+": 1 error"); strings.Contains(got.stdout, "them") {
			t.Errorf("%v: what is ignored is listed:\n%s", args, got.stdout)
		}
		check(wrong, append(args, "--ignore", "unknown-setting,bad-setting")...).want(t, 0, "no problems")
	}
	var as struct{ Problems []any }
	if got := check(wrong, "--config", "--format", "json"); json.Unmarshal([]byte(got.stdout), &as) != nil || len(as.Problems) != 2 {
		t.Errorf("as JSON: %s", got.stdout)
	}
	check(settled(t, "theme: dark\n"), "--config").want(t, 0, "no problems")
	check("XDG_CONFIG_HOME=/nowhere", "--config").want(t, 0, "/nowhere/dateline/config.yaml: there is no such file")
	check("HOME=", "--config").want(t, 2, "set HOME or XDG_CONFIG_HOME")
	check(wrong, "--config", "small.yaml").want(t, 2, "--config: leave out the paths")
	for _, args := range [][]string{{"print", "small.yaml"}, {"actors", "small.yaml"}} {
		p := program(t, args...)
		with := p
		with.Environ = append(with.Environ, settled(t, "same: [Rubio, Lavrov, Anna]\nthem: x\n"))
		if a, b := runs(t, p), runs(t, with); a.stdout != b.stdout || a.stderr != b.stderr || a.code != b.code {
			t.Errorf("%v depends on the settings:\n%s%s\n%s%s", args, a.stdout, a.stderr, b.stdout, b.stderr)
		}
	}
}

// runs runs a program without a terminal.
func runs(t *testing.T, p cli.Program) outcome {
	t.Helper()
	var stdout, stderr strings.Builder
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &stdout, &stderr
	code := p.Run(t.Context())
	return outcome{stdout.String(), stderr.String(), code}
}
