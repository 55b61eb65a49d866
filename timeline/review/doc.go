// Package review looks a record over and returns what it finds as data: what has changed since it was read before,
// which of its actors are probably one, and what it lacks.
//
//	for gap := range review.Lacking(t) {
//		if gap.Missing == review.QuoteSpeaker {
//			fmt.Println(t.Event(gap.Event).Quotes[gap.Item].Text)
//		}
//	}
//
// It words nothing and judges nothing: a pane, a command or a report picks what it wants and says it in its own way. It
// finds no mistakes in files. These are problems with a place, which package load reports while it reads; review sees
// only the record that came out of it.
//
// review is above index and below load: load imports it for its warnings about actors that are probably one, and so
// warns of the same pairs as everybody else lists. It may import timeline, index and internal/duplicates.
package review
