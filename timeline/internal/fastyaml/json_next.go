package fastyaml

import "strings"

// This file finds where a value of JSON ends, be it broken or not.

// brackets are those that are open in a text of JSON. What closes a bracket closes those within it too, so that one
// that is missing is missed only there.
type brackets struct {
	open          []byte
	maps, ofLists int // of them
}

// take takes the next bracket. It reports whether that is none of this text, since it closes what was not opened here.
func (b *brackets) take(c byte) (foreign bool) {
	switch {
	case c == '{':
		b.open = append(b.open, '}')
		b.maps++
		return false
	case c == '[':
		b.open = append(b.open, ']')
		b.ofLists++
		return false
	case c == '}' && b.maps == 0, c == ']' && b.ofLists == 0:
		return true
	}
	for {
		last := b.open[len(b.open)-1]
		if b.open = b.open[:len(b.open)-1]; last == '}' {
			b.maps--
		} else {
			b.ofLists--
		}
		if last == c {
			return false
		}
	}
}

// indentAt returns the number of bytes of the line before an offset.
func (r *Reader) indentAt(at int) int { return at - r.start }

// maxReread is how often a text is gone through in all, to find what comes after broken items; after that, nearWindow
// bytes are looked at for each.
const (
	maxReread  = 4
	nearWindow = 4 << 10
)

// nextItem goes to what comes after the item that began at an offset: to the comma or bracket after its own brackets,
// or to an earlier line which begins as its own did, or before that. It reports whether there is one.
func (r *Reader) nextItem(from, indent int) bool {
	limit := len(r.text)
	if r.reread > maxReread*len(r.text) {
		limit = min(limit, r.at+nearWindow)
	}
	after := r.afterItem(from, indent, r.text[:limit])
	if after < 0 {
		r.reread += limit - from
		return false
	}
	r.skipTo(after)
	return true
}

// blanksIn returns the number of blanks that a part of the text begins with.
func (r *Reader) blanksIn(from, to int) int {
	return to - from - len(strings.TrimLeft(r.text[from:to], " \t"))
}

// begins reports whether an item begins here as one before it did, after a number of bytes of its line, or before that.
func (r *Reader) begins(indent int) bool {
	here := r.indentAt(r.at)
	return r.isAt("{") && (here == indent || here < indent && r.blanksIn(r.start, r.at) == here)
}

// afterItem returns the offset that nextItem goes to, and -1 where there is none in a text.
func (r *Reader) afterItem(from, indent int, text string) int {
	var open brackets
	leading := r.blanksIn(from-indent, from)
	ended := false // whether the item has ended without anything that can come after it
	for at := from; at < len(text); at++ {
		switch c := text[at]; c {
		case '{', '[', '}', ']':
			if ended {
				continue
			}
			switch foreign := open.take(c); {
			case foreign && at < r.at: // has been told
				continue
			case foreign && (c == ']' || r.maps == 0):
				return at
			case foreign:
				return -1
			}
			if len(open.open) > 0 {
				continue
			}
			if rest := strings.TrimLeft(text[at+1:], " \t\r\n"); at+1 >= r.at && rest != "" &&
				(strings.IndexByte(",]{[", rest[0]) >= 0 || rest[0] == '}' && r.maps == 0) {
				return len(text) - len(rest)
			}
			ended = true
		case ',':
			if len(open.open) == 0 && !ended && at >= r.at {
				return at
			}
		case '"':
			if at = StringEnd(text, at); at < len(text) && text[at] == '\n' {
				at--
			}
		case '\n':
			line := text[at+1 : min(len(text), at+indent+2)]
			blanks := len(line) - len(strings.TrimLeft(line, " \t"))
			if at >= r.at && blanks < len(line) && line[blanks] == '{' && (blanks == indent || blanks <= leading) {
				return at + 1 + blanks
			}
		}
	}
	return -1
}

// End returns the length of the brackets, with what is in them, that a text of JSON begins with. It returns 0 where
// they do not end.
func End(text string) int {
	depth := 0
	for at := 0; at < len(text); at++ {
		switch text[at] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth <= 0 {
				return at + 1
			}
		case '"':
			at = StringEnd(text, at)
		}
	}
	return 0
}

// StringEnd returns the offset of the quote that ends a string, or of the end of its line.
func StringEnd(text string, at int) int {
	quote := -1 // the next one
	for at++; at < len(text); {
		if quote < at {
			if quote = strings.IndexByte(text[at:], '"'); quote < 0 {
				quote = len(text) - at
			}
			if line := strings.IndexByte(text[at:at+quote], '\n'); line >= 0 {
				return at + line
			}
			quote += at
		}
		slash := strings.IndexByte(text[at:quote], '\\')
		if slash < 0 {
			return quote
		}
		at += slash + 2 // past what is escaped
	}
	return len(text)
}

// IsFrontMatter reports whether a page begins with front matter in JSON.
func IsFrontMatter(text string) bool {
	if !strings.HasPrefix(text, "{") {
		return false
	}
	end := End(text)
	return end > 0 && (strings.HasPrefix(text, "{\n") || strings.HasPrefix(text[end:], "\n"))
}
