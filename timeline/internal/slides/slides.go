// Package slides knows the JSON of TimelineJS 3, whatever program wrote it: an event there is a slide, with dates by
// their parts and texts in HTML.
//
//	slides.Event(n)  // {start_date: {year: 1963}, text: {headline: A &amp; B}} as {date: 1963, title: A & B}
//	slides.Record(n) // {title: {text: {headline: A}}, scale: human, …} as {title: A, …, other: {scale: human}}
//
// What the format says is no guess, so it is put as dateline puts it. What dateline has no place for, such as a
// background, is kept below the key other, and so are media, which are a source too: both are shown again by what
// dateline writes for TimelineJS. What is not of the format stays as it is, and so do a map that is no slide and dates
// that cannot be read by their parts.
//
// A slide that dateline wrote has its own keys for the event beside those of the format. Its texts say them again for
// people, and are left out as long as they are what was written, by their [Sum].
//
// A slide without a headline is called as on the page: by its text, or else by the caption of its media; where it has
// neither, by the credit or by its date. The years are those that readers of the page see: −1 is 1 BCE there, whatever
// the numbers beside it are, and 0, which no calendar has, is read as EDTF has it, which is 1 BC too.
//
// It imports edtf, markup, sanitize, containers, guess and nodevalue, and yaml.v3 for its nodes.
package slides

import (
	"hash/fnv"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/markup"
	"dateline/timeline/sanitize"
)

// Keys returns the keys of a slide that mean something else than dateline's own.
func Keys() []string {
	return []string{"start_date", "end_date", "display_date", "text", "media", "group", "unique_id"}
}

// Is reports whether a map is a slide: it begins in a year, and has the texts of one, or none and media, or nothing
// that is not of the format.
func Is(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	year := nodevalue.Under(nodevalue.Under(n.Content, "start_date").Content, "year")
	if year.Kind != yaml.ScalarNode || year.Value == "" {
		return false
	}
	if containers.Has(n, "text") {
		return isText(nodevalue.Under(n.Content, "text"))
	}
	return isMedia(nodevalue.Under(n.Content, "media")) || !slices.ContainsFunc(keysOf(n), func(key string) bool {
		return key != "background" && key != "autolink" && !slices.Contains(Keys(), key)
	})
}

// keysOf returns the keys of a map.
func keysOf(n *yaml.Node) (keys []string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		keys = append(keys, n.Content[i].Value)
	}
	return keys
}

// isMedia reports whether a value is what a slide shows: a map with an address, or with what is embedded.
func isMedia(n *yaml.Node) bool {
	return n.Kind == yaml.MappingNode && nodevalue.Under(n.Content, "url").Kind == yaml.ScalarNode
}

// isText reports whether a value has the texts of a slide and nothing else.
func isText(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		if key != "headline" && key != "text" || value.Kind != yaml.ScalarNode {
			return false
		}
	}
	return true
}

// Sum returns what tells texts of a slide from others: a checksum of its headline and text, in HTML.
func Sum(headline, text string) string {
	h := fnv.New64a()
	io.WriteString(h, headline+"\n"+text)
	return strconv.FormatUint(h.Sum64(), 16)
}

// sum is the key that has the sum of the texts that dateline wrote.
const sum = "text_sum"

// isOurs reports whether the texts of a slide are those that dateline wrote, with the event's own beside them.
func isOurs(n *yaml.Node) bool {
	is := nodevalue.Under(n.Content, sum)
	if is.Kind != yaml.ScalarNode || !containers.Has(n, "title") || !containers.Has(n, "summary") {
		return false
	}
	text := nodevalue.Under(n.Content, "text").Content
	return is.Value == Sum(nodevalue.Under(text, "headline").Value, nodevalue.Under(text, "text").Value)
}

