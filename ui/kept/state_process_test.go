package kept

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A state that several programs write, each a process of its own: this test's, started again.

const (
	writerFile = "DATELINE_TEST_WRITES" // the file that a writer changes
	writerName = "DATELINE_TEST_NAME"   // what its changes are called
	writerFrom = "DATELINE_TEST_FROM"   // the first of its changes, and the one after the last
)

// TestWriter is a program that makes changes, and says after each that it is kept.
func TestWriter(t *testing.T) {
	if os.Getenv(writerFile) == "" {
		t.Skip("it is started by another test")
	}
	var from, to int
	if _, err := fmt.Sscan(os.Getenv(writerFrom), &from, &to); err != nil {
		t.Fatal(err)
	}
	s := &Store[List]{Path: os.Getenv(writerFile), Record: "a"}
	for n := from; n < to; n++ {
		item := fmt.Sprintf("%s%d", os.Getenv(writerName), n)
		if _, err := s.Change(func(l *List) {
			if !slices.Contains(l.Items, item) { // it was killed between writing and saying so
				l.Items = append(l.Items, item)
			}
		}); err != nil && !strings.Contains(err.Error(), "another program holds") {
			t.Fatal(err)
		} else if err != nil {
			n--
			continue
		}
		fmt.Printf("kept %d\n", n)
	}
}

// write runs a writer from one change on, and kills it after some time. It returns the first change that it did not
// report.
func write(t *testing.T, path, name string, from, to int, life time.Duration) (next int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriter$", "-test.timeout=60s")
	cmd.Env = append(os.Environ(), writerFile+"="+path, writerName+"="+name,
		fmt.Sprintf("%s=%d %d", writerFrom, from, to))
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Error(err)
		return to
	}
	killed := time.AfterFunc(life, func() { _ = cmd.Process.Kill() })
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var n int
		if _, err := fmt.Sscanf(lines.Text(), "kept %d", &n); err == nil {
			from = n + 1
		} else if strings.Contains(lines.Text(), "state.json") {
			t.Error(lines.Text())
		}
	}
	if err := cmd.Wait(); err != nil && killed.Stop() {
		t.Errorf("a writer failed: %v", err)
		return to
	}
	killed.Stop()
	return from
}

// No change is lost that was kept, however many programs write at once and whenever they are killed.
func TestChangesOfProgramsThatAreKilled(t *testing.T) {
	programs, each, kills := 4, 30, 6
	if os.Getenv("LONG") != "" {
		each, kills = 600, 200
	}
	s := store(t, "a")
	plant(t, s.Path+".lock", "")
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(s.Path+".lock", old, old); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range programs {
		all.Go(func() {
			name := string(rune('a' + i))
			for next, k := 0, 0; next < each; k++ {
				life := time.Minute
				if k < kills {
					life = 5*time.Millisecond + rand.N(60*time.Millisecond)
				}
				next = write(t, s.Path, name, next, each, life)
			}
		})
	}
	done := make(chan bool)
	go func() { all.Wait(); close(done) }()
	for running := true; running; {
		if _, err := s.Get(); err != nil { // it is whole at any moment
			t.Error(err)
		}
		select {
		case <-done:
			running = false
		case <-time.After(time.Millisecond):
		}
	}
	got, err := s.Get()
	if err != nil {
		t.Fatal(err)
	}
	for i := range programs {
		var want, own []string
		for n := range each {
			want = append(want, fmt.Sprintf("%c%d", 'a'+i, n))
		}
		for _, item := range got.Items {
			if item[0] == byte('a'+i) {
				own = append(own, item)
			}
		}
		if !slices.Equal(own, want) {
			t.Errorf("of %d changes of a program %d are there: %q", each, len(own), own)
		}
	}
	t.Logf("%d changes of %d programs", len(got.Items), programs)

	// What the killed ones left is cleared by and by.
	left, err := filepath.Glob(filepath.Join(filepath.Dir(s.Path), temporary))
	for _, path := range left {
		err = errors.Join(err, os.Chtimes(path, old, old))
	}
	mustChange(t, s, "last")
	if now, globErr := filepath.Glob(filepath.Join(filepath.Dir(s.Path), "*")); len(now) != 2 || errors.Join(err, globErr) != nil {
		t.Errorf("the folder holds %q, %v", now, errors.Join(err, globErr))
	}
}
