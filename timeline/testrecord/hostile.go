package testrecord

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hostile returns texts that a terminal would obey, that cannot be seen, or that change the direction of reading.
func Hostile() []string {
	texts := []string{
		"\x1b[2J\x1b[1;31m",                       // CSI
		"\x1b]0;owned\x07",                        // OSC 0, the window's title
		"\x1b]8;;https://evil.example\x1b\\",      // OSC 8, a link
		"\x1b]52;c;b3duZWQ=\x07",                  // OSC 52, the clipboard
		"\x1bP$qm\x1b\\",                          // DCS, to which a terminal types an answer
		"\x1b_Gq\x1b\\", "\x1b^x\x1b\\", "\x1bXx", // APC, PM, SOS
		"\x1b[200~x\x1b[201~",                      // a paste in brackets
		"\u009b31m", "\u009d0;owned\u009c", "\x9b", // the same as C1 controls
		"\U000e0041\U000e007f", // tag characters
		"\ufeff", "\u2060", "\u00ad", "\u034f", "\u115f", "\u3164", "\ufffc", "\ue000",
		"\xed\xa0\x80", "\xff\xfe", "\xc0\x80", "\xf5\x80\x80\x80", // a surrogate, and other bytes that are not UTF-8
		"e" + strings.Repeat("\u0301", 100),
	}
	for r := rune(0); r < 0xa0; r++ {
		if unicode.IsControl(r) {
			texts = append(texts, string(r))
		}
	}
	for _, part := range []struct{ from, to rune }{
		{0x200b, 0x200f}, {0x202a, 0x202e}, {0x2066, 0x206f}, {0x061c, 0x061c}, {0xfff9, 0xfffb},
	} {
		for r := part.from; r <= part.to; r++ {
			texts = append(texts, string(r))
		}
	}
	return texts
}

// fields is a record whose fields are aliases of a text, of a link that ends in it, of one whose host it is, and of
// another spelling of it. Package load holds that no field is left out.
//
//go:embed every-field.yaml
var fields string

// EveryField returns a record in which every field of every kind of record holds text.
func EveryField(text string) string {
	quote := strconv.QuoteToASCII // YAML reads what Go writes
	if !utf8.ValidString(text) {
		quote = func(s string) string { return `"` + s + `"` }
	}
	return fmt.Sprintf("hostile: [&text %s, &link %s, &host %s, &also %s]\n%s\n#%s\n",
		quote(text), quote("https://example.org/"+text), quote("https://"+text+".example/"), quote(text+"!"), fields,
		strings.Repeat(" text", 2000)) // so that the bytes that are not UTF-8 are few
}
