package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A rule says what the code of a folder, apart from its tests, may not import and not call, nor hand on to be called.
type rule struct {
	imports []string // paths and all below them
	calls   []string // package.Function
}

// rules are held for the folders named and all below them; the longest name that fits counts.
var rules = map[string]rule{
	"timeline": {
		imports: []string{"dateline/ui", "github.com", "os", "log", "net/http", "path/filepath", "syscall", "golang.org/x/term"},
		calls:   []string{"time.Now", "time.Since", "time.Until"},
	},
	"ui": {
		imports: []string{"dateline/ui/host", "gopkg.in", "io/ioutil", "net/http", "path/filepath", "syscall"},
		calls: []string{
			"time.Now", "time.Since", "time.Until",
			"os.Open", "os.OpenFile", "os.OpenRoot", "os.Create", "os.CreateTemp", "os.ReadFile", "os.WriteFile", "os.ReadDir", "os.Stat", "os.Lstat",
			"os.Mkdir", "os.MkdirAll", "os.Remove", "os.RemoveAll", "os.Rename", "os.DirFS", "os.Getenv", "os.LookupEnv", "os.Exit",
		},
	},
	"ui/draw": {
		imports: []string{"dateline/ui", "gopkg.in", "github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles", "net", "os", "path", "syscall"},
		calls:   []string{"time.Now", "time.Since", "time.Until"},
	},
	"ui/terminal": {
		imports: []string{"dateline/timeline", "gopkg.in", "github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles", "net", "os", "path", "syscall"},
		calls:   []string{"time.Now", "time.Since", "time.Until"},
	},
	"ui/background": {imports: []string{"dateline", "gopkg.in", "github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles"}},
	"ui/host": {
		imports: []string{"gopkg.in", "github.com/charmbracelet/bubbletea", "github.com/charmbracelet/lipgloss", "net"},
		calls:   []string{"time.Now", "time.Since", "time.Until", "os.Environ", "os.Getenv", "os.LookupEnv", "os.Exit"},
	},
	"ui/cli": { // alone may say time.Now and os.Environ
		imports: []string{
			"dateline/ui/background", "gopkg.in", "github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles",
			"github.com/charmbracelet/lipgloss", "net", "os/exec", "os/signal", "path/filepath",
		},
		calls: []string{
			"time.Since", "time.Until", "os.Open", "os.OpenFile", "os.Create", "os.ReadFile", "os.WriteFile", "os.ReadDir", "os.Stat",
			"os.Getenv", "os.LookupEnv", "os.Exit",
		},
	},
	".": { // main
		imports: []string{"dateline/timeline", "dateline/ui/host", "gopkg.in", "github.com"},
		calls:   []string{"time.Now", "os.Environ", "os.Getenv", "os.LookupEnv"},
	},
}

// forTests are the packages that only files named _test.go import.
var forTests = []string{"dateline/timeline/testrecord", "dateline/timeline/internal/testbuild"}

// TestDirection holds main -> ui/cli -> ui -> timeline, and that only ui/host knows files, only ui/cli the environment and
// the time of day, and only main how to exit.
func TestDirection(t *testing.T) {
	checked := make(map[string]bool)
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		folder, _ := filepath.Rel("..", filepath.Dir(path))
		folder = filepath.ToSlash(folder)
		if slices.Contains(forTests, "dateline/"+folder) {
			return nil
		}
		name, r := ruleFor(folder)
		checked[name] = true
		return r.check(t, path)
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range rules {
		if !checked[name] {
			t.Errorf("no code was found for the rule of %s", name)
		}
	}
}

func ruleFor(folder string) (name string, r rule) {
	for name = folder; name != "."; name = filepath.ToSlash(filepath.Dir(name)) {
		if r, ok := rules[name]; ok {
			return name, r
		}
	}
	return name, rules[name]
}

func (r rule) check(t *testing.T, path string) error {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		return err
	}
	for _, one := range file.Imports {
		imported, _ := strconv.Unquote(one.Path.Value)
		for _, not := range slices.Concat(r.imports, forTests) {
			if imported == not || strings.HasPrefix(imported, not+"/") {
				t.Errorf("%s: imports %s", files.Position(one.Pos()), imported)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if called, ok := n.(*ast.SelectorExpr); ok {
			if pkg, ok := called.X.(*ast.Ident); ok && slices.Contains(r.calls, pkg.Name+"."+called.Sel.Name) {
				t.Errorf("%s: %s.%s", files.Position(called.Pos()), pkg.Name, called.Sel.Name)
			}
		}
		return true
	})
	return nil
}
