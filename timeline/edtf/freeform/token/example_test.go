package token_test

import (
	"fmt"

	"dateline/timeline/edtf/freeform/token"
)

func ExampleCut() {
	var list [token.Max]token.Token
	for _, text := range []string{"8th of Sept. 2025", "٨ septembre ２０２５", "chapter 2025"} {
		n, ok := token.Cut(text, list[:])
		fmt.Print(ok)
		for _, t := range list[:n] {
			switch t.Kind {
			case token.Number:
				fmt.Print(", number ", t.Value)
			case token.Month:
				fmt.Print(", month ", t.Value)
			}
		}
		fmt.Println()
	}
	// Output:
	// true, number 8, month 9, number 2025
	// true, number 8, month 9, number 2025
	// false
}
