package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// unusual is a record full of texts whose width is not their number of letters.
var unusual = `title: "日本語の記録 👨‍👩‍👧‍👦 שלום"
actors:
  - {id: wide, name: "東京電力ホールディングス株式会社", kind: organization}
  - {id: hebrew, name: "בנימין נתניהו", kind: person}
  - {id: arabic, name: "محمد بن سلمان", kind: person}
  - {id: family, name: "👨‍👩‍👧‍👦 Family 👩🏽‍🚀", kind: group}
  - {id: accents, name: "Zalgo ` + "z" + strings.Repeat("\u0301", 40) + `"}
events:
  - date: 2025-01-01
    title: "東京電力ホールディングス株式会社が福島第一原子力発電所の事故について発表した"
    type: 会議
    location: 東京都千代田区
    actors: [{actor: wide, role: 主催者}, family]
    tags: [日本, 電力, "👍🏽"]
    summary: "これは長い要約です。スペースがないので、どこでも改行できます。🇯🇵🇺🇦🇺🇸 の旗があります。"
    quotes: [{by: wide, text: "申し訳ありません"}]
    figures: [{label: 人, value: "１２"}, {label: "👩‍👩‍👧 家族", value: "3"}]
    claims: [{by: wide, text: 安全だと言った}, {by: hebrew, text: "הכול בסדר"}]
  - date: 2025-01-02
    title: "נתניהו נפגש עם ביידן בוושינגטון, והשניים דיברו 3 שעות"
    type: פגישה
    location: "וושינגטון"
    actors: [hebrew, arabic]
    summary: "הפגישה נמשכה שעות. المحادثات كانت طويلة."
  - date: 2025-01-03
    title: "محمد بن سلمان يستقبل الوفد في الرياض (2025)"
    actors: [arabic, {actor: hebrew, role: "אורח"}]
  - date: 2025-01-04
    title: "❤️ ☎️ ✈️ VS16 👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈 and flags 🇺🇦🇯🇵🇺🇸🇫🇷🇩🇪 one after the other 🇺🇦🇯🇵🇺🇸🇫🇷🇩🇪🇺🇦🇯🇵🇺🇸"
    actors: [family, accents]
    summary: "Combining: é` + strings.Repeat("\u0301\u0323", 60) + ` and Hindi नमस्ते दुनिया, Tamil நி, Thai ภาษาไทยไม่มีช่องว่าง."
  - date: 2025-01-05
    title: "Tab\there, and Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlungsprotokollführerin"
    location: "` + strings.Repeat("long", 60) + `"
    tags: ["` + strings.Repeat("wide宽", 30) + `"]
    actors: [wide, "` + strings.Repeat("Unbreakable", 20) + `"]
    summary: "` + strings.Repeat("https://example.org/", 20) + `"
`

// TestUnusualTextStaysInItsCells opens a record of unusual texts at every size: no row is wider than the screen, and what
// divides list and detail stands in the same cell of every row.
func TestUnusualTextStaysInItsCells(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		var settings []setting
		if ascii {
			settings = append(settings, inASCII())
		}
		d := open(t, 1, 1, append(settings, yaml(unusual))...)
		for _, w := range []int{1, 2, 3, 5, 8, 13, 20, 21, 24, 34, 40, 60, 79, 80, 99, 100, 101, 120, 121, 160, 200, 300} {
			for _, h := range []int{1, 2, 5, 10, 24, 40} {
				d.press("esc", "esc", "g")
				d.m.size.X, d.m.size.Y = w, h
				for _, k := range []string{"j", "j", "j", "j", "enter", "tab", "tab", "tab", "J", "esc", "esc", "1", "a", "esc", "u", "G", "?", "esc"} {
					d.press(k).fits().straight()
				}
			}
		}
	}
}

// straight fails unless the line between list and detail is at the same cell of every row.
func (d *driver) straight() *driver {
	d.t.Helper()
	s := d.m.layout()
	if s.shape != beside || d.m.mode == inHelp || d.m.mode == inProblems {
		return d
	}
	for y, row := range d.lines()[s.panes.Min.Y:s.panes.Max.Y] {
		left := ansi.Truncate(row, s.split.Min.X, "")
		if got, want := strings.TrimPrefix(row, left), " "+d.m.theme.glyphs.vertical; ansi.StringWidth(left) != s.split.Min.X || !strings.HasPrefix(got, want) {
			d.t.Fatalf("row %d of %v: the line is not at cell %d: %q", y, d.m.size, s.split.Min.X+1, row)
		}
	}
	return d
}

