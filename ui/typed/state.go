package typed

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A state is what goes on after the last read.
type state struct {
	held   string // the beginning of a character, or of the end of an answer, whose rest has not come
	answer rune   // the control character that began an answer which has not ended, 0 for none, …
	left   int    // … how many bytes of it may still come …
	said   string // … and as much of it as counts
	heard  string // the last answer about the ground
	paste  bool   // a paste
	pasted int    // the bytes of the paste so far
	ending int    // how many bytes of pasteEnd they end with
}

const (
	esc        = '\x1b'
	ctrlC      = "\x03"
	focus      = "\x1b[I"
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	escKey     = "\x1b[27u" // the key Esc where what follows would make another key of it, as some terminals send it
)

// What answers begin and end with, as one control character (C1) or as ESC and the letter 64 below.
const (
	dcs = 0x90 // what the terminal is or can do
	sos = 0x98
	csi = 0x9b // where the cursor is, what the terminal is
	st  = 0x9c // the end
	osc = 0x9d // a colour, a title, the clipboard
	pm  = 0x9e
	apc = 0x9f // about a picture
)

// longest is how many bytes of an answer are waited for at most. One whose end is lost would take all that is typed
// after it.
var longest = map[rune]int{dcs: 64 << 10, sos: 4 << 10, csi: 64, osc: 1 << 20, pm: 4 << 10, apc: 4 << 10}

// maxPaste is how many bytes of a paste are handed on, more than any line takes. What reads the keys looks at the whole
// of a paste for each part of it, and would be busy for minutes with some megabytes.
const maxPaste = 16 << 10

// ofGround is what the answer to the question for the ground begins with.
const ofGround = "11;"

// maxAnswer is how many bytes of an answer are kept, more than a colour takes. The clipboard would be megabytes.
const maxAnswer = 64

// isOneKey reports whether p is a single key, as nobody pastes after a long pause. The end of such a paste is lost.
func isOneKey(p []byte) bool {
	if p[0] == esc {
		return !bytes.Contains(p, []byte(pasteEnd)) && bytes.Count(p, []byte{esc}) == 1
	}
	_, size := utf8.DecodeRune(p)
	return size == len(p)
}

// unfinished reports whether p ends within a key, or within a character.
func unfinished(p []byte) bool {
	at := bytes.LastIndexByte(p, esc)
	if at < 0 {
		return halfRune(p)
	}
	key := p[at+1:]
	switch {
	case len(key) == 0:
		return true
	case key[0] != '[':
		return len(key) == 1 && strings.IndexByte("O]P_", key[0]) >= 0 || halfRune(key)
	case len(key) == 1:
		return true
	case key[1] == 'M': // of the mouse: its button, column and row
		return len(key) < 5
	case key[1] == '[': // a function key of the Linux console
		return len(key) == 2
	}
	return bytes.IndexFunc(key[1:], func(r rune) bool { return '@' <= r && r <= '~' }) < 0
}

// halfRune reports whether p ends within a character.
func halfRune(p []byte) bool {
	for at := len(p) - 1; at >= max(0, len(p)-utf8.UTFMax); at-- {
		if utf8.RuneStart(p[at]) {
			return !utf8.FullRune(p[at:])
		}
	}
	return false
}

// backspace is what most terminals send for that key. Some send what is ^H elsewhere.
const backspace = '\x7f'

// renamed are keys that terminals send as ESC O and a character, in words that are known to who reads keys: the keypad,
// Home and End where a program before has left them in their application mode, and arrows with Ctrl of rxvt.
var renamed = map[byte]string{
	'p': "0", 'q': "1", 'r': "2", 's': "3", 't': "4", 'u': "5", 'v': "6", 'w': "7", 'x': "8", 'y': "9",
	'j': "*", 'k': "+", 'l': ",", 'm': "-", 'n': ".", 'o': "/", 'X': "=", 'M': "\r", 'I': "\t", ' ': " ",
	'H': "\x1b[H", 'F': "\x1b[F",
	'a': "\x1b[1;5A", 'b': "\x1b[1;5B", 'c': "\x1b[1;5C", 'd': "\x1b[1;5D",
}

// keys returns the part of p that is keys.
func (t *state) keys(p []byte) []byte {
	p = append([]byte(t.held), p...)
	t.held = ""
	if halfRune(p) {
		at := len(p) - 1
		for !utf8.RuneStart(p[at]) {
			at--
		}
		t.held, p = string(p[at:]), p[:at]
	}
	var keys []byte
	for len(p) > 0 {
		begins, size := beginsAnswer(p)
		switch {
		case t.answer == csi:
			p = t.skipCursor(p)
		case t.answer != 0:
			p = t.skipAnswer(p)
		case t.paste:
			p, keys = t.takePaste(p, keys)
		case bytes.HasPrefix(p, []byte(pasteStart)):
			t.paste, t.pasted, t.ending = true, 0, 0
			p, keys = p[len(pasteStart):], append(keys, pasteStart...)
		case size > 0:
			if p = p[size:]; longest[begins] > 0 {
				t.answer, t.left, t.said = begins, longest[begins], ""
			}
		case isEndless(p):
			t.answer, t.left, p = csi, longest[osc], nil
		case isEscAlone(p):
			keys, p = append(keys, escKey...), p[1:]
		case len(p) > 2 && p[0] == esc && p[1] == 'O' && renamed[p[2]] != "":
			keys, p = append(keys, renamed[p[2]]...), p[3:]
		case p[0] == '\b':
			keys, p = append(keys, backspace), p[1:]
		default:
			size = keySize(p)
			keys, p = append(keys, p[:size]...), p[size:]
		}
	}
	return keys
}

