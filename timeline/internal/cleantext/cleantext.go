// Package cleantext makes the text of a file fit for a reader of YAML: in UTF-8, without the characters that YAML does
// not allow, and without the NULs that a power cut leaves at its end. What it changes it reports with its place and a
// cure.
//
//	c := cleantext.Cleaner{In: in, Problems: problems, Workers: parallel.All()}
//	text, ok := c.Clean(text, 0)
//
// It knows nothing of what the text says, be it YAML or not. It imports diag and parallel.
package cleantext

import (
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/parallel"
)

// A Cleaner cleans the text of one file.
type Cleaner struct {
	In       *diag.File // is given the clean text
	Problems *diag.List
	Workers  parallel.Workers
	Unread   bool // whether the text is not the whole file
}

// Clean makes the text of the file fit for yaml.v3, which refuses it all for one character that YAML does not allow. It
// reports such characters, and replaces them one for one, so that columns stay true. The first fit bytes are known to
// need no cleaning; see Ahead. ok is false, and the problems say why, where the text is in another encoding or is
// no text. NULs at the end are cut off, which is reported.
//
// NEL and the Unicode separators become spaces: in YAML 1.2 they are characters like others, but to yaml.v3 they end
// lines. A lone CR becomes LF: it ends a line to both, but to few editors.
func (r *Cleaner) Clean(text string, fit int) (cleaned string, ok bool) {
	if name := otherEncoding(text); name != "" {
		r.Problems.Report(diag.Range{File: r.In}, rule.NotUTF8, "the file is in "+name, "save it as UTF-8")
		return "", false
	}
	text = strings.TrimPrefix(text, "\ufeff")
	length := len(text)
	text = cutNULs(text)
	if cleaned, ok = r.clean(text, fit); ok && len(text) < length {
		r.reportNULs(cleaned, length-len(text))
	}
	return cleaned, ok
}

// clean is Clean for a text in UTF-8 without a mark.
func (r *Cleaner) clean(text string, fit int) (cleaned string, ok bool) {
	clean := fit + cleanStart(text[fit:], r.Workers)
	if clean == len(text) {
		r.In.Replace(text)
		return text, true
	}
	f := writer{at: diag.Range{Line: 1 + strings.Count(text[:clean], "\n")}}
	f.at.Column = 1 + utf8.RuneCountInString(text[strings.LastIndexByte(text[:clean], '\n')+1:clean])
	f.out.Grow(len(text))
	f.out.WriteString(text[:clean])
	f.takeAll(text, clean, true)
	r.In.Replace(f.out.String())
	if f.hopeless {
		first, _ := f.total()
		r.In.Replace("")
		r.Problems.Report(diag.Range{File: r.In, Line: first.Line}, rule.NotText, "the file is not text",
			"a record is a text file in YAML")
		return "", false
	}
	for kind, badChar := range f.badChars {
		if badChar.count > 0 {
			r.reportBadChar(badCharKind(kind), badChar)
		}
	}
	return r.In.Text(), true
}

// MayBeText reports whether Clean may accept a text that begins so.
func MayBeText(begin string) bool {
	if otherEncoding(begin) != "" {
		return false
	}
	begin = cutNULs(begin)
	var f writer
	f.takeAll(begin, cleanPrefix(begin), false)
	return !f.hopeless
}

// badCharsFrom is the number of bytes after which it is first asked whether the file is text at all. Then at most one
// character in ten may be a bad one.
const badCharsFrom = 1 << 16

// A badCharKind is a kind of character that a record cannot hold.
type badCharKind int

const (
	notUTF8 badCharKind = iota
	control
	noncharacter
	badCharKinds
)

// A badChar is the place of the first character of a kind, and the number of them.
type badChar struct {
	at    diag.Range
	what  string // its name, for a message
	count int
}

// reportBadChar reports the first of the characters of one kind.
func (r *Cleaner) reportBadChar(kind badCharKind, f badChar) {
	f.at.File, f.at.Width = r.In, 1
	more := ""
	if f.count > 1 {
		more = fmt.Sprintf(", and %d more in this file", f.count-1)
	}
	switch kind {
	case notUTF8:
		r.Problems.Report(f.at, rule.NotUTF8, f.what+" is not UTF-8"+more, "save the file as UTF-8")
	case control:
		r.Problems.Report(f.at, rule.ControlCharacter, "the control character "+f.what+more, "take it out")
	case noncharacter:
		r.Problems.Report(f.at, rule.Noncharacter, f.what+" inside the text"+more, "take it out")
	}
}

// A writer writes a clean text, character by character.
type writer struct {
	out      strings.Builder
	at       diag.Range // of what comes next
	badChars [badCharKinds]badChar

	hopeless bool // whether the file is not text
}

// takeAll cleans a text, of which so many bytes at the beginning are clean, unless it is hopeless. whole says that no
// more of it comes.
func (f *writer) takeAll(text string, clean int, whole bool) {
	for i, look := clean, clean+badCharsFrom; i < len(text) && !f.hopeless; {
		if i += f.take(text[i:]); i >= look || i == len(text) && whole {
			_, bad := f.total()
			f.hopeless = bad*10 > i-clean+100
			look = 2 * i
		}
	}
}

