package timeline

import (
	"slices"

	"dateline/timeline/diag"
)

// filesByName finds the files of a record by their names. Of two with one name it finds the first.
type filesByName struct {
	files  []*diag.File
	byName map[string]*diag.File // nil until a file is looked for
}

func (n *filesByName) add(f *diag.File) {
	n.files, n.byName = append(n.files, f), nil
}

// named returns the file of that name, or an empty one.
func (n *filesByName) named(name string) *diag.File {
	if n.byName == nil {
		n.byName = make(map[string]*diag.File, len(n.files))
		for _, f := range slices.Backward(n.files) {
			n.byName[f.Name()] = f
		}
	}
	if f := n.byName[name]; f != nil {
		return f
	}
	return diag.NewFile(name, "")
}
