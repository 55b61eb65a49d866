package load

import (
	"errors"
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Settings are what a program may keep in a file.
type settings struct {
	Theme   string
	Folders []string
	Width   int
	Lanes   struct{ Order, Note string }
}

var settingsFields = NewFields(
	Line("theme", "The colours: dark or light.", func(s *settings) *string { return &s.Theme }).Or("colors"),
	List("folders", "Where to look for records.", func(s *settings) *[]string { return &s.Folders }),
	Parsed("width", "How wide the list is, in cells.", func(s *settings, text string) error {
		n, err := strconv.Atoi(text)
		if err != nil {
			return errors.New("the width is no number")
		}
		s.Width = n
		return nil
	}),
	Section("lanes", "How lanes are drawn.", lanesFields, func(s *settings) *struct {
		Order,
		Note string
	} {
		return &s.Lanes
	}),
)

var lanesFields = NewFields(
	Line("order", "By what they are ordered.", func(l *struct{ Order, Note string }) *string { return &l.Order }),
	Prose("note", "A remark.", func(l *struct{ Order, Note string }) *string { return &l.Note }),
)

func ExampleDecode() {
	s := settings{Theme: "dark", Width: 80}
	problems := Decode("dateline.yaml", "theme: light\nwidht: 100\n", settingsFields, &s)
	fmt.Println(s.Theme, s.Width)
	fmt.Print(problems)
	// Output:
	// light 80
	// dateline.yaml:2:1: warning: unknown key `widht`
	//    2 | widht: 100
	//      | ^^^^^
	//      = did you mean `width`?
}

func TestDecode(t *testing.T) {
	usual := settings{Theme: "dark", Width: 80}
	for name, c := range map[string]struct {
		text     string
		want     settings
		problems string
	}{
		"nothing": {"", usual, ""},
		"all": {
			"colors: light\nfolders: [a, b]\nwidth: 100\nlanes:\n  order: size\n  note: |\n    one\n    two\n",
			settings{"light", []string{"a", "b"}, 100, struct{ Order, Note string }{"size", "one\ntwo"}},
			"",
		},
		"some": {"folders: a\n", settings{"dark", []string{"a"}, 80, struct{ Order, Note string }{}}, ""},
		"an unknown key": {
			"them: light\nmood: grey\nlanes: {ordre: x}\n", usual,
			`dateline.yaml:1:1: warning: unknown key ` + "`them`" + `
   1 | them: light
     | ^^^^
     = did you mean ` + "`theme`?" + `
dateline.yaml:2:1: warning: unknown key ` + "`mood`" + `
   2 | mood: grey
     | ^^^^
     = the keys are theme, folders, width, lanes
dateline.yaml:3:9: warning: unknown key ` + "`ordre`" + `
   3 | lanes: {ordre: x}
     |         ^^^^^
     = did you mean ` + "`order`?" + `
`,
		},
		"wrong values": {
			"width: wide\nlanes: [a]\ntheme: {a: b}\nfolders: [a]\n",
			settings{"", []string{"a"}, 80, struct{ Order, Note string }{}},
			`dateline.yaml:1:8: error: the width is no number
   1 | width: wide
     |        ^^^^
dateline.yaml:2:8: error: ` + "`lanes`" + ` is a list where a map belongs
   2 | lanes: [a]
     |        ^^^
     = write it as {order: …, note: …}
dateline.yaml:3:8: error: ` + "`theme`" + ` is a map where text belongs
   3 | theme: {a: b}
     |        ^^^^^^
     = put the text in quotes, or write the map under a key of your own
`,
		},
		"a list": {
			"- a\n", usual, `dateline.yaml:1:1: error: this is a list where a map belongs
   1 | - a
     | ^
     = the keys are theme, folders, width, lanes
`,
		},
		"broken YAML": {
			"theme: light: grey\nwidth: 90\n",
			settings{"light: grey", nil, 90, struct{ Order, Note string }{}},
			`dateline.yaml:1:13: error: a colon inside a text looks like a key to YAML
   1 | theme: light: grey
     |             ^
     = put the text in quotes
`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := usual
			problems := Decode("dateline.yaml", c.text, settingsFields, &got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("settings (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.problems, problems.String()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}
