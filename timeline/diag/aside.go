package diag

import (
	"io"
	"strings"

	"dateline/timeline/internal/aside"
)

// shortText is the size in bytes of a text that is not let go: it is read in no time, and takes none.
const shortText = 1 << 20

// A whence is where the text of a File is in the file itself, and what of it is in memory if the text is not.
type whence struct {
	open  func() (io.ReadCloser, error) // nil where the text is not in the file as it is
	skip  int                           // bytes before it
	aside *aside.Text                   // nil while the text is in memory
	at    int                           // the offset in the text of what was read last, …
	read  string                        // … and that
}

// IsIn says that the text is what open gives, after skip bytes, so that it can be read again. That holds until
// Replace.
func (f *File) IsIn(open func() (io.ReadCloser, error), skip int) {
	f.whence = whence{open: open, skip: skip}
}

// LetGo lets a long text go that can be read again, and reports whether it did. The file is open until Close. Where
// somebody writes it, Changed reports so, and what cannot be read any more is "".
func (f *File) LetGo() bool {
	if f.open == nil || f.aside != nil || len(f.text) < shortText {
		return false
	}
	if f.aside = aside.Put(f.text, f.skip, f.open); f.aside == nil {
		return false
	}
	f.text, f.marks, f.count, f.spot = "", nil, 0, lineSpot{}
	return true
}

// TakeBack reads all of a text again that was let go, and reports whether the file still has it.
func (f *File) TakeBack() bool {
	text := f.Text()
	if f.Changed() {
		return false
	}
	f.Close()
	f.text, f.whence = text, whence{}
	return true
}

// IsLetGo reports whether the text is in its file and not in memory.
func (f *File) IsLetGo() bool { return f.aside != nil }

// Changed reports whether a part of the text could not be read again, since the file has another by now.
func (f *File) Changed() bool { return f.aside != nil && f.aside.Changed() }

// Close closes the file that was opened by LetGo. What is asked for later opens it anew.
func (f *File) Close() {
	if f.aside != nil {
		f.aside.Close()
	}
}

// Again returns a File of the same text, for another goroutine.
func (f *File) Again() *File {
	return &File{name: f.name, text: f.text, above: f.above, whence: whence{aside: f.aside}}
}

// Len returns the length of the text in bytes.
func (f *File) Len() int {
	if f.aside != nil {
		return f.aside.Len()
	}
	return len(f.text)
}

// Part returns the text between two offsets, or "" where the file has changed there. Several goroutines may call it.
func (f *File) Part(from, to int) string {
	if f.aside == nil {
		return f.text[from:to]
	}
	part, _ := f.aside.Part(from, to)
	return part
}

// windowSize is how many bytes of a text that was let go are read at a time. It is more than an excerpt has.
const windowSize = 4 * aside.Page

// window returns some of the text from an offset on: as much as an excerpt has, or at least the rest of the line.
func (f *File) window(at int) string {
	if f.aside == nil {
		return f.text[at:min(len(f.text), at+maxExcerpt)]
	}
	end := min(f.Len(), at+maxExcerpt)
	known := ""
	if f.at <= at && at < f.at+len(f.read) {
		known = f.read[at-f.at:]
	}
	if len(known) < end-at && !strings.Contains(known, "\n") {
		f.at = at / aside.Page * aside.Page
		f.read = f.Part(f.at, min(f.Len(), f.at+windowSize))
		known = f.read[min(len(f.read), at-f.at):]
	}
	return known[:min(len(known), end-at)]
}

// startAside is LineStart in a text that was let go, for line n of the text.
func (f *File) startAside(n int) (at int, ok bool) {
	at, above := f.aside.Before(n)
	for n > above+1 {
		end := strings.IndexByte(f.window(at), '\n')
		if end < 0 {
			return 0, false
		}
		at, above = at+end+1, above+1
	}
	return at, true
}
