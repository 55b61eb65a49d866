package otherkeys

import "dateline/timeline/internal/guess"

// This file judges keys of one letter, as programs write them to save room: {"y": 1894, "n": "…"}.

// isLetterOfYear reports whether a key y has the year of an event: all its numbers are years, as far as is known, and
// there is no x beside it.
func (g *Guesser) isLetterOfYear(e *Event, o *Key) bool {
	text, known := o.text(), g.Known.Seen(o.Name)
	return len(text) >= len("100") && len(text) <= len("2100") && guess.IsDigits(text) && e.sibling(nil, "x") == nil &&
		(known.Numbers == guess.Numbers{} || known.AreYears() && known.Small+known.Long == 0 && known.Signs&guess.Late == 0)
}

// isLetterOfName reports whether a key n has the name of an event of which y has the year: its texts are of several
// words and differ, as far as is known.
func (g *Guesser) isLetterOfName(e *Event, o *Key, text string) bool {
	worth, known := guess.Worth(text), g.Known.Seen(o.Name)
	if y := e.sibling(nil, "y"); worth < 2 || y == nil || y.Taken != guess.Date {
		return false
	}
	g.Seen.Column(o.Name).AddText(text, worth)
	return known.Texts == 0 || known.AreDistinct()
}
