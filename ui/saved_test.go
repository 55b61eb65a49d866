package ui

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/load"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A shelf keeps what a reader keeps, as the state folder would.
type shelf struct {
	mu      sync.Mutex
	kept    session.Saved
	err     error
	written int
}

func (s *shelf) load() (session.Saved, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.copy(), s.err
}

func (s *shelf) change(change func(*session.Saved)) (session.Saved, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return session.Saved{}, s.err
	}
	s.written++
	change(&s.kept)
	return s.copy(), nil
}

// copy shares nothing with what is kept, as a file would not.
func (s *shelf) copy() session.Saved {
	return session.Saved{Marks: slices.Clone(s.kept.Marks), Views: slices.Clone(s.kept.Views), Notes: s.kept.Notes}
}

func savedIn(s *shelf) setting {
	return func(o *Options, _ *draw.Looks) {
		o.State = session.State{Load: s.load, Change: s.change, Waiting: new(session.Waiting)}
	}
}

// recordOf opens the screen on a file.
func recordOf(f load.File) setting {
	return func(o *Options, _ *draw.Looks) { o.Load = loading(f) }
}

const call = "2025-09-08-yermak-rubio-call"

func TestMarksAreShownAskedForAndKept(t *testing.T) {
	s := &shelf{}
	d := open(t, 120, 40, at(call), savedIn(s))
	if s.written != 0 {
		t.Error("something is written that nobody asked for")
	}
	d.press("m").see("8 Mo★ ◇  Yermak", "★ marked", "is:marked")
	d.press("/").typeText("is:marked").press("enter").see("1 of 45 events")

	again := open(t, 120, 40, savedIn(s)).press("'").see("MARKS", "8 September 2025", "Yermak tells Rubio")
	if again.press("enter"); again.selected() != call {
		t.Errorf("Enter goes to %s", again.selected())
	}
	again.press("m").see("the mark is off")
	if len(s.kept.Marks) != 0 {
		t.Errorf("%q are still marked", s.kept.Marks)
	}
}

// What another program marked meanwhile stays, and shows.
func TestTwoProgramsKeepEachOthersMarks(t *testing.T) {
	s := &shelf{}
	one, other := open(t, 120, 40, savedIn(s)).first(), open(t, 120, 40, at(call), savedIn(s))
	one.press("m")
	first := one.selected()
	other.press("m")
	if diff := cmp.Diff([]string{first, call}, s.kept.Marks); diff != "" {
		t.Errorf("(-want +got) %s", diff)
	}
	other.press("'").see("Russia invades Ukraine", "Yermak tells Rubio")
}

func TestMarksThatCannotBeReadAreAWarning(t *testing.T) {
	s := &shelf{err: errors.New("state.json is damaged and left as it is")}
	d := open(t, 120, 40, savedIn(s)).see("left as it is", "January 2026")
	d.press("m").see("kept only until you quit so far", "★")
	d.press("/").typeText("is:marked").press("enter").see("1 of 45 events")
}

func TestMarksWithoutAPlaceToKeepThem(t *testing.T) {
	open(t, 120, 40).press("m").see("★ marked").press("'").see("MARKS")
}

// Nothing is lost when the program ends before a change is written, and nothing is written twice.
func TestWhatWaitsIsWrittenAtTheEnd(t *testing.T) {
	s := &shelf{}
	d := open(t, 120, 40, savedIn(s))
	write := d.update(keyMsg("m")) // and the loop ends before it does this
	d.flush()
	if len(s.kept.Marks) != 1 {
		t.Fatalf("%q are marked", s.kept.Marks)
	}
	if d.run(write); s.written != 1 {
		t.Errorf("written %d times", s.written)
	}
}

// A program that is stopped while it writes would hold the others up.
func TestWhatWaitsIsWrittenBeforeASuspend(t *testing.T) {
	s := &shelf{}
	d := open(t, 120, 40, savedIn(s))
	d.update(keyMsg("m")) // and what it asks for has not begun
	if d.send(jobMsg{stop: true}); len(s.kept.Marks) != 1 {
		t.Errorf("%q are marked", s.kept.Marks)
	}
}