// total returns the place of the first bad character, and the number of them.
func (f *writer) total() (first diag.Range, count int) {
	for _, one := range f.badChars {
		if one.count > 0 && (count == 0 || one.at.Line < first.Line) {
			first = one.at
		}
		count += one.count
	}
	return first, count
}

// take cleans the first character of rest and returns its length.
func (f *writer) take(rest string) int {
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case r == '\n' || r == '\r' && !strings.HasPrefix(rest, "\r\n"):
		f.out.WriteByte('\n')
		f.at.Line, f.at.Column = f.at.Line+1, 1
		return size
	case r == '\u0085' || r == '\u2028' || r == '\u2029':
		f.out.WriteByte(' ')
	case r == utf8.RuneError && size == 1:
		f.replace(notUTF8, "the byte %#02x", rune(rest[0]), utf8.RuneError)
	case r == 0xFEFF && f.at.Column == 1: // here begins another file that was appended to the first
		return size
	case r == 0xFEFF || r == 0xFFFE || r == 0xFFFF:
		f.replace(noncharacter, "the character U+%04X", r, utf8.RuneError)
	case r < ' ' && r != '\t' && r != '\r':
		f.replace(control, "U+%04X", r, '\u2400'+r)
	case 0x7F <= r && r <= 0x9F:
		f.replace(control, "U+%04X", r, utf8.RuneError)
	default:
		f.out.WriteString(rest[:size])
	}
	f.at.Column++
	return size
}

// replace writes by in the place of r, a character that is not allowed. Name is a format for its name.
func (f *writer) replace(kind badCharKind, name string, r, by rune) {
	one := &f.badChars[kind]
	if one.count++; one.count == 1 {
		one.at, one.what = f.at, fmt.Sprintf(name, r)
	}
	f.out.WriteRune(by)
}

// A Ahead looks, while a file is being read, how much of its text needs no cleaning.
type Ahead struct {
	texts chan string
	over  atomic.Bool // whether the rest is left to Clean
	fit   int         // bytes that need no cleaning
	done  func()
}

// NewAhead returns a Ahead that can be given a text steps times without waiting.
func NewAhead(steps int) *Ahead {
	a := &Ahead{texts: make(chan string, steps)}
	a.done = parallel.Go(func() {
		for text := range a.texts {
			for !a.over.Load() && a.step(text) {
				runtime.Gosched() // the first events are to be drawn meanwhile
			}
		}
	})
	return a
}

// Look hands over the text as far as it has been read. Each text begins with the one before.
func (a *Ahead) Look(soFar string) { a.texts <- soFar }

// Stop ends a, which may be nil, and returns the number of bytes at the beginning of the text that need no cleaning.
func (a *Ahead) Stop() int {
	if a == nil {
		return 0
	}
	a.over.Store(true)
	close(a.texts)
	a.done()
	return a.fit
}

// step looks at some more lines, if there are whole ones. It reports whether they need no cleaning.
func (a *Ahead) step(text string) bool {
	lines := text[a.fit:min(len(text), a.fit+cleanStep)]
	lines = lines[:1+strings.LastIndexByte(lines, '\n')] // so that no character is cut in two
	n := cleanPrefix(lines)
	a.fit += n
	return n > 0 && n == len(lines)
}

// cleanStep is the number of bytes that are looked at in one step.
const cleanStep = 256 << 10

// cleanStart is cleanPrefix by several workers, each with its share of the lines.
func cleanStart(s string, workers parallel.Workers) int {
	shares := min(int(workers), 1+len(s)/cleanStep)
	fit, ends, done := make([]int, shares), make([]int, shares+1), make([]func(), shares)
	for n := range shares {
		end := max(ends[n], len(s)*(n+1)/shares)
		if line := strings.IndexByte(s[end:], '\n'); line >= 0 && n < shares-1 {
			ends[n+1] = end + line + 1
		} else {
			ends[n+1] = len(s)
		}
		done[n] = workers.Go(func() { fit[n] = ends[n] + cleanPrefix(s[ends[n]:ends[n+1]]) })
	}
	for n := range shares {
		if done[n](); fit[n] < ends[n+1] {
			return fit[n]
		}
	}
	return len(s)
}

// cleanPrefix returns the length of the longest beginning of s that needs no cleaning.
func cleanPrefix(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case ' ' <= c && c <= '~':
			i += printable(s[i:])
		case c == '\n' || c == '\t':
			i++
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			i += 2
		case c < utf8.RuneSelf:
			return i
		case 0xC3 <= c && c <= 0xDF && i+1 < len(s) && s[i+1]&0xC0 == 0x80: // a letter in two bytes
			i += 2
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if size == 1 || r <= 0x9F || r == '\u2028' || r == '\u2029' || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF {
				return i
			}
			i += size
		}
	}
	return len(s)
}

// printable returns the number of printable characters of ASCII that s begins with. It looks at eight of them at once,
// since most texts are little else.
func printable(s string) (n int) {
	const each, high = 0x0101010101010101, 0x8080808080808080 // the lowest and the highest bit of each byte
	for ; n+8 <= len(s); n += 8 {
		t := s[n : n+8]
		x := uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
			uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
		if (x|(x+each)|^((x|high)-each*' '))&high != 0 { // some byte is above DEL, DEL, or below a blank
			break
		}
	}
	for n < len(s) && ' ' <= s[n] && s[n] <= '~' {
		n++
	}
	return n
}
