package yamlcut_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/internal/yamlcut"
)

func TestDocuments(t *testing.T) {
	for text, want := range map[string]string{
		"a\n":                              `1+0 "a\n" bare`,
		"a":                                `1+0 "a" bare`,
		"---\na\n---\nb\n":                 `2+4 "a\n" bare; 4+10 "b\n" bare`,
		"# x\n\n--- # y\na\n...\n# z\n\n":  `4+13 "a\n" bare`,
		"--- a\n---\tb\n---c\n":            `1+0 "--- a\n"; 2+6 "---\tb\n---c\n"`,
		"a\n...\nb\n---\nc\n... # d\n":     `1+0 "a\n...\nb\n"; 5+12 "c\n" bare`,
		"%YAML 1.1\n# x\n---\na\n---\n\n":  `4+18 "a\n" bare`,
		"%YAML 1.1\na\n":                   "no",
		"a\n...\n%YAML 1.1\n---\nb\n":      `1+0 "a\n" bare; 5+20 "b\n" bare`,
		"a\n...\n#x\n%YAML 1.2\n--- b\n":   `1+0 "a\n" bare; 5+19 "--- b\n"`,
		"a\n...\n%TAG ! x:\n---\nb\n":      "no",
		"a\n%YAML 1.2\n---\nb\n":           "no",
		"a\r\n---\r\nb\r\n...\r\n":         `1+0 "a\r\n" bare; 3+8 "b\r\n" bare`,
		"- |\n  ---\n  ...\n  %x\n ---\n":  `1+0 "- |\n  ---\n  ...\n  %x\n ---\n" bare`,
		"---\n---\n...\n---\na\n...\n...b": `4+12 "---\na\n...\n...b"`,
	} {
		from, ok := yamlcut.Begin(text)
		var got []string
		for d := range yamlcut.Documents(text, from) {
			bare := ""
			if d.Bare {
				bare = " bare"
			}
			got = append(got, fmt.Sprintf("%d+%d %q%s", d.Above+1, d.From, d.Text, bare))
			if !strings.HasPrefix(text[d.From:], d.Text) || strings.Count(text[:d.From], "\n") != d.Above {
				t.Errorf("%q: %v is elsewhere", text, d)
			}
		}
		if said := strings.Join(got, "; "); ok && said != want || ok == (want == "no") {
			t.Errorf("%q: %t, %s, not %s", text, ok, said, want)
		}
	}
}

// A version is a comment where it may stand, as the mark * says, and stays what it is wherever else it is.
func TestUnversioned(t *testing.T) {
	for _, marked := range []string{
		"*YAML 1.2\n---\n- a\n", "*YAML 1.1\n--- a", "*YAML\t1.10 \t# x\r\n---\r\n", "# x\n\n*YAML 1.3\n# y\n\n---\na\n",
		"*YAML 1.0\n%TAG ! x:\n---\na\n", "%TAG ! x:\n*YAML 1.2\n---\na\n",
		"*YAML 1.2\n---\na\n... # x\n\n#y\n*YAML 1.2\n---\nb\n...\n*YAML 1.2\n---\n",

		"%YAML 2.0\n---\na\n", "%YAML x\n---\na\n", "%YAML 1\n---\n", "%YAML 1.2x\n---\n", "%YAML 1.2#x\n---\n",
		"%YAML 1.200\n---\n", "%YAML1.2\n---\n", "%yaml 1.2\n---\n", " %YAML 1.2\n---\n", "%YAML 1.2 1.2\n---\n",
		"%YAML 1.2\n%YAML 1.2\n---\na\n", "%YAML 1.2", "%YAML 1.2\n", "%YAML 1.2\na\n---\n", "%YAML 1.2\n...\n---\n",
		"a\n%YAML 1.2\n---\nb\n", "---\n%YAML 1.2\n---\nb\n", "- a: |\n    x\n\n%YAML 1.2\n---\n", "a\n... x\n%YAML 1.2\n---\n",
		"- a\n%YAML 1.2\n- b\n", "a: \"\n%YAML 1.2\n---\"\n", "- |\n  ...\n  %YAML 1.2\n  ---\n",
	} {
		text := strings.ReplaceAll(marked, "*", "%")
		if got, want := yamlcut.Unversioned(text), strings.ReplaceAll(marked, "*", "#"); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

func TestAnchors(t *testing.T) {
	const text = "&a x&b [&c-1,&a d] & \"&a\" a=1&a=2"
	a, ok := yamlcut.AnchorsOf(text)
	if said := fmt.Sprint(a); !ok || said != "map[a:[0 13 22] c-1:[8]]" {
		t.Errorf("%t, %s", ok, said)
	}
	for offset, want := range map[int]int{0: -1, 1: 0, 13: 0, 14: 13, 99: 22} {
		if at := a.Before("a", offset); at != want {
			t.Errorf("%d is before %d, not %d", at, offset, want)
		}
	}
	if at := a.Before("b", 99); at != -1 {
		t.Errorf("b is at %d", at)
	}
	if _, ok := yamlcut.AnchorsOf(strings.Repeat("&a ", yamlcut.MaxAnchors+1)); ok {
		t.Error("any number of anchors is taken")
	}
}
