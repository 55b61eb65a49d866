package sanitize

import (
	"bufio"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// EscapeJSON returns a writer that hands JSON on to w with \u escapes for the characters that Escapes names and
// encoding/json lets through, such as DEL, C1 and bidirectional controls and zero-width characters. JSON has them
// inside strings only, so it means the same. Each write is to end where a character does.
func EscapeJSON(w *bufio.Writer) io.Writer { return escaper{w} }

type escaper struct{ w *bufio.Writer }

func (e escaper) Write(p []byte) (int, error) {
	var err error
	done := 0
	for i := 0; i < len(p); {
		if p[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(p[i:])
		if Escapes(r) {
			e.w.Write(p[done:i])
			for _, unit := range utf16.AppendRune(nil, r) {
				_, err = fmt.Fprintf(e.w, `\u%04x`, unit)
			}
			done = i + size
		}
		i += size
	}
	if done < len(p) {
		_, err = e.w.Write(p[done:])
	}
	return len(p), err
}
