package ui

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"dateline/timeline/load"
	"dateline/ui/draw"
)

// alikes is a record with a key that is not known, two titles that say the same, and a name that is probably another.
const alikes = `- {date: 2025-01-01, title: A long talk about prisoners, actors: [Mira Montgomery]}
- {date: 2025-01-01, title: A long talk about prisonners, actors: [Mira Montgomery]}
- {date: 2025-01-02, title: An end, actors: [Mira Montgomerry], colour: red}
`

// readAndChecked returns what is published of a whole record: as it was read, and as it was checked then.
func readAndChecked(t *testing.T, text string) (read, checked load.Progress) {
	t.Helper()
	var published []load.Progress
	load.Files(t.Context(), []load.File{file("test.yaml", text)}, func(p load.Progress) {
		if p.Done {
			published = append(published, p)
		}
	})
	return published[0], published[1]
}

// What checks find comes later, and moves nothing: the place, the filter, what is open and the problem that is looked at.
func TestWhatChecksFindMovesNothing(t *testing.T) {
	read, checked := readAndChecked(t, alikes)
	for name, open := range map[string][]string{
		"the list":      {"j", "j"},
		"a filter":      {"/", "t", "a", "l", "k", "enter", "j"},
		"the detail":    {"j", "enter"},
		"who is picked": {"a"},
		"the problems":  {"!"},
		"an overlay":    {"!", "?"},
	} {
		t.Run(name, func(t *testing.T) {
			d := begun(t, 120, 30)
			d.send(d.loaded(read))
			d.see("3 events").press(open...)
			before, selected, in := d.lines(), d.selected(), d.m.mode()
			d.send(d.loaded(checked))
			if d.selected() != selected || d.m.mode() != in {
				t.Errorf("%s is selected and not %s; the mode is %v", d.selected(), selected, d.m.mode())
			}
			if count := d.m.session.Groups().Count(); count != 3 {
				t.Errorf("%d problems", count)
			}
			if in == inProblems {
				d.see("colour")
				return
			}
			if after := d.lines(); !slices.Equal(after[1:], before[1:]) {
				t.Errorf("the screen has changed from\n%s\nto\n%s", strings.Join(before, "\n"), strings.Join(after, "\n"))
			}
		})
	}
}

// While a record is checked, nobody is told that nothing is wrong with it.
func TestNothingIsWrongSoFar(t *testing.T) {
	read, checked := readAndChecked(t, strings.ReplaceAll(alikes, ", colour: red", ""))
	d := begun(t, 80, 24)
	d.send(d.loaded(read))
	d.press("!").see("nothing is wrong so far")
	d.send(d.loaded(checked))
	d.press("!").see("is probably", "looks like")
	read, checked = readAndChecked(t, days("One"))
	d.send(d.loaded(read))
	d.see("is probably", "looks like") // until that is known
	d.send(d.loaded(checked))
	d.see("Nothing is wrong with this record")
	d.send(d.loaded(read))
	d.see("Nothing is wrong so far")
}

// While a record is read, nobody is told of what is read of it as if that were all.
func TestWhatIsLackingSoFar(t *testing.T) {
	whole, _ := readAndChecked(t, "- {date: soon, title: One}\n")
	whole.Groups, whole.Problems, whole.Checking = nil, nil, false
	part := whole
	part.Done = false
	for key, words := range map[string]string{
		"!": "nothing is wrong ", "a": "the record names nobody", "t": "no event has a date",
	} {
		d := begun(t, 100, 30)
		d.send(d.loaded(part))
		d.press(key).see(words, "so far")
		d.send(d.loaded(whole))
		d.press("j", key).see(words)
		if strings.Contains(d.screen(), "so far") {
			t.Errorf("%s: all is known, and the screen says\n%s", key, d.screen())
		}
	}
}

// The number of problems does not go down and up again with each save.
func TestASaveDoesNotTakeAwayWhatChecksFind(t *testing.T) {
	read, checked := readAndChecked(t, alikes)
	d := begun(t, 80, 24)
	d.send(d.loaded(read))
	d.see("1 warning ")
	d.send(d.loaded(checked))
	d.see("3 warnings")
	read, checked = readAndChecked(t, strings.Replace(alikes, "An end", "The end", 1)+"- {date: 2025-01-03, title: One more}\n")
	d.send(d.loaded(read))
	d.see("4 events", "3 warnings", "1 new")
	d.send(d.loaded(checked))
	d.see("3 warnings", "1 new")
	read, _ = readAndChecked(t, "- {date: 2025-01-03, title: One more}\n")
	d.send(d.loaded(read))
	d.see("1 event ", "2 warnings")
	d.send(d.loaded(checked)) // of a record that is no longer read
}

// A file that changes while the record is checked is read again at once, which ends the checks.
func TestAChangeEndsTheChecks(t *testing.T) {
	read, checked := readAndChecked(t, alikes)
	var loads, changes atomic.Int32 // a load that is left goes on beside the next
	var ended atomic.Bool
	open(t, 80, 24, func(o *Options, _ *draw.Looks) {
		o.Load = func(ctx context.Context, publish func(load.Progress)) {
			publish(read)
			if loads.Add(1) == 1 {
				<-ctx.Done()
				ended.Store(true)
				return
			}
			publish(checked)
		}
		o.Changed = func(context.Context) bool { return changes.Add(1) == 1 }
	}).see("3 events", "3 warnings")
	if loads.Load() != 2 || !ended.Load() || changes.Load() != 2 {
		t.Errorf("read %d times, ended %v, %d changes", loads.Load(), ended.Load(), changes.Load())
	}
}
