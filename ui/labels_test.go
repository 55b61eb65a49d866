package ui

import (
	"runtime"
	"strings"
	"testing"

	"dateline/ui/draw"
)

// TestWordsDoNotHideAnAddress holds that an address is listed below unless the words that lead to it are all of it, and
// that in focus it can be seen where it leads.
func TestWordsDoNotHideAnAddress(t *testing.T) {
	for _, tt := range []struct{ text, listed string }{
		{"[goodbank.com](http://goodbank.com.evil.example/)", "goodbank.com.evil.example/"},
		{"[http://goodbank.com](http://goodbank.com.evil.example/)", "goodbank.com.evil.example/"},
		{"<a href='https://goodbank.com.evil.example/in'>https://goodbank.com</a>", "goodbank.com.evil.example/in"},
		{"[goodbank.com/](http://goodbank.com/../x@evil/)", "goodbank.com/../x@evil/"},
		{"[www.goodbank.com](http://www.goodbank.computer.evil.example/)", "www.goodbank.computer.evil.example/"},
		{"[click](http://click.evil.example/)", "click.evil.example/"},
		{"[goodbank.com…](http://goodbank.com.evil.example/)", "goodbank.com.evil.example/"},
		{"[x](http://xn--80ak6aa92e.com/)", "xn--80ak6aa92e.com/"},
		{"http://аррӏе.com/", "xn--80ak6aa92e.com/"},
		{"[one](http://evil.example/) http://evil.example/", "evil.example/"},
		{"[good.example](http://evil.example/) [evil.example/](http://evil.example/)", "evil.example/"},
		{"evil.example/[good.example/](http://good.example/)", "good.example/"},
		{"[good.example/](http://good.example/).evil.example", "good.example/"},
		{`http://good.example\@evil.example/`, "good.example"},
		{"[good.example/a](http://good.example/A)", "good.example/A"},

		{"http://good.example/a?b=c#d", ""},
		{"(see http://good.example/a).", ""},
		{"[good.example/a](https://good.example/a)", ""},
		{"“[HTTP://Good.example/a](http://good.example/a)”, he says", ""},
		{"http://good.example/größe", ""},
	} {
		record := "---\ndate: 2025-01-01\ntitle: t\n---\n" + tt.text + "\n"
		d := open(t, 80, 24, func(o *Options, _ *draw.Looks) { o.Load = loading(file("x.md", record)) })
		screen := d.press("enter").screen()
		_, below, _ := strings.Cut(screen, "LINKS")
		if tt.listed == "" && below != "" || !strings.Contains(below, tt.listed) {
			t.Errorf("%s: below LINKS there is no %q:\n%s", tt.text, tt.listed, screen)
		}
		if l, _ := d.press("tab").m.panes.detail.Link(); !l.Told {
			foot := d.lines()[len(d.lines())-1]
			if !strings.HasSuffix(strings.TrimSpace(foot), draw.ShortAddress(l.Value)) {
				t.Errorf("%s: in focus the footer is %q", tt.text, foot)
			}
		}
	}
}

// TestAddressesWithoutEndAreText holds that a text made of one address, or of ever so many, is laid out in memory by its
// length, and that a page has no more links than somebody goes through.
func TestAddressesWithoutEndAreText(t *testing.T) {
	for _, one := range []string{
		"http://x.y/(", "[a](http://x.y/", "http://x.y/?http://", "http://x.y/%d0", "[a](http://x.y/z) ", "http://x.y/ ",
		"- [a](http://x.y/)\n", "<a href='http://x.y/'>q</a>", "http://x.y/]",
	} {
		taken := func(size int) uint64 {
			text := strings.Repeat(one, size/len(one))
			record := "---\ndate: 2025-01-01\ntitle: t\n---\n" + text + "\n"
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			d := open(t, 80, 24, func(o *Options, _ *draw.Looks) {
				o.Load = loading(file("x.md", record))
			}).press("enter", "tab")
			runtime.ReadMemStats(&after)
			for n := 0; d.m.panes.detail.Step(d.m.session, 1, 10); n++ {
				if n == 600 {
					t.Fatalf("%s: the page has %d links and more", one, n)
				}
			}
			return after.TotalAlloc - before.TotalAlloc
		}
		const size = 20_000
		if small, large := taken(size), taken(8*size); large > 16*small {
			t.Errorf("%s: %d bytes of text take %d bytes, and 8 times as many take %d", one, size, small, large)
		}
	}
}
