package host

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEditor(t *testing.T) {
	file, err := filepath.Abs("record.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		visual, editor string
		want           []string
	}{
		{"", "vim", []string{"vim", "+7", file}},
		{"nano -w", "vim", []string{"nano", "-w", "+7", file}},
		{"code --wait", "", []string{"code", "--wait", "--goto", file + ":7"}},
		{"", "/opt/bin/hx", []string{"/opt/bin/hx", file + ":7"}},
		{"", "unheard-of", []string{"unheard-of", file}},
		{"", "vi; rm -rf /", []string{"vi;", "rm", "-rf", "/", file}}, // no shell reads it
		{"", `vim -c "set ft=yaml"`, []string{"vim", "-c", "set ft=yaml", "+7", file}},
		{"", `vim -c 'say "hi" \'`, []string{"vim", "-c", `say "hi" \`, "+7", file}},
		{"", `vim -c "say \"hi\" $HOME ` + "`id`" + `"`, []string{"vim", "-c", "say \"hi\" $HOME `id`", "+7", file}},
		{"", `/opt/My\ Editor/vim\' \\ -w`, []string{`/opt/My Editor/vim'`, `\`, "-w", file}},
		{"", `"/opt/My Editor/vim" -w`, []string{"/opt/My Editor/vim", "-w", "+7", file}},
		{"", `C:\Windows\notepad.exe`, []string{`C:\Windows\notepad.exe`, file}},
		{"", "\tvim\t-n  -R\n", []string{"vim", "-n", "-R", "+7", file}},
		{"", "emacsclient -a '' -c", []string{"emacsclient", "-a", "", "-c", "+7", file}},
		{" \t", `co"d"e -w`, []string{"code", "-w", "--goto", file + ":7"}},
		{"''", "vim", []string{"vim", "+7", file}},
	} {
		environment := map[string]string{"VISUAL": test.visual, "EDITOR": test.editor}
		open := Editor(t.Context(), os.Stdin, func(name string) string { return environment[name] }, "")
		if diff := cmp.Diff(test.want, open("record.yaml", 7).Args); diff != "" {
			t.Errorf("VISUAL=%q EDITOR=%q: %s", test.visual, test.editor, diff)
		}
	}
}

func TestEditorGetsHostileNamesAsOnePath(t *testing.T) {
	open := Editor(t.Context(), os.Stdin, func(string) string { return "vim" }, "")
	for _, name := range []string{"-c!id", "+!id", "a\nb", "$(id).yaml", "a b.yaml", "; id"} {
		args := open(name, 3).Args
		if len(args) != 3 || !filepath.IsAbs(args[2]) || filepath.Base(args[2]) != name {
			t.Errorf("%q became %q", name, args)
		}
	}
}

// A command is made anew each time, so that one does not write into the arguments of another.
func TestEditorMayBeOpenedTwice(t *testing.T) {
	open := Editor(t.Context(), os.Stdin, func(string) string { return "vim -n -R" }, "")
	first, second := open("a", 1), open("b", 2)
	if filepath.Base(first.Args[4]) != "a" || filepath.Base(second.Args[4]) != "b" {
		t.Errorf("%q and %q", first.Args, second.Args)
	}
}

// The editor would make a file that is not there, for instance one called stdin.
func TestEditorMakesNoFile(t *testing.T) {
	if err := Editor(t.Context(), os.Stdin, func(string) string { return "true" }, "")(filepath.Join(t.TempDir(), "stdin"),
		1).Run(); err == nil {
		t.Error("a file that is not there is opened")
	}
}

// What keeps an editor from being started is said with the cure, and nothing is started.
func TestEditorThatCannotBeStarted(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "record.yaml"), "events: []\n")
	t.Setenv("PATH", folder)
	for _, c := range []struct{ name, value, want string }{
		{"EDITOR", "", "no editor is set, and none is found: set EDITOR to yours, as in EDITOR=nano"},
		{"EDITOR", "unheard-of -w", "$EDITOR names “unheard-of”, which cannot be started (executable file not found in"},
		{"VISUAL", "/nowhere/vim", "$VISUAL names “/nowhere/vim”, which cannot be started (no such file"},
		{"VISUAL", `code "-w`, "a quotation mark in $VISUAL is not closed: code \"-w"},
		{"EDITOR", "vi\x1b[31m '", "a quotation mark in $EDITOR is not closed: vi␛[31m '"},
	} {
		open := Editor(t.Context(), os.Stdin, func(name string) string { return map[string]string{c.name: c.value}[name] }, "")
		cmd := open(filepath.Join(folder, "record.yaml"), 1)
		if cmd.Err == nil || !strings.HasPrefix(cmd.Err.Error(), c.want) {
			t.Errorf("%s=%q: %v, want %s", c.name, c.value, cmd.Err, c.want)
		}
		if err := cmd.Start(); err == nil {
			t.Errorf("%s=%q: something is started", c.name, c.value)
		}
	}
}

// Where no editor is set, the one that is there is taken, and told the line as its own name says.
func TestEditorThatIsThere(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program of Windows has another name")
	}
	folder, real := t.TempDir(), t.TempDir()
	file := filepath.Join(folder, "record.yaml")
	put(t, file, "events: []\n")
	t.Setenv("PATH", folder)
	args := func(visual string) []string {
		return Editor(t.Context(), os.Stdin, func(string) string { return visual }, "")(file, 7).Args
	}
	program := func(path string) {
		t.Helper()
		put(t, path, "#!/bin/sh\n")
		if err := os.Chmod(path, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	program(filepath.Join(folder, "nano"))
	if got, want := args(""), []string{"nano", "+7", file}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	program(filepath.Join(real, "vim.basic"))
	if err := os.Symlink(filepath.Join(real, "vim.basic"), filepath.Join(folder, "editor")); err != nil {
		t.Fatal(err)
	}
	if got, want := args(""), []string{"editor", "+7", file}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	blanks := filepath.Join(folder, "My Editor", "vim")
	program(blanks)
	if got, want := args(blanks), []string{blanks, "+7", file}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// The variables count before the reader's settings, and those before the usual editors.
func TestTheEditorOfTheSettings(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ visual, editor, own, want string }{
		{"", "", "own -g", "own"}, {"", "ed", "own", "ed"}, {"vis", "ed", "own", "vis"}, {" ", "", "'my own' -g", "my own"},
	} {
		cmd := Editor(t.Context(), os.Stdin, func(name string) string {
			return map[string]string{"VISUAL": c.visual, "EDITOR": c.editor}[name]
		}, c.own)(file, 3)
		if cmd.Args[0] != c.want {
			t.Errorf("%+v: %q", c, cmd.Args)
		}
	}
	err := Editor(t.Context(), os.Stdin, func(string) string { return "" }, `code "-g`)(file, 3).Err
	if err == nil || err.Error() != "a quotation mark in editor: of your settings is not closed: code \"-g" {
		t.Error(err)
	}
}
