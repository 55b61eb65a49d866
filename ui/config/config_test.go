package config_test

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/timeline/diag"
	"dateline/ui"
	"dateline/ui/binding"
	"dateline/ui/config"
)

// parse reads settings that are to be without a mistake.
func parse(t *testing.T, text string) config.Settings {
	t.Helper()
	said, file := config.Parse("config.yaml", text, ui.Keys())
	if found := file.Found(); len(found) > 0 {
		t.Errorf("%q:\n%s", text, found)
	}
	return said
}

func TestSettings(t *testing.T) {
	for text, want := range map[string]config.Settings{
		"":                {},
		"# nothing\n":     {},
		"theme:\nkeys:\n": {},
		"theme: light":    {Theme: "light"},
		"theme: Contrast": {Theme: "contrast"},
		"theme: auto":     {},
		"theme: {name: terminal, roles: {match: '#ffaf00', actor: 80, force: bright-red}}": {
			Theme: "terminal", Roles: map[string]string{"match": "#ffaf00", "actor": "80", "force": "bright-red"},
		},
		"theme: {roles: {actor: red}}":        {Roles: map[string]string{"actor": "red"}},
		"rows: 2":                             {Rows: 2},
		"rows: auto":                          {Rows: config.Auto},
		"start: newest":                       {Start: config.Newest},
		"start: oldest":                       {Start: config.Oldest},
		"start: last":                         {},
		"mouse: false":                        {NoMouse: true},
		"mouse: off":                          {NoMouse: true},
		"mouse: true":                         {},
		"remember: no":                        {ForgetsAll: true},
		"remember: yes":                       {},
		"editor: code -g":                     {Editor: "code -g"},
		"same: [DOJ, Department  of Justice]": {Same: [][]string{{"DOJ", "Department of Justice"}}},
		"same:\n- [DOJ, Justice]\n- [Rubio, Marco Rubio]": {Same: [][]string{{"DOJ", "Justice"}, {"Rubio", "Marco Rubio"}}},
		"same: [[007, 7]]": {Same: [][]string{{"007", "7"}}},
		"keys: {lanes: L, compare: [c, f8]}": {
			Keys: []binding.Given{{Name: "lanes", Keys: []string{"L"}}, {Name: "compare", Keys: []string{"c", "f8"}}},
		},
		"keys:\n  mark: ^t\n  widen: ~\n  scale: 'shift+F7'\n  page-on: space\n": {Keys: []binding.Given{
			{Name: "mark", Keys: []string{"ctrl+t"}},
			{Name: "widen", Keys: []string{"~"}},
			{Name: "scale", Keys: []string{"f19"}},
			{Name: "page-on", Keys: []string{" "}},
		}},
		"\ufefftheme: dark\r\nrows: 3\r\n":  {Theme: "dark", Rows: 3},
		`{"theme": "dark", "mouse": false}`: {Theme: "dark", NoMouse: true},
	} {
		if got := parse(t, text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, want %+v", text, got, want)
		}
	}
}

// A mistake in what is not to be remembered does not have it remembered.
func TestAMistakeRemembersNothing(t *testing.T) {
	for _, text := range []string{"remember: flase", "remember: [no]", "remember: 0"} {
		if got, file := config.Parse("config.yaml", text, ui.Keys()); !got.ForgetsAll || len(file.Found()) != 1 {
			t.Errorf("%s: %+v with %v", text, got, file.Found())
		}
	}
}

