package load

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/query"
)

// What nobody wrote for dateline is opened as it is. Beside each file or folder of testdata/door its golden file says
// what is loaded and what is said; -update writes them anew.
func TestDoor(t *testing.T) {
	entries, err := os.ReadDir("testdata/door")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".golden") {
			continue
		}
		t.Run(entry.Name(), func(t *testing.T) {
			name := path.Join("testdata/door", entry.Name())
			got := opened(t, name)
			if *update {
				if err := os.WriteFile(name+".golden", []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("- as in %s.golden, + as now:\n%s", name, diff)
			}
		})
	}
}

// opened returns what is loaded of a file or folder, without what is empty, and what is said.
func opened(t *testing.T, name string) string {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	var files []File
	var said strings.Builder
	if info.IsDir() {
		found, problems := Folder(os.DirFS(name), entryName(name))
		files = found
		said.WriteString(problems.String())
	} else {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = []File{InMemory(entryName(name), text)}
	}
	p := Files(context.Background(), files, nil)
	said.WriteString(p.Problems.String())
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n\n%s\n%s", p.Index.Timeline().Title(), loadedLines(t, p.Index), said.String())
	return out.String()
}

// entryName returns the last part of a path.
func entryName(name string) string { return path.Base(name) }

// loadedLines returns the events of a record as JSON Lines, without the keys that hold nothing.
func loadedLines(t interface {
	Helper()
	Fatal(args ...any)
}, x *index.Index,
) string {
	t.Helper()
	var all bytes.Buffer
	w := export.New(&all, "jsonl", export.Emphasis{})
	if err := w.Write(x.Timeline(), x.Select(query.Query{}), 0); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for line := range strings.Lines(all.String()) {
		var event map[string]any
		if err := json.Unmarshal([]byte(line), &event); err != nil {
			t.Fatal(err)
		}
		for key, value := range event {
			if s := fmt.Sprint(value); s == "" || s == "[]" || s == "<nil>" {
				delete(event, key)
			}
		}
		e := json.NewEncoder(&lines)
		e.SetEscapeHTML(false)
		if err := e.Encode(event); err != nil {
			t.Fatal(err)
		}
	}
	return lines.String()
}
