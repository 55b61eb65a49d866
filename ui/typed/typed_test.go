package typed

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// parts are what is typed, part by part. Only as many as have come are there to read; without a count, all.
type parts struct {
	left []string
	come int // how many may be read before there is nothing; negative: all, and then the end
}

func (s *parts) Read(p []byte) (int, error) {
	if len(s.left) == 0 {
		return 0, io.EOF
	}
	n := copy(p, s.left[0])
	if s.left[0] = s.left[0][n:]; s.left[0] == "" {
		s.left, s.come = s.left[1:], s.come-1
	}
	return n, nil
}

func (s *parts) Within(time.Duration) bool { return s.come != 0 }

// typing returns the keys of what comes in parts, each before the rest of a key is waited for in vain.
func typing(all ...string) *Keys {
	return New(&parts{left: slices.Clone(all), come: -1}, func() time.Time { return time.Unix(0, 0) })
}

// apart returns what types a text, after which nothing comes for longer than the rest of a key is waited for, and reads
// its keys.
func apart(now func() time.Time) (types func(text string) string) {
	from := &parts{}
	k := New(from, now)
	return func(text string) string {
		from.left, from.come = append(from.left, text), 1
		p := make([]byte, 256) // as bubbletea has it
		n, err := k.Read(p)
		if err != nil {
			panic(err)
		}
		return string(p[:n])
	}
}

// reads is what is read of keys until the end, read by read.
func reads(t testing.TB, k *Keys) (all []string) {
	t.Helper()
	for {
		p := make([]byte, 256)
		n, err := k.Read(p)
		if err != nil {
			if !errors.Is(err, io.EOF) && !errors.Is(err, ErrGone) {
				t.Errorf("the end is %v, want that of the source", err)
			}
			return all
		}
		if n > 0 {
			all = append(all, strings.TrimSuffix(string(p[:n]), focus))
		}
	}
}

// A key whose bytes come one by one is one key.
func TestKeysOfASlowLineAreWhole(t *testing.T) {
	for _, key := range []string{
		"\x1b[A", "\x1bOA", "\x1b[6~", "\x1b[1;5B", "\x1b[[A", "\x1b\x1b[A", "\x1bx", "ї", "日", "\x1b[M !!", "\x1b[<0;10;10M",
		"\x1b[200~", "\x1b[?62;22c",
	} {
		var bytewise []string
		for i := range len(key) {
			bytewise = append(bytewise, key[i:i+1])
		}
		if diff := cmp.Diff([]string{key}, reads(t, typing(bytewise...))); diff != "" {
			t.Errorf("%q: %s", key, diff)
		}
	}
}

// A character whose bytes take longer than those of a key may is one character still.
func TestACharacterThatComesLate(t *testing.T) {
	for _, late := range []string{"ї", "日", "🙂"} {
		for at := 1; at < len(late); at++ {
			typed := apart(time.Now)
			read := ""
			for _, part := range []string{"j" + late[:at], late[at:] + "k"} {
				if one := strings.TrimSuffix(typed(part), focus); utf8.ValidString(one) {
					read += one
				}
			}
			if read != "j"+late+"k" {
				t.Errorf("%q after %d bytes of %s", read, at, late)
			}
		}
	}
}

// What terminals send for the keypad, Home, End and others in a mode that a program before has left is the key itself,
// and no letter with Alt.
func TestKeysOfOtherModes(t *testing.T) {
	for typed, want := range map[string]string{
		"\x1bOp\x1bOy": "09", "\x1bOM": "\r", "\x1bOk\x1bOm\x1bOo": "+-/", "\x1bOH": "\x1b[H", "\x1bOF": "\x1b[F", "\x1bOa": "\x1b[1;5A",
		"\x1bOA": "\x1bOA", "\x1bOP": "\x1bOP", "\b": "\x7f", "\x1b\b": "\x1b\x7f", "\x1b[200~\x1bOp\b\x1b[201~": "\x1b[200~\x1bOp\b\x1b[201~",
	} {
		if diff := cmp.Diff([]string{want}, reads(t, typing(typed))); diff != "" {
			t.Errorf("%q: %s", typed, diff)
		}
	}
	flood := strings.Repeat("\x1bOa", 1000)
	if got := strings.Join(reads(t, typing(flood)), ""); got != strings.Repeat("\x1b[1;5A", 1000) {
		t.Errorf("of 1000 keys %d bytes arrive, want 6000", len(got))
	}
}

