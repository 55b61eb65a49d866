package record

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/testrecord"
)

// traps are texts that YAML or a program that reads it takes for something else.
var traps = []string{
	"", " ", "1", "1.10", "1.0", "-0", "0.5", "-1.25", "True", "FALSE", "Yes", "on", "NULL", "007", "0b1", "no", "No", "y", "off", "true", "null", "~", "1e3", "1_000", "0x1F", "010", "0o7", "12:30:45", "1:30", ".5", "+1",
	".inf", "-.Inf", ".NaN", "2025-01-01", "2025-01-01 10:00:00", "2025-01-01T10:00:00Z", "<<", "=", "@name", "%x", "`code`",
	"&a", "*b", "!c", "| d", "> e", "- f", "-", "--", "---", "--- x", "...", "? g", "?", ":", ": h", "a: b", "a:", "a #b", "#c",
	"[Draft] A talk", "[[Wiki link]]", "{x", "x}", "\"Quoted\" and more", "it's", "'", "a\\b", "\ttab", "a\tb", "end ", " lead",
	"a\u00a0", "\u00a0b", "a\u2028b", "a\u0085b", "\ufeff", "\x00", "\x1b[2J", "a\r\nb", "a\nb", "a\n\nb", "\na", "a\n",
	"a\n  b", "a \nb", "  a\nb", "👩‍👩‍👧 family", "Зеленський", "Киев: а", "a,b", "a, b", "{a, b}", "https://example.org/x?y=z#w",
	strings.Repeat("word ", 60) + "end", strings.Repeat("x", 300) + "  " + strings.Repeat("y z ", 80) + "end",
	strings.Repeat("one long paragraph ", 20) + "end\n\n" + strings.Repeat("and another ", 20) + "end",
	"\uffff", "\U0010ffff", "a\u200bb", "\u202e",
}

// Whatever a text is, it is read back to the same by a reader of YAML, in every place where it is written.
func TestTextsAreReadBack(t *testing.T) {
	for _, s := range append(traps, testrecord.Hostile()...) {
		checkText(t, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		signs := rapid.RuneFrom([]rune("\n\n  \t:#-?,[]{}&*!|>'\"%@`\\~.=<01e+_yYnoNxT\u00a0\u2028\u0085\u200dé"))
		checkText(t, rapid.StringOf(rapid.OneOf(rapid.Rune(), signs, signs)).Draw(t, "text"))
	})
}

func checkText(t interface {
	Errorf(string, ...any)
}, s string,
) {
	want := strings.ToValidUTF8(s, "\ufffd")
	if !utf8.ValidString(s) {
		want = string([]rune(s)) // each byte by itself
	}
	for what, text := range map[string]string{
		"block":   "k: " + string(appendText(nil, s, inBlock, asText)) + "\n",
		"written": "k: " + string(appendText(nil, s, inBlock, asWritten)) + "\n",
		"flow":    "k: [" + string(appendText(nil, s, inFlow, asText)) + ", b]\n",
		"map":     "k: {a: " + string(appendText(nil, s, inFlow, asText)) + "}\n",
		"prose":   "k: " + string(appendProse(nil, s, 3, 2, asText)) + "l: m\n",
		"last":    "k: " + string(appendProse(nil, s, 3, 2, asText)),
		"item":    "k:\n  - " + string(appendProse(nil, s, 4, 4, asText)) + "  - b\n",
		"key":     keyed(s),
	} {
		var n yaml.Node
		if err := yaml.Unmarshal([]byte(text), &n); err != nil {
			t.Errorf("%q as %s: %v in %q", s, what, err, text)
			continue
		}
		found := n.Content[0].Content[1]
		switch what {
		case "key":
			found = n.Content[0].Content[0]
		case "flow", "item":
			found = found.Content[0]
		case "map":
			found = found.Content[1]
		}
		if found.Value != want || what != "written" && found.ShortTag() != "!!str" {
			t.Errorf("%q as %s is read as %s %q: %q", s, what, found.ShortTag(), found.Value, text)
		}
		if what == "written" && !keptByOthers(found) {
			t.Errorf("%q is written as %q, which another program would write otherwise", s, text)
		}
	}
}

// Days and moments that are none are in quotes, since readers that know dates refuse them; so are numbers that some
// read with another base. Lists and maps that readers refuse are texts.
func TestWhatOthersRefuseIsInQuotes(t *testing.T) {
	for s, plain := range map[string]bool{
		"2025-02-28": true, "2025": true, "2025-02": true, "2025-09-08T10:00": true, "2025-09-08T10:00:00Z": true,
		"2025-09-08T10:00:00+03:00": true, "2025-09-08/2025-09-29": true, "-500": true,
		"2025-02-30": false, "2025-13-01": false, "0000-01-01": false, "2025-9-8": false, "2025-09-08T25:00:00": false,
		"2025-09-08T10:00:00+24:00": false, "0044": false, "-0044": false,
	} {
		b := block{}
		b.date("k", s)
		if want := "k: " + s + "\n"; (string(b.text) == want) != plain {
			t.Errorf("%s as a date is written %q", s, b.text)
		}
		if got := string(appendText(nil, s, inBlock, asWritten)); (got == s) != plain {
			t.Errorf("%s is written %s", s, got)
		}
	}
	for value, want := range map[string]shape{
		"{a: b}": flowShape, "[a, b]": flowShape, "- a\n- b": blockShape, "{a: 2025-02-28}": flowShape,
		"[[a|b]]": textShape, "[[a]]": textShape, "[a, [[b]]]": textShape, "{a: 2025-02-30}": textShape, "- =\n- a": textShape,
		"{a: 1, a: 2}": textShape, "[a: 2025-01-01T25:00:00]": textShape, "a: 1\na: 2": textShape, "{[a]: b}": textShape,
	} {
		if got := shapeOf(value); got != want {
			t.Errorf("%q has shape %d, want %d", value, got, want)
		}
	}
}

func keyed(s string) string {
	b := block{}
	b.key(s)
	return string(append(b.text, " x\n"...))
}

// keptByOthers reports whether a program that knows numbers and truth values, but not how they were written, has the
// text of a value all the same.
func keptByOthers(n *yaml.Node) bool {
	switch n.ShortTag() {
	case "!!str", "!!timestamp":
		return true
	case "!!int", "!!float":
		number, err := strconv.ParseFloat(n.Value, 64)
		return err == nil && strconv.FormatFloat(number, 'f', -1, 64) == n.Value
	}
	return false
}
