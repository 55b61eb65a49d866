// Package meetings writes who met whom in the events of a view, as a graph that Graphviz or Mermaid draws.
//
//	left, err := meetings.Write(os.Stdout, x, selection, meetings.DOT(), title)
//
// Two met in an event of the family of talks, such as a meeting, a call or a visit, unless it is planned or called off,
// or the part of one of them says that they were not there: a subject, somebody who only reports, or, where others met,
// a speaker whom the title does not name. A state or an organisation for which one of its people was there is left to
// that one. The actors stand by the state or organisation that they belong to.
//
// A graph of everybody says nothing, so that only the pairs that met most often are written; a comment says how many
// are not. The time that it takes is bounded for each event: of a crowd the first few count, and of very many actors
// those who met most often.
package meetings

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/family"
	"dateline/timeline/index"
)

const (
	maxPairs  = 40    // that are written
	maxThere  = 60    // of an event who count
	maxActors = 1_000 // among whom pairs are counted
)

// A graph is who met whom.
type graph struct {
	t         *timeline.Timeline
	meetings  int      // events in which two or more met
	pairs     []pair   // the most frequent first
	left      int      // pairs that are not written, …
	leftTimes int      // … and how often the first of them met
	crowds    int      // events of which not all count
	rest      int      // actors among whom no pairs are counted
	sides     []aSide  // by the most frequent of their actors
	number    []string // of each actor: its name in the graph, "" of who is in no pair
}

// A pair is two actors who met.
type pair struct {
	a, b  timeline.ActorRef
	times int
}

// An aSide is actors who belong together.
type aSide struct {
	of     timeline.ActorRef
	actors []timeline.ActorRef
}

// graphOf returns who met whom in the events of s.
func graphOf(x *index.Index, s index.Selection) graph {
	g := graph{t: x.Timeline()}
	r := reader{x: x, t: g.t}
	times := make([]int, g.t.Actors())
	for n := range s.Len() {
		there, crowd := r.there(s.At(n))
		if len(there) < 2 {
			continue
		}
		g.meetings++
		if crowd {
			g.crowds++
		}
		for _, a := range there {
			times[a]++
		}
	}
	kept := mostFrequent(times)
	g.rest = max(0, len(kept)-maxActors)
	kept = kept[:min(len(kept), maxActors)]
	g.count(&r, s, kept)
	g.place()
	return g
}

// mostFrequent returns the actors that met anybody, the most frequent first.
func mostFrequent(times []int) []timeline.ActorRef {
	var all []timeline.ActorRef
	for a, n := range times {
		if n > 0 {
			all = append(all, timeline.ActorRef(a))
		}
	}
	slices.SortStableFunc(all, func(a, b timeline.ActorRef) int { return times[b] - times[a] })
	return all
}

// count counts how often each two of the actors kept met, and keeps the pairs that met most often.
func (g *graph) count(r *reader, s index.Selection, kept []timeline.ActorRef) {
	place := make([]int32, g.t.Actors()) // in kept, from 1
	for n, a := range kept {
		place[a] = int32(n + 1)
	}
	times := make([]int32, len(kept)*len(kept))
	for n := range s.Len() {
		there, _ := r.there(s.At(n))
		for k, a := range there {
			for _, b := range there[k+1:] {
				if p, q := int(place[a])-1, int(place[b])-1; p >= 0 && q >= 0 {
					times[min(p, q)*len(kept)+max(p, q)]++
				}
			}
		}
	}
	for n, count := range times {
		if count > 0 {
			g.pairs = append(g.pairs, pair{kept[n/len(kept)], kept[n%len(kept)], int(count)})
		}
	}
	slices.SortStableFunc(g.pairs, func(a, b pair) int { return cmp.Compare(b.times, a.times) })
	if g.left = max(0, len(g.pairs)-maxPairs); g.left > 0 {
		g.leftTimes = g.pairs[maxPairs].times
	}
	g.pairs = g.pairs[:len(g.pairs)-g.left]
}

// place names the actors of the pairs, and puts them by side.
func (g *graph) place() {
	g.number = make([]string, g.t.Actors())
	known := 0
	for _, p := range g.pairs {
		for _, a := range []timeline.ActorRef{p.a, p.b} {
			if g.number[a] != "" {
				continue
			}
			known++
			g.number[a] = "n" + decimal(known)
			top := g.t.Top(a)
			n := slices.IndexFunc(g.sides, func(s aSide) bool { return s.of == top })
			if n < 0 {
				n, g.sides = len(g.sides), append(g.sides, aSide{of: top})
			}
			g.sides[n].actors = append(g.sides[n].actors, a)
		}
	}
}

// A reader reads who was there.
type reader struct {
	x     *index.Index
	t     *timeline.Timeline
	e     timeline.Event
	found []timeline.ActorRef
}

// there returns who met in event i, until the next call, and whether there were more of them.
func (r *reader) there(i int) (there []timeline.ActorRef, crowd bool) {
	if r.x.Family(i) != family.Talks {
		return nil, false
	}
	if r.t.Read(i, &r.e); contains(offStatuses, r.e.Status) {
		return nil, false
	}
	crowd = r.take(func(p *timeline.Part) bool { return !contains(absentRoles, p.Role) && !r.onlySpeaks(p) })
	if len(r.found) < 2 {
		crowd = r.take(func(p *timeline.Part) bool { return !contains(absentRoles, p.Role) })
	}
	all := slices.Clone(r.found)
	return slices.DeleteFunc(r.found, func(a timeline.ActorRef) bool { return r.isSpokenFor(a, all, i) }), crowd
}

// take finds those of the event in hand who were there, each once, and reports whether there were more of them.
func (r *reader) take(there func(*timeline.Part) bool) (crowd bool) {
	r.found = r.found[:0]
	for n := range r.e.Actors {
		part := &r.e.Actors[n]
		if !there(part) || slices.Contains(r.found, part.Actor) {
			continue
		}
		if len(r.found) == maxThere {
			return true
		}
		r.found = append(r.found, part.Actor)
	}
	return false
}

// onlySpeaks reports whether a part is that of a speaker whom the title does not name: somebody at home, perhaps, who
// comments on the meeting.
func (r *reader) onlySpeaks(p *timeline.Part) bool {
	return contains(speakingRoles, p.Role) && !strings.Contains(r.e.Title, r.t.ShortName(p.Actor))
}

// isSpokenFor reports whether somebody else who was there belonged to a on the day of event i.
func (r *reader) isSpokenFor(a timeline.ActorRef, there []timeline.ActorRef, i int) bool {
	return slices.ContainsFunc(there, func(b timeline.ActorRef) bool {
		return a != b && r.x.SpeaksFor(a, b, i) && !r.x.SpeaksFor(b, a, i)
	})
}

// Words for the parts of those who were not there and of those who may not have been, and of what did not take place,
// or not yet.
var (
	absentRoles = strings.Fields("subject topic object mentioned mention reporter absent absentee declined " +
		"invited invitee regrets author source")
	speakingRoles = strings.Fields("speaker spokesman spokeswoman spokesperson commentator")
	offStatuses   = strings.Fields("planned scheduled proposed expected cancelled canceled postponed denied rumoured " +
		"rumored")
)

func contains(words []string, word string) bool {
	return word != "" && slices.Contains(words, strings.ToLower(strings.TrimSpace(word)))
}
