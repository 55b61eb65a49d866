package timeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// synthetic makes a record of n events with 1 to 6 actors each, drawn by Zipf's law from the given number, of whom a tenth
// are organisations that the others belong to.
func synthetic(n, actors int) *Timeline {
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.1, 4, uint64(actors-1))
	words := strings.Fields("the delegation met ministers in capital to discuss transformer supplies and security guarantees while " +
		"drones struck energy sites overnight officials said kickback inquiry continues зустріч делегація переговори")
	first := strings.Fields("Andriy Kyrylo Marco Olena Volodymyr Serhiy Maria Donald Emmanuel Ursula")
	d := newDraft()
	for a := range actors {
		name := fmt.Sprintf("%s %s%s", first[a%len(first)], syllables[a%len(syllables)], syllables[a/len(syllables)%len(syllables)]+syllables[a*7%len(syllables)])
		if groups := actors / 10; a < groups {
			d.actor(fmt.Sprintf("org%d", a), "Ministry of "+name, Organization, "", "")
		} else {
			d.actor(fmt.Sprintf("p%d", a), name, Person, "", "", fmt.Sprintf("org%d|Head|2020|2024", a%groups), fmt.Sprintf("org%d|Head|2024", (a+1)%groups))
		}
	}
	start := DayOf(2014, time.January, 1)
	kinds, tags, places := []string{"meeting", "call", "strike", "statement", "aid"}, []string{"diplomacy", "energy", "drones", "aid"}, []string{"Kyiv", "Moscow", "Geneva", "Washington"}
	for i := range n {
		day := start + Day(i*4000/n)
		var e eventDraft
		e.ID = fmt.Sprintf("e%d", i)
		e.Date = Date{edtf: "x", earliest: day, latest: day, precision: ToDay}
		e.Title, e.Summary = sentence(rng, words, 8), sentence(rng, words, 40)
		e.Type, e.Location = kinds[rng.IntN(len(kinds))], places[rng.IntN(len(places))]
		e.Tags = []string{tags[rng.IntN(len(tags))]}
		for range 1 + rng.IntN(6) {
			a := d.batch.actors[zipf.Uint64()]
			e.Actors = append(e.Actors, partDraft{Actor: d.mention(a.ID), Name: a.Name})
		}
		d.addEvent(&e)
	}
	return d.done()
}

var syllables = strings.Fields("zel en sky yer mak bud an ov rub io put lav kul eba shm yh al um rov syb iha sver den rez nik wit koff")

func sentence(rng *rand.Rand, words []string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(words[rng.IntN(len(words))])
		b.WriteByte(' ')
	}
	return b.String()
}

func BenchmarkNewIndex(b *testing.B) {
	for _, size := range benchSizes() {
		t := synthetic(size.events, 400)
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewIndex(t)
			}
		})
	}
}

// Filter by an actor, and count all 400 under the filter. The floor beside it is one pass over the actors of all events.
func BenchmarkActors(b *testing.B) {
	for _, size := range benchSizes() {
		x := NewIndex(synthetic(size.events, 400))
		for _, query := range []string{"actor:p40", "actor:org1", "actor:org1,p40,p41 -actor:p50", "-actor:org1", "type:call,strike"} {
			q := mustParse(b, query)
			s := x.Select(q)
			b.Run(fmt.Sprintf("%s/select/%s/%d", size.name, query, s.Len()), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Select(q)
				}
			})
			b.Run(fmt.Sprintf("%s/count/%s", size.name, query), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.ActorCounts(s)
				}
			})
		}
		b.Run(size.name+"/floor", func(b *testing.B) {
			for b.Loop() {
				n := 0
				for _, a := range x.involved.items {
					if a == 7 {
						n++
					}
				}
				sink = n
			}
		})
	}
}

var sink int

func BenchmarkWords(b *testing.B) {
	for _, size := range benchSizes() {
		x := NewIndex(synthetic(size.events, 400))
		a := x.text()
		text := slices.Concat(textsOf(a)...)
		for _, query := range []string{"t", "en", "tr", "transformer", "kickback", `"security guarantees"`, "зуст", "zzqx", "transformer actor:p40"} {
			q := mustParse(b, query)
			b.Run(size.name+"/"+query, func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					a.cache.found = nil
					x.Select(q)
				}
			})
		}
		b.Run(size.name+"/floor", func(b *testing.B) { // reading every byte once
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				n := 0
				for _, c := range text {
					n += int(c)
				}
				sink = n
			}
		})
		if size.events == 100_000 {
			b.Run(size.name+"/arena", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					newFullText(x.t, &x.byListed)
				}
			})
		}
	}
}

// textsOf are the words of the events.
func textsOf(a *fullText) (texts [][]byte) {
	for _, w := range a.shares {
		texts = append(texts, w.text)
	}
	return texts
}

func BenchmarkSearchActors(b *testing.B) {
	x := NewIndex(synthetic(20_000, 5000))
	x.names()
	for _, text := range []string{"z", "zel", "zelensky", "Зеленський", "marco rub", "yermka", "qqq", ""} {
		b.Run(fmt.Sprintf("%q/%d", text, len(x.SearchActors(text))), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.SearchActors(text)
			}
		})
	}
}

// One letter more in the query line: what may follow, counted under the rest of the query.
func BenchmarkComplete(b *testing.B) {
	x := NewIndex(synthetic(100_000, 5000))
	for _, text := range []string{"actor:", "actor:zel", "by:zel", "type:", "location:ky", "date:20", "date:2020-0", "is:", "zel", "type:call id:e1"} {
		slot, _ := CursorAt(text, len(text))
		s := x.Select(slot.Rest)
		b.Run(fmt.Sprintf("%q/%d", text, len(x.Complete(slot, s))), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Complete(slot, s)
			}
		})
	}
}
