package timeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// anEvent draws an event in which any field may be empty, long or odd, of a passage with so many actors and sources.
func anEvent(t *rapid.T, actors, sources int) Event {
	text := func(name string) string {
		if rapid.IntRange(0, 40).Draw(t, name+" is long") == 0 {
			return strings.Repeat("long ", 300)
		}
		return rapid.StringN(0, 8, -1).Draw(t, name)
	}
	e := Event{
		ID: text("id"), Date: aDate().Draw(t, "date"), Title: text("title"), Summary: text("summary"), Type: text("type"), Status: text("status"), Location: text("location"),
		Tags: rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "tags"), Related: rapid.SliceOfN(rapid.String(), 0, 2).Draw(t, "related"), Notes: rapid.SliceOfN(rapid.String(), 0, 2).Draw(t, "notes"),
		Pos: Pos{"", rapid.IntRange(0, 1<<30).Draw(t, "line"), rapid.IntRange(0, 300).Draw(t, "column")},
	}
	for range rapid.IntRange(0, 2).Draw(t, "items") {
		by, source := ActorRef(rapid.IntRange(-1, actors-1).Draw(t, "by")), SourceRef(rapid.IntRange(-1, sources-1).Draw(t, "source"))
		e.Actors = append(e.Actors, Part{Actor: max(by, 0), Role: text("role")})
		e.Quotes = append(e.Quotes, Quote{by, text("quote"), source})
		e.Figures = append(e.Figures, Figure{text("label"), text("value"), text("low"), text("best"), text("high"), text("unit"), by, source})
		e.Claims = append(e.Claims, Claim{by, text("claim"), text("stand"), source})
		e.Sources = append(e.Sources, max(source, 0))
		e.Other = append(e.Other, Field{text("key"), text("field")})
	}
	return e
}

// What is packed comes out as it went in, with the numbers that the record has for its actors and sources, whatever comes
// before and behind it. What somebody has seen of the events stays, however often they are taken back after that.
func TestPackProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p packedEvents
		var events []Event
		type sight struct {
			packedEvents
			events []Event
		}
		var seen []sight
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			before, texts := p.len(), len(p.texts)
			var one packer
			file := rapid.SampledFrom([]string{"", "a.yaml", "b.yaml"}).Draw(t, "file")
			mentions, citations := []ActorRef{7, 0, 40}, []SourceRef{5, 3}
			for range rapid.IntRange(0, 3).Draw(t, "events") {
				e := anEvent(t, len(mentions), len(citations))
				one.add(&e)
				e.Pos.File = file
				events = append(events[:len(events):len(events)], inRecord(e, mentions, citations))
			}
			p.take(&one, file, mentions, citations)
			seen = append(seen, sight{p, events})
			if rapid.IntRange(0, 3).Draw(t, "back") == 0 {
				p.takeBack(before, texts)
				events = events[:before]
			}
		}
		for i := range seen {
			unpacks(t, &seen[i].packedEvents, seen[i].events)
		}
		unpacks(t, &p, events)
	})
}

// inRecord is an event of a passage with the numbers of the record.
func inRecord(e Event, mentions []ActorRef, citations []SourceRef) Event {
	actor := func(a *ActorRef) {
		if *a != NoActor {
			*a = mentions[*a]
		}
	}
	source := func(s *SourceRef) {
		if *s != NoSource {
			*s = citations[*s]
		}
	}
	for i := range e.Actors {
		actor(&e.Actors[i].Actor)
		actor(&e.Quotes[i].By)
		actor(&e.Figures[i].By)
		actor(&e.Claims[i].By)
		source(&e.Quotes[i].Source)
		source(&e.Figures[i].Source)
		source(&e.Claims[i].Source)
		source(&e.Sources[i])
	}
	return e
}

// unpacks fails unless p holds just these events.
func unpacks(t *rapid.T, p *packedEvents, want []Event) {
	if p.len() != len(want) {
		t.Fatalf("%d events, want %d", p.len(), len(want))
	}
	var room Event
	for i := range want {
		p.read(i, &room) // in the room of the one before
		if diff := cmp.Diff(want[i], room, cmp.AllowUnexported(Date{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("event %d (-want +got):\n%s", i, diff)
		}
		if p.id(i) != room.ID || p.title(i) != room.Title || p.pos(i) != room.Pos {
			t.Fatalf("event %d is %q, %q at %v", i, p.id(i), p.title(i), p.pos(i))
		}
	}
}
