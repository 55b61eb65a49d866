package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/load"
	"dateline/ui/draw"
)

// A writing is a record that somebody writes while a reader looks at it.
type writing struct {
	*driver
	text string
}

// write opens a record of this text.
func write(t *testing.T, w, h int, text string, settings ...setting) *writing {
	t.Helper()
	r := &writing{text: text}
	r.driver = open(t, w, h, append(settings, func(o *Options, _ *draw.Looks) {
		o.Load = func(ctx context.Context, publish func(load.Progress)) {
			load.Files(ctx, []load.File{file("test.yaml", r.text)}, publish)
		}
	})...)
	return r
}

// save writes a text, which the watch notices.
func (r *writing) save(text string) *driver {
	r.text = text
	r.send(r.changed())
	return r.driver
}

// days are events on the first days of May 2025, in lines of their own.
func days(titles ...string) string {
	var b strings.Builder
	for n, title := range titles {
		if title != "" {
			fmt.Fprintf(&b, "- {date: 2025-05-%02d, title: %s, actors: [Anna, %s]}\n", n+1, title, title)
		}
	}
	return b.String()
}

// row is the line of the list that shows a title.
func (r *writing) row(title string) string {
	r.t.Helper()
	for _, l := range r.lines() {
		if strings.Contains(l, title) {
			return l
		}
	}
	r.t.Fatalf("the screen does not show %q:\n%s", title, r.screen())
	return ""
}

// marked fails unless the row of a title begins with a mark.
func (r *writing) marked(mark, title string) {
	r.t.Helper()
	if row := r.row(title); !strings.HasPrefix(row, mark) {
		r.t.Errorf("the row does not begin with %q: %q", mark, row)
	}
}

func TestChangesAreToldAndMarked(t *testing.T) {
	r := write(t, 80, 24, days("One", "Two", "Three", "Four"))
	r.first().press("j", "j")
	r.save(days("One", "Twofold", "Three", "",
		"Five")+"- {date: 2025-05-06, title: Six}\n").see("2 new, 1 changed, 1 gone", "5 events")
	if got := r.selected(); got != "2025-05-03-three" {
		t.Errorf("%s is selected", got)
	}
	r.marked("✎", "Twofold")
	r.marked("✦", "Five")
	r.marked("✦", "Six")
	r.marked(" ", "One")

	r.press("k") // onto the changed one, and off again
	if strings.Contains(r.screen(), "1 changed") {
		t.Error("the news outlive a key")
	}
	r.press("k")
	r.marked(" ", "Twofold")

	r.press("w").see("▌  5 Mo")
	r.press("w").see("▌  6 Tu")
	if r.hasNews() {
		t.Error("marks are left")
	}
	r.save(days("One")).press("R").see("read again: the events are as they were")
}

// An event that is given another title gets another id where the id is made from the title. The reader stays on it.
func TestReaderStaysOnAnEventThatIsRenamed(t *testing.T) {
	r := write(t, 80, 24, days("One", "Two", "Three"))
	r.first().press("j")
	r.save(days("One", "Second", "Three")).see("1 changed")
	if got := r.selected(); got != "2025-05-02-second" {
		t.Errorf("%s is selected", got)
	}
	r.save(days("One", "", "Three", "Four")).see("1 new, 1 gone")
	if got := r.selected(); got != "2025-05-01-one" { // the nearest in time, of two the earlier
		t.Errorf("%s is selected after its neighbour was deleted", got)
	}
}

// Nothing that the reader did is lost: scroll, link in focus, filter.
func TestReloadKeepsThePlace(t *testing.T) {
	var titles []string
	for n := range 30 {
		titles = append(titles, fmt.Sprintf("Title %d", n+1))
	}
	r := write(t, 120, 12, days(titles...))
	r.press("end", "k", "k", "k", "k").press("tab", "tab")
	link := r.link()
	before := r.lines()
	r.save("- {date: 2025-04-01, title: Earlier, actors: [Zoe]}\n" + days(titles...)).see("1 new")
	if got := r.link(); got != link || r.mode() != inDetail {
		t.Errorf("%v is in focus, it was %v", got, link)
	}
	for n, l := range r.lines()[1:11] {
		if l != before[n+1] && l != r.said() {
			t.Errorf("line %d was\n%s and is\n%s", n+2, before[n+1], l)
		}
	}
}

