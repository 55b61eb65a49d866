package session_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/timeline/edtf"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/review"
	"dateline/ui/session"
	"dateline/ui/session/testsession"
)

// calls is a record of three events.
const calls = `events:
  - {id: first, date: 2025-01-01, title: A first call, type: call, actors: [Anna Alm, Bert Bok]}
  - {id: strike, date: 2025-01-30, title: A strike, type: strike, actors: [Anna Alm]}
  - {id: second, date: 2025-03-01, title: A second call, type: call, actors: [Bert Bok]}
`

// read reads a record of this text.
func read(text string) load.Progress {
	file := load.File{Name: "test.yaml", Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
	return load.Files(context.Background(), []load.File{file}, nil)
}

func now() time.Time { return time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC) }

// on returns a session on the record of calls.
func on(view session.View, state session.State) *session.Session {
	s := session.New(context.Background(), now, view, state)
	s.Accept(read(calls), review.Changes{})
	return s
}

func Example() {
	s := session.New(context.Background(), now, session.View{Query: "type:call"}, session.State{})
	s.Accept(read(calls), review.Changes{})
	s.Choose(1)
	fmt.Println(s.Matched().Len(), "of", s.All().Len(), "events; selected:", s.Event().Title)
	s.DropPart()
	s.Undo()
	fmt.Println(s.View().Query, "is asked again")
	// Output:
	// 2 of 3 events; selected: A second call
	// type:call is asked again
}

// What lies nearest to days without an event is the event before them or the one after, whichever is nearer.
func TestTheEventNearDays(t *testing.T) {
	s := on(session.View{}, session.State{})
	for text, want := range map[string]string{
		"2024-12-01": "first", "2025-01-02": "first", "2025-01-14": "first", "2025-01-18": "strike", "2025-02-01": "strike",
		"2025-02-20": "second", "2025-03-01": "second", "2026-01-01": "second",
	} {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Index().Timeline().ID(s.EventNear(d.Earliest(), d.Latest())); got != want {
			t.Errorf("near %s is %s, want %s", text, got, want)
		}
	}
}

// The way back passes over what is no more in the record.
func TestTheWayBackPassesOverWhatHasGone(t *testing.T) {
	s := on(session.View{Anchor: "first"}, session.State{})
	s.GoTo("strike")
	s.GoTo("second")
	s.Accept(read(strings.ReplaceAll(calls, "id: strike", "id: other")), review.Changes{})
	if s.GoBack(); s.Event().ID != "first" {
		t.Errorf("back is %s", s.Event().ID)
	}
	if s.GoTo("strike"); s.Event().ID != "first" {
		t.Errorf("what has gone leads to %s", s.Event().ID)
	}
	if s.GoForward(); s.Event().ID != "second" {
		t.Errorf("forward is %s", s.Event().ID)
	}
}

// The event that a filter hides is selected again when the filter goes, unless the filter was kept: then the one that it
// selected is, and what was before is one step back.
func TestTheChosenEventComesBack(t *testing.T) {
	s := on(session.View{Anchor: "strike"}, session.State{})
	before := s.Here()
	if s.Preview("type:call", nil); s.Event().ID == "strike" || s.Matched().Len() != 2 {
		t.Fatalf("%s is selected of %d events", s.Event().ID, s.Matched().Len())
	}
	if s.TakeBack(before); s.Event().ID != "strike" {
		t.Errorf("%s is selected after the filter is taken back", s.Event().ID)
	}
	s.Preview("type:call", nil)
	s.KeepQuery(before)
	kept := s.Event().ID
	if s.DropPart(); kept == "strike" || s.Event().ID != kept {
		t.Errorf("%s is selected after the filter that selected %s", s.Event().ID, kept)
	}
	if s.GoBack(); s.Event().ID != "strike" {
		t.Errorf("%s is one step back", s.Event().ID)
	}
}

// A search that another one replaced is ended, and what it found after all is dropped.
func TestSearchesApart(t *testing.T) {
	s := on(session.View{}, session.State{})
	s.SearchApartFrom(0)
	s.Preview("call", nil)
	old := s.TakeWork()
	s.Preview("strike", nil)
	found := s.TakeWork()
	if s.TakeFound(old().(session.Found)); s.Matched().Len() != 3 || !s.Searching() {
		t.Errorf("%d events match before the last search has ended", s.Matched().Len())
	}
	if s.TakeFound(found().(session.Found)); s.Matched().Len() != 1 || s.Searching() {
		t.Errorf("%d events match, want the strike", s.Matched().Len())
	}
}

