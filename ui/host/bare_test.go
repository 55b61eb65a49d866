package host

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Bare names are the shortest that tell the paths apart, and none of them is the path of a folder of the machine.
func TestBareNames(t *testing.T) {
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ paths, want []string }{
		{[]string{"x.yaml"}, []string{"x.yaml"}},
		{[]string{"a/x.yaml", "a/y.yaml"}, []string{"x.yaml", "y.yaml"}},
		{[]string{"a/x.yaml", "b/x.yaml", "y.yaml"}, []string{"a/x.yaml", "b/x.yaml", "y.yaml"}},
		{[]string{"p/a/x.yaml", "q/a/x.yaml"}, []string{"p/a/x.yaml", "q/a/x.yaml"}},
		{[]string{"notes/", "notes", "./notes/."}, []string{"notes", "notes", "notes"}},
		{[]string{"."}, []string{filepath.Base(here)}},
		{[]string{"/x.yaml", "/a/x.yaml"}, []string{"x.yaml", "a/x.yaml"}},
		{[]string{"/"}, []string{""}},
		{[]string{Stdin, "x.yaml"}, []string{Stdin, "x.yaml"}},
	} {
		in := &Input{Paths: test.paths, Bare: true}
		var got []string
		for _, path := range test.paths {
			got = append(got, filepath.ToSlash(in.called(path)))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q are called %q, want %q", test.paths, got, test.want)
		}
	}
}

// Files of one bare name are read each, and one that is named twice is read once.
func TestBareFilesAreReadOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"p/notes/a.yaml", "q/notes/b.yaml", "q/notes/c.yaml"} {
		recordAt(t, name)
	}
	for _, test := range []struct {
		paths  []string
		events int
	}{
		{[]string{"p/notes", "q/notes"}, 3},
		{[]string{"p/notes/a.yaml", "q/notes/b.yaml", "./q/notes/b.yaml"}, 2},
		{[]string{"q/notes", "q/notes/b.yaml", "p/notes/a.yaml"}, 3},
		{[]string{"q/notes/b.yaml", "q/../q/notes/"}, 2},
	} {
		in := &Input{Paths: test.paths, Bare: true}
		if p := in.Load(context.Background(), nil); p.Index.Timeline().Len() != test.events || p.Problems.Errors() > 0 {
			t.Errorf("%q: %d events, want %d\n%s", test.paths, p.Index.Timeline().Len(), test.events, p.Problems)
		}
	}
}
