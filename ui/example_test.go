package ui_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"dateline/timeline/load"
	"dateline/ui"
)

func ExampleRun() {
	const record = `
events:
  - {date: 2025-09-08, title: Yermak speaks with Rubio, type: call}
`
	err := ui.Run(context.Background(), ui.Options{
		Load: func(ctx context.Context, publish func(load.Progress)) {
			load.Files(ctx, []load.File{load.InMemory("record.yaml", []byte(record))}, publish)
		},
		Now:     time.Now,
		Environ: os.Environ(),
		Input:   os.Stdin,
		Output:  os.Stdout,
	})
	if err != nil {
		fmt.Println(err)
	}
}
