package host

import (
	"path/filepath"
	"runtime"
	"testing"

	"dateline/timeline/load"
)

// A record is the same from whatever folder it is opened.
func TestKeyIsTheWholePath(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	there := (&Input{Paths: []string{"record.yaml"}}).Key()
	whole, err := filepath.Abs("record.yaml")
	if err != nil || there != whole {
		t.Errorf("%s, want %s, %v", there, whole, err)
	}
	if key := (&Input{Paths: []string{Stdin}}).Key(); key != Stdin {
		t.Errorf("standard input is %s", key)
	}
	if key := (&Input{Default: load.File{Name: "events.yaml"}}).Key(); key != "events.yaml" {
		t.Errorf("the default is %s", key)
	}
}

func TestCommandReadsTheSame(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a path has a backslash here, and is quoted for it")
	}
	for _, test := range []struct {
		paths, flags []string
		want         string
	}{
		{nil, nil, "dateline"},
		{
			[]string{"a b.yaml", "notes/"},
			[]string{"--filter", `actor:yermak "it's"`},
			`dateline 'a b.yaml' notes/ --filter 'actor:yermak "it'\''s"'`,
		},
		{[]string{"-odd.yaml", Stdin}, []string{"--at", "call"}, "dateline ./-odd.yaml - --at call"},
		{[]string{"$(touch x)"}, nil, `dateline '$(touch x)'`},
	} {
		if got := (&Input{Paths: test.paths}).Command(test.flags...); got != test.want {
			t.Errorf("%q with %q: %s\nwant %s", test.paths, test.flags, got, test.want)
		}
	}
}
