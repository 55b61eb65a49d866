package cleantext

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A text is clean up to its first character that is not allowed, wherever that is and whatever is around it.
func TestCleanIsWhatHoldsNoBadCharacter(t *testing.T) {
	for _, around := range []string{"plain words, and more of them", "Київ, Genève and 東京 – yes", "a\tb\r\nc\n\n~ ~"} {
		for at := range len(around) + 1 {
			if !utf8.ValidString(around[:at]) || strings.HasSuffix(around[:at], "\r") {
				continue
			}
			for b := range 256 {
				text, want := around[:at]+string([]byte{byte(b)})+around[at:], at
				if ' ' <= b && b <= '~' || b == '\n' || b == '\t' || b == '\r' && strings.HasPrefix(around[at:], "\n") {
					want = len(text)
				}
				if got := cleanPrefix(text); got != want {
					t.Errorf("%q is clean for %d bytes, want %d", text, got, want)
				}
			}
		}
	}
}

// BenchmarkClean looks at a megabyte of each kind of text.
func BenchmarkClean(b *testing.B) {
	for name, line := range map[string]string{
		"Latin":    "  - {id: e1, date: 2024-02-03, title: The delegation met ministers in the capital}\n",
		"Cyrillic": "    title: Делегація провела зустріч із міністрами у столиці\n",
	} {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(line, 1<<20/len(line))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if cleanPrefix(text) != len(text) {
					b.Fatal("the text is not clean")
				}
			}
		})
	}
}
