package yamldoc

import (
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"dateline/timeline/diag"
	"dateline/timeline/internal/parallel"
)

// Clean makes a text fit for yaml.v3, which refuses the whole of a file for one character that YAML does not allow. Such
// characters are reported and replaced one for one, so that columns stay true. ok is false where the text is none.
//
// NEL and the Unicode separators, in YAML 1.2 characters like others but to yaml.v3 ends of lines, become spaces, and a
// lone CR, which is an end of line to both but to few editors, becomes LF.
func (r *Reader) Clean(text string) (fitted string, ok bool) {
	for _, other := range encodings {
		if strings.HasPrefix(text, other.mark) {
			r.Problems.Report(diag.Range{File: r.In}, diag.Error, "the file is in "+other.name, "save it as UTF-8")
			return "", false
		}
	}
	text = strings.TrimPrefix(text, "\ufeff")
	clean := r.CleanTo + cleanStart(text[r.CleanTo:])
	if clean == len(text) {
		return text, true
	}
	f := cleaner{at: diag.Range{Line: 1 + strings.Count(text[:clean], "\n")}}
	f.at.Column = 1 + utf8.RuneCountInString(text[strings.LastIndexByte(text[:clean], '\n')+1:clean])
	f.out.Grow(len(text))
	f.out.WriteString(text[:clean])
	for i, look := clean, clean+badCharsFrom; i < len(text) && !f.hopeless; {
		if i += f.take(text[i:]); i >= look || i == len(text) {
			_, bad := f.total()
			f.hopeless = bad*10 > i-clean+100
			look = 2 * i
		}
	}
	r.In.Replace(f.out.String())
	if f.hopeless {
		first, _ := f.total()
		r.In.Replace("")
		r.Problems.Report(diag.Range{File: r.In, Line: first.Line}, diag.Error, "the file is not text", "a record is a text file in YAML")
		return "", false
	}
	for kind, badChar := range f.badChars {
		if badChar.count > 0 {
			r.reportBadChar(badCharKind(kind), badChar)
		}
	}
	return r.In.Text(), true
}

// encodings are those that a file may be in instead, by how it begins.
var encodings = []struct{ mark, name string }{
	{"\xff\xfe\x00\x00", "UTF-32"}, {"\x00\x00\xfe\xff", "UTF-32"}, {"\xff\xfe", "UTF-16"}, {"\xfe\xff", "UTF-16"},
}

// badCharsFrom is behind how many bytes it is looked for the first time whether a file is text at all: one in ten may not be.
const badCharsFrom = 1 << 16

// A badCharKind is a sort of character that a record cannot hold.
type badCharKind int

const (
	notUTF8 badCharKind = iota
	control
	noncharacter
	badCharKinds
)

// A badChar is where such a character first is, and how many there are.
type badChar struct {
	at    diag.Range
	what  string
	count int
}

// reportBadChar reports the first of the characters of one kind.
func (r *Reader) reportBadChar(kind badCharKind, f badChar) {
	f.at.File, f.at.Width = r.In, 1
	more := ""
	if f.count > 1 {
		more = fmt.Sprintf(", and %d more in this file", f.count-1)
	}
	switch kind {
	case notUTF8:
		r.Problems.Report(f.at, diag.Error, f.what+" is not UTF-8"+more, "save the file as UTF-8")
	case control:
		r.Problems.Report(f.at, diag.Error, "the control character "+f.what+more, "take it out")
	case noncharacter:
		r.Problems.Report(f.at, diag.Error, f.what+" inside the text"+more, "take it out")
	}
}

// A cleaner is a text on its way to become fit.
type cleaner struct {
	out      strings.Builder
	at       diag.Range // of what comes next
	badChars [badCharKinds]badChar

	hopeless bool // whether this is no text
}

// total is where the first of them is, and how many there are.
func (f *cleaner) total() (first diag.Range, count int) {
	for _, one := range f.badChars {
		if one.count > 0 && (count == 0 || one.at.Line < first.Line) {
			first = one.at
		}
		count += one.count
	}
	return first, count
}

// take fits the first character of rest and gives its length.
func (f *cleaner) take(rest string) int {
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
	case r == 0xFEFF && f.at.Column == 1: // another file begins, behind which this one was put
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

// replace writes one character for another that is not allowed, and is called so.
func (f *cleaner) replace(kind badCharKind, name string, r, by rune) {
	one := &f.badChars[kind]
	if one.count++; one.count == 1 {
		one.at, one.what = f.at, fmt.Sprintf(name, r)
	}
	f.out.WriteRune(by)
}

// A CleanAhead looks beside the reading of a text how much of it is fit.
type CleanAhead struct {
	SoFar chan string
	over  atomic.Bool // whether the rest is left to others
	fit   int
	done  func()
}

// NewCleanAhead looks at a text that is handed to it in so many steps, at most.
func NewCleanAhead(steps int) *CleanAhead {
	a := &CleanAhead{SoFar: make(chan string, steps)}
	a.done = parallel.Go(func() {
		for text := range a.SoFar {
			for !a.over.Load() && a.step(text) {
				runtime.Gosched() // the first events are to be drawn meanwhile
			}
		}
	})
	return a
}

// step looks at some lines more, if there are any that are whole.
func (a *CleanAhead) step(text string) bool {
	lines := text[a.fit:min(len(text), a.fit+cleanStep)]
	lines = lines[:1+strings.LastIndexByte(lines, '\n')] // where no character is cut in two
	n := cleanPrefix(lines)
	a.fit += n
	return n > 0 && n == len(lines)
}

// cleanStep is how many bytes are looked at at a time.
const cleanStep = 256 << 10

// UpTo ends a, which may be nil, and says how much is known to be fit.
func (a *CleanAhead) UpTo() int {
	if a == nil {
		return 0
	}
	a.over.Store(true)
	close(a.SoFar)
	a.done()
	return a.fit
}

// cleanStart is cleanPrefix on all cores, each with its share of the lines.
func cleanStart(s string) int {
	shares := min(runtime.GOMAXPROCS(0), 1+len(s)/UsualPiece)
	fit, ends, done := make([]int, shares), make([]int, shares+1), make([]func(), shares)
	for n := range shares {
		end := max(ends[n], len(s)*(n+1)/shares)
		if line := strings.IndexByte(s[end:], '\n'); line >= 0 && n < shares-1 {
			ends[n+1] = end + line + 1
		} else {
			ends[n+1] = len(s)
		}
		done[n] = parallel.Go(func() { fit[n] = ends[n] + cleanPrefix(s[ends[n]:ends[n+1]]) })
	}
	for n := range shares {
		if done[n](); fit[n] < ends[n+1] {
			return fit[n]
		}
	}
	return len(s)
}

// cleanPrefix is the length of the part of s in which nothing has to be changed.
func cleanPrefix(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case ' ' <= c && c <= '~' || c == '\n' || c == '\t':
			i++
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			i += 2
		case c < utf8.RuneSelf:
			return i
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
