package host

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestOnlyWebAddressesAreOpened(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // nothing is there to open anything
	for _, address := range []string{
		"", "file:///etc/passwd", "javascript:alert(1)", "-oProxyCommand=id", "--help", "ftp://example.org/",
		"mailto:a@example.org",
		"https://", "https:///path", "http:example.org", "//example.org/", "example.org", "https://a\nb", "https://a\x1bb/",
		" https://example.org",
	} {
		if err := OpenURL(address); !errors.Is(err, ErrNotWeb) {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestNoBrowserIsAnError(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if err := OpenURL("https://example.org/"); err == nil || errors.Is(err, ErrNotWeb) {
		t.Errorf("%v", err)
	}
}

// Each system has a program of its own that no shell comes between.
func TestEachSystemHasAnOpener(t *testing.T) {
	for system, want := range map[string]string{
		"linux": "xdg-open", "freebsd": "xdg-open", "darwin": "open", "windows": "rundll32 url.dll,FileProtocolHandler",
	} {
		if got := strings.Join(opener(system), " "); got != want {
			t.Errorf("%s has %q, want %q", system, got, want)
		}
	}
}

func TestAddressIsOneArgument(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in is a shell script")
	}
	folder := t.TempDir()
	t.Setenv("PATH", folder+":/usr/bin:/bin")
	seen := filepath.Join(folder, "seen")
	script := "#!/bin/sh\nprintf '<%s>' \"$@\" > '" + seen + ".part' && mv '" + seen + ".part' '" + seen + "'\n"
	if err := os.WriteFile(filepath.Join(folder, opener(runtime.GOOS)[0]), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := OpenURL("https://example.org/a b?x=1&y=$(id);id --help`id`"); err != nil {
		t.Fatal(err)
	}
	var got []byte
	for late := time.Now().Add(10 * time.Second); got == nil &&
		time.Now().Before(late); time.Sleep(10 * time.Millisecond) {
		got, _ = os.ReadFile(seen)
	}
	if want := "<https://example.org/a%20b?x=1&y=$(id);id%20--help%60id%60>"; !strings.HasSuffix(string(got), want) {
		t.Errorf("%q, want %q", got, want)
	}
}
