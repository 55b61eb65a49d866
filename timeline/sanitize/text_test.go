package sanitize_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/sanitize"
)

func TestLineAndText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "Yermak speaks with Rubio", "Yermak speaks with Rubio"},
		{"letters", "Київ, Zürich, 北京, القاهرة, दिल्ली", "Київ, Zürich, 北京, القاهرة, दिल्ली"},
		{"newline and tab", "one\n\ttwo", "one  two"},
		{"separators", "a\u2028b\u2029c", "a b c"},
		{"CRLF", "a\r\nb", "a␍ b"},
		{"C1", "a\u009b31m", `a\u009b31m`},
		{"byte order mark", "\ufeffa", `\ufeffa`},
		{"invalid UTF-8", "Caf\xe9", `Caf\xe9`},
		{"tag characters", "a\U000e0041", `a\u{e0041}`},
		{"soft hyphen", "co\u00adop cafe\u0301\u00ads", "coop cafe\u0301s"},
		{"soft hyphen that breaks no word", "co\u00ad op \u00adco\u00ad", `co\u00ad op \u00adco\u00ad`},
		{"soft hyphens in a row", "co\u00ad\u00adop", `co\u00ad\u00adop`},
		{"soft hyphen before a mark", "co\u00ad\u0301op", `co\u00ad\u0301op`},
		{"zero-width space in Khmer", "ខ្មែរ\u200bអង្គរ", "ខ្មែរអង្គរ"},
		{"zero-width space in Latin", "co\u200bop", `co\u200bop`},
		{"Hangul filler", "a\u3164b", `a\u3164b`},
		{"Arabic number sign", "\u0600٣", "\u0600٣"},
		{"accents", "e\u0301", "e\u0301"},
		{"accent on nothing", "\u0301e", `\u0301e`},
		{"accent on an escape", "\u202e\u0301", `\u202e\u0301`},
		{"too many accents", "e" + strings.Repeat("\u0301", 20) + "f", "e" + strings.Repeat("\u0301", 8) + "f"},
		{"joined emoji", "👩\u200d🚀 ❤\ufe0f", "👩\u200d🚀 ❤\ufe0f"},
		{"joiner in Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"joiner at the end", "می\u200d", `می\u200d`},
		{"joiner between Latin letters", "a\u200db é\u200dé", `a\u200db é\u200dé`},
		{"joiner after the last virama", "മലയാള്\u200d, മലയാള്\u200d", "മലയാള്\u200d, മലയാള്\u200d"},
		{"joiner after a virama", "क्\u200dष क्\u200cष", "क्\u200dष क्\u200cष"},
		{"joiners in a row after a virama", "ക്\u200d\u200d", "ക്\u200d" + `\u200d`},
		{"joiner before a vowel of Bengali", "র\u200d্য", "র\u200d্য"},
		{"joiner after a blank", "a \u200dخ", `a \u200dخ`},
		{"joiner after a number in Persian", "5\u200cساله", "5\u200cساله"},
		{"joiner between a letter and a sign", "a\u200d♂", `a\u200d♂`},
		{"joined emoji with an arrow", "🙂\u200d↔\ufe0f", "🙂\u200d↔\ufe0f"},
		{"joiner at the end of an emoji", "👩\u200d", `👩\u200d`},
	} {
		if got := sanitize.Line(tt.in); got != tt.want {
			t.Errorf("%s: Line(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
	if got := sanitize.Text("one\n\ntwo\tthree\x1b"); got != "one\n\ntwo three␛" {
		t.Errorf("Text returns %q", got)
	}
}

// TestLineObeysNothing tries every control and format character there is, between letters and alone.
func TestLineObeysNothing(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		obeyed := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp)
		if !obeyed || unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
			continue
		}
		for _, text := range []string{string(r), "a" + string(r) + "b"} {
			if got := sanitize.Line(text); strings.ContainsRune(got, r) && r != utf8.RuneError {
				t.Errorf("Line(%q) = %q lets U+%04X through", text, got, r)
			}
		}
	}
}

func TestCleanTextIsNotCopied(t *testing.T) {
	for _, text := range []string{"Yermak speaks with Rubio", "Київ — Zürich"} {
		if n := testing.AllocsPerRun(10, func() { sanitize.Line(text) }); n > 0 {
			t.Errorf("Line(%q) allocates %v times", text, n)
		}
	}
}

func FuzzLineAndText(f *testing.F) {
	for _, seed := range []string{
		"", "plain", "\x1b[31m", "e\u0301\u0301", "\u200d👩\u200d🚀", "\u202e\u0301x", "Caf\xe9\xff", "a\u2028\n\tb\u009b",
		"ക്\u200d\u200d", "র\u200d্য", "co\u00ad\u00adop", "ខ\u200bអ", "\u200d्",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, visible := range map[string]func(string) string{"Line": sanitize.Line, "Text": sanitize.Text} {
			got := visible(s)
			if !utf8.ValidString(got) {
				t.Errorf("%s(%q) = %q is not UTF-8", name, s, got)
			}
			for _, r := range got {
				if unicode.IsControl(r) && (r != '\n' || name == "Line") {
					t.Errorf("%s(%q) = %q holds U+%04X", name, s, got, r)
				}
			}
			if again := visible(got); again != got {
				t.Errorf("%s(%q) = %q, and of that %q", name, s, got, again)
			}
		}
	})
}

func BenchmarkLine(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"ascii", strings.Repeat("Yermak speaks with Rubio. ", 40)},
		{"cyrillic", strings.Repeat("Єрмак говорить із Рубіо. ", 40)},
		{"hostile", strings.Repeat("\x1b[31m\u202e", 100)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				sanitize.Line(bb.text)
			}
		})
	}
}
