// Package alike finds titles that say the same: at least nine letters of ten are the same, and every digit.
//
//	var day alike.Titles
//	day.Add(0, "Talks in Geneva")
//	day.Add(1, "Talks in Genewa")
//	day.Pairs(func(first, second int) { fmt.Println(first, second) }) // 0 1
//
// However many titles there are, each is compared with a bounded number of others, most often by how often each letter
// is in them alone. It knows no events and words nothing. It imports fold and names.
package alike

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// maxCompared is how many titles are compared each with each. Of more, those are compared that are near each other in
// one of several orders.
const maxCompared = 64

// reach is how many neighbours before it, in each order, a title of many is compared with.
const reach = 4

// stepsPerByte is how many pairs of letters of the titles are compared at most, for each byte of the titles. It is a
// few times what maxCompared titles of usual length can need. Without it, long titles that hardly differ could take any
// time.
const stepsPerByte = 2048

// Titles are texts to be compared with each other, such as the titles of the events of one day. One Titles is used for
// all days in turn, so as not to make a million small texts. Its zero value is empty.
type Titles struct {
	all     []title
	letters []byte  // of all titles, folded, each with the digits in it after it
	order   []int32 // of titles, as places in all
	steps   int     // pairs of letters that may still be compared

	edits    names.Edits
	one, two []rune // that are being compared
}

// A title is a text, as it is compared.
type title struct {
	number int    // by which the caller knows it
	counts counts // of its letters
	length int32  // in letters
	like   int32  // the first title before it that says the same, as a place in all, or −1

	text, digits []byte
}

// Reset takes all titles out.
func (t *Titles) Reset() { t.all, t.letters, t.steps = t.all[:0], t.letters[:0], 0 }

// Add adds a title with a number by which it is known, larger than those before.
func (t *Titles) Add(number int, text string) {
	start := len(t.letters)
	t.letters = fold.Append(t.letters, text, nil)
	end := len(t.letters)
	for _, letter := range t.letters[start:end] {
		if '0' <= letter && letter <= '9' {
			t.letters = append(t.letters, letter)
		}
	}
	one := title{number: number, like: -1, text: t.letters[start:end:end], digits: t.letters[end:]}
	one.length = int32(one.counts.of(one.text))
	t.steps += stepsPerByte * (end - start)
	t.all = append(t.all, one)
}

// Pairs calls report with each title that says the same as one before it, and with the first of those.
func (t *Titles) Pairs(report func(first, second int)) {
	if len(t.all) <= maxCompared {
		for i := range t.all {
			for j := 0; j < i && t.all[i].like < 0; j++ {
				t.compare(j, i)
			}
		}
	} else {
		t.comparedIn(func(a, b *title) int { return bytes.Compare(a.text, b.text) })
		t.compareEqual()
		t.comparedIn(func(a, b *title) int { return compareFromEnd(a.text, b.text) })
		t.comparedIn(func(a, b *title) int { return bytes.Compare(secondHalf(a.text), secondHalf(b.text)) })
	}
	for i := range t.all {
		if like := t.all[i].like; like >= 0 {
			report(t.all[like].number, t.all[i].number)
		}
	}
}

// comparedIn compares each title with those near it in an order.
func (t *Titles) comparedIn(order func(a, b *title) int) {
	t.order = t.order[:0]
	for i := range t.all {
		t.order = append(t.order, int32(i))
	}
	slices.SortFunc(t.order, func(a, b int32) int { return cmp.Or(order(&t.all[a], &t.all[b]), cmp.Compare(a, b)) })
	for n := range t.order {
		for m := max(0, n-reach); m < n; m++ {
			i, j := int(t.order[m]), int(t.order[n])
			t.compare(min(i, j), max(i, j))
		}
	}
}

// compareEqual compares each title with the first that has the same letters, however many are between them. The titles
// are in the order of their letters.
func (t *Titles) compareEqual() {
	first := t.order[0]
	for _, next := range t.order[1:] {
		if bytes.Equal(t.all[first].text, t.all[next].text) {
			t.compare(int(first), int(next))
		} else {
			first = next
		}
	}
}

// compareFromEnd compares texts from their last letters on.
func compareFromEnd(a, b []byte) int {
	for n := 1; n <= min(len(a), len(b)); n++ {
		if x, y := a[len(a)-n], b[len(b)-n]; x != y {
			return cmp.Compare(x, y)
		}
	}
	return cmp.Compare(len(a), len(b))
}

// secondHalf returns the words that begin after the middle of a text.
func secondHalf(text []byte) []byte {
	half := text[len(text)/2:]
	return half[bytes.IndexByte(half, ' ')+1:]
}

// compare notes if the title at j says the same as that at i, which is before it.
func (t *Titles) compare(i, j int) {
	one, other := &t.all[i], &t.all[j]
	if (other.like < 0 || int32(i) < other.like) && t.same(one, other) {
		other.like = int32(i)
	}
}

// same reports whether two titles say the same.
func (t *Titles) same(one, other *title) bool {
	short, long := len(one.text), len(other.text)
	if short > long {
		short, long = long, short
	}
	limit := short / 10
	if long-short > 4*limit || !bytes.Equal(one.digits, other.digits) {
		return false
	}
	if int(max(one.length-other.length, other.length-one.length)) > limit || one.counts.edits(&other.counts) > limit {
		return false
	}
	if bytes.Equal(one.text, other.text) {
		return true
	}
	if limit == 0 || (2*limit+1)*short > t.steps {
		return false
	}
	t.one, t.two = appendRunes(t.one[:0], one.text), appendRunes(t.two[:0], other.text)
	distance, steps := t.edits.Count(t.one, t.two, limit)
	t.steps -= steps
	return distance <= limit
}

// appendRunes appends the letters of a text.
func appendRunes(to []rune, text []byte) []rune {
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
		}
		to, i = append(to, r), i+n
	}
	return to
}
