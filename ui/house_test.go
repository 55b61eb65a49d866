package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// A room says what the code of a folder may import, apart from its tests. What it does not name, it may not.
type room struct {
	ours   string // packages of dateline
	theirs string // modules and packages of others, and of the standard library those that are guarded
	later  bool   // the room is planned and need not have code yet
}

// house is the plan of the house, lowest floor first: nouns below, verbs above, and nothing imports upwards. The
// longest name that is a folder's own or above it counts.
var house = map[string]room{
	"timeline/calendar":            {},
	"timeline/calendar/cut":        {ours: "timeline/calendar"},
	"timeline/diag/rule":           {},
	"timeline/family":              {},
	"timeline/fold":                {theirs: "golang.org/x/text"},
	"timeline/lazyregexp":          {theirs: "os"},
	"timeline/markup":              {},
	"timeline/sanitize":            {theirs: "golang.org/x/net/idna golang.org/x/text"},
	"timeline/internal/aside":      {},
	"timeline/internal/idtable":    {},
	"timeline/internal/intset":     {},
	"timeline/internal/parallel":   {},
	"timeline/internal/fastyaml":   {theirs: "gopkg.in/yaml.v3"},
	"timeline/internal/containers": {ours: "timeline/internal/guess timeline/internal/wrapped", theirs: "gopkg.in/yaml.v3"},
	"timeline/internal/chronicle": {
		ours: "timeline/calendar timeline/edtf timeline/edtf/written timeline/markup", theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/properties": {theirs: "gopkg.in/yaml.v3"},

	"timeline/edtf/freeform/token":   {theirs: "github.com/go-playground/locales"},
	"timeline/edtf/freeform/abroad":  {},
	"timeline/edtf/freeform/counted": {ours: "timeline/calendar"},
	"timeline/edtf/freeform": {
		ours: "timeline/calendar timeline/edtf/freeform/abroad timeline/edtf/freeform/counted " +
			"timeline/edtf/freeform/token",
	},
	"timeline/edtf": {ours: "timeline/calendar timeline/edtf/freeform timeline/edtf/freeform/counted"},
	"timeline/edtf/written": {
		ours: "timeline/calendar timeline/edtf timeline/edtf/freeform timeline/edtf/freeform/counted",
	},
	"timeline/names":       {ours: "timeline/fold timeline/sanitize"},
	"timeline/quantity":    {ours: "timeline/fold"},
	"timeline/diag/report": {ours: "timeline/diag timeline/diag/rule timeline/sanitize"},
	"timeline/diag":        {ours: "timeline/diag/rule timeline/internal/aside timeline/sanitize"},

	"timeline": {
		ours: "timeline/calendar timeline/diag timeline/diag/rule timeline/edtf timeline/family timeline/fold " +
			"timeline/internal/alike timeline/internal/idtable timeline/internal/joined timeline/internal/packedtext " +
			"timeline/markup timeline/names timeline/quantity",
	},
	"timeline/internal/joined":     {ours: "timeline/names"},
	"timeline/internal/packedtext": {},
	"timeline/query": {
		ours: "timeline/calendar timeline/edtf timeline/fold timeline/names",
	},
	"timeline/internal/cleantext": {ours: "timeline/diag timeline/diag/rule timeline/internal/parallel"},
	"timeline/internal/filetext":  {ours: "timeline/internal/cleantext timeline/internal/parallel"},
	"timeline/internal/wordsigns": {
		ours:   "timeline/diag timeline/diag/rule timeline/internal/yamldoc timeline/internal/yamltree",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/flow":     {},
	"timeline/internal/yamltree": {ours: "timeline/diag timeline/internal/flow", theirs: "gopkg.in/yaml.v3"},
	"timeline/internal/yaml12": {
		ours: "timeline/internal/parallel timeline/internal/yamlcut", theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/yamlcut":   {},
	"timeline/internal/keptvalue": {ours: "timeline/internal/parallel", theirs: "gopkg.in/yaml.v3"},
	"timeline/internal/yamldoc": {
		ours: "timeline/diag timeline/diag/rule timeline/internal/cleantext timeline/internal/fastyaml " +
			"timeline/internal/flow timeline/internal/parallel timeline/internal/yaml12 " +
			"timeline/internal/yamlcut timeline/internal/yamltree",
		theirs: "gopkg.in/yaml.v3",
	},

	"timeline/internal/fulltext": {
		ours: "timeline timeline/fold timeline/internal/intset timeline/internal/packedtext timeline/internal/parallel",
	},
	"timeline/internal/alike":      {ours: "timeline/fold timeline/names"},
	"timeline/internal/inturn":     {ours: "timeline timeline/diag timeline/internal/parallel"},
	"timeline/internal/duplicates": {ours: "timeline timeline/names"},
	"timeline/internal/spellings":  {ours: "timeline timeline/internal/duplicates timeline/names"},
	"timeline/internal/ownvalue":   {ours: "timeline/internal/guess timeline/quantity"},

	"timeline/index": {
		ours: "timeline timeline/calendar timeline/edtf timeline/family timeline/fold timeline/names timeline/quantity " +
			"timeline/query timeline/related " +
			"timeline/sanitize timeline/internal/fulltext timeline/internal/guess timeline/internal/intset " +
			"timeline/internal/ownvalue timeline/internal/parallel",
	},
	"timeline/related":  {ours: "timeline timeline/calendar"},
	"timeline/accounts": {ours: "timeline timeline/fold timeline/quantity"},
	"timeline/review":   {ours: "timeline timeline/edtf timeline/index timeline/internal/duplicates"},
	"timeline/compare": {
		ours: "timeline timeline/calendar timeline/index timeline/names timeline/query timeline/sanitize",
	},
	"timeline/diff": {ours: "timeline timeline/names timeline/review"},
	"timeline/diff/report": {
		ours:   "timeline timeline/diag timeline/diff timeline/export/cell timeline/sanitize",
		theirs: "golang.org/x/text/unicode/norm",
	},
	"timeline/internal/doubles": {ours: "timeline timeline/diag timeline/diag/rule timeline/index timeline/review"},
	"timeline/export/record": {
		ours: "timeline timeline/diag timeline/index timeline/internal/containers timeline/internal/dates " +
			"timeline/internal/guess timeline/internal/inhand timeline/internal/keptvalue timeline/internal/nodevalue " +
			"timeline/names timeline/sanitize",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/export/cell":      {ours: "timeline/sanitize"},
	"timeline/export/phrase":    {},
	"timeline/export/jsonevent": {ours: "timeline timeline/calendar"},
	"timeline/export": {
		ours: "timeline timeline/calendar timeline/compare timeline/export/cell timeline/export/jsonevent " +
			"timeline/export/phrase timeline/export/record timeline/index timeline/internal/spellings timeline/markup " +
			"timeline/names timeline/sanitize",
	},
	"timeline/publish/html": {
		ours: "timeline timeline/accounts timeline/calendar timeline/diag timeline/edtf timeline/export/phrase " +
			"timeline/family timeline/index timeline/markup timeline/sanitize",
		theirs: "golang.org/x/text/unicode/bidi",
	},
	"timeline/publish": {
		ours: "timeline/export timeline/index timeline/publish/html timeline/publish/ics timeline/publish/meetings " +
			"timeline/publish/svg timeline/publish/timelinejs",
	},
	"timeline/publish/ics": {
		ours: "timeline timeline/calendar timeline/diag timeline/edtf timeline/index timeline/publish/paragraph " +
			"timeline/sanitize",
	},
	"timeline/publish/timelinejs": {
		ours: "timeline timeline/calendar timeline/diag timeline/edtf timeline/export/jsonevent timeline/export/record " +
			"timeline/index timeline/internal/slides timeline/markup timeline/publish/paragraph timeline/sanitize",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/publish/meetings": {ours: "timeline timeline/diag timeline/family timeline/index timeline/sanitize"},
	"timeline/publish/svg": {
		ours: "timeline timeline/calendar timeline/calendar/cut timeline/diag timeline/edtf timeline/family timeline/index " +
			"timeline/sanitize",
	},
	"timeline/publish/paragraph": {ours: "timeline timeline/export/phrase timeline/sanitize"},
	"timeline/yamlfile": {
		ours: "timeline/diag timeline/diag/rule timeline/internal/aliases timeline/internal/inhand " +
			"timeline/internal/nodevalue timeline/internal/yamldoc",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/cite": {ours: "timeline timeline/export timeline/index timeline/names timeline/sanitize"},
	"timeline/without": {
		ours: "timeline timeline/diag timeline/edtf timeline/edtf/written timeline/fold timeline/internal/formats " +
			"timeline/internal/guess timeline/internal/keptvalue timeline/internal/ownvalue timeline/names timeline/query " +
			"timeline/sanitize",
	},
	"timeline/stub": {
		ours: "timeline timeline/diag timeline/edtf timeline/export/cell timeline/export/record timeline/index " +
			"timeline/internal/formats timeline/internal/guess timeline/internal/tomldoc timeline/names " +
			"timeline/publish/ics timeline/query",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/quality": {
		ours: "timeline timeline/calendar timeline/diag timeline/export timeline/export/cell timeline/fold timeline/index " +
			"timeline/sanitize",
	},
	"timeline/provenance": {
		ours: "timeline timeline/cite timeline/export timeline/export/cell timeline/index timeline/review timeline/sanitize",
	},
	"timeline/load": {
		ours: "timeline timeline/calendar timeline/diag timeline/diag/rule timeline/edtf timeline/edtf/written " +
			"timeline/family timeline/index timeline/markup " +
			"timeline/names timeline/query timeline/internal/aliases timeline/internal/chronicle timeline/internal/cleantext " +
			"timeline/internal/containers timeline/internal/doubles timeline/internal/fastyaml timeline/internal/filetext " +
			"timeline/internal/foreign timeline/internal/formats timeline/internal/guess timeline/internal/icaldoc " +
			"timeline/internal/inhand timeline/internal/inturn timeline/internal/keptvalue timeline/internal/nodevalue " +
			"timeline/internal/otherkeys timeline/internal/owntable timeline/internal/tabular " +
			"timeline/internal/pageyear timeline/internal/properties timeline/internal/tomldoc " +
			"timeline/internal/parallel timeline/internal/slides timeline/internal/wordsigns timeline/internal/wrapped " +
			"timeline/internal/yamldoc",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/slides": {
		ours: "timeline/edtf timeline/internal/containers timeline/internal/guess timeline/internal/nodevalue " +
			"timeline/markup timeline/sanitize",
		theirs: "gopkg.in/yaml.v3",
	},

	// The only rooms below timeline that may use a reader or writer of others.
	"timeline/internal/tabular": {ours: "timeline/diag timeline/diag/rule", theirs: "gopkg.in/yaml.v3"},
	"timeline/internal/icaldoc": {ours: "timeline/diag timeline/diag/rule", theirs: "gopkg.in/yaml.v3"},
	"timeline/internal/tomldoc": {
		ours: "timeline/diag timeline/diag/rule", theirs: "github.com/pelletier/go-toml/v2 gopkg.in/yaml.v3",
	},
	"timeline/internal/formats": {
		ours: "timeline/internal/guess timeline/internal/icaldoc timeline/internal/tabular timeline/internal/tomldoc",
	},
	"timeline/internal/foreign": {},
	"timeline/internal/century": {},
	"timeline/internal/counts":  {},
	"timeline/internal/parted":  {},
	"timeline/internal/wrapped": {theirs: "gopkg.in/yaml.v3"},
	"timeline/internal/owntable": {
		ours: "timeline/internal/parted", theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/guess": {
		ours: "timeline/edtf timeline/edtf/written timeline/internal/century timeline/internal/counts " +
			"timeline/internal/parted timeline/markup " +
			"timeline/names",
	},
	"timeline/internal/nodevalue": {
		ours: "timeline/internal/guess timeline/internal/yamldoc", theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/inhand": {
		ours:   "timeline/diag timeline/diag/rule timeline/internal/guess timeline/internal/yamltree",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/pageyear": {
		ours: "timeline/calendar timeline/edtf timeline/edtf/written timeline/internal/chronicle",
	},
	"timeline/internal/aliases": {
		ours:   "timeline/diag/rule timeline/internal/inhand timeline/internal/keptvalue timeline/internal/yamldoc",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/dates": {
		ours: "timeline/calendar timeline/diag timeline/diag/rule timeline/edtf timeline/edtf/written " +
			"timeline/internal/century timeline/internal/counts timeline/internal/guess timeline/internal/inhand " +
			"timeline/internal/nodevalue timeline/markup timeline/names",
		theirs: "gopkg.in/yaml.v3",
	},
	"timeline/internal/otherkeys": {
		ours: "timeline timeline/diag/rule timeline/edtf timeline/internal/dates timeline/internal/foreign " +
			"timeline/internal/formats timeline/internal/guess timeline/internal/inhand timeline/internal/nodevalue " +
			"timeline/internal/wrapped timeline/internal/yamldoc timeline/markup",
		theirs: "gopkg.in/yaml.v3",
	},

	// Only tests import these four.
	"timeline/testrecord":         {ours: "timeline/calendar", theirs: "os path/filepath pgregory.net/rapid"},
	"timeline/internal/anytext":   {},
	"timeline/internal/testbuild": {ours: "timeline timeline/calendar timeline/diag timeline/edtf"},
	"ui/session/testsession":      {ours: "timeline/load timeline/review ui/session"},

	"ui/layout":     {},
	"ui/guard":      {},
	"ui/jsonobject": {},
	"ui/listing":    {},
	"ui/keyplace":   {},
	"ui/manual":     {},
	"ui/pace":       {},
	"ui/typed":      {},
	"ui/shell":      {ours: "timeline/sanitize", theirs: "github.com/charmbracelet/x/ansi"},
	"ui/binding":    {ours: "timeline/names ui/keyplace"},
	"ui/config": {
		ours:   "timeline/diag/rule timeline/yamlfile ui/binding ui/palette",
		theirs: "gopkg.in/yaml.v3 path/filepath",
	},
	"ui/background": {theirs: "github.com/charmbracelet/lipgloss"},
	"ui/palette":    {ours: "timeline/family", theirs: "github.com/muesli/termenv"},
	"ui/draw": {
		ours:   "timeline/calendar timeline/family timeline/fold timeline/sanitize ui/palette",
		theirs: "github.com/charmbracelet/lipgloss github.com/charmbracelet/x/ansi github.com/muesli/termenv",
	},
	"ui/terminal": {ours: "ui/draw", theirs: "github.com/charmbracelet/x/ansi github.com/muesli/termenv"},
	"ui/session": {
		ours: "timeline timeline/calendar timeline/diag timeline/diag/rule timeline/edtf timeline/index timeline/load " +
			"timeline/query timeline/markup timeline/review timeline/sanitize ui/jsonobject",
	},
	"ui/input": {
		ours:   "timeline/query timeline/sanitize ui/draw",
		theirs: "github.com/charmbracelet/bubbles github.com/charmbracelet/bubbletea",
	},
	"ui/prose": {ours: "timeline/markup timeline/sanitize ui/draw"},
	"ui/ownkeys": {
		ours: "timeline timeline/calendar timeline/edtf timeline/index timeline/query timeline/sanitize ui/draw ui/prose",
	},
	"ui/outline": {ours: "timeline timeline/sanitize ui/draw ui/ownkeys ui/prose ui/session"},
	"ui/axis": {
		ours: "timeline timeline/calendar timeline/calendar/cut timeline/edtf timeline/family timeline/index timeline/query " +
			"ui/draw ui/session",
	},
	"ui/list": {
		ours: "timeline timeline/calendar timeline/edtf timeline/fold timeline/sanitize ui/draw ui/session",
	},
	"ui/who": {
		ours: "timeline timeline/fold timeline/index timeline/query timeline/sanitize ui/axis ui/draw ui/input " +
			"ui/session",
		theirs: "github.com/charmbracelet/bubbletea",
	},
	"ui/reading": {
		ours: "timeline timeline/accounts timeline/related timeline/sanitize ui/draw ui/outline ui/session",
	},
	"ui/box": {
		ours: "timeline timeline/calendar timeline/edtf timeline/fold timeline/index timeline/query timeline/sanitize " +
			"ui/draw ui/input ui/keyplace ui/session",
		theirs: "github.com/charmbracelet/bubbletea",
	},
	"ui/lanes": {
		ours: "timeline timeline/calendar timeline/edtf timeline/family timeline/index timeline/sanitize ui/axis " +
			"timeline/calendar/cut ui/draw ui/list ui/session",
	},
	"ui/compare": {
		ours: "timeline timeline/calendar timeline/compare timeline/edtf timeline/export timeline/index timeline/query " +
			"timeline/sanitize ui/draw ui/session",
	},
	"ui/write": {
		ours: "timeline/cite timeline/diag timeline/export timeline/index timeline/names timeline/publish " +
			"timeline/sanitize ui/draw ui/input ui/session",
		theirs: "github.com/charmbracelet/bubbletea",
	},
	"ui/problems": {ours: "timeline/diag timeline/diag/rule timeline/sanitize ui/draw ui/session"},
	"ui/pane": {
		ours: "timeline timeline/calendar timeline/cite timeline/edtf timeline/family timeline/index timeline/query " +
			"timeline/calendar/cut timeline/sanitize ui/axis ui/draw ui/input ui/list ui/outline ui/ownkeys ui/prose ui/session",
		theirs: "github.com/charmbracelet/bubbletea",
	},
	"ui/linear": {
		ours: "timeline timeline/accounts timeline/calendar timeline/cite timeline/compare timeline/diag timeline/edtf " +
			"timeline/fold timeline/index timeline/names timeline/query timeline/related timeline/sanitize ui/draw ui/list ui/outline ui/session",
	},
	"ui": {
		ours: "timeline timeline/calendar timeline/cite timeline/compare timeline/diag timeline/index timeline/load " +
			"timeline/query timeline/review timeline/sanitize ui/axis ui/binding ui/box ui/compare ui/draw ui/keyplace " +
			"ui/lanes ui/layout ui/linear ui/list ui/outline ui/palette ui/pane ui/reading ui/problems ui/session ui/terminal ui/who " +
			"ui/write",
		theirs: "github.com/charmbracelet/bubbletea",
	},
	"ui/host": {
		ours: "timeline/diag timeline/diag/rule timeline/load timeline/names timeline/sanitize " +
			"ui/host/revision ui/listing ui/pace ui/typed",
		theirs: "github.com/charmbracelet/x/term golang.org/x/sys os os/exec os/signal path/filepath syscall",
	},
	"ui/host/revision": {
		ours:   "timeline/diag timeline/load timeline/names timeline/sanitize",
		theirs: "os os/exec path/filepath",
	},
	"ui/kept": {
		ours:   "timeline/review timeline/sanitize ui/jsonobject",
		theirs: "golang.org/x/sys os path/filepath",
	},
	"ui/cli": {
		ours: "timeline timeline/calendar timeline/compare timeline/diag timeline/diag/report timeline/diag/rule " +
			"timeline/diff timeline/diff/report timeline/edtf timeline/edtf/written timeline/export timeline/index " +
			"timeline/load timeline/names timeline/provenance timeline/publish timeline/quality timeline/query " +
			"timeline/sanitize timeline/stub timeline/without ui ui/config ui/guard ui/host ui/kept ui/linear ui/manual " +
			"ui/palette ui/serve ui/serve/record ui/session ui/shell ui/typed",
		theirs: "github.com/charmbracelet/x/term github.com/spf13/cobra github.com/spf13/pflag os syscall",
	},
	"": {ours: "ui/background ui/cli", theirs: "os"}, // main

	// Only ui/serve may use the network.
	"ui/serve": {
		ours: "timeline/sanitize ui/guard",
		theirs: "github.com/anmitsu/go-shlex github.com/charmbracelet/ssh github.com/charmbracelet/wish " +
			"golang.org/x/crypto/ssh net",
	},
	"ui/serve/record": {ours: "timeline timeline/load timeline/review ui/session"},
}

// guarded are the packages of the standard library that a room must name: what reaches files, processes, the network, and
// templates, which call methods by names that the linker does not know: it keeps every method of the program, 2.7 MB.
var guarded = []string{
	"crypto/tls", "html/template", "io/ioutil", "log", "net", "os", "path/filepath", "plugin", "syscall", "text/template",
	"unsafe",
}

// unguarded are below one that is guarded and harmless.
var unguarded = []string{"net/url"}

// calls are functions that a few rooms may name, to call them or to hand them on.
var calls = map[string][]string{
	"time.Now":   {"ui/cli"},
	"time.Since": nil,
	"time.Until": nil,

	// A pattern is compiled at its first use, or each start of the program would compile a hundred.
	"regexp.MustCompile": {"timeline/lazyregexp", "timeline/edtf/freeform/abroad", "timeline/internal/foreign"},

	"os.Environ":   {"ui/cli"},
	"os.Getenv":    nil,
	"os.LookupEnv": nil,
	"os.Exit":      {""},
	"os.Open":      {"ui/host"},
	"os.OpenFile":  {"ui/host", "ui/kept"},
	"os.ReadFile":  {"ui/host", "ui/kept"},
	"os.WriteFile": {"ui/host"},
	"os.ReadDir":   {"ui/host", "ui/kept"},
	"os.Remove":    {"ui/host", "ui/kept"},
	"os.Rename":    {"ui/host", "ui/kept"},
}

// TestNothingImportsUpwards holds every import to the plan of the house, and what reaches the clock, the environment,
// files and the end of the program to the rooms for that.
func TestNothingImportsUpwards(t *testing.T) {
	built := make(map[string]map[string]bool) // room -> packages that it imports
	eachFile(t, func(folder, name string, set *token.FileSet, file *ast.File) {
		at, r := roomOf(folder)
		if built[at] == nil {
			built[at] = make(map[string]bool)
		}
		packages := make(map[string]string) // name in this file -> package
		for _, one := range file.Imports {
			imported, _ := strconv.Unquote(one.Path.Value)
			built[at][imported] = true
			if !r.mayImport(imported) {
				t.Errorf("%s: %q may not import %s", set.Position(one.Pos()), at, imported)
			}
			packages[path.Base(imported)] = imported
			if one.Name != nil {
				packages[one.Name.Name] = imported
				if one.Name.Name == "." {
					t.Errorf("%s: names of %s cannot be told from those of the file", set.Position(one.Pos()), imported)
				}
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if named, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := named.X.(*ast.Ident); ok {
					call := packages[pkg.Name] + "." + named.Sel.Name
					if rooms, ok := calls[call]; ok && !slices.Contains(rooms, at) && at != "timeline/testrecord" {
						t.Errorf("%s: %q may not use %s", set.Position(named.Pos()), at, call)
					}
				}
			}
			return true
		})
	})
	for name, r := range house {
		if built[name] == nil && !r.later {
			t.Errorf("no code is in the room %q", name)
		}
		for _, ours := range strings.Fields(r.ours) {
			if !built[name]["dateline/"+ours] && !r.later {
				t.Errorf("%q may import %s and does not", name, ours)
			}
		}
	}
}

// TestRoomsHaveWalls holds what a package may grow to before it is too large to be held in the head.
func TestRoomsHaveWalls(t *testing.T) {
	const (
		maxNames   = 110 // of a package: functions, types, constants and variables
		maxMethods = 69  // of the root model of the screen
		maxFields  = 14
		maxLine    = 120 // characters
	)
	names := make(map[string]int)
	methods, fields := 0, 0
	eachFile(t, func(folder, name string, _ *token.FileSet, file *ast.File) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(text), "\n") {
			if utf8.RuneCountInString(line) > maxLine {
				t.Errorf("%s:%d: the line has more than %d characters", name, n+1, maxLine)
			}
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil {
					names[folder]++
				} else if folder == "ui" && receiver(d) == "model" {
					methods++
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.ValueSpec:
						names[folder] += len(s.Names)
					case *ast.TypeSpec:
						names[folder]++
						if st, ok := s.Type.(*ast.StructType); ok && folder == "ui" && s.Name.Name == "model" {
							fields = st.Fields.NumFields()
						}
					}
				}
			}
		}
	})
	for folder, n := range names {
		if n > maxNames {
			t.Errorf("%s has %d names, more than %d: it is several rooms", folder, n, maxNames)
		}
	}
	if methods == 0 || methods > maxMethods || fields == 0 || fields > maxFields {
		t.Errorf("the model of the screen has %d methods of at most %d, and %d fields of at most %d", methods, maxMethods,
			fields, maxFields)
	}
}

// eachFile calls do with every Go file of the house that is no test, and with the folder in which it is, "" for the
// top.
func eachFile(t *testing.T, do func(folder, name string, set *token.FileSet, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			return err
		}
		folder, _ := filepath.Rel("..", filepath.Dir(name))
		if folder = filepath.ToSlash(folder); folder == "." {
			folder = ""
		}
		do(folder, name, set, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// roomOf returns the room that a folder belongs to, with its name.
func roomOf(folder string) (name string, r room) {
	for name = folder; name != ""; name = path.Dir(name) {
		if r, ok := house[name]; ok {
			return name, r
		}
		if !strings.Contains(name, "/") {
			break
		}
	}
	return "", house[""]
}

// anywhere is the package of dateline that any room may import.
const anywhere = "timeline/lazyregexp"

// mayImport reports whether the room may import a package.
func (r room) mayImport(imported string) bool {
	if ours, ok := strings.CutPrefix(imported, "dateline/"); ok {
		return ours == anywhere || slices.Contains(strings.Fields(r.ours), ours)
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") && (!below(imported, guarded) || below(imported, unguarded)) {
		return true
	}
	return below(imported, strings.Fields(r.theirs))
}

// below reports whether a package is one of the list, or below one.
func below(imported string, list []string) bool {
	return slices.ContainsFunc(list, func(one string) bool {
		return imported == one || strings.HasPrefix(imported, one+"/")
	})
}

// receiver returns the name of the type that a method belongs to.
func receiver(d *ast.FuncDecl) string {
	of := d.Recv.List[0].Type
	if pointer, ok := of.(*ast.StarExpr); ok {
		of = pointer.X
	}
	if name, ok := of.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}
