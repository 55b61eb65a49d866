package testbuild

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// Synthetic returns a record of n events from 2014 to 2024, with 1 to 6 actors each. A tenth of the actors are
// organisations, to which the others belong; a few take part often and most seldom, as in Zipf's law. The same numbers
// always make the same record.
func Synthetic(n, actors int) *timeline.Timeline {
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.1, 4, uint64(actors-1))
	words := strings.Fields("the delegation met ministers in capital to discuss transformer supplies and " +
		"security guarantees while drones struck energy sites overnight officials said kickback inquiry continues " +
		"зустріч делегація переговори")
	first := strings.Fields("Andriy Kyrylo Marco Olena Volodymyr Serhiy Maria Donald Emmanuel Ursula")
	d := NewDraft()
	ids := make([]string, actors)
	names := make([]string, actors)
	for a := range actors {
		name := first[a%len(first)] + " " + syllables[a%len(syllables)] +
			syllables[a/len(syllables)%len(syllables)] + syllables[a*7%len(syllables)]
		if groups := actors / 10; a < groups {
			ids[a], names[a] = fmt.Sprintf("org%d", a), "Ministry of "+name
			d.Actor(ids[a], names[a], timeline.Organization, "", "")
		} else {
			ids[a], names[a] = fmt.Sprintf("p%d", a), name
			d.Actor(ids[a], name, timeline.Person, "", "",
				fmt.Sprintf("org%d|Head|2020|2024", a%groups), fmt.Sprintf("org%d|Head|2024", (a+1)%groups))
		}
	}
	start := calendar.DayOf(2014, time.January, 1)
	kinds := []string{"meeting", "call", "strike", "statement", "aid"}
	tags := []string{"diplomacy", "energy", "drones", "aid"}
	places := []string{"Kyiv", "Moscow", "Geneva", "Washington"}
	for i := range n {
		day := start + calendar.Day(i*4000/n)
		var e timeline.EventDraft
		e.ID = fmt.Sprintf("e%d", i)
		e.Date = edtf.Of(calendar.Days, day)
		e.Title, e.Summary = sentence(rng, words, 8), sentence(rng, words, 40)
		e.Type, e.Location = kinds[rng.IntN(len(kinds))], places[rng.IntN(len(places))]
		e.Tags = []string{tags[rng.IntN(len(tags))]}
		for range 1 + rng.IntN(6) {
			a := zipf.Uint64()
			e.Actors = append(e.Actors, timeline.PartDraft{Actor: d.Mention(ids[a]), Name: names[a]})
		}
		d.AddEvent(&e)
	}
	return d.Done()
}

// syllables are what surnames are made of.
var syllables = strings.Fields(
	"zel en sky yer mak bud an ov rub io put lav kul eba shm yh al um rov syb iha sver den rez nik wit koff")

// sentence returns n words, each with a blank after it.
func sentence(rng *rand.Rand, words []string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(words[rng.IntN(len(words))])
		b.WriteByte(' ')
	}
	return b.String()
}
