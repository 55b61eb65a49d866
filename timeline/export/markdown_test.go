package export_test

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markdownparser "github.com/yuin/goldmark/parser"
	htmlrenderer "github.com/yuin/goldmark/renderer/html"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/export"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

func TestExportMarkdown(t *testing.T) {
	want := `## 8 September 2025: Yermak speaks with Rubio

*call, reported, Kyiv*

**Actors:** Andriy Yermak (head of office, Ukraine; caller), Marco Rubio

They speak.

They will speak again.

> Peace for good
>
> – Marco Rubio \[1\]

> Soon

**Figures:**

- length: 30 to 40 minutes, says Andriy Yermak
- calls: 2

**Claims:**

- Marco Rubio: It was short (disputed) \[2\]
- Andriy Yermak: It was long

**Notes:**

- seen from afar
- heard from near

**weather:** fair

**Tags:** diplomacy, calls

**Related:** 10 September 2025, Rubio visits Kyiv

**Sources:**

1. A. Writer, [The news](https://example.org/news), The Paper, 9 September 2025, [archived](https://archive.example/1)
2. [https\://example.org/b\_(c)](<https://example.org/b_(c)>)

## 10 September 2025: Rubio visits Kyiv
`
	if diff := cmp.Diff(want, exported(t, recordOf("x.yaml", everySaying).Index, export.Markdown)); diff != "" {
		t.Error(diff)
	}
}

func TestExportMarkdownOnlySource(t *testing.T) {
	for source, want := range map[string]string{
		"{id: p, url: 'https://example.org/?a=1&copy;=2', title: '[A] <b>'}"://
		`[\[A\] &lt;b>](https://example.org/?a=1&amp;copy;=2)`,

		"{id: p, url: 'https://еxample.org/'}"://
		`[https\://xn--xample-2of.org/](https://xn--xample-2of.org/)`,

		"{id: p, url: 'javascript:alert(1)', title: A}":       `A, javascript:alert(1)`,
		"{id: p, title: A, archive_url: 'ftp://example.org'}": `A, archived, ftp\://example.org`,
		"{id: p, publisher: P}":                               `p, P`,
	} {
		event := "{date: 2025, title: x, quotes: [{text: q, source: p}], sources: [" + source + "]}"
		got := exported(t, recordOf("x.yaml", "- "+event).Index, export.Markdown)
		if want = "## 2025: x\n\n> q\n\n**Sources:** " + want + "\n"; got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

// rendered returns Markdown as a page of HTML, read with every extension there is, and with HTML let through.
func rendered(text string) (string, error) {
	m := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(markdownparser.WithAttribute()), goldmark.WithRendererOptions(htmlrenderer.WithUnsafe()),
	)
	var page bytes.Buffer
	err := m.Convert([]byte(text), &page)
	return page.String(), err
}

var (
	tag     = regexp.MustCompile(`<[^>]*>`)
	ownTags = regexp.MustCompile(`^<(/?(h2|p|em|strong|blockquote|ul|ol|li|a|table|thead|tbody|tr|th|td)|` +
		`a href="https?://[^"]*"|t[hd] style="text-align:right")>$`)
)

// shownText returns what a reader of a page sees, its words separated by single blanks.
func shownText(page string) string {
	text := html.UnescapeString(tag.ReplaceAllString(page, ""))
	return oneLine(strings.ReplaceAll(text, "\u2060", ""))
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// checkMarkdown returns what is wrong with events or actors as Markdown: the page has markup that the format does not
// write.
func checkMarkdown(text string) error {
	page, err := rendered(text)
	if err != nil {
		return err
	}
	for _, tag := range tag.FindAllString(page, -1) {
		if !ownTags.MatchString(tag) {
			return fmt.Errorf("%s in %s", tag, page)
		}
	}
	return nil
}

// What only some readers of Markdown take for markup is escaped too.
func TestMarkdownDialects(t *testing.T) {
	for text, want := range map[string]string{
		"{{template}}": `\{\{template\}\}`,
		"==marked==":   `\=\=marked\=\=`,
		"$x$ for $5":   `\$x\$ for \$5`,
		"x^2^":         `x\^2\^`,
		"WWW.a.org":    `WWW\.a.org`,
		"@name in #1":  `@&#8288;name in \#&#8288;1`,
	} {
		d := testbuild.NewDraft()
		d.Event("2025", text, "", nil)
		var out bytes.Buffer
		if err := exportDraft(&out, d, export.Markdown, export.Emphasis{}); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); got != "## 2025: "+want+"\n" {
			t.Errorf("%q becomes %s, want %s", text, got, want)
		}
	}
}

func TestExportActorsMarkdown(t *testing.T) {
	x := recordOf("x.yaml", `- {date: 2025, title: x, actors: ['a | b\|', "*c*"]}`).Index
	var out bytes.Buffer
	if err := export.Actors(&out, x, x.Select(query.Query{}), export.Markdown, export.Emphasis{}); err != nil {
		t.Fatal(err)
	}
	page, err := rendered(out.String())
	if err != nil {
		t.Fatal(err)
	}
	row := "<tr>\n<td style=\"text-align:right\">1</td>\n<td>%s</td>\n<td></td>\n<td></td>\n</tr>\n"
	if want := fmt.Sprintf(row, "*c*") + fmt.Sprintf(row, `a | b\|`); !strings.Contains(page, want) {
		t.Errorf("%s\nin\n%s\nwant\n%s", &out, page, want)
	}
}

// What a record says reads in Markdown as it was written, and is no markup.
func TestMarkdownIsWhatTheRecordSays(t *testing.T) {
	for _, text := range []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- -->", "<https://evil.example>", "</h2>",
		"[a](https://evil.example)", "![a](https://evil.example/x.png)", "[a]: https://evil.example", "[^1]", "[ ] task",
		"[[wiki]]",
		"https://evil.example", "www.evil.example", "evil@evil.example", "@somebody and #1",
		"*a* **b** _c_ __d__ ~~e~~ ==f== `g` ``h`` $i$ ^j^ {{k}}", "&copy; &#60;b&#62; AT&T", `a\b \* \`,
		"# a", "a #", "- a", "+ a", "* a", "1. a", "1986) a", "> a", ": a", "---", "***", "===", "```", "~~~", "    a", "\ta",
		"{#id}", "a {.b}", "Www.evil.example", "WWW.evil.example",
		"a | b", "| a |", "a\n---", "a\n\n- b\n\n# c", "a  \nb", "1", "-", "", "5.5 km", "U.S.",
		"\x1b[1m", "\u202e", "e\u0301", "\u00a0- a",
	} {
		checkSays(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		marks := rapid.RuneFrom([]rune("\n\n \t\\`*_{}[]()<>#+-.!|~$=^&:;@\"'/123abwx%?"))
		checkSays(t, rapid.StringOf(rapid.OneOf(rapid.Rune(), marks)).Draw(t, "text"))
	})
}

