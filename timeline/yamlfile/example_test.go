package yamlfile_test

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/yamlfile"
)

func ExampleRead() {
	f := yamlfile.Read("config.yaml", "rows: 2\ncolour: red: blue\nrows: 3\n")
	f.Each(f.Root(), func(key, value *yaml.Node) {
		if key.Value != "rows" {
			f.Problem(key, rule.UnknownSetting, "there is no setting `"+key.Value+"`", "")
			return
		}
		fmt.Println(key.Value, "is", value.Value)
	})
	fmt.Print(f.Found())
	// Output:
	// rows is 2
	// config.yaml:2:1: error: there is no setting `colour`
	//    2 | colour: red: blue
	//      | ^^^^^^
	// config.yaml:2:12: error: a colon inside a text looks like a key to YAML
	//    2 | colour: red: blue
	//      |            ^
	//      = put the text in quotes
	// config.yaml:3:1: error: duplicate key `rows`
	//    3 | rows: 3
	//      | ^^^^
	//      = keep one of them; only the first is read
}
