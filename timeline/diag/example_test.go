package diag_test

import (
	"fmt"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

func Example() {
	text := "events:\n  - date: 2025-09-08\n    actor: [Yermak, Rubio]\n"
	file := diag.NewFile("events.yaml", text)
	list := diag.NewList(diag.MaxProblems)
	key := diag.Range{File: file, Line: 3, Column: 5, Width: 5}
	list.Report(key, rule.UnknownKey, "unknown key `actor`", "did you mean `actors`?")
	fmt.Print(list.Found())
	fmt.Println(list.Found().Summary())
	// Output:
	// events.yaml:3:5: warning: unknown key `actor`
	//    3 |     actor: [Yermak, Rubio]
	//      |     ^^^^^
	//      = did you mean `actors`?
	// 1 warning
}

func ExampleMisread() {
	query := "actor:rubio snice:2025"
	problem := diag.Misread("--filter", query, 12, 17, "there is no key `snice`", "did you mean `since`?")
	fmt.Println(problem)
	fmt.Print(diag.Problems{problem})
	// Output:
	// --filter:1:13: error: there is no key `snice`
	// --filter:1:13: error: there is no key `snice`
	//    1 | actor:rubio snice:2025
	//      |             ^^^^^
	//      = did you mean `since`?
}
