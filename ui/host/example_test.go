package host_test

import (
	"context"
	"fmt"
	"strings"

	"dateline/timeline/load"
	"dateline/ui/host"
)

// An input is what a reader names on the command line, here standard input.
func Example() {
	in := &host.Input{
		Paths: []string{host.Stdin}, Stdin: strings.NewReader("- {date: 2025-01-01, title: One}\n"),
	}
	p := in.Load(context.Background(), func(load.Progress) {})
	fmt.Println(p.Index.Timeline().Len(), in.OnDisk(), in.Command("", "--filter", "type:call or type:visit"))
	// Output: 1 false dateline - --filter 'type:call or type:visit'
}
