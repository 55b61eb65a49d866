// Package packedtext finds the texts of events in the memory of a Timeline, without unpacking the events.
//
//	for _, part := range t.Packed() {
//		for n, event := range part.Events {
//			for from, to := range part.Texts(n) {
//				fmt.Println(event, part.Text[from:to])
//			}
//		}
//	}
//
// A Timeline holds events one after the other in long texts, with lengths and numbers between their own texts. Who
// looks for something in all events can look through these as a whole, and ask only about the places that it finds.
//
// It knows in which order package timeline packs the fields of an event, and nothing else of it. It imports only the
// standard library.
package packedtext

import "iter"

// A Part is some events as they are held.
type Part struct {
	Text   string  // the events one after the other, and perhaps others that the record does not have
	Events []int32 // their numbers, in the order in which they lie in Text

	starts []uint32 // where each begins, of the text of which Text is a part
}

// maxEvents is how many events are in a Part, at most, so that there are several to be gone through on several cores.
const maxEvents = 1 << 10

// Split returns the parts of a text in which events begin at starts, in ascending order.
func Split(text string, events []int32, starts []uint32) []Part {
	var parts []Part
	for len(events) > 0 {
		n, end := min(len(events), maxEvents), len(text)
		if n < len(events) {
			end = int(starts[n])
		}
		parts = append(parts, Part{text[starts[0]:end], events[:n:n], starts[:n:n]})
		events, starts = events[n:], starts[n:]
	}
	return parts
}

// Start returns where in p.Text the event p.Events[n] begins, and the length of p.Text for n == len(p.Events).
func (p *Part) Start(n int) int {
	if n == len(p.starts) {
		return len(p.Text)
	}
	return int(p.starts[n] - p.starts[0])
}

// order is what is packed of an event, in its order: texts in which words are looked for (t), other texts (-) and
// numbers (n). Texts are their length and their bytes, numbers varints.
var order = []struct {
	of   string
	list bool // whether it comes several times, after how often
}{
	{of: "--tnn--tt"},  // date, id, title, line, column, type, status, location, summary
	{"n-", true},       // actors
	{"t", true},        // tags
	{"ntn", true},      // quotes
	{"t-----nn", true}, // figures
	{"nt-n", true},     // claims
	{"n", true},        // sources
	{"-", true},        // related events
	{"t", true},        // notes
	{"nt", true},       // keys of the writer's own
}

// Texts returns an iterator over the texts of the event p.Events[n] in which a reader looks for words: title, location,
// summary, tags, quotes, labels of figures, claims, notes and values of keys of the writer's own. It yields where in
// p.Text each begins and ends, in ascending order, and leaves out empty ones.
func (p *Part) Texts(n int) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		at := p.Start(n)
		for _, group := range order {
			items := 1
			if group.list {
				items, at = number(p.Text, at)
			}
			for range items {
				for i := range len(group.of) {
					var size int
					size, at = number(p.Text, at)
					switch group.of[i] {
					case 't':
						if size > 0 && !yield(at, at+size) {
							return
						}
						at += size
					case '-':
						at += size
					}
				}
			}
		}
	}
}

// MayHaveMarkup reports whether the texts of p.Events[n] may have markup: then they read otherwise than they are
// written.
func (p *Part) MayHaveMarkup(n int) bool {
	at := p.Start(n)
	for range 3 { // date, id, title
		size, from := number(p.Text, at)
		at = from + size
	}
	_, at = number(p.Text, at) // line
	column, _ := number(p.Text, at)
	return column&1 == 1
}

// number returns the number at a place of text, and the place after it.
func number(text string, at int) (n, end int) {
	if b := text[at]; b < 0x80 { // as most are
		return int(b), at + 1
	}
	return longNumber(text, at)
}

func longNumber(text string, at int) (n, end int) {
	for shift := 0; ; shift += 7 {
		b := text[at]
		at++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n, at
		}
	}
}
