package ui_test

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/ui"

	"dateline/timeline/load"
	"dateline/timeline/sanitize"
)

// panicsIn is the variable of the environment that makes a program of this test binary: one whose screen panics.
const panicsIn = "DATELINE_TEST_PANICS_IN"

// panicking shows a screen that panics in the place named, and gives the exit code.
func panicking(where string) int {
	o := ui.Options{Now: time.Now, Input: os.Stdin, Output: os.Stdout, Load: func(ctx context.Context, publish func(load.Progress)) {
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
	}}
	o.Edit = func(string, int) func() error { panic("in an update") }
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

// A panic in a goroutine of our own could not be caught by anybody: the terminal would be left as it is. So there are none
// but those of ui/host, which call nothing of ours.
func TestNoGoroutineIsBare(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || filepath.Base(filepath.Dir(path)) == "host" {
			return err
		}
		files++
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if start, ok := n.(*ast.GoStmt); ok && !recovers(start) {
				t.Errorf("%s: a goroutine that does not recover", set.Position(start.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil || files < 20 {
		t.Errorf("%d files, %v", files, err)
	}
}

// recovers says whether a goroutine calls nothing but what cannot panic, and what recovers.
func recovers(start *ast.GoStmt) bool {
	f, ok := start.Call.Fun.(*ast.FuncLit)
	if !ok {
		return false
	}
	safe := true
	ast.Inspect(f.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			_, another := n.(*ast.GoStmt) // which is looked at for itself
			return !another
		}
		name := ""
		switch called := call.Fun.(type) {
		case *ast.Ident:
			name = called.Name
		case *ast.SelectorExpr:
			name = called.Sel.Name
		}
		if name == "recovered" {
			return false
		}
		safe = safe && slices.Contains([]string{"close", "make", "Done"}, name)
		return true
	})
	return safe
}
