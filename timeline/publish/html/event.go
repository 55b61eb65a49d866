package html

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/accounts"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/export/phrase"
	"dateline/timeline/family"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/sanitize"
)

// An event is what the page shows of one.
type event struct {
	ID, Heading        string // Heading is the id of its title
	Cast, Voices       string // the numbers of the actors that it is found by, and of those who only speak in it
	ByID               string // the numbers of those whom it calls by their ids, which are words then
	Date, EDTF         string // in words, and as it is written
	DateTime           string // as HTML has it, "" where it knows no such dates
	Days               string // on which a date may be that is no one day
	Family             family.Family
	Glyph              string
	Title              []run
	Type, Status, Look string
	Location           []run
	Note               string
	Who                []person
	Summary            []paragraph
	Rival              bool
	Sides              []side
	Figures            []comparison
	Quotes             []quote
	Notes, Tags        [][]run
	Own                []field
	Related            []reference
	Sources            []citation
	Place              string
}

// A person is an actor, with its number on the page, what it is that day, and how the event spells it where nothing
// else on the page does.
type person struct {
	Number   int32
	Name, Is string
	Written  []string
}

// A side is the claims of one side.
type side struct {
	Name   string
	Claims []claim
}

type claim struct {
	By           person
	Text         []run
	Status, Look string
	Source       int32
}

// A comparison is figures that count the same, or without a name those that stand alone.
type comparison struct {
	Name    string
	Figures []figure
}

type figure struct {
	Value  string
	Label  []run
	By     person
	Source int32
}

type quote struct {
	By     person
	Text   []run
	Source int32
}

// A reference is another event, with its id on the page, "" where it is not there.
type reference struct{ ID, Words string }

// A citation is a source by its number, and what it is called where there is little room.
type citation struct {
	Number int32
	Name   string
}

// read returns event i.
func (p *page) read(i int) *event {
	e := &p.event
	p.t.ReadWritten(i, e)
	v := &event{
		ID: "e-" + fragment(e.ID), Heading: "h-" + fragment(e.ID),
		Cast: numbered(p.cast(i)), Voices: numbered(p.speakers(i, e)), ByID: numbered(p.byID(e)),
		Date: e.Date.String(), EDTF: sanitize.Line(e.Date.EDTF()),
		DateTime: machineDate(e.Date),
		Family:   p.x.Family(i), Title: line(e.Title, e.Markup),
		Type: sanitize.Line(e.Type), Status: sanitize.Line(e.Status), Look: look(e.Status),
		Location: line(e.Location, e.Markup), Note: sanitize.Line(p.notes[e.ID]),
		Summary: paragraphs(e.Summary, e.Markup), Rival: p.t.Rivals(e) > 0,
		Notes: each(e.Notes, e.Markup), Tags: each(e.Tags, e.Markup), Own: own(e.Other, e.Markup),
	}
	if v.Glyph = sanitize.Line(p.t.TypeGlyph(e.Type)); v.Glyph == "" {
		v.Glyph = v.Family.Glyph()
	}
	if first, last := e.Date.Earliest(), e.Date.Latest(); first != last {
		v.Days = between(first, last)
	}
	for _, part := range e.Actors {
		v.Who = append(v.Who, p.part(part, e.Date))
	}
	for _, ref := range e.Cited() {
		v.Sources = append(v.Sources, citation{p.cite(ref), p.sourceName(ref)})
	}
	v.Sides, v.Figures = p.sides(e), p.figures(e)
	for _, speaker := range accounts.Speakers(e) {
		for _, n := range speaker.Quotes {
			q := &e.Quotes[n]
			v.Quotes = append(v.Quotes, quote{p.person(q.By), line(q.Text, e.Markup), p.cite(q.Source)})
		}
	}
	for _, id := range e.Related {
		v.Related = append(v.Related, p.related(id))
	}
	v.Place = p.place(i, e)
	return v
}

// cast returns the numbers of the actors that take part in event i, with those whom they stand for.
func (p *page) cast(i int) []int32 {
	var all []int32
	for _, a := range p.x.Involved(i) {
		all = append(all, p.numbers[a])
	}
	return all
}

// speakers returns the numbers of those who speak in event i and whom it does not list.
func (p *page) speakers(i int, e *timeline.Event) []int32 {
	var all []int32
	for a := range e.EachSpeaker {
		if a == timeline.NoActor || slices.Contains(p.x.Lists(i), int32(a)) {
			continue
		}
		all = append(all, cmp.Or(p.numbers[a], p.words[a]))
	}
	return all
}

// byID returns the numbers of those whom an event calls by their ids.
func (p *page) byID(e *timeline.Event) []int32 {
	var all []int32
	for _, part := range e.Actors {
		a := p.t.Actor(part.Actor)
		isName := a.ID == a.Name || slices.Contains(a.Aliases, a.ID)
		if !isName && (part.Name == a.ID || slices.Contains(part.Also, a.ID)) {
			all = append(all, p.numbers[part.Actor])
		}
	}
	return all
}

// numbered returns numbers in ascending order, each once, with blanks between them.
func numbered(all []int32) string {
	slices.Sort(all)
	var text []byte
	for n, number := range slices.Compact(all) {
		if n > 0 {
			text = append(text, ' ')
		}
		text = strconv.AppendInt(text, int64(number), 10)
	}
	return string(text)
}

// part returns an actor of an event, with the office of the day, the part that it plays, and how it is spelled there.
func (p *page) part(part timeline.Part, on edtf.Date) person {
	known := p.spellings[part.Actor]
	if known == nil {
		known = make(map[string]bool)
		for _, one := range p.t.Actor(part.Actor).Spellings() {
			known[one] = true
		}
		p.spellings[part.Actor] = known
	}
	who := p.person(part.Actor)
	who.Is = sanitize.Line(phrase.Join("; ", p.t.Office(part.Actor, on), part.Role))
	for _, one := range append([]string{part.Name}, part.Also...) {
		if !known[one] {
			who.Written = append(who.Written, sanitize.Line(one))
		}
	}
	return who
}

