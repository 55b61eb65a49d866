package timeline_test

import (
	"fmt"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

// sided is a draft with two states and their people, of whom one changes sides on 1 June 2025.
func sided() *testbuild.Draft {
	d := testbuild.NewDraft()
	d.Actor("ukraine", "Ukraine", timeline.State, "", "")
	d.Actor("office", "Office of the President", timeline.Organization, "ukraine", "")
	d.Actor("yermak", "Andriy Yermak", timeline.Person, "", "", "office|Head|2020|2025-11")
	d.Actor("zelensky", "Volodymyr Zelensky", timeline.Person, "", "", "ukraine|President|2019")
	d.Actor("russia", "Russia", timeline.State, "", "")
	d.Actor("lavrov", "Sergey Lavrov", timeline.Person, "", "", "russia|Foreign Minister|2004")
	d.Actor("envoy", "The envoy", timeline.Person, "", "", "ukraine||2020|2025-05-31", "russia||2025-06-01")
	d.Actor("this", "This", timeline.Organization, "that", "")
	d.Actor("that", "That", timeline.Organization, "this", "")
	return d
}

// An event is contested where its claims come from two sides, or figures of one kind differ.
func TestContested(t *testing.T) {
	d := sided()
	first, second := d.Source(timeline.Source{ID: "s1"}), d.Source(timeline.Source{ID: "s2"})
	claims := func(by ...string) func(*timeline.EventDraft) {
		return func(e *timeline.EventDraft) {
			for _, name := range by {
				c := timeline.ClaimDraft{By: timeline.NoMention, Text: "so it was", Source: timeline.NoCitation}
				switch name {
				case "s1":
					c.Source = first
				case "s2":
					c.Source = second
				case "":
				default:
					c.By = d.Mention(name)
				}
				e.Claims = append(e.Claims, c)
			}
		}
	}
	figures := func(list ...timeline.FigureDraft) func(*timeline.EventDraft) {
		return func(e *timeline.EventDraft) {
			for _, f := range list {
				f.By, f.Source = timeline.NoMention, timeline.NoCitation
				e.Figures = append(e.Figures, f)
			}
		}
	}
	for n, c := range []struct {
		date string
		edit func(*timeline.EventDraft)
		want int
	}{
		{"2025-01-01", nil, 0},
		{"2025-01-02", claims("lavrov"), 0},
		{"2025-01-03", claims("yermak", "zelensky", "ukraine"), 0}, // all of Ukraine
		{"2025-01-04", claims("yermak", "lavrov"), 2},
		{"2025-01-05", claims("yermak", "zelensky", "lavrov"), 3},
		{"2025-01-06", claims("envoy", "zelensky"), 0},  // before and …
		{"2025-06-06", claims("envoy", "zelensky"), 2},  // … after the change of sides
		{"2025-12-07", claims("yermak", "zelensky"), 2}, // out of office, and for nobody but himself
		{"2025-12-08", claims("this", "that"), 0},       // a circle is one side
		{"2025-12-09", claims("somebody", "somebody else"), 2},
		{"2025-12-10", claims("s1", "s2"), 2}, // without a speaker the sources tell it
		{"2025-12-11", claims("s1", "s1"), 0},
		{"2025-12-12", claims("s1", ""), 2},
		{"2025-12-13", claims("", ""), 0},
		{"2025-12-14", claims("lavrov", ""), 2},
		{"2025-12-15", figures(
			timeline.FigureDraft{Label: "Killed", Value: "18"}, timeline.FigureDraft{Label: "killed", Value: "about 20"}), 2},
		{"2025-12-16", figures(
			timeline.FigureDraft{Label: "killed", Value: "1,343"}, timeline.FigureDraft{Label: "killed", Value: "1343"}), 0},
		{"2025-12-17", figures(
			timeline.FigureDraft{Label: "aid", Value: "10", Unit: "billion EUR"},
			timeline.FigureDraft{Label: "aid", Value: "8.6", Unit: "billion GBP"}), 0},
		{"2025-12-18", figures(
			timeline.FigureDraft{Label: "aid", Value: "€10 billion"},
			timeline.FigureDraft{Label: "aid", Value: "9", Unit: "billion EUR"},
			timeline.FigureDraft{Label: "aid", Value: "10000000000", Unit: "EUR"},
			timeline.FigureDraft{Label: "killed", Value: "3"}), 3},
		{"2025-12-19", figures(
			timeline.FigureDraft{Label: "share", Value: "a fifth"}, timeline.FigureDraft{Label: "share", Value: "a quarter"}), 2},
		{"2025-12-20", figures(timeline.FigureDraft{Value: "1"}, timeline.FigureDraft{Value: "2"}), 0}, // nobody says of what
		{"2025-12-21", figures(
			timeline.FigureDraft{Label: "killed", Low: "10", High: "20"}, timeline.FigureDraft{Label: "killed"}), 0},
	} {
		d.Event(c.date, fmt.Sprint(n, " ", c.want), "", c.edit)
	}
	tl := d.Done()
	for i := range tl.Len() {
		var n, want int
		if _, err := fmt.Sscan(tl.EventTitle(i), &n, &want); err != nil {
			t.Fatal(err)
		}
		if got := tl.Contested(i); got != want {
			t.Errorf("event %d, of %s: %d stand against each other, want %d", n, tl.Date(i), got, want)
		}
	}
}

// The side of an actor depends on the time, and is that of all who are above each other in a circle.
func TestSide(t *testing.T) {
	d := sided()
	tl := d.Done()
	for _, c := range []struct{ actor, on, want string }{
		{"yermak", "2025-01-01", "ukraine"},
		{"yermak", "2026-01-01", "yermak"},
		{"ukraine", "2026-01-01", "ukraine"},
		{"envoy", "2025-01-01", "ukraine"},
		{"envoy", "2025-07-01", "russia"},
		{"this", "2025-07-01", "this"},
		{"that", "2025-07-01", "this"},
	} {
		a, _ := tl.FindActor(c.actor)
		if got := tl.Actor(tl.Side(a, testbuild.MustDate(c.on).Period())).ID; got != c.want {
			t.Errorf("on %s %s is on the side of %s, want %s", c.on, c.actor, got, c.want)
		}
	}
}

// The time it takes grows with the number of claims and no faster, however far everybody is from the top.
func BenchmarkContested(b *testing.B) {
	for _, claims := range []int{2, 1_000, 100_000} {
		b.Run(fmt.Sprint(claims), func(b *testing.B) {
			d := testbuild.NewDraft()
			const steps, others = 30, 100
			for step := range steps {
				var members []string
				for range others {
					members = append(members, fmt.Sprintf("step%d||2000", min(step+1, steps-1)))
				}
				d.Actor(fmt.Sprintf("step%d", step), fmt.Sprintf("Step %d", step), "", "", "", members[:others*min(1, steps-1-step)]...)
			}
			d.Event("2025-01-01", "An event", "", func(e *timeline.EventDraft) {
				for n := range claims {
					name := fmt.Sprintf("speaker%d", n)
					d.Actor(name, name, timeline.Person, "", "", "step0||2010")
					e.Claims = append(e.Claims, timeline.ClaimDraft{By: d.Mention(name), Source: timeline.NoCitation})
				}
			})
			tl := d.Done()
			e := tl.Event(0)
			b.ReportAllocs()
			for b.Loop() {
				if n := tl.Rivals(e); n != 0 {
					b.Fatalf("%d are rivals", n)
				}
			}
		})
	}
}
