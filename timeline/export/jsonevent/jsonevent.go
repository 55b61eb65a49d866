// Package jsonevent is the shape of an event in JSON: of JSON and JSON Lines as package export writes them, and of the
// slides of TimelineJS.
//
//	json.NewEncoder(w).Encode(jsonevent.Of(t, t.Written(i)))
//
// It writes nothing, and makes no text safe to show. It may import timeline and calendar.
package jsonevent

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// An Event is the shape of an event in JSON. The order of the fields is the order of the keys, which scripts may
// rely on: a new key comes after the others. Every event has every key, but for those marked omitempty.
type Event struct {
	ID       string            `json:"id"`
	Date     string            `json:"date"`     // EDTF
	Earliest *string           `json:"earliest"` // a day of ISO 8601; null if open or undated
	Latest   *string           `json:"latest"`
	Title    string            `json:"title"`
	Type     string            `json:"type"`
	Status   string            `json:"status"`
	Location string            `json:"location"`
	Summary  string            `json:"summary"`
	Actors   []part            `json:"actors"`
	Quotes   []quote           `json:"quotes"`
	Figures  []figure          `json:"figures"`
	Claims   []claim           `json:"claims"`
	Sources  []source          `json:"sources"`
	Tags     []string          `json:"tags"`
	Related  []string          `json:"related"`
	Notes    []string          `json:"notes"`
	File     string            `json:"file"`
	Line     int               `json:"line"`
	Other    map[string]string `json:"other,omitempty"`
}

type part struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Role   string `json:"role"`
	Office string `json:"office"` // held on the event's date

	Spelled []string `json:"spelled,omitempty"` // by the event, where that is neither name nor id, nor in a record
}

// In quotes, figures and claims "by" is an actor's name, and "source" the id of a source, or else its URL or title.
type quote struct {
	By     string `json:"by"`
	Text   string `json:"text"`
	Source string `json:"source"`
}

type figure struct {
	Label  string `json:"label"`
	Value  string `json:"value"`
	Low    string `json:"low"`
	Best   string `json:"best"`
	High   string `json:"high"`
	Unit   string `json:"unit"`
	By     string `json:"by"`
	Source string `json:"source"`
}

type claim struct {
	By     string `json:"by"`
	Text   string `json:"text"`
	Status string `json:"status"`
	Source string `json:"source"`
}

type source struct {
	ID         string            `json:"id"`
	Title      string            `json:"title"`
	Publisher  string            `json:"publisher"`
	URL        string            `json:"url"`
	Published  string            `json:"published"` // EDTF
	Author     string            `json:"author,omitempty"`
	Accessed   string            `json:"accessed,omitempty"`
	ArchiveURL string            `json:"archive_url,omitempty"`
	Language   string            `json:"language,omitempty"`
	Other      map[string]string `json:"other,omitempty"`
}

// Of returns an event of t, as it is written there.
func Of(t *timeline.Timeline, e *timeline.Event) *Event {
	j := &Event{
		ID: e.ID, Date: e.Date.EDTF(), Earliest: Day(e.Date.Earliest()), Latest: Day(e.Date.Latest()),
		Title: e.Title, Type: e.Type, Status: e.Status, Location: e.Location, Summary: e.Summary,
		Actors:  make([]part, len(e.Actors)),
		Quotes:  make([]quote, len(e.Quotes)),
		Figures: make([]figure, len(e.Figures)),
		Claims:  make([]claim, len(e.Claims)),
		Sources: make([]source, len(e.Sources)),
		Tags:    atLeastEmpty(e.Tags), Related: atLeastEmpty(e.Related), Notes: atLeastEmpty(e.Notes),
		File: e.Pos.File, Line: e.Pos.Line, Other: Fields(e.Other),
	}
	for n, p := range e.Actors {
		a := t.Actor(p.Actor)
		j.Actors[n] = part{
			ID: a.ID, Name: a.Name, Role: p.Role, Office: t.Office(p.Actor, e.Date), Spelled: spelled(a, p),
		}
	}
	for n, q := range e.Quotes {
		j.Quotes[n] = quote{t.ActorName(q.By), q.Text, t.SourceKey(q.Source)}
	}
	for n, f := range e.Figures {
		by, source := t.ActorName(f.By), t.SourceKey(f.Source)
		j.Figures[n] = figure{f.Label, f.Value, f.Low, f.Best, f.High, f.Unit, by, source}
	}
	for n, c := range e.Claims {
		j.Claims[n] = claim{t.ActorName(c.By), c.Text, c.Status, t.SourceKey(c.Source)}
	}
	for n, ref := range e.Sources {
		s := t.Source(ref)
		j.Sources[n] = source{
			s.ID, s.Title, s.Publisher, s.URL, s.Published.EDTF(),
			s.Author, s.Accessed.EDTF(), s.ArchiveURL, s.Language, Fields(s.Other),
		}
	}
	return j
}

// spelled returns how an event spells an actor, nil where it writes the name, the id, or what a record has.
func spelled(a *timeline.Actor, p timeline.Part) []string {
	known := []string{a.Name, a.ID}
	if len(p.Also) == 0 && slices.Contains(known, p.Name) {
		return nil
	}
	all := append([]string{p.Name}, p.Also...)
	if !slices.ContainsFunc(all, func(s string) bool { return !slices.Contains(known, s) }) {
		return nil
	}
	return all
}

// Day returns a day as ISO 8601, and nil for the ends of time, which no calendar can write.
func Day(d calendar.Day) *string {
	if d == calendar.Beginning || d == calendar.Forever {
		return nil
	}
	s := d.String()
	return &s
}

// atLeastEmpty returns s, and an empty list for nil, which would become null.
func atLeastEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// Fields returns fields as an object. Of fields with the same name the value has a line for each, in their order:
// two files may differ on a key, and a key may be spelled as another is named that is within a list.
func Fields(fields []timeline.Field) map[string]string {
	if len(fields) == 0 {
		return nil
	}
	m := make(map[string]string, len(fields))
	var several map[string][]string // of names that come again
	for _, f := range fields {
		before, twice := m[f.Key]
		switch {
		case !twice:
			m[f.Key] = f.Value
		case several[f.Key] != nil:
			several[f.Key] = append(several[f.Key], f.Value)
		default:
			if several == nil {
				several = map[string][]string{}
			}
			several[f.Key] = []string{before, f.Value}
		}
	}
	for key, values := range several {
		m[key] = strings.TrimSpace(strings.Join(values, "\n")) // as each value is read
	}
	return m
}
