package testrecord_test

import (
	"fmt"
	"strings"

	"dateline/timeline/testrecord"
)

func ExampleGenerate() {
	text := testrecord.Generate(100)
	title, _, _ := strings.Cut(text, "\n")
	fmt.Println(title)
	fmt.Println(strings.Count(text, "\n  - id: event-"), "events")
	fmt.Println("the same again:", testrecord.Generate(100) == text)
	// Output:
	// title: A generated record
	// 100 events
	// the same again: true
}
