package ui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"dateline/timeline/export"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A desk keeps what is written, as a folder would.
type desk struct {
	files map[string]string
	err   error
}

func (d *desk) put(name string, write func(io.Writer) error) (free string, err error) {
	if d.err != nil {
		return "", d.err
	}
	if _, ok := d.files[name]; ok {
		return "free-" + name, errors.New(name + " is there already, and stays as it is")
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return "", fmt.Errorf("%s was not written: %w", name, err)
	}
	d.files[name] = text.String()
	return "", nil
}

// writingTo has files written to a desk.
func writingTo(d *desk) setting {
	d.files = map[string]string{}
	return func(o *Options, _ *draw.Looks) { o.Write = d.put }
}

// written is what export writes of a filter in a format, as print does.
func (d *driver) written(filter string, f export.Format) string {
	d.t.Helper()
	q, err := query.Parse(filter)
	if err != nil {
		d.t.Fatal(err)
	}
	var text bytes.Buffer
	x, t := export.New(&text, f, export.Emphasis{}), d.record()
	if f.Headed() {
		if err := x.Head(t); err != nil {
			d.t.Fatal(err)
		}
	}
	if err := errors.Join(x.Write(t, d.m.session.Index().Select(q), 0), x.Close()); err != nil {
		d.t.Fatal(err)
	}
	return text.String()
}

// What is written is what matches, as print writes it, also where more is shown, and that is said.
func TestWhatMatchesIsWritten(t *testing.T) {
	for n, f := range []export.Format{export.Markdown, export.YAML, export.CSV, export.JSONLines, export.Text} {
		for key, says := range map[string][2]string{
			"": {}, "x": {"not the dimmed", "what is dimmed is left out"}, "p": {"filter is paused", "the filter is paused"},
		} {
			var folder desk
			d := open(t, 120, 40, at(call), withQuery("actor:yermak"), writingTo(&folder))
			many := draw.Number(d.matches())
			if key != "" {
				d.press(key)
			}
			d.press("Y").see(many+" that match", says[0]).press("tab")
			for range n {
				d.press("down")
			}
			d.press("Y", "enter").see("wrote "+many+" events to yermak.", says[1])
			if d.mode() != inList || len(folder.files) != 1 {
				t.Errorf("%s: mode %d, %d files", f, d.mode(), len(folder.files))
			}
			for name, text := range folder.files {
				if diff := cmp.Diff(d.written("actor:yermak", f), text); diff != "" {
					t.Errorf("%s (-want +got) %s", name, diff)
				}
			}
		}
	}
}

// The marks are written with the lines that the reader wrote to them, which is said before; what else is written has none.
func TestTheMarksAreWrittenWithTheirLines(t *testing.T) {
	kept := savedIn(&shelf{kept: session.Saved{
		Marks: []string{"2022-02-24-russia-invades-ukraine", call}, Notes: map[string]string{call: "ask Ann"},
	}})
	for n, f := range []string{"md", "yaml", "csv", "jsonl", "txt"} {
		for ups, lines := range []int{0, 1, 0} { // what matches, the marks, the event
			var folder desk
			d := open(t, 120, 40, at(call), withQuery("type:call"), kept, writingTo(&folder)).press("Y")
			d.see("2 marked events  with your lines")
			for range ups {
				d.press("up")
			}
			d.press("tab")
			for range n {
				d.press("down")
			}
			d.press("Y", "enter").see("wrote ", "."+f)
			for name, text := range folder.files {
				if strings.Count(text, "ask Ann") != lines || !strings.Contains(text, "Yermak tells Rubio") {
					t.Errorf("%d lines are wanted in %s:\n%s", lines, name, text)
				}
			}
		}
	}
}

// The event and the marks are written by themselves, whatever the filter hides.
func TestTheEventAndTheMarksAreWritten(t *testing.T) {
	kept := savedIn(&shelf{kept: session.Saved{Marks: []string{"2022-02-24-russia-invades-ukraine", call, "gone"}}})
	var folder desk
	d := open(t, 120, 40, at(call), withQuery("actor:yermak"), kept, writingTo(&folder))
	d.press("Y").see("2 marked events").press("up", "Y", "enter").see("wrote 2 events to")
	d.press("Y", "up", "up", "Y", "enter").see("wrote 1 event to " + call + ".md")
	if text := folder.files["record-marks.md"]; strings.Contains(text, "note") && strings.Contains(text, "Reader") {
		t.Errorf("marks without a line are\n%s", text)
	}
	if text := folder.files[call+".md"]; strings.Count(text, "## ") != 1 || !strings.Contains(text, "Yermak tells Rubio") {
		t.Errorf("the event is\n%s", text)
	}
	if len(folder.files) != 2 {
		t.Errorf("%d files", len(folder.files))
	}
	if d.press("right", "Y", "enter"); !strings.Contains(d.copied(), "Yermak tells Rubio") {
		t.Errorf("copied %q", d.copied())
	}
}

