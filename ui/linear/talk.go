package linear

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// A Talk is the lines that a reader types or a script has, and the answers to them. In and Out are required.
type Talk struct {
	In      io.Reader
	Out     io.Writer
	Width   int         // of a line in cells; 0 is 80
	Typed   bool        // In is a terminal, which shows what is typed; else each line is written before its answer
	Prompts bool        // Out is a terminal as well, on which there is a prompt
	ASCII   bool        // the signs of sentences are those of ASCII
	NoUTF8  bool        // Out shows no letters beyond ASCII either
	Changed func() bool // reports whether the record is no longer what was read; nil: it stays as it is

	lines *bufio.Reader
	rest  []string // paragraphs that More goes on with
	read  int      // paragraphs of them that have been said
	items bool     // whether the paragraphs are items of a list
	of    int      // how many items there are, with those that are not read
	said  bool     // since Next
	err   error    // of the first write that failed
}

// Bounds of what is taken and said at once.
const (
	longestLine = 4 << 10 // bytes of a command
	longestWord = 300     // bytes of one that is not broken
	portion     = 18      // lines that are said before More is waited for
	width       = 80
)

// Prompt is what a reader is asked with for a line.
const Prompt = "> "

// Next returns the next line of the reader, without its end; ok is false where there is none any more. Of a line that
// is too long for a command the beginning is taken.
func (t *Talk) Next() (line string, ok bool) {
	if t.lines == nil {
		t.lines = bufio.NewReaderSize(t.In, longestLine)
	}
	if t.Prompts {
		t.write(Prompt)
	}
	text, err := t.lines.ReadSlice('\n')
	line = string(text)
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = t.lines.ReadSlice('\n')
	}
	switch {
	case line == "" && err != nil && t.Prompts:
		t.write("\n") // the shell's prompt begins a line of its own
		return "", false
	case line == "" && err != nil:
		return "", false
	}
	line = strings.TrimSpace(sanitize.Line(strings.TrimRight(line, "\r\n")))
	if t.said = false; !t.Typed {
		t.write(Prompt + line + "\n")
	}
	return line, true
}

// Say says paragraphs, each from a new line on.
func (t *Talk) Say(paragraphs ...string) {
	for _, p := range paragraphs {
		for _, line := range t.wrapped(p) {
			t.line(line)
		}
	}
}

// Read says paragraphs, of many the first ones. More goes on with the others.
func (t *Talk) Read(paragraphs []string) {
	t.begin(paragraphs, false)
	t.More()
}

// List says the items of a list, of many the first ones. More goes on with the others.
func (t *Talk) List(items []string) { t.ListPart(items, 0, len(items)) }

// ListPart does what List does for items of a longer list of so many, before which others stand.
func (t *Talk) ListPart(items []string, before, of int) {
	t.begin(items, true)
	t.read, t.of = before, of
	t.More()
}

// begin has More say paragraphs.
func (t *Talk) begin(paragraphs []string, items bool) {
	t.rest, t.items = nil, items
	for _, p := range paragraphs {
		if strings.TrimSpace(p) != "" {
			t.rest = append(t.rest, p)
		}
	}
}

// More goes on with what was begun, and reports whether there was anything.
func (t *Talk) More() bool {
	if len(t.rest) == 0 {
		return false
	}
	for left := portion; len(t.rest) > 0; {
		lines := t.wrapped(t.rest[0])
		need := len(lines)
		if strings.HasSuffix(t.rest[0], ":") {
			need++ // what it is the heading of
		}
		if need > left && left < portion {
			break // a paragraph is kept together where that can be
		}
		if n := min(len(lines), left); n < len(lines) {
			t.lineAll(lines[:n])
			t.rest[0] = strings.Join(lines[n:], " ")
			break
		}
		t.lineAll(lines)
		left -= len(lines)
		t.rest = t.rest[1:]
		t.read++
	}
	switch n := len(t.rest); {
	case n > 0 && t.items:
		t.Say(fmt.Sprintf("That was up to %s of %s. more reads on.", draw.Number(t.read), draw.Number(t.of)))
	case n > 0:
		t.Say("There is more. more reads on.")
	}
	return true
}

// Over forgets what More would go on with.
func (t *Talk) Over() { t.rest = nil }

// Said reports whether anything has been said since the last line.
func (t *Talk) Said() bool { return t.said }

// Err returns the error of the first write that failed.
func (t *Talk) Err() error { return t.err }

// wrapped returns a paragraph as lines of the width, safe to be written.
func (t *Talk) wrapped(paragraph string) []string {
	w := t.Width
	if w <= 0 {
		w = width
	}
	text := strings.TrimSpace(sanitize.Line(paragraph))
	if text == "" {
		return nil
	}
	var lines []string // in which a word stays whole, so that an address or a command can be copied
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && draw.Cells(line)+1+draw.Cells(word) > w {
			lines, line = append(lines, line), ""
		}
		if line = joined(" ", line, word); len(word) > longestWord {
			broken := draw.Wrap(line, w)
			lines, line = append(lines, broken[:len(broken)-1]...), broken[len(broken)-1]
		}
	}
	return append(lines, line)
}

func (t *Talk) lineAll(lines []string) {
	for _, one := range lines {
		t.line(one)
	}
}

func (t *Talk) line(text string) {
	t.said = true
	t.write(sanitize.Line(strings.TrimRight(text, " ")) + "\n") // a mark may begin a line that followed a letter
}

// asciiSigns are what signs of sentences are where there is nothing but ASCII.
var asciiSigns = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...", "\u00a0", " ",
)

// write writes a text, unless a write has failed.
func (t *Talk) write(text string) {
	if t.ASCII || t.NoUTF8 {
		text = asciiSigns.Replace(text)
	}
	if t.NoUTF8 {
		text = strings.Map(func(r rune) rune {
			if r > unicode.MaxASCII {
				return '?'
			}
			return r
		}, text)
	}
	if t.err == nil {
		_, t.err = io.WriteString(t.Out, text)
	}
}
