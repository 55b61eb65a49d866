package ui_test

import (
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"go/token"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/timeline/load"
	"dateline/timeline/sanitize"
	"dateline/ui"
)

// panicsIn is the variable of the environment that makes a program of this test binary: one whose screen panics.
const panicsIn = "DATELINE_TEST_PANICS_IN"

// panicking shows a screen that panics in the place named, and returns the exit code.
func panicking(where string) int {
	o := ui.Options{
		Now: time.Now, Input: os.Stdin, Output: os.Stdout,
		Load: func(ctx context.Context, publish func(load.Progress)) {
			if where == "load" {
				panic("at once")
			}
			open := func() (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader("- {date: 2025-01-01, title: Visible event}\n")), nil
			}
			load.Files(ctx, []load.File{{Name: "x.yaml", Open: open}}, publish)
			if where == "first" {
				panic("late, with \x1b]0;owned\a from a record")
			}
		},
	}
	if where == "timer" {
		o.Output = &crowded{File: os.Stdout}
	}
	o.Edit = func(string, int) (func() error, error) { panic("in an update") }
	run := ui.Run
	if where == "view" {
		run = ui.RunWithoutTheme
	}
	if err := run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, sanitize.Text(err.Error()))
		return 2
	}
	return 0
}

// A crowded terminal fails with a panic when a frame is written to it by the timer.
type crowded struct{ *os.File }

func (c *crowded) Write(p []byte) (int, error) {
	if bytes.Contains(debug.Stack(), []byte("terminal.(*Output).rested")) {
		panic("by the timer")
	}
	return c.File.Write(p)
}

// A panic in a goroutine could be caught by nobody else: the terminal would be left as it is. So goroutines are begun
// in few packages only: parallel, which brings a panic back to who waits, ui/serve, which keeps one from the readers of
// others, and ui/host and ui/typed, whose goroutines call nothing of ours. AfterFunc begins one too, when its time has
// come: that of ui/terminal tells of a panic, those of ui/cli end the program, and that of anytext the tests, whatever
// becomes of them. That of filetext only closes a file.
func TestNoGoroutineIsBare(t *testing.T) {
	later := map[string]bool{ // folders with an AfterFunc; whether one was seen
		"ui/terminal": false, "ui/cli": false, "timeline/internal/anytext": false,
		"timeline/internal/filetext": false,
	}
	eachFile(t, func(folder, _ string, set *token.FileSet, file *ast.File) {
		if slices.Contains([]string{"ui/host", "ui/serve", "ui/typed", "timeline/internal/parallel"}, folder) {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s: a goroutine that is not begun by parallel", set.Position(n.Pos()))
			case *ast.SelectorExpr:
				if n.Sel.Name != "AfterFunc" {
					break
				}
				if _, ok := later[folder]; !ok {
					t.Errorf("%s: a goroutine that is begun by AfterFunc", set.Position(n.Pos()))
				}
				later[folder] = true
			}
			return true
		})
	})
	for folder, seen := range later {
		if !seen {
			t.Errorf("%s may use AfterFunc and does not", folder)
		}
	}
}
