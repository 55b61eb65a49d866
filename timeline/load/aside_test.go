package load

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"dateline/timeline/testrecord"
)

// longRecord returns a record that is long enough to be let go, with problems of many kinds all over it, and whether it
// is to be read as a whole in the end.
func longRecord(broken bool) string {
	text := testrecord.Generate(1800)
	head, events, _ := strings.Cut(text, "events:\n")
	head = "note: &n one #two\n" + head
	if !broken { // or an anchor has the whole read at once
		head = strings.TrimPrefix(head, "note: &n one #two\n")
	}
	items := strings.SplitAfter(events, "\n  - ")
	for i := range items {
		switch i % 200 {
		case 7:
			items[i] = strings.Replace(items[i], "title:", "titel: x\n    title:", 1)
		case 57:
			items[i] = strings.Replace(items[i], "date: ", "date: never #", 1)
		case 107:
			items[i] = strings.Replace(items[i], "title:", "sky: {grey: [1, &a é]} #seven\n    title:", 1)
		case 157:
			items[i] = items[i-1]
		}
	}
	return head + "events:\n" + strings.Join(items, "")
}

// A changing file is one in which somebody does something after it was opened a second time and read a few times.
type changing struct {
	*os.File
	left   *atomic.Int64
	each   bool // whether it is done at each reading
	change func()
}

func (c changing) ReadAt(p []byte, at int64) (int, error) {
	if left := c.left.Add(-1); left == 0 || left < 0 && c.each {
		c.change()
	}
	return c.File.ReadAt(p, at)
}

// onDisk returns a file with a text, in which change changes something after so many readings of parts, or as it is
// opened to be read again, where that is 0, and each time where it is less.
func onDisk(t testing.TB, name, text string, left int64, change func(name string)) File {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	opened, each, more := 0, left < 0, new(atomic.Int64)
	more.Store(left)
	return File{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		if opened++; opened == 2 && left == 0 && change != nil {
			change(path)
		}
		f, err := os.Open(path)
		if err != nil || change == nil {
			return f, err
		}
		return changing{f, more, each, func() { change(path) }}, nil
	}}
}

// sameAs fails unless a load gives what another does: events, problems and their places.
func sameAs(t testing.TB, what string, want, got Progress) {
	t.Helper()
	if want.Problems.String() != got.Problems.String() {
		t.Errorf("%s: the problems differ: %d and %d", what, len(want.Problems), len(got.Problems))
	}
	for i := range min(len(want.Problems), len(got.Problems)) {
		if want.Problems[i] != got.Problems[i] {
			t.Fatalf("%s: problem %d is\n%+v, not\n%+v", what, i, got.Problems[i], want.Problems[i])
		}
	}
	a, b := contentsOf(want.Index.Timeline()), contentsOf(got.Index.Timeline())
	if !reflect.DeepEqual(a, b) && fmt.Sprint(a) != fmt.Sprint(b) { // to which an empty list is none
		t.Errorf("%s: %d events differ from %d", what, len(b.Events), len(a.Events))
	}
	if want.Read != got.Read || want.Twice != got.Twice || want.Files != got.Files || want.Barren != got.Barren {
		t.Errorf("%s: %s, not %s", what, got.Summary(), want.Summary())
	}
}