// Each mistake has its place and its cure, and costs nothing else: rows: 2 below it counts.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ text, place, says, cure string }{
		{"them: dark", "1:1", "there is no setting `them`", "did you mean `theme`?"},
		{"colour: dark", "1:1", "there is no setting `colour`", "there are theme, keys, rows"},
		{"theme: drak", "1:8", "`theme` cannot be `drak`", "choose from auto, dark, light, contrast, terminal"},
		{"theme: [dark]", "1:8", "`theme` is a list", "choose from auto, dark"},
		{"theme: {nmae: dark}", "1:9", "there is no key of `theme` `nmae`", "did you mean `name`?"},
		{"theme: {name: {}}", "1:15", "`name` is a map", "choose from dark"},
		{"theme: {roles: [actor]}", "1:16", "`roles` is a list where a map belongs", "write it as {actor: 80"},
		{"theme: {roles: {actr: 80}}", "1:17", "there is no role `actr`", "did you mean `actor`?"},
		{"theme: {roles: {actor: 300}}", "1:24", "`300` is no colour", "write a number from 0 to 255"},
		{"theme:\n  roles:\n    actor: #ff0000", "3:5", "`actor` has no colour", "in quotes since # begins a comment"},
		{"theme: {roles: {actor: [1, 2]}}", "1:24", "`actor` is a list", "write one colour"},
		{"rows: 4", "1:7", "`rows` cannot be `4`", "choose from 1, 2, 3, auto"},
		{"start: here", "1:8", "`start` cannot be `here`", "choose from newest, oldest, last"},
		{"mouse: maybe", "1:8", "`mouse` cannot be `maybe`", "choose from true, false"},
		{"remember: [false]", "1:11", "`remember` is a list", "choose from true, false"},
		{"editor: [code, -g]", "1:9", "`editor` is a list", "write it in one line"},
		{"same: DOJ", "1:7", "`same` is text where a list belongs", "write it as [[DOJ"},
		{"same: [[DOJ]]", "1:8", "there is one name only, `DOJ`", "write the other names"},
		{"same: [[A, B], C]", "1:16", "`same` holds text beside lists of names", "write it as [[DOJ"},
		{"same: [[A, [B]]]", "1:12", "a name is a list", "in one list"},
		{"theme: light\ntheme: dark", "2:1", "duplicate key `theme`", "keep one of them"},
		{"keys: [L]", "1:7", "`keys` is a list where a map belongs", "write it as {lanes: L"},
		{"keys: {lane: L}", "1:8", "no action is called `lane`", "did you mean `lanes`"},
		{"keys: {lanes: }", "1:8", "`lanes` is given no key", "write it as {lanes: L"},
		{"keys: {lanes: [[L]]}", "1:16", "a key is a list", "write it as {lanes: L"},
		{"keys: {lanes: pgdwn}", "1:15", "there is no key `pgdwn`", "did you mean `pgdown`"},
		{"keys: {lanes: hyper+x}", "1:15", "there is no key `hyper+x`", "write a letter"},
		{"keys: {lanes: ctrl+i}", "1:15", "there is no key `ctrl+i`", "a terminal sends it for Tab"},
		{"keys: {lanes: alt+x}", "1:15", "there is no key `alt+x`", "Alt with a letter is Esc"},
		{"keys: {lanes: q}", "1:15", "“q” always means what it does", "choose another key"},
		{"keys: {lanes: [L, enter]}", "1:19", "Enter always means what it does", "choose another key"},
		{"keys: {lanes: ^c}", "1:15", "^c always means what it does", "choose another key"},
		{"keys: {mark: esc}", "1:14", "Esc always means what it does", "choose another key"},
		{"keys: {mark: up}", "1:14", "↑ always means what it does", "choose another key"},
		{"keys: {number: x}", "1:8", "the numbers are those beside names", "take `number` out"},
		{"keys: {any-all: x}", "1:17", "`any-all` counts where a line is typed into, and there “x” is text", "such as f9"},
		{"keys: {any-all: ^u}", "1:17", "which ^u edits", "such as f9"},
		{"keys: {lanes: X, mark: X}", "1:24", "“X” is given to `lanes` and to `mark`", "give one of them another key"},
		{"keys: {lanes: y}", "1:15", "“y” is given to `lanes`, and is the only key of `cite`", "give `cite` another key too"},
		{"keys: {edit: e, source: e}", "1:25", "“e” is given to `edit` and to `source`", "`edit` has it until then"},
		{"keys: {source: e, edit: e}", "1:16", "“e” is given to `source` and to `edit`", "`edit` has it until then"},
		{"keys: {lanes: [А, А, Б, В, Г, Д, Ж, З, И, К, Л, М]}", "1:46", "`lanes` is given more than 9 keys", "keep those"},
		{"same: &a [[x, y], *a]", "1:19", "the alias `*a` stands for something that holds itself", "write out"},
		{"same: &a [*a]", "1:11", "the alias `*a` stands for something that holds itself", "write out"},
		{"keys: {lanes: [&a zzz, *a], mark: *a}", "1:16", "there is no key `zzz`", "write a letter"},
		{"- theme: dark", "1:1", "the settings are a list where a map belongs", "begin lines with a key"},
		{"theme: dark\n---\nmouse: false", "3:1", "a second document begins here", "take the line `---`"},
	} {
		said, file := config.Parse("config.yaml", c.text+"\n", ui.Keys())
		found := file.Found()
		if len(found) != 1 || found[0].Pos.String() != "config.yaml:"+c.place || !strings.Contains(found[0].Message, c.says) ||
			!strings.Contains(found[0].Hint, c.cure) || found[0].Excerpt == "" {
			t.Errorf("%q:\n%swant %s %s; %s; it says %+v", c.text, found, c.place, c.says, c.cure, said)
		}
		if !strings.HasPrefix(c.text, "-") && !strings.Contains(c.text, "---") && !strings.HasPrefix(c.text, "rows") {
			if said, _ = config.Parse("config.yaml", c.text+"\nrows: 2\n", ui.Keys()); said.Rows != 2 {
				t.Errorf("%q costs what is below it", c.text)
			}
		}
	}
}

