package host

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/load"
)

func TestCommandReadsTheSameAgain(t *testing.T) {
	in := &Input{Paths: []string{"a b.yaml", "-x.yaml", Stdin}}
	if diff := cmp.Diff([]string{"dateline", "a b.yaml", "." + string(filepath.Separator) + "-x.yaml", "-"}, in.Command()); diff != "" {
		t.Error(diff)
	}
}

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

// An input without an end is no reason to fill the memory.
func TestInputWithoutEnd(t *testing.T) {
	if text, err := readAtMost(endless{}, 1000); err == nil {
		t.Errorf("%d bytes are read", len(text))
	}
	for _, text := range []string{"", "a record", strings.Repeat("x", 1000)} {
		if got, err := readAtMost(strings.NewReader(text), 1000); err != nil || string(got) != text || got == nil {
			t.Errorf("%q, %v", got, err)
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
