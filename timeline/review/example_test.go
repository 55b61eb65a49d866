package review_test

import (
	"context"
	"fmt"

	"dateline/timeline/review"
)

func Example() {
	const record = `
actors:
  - {name: Marco Rubio}
events:
  - {date: 2025-09-08, title: Rubio speaks, actors: [Marco Rubio], sources: ["https://example.org/1"]}
  - {date: 2025-09-10, title: A statement, actors: [Sen. Marco Rubio], quotes: [{text: Talks go on.}]}
`
	x := indexed(record)
	t := x.Timeline()
	for _, double := range review.Doubles(context.Background(), x) {
		fmt.Println(t.Actor(double.Actor).Name, "is probably", t.Actor(double.Same).Name)
	}
	for gap := range review.Lacking(t) {
		switch gap.Missing {
		case review.EventSource:
			fmt.Println(t.EventTitle(gap.Event), "has no source")
		case review.QuoteSpeaker:
			fmt.Printf("who says %q?\n", t.Event(gap.Event).Quotes[gap.Item].Text)
		case review.ActorKind:
			fmt.Println("what is", t.Actor(gap.Actor).Name+"?")
		}
	}
	// Output:
	// Sen. Marco Rubio is probably Marco Rubio
	// A statement has no source
	// who says "Talks go on."?
	// what is Marco Rubio?
}

func ExampleCompare() {
	before := read("events:\n  - {id: talks, date: 2025-09, title: Talks}\n")
	now := read("events:\n  - {id: talks, date: 2025-09-08, title: Talks}\n  - {date: 2025-10, title: More talks}\n")
	changes := review.Compare(before, now)
	for _, i := range changes.New {
		fmt.Println("new:", now.EventTitle(i))
	}
	for _, i := range changes.Changed {
		fmt.Println("changed:", now.EventTitle(i))
	}
	// Output:
	// new: More talks
	// changed: Talks
}
