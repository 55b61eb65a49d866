package cli_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"dateline/ui/cli"
)

// A command runs without a process: what it writes and its exit code are values.
func Example() {
	p := cli.Program{
		Args: []string{"print", "-"}, Stdin: strings.NewReader("- {date: 2025-01-01, title: One}\n"),
		Stdout: os.Stdout, Stderr: io.Discard, Now: time.Now, Exit: os.Exit,
	}
	fmt.Println(p.Run(context.Background()))
	// Output:
	// 1 January 2025  One
	// 0
}
