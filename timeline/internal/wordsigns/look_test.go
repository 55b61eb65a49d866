package wordsigns

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/diag"
)

// What refers to anchors is looked for while the text is in memory, and not read again for each who asks.
func TestAliasesAreKnownWhenTheTextIsLetGo(t *testing.T) {
	text := "a: &used x\nb: *used\n" + strings.Repeat("# a comment\n", 1<<17)
	path := filepath.Join(t.TempDir(), "long.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	in, opened := diag.NewFile("long.yaml", text), 0
	in.IsIn(func() (io.ReadCloser, error) {
		opened++
		return os.Open(path)
	}, 0)
	problems := diag.NewList(1)
	var signs Signs
	signs.Begin(in, &problems, true)
	signs.Look()
	if !in.LetGo() {
		t.Fatal("the text is not let go")
	}
	in.Close()
	other := signs.Of(in.Again(), &problems)
	if !other.IsUsed("used") || other.IsUsed("unused") || opened != 1 {
		t.Errorf("used: %v, unused: %v; the file was opened %d times", other.IsUsed("used"), other.IsUsed("unused"), opened)
	}
}
