package draw

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// lookalike is a host that begins like one that is trusted.
const lookalike = "accounts.google.com.signin.security-check.session.evil.example"

func TestCutsKeepTheEndOfAHost(t *testing.T) {
	long := strings.Repeat("x", 50) + "google.com"
	for _, c := range []struct {
		text string
		w    int
		want string
	}{
		{"https://example.org/a/b", 23, "https://example.org/a/b"},
		{"https://example.org/a/b/c", 23, "https://example.org/a/…"},
		{"https://" + lookalike + "/", 72, "https://accounts.google.com.signin.security-check.session.evil.example/"},
		{"https://" + lookalike + "/", 40, "https://…session.evil.example/"},
		{"https://" + lookalike + "/path", 40, "https://…session.evil.example/…"},
		{"https://" + lookalike, 40, "https://…session.evil.example"},
		{"https://" + lookalike + ":8443/path", 40, "https://…session.evil.example:8443/…"},
		{"https://" + lookalike + "?q", 40, "https://…session.evil.example?…"},
		{"https://accounts.google.com@evil.example/path", 32, "https://…com@evil.example/…"},
		{"https://" + lookalike + `\@accounts.google.com/`, 40, `https://…session.evil.example\…`},
		{"https://" + long + "/path", 40, "https://xxxxxxx…xxxxxxxxxxxxgoogle.com/…"},
		{"https://" + lookalike + "/", 15, "https://…"},
		{"https://" + lookalike + "/", 7, "https…"},
		{"see https://" + lookalike + " for more", 40, "see https://…session.evil.example …"},
		{"source:\"https://" + lookalike + "\"", 44, "source:\"https://…session.evil.example\""},
		{"https://a.example/, https://" + lookalike + "/", 60, "https://a.example/, https://…session.evil.example/"},
	} {
		if got := Cut(c.text, c.w, "…"); got != c.want || Cells(got) > c.w {
			t.Errorf("in %d cells %q is %q, want %q", c.w, c.text, got, c.want)
		}
	}
}

// anAddress draws an address without a scheme: its host, and what follows it.
func anAddress(t *rapid.T) (host, rest string) {
	name := rapid.StringMatching(`[a-z0-9_]([a-z0-9_-]{0,10}|[a-z0-9_-]{30,62})`)
	host = strings.Join(rapid.SliceOfN(name, 1, 12).Draw(t, "names"), ".")
	host += rapid.SampledFrom([]string{"", "", ":8443", "."}).Draw(t, "port")
	return host, rapid.StringMatching(`([/?#][a-z0-9./:@#?%-]{0,40})?`).Draw(t, "rest")
}

func TestShownAddressesEndAsTheirHostsDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		host, rest := anAddress(t)
		w := rapid.IntRange(16, 130).Draw(t, "width")
		more := rapid.SampledFrom([]string{"…", "~"}).Draw(t, "more")
		for shown, room := range map[string]int{
			CutAddress(host+rest, w, more):                                       w,
			strings.TrimPrefix(Cut("https://"+host+rest, w+8, more), "https://"): w,
		} {
			if Cells(shown) > room {
				t.Fatalf("%q takes more than %d cells", shown, room)
			}
			before := strings.TrimSuffix(shown, afterHostShown(shown))
			tail, part := lastCut(before, more)
			if !part && before != host {
				t.Fatalf("%q of %q does not say that it is a part", shown, host+rest)
			}
			if !strings.HasSuffix(host, tail) || len(tail) < min(len(host), room/3) {
				t.Fatalf("in %d cells %q is %q", room, host+rest, shown)
			}
			if rest != "" && !strings.HasPrefix(afterHostShown(shown), rest[:1]) {
				t.Fatalf("in %d cells the host of %q could go on: %q", room, host+rest, shown)
			}
		}
		lines := AddressLines(host+rest, w, 2, more)
		for n, line := range lines {
			if Cells(line) > w-min(n, 1)*2 {
				t.Fatalf("%q takes more than %d cells", lines, w)
			}
		}
		if all := strings.Join(lines, ""); w >= leastHost+2 && !strings.HasPrefix(all, host+afterHost(rest, "")) {
			t.Fatalf("%q does not show the host of %q", lines, host+rest)
		}
	})
}

// lastCut returns what follows the last mark of what was left out, or all of a text without one.
func lastCut(s, more string) (tail string, found bool) {
	if at := strings.LastIndex(s, more); at >= 0 {
		return s[at+len(more):], true
	}
	return s, false
}

// afterHostShown returns what follows the host in an address as it is shown.
func afterHostShown(shown string) string {
	if n := strings.IndexAny(shown, "/?#"); n >= 0 {
		return shown[n:]
	}
	return ""
}
