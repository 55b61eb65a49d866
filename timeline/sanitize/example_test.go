package sanitize_test

import (
	"fmt"

	"dateline/timeline/sanitize"
)

func ExampleLine() {
	fmt.Println(sanitize.Line("a title\x1b]0;owned\x07 with \u202eorders\nand a second line"))
	// Output: a title␛]0;owned␇ with \u202eorders and a second line
}

func ExampleText() {
	fmt.Println(sanitize.Text("two lines\nwith \x1b[31mcolour"))
	// Output:
	// two lines
	// with ␛[31mcolour
}

func ExampleWebAddress() {
	for _, text := range []string{
		"HTTPS://Example.org/a b", "https://аpple.com/", "https://example.org@evil.example/", "javascript:alert(1)",
	} {
		address, ok := sanitize.WebAddress(text)
		fmt.Printf("%q %v\n", address, ok)
	}
	// Output:
	// "https://example.org/a%20b" true
	// "https://xn--pple-43d.com/" true
	// "" false
	// "" false
}

func ExampleWidth() {
	fmt.Println(sanitize.Width("Café"), sanitize.Width("Cafe\u0301"), sanitize.Width("北京"))
	// Output: 4 4 4
}
