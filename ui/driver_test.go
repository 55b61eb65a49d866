package ui

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/muesli/termenv"

	"dateline/timeline/load"
	"dateline/ui/draw"
)

var updateGoldens = flag.Bool("update", false, "write the golden files anew; look at each before it is committed")

// long reports whether slow experiments are made in full.
func long() bool { return os.Getenv("LONG") != "" }

// A driver is a reader at a screen without a terminal: it presses keys, runs what they start to its end, and looks.
type driver struct {
	t   *testing.T
	m   *model
	out *paper // what was written beside the frames, such as the clipboard
	bye bool   // the program quit
}

// A paper is a terminal that keeps what is written.
type paper struct{ strings.Builder }

func (*paper) Read([]byte) (int, error) { return 0, io.EOF }
func (*paper) Close() error             { return nil }
func (*paper) Fd() uintptr              { return ^uintptr(0) }

// A setting changes how a driver's screen is opened.
type setting func(*Options, *draw.Looks)

func withQuery(q string) setting        { return func(o *Options, _ *draw.Looks) { o.Query = q } }
func at(id string) setting              { return func(o *Options, _ *draw.Looks) { o.At = id } }
func inASCII() setting                  { return func(o *Options, _ *draw.Looks) { o.ASCII = true } }
func in256(_ *Options, l *draw.Looks)   { l.Profile = termenv.ANSI256 }
func inLight(_ *Options, l *draw.Looks) { l.Light = true }

// yaml opens the screen on a record of this text.
func yaml(text string) setting {
	return func(o *Options, _ *draw.Looks) { o.Load = loading(file("test.yaml", text)) }
}

// file is a file in memory.
func file(name, text string) load.File {
	return load.File{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
}

// loading reads files as the program does.
func loading(files ...load.File) func(context.Context, func(load.Progress)) {
	return func(ctx context.Context, publish func(load.Progress)) {
		load.Files(ctx, files, publish)
	}
}

// curated returns a frozen copy of the record that the program carries, so that the record may grow without a golden
// that changes. Only TestGoldenEmbedded looks at the record itself.
func curated(t testing.TB) load.File {
	t.Helper()
	data, err := os.ReadFile("testdata/record.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return file("record.yaml", string(data))
}

// open shows the curated record, unless a setting says otherwise, on a screen of w × h cells.
func open(t *testing.T, w, h int, settings ...setting) *driver {
	t.Helper()
	d := begun(t, w, h, settings...)
	d.run(d.m.Init())
	return d
}

// begun is a screen that has not begun to read its record.
func begun(t *testing.T, w, h int, settings ...setting) *driver {
	t.Helper()
	out := &paper{}
	looks := draw.Looks{Profile: termenv.Ascii}
	o := Options{
		Load: loading(curated(t)), Output: out,
		Now:     func() time.Time { return time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC) },
		Command: func(query, event string) string { return "show " + event + " of " + query },
		Write:   func(_ string, write func(io.Writer) error) (string, error) { return "", write(io.Discard) },
	}
	for _, s := range settings {
		s(&o, &looks)
	}
	looks.ASCII = looks.ASCII || o.ASCII
	d := &driver{t: t, out: out, m: newModel(context.Background(), o, draw.NewTheme(looks))}
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// send hands the model a message and runs what it starts.
func (d *driver) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.m.View()
	d.run(cmd)
}

// run runs a command, and the commands of the messages it answers with, until nothing is left to do.
func (d *driver) run(cmd tea.Cmd) {
	answers := make(chan tea.Msg)
	running := 0
	start := func(c tea.Cmd) {
		if c == nil {
			return
		}
		running++
		go func() { answers <- c() }()
	}
	start(cmd)
	for running > 0 {
		msg := <-answers
		running--
		switch v := msg.(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range v {
				start(c)
			}
		case tea.QuitMsg:
			d.bye = true
		default:
			if list := reflect.ValueOf(msg); list.Kind() == reflect.Slice && list.Type().Elem() == reflect.TypeOf(tea.Cmd(nil)) {
				for i := range list.Len() { // a sequence
					d.run(list.Index(i).Interface().(tea.Cmd))
				}
				continue
			}
			_, c := d.m.Update(msg)
			d.m.View()
			start(c)
		}
	}
}

// keyTypes are the keys that are no letters, by bubbletea's names.
var keyTypes = func() map[string]tea.KeyType {
	types := map[string]tea.KeyType{}
	for k := tea.KeyType(-100); k <= 127; k++ {
		if name := k.String(); name != "" && k != tea.KeyRunes {
			types[name] = k
		}
	}
	return types
}()

// keyMsg is the message that bubbletea makes of a key.
func keyMsg(key string) tea.KeyMsg {
	if rest, ok := strings.CutPrefix(key, "alt+"); ok {
		msg := keyMsg(rest)
		msg.Alt = true
		return msg
	}
	if t, ok := keyTypes[key]; ok {
		if t == tea.KeySpace {
			return tea.KeyMsg{Type: t, Runes: []rune{' '}}
		}
		return tea.KeyMsg{Type: t}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}
}

// press presses keys one after the other.
func (d *driver) press(keys ...string) *driver {
	for _, k := range keys {
		d.send(keyMsg(k))
	}
	return d
}

// home goes out of what is open, to the list.
func (d *driver) home() *driver {
	for n := 0; d.mode() != inList && n < 10; n++ {
		d.press("esc")
	}
	return d
}

// unfiltered goes out of what is open and drops the filter.
func (d *driver) unfiltered() *driver {
	for n := 0; (d.mode() != inList || d.query() != "") && n < 10; n++ {
		d.press("esc")
	}
	return d
}

// inFocus is the name of the command that is in focus in the box.
func (d *driver) inFocus() string {
	c, _ := d.m.panes.box.InFocus()
	return c.Name
}

// typeText types a text letter by letter.
func (d *driver) typeText(text string) *driver {
	for _, r := range text {
		d.press(string(r))
	}
	return d
}

// lines are what the screen shows, without styles.
func (d *driver) lines() []string {
	return strings.Split(ansi.Strip(d.m.View()), "\n")
}

// screen is what the screen shows, as one text.
func (d *driver) screen() string { return strings.Join(d.lines(), "\n") }

// see fails unless the screen shows all of the texts.
func (d *driver) see(texts ...string) *driver {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.screen(), text) {
			d.t.Fatalf("the screen does not show %q:\n%s", text, d.screen())
		}
	}
	return d
}

// fits fails unless the screen has exactly its size: h lines, none wider than w cells.
func (d *driver) fits() *driver {
	d.t.Helper()
	lines := d.lines()
	if len(lines) != d.size().Y {
		d.t.Fatalf("%d lines on a screen of %d:\n%s", len(lines), d.size().Y, d.screen())
	}
	for n, l := range lines {
		if w := max(draw.Cells(l), ansi.StringWidth(l)); w > d.size().X {
			d.t.Fatalf("line %d is %d cells wide on a screen of %d: %q", n+1, w, d.size().X, l)
		}
	}
	return d
}

// golden compares a text with testdata/name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *updateGoldens {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is not what it was (-was +is):\n%s", path, diff)
	}
}

// trimmed is a screen without blanks at the ends of lines.
func trimmed(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	return b.String()
}
