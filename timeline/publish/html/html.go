// Package html writes a view of a record as one page for those who have no terminal: what the record says of itself, an
// overview, the events, who takes part in them, and the sources that they cite.
//
//	err := html.Write(os.Stdout, x, selection, html.Options{})
//
// The page is one file that needs no other and no network, and says so: its security policy lets in nothing but the one
// style and the one script that it has, by their hashes. Without the script it can be read whole. With it, events are
// filtered by actor and by words, and the address of the page has the filter. The script stands before the events, and
// the names of the actors right after it, so that the filter answers while a browser still reads the page.
//
// Whatever a record says, it is text: it is escaped where it is written, after package sanitize has made visible what
// would be obeyed, and only addresses of the web are links. Ids are e-… for an event by its own id and h-… for its
// heading, a1 for an actor, s1 for a source and t1 for a part of time, by their numbers on the page; no other begins as
// these do.
//
// The filter looks for words where package fulltext does. So the page tells the record's words from its own, and from
// what is said of others, by their elements: see wordsOf and textOf in page.js.
//
// Events are written one by one, so that no more of the page is held than one of them. The package chooses no events
// and opens no files.
package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"

	"dateline/timeline"
	"dateline/timeline/index"
)

// Options say what is written beside the events.
type Options struct {
	Headless bool              // what the record says of itself is left out, but for its title
	Notes    map[string]string // lines of the reader's own, by id of the event
}

var (
	//go:embed page.css
	style literal
	//go:embed page.js
	script literal
)

// policy returns the security policy of the page.
func policy() string {
	hash := func(text literal) string {
		sum := sha256.Sum256([]byte(text))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) +
		"; img-src 'none'; base-uri 'none'; form-action 'none'"
}

// A page is what is written, and what of it counts further down.
type page struct {
	x      *index.Index
	t      *timeline.Timeline
	events index.Selection
	notes  map[string]string
	out    *writer
	event  timeline.Event // that is written

	members []member                    // who takes part, those of most events first
	numbers []int32                     // of each actor: its number among members, from 1; 0 where it is none of them
	voices  []timeline.ActorRef         // who speaks in the events, and takes part in none of them
	words   map[timeline.ActorRef]int32 // of each voice: its number among names
	cited   []timeline.SourceRef        // in the order of their numbers
	sources []int32                     // of each source: its number among cited, from 1; 0 where it is none of them

	spellings map[timeline.ActorRef]map[string]bool // of those who were named
}

// Write writes the events of s, in the order of time, as a page to w. The error is that of w.
func Write(w io.Writer, x *index.Index, s index.Selection, o Options) error {
	t := x.Timeline()
	p := &page{
		x: x, t: t, events: s, notes: o.Notes, out: newWriter(w),
		numbers: make([]int32, t.Actors()), sources: make([]int32, t.Sources()),
		spellings: make(map[timeline.ActorRef]map[string]bool), words: make(map[timeline.ActorRef]int32),
	}
	p.gather()
	times := p.times()
	p.out.head(p.head(times, o.Headless))
	heading, sections := "", 0
	for n := range s.Len() {
		i := s.At(n)
		if h := t.Date(i).Heading(); sections == 0 || h != heading {
			heading, sections = h, sections+1
			p.out.section(sections, h)
		}
		p.out.event(p.read(i))
		if err := p.out.err(); err != nil {
			return err
		}
	}
	p.out.end(sections)
	p.writeMembers()
	p.writeSources()
	p.out.foot()
	return p.out.flush()
}
