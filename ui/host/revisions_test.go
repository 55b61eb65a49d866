package host_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"dateline/ui/host"
)

// repository makes a repository of files in a folder of its own, goes there, and returns what runs git in it.
func repository(t *testing.T, files map[string]string) (git func(args ...string)) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	for _, variable := range os.Environ() { // a hook that runs the tests has those of its own repository
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "GIT_") {
			t.Setenv(name, "")
			os.Unsetenv(name)
		}
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	folder := t.TempDir()
	t.Chdir(folder)
	git = func(args ...string) {
		t.Helper()
		who := []string{"-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"}
		if out, err := exec.Command("git", append(who, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v: %s", args, err, out)
		}
	}
	git("init", "-q", "-b", "main")
	for name, text := range files {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	git("add", ".")
	git("commit", "-q", "-m", "one: two")
	return git
}

// titlesOf returns the titles of the events of what a path names.
func titlesOf(ctx context.Context, path string) (titles []string, files []string, err error) {
	in := &host.Input{Paths: []string{path}, Revisions: true}
	if err := in.Await(ctx); err != nil {
		return nil, nil, err
	}
	t := in.Load(ctx, nil).Index.Timeline()
	for i := range t.Len() {
		titles, files = append(titles, t.EventTitle(i)), append(files, t.EventPos(i).File)
	}
	return titles, files, nil
}

// committed is a repository whose files are others by now.
var committed = map[string]string{
	"a.yaml":            "- {date: 2025-01-01, title: A}\n",
	"notes/b.yaml":      "- {date: 2025-01-02, title: B}\n",
	"notes/deep/c.md":   "---\ndate: 2025-01-03\ntitle: C\n---\n",
	"notes/_d.yaml":     "- {date: 2025-01-04, title: D}\n",
	"notes/e.txt.jpg":   "\xff\xd8",
	"HEAD:n/a.yaml":     "",
	"-x/f.yaml":         "- {date: 2025-01-06, title: F}\n",
	"odd names/g é.yml": "- {date: 2025-01-07, title: G}\n",
}

func TestRevisions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no file can have a colon in its name")
	}
	git := repository(t, committed)
	for _, name := range []string{"a.yaml", "notes/b.yaml"} {
		if err := os.WriteFile(name, []byte("- {date: 2026, title: Another}\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git("tag", "v1")
	if err := os.WriteFile("v1:a.yaml", []byte("- {date: 2026, title: A file}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"HEAD:a.yaml":             "A HEAD:a.yaml",
		":a.yaml":                 "A :a.yaml",
		"main:./a.yaml":           "A main:./a.yaml",
		"HEAD^{/one: two}:a.yaml": "A HEAD^{/one: two}:a.yaml",
		"HEAD:notes":              "B C HEAD:notes/b.yaml HEAD:notes/deep/c.md",
		"HEAD:notes/":             "B C HEAD:notes/b.yaml HEAD:notes/deep/c.md",
		"HEAD:":                   "A B C F G HEAD:a.yaml HEAD:notes/b.yaml HEAD:notes/deep/c.md HEAD:-x/f.yaml HEAD:odd names/g é.yml",
		"HEAD:-x/f.yaml":          "F HEAD:-x/f.yaml",
		"HEAD:odd names/g é.yml":  "G HEAD:odd names/g é.yml",
		"v1:a.yaml":               "A file v1:a.yaml", // which is a file
		"v1:./a.yaml":             "A v1:./a.yaml",
	} {
		titles, files, err := titlesOf(t.Context(), path)
		if got := strings.Join(append(titles, files...), " "); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", path, got, err, want)
		}
	}
	t.Chdir("notes")
	for path, want := range map[string]string{"HEAD:./b.yaml": "B", "HEAD:a.yaml": "A", "HEAD:./": "B C"} {
		if titles, _, err := titlesOf(t.Context(), path); err != nil || strings.Join(titles, " ") != want {
			t.Errorf("in a folder %s is %q (%v), want %q", path, titles, err, want)
		}
	}
}

// What cannot be read says why, and what can be done.
func TestRevisionsThatAreNone(t *testing.T) {
	git := repository(t, committed)
	git("rm", "-q", "--cached", "a.yaml")
	for path, want := range map[string][]string{
		"HEAD:b.yaml":                    {"b.yaml is not in the revision HEAD", "did you mean HEAD:notes/b.yaml?"},
		"HEAD:aa.yaml":                   {"did you mean HEAD:a.yaml?"},
		"HEAD:nothing-like":              {"paths in git begin at the top", "; HEAD:./nothing-like begins here"},
		"HEAD:/a.yaml":                   {"did you mean HEAD:a.yaml?"},
		"HEAD:/b.yaml":                   {"did you mean HEAD:notes/b.yaml?"},
		"HEAD:*.yaml":                    {"patterns are not read; name a file or a folder"},
		"nope:a.yaml":                    {"no such file: nope:a.yaml", "git has no revision nope here", "git log"},
		"--upload-pack=x:a":              {"git has no revision --upload-pack=x"},
		"-x:a":                           {"git has no revision -x"},
		":a.yaml":                        {"no such file: :a.yaml", "to be committed"},
		":notes":                         {":notes is a folder", "git keeps only files", "name HEAD:notes"},
		"HEAD:a\nHEAD:b.yaml":            {"no such file", "a name with a line break is not read"},
		"HEAD:\x1b]0;x\a":                {"␛]0;x␇ is not in"},
		"HEAD:e\xffx":                    {`e\xffx is not in`},
		"main":                           {"no such file: main", "REV:path"},
		"HEAD:a\x00b":                    {"cannot read"},
		"HEAD^{commit}:a b":              {"a b is not in the revision HEAD^{commit}"},
		strings.Repeat("x", 5000) + ":a": {"cannot read"},
	} {
		_, _, err := titlesOf(t.Context(), path)
		if err == nil {
			t.Errorf("%q can be read", path)
			continue
		}
		for _, words := range want {
			if !strings.Contains(err.Error(), words) {
				t.Errorf("%q: %v\nlacks %q", path, err, words)
			}
		}
		if strings.ContainsAny(err.Error(), "\x1b\a\x00") {
			t.Errorf("%q: %q", path, err)
		}
	}
	if err := os.RemoveAll(".git"); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(must(os.Getwd())))
	if _, _, err := titlesOf(t.Context(), "HEAD:x"); err == nil || !strings.Contains(err.Error(), "not a git repository") {
		t.Errorf("outside a repository: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, _, err := titlesOf(t.Context(), "HEAD:x"); err == nil || !strings.Contains(err.Error(), "git is not installed\ninstall it") {
		t.Errorf("without git: %v", err)
	}
}

// What a clone of parts of a repository lacks is said, of a file and of a folder, and is not taken for what is gone.
func TestRevisionsThatAreNotHere(t *testing.T) {
	repository(t, committed)
	id := strings.TrimSpace(string(must(exec.Command("git", "rev-parse", "HEAD:notes/b.yaml").Output())))
	object := filepath.Join(".git", "objects", id[:2], id[2:])
	for _, lose := range []func() error{
		func() error {
			return errors.Join(os.Chmod(object, 0o644), os.WriteFile(object, []byte("garbage"), 0o644))
		},
		func() error { return os.WriteFile(object, nil, 0o644) },
		func() error { return os.Remove(object) },
	} {
		if err := lose(); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"HEAD:notes/b.yaml", "HEAD:./notes/b.yaml", ":notes/b.yaml", ":./notes/b.yaml", "HEAD:notes", "HEAD:"} {
			_, _, err := titlesOf(t.Context(), path)
			if err == nil || !strings.Contains(err.Error(), "git does not have ") || !strings.Contains(err.Error(), "git show") {
				t.Errorf("%s: %v", path, err)
			}
		}
		if titles, _, err := titlesOf(t.Context(), "HEAD:notes/deep"); err != nil || len(titles) != 1 {
			t.Errorf("what is there beside it: %v %v", titles, err)
		}
	}
	if err := os.Mkdir("new", 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir("new")
	if _, _, err := titlesOf(t.Context(), "HEAD:./"); err == nil || !strings.Contains(err.Error(), "the folder that you are in is not there") {
		t.Errorf("in a new folder: %v", err)
	}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// What a repository names to be run is not run: monitors, hooks, pagers, filters, texts for people, other transports.
func TestRepositoriesRunNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("it has another shell")
	}
	git := repository(t, map[string]string{
		"a.yaml":         "- {date: 2025-01-01, title: A}\n",
		".gitattributes": "*.yaml diff=x filter=x export-subst\n",
	})
	ran := filepath.Join(t.TempDir(), "ran")
	for _, key := range []string{
		"core.fsmonitor", "core.pager", "pager.cat-file", "pager.ls-tree", "diff.external", "diff.x.textconv", "diff.x.command",
		"filter.x.smudge", "filter.x.process", "core.sshCommand", "core.editor", "alias.cat-file", "remote.origin.uploadpack",
		"core.alternateRefsCommand", "credential.helper",
	} {
		git("config", key, "touch "+ran+".$(date +%N)-"+key+"; cat")
	}
	git("config", "remote.origin.url", "ssh://example.invalid/x")
	git("config", "remote.origin.promisor", "true")
	git("config", "extensions.partialClone", "origin")
	for _, path := range []string{"HEAD:a.yaml", "HEAD:", ":a.yaml"} {
		if titles, _, err := titlesOf(t.Context(), path); err != nil || !slices.Equal(titles, []string{"A"}) {
			t.Errorf("%s: %q, %v", path, titles, err)
		}
	}
	objects, _ := filepath.Glob(".git/objects/??/*")
	for _, object := range objects { // what is not there is not fetched
		if out, _ := exec.Command("git", "cat-file", "-t", strings.Join(strings.Split(object, "/")[2:], "")).Output(); string(out) == "blob\n" {
			if err := os.Remove(object); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, path := range []string{"HEAD:a.yaml", "HEAD:"} {
		if _, _, err := titlesOf(t.Context(), path); err == nil {
			t.Errorf("%s is read from nowhere", path)
		}
	}
	if left, _ := filepath.Glob(ran + "*"); len(left) > 0 {
		t.Errorf("what the repository names was run: %q", left)
	}
}

func TestRevisionsEndWithTheirContext(t *testing.T) {
	repository(t, map[string]string{"a.yaml": "- {date: 2025-01-01, title: A}\n"})
	ctx, stop := context.WithCancelCause(t.Context())
	why := errors.New("enough")
	stop(why)
	if _, _, err := titlesOf(ctx, "HEAD:a.yaml"); !errors.Is(err, why) {
		t.Errorf("it goes on: %v", err)
	}
}