// Nothing that is there is written over; a free name is offered, and Enter takes it.
func TestAFileThatIsThereStays(t *testing.T) {
	var folder desk
	d := open(t, 120, 40, withQuery("actor:yermak"), writingTo(&folder))
	folder.files["yermak.md"] = "mine"
	d.press("Y", "Y", "enter").see("yermak.md is there already, and stays as it is", "free-yermak.md")
	if d.mode() != inFile {
		t.Errorf("the mode is %d", d.mode())
	}
	d.press("enter").see("events to free-yermak.md")
	if folder.files["yermak.md"] != "mine" || folder.files["free-yermak.md"] == "" {
		t.Errorf("there are %v", folder.files)
	}
}

// The name can be typed, and Esc leaves it and then the screen, with nothing written.
func TestTheNameOfAFileIsTyped(t *testing.T) {
	var folder desk
	d := open(t, 80, 24, withQuery("type:strike"), writingTo(&folder)).press("Y", "tab", "tab", "enter", "ctrl+u")
	d.typeText("qY.md").see("to a file         qY.md").press("esc")
	if d.mode() != inWrite {
		t.Errorf("Esc leads to mode %d", d.mode())
	}
	if d.press("esc"); d.mode() != inList || len(folder.files) > 0 {
		t.Errorf("Esc leads to mode %d, and %v is written", d.mode(), folder.files)
	}
	d.press("Y", "Y", "ctrl+u").typeText("Strikes.md").press("enter").see("to Strikes.md")
	if folder.files["Strikes.md"] == "" {
		t.Errorf("there are %v", folder.files)
	}
}

// What goes wrong is said, and the screen stays.
func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	folder := desk{err: errors.New("x.md was not written: no space left on device\x1b[2J")}
	d := open(t, 120, 40, writingTo(&folder)).press("Y", "Y", "enter").see("no space left on device")
	if d.mode() != inFile {
		t.Errorf("the mode is %d", d.mode())
	}
	nowhere := func(o *Options, _ *draw.Looks) { o.Write = nil }
	open(t, 120, 40, nowhere).press("Y", "Y").see("no file can be written from here")
	open(t, 120, 40, yaml("[]")).press("Y").see("nothing: no event is shown").press("enter").see("there is no event to copy")
	open(t, 120, 40, yaml("[]")).press("Y", "Y").see("there is no event to write").press("enter").see("no event to write")
	open(t, 120, 40, yaml("- {date: 2025-05-01, title: One}"), writingTo(&desk{})).press("Y", "tab").
		press("down", "down", "down", "down", "down", "down", "enter").see("no source is named there to cite")
	d = open(t, 120, 40, yaml("- {date: 2025-05-01, title: "+strings.Repeat("long ", 30_000)+"}"), writingTo(&desk{}))
	if d.press("Y", "enter").see("too long for the clipboard", "Y writes it to a file"); d.mode() != inWrite {
		t.Errorf("the mode is %d", d.mode())
	}
}

// Sources are copied as they are cited.
func TestSourcesAreCited(t *testing.T) {
	for n, want := range []string{"Anews. 9 September 2025. https://", "[^1]: ", "@online{"} {
		d := open(t, 120, 40, at(call), writingTo(&desk{})).press("right", "Y", "tab")
		for range n + 6 {
			d.press("down")
		}
		d.press("enter")
		if got := d.copied(); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// A click chooses, a second one does it; wheel and arrows go through all rows.
func TestTheMouseWrites(t *testing.T) {
	d := open(t, 80, 24, at(call), withQuery("actor:yermak"), writingTo(&desk{})).press("Y")
	x, y := d.find("CSV", 0)
	d.click("CSV", 0).mouse(x, y, tea.MouseButtonLeft, tea.MouseActionPress).see("as CSV was sent")
	if got := d.copied(); !strings.Contains(got, ",title") {
		t.Errorf("copied %q", got)
	}
	d.press("Y")
	for range 20 {
		d.press("down").fits()
	}
	if !d.m.panes.write.OnCommand() {
		t.Errorf("the arrows end elsewhere:\n%s", d.screen())
	}
	for range 20 {
		d.press("up").fits()
	}
}

// ← and → go between the two columns, and neither closes the screen.
func TestArrowsGoBetweenWhatAndAs(t *testing.T) {
	d := open(t, 80, 24, at(call), writingTo(&desk{})).press("Y")
	for _, key := range []string{"left", "left", "right", "right", "left", "h", "tab", "tab", "left"} {
		if d.press(key); d.mode() != inWrite {
			t.Fatalf("%s leads to mode %d", key, d.mode())
		}
	}
	open(t, 80, 24, at(call), writingTo(&desk{})).press("Y", "right", "down", "left", "right", "enter").see("as YAML was sent")
}
