package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is forgotten is named by its files; where nothing is remembered that is said.
func TestForget(t *testing.T) {
	folder := t.TempDir()
	records := t.TempDir()
	t.Chdir(records)
	here, err := filepath.Abs("small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	state := filepath.Join(folder, "dateline", "state.json")
	keep := func(records ...string) {
		t.Helper()
		var members []string
		for _, record := range records {
			members = append(members, `"`+filepath.ToSlash(record)+`": {"marks": ["a"]}`)
		}
		write(t, folder, map[string]string{"dateline/state.json": `{"version": 1, "records": {` + strings.Join(members, ",") + `}}`})
	}
	run := func(args ...string) outcome {
		t.Helper()
		c := command{folder: records, env: []string{"XDG_STATE_HOME=" + folder}}
		return c.run(t, append([]string{"forget"}, args...)...)
	}
	run("small.yaml").want(t, 1, "dateline: nothing is remembered of small.yaml\n")
	run("--all").want(t, 1, "dateline: nothing is remembered\n")
	run("--all", "small.yaml").want(t, 2, "leave out the paths, or --all")
	keep(here, "/elsewhere.yaml", "events.yaml")
	if got := run("small.yaml"); got.code != 0 || got.stdout != "changed "+state+"\n" {
		t.Errorf("%d\n%s%s", got.code, got.stdout, got.stderr)
	}
	if got := run(); got.code != 0 || got.stdout != "changed "+state+"\n" {
		t.Errorf("the carried record: %d\n%s%s", got.code, got.stdout, got.stderr)
	}
	if got := run("--all"); got.code != 0 || got.stdout != "removed "+state+"\n" {
		t.Errorf("all: %d\n%s%s", got.code, got.stdout, got.stderr)
	}
	write(t, folder, map[string]string{"dateline/state.json": "{"})
	run("--all").want(t, 2, "is damaged and left as it is; mend it or move it away")
	if text, err := os.ReadFile(state); err != nil || string(text) != "{" {
		t.Errorf("a damaged file is now %q, %v", text, err)
	}
}
