package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"
)

// lookalike is a host that begins like one that is trusted.
const lookalike = "accounts.google.com.signin.security-check.session.evil.example"

// Wherever an address is, on a screen of any width, the end of its host is there to be seen.
func TestScreensShowTheEndOfAHost(t *testing.T) {
	record := "events:\n  - date: 2025-01-01\n    title: One\n    sources:\n" +
		"      - {title: Sign in, url: 'https://" + lookalike + "/a/b'}\n" +
		"      - {title: Copy, archive_url: 'https://archive.example/', url: 'https://" + lookalike + ":443/'}\n"
	opens := func(o *Options, _ *draw.Looks) { o.OpenURL = func(string) error { return nil } }
	for w := 30; w <= 180; w++ {
		d := open(t, w, 40, yaml(record), opens).press("enter", "tab")
		flat := strings.Join(strings.Fields(strings.ReplaceAll(d.screen(), "│", "")), "")
		if strings.Count(flat, lookalike) != 2 {
			t.Fatalf("in %d columns:\n%s", w, d.screen())
		}
		notice := d.press("o").fits().said()
		if !strings.Contains(notice, "evil.example/") {
			t.Errorf("in %d columns: %q", w, notice)
		}
		d.send(tea.WindowSizeMsg{Width: w/2 + 10, Height: 40})
		if notice := d.said(); !strings.Contains(notice, "evil.example/") {
			t.Errorf("in %d columns after the screen was resized: %q", w/2+10, notice)
		}
	}
	d := open(t, 60, 24, yaml(record), withQuery("source:https://"+lookalike+"/a/b"))
	if chip := d.lines()[d.m.layout().Query.Min.Y]; !strings.Contains(chip, "…session.evil.example/") {
		t.Errorf("the chip is %q", chip)
	}
	d.press("/", "ctrl+u").typeText("source:http").see("https://…example/…")
}

// A link that takes several lines is one link: the keys bring all of it into sight, and each line opens it.
func TestLinkOfSeveralLines(t *testing.T) {
	var opened []string
	summary := strings.Repeat("Much is said here. ", 60)
	record := "- {date: 2025-01-01, title: One, summary: " + summary +
		", sources: [{title: S, url: 'https://" + lookalike + "/'}]}\n"
	d := open(t, 60, 12, yaml(record), func(o *Options, _ *draw.Looks) {
		o.OpenURL = func(address string) error { opened = append(opened, address); return nil }
	})
	d.press("enter", "tab").see("accounts.google.", "evil.example/")
	d.click("accounts", 0).click("evil.example/", 1)
	if len(opened) != 2 || opened[0] != "https://"+lookalike+"/" || opened[1] != opened[0] {
		t.Errorf("opened %q", opened)
	}
}
