package testbuild_test

import (
	"fmt"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

func Example() {
	d := testbuild.NewDraft()
	d.Actor("rubio", "Marco Rubio", timeline.Person, "", "Rubio", "United States|Secretary of State|2025-01-21")
	d.Event("2025-09-08", "Call", "Rubio; Yermak", func(e *timeline.EventDraft) { e.Type = "call" })
	t := d.Done()

	e := t.Event(0)
	fmt.Println(e.ID, e.Date, e.Type)
	for _, part := range e.Actors {
		fmt.Println(t.ActorName(part.Actor), "-", t.Office(part.Actor, e.Date))
	}
	// Output:
	// e0 8 September 2025 call
	// Marco Rubio - Secretary of State, United States
	// Yermak -
}
