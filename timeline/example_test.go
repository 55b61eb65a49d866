package timeline_test

import (
	"fmt"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A record is put together from batches, and is then asked by number.
func Example() {
	batch := timeline.NewBatch(diag.MaxProblems)
	batch.Mention("United States")
	batch.AddActor(timeline.ActorDraft{
		ID: "rubio", Name: "Marco Rubio", Kind: timeline.Person,
		Memberships: []timeline.MembershipDraft{{Of: "United States", Role: "Secretary of State"}},
	})
	date, err := edtf.Parse("2025-09-08")
	if err != nil {
		panic(err)
	}
	batch.AddEvent(&timeline.EventDraft{
		Date: date, Title: "Call about guarantees",
		Actors: []timeline.PartDraft{{Actor: batch.Mention("rubio"), Name: "rubio"}},
	})

	builder := timeline.NewBuilder()
	builder.Absorb(batch, "events.yaml")
	t := builder.Timeline(true)
	for i := range t.Len() {
		e := t.Event(i)
		for _, part := range e.Actors {
			fmt.Println(e.ID)
			fmt.Printf("%s: %s, with %s (%s)\n", e.Date, e.Title, t.ActorName(part.Actor), t.Office(part.Actor, e.Date))
		}
	}
	// Output:
	// 2025-09-08-call-about-guarantees
	// 8 September 2025: Call about guarantees, with Marco Rubio (Secretary of State, United States)
}