func TestGoldenUnusualScreens(t *testing.T) {
	for _, s := range sizes {
		for n := range 5 {
			if n > 0 && s.w < 120 {
				continue
			}
			d := open(t, s.w, s.h, yaml(unusual)).press(strings.Split(strings.Repeat("j", n), "")...).fits().straight()
			golden(t, fmt.Sprintf("screens/unusual-%d-%dx%d.golden", n+1, s.w, s.h), trimmed(d.lines()))
		}
	}
}

// anyText is made of what has an unusual width.
var anyText = rapid.StringOfN(rapid.OneOf(
	rapid.SampledFrom([]rune("abc xyz,;–—-.\t\n  日本語ｱ１ａ\u0301\u0323\u200d\ufe0f\u200b\u202e\u2068❤☎👨👩👧🏽🇺🇦🇯שלוםمحمدनिதிกำ각각\U0001F3F4\x1b\x9b")), rapid.Rune()), 0, 60, -1)

func TestCutFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := anyText.Draw(t, "s"), rapid.IntRange(0, 30).Draw(t, "w")
		if got := cut(s, w, "…"); cells(got) > w {
			t.Fatalf("%q cut to %d is %q, %d cells", s, w, got, cells(got))
		}
	})
}

func TestWrapFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := anyText.Draw(t, "s"), rapid.IntRange(2, 30).Draw(t, "w")
		for _, line := range paragraphs(s, w) {
			if cells(line) > w {
				t.Fatalf("%q wrapped at %d has a line of %d cells: %q", s, w, cells(line), line)
			}
		}
	})
}

// TestKeycapsFit cuts and wraps digits in a box, which take two cells each.
func TestKeycapsFit(t *testing.T) {
	const keycap = "1\ufe0f\u20e3"
	row := strings.Repeat(keycap, 10)
	if got, want := clip(row, 7, ""), strings.Repeat(keycap, 3); got != want {
		t.Errorf("clipped to 7 cells: %q, want %q", got, want)
	}
	if got, want := cut(row, 8, "…"), strings.Repeat(keycap, 3)+"…"; got != want {
		t.Errorf("cut to 8 cells: %q, want %q", got, want)
	}
	for w := 2; w <= 21; w++ {
		lines := wrap("ten: "+row, w)
		for _, line := range lines {
			if line == "" || cells(line) > w {
				t.Errorf("wrapped at %d: %q has %d cells", w, line, cells(line))
			}
		}
		if got := strings.Join(lines, ""); !strings.HasSuffix(got, row) {
			t.Errorf("wrapped at %d: %q", w, lines)
		}
	}
}

// TestDrawIsAsWideAsAsked draws any texts, padded, in any style. Each begins with a letter: columns do, and one that began
// in the middle of a cluster would join the one before.
func TestDrawIsAsWideAsAsked(t *testing.T) {
	th := newTheme(0, true, false)
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(0, 40).Draw(t, "w")
		var spans []span
		for range rapid.IntRange(0, 5).Draw(t, "spans") {
			spans = appendIsolated(spans, span{"x" + anyText.Draw(t, "text"), rapid.SampledFrom([]style{"", th.strong, th.match}).Draw(t, "style")})
		}
		var b strings.Builder
		th.draw(&b, spans, w, rapid.SampledFrom([]style{"", th.selected}).Draw(t, "row"), true)
		if got := ansi.StringWidth(b.String()); got != w {
			t.Fatalf("%d cells, want %d: %q", got, w, b.String())
		}
		if strings.Count(b.String(), string(isolate)) != strings.Count(b.String(), string(endIsolate)) {
			t.Fatalf("an isolate is not ended: %q", b.String())
		}
	})
}

// TestPlainCellsAreOneCellEach holds the table of certain widths against the library that terminals agree with.
func TestPlainCellsAreOneCellEach(t *testing.T) {
	for r := rune(' '); r < 0x3000; r++ {
		if n, ok := plainCells(string(r)); ok && (n != 1 || ansi.StringWidth(string(r)) != 1) {
			t.Errorf("%q is %d cells wide, not one", r, ansi.StringWidth(string(r)))
		}
	}
}
