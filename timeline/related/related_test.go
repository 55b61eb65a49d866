package related

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/testrecord"
)

// A net is a record of events of which each names some: "date e1 e3". Its ids are e0, e1, … in this order.
func net(events ...string) *Net {
	d := testbuild.NewDraft()
	for _, one := range events {
		date, related, _ := strings.Cut(one, " ")
		d.Event(strings.TrimPrefix(date, "?"), "Title", "", func(e *timeline.EventDraft) {
			e.Related = strings.Fields(related)
		})
	}
	return of(d.Done())
}

// of returns the net of a record.
func of(t *timeline.Timeline) *Net {
	var b Builder
	var e timeline.Event
	for i := range t.Len() {
		t.Read(i, &e)
		b.Add(t, i, e.Related)
	}
	return b.Done(t)
}

// told returns relations by the ids of their events, as in "e0(e1) +2".
func told(x *Net, r Relations) string {
	var words []string
	for _, one := range r.Events {
		word := x.t.ID(one.Event)
		if further := told(x, one.Further); further != "" {
			word += "(" + further + ")"
		}
		words = append(words, word)
	}
	if r.More > 0 {
		words = append(words, fmt.Sprintf("+%d", r.More))
	}
	return strings.Join(words, " ")
}

func relatedOf(t *testing.T, x *Net, id string) string {
	t.Helper()
	i, ok := x.t.Find(id)
	if !ok {
		t.Fatal(id)
	}
	led, followed := x.Of(i)
	return told(x, led) + " | " + told(x, followed)
}

func TestRelatedGoesBothWays(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []string
		of     string
		want   string
	}{
		{"nothing", []string{"2025-01-01", "2025-01-02"}, "e0", " | "},
		{"named and naming", []string{"2025-01-01", "2025-01-02 e0", "2025-01-03 e1"}, "e1", "e0 | e2"},
		{"what is named is later", []string{"2025-01-01 e1", "2025-01-02"}, "e1", "e0 | "},
		{
			"two steps, no third",
			[]string{"2025-01-01", "2025-01-02 e0", "2025-01-03 e1", "2025-01-04 e2"},
			"e3", "e2(e1) | ",
		},
		{"a second step goes on in its direction", []string{"2025-01-01", "2025-01-02 e0", "2025-01-03 e0"}, "e2", "e0 | "},
		{"a circle", []string{"2025-01-01 e2", "2025-01-02 e0", "2025-01-03 e1"}, "e1", "e0 | e2"},
		{"itself, twice, nothing", []string{"2025-01-01", "2025-01-02 e1 e0 e0 gone"}, "e1", "e0 | "},
		{"one day", []string{"2025-01-01 e1", "2025-01-01"}, "e0", "e1 | "},
		{"one day, named", []string{"2025-01-01 e1", "2025-01-01"}, "e1", " | e0"},
		{"each other on one day", []string{"2025-01-01 e1", "2025-01-01 e0"}, "e0", "e1 | "},
		{"without a date", []string{"2025-01-01 e1", "", " e0"}, "e0", "e1 | e2"},
		{"of what has none", []string{"2025-01-01", "2025-01-02 e2", " e0"}, "e2", "e0 | e1"},
		{"a period and a day in it", []string{"2025-01", "2025-01-08 e0"}, "e1", "e0 | "},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := relatedOf(t, net(c.events...), c.of); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// Of very many the nearest are returned, and how many there are.
func TestRelatedIsBounded(t *testing.T) {
	d := testbuild.NewDraft()
	for n := range 5000 {
		d.Event(fmt.Sprint(1000+n), "Title", "", func(e *timeline.EventDraft) {
			if n != 2500 {
				e.Related = []string{"e2500"}
			}
		})
	}
	x := of(d.Done())
	led, followed := x.Of(2500)
	if n := len(led.Events); n != maxRelated || led.More != 2500-n || led.Events[n-1].Event != 2499 {
		t.Errorf("%s led there", told(x, led))
	}
	if n := len(followed.Events); n != maxRelated || followed.More != 2499-n || followed.Events[0].Event != 2501 {
		t.Errorf("%s followed", told(x, followed))
	}
	led, _ = x.Of(4999)
	if hub := led.Events[0]; len(hub.Further.Events) != maxFurther || hub.Further.More != 2500-maxFurther {
		t.Errorf("%s led to the last", told(x, led))
	}
}

// Whatever names whatever, each event comes once, on the side of its date, and those that are left out are counted.
func TestRelatedOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "events")
		var events []string
		for range n {
			one := rapid.SampledFrom([]string{"2025-01-01", "2025-01-02", "2025-01", "2024", "2026", ""}).Draw(t, "date")
			for _, j := range rapid.SliceOfN(rapid.IntRange(0, n), 0, 6).Draw(t, "related") {
				one += fmt.Sprintf(" e%d", j)
			}
			events = append(events, one)
		}
		x := net(events...)
		i := rapid.IntRange(0, n-1).Draw(t, "event")
		near := map[int]bool{}
		for j := range n {
			names := func(a, b int) bool { return slices.Contains(x.t.Event(a).Related, x.t.ID(b)) }
			if j != i && (names(i, j) || names(j, i)) {
				near[j] = true
			}
		}
		led, followed := x.Of(i)
		if all := len(led.Events) + led.More + len(followed.Events) + followed.More; all != len(near) {
			t.Fatalf("%d are near, of %v: %s | %s", len(near), near, told(x, led), told(x, followed))
		}
		seen := map[int]bool{i: true}
		var once func(r Relations, later bool, of int)
		once = func(r Relations, later bool, of int) {
			for _, one := range r.Events {
				if seen[one.Event] {
					t.Fatalf("%d comes twice: %s | %s", one.Event, told(x, led), told(x, followed))
				}
				seen[one.Event] = true
				a, b := x.t.Start(one.Event), x.t.Start(of)
				if dated := !x.t.Date(of).IsZero() && !x.t.Date(one.Event).IsZero(); dated && (later && a < b || !later && a > b) {
					t.Fatalf("%d is on the wrong side of %d", one.Event, of)
				}
				once(one.Further, later, one.Event)
			}
		}
		once(led, false, i)
		once(followed, true, i)
	})
}

// BenchmarkRelated asks of an event that each other names what led there and what followed.
func BenchmarkRelated(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		d := testbuild.NewDraft()
		for i := range size.Events {
			d.Event("2025-09-08", "Title", "", func(e *timeline.EventDraft) {
				e.Related = []string{fmt.Sprintf("e%d", size.Events/2)}
				if i > 0 {
					e.Related = append(e.Related, fmt.Sprintf("e%d", i-1))
				}
			})
		}
		t := d.Done()
		b.Run(size.Name+"/new", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				of(t)
			}
		})
		x := of(t)
		b.Run(size.Name+"/hub", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Of(size.Events / 2)
			}
		})
		b.Run(size.Name+"/leaf", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Of(size.Events / 3)
			}
		})
	}
}