// keySize returns how many bytes of p are to be taken together: a character, or a report of the mouse in its old form,
// whose bytes may be any.
func keySize(p []byte) int {
	const mouse = len("\x1b[M !!")
	if len(p) >= mouse && bytes.HasPrefix(p, []byte("\x1b[M")) {
		return mouse
	}
	_, size := utf8.DecodeRune(p)
	return size
}

// isEscAlone reports whether p begins with the key Esc and then what is no key, such as a report of the mouse, so that
// the two are no key with Alt.
func isEscAlone(p []byte) bool {
	if !bytes.HasPrefix(p, []byte("\x1b\x1b[")) || len(p) == 3 {
		return false
	}
	if p = p[3:]; p[0] == '[' { // of the Linux console
		return false
	}
	end := bytes.IndexFunc(p, func(r rune) bool { return '@' <= r && r <= '~' })
	return end >= 0 && (strings.IndexByte("<=>?", p[0]) >= 0 || string(p[:end+1]) == pasteStart[2:] ||
		strings.IndexByte("ABCDEFGHPQRSZabcd~^$@", p[end]) < 0)
}

// isEndless reports whether p begins with an answer that is longer than any and goes on.
func isEndless(p []byte) bool {
	return len(p) > longest[csi] && bytes.HasPrefix(p, []byte("\x1b[")) &&
		bytes.IndexFunc(p[2:], func(r rune) bool { return '@' <= r && r <= '~' || r < ' ' }) < 0
}

// c1 returns the control character from 0x80 to 0x9f that p begins with, be it a byte of its own or UTF-8, and its
// bytes: 0 if there is none.
func c1(p []byte) (r rune, size int) {
	r, size = utf8.DecodeRune(p)
	if r == utf8.RuneError && size == 1 {
		r = rune(p[0])
	}
	if r < 0x80 || r > 0x9f {
		return 0, 0
	}
	return r, size
}

// beginsAnswer returns what p begins with if that is an answer, or any control character from 0x80 on, which is no key.
// ESC and a letter are an answer only with what follows in one, for they are a key with Alt too.
func beginsAnswer(p []byte) (begins rune, size int) {
	if r, size := c1(p); size > 0 {
		return r, size
	}
	if len(p) < 3 || p[0] != esc {
		return 0, 0
	}
	next := ""
	switch p[1] {
	case ']':
		next = "0123456789lL"
	case 'P':
		next = "01>!"
	case '_':
		next = "G"
	}
	if strings.IndexByte(next, p[2]) < 0 {
		return 0, 0
	}
	return rune(p[1]) + 64, 2
}

// skipCursor returns what comes after an answer that ends with a letter.
func (t *state) skipCursor(p []byte) []byte {
	for t.left > 0 && len(p) > 0 && ' ' <= p[0] && p[0] <= '~' {
		final := p[0] >= '@'
		if p, t.left = p[1:], t.left-1; final {
			t.answer = 0
			return p
		}
	}
	if len(p) > 0 || t.left == 0 {
		t.answer = 0
	}
	return p
}

// skipAnswer returns what comes after an answer. It ends with BEL, ESC \ or their like of one byte; any other control
// character is a key.
func (t *state) skipAnswer(p []byte) []byte {
	end, after := 0, 0
	for ; end < min(len(p), t.left); end += keySize(p[end:]) {
		if control, size := c1(p[end:]); size > 0 || p[end] < ' ' {
			if control == st || p[end] == '\a' {
				after = max(size, 1)
			}
			break
		}
	}
	end = min(end, len(p))
	t.said += string(p[:min(end, maxAnswer-len(t.said))])
	if t.left -= end; end == len(p) && t.left > 0 {
		return nil
	}
	if p = p[end+after:]; string(p) == string(esc) && after == 0 {
		t.held = string(esc) // which the rest makes an end, or a key
		return nil
	}
	t.answer = 0
	if strings.HasPrefix(t.said, ofGround) {
		t.heard = t.said
	}
	if after > 0 {
		return p
	}
	return bytes.TrimPrefix(p, []byte("\x1b\\"))
}

// takePaste appends a byte of a paste to keys, as long as it is not too long, and all of its end.
func (t *state) takePaste(p, keys []byte) (rest, all []byte) {
	b := p[0]
	switch {
	case b == pasteEnd[t.ending]:
		t.ending++
	case b == esc:
		t.ending = 1
	default:
		t.ending = 0
	}
	t.pasted++
	whole := t.pasted <= maxPaste
	if whole {
		keys = append(keys, b)
	}
	if t.ending == len(pasteEnd) {
		t.paste = false
		if !whole {
			keys = append(keys, pasteEnd...)
		}
	}
	return p[1:], keys
}
