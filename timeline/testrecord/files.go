package testrecord

import (
	"os"
	"path/filepath"
	"testing"
)

// FilesLike returns the texts of the files whose names match a pattern, as filepath.Glob understands it. The test fails
// if there are none.
func FilesLike(t testing.TB, pattern string) (texts []string) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no file is like %s: %v", pattern, err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}
