package revision

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/diag"
	"dateline/timeline/load"
	"dateline/timeline/sanitize"
)

// A tree is a folder of a revision. Like a folder of the machine it has regular files and folders; links and other
// repositories are left out.
type tree struct {
	entries map[string][]fs.DirEntry // of each folder, in the order of their names
	files   map[string]*blob
}

// A blob is a file or a folder of a tree.
type blob struct {
	name string // without its folder
	id   string // "" for a folder
	size int64
	text []byte // once it is read
}

// missing is the size of a file that a revision names and that git does not have.
const missing = -1

// readTree reads the folder of a revision that has an id: of its files those that may belong to a record.
func readTree(ctx context.Context, name, id string) (files []load.File, problems diag.Problems, err error) {
	listed, err := git(ctx, maxTree, nil, "ls-tree", "-r", "-z", "-l", "--full-tree", id)
	if err != nil {
		return nil, nil, unread(name, err)
	}
	t := newTree(string(listed))
	var wanted []*blob
	size := int64(0)
	load.Walk(t, func(file string, _ fs.DirEntry, err error) (more bool) {
		if b := t.files[file]; err == nil && b != nil {
			wanted = append(wanted, b)
			size += max(b.size, 0)
		}
		return size <= maxBytes
	})
	if size > maxBytes {
		return nil, nil, tooLarge(name)
	}
	for _, b := range wanted {
		if b.size == missing {
			return nil, nil, notHere(sanitize.Line(b.name) + " of " + sanitize.Line(name))
		}
	}
	if err := readBlobs(ctx, wanted); err != nil {
		return nil, nil, unread(name, err)
	}
	files, problems = load.Folder(t, name)
	if len(files) == 0 {
		return nil, nil, errors.New(strings.TrimSpace(problems.String()))
	}
	if strings.HasSuffix(name, ":") { // all of a revision, whose files are HEAD:a.yaml
		for n := range files {
			files[n].Name = strings.Replace(files[n].Name, name+"/", name, 1)
		}
	}
	return files, problems, nil
}

// newTree returns the tree that git has listed: for each file "mode type id size", a tab and its path, which ends in a
// zero byte.
func newTree(listed string) *tree {
	t := &tree{entries: map[string][]fs.DirEntry{".": nil}, files: map[string]*blob{}}
	for line := range strings.SplitSeq(listed, "\x00") {
		about, file, _ := strings.Cut(line, "\t")
		words := strings.Fields(about)
		if len(words) != 4 || !strings.HasPrefix(words[0], "100") || words[1] != "blob" || !fs.ValidPath(file) {
			continue
		}
		size, err := strconv.ParseInt(words[3], 10, 64)
		if err != nil { // git does not have it
			size = missing
		}
		t.add(file, &blob{name: path.Base(file), id: words[2], size: size})
	}
	for _, entries := range t.entries {
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return t
}

// add adds a file, and the folders that it is in.
func (t *tree) add(file string, b *blob) {
	t.files[file] = b
	for {
		dir := path.Dir(file)
		_, known := t.entries[dir]
		t.entries[dir] = append(t.entries[dir], b)
		if known {
			return
		}
		file, b = dir, &blob{name: path.Base(dir)}
	}
}

// readBlobs reads the texts of files.
func readBlobs(ctx context.Context, wanted []*blob) error {
	var ids strings.Builder
	most := int64(0)
	for _, b := range wanted {
		ids.WriteString(b.id + "\n")
		most += b.size + maxReply
	}
	all, err := git(ctx, most, strings.NewReader(ids.String()), "cat-file", "--batch")
	if err != nil {
		return err
	}
	in := bufio.NewReader(bytes.NewReader(all))
	for _, b := range wanted {
		line, err := in.ReadString('\n')
		said := object().FindStringSubmatch(line)
		if err != nil || said == nil || said[3] != strconv.FormatInt(b.size, 10) {
			return fmt.Errorf("git does not have %s", sanitize.Line(b.name))
		}
		b.text = make([]byte, b.size)
		if _, err := io.ReadFull(in, b.text); err != nil {
			return err
		}
		if _, err := in.Discard(1); err != nil { // the end of the line
			return err
		}
	}
	return nil
}

// Open returns a file, and no folder, which ReadDir reads.
func (t *tree) Open(name string) (fs.File, error) {
	b, ok := t.files[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &opened{bytes.NewReader(b.text), b}, nil
}

func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, ok := t.entries[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return entries, nil
}

func (t *tree) Stat(name string) (fs.FileInfo, error) {
	if b, ok := t.files[name]; ok {
		return b, nil
	}
	if _, ok := t.entries[name]; ok {
		return &blob{name: path.Base(name)}, nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// An opened is a file that is being read.
type opened struct {
	io.Reader
	b *blob
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.b, nil }
func (o *opened) Close() error               { return nil }

func (b *blob) Name() string               { return b.name }
func (b *blob) IsDir() bool                { return b.id == "" }
func (b *blob) Type() fs.FileMode          { return b.Mode().Type() }
func (b *blob) Info() (fs.FileInfo, error) { return b, nil }
func (b *blob) Size() int64                { return b.size }
func (b *blob) ModTime() time.Time         { return time.Time{} }
func (b *blob) Sys() any                   { return nil }

func (b *blob) Mode() fs.FileMode {
	if b.IsDir() {
		return fs.ModeDir
	}
	return 0
}
