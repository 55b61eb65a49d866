// Package accounts puts beside each other what is told of one event: the claims of each side, the words of each
// speaker, and the figures that count the same.
//
//	for _, side := range accounts.Sides(t, e) {
//		fmt.Println(t.ActorName(side.Actor))
//		for _, n := range side.Claims {
//			fmt.Println("  ", e.Claims[n].Text)
//		}
//	}
//	groups, others := accounts.Compare(e.Figures)
//
// The side of a claim is the state or organisation at the top of those to which its speaker belonged on the day of the
// event, as package timeline has it for what is contested. A claim that nobody makes is of its source.
//
// It chooses no account and calls none right. It knows no screen and no words of a query. It may import timeline, fold
// and quantity.
package accounts

import "dateline/timeline"

// A Side is who makes claims: a state or organisation through its people, or a source.
type Side struct {
	Actor  timeline.ActorRef  // NoActor where the claims have no speaker
	Source timeline.SourceRef // of claims without a speaker; NoSource where they have neither, and with an Actor
	Claims []int              // places in Event.Claims, in their order
}

// Sides returns the sides that make claims in an event, in the order in which they first do. Two or more stand against
// each other.
func Sides(t *timeline.Timeline, e *timeline.Event) []Side {
	type teller struct {
		actor  timeline.ActorRef
		source timeline.SourceRef
	}
	var sides []Side
	places := make(map[teller]int)
	known := make(map[timeline.ActorRef]timeline.ActorRef) // the sides of speakers
	when := e.Date.Period()
	for n := range e.Claims {
		c := &e.Claims[n]
		one := teller{timeline.NoActor, c.Source}
		if c.By != timeline.NoActor {
			side, ok := known[c.By]
			if !ok {
				side = t.Side(c.By, when)
				known[c.By] = side
			}
			one = teller{side, timeline.NoSource}
		}
		at, ok := places[one]
		if !ok {
			at = len(sides)
			places[one] = at
			sides = append(sides, Side{Actor: one.actor, Source: one.source})
		}
		sides[at].Claims = append(sides[at].Claims, n)
	}
	return sides
}

// A Speaker is who is quoted.
type Speaker struct {
	By     timeline.ActorRef // NoActor where nobody is named
	Quotes []int             // places in Event.Quotes, in their order
}

// Speakers returns who is quoted in an event, in the order in which they first are.
func Speakers(e *timeline.Event) []Speaker {
	var speakers []Speaker
	places := make(map[timeline.ActorRef]int)
	for n := range e.Quotes {
		by := e.Quotes[n].By
		at, ok := places[by]
		if !ok {
			at = len(speakers)
			places[by] = at
			speakers = append(speakers, Speaker{By: by})
		}
		speakers[at].Quotes = append(speakers[at].Quotes, n)
	}
	return speakers
}
