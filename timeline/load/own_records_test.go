package load

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/export"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// yamlExample matches an example of YAML in README.
var yamlExample = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// ownRecords returns the records that are in the format of dateline: the curated record, the examples of README, and
// those of tests. What they say is known to the byte, whatever is guessed of the files of others.
func ownRecords(t *testing.T) (names, texts []string) {
	t.Helper()
	read := func(name string) string {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	add := func(name, text string) { names, texts = append(names, name), append(texts, text) }
	add("events.yaml", read("../../events.yaml"))
	for i, found := range yamlExample.FindAllStringSubmatch(read("../../README.md"), -1) {
		if strings.Contains(found[1], "title:") { // settings are no record
			add(fmt.Sprintf("readme-%d.yaml", i+1), found[1])
		}
	}
	good, err := filepath.Glob("testdata/good-*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range good {
		add(path.Base(filepath.ToSlash(name)), read(name))
	}
	add("generated-45.yaml", testrecord.Generate(45))
	add("generated-3000.yaml", testrecord.Generate(3000))
	return names, texts
}

// A record of ours is read as it always was: whatever helps with the files of others, its JSON Lines are those of
// testdata/own-records.golden, which has the SHA-256 of each. Who changes a record or an example runs the test with
// -update; nothing else may change a line.
func TestOwnRecordsAreReadAsEver(t *testing.T) {
	const golden = "testdata/own-records.golden"
	var got strings.Builder
	names, texts := ownRecords(t)
	for i, name := range names {
		p := loadText(t, name, texts[i])
		var lines bytes.Buffer
		w := export.New(&lines, export.JSONLines, export.Emphasis{})
		if err := w.Write(p.Index.Timeline(), p.Index.Select(query.Query{}), 0); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%x  %s\n", sha256.Sum256(lines.Bytes()), name)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("- as in %s, + as now; compare the lines of `dateline print --format jsonl`:\n%s", golden, diff)
	}
}