// What became of a record that is read again is told as numbers, and each event until it is looked at.
func TestNews(t *testing.T) {
	s := on(session.View{Query: "type:call", Anchor: "first"}, session.State{})
	s.TakeUpdate()
	again := read(calls + `
  - {id: third, date: 2025-04-01, title: A third call, type: call}
  - {id: aid, title: Aid, type: aid}
`)
	s.Accept(again, review.Compare(s.Baseline(), again.Index.Timeline()))
	if got, want := s.TakeUpdate().News, (session.News{New: 2, Hidden: 1}); got != want {
		t.Errorf("the news are %+v, want %+v", got, want)
	}
	if s.NextNews(); s.Event().ID != "third" || s.News("third") != "" || s.News("aid") != session.IsNew {
		t.Errorf("%s is selected, and it is %q", s.Event().ID, s.News("third"))
	}
}

// Marks are there at once, and told to the reader where they cannot be kept.
func TestMarks(t *testing.T) {
	var kept session.Saved
	full := false
	s := on(session.View{Anchor: "first"}, session.State{Change: func(change func(*session.Saved)) (session.Saved, error) {
		if full {
			return session.Saved{}, errors.New("the disk is full")
		}
		change(&kept)
		return kept, nil
	}})
	work := s.ToggleMark()
	if !s.IsMarked("first") {
		t.Error("the event is not marked before the mark is written")
	}
	s.TakeStored(work().(session.Stored))
	if !slices.Equal(kept.Marks, []string{"first"}) {
		t.Errorf("%q are written", kept.Marks)
	}
	full = true
	s.Choose(1)
	s.TakeStored(s.ToggleMark()().(session.Stored))
	if !strings.Contains(s.Notice(), "kept only until you quit so far") || !s.IsMarked("strike") {
		t.Errorf("the reader is told %q", s.Notice())
	}
}

// What a reader keeps is changed here and written elsewhere at once, and what is written back is no list of others.
func TestManyMarksAtOnce(t *testing.T) {
	const events = 100
	var mu sync.Mutex
	var kept session.Saved // in memory, as that of a reader elsewhere
	text := "events:\n"
	for n := range events {
		text += fmt.Sprintf("- {id: e%d, date: 2025, title: One}\n", n)
	}
	s := session.New(context.Background(), now, session.View{}, session.State{
		Waiting: new(session.Waiting), Change: func(change func(*session.Saved)) (session.Saved, error) {
			mu.Lock()
			defer mu.Unlock()
			change(&kept)
			return kept, nil
		},
	})
	s.Accept(read(text), review.Changes{})
	var writing sync.WaitGroup
	for round := range 20 {
		stored := make(chan any, 100)
		work := func(f func() any) {
			if f != nil { // or another writes it too
				writing.Go(func() { stored <- f() })
			}
		}
		for n := range 30 {
			s.ChooseEvent((round + n*7) % events)
			work(s.ToggleMark())
			work(s.SaveView(fmt.Sprint(n%7, " view")))
			work(s.ForgetView(fmt.Sprint(n%3, " view")))
		}
		writing.Wait()
		close(stored)
		for one := range stored {
			if one, ok := one.(session.Stored); ok {
				s.TakeStored(one)
			}
		}
	}
	seen := make(map[string]bool)
	for _, id := range s.Saved().Marks {
		if seen[id] || !strings.HasPrefix(id, "e") {
			t.Errorf("%q is marked, or twice", id)
		}
		seen[id] = true
	}
}

// A date leads to the event that begins on it, to one that may have been on it, or to the nearest.
func TestLanding(t *testing.T) {
	s := on(session.View{}, session.State{})
	for text, want := range map[string]string{
		"2025-01":    "first 2 false ",
		"2025-02-27": "second 0 false 2025-03-01",
		"1999":       "first 0 false 2025-01-01",
	} {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		to := s.Landing(d, session.Anywhere, 0)
		got := fmt.Sprintf("%s %d %t %s", s.Index().Timeline().ID(to.Event), to.N, to.Within, to.Date.EDTF())
		if got != want {
			t.Errorf("%s leads to %s, want %s", text, got, want)
		}
	}
}

