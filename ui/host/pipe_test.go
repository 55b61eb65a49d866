//go:build !windows

package host

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// A pipe is read once, however often the record is loaded, and nothing waits for it before. It has no file to edit or
// to watch.
func TestPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	in := &Input{Paths: []string{path}, Now: time.Now}
	if err := in.Check(); err != nil || in.OnDisk() || !in.HasPipe() {
		t.Errorf("%v, on disk: %t", err, in.OnDisk())
	}
	ctx, cancel := context.WithCancel(context.Background())
	left := make(chan bool)
	go func() { left <- !in.Load(ctx, nil).Done }()
	w, err := os.OpenFile(path, os.O_WRONLY, 0) // waits for who reads
	if err != nil {
		t.Fatal(err)
	}
	if cancel(); !<-left { // nothing has come, and the reader leaves
		t.Error("it is loaded")
	}
	if _, err := io.WriteString(w, `[{"date": "2025-01-01", "title": "One"}]`); err != nil {
		t.Fatal(err)
	}
	w.Close()
	for range 2 {
		if p := in.Load(context.Background(), nil); p.Index.Timeline().Len() != 1 {
			t.Fatalf("%d events\n%s", p.Index.Timeline().Len(), p.Problems)
		}
	}
	if in.Changed(context.Background(), time.Millisecond) {
		t.Error("it is watched")
	}
}

// A pipe that has come in the place of a file of a folder is not waited for.
func TestAPipeInTheFolder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.yaml")
	recordAt(t, path)
	files, _, err := new(Input).find(dir, new(Input).folder)
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	opened := make(chan error)
	go func() {
		f, err := files[0].Open()
		if err == nil {
			_ = f.Close()
		}
		opened <- err
	}()
	select {
	case err := <-opened:
		if err == nil {
			t.Error("it is opened")
		}
	case <-time.After(10 * time.Second):
		t.Error("it is waited for")
	}
}
