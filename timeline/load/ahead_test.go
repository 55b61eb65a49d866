package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/diag"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/testrecord"
)

// manyFiles are short files of all formats, of ours and of others, sound and broken, with more problems than are kept.
func manyFiles() fstest.MapFS {
	folder := fstest.MapFS{}
	put := func(name, text string) { folder[name] = &fstest.MapFile{Data: []byte(text)} }
	for i := range 32 {
		dir := fmt.Sprintf("f%d/", i%4)
		put(dir+fmt.Sprintf("own%d.md", i), fmt.Sprintf("---\ndate: 2025-01-%02d\ntitle: Own %d\nactors: [Anna, B]\n"+
			"sources: [https://a.org/%d, s]\nrelated: [none]\n---\nText of [[Anna|A %d]].\n", 1+i%28, i, i, i))
		put(dir+fmt.Sprintf("twice%d.md", i), "---\ndate: 2024\ntitle: The same\nid: same\n---\n")
		put(dir+fmt.Sprintf("other%d.md", i), fmt.Sprintf("---\nEvent: A talk %d\nWhen: %d/%d/2001\nWho: X, Y\n---\n", i, 1+i%28,
			1+i%12))
		put(dir+fmt.Sprintf("note%d.md", i), "# Heading\n\nNothing.\n")
		put(dir+fmt.Sprintf("empty%d.md", i), "")
		put(dir+fmt.Sprintf("crlf%d.md", i), "---\r\ndate: 2020\r\ntitle: Ends\r\n---\r\nText\x01\r\n")
		put(dir+fmt.Sprintf("two%d.md", i), "---\ndate: 2020\n---\n\n---\ntitle: Two\n---\n")
		put(dir+fmt.Sprintf("a%d.json", i), fmt.Sprintf(`[{"title":"J%d","start":"%d/2/1999","people":"A, B"},{"x":1}`, i, i+1))
		put(dir+fmt.Sprintf("a%d.csv", i), fmt.Sprintf("name,year\nC%d,98\nD,%02d\n", i, i))
		put(dir+fmt.Sprintf("a%d.ics", i), "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:I\nDTSTART:20200101\nEND:VEVENT\nEND:VCALENDAR\n")
		put(dir+fmt.Sprintf("a%d.toml", i), "[[events]]\ndate = 2025-01-01\ntitle = \"T\"\n")
		put(dir+fmt.Sprintf("settings%d.yaml", i), "on: [push]\njobs: {}\n")
		put(dir+fmt.Sprintf("slips%d.yaml", i), fmt.Sprintf("events:\n- {date: 2025-02-30, title: a: b}\n- date: 2025\n"+
			"  title: \"C %d\n- date: 2026\n  titel: D\n  wetaher%d: x\n", i, i))
		var long strings.Builder
		for k := range 330 {
			fmt.Fprintf(&long, "- {date: 2025, title: Title %d of %d, mood%d: y, sources: {}, location: []}\n", k, i*k, i)
		}
		put(dir+fmt.Sprintf("long%d.yaml", i), "title: Long\nevents:\n"+long.String())
	}
	put("f1/_dateline.yaml", "fields: {title: Event, date: When}\nactors: [{id: anna, name: Anna}]\n")
	put("f2/_dateline.yaml", "title: Second\nevents: []\n")
	return folder
}