// Undo takes back what a view looks like, and leaves the reader where he is; from a filter or a jump it leads back to
// the place before, too.
func TestUndoTakesBackLooksInPlace(t *testing.T) {
	for name, change := range map[string]func(*session.Session){
		"rows":        (*session.Session).CycleRows,
		"true scale":  (*session.Session).ToggleTrueScale,
		"newest":      (*session.Session).ToggleNewest,
		"zoom":        func(s *session.Session) { s.Zoom(1, true) },
		"share":       func(s *session.Session) { s.SetShare(400) },
		"filter":      func(s *session.Session) { s.Toggle(query.ByType, "call") },
		"a far place": func(s *session.Session) { s.GoTo("second") },
	} {
		s := on(session.View{Anchor: "first"}, session.State{})
		before := s.View()
		change(s)
		after := s.View()
		if after == before || !s.CanUndo() {
			t.Errorf("%s: nothing changes", name)
		}
		s.Choose(s.Place(2)) // the second call
		s.Undo()
		want, place := before, "second"
		if name == "filter" || name == "a far place" {
			place = "first"
		}
		if want.Anchor = place; s.View() != want || s.Event().ID != place {
			t.Errorf("%s: undo shows %+v at %s, want %+v", name, s.View(), s.Event().ID, want)
		}
		s.Redo()
		if got := s.View(); name == "rows" && (got.Rows != 1 || got.Anchor != "second") {
			t.Errorf("%s: redo shows %+v", name, got)
		}
	}
}

func TestRowsGoRound(t *testing.T) {
	s := on(session.View{}, session.State{})
	var rows []int
	for range 5 {
		rows = append(rows, s.View().Rows)
		s.CycleRows()
	}
	if !slices.Equal(rows, []int{0, 1, 2, 3, 0}) {
		t.Errorf("the rows are %d in turn", rows)
	}
}

// What is not written is named, a few things of it, with the reason if there is one.
func TestUnkept(t *testing.T) {
	var why error
	state := session.State{Waiting: new(session.Waiting), Change: func(func(*session.Saved)) (session.Saved, error) {
		return session.Saved{}, why
	}}
	s := on(session.View{Anchor: "first"}, state)
	if err := state.Unkept(); err != nil {
		t.Errorf("nothing was changed, and the end says %v", err)
	}
	s.ToggleMark()
	for _, name := range []string{"one", "two", "one", "three", strings.Repeat("x\x1b", 100)} {
		s.SaveView(name)
	}
	if err := state.Unkept(); err == nil || !strings.Contains(err.Error(), "does not answer") {
		t.Errorf("the end says %v", err)
	}
	why = errors.New("locked")
	state.Flush()
	want := "not kept: the mark on “A first call”, the view “one”, the view “two”, 2 more; locked"
	if err := state.Unkept(); err == nil || err.Error() != want {
		t.Errorf("the end says %v\nwant %s", err, want)
	}
	why = nil
	state.Flush()
	if err := state.Unkept(); err != nil {
		t.Errorf("all was written, and the end says %v", err)
	}
	if none := (session.State{}); none.Flush() != nil || none.Unkept() != nil {
		t.Error("nothing can be kept, and something is")
	}
}

// A key that no event has is told once the whole record is read, at its place in what is typed.
func TestStrangeKey(t *testing.T) {
	s := testsession.On(t, testsession.Calls, "")
	for typed, want := range map[string]string{
		"qoute:x": "qoute", " type:call  -qoute:x": "qoute", "type:call has:quote": "", "alm": "", "(": "", "has:nothing": "nothing",
		"qoute:": "qoute", "alm -qoute:": "qoute", "qoute>=": "qoute", "qoute: x": "qoute", "type:": "", "qoute:x type:": "", "has:": "",
		"qoute:a,": "qoute", "(qoute:": "", `"": `: "",
	} {
		s.Preview(typed, nil)
		wrong, under := s.StrangeKey(), ""
		if wrong != nil {
			under = s.View().Query[wrong.Start:wrong.End]
		}
		if under != want {
			t.Errorf("%q: %+v, want it under %q", typed, wrong, want)
		}
	}
}

// Dates that count from today do so from the day that the session has, which is in January 2026.
func TestDatesOfTheSession(t *testing.T) {
	s := testsession.On(t, testsession.Calls, "")
	for typed, want := range map[string]int{
		`since:"last year"`: 3, "since:2025-02": 1, `date:"last month"`: 0, `until:"10 months ago"`: 3, `until:"11 months ago"`: 2,
	} {
		s.Preview(typed, nil)
		if got := s.Matched().Len(); got != want || s.Query().String() != typed {
			t.Errorf("%s shows %d events, want %d; the filter is %s", typed, got, want, s.Query())
		}
	}
}