// What of the keys is wrong is left out, and the rest counts.
func TestTheRestOfTheKeysCounts(t *testing.T) {
	said, file := config.Parse("config.yaml", "keys: {lanes: [L, y, q], mark: [L, X], nobody: Z, cite: [c]}", ui.Keys())
	want := []binding.Given{
		{Name: "lanes", Keys: []string{"L", "y"}}, {Name: "mark", Keys: []string{"X"}}, {Name: "cite", Keys: []string{"c"}},
	}
	if !reflect.DeepEqual(said.Keys, want) || len(file.Found()) != 3 {
		t.Errorf("%+v, and\n%s", said.Keys, file.Found())
	}
}

// Keys beyond number, the same again and again or each another, cost no time that a reader notices.
func TestKeysBeyondNumber(t *testing.T) {
	var others strings.Builder
	for n := range 3_000 {
		fmt.Fprintf(&others, "%c,", 'Ⰰ'+n)
	}
	for _, keys := range []string{strings.Repeat("L,M,", 1_500), others.String()} {
		start := time.Now()
		said, _ := config.Parse("config.yaml", "keys: {lanes: ["+keys+"], compare: ["+keys+"]}", ui.Keys())
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("it takes %s", took)
		}
		if len(said.Keys) == 0 || len(said.Keys[0].Keys) < 2 {
			t.Errorf("what can be had is lost: %v", said.Keys)
		}
	}
}