// person returns an actor, the zero person for NoActor.
func (p *page) person(a timeline.ActorRef) person {
	if a == timeline.NoActor {
		return person{}
	}
	return person{Number: p.numbers[a], Name: sanitize.Line(p.t.ActorName(a))}
}

// sides returns the claims of an event by who makes them.
func (p *page) sides(e *timeline.Event) []side {
	var all []side
	for _, s := range accounts.Sides(p.t, e) {
		one := side{Name: sanitize.Line(p.t.ActorName(s.Actor))}
		if s.Actor == timeline.NoActor && s.Source != timeline.NoSource {
			one.Name = p.sourceName(s.Source)
		}
		for _, n := range s.Claims {
			c := &e.Claims[n]
			made := claim{
				Text: line(c.Text, e.Markup), Status: sanitize.Line(c.Status), Look: look(c.Status), Source: p.cite(c.Source),
			}
			if c.By != s.Actor {
				made.By = p.person(c.By)
			}
			one.Claims = append(one.Claims, made)
		}
		all = append(all, one)
	}
	return all
}

// figures returns the figures of an event, those beside each other that count the same.
func (p *page) figures(e *timeline.Event) []comparison {
	groups, others := accounts.Compare(e.Figures)
	read := func(n int) figure {
		f := &e.Figures[n]
		return figure{
			sanitize.Line(number(f)), line(f.Label, e.Markup), p.person(f.By), p.cite(f.Source),
		}
	}
	var all []comparison
	for _, g := range groups {
		one := comparison{Name: sanitize.Line(g.Name)}
		for _, c := range g.Figures {
			one.Figures = append(one.Figures, read(c.Figure))
		}
		all = append(all, one)
	}
	if len(others) > 0 {
		rest := comparison{}
		for _, n := range others {
			rest.Figures = append(rest.Figures, read(n))
		}
		all = append(all, rest)
	}
	return all
}

// number returns what a figure counts: "about 200 drones", "18 to 22, best 20", "200 (150 to 250)".
func number(f *timeline.Figure) string {
	best := f.Best
	if best != "" && f.Value+f.Low+f.High != "" {
		best = "best " + best
	}
	within := phrase.Join(", ", phrase.Join(" to ", f.Low, f.High), best)
	if f.Value != "" && within != "" {
		within = "(" + within + ")"
	}
	return phrase.Join(" ", f.Value, within, f.Unit)
}

// related returns another event by its id.
func (p *page) related(id string) reference {
	i, known := p.t.Find(id)
	if !known {
		return reference{Words: sanitize.Line(id)}
	}
	words := p.t.Date(i).String() + ", " + brief(p.t.EventTitle(i))
	if p.events.Has(i) {
		return reference{"e-" + fragment(id), words}
	}
	return reference{Words: words + " (" + sanitize.Line(id) + ", not on this page)"}
}

// place returns the id of an event, if a writer gave it one, and where it is in the record. Of a file by its whole path
// only the name is told: a page is for others.
func (p *page) place(i int, e *timeline.Event) string {
	file := e.Pos.File
	if path.IsAbs(file) || strings.Contains(file, `:\`) {
		file = file[strings.LastIndexAny(file, `/\`)+1:]
	}
	id := e.ID
	if p.t.HasMadeID(i) {
		id = ""
	}
	return sanitize.Line(phrase.Join(" · ", id, phrase.Join(":", file, strconv.Itoa(e.Pos.Line))))
}

// looks are the words for how sure something is that have a colour.
var looks = []string{"confirmed", "disputed", "denied"}

// look returns the class of a status.
func look(status string) string {
	if word := strings.ToLower(status); slices.Contains(looks, word) {
		return word
	}
	return ""
}

// between returns the days that bound a date, in figures, and leaves out an open end.
func between(first, last calendar.Day) string {
	switch open, ends := first == calendar.Beginning, last == calendar.Forever; {
	case open && ends:
		return ""
	case open:
		return "up to " + last.String()
	case ends:
		return "from " + first.String() + " on"
	}
	return first.String() + " to " + last.String()
}

// machine matches the dates of EDTF that HTML reads too: a year, a month, a day, and a minute or second of it.
var machine = lazyregexp.New(
	`^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?$`)

// machineDate returns a date as HTML reads it, "" where it knows no such dates.
func machineDate(d edtf.Date) string {
	if text := d.EDTF(); machine().MatchString(text) && !strings.HasPrefix(text, "0000") {
		return text
	}
	return ""
}

// sourceName returns what a source is called where there is little room.
func (p *page) sourceName(ref timeline.SourceRef) string {
	s := p.t.Source(ref)
	return brief(cmp.Or(s.Publisher, s.Title, host(s.URL), s.URL, s.ID, "untitled"))
}

// longest is how many characters are told of a text that stands in full elsewhere, so that one which is very long does
// not come very often.
const longest = 200

// brief returns the beginning of a text, all of it but where it is very long.
func brief(text string) string {
	runes := 0
	for at := range text {
		if runes++; runes > longest {
			return sanitize.Line(text[:at]) + "…"
		}
	}
	return sanitize.Line(text)
}

// host returns the host of an address of the web, "" of any other.
func host(address string) string {
	web, ok := sanitize.WebAddress(address)
	if !ok {
		return ""
	}
	_, web, _ = strings.Cut(web, "://")
	return strings.TrimPrefix(web[:strings.IndexAny(web+"/", "/?#")], "www.")
}
