package host

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"dateline/timeline/load"
)

// Changed waits until the files of the record are no longer what Load read last, and have come to rest or will not
// rest. It reports false if ctx ended first or there is no file. It looks at the files every now and then. Unlike a
// notification of the system, a look misses nothing when an editor renames on save, when a folder comes and goes, or
// when the files are on another machine.
func (in *Input) Changed(ctx context.Context, every time.Duration) bool {
	if !in.OnDisk() {
		return false
	}
	var read look
	if seen := in.read.Load(); seen != nil {
		read = *seen
	}
	return differs(ctx, every, read, in.look, in.Now)
}

// HasChanged reports whether the files of the record are no longer what Load read last.
func (in *Input) HasChanged() bool {
	read := in.read.Load()
	return in.OnDisk() && read != nil && !in.look().equal(*read)
}

// differs looks until two looks after each other are equal, and other than read, or until no two of many are equal.
func differs(ctx context.Context, every time.Duration, read look, see func() look, now func() time.Time) bool {
	const (
		soon   = 4  // a writer may be in the middle of a save: the look after a change comes this many times earlier
		enough = 20 // what changes from look to look this many times, such as a log, is taken as it is
		share  = 50 // a look at many files, or at distant ones, takes long: it may take this part of the time
	)
	last, pause, restless := read, every, 0
	for wait(ctx, pause) {
		began := now()
		seen := see()
		pause = every
		switch {
		case seen.equal(last) && seen.equal(read):
			restless = 0
		case seen.equal(last) || restless == enough:
			return true
		default:
			pause = every / soon
			restless++
		}
		last, pause = seen, max(pause, share*now().Sub(began))
	}
	return false
}

// wait waits for d. It reports false if ctx ends first.
func wait(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// A look is what can be seen of a record without reading it.
type look []sight

// A sight is a file or folder of a record, nil if there is none or nothing can be seen of it.
type sight struct {
	path string
	info fs.FileInfo
}

// look looks at everything that Load would read.
func (in *Input) look() look { return in.lookAt(in.folder) }

// lookAt is look with the folders that at returns for their paths.
func (in *Input) lookAt(at func(string) fs.FS) look {
	var l look
	for _, root := range in.Paths {
		if root == Stdin || in.IsPipe(root) {
			continue
		}
		info, err := os.Stat(root)
		l = append(l, sight{root, info})
		if err != nil || !info.IsDir() {
			continue
		}
		load.Walk(at(root), func(name string, entry fs.DirEntry, err error) (more bool) {
			var info fs.FileInfo
			if err == nil {
				info, _ = entry.Info() // what has gone since is seen as nothing
			}
			l = append(l, sight{path.Join(filepath.ToSlash(root), name), info})
			return true
		})
	}
	return l
}

func (l look) equal(m look) bool { return slices.EqualFunc(l, m, sight.equal) }

// equal reports whether s and t look the same. Of a folder only its files count: it changes with every scratch file of
// an editor.
func (s sight) equal(t sight) bool {
	switch {
	case s.path != t.path:
		return false
	case s.info == nil || t.info == nil:
		return s.info == nil && t.info == nil
	case s.info.IsDir():
		return s.info.Mode() == t.info.Mode()
	}
	return s.info.Mode() == t.info.Mode() && s.info.Size() == t.info.Size() && s.info.ModTime().Equal(t.info.ModTime()) &&
		os.SameFile(s.info, t.info)
}
