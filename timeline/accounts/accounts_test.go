package accounts_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/accounts"
	"dateline/timeline/internal/testbuild"
)

// talks is an event of 2025 in which people of two states, one who has left, a paper and nobody claim something.
func talks() (*timeline.Timeline, *timeline.Event) {
	d := testbuild.NewDraft()
	d.Actor("ua", "Ukraine", timeline.State, "", "")
	d.Actor("ru", "Russia", timeline.State, "", "")
	d.Actor("mod", "Defence Ministry", timeline.Organization, "ru", "")
	d.Actor("pm", "Svyrydenko", timeline.Person, "", "", "ua|Prime Minister|2025-07|")
	d.Actor("gone", "Honcharenko", timeline.Person, "", "", "ua|Deputy|2014|2020")
	paper := d.Source(timeline.Source{ID: "paper", Publisher: "Gazette"})
	d.Event("2025-09-07", "Strike", "ua; ru; mod; pm; gone", func(e *timeline.EventDraft) {
		by := func(name string) timeline.Mention { return d.Mention(name) }
		for n, one := range []string{"pm", "mod", "", "ua", "gone", "", "ru"} {
			c := timeline.ClaimDraft{Text: fmt.Sprint(n), By: timeline.NoMention, Source: timeline.NoCitation}
			if one != "" {
				c.By = by(one)
			}
			if n == 2 {
				c.Source = paper
			}
			e.Claims = append(e.Claims, c)
		}
	})
	t := d.Done()
	return t, t.Event(0)
}

func TestSidesAreThoseOfTheDay(t *testing.T) {
	record, e := talks()
	var got []string
	for _, s := range accounts.Sides(record, e) {
		name := record.ActorName(s.Actor)
		if s.Source != timeline.NoSource {
			name = record.Source(s.Source).Publisher
		}
		got = append(got, fmt.Sprint(name, s.Claims))
	}
	want := "Ukraine[0 3] Russia[1 6] Gazette[2] Honcharenko[4] [5]"
	if strings.Join(got, " ") != want {
		t.Errorf("the sides are %v, want %s", got, want)
	}
	if rivals := record.Rivals(e); rivals != len(e.Claims) {
		t.Errorf("several sides, and %d of %d claims stand against each other", rivals, len(e.Claims))
	}
}

func TestSpeakersComeOnce(t *testing.T) {
	e := timeline.Event{Quotes: []timeline.Quote{{By: 3}, {By: timeline.NoActor}, {By: 3}, {By: 1}}}
	if got := fmt.Sprint(accounts.Speakers(&e)); got != "[{3 [0 2]} {-1 [1]} {1 [3]}]" {
		t.Error(got)
	}
}

// words returns what is compared, as in "drones: 810 launched, 747 shot down 92%".
func words(figures []timeline.Figure) string {
	groups, others := accounts.Compare(figures)
	var all []string
	for _, g := range groups {
		var list []string
		for _, c := range g.Figures {
			one := strings.TrimSpace(fmt.Sprint(c.Best, " ", c.Rest))
			if c.Whole != accounts.NoWhole {
				one += fmt.Sprintf(" %.0f%% of %v", c.Percent, g.Figures[c.Whole].Best)
			}
			list = append(list, one)
		}
		all = append(all, g.Name+": "+strings.Join(list, ", "))
	}
	if len(others) > 0 {
		all = append(all, fmt.Sprint(others))
	}
	return strings.Join(all, "; ")
}

func TestFiguresOfOneUnitAreCompared(t *testing.T) {
	const one, other timeline.SourceRef = 0, 1
	for _, c := range []struct {
		name    string
		figures []timeline.Figure
		want    string
	}{
		{"none", nil, ""},
		{
			"of one source", []timeline.Figure{
				{Label: "drones launched", Value: "810", By: 1, Source: one},
				{Label: "Drones shot down", Value: "747", By: 1, Source: one},
				{Label: "missiles launched", Value: "13", By: 1, Source: one},
			}, "drones: 810 launched, 747 shot down 92% of 810; [2]",
		},
		{
			"each source its own whole", []timeline.Figure{
				{Label: "drones launched", Value: "800", Source: one},
				{Label: "drones shot down", Value: "400", Source: one},
				{Label: "drones launched", Value: "500", Source: other},
				{Label: "drones shot down", Value: "400", Source: other},
			}, "drones: 800 launched, 400 shot down 50% of 800, 500 launched, 400 shot down 80% of 500",
		},
		{
			"no percent of what is not sure", []timeline.Figure{
				{Label: "drones launched", Value: "about 800", Source: one},
				{Label: "drones shot down", Value: "400", Source: one},
				{Label: "mines fired", Value: "5", By: timeline.NoActor, Source: timeline.NoSource},
				{Label: "mines intercepted", Value: "4", By: timeline.NoActor, Source: timeline.NoSource},
				{Label: "shells fired", Value: "4", Source: one},
				{Label: "shells intercepted", Value: "5", Source: one},
				{Label: "bombs fired", Value: "9", By: 1, Source: one},
				{Label: "bombs downed", Value: "5", By: 2, Source: one},
			}, "drones: 800 launched, 400 shot down; mines: 5 fired, 4 intercepted; shells: 4 fired, 5 intercepted; " +
				"bombs: 9 fired, 5 downed",
		},
		{
			"nor of two wholes", []timeline.Figure{
				{Label: "drones fired", Value: "800", Source: one},
				{Label: "drones fired", Value: "810", Source: one},
				{Label: "drones shot down", Value: "400", Source: one},
			}, "drones: 800 fired, 810 fired, 400 shot down",
		},
		{
			"units apart", []timeline.Figure{
				{Label: "aid for the year", Value: "2", Unit: "billion EUR"},
				{Label: "aid for the year", Value: "$3 billion"},
				{Label: "aid this month", Value: "€100 million"},
			}, "aid: 2e+09 for the year, 1e+08 this month; [1]",
		},
		{
			"one label",
			[]timeline.Figure{{Label: "civilians killed", Value: "at least 26"}, {Label: "civilians killed", Value: "27"}},
			"civilians killed: 26, 27",
		},
		{
			"what is counted, not that it is", []timeline.Figure{
				{Label: "number of dead", Value: "3"},
				{Label: "number of drones", Value: "5"},
				{Label: "number", Value: "5"},
				{Label: "", Value: "5"},
				{Label: "dead", Value: "a few"},
			}, "[0 1 2 3 4]",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := words(c.figures); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}
