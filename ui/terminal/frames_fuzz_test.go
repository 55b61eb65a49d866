package terminal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// The shorthand of a script of frames: what is rare in text stands for what drawing puts between it.
const (
	nextFrame = "\f"
	nextSize  = "\a" // begins a frame on a terminal of another size
	segment   = "\t" // goes to the next column that eight divides
	caret     = "\v"
	unlooked  = "\x00"
)

// shorthand are the looks of a script, each by a control character.
var shorthand = map[byte]string{
	1: "\x1b[1m", 2: "\x1b[2m", 3: "\x1b[3m", 4: "\x1b[4m", 5: "\x1b[7m", 6: "\x1b[38;5;32m", 14: "\x1b[1;38;5;32m",
	15: "\x1b[38;5;231;48;5;25m", 16: "\x1b[31m", 17: "\x1b]8;;https://example.org/\x1b\\\x1b[4m",
}

// scripted writes a row of a script as it is drawn: no wider than the terminal, and with its looks at their end. A frame
// has one caret at most, and carets says how many are left.
func scripted(row string, width int, carets *int) string {
	var b strings.Builder
	at, looks := 0, ""
	end := func() {
		if looks != "" {
			b.WriteString(draw.Reset)
		}
		if strings.HasPrefix(looks, "\x1b]") {
			b.WriteString("\x1b]8;;\x1b\\")
		}
		looks = ""
	}
	for len(row) > 0 {
		control := strings.IndexFunc(row, func(r rune) bool { return r < ' ' })
		if control < 0 {
			control = len(row)
		}
		if text := draw.Clip(row[:control], width-at, ""); text != "" {
			at += draw.Cells(text)
			b.WriteString(text)
		}
		if row = row[control:]; row == "" {
			break
		}
		switch sign := row[:1]; {
		case sign == segment && (at/8+1)*8 < width:
			end()
			at = (at/8 + 1) * 8
			b.WriteString(terminal.ToColumn(at))
		case sign == caret && at < width && *carets > 0:
			end()
			b.WriteString(string(draw.Caret) + " " + draw.Reset)
			at++
			*carets--
		case sign == unlooked:
			end()
		case shorthand[sign[0]] != "":
			end()
			looks = shorthand[sign[0]]
			b.WriteString(looks)
		}
		row = row[1:]
	}
	end()
	return b.String()
}

// isOdd reports whether terminals do not agree on a character: how wide it is, and what it makes of the one before.
func isOdd(r rune) bool {
	return r > 0x2FF && (r < 0x400 || r > 0x481) && (r < 0x2500 || r > 0x257F) && (r < 0x4E00 || r > 0x9FFF) || r == 0xAD
}

// FuzzFrames shows the frames of a script one after the other. The terminal shows what it would show had the last been
// written alone, however wide it finds the characters about which terminals differ. Where they do not, that is what was
// drawn.
func FuzzFrames(f *testing.F) {
	f.Add("one\ttwo\nthree\ffour\ttwo\nthree", uint8(20), uint8(2), uint8(0))
	// Rows that the terminal itself moves, and one among them that stays.
	f.Add("a\nb: this is so long that it is moved\nstays\ngoes\nc: this is so long that it is moved\nd: as long as these are"+
		"\fb: this is so long that it is moved\nnew\nstays\nc: this is so long that it is moved\nd: as long as these are\ne",
		uint8(60), uint8(5), uint8(0))
	f.Add("กำกำ tail\fกx tail\fกx   tail\fกำ   tail", uint8(40), uint8(0), uint8(2))
	f.Add("\x05ab\x00 cd\x0f  \x00 e\f\x05ax\x00 yd\x0f \x00  e", uint8(40), uint8(0), uint8(0))
	f.Add("\x0fกำกำ x\x00  disputed\t│\f\x01ำกx\x00  disputed\t│\aกำ", uint8(40), uint8(1), uint8(2))
	f.Add("日本│▂▂\x05є…e\u0301\x00\tx\f│日本▂\x11👩\u200d👩\u200d👧🇺🇦\x00\t≠\f\v1️⃣", uint8(30), uint8(3), uint8(1))
	f.Add("\x06same \x10other\v\x00\nמים\u0301 \u0600x\f\x0esame   \x02other\v", uint8(17), uint8(3), uint8(2))
	f.Fuzz(func(t *testing.T, script string, width, height, wide uint8) {
		if !utf8.ValidString(script) || strings.ContainsAny(script, "\x7f\x1b\r\b") || len(script) > 2000 {
			return // draw lets none of these through
		}
		for r := rune(0x80); r < 0xA0; r++ {
			if strings.ContainsRune(script, r) {
				return
			}
		}
		w, h, widths := int(width)%80+1, int(height)%20+1, terminals[int(wide)%len(terminals)]
		g := newGlass(w, h, widths)
		out, frame := &terminal.Output{Device: g}, ""
		for _, one := range strings.Split(script, nextFrame) {
			if rest, ok := strings.CutPrefix(one, nextSize); ok {
				one, w, h = rest, (w*7)%80+1, (h*3)%20+1
				g.Resize(w, h)
			}
			rows, carets := strings.Split(one, "\n"), 1
			for y, row := range rows {
				rows[y] = scripted(row, w, &carets)
			}
			frame = strings.Join(rows[:min(h, len(rows))], "\n")
			out.Show(frame, w, h)
		}
		anew := newGlass(w, h, widths)
		(&terminal.Output{Device: anew}).Show(frame, w, h)
		if diff := cmp.Diff(anew.shows(), g.shows()); diff != "" {
			t.Fatalf("not what is shown when it is painted anew (-anew +shown):\n%s\nof %q", diff, frame)
		}
		if strings.ContainsFunc(frame, isOdd) {
			return
		}
		itself := newGlass(w, h, asWide)
		_, _ = itself.WriteString("\x1b[?7l" + strings.NewReplacer("\n", "\r\n", string(draw.Caret), "").Replace(frame))
		anew = newGlass(w, h, asWide)
		(&terminal.Output{Device: anew}).Show(frame, w, h)
		if diff := cmp.Diff(rendered(itself.Emulator), rendered(anew.Emulator)); diff != "" {
			t.Fatalf("not what was drawn (-drawn +shown):\n%s\nof %q", diff, frame)
		}
	})
}