// Event returns a slide as an event of dateline, and any other map as it is. Its texts have no markup where plain.
func Event(n *yaml.Node) (event *yaml.Node, plain bool) {
	if !Is(n) {
		return n, false
	}
	w, ok := dated(n)
	if !ok {
		return n, false
	}
	s := slide{of: n, ours: isOurs(n)}
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key, value := n.Content[i], n.Content[i+1]; key.Value {
		case "start_date":
			s.start(key, value, w)
		case "end_date":
			if w.lossy || !w.agrees {
				s.keep(key, value)
			}
		case "display_date":
			if s.isKept(key) {
				break
			}
			if words := plainText(value.Value); words != "" && words != w.date.String() {
				s.keep(key, value)
			}
		default:
			s.pair(key, value)
		}
	}
	s.called(w.date.String())
	return s.node(), !s.ours
}

// isKept reports whether a slide that dateline wrote has what a key says with the event's own.
func (s *slide) isKept(key *yaml.Node) bool {
	return s.ours && containers.Has(nodevalue.Under(s.of.Content, containers.Other), key.Value)
}

// pair puts a key and a value that say nothing of the date.
func (s *slide) pair(key, value *yaml.Node) {
	switch key.Value {
	case "text", sum:
		switch {
		case s.ours:
		case key.Value == sum:
			s.keep(key, value)
		default:
			s.text(value, "title", "summary")
		}
	case "media", "background", "autolink", "display_date":
		switch {
		case s.isKept(key):
		case key.Value == "media":
			s.media(key, value)
		default:
			s.keep(key, value)
		}
	case "group":
		if !containers.Has(s.of, sum) || !containers.Has(s.of, "type") { // else it may be the family of that
			s.rename("type", key, value)
		}
	case "unique_id":
		s.rename("id", key, value)
	default:
		s.pairs = append(s.pairs, key, value)
	}
}

// called gives a slide without a headline its title, as the page calls it.
func (s *slide) called(date string) {
	if s.ours || containers.Has(s.of, "title") || containers.Has(containers.Some(s.of, s.pairs), "title") {
		return
	}
	text, media := nodevalue.Under(s.of.Content, "text"), nodevalue.Under(s.of.Content, "media")
	for _, n := range []*yaml.Node{
		nodevalue.Under(text.Content, "text"), nodevalue.Under(media.Content, "caption"),
		nodevalue.Under(media.Content, "credit"),
	} {
		if title := guess.FirstWords(plainText(n.Value), guess.ShortTitle); n.Kind == yaml.ScalarNode && title != "" {
			s.put("title", n, title)
			return
		}
	}
	if isMedia(media) {
		s.put("title", media, date)
	}
}

// Record returns the head of a record of slides as that of one of dateline, and any other map as it is.
func Record(n *yaml.Node) *yaml.Node {
	title := nodevalue.Under(n.Content, "title")
	texts := nodevalue.Under(title.Content, "text")
	first := title.Kind == yaml.MappingNode && isText(texts) && len(texts.Content) > 0
	scale := nodevalue.Under(n.Content, "scale").Value
	if !first && scale != "human" && scale != "cosmological" {
		return n
	}
	s := slide{of: n}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case value == title && first:
			for k := 0; k+1 < len(value.Content); k += 2 {
				if name, inner := value.Content[k], value.Content[k+1]; name.Value == "text" {
					s.text(inner, "", "description")
				} else {
					s.keep(name, inner)
				}
			}
		case key.Value == "scale" || key.Value == "eras" && len(value.Content) == 0:
			s.keep(key, value)
		default:
			s.pairs = append(s.pairs, key, value)
		}
	}
	return s.node()
}

// A slide is a map of the format that is being put as dateline has it.
type slide struct {
	of          *yaml.Node
	ours        bool         // whether its texts are those that dateline wrote
	pairs, kept []*yaml.Node // keys and values of dateline, and those below the key other
}

