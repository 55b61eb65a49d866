package load

import (
	"context"
	"io"
	"strings"
	"sync/atomic"
	"testing"

	"dateline/timeline/internal/filetext"
)

// unending is a text without an end, of which bytes are counted.
type unending struct {
	text string
	read *atomic.Int64
}

func (e unending) Read(p []byte) (int, error) {
	for n := 0; n < len(p); n += len(e.text) {
		copy(p[n:], e.text)
	}
	e.read.Add(int64(len(p)))
	return len(p), nil
}

// file returns a file of that size that holds begin and then e.
func (e unending) file(size int64, begin string) File {
	return File{Name: "endless.yaml", Size: size, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader(begin), e)), nil
	}}
}

// What is no text is refused as soon as that shows, however long it is, and what has no end when it has come too far.
func TestOnlyWhatIsNeededIsRead(t *testing.T) {
	const event = "- {date: 2025-01-01, title: Kept}\n"
	long := event + strings.Repeat("# a long comment\n", filetext.Step/16)
	for name, test := range map[string]struct {
		text  string
		file  func(unending) File
		most  int64
		wants string
	}{
		"NUL from a stream": {"\x00", func(e unending) File { return Stream("a", e) }, filetext.FirstRead, "the file is not text"},
		"NUL of a file":     {"\x00", func(e unending) File { return e.file(filetext.MaxRecord, "") }, filetext.FirstRead, "the file is not text"},
		"NUL of no size":    {"\x00", func(e unending) File { return e.file(0, "") }, filetext.FirstRead, "the file is not text"},
		"a binary file": {
			"\x7fELF\x02\x01\xf8\xff", func(e unending) File { return e.file(filetext.MaxRecord, "") }, filetext.FirstRead,
			"this is a program",
		},
		"one endless line": {"word ", func(e unending) File { return Stream("a", e) }, filetext.FirstRead, "this is plain text"},
		"UTF-16":           {"\xff\xfea\x00", func(e unending) File { return e.file(filetext.MaxRecord, "") }, filetext.FirstRead, "the file is in UTF-16"},
		"NUL after a text": {
			"\x00", func(e unending) File { return e.file(filetext.MaxRecord, long) }, 2 * filetext.Step, "NULs at least",
		},
		"NUL after a text of no size": {
			"\x00", func(e unending) File { return e.file(0, long) }, 2 * filetext.Step, "NULs at least",
		},
		"a file that grows": {
			event, func(e unending) File { return e.file(1000, "") }, 2000 + maxGrowth + filetext.Step,
			"it grows as fast as it is read",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var read atomic.Int64
			p := Files(t.Context(), []File{test.file(unending{test.text, &read})}, nil)
			if text := p.Problems.String(); !strings.Contains(text, test.wants) {
				t.Errorf("%s", text)
			}
			if read.Load() > test.most {
				t.Errorf("%d bytes are read, at most %d", read.Load(), test.most)
			}
		})
	}
}

// A text is refused where it has more bytes than are read, and not where it has as many.
func TestMostThatIsRead(t *testing.T) {
	const most = filetext.FirstRead + 3*filetext.Step
	for _, stream := range []bool{false, true} {
		for _, size := range []int64{
			0, 1, filetext.FirstRead, filetext.FirstRead + 1, filetext.FirstRead + filetext.Step, most, most + 1,
		} {
			text := strings.Repeat("x\n", int(size))[:size]
			open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
			s := filetext.New(open, 0, most)
			if stream {
				s = filetext.NewStream(open, 0, most)
			}
			got, err := s.All(t.Context(), func(string) {}, nil)
			if fits := size <= most; fits != (err == nil) || fits && got != text {
				t.Errorf("%d bytes: %d, %v", size, len(got), err)
			}
		}
	}
	unread := func() (io.ReadCloser, error) { t.Error("it is opened"); return nil, io.EOF }
	for want, s := range map[string]*filetext.Text{
		"it has 3 GiB, and at most 2 GiB are read":  filetext.NewStream(unread, 3<<30, filetext.MaxStream),
		"it has more than 1 GiB, which is all that": filetext.NewStream(unread, 3<<29, filetext.MaxStream),
		"it has more than 1 KiB, which is all":      filetext.NewStream(Stream("a", strings.NewReader(strings.Repeat("x\n", 600))).Open, 0, 1<<10),
		"with the files before it, it has more than the 2 GiB": filetext.New(
			Stream("a", strings.NewReader(strings.Repeat("x\n", 600))).Open, 0, 1<<10),
	} {
		if _, err := s.All(t.Context(), func(string) {}, nil); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, not %s", err, want)
		}
	}
	never := File{Size: 1000, Open: func() (io.ReadCloser, error) { t.Error("it is opened"); return nil, io.EOF }}
	if _, err := never.text(999).All(t.Context(), nil, nil); err == nil || !strings.Contains(err.Error(), "with the files before it") {
		t.Error(err)
	}
}

// blocked is what nothing ever comes of.
type blocked struct{}

func (blocked) Read([]byte) (int, error) { select {} }

// Where nothing comes, that is said, the files before it are shown, and who waits can leave.
func TestWaitingCanBeLeft(t *testing.T) {
	for name, silent := range map[string]File{
		"a stream":                     Stream("silent", blocked{}),
		"a file":                       {Name: "silent", Size: 9, Open: func() (io.ReadCloser, error) { return io.NopCloser(blocked{}), nil }},
		"a file that cannot be opened": {Name: "silent", Open: func() (io.ReadCloser, error) { select {} }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, leave := context.WithCancel(t.Context())
			p := Files(ctx, []File{textFile("a.yaml", kept), silent, textFile("b.yaml", kept)}, func(p Progress) {
				if p.Awaited == "silent" && p.Index.Timeline().Len() == 1 {
					leave()
				}
			})
			if p.Done {
				t.Error("it is done")
			}
		})
	}
}

// What has come of a stream is not lost to the next load when the first is left.
func TestStreamIsKept(t *testing.T) {
	r, w := io.Pipe()
	file := Stream("stdin", r)
	ctx, leave := context.WithCancel(t.Context())
	go func() {
		_, _ = io.WriteString(w, kept)
		leave()
		_, _ = io.WriteString(w, kept)
		w.Close()
	}()
	Files(ctx, []File{file}, nil)
	for range 2 {
		if p := Files(t.Context(), []File{file}, nil); p.Index.Timeline().Len() != 2 {
			t.Errorf("%d events: %s", p.Index.Timeline().Len(), p.Problems)
		}
	}
}
