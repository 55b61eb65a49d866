package review

import (
	"iter"

	"dateline/timeline"
)

// Missing is something that a record can lack.
type Missing int

// What a record can lack, in the order in which Lacking looks for it.
const (
	EventDate     Missing = iota // an event has no date, or none that can be read
	EventActors                  // an event lists nobody
	EventSource                  // an event cites no source, nor do its quotes, figures and claims
	QuoteSpeaker                 // a quote does not say whose words it is
	QuoteSource                  // a quote cites no source, and its event does not list exactly one
	ClaimSpeaker                 // a claim does not say who makes it
	ClaimSource                  // a claim cites no source, and its event does not list exactly one
	SourceAddress                // a source has no address, neither its own nor that of a copy in an archive
	SourceArchive                // a source has an address, but not that of a copy in an archive
	ActorRecord                  // an actor has no record of its own
	ActorKind                    // an actor's record does not say what kind of actor it is
)

// A Gap is a place where something is missing. Only the references that Missing is about are set.
type Gap struct {
	Missing Missing
	Event   int                // number of the event; −1 for a source or actor
	Item    int                // place of the quote or claim in its event; −1 for all else
	Source  timeline.SourceRef // NoSource for all but a source
	Actor   timeline.ActorRef  // NoActor for all but an actor
}

// Lacking goes over what t lacks: of every event in order, then of every source, then of every actor. What one of them
// lacks comes in the order of the constants, all of a quote or claim before the next.
//
// EventSource is not the contrary of has:source in a query, which asks for sources that the event itself lists.
// A quote or claim in an event that lists exactly one source does not lack one, since it can rest on that only.
func Lacking(t *timeline.Timeline) iter.Seq[Gap] {
	return func(yield func(Gap) bool) {
		var e timeline.Event
		for i := range t.Len() {
			t.Read(i, &e)
			if !eventGaps(&e, i, yield) {
				return
			}
		}
		var source timeline.Source
		for s := range timeline.SourceRef(t.Sources()) {
			t.ReadSource(s, &source)
			if missing, ok := SourceLacks(&source); ok && !yield(Gap{missing, -1, -1, s, timeline.NoActor}) {
				return
			}
		}
		for a := range timeline.ActorRef(t.Actors()) {
			if missing, ok := actorGap(t.Actor(a)); ok && !yield(Gap{missing, -1, -1, timeline.NoSource, a}) {
				return
			}
		}
	}
}

// eventGaps yields what the i-th event lacks, and reports whether to go on.
func eventGaps(e *timeline.Event, i int, yield func(Gap) bool) bool {
	lacks := func(missing bool, what Missing, item int) bool {
		return !missing || yield(Gap{what, i, item, timeline.NoSource, timeline.NoActor})
	}
	if !lacks(e.Date.IsZero(), EventDate, -1) || !lacks(len(e.Actors) == 0, EventActors, -1) ||
		!lacks(!isSourced(e), EventSource, -1) {
		return false
	}
	noSource := func(s timeline.SourceRef) bool { return s == timeline.NoSource && len(e.Sources) != 1 }
	for n, q := range e.Quotes {
		if !lacks(q.By == timeline.NoActor, QuoteSpeaker, n) || !lacks(noSource(q.Source), QuoteSource, n) {
			return false
		}
	}
	for n, c := range e.Claims {
		if !lacks(c.By == timeline.NoActor, ClaimSpeaker, n) || !lacks(noSource(c.Source), ClaimSource, n) {
			return false
		}
	}
	return true
}

// isSourced reports whether an event or something in it cites a source.
func isSourced(e *timeline.Event) bool {
	for s := range e.EachSource {
		if s != timeline.NoSource {
			return true
		}
	}
	return false
}

// SourceLacks returns what a source lacks, and reports whether it lacks anything.
func SourceLacks(s *timeline.Source) (Missing, bool) {
	switch {
	case s.ArchiveURL != "":
		return 0, false
	case s.URL != "":
		return SourceArchive, true
	}
	return SourceAddress, true
}

// actorGap returns what an actor lacks. One without a record has no kind either, for want of a record.
func actorGap(a *timeline.Actor) (Missing, bool) {
	switch {
	case !a.Recorded:
		return ActorRecord, true
	case a.Kind == "":
		return ActorKind, true
	}
	return 0, false
}
