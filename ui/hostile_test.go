package ui

import (
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dateline/timeline/family"
	"dateline/timeline/testrecord"
	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// hostileTexts are those of testrecord, several at a time, and texts that only a screen finds hard.
func hostileTexts() []string {
	texts := []string{
		"a\u200db\u200b\u2060\ufeff", "\u202eevil\u2066\u2069\u200f\u061c",
		strings.Repeat("e\u0301\u0302", 3) + strings.Repeat("\u0301", 40),
		strings.Repeat("👩\u200d", 40), strings.Repeat("\u0e33", 40), strings.Repeat("\u1100", 40),
		strings.Repeat("क\u094d", 40),
		strings.Repeat("日本", 40), strings.Repeat("🇺", 41), "\u0600\u0600", "عربي עברית",
	}
	for some := range slices.Chunk(testrecord.Hostile(), 12) {
		texts = append(texts, strings.Join(some, " "))
	}
	return append(texts, strings.Join(texts, " "))
}

// hostileFile opens the screen on such a record, whose file is named so too.
func hostileFile(text string) setting {
	return func(o *Options, _ *draw.Looks) {
		o.Load, o.Name = loading(file("record "+text+".yaml", testrecord.EveryField(text))), text
	}
}

// hyperlinkPattern is the one OSC sequence of a frame: a hyperlink to a web address, or its end.
var hyperlinkPattern = regexp.MustCompile(`\x1b\]8;;(https?://[!-~]*)?\x1b\\`)

// isolated is a column of right-to-left text with our own marks around it.
var isolated = regexp.MustCompile("\u2068([^\n\u2068\u2069]*)\u2069")

// looks takes the looks of a theme out of a frame.
func looks(th *draw.Theme) *strings.Replacer {
	list := []string{draw.Reset, ""}
	for fields, i := reflect.ValueOf(*th), 0; i < fields.NumField(); i++ {
		if fields.Field(i).Type() == reflect.TypeFor[draw.Style]() && fields.Field(i).String() != "" {
			list = append(list, fields.Field(i).String(), "")
		}
	}
	for f, st := range th.Families {
		if st != "" {
			list = append(list, string(st), "")
		}
		for above := range th.Families {
			if st, ok := th.Stack(family.Family(f), family.Family(above)); ok {
				list = append(list, string(st), "")
			}
		}
	}
	for _, attributes := range []string{"1", "3", "4"} { // what a reversed row leaves of them
		list = append(list, "\x1b["+attributes+"m", "")
	}
	return strings.NewReplacer(list...)
}

// foreign returns the first sequence or character in a frame that is not ours, or "".
func foreign(ours *strings.Replacer, frame string) string {
	for line := range strings.SplitSeq(frame, "\n") {
		open := false
		for _, link := range hyperlinkPattern.FindAllStringSubmatch(line, -1) {
			if open == (link[1] != "") {
				return "a hyperlink that does not end: " + line
			}
			open = !open
		}
		if open {
			return "a hyperlink that goes on: " + line
		}
	}
	frame = columnMove.ReplaceAllString(hyperlinkPattern.ReplaceAllString(frame, ""), "")
	return unsafe(ours.Replace(isolated.ReplaceAllString(frame, "$1")))
}

// unsafe returns the first character that a terminal would obey or that cannot be seen, quoted. It does not ask package
// sanitize, which it tests.
func unsafe(text string) string {
	if !utf8.ValidString(text) {
		return "bytes that are not UTF-8"
	}
	for _, r := range text {
		joiner := r == '\u200c' || r == '\u200d'
		if r != '\n' && !joiner && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) &&
			(unicode.IsControl(r) || !unicode.IsGraphic(r) ||
				unicode.In(r, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point)) {
			return fmt.Sprintf("%U", r)
		}
	}
	return ""
}

// A walk goes through the events with all their links, and with everyKey through every screen there is, and looks at
// each.
func walk(d *driver, everyKey bool, look func(where string)) {
	d.press("home")
	events := 1
	if everyKey {
		events = d.listed()
	}
	for n := range events {
		look(fmt.Sprintf("event %d in the list", n))
		for range 400 {
			d.press("tab")
			look("a link of the detail")
			if d.mode() != inDetail {
				break
			}
		}
		d.press("enter", "pgdown")
		look("further down the detail")
		d.press("end", "1")
		look("filtered by the first actor")
		d.press("u", "esc", "esc", "y")
		look("copied")
		d.press("o")
		look("opened")
		d.press("e")
		look("edited")
		d.press("down")
	}
	if !everyKey {
		return
	}
	for _, key := range anyKey { // of which each opens its screen
		d.press(key)
		look(key)
		d.press("down", "enter")
		look(key + " and Enter")
		for range 5 {
			d.press("esc")
		}
		look("out of " + key)
	}
}

