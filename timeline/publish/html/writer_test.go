package html

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"dateline/timeline/testrecord"
)

// fill gives every text below v a text, every list two items and every number 1. Fields of the name empty stay so.
func fill(v reflect.Value, text, empty string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32:
		v.SetInt(1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for n := range v.Len() {
			fill(v.Index(n), text, empty)
		}
	case reflect.Struct:
		for n := range v.NumField() {
			if field := v.Type().Field(n); field.IsExported() && field.Name != empty {
				fill(v.Field(n), text, empty)
			}
		}
	}
}

// fieldNames returns the names of all fields below a type, each once.
func fieldNames(t reflect.Type) (all []string) {
	switch t.Kind() {
	case reflect.Slice:
		all = fieldNames(t.Elem())
	case reflect.Struct:
		for n := range t.NumField() {
			if field := t.Field(n); field.IsExported() {
				all = append(append(all, field.Name), fieldNames(field.Type)...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// things are all that a page is written of.
type things struct {
	Head    head
	Heading string
	Event   event
	Member  member
	Source  source
}

// pageOf returns a page of things that say nothing but a text, as a browser reads it.
func pageOf(t *testing.T, text, empty string) *nethtml.Node {
	var all things
	fill(reflect.ValueOf(&all).Elem(), text, empty)
	var out bytes.Buffer
	w := newWriter(&out)
	w.head(&all.Head)
	w.section(1, all.Heading)
	w.event(&all.Event)
	w.end(1)
	w.members()
	w.member(&all.Member)
	w.membersEnd()
	w.sources()
	w.source(&all.Source)
	w.sourcesEnd()
	w.foot()
	if err := w.flush(); err != nil {
		t.Fatal(err)
	}
	root, err := nethtml.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// checkText fails unless a page that says nothing but a text has the elements and attributes of one that says a harmless
// word, and the text wherever that one has the word.
func checkText(t *testing.T, text, empty string) {
	word := "zebra"
	if isFromRight(text) {
		word = "זברה"
	}
	back := strings.NewReplacer("\x00", "\uFFFD", "\r\n", "\n", "\r", "\n").Replace(text) // as a browser reads it
	said := func(harmless string) string { return strings.ReplaceAll(harmless, word, back) }
	harmless := slices.Collect(pageOf(t, word, empty).Descendants())
	hostile := slices.Collect(pageOf(t, text, empty).Descendants())
	for n, want := range harmless {
		if n >= len(hostile) {
			t.Fatalf("without %s the page of %q ends before %+v", empty, text, want)
		}
		got := hostile[n]
		if got.Type != want.Type || len(got.Attr) != len(want.Attr) || got.Data != said(want.Data) {
			t.Fatalf("without %s the page of %q has\n%+v, not\n%+v", empty, text, got, want)
		}
		for i, a := range want.Attr {
			if got.Attr[i].Key != a.Key {
				t.Fatalf("without %s the page of %q has in <%s> %q, not %q", empty, text, got.Data, got.Attr[i].Key, a.Key)
			}
			if value := got.Attr[i].Val; a.Key == "href" {
				if strings.ContainsFunc(value, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\"'<>`", r) }) {
					t.Errorf("without %s the page of %q leads to %q", empty, text, value)
				}
			} else if value != said(a.Val) {
				t.Fatalf("without %s the page of %q has %s=%q, not %q", empty, text, a.Key, value, said(a.Val))
			}
		}
	}
	if len(hostile) > len(harmless) {
		t.Fatalf("without %s the page of %q has also %+v", empty, text, hostile[len(harmless)])
	}
}

// hostile is a text of what would end any part of a page.
const hostile = "</title></script></style>--><script>\"'&+`=\x00\u202e javascript:alert(1) onload=x %zz%4&lt;&#60"

// Whatever a text says, it adds no markup, and is read as it was written: in every field, with any other field empty.
func TestTextRemainsText(t *testing.T) {
	names := fieldNames(reflect.TypeFor[things]())
	if len(names) < 50 {
		t.Fatalf("only the fields %v", names)
	}
	for _, empty := range append(names, "") {
		checkText(t, hostile, empty)
		checkText(t, hostile+"שלום", empty)
	}
}

func FuzzPage(f *testing.F) {
	for _, text := range append(testrecord.Hostile(), nasty...) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" {
			t.Skip("what is empty is left out")
		}
		checkText(t, text, "")
	})
}

// Nothing becomes a literal or an address but what stands in the program, and what web finds safe: a conversion is what
// would let a text of the record through.
func TestNothingIsConverted(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			function, _ := d.(*ast.FuncDecl)
			ast.Inspect(d, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				to, _ := call.Fun.(*ast.Ident)
				if to != nil && (to.Name == "literal" || to.Name == "address" && (function == nil || function.Name.Name != "web")) {
					t.Errorf("%s: a text becomes a %s", set.Position(call.Pos()), to.Name)
				}
				return true
			})
		}
	}
}