// What is read ahead of its turn gives the record, the problems and the counts that are read one after the other,
// whatever the number of cores.
func TestFilesAreReadInTurn(t *testing.T) {
	folder := manyFiles()
	files, _ := Folder(folder, "record")
	named, _ := Folder(folder, "named")
	for i := range named {
		named[i].inFolder = false
	}
	failOver(t, "location", "boom")
	folder["f1/own1.md"].Data = []byte("---\ndate: 2025\ntitle: A\nlocation: boom\n---\n")
	for name, files := range map[string][]File{"of a folder": files, "named": named} {
		t.Run(name, func(t *testing.T) {
			longer := func(files []File) (longer []File) { // so that none is read ahead
				for _, f := range files {
					f.Size = filetext.FirstRead
					longer = append(longer, f)
				}
				return longer
			}
			want := Files(context.Background(), longer(files), nil)
			if want.Problems.Errors() < diag.MaxProblems {
				t.Fatal("too few problems:", want.Problems.Summary())
			}
			unexported := cmp.Exporter(func(reflect.Type) bool { return true })
			for cores, publish := range map[int]func(Progress){1: nil, 2: nil, 3: func(Progress) {}, 8: nil} {
				was := runtime.GOMAXPROCS(cores)
				got := Files(context.Background(), files, publish)
				runtime.GOMAXPROCS(was)
				for what, both := range map[string][2]any{
					"summary": {want.Summary(), got.Summary()}, "problems": {want.Problems, got.Problems},
					"groups": {want.Groups, got.Groups},
					"record": {contentsOf(want.Index.Timeline()), contentsOf(got.Index.Timeline())},
				} {
					if !reflect.DeepEqual(both[0], both[1]) {
						t.Fatalf("%s with %d cores:\n%s", what, cores, cmp.Diff(both[0], both[1], unexported))
					}
				}
			}
		})
	}
}

// counting counts how often each file of a folder is opened.
type counting struct {
	fstest.MapFS
	times map[string]int
}

func (o counting) Open(name string) (fs.File, error) {
	o.times[name]++
	return o.MapFS.Open(name)
}

// Files of others, which are read twice, are opened once.
func TestShortFilesAreOpenedOnce(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // so that nothing is counted at the same time
	folder := counting{manyFiles(), map[string]int{}}
	files, _ := Folder(folder, "record")
	clear(folder.times)
	Files(context.Background(), files, nil)
	for _, f := range files {
		name := strings.TrimPrefix(f.Name, "record/")
		if n := folder.times[name]; n != 1 && !strings.Contains(name, "_dateline") {
			t.Errorf("%s is opened %d times", name, n)
		}
	}
}

// A file that has grown since it was found is read to its end.
func TestAFileThatGrows(t *testing.T) {
	long := testrecord.Generate(2000)
	files := []File{InMemory("a.yaml", []byte(long)), InMemory("b.yaml", []byte("- {date: 2025, title: B}\n"))}
	files[0].Size = 100
	if p := Files(context.Background(), files, nil); p.Events != 2001 || len(p.Problems) > 0 {
		t.Errorf("%d events, %s", p.Events, p.Problems)
	}
}

// While a file does not answer, those before it are shown, it is named, and the load ends with its context.
func TestAFileThatNeverAnswers(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	closed := make(chan bool)
	var files []File
	for i := range 20 {
		files = append(files, InMemory(fmt.Sprintf("%d.yaml", i), fmt.Appendf(nil, "- {date: 2025, title: E%d}\n", i)))
	}
	files[12].Open = func() (io.ReadCloser, error) { return silent{closed}, nil }
	p := Files(ctx, files, func(p Progress) {
		if p.Awaited != "" {
			if p.Awaited != "12.yaml" {
				t.Error("waits for", p.Awaited)
			}
			cancel()
		}
	})
	if p.Done || p.Events != 12 || p.Files != 12 {
		t.Errorf("%s, done %v", p.Summary(), p.Done)
	}
	select {
	case <-closed:
	case <-time.After(time.Minute):
		t.Error("it is not left")
	}
}

// A silent file never gives anything. It says when it is closed.
type silent struct{ closed chan bool }

func (s silent) Read([]byte) (int, error) { <-s.closed; return 0, errors.New("closed") }
func (s silent) Close() error             { close(s.closed); return nil }

// Where opening a file panics, so does the load.
func TestPanicsOfFilesComeOut(t *testing.T) {
	files := []File{textFile("a.yaml", "- {date: 2025, title: A}\n"), textFile("b.yaml", "x")}
	for i := range files {
		files[i].Size = 30
	}
	files[1].Open = func() (io.ReadCloser, error) { panic("no such thing") }
	defer func() {
		if value := recover(); value == nil || !strings.Contains(fmt.Sprint(value), "no such thing") {
			t.Error(value)
		}
	}()
	Files(context.Background(), files, nil)
}
