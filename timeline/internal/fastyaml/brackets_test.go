package fastyaml

import (
	"os"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

// signs are those that decide where a value of JSON ends, and some that say nothing.
const signs = `[]{}",:a1` + " \n"

// A breaker reads texts that are broken.
type breaker struct {
	Reader
	keys  []string // of all maps
	stuck bool     // whether a text did not end
}

// read reads a text, and the parts of one.
func (b *breaker) read(texts ...string) {
	b.keys, b.stuck = b.keys[:0], false
	for _, text := range texts {
		b.OpenJSON(text, 0, 0)
		for n := b.JSON(); ; n = b.JSON() {
			b.stuck = b.stuck || slices.ContainsFunc(b.Faults(), func(f Fault) bool { return f.Message == stuck })
			if n == nil {
				break
			}
			b.take(n)
		}
	}
}

// take takes the keys of a tree.
func (b *breaker) take(n *yaml.Node) {
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			b.keys = append(b.keys, child.Value)
		}
		b.take(child)
	}
}

// check reads a text alone and between events, whole and in pieces, and fails where reading would not end, or where one
// of those events is lost.
func (b *breaker) check(t interface{ Fatalf(string, ...any) }, text string) {
	const before, after = `{"before":1}`, `{"after":1}`
	b.read(text)
	if b.stuck {
		t.Fatalf("%q: reading it does not end", text)
	}
	lines := strings.Repeat(before+"\n", 3) + text + "\n" + after
	list := "[\n" + before + ",\n" + text + ",\n" + after + "\n]"
	inList := SplitJSON(list, 0, 0, 0, 1, false)
	for _, texts := range [][]string{
		{lines},
		{list},
		textsOf(SplitJSONLines(lines, 1)),
		textsOf(SplitJSONValues(lines, 1)),
		append(textsOf(inList), list[inList.Length:]),
	} {
		b.read(texts...)
		if b.stuck || !slices.Contains(b.keys, "before") || !slices.Contains(b.keys, "after") {
			t.Fatalf("%q: %q are the keys of %q; it does not end: %v", text, b.keys, texts, b.stuck)
		}
	}
}

// textsOf returns the texts of pieces.
func textsOf(p Pieces) (texts []string) {
	for _, piece := range p.All {
		texts = append(texts, piece.Text)
	}
	return texts
}

// Whatever stands in a text of JSON, reading it ends, and the events before and after it are there.
func TestAnyBrackets(t *testing.T) {
	most := 4
	if os.Getenv("LONG") != "" {
		most = 6
	}
	var b breaker
	text := make([]byte, 0, most)
	var all func()
	all = func() {
		b.check(t, string(text))
		for _, c := range []byte(signs) {
			if len(text) < most {
				text = append(text, c)
				all()
				text = text[:len(text)-1]
			}
		}
	}
	all()
	rapid.Check(t, func(t *rapid.T) {
		b.check(t, rapid.StringOfN(rapid.SampledFrom([]rune(signs+"'/*\\")), 6, 60, -1).Draw(t, "text"))
	})
}

func FuzzBrokenJSON(f *testing.F) {
	for _, text := range []string{
		`]`, `{}]`, `""]`, `{"a":"1"]`, `[{"a":1}},{"a":2}]`, `[{"a":["x"],"b"]},{"a":2}]`, `1]:}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1000 {
			var b breaker
			b.read(text)
			b.read(textsOf(SplitJSONValues(text, 10))...)
			if b.stuck {
				t.Error("reading does not end")
			}
		}
	})
}
