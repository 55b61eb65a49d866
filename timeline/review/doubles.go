package review

import (
	"context"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/internal/duplicates"
)

// A Double is an actor that is probably another one under another spelling.
type Double struct {
	Actor timeline.ActorRef
	Same  timeline.ActorRef // who it probably is: the one of the two that has a record, or else more events
}

// Doubles returns the actors of x that are probably others. No actor is the Actor of two doubles. They come in order of
// the events that list Actor (see Index.ListedIn), most first; it is listed by one at least.
//
// Doubles prefers silence to error. It takes nobody for one whom an event lists side by side or who are of two kinds,
// nor two with records of their own, unless their names sound the same. It goes over all names of the record, which
// takes some 0.02 s for 5,000 actors. When ctx ends, it soon returns what it has found so far.
func Doubles(ctx context.Context, x *index.Index) []Double {
	pairs := duplicates.Find(ctx, x.Timeline(), x.ListedIn)
	doubles := make([]Double, len(pairs))
	for i, pair := range pairs {
		doubles[i] = Double(pair)
	}
	return doubles
}