// What is new, changed or marked is known wherever in a filter it is asked for, on opening and after a reload.
func TestNewsAnywhereInAFilter(t *testing.T) {
	visit := func(last session.Memory) *session.Visit {
		return &session.Visit{Recall: func() (session.Memory, error) { return last, nil }}
	}
	before := visit(session.Memory{})
	before.Remember(context.Background(), read(strings.Replace(calls, "A strike", "Strikes", 1)).Index.Timeline(), 1, false)()
	seen, _ := before.Seen()
	memory := session.Memory{When: now(), Prints: seen}
	const more = "  - {id: third, date: 2025-04-01, title: A third call, type: call}\n"
	for filter, want := range map[string][3]int{ // on opening, after a reload, and when the first event is marked
		"is:new OR is:changed":           {1, 2, 2},
		"NOT (is:new OR is:changed)":     {2, 2, 2},
		"(is:NEW OR type:aid) type:call": {0, 1, 1},
		"type:aid OR NOT is:marked":      {3, 4, 3},
	} {
		s := on(session.View{Query: filter}, session.State{})
		s.TakeRecalled(visit(memory).Remember(context.Background(), s.Index().Timeline(), 1, false)().(session.Recalled))
		got := [3]int{s.Matched().Len()}
		again := read(calls + more)
		s.Accept(again, review.Compare(s.Baseline(), again.Index.Timeline()))
		got[1] = s.Matched().Len()
		if got[2] = got[1]; strings.Contains(filter, "marked") {
			s.Choose(0)
			s.ToggleMark()
			got[2] = s.Matched().Len()
		}
		if got != want {
			t.Errorf("%s finds %v, want %v", filter, got, want)
		}
	}
}

// What was seen of a record stays where it is opened with an error that costs events, be it a line that breaks its form
// or a date that breaks. An error that was there before costs none.
func TestABrokenRecordIsNotRemembered(t *testing.T) {
	for name, test := range map[string]struct {
		before, now string
		kept        bool
	}{
		"whole":               {calls, calls, true},
		"half saved":          {calls, calls[:strings.Index(calls, "strike, actors")] + "\n  - {", false},
		"a date that breaks":  {calls, strings.Replace(calls, "2025-01-30", "2025-33-30", 1), false},
		"as broken as before": {strings.Replace(calls, "2025-01-30", "soon", 1), strings.Replace(calls, "2025-01-30", "soon", 1), true},
		"one gone":            {calls, calls[:strings.LastIndex(calls, "  - {id: second")], true},
	} {
		first := &session.Visit{Recall: func() (session.Memory, error) { return session.Memory{}, nil }}
		first.Remember(context.Background(), read(test.before).Index.Timeline(), 1, false)()
		visit := &session.Visit{Recall: func() (session.Memory, error) {
			seen, err := first.Seen()
			return session.Memory{When: now(), Prints: seen}, err
		}}
		s := session.New(context.Background(), now, session.View{}, session.State{})
		s.Accept(read(test.now), review.Changes{})
		visit.Finish(s)
		if seen, err := visit.Seen(); (seen != nil) != test.kept || err != nil {
			t.Errorf("%s: it is remembered as %d events, %v", name, len(seen), err)
		}
	}
}

// A visit whose filter has shown no event has no place.
func TestAVisitThatShowedNothing(t *testing.T) {
	for filter, want := range map[string]bool{"": true, "type:call": true, "type:nothing": false} {
		visit := new(session.Visit)
		visit.Follow(on(session.View{Query: filter}, session.State{}), false)
		if _, been := visit.Left(); been != want {
			t.Errorf("under %q the visit counts: %t", filter, been)
		}
	}
}

// Of a place that is too long all but its filter is kept, and of one with a long id nothing.
func TestPlacesThatAreTooLong(t *testing.T) {
	long := strings.Repeat("é", session.MostOfAPlace/2)
	for _, test := range []struct {
		query, event string
		want         session.Place
		err          error
	}{
		{"call", "first", session.PlaceOf("call", "first"), nil},
		{long, "first", session.PlaceOf("", "first"), session.ErrLongFilter},
		{"call", long, session.Place{}, session.ErrLongPlace},
		{long, long, session.Place{}, session.ErrLongPlace},
	} {
		if got, err := session.PlaceOf(test.query, test.event).Fitting(); got != test.want || !errors.Is(err, test.err) {
			t.Errorf("kept is %+v, %v", got, err)
		}
	}
}

