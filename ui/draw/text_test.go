package draw

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"dateline/timeline/sanitize"
)

// anyText is made of what has an unusual width.
var anyText = rapid.StringOfN(rapid.OneOf(
	rapid.SampledFrom([]rune("abc xyz,;–—-.\t\n  日本語ｱ１ａ\u0301\u0323\u200d\ufe0f\u200b\u202e\u2068"+
		"❤☎👨👩👧🏽🇺🇦🇯שלוםمحمدनिதிกำ\u0600\u0605\u0e33ᄀ가🏽각각\U0001F3F4\x1b\x9b")),
	rapid.Rune()), 0, 60, -1)

// widest returns the cells that a text with its sequences takes where a terminal takes the most: one that measures a
// character as a whole, one that adds up the code points, or the program.
func widest(text string) int {
	n := 0
	for i, part := range strings.Split(text, "\x1b") {
		if i > 0 {
			part = ansi.Strip("\x1b" + part)
		}
		n += Cells(strings.NewReplacer(string(isolate), "", string(endIsolate), "").Replace(part))
	}
	return max(n, ansi.StringWidth(text))
}

func TestCutFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := sanitize.Line(anyText.Draw(t, "s")), rapid.IntRange(0, 30).Draw(t, "w")
		if got := Cut(s, w, "…"); widest(got) > w {
			t.Fatalf("%q cut to %d is %q, %d cells", s, w, got, widest(got))
		}
	})
}

// TestNoTerminalTakesMoreThanWeThink measures what terminals differ about.
func TestNoTerminalTakesMoreThanWeThink(t *testing.T) {
	for text, want := range map[string]int{
		"👨\u200d👩\u200d👧\u200d👦": 8, "👍🏽": 4, "🇺🇦": 2, "🇺": 2, "1\ufe0f\u20e3": 2, "❤\ufe0f": 2, "⚡\ufe0f": 2, "🏳\ufe0f\u200d🌈": 4,
		strings.Repeat("\x80", 1000): 1000, "กำ": 2, "का": 2, "क\u094dष": 2, "e\u0301": 1, "각": 2, "\u1100\u1161": 2, "日本": 4, "Київ": 4, "": 0,
	} {
		if got := Cells(text); got != want {
			t.Errorf("%q is %d cells, want %d", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Map(func(r rune) rune {
			if isJamo(r) { // of these the library is not right
				return -1
			}
			return r
		}, sanitize.Line(anyText.Draw(t, "s")))
		if Cells(s) < ansi.StringWidth(s) || Cells(s) < ansi.StringWidthWc(s) {
			t.Fatalf("%q is %d cells, and %d or %d in a terminal", s, Cells(s), ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
	})
}

// TestFitIsSafeAndSaysThatItIsCut holds for any text, and for a letter with more marks than are shown.
func TestFitIsSafeAndSaysThatItIsCut(t *testing.T) {
	th := NewTheme(Looks{})
	rapid.Check(t, func(t *rapid.T) {
		s, w := anyText.Draw(t, "s"), rapid.IntRange(-1, 30).Draw(t, "w")
		got := th.Fit(s, w)
		if Cells(got) > max(w, 0) || got != sanitize.Line(got) {
			t.Fatalf("%q fitted to %d is %q, %d cells", s, w, got, Cells(got))
		}
	})
	for _, s := range []string{"a long road", "road" + strings.Repeat("\u0301", 1000) + " goes on"} {
		if got := th.Fit(s, 7); !strings.HasSuffix(got, "…") {
			t.Errorf("%.20q fitted to 7 is %q, which does not say that there is more", s, got)
		}
	}
}

func TestWrapFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := anyText.Draw(t, "s"), rapid.IntRange(2, 30).Draw(t, "w")
		for _, line := range Paragraphs(s, w) {
			if widest(line) > w {
				t.Fatalf("%q wrapped at %d has a line of %d cells: %q", s, w, widest(line), line)
			}
		}
	})
}