// What could not be written waits: for the next change, and for the end, where it is named.
func TestWhatCannotBeWrittenIsTriedAgain(t *testing.T) {
	s := &shelf{err: errors.New("the disk is full")}
	d := open(t, 120, 40, at(call), withQuery("type:call"), savedIn(s)).press("m").see("the disk is full")
	d.press("'", "s").typeText("Attacks").press("enter").see("the disk is full").press("esc")
	want := "not kept: the mark on “Yermak tells Rubio of Russian strikes on cities”, the view “Attacks”; the disk is full"
	if err := d.flush(); err == nil || err.Error() != want {
		t.Errorf("the end says %v\nwant %s", err, want)
	}
	s.err = nil
	d.press("j", "m")
	if len(s.kept.Marks) != 2 || len(s.kept.Views) != 1 || s.kept.Marks[0] != call || s.written != 1 {
		t.Errorf("%+v is kept, written %d times", s.kept, s.written)
	}
	if err := d.flush(); err != nil || s.written != 1 {
		t.Errorf("the end says %v, and %d times was written", err, s.written)
	}
}

func TestAMarkTwiceInOneBurstIsNone(t *testing.T) {
	s := &shelf{}
	d := open(t, 120, 40, savedIn(s))
	d.send(keyMsg("mmm"))
	d.send(keyMsg("m"))
	if len(s.kept.Marks) != 0 || d.marks() != 0 {
		t.Errorf("%q are marked, %d on the screen", s.kept.Marks, d.marks())
	}
}

func TestViewsAreSavedShownAndForgotten(t *testing.T) {
	s := &shelf{}
	d := open(t, 120, 40, withQuery("type:strike"), savedIn(s)).press("x")
	n := d.matches()
	d.press("'").see("Nothing is kept yet").press("s").typeText("Attacks").press("enter")
	d.see("SAVED VIEWS", "Attacks", "type:strike", draw.Number(n))
	d.press("esc", "esc")
	if d.query() != "" {
		t.Fatalf("the filter is still %q", d.query())
	}

	again := open(t, 120, 40, savedIn(s)).press("f17", "enter")
	if again.query() != "type:strike" || !again.dims() {
		t.Errorf("the view is %+v", again.view())
	}
	if again.press("u"); again.query() != "" {
		t.Errorf("undo leaves %q", again.query())
	}
	again.press("'", "delete").see("Nothing is kept yet")
	if len(s.kept.Views) != 0 {
		t.Errorf("%v are still kept", s.kept.Views)
	}
}

// The columns of the list are as wide as what they hold, and the footer names what does something.
func TestTheListOfMarksIsAsWideAsItsDates(t *testing.T) {
	d := open(t, 120, 24)
	if strings.Contains(d.footer(), "' marks") {
		t.Errorf("there are no marks, and the footer is %q", d.footer())
	}
	d.press("m").see("' marks").press("k", "k", "m", "'").resize(80, 24).see("7 January 2026     Zelensky says", "c. 7 January 2026  Russian")
	d.resize(120, 24).press("delete", "delete", "esc")
	if strings.Contains(d.footer(), "' marks") {
		t.Errorf("there are no marks any more, and the footer is %q", d.footer())
	}
	for _, w := range []int{60, 80, 120} {
		open(t, w, 24, withQuery("type:call")).press("m", "'").see("s save")
	}
}

func TestAViewWithoutANameIsCalledByItsFilter(t *testing.T) {
	s := &shelf{}
	open(t, 80, 24, withQuery("type:call"), savedIn(s)).press("'", "s").see("Enter alone calls it type:call").press("enter")
	open(t, 80, 24, withQuery("type:aid"), savedIn(s)).press("'", "insert").typeText("type:call").press("enter")
	if diff := cmp.Diff([]session.SavedView{{Name: "type:call", Query: "type:aid"}}, s.kept.Views); diff != "" {
		t.Errorf("a name stands for one view (-want +got) %s", diff)
	}
}

