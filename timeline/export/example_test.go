package export_test

import (
	"fmt"
	"os"

	"dateline/timeline/export"
	"dateline/timeline/query"
)

func ExampleNew() {
	record := recordOf("events.yaml", `
events:
  - {date: 2025-09-08, title: Yermak speaks with Rubio, type: call, actors: [Yermak, Rubio]}
  - {date: 2025-09-10, title: Rubio visits Kyiv, type: visit, actors: [Rubio]}
`).Index
	all, err := query.Parse("actor:rubio")
	if err != nil {
		fmt.Println(err)
		return
	}
	x := export.New(os.Stdout, export.Text, export.Emphasis{})
	if err := x.Write(record.Timeline(), record.Select(all), 0); err != nil {
		fmt.Println(err)
		return
	}
	if err := x.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 8 September 2025  Yermak speaks with Rubio
	//   call
	//   Yermak, Rubio
	//
	// 10 September 2025  Rubio visits Kyiv
	//   visit
	//   Rubio
}