// TestWrapLosesNoLetter puts the lines together again: only blanks are missing, and joiners with nothing to join.
func TestWrapLosesNoLetter(t *testing.T) {
	bare := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune(joiners, r)
		}), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		s, w := sanitize.Text(anyText.Draw(t, "s")), rapid.IntRange(1, 30).Draw(t, "w")
		if lines := Wrap(s, w); bare(strings.Join(lines, "")) != bare(s) {
			t.Fatalf("%q wrapped at %d is %q", s, w, lines)
		}
	})
}

// TestWrapIsThatOfTheLibrary wraps words as the library does that knows but one way to measure.
func TestWrapIsThatOfTheLibrary(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("abcdeéїü")), 1, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 0, 20).Draw(t, "words")
		text := strings.Join(words, rapid.SampledFrom([]string{" ", "  ", "\n"}).Draw(t, "between"))
		w := rapid.IntRange(1, 30).Draw(t, "w")
		if got, want := strings.Join(Wrap(text, w), "\n"), ansi.Wrap(text, w, ""); got != want {
			t.Fatalf("%q wrapped at %d is %q, want %q", text, w, got, want)
		}
	})
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want []string
	}{
		{"on 2025-09-08 he said", 10, []string{"on", "2025-09-08", "he said"}},
		{"a well-known town", 8, []string{"a well-", "known", "town"}},
		{"a well-known", 6, []string{"a", "well-", "known"}},
		{"one  two ", 4, []string{"one", "two "}},
		{"four ", 4, []string{"four"}},
		{"a\u00a0b c", 3, []string{"a\u00a0b", "c"}},
		{"می\u200cخواهم", 2, []string{"می", "خو", "اه", "م"}},
		{"👨\u200d👩\u200d👧\u200d👦 family", 8, []string{"👨\u200d👩\u200d👧\u200d👦", "family"}},
		{"👨\u200d👩\u200d👧\u200d👦", 5, []string{"👨\u200d👩", "👧\u200d👦"}},
		{"", 5, []string{""}},
		{"text", 0, nil},
	} {
		if got := Wrap(c.text, c.w); !slices.Equal(got, c.want) {
			t.Errorf("%q wrapped at %d is %q, want %q", c.text, c.w, got, c.want)
		}
	}
}

// TestDrawIsAsWideAsAsked draws any texts, padded, in any style.
func TestDrawIsAsWideAsAsked(t *testing.T) {
	th := NewTheme(Looks{})
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(0, 40).Draw(t, "w")
		var spans []Span
		for range rapid.IntRange(0, 5).Draw(t, "spans") {
			st := rapid.SampledFrom([]Style{"", th.Strong, th.Match}).Draw(t, "style")
			spans = AppendColumn(spans, st.Span(anyText.Draw(t, "text")))
		}
		var b strings.Builder
		th.Draw(&b, spans, w, rapid.SampledFrom([]Style{"", th.Selected}).Draw(t, "row"), true)
		if got := widest(b.String()); got != w {
			t.Fatalf("%d cells, want %d: %q", got, w, b.String())
		}
		if strings.Count(b.String(), string(isolate)) != strings.Count(b.String(), string(endIsolate)) {
			t.Fatalf("an isolate is not ended: %q", b.String())
		}
	})
}

