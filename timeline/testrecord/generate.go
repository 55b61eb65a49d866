package testrecord

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
)

// Generate writes a record of so many events, about 690 bytes each, with 400 actors of which few are named often and many
// seldom (Zipf). The same number gives the same record.
func Generate(events int) string {
	g := generator{rand: rand.New(rand.NewPCG(1, 2))}
	g.actors = rand.NewZipf(g.rand, 1.1, 4, 399)
	g.out.Grow(events*700 + 100_000)
	g.out.WriteString("title: A generated record\nactors:\n")
	for i := range 400 {
		fmt.Fprintf(&g.out, "  - {id: actor-%d, name: %s, kind: person, aliases: [A%d]}\n", i, actorName(i), i)
	}
	g.out.WriteString("sources:\n")
	for i := range 50 {
		fmt.Fprintf(&g.out, "  - {id: source-%d, title: %q, publisher: Gazette, url: \"https://example.org/%d\"}\n", i, g.words(5), i)
	}
	g.out.WriteString("events:\n")
	for i := range events {
		g.event(i)
	}
	return g.out.String()
}

type generator struct {
	rand   *rand.Rand
	actors *rand.Zipf
	out    strings.Builder
}

var generatedWords = strings.Fields(`the a of and in on with after before talks meeting call statement strike attack drone
missile guarantees sanctions envoy minister president secretary delegation summit ceasefire prisoners exchange grain corridor
power plant transformer air defence aid package loan budget parliament vote border village river bridge port ship tanker
refinery pipeline gas oil price kickback inquiry court ruling Зеленський Київ оборона переговори Paris Genève Zürich Łódź`)

var generatedTypes = strings.Fields("meeting call statement strike agreement aid summit visit")

func actorName(i int) string {
	first := strings.Fields("Andriy Marco Volodymyr Sergey Keir Emmanuel Friedrich Giorgia Олена José")
	return fmt.Sprintf("%s Surname%d", first[i%len(first)], i)
}

func (g *generator) words(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = generatedWords[g.rand.IntN(len(generatedWords))]
	}
	return strings.Join(words, " ")
}

func (g *generator) actor() string {
	i := int(g.actors.Uint64())
	if g.rand.IntN(2) == 0 {
		return fmt.Sprintf("actor-%d", i)
	}
	return actorName(i)
}

func (g *generator) event(i int) {
	day := i / 20
	title := fmt.Sprintf("%s %d", g.words(5), i)
	if i%2 == 0 {
		title = `"` + title + `: more"`
	}
	var actors []string
	for range 1 + g.rand.IntN(6) {
		actors = append(actors, g.actor())
	}
	fmt.Fprintf(&g.out, "  - id: event-%d\n    date: %04d-%02d-%02d\n    title: %s\n", i, 1900+day/336, 1+day/28%12, 1+day%28, title)
	switch i % 3 {
	case 0:
		fmt.Fprintf(&g.out, "    summary: >-\n      %s\n      %s\n", g.words(12), g.words(12))
	case 1:
		fmt.Fprintf(&g.out, "    summary: |\n      %s\n\n      %s\n", g.words(12), g.words(12))
	case 2:
		fmt.Fprintf(&g.out, "    summary: '%s\n      %s'\n", g.words(12), g.words(12))
	}
	fmt.Fprintf(&g.out, "    type: %s\n    location: Town %d\n    actors: [%s]\n", generatedTypes[i%8], i%90, strings.Join(actors, ", "))
	fmt.Fprintf(&g.out, "    tags:\n      - tag-%d\n      - tag-%d\n    sources: [source-%d]\n", i%17, i%23, i%50)
	fmt.Fprintf(&g.out, "    quotes:\n      - by: %s\n        text: %q\n        source: source-%d\n", g.actor(), g.words(8), i%50)
	fmt.Fprintf(&g.out, "    figures:\n      - {label: drones, value: %d, unit: pieces}\n", i%900)
}

// BenchSizes are the records that are measured. A million events take minutes and gigabytes, so they are asked for:
//
//	MILLION=1 go test ./timeline -run '^$' -bench 'Load/1M'
func BenchSizes() []benchSize {
	all := []benchSize{{"1k", 1_000}, {"10k", 10_000}, {"100k", 100_000}}
	if os.Getenv("MILLION") != "" {
		all = append(all, benchSize{"1M", 1_000_000})
	}
	return all
}

type benchSize struct {
	Name   string
	Events int
}
