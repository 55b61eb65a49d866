package parted_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/timeline/internal/parted"
)

func TestAt(t *testing.T) {
	for text, want := range map[string][]string{
		"Ann (x; y)":                {"Ann (x; y)"},
		"Ann (x; y)\nBob":           {"Ann (x; y)", "Bob"},
		"Ann (a (b; c); d); Bob":    {"Ann (a (b; c); d)", " Bob"},
		"(a; b); c":                 {"(a; b)", " c"},
		"a); (b; c":                 {"a)", " (b", " c"},
		"Ann (x; Bob":               {"Ann (x", " Bob"},
		"a :) b; c":                 {"a :) b", " c"},
		"":                          {""},
		"a;;b":                      {"a", "", "b"},
		"Ann (x\ny); Bob (;)\n(\n)": {"Ann (x\ny)", " Bob (;)", "(\n)"},
	} {
		if got := parted.At(text, ";\n"); !slices.Equal(got, want) {
			t.Errorf("%q is parted into %q, want %q", text, got, want)
		}
	}
}

func TestBracket(t *testing.T) {
	for text, want := range map[string]string{
		"Ann (host)":                      "Ann|host|true",
		"Ann (minister (acting); host)":   "Ann|minister (acting); host|true",
		"Ann (the elder) (host)":          "Ann (the elder)|host|true",
		"Ann":                             "Ann||false",
		"Ann (a) Lee":                     "Ann (a) Lee||false",
		"Ann (a)) (b)":                    "Ann (a)) (b)||false",
		"(host)":                          "(host)||false",
		"Ann(host)":                       "Ann(host)||false",
		"Ann ()":                          "Ann ()||false",
		"Volodymyr Zelensky (a, b; c, d)": "Volodymyr Zelensky|a, b; c, d|true",
	} {
		before, inside, ok := parted.Bracket(text)
		if got := fmt.Sprintf("%s|%s|%t", before, inside, ok); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
