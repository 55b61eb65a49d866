// Command dateline shows a record of events in a terminal, and prints and checks it. See README.md, or dateline --help.
package main

import (
	_ "embed"
	"os"

	_ "dateline/ui/background" // keeps bubbletea from asking the terminal while it is imported
	"dateline/ui/cli"
)

//go:embed events.yaml
var curated []byte

func main() {
	os.Exit(cli.Main(curated, os.Exit))
}