// checkSays fails unless a text that fills an event reads in Markdown as it was written.
func checkSays(t interface {
	Fatal(...any)
	Errorf(string, ...any)
}, text string,
) {
	date, err := edtf.Parse("2025")
	if err != nil {
		t.Fatal(err)
	}
	d := testbuild.NewDraft()
	by := d.Mention(text)
	d.AddEvent(&timeline.EventDraft{
		ID: "x", Date: date, Title: text, Type: text, Summary: text,
		Actors:  []timeline.PartDraft{{Actor: by, Name: text, Role: text}},
		Quotes:  []timeline.QuoteDraft{{By: by, Text: text, Source: timeline.NoCitation}},
		Figures: []timeline.FigureDraft{{Label: text, Value: text, By: by, Source: timeline.NoCitation}},
		Claims:  []timeline.ClaimDraft{{By: by, Text: text, Status: text, Source: timeline.NoCitation}},
		Tags:    []string{text}, Notes: []string{text, "last"},
		Other: []timeline.Field{{Key: text, Value: text}},
	})
	var out bytes.Buffer
	if err := exportDraft(&out, d, export.Markdown, export.Emphasis{}); err != nil {
		t.Fatal(err)
	}
	if err := checkMarkdown(out.String()); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	page, _ := rendered(out.String())
	if strings.Contains(page, "<a") {
		t.Errorf("%q: a link in %s", text, page)
	}
	shown, says := shownText(page), oneLine(sanitize.Line(text))
	if says == "" {
		return
	}
	want := []string{
		"2025: " + says, says + " Actors: " + says + " (" + says + ")", says + " – " + says,
		"Figures: " + says + ": " + says + ", says " + says, "Claims: " + says + ": " + says + " (" + says + ")",
		"Notes: " + says + " last", says + ": " + says, "Tags: " + says,
	}
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		want = append(want, oneLine(sanitize.Line(paragraph)))
	}
	for _, s := range want {
		if !strings.Contains(shown, s) {
			t.Errorf("%q: no %q in %s", text, s, page)
		}
	}
}
