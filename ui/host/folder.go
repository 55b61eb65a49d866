package host

import (
	"io/fs"
	"os"
	"path/filepath"

	"dateline/timeline/load"
)

// A folder is a folder of the machine by its path. Unlike os.DirFS it takes names that are no UTF-8, and it opens only
// regular files: a pipe that has come in the place of one is not waited for.
type folder string

func (f folder) Open(name string) (fs.File, error) { return openRegular(f.path(name)) }

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(f.path(name)) }

func (f folder) Stat(name string) (fs.FileInfo, error) { return os.Stat(f.path(name)) }

func (f folder) Sub(dir string) (fs.FS, error) { return folder(f.path(dir)), nil }

// path returns the path of what has a name in the folder.
func (f folder) path(name string) string { return filepath.Join(string(f), filepath.FromSlash(name)) }

// hasFiles reports whether it has a file that is read.
func (f folder) hasFiles() bool {
	found := false
	load.Walk(f, func(_ string, _ fs.DirEntry, err error) (more bool) {
		found = err == nil
		return !found
	})
	return found
}

// named tells files that are named twice, by their own paths or by those of folders.
type named map[string]bool

// once returns the files that were not named before, of whose names pathOf returns the paths. A link is a file of its
// own, since what it leads to may change.
func (n named) once(files []load.File, pathOf func(name string) string) (first []load.File) {
	for _, f := range files {
		path := pathOf(f.Name)
		if whole, err := filepath.Abs(filepath.FromSlash(path)); err == nil {
			path = whole
		}
		if !n[path] {
			first = append(first, f)
		}
		n[path] = true
	}
	return first
}
