package aside

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// written returns a file with a content, and what opens it.
func written(t testing.TB, content string) (name string, open func() (io.ReadCloser, error)) {
	t.Helper()
	name = filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name, func() (io.ReadCloser, error) { return os.Open(name) }
}

func TestPartsAreThoseOfTheText(t *testing.T) {
	name, open := written(t, "")
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Repeat(rapid.StringMatching(`[a-z\n]{1,40}`).Draw(rt, "lines"), rapid.IntRange(1, 600).Draw(rt, "n"))
		if err := os.WriteFile(name, []byte("mark"+text), 0o600); err != nil {
			t.Fatal(err)
		}
		kept := Put(text, len("mark"), open)
		if rapid.Bool().Draw(rt, "closed") {
			kept.Close()
		}
		defer kept.Close()
		from := rapid.IntRange(0, len(text)).Draw(rt, "from")
		to := rapid.IntRange(from, len(text)).Draw(rt, "to")
		if part, ok := kept.Part(from, to); !ok || part != text[from:to] || kept.Len() != len(text) {
			rt.Fatalf("%d to %d of %d: %v, %d bytes", from, to, len(text), ok, len(part))
		}
		lines := strings.Count(text, "\n")
		n := rapid.IntRange(1, lines+1).Draw(rt, "line")
		at, above := kept.Before(n)
		if strings.Count(text[:at], "\n") != above {
			rt.Fatalf("%d lines above %d", above, at)
		}
		if page := text[at:min(len(text), at+Page)]; n > 1 && above+strings.Count(page, "\n") < n-1 {
			rt.Fatalf("line %d does not begin after a line feed of the page at %d", n, at)
		}
	})
}

// What is not what it was is never taken for it, and the rest still is what it was.
func TestChangedPartsAreSeen(t *testing.T) {
	text := strings.Repeat("0123456789abcde\n", 3*Page/16)
	for name, change := range map[string]func(name string) error{
		"a byte": func(name string) error {
			return os.WriteFile(name, []byte(text[:Page+7]+"!"+text[Page+8:]), 0o600)
		},
		"shorter": func(name string) error { return os.Truncate(name, Page+1) },
		"gone":    os.Remove,
		"replaced": func(name string) error {
			if err := os.WriteFile(name+"2", []byte(strings.ToUpper(text)), 0o600); err != nil {
				return err
			}
			return os.Rename(name+"2", name)
		},
	} {
		t.Run(name, func(t *testing.T) {
			name, open := written(t, text)
			kept := Put(text, 0, open)
			kept.Close()
			if err := change(name); err != nil {
				t.Fatal(err)
			}
			if part, ok := kept.Part(Page+6, Page+9); ok || part != "" || !kept.Changed() {
				t.Errorf("%q, %v", part, ok)
			}
		})
	}
	t.Run("the same in its place", func(t *testing.T) {
		name, open := written(t, text)
		kept := Put(text, 0, open)
		kept.Close()
		if err := os.WriteFile(name, []byte(text+"more\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if part, ok := kept.Part(0, len(text)); !ok || part != text || kept.Changed() {
			t.Error("what was appended is seen")
		}
	})
	t.Run("open", func(t *testing.T) {
		name, open := written(t, text)
		kept := Put(text, 0, open)
		defer kept.Close()
		if err := os.Remove(name); err != nil {
			t.Skip("an open file cannot be removed here: ", err)
		}
		if part, ok := kept.Part(0, len(text)); !ok || part != text {
			t.Error("an open file is lost with its name")
		}
	})
}

func TestStreamsAreNotPutAside(t *testing.T) {
	stream := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("text")), nil }
	if Put("text", 0, stream) != nil {
		t.Error("a stream is put aside")
	}
	if Put("text", 0, func() (io.ReadCloser, error) { return nil, errors.New("gone") }) != nil {
		t.Error("what cannot be opened is put aside")
	}
}

func TestManyReadAtOnce(t *testing.T) {
	text := strings.Repeat("0123456789abcde\n", 64<<10)
	_, open := written(t, text)
	kept := Put(text, 0, open)
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			for at := n; at+5000 < len(text); at += 50_000 {
				if part, ok := kept.Part(at, at+5000); !ok || part != text[at:at+5000] {
					t.Error(at)
				}
				if n == 3 && at > len(text)/2 {
					kept.Close()
				}
			}
		})
	}
	all.Wait()
}

// BenchmarkPart reads a piece of a record again. Beside it is what it costs to put a text aside.
func BenchmarkPart(b *testing.B) {
	text := strings.Repeat("0123456789abcde\n", 16<<20/16)
	_, open := written(b, text)
	b.Run("put", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			Put(text, 0, open).Close()
		}
	})
	for name, size := range map[string]int{"piece": 256 << 10, "excerpt": 4 * Page} {
		b.Run(name, func(b *testing.B) {
			kept := Put(text, 0, open)
			defer kept.Close()
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for at := 0; b.Loop(); at = (at + size) % (len(text) - size) {
				kept.Part(at, at+size)
			}
		})
	}
}
