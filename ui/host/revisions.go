package host

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/load"
	"dateline/ui/host/revision"
)

// A found is the files of a path, with what is wrong among them.
type found struct {
	files    []load.File
	problems diag.Problems
}

// readRevisions reads the paths that mean something in git and are no files.
func (in *Input) readRevisions(ctx context.Context) error {
	var failed []error
	for _, path := range in.Paths {
		if _, known := in.revisions[path]; known || !revision.Is(path) {
			continue
		}
		files, problems, err := revision.Read(ctx, path)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		if in.revisions == nil {
			in.revisions = make(map[string]found)
		}
		in.revisions[path] = found{files, problems}
	}
	return errors.Join(failed...)
}

// Within returns what a file of the record is called in the folder that was named, "" for one that was named itself.
func (in *Input) Within(file string) string {
	for _, path := range in.Paths {
		root := filepath.ToSlash(filepath.Clean(path)) + "/"
		switch {
		case root == "./":
			root = ""
		case strings.HasSuffix(path, ":"): // all of a revision
			root = path
		}
		if rest, ok := strings.CutPrefix(file, root); ok && file != path {
			return rest
		}
	}
	return ""
}

// Checks says how to have the problems of what was read listed.
func (in *Input) Checks() string {
	gone := func(path string) bool { return path == Stdin || in.IsPipe(path) }
	switch {
	case len(in.Paths) == 1 && in.isShown(in.Paths[0]):
		return "`git show " + quoted(in.Paths[0]) + " | dateline check -` lists them"
	case slices.ContainsFunc(in.Paths, gone):
		return "save it as a file, and `dateline check` with that lists them"
	case len(in.revisions) > 0:
		return "check it out, and `dateline check` with that lists them"
	}
	return "`" + in.Command("check") + "` lists them"
}

// isShown reports whether a path is that of a file which was read through git, so that `git show` writes it.
func (in *Input) isShown(path string) bool {
	r, ok := in.revisions[path]
	return ok && len(r.files) == 1 && r.files[0].Name == path
}
