package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/ui/draw"
	"dateline/ui/layout"
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

// TestUnusualTextStaysInItsCells opens a record of unusual texts at every size: no row is wider than the screen, and
// what divides list and detail is in the same cell of every row.
func TestUnusualTextStaysInItsCells(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		var settings []setting
		if ascii {
			settings = append(settings, inASCII())
		}
		d := open(t, 1, 1, append(settings, yaml(unusual))...)
		heights := []int{1, 10, 40}
		if long() {
			heights = []int{1, 2, 5, 10, 24, 40}
		}
		for _, w := range []int{1, 2, 3, 5, 8, 13, 20, 21, 24, 34, 40, 60, 79, 80, 99, 100, 101, 120, 121, 160, 200, 300} {
			for _, h := range heights {
				d.home().press("g")
				d.resize(w, h)
				for _, k := range []string{
					"j", "j", "j", "j", "enter", "tab", "tab", "tab", "J", "esc", "esc", "1", "a", "esc",
					"u", "G", "?", "esc",
				} {
					d.press(k).fits().straight()
				}
			}
		}
	}
}

// straight fails unless the line between list and detail is at the same cell of every row.
func (d *driver) straight() *driver {
	d.t.Helper()
	s := d.layout()
	if s.Shape != layout.Beside || d.mode() == inBox || d.mode() == inProblems {
		return d
	}
	for y, row := range d.lines()[s.Panes.Min.Y:s.Panes.Max.Y] {
		left := draw.Clip(row, s.Split.Min.X, "")
		if got, want := strings.TrimPrefix(row, left),
			" "+d.theme().Glyphs.Vertical; draw.Cells(left) != s.Split.Min.X || !strings.HasPrefix(got, want) {
			d.t.Fatalf("row %d of %v: the line is not at cell %d: %q", y, d.size(), s.Split.Min.X+1, row)
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
