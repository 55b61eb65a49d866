package cite_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/cite"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

// cited is what is written of the sources of a record.
func cited(t *testing.T, text string, how cite.Style) (written string, sources int) {
	t.Helper()
	x := load.Files(t.Context(), []load.File{load.InMemory("x.yaml", []byte(text))}, nil).Index
	var out bytes.Buffer
	n, err := cite.Write(&out, x.Timeline(), x.Select(query.Query{}), how)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), n
}

const someSources = `sources:
  - {id: a, author: A. Writer, title: "50% & {more}", publisher: The Paper, published: 2025-09-09,
     url: "https://example.org/a_(b)?c={d}", archive_url: "https://archive.example/1", accessed: 2025-09-10}
  - {id: b, author: A. Writer, title: Again., published: 2025-10}
events:
  - {date: 2025-09-08, title: One, sources: [a, "https://plain.example/"]}
  - {date: 2025-09-09, title: Two, sources: [a, b, a book]}
`

// Each source is cited once, in the order of the events.
func TestWrite(t *testing.T) {
	for how, want := range map[cite.Style]string{
		cite.Sentences: `A. Writer. 50% & {more}. The Paper. 9 September 2025. https://example.org/a_(b)?c={d}. ` +
			`Archived: https://archive.example/1. Accessed 10 September 2025
https://plain.example/
A. Writer. Again. October 2025
a book
`,
		cite.Footnotes: `[^1]: A. Writer, [50% &amp; \{more\}](<https://example.org/a_(b)?c=%7Bd%7D>), The Paper, ` +
			`9 September 2025, [archived](https://archive.example/1), accessed 10 September 2025
[^2]: [https\://plain.example/](https://plain.example/)
[^3]: A. Writer, Again., October 2025
[^4]: a book
`,
		cite.BibTeX: `@online{awriter2025,
  author = {{A. Writer}},
  title = {50\% \& \textbraceleft{}more\textbraceright{}},
  organization = {The Paper},
  date = {2025-09-09},
  url = {https://example.org/a_(b)?c=%7Bd%7D},
  urldate = {2025-09-10},
  note = {Archived: \url{https://archive.example/1}},
}

@online{source,
  title = {https://plain.example/},
  url = {https://plain.example/},
}

@online{awriter2025-2,
  author = {{A. Writer}},
  title = {Again.},
  date = {2025-10},
}

@online{abook,
  title = {a book},
}
`,
	} {
		got, n := cited(t, someSources, how)
		if diff := cmp.Diff(want, got); diff != "" || n != 4 {
			t.Errorf("%s, %d sources (-want +got)\n%s", how, n, diff)
		}
	}
}

// A citation is seen and never obeyed, whatever a source says: by a terminal, by Markdown, by LaTeX. Braces are in pairs
// within every field, and no key comes twice.
func TestNothingHostileIsCited(t *testing.T) {
	field := regexp.MustCompile(`^  [a-z]+ = \{(.*)\},$`)
	entry := regexp.MustCompile(`^@online\{([a-z0-9-]+),$`)
	texts := append(testrecord.Hostile(), `}, title = {x`, `\input{/etc/passwd}`, `\\{`, `$x_1^2$`, `" # "`, "@online{a,")
	for _, text := range texts {
		for _, how := range []cite.Style{cite.Sentences, cite.Footnotes, cite.BibTeX} {
			got, n := cited(t, testrecord.EveryField(text), how)
			if r := obeyed(got); r != 0 || n == 0 {
				t.Errorf("%q as %s: %U in %d sources:\n%s", text, how, r, n, got)
			}
			lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
			if how != cite.BibTeX {
				if len(lines) != n {
					t.Errorf("%q as %s: %d lines for %d sources", text, how, len(lines), n)
				}
				continue
			}
			keys := map[string]bool{}
			for _, l := range lines {
				key, says := entry.FindStringSubmatch(l), field.FindStringSubmatch(l)
				switch {
				case l == "" || l == "}":
				case key != nil:
					if keys[key[1]] {
						t.Errorf("%q: %s comes twice", text, key[1])
					}
					keys[key[1]] = true
				case says == nil:
					t.Errorf("%q: %q is no field", text, l)
				default:
					if open := depth(says[1]); open != 0 {
						t.Errorf("%q: %q leaves %d braces open", text, l, open)
					}
				}
			}
			if len(keys) != n {
				t.Errorf("%q: %d keys of %d sources", text, len(keys), n)
			}
		}
	}
}

// depth returns how many braces are open at the end of a text, −1 where one is shut that is not open.
func depth(text string) (open int) {
	for _, r := range text {
		switch r {
		case '{':
			open++
		case '}':
			if open--; open < 0 {
				return open
			}
		}
	}
	return open
}

// obeyed returns the first character that a terminal would obey or that a reader cannot see, 0 if there is none.
// Combining marks and joiners are seen on the letter before them.
func obeyed(text string) rune {
	if !utf8.ValidString(text) {
		return utf8.RuneError
	}
	for _, r := range text {
		if r != '\n' && r != '\u200c' && r != '\u200d' && sanitize.Line("a"+string(r)) != "a"+string(r) {
			return r
		}
	}
	return 0
}
