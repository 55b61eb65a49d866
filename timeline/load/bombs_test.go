package load

import (
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/query"
)

// kept is an event that must be read whatever is beside it.
const kept = "- date: 2025-01-01\n  title: Kept\n"

// numberedTexts returns n texts, each made from its number.
func numberedTexts(n int, item string) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, item, i)
	}
	return list.String()
}

// bombs returns records that are made to cost more than they weigh. Each holds kept, but for those that are nothing
// else.
func bombs() map[string]string {
	laughs := "x0: &x0 [x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 12; i++ {
		again := fmt.Sprintf("*x%d", i-1)
		laughs += fmt.Sprintf("x%d: &x%d [%s]\n", i, i, strings.Repeat(again+", ", 8)+again)
	}
	merges := "- &m0 {date: 2025-01-02, title: Merged}\n"
	for i := 1; i < 60; i++ {
		merges += fmt.Sprintf("- &m%d {<<: [*m%d, *m%d], k%d: 1}\n", i, i-1, i-1, i)
	}
	letters := func(n int, format string) string { // names that hardly differ
		var list strings.Builder
		for i := range n {
			word := ""
			for rest := i; len(word) < 6; rest /= 5 {
				word += "aeiou"[rest%5 : rest%5+1]
			}
			fmt.Fprintf(&list, format, word)
		}
		return list.String()
	}
	stairs := func(from, steps int) string { // maps in maps, one a line
		var list strings.Builder
		for i := range steps {
			list.WriteString(strings.Repeat(" ", from+i) + "a:\n")
		}
		return list.String()
	}
	var chain strings.Builder
	chain.WriteString("- date: 2025-01-02\n  title:\n  - &a0 " + strings.Repeat("x", 16) + "\n")
	for i := 1; i < 100_000; i++ { // in a field that takes no list, so that nobody follows them one by one
		fmt.Fprintf(&chain, "  - &a%d [*a%d]\n", i, i-1)
	}
	chain.WriteString("  zork: *a99999\n")
	return map[string]string{
		"a chain of aliases":       kept + chain.String(),
		"many short items":         kept + "  zork: [" + strings.Repeat("a,", 1_000_000) + "]\n",
		"many empty lists":         kept + "  zork: [" + strings.Repeat("[],", 700_000) + "]\n",
		"many items on lines":      kept + "  zork:\n" + strings.Repeat("  - a\n", 350_000),
		"many keys on lines":       kept + "  zork:\n" + numberedTexts(200_000, "    k%d: v\n"),
		"many words":               kept + "  zork: [" + strings.Repeat("several words, ", 150_000) + "]\n",
		"many items of the record": "zork: [" + strings.Repeat("a,", 1_000_000) + "]\nevents:\n" + kept,
		"many items of an actor": "actors:\n- name: A\n  zork: [" + strings.Repeat("a,", 1_000_000) + "]\nevents:\n" +
			kept,
		"many items of a source": "sources:\n- title: A\n  zork: [" + strings.Repeat("a,", 1_000_000) + "]\nevents:\n" +
			kept,
		"many items of a quote":    kept + "  quotes:\n  - text: a\n    zork: [" + strings.Repeat("a,", 1_000_000) + "]\n",
		"many items of a figure":   kept + "  figures:\n  - label: a\n    zork: [" + strings.Repeat("a,", 1_000_000) + "]\n",
		"many items of a claim":    kept + "  claims:\n  - text: a\n    zork: [" + strings.Repeat("a,", 1_000_000) + "]\n",
		"many items in a key":      kept + "  ? [" + strings.Repeat("a,", 1_000_000) + "]\n  : x\n",
		"many tags":                kept + "  tags: [" + strings.Repeat("a,", 1_000_000) + "]\n",
		"many empty quotes":        kept + "  quotes: [" + strings.Repeat("{},", 700_000) + "]\n",
		"many unknown keys within": kept + "  quotes: [" + strings.Repeat("{a: },", 350_000) + "]\n",
		"many lists of 15,000":     kept + numberedTexts(50, "  zork%d: ["+strings.Repeat("several words, ", 15_000)+"]\n"),
		"merges in merges": kept + "- date: 2025-01-02\n  title: a\n  <<: " + numberedTexts(9_000, "{k%d: 1, <<: ") + "{}" +
			strings.Repeat("}", 9_000) + "\n",
		"lines far to the right": kept + "  zork: " + strings.Repeat("[", 90) + "'b\n" +
			strings.Repeat("\n    b\n", 200_000) + "    '" + strings.Repeat("]", 90) + "\n",
		"aliases far to the right": kept + "  lit: &a |\n" + strings.Repeat("   b\n", 100_000) + "  zork:\n" +
			stairs(3, 95) + strings.Repeat(strings.Repeat(" ", 99)+"- *a\n", 30),
		"aliases of a list": kept + "  one: &a [" + strings.Repeat("x, ", 1_000) + "]\n  zork: [" +
			strings.Repeat("*a, ", 900) + "]\n",
		"quotations on one line": strings.Repeat("- {date: 2025-01-02, title: a, related: ["+
			strings.Repeat(`"a", `, 10_000)+"]}\n", 20) + kept,
		"aliases of aliases": laughs + "events:\n" + kept + "  tags: *x11\n  zork: *x11\n",
		"aliases of a long text": kept + "- &long\n  date: 2025\n  title: big\n  summary: " +
			strings.Repeat("w ", 50_000) + "\n" + strings.Repeat("- *long\n", 50_000),
		"an alias to itself":        "- &a {date: 2025-01-02, title: Loop, zork: *a}\n" + kept,
		"aliases in a ring":         "- &a {date: 2025-01-02, title: Ring, zork: &b [*a, *b]}\n" + kept,
		"merges of merges":          merges + kept,
		"a million open brackets":   kept + "- " + strings.Repeat("[", 1_000_000) + "\n",
		"a million open braces":     kept + "- title: " + strings.Repeat("{", 1_000_000) + "\n",
		"brackets in brackets":      kept + "  zork: " + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "\n",
		"half a million hyphens":    kept + strings.Repeat("- ", 500_000) + "\n",
		"half a million questions":  kept + strings.Repeat("? ", 500_000) + "\n",
		"deep maps":                 stairs(0, 3000),
		"a title of 2 MB":           kept + "- {date: 2025-01-02, title: " + strings.Repeat("x", 2<<20) + "}\n",
		"a date of 1 MB":            kept + "- {title: a, date: " + strings.Repeat("1", 1<<20) + "}\n",
		"a set of 100,000 days":     kept + "- {title: a, date: \"[" + strings.Repeat("2025-01-01,", 100_000) + "]\"}\n",
		"a key of 1 MB":             kept + "- {title: a, date: 2025, ? " + strings.Repeat("k", 1<<20) + " : 1}\n",
		"10,000 keys":               kept + numberedTexts(10_000, "  key%d: x\n"),
		"10,000 times one key":      kept + strings.Repeat("  mood: x\n", 10_000),
		"30,000 tags":               kept + "  tags: [" + numberedTexts(30_000, "t%d, ") + "]\n",
		"50,000 actors of an event": kept + "  actors: [" + numberedTexts(50_000, "a%d, ") + "]\n",
		"10,000 of one surname":     kept + "  actors: [" + letters(10_000, "B%s Smith, ") + "]\n",
		"10,000 of one first name": kept + letters(10_000,
			"- {date: 2025-01-02, title: a, actors: [John B%s, Dr. J. B%[1]s]}\n"),
		"10,000 initials":          kept + letters(10_000, "- {date: 2025-01-02, title: a, actors: [\"J. %s Smith\"]}\n"),
		"50,000 sources":           kept + "  sources: [" + numberedTexts(50_000, "https://a%d.example, ") + "]\n",
		"10,000 of an unknown key": kept + "  zork: [" + numberedTexts(10_000, "z%d, ") + "]\n",
		"10,000 related":           kept + "  related: [" + numberedTexts(10_000, "r%d, ") + "]\n",
		"10,000 aliases":           "actors: [{name: x, aliases: [" + numberedTexts(10_000, "a%d, ") + "]}]\nevents:\n" + kept,
		"10,000 memberships":       "actors: [{name: x, memberships: [" + numberedTexts(10_000, "m%d, ") + "]}]\nevents:\n" + kept,
		"3,000 times a long name": "actors: [{id: a, name: " + strings.Repeat("word ", 200_000) + "}]\nevents:\n" + kept +
			strings.Repeat("- {date: 2025-01-02, title: a, actors: [a]}\n", 3_000),
		"3,000 long names' quotes": "actors: [{id: a, name: " + strings.Repeat("word ", 200_000) + "}]\nevents:\n" + kept +
			strings.Repeat("- {date: 2025-01-02, title: a, quotes: [{by: a, text: b}]}\n", 3_000),
		"20,000 like figures": kept + "  figures:\n" + strings.Repeat("  - {label: a, value: 1}\n", 20_000) +
			"- {date: 2025-01-02, title: a, figures: [{label: a, value: 1}]}\n",
		"a figure of 1 MB":              kept + "  figures: [{label: a, value: " + strings.Repeat("1", 1<<20) + "}]\n",
		"10,000 events of one id":       kept + strings.Repeat("- {date: 2025-01-02, title: a, id: a}\n", 10_000),
		"a list without its end":        kept + "  tags: [" + numberedTexts(50_000, "t%d, ") + "\n",
		"quotations without an end":     kept + "  tags: [" + numberedTexts(50_000, "\"t%d\", ") + "\n",
		"3,000 broken events":           kept + strings.Repeat("- title: a: b\n  date: 2025-01-01\n", 3_000),
		"3,000 broken events in braces": kept + numberedTexts(3_000, "- {date: 2025-01-01, title: a, tags: [a%d, b}, x: {y: [z}}\n"),
		"brackets over 20,000 lines":    kept + "- title: {\n" + strings.Repeat("    a: [b, c],\n", 20_000) + "    d: [e}\n",
		"3,000 events on others' lines": kept + strings.Repeat("- date: 2025-01-02\n  title: a - date: 2025-01-03\n  title: b\n", 3_000),
		"3,000 lost hyphens":            kept + strings.Repeat("  date: 2025-01-02\n  title: a\n  type: call\n", 3_000),
		"100,000 signs that are words":  kept + "  notes: [" + strings.Repeat("a #b, &c d, !e f, *g,\n    ", 100_000) + "]\n",
		"a million NULs after it":       kept + strings.Repeat("\x00", 1<<20),
		"3,000 broken fields":           kept + numberedTexts(3_000, "  x%d: a: b\n"),
		"3,000 open quotations":         kept + strings.Repeat("- title: \"a\n", 3_000),
		"3,000 tabs":                    kept + strings.Repeat("- date: 2025-01-02\n\ttitle: a\n", 3_000),
		"3,000 fields at the margin":    kept + strings.Repeat("- date: 2025-01-02\n  title: a\ntype: call\n", 3_000),
		"30,000 keys at the margin":     kept + numberedTexts(30_000, "k%d: a\n") + kept,
		"10,000 quotes at the margin":   kept + numberedTexts(10_000, "k%d: \"a\n") + kept,
		"3,000 dividers in events":      kept + strings.Repeat("- date: 2025-01-02\n---\n  title: a\n", 3_000),
		"30,000 dividers in a row":      kept + "- date: 2025-01-02\n" + strings.Repeat("---\n", 30_000) + "  title: a: b\n",
		"3,000 items at the margin": "events:\n" + strings.Repeat("    - date: 2025-01-02\n      title: a\n"+
			"- date: 2025-01-03\n      title: b\n", 3_000),
		"30,000 items before a list": "events:\n" + strings.Repeat("x\n", 30_000) + kept,
		"20,000 aliases of nothing":  kept + numberedTexts(20_000, "- {date: 2025-01-02, title: *a%d}\n"),
		"20,000 aliases in an event": kept + "- date: 2025-01-02\n  title: a: b\n  tags:\n" + numberedTexts(20_000, "  - *a%d\n"),
		"20,000 documents":           strings.Repeat("---\n", 20_000) + kept,
		"100,000 comments":           strings.Repeat("# c\n", 100_000) + kept,
		"100,000 anchors":            kept + "- title: " + strings.Repeat("&a ", 100_000) + "\n",
		"100,000 tags of YAML":       kept + "- title: " + strings.Repeat("!a ", 100_000) + "\n",
		"an indent of 1 MB":          kept + "- title: a\n" + strings.Repeat(" ", 1<<20) + "date: 2025\n",
		"NUL in a text":              strings.Repeat(kept, 1000) + "- {title: \"a\x00b\", date: 2025}\n",
		"nothing but NUL":            strings.Repeat("\x00", 1<<18),
		"bytes that are not UTF-8":   strings.Repeat(kept, 1000) + "- title: \xff\xfe\xed\xa0\x80\n",
		"UTF-16":                     "\xff\xfe" + strings.Join(strings.Split(kept, ""), "\x00") + "\x00",
		"UTF-16 without a mark":      strings.Join(strings.Split(kept, ""), "\x00") + "\x00",
		"binary":                     kept + "- {date: 2025-01-02, title: !!binary " + strings.Repeat("QUFB", 1<<18) + "}\n",
		"binary that is none":        kept + "- {date: 2025-01-02, title: !!binary \"*\", zork: !!binary \"*\"}\n",
		"40,000 lines %TAG":          numberedTexts(40_000, "%%TAG !a%d! tag:x,2000:\n") + "---\n" + kept,
		"tags of its own": kept + "- !event {date: !!timestamp 2025-01-02, title: !!int x, zork: !python/object " +
			"{a: 1}, tags: !!set {a, b}}\n",
	}
}

