package export

import (
	"bufio"
	"bytes"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/export/cell"
	"dateline/timeline/export/record"
)

// An eventJSON is the shape of an event in JSON. The order of the fields is the order of the keys, which scripts may
// rely on: a new key comes after the others. Every event has every key, but for those marked omitempty.
type eventJSON struct {
	ID       string            `json:"id"`
	Date     string            `json:"date"`     // EDTF
	Earliest *string           `json:"earliest"` // a day of ISO 8601; null if open or undated
	Latest   *string           `json:"latest"`
	Title    string            `json:"title"`
	Type     string            `json:"type"`
	Status   string            `json:"status"`
	Location string            `json:"location"`
	Summary  string            `json:"summary"`
	Actors   []partJSON        `json:"actors"`
	Quotes   []quoteJSON       `json:"quotes"`
	Figures  []figureJSON      `json:"figures"`
	Claims   []claimJSON       `json:"claims"`
	Sources  []sourceJSON      `json:"sources"`
	Tags     []string          `json:"tags"`
	Related  []string          `json:"related"`
	Notes    []string          `json:"notes"`
	File     string            `json:"file"`
	Line     int               `json:"line"`
	Other    map[string]string `json:"other,omitempty"`
}

type partJSON struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Role   string `json:"role"`
	Office string `json:"office"` // held on the event's date

	Spelled []string `json:"spelled,omitempty"` // by the event, where that is neither name nor id, nor in a record
}

// In quotes, figures and claims "by" is an actor's name, and "source" the id of a source, or else its URL or title.
type quoteJSON struct {
	By     string `json:"by"`
	Text   string `json:"text"`
	Source string `json:"source"`
}

type figureJSON struct {
	Label  string `json:"label"`
	Value  string `json:"value"`
	Low    string `json:"low"`
	Best   string `json:"best"`
	High   string `json:"high"`
	Unit   string `json:"unit"`
	By     string `json:"by"`
	Source string `json:"source"`
}

type claimJSON struct {
	By     string `json:"by"`
	Text   string `json:"text"`
	Status string `json:"status"`
	Source string `json:"source"`
}

type sourceJSON struct {
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

// A headJSON is the shape of the head in JSON. The events follow as the last key.
type headJSON struct {
	Title       string              `json:"title"`
	Description string              `json:"description"`
	Other       map[string]string   `json:"other"`
	Types       map[string]typeJSON `json:"types"` // as a record has them
	Views       []viewJSON          `json:"views,omitempty"`
}

type viewJSON struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

type typeJSON struct {
	Family string `json:"family,omitempty"`
	Glyph  string `json:"glyph,omitempty"`
}

// jsonEvents writes an array, or an object that ends with it.
func jsonEvents(w *bufio.Writer, e Emphasis) eventWriter {
	out := jsonLinesEvents(w, e)
	out.frame = frame{"[\n", ",", "]\n", "[]\n"}
	out.head, out.headed = jsonHead, frame{"[\n", ",", "]}\n", "[]}\n"}
	return out
}

// jsonLinesEvents writes an object a line.
func jsonLinesEvents(w *bufio.Writer, _ Emphasis) eventWriter {
	encode := cell.JSON(w)
	return eventWriter{write: func(t *timeline.Timeline, i int, note string) error {
		return encode(newEventJSON(t, record.WithNote(t.Written(i), note)))
	}}
}

// jsonHead returns an object up to the value of its last key, which is events.
func jsonHead(t *timeline.Timeline) string {
	written, _ := t.WrittenDescription()
	head := headJSON{
		Title: t.Title(), Description: written, Other: map[string]string{}, Types: map[string]typeJSON{},
	}
	if own := ownKeys(t); len(own) > 0 {
		head.Other = fieldsJSON(own)
	}
	for _, one := range t.Types() {
		head.Types[one.Type] = typeJSON{one.Family, one.Glyph}
	}
	for _, one := range t.Views() {
		head.Views = append(head.Views, viewJSON(one))
	}
	var text bytes.Buffer
	out := bufio.NewWriter(&text)
	_ = cell.JSON(out)(head) // strings can always be encoded, and writing to a buffer never fails
	out.Flush()
	return strings.TrimSuffix(text.String(), "}\n") + `,"events":`
}

// jsonActors writes an array.
func jsonActors(w *bufio.Writer, _ Emphasis, r roster) error { return cell.JSON(w)(r.rows()) }

// jsonLinesActors writes an object a line.
func jsonLinesActors(w *bufio.Writer, _ Emphasis, r roster) error {
	encode := cell.JSON(w)
	for _, a := range r.rows() {
		if err := encode(a); err != nil {
			return err
		}
	}
	return nil
}

func newEventJSON(t *timeline.Timeline, e *timeline.Event) *eventJSON {
	j := &eventJSON{
		ID: e.ID, Date: e.Date.EDTF(), Earliest: isoDay(e.Date.Earliest()), Latest: isoDay(e.Date.Latest()),
		Title: e.Title, Type: e.Type, Status: e.Status, Location: e.Location, Summary: e.Summary,
		Actors:  make([]partJSON, len(e.Actors)),
		Quotes:  make([]quoteJSON, len(e.Quotes)),
		Figures: make([]figureJSON, len(e.Figures)),
		Claims:  make([]claimJSON, len(e.Claims)),
		Sources: make([]sourceJSON, len(e.Sources)),
		Tags:    atLeastEmpty(e.Tags), Related: atLeastEmpty(e.Related), Notes: atLeastEmpty(e.Notes),
		File: e.Pos.File, Line: e.Pos.Line, Other: fieldsJSON(e.Other),
	}
	for n, p := range e.Actors {
		a := t.Actor(p.Actor)
		j.Actors[n] = partJSON{
			ID: a.ID, Name: a.Name, Role: p.Role, Office: t.Office(p.Actor, e.Date), Spelled: spelled(a, p),
		}
	}
	for n, q := range e.Quotes {
		j.Quotes[n] = quoteJSON{t.ActorName(q.By), q.Text, t.SourceKey(q.Source)}
	}
	for n, f := range e.Figures {
		by, source := t.ActorName(f.By), t.SourceKey(f.Source)
		j.Figures[n] = figureJSON{f.Label, f.Value, f.Low, f.Best, f.High, f.Unit, by, source}
	}
	for n, c := range e.Claims {
		j.Claims[n] = claimJSON{t.ActorName(c.By), c.Text, c.Status, t.SourceKey(c.Source)}
	}
	for n, ref := range e.Sources {
		s := t.Source(ref)
		j.Sources[n] = sourceJSON{
			s.ID, s.Title, s.Publisher, s.URL, s.Published.EDTF(),
			s.Author, s.Accessed.EDTF(), s.ArchiveURL, s.Language, fieldsJSON(s.Other),
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

// isoDay returns a day as ISO 8601, and nil for the ends of time, which no calendar can write.
func isoDay(d calendar.Day) *string {
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

// fieldsJSON returns fields as an object. Of fields with the same name the value has a line for each, in their order:
// two files may differ on a key, and a key may be spelled as another is named that is within a list.
func fieldsJSON(fields []timeline.Field) map[string]string {
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
