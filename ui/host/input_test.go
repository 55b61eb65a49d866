package host

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

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

// Two inputs have one key only if they are the same paths in the same order.
func TestKeysOfSeveralPaths(t *testing.T) {
	t.Chdir(t.TempDir())
	separator := string(filepath.ListSeparator)
	part := rapid.SampledFrom([]string{"a", "/a", "/b", "-", ".", "..", "", "a/.", `"/a"`, "\xff", "\xfe", "\n"})
	whole := func(paths []string) (key []string) {
		for _, path := range paths {
			if one, err := filepath.Abs(path); err == nil && path != Stdin {
				path = one
			}
			key = append(key, path)
		}
		return key
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(part, 1, 4).Draw(t, "parts")
		var a, b []string // the same parts, some of them joined in one path
		for i, part := range parts {
			for _, paths := range []*[]string{&a, &b} {
				if i > 0 && rapid.Bool().Draw(t, "joined") {
					(*paths)[len(*paths)-1] += separator + part
				} else {
					*paths = append(*paths, part)
				}
			}
		}
		one, other := (&Input{Paths: a}).Key(), (&Input{Paths: b}).Key()
		if same := slices.Equal(whole(a), whole(b)); same != (one == other) {
			t.Fatalf("%q has the key %q, and %q has %q", a, one, b, other)
		}
	})
	folder := t.TempDir()
	for _, plain := range []string{"a.yaml", "10:30.yaml", "caf\u00e9.yaml", "a b.yaml"} { // as in the versions before
		plain = filepath.Join(folder, plain)
		both := plain + string(filepath.ListSeparator) + folder
		if key := (&Input{Paths: []string{plain, folder + "/./"}}).Key(); key != both {
			t.Errorf("the key of two is %q, want %q", key, both)
		}
		if key := (&Input{Paths: []string{plain}}).Key(); key != plain {
			t.Errorf("%q has the key %q", plain, key)
		}
	}
}

// What comes in the place of a file before it is read could have us wait for ever, and is not read.
func TestAFileThatIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.yaml")
	plant(t, path, "- {date: 2025-01-01, title: One}\n")
	files, _ := (&Input{Paths: []string{path}}).files()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := files[0].Open(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("one that is gone: %v", err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := files[0].Open(); err == nil || runtime.GOOS != "windows" && !errors.Is(err, errNotRegular) {
		t.Errorf("a folder: %v", err)
	}
}

// While a large record is read, and after that, little memory is left over for what is thrown away.
func TestALargeRecordSavesMemory(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	path := filepath.Join(t.TempDir(), "large.yaml")
	plant(t, path, "# ")
	for size, want := range map[int64]int{largeRecord - 1: 100, largeRecord: 20} {
		debug.SetGCPercent(100)
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		in := &Input{Paths: []string{path}}
		in.Load(context.Background(), nil)
		if got := debug.SetGCPercent(100); got != want {
			t.Errorf("after a record of %d bytes it is %d, want %d", size, got, want)
		}
	}
}

// Where the reader set Go's collector, by GOGC, it is left alone while a record of any size is read, and after that.
func TestTheReaderSetsTheCollector(t *testing.T) {
	const set = 73
	before := debug.SetGCPercent(set)
	defer debug.SetGCPercent(before)
	path := filepath.Join(t.TempDir(), "record.yaml")
	plant(t, path, "# ")
	for _, size := range []int64{2, shortRecord, largeRecord} {
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		for _, stream := range []bool{false, true} {
			in := &Input{Paths: []string{path}, GCSet: true}
			if stream {
				in.Paths, in.Stdin = []string{Stdin}, io.LimitReader(spaces{}, size)
			}
			seen := 0
			in.Load(context.Background(), func(load.Progress) {
				if got := debug.SetGCPercent(set); got != set {
					t.Errorf("while %d bytes are read it is %d, want %d", size, got, set)
				}
				seen++
			})
			if got := debug.SetGCPercent(set); got != set || seen == 0 {
				t.Errorf("after %d bytes it is %d, want %d; published %d times", size, got, set, seen)
			}
		}
	}
}

// spaces is blank without an end.
type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
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
		if got := (&Input{Paths: test.paths}).Command("", test.flags...); got != test.want {
			t.Errorf("%q with %q: %s\nwant %s", test.paths, test.flags, got, test.want)
		}
	}
}

// A link that leads nowhere says where it leads, and is not what was meant instead.
func TestALinkThatLeadsNowhere(t *testing.T) {
	link := filepath.Join(t.TempDir(), "a.yaml")
	if err := os.Symlink("nowhere.yaml", link); err != nil {
		t.Skip(err)
	}
	err := (&Input{Paths: []string{link}}).Check()
	if err == nil || !strings.Contains(err.Error(), "is a link to nowhere.yaml, which does not exist") {
		t.Error(err)
	}
}

// plant puts a file anywhere.
func plant(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}
