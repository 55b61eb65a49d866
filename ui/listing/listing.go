// Package listing lists a folder once where several ask what is in it.
//
//	folders := listing.Folders{}
//	defer folders.Forget()
//	at := folders.At(path, os.DirFS(path)) // which asks the system for nothing twice
//
// It imports only the standard library, and opens nothing itself.
package listing

import "io/fs"

// Folders are folders that are listed more than once, by their paths.
type Folders map[string]*Folder

// At returns the folder at a path, which is that one.
func (f Folders) At(path string, folder fs.FS) *Folder {
	if f[path] == nil {
		f[path] = &Folder{FS: folder, entries: map[string][]fs.DirEntry{}}
	}
	return f[path]
}

// Forget has what is listed from now on asked for anew.
func (f Folders) Forget() {
	for _, folder := range f {
		folder.entries = nil
	}
}

// A Folder asks once what is in it, and what each file is, until that is forgotten. Until then it is for one goroutine.
type Folder struct {
	fs.FS
	entries map[string][]fs.DirEntry // by the names of folders in it; nil after Forget
}

// ReadDir returns what is in a folder of f.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	if known, ok := f.entries[name]; ok {
		return known, nil
	}
	entries, err := fs.ReadDir(f.FS, name)
	if f.entries != nil && err == nil {
		for i := range entries {
			entries[i] = &entry{DirEntry: entries[i]}
		}
		f.entries[name] = entries
	}
	return entries, err
}

// Stat returns what a file of f is.
func (f *Folder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

// Sub returns a folder in f, which is asked anew each time.
func (f *Folder) Sub(dir string) (fs.FS, error) { return fs.Sub(f.FS, dir) }

// An entry remembers what Info said.
type entry struct {
	fs.DirEntry
	asked bool
	info  fs.FileInfo
	err   error
}

func (e *entry) Info() (fs.FileInfo, error) {
	if !e.asked {
		e.asked = true
		e.info, e.err = e.DirEntry.Info()
	}
	return e.info, e.err
}
