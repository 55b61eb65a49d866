package filetext_test

import (
	"context"
	"errors"
	"io"
	"testing"

	"dateline/timeline/internal/filetext"
)

// A silent file gives nothing until it is closed, and counts how often that happens.
type silent struct {
	begun, closed chan bool
	times         *int
}

func (f silent) Read([]byte) (int, error) {
	close(f.begun)
	<-f.closed
	return 0, errors.New("closed")
}

func (f silent) Close() error {
	if *f.times++; *f.times == 1 {
		close(f.closed)
	}
	return nil
}

// A file that is left while it is read is closed once, by whom it is left.
func TestAFileIsClosedOnce(t *testing.T) {
	times := 0
	f := silent{make(chan bool), make(chan bool), &times}
	ctx, cancel := context.WithCancel(t.Context())
	text := filetext.New(func() (io.ReadCloser, error) { return f, nil }, 10, filetext.MaxRecord)
	ended := make(chan bool)
	go func() {
		text.Start(ctx)
		close(ended)
	}()
	<-f.begun
	cancel()
	<-ended
	if times != 1 {
		t.Errorf("it is closed %d times", times)
	}
}
