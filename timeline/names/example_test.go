package names_test

import (
	"fmt"

	"dateline/timeline/fold"
	"dateline/timeline/names"
)

func ExampleKey() {
	fmt.Println(names.Key("The Kremlin") == names.Key("kremlin"))
	fmt.Println(names.Key("Володимир Зеленський"))
	// Output:
	// true
	// володимир зеленський
}

func ExampleNearest() {
	known := []string{"Andriy Yermak", "Marco Rubio", "Volodymyr Zelensky", "rubicon"}
	fmt.Printf("%q\n", names.Nearest("Yermac", known, 3))
	fmt.Printf("%q\n", names.Nearest("Rubioo", known, 3))
	fmt.Printf("%q\n", names.Nearest("Putin", known, 3))
	// Output:
	// ["Andriy Yermak"]
	// ["Marco Rubio" "rubicon"]
	// []
}

func ExamplePhoneticKey() {
	for _, name := range []string{"Zelensky", "Zelenskyy", "Zelenskiy", "Зеленський"} {
		fmt.Println(names.PhoneticKey(names.Latin(fold.Fold(name))))
	}
	// Output:
	// zelenski
	// zelenski
	// zelenski
	// zelenski
}

func ExampleShortForm() {
	short, long, ok := names.ShortForm("SEC (Securities and Exchange Commission)")
	fmt.Println(short, "is", long, ok)
	_, _, ok = names.ShortForm("Rubio (US Secretary of State)")
	fmt.Println(ok)
	// Output:
	// SEC is Securities and Exchange Commission true
	// false
}

func ExampleDistance() {
	fmt.Println(names.Distance([]rune("soruce"), []rune("source"), 2))
	fmt.Println(names.Distance([]rune("kyiv"), []rune("moscow"), 2), "or more")
	// Output:
	// 1
	// 3 or more
}
