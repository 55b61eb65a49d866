package host

import (
	"os"
	"path/filepath"
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
	} {
		environment := map[string]string{"VISUAL": test.visual, "EDITOR": test.editor}
		open := Editor(t.Context(), os.Stdin, func(name string) string { return environment[name] })
		if diff := cmp.Diff(test.want, open("record.yaml", 7).Args); diff != "" {
			t.Errorf("VISUAL=%q EDITOR=%q: %s", test.visual, test.editor, diff)
		}
	}
}

func TestEditorGetsHostileNamesAsOnePath(t *testing.T) {
	open := Editor(t.Context(), os.Stdin, func(string) string { return "vim" })
	for _, name := range []string{"-c!id", "+!id", "a\nb", "$(id).yaml", "a b.yaml", "; id"} {
		args := open(name, 3).Args
		if len(args) != 3 || !filepath.IsAbs(args[2]) || filepath.Base(args[2]) != name {
			t.Errorf("%q became %q", name, args)
		}
	}
}

// A command is made anew each time, so that one does not write into the arguments of another.
func TestEditorMayBeOpenedTwice(t *testing.T) {
	open := Editor(t.Context(), os.Stdin, func(string) string { return "vim -n -R" })
	first, second := open("a", 1), open("b", 2)
	if filepath.Base(first.Args[4]) != "a" || filepath.Base(second.Args[4]) != "b" {
		t.Errorf("%q and %q", first.Args, second.Args)
	}
}

// The editor would make a file that is not there, for instance one called stdin.
func TestEditorMakesNoFile(t *testing.T) {
	if err := Editor(t.Context(), os.Stdin, func(string) string { return "true" })(filepath.Join(t.TempDir(), "stdin"),
		1).Run(); err == nil {
		t.Error("a file that is not there is opened")
	}
}
