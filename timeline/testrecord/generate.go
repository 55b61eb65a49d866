// Package testrecord has what tests of several packages are fed with: a generated record of any size, texts that attack
// a terminal, and random days, dates and queries.
//
//	text := testrecord.Generate(1000)           // a record in YAML
//	text = testrecord.Dense(1000)               // another shape of it
//	for _, text := range testrecord.Hostile() { // texts that no terminal may see
//	date := testrecord.DateText().Draw(t, "date")
//
// It is only for tests: nothing but files named _test.go imports it. It imports calendar, and knows neither Timeline
// nor loading, so that the tests of every package can import it. Package internal/testbuild makes whole Timelines.
package testrecord

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
)

// Generate returns a record in YAML with n events, about 690 bytes each. It has 400 actors, of whom a few are named
// often and most seldom, as in Zipf's law, and 50 sources, of which each event cites one by its id. A day has 20
// events. The same n always makes the same record.
func Generate(n int) string { return generate(n, generator{perDay: 20}) }

// InPlace returns a record like that of Generate whose sources stand in the events: 1.5 in each, none of them twice.
func InPlace(n int) string { return generate(n, generator{perDay: 20, inPlace: true}) }

// Dense returns a record like that of Generate with 100 events on each day.
func Dense(n int) string { return generate(n, generator{perDay: 100}) }

// generate returns the record of a generator, with n events.
func generate(n int, g generator) string {
	g.rand = rand.New(rand.NewPCG(1, 2))
	g.actors = rand.NewZipf(g.rand, 1.1, 4, 399)
	g.out.Grow(n*700 + 100_000)
	g.out.WriteString("title: A generated record\nactors:\n")
	for i := range 400 {
		fmt.Fprintf(&g.out, "  - {id: actor-%d, name: %s, kind: person, aliases: [A%[1]d]}\n", i, actorName(i))
	}
	g.out.WriteString("sources:\n")
	for i := range 50 {
		fmt.Fprintf(&g.out, "  - {id: source-%d, title: %q, ", i, g.words(5))
		fmt.Fprintf(&g.out, "publisher: Gazette, url: \"https://example.org/%d\"}\n", i)
	}
	g.out.WriteString("events:\n")
	for i := range n {
		g.event(i)
	}
	return g.out.String()
}

// A generator writes a record.
type generator struct {
	perDay  int  // events of each day
	inPlace bool // whether sources stand in the events
	rand    *rand.Rand
	actors  *rand.Zipf
	out     strings.Builder
}

var generatedWords = strings.Fields(`the a of and in on with after before talks meeting call statement strike attack
drone missile guarantees sanctions envoy minister president secretary delegation summit ceasefire prisoners exchange
grain corridor power plant transformer air defence aid package loan budget parliament vote border village river bridge
port ship tanker refinery pipeline gas oil price kickback inquiry court ruling Зеленський Київ оборона переговори Paris
Genève Zürich Łódź`)

var generatedTypes = strings.Fields("meeting call statement strike agreement aid summit visit")

func actorName(i int) string {
	first := strings.Fields("Andriy Marco Volodymyr Sergey Keir Emmanuel Friedrich Giorgia Олена José")
	return fmt.Sprintf("%s Surname%d", first[i%len(first)], i)
}

// words returns n words.
func (g *generator) words(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = generatedWords[g.rand.IntN(len(generatedWords))]
	}
	return strings.Join(words, " ")
}

// actor returns an actor by id or by name.
func (g *generator) actor() string {
	i := int(g.actors.Uint64())
	if g.rand.IntN(2) == 0 {
		return fmt.Sprintf("actor-%d", i)
	}
	return actorName(i)
}

// event writes event i. Summaries and titles are written in each of the ways that YAML has.
func (g *generator) event(i int) {
	day := i / g.perDay
	title := fmt.Sprintf("%s %d", g.words(5), i)
	if i%2 == 0 {
		title = `"` + title + `: more"`
	}
	var actors []string
	for range 1 + g.rand.IntN(6) {
		actors = append(actors, g.actor())
	}
	fmt.Fprintf(&g.out, "  - id: event-%d\n", i)
	fmt.Fprintf(&g.out, "    date: %04d-%02d-%02d\n    title: %s\n", 1900+day/336, 1+day/28%12, 1+day%28, title)
	switch i % 3 {
	case 0:
		fmt.Fprintf(&g.out, "    summary: >-\n      %s\n      %s\n", g.words(12), g.words(12))
	case 1:
		fmt.Fprintf(&g.out, "    summary: |\n      %s\n\n      %s\n", g.words(12), g.words(12))
	case 2:
		fmt.Fprintf(&g.out, "    summary: '%s\n      %s'\n", g.words(12), g.words(12))
	}
	fmt.Fprintf(&g.out, "    type: %s\n    location: Town %d\n", generatedTypes[i%8], i%90)
	fmt.Fprintf(&g.out, "    actors: [%s]\n", strings.Join(actors, ", "))
	fmt.Fprintf(&g.out, "    tags:\n      - tag-%d\n      - tag-%d\n", i%17, i%23)
	g.sources(i)
	fmt.Fprintf(&g.out, "    quotes:\n      - by: %s\n        text: %q\n", g.actor(), g.words(8))
	fmt.Fprintf(&g.out, "        source: source-%d\n", i%50)
	fmt.Fprintf(&g.out, "    figures:\n      - {label: drones, value: %d, unit: pieces}\n", i%900)
}

// sources writes the sources of event i.
func (g *generator) sources(i int) {
	if !g.inPlace {
		fmt.Fprintf(&g.out, "    sources: [source-%d]\n", i%50)
		return
	}
	g.out.WriteString("    sources:\n")
	for k := range 1 + i%2 {
		fmt.Fprintf(&g.out, "      - title: %q\n        url: https://example.org/%d/%d\n", g.words(5), i, k)
	}
}

// A Size is the size of a record, by which benchmarks are named.
type Size struct {
	Name   string
	Events int
}

// Sizes returns the sizes that are measured. A million events take minutes and gigabytes, and are there only with
// MILLION=1 in the environment:
//
//	MILLION=1 go test ./timeline/load -run '^$' -bench 'Load/1M'
func Sizes() []Size {
	all := []Size{{"1k", 1_000}, {"10k", 10_000}, {"100k", 100_000}}
	if os.Getenv("MILLION") != "" {
		all = append(all, Size{"1M", 1_000_000})
	}
	return all
}
