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

// A listing is a folder that asks the system once what is in it, and what each file is, as long as entries is not nil.
type listing struct {
	folder
	entries map[string][]fs.DirEntry // by the names of folders
}

func (l *listing) ReadDir(name string) ([]fs.DirEntry, error) {
	if known, ok := l.entries[name]; ok {
		return known, nil
	}
	entries, err := l.folder.ReadDir(name)
	if l.entries != nil && err == nil {
		for i := range entries {
			entries[i] = &listed{DirEntry: entries[i]}
		}
		l.entries[name] = entries
	}
	return entries, err
}

// A listed entry remembers what Info said.
type listed struct {
	fs.DirEntry
	asked bool
	info  fs.FileInfo
	err   error
}

func (l *listed) Info() (fs.FileInfo, error) {
	if !l.asked {
		l.asked = true
		l.info, l.err = l.DirEntry.Info()
	}
	return l.info, l.err
}

// A lister returns the folder at a path.
type lister func(path string) fs.FS

// plainly lists what is there each time.
func plainly(path string) fs.FS { return folder(path) }

// listings are folders that are listed more than once, by their paths.
type listings map[string]*listing

func (l listings) at(path string) fs.FS {
	if l[path] == nil {
		l[path] = &listing{folder(path), map[string][]fs.DirEntry{}}
	}
	return l[path]
}

// forget has what is listed from now on asked for anew.
func (l listings) forget() {
	for _, one := range l {
		one.entries = nil
	}
}

// hasFiles reports whether a path is that of a folder with a file that is read.
func hasFiles(path string) bool {
	found := false
	load.Walk(folder(path), func(_ string, _ fs.DirEntry, err error) (more bool) {
		found = err == nil
		return !found
	})
	return found
}

// named tells files that are named twice, by their own paths or by those of folders.
type named map[string]bool

// once returns the files that were not named before. A link is a file of its own, since what it leads to may change.
func (n named) once(files []load.File) (first []load.File) {
	for _, f := range files {
		path := f.Name
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