// A long file on the disk reads as the same text in memory, whatever is wrong with it.
func TestLongFilesReadAsFromMemory(t *testing.T) {
	title := strings.Repeat("a long title ", 12)
	for name, text := range map[string]string{
		"pieces.yaml":  longRecord(false),
		"marked.yaml":  "\ufeff" + longRecord(false),
		"nul.yaml":     longRecord(false) + "\x00\x00",
		"dirty.yaml":   strings.Replace(longRecord(false), "title: ", "title: \x07", 50),
		"anchor.yaml":  longRecord(true),
		"end.yaml":     longRecord(false) + "  - {title: x: y}\n",
		"odd.yaml":     longRecord(false) + "  - &b {title: x}\n  - *b\n",
		"tail.yaml":    longRecord(false) + "actors: [{id: a, name: b}]\nmood: odd\n",
		"front.md":     "---\n" + longRecord(false) + "---\nText.\n",
		"lines.jsonl":  strings.Repeat(`{"date": "2025-09-08", "title": "`+title+`", "sky": {"x": [1, "é"]}}`+"\n", 9000),
		"list.json":    "[" + strings.Repeat(`{"date": "2025-09-0", "title": "`+title+`"}, `, 9000) + `{"date": 2025}]`,
		"broken.json":  `{"title": "t", "events": [` + strings.Repeat(`{"date": "2025", "title": "`+title+`",},`+"\n", 9000),
		"table.csv":    "date,title,sky\n" + strings.Repeat("2025-09-08,\"one, "+title+"\",é\n2025,x\n", 9000),
		"several.yaml": longRecord(false) + "---\n" + longRecord(false),
	} {
		t.Run(name, func(t *testing.T) {
			if len(text) < 1<<20 {
				t.Fatal("the record is too short: ", len(text))
			}
			memory, again := InMemory(name, []byte(text)), new(atomic.Int64)
			for what, publish := range map[string]func(Progress){"alone": nil, "watched": func(Progress) {}} {
				want := Files(context.Background(), []File{memory}, publish)
				disk := onDisk(t, name, text, -1, func(string) { again.Add(1) })
				sameAs(t, what, want, Files(context.Background(), []File{disk}, publish))
			}
			if again.Load() == 0 && !strings.Contains("dirty.yaml anchor.yaml several.yaml front.md table.csv", name) {
				t.Error("its text stays in memory")
			}
		})
	}
}

// A file that somebody writes while it is read is read as it is then, or as it was, and never as something between.
func TestLongFilesThatChange(t *testing.T) {
	was, now := longRecord(false), strings.ReplaceAll(longRecord(false), "title: ", "title: New ")
	write := func(name string) { _ = os.WriteFile(name, []byte(now), 0o600) }
	half := strings.LastIndex(was[:len(was)/2], "\n  - ") + 1
	for what, test := range map[string]struct {
		change func(name string)
		want   string
	}{
		"written":   {write, now},
		"truncated": {func(name string) { _ = os.Truncate(name, int64(half)) }, was[:half]},
		"appended": {func(name string) {
			f, _ := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
			_, _ = f.WriteString("  - {date: 2025, title: one more}\n")
			_ = f.Close()
		}, was},
		"emptied": {func(name string) { _ = os.Truncate(name, 0) }, ""},
		"removed": {func(name string) { _ = os.Remove(name) }, was},
		"replaced": {func(name string) {
			write(name + "~")
			_ = os.Rename(name+"~", name)
		}, was},
	} {
		for _, left := range []int64{0, 1, 4} {
			if left == 0 && what == "replaced" { // before it was opened again
				test.want = now
			} else if what == "replaced" {
				test.want = was
			}
			t.Run(fmt.Sprint(what, left), func(t *testing.T) {
				file := onDisk(t, "record.yaml", was, left, test.change)
				got := Files(context.Background(), []File{file}, nil)
				sameAs(t, what, Files(context.Background(), []File{InMemory("record.yaml", []byte(test.want))}, nil), got)
			})
		}
	}
}

// While a long file is read to its end nothing keeps its text: no value, no reference to what is unknown.
func TestLongFilesAreLetGo(t *testing.T) {
	record := testrecord.Generate(4000)
	_, list, _ := strings.Cut(record, "events:\n")
	for name, text := range map[string]string{
		"record.yaml": record,
		"list.yaml":   list, // which cites sources that nobody knows
		"strange.yaml": strings.ReplaceAll(record, "\n    title: ", "\n    weather: {sky: [grey, blue]}\n"+
			"    related: [nobody]\n    title: "),
		"list.json": `{"title": "t", "events": [` + strings.Repeat(`{"date": "2025", "title": "t", "related": ["x"],`+
			` "by": ["a", "b"], "summary": "`+strings.Repeat("words ", 40)+`"},`+"\n", 8000) + `{}], "more": ["x"]}`,
	} {
		t.Run(name, func(t *testing.T) {
			held := func(f File) (bytes int) {
				Files(context.Background(), []File{f}, func(p Progress) {
					if !p.Done { // the last of these is at the last piece
						var now runtime.MemStats
						runtime.GC()
						runtime.ReadMemStats(&now)
						bytes = int(now.HeapAlloc)
					}
				})
				return bytes
			}
			disk := onDisk(t, name, text, 0, nil)
			held(disk) // so that what is made once is there
			memory := held(InMemory(name, []byte(text)))
			if saved := memory - held(disk); saved < len(text)*3/4 {
				t.Errorf("%d bytes are saved of %d", saved, len(text))
			}
		})
	}
}
