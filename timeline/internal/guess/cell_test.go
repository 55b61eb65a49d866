package guess

import (
	"strings"
	"testing"
)

func TestCell(t *testing.T) {
	for text, want := range map[string]string{
		`["Mira Sol", "Jon Vale"]`:                     "Mira Sol|Jon Vale",
		`['Mira Sol', "O'Neil"]`:                       "Mira Sol|O'Neil",
		`['it\'s', 'b']`:                               "it's|b",
		` [x, y z] `:                                   "x|y z",
		`{Mira,"Jon, Vale"}`:                           "Mira|Jon, Vale",
		`[{"id": 28, "name": "Action"}, {'name':'B'}]`: "Action|B",
		`["x", null, None, ""]`:                        "x",
		`["x",]`:                                       "x",
		`[]`:                                           "",
	} {
		if got, ok := Cell(text); !ok || strings.Join(got, "|") != want {
			t.Errorf("%s: %q, %v", text, got, ok)
		}
	}
	for _, text := range []string{
		"", "[", "{", "[[Mira Sol]]", "{{Mira}}", "[Mira](https://e.org)", "[Mira] Sol", `["x" "y"]`, `["x", y`, `["x`, `[{"id": 1}]`,
		`[{"name": "x"`, "[[x], y]", "[a [b], c]", "{a: {b}}",
	} {
		if got, ok := Cell(text); ok {
			t.Errorf("%s is a list of %q", text, got)
		}
	}
}
