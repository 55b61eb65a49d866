package duplicates_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/internal/duplicates"
	"dateline/timeline/internal/testbuild"
)

// people returns a record with some actor records, and an event for each of the lines, which are names joined by "; ".
func people(lines []string) *timeline.Timeline {
	d := testbuild.NewDraft()
	d.Actor("p1", "Vladimir Putin", timeline.Person, "", "")
	d.Actor("p2", "Marco Rubio", timeline.Person, "", "")
	d.Actor("p3", "J. Brennan", timeline.Person, "", "")
	d.Actor("s1", "Iceland", timeline.State, "", "")
	d.Actor("s2", "Icelande", timeline.State, "", "")
	for _, line := range lines {
		d.Event("2025-01-01", line, line, nil)
	}
	return d.Done()
}

// eventsOf returns the function that returns the events which list an actor of t.
func eventsOf(t *timeline.Timeline) func(timeline.ActorRef) []int32 {
	events := make(map[timeline.ActorRef][]int32)
	var e timeline.Event
	for i := range t.Len() {
		t.Read(i, &e)
		for _, part := range e.Actors {
			if n := events[part.Actor]; len(n) == 0 || n[len(n)-1] != int32(i) {
				events[part.Actor] = append(n, int32(i))
			}
		}
	}
	return func(a timeline.ActorRef) []int32 { return events[a] }
}

func ExampleFind() {
	t := people([]string{"V. Putin; Marco Rubio", "Sen. Marco Rubio"})
	for _, pair := range duplicates.Find(context.Background(), t, eventsOf(t)) {
		fmt.Println(t.Actor(pair.Actor).Name, "is probably", t.Actor(pair.Same).Name)
	}
	// Output:
	// Sen. Marco Rubio is probably Marco Rubio
	// V. Putin is probably Vladimir Putin
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events string // names of one event are joined by "; ", events by " | "
		want   string // "double = same", in order
	}{
		{
			"transliteration",
			"Volodymyr Zelensky | Volodymyr Zelensky | Volodymyr Zelenskyy | Володимир Зеленський",
			"Volodymyr Zelenskyy = Volodymyr Zelensky | Володимир Зеленський = Volodymyr Zelensky",
		},
		{"the first letter too", "Andriy Yermak | Andriy Yermak | Andriy Ermak", "Andriy Ermak = Andriy Yermak"},
		{
			"where words end",
			"Co-operation Council | Cooperation Council | Cooperation Council",
			"Co-operation Council = Cooperation Council",
		},
		{
			"a slip",
			"Ministry of Defence | Ministry of Defence | Ministry of Defense | Ministry of Defnece",
			"Ministry of Defense = Ministry of Defence | Ministry of Defnece = Ministry of Defence",
		},
		{
			"the order of words",
			"Ministry of Defence | Ministry of Defence | Defence Ministry",
			"Defence Ministry = Ministry of Defence",
		},
		{
			"initials",
			"V. Putin | John Smith | John Smith | John A. Smith | J. Smith",
			"John A. Smith = John Smith | J. Smith = John Smith | V. Putin = Vladimir Putin",
		},
		{
			"initials of the one with a record",
			"John Brennan | John Brennan | J. Brennan",
			"John Brennan = J. Brennan",
		},
		{"a name that no Latin letter says", "Ъ | Ъ | Ь", ""},
		{
			"the surname of the one person with a record",
			"Putin | Rubio",
			"Putin = Vladimir Putin | Rubio = Marco Rubio",
		},
		{
			"titles",
			"Sen. Marco Rubio | President Putin",
			"Sen. Marco Rubio = Marco Rubio | President Putin = Vladimir Putin",
		},
		{
			"roles in brackets",
			"John Smith (driver) | John Smith (driver) | John Smith (witness)",
			"John Smith (witness) = John Smith (driver)",
		},
		{
			"an abbreviation",
			"Securities and Exchange Commission | Securities and Exchange Commission | SEC",
			"SEC = Securities and Exchange Commission",
		},
		{
			"those that join most events first",
			"V. Putin | Sen. Marco Rubio | Sen. Marco Rubio",
			"Sen. Marco Rubio = Marco Rubio | V. Putin = Vladimir Putin",
		},

		{"one event lists both", "Ivan Petrenko; Iwan Petrenko | Ivan Petrenko", ""},
		{"two records", "Iceland | Icelande", ""},
		{
			"other letters are other names",
			"Gambia | Zambia | Austria | Australia | Slovakia | Slovenia | " +
				"North Korea | South Korea | Niger | Nigeria | Iran | Iraq | Ireland",
			"",
		},
		{"a woman is no man", "Ivan Petrov | Ivan Petrova | Christian Smith | Christina Smith", ""},
		{"a land is not its people", "Russia | Russian | Democrat | Democrats", ""},
		{"numbers", "5th Brigade | 55th Brigade | Unit 12 of the Guard | Unit 21 of the Guard", ""},
		{"short words of one sound", "Zhang Wei | Zang Wei | Lee | Li", ""},
		{"initials of several", "John Smith | Jane Smith | J. Smith | George H. W. Bush | George W. Bush", ""},
		{
			"an abbreviation of several",
			"International Criminal Court | International Chamber of Commerce | ICC",
			"",
		},
		{"a place in brackets", "Supreme Court (Poland) | Supreme Court (Hungary)", ""},
		{
			"a body that ends like another",
			"Ukraine | Armed Forces of Ukraine | Treasury | US Treasury | General Motors | Motors",
			"",
		},
		{"nobody", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tl := people(strings.Split(tt.events, " | "))
			var got []string
			for _, pair := range duplicates.Find(t.Context(), tl, eventsOf(tl)) {
				got = append(got, tl.Actor(pair.Actor).Name+" = "+tl.Actor(pair.Same).Name)
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " | ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// BenchmarkFind goes through 5,000 actors, of whom some are duplicates, and through 100,000 with numbers in their names.
func BenchmarkFind(b *testing.B) {
	first := strings.Fields("Grace Boris Leila Tariq Nadia Quentin Marta Ivan Chen Olena")
	last := strings.Fields("Quispe Fujimoto Abara Ministry Kovalenko Müller Rossi Okafor Tanaka Silva")
	numbered := testbuild.NewDraft()
	for i := range 100_000 {
		name := fmt.Sprint(first[i%10], " ", last[i/10%10], " ", i/100)
		numbered.Event("2025-01-01", name, name, nil)
	}
	for name, tl := range map[string]*timeline.Timeline{
		"5,000": testbuild.Synthetic(20_000, 5000), "100,000": numbered.Done(),
	} {
		events := eventsOf(tl)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				duplicates.Find(b.Context(), tl, events)
			}
		})
	}
}
