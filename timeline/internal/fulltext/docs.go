package fulltext

import (
	"math/bits"

	"dateline/timeline"
	"dateline/timeline/fold"
)

// A docs is the folded text of many documents, one after the other. Each piece of a document is between two spaces with
// a line feed after it, so that " word" finds the beginning of a word and " word " a whole one, and neither reaches
// into the next piece. A piece is a field, or what is to be folded of one.
type docs struct {
	text   string
	starts []int // where each document begins, and where the last one ends
}

// doc returns the i-th document.
func (d *docs) doc(i int) string { return d.text[d.starts[i]:d.starts[i+1]] }

// search calls hit with each of the documents from one up to another, without that, that holds n. In which n may reach
// beyond a piece, it asks reaches once, which may be nil.
func (d *docs) search(n *needle, from, to int, hit func(document int), reaches func(document int) bool) {
	asked := -1 // the last of which reaches was asked
	for document, at := from, d.starts[from]; document < to; at++ {
		next := n.pair.index(d.text[at:d.starts[to]])
		if next < 0 {
			return
		}
		at += next
		for d.starts[document+1] <= at {
			document++
		}
		found := d.compare(n, at)
		if found == maybe && reaches != nil && asked < document {
			asked = document
			if reaches(document) {
				found = yes
			}
		}
		if found == yes {
			hit(document)
			document++
			at = d.starts[document] - 1
		}
	}
}

// compare compares n with the text where the pair of n is at a place. It returns maybe where n is longer than the
// piece.
func (d *docs) compare(n *needle, at int) verdict {
	found, text := yes, d.text
	for i, j := at, n.at; j < len(n.text); i, j = i+1, j+1 {
		if c := text[i]; c == '\n' {
			found = maybe
			break
		} else if c != n.text[j] {
			return no
		}
	}
	for i, j := at-1, n.at-1; j >= 0; i, j = i-1, j-1 {
		if i < 0 || text[i] == '\n' {
			return maybe
		} else if text[i] != n.text[j] {
			return no
		}
	}
	return found
}

// A docsWriter writes a docs.
type docsWriter struct {
	text   []byte
	starts []int
}

// begin begins the next document. After the last one it is called once more.
func (w *docsWriter) begin() { w.starts = append(w.starts, len(w.text)) }

// done returns what was written, and empties w.
func (w *docsWriter) done() docs {
	d := docs{string(w.text), append([]int(nil), w.starts...)}
	w.text, w.starts = w.text[:0], w.starts[:0]
	return d
}

// field appends a field to the document that was begun.
func (w *docsWriter) field(text string) {
	if text == "" {
		return
	}
	w.text = fold.Append(append(w.text, ' '), text, nil)
	w.text = append(w.text, ' ', '\n')
}

// own appends the values of keys of the writer's own.
func (w *docsWriter) own(fields []timeline.Field) {
	for i := range fields {
		w.field(fields[i].Value)
	}
}

// uneven appends those words of a field that fold to more than their letters and digits of ASCII in lower case, side by
// side as they are written: the others are found where they are. Words that follow one another are one piece.
func (w *docsWriter) uneven(text string) {
	open := false // whether the last piece may go on
	for from := 0; from < len(text); {
		spot := from + nextSpot(text[from:])
		if spot == len(text) {
			break
		}
		start, end := spot, nextASCII(text, spot+1)
		for start > from && !fold.Cuts(text, start) {
			start--
		}
		if open && start > from {
			w.text, open = append(w.text, ' ', '\n'), false
		}
		before := len(w.text)
		w.text = fold.Append(append(w.text, ' '), text[start:end], nil)
		if even := isEven(text[start:end], w.text[before+1:]); !even {
			open = true
		} else if w.text = w.text[:before]; open {
			w.text, open = append(w.text, ' ', '\n'), false
		}
		from = end
	}
	if open {
		w.text = append(w.text, ' ', '\n')
	}
}

// nextSpot returns where in text the first byte is that may fold to something else than a letter, a digit or a
// separator by itself, or the length of text.
func nextSpot(text string) int {
	for i := 0; ; i++ {
		for ; i+8 <= len(text); i += 8 {
			if marks := spots(word(text[i:])); marks != 0 {
				i += bits.TrailingZeros64(marks) / 8
				break
			}
		}
		if i >= len(text) {
			return len(text)
		}
		if fold.ASCII(text[i]) == 0 && !endsWord(text, i) {
			return i
		}
	}
}

// nextASCII returns where in text, from i on, the first word begins with a letter or digit of ASCII and can be folded
// apart from those before it, or the length of text. Words between, of other scripts, are hardly ever even.
func nextASCII(text string, i int) int {
	for ; i < len(text); i++ {
		for i+8 <= len(text) && fromZero(word(text[i:])) == 0 {
			i += 8
		}
		if i < len(text) && fold.ASCII(text[i]) > ' ' && fold.Cuts(text, i) {
			return i
		}
	}
	return len(text)
}

// endsWord reports whether text[i] is a separator, as far as can be seen from it and the next byte.
func endsWord(text string, i int) bool {
	switch fold.ASCII(text[i]) {
	case ' ':
		return true
	case 0:
		return text[i] < 0x80 && (i+1 == len(text) || fold.ASCII(text[i+1]) == ' ' || text[i+1] == text[i])
	}
	return false
}

// isEven reports whether folded is what remains of text if all but letters and digits of ASCII are taken for
// separators.
func isEven(text string, folded []byte) bool {
	n, inWord := 0, false
	if len(folded) > 0 && folded[0] >= 0x80 {
		return false
	}
	for i := range len(text) {
		c := fold.ASCII(text[i])
		if c <= ' ' {
			inWord = false
			continue
		}
		if !inWord && n > 0 {
			if n == len(folded) || folded[n] != ' ' {
				return false
			}
			n++
		}
		if n == len(folded) || folded[n] != c {
			return false
		}
		n++
		inWord = true
	}
	return n == len(folded)
}
