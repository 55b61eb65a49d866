package typed

import (
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// pieces are what terminals send: keys, reports of the mouse, answers, the ends of pastes, and the beginnings of these.
var pieces = []string{
	"j", " ", "ї", "日", "🙂", "\x00", "\r", "\b", "\x7f", "\xff", "\xd1", "\x1b", "\x1b[A", "\x1bOA", "\x1bOp", "\x1bOa", "\x1b[6~",
	"\x1b[1;5B", "\x1b[[A", "\x1b\x1b[A", "\x1bx", "\x1bї", "\x1b[M !!", "\x1b[M \xd1\x9b", "\x1b[<0;10;10M", "\x1b\x1b[<0;1;1M",
	"\x1b[?62;22c", "\x9b?1c", "\u009b?1c", "\x90q\x9c", "\u009dq\a", "\x1b]11;rgb:f/f/f\a", "\x1b]11;rgb:f/f/f\x1b\\",
	"\x1b]52;c;cXF1\a", "\x1bP>|q\x1b\\", "\x1b_Gq\x1b\\", pasteStart, "pasted", pasteEnd, "\x1b[20", "\x1b]1", "\x1bP", "\x1b[",
	strings.Repeat("word ", 40), strings.Repeat("\x1bOa", 40), pasteStart + strings.Repeat("word ", maxPaste/4) + pasteEnd,
}

// FuzzParts types pieces, or any bytes, in any parts, of which each comes before the rest of a key is waited for in
// vain. Pieces are the same keys as in one part. Bytes that are none become few more.
func FuzzParts(f *testing.F) {
	for i := range pieces {
		f.Add([]byte{0, byte(i), 1, byte(i), 11, byte(i)}, []byte{1}, false)
		f.Add([]byte{byte(i), 36, byte(i), 38, 0}, []byte{2, 3, 250}, false)
		f.Add([]byte(strings.Repeat("j", 90+i%10)+pieces[i]+strings.Repeat("1;", 100)+"R"), []byte{1, 2, 3, 4}, true)
	}
	f.Fuzz(func(t *testing.T, script, cuts []byte, raw bool) {
		text := string(script[:min(len(script), 300)])
		if !raw {
			var b strings.Builder
			for _, one := range script[:min(len(script), 60)] {
				b.WriteString(pieces[int(one)%len(pieces)])
			}
			text = b.String()
		}
		var cut []string
		for rest := text; rest != ""; {
			n := len(rest)
			if i := len(cut); i < 300 && len(cuts) > 0 {
				n = min(n, 1+int(cuts[i%len(cuts)]))
			}
			cut, rest = append(cut, rest[:n]), rest[n:]
		}
		whole, told := readAll(t, typing(text))
		inParts, toldInParts := readAll(t, typing(cut...))
		synctest.Test(t, func(t *testing.T) {
			r, w := io.Pipe()
			s := NewStream(r)
			go func() {
				for _, part := range cut {
					_, _ = io.WriteString(w, part)
					time.Sleep(afterEsc / 2)
				}
				_ = w.Close()
			}()
			slowly, toldSlowly := readAll(t, New(s, time.Now))
			if !raw && (slowly != whole || toldSlowly != told) {
				t.Errorf("%q reads %q and tells %q, want %q and %q", cut, slowly, toldSlowly, whole, told)
			}
			if most := (len(escKey) + 2) * len(text); len(slowly) > most || len(toldSlowly) > maxAnswer {
				t.Errorf("of %d bytes %d become keys, and %d are told", len(text), len(slowly), len(toldSlowly))
			}
		})
		if !raw && (inParts != whole || toldInParts != told) {
			t.Errorf("%q reads %q and tells %q, want %q and %q", cut, inParts, toldInParts, whole, told)
		}
	})
}

// readAll returns what is read of keys until the end, and the last answer that is told.
func readAll(t *testing.T, k *Keys) (keys, told string) {
	k.Answers(func(answer string) { told = answer })
	var all strings.Builder
	for _, one := range reads(t, k) {
		all.WriteString(one)
	}
	return all.String(), told
}
