package load

import (
	"cmp"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/foreign"
	"dateline/timeline/internal/formats"
)

// Folder returns the files of a folder that may belong to a record, in the order of their paths: what Walk visits, with
// the heads of folders first. The names of the files begin with root. The problems are of what cannot be read, or of a
// folder without any file.
func Folder(folder fs.FS, root string) ([]File, diag.Problems) {
	var heads, files []File
	var problems diag.Problems
	rows := map[string]func() bool{} // of each folder
	add := func(to *[]File, name string, entry fs.DirEntry) {
		dir := path.Dir(name)
		if rows[dir] == nil {
			rows[dir] = sync.OnceValue(func() bool { return isRow(folder, dir) })
		}
		f := fileIn(folder, name, entry, root)
		f.inTable = rows[dir]
		*to = append(*to, f)
	}
	Walk(folder, func(name string, entry fs.DirEntry, err error) (more bool) {
		switch {
		case err != nil:
			problems = append(problems, diag.Problem{
				Rule: rule.Unreadable, Pos: diag.Pos{File: path.Join(root, name)},
				Message: "the folder cannot be read: " + reason(err),
			})
		case formats.IsFolderHead(name):
			add(&heads, name, entry)
		default:
			add(&files, name, entry)
		}
		return true
	})
	if len(files) == 0 && len(problems) == 0 {
		problems = append(problems, diag.Problem{
			Rule: rule.NoEvents, Pos: diag.Pos{File: root}, Message: "the folder holds no events",
			Hint: cmp.Or(leftAlone(folder, root), "events are read from "+formats.Endings),
		})
	}
	files = append(heads, files...)
	if len(files) > 0 {
		files[0].leftAlone = func() string { return leftAlone(folder, root) }
	}
	return files, problems
}

// leftAlone returns what to do where a folder has none of the dates that are looked for, and leaves alone a folder that
// may have them, such as the _posts of a site; "" where it does not.
func leftAlone(folder fs.FS, root string) string {
	entries, _ := fs.ReadDir(folder, ".")
	most, name := 0, ""
	for _, entry := range entries {
		if !entry.IsDir() || entry.Name()[0] != '_' {
			continue
		}
		n := 0
		if inner, err := fs.Sub(folder, entry.Name()); err == nil {
			Walk(inner, func(_ string, _ fs.DirEntry, err error) (more bool) {
				if err == nil {
					n++
				}
				return true
			})
		}
		if n > most {
			most, name = n, entry.Name()
		}
	}
	if most == 0 {
		return ""
	}
	return "`" + name + "` holds " + diag.Plural(most, "file") +
		"; names that begin with _ are left alone, unless you name them: dateline " + foreign.Quoted(path.Join(root, name))
}

// Walk calls visit with what may belong to a record in a folder and its sub-folders, in the order of the paths: the
// regular files whose endings say a format that is read, and with an error the folders that cannot be read. It skips
// names that begin with . or _, but for _dateline.yaml, the head of a folder. It ends where visit wants no more.
func Walk(folder fs.FS, visit func(name string, entry fs.DirEntry, err error) (more bool)) {
	walk := func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			if !visit(name, entry, err) {
				return fs.SkipAll
			}
			return nil
		}
		base := path.Base(name)
		switch {
		case name != "." && (base[0] == '.' || base[0] == '_') && !formats.IsFolderHead(name):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular() && formats.ByName(name) != formats.Unknown:
			if !visit(name, entry, nil) {
				return fs.SkipAll
			}
		}
		return nil
	}
	_ = fs.WalkDir(folder, ".", walk) // walk returns no error but SkipDir and SkipAll
}

// fileIn returns a file of a folder.
func fileIn(folder fs.FS, name string, entry fs.DirEntry, root string) File {
	f := File{
		Name: path.Join(root, name), inFolder: true,
		Open: func() (io.ReadCloser, error) { return folder.Open(name) },
	}
	if info, err := entry.Info(); err == nil {
		f.Size = info.Size()
	}
	return f
}

// isRow reports whether the pages of a folder are the rows of a table beside it, which has their events: Notion exports
// "Talks 8a7b.csv" and a folder "Talks 8a7b" or "Talks".
func isRow(root fs.FS, folder string) bool {
	if folder == "." {
		return false
	}
	beside, _ := fs.ReadDir(root, path.Dir(folder)) // what cannot be read was reported
	return slices.ContainsFunc(beside, func(entry fs.DirEntry) bool {
		return strings.HasPrefix(entry.Name(), path.Base(folder)) && formats.ByName(entry.Name()) == formats.Table
	})
}