// No byte of a record is obeyed by the terminal, wherever the record has it and whichever screen shows it.
func TestNothingHostileReachesTheScreen(t *testing.T) {
	texts := hostileTexts()
	for n, text := range texts {
		for s, size := range [][2]int{{60, 20}, {200, 60}} {
			for c, colours := range []setting{in256, func(*Options, *draw.Looks) {}} {
				if all := n == len(texts)-1; all && (s != c || s > 0 && !long()) || !all && 2*s+c != n%4 {
					continue // each in one way; all together at the small size, and with LONG=1 at both
				}
				d := open(t, size[0], size[1], hostileFile(text), colours, func(o *Options, _ *draw.Looks) {
					o.OpenURL = func(address string) error { return errors.New("cannot open " + address + text) }
				})
				ours := looks(d.fits().theme())
				if d.record().Len() < 3 || len(d.problems()) < 10 {
					t.Fatalf("%q: only %d events and %d problems", text, d.record().Len(), len(d.problems()))
				}
				walk(d, n == len(texts)-1, func(where string) {
					d.fits()
					if what := foreign(ours, d.frame()); what != "" {
						t.Fatalf("%q, %s: %s in\n%q", text, where, what, d.frame())
					}
				})
				d.press("/")
				d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
				if what := foreign(ours, d.fits().frame()); what != "" {
					t.Fatalf("%q, pasted: %s in\n%q", text, what, d.frame())
				}
				d.send(saidMsg{text})
				d.send(editedMsg{errors.New(text)})
				if what := foreign(ours, d.fits().frame()); what != "" {
					t.Fatalf("%q, in a notice: %s in\n%q", text, what, d.frame())
				}
				d.checkClipboard(text)
			}
		}
	}
}

// checkClipboard holds that all that was written beside the frames is OSC 52, and that what it carries is safe to
// paste.
func (d *driver) checkClipboard(what string) {
	d.t.Helper()
	rest := d.out.String()
	for rest != "" {
		body, after, ok := strings.Cut(strings.TrimPrefix(rest, "\x1b]52;c;"), "\x07")
		text, err := base64.StdEncoding.DecodeString(body)
		if !ok || err != nil || !strings.HasPrefix(rest, "\x1b]52;c;") {
			d.t.Fatalf("%q: beside the frames: %.200q", what, rest)
		}
		if found := unsafe(string(text)); found != "" {
			d.t.Fatalf("%q: %s is sent to the clipboard", what, found)
		}
		rest = after
	}
}

// Every text is sanitised, and not only the ones that hold something now: what the theme draws is what is drawn.
func TestMegabytesCostNoMoreThanWhatIsSeenOfThem(t *testing.T) {
	for name, letters := range map[string]string{
		"ascii": "word ", "Cyrillic": "їжак ", "one cell": "ก\u0e33",
		"joined": "👩\u200d",
	} {
		text := strings.Repeat(letters, 1<<20/len(letters))
		d := open(t, 120, 40,
			yaml("- {date: 2025-01-01, title: \""+text+"\", location: \""+text+"\", actors: [\""+text+"\"]}\n"))
		if n := len(d.fits().frame()); n > 120*40*40 { // a letter with all its marks takes 40 bytes
			t.Errorf("%s: a frame of %d bytes", name, n)
		}
		d.press("y")
		if d.out.Len() > 128<<10 {
			t.Errorf("%s: %d bytes for the clipboard", name, d.out.Len())
		}
		d.see("too long for the clipboard of a terminal", "bytes of at most 74,994")
	}
}

