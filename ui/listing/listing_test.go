package listing

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// asked counts how often a folder is listed.
type asked struct {
	fstest.MapFS
	times int
}

func (a *asked) ReadDir(name string) ([]fs.DirEntry, error) {
	a.times++
	return a.MapFS.ReadDir(name)
}

// A folder is listed once, with what its files were then, and anew after that is forgotten.
func TestAFolderIsListedOnce(t *testing.T) {
	in := &asked{MapFS: fstest.MapFS{"deep/a.yaml": {Data: []byte("a")}}}
	folders := Folders{}
	size := func() (size int64) {
		at := folders.At("x", in)
		err := fs.WalkDir(at, ".", func(_ string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				info, _ := e.Info()
				size += info.Size()
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
		return size
	}
	if n := size(); n != 1 || in.times != 2 {
		t.Errorf("%d bytes, asked %d times", n, in.times)
	}
	in.MapFS["deep/b.yaml"] = &fstest.MapFile{Data: []byte("bcd")}
	if n := size(); n != 1 || in.times != 2 {
		t.Errorf("%d bytes, asked %d times", n, in.times)
	}
	folders.Forget()
	if n := size(); n != 4 || in.times != 4 {
		t.Errorf("after that is forgotten: %d bytes, asked %d times", n, in.times)
	}
}
