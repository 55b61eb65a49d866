package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// lastSeen is what a visit to a record of this text remembers, which ended so long ago.
func lastSeen(t *testing.T, text string, ago time.Duration) setting {
	t.Helper()
	visit := &session.Visit{Recall: func() (session.Memory, error) { return session.Memory{}, nil }}
	x := load.Files(context.Background(), []load.File{file("test.yaml", text)}, nil).Index
	visit.Remember(context.Background(), x.Timeline(), 1, false)()
	return func(o *Options, _ *draw.Looks) {
		seen, _ := visit.Seen()
		memory := session.Memory{When: o.Now().Add(-ago), Prints: seen}
		o.Visit = &session.Visit{Recall: func() (session.Memory, error) { return memory, nil }}
	}
}

// What is new or has changed since the last visit is told, marked, walked through and asked for, as what a reload
// brings.
func TestNewsSinceTheLastVisit(t *testing.T) {
	before := days("One", "Two", "Three", "Four")
	now := strings.Replace(days("One", "Two", "Three", "Four", "Five", "Six"), "[Anna, Two]", "[Anna, Zoe]", 1)
	r := write(t, 80, 24, now, lastSeen(t, before, 59*24*time.Hour))
	r.see("2 new, 1 changed since 12 November 2025; w goes through them")
	r.marked("✎", "Two")
	r.marked("✦", "Five")
	r.first().press("w")
	if r.selected() != "2025-05-02-two" {
		t.Errorf("w goes to %s", r.selected())
	}
	r.press("w", "/").typeText("is:new").press("enter").see("2 of 6 events")
	r.press("/", "ctrl+u").typeText("is:changed").press("enter").see("1 of 6 events")
	r.save(now+"- {date: 2025-05-07, title: Seven}\n").press("/", "ctrl+u").typeText("is:new").press("enter").see("3 of 7 events")
}

// Where a record opens at what is new, the key for the next says that of it first.
func TestNewsWhereARecordOpens(t *testing.T) {
	before, now := days("One", "Two"), days("One", "Two", "Three", "Four")
	since, first, last := lastSeen(t, before, time.Hour), at("2025-05-03-three"), at("2025-05-04-four")
	d := open(t, 120, 30, yaml(now), since, first).press("w").see("this event is new; w again goes to the next")
	if d.press("w"); d.m.session.Event().ID != "2025-05-04-four" {
		t.Errorf("w again goes to %s", d.m.session.Event().ID)
	}
	open(t, 120, 30, yaml(now), since, last, withQuery("four")).press("w").see("the filter hides what else is new")
	got := speak(t, []string{"w", "w", "w"}, yaml(now), since, last)
	for n, want := range []string{"", "This event is new; news again", "Three.", "News does nothing here: nothing is new"} {
		if !strings.Contains(got[n].said, want) {
			t.Errorf("to line %d it is said: %s", n, got[n].said)
		}
	}
	open(t, 120, 30, yaml(days("One", "Two", "Three")), since, first).press("w").see("nothing else is new")
}

// When the last visit was is said as people say it.
func TestWhenTheLastVisitWas(t *testing.T) {
	for ago, want := range map[time.Duration]string{
		2 * time.Hour:        "1 new since 10:00",
		13 * time.Hour:       "1 new since yesterday",
		5 * 24 * time.Hour:   "1 new since 5 January;",
		400 * 24 * time.Hour: "1 new since 6 December 2024",
		-time.Hour:           "1 new since the last visit",
	} {
		write(t, 80, 24, days("One", "Two"), lastSeen(t, days("One"), ago)).see(want)
	}
}

// Why nothing is known to be new is said where that is asked.
func TestNewsThatAreNotKnown(t *testing.T) {
	recalls := func(m session.Memory, err error) setting {
		return func(o *Options, _ *draw.Looks) {
			o.Visit = &session.Visit{Recall: func() (session.Memory, error) { return m, err }}
		}
	}
	for name, test := range map[string]struct {
		visit setting
		want  string
	}{
		"nobody remembers": {func(*Options, *draw.Looks) {}, "nothing is remembered of this record"},
		"the first visit":  {recalls(session.Memory{}, nil), "this visit is the first that is remembered"},
		"read otherwise":   {recalls(session.Memory{Why: "read otherwise"}, nil), "read otherwise"},
		"a damaged file":   {recalls(session.Memory{}, errors.New("x.seen is damaged")), "x.seen is damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, 120, 30, yaml(days("One", "Two")), test.visit)
			if strings.Contains(d.screen(), "new") && name != "a damaged file" {
				t.Errorf("it is told unasked:\n%s", d.screen())
			}
			d.press("k", "/").typeText("is:new").press("enter").press("k").see(test.want)
		})
	}
	if review.MostRemembered != 200_000 {
		t.Error("session says that 200,000 events are remembered")
	}
}
