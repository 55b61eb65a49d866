// Package aside holds the place of a long text in its file in the stead of the text, and reads parts of it again. Each
// page of the text is known by a hash, so that what somebody has written into the file meanwhile is not taken for it.
//
//	if t := aside.Put(text, 0, open); t != nil {
//		part, ok := t.Part(from, to) // text[from:to], unless the file has changed
//	}
//
// It does not decode the text and knows no record. It imports only the standard library.
package aside

import (
	"hash/maphash"
	"io"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

// Page is the size in bytes of what is known by one hash, but for the last.
const Page = 4 << 10

// A Text is a text that is in its file and not in memory. Goroutines may read it at the same time.
type Text struct {
	open    func() (io.ReadCloser, error)
	skip    int64 // bytes of the file before the text
	length  int
	pages   []page
	seed    maphash.Seed
	changed atomic.Bool

	mu   sync.RWMutex
	from readerAt // nil after it was closed
}

// A page is what is known of some bytes of a text.
type page struct {
	above int // lines of the text above the one in which it begins
	sum   uint64
}

// A readerAt is an open file that can be read anywhere.
type readerAt interface {
	io.ReaderAt
	io.Closer
}

// Put puts aside a text that is in a file after skip bytes. It opens the file and keeps it open until Close. It returns
// nil where what is opened cannot be read anywhere, such as a stream.
func Put(text string, skip int, open func() (io.ReadCloser, error)) *Text {
	from, ok := opened(open)
	if !ok {
		return nil
	}
	t := &Text{open: open, skip: int64(skip), length: len(text), seed: maphash.MakeSeed(), from: from}
	t.pages = make([]page, 0, len(text)/Page+1)
	for above := 0; text != ""; {
		some := text[:min(Page, len(text))]
		t.pages = append(t.pages, page{above, maphash.String(t.seed, some)})
		above += strings.Count(some, "\n")
		text = text[len(some):]
	}
	return t
}

// opened opens a file, if it can be read anywhere.
func opened(open func() (io.ReadCloser, error)) (readerAt, bool) {
	from, err := open()
	if err != nil {
		return nil, false
	}
	at, ok := from.(readerAt)
	if !ok {
		_ = from.Close()
	}
	return at, ok
}

// Close closes the file. What is read after that opens it anew, each time.
func (t *Text) Close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.from != nil {
		_ = t.from.Close()
		t.from = nil
	}
}

// Len returns the length of the text in bytes.
func (t *Text) Len() int { return t.length }

// Changed reports whether a part could not be read, since the file is not what it was.
func (t *Text) Changed() bool { return t.changed.Load() }

// Part returns the text between two offsets. ok is false where the file has changed there, or cannot be read.
func (t *Text) Part(from, to int) (part string, ok bool) {
	begin := from / Page * Page
	end := min((to+Page-1)/Page*Page, t.length)
	whole, ok := t.read(begin, end)
	if !ok {
		t.changed.Store(true)
		return "", false
	}
	return whole[from-begin : to-begin], true
}

// read reads whole pages.
func (t *Text) read(begin, end int) (text string, ok bool) {
	t.mu.RLock() // or another goroutine could close the file meanwhile
	defer t.mu.RUnlock()
	file := t.from
	if file == nil {
		if file, ok = opened(t.open); !ok {
			return "", false
		}
		defer func() { _ = file.Close() }()
	}
	var out strings.Builder
	out.Grow(end - begin)
	n, err := io.Copy(&out, io.NewSectionReader(file, t.skip+int64(begin), int64(end-begin)))
	if err != nil || int(n) < end-begin {
		return "", false
	}
	text = out.String()
	for at := begin; at < end; at += Page {
		if maphash.String(t.seed, text[at-begin:min(at+Page, end)-begin]) != t.pages[at/Page].sum {
			return "", false
		}
	}
	return text, true
}

// Before returns an offset less than Page bytes before the line feed that ends the line above line n, counted from 1,
// and the number of lines above that offset. Where there is no such line it returns some offset.
func (t *Text) Before(n int) (at, above int) {
	after := sort.Search(len(t.pages), func(i int) bool { return t.pages[i].above >= n-1 })
	if after == 0 {
		return 0, 0
	}
	return (after - 1) * Page, t.pages[after-1].above
}
