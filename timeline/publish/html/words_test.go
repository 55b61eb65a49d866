package html

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"dateline/timeline/fold"
	"dateline/timeline/testrecord"
)

// elsewhere is a record whose words stand in every place where the program looks for words, and in others.
const elsewhere = `title: Words elsewhere
actors:
  - {id: ann, name: Ann Lee, aliases: [Annie, "Аня"], motto: perseverance}
  - {id: rare-bird, name: Cy Doe}
  - {id: bob, name: Bob Roe, aliases: [Roberto], hobby: falconry}
sources: [{id: s, title: Unfound, publisher: Nopublisher, language: uk, mood: gloomy}]
events:
  - id: a
    date: 2025-01-01
    title: 'Zebra-crossing: "one<b>two"'
    type: meeting
    status: disputed
    location: Ulm
    actors: [{actor: ann, role: caller}]
    quotes: [{by: bob, text: quagga stands, source: s}]
    figures: [{label: okapis seen, value: "12", unit: heads, by: bob}]
    claims: [{by: ann, text: it was dawn, status: denied}, {by: bob, text: it was dusk, source: s}]
    notes: [first noteworthy, zebra stands here]
    tags: [alpha beta, gamma, "שלום"]
    sources: [s]
    weather: misty
    related: [other]
    summary: "Ends\nhere, see https://example.org/path ok.\n\nNext paragraph"
  - {id: other, date: 2025-01-02, title: Another, actors: [Bobby, {actor: ann, role: host}, rare-bird], related: [a]}
  - {id: third, date: 2025-01-03, title: Third, actors: [Cy Doe]}
`

// The words of the record are told from those of the page by their elements, so that the filter finds an event by the
// words by which the program does, and by no others: neither labels nor dates, kinds, files, publishers or the titles of
// related events, and no word is glued to the next.
func TestWordsAreFoundAsByTheProgram(t *testing.T) {
	for name, x := range map[string]struct {
		text string
		step int // between the words that are tried
	}{
		"a word of each kind": {elsewhere, 1},
		"every field":         {testrecord.EveryField("seven <b>swans</b>"), 1},
		"curated":             {"", 20},
	} {
		record := curated(t)
		if x.text != "" {
			record = recordOf(x.text)
		}
		s := asked(t, record, "")
		p := parse(t, record, s, Options{})
		articles := p.all("article")
		said, all := make([]string, len(articles)), ""
		for n, article := range articles {
			said[n] = p.wordsOf(article)
			all += " " + fold.Fold(spaced(article)) + " " + said[n]
		}
		words := strings.Fields(all)
		slices.Sort(words)
		words = slices.Compact(words)
		for n := 0; n < len(words); n += x.step {
			if words[n] == "|" {
				continue
			}
			found := asked(t, record, strconv.Quote(words[n]))
			for i := range said {
				if got, want := strings.Contains(said[i], " "+words[n]+" "), found.Has(s.At(i)); got != want {
					t.Errorf("%s: by %q event %d is found on the page: %t, by the program: %t", name, words[n], i, got, want)
				}
			}
		}
	}
}

// spaced returns all text of an element, with blanks between elements.
func spaced(n *nethtml.Node) string {
	var text strings.Builder
	for one := range n.Descendants() {
		if one.Type == nethtml.TextNode {
			text.WriteString(one.Data + " ")
		}
	}
	return text.String()
}

// wordsOf returns what textOf of page.js does.
func (p parsed) wordsOf(article *nethtml.Node) string {
	texts := []string{}
	for n := range article.Descendants() {
		if n.Type == nethtml.ElementNode && isOfRecord(n) {
			texts = append(texts, ownText(n))
		}
	}
	options := p.all("option")
	actor := func(number string) {
		n, _ := strconv.Atoi(number)
		for _, key := range []string{"value", "data-also", "data-own"} {
			value, _ := attribute(options[n-1], key)
			texts = append(texts, strings.Split(value, "\n")...)
		}
	}
	called, _ := attribute(article, "data-i")
	for _, number := range strings.Fields(called) {
		n, _ := strconv.Atoi(number)
		id, _ := attribute(options[n-1], "data-id")
		texts = append(texts, id)
	}
	speakers, _ := attribute(article, "data-s")
	for _, number := range strings.Fields(speakers) {
		actor(number)
	}
	for n := range article.Descendants() {
		address, _ := attribute(n, "href")
		switch {
		case isOf(n.Parent, "who") && strings.HasPrefix(address, "#a"):
			actor(address[2:])
		case isOf(n.Parent, "cites") && strings.HasPrefix(address, "#s"):
			for one := range p.ids[address[1:]].Descendants() {
				if one.Data == "dd" {
					texts = append(texts, ownText(one))
				}
			}
		}
	}
	for n := range texts {
		texts[n] = " " + fold.Fold(texts[n]) + " "
	}
	return strings.Join(texts, "|")
}

// isOf reports whether an element has a class.
func isOf(n *nethtml.Node, class string) bool {
	classes, _ := attribute(n, "class")
	return slices.Contains(strings.Fields(classes), class)
}

// isOfRecord reports whether an element of an event has words of the record: what page.js calls summary and others.
func isOfRecord(n *nethtml.Node) bool {
	_, classed := attribute(n, "class")
	switch n.Data {
	case "h3", "q", "dd":
		return true
	case "p":
		return !classed || isOf(n, "lines") || isOf(n, "note") || isOf(n, "tags")
	case "bdi":
		return isOf(n.Parent.Parent, "who")
	case "li":
		return n.Parent.Parent.Data == "li" && isOf(n.Parent.Parent.Parent, "sides")
	case "span":
		before := n.PrevSibling // a blank
		return isOf(n, "where") || before != nil && before.PrevSibling != nil && isOf(before.PrevSibling, "n")
	}
	return false
}

// ownText returns what wordsOf of page.js does.
func ownText(n *nethtml.Node) string {
	text := ""
	for one := range n.ChildNodes() {
		_, leads := attribute(one, "rel")
		if one.Type == nethtml.TextNode {
			text += one.Data
		} else if leads || one.Data == "bdi" {
			text += one.FirstChild.Data
		}
	}
	return text
}

// No part of the page is called like another, whatever events, actors and sources are called.
func TestPartsAreToldApart(t *testing.T) {
	text := "sources: [{id: a1}, {id: s1}]\nactors: [{id: s1}, {id: t1}, {id: who}]\nevents:\n"
	for _, id := range []string{
		"a", "a-h", "h-a", "e-a", "e-h-a", "-h", "h", "e", "a1", "s1", "t1", "events", "actor", "filter", "words", "names",
		"who", "from", "actors", "sources", "count", "asking", "again", "overview",
	} {
		text += "  - {id: " + id + ", date: 2025, title: " + id + ", actors: [s1, t1, who], sources: [a1, s1]}\n"
	}
	x := recordOf(text)
	check(t, x, asked(t, x, ""))
}
