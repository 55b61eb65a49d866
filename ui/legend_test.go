package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/timeline/family"
	"dateline/timeline/testrecord"
)

// TestTheLegendHasEveryTypeOfTheRecord opens help on records with types of their own and without, in both sets of
// glyphs: each type is in the row of its family, with the glyph that its events have.
func TestTheLegendHasEveryTypeOfTheRecord(t *testing.T) {
	const own = `types: {vigil: {family: words, glyph: ◊}, convoy: help, gala: {glyph: ¤}}
events:
  - {date: 2025-09-08, title: A vigil, type: vigil}
  - {date: 2025-09-09, title: A convoy, type: convoy}
  - {date: 2025-09-10, title: A gala, type: gala}
  - {date: 2025-09-11, title: A battle, type: drone battle}
  - {date: 2025-09-12, title: Nothing else}
`
	for _, c := range []struct {
		name     string
		settings []setting
		lines    []string
	}{
		{"the record that comes with it", nil, []string{
			"force × strike ▼ war", "talks ◆ meeting ◇ call ▲ summit △ visit", "words ● statement □ report",
		}},
		{"in ASCII", []setting{inASCII()}, []string{
			"force X strike F war", "talks T meeting C call S summit V visit", "words W statement R report",
			"how sure (c) confirmed (r) reported (d) disputed (p) planned", "28> goes on", "15/16 one of these days", "~10 about",
		}},
		{"types of its own", []setting{yaml(own)}, []string{
			"force × drone battle", "words ◊ vigil", "help + convoy", "other ¤ gala",
		}},
		{"types of its own in ASCII", []setting{yaml(own), inASCII()}, []string{
			"force X drone battle", "words W vigil", "help H convoy", "other E gala",
		}},
	} {
		d := open(t, 120, 60, c.settings...).press("?").fits()
		screen := strings.Join(strings.Fields(d.screen()), " ")
		for _, line := range c.lines {
			if !strings.Contains(screen, line) {
				t.Errorf("%s: help does not say %q:\n%s", c.name, line, d.screen())
			}
		}
		th, record := d.theme(), d.record()
		for i := range record.Len() {
			e := record.Event(i)
			glyph := th.TypeGlyph(e.Type, record.TypeGlyph(e.Type), record.Family(e.Type))
			if e.Type != "" && !strings.Contains(screen, glyph+" "+e.Type) && record.Family(e.Type) != family.Help {
				t.Errorf("%s: help does not say what %s is, of %q", c.name, glyph, e.Title)
			}
		}
	}
}

// On a small screen the keys that count where the list was opened come before the legend, on a large one after it, and
// where something is typed the legend has what that finds.
func TestTheListOfKeysBeginsWithThoseOfWhereItWasOpened(t *testing.T) {
	for _, size := range []struct{ w, h int }{{60, 20}, {80, 24}, {40, 12}} {
		d := open(t, size.w, size.h).press("?").fits().see("Here", "↓ j ^n", "more lines", "Enter do", "Esc close")
		if strings.Contains(d.screen(), "In the filter line") {
			t.Errorf("%v: keys of elsewhere are above:\n%s", size, d.screen())
		}
		if d.press("up", "pgdown", "pgdown").fits(); strings.Contains(d.screen(), " Here\n") {
			t.Errorf("%v: a page on nothing has moved:\n%s", size, d.screen())
		}
		for range 60 {
			d.press("pgdown").fits()
		}
		if strings.Contains(d.screen(), "more lines") {
			t.Errorf("%v: there is more below the end:\n%s", size, d.screen())
		}
	}
	open(t, 80, 24).press("/", "f1").see("Here", "Tab", "complete the key")
	screen := open(t, 120, 60).press("?").screen()
	if legend, keys := strings.Index(screen, "how sure"), strings.Index(screen, " Here"); legend < 0 || legend > keys {
		t.Errorf("the legend is not on top:\n%s", screen)
	}
	open(t, 80, 24).press("?").typeText("goes on").see("28→ goes on")
}

// What rows and headings have beside words is in the legend.
func TestTheLegendHasWhatRowsHave(t *testing.T) {
	d := open(t, 120, 60).press("?").see("≠2 contested: accounts that differ", "…1 one more name", "with besides who is asked for",
		"▄·▆▃ events of its weeks", "8 events in all")
	if strings.Contains(d.press("esc").screen(), "accounts that differ") {
		t.Error("there is another word for contested on the screen")
	}
}

// TestALegendWithoutEndHasAnEnd opens help on a record in which every event has a type of its own, and hostile ones.
func TestALegendWithoutEndHasAnEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString("events:\n")
	for n, text := range testrecord.Hostile() {
		b.WriteString("  - {date: 2025-09-08, title: a, type: " + strconv.QuoteToASCII(text+strings.Repeat(" long", n)) + "}\n")
	}
	d := open(t, 80, 24, yaml(b.String())).press("?").fits().see("and ", " more")
	for range 20 {
		d.press("pgdown").fits()
	}
}

// TestTheListOfKeysCanBeReadInANarrowTerminal holds that what a key does has most of the width, since beside the keys a
// few cells would be left.
func TestTheListOfKeysCanBeReadInANarrowTerminal(t *testing.T) {
	for _, w := range []int{20, 30, 39} {
		d := open(t, w, 60).press("?").fits()
		lines, full := 0, 0
		for range 30 {
			for row := range strings.SplitSeq(d.screen(), "\n") {
				if strings.HasPrefix(row, "    ") {
					lines++
					if len([]rune(strings.TrimSpace(row))) > w/2 {
						full++
					}
				}
			}
			d.press("pgdown")
		}
		if lines == 0 || full < lines/3 {
			t.Errorf("at %d columns %d of %d lines use half of the width:\n%s", w, full, lines, d.screen())
		}
	}
}

// TestNoPaneHasASignOfItsOwn holds that what draws a pane has its signs from the table of ui/draw, where each has one
// meaning and one of ASCII: its own texts are words, and the punctuation and arrows that words and keys are written with.
func TestNoPaneHasASignOfItsOwn(t *testing.T) {
	eachLiteral(t, func(place, text string) {
		for _, r := range text {
			if r > '~' && !strings.ContainsRune("–—’‘“”…·←→↑↓", r) {
				t.Errorf("%s: %q has the sign %c", place, text, r)
			}
		}
	})
}

// eachLiteral calls do with every text in the code of what draws the screen, but for the table of signs. What talks in
// sentences draws nothing, and knows signs so as to spell them out.
func eachLiteral(t *testing.T, do func(place, text string)) {
	t.Helper()
	found := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == "draw" || name == "cli" || name == "host" || name == "keyplace" || name == "linear" ||
			name == "serve" || name == "typed" ||
			d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if one, ok := n.(*ast.BasicLit); ok && (one.Kind == token.STRING || one.Kind == token.CHAR) {
				if text, err := strconv.Unquote(one.Value); err == nil {
					found++
					do(set.Position(one.Pos()).String(), text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || found < 500 {
		t.Fatalf("%d texts: %v", found, err)
	}
}