// TestCharactersDoNotJoinOverASeam draws texts of which the last character of one would join the first of the next, and
// what would join the blanks of the padding.
func TestCharactersDoNotJoinOverASeam(t *testing.T) {
	th := NewTheme(Looks{})
	for _, c := range []struct {
		name  string
		texts []string
	}{
		{"an Arabic mark before the padding", []string{"x\u0605"}},
		{"an Arabic mark before a blank", []string{"x\u0600", " y"}},
		{"a Thai vowel after a blank", []string{" ", "\u0e33"}},
		{"a skin tone after a blank", []string{" ", "🏽 hand"}},
		{"the halves of a flag", []string{"🇺🇦🇺", "🇦"}},
		{"the letters of a syllable", []string{"\u1100", "\u1161"}},
		{"none of these", []string{"one", " two", "…", "│"}},
	} {
		for _, row := range []Style{"", th.Selected} {
			for _, st := range []Style{"", th.Strong} {
				var spans []Span
				sum := 0
				for _, text := range c.texts {
					spans = append(spans, st.Span(text))
					sum += Cells(text)
				}
				var b strings.Builder
				th.Draw(&b, append(spans, Plain("")), 20, row, true)
				if got := ansi.StringWidth(b.String()); got != 20 {
					t.Errorf("%s: %d cells, want 20: %q", c.name, got, b.String())
				}
				b.Reset()
				th.Draw(&b, spans, 20, row, false)
				if got := ansi.StringWidth(b.String()); got != sum {
					t.Errorf("%s: %d cells, and counted were %d: %q", c.name, got, sum, b.String())
				}
			}
		}
	}
}

// TestPlainCellsAreOneCellEach holds the table of certain widths against the library that terminals agree with.
func TestPlainCellsAreOneCellEach(t *testing.T) {
	for r := rune(' '); r < 0x3000; r++ {
		if n, ok := plainCells(string(r)); ok && (n != 1 || ansi.StringWidth(string(r)) != 1) {
			t.Errorf("%q is %d cells wide, not one", r, ansi.StringWidth(string(r)))
		}
	}
}

// TestKeycapsFit cuts and wraps digits in a box, which take two cells each.
func TestKeycapsFit(t *testing.T) {
	const keycap = "1\ufe0f\u20e3"
	row := strings.Repeat(keycap, 10)
	if got, want := Clip(row, 7, ""), strings.Repeat(keycap, 3); got != want {
		t.Errorf("clipped to 7 cells: %q, want %q", got, want)
	}
	if got, want := Cut(row, 8, "…"), strings.Repeat(keycap, 3)+"…"; got != want {
		t.Errorf("cut to 8 cells: %q, want %q", got, want)
	}
	for w := 2; w <= 21; w++ {
		lines := Wrap("ten: "+row, w)
		for _, line := range lines {
			if line == "" || Cells(line) > w {
				t.Errorf("wrapped at %d: %q has %d cells", w, line, Cells(line))
			}
		}
		if got := strings.Join(lines, ""); !strings.HasSuffix(got, row) {
			t.Errorf("wrapped at %d: %q", w, lines)
		}
	}
}

// Texts of plain characters are clipped by counting them, as others are by measuring them.
func TestClipPlainIsClip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aZ é─…Київ漢\u0301\u200d")), 0, 20, -1).Draw(t, "text")
		w := rapid.IntRange(-1, 22).Draw(t, "width")
		more := rapid.SampledFrom([]string{"", "…", "..."}).Draw(t, "more")
		if short, ok := clipPlain(text, w, more); ok && short != ansi.Truncate(text, w, more) {
			t.Fatalf("in %d cells %q is %q, want %q", w, text, short, ansi.Truncate(text, w, more))
		}
	})
}

// Without UTF-8 a text has the width that room was made for: what comes after a flag stays where it is.
func TestQuestionMarksKeepTheWidth(t *testing.T) {
	for _, s := range []string{"🇺🇦", "👨‍👩‍👧‍👦", "1\ufe0f\u20e3", "e\u0301", "❤️", "👧🏽", "日本", "각", "กำ", "\U0001F3F4"} {
		if got := questioned(s); Cells(got) != Cells(s) || strings.ContainsFunc(got, func(r rune) bool { return r > '~' }) {
			t.Errorf("%q of %d cells is %q", s, Cells(s), got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := sanitize.Line(anyText.Draw(t, "text"))
		if got := questioned(s); Cells(got) != Cells(s) {
			t.Fatalf("%q of %d cells is %q", s, Cells(s), got)
		}
	})
}
