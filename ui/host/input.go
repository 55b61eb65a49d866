// Package host is what dateline asks of the machine it runs on: the files of a record and their changes, the keyboard,
// signals, the reader's editor and browser. What is kept for the reader is ui/kept's.
//
// Nothing goes through a shell, and what comes from a record is always one argument of its own. Only this package and
// ui/kept open files, and only this and ui/host/revision, which asks git, start programs.
//
//	in := &host.Input{Paths: []string{"record.yaml"}, Now: time.Now}
//	p := in.Load(ctx, func(load.Progress) {})
//	if in.Changed(ctx, time.Second) {
//		p = in.Load(ctx, func(load.Progress) {})
//	}
//
// It is not the command line, which is cli's, and knows nothing of the screen. It may import what it needs of timeline
// to read a record, ui/host/revision, ui/listing, ui/pace and ui/typed, and nothing else of dateline.
package host

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"dateline/timeline/diag"
	"dateline/timeline/load"
	"dateline/timeline/sanitize"
	"dateline/ui/listing"
	"dateline/ui/pace"
)

// Stdin is the path that means standard input.
const Stdin = "-"

// An Input is what the reader names to be read.
type Input struct {
	Paths    []string  // files, folders and Stdin
	Default  load.File // what is read without any path
	Commands []string  // the names of commands, for a path that may be meant as one
	Stdin    io.Reader // what the path Stdin names; the keyboard is there too if it is a terminal

	Bare bool // whether files are called by their last names, which say nothing of the folders of the machine

	Revisions bool // whether REV:path, where there is no file of that name, is read through git

	Reading load.Options // what the reader says of the files

	GCSet bool // whether the environment says when Go's collector begins, which then stays so

	Now func() time.Time // the clock, for Changed and Keyboard

	short  atomic.Bool                // the record that is being read has been short so far
	large  atomic.Bool                // the record that was read last takes much memory
	pacing atomic.Pointer[pace.Pacer] // of the record that is being read, if it is large; else nil
	once   sync.Map                   // of each path of what can be read but once, standard input and pipes, its load.File
	came   atomic.Int64               // bytes of them

	revisions map[string]found // of each path that was read through git

	naming sync.Once         // fills in bare
	bare   map[string]string // of each path what it is called where names are bare

	read atomic.Pointer[look] // taken before the last Load began to read
}

// Check names every path that cannot be read. It does not wait for what comes of standard input or a pipe. What is
// wrong inside a folder is no error here but a problem of the record.
func (in *Input) Check() error {
	var failed []error
	for _, path := range in.Paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() && folder(path).hasFiles() {
			continue
		}
		if _, _, err := in.find(path, in.folder); err != nil {
			failed = append(failed, in.explain(path, err))
		}
	}
	return errors.Join(failed...)
}

// Await checks as Check does, and waits for the end of standard input and pipes if they are to be read, or of ctx. It
// returns an error if one of them cannot be read.
func (in *Input) Await(ctx context.Context) error {
	if in.Revisions {
		if err := in.readRevisions(ctx); err != nil {
			return err
		}
	}
	if err := in.Check(); err != nil {
		return err
	}
	for _, path := range in.Paths {
		file, ok := in.once.Load(path)
		if !ok {
			continue
		}
		if err := file.(load.File).Await(ctx); err != nil {
			if path == Stdin {
				path = "standard input"
			}
			return fmt.Errorf("cannot read %s: %w", sanitize.Line(path), reason(err))
		}
	}
	return nil
}

// Load reads the record as it is now. It publishes what it has as load.Files does, and returns the whole.
func (in *Input) Load(ctx context.Context, publish func(load.Progress)) load.Progress {
	files, problems := in.files()
	size := in.came.Load()
	for _, f := range files {
		size += f.Size
	}
	in.startMemory(size)
	defer in.savedMemory()
	whole := func(p load.Progress) load.Progress {
		if len(problems) > 0 {
			p.Problems, p.Groups = slices.Concat(problems, p.Problems), slices.Concat(problems.Groups(), p.Groups)
		}
		return p
	}
	if publish == nil {
		return whole(in.Reading.Files(ctx, files, nil))
	}
	return whole(in.Reading.Files(ctx, files, func(p load.Progress) { publish(whole(p)) }))
}

// files returns all files of the record, each once, and what is wrong with those that cannot be found.
func (in *Input) files() (files []load.File, problems diag.Problems) {
	folders := listing.Folders{}
	defer folders.Forget()
	at := func(path string) fs.FS { return folders.At(path, folder(path)) }
	seen := in.lookAt(at)
	in.read.Store(&seen)
	files = []load.File{in.Default}
	if len(in.Paths) > 0 {
		files = nil
	}
	before := named{}
	for _, path := range in.Paths {
		found, wrong, err := in.find(path, at)
		if len(in.Paths) > 1 {
			found = before.once(found, func(name string) string { return in.pathOf(path, name) })
		}
		if err != nil {
			wrong = append(wrong, in.unreadable(path, err))
		}
		files, problems = append(files, found...), append(problems, wrong...)
	}
	return files, problems
}