// node returns the map.
func (s *slide) node() *yaml.Node {
	if len(s.kept) > 0 {
		if containers.Has(s.of, containers.Other) {
			s.pairs = append(s.pairs, s.kept...)
		} else {
			other := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: s.of.Line, Column: s.of.Column, Content: s.kept}
			s.pairs = append(s.pairs, containers.Word(containers.Other, s.of), other)
		}
	}
	return containers.Some(s.of, s.pairs)
}

// put puts a text under a key, unless it is empty.
func (s *slide) put(key string, at *yaml.Node, text string) {
	if text != "" {
		s.pairs = append(s.pairs, containers.Word(key, at), containers.Word(text, at))
	}
}

// keep keeps what dateline has no place for.
func (s *slide) keep(key, value *yaml.Node) { s.kept = append(s.kept, key, value) }

// rename puts a text under a key of dateline, unless that is there.
func (s *slide) rename(own string, key, value *yaml.Node) {
	switch there := nodevalue.Under(s.of.Content, own); {
	case value.Kind != yaml.ScalarNode:
		s.pairs = append(s.pairs, key, value)
	case !containers.Has(s.of, own):
		s.put(own, value, plainText(value.Value))
	case there.Value != value.Value && strings.TrimSpace(sanitize.Line(there.Value)) != plainText(value.Value):
		s.keep(key, value)
	}
}

// start puts the date where the slide has none of dateline's.
func (s *slide) start(key, value *yaml.Node, w when) {
	if !containers.Has(s.of, "date") {
		date := containers.Word(w.date.EDTF(), value)
		date.Tag = nodevalue.InEDTF
		s.pairs = append(s.pairs, containers.Word("date", value), date)
	}
	if w.lossy || !w.agrees {
		s.keep(key, value)
	}
}

// text puts headline and text under the keys that dateline has for them, or keeps them where these are there. The
// headline of the record, which has the place of the map that holds it, is always its title.
func (s *slide) text(n *yaml.Node, headline, text string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value, own := n.Content[i], n.Content[i+1], headline
		if key.Value == "text" {
			own = text
		}
		switch {
		case own != "" && containers.Has(s.of, own):
			s.keep(key, value)
		case key.Value == "text":
			s.put(own, value, withAddresses(value.Value))
		default:
			s.put("title", value, strings.Join(strings.Fields(plainText(value.Value)), " "))
		}
	}
}

// media keeps a picture or page of the web, and puts it as a source too.
func (s *slide) media(key, value *yaml.Node) {
	if value.Kind == yaml.MappingNode && len(value.Content) == 0 || nodevalue.IsBlank(value) {
		return
	}
	s.keep(key, value)
	address, ok := sanitize.WebAddress(nodevalue.Under(value.Content, "url").Value)
	if !isMedia(value) || !ok || containers.Has(s.of, "sources") {
		return
	}
	source := slide{of: value}
	source.put("url", value, address)
	for _, one := range [][2]string{{"title", "caption"}, {"publisher", "credit"}} {
		if n := nodevalue.Under(value.Content, one[1]); n.Kind == yaml.ScalarNode {
			source.put(one[0], n, plainText(n.Value))
		}
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: value.Line, Column: value.Column}
	list.Content = []*yaml.Node{source.node()}
	s.pairs = append(s.pairs, containers.Word("sources", key), list)
}

// plainText returns what HTML says.
func plainText(text string) string {
	if hasElements(text) {
		return strings.TrimSpace(markup.Plain(text))
	}
	return strings.TrimSpace(html.UnescapeString(text))
}

// withAddresses returns what HTML says, with the addresses of its links.
func withAddresses(text string) string {
	if hasElements(text) {
		return strings.TrimSpace(markup.WithAddresses(text))
	}
	return strings.TrimSpace(html.UnescapeString(text))
}

// hasElements reports whether a text has tags. One that only has characters by their names is taken letter for letter,
// since its asterisks and brackets mean nothing.
func hasElements(text string) bool { return markup.IsHTML(strings.ReplaceAll(text, "&", "")) }
