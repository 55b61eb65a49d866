package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What answers readers elsewhere calls nothing that could reach the machine: no function of it names a package that
// opens files, starts programs, or knows the reader's own. Methods are told apart by their names alone, so that this
// finds too much rather than too little. The screen, which is none here, is asked how wide it is.
func TestAnswersReachNoMachine(t *testing.T) {
	harmless := []string{"os.File", "dateline/ui/host.Signal"} // types, of which there are none here
	reached := reachedFrom(t, ".Answer")
	for _, known := range []string{".listSources", ".quality", ".checkRecord", ".public", ".emphasis", "helpOf", "served"} {
		if len(reached[known]) == 0 {
			t.Errorf("%s is not found to be reached", known)
		}
	}
	for function, names := range reached {
		for _, name := range names {
			pkg, _, _ := strings.Cut(strings.TrimPrefix(name, "dateline/"), ".")
			guarded := []string{"os", "syscall", "ui/host", "ui/kept", "ui/config", "ui/session", "ui/linear", "ui/shell", "ui"}
			if slices.Contains(guarded, pkg) && !slices.Contains(harmless, name) {
				t.Errorf("%s uses %s", function, name)
			}
		}
	}
}

// reachedFrom returns all functions of the package that one may call, each with what it names of other packages.
func reachedFrom(t *testing.T, first string) map[string][]string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string][]string{} // of each function what it names, those of other packages with their paths
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), entry.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		imported := map[string]string{}
		for _, one := range file.Imports {
			whole, _ := strconv.Unquote(one.Path.Value)
			name := path.Base(whole)
			if one.Name != nil {
				name = one.Name.Name
			}
			imported[name] = whole
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				name := f.Name.Name
				if f.Recv != nil {
					name = "." + name
				}
				named[name] = append(named[name], namesIn(f, imported)...)
			}
		}
	}
	reached := map[string][]string{}
	for next := []string{first}; len(next) > 0; next = next[1:] {
		name := next[0]
		if _, known := reached[name]; !known && named[name] != nil {
			reached[name] = named[name]
			next = append(next, named[name]...)
		}
	}
	return reached
}

// namesIn returns what a function names.
func namesIn(f *ast.FuncDecl, imported map[string]string) (names []string) {
	var see func(n ast.Node) bool
	see = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			pkg, ok := n.X.(*ast.Ident)
			if ok && pkg.Obj == nil && imported[pkg.Name] != "" {
				names = append(names, imported[pkg.Name]+"."+n.Sel.Name)
				return false
			}
			names = append(names, "."+n.Sel.Name)
			ast.Inspect(n.X, see)
			return false
		case *ast.Ident:
			if n.Obj == nil || n.Obj.Kind == ast.Fun { // else it is of the function's own
				names = append(names, n.Name)
			}
		}
		return true
	}
	if f.Body != nil {
		ast.Inspect(f.Body, see)
	}
	return names
}
