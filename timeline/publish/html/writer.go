package html

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"dateline/timeline/sanitize"
)

// A literal is HTML that stands in the program. A text of a record is a string, which does not become one.
type literal string

// An address is one of the web, which a link may lead to. Only web makes one.
type address string

// web returns an address of the web as it is safe to link to. It is not ok for any other.
func web(text string) (a address, ok bool) {
	safe, ok := sanitize.WebAddress(text)
	return address(safe), ok
}

// A writer writes HTML. What raw writes is markup, and what any other method is given is not: whatever it says, it
// remains the text or the quoted value of the attribute that it is written as.
type writer struct{ out *bufio.Writer }

func newWriter(out io.Writer) *writer { return &writer{bufio.NewWriterSize(out, 64<<10)} }

// err returns the first error of what is written to, after which nothing is written.
func (w *writer) err() error {
	_, err := w.out.Write(nil)
	return err
}

// flush writes what is held back.
func (w *writer) flush() error { return w.out.Flush() }

// raw writes markup, with the text in it that is always the same.
func (w *writer) raw(html literal) *writer {
	w.out.WriteString(string(html))
	return w
}

// escaper writes text so that no browser finds markup in it, neither between tags nor in the quotes of an attribute.
var escaper = strings.NewReplacer(
	"\x00", "\uFFFD",
	`"`, "&#34;",
	"&", "&amp;",
	"'", "&#39;",
	"+", "&#43;",
	"<", "&lt;",
	">", "&gt;",
)

// text writes text, between tags or in the quotes of an attribute that is no address.
func (w *writer) text(s string) *writer {
	escaper.WriteString(w.out, s)
	return w
}

// number writes a whole number.
func (w *writer) number(n int) *writer {
	w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), int64(n), 10))
	return w
}

// attribute writes an attribute with a blank before it, unless its value is empty.
func (w *writer) attribute(name literal, value string) *writer {
	if value == "" {
		return w
	}
	return w.raw(" ").raw(name).raw(`="`).text(value).raw(`"`)
}

// link writes the attribute of an element that leads out of the page, which is not told from where it was followed.
func (w *writer) link(to address) *writer {
	return w.raw(` href="`).text(percentEncoded(string(to))).raw(`" rel="noopener noreferrer"`)
}

// linkTo writes the attribute of an element that leads to a part of the page by its id.
func (w *writer) linkTo(id string) *writer {
	return w.raw(` href="#`).text(percentEncoded(id)).raw(`"`)
}

// percentEncoded returns an address, or a part of one, without the characters that none may have, and without quotes
// and brackets that are round.
func percentEncoded(s string) string {
	const allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!#$&*+,/:;=?@[]"
	const hex = "0123456789abcdef"
	text := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		if strings.IndexByte(allowed, c) >= 0 || c == '%' && isEncoded(s[i:]) {
			text = append(text, c)
		} else {
			text = append(text, '%', hex[c>>4], hex[c&15])
		}
	}
	return string(text)
}

// isEncoded reports whether a text begins with a character that is percent-encoded.
func isEncoded(s string) bool {
	if len(s) < len("%00") {
		return false
	}
	_, err := strconv.ParseUint(s[1:3], 16, 8)
	return err == nil
}

// dir writes the attribute of an element for its text: the direction is found by a browser where letters of the text
// are written from the right. Any other text has that of the page, and looking for it would cost.
func (w *writer) dir(text string) *writer {
	if isFromRight(text) {
		w.raw(` dir="auto"`)
	}
	return w
}

// dirOf writes the same for a text in runs.
func (w *writer) dirOf(text []run) *writer {
	if areFromRight(text) {
		w.raw(` dir="auto"`)
	}
	return w
}

// isolated writes text that stands among others and may be written from the right.
func (w *writer) isolated(text string) *writer {
	if isFromRight(text) {
		return w.raw("<bdi>").text(text).raw("</bdi>")
	}
	return w.text(text)
}

// runs writes a text of the record with its links.
func (w *writer) runs(text []run) *writer {
	for _, one := range text {
		if one.URL != "" {
			w.raw("<a").link(one.URL).raw(">").text(one.Words).raw("</a>")
		} else {
			w.text(one.Words)
		}
	}
	return w
}

// paragraphs writes paragraphs of the record.
func (w *writer) paragraphs(all []paragraph) *writer {
	for _, one := range all {
		w.raw("<p").dirOf(one.Text)
		if one.Lines {
			w.raw(` class="lines"`)
		}
		w.raw(">").runs(one.Text).raw("</p>\n")
	}
	return w
}

// own writes keys of the writer's own.
func (w *writer) own(fields []field) *writer {
	if len(fields) == 0 {
		return w
	}
	w.raw(`<dl class="own">`)
	for _, f := range fields {
		w.raw("<dt").dir(f.Key).raw(">").text(f.Key).raw("</dt> ")
		w.raw("<dd").dirOf(f.Value).raw(">").runs(f.Value).raw("</dd>\n")
	}
	return w.raw("</dl>\n")
}
