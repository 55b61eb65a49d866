package write

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/sanitize"
)

// A name for a file is offered after a filter, and is a name of a file whatever the filter says.
func TestNamesThatAreOffered(t *testing.T) {
	for text, want := range map[string]string{
		"actor:yermak":                "yermak",
		"actor:yermak type:call":      "yermak-call",
		"Security guarantees":         "security-guarantees",
		"":                            "",
		"../../etc/passwd":            "etc-passwd",
		"type:strike date:2025-09":    "strike-2025-09",
		"-tag:economy":                "economy",
		"актор:Єрмак":                 "єрмак",
		strings.Repeat("long ", 2000): "long-long-long-long-long-long-long-long",
	} {
		if got := named(text); got != want {
			t.Errorf("%q is called %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"\x1b]0;x\a", "a\u202eb", "a\x00b", `C:\con`, "a/b", "..", "*?<>|", "日本 e\u0301"} {
		got := named(text)
		if strings.ContainsAny(got, `/\:*?"<>|`) || strings.HasPrefix(got, ".") || strings.HasPrefix(got, "-") ||
			!utf8.ValidString(got) || sanitize.Line(got) != got {
			t.Errorf("%q is called %q", text, got)
		}
	}
}