// A filter may be held to so many values, and the last good one counts as long as it asks for more.
func TestAFilterMayAskForNoMore(t *testing.T) {
	s := session.New(context.Background(), time.Now, session.View{}, session.State{})
	s.AskAtMost(3)
	s.Accept(load.Files(context.Background(), []load.File{load.InMemory("r.yaml", []byte(
		"events:\n- {date: 2025, title: one}\n- {date: 2026, title: two}\n"))}, nil), review.Changes{})
	s.Preview("one two three", nil)
	if s.Mistake() != nil {
		t.Errorf("three values: %v", s.Mistake())
	}
	s.Preview("one", nil) // which is asked until something else may be
	s.Preview("one two three four", nil)
	if s.Mistake() == nil || !strings.Contains(s.Mistake().Error(), "asks for 4 values") || s.Matched().Len() != 1 {
		t.Errorf("four values: %v, and %d events", s.Mistake(), s.Matched().Len())
	}
}

// Keys that are held down make any number of steps, of which the last lead back.
func TestManyStepsLeadBack(t *testing.T) {
	const many, held = 100, 10_000
	s := on(session.View{Anchor: "first"}, session.State{})
	for n := range held {
		s.SetQuery(query.Query{}.Add(query.ByWords, fmt.Sprint("call or ", n)))
		s.GoTo([]string{"strike", "second"}[n%2])
	}
	undone := 0
	for s.CanUndo() {
		s.Undo()
		undone++
	}
	if earlier := len(s.EarlierQueries()); undone < many || undone == held || earlier < many || earlier == held {
		t.Errorf("%d steps lead back, and %d queries can be asked again", undone, earlier)
	}
}

// What a reader keeps may be held to so many bytes, of which some can be taken away.
func TestNoMoreIsKept(t *testing.T) {
	nowhere := func(func(*session.Saved)) (session.Saved, error) { return session.Saved{}, nil }
	s := on(session.View{Anchor: "first"}, session.State{Waiting: new(session.Waiting), Change: nowhere})
	s.KeepAtMost(5000)
	for n := range 100 {
		s.SaveView(fmt.Sprint("a view with the name ", n))
	}
	if n := len(s.Saved().Views); n < 10 || n > 60 || !strings.Contains(s.Notice(), "is not kept") {
		t.Errorf("%d views are kept, and the reader is told %q", n, s.Notice())
	}
	if s.ToggleMark(); s.IsMarked("first") || !strings.Contains(s.Notice(), "is not kept") {
		t.Errorf("a mark is kept too, and the reader is told %q", s.Notice())
	}
	for n := range 10 {
		s.ForgetView(fmt.Sprint("a view with the name ", n))
	}
	if s.ToggleMark(); !s.IsMarked("first") {
		t.Errorf("nothing is kept after some was taken away: %q", s.Notice())
	}
	s.Annotate("first", strings.Repeat("a note, ", 500))
	if long := len(s.Saved().Notes["first"]); long > 0 {
		t.Errorf("a note of %d bytes is kept too", long)
	}
	for n := 0; n < 10 || !strings.Contains(s.Notice(), "is not kept"); n++ {
		s.Annotate("first", strings.Repeat("a note, ", n))
	}
	if s.Annotate("first", "a note"); s.Saved().Notes["first"] != "a note" {
		t.Errorf("a note cannot be made shorter: %q", s.Notice())
	}
}

// Who cannot write, or waits for that, is given no more than a reader makes by hand, however fast keys come.
func TestNoMoreWaitsToBeKept(t *testing.T) {
	full := errors.New("no space left")
	s := on(session.View{Anchor: "first"}, session.State{
		Waiting: new(session.Waiting), Change: func(func(*session.Saved)) (session.Saved, error) { return session.Saved{}, full },
	})
	s.KeepAtMost(1 << 20)
	work := s.ToggleMark()
	for range 5000 {
		if s.ToggleMark() != nil {
			t.Fatal("two wait to write the same")
		}
	}
	if !strings.Contains(s.Notice(), "too much waits to be written") {
		t.Errorf("any number of changes waits, and the reader is told %q", s.Notice())
	}
	s.TakeStored(work().(session.Stored))
	if !strings.Contains(s.Notice(), "no space left") || s.ToggleMark() == nil {
		t.Errorf("nobody tries to write again: %q", s.Notice())
	}
}
