package timeline

import (
	"bufio"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Folder lists the files of a folder that belong to a record, in the order of their paths: *.yaml, *.yml, and *.md with
// YAML front matter, in sub-folders too. Names that begin with . or _ are left alone, and so is what is no regular file.
// The names of the files begin with root.
func Folder(folder fs.FS, root string) ([]File, Problems) {
	var files []File
	var problems Problems
	walk := func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			problems = append(problems, unreadable(path.Join(root, name), err))
			return nil
		}
		base := path.Base(name)
		switch {
		case name != "." && (base[0] == '.' || base[0] == '_'):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular():
			belongs, err := isRecordFile(folder, name)
			if err != nil {
				problems = append(problems, unreadable(path.Join(root, name), err))
			} else if belongs {
				files = append(files, fileIn(folder, name, entry, root))
			}
		}
		return nil
	}
	if err := fs.WalkDir(folder, ".", walk); err != nil {
		problems = append(problems, unreadable(root, err))
	}
	if len(files) == 0 && len(problems) == 0 {
		problems = append(problems, Problem{
			Severity: Error, Pos: Pos{File: root}, Message: "the folder holds no events",
			Hint: "events are read from *.yaml, *.yml and *.md with front matter",
		})
	}
	return files, problems
}

// unreadable is the problem of a file or folder that cannot be read.
func unreadable(name string, err error) Problem {
	return Problem{Severity: Error, Pos: Pos{File: name}, Message: "this cannot be read: " + reason(err)}
}

// isRecordFile says whether a file may hold events. Markdown without front matter, such as a README, does not.
func isRecordFile(folder fs.FS, name string) (bool, error) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".yaml" || ext == ".yml":
		return true, nil
	case !isMarkdown(name):
		return false, nil
	}
	f, err := folder.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	first, err := bufio.NewReader(io.LimitReader(f, 64)).ReadString('\n')
	if err != nil && err != io.EOF {
		return false, err
	}
	return hasFrontMatter(strings.TrimPrefix(first, "\ufeff")), nil
}

// fileIn is a file of a folder.
func fileIn(folder fs.FS, name string, entry fs.DirEntry, root string) File {
	f := File{Name: path.Join(root, name), Open: func() (io.ReadCloser, error) { return folder.Open(name) }}
	if info, err := entry.Info(); err == nil {
		f.Size = info.Size()
	}
	return f
}
