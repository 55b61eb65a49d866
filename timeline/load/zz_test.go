package load

import (
	"context"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	text, _ := os.ReadFile(os.Getenv("ZZ"))
	p := Files(context.Background(), []File{InMemory("a.yaml", text)}, nil)
	t.Log(p.Index.Timeline().Len())
}