// What a bomb may cost: bytes allocated in all, for a byte of the file and for any file at all. The YAML library takes
// some 650 for a byte of a list of short words. What is quadratic takes thousands of times more. The second is about
// what maxKeptLinked and maxAliased allow a file of a few lines.
const (
	costPerByte = 700
	costAtAll   = 400 << 20
)

// askAll asks an index for all that it makes only when it is first asked.
func askAll(t *testing.T, x *index.Index) {
	for _, line := range []string{"word", "a", `"word word"`, "actor:a", "by:a"} {
		x.ActorCounts(x.Select(asking(t, line)))
	}
	for i := range min(x.Timeline().Len(), 3) {
		x.HasSeries(i)
	}
	x.SearchActors("wrod")
	slot, _ := query.CursorAt("actor:wo", len("actor:wo"))
	x.Complete(slot, x.Select(slot.Rest))
}

// Every bomb is read and asked in bounded memory, what is beside it is there, and what is lost is reported.
func TestBombs(t *testing.T) {
	for name, text := range bombs() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			p := loadText(t, "bomb.yaml", text)
			askAll(t, p.Index)
			runtime.ReadMemStats(&after)
			if cost, most := after.TotalAlloc-before.TotalAlloc, uint64(costAtAll+costPerByte*len(text)); cost > most && !racing {
				t.Errorf("%d bytes for %d of YAML, at most %d", cost, len(text), most)
			}
			record := p.Index.Timeline()
			found := false
			for i := range record.Len() {
				found = found || record.Event(i).Title == "Kept"
			}
			if !found && (strings.Contains(text, kept) || p.Problems.Errors() == 0) {
				t.Errorf("the event beside it is lost:\n%.500s", p.Problems)
			}
			if len(p.Problems) > 3*diag.MaxProblems { // errors, warnings and doubles of actors
				t.Errorf("%d problems", len(p.Problems))
			}
		})
	}
}

