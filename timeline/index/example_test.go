package index_test

import (
	"fmt"

	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

func Example() {
	t := testbuild.Talks()
	x := index.New(t)
	q, _ := query.Parse("actor:ukraine type:call")
	s := x.Select(q)
	for n := range s.Len() {
		fmt.Println(t.EventTitle(s.At(n)))
	}
	ukraine, _ := t.FindActor("Ukraine")
	fmt.Println(x.ActorCounts(s)[ukraine], "with its people")
	fmt.Println(len(x.ListedIn(ukraine)), "that lists Ukraine itself")
	// Output:
	// Yermak speaks with Rubio
	// Budanov takes over
	// 2 with its people
	// 1 that lists Ukraine itself
}

func ExampleIndex_SearchActors() {
	t := testbuild.Talks()
	for _, match := range index.New(t).SearchActors("Ермак") {
		fmt.Println(t.Actor(match.Actor).Name)
	}
	// Output: Andriy Yermak
}

func ExampleIndex_Explain() {
	x := index.New(testbuild.Talks())
	for _, text := range []string{"actor:yermk", "actor:ukraine type:strike"} {
		q, _ := query.Parse(text)
		fmt.Println(x.Explain(q))
	}
	// Output:
	// no event matches actor:yermk
	// no actor is called "yermk"; did you mean Andriy Yermak?
	// no event matches actor:ukraine type:strike
	// without type:strike there would be 3 events
}