// An answer that is longer than any key is none, to its end.
func TestALongAnswerIsNoKey(t *testing.T) {
	for _, long := range []int{70, 300, 5000} {
		answer := "\x1b[" + strings.Repeat("1;", long) + "R"
		if got := strings.Join(reads(t, typing(answer+"j")), ""); got != answer+"j" && got != "j" {
			t.Errorf("after an answer of %d bytes %d are read: %q", len(answer), len(got), got[max(0, len(got)-40):])
		}
	}
}

// Where the end of a paste is lost, a key that is pressed after a while is one again. What comes at once, or is longer
// than a key, is pasted.
func TestAPasteWhoseEndIsLost(t *testing.T) {
	const pause = 4 * time.Second
	for _, test := range []struct {
		pause       time.Duration
		typed, want string
	}{
		{pause, "q", pasteEnd + "q"},
		{pause, "ї", pasteEnd + "ї"},
		{pause, "\x1b[A", pasteEnd + "\x1b[A"},
		{0, "\x03", pasteEnd + "\x03"},
		{0, "q", "q"},
		{pause, "qq", "qq"},
		{pause, "\x1b[201~", pasteEnd},
		{pause, "x\x1b[201~j", "x" + pasteEnd + "j"},
	} {
		now := time.Now()
		typed := apart(func() time.Time { return now })
		if got := typed(pasteStart + "pasted"); got != pasteStart+"pasted" {
			t.Fatalf("%q", got)
		}
		now = now.Add(test.pause)
		if got := strings.TrimSuffix(typed(test.typed), focus); got != test.want {
			t.Errorf("%q after %s reads %q, want %q", test.typed, test.pause, got, test.want)
		}
	}
}

// Esc alone is a key, though more could have come.
func TestEscIsNotWaitedFor(t *testing.T) {
	if typed := apart(time.Now); typed("\x1b") != "\x1b" {
		t.Error("Esc is no key alone")
	}
}

// After keys the focus is reported, but neither within a paste nor after Esc, which would make another key of it.
func TestFocusComesAfterKeys(t *testing.T) {
	for typed, want := range map[string]string{
		"j": "j" + focus, "\x1b[A": "\x1b[A" + focus, "ї": "ї" + focus, "\x1b": "\x1b", "\x1b[200~x": "\x1b[200~x",
		"\x1b[200~x\x1b[201~": "\x1b[200~x\x1b[201~" + focus, "\x1b]11;rgb:1e1e/1e1e/1e1e\a": "",
	} {
		types := apart(time.Now)
		if got := types(typed); got != want {
			t.Errorf("%q reads %q, want %q", typed, got, want)
		}
	}
}

// However many keys lie ready, no read ends within one.
func TestNoReadEndsWithinAKey(t *testing.T) {
	for _, key := range []string{"\x1b[A", "\x1b[6~", "\x1b[1;5B", "їжа", "j\x1b[200~x\x1b[201~"} {
		all := strings.Repeat(key, 300)
		got := reads(t, typing(all))
		if strings.Join(got, "") != all {
			t.Errorf("%q: not all of it is read", key)
		}
		for _, one := range got {
			if unfinished([]byte(one)) || len(one) > 255 {
				t.Errorf("%q: a read of %d bytes ends in %q", key, len(one), one[max(0, len(one)-8):])
			}
		}
	}
}

// What a terminal answers to the questions of others is no key.
func TestAnswersAreNoKeys(t *testing.T) {
	for _, answer := range []string{
		"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]11;rgb:1e1e/1e1e/1e1e\a", "\x1b]52;c;cXF1aXQ=\a", "\x1b]lquit\x1b\\",
		"\x1bP>|XTerm(370)q\x1b\\", "\x1bP1+r544e=787465\x1b\\", "\x1bP0$rq\x1b\\", "\x1bP!|00000000\x1b\\",
		"\x1b_Gi=1;OK\x1b\\",
		"\x1b]52;c;" + strings.Repeat("qqqq", 1000) + "\a",
	} {
		if got := strings.Join(reads(t, typing("j"+answer+"k")), ""); got != "jk" {
			t.Errorf("%q: %q", answer, got)
		}
		half := len(answer) / 2
		if got := strings.Join(reads(t, typing("j"+answer[:half], answer[half:]+"k")), ""); got != "jk" {
			t.Errorf("%q in two parts: %q", answer, got)
		}
	}
	for _, keys := range []string{
		"\x1b]", "\x1bP", "\x1b_", "\x1b]q", // with Alt
		"\x1b]11;rgb\x03", "\x1b]11;rgb\x1b[A", // what ends an answer
	} {
		want := strings.TrimPrefix(keys, "\x1b]11;rgb")
		if got := strings.Join(reads(t, typing(keys)), ""); got != want {
			t.Errorf("%q: %q, want %q", keys, got, want)
		}
	}
}

