package timeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// anEvent draws an event in which any field may be empty, long or odd.
func anEvent(t *rapid.T) Event {
	text := func(name string) string {
		if rapid.IntRange(0, 40).Draw(t, name+" is long") == 0 {
			return strings.Repeat("long ", largestText/8)
		}
		return rapid.StringN(0, 8, -1).Draw(t, name)
	}
	number := rapid.Int32Range(-1, 1<<20)
	e := Event{
		ID: text("id"), Date: aDate().Draw(t, "date"), Title: text("title"), Summary: text("summary"), Type: text("type"), Status: text("status"), Location: text("location"),
		Tags: rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "tags"), Related: rapid.SliceOfN(rapid.String(), 0, 2).Draw(t, "related"), Notes: rapid.SliceOfN(rapid.String(), 0, 2).Draw(t, "notes"),
		Pos: Pos{rapid.SampledFrom([]string{"", "a.yaml", "b.yaml"}).Draw(t, "file"), rapid.IntRange(0, 1<<30).Draw(t, "line"), rapid.IntRange(0, 300).Draw(t, "column")},
	}
	for range rapid.IntRange(0, 2).Draw(t, "items") {
		by, source := ActorRef(number.Draw(t, "by")), SourceRef(number.Draw(t, "source"))
		e.Actors = append(e.Actors, Part{Actor: max(by, 0), Role: text("role")})
		e.Quotes = append(e.Quotes, Quote{by, text("quote"), source})
		e.Figures = append(e.Figures, Figure{text("label"), text("value"), text("low"), text("best"), text("high"), text("unit"), by, source})
		e.Claims = append(e.Claims, Claim{by, text("claim"), text("stand"), source})
		e.Sources = append(e.Sources, max(source, 0))
		e.Other = append(e.Other, Field{text("key"), text("field")})
	}
	return e
}

// What is packed comes out as it went in, whatever comes before and behind it, and however often the packer is taken back.
func TestPackProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p packer
		var packed []Event
		var early packedEvents
		var atFirst []Event
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				p.seal()
				n, texts := p.len(), len(p.texts)
				for range rapid.IntRange(0, 3).Draw(t, "more") {
					e := anEvent(t)
					p.add(&e)
				}
				p.takeBack(n, texts)
			case 1:
				early, atFirst = p.view(), packed[:len(packed):len(packed)]
			default:
				e := anEvent(t)
				p.add(&e)
				packed = append(packed, e)
			}
		}
		unpacks(t, &p.packedEvents, packed)
		unpacks(t, &early, atFirst)
	})
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
