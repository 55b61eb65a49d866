//go:build !windows

package host

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/ui/typed"
)

// The keys of a file are whole, Esc alone is not waited for, and a terminal that brings no more is a SIGHUP.
func TestKeyboardOfAFile(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	from, p := source{r, time.Now}, make([]byte, 256)
	k := &Keyboard{source: from, keys: typed.New(from, time.Now)}
	told := ""
	k.Answers(func(answer string) { told = answer })
	for typed, want := range map[string]string{
		"\x1b": "\x1b", "j\x1b[A": "j\x1b[A", "ї": "ї", "\x1b]11;rgb:1e1e/1e1e/1e1e\ak": "k",
	} {
		if _, err := w.WriteString(typed); err != nil {
			t.Fatal(err)
		}
		n, err := k.Read(p)
		if got := strings.TrimSuffix(string(p[:n]), "\x1b[I"); got != want || err != nil {
			t.Errorf("%q reads %q, %v; want %q", typed, got, err, want)
		}
	}
	if told != "11;rgb:1e1e/1e1e/1e1e" {
		t.Errorf("of the ground is told %q", told)
	}
	_ = w.Close()
	if _, err := k.Read(p); !errors.Is(err, Signal(syscall.SIGHUP)) {
		t.Errorf("the end is %v, want a SIGHUP", err)
	}
}
