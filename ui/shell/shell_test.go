package shell_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/ui/shell"
)

const wordBreaks = " \t\n\"'><=;|&(:" // as bash has them

// What is typed is read as the shell would read it, with a quotation that is still open too.
func TestWhatIsTyped(t *testing.T) {
	for _, test := range []struct {
		of          shell.Shell
		line, typed string
		words       []string
	}{
		{shell.Bash, "dateline ", "", []string{"dateline"}},
		{shell.Bash, "dateline --actor ru", "ru", []string{"dateline", "--actor"}},
		{shell.Bash, `dateline my\ notes/ --filter 'type:call actor:`, "type:call actor:", []string{"dateline", "my notes/", "--filter"}},
		{shell.Bash, `dateline "a \"b\" \c" x\'y ''`, "", []string{"dateline", `a "b" \c`, "x'y"}},
		{shell.Bash, `dateline "" x`, "x", []string{"dateline", ""}},
		{shell.Bash, `dateline --filter actor:"Marco Ru`, "actor:Marco Ru", []string{"dateline", "--filter"}},
		{shell.Bash, `dateline --filter 'actor:"Marco Ru`, `actor:"Marco Ru`, []string{"dateline", "--filter"}},
		{shell.Zsh, `dateline 'a\'`, `a\`, []string{"dateline"}},
		{shell.Fish, `dateline 'a\'b' 'c`, "c", []string{"dateline", "a'b"}},
	} {
		got := test.of.Parse(test.line, wordBreaks)
		if got.Typed != test.typed || !slices.Equal(got.Words, test.words) {
			t.Errorf("%s reads %s as %q and %q", test.of, test.line, got.Words, got.Typed)
		}
	}
}

// replies returns what bash is told of values.
func replies(t *testing.T, line string, asked shell.Asked, values ...string) []string {
	t.Helper()
	var o shell.Offer
	for _, text := range values {
		o.Values = append(o.Values, shell.Value{Text: text, Means: "what it means"})
	}
	var b strings.Builder
	if err := shell.Bash.Write(&b, shell.Bash.Parse(line, wordBreaks), o, asked); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(b.String(), "\n")
	return strings.Split(strings.TrimSuffix(rest, "\n"), "\n")
}

// Bash writes what it is told in the place of what stands after the last of its breaks, as it is.
func TestBashIsToldWhatItMayWrite(t *testing.T) {
	for _, test := range []struct {
		line   string
		values []string
		want   string
	}{
		{"dateline --actor RU", []string{"rubio"}, "rubio"},
		{"dateline --actor=RU", []string{"rubio"}, "rubio"},
		{"dateline --filter actor:ru", []string{"actor:rubio"}, "rubio"},
		{"dateline --filter 'type:call actor:ru", []string{"type:call actor:rubio"}, "type:call actor:rubio"},
		{"dateline --filter 'x", []string{"location:O'Hare"}, `location:O'\''Hare`},
		{`dateline --filter "x`, []string{`location:"New $York"`}, `location:\"New \$York\""`},
		{`dateline --at "2025`, []string{"2025-call!!"}, `2025-call"\!""\!""`},
		{`dateline --at "2025`, []string{"2025-call!x"}, `2025-call"\!"x`},
		{"dateline --since la", []string{"last week", "last month"}, "last\\ week\nlast\\ month"},
		{"dateline --actor 'la", []string{"last week", "last month"}, "last week\nlast month"},
		{"dateline --actor mar", []string{"rubio", "mariupol"}, ""}, // what both begin with is less than is typed
		{"dateline --actor RU", []string{"rubio", "russia"}, "rubio\nrussia"},
		{"dateline --actor ~", []string{"~x$(ls)"}, `\~x\$\(ls\)`},
	} {
		if got := strings.Join(replies(t, test.line, shell.Asked{}, test.values...), "\n"); got != test.want {
			t.Errorf("%s: bash is told %q, want %q", test.line, got, test.want)
		}
	}
	got := replies(t, "dateline --filter 'type:call actor:", shell.Asked{Lists: true, Columns: 40}, "type:call actor:rubio",
		"type:call actor:trump")
	if got[0] != "actor:rubio  (what it means)" || len(got) != 2 {
		t.Errorf("bash lists %q", got)
	}
}

// Whatever a value says, bash reads what it is told of as that value, be the line quoted or not.
func TestWhatBashIsToldMeansTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.StringMatching(`[a-z:='"$\x60\\(); &|<>*?#~!é中-]{1,12}`).Draw(t, "value")
		line := "dateline --filter " + rapid.SampledFrom([]string{"", "'", `"`}).Draw(t, "quote")
		var b strings.Builder
		parsed := shell.Bash.Parse(line, wordBreaks)
		if err := shell.Bash.Write(&b, parsed, shell.Offer{Values: []shell.Value{{Text: value}}}, shell.Asked{}); err != nil {
			t.Fatal(err)
		}
		_, told, _ := strings.Cut(strings.TrimSuffix(b.String(), "\n"), "\n")
		if got := shell.Bash.Parse(line+told, "").Typed; got != value {
			t.Errorf("%s%s is %q, want %q", line, told, got, value)
		}
	})
}

// A script calls dateline, and asks the shell to run nothing of what is typed.
func TestScriptsRunNothing(t *testing.T) {
	for _, s := range shell.Shells {
		script := s.Script()
		if !strings.Contains(script, "__typed "+string(s)) || strings.Contains(script, "eval") {
			t.Errorf("the script for %s:\n%s", s, script)
		}
	}
}

func ExampleShell_Parse() {
	line := shell.Bash.Parse(`dateline print notes/ --filter 'type:call actor:ru`, ":=")
	fmt.Printf("%q %q\n", line.Words, line.Typed)
	// Output: ["dateline" "print" "notes/" "--filter"] "type:call actor:ru"
}

func ExampleReadOffer() {
	fmt.Printf("%+v\n", shell.ReadOffer("rubio\tMarco Rubio, 19 events\n:36\n"))
	// Output: {Values:[{Text:rubio Means:Marco Rubio, 19 events}] Files:false Open:false Cut:false}
}
