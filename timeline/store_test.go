package timeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/testrecord"
)

// anEvent draws an event of which any field may be empty, long or odd. Its batch has mentions and citations below the
// given numbers.
func anEvent(t *rapid.T, names, citations int) EventDraft {
	text := func(name string) string {
		if rapid.IntRange(0, 40).Draw(t, name+" is long") == 0 {
			return strings.Repeat("long ", 300)
		}
		return rapid.StringN(0, 8, -1).Draw(t, name)
	}
	e := EventDraft{
		ID: text("id"), Date: packedDate().Draw(t, "date"), Title: text("title"), Summary: text("summary"),
		Type: text("type"), Status: text("status"), Location: text("location"),
		Tags:    rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "tags"),
		Related: rapid.SliceOfN(rapid.String(), 0, 2).Draw(t, "related"),
		Notes:   rapid.SliceOfN(rapid.String(), 0, 2).Draw(t, "notes"),
		Markup:  rapid.Bool().Draw(t, "markup"),
		Pos:     diag.Pos{Line: rapid.IntRange(0, 1<<30).Draw(t, "line"), Column: rapid.IntRange(0, 300).Draw(t, "column")},
	}
	for range rapid.IntRange(0, 2).Draw(t, "items") {
		by := Mention(rapid.IntRange(-1, names-1).Draw(t, "by"))
		source := Citation(rapid.IntRange(-1, citations-1).Draw(t, "source"))
		e.Actors = append(e.Actors, PartDraft{Actor: max(by, 0), Role: text("role")})
		e.Quotes = append(e.Quotes, QuoteDraft{by, text("quote"), source})
		e.Figures = append(e.Figures, FigureDraft{
			text("label"), text("value"), text("low"), text("best"), text("high"), text("unit"), by, source,
		})
		e.Claims = append(e.Claims, ClaimDraft{by, text("claim"), text("status of the claim"), source})
		e.Sources = append(e.Sources, max(source, 0))
		e.Other = append(e.Other, Field{text("key"), text("field"), rapid.Bool().Draw(t, "bit")})
	}
	return e
}

// What is packed comes out as it went in, with the actors and sources that its names and citations became, whatever
// comes before and after it. Copies of a store stay as they are, although it is set back and takes other events.
func TestEventsComeOutAsTheyWentIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p store
		var events []Event
		type copied struct {
			store
			events []Event
		}
		var copies []copied
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			before := p
			var one packer
			file := rapid.SampledFrom([]string{"", "a.yaml", "b.yaml"}).Draw(t, "file")
			names, citations := []nameRef{2, 0, 1}, []citedRef{1, 2}
			for range rapid.IntRange(0, 3).Draw(t, "events") {
				e := anEvent(t, len(names), len(citations))
				one.add(&e)
				events = append(events[:len(events):len(events)], inRecord(e, file, names, citations))
			}
			p.take(&one, file, names, citations)
			copies = append(copies, copied{p, events})
			if rapid.IntRange(0, 3).Draw(t, "back") == 0 {
				p = before
				p.clip()
				events = events[:p.len()]
			}
		}
		for i := range copies {
			unpacks(t, &copies[i].store, copies[i].events)
		}
		unpacks(t, &p, events)
	})
}

// packedRefs are the actors and sources of the record, of which one actor has two spellings.
var packedRefs = references{
	spellings: []string{"a", "b", "B"}, actorOf: []ActorRef{7, 0, 0}, sourceOf: []SourceRef{9, 5, 3},
}

// inRecord returns an event of a batch as its record has it, with each actor and source once.
func inRecord(d EventDraft, file string, names []nameRef, citations []citedRef) Event {
	e := Event{
		ID: d.ID, Date: d.Date, Title: d.Title, Summary: d.Summary,
		Type: d.Type, Status: d.Status, Location: d.Location,
		Tags: d.Tags, Related: d.Related, Notes: d.Notes, Other: d.Other, Markup: d.Markup,
		Pos: diag.Pos{File: file, Line: d.Pos.Line, Column: d.Pos.Column},
	}
	actor := func(m Mention) ActorRef {
		if m == NoMention {
			return NoActor
		}
		return packedRefs.actorOf[names[m]]
	}
	source := func(c Citation) SourceRef {
		if c == NoCitation {
			return NoSource
		}
		return packedRefs.sourceOf[citations[c]]
	}
	spelled := map[string]bool{}
	for _, p := range d.Actors {
		part := Part{Actor: actor(p.Actor), Name: packedRefs.spellings[names[p.Actor]], Role: p.Role}
		first := slices.IndexFunc(e.Actors, func(other Part) bool { return other.Actor == part.Actor })
		switch {
		case !slices.ContainsFunc(e.Actors, func(other Part) bool {
			return other.Actor == part.Actor && (other.Role == part.Role || part.Role == "")
		}):
			e.Actors = append(e.Actors, part)
		case !spelled[part.Name]:
			e.Actors[first].Also = append(e.Actors[first].Also, part.Name)
		}
		spelled[part.Name] = true
	}
	for _, q := range d.Quotes {
		e.Quotes = append(e.Quotes, Quote{actor(q.By), q.Text, source(q.Source)})
	}
	for _, f := range d.Figures {
		e.Figures = append(e.Figures, Figure{f.Label, f.Value, f.Low, f.Best, f.High, f.Unit, actor(f.By), source(f.Source)})
	}
	for _, c := range d.Claims {
		e.Claims = append(e.Claims, Claim{actor(c.By), c.Text, c.Status, source(c.Source)})
	}
	for _, c := range d.Sources {
		if s := source(c); !slices.Contains(e.Sources, s) {
			e.Sources = append(e.Sources, s)
		}
	}
	return e
}

// unpacks fails unless p has these events and no others.
func unpacks(t *rapid.T, p *store, want []Event) {
	if p.len() != len(want) {
		t.Fatalf("%d events, want %d", p.len(), len(want))
	}
	var got Event
	for i := range want {
		p.read(i, &got, &packedRefs) // with the lists of the one before
		if diff := cmp.Diff(want[i], got, cmp.AllowUnexported(edtf.Date{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("event %d (-want +got):\n%s", i, diff)
		}
		title, markup := p.title(i)
		if p.id(i) != got.ID || title != got.Title || markup != got.Markup || p.pos(i) != got.Pos || p.eventType(i) != got.Type {
			t.Fatalf("event %d is %q, %q, %q at %v", i, p.id(i), title, p.eventType(i), p.pos(i))
		}
		if tags := p.tags(i, nil); !slices.Equal(tags, got.Tags) {
			t.Fatalf("event %d has the tags %q, want %q", i, tags, got.Tags)
		}
	}
}

// packedDate draws a date of any kind, also no date.
func packedDate() *rapid.Generator[edtf.Date] {
	return rapid.Map(testrecord.DateText(), func(text string) edtf.Date {
		d, _ := edtf.Parse(text)
		return d
	})
}
