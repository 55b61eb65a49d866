package sanitize_test

import (
	"net/url"
	"strings"
	"testing"

	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

func TestWebAddress(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org":                                     "https://example.org",
		"HTTP://Example.ORG:8080/A?b=c#d":                         "http://example.org:8080/A?b=c#d",
		"https://example.org/a%20b/%D1%97?q=1&r=2":                "https://example.org/a%20b/%D1%97?q=1&r=2",
		"https://президент.рф/":                                   "https://xn--d1abbgf6aiiy.xn--p1ai/",
		"https://аpple.com/":                                      "https://xn--pple-43d.com/", // a Cyrillic а
		"https://example。org/":                                    "https://example.org/",
		"https://example.org/$(id);id&x=`id`":                     "https://example.org/$%28id%29;id&x=%60id%60",
		"https://example.org/\u009b31m":                           "https://example.org/%C2%9B31m",
		"http://[::1]:80/":                                        "http://[::1]:80/",
		"http://127.0.0.1/":                                       "http://127.0.0.1/",
		"https://my_host.example/":                                "https://my_host.example/",
		"https://example.org:0443/":                               "https://example.org:443/",
		"https://example.org:000/":                                "https://example.org:0/",
		"https://example.org:65535/":                              "https://example.org:65535/",
		"https://example.org:65536/":                              "",
		"https://example.org:" + strings.Repeat("0", 500) + "80/": "https://example.org:80/",
		"https://" + strings.Repeat("a.", 126) + "a/":             "https://" + strings.Repeat("a.", 126) + "a/",
		"https://" + strings.Repeat("a.", 126) + "aa/":            "", // too long for a name
		"":                                          "",
		"example.org":                               "",
		"//example.org/":                            "",
		"https://":                                  "",
		"https:///path":                             "",
		"https:example.org":                         "",
		" https://example.org":                      "",
		"file:///etc/passwd":                        "",
		"javascript:alert(1)":                       "",
		"man:ls":                                    "",
		"ftp://example.org/":                        "",
		"mailto:a@example.org":                      "",
		"exec:id":                                   "",
		"-oProxyCommand=id":                         "",
		"--help":                                    "",
		"https://-oProxyCommand\x1b/":               "",
		"https://example.org\n-x":                   "",
		"https://example.org/\x1b]0;x\x07":          "",
		"https://example.org@evil.example/":         "",
		"https://user:password@evil.example/":       "",
		"https://evil.example\\@example.org/":       "",
		"https://a;id/":                             "",
		"https://$(id)/":                            "",
		"https://a b/":                              "",
		"https://exa\u200bmple.org/\u202e":          "https://example.org/%E2%80%AE",
		"https://\u202e.org/":                       "",
		"https://[::1%25\x1b]/":                     "",
		"https://[fe80::1%25eth0]/":                 "",
		"https://example.org:port/":                 "",
		"https://%65xample.org/":                    "",
		"https://" + strings.Repeat("ї", 1<<20):     "",
		"https://xn--/" + strings.Repeat("x", 1900): "https://xn--/" + strings.Repeat("x", 1900),
		"https://xn--/" + strings.Repeat("x", 2000): "", // no screen shows it
		"https://example.org/" + strings.Repeat("ї", 900): "",

		"https://example.org/їж?q=їж#їж":             "https://example.org/%D1%97%D0%B6?q=%D1%97%D0%B6#%D1%97%D0%B6",
		"https://example.org/?q=\"'<>\\^`{|} \u202e": "https://example.org/?q=%22%27%3C%3E%5C%5E%60%7B%7C%7D%20%E2%80%AE",
	} {
		if got, ok := sanitize.WebAddress(text); got != want || ok != (want != "") {
			t.Errorf("WebAddress(%.80q) = %.120q, %v, want %.120q", text, got, ok, want)
		}
	}
}

// FuzzWebAddress checks that an address is printable ASCII, and that it is its own address.
func FuzzWebAddress(f *testing.F) {
	seeds := []string{"", "example.org", "\\@a", "[::1]:1", "їжак.укр/ї?ї#ї", "a%00b", "a/../..//?#"}
	for _, text := range append(testrecord.Hostile(), seeds...) {
		f.Add("https://" + text)
		f.Add("http://example.org/" + text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := sanitize.WebAddress(text)
		if !ok {
			return
		}
		if !strings.HasPrefix(got, "http://") && !strings.HasPrefix(got, "https://") {
			t.Errorf("%q became %q", text, got)
		}
		for i := range len(got) {
			if got[i] <= ' ' || got[i] > '~' {
				t.Errorf("%q became %q, which holds %q", text, got, got[i])
			}
		}
		if u, err := url.Parse(got); err != nil || u.Host == "" || u.User != nil {
			t.Errorf("%q became %q: %v", text, got, err)
		}
		if again, ok := sanitize.WebAddress(got); !ok || again != got {
			t.Errorf("%q became %q, and that %q", text, got, again)
		}
	})
}