// Answers of one-byte control characters are no keys either, as bytes or as UTF-8, wherever they are cut. Letters of which
// the bytes are the same stay letters.
func TestAnswersOfOneByteControlsAreNoKeys(t *testing.T) {
	asUTF8 := func(s string) string {
		var out strings.Builder
		for i := range len(s) {
			if b := s[i]; b >= 0x80 {
				out.WriteRune(rune(b))
			} else {
				out.WriteByte(b)
			}
		}
		return out.String()
	}
	for _, answer := range []string{
		"\x90>|q\x9c", "\x90q\x9c", "\x9b?62;22c", "\x9b>1;10;0c", "\x9b3;5R", "\x9b?2026;2$y", "\x9bq", "\x9d11;rgb:q/q/q\x9c",
		"\x9dlq\a", "\x98q\x9c", "\x9eq\x9c", "\x9fGq\x9c", "\x9c", "\x85", "\x90q\x1b\\", "\x9dq\x9b?1c", "\x80", "\x9b<0;1;1M",
	} {
		for _, answer := range []string{answer, asUTF8(answer)} {
			const before, after = "jИМО", "ЛНПРСkэ"
			all := before + answer + after
			for cut := range len(all) {
				var k state
				got := append(k.keys([]byte(all[:cut])), k.keys([]byte(all[cut:]))...)
				if string(got) != before+after || k.answer != 0 {
					t.Errorf("%q and %q: %q", all[:cut], all[cut:], got)
				}
			}
		}
	}
	var k state
	title := "Заголовок: МОНІТОР Лютня М"
	if got := k.keys([]byte("\x1b]lq" + title + "\x1b\\j\x9dl" + title + "\x9ck")); string(got) != "jk" {
		t.Errorf("%q", got)
	}
	for _, keys := range []string{"\x1bPq", "\x1bXq", "\x1b^q", "\x1b[M\x9b\x9d\x90", "їжак", "\x1bІ"} { // with Alt, or of the mouse
		var k state
		if got := k.keys([]byte(keys)); string(got) != keys {
			t.Errorf("%q: %q", keys, got)
		}
	}
}

// The end of an answer may be cut too. An answer without an end takes no more than answers have.
func TestAnswersWithoutEnd(t *testing.T) {
	var k state
	if got := string(k.keys([]byte("\x1b]11;rgb:0/0/0\x1b"))) + string(k.keys([]byte("\\j"))); got != "j" {
		t.Errorf("a cut end: %q", got)
	}
	if got := string(k.keys([]byte("\x1b]11;rgb:0/0/0\x1b"))) + string(k.keys([]byte("[A"))); got != "\x1b[A" {
		t.Errorf("a key ends it: %q", got)
	}
	for opener, most := range map[string]int{
		"\x98": 4 << 10, "\x9e": 4 << 10, "\x9f": 4 << 10, "\x90": 64 << 10, "\x9d": 1 << 20, "\x9b": 64, "\x1b]1": 1 << 20,
		"\x1b_G": 4 << 10, "\x1bP1": 64 << 10,
	} {
		var k state
		all := append([]byte(opener), bytes.Repeat([]byte("1"), most+10)...)
		keys := 0
		for len(all) > 0 {
			n := min(len(all), 128)
			keys += len(k.keys(all[:n]))
			all = all[n:]
		}
		if keys < 9 || keys > 11 || k.answer != 0 {
			t.Errorf("%q: %d keys of 10 come after it", opener, keys)
		}
	}
	now := time.Unix(0, 0)
	typed := apart(func() time.Time { return now })
	got := ""
	for _, part := range []string{"\x1b]11;rgb", "q", "x"} { // the second in time, the third too late
		got += strings.TrimSuffix(typed(part), focus)
		now = now.Add(4*withinKey + time.Duration(len(part)-1)*time.Nanosecond)
		if part == "q" {
			now = now.Add(2 * withinKey)
		}
	}
	if got != "x" {
		t.Errorf("%q", got)
	}
}

