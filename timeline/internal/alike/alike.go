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
	"encoding/binary"
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
	letters []byte // of all titles, folded, each with the digits in it after it
	order   []place
	parts   [][]byte // of all titles, what the order is by
	turned  []byte   // the letters of all titles, those of each from its last on
	steps   int      // pairs of letters that may still be compared

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

// A place is that of a title in an order.
type place struct {
	first uint64 // the first letters of what the order is by: most pairs differ in these
	at    int32  // of the title in all
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
		t.comparedIn(func(one *title) []byte { return one.text })
		t.compareEqual()
		t.turned = t.turned[:0]
		t.comparedIn(t.turn)
		t.comparedIn(func(one *title) []byte { return secondHalf(one.text) })
	}
	for i := range t.all {
		if like := t.all[i].like; like >= 0 {
			report(t.all[like].number, t.all[i].number)
		}
	}
}

// comparedIn compares each title with those near it in the order of some part of each.
func (t *Titles) comparedIn(part func(*title) []byte) {
	t.order, t.parts = t.order[:0], t.parts[:0]
	for i := range t.all {
		by := part(&t.all[i])
		t.order, t.parts = append(t.order, place{firstLetters(by), int32(i)}), append(t.parts, by)
	}
	slices.SortFunc(t.order, func(a, b place) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return cmp.Or(bytes.Compare(t.parts[a.at], t.parts[b.at]), cmp.Compare(a.at, b.at))
	})
	for n := range t.order {
		for m := max(0, n-reach); m < n; m++ {
			i, j := int(t.order[m].at), int(t.order[n].at)
			t.compare(min(i, j), max(i, j))
		}
	}
}

// firstLetters returns the first eight bytes of a text as a number, which is less than that of another only if the text
// comes before the other.
func firstLetters(text []byte) uint64 {
	if len(text) >= 8 {
		return binary.BigEndian.Uint64(text)
	}
	var first [8]byte
	copy(first[:], text)
	return binary.BigEndian.Uint64(first[:])
}

// compareEqual compares each title with the first that has the same letters, however many are between them. The titles
// are in the order of their letters.
func (t *Titles) compareEqual() {
	first := &t.order[0]
	for n := range t.order {
		next := &t.order[n]
		if first.first != next.first || !bytes.Equal(t.parts[first.at], t.parts[next.at]) {
			first = next
		} else if n > 0 {
			t.compare(int(first.at), int(next.at))
		}
	}
}

// turn returns the bytes of a title from its last on.
func (t *Titles) turn(one *title) []byte {
	from := len(t.turned)
	t.turned = append(t.turned, one.text...)
	turned := t.turned[from:]
	slices.Reverse(turned)
	return turned
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
