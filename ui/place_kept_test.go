package ui

import (
	"cmp"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"dateline/ui/draw"
	"dateline/ui/session"
)

// visiting has the screen open where p was left.
func visiting(p session.Place) setting {
	return func(o *Options, _ *draw.Looks) { o.Visit = &session.Visit{From: p} }
}

// leaves returns where the reader has left the record, as it is kept.
func (d *driver) leaves() session.Place {
	d.t.Helper()
	left, been := d.m.opts.Visit.Left()
	if !been {
		d.t.Fatal("the visit showed nothing")
	}
	text, err := json.Marshal(session.Saved{Place: left})
	if err != nil {
		d.t.Fatal(err)
	}
	var kept session.Saved
	if err := json.Unmarshal(text, &kept); err != nil {
		d.t.Fatal(err)
	}
	if len(text) > session.MostOfAPlace {
		d.t.Errorf("the place takes %d bytes", len(text))
	}
	return kept.Place
}

// A record opens where it was left, whatever was done to its view, and says so until the first key.
func TestARecordOpensWhereItWasLeft(t *testing.T) {
	for name, keys := range map[string][]string{
		"an event":                 {"g", "j", "j"},
		"a filter":                 {"a", "R", "u", "b", "i", "o", "enter", "j"},
		"a filter that is paused":  {"/", "y", "e", "r", "enter", "p"},
		"a filter that dims":       {"/", "y", "e", "r", "enter", "F"},
		"rows":                     {"r", "r", "k"},
		"the other way":            {"s", "j"},
		"lanes":                    {"v", "j"},
		"lanes by count":           {"v", "r", "j"},
		"an island of the axis":    {"z", "k"},
		"true scale":               {"T", "k"},
		"room for the list":        {"+", "+", "k"},
		"a filter without a match": {"/", "x", "y", "z", "z", "enter"},
		"a filter that is typed":   {"/", "t", "y", "p", "e", ":"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, 120, 40, visiting(session.Place{}))
			if strings.Contains(d.screen(), "as you left it") {
				t.Error("it says so on the first visit")
			}
			d.press(keys...)
			place := d.leaves()
			again := open(t, 120, 40, visiting(place)).see("as you left it")
			want := d.view()
			if d.mode() == inQueryLine {
				want.Query = d.asked().String()
			}
			if again.view() != want || again.modes() != d.modes() {
				t.Errorf("it was left at\n%+v and opens at\n%+v", want, again.view())
			}
			if again.hasEvent() && again.selected() != d.selected() {
				t.Errorf("it was left at %s and opens at %s", d.selected(), again.selected())
			}
			if again.press("k"); strings.Contains(again.screen(), "as you left it") {
				t.Error("it says so after a key")
			}
		})
	}
}

// modes returns whether the events are a list or lanes.
func (d *driver) modes() mode { return d.m.modes.base() }

// What the command line names counts for more than what is remembered.
func TestFlagsCountForMoreThanThePlace(t *testing.T) {
	left := session.Place{View: session.View{Query: "type:statement", Anchor: call, Paused: true, Newest: true, Rows: 1}}
	d := open(t, 120, 40, visiting(left), withQuery("type:call"))
	if v := d.view(); v.Query != "type:call" || v.Paused || v.Anchor != call || !v.Newest {
		t.Errorf("under another filter the view is %+v", v)
	}
	left.Paused = false
	d = open(t, 120, 40, visiting(left), at(call)).see("the filter hid that event and is paused")
	if v := d.view(); d.selected() != call || v.Query != left.Query || !v.Paused || !v.Newest {
		t.Errorf("at another event the view is %+v", v)
	}
}

// Where the record has lost the event, it opens at what is nearest to its day.
func TestThePlaceOfAnEventThatIsGone(t *testing.T) {
	const one = "events:\n  - {date: 2025-01-01, title: One}\n  - {date: 2025-02-01, title: Two}\n" +
		"  - {date: 2025-03-01, title: Three}\n  - {date: 2025-12-01, title: Four}\n"
	place := open(t, 80, 24, yaml(one), visiting(session.Place{})).press("g", "j").leaves()
	again := open(t, 80, 24, yaml(strings.Replace(one, "Two", "Second", 1)), visiting(place))
	if again.selected() != "2025-02-01-second" {
		t.Errorf("it opens at %s", again.selected())
	}
}

// A visit that showed no event is none.
func TestAVisitWithoutEvents(t *testing.T) {
	d := open(t, 80, 24, yaml("events: []\n"), visiting(session.Place{View: session.View{Rows: 2}}))
	if _, been := d.press("r").m.opts.Visit.Left(); been {
		t.Error("it has a place")
	}
}

// A place that was written by a newer version, by hand or by chance harms nothing, and what others say of it stays.
func TestAPlaceThatIsOdd(t *testing.T) {
	for _, place := range []string{
		`3`, `[]`, `{"rows": 99}`, `{"zoom": -1}`, `{"share": 1e300}`, `{"event": 3}`, `{"day": 7}`, `null`,
	} {
		var kept session.Saved
		if err := json.Unmarshal([]byte(`{"marks": ["a"], "place": `+place+`}`), &kept); err != nil || len(kept.Marks) != 1 {
			t.Errorf("%s: %v, %v", place, kept.Marks, err)
		}
		if kept.Place != (session.Place{}) {
			t.Errorf("%s: is the place %+v", place, kept.Place)
		}
	}
	var kept session.Saved
	if err := json.Unmarshal([]byte(`{"place": {"event": "a", "columns": [1, 2], "rows": 2}}`), &kept); err != nil {
		t.Fatal(err)
	}
	kept.Place.Rows = 0
	text, err := json.Marshal(kept)
	if want := `{"place":{"event":"a","columns":[1,2]}}`; err != nil || string(text) != want {
		t.Errorf("%s, %v, want %s", text, err, want)
	}
	kept.Place.Query = strings.Repeat("a", session.MostOfAPlace)
	if _, err := kept.Place.Fitting(); err == nil {
		t.Error("a place of more than its bytes fits")
	}
}

// What is new is another question at each visit, so that no record opens under it again.
func TestNewsAreNoPlace(t *testing.T) {
	for _, filter := range []string{"is:new", "yermak (is:changed OR is:new)"} {
		d := open(t, 80, 24, visiting(session.Place{})).press("g", "/").typeText(filter).press("enter")
		if place := d.leaves(); place.Query != "" || place.Anchor == "" {
			t.Errorf("after %s the place is %+v", filter, place)
		}
	}
}

// Whatever a place says of the view is kept, be it a part of the view that comes to be.
func TestAllOfAPlaceIsKept(t *testing.T) {
	var place session.Place
	fill := func(of reflect.Value) {
		for n := range of.NumField() {
			switch f := of.Field(n); f.Kind() {
			case reflect.Bool:
				f.SetBool(true)
			case reflect.Int:
				f.SetInt(2)
			case reflect.String:
				f.SetString("2025-01-02")
			}
		}
	}
	fill(reflect.ValueOf(&place.View).Elem())
	fill(reflect.ValueOf(&place).Elem())
	text, err := json.Marshal(session.Saved{Place: place})
	var kept session.Saved
	if err = cmp.Or(err, json.Unmarshal(text, &kept)); err != nil || kept.Place != place {
		t.Errorf("%+v is kept as %+v (%v)", place, kept.Place, err)
	}
}