// Of the lines %TAG of a document only the first are read, which is said.
func TestManyDirectives(t *testing.T) {
	tags := func(n int) string {
		return numberedTexts(n, "%%TAG !a%d! tag:x,2000:\n") + "---\n" + kept + "- {date: 2025-01-02, title: !a0!x Two}\n"
	}
	if p := loadText(t, "tags.yaml", tags(100)); p.Problems.Errors() > 0 || p.Index.Timeline().Len() != 2 {
		t.Errorf("%s", p.Problems)
	}
	if p := loadText(t, "tags.yaml", strings.Repeat(tags(60)+"...\n", 3)); p.Problems.Errors() > 0 {
		t.Errorf("%s", p.Problems)
	}
	p := loadText(t, "tags.yaml", tags(101))
	text := p.Problems.String()
	if p.Index.Timeline().Len() != 2 || !strings.Contains(text, "tags.yaml:100:1: error: more than 100 lines %TAG") ||
		!strings.Contains(text, "100 | %TAG !a99!") || p.Problems.Errors() != 1 {
		t.Errorf("%d events, %s", p.Index.Timeline().Len(), text)
	}
}

// A file that is too long, or is so with those before it, is not read at all. What it has and what may be is said in
// units that a person reads, and the events of the other files are there.
func TestFileThatIsTooLong(t *testing.T) {
	unopened := func(size int64) File {
		return File{Name: "long.yaml", Size: size, Open: func() (io.ReadCloser, error) {
			t.Error("it is opened")
			return nil, fs.ErrInvalid
		}}
	}
	short := textFile("short.yaml", "- {date: 2025, title: Kept}\n")
	alone := "save a part of it to a file, and read that"
	together := "with the files before it more than the 2 GiB that are read together\n     = read it apart from the files before it"
	for _, c := range []struct {
		files []File
		said  string
	}{
		{[]File{unopened(filetext.MaxRecord + 1), short}, "it has 2.1 GiB, and at most 2 GiB are read\n     = " + alone},
		{[]File{short, unopened(3 << 30)}, "it has 3 GiB, and at most 2 GiB are read\n     = " + alone},
		{[]File{short, unopened(1 << 52), short}, "it has 4096 TiB, and at most 2 GiB are read\n     = " + alone},
		{[]File{short, unopened(filetext.MaxRecord - 1)}, "it has 2 GiB, and " + together},
		{[]File{short, short, unopened(filetext.MaxRecord - 32<<20)}, ""},
	} {
		if c.said == "" { // what fits with those before it is opened
			c.files[2].Open = func() (io.ReadCloser, error) { return nil, fs.ErrInvalid }
			c.said = "invalid argument"
		}
		p := Files(t.Context(), c.files, nil)
		said := strings.Join(strings.Fields(p.Problems.String()), " ")
		if p.Problems.Errors() != 1 || !strings.Contains(said, strings.Join(strings.Fields(c.said), " ")) {
			t.Errorf("%s\nand not %s", p.Problems, c.said)
		}
		if p.Index.Timeline().Len() == 0 || p.Index.Timeline().Event(0).Title != "Kept" {
			t.Errorf("%d events are read with %s", p.Index.Timeline().Len(), c.said)
		}
	}
}
