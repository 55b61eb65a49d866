package layout_test

import (
	"fmt"

	"dateline/ui/layout"
)

// A wide terminal has the detail beside the list, which gets 600 thousandths here.
func Example() {
	s := layout.New(120, 40, false, false).Divided(600)
	fmt.Println(s.Shape == layout.Beside)
	fmt.Println(s.Title, s.List, s.Detail)
	// Output:
	// true
	// (0,0)-(120,1) (0,7)-(72,39) (75,7)-(120,39)
}