// What nobody wrote by hand is read within bounds, and says where it is wrong.
func TestHostileSettings(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'h'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c%s]\n", c, c, c-1, strings.Repeat(fmt.Sprintf(", *%c", c-1), 8))
	}
	for name, text := range map[string]string{
		"broken":     "theme: dark\nrows: [1\nmouse: false\n",
		"bomb":       bomb + "same: *h\n",
		"deep":       "same: " + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000),
		"deep maps":  "theme: " + strings.Repeat("{name: ", 5_000) + strings.Repeat("}", 5_000),
		"controls":   "theme: da\x1b]0;rk\nrows: 2\x00\n",
		"UTF-16":     "\xff\xfet\x00h\x00e\x00m\x00e\x00:\x00 \x00d\x00a\x00r\x00k\x00",
		"not UTF-8":  "editor: caf\xe9\ntheme: nix\n",
		"itself":     "same: &a [*a, *a]\n",
		"merge":      "theme: &t {name: dark}\nkeys: {<<: *t}\n",
		"no word":    "? [a, b]\n: c\n",
		"many":       strings.Repeat("theme: dark\n", 5_000),
		"long":       strings.Repeat("k", 60_000) + ": x\n",
		"long value": "theme: " + strings.Repeat("k", 60_000) + "\n",
		"tab":        "keys:\n\tlanes: L\n",
	} {
		_, file := config.Parse("config.yaml", text, ui.Keys())
		found := file.Found()
		if len(found) == 0 || len(found) > 2_000 {
			t.Errorf("%s: %d problems", name, len(found))
			continue
		}
		if first := found[0]; first.Pos.File != "config.yaml" || len(first.Message) > 1_000 {
			t.Errorf("%s: %s", name, first)
		}
		if shown := found.String(); strings.ContainsAny(shown, "\x1b\x00") {
			t.Errorf("%s: what is shown has control characters", name)
		}
	}
	if said, _ := config.Parse("config.yaml", "theme: dark\nrows: [1\nmouse: false\n", ui.Keys()); said.Theme != "dark" {
		t.Errorf("what is above a break is lost: %+v", said)
	}
}

func TestPath(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("folders have other names")
	}
	for _, c := range []struct{ xdg, home, want string }{
		{"/cfg", "/home/u", "/cfg/dateline/config.yaml"},
		{"", "/home/u", "/home/u/.config/dateline/config.yaml"},
		{"cfg", "/home/u", "/home/u/.config/dateline/config.yaml"},
		{"", "", ""},
		{"", "home", ""},
	} {
		getenv := func(name string) string { return map[string]string{"XDG_CONFIG_HOME": c.xdg, "HOME": c.home}[name] }
		if got := config.Path(getenv); got != filepath.FromSlash(c.want) {
			t.Errorf("%+v: %s", c, got)
		}
		if config.Is("/cfg/dateline/../dateline/config.yaml", getenv) != (c.xdg == "/cfg") || config.Is("", getenv) {
			t.Errorf("%+v: which path is it", c)
		}
	}
}

const typical = `theme:
  name: contrast
  roles: {actor: 80, match: "#ffaf00"}
keys: {lanes: L, compare: [c, f8], mark: X}
rows: 2
start: newest
mouse: false
editor: code -g
same:
  - [DOJ, Department of Justice]
  - [Rubio, Marco Rubio]
remember: true
`

func BenchmarkParse(b *testing.B) {
	table := ui.Keys()
	b.SetBytes(int64(len(typical)))
	for b.Loop() {
		if _, file := config.Parse("config.yaml", typical, table); len(file.Found()) > 0 {
			b.Fatal(file.Found())
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(typical)
	for _, text := range []string{
		"keys: {lanes: [L, y, q], mark: [L, X], nobody: Z}", "theme: {roles: {actor: #fff}}", "same: &a [*a]", "rows: [1\n",
		"a: &a [x]\nsame: [*a, *a]", "keys: {? [a]: b}", "\xff\xfe", "theme: !!binary x", "keys: {lanes: \"\"}", "---\n...\n---\nx",
	} {
		f.Add(text)
	}
	table := ui.Keys()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > config.MaxBytes {
			return
		}
		said, file := config.Parse("config.yaml", text, table)
		for _, p := range file.Found() {
			if p.Message == "" || p.Severity() == diag.Error && p.Pos.File == "" {
				t.Errorf("%q: %+v", text, p)
			}
		}
		if _, faults := table.Check(said.Keys); len(faults) > 0 {
			t.Errorf("%q: the keys %v are taken and %v", text, said.Keys, faults)
		}
		if said.Rows < config.Auto || said.Rows > 3 {
			t.Errorf("%q: %d rows", text, said.Rows)
		}
		for _, names := range said.Same {
			if len(names) < 2 {
				t.Errorf("%q: %v are same", text, names)
			}
		}
	})
}
