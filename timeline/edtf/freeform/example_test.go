package freeform_test

import (
	"fmt"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/freeform"
)

func ExampleRead() {
	for _, text := range []string{
		"8 Sept. 2025", "9/8/2025", "c. 1850", "the 5th century BC", "the 12340s", "30.02.2025/1", "soon",
	} {
		var written []string
		for _, d := range freeform.Read(text, edtf.IsDate) {
			written = append(written, d.EDTF)
		}
		fmt.Printf("%s: %q\n", text, written)
	}
	// Output:
	// 8 Sept. 2025: ["2025-09-08"]
	// 9/8/2025: ["2025-08-09" "2025-09-08"]
	// c. 1850: ["1850~"]
	// the 5th century BC: ["-04XX"]
	// the 12340s: []
	// 30.02.2025/1: []
	// soon: []
}
