package load

import (
	"bufio"
	"io"
	"io/fs"
	"path"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/yamldoc"
)

// Folder returns the files of a folder that belong to a record, in the order of their paths: what Walk visits, but of
// Markdown only files that begin with YAML front matter. The names of the files begin with root. The problems are of
// what cannot be read, or of a folder without any file.
func Folder(folder fs.FS, root string) ([]File, diag.Problems) {
	var files []File
	var problems diag.Problems
	Walk(folder, func(name string, entry fs.DirEntry, err error) {
		belongs := err == nil
		if belongs && yamldoc.IsMarkdown(name) {
			belongs, err = beginsWithFrontMatter(folder, name)
		}
		if err != nil {
			problems = append(problems, unreadable(path.Join(root, name), err))
		} else if belongs {
			files = append(files, fileIn(folder, name, entry, root))
		}
	})
	if len(files) == 0 && len(problems) == 0 {
		problems = append(problems, diag.Problem{
			Rule: rule.NoEvents, Pos: diag.Pos{File: root}, Message: "the folder holds no events",
			Hint: "events are read from *.yaml, *.yml and *.md with front matter",
		})
	}
	return files, problems
}

// Walk calls visit with what may belong to a record in a folder and its sub-folders, in the order of the paths: the
// regular files *.yaml, *.yml, *.md and *.markdown, and with an error the folders that cannot be read. It skips names
// that begin with . or _.
func Walk(folder fs.FS, visit func(name string, entry fs.DirEntry, err error)) {
	walk := func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			visit(name, entry, err)
			return nil
		}
		base := path.Base(name)
		switch {
		case name != "." && (base[0] == '.' || base[0] == '_'):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular() && isRecordFile(name):
			visit(name, entry, nil)
		}
		return nil
	}
	_ = fs.WalkDir(folder, ".", walk) // walk returns no error but SkipDir
}

// unreadable returns the problem of a file or folder that cannot be read.
func unreadable(name string, err error) diag.Problem {
	return diag.Problem{Rule: rule.Unreadable, Pos: diag.Pos{File: name}, Message: "this cannot be read: " + reason(err)}
}

// isRecordFile reports whether a file of this name may hold events.
func isRecordFile(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml" || yamldoc.IsMarkdown(name)
}

// beginsWithFrontMatter reports whether a Markdown file does. Others, such as a README, hold no events.
func beginsWithFrontMatter(folder fs.FS, name string) (bool, error) {
	f, err := folder.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	first, err := bufio.NewReader(io.LimitReader(f, 64)).ReadString('\n')
	if err != nil && err != io.EOF {
		return false, err
	}
	return yamldoc.HasFrontMatter(strings.TrimPrefix(first, "\ufeff")), nil
}

// fileIn returns a file of a folder.
func fileIn(folder fs.FS, name string, entry fs.DirEntry, root string) File {
	f := File{Name: path.Join(root, name), Open: func() (io.ReadCloser, error) { return folder.Open(name) }}
	if info, err := entry.Info(); err == nil {
		f.Size = info.Size()
	}
	return f
}
