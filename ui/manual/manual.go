// Package manual writes the manual page of a program, in the language of man(7), which man-db, groff and mandoc read.
//
//	page := manual.Page{Name: "dateline", Title: "browse a record of events"}
//	page.Sections = append(page.Sections, manual.Section{Title: "Files", Blocks: []manual.Block{
//		{Items: []manual.Item{{Term: "**events.yaml**", Text: "the record"}}},
//	}})
//	_, err := page.WriteTo(os.Stdout)
//
// It knows no command and no key: cli puts a page together from the tables of both. What is between two ** is bold, and
// between two __ is a word to put something else for. All else is text, of which no reader of the page obeys anything.
// The bytes are ASCII, whatever the text, so that they are read alike under any locale. It imports nothing of dateline.
package manual

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Page is a manual page of section 1.
type Page struct {
	Name     string
	Version  string // "" where it is not known
	Date     string // "" where it is not known
	Title    string // what the program is, in a line
	Sections []Section
}

// A Section is a part of the page with a heading.
type Section struct {
	Title  string
	Blocks []Block
}

// A Block is what its fields say, in their order; each may be empty.
type Block struct {
	Heading string
	Lines   []string // of which each begins a line
	Text    string   // a paragraph
	Literal string   // lines that stand as they are
	Items   []Item
}

// An Item is a term and, below it, what it means.
type Item struct{ Term, Text string }

// WriteTo writes the page. The error is that of the writer.
func (p Page) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	version := strings.TrimSpace(p.Name + " " + p.Version)
	fmt.Fprintf(&b, ".TH %s 1 %s %s \"User Commands\"\n", argument(strings.ToUpper(p.Name)), argument(p.Date),
		argument(version))
	b.WriteString(".nh\n.ad l\n.SH NAME\n")
	b.WriteString(safe(oneLine(p.Name)+` \- `+oneLine(p.Title)) + "\n")
	for _, s := range p.Sections {
		fmt.Fprintf(&b, ".SH %s\n", argument(strings.ToUpper(s.Title)))
		for _, block := range s.Blocks {
			block.write(&b)
		}
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

// write writes a block.
func (block Block) write(b *strings.Builder) {
	if block.Heading != "" {
		fmt.Fprintf(b, ".SS %s\n", argument(block.Heading))
	}
	for n, text := range block.Lines {
		if n > 0 {
			b.WriteString(".br\n")
		} else {
			paragraph(b)
		}
		b.WriteString(line(text) + "\n")
	}
	if block.Text != "" {
		paragraph(b)
		b.WriteString(line(block.Text) + "\n")
	}
	if block.Literal != "" {
		paragraph(b)
		b.WriteString(".nf\n")
		for _, text := range strings.Split(strings.TrimRight(block.Literal, "\n"), "\n") {
			b.WriteString(safe(plain(text)) + "\n")
		}
		b.WriteString(".fi\n")
	}
	for _, item := range block.Items {
		fmt.Fprintf(b, ".TP\n%s\n%s\n", line(item.Term), line(item.Text))
	}
}

// paragraph begins a paragraph, but below a heading, which has begun one.
func paragraph(b *strings.Builder) {
	written := strings.TrimSuffix(b.String(), "\n")
	if last := written[strings.LastIndexByte(written, '\n')+1:]; !strings.HasPrefix(last, ".S") {
		b.WriteString(".PP\n")
	}
}

// line returns a text in one line, with what is marked in it.
func line(text string) string {
	var b strings.Builder
	bold, word := false, false
	text = strings.Join(strings.Fields(text), " ")
	for text != "" {
		mark := ""
		switch {
		case strings.HasPrefix(text, "**") && (bold || strings.Contains(text[2:], "**")):
			if bold = !bold; bold {
				mark = `\fB`
			}
		case strings.HasPrefix(text, "__") && (word || strings.Contains(text[2:], "__")):
			if word = !word; word {
				mark = `\fI`
			}
		default:
			r, size := utf8.DecodeRuneInString(text)
			writeSign(&b, r)
			text = text[size:]
			continue
		}
		if mark == "" {
			mark = `\fR`
		}
		b.WriteString(mark)
		text = text[2:]
	}
	return safe(b.String())
}

// safe returns a line so that it is no request, whatever it begins with, and not empty, which would be a blank line.
func safe(line string) string {
	if line == "" || strings.ContainsRune(".'", rune(line[0])) {
		return `\&` + line
	}
	return line
}

// oneLine returns a text in one line, of which nothing is obeyed.
func oneLine(text string) string { return plain(strings.Join(strings.Fields(text), " ")) }

// argument returns a text as one argument of a request.
func argument(text string) string { return `"` + oneLine(text) + `"` }

// signs are what signs of a text are called where they would mean something else, or are not drawn as they are typed.
// Those that no terminal need have are called so that each draws what it has for them.
var signs = map[rune]string{
	'\\': `\e`, '-': `\-`, '\'': `\(aq`, '`': `\(ga`, '^': `\(ha`, '~': `\(ti`, '"': `\(dq`,
	'←': `\(<-`, '→': `\(->`, '↑': `\(ua`, '↓': `\(da`, '–': `\(en`, '—': `\(em`, '…': `...`,
	'“': `\(lq`, '”': `\(rq`, '’': `\(cq`, '·': `\(pc`,
}

// plain returns a text of which nothing is obeyed.
func plain(text string) string {
	var b strings.Builder
	for _, r := range text {
		writeSign(&b, r)
	}
	return b.String()
}

// writeSign writes a sign of a text so that it is not obeyed.
func writeSign(b *strings.Builder, r rune) {
	switch name, ok := signs[r]; {
	case ok:
		b.WriteString(name)
	case unicode.IsControl(r), r == unicode.ReplacementChar:
		b.WriteByte('?')
	case r > unicode.MaxASCII:
		fmt.Fprintf(b, `\[u%04X]`, r)
	default:
		b.WriteRune(r)
	}
}
