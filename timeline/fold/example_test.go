package fold_test

import (
	"fmt"

	"dateline/timeline/fold"
)

func ExampleFold() {
	fmt.Println(fold.Fold("Café “Zürich”, O’Brien & the U.S."))
	fmt.Println(fold.Fold("Володимир Зеленський — Київ"))
	// Output:
	// cafe zurich obrien the us
	// володимир зеленський київ
}

func ExampleFind() {
	text := "Security – guarantees for Zürich, not for Zürichberg"
	for _, words := range [][]string{{"zurich"}, {"zurich "}, {"security guarantees "}} {
		for _, r := range fold.Find(text, words) {
			fmt.Printf("%q at %d\n", text[r[0]:r[1]], r[0])
		}
	}
	// Output:
	// "Zürich" at 28
	// "Zürich" at 45
	// "Zürich" at 28
	// "Security – guarantees" at 0
}
