package fulltext

import (
	"math/bits"

	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/packedtext"
)

// A share is a part of the events. Words that fold to themselves are looked for in the events as they are held, the
// others in a docs, which has a document for each event of the part.
type share struct {
	events packedtext.Part
	uneven docs
}

// A searcher looks for a needle in one share after the other.
type searcher struct {
	*needle
	of     *share
	found  []int32 // the numbers of events
	folded []byte
}

// search looks for the needle in the events of a share, or in those that are in within, if that is not nil.
func (s *searcher) search(of *share, within intset.Bits) {
	s.of = of
	if within == nil {
		s.searchSome(0, len(of.events.Events))
		return
	}
	for n, i := range of.events.Events {
		if within.Has(i) {
			s.searchSome(n, n+1)
		}
	}
}

// searchSome looks for the needle in the events of the share from one up to another, without that.
func (s *searcher) searchSome(from, to int) {
	s.of.uneven.search(s.needle, from, to, s.hit, s.isInEvent)
	if s.even {
		s.searchPacked(from, to)
	}
}

func (s *searcher) hit(event int) { s.found = append(s.found, s.of.events.Events[event]) }

// isInEvent folds the texts of an event to look for the needle.
func (s *searcher) isInEvent(event int) bool {
	events := &s.of.events
	if events.MayHaveMarkup(event) {
		return false
	}
	for from, to := range events.Texts(event) {
		if s.isIn(events.Text[from:to], &s.folded) {
			return true
		}
	}
	return false
}

// searchPacked looks for the pair in the packed text, and around it for the rest. Only where it finds the pair it asks
// which event that is, and where its texts are.
func (s *searcher) searchPacked(from, to int) {
	events := &s.of.events
	text := events.Text[:events.Start(to)]
	end := events.Start(from)
	for at, event := s.next(text, end, 0, 0), from-1; at < len(text); {
		for at >= end {
			event++
			end = events.Start(event + 1)
		}
		if !events.MayHaveMarkup(event) {
			for from, to := range events.Texts(event) {
				if at < from {
					at = s.next(text, from, from, to)
				}
				var found bool
				if found, at = s.searchField(text, from, to, at); found {
					s.hit(event)
					break
				}
				if at >= end {
					break
				}
			}
		}
		if at < end {
			at = s.next(text, end, 0, 0)
		}
	}
}

// searchField reports whether the needle is in a field of a text that has its pair for the first time at a place, be
// that in the field or after it. Otherwise it returns where after the field text has the pair.
func (s *searcher) searchField(text string, from, to, at int) (found bool, next int) {
	field := text[from:to]
	for at < to {
		switch s.compare(field, at-from) {
		case yes:
			return true, at
		case maybe:
			found, whole := s.isAround(field, at-from, &s.folded)
			if found {
				return true, at
			} else if whole {
				return false, s.next(text, to, 0, 0)
			}
		}
		at = s.next(text, at+1, from, to)
	}
	return false, at
}

// next returns where text has the pair from a place on, or the length of text. It leaves out what can be seen not to be
// in the word that the pair is of. Where the pair is between from and to, it is in a field which begins and ends there.
func (s *searcher) next(text string, at, from, to int) int {
	if s.begins && s.ahead == 0 && from < to {
		if at == from {
			if s.pair.isAt(text, at) && s.mayBeWord(text, at) {
				return at
			}
			at++
		}
		for at+9 <= to {
			var marks uint64
			if at, marks = s.pair.nextBegin(text[:to], at); marks == 0 {
				break
			}
			if found := s.amongMarks(text, at, marks); found >= 0 {
				return found
			}
			at += 8
		}
	}
	for at < len(text) {
		first, marks := s.pair.next(text, at)
		if found := s.amongMarks(text, first, marks); found >= 0 {
			return found
		}
		at = first + 8
	}
	return len(text)
}

// amongMarks returns the first of the marked places from a place of text on where the word may be that the pair is of,
// or −1.
func (s *searcher) amongMarks(text string, first int, marks uint64) int {
	for ; marks != 0; marks &= marks - 1 {
		if at := first + bits.TrailingZeros64(marks)/8; s.mayBeWord(text, at) {
			return at
		}
	}
	return -1
}
