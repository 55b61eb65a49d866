package kept

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// made returns what makes a secret.
func made(text string) func() ([]byte, error) {
	return func() ([]byte, error) { return []byte(text), nil }
}

// A secret is made once, for its owner alone, and read from then on.
func TestSecretIsMadeOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline", "host_key")
	for _, text := range []string{"first", "second"} {
		if got, err := Secret(path, made(text)); err != nil || string(got) != "first" {
			t.Errorf("%q, %v", got, err)
		}
	}
	for path, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v; %v", path, info.Mode().Perm(), want, err)
		}
	}
	failed := errors.New("no dice")
	other := filepath.Join(t.TempDir(), "host_key")
	if _, err := Secret(other, func() ([]byte, error) { return nil, failed }); !errors.Is(err, failed) {
		t.Errorf("what could not be made: %v", err)
	}
	if _, err := os.Stat(other); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a secret that could not be made has a file: %v", err)
	}
}

// Programs that start at once have one secret.
func TestSecretOfTwoAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "host_key")
	var got [2][]byte
	var all, asked sync.WaitGroup
	asked.Add(len(got))
	for i := range got {
		all.Go(func() {
			var err error
			got[i], err = Secret(path, func() ([]byte, error) {
				asked.Done()
				asked.Wait() // both have found no file
				return []byte{'a' + byte(i)}, nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if on, err := os.ReadFile(path); err != nil || !bytes.Equal(got[0], on) || !bytes.Equal(got[1], on) {
		t.Errorf("one has %q, the other %q, and the file %q, %v", got[0], got[1], on, err)
	}
}

// What a program left that was killed while it wrote a secret is removed by the next that writes one there.
func TestSecretThatWasHalfWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "host_key")
	left := filepath.Join(filepath.Dir(path), "dateline-secret-12.tmp")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(left, long, long); err != nil {
		t.Fatal(err)
	}
	if _, err := Secret(path, made("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}

// A secret that is none, or that cannot be kept, is an error that says why, and nothing is written over.
func TestSecretThatIsNone(t *testing.T) {
	for name, test := range map[string]struct {
		put  func(t *testing.T, path string) error
		want string
		unix bool
	}{
		"others may read it": {
			func(_ *testing.T, path string) error {
				return errors.Join(os.WriteFile(path, []byte("x"), 0o600), os.Chmod(path, 0o640))
			},
			"others may read it; chmod 600 keeps it yours", true,
		},
		"a folder": {func(_ *testing.T, path string) error { return os.Mkdir(path, 0o700) }, "it is no regular file", false},
		"too large": {
			func(_ *testing.T, path string) error { return os.WriteFile(path, make([]byte, 1<<17), 0o600) },
			"it is too large for a key", false,
		},
		"a folder that cannot be written": {
			func(t *testing.T, path string) error {
				if os.Getuid() == 0 {
					t.Skip("root may write anywhere")
				}
				t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) })
				return os.Chmod(filepath.Dir(path), 0o500)
			},
			"permission denied", true,
		},
		"a file in the place of its folder": {
			func(_ *testing.T, path string) error {
				return errors.Join(os.Remove(filepath.Dir(path)), os.WriteFile(filepath.Dir(path), nil, 0o600))
			},
			"not a directory", true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if test.unix && runtime.GOOS == "windows" {
				t.Skip("files have no such modes there")
			}
			path := filepath.Join(t.TempDir(), "dateline", "host_key")
			if err := errors.Join(os.Mkdir(filepath.Dir(path), 0o700), test.put(t, path)); err != nil {
				t.Fatal(err)
			}
			text, err := Secret(path, made("new"))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%q, %v; want %q", text, err, test.want)
			}
		})
	}
}

// The host's key and what is kept of readers are beside the state file. A fingerprint, whatever it has, is one name.
func TestFilesOfServing(t *testing.T) {
	folder := t.TempDir()
	env := func(name string) string { return map[string]string{"XDG_STATE_HOME": folder}[name] }
	none := func(string) string { return "" }
	if path, err := HostKeyFile(env); err != nil || path != filepath.Join(folder, "dateline", "host_key") {
		t.Errorf("%s, %v", path, err)
	}
	names := map[string]bool{}
	fingerprints := []string{"SHA256:a/b+c", "SHA256:A/B+C", "../../x", "", "\x00", strings.Repeat("x", 64)}
	for _, fingerprint := range fingerprints {
		path, err := ReaderFile(env, fingerprint)
		if err != nil {
			t.Fatal(err)
		}
		if fingerprint == "" {
			continue // nobody is kept without a key
		}
		name := strings.ToLower(filepath.Base(filepath.Dir(path))) // as some file systems have it
		if names[name] || filepath.Dir(filepath.Dir(path)) != filepath.Join(folder, "dateline", "readers") {
			t.Errorf("%q is kept in %s", fingerprint, path)
		}
		names[name] = true
	}
	for _, f := range []func() (string, error){
		func() (string, error) { return HostKeyFile(none) },
		func() (string, error) { return ReaderFile(none, "SHA256:x") },
	} {
		if path, err := f(); err == nil || !strings.Contains(err.Error(), "or XDG_STATE_HOME") {
			t.Errorf("without a home: %s, %v", path, err)
		}
	}
}

// What is kept of readers elsewhere is forgotten as the owner's own is; the host's key is not.
func TestForgetReaders(t *testing.T) {
	own := remembered(t)
	folder := filepath.Dir(own)
	env := func(name string) string { return map[string]string{"XDG_STATE_HOME": filepath.Dir(folder)}[name] }
	reader := func(fingerprint string, records ...string) (state string) {
		t.Helper()
		state, err := ReaderFile(env, fingerprint)
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			store := &Store[map[string]int]{Path: state, Record: record}
			_, err := store.Change(func(kept *map[string]int) { *kept = map[string]int{"marks": 1} })
			if err = errors.Join(err, SeenAt(state, record).Set(Seen{When: time.Unix(1, 0)})); err != nil {
				t.Fatal(err)
			}
		}
		return state
	}
	a, b := reader("SHA256:a", "/one.yaml"), reader("SHA256:b/", "/one.yaml", "/two.yaml")
	key := filepath.Join(folder, "host_key")
	notes := filepath.Join(folder, "readers", "notes", "state.json") // of somebody's own
	if err := errors.Join(os.Mkdir(filepath.Dir(notes), 0o700), os.WriteFile(notes, []byte("{}"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := Secret(key, made("k")); err != nil {
		t.Fatal(err)
	}
	done, err := Forget(own, "/one.yaml")
	want := []Forgotten{
		{own, false},
		{SeenAt(own, "/one.yaml").Path, true},
		{a, true},
		{SeenAt(a, "/one.yaml").Path, true},
		{b, false},
		{SeenAt(b, "/one.yaml").Path, true},
	}
	if diff := cmp.Diff(want, done); err != nil || diff != "" {
		t.Errorf("one record: %v %s", err, diff)
	}
	done, err = ForgetAll(own)
	if err != nil || len(done) != 4 { // two state files, and what was seen of two
		t.Errorf("all: %v, %v", done, err)
	}
	var left []string
	for _, pattern := range []string{"*", "readers/*"} {
		found, _ := filepath.Glob(filepath.Join(folder, pattern))
		left = append(left, found...)
	}
	if diff := cmp.Diff([]string{
		key, key + ".lock", filepath.Join(folder, "readers"), own + ".lock", filepath.Dir(notes),
	}, left); diff != "" {
		t.Error(diff)
	}
	reader("SHA256:a", "/one.yaml") // who comes again
}