// Name returns what to call a record without a title: the name of its file or folder, or "" unless there is just one.
func (in *Input) Name() string {
	if len(in.Paths) != 1 {
		return ""
	}
	if in.Paths[0] == Stdin {
		return "standard input"
	}
	if strings.HasPrefix(in.Paths[0], "/dev/fd/") || strings.HasPrefix(in.Paths[0], "/proc/self/fd/") {
		return "a pipe" // as a shell makes of <(…), whose number says nothing
	}
	if in.Bare {
		return in.called(in.Paths[0])
	}
	return filepath.Base(in.Paths[0])
}

// Key returns what the record is known by among others, from whatever folder it is opened: the whole path, or all of
// several in their order. A link is a path of its own, since what it leads to may change. All of standard input has one
// key, and so has the default record. A key may hold bytes that are no text, as paths may.
func (in *Input) Key() string {
	if len(in.Paths) == 0 {
		return in.Default.Name
	}
	keys := slices.Clone(in.Paths)
	for i, path := range keys {
		if whole, err := filepath.Abs(path); err == nil && path != Stdin {
			keys[i] = whole
		}
	}
	separator := string(filepath.ListSeparator)
	key, begun := strings.Join(keys, separator), 0
	for _, part := range strings.Split(key, separator) {
		if filepath.IsAbs(part) || part == Stdin {
			begun++
		}
	}
	if begun != len(keys) { // a path has the separator in it, and would be taken for two
		return strings.Join(keys, "\x00") + "\x00" // which no path has
	}
	return key
}

// OnDisk reports whether there is something that an editor can open.
func (in *Input) OnDisk() bool {
	return slices.ContainsFunc(in.Paths, func(path string) bool { return path != Stdin && !in.IsPipe(path) })
}

// IsPipe reports whether a path is that of a pipe, such as a shell makes of <(…). What comes of it is gone when it has
// been read: it is read once, nothing of it is watched, opened in an editor, or kept for another time.
func (in *Input) IsPipe(path string) bool {
	if path == Stdin {
		return false
	}
	if _, ok := in.once.Load(path); ok {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode()&fs.ModeNamedPipe != 0
}

// HasPipe reports whether a pipe is among the paths.
func (in *Input) HasPipe() bool { return slices.ContainsFunc(in.Paths, in.IsPipe) }

// String returns the paths as they can be typed again, or what they are called where that is bare.
func (in *Input) String() string {
	if len(in.Paths) == 0 {
		return in.Default.Name
	}
	words := make([]string, len(in.Paths))
	for n, path := range in.Paths {
		words[n] = in.called(path)
	}
	return sanitize.Line(strings.Join(words, " "))
}

// folder returns the folder at a path.
func (in *Input) folder(path string) fs.FS { return folder(path) }

// find returns the files at a path and what is wrong among them. It returns an error if the path cannot be read at all,
// which explain puts in words.
func (in *Input) find(path string, at func(string) fs.FS) ([]load.File, diag.Problems, error) {
	if path == Stdin {
		if f, ok := in.Stdin.(*os.File); ok && term.IsTerminal(f.Fd()) {
			return nil, nil, explained("standard input is a terminal\npipe a record into it, as in: dateline - < record.yaml")
		}
		return []load.File{in.onceFile(path, "stdin", in.Stdin)}, nil, nil
	}
	if in.IsPipe(path) {
		return []load.File{in.onceFile(path, in.called(path), &pipe{path: path})}, nil, nil
	}
	if r, ok := in.revisions[path]; ok {
		return r.files, r.problems, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
	case info.IsDir():
		files, problems := load.Folder(at(path), filepath.ToSlash(in.called(path)))
		if len(files) == 0 {
			return nil, nil, explained(strings.TrimSpace(problems.String()))
		}
		return files, problems, nil
	case !info.Mode().IsRegular():
		err = errNotRegular
	default:
		var f *os.File
		if f, err = openRegular(path); err == nil {
			err = f.Close()
		}
	}
	if err != nil {
		return nil, nil, err
	}
	open := func() (io.ReadCloser, error) { return openRegular(path) }
	return []load.File{{Name: in.called(path), Size: info.Size(), Open: open}}, nil, nil
}

// errNotRegular is the error of a device or a socket, and of a pipe where none was named, which could have us wait for
// ever.
var errNotRegular = errors.New("not a regular file")

// openRegular opens a regular file. It does not wait for a pipe that has come in its place.
func openRegular(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// onceFile returns what can be read but once as a file, which is the same each time.
func (in *Input) onceFile(path, name string, from io.Reader) load.File {
	if f, ok := in.once.Load(path); ok {
		return f.(load.File)
	}
	f, _ := in.once.LoadOrStore(path, load.Stream(name, measured{in, from}))
	return f.(load.File)
}

// A pipe is opened when it is read, which waits for who writes.
type pipe struct {
	path string
	from *os.File
}

func (p *pipe) Read(to []byte) (n int, err error) {
	if p.from == nil {
		if p.from, err = os.Open(p.path); err != nil {
			return 0, err
		}
		if info, err := p.from.Stat(); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
			return 0, cmp.Or(err, errNotPipe)
		}
	}
	if n, err = p.from.Read(to); err != nil {
		_ = p.from.Close()
	}
	return n, err
}

// errNotPipe is the error of what has come in the place of a pipe.
var errNotPipe = errors.New("no pipe any more")