func TestReloadLeavesWhatIsOpen(t *testing.T) {
	before, after := days("One", "Two", "Three", "Four"),
		"- {date: 2025-04-01, title: Earlier, actors: [Aaron]}\n"+days("One", "Two", "Three", "Four")
	t.Run("query line", func(t *testing.T) {
		r := write(t, 80, 24, before)
		r.press("/").typeText("two OR ear")
		r.save(after).see("two OR ear", "2 of 5 events")
		r.marked("✦", "Earlier")
		r.press("esc").see("5 events")
	})
	t.Run("a query line that cannot be read", func(t *testing.T) {
		r := write(t, 80, 24, before)
		r.press("/").typeText("actor:two (")
		r.save(after).see("actor:two (", "1 of 5 events")
	})
	t.Run("panel", func(t *testing.T) {
		r := write(t, 80, 24, before)
		r.press("a", "t", "down")
		r.save(after).see("WHO  t")
		r.press("enter")
		if got := r.query(); got != "actor:two" && got != "actor:three" {
			t.Errorf("the filter is %q", got)
		}
	})
	t.Run("whole panel", func(t *testing.T) {
		r := write(t, 80, 24, before)
		r.press("a", "down", "down")
		want := r.whoName()
		r.save(after)
		if r.whoName() != want {
			t.Errorf("the cursor is on %s, it was on %s", r.whoName(), want)
		}
	})
	t.Run("help", func(t *testing.T) {
		r := write(t, 80, 24, before)
		r.press("?")
		r.save(after).see("previous event, or a line up")
	})
}

func TestFilterThatHidesTheNewsIsTold(t *testing.T) {
	r := write(t, 80, 24, days("One", "Two"), withQuery("one"))
	r.save(days("One", "Two", "Three")).see("1 new; the filter hides 1 of them")
	r.press("w").see("the filter hides what is new or changed")
}

// The rule of what is shown: not a record with new errors that lacks events.
func TestBrokenSaveKeepsTheLastGoodRecord(t *testing.T) {
	good := days("One", "Two", "Three")
	for name, bad := range map[string]string{
		"broken YAML": "- {date: 2025-05-01, title: One}\n- {date: 2025-05-02, title: \"Two}\n",
		"empty":       "",
		"prose":       "not a record",
	} {
		t.Run(name, func(t *testing.T) {
			r := write(t, 80, 24, good)
			r.press("j")
			r.save(bad)
			r.see("the files no longer read whole", "error", "as last read", "3 events", "Three").press("j",
				"k").see("as last read")
			r.press("!").see("error").press("esc")
			r.save(days("One", "Two", "Three", "Four")).see("1 new", "4 events", "Four")
			if strings.Contains(r.screen(), "as last read") || r.selected() != "2025-05-02-two" {
				t.Errorf("%s is selected on\n%s", r.selected(), r.screen())
			}
		})
	}
}

func TestRepairWithoutAnyChangeIsTold(t *testing.T) {
	r := write(t, 80, 24, days("One", "Two"))
	r.save("").see("no longer read whole")
	r.save(days("One", "Two")).see("the files read whole again")
}

// Whoever asks for a broken record twice gets it.
func TestReaderMayInsist(t *testing.T) {
	r := write(t, 80, 24, days("One", "Two", "Three"))
	r.text = days("One") + "- \"\n"
	r.press("R").see("no longer read whole", "3 events").press("R").see("2 gone", "1 event ")
	r.save(days("One", "Two")).see("1 new", "2 events")
}

func TestErrorsThatLoseNothingAreShownAtOnce(t *testing.T) {
	r := write(t, 80, 24, days("One", "Two"))
	r.save(days("One", "Two")+"- {date: 2025-02-30, title: Never}\n").see("1 new", "1 error", "3 events")
	// With that error known, fewer events are a deletion, also in other lines.
	r.save("# A remark\n"+days("One")+"- {date: 2025-02-30, title: Never}\n").see("1 gone", "1 error", "2 events")
}

