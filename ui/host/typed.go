package host

import (
	"bytes"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"
)

// A terminal sends a key as several bytes, and more than keys: answers to what another program has asked it, which come
// late, and pastes. Over a slow line they arrive in parts, and an arrow key of which the first byte is read alone would
// be the keys Esc, [ and A. So that what reads keys gets them whole, and nothing else as keys, a Keyboard looks at all
// of it.

// A typed is what goes on after the last read.
type typed struct {
	answer bool   // an answer, until its end, …
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
)

// maxPaste is how many bytes of a paste are handed on, more than any line takes. What reads the keys looks at the whole
// of a paste for each part of it, and would be busy for minutes with some megabytes.
const maxPaste = 16 << 10

// ofGround is what the answer to the question for the ground begins with.
const ofGround = "11;"

// maxAnswer is how many bytes of an answer are kept, more than a colour takes. The clipboard would be megabytes.
const maxAnswer = 64

// Answers has tell called, from where keys are read, with what the terminal says of its ground, without the beginning
// and the end of the sequence. It is for before keys are read.
func (k *Keyboard) Answers(tell func(answer string)) { k.tell = tell }

// A patience is how long the rest of a key may take. After Esc there may be no rest, and the reader waits.
type patience struct{ afterEsc, withinKey time.Duration }

const (
	afterEsc  = 10 * time.Millisecond
	withinKey = 200 * time.Millisecond
)

// Read reads what is typed, in whole keys, without the answers of a terminal. A terminal that brings no more is gone,
// which is a SIGHUP even where that signal is ignored: a reader that waits for more would never end.
func (k *Keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p[:max(1, len(p)*2/5)]) // the rest is room for the end of the last key, and for renamed
	if err != nil {
		return n, Signal(syscall.SIGHUP)
	}
	if k.typed.paste && string(p[:n]) == ctrlC { // by itself it is no part of a paste, whose end may never come
		k.typed.paste = false
		return copy(p, pasteEnd+ctrlC), nil
	}
	for n < len(p)-len(pasteEnd) && unfinished(p[:n]) {
		late := k.patience.withinKey
		if p[n-1] == esc {
			late = k.patience.afterEsc
		}
		if !typedWithin(k.Fd(), late, k.now) {
			break
		}
		more, err := k.File.Read(p[n : n+1])
		if n += more; err != nil {
			break // and will be again
		}
	}
	keys := k.typed.keys(p[:n])
	if heard := k.typed.heard; heard != "" && k.tell != nil {
		k.typed.heard = ""
		k.tell(heard)
	}
	if len(keys) > 0 && !k.typed.paste && !unfinished(keys) {
		keys = append(keys, focus...)
	}
	return copy(p, keys), nil
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
func (t *typed) keys(p []byte) []byte {
	var keys []byte
	for len(p) > 0 {
		switch {
		case t.answer:
			p = t.skipAnswer(p)
		case t.paste:
			p, keys = t.takePaste(p, keys)
		case bytes.HasPrefix(p, []byte(pasteStart)):
			t.paste, t.pasted, t.ending = true, 0, 0
			p, keys = p[len(pasteStart):], append(keys, pasteStart...)
		case beginsAnswer(p):
			t.answer, t.said, p = true, "", p[2:]
		case len(p) > 2 && p[0] == esc && p[1] == 'O' && renamed[p[2]] != "":
			keys, p = append(keys, renamed[p[2]]...), p[3:]
		case p[0] == '\b':
			keys, p = append(keys, backspace), p[1:]
		default:
			keys, p = append(keys, p[0]), p[1:]
		}
	}
	return keys
}

// beginsAnswer reports whether p begins as the answer to a question for a colour, a title or the clipboard (OSC), for
// what the terminal is or can do (DCS), or about a picture (APC), and not as a key with Alt.
func beginsAnswer(p []byte) bool {
	if len(p) < 3 || p[0] != esc {
		return false
	}
	next := map[byte]string{']': "0123456789lL", 'P': "01>!", '_': "G"}[p[1]]
	return strings.IndexByte(next, p[2]) >= 0
}

// skipAnswer returns what comes after an answer. It ends with BEL or ESC \; any other control character is a key.
func (t *typed) skipAnswer(p []byte) []byte {
	end := bytes.IndexFunc(p, func(r rune) bool { return r < ' ' })
	said := p
	if end >= 0 {
		said = p[:end]
	}
	t.said += string(said[:min(len(said), maxAnswer-len(t.said))])
	if end < 0 {
		return nil
	}
	t.answer = false
	if strings.HasPrefix(t.said, ofGround) {
		t.heard = t.said
	}
	p = p[end:]
	if p[0] == '\a' {
		return p[1:]
	}
	return bytes.TrimPrefix(p, []byte("\x1b\\"))
}

// takePaste appends a byte of a paste to keys, as long as it is not too long, and all of its end.
func (t *typed) takePaste(p, keys []byte) (rest, all []byte) {
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
