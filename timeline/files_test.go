package timeline

import (
	"os"
	"path/filepath"
	"testing"
)

// filesLike returns the texts of the files whose names are of a pattern.
func filesLike(t testing.TB, pattern string) (texts []string) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
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
