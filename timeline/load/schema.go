package load

import (
	_ "embed"
	"slices"
)

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of the file format, for editors that complete and check YAML.
func Schema() []byte { return slices.Clone(schema) }