func TestAMarkOnAnEventThatIsGone(t *testing.T) {
	s := &shelf{kept: session.Saved{Marks: []string{"long-gone", call}}}
	d := open(t, 120, 40, savedIn(s)).press("'").see("not in this record", "long-gone")
	d.press("down", "enter").see("no event of that id")
	d.press("delete", "esc")
	if diff := cmp.Diff([]string{call}, s.kept.Marks); diff != "" {
		t.Errorf("(-want +got) %s", diff)
	}
}

// Marking scrolls neither pane.
func TestMarkingKeepsTheDetailWhereItIs(t *testing.T) {
	d := open(t, 80, 24, at(call)).press("enter")
	rows := d.detailRows()
	top := d.press("j", "j", "j").detailRows()[0]
	if d.press("m"); d.detailRows()[0] != top || top != rows[3] {
		t.Errorf("the detail begins with %q, was %q", d.detailRows()[0], top)
	}
}

func TestTheViewAsACommandLine(t *testing.T) {
	d := open(t, 120, 40, at(call), withQuery(`actor:yermak "it's"`))
	d.press("p") // the event is shown whatever the filter hides
	if got, want := d.commandCopied(), `show `+call+` of actor:yermak "it's"`; got != want {
		t.Errorf("copied %s\nwant   %s", got, want)
	}
}

func TestTheWholeRecordAsACommandLine(t *testing.T) {
	d := open(t, 120, 40)
	if got, want := d.commandCopied(), "show 2026-01-07-russia-reports-strikes of "; got != want {
		t.Errorf("copied %s, want %s", got, want)
	}
}

// commandCopied copies the command and returns what is on the clipboard.
func (d *driver) commandCopied() string {
	d.t.Helper()
	d.out.Reset()
	d.press("Y", "shift+tab", "enter").see("the command for this view was sent to the terminal's clipboard")
	return clipboard(d.t, strings.TrimSpace(d.out.String()))
}

// A mark carries a line of the reader's own, which is listed and kept with it, and goes with it.
func TestAMarkCarriesANote(t *testing.T) {
	s := &shelf{}
	d := open(t, 120, 40, at(call), savedIn(s)).press("m", "'", `"`).see("Note:")
	d.typeText("ask \x1b[1mR").press("enter").see("MARKS", "ask")
	if got := s.kept.Notes[call]; !strings.Contains(got, "ask ") {
		t.Errorf("the note is %q", got)
	}
	d.press(`"`).typeText("!").press("esc")
	if got := s.kept.Notes[call]; strings.Contains(got, "!") {
		t.Errorf("Esc keeps %q", got)
	}
	d.press("delete")
	if len(s.kept.Notes) != 0 {
		t.Errorf("without the mark there are %v", s.kept.Notes)
	}
}

// A mark that is taken off by mistake comes back with its note.
func TestANoteComesBackWithItsMark(t *testing.T) {
	d := open(t, 100, 30, at(call)).press("m", "'", `"`).typeText("ask her again").press("enter", "esc")
	if d.press("m").see("its note are off"); len(d.m.session.Saved().Notes) > 0 {
		t.Error("a mark that is off has a note")
	}
	if d.press("m").see("again, with its note"); d.m.session.Saved().Notes[call] != "ask her again" {
		t.Errorf("the notes are %q", d.m.session.Saved().Notes)
	}
	if d.press("'", "delete").see("its note are off").press("esc", "m"); d.m.session.Saved().Notes[call] != "ask her again" {
		t.Errorf("after Del in the list the notes are %q", d.m.session.Saved().Notes)
	}
}

// Views of the record are listed after the reader's own, opened, and never dropped or shown by themselves.
func TestViewsOfTheRecord(t *testing.T) {
	s := &shelf{}
	text := "views: {Ones: one, \"Calls \\u001b[1m\": type:call}\nevents:\n" +
		"  - {date: 2025-01-01, title: One}\n  - {date: 2025-01-02, title: Two}\n"
	d := open(t, 100, 30, yaml(text), savedIn(s)).press("/").typeText("two").press("enter", "'", "s", "enter")
	d.see("SAVED VIEWS", "VIEWS OF THE RECORD", "Ones", "Calls")
	d.press("j", "delete").see("that view is the record's, and stays", "Ones")
	if d.press("enter"); d.query() != "one" {
		t.Errorf("the filter is %q", d.query())
	}
}