// The list of problems steps through a record that is repaired: each time the next problem is selected.
func TestProblemsAreSolvedOneAfterTheOther(t *testing.T) {
	lines := []string{
		"- {date: 2025-05-01, title: One, wen: x}", "- {date: 2025-05-02, title: Two, wen: x}",
		"- {date: 2025-02-30, title: Three}", "- {date: 2025-05-04, ttile: 4}",
	}
	var opened []int
	r := write(t, 80, 24, strings.Join(lines, "\n")+"\n", func(o *Options, _ *draw.Looks) {
		o.Edit = func(_ string, line int) (func() error, error) { opened = append(opened, line); return nil, nil }
	})
	r.press("!")
	edit := func(line int, text string) {
		t.Helper()
		r.press("enter")
		if got := opened[len(opened)-1]; got != line {
			t.Errorf("the editor opens at line %d, want %d", got, line)
		}
		lines[line-1] = text
		r.text = strings.Join(lines, "\n") + "\n"
		r.send(editedMsg{})
	}
	edit(3, "- {date: 2025-02-28, title: Three}")
	edit(4, "")
	edit(1, "- {date: 2025-05-01, title: One}")
	edit(2, "- {date: 2025-05-02, title: Two}")
	r.see("Nothing is wrong with this record.")
}

func TestFailingEditorIsTold(t *testing.T) {
	r := write(t, 80, 24, days("One"))
	r.send(editedMsg{errors.New("exit status 1")})
	r.see("the editor failed: exit status 1")
}

// TestAnySavesAndKeys saves any of several texts between any keys: the screen keeps its size and its selection, and a
// large record, which is searched off the loop, shows the same as a small one.
func TestAnySavesAndKeys(t *testing.T) {
	texts := []string{
		"", "- \"", days("One", "Two", "Three"), days("Zero", "", "Three", "Four"),
		days(strings.Split(strings.Repeat("Day ", 28), " ")...),
	}
	texts = append(texts, strings.Repeat(texts[4], 3),
		"- {date: 2025-01-01, title: Count, figures: [{label: drones, value: 1}]}\n"+
			"- {date: 2025-01-02, title: Again, figures: [{label: drones, value: 2}]}\n")
	rapid.Check(t, func(rt *rapid.T) {
		w, h, text := rapid.IntRange(1, 130).Draw(rt, "width"), rapid.IntRange(1, 45).Draw(rt, "height"),
			rapid.SampledFrom(texts).Draw(rt, "text")
		r, large := write(t, w, h, text), write(t, w, h, text)
		large.askAway()
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			if rapid.IntRange(0, 3).Draw(rt, "save") == 0 {
				text := rapid.SampledFrom(texts).Draw(rt, "text")
				r.save(text)
				large.save(text)
			}
			key := rapid.SampledFrom(append(anyKey, "R")).Draw(rt, "key")
			r.press(key).fits()
			large.press(key)
			if diff := cmp.Diff(r.lines(), large.lines()); diff != "" {
				rt.Fatalf("after %q (-at once +off the loop):\n%s", key, diff)
			}
			if stray := r.stray(); stray != "" {
				rt.Fatal(stray)
			}
		}
	})
}

// Memory is given back when the whole record is there, each time it is read, and not while that goes on.
func TestMemoryIsGivenBackWhenARecordHasBeenRead(t *testing.T) {
	freed, reading := 0, false
	d := open(t, 80, 24, func(o *Options, _ *draw.Looks) {
		read := o.Load
		o.Load = func(ctx context.Context, publish func(load.Progress)) {
			reading = true
			read(ctx, func(p load.Progress) {
				reading = !p.Done
				publish(p)
			})
		}
		o.Free = func() {
			if freed++; reading {
				t.Error("while the record is read")
			}
		}
	})
	d.press("R")
	if freed != 2 {
		t.Errorf("%d times, want twice", freed)
	}
}

// What came through a pipe is gone, so that no key says that it was read again.
func TestPipeIsNotReadAgain(t *testing.T) {
	once := "what comes through a pipe is read once"
	d := open(t, 80, 24, func(o *Options, _ *draw.Looks) { o.Once = once })
	for _, key := range []string{"R", "f5"} {
		d.press(key).see(once)
		if strings.Contains(strings.Join(d.strip(), "\n"), "read again") {
			t.Errorf("%s reads it again", key)
		}
	}
	open(t, 80, 24).press("R").see("read again: the events are as they were")
}