// The key Esc right before a report of the mouse, a paste or an answer is that key, and not one with Alt.
func TestEscBeforeWhatIsNoKey(t *testing.T) {
	for typed, want := range map[string]string{
		"\x1b\x1b[<35;10;10M": escKey + "\x1b[<35;10;10M", "\x1b\x1b[M !!": escKey + "\x1b[M !!", "\x1b\x1b[?62c": escKey + "\x1b[?62c",
		"\x1b\x1b[200~q\x1b[201~": escKey + "\x1b[200~q\x1b[201~", "\x1b\x1b[A": "\x1b\x1b[A", "\x1b\x1b[1;5C": "\x1b\x1b[1;5C",
		"\x1b\x1b[5~": "\x1b\x1b[5~", "\x1b\x1b": "\x1b\x1b", "\x1b\x1b[": "\x1b\x1b[", "\x1b\x1b[[A": "\x1b\x1b[[A",
	} {
		if got := strings.Join(reads(t, typing(typed)), ""); got != want {
			t.Errorf("%q reads %q, want %q", typed, got, want)
		}
	}
}

// A paste is handed on as it is, but no more of it than is of use.
func TestPastesAreBounded(t *testing.T) {
	const begin, text, end = "\x1b[200~", "q\x1b]11;x\a\x03\x1b[201", "\x1b[201~"
	if got := strings.Join(reads(t, typing(begin+text+end+"j")), ""); got != begin+text+end+"j" {
		t.Errorf("%q", got)
	}
	got := strings.Join(reads(t, typing(begin+strings.Repeat(text, 1<<20/len(text))+end+"j")), "")
	if len(got) > maxPaste+100 || !strings.HasPrefix(got, begin+text) || !strings.HasSuffix(got, end+"j") ||
		strings.Count(got, end) != 1 {
		t.Errorf("%d bytes, ending in %q", len(got), got[len(got)-20:])
	}
}

// A paste of which the end is lost does not keep ^c from the program.
func TestInterruptOfAPasteWithoutEnd(t *testing.T) {
	typed := apart(time.Now)
	for _, part := range []struct{ text, want string }{
		{pasteStart + "a\x03b", pasteStart + "a\x03b"},
		{"\x03", pasteEnd + "\x03"},
		{"\x03", "\x03"},
	} {
		if got := strings.TrimSuffix(typed(part.text), focus); got != part.want {
			t.Errorf("%q reads %q, want %q", part.text, got, part.want)
		}
	}
}

// What is typed reads the same in whatever parts it comes, as long as no part ends within a key.
func TestPartsOfWhatIsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{
			"j", "ї", "М", "\x1b[A", "\x9b?1c", "\x90q\x9c", "\u009b?1c", "\u009dq\a", "\x1b\x1b[<0;1;1M", "\x1b]11;rgb:q\a", "\x1bP>|q\x1b\\", pasteStart, pasteEnd, "\x1b[M q\x03", "\r", "\x1b[<0;1;1M",
			strings.Repeat("word ", 1000),
		})).Draw(t, "typed")
		var whole, bit state
		want := whole.keys([]byte(strings.Join(parts, "")))
		var got []byte
		for _, part := range parts {
			got = append(got, bit.keys([]byte(part))...)
		}
		if !bytes.Equal(got, want) || whole != bit {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

// What a terminal says of its ground is told, whole and once, however it is cut, and is no key.
func TestAnswersAreTold(t *testing.T) {
	for _, parts := range [][]string{
		{"a\x1b]11;rgb:ffff/ffff/ffff\x1b\\b"},
		{"a\x1b]11;rgb:ffff/ffff/ffff\ab"},
		{"a", "\x1b", "]1", "1;rgb:ffff/", "ffff/ffff\x1b", "\\", "b"},
		{"\x1bP>|terminal\x1b\\a", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b]52;c;" + strings.Repeat("YQ==", 100) + "\x1b\\b"},
	} {
		var told []string
		k := typing(parts...)
		k.Answers(func(answer string) { told = append(told, answer) })
		if got := strings.Join(reads(t, k), ""); got != "ab" {
			t.Errorf("%q types %q", parts, got)
		}
		if diff := cmp.Diff([]string{"11;rgb:ffff/ffff/ffff"}, told); diff != "" {
			t.Errorf("%q: %s", parts, diff)
		}
	}
}