// A link leads where it says: the host in front, as ASCII, with only web addresses among them.
func TestHyperlinks(t *testing.T) {
	record := `- date: 2025-01-01
  title: One
  sources:
    - {title: Plain, url: "https://example.org/a?b=c"}
    - {title: Homograph, url: "https://аpple.com/їжак"}
    - {title: Trick, url: "https://example.org@evil.example/"}
    - {title: Script, url: "javascript:alert(1)"}
    - {title: Escape, url: "https://example.org/\e]8;;https://evil.example\e\\"}
    - {title: Long, url: "https://example.org/` + strings.Repeat("x", 3000) + `"}
`
	var opened []string
	d := open(t, 120, 40, yaml(record), in256, func(o *Options, _ *draw.Looks) {
		o.OpenURL = func(address string) error { opened = append(opened, address); return nil }
	})
	var links []string
	for _, link := range hyperlinkPattern.FindAllStringSubmatch(d.frame(), -1) {
		if link[1] != "" {
			links = append(links, link[1])
		}
	}
	want := []string{"https://example.org/a?b=c", "https://xn--pple-43d.com/%D1%97%D0%B6%D0%B0%D0%BA"}
	if fmt.Sprint(links) != fmt.Sprint(want) {
		t.Errorf("links %q, want %q", links, want)
	}
	d.see("example.org/a?b=c", "xn--pple-43d.com/%D1%97").fits()
	d.press("tab", "tab")
	if frame := d.frame(); !strings.Contains(frame, "\x1b]8;;"+want[1]+"\x1b\\"+string(d.theme().Selected)) {
		t.Errorf("the link in focus is none:\n%q", frame)
	}
	d.press("enter").see("opening xn--pple-43d.com/")
	if len(opened) != 1 || opened[0] != want[1] {
		t.Errorf("opened %q", opened)
	}
	if got := ansi.Strip(d.frame()); strings.ContainsAny(got, "\x1b\a") {
		t.Errorf("%q", got)
	}
	if th := draw.NewTheme(terminal.Looks([]string{"TERM=linux"}, "", false)); th.Hyperlink(want[0]) != th.Link {
		t.Error("the Linux console gets hyperlinks")
	}
}

// An event that has thousands of everything is drawn, read and left like any other.
func TestHugeEvent(t *testing.T) {
	const n = 3000
	many := func(format string) string {
		var list strings.Builder
		for i := range n {
			fmt.Fprintf(&list, format, i)
		}
		return list.String()
	}
	record := "events:\n- {date: 2025-01-01, title: Before, actors: [a0], figures: [{label: drones, value: 1}]}\n" +
		"- date: 2025-01-02\n  title: " + strings.Repeat("huge e\u0301 漢 ", n) + "\n  summary: |\n" +
		many("    line %d of it\n\n") +
		"  actors: [" + many("a%d, ") + "]\n  tags: [" + many("t%d, ") + "]\n  sources: [" + many("https://a%d.example/, ") +
		"]\n" +
		"  related: [" + many("r%d, ") + "]\n  notes: [" + many("n%d, ") + "]\n  quotes:\n" +
		many("  - {by: a%d, text: said}\n") +
		"  claims:\n" + many("  - {by: a%d, text: claimed, status: denied}\n") + "  figures:\n" +
		many("  - {label: drones, value: %d}\n") +
		many("  key%d: value\n")
	sizes := [][2]int{{120, 40}, {60, 20}}
	if !long() {
		sizes = sizes[:1]
	}
	for _, size := range sizes {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d := open(t, size[0], size[1], yaml(record)).fits()
		for _, key := range strings.Fields("end enter pgdn end home esc a a 1 enter esc u " +
			"i pgdn esc v right down esc c pgdn esc / h u esc z Z d s ? esc !") {
			d.press(key).fits()
		}
		runtime.ReadMemStats(&after)
		if cost, most := after.TotalAlloc-before.TotalAlloc, uint64(3000*len(record)); cost > most {
			t.Errorf("%d bytes for an event of %d, at most %d", cost, len(record), most)
		}
	}
}

// In lanes and where two are compared, whatever is written from right to left is a column by itself, so that nothing
// beside it moves.
func TestRightToLeftIsAColumnByItself(t *testing.T) {
	const record = `actors:
  - {id: a, name: "مريم", kind: person}
  - {id: b, name: "דוד", kind: person}
  - {id: c, name: "רות", kind: person}
events:
  - {date: 2025-01-10, title: "אחת", id: one, type: call, actors: [a]}
  - {date: 2025-01-20, title: "שתיים", id: two, type: meeting, actors: [a, b, c]}
  - {date: 2025-05-02, title: "שלוש", id: three, type: call, actors: [b]}
`
	foreign := regexp.MustCompile("[\u0590-\u06FF]")
	followed := regexp.MustCompile("[\u0590-\u06FF].*[!-~─-╿]")
	for _, size := range []struct{ w, h int }{{50, 7}, {50, 24}, {80, 8}, {80, 24}, {120, 40}} {
		for _, keys := range [][]string{{"v"}, {"=", "j", "j", "="}} {
			d := open(t, size.w, size.h, yaml(record), at("one")).press(keys...).fits()
			frame := ansi.Strip(d.frame())
			if !foreign.MatchString(frame) {
				t.Errorf("%v %v: no name is seen:\n%s", size, keys, frame)
			}
			if left := isolated.ReplaceAllString(frame, ""); followed.MatchString(left) {
				t.Errorf("%v %v: this is not by itself:\n%s", size, keys, left)
			}
		}
	}
}
