package stub

import (
	"bytes"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/publish/ics"
	"dateline/timeline/query"
)

var (
	calendarEnd = lazyregexp.New(`(?im)^END:VCALENDAR[ \t\r]*$`)
	calendarOur = lazyregexp.New(`(?im)^PRODID:-//dateline//`)
	described   = lazyregexp.New(`(?m)^DESCRIPTION:.*\n(?: .*\n)*`)
)

// calendar finds the form of the entries of a calendar, which are within it, above its end. Only one that dateline
// wrote has ids that are the record's own. A file that holds no calendar gets a file of YAML.
func (f *Form) calendar() {
	ends := calendarEnd().FindAllStringIndex(f.text, -1)
	if len(ends) == 0 {
		*f = *f.Own()
		return
	}
	f.at, f.open, f.atEnd = ends[len(ends)-1][0], false, false
	if calendarOur().MatchString(f.text) {
		f.keys = []string{ours[id]}
	}
	f.assign(false)
}

// entry returns an event as an entry of a calendar, as package ics writes it: that of a record of this event alone. It
// has no description, which would say in words what other properties do, and be read as the summary.
func (f *Form) entry(v Values) string {
	alone := timeline.NewBatch(diag.MaxProblems)
	alone.AddHeader(&timeline.Header{Title: f.t.Title()}) // of which the id has a part
	date, _ := edtf.Parse(v.Date)
	e := timeline.EventDraft{ID: v.ID, Date: date, Title: v.Title, Type: v.Type}
	if e.ID == "" {
		e.ID = f.ID(v.Date, v.Title)
	}
	for _, name := range v.Actors {
		e.Actors = append(e.Actors, timeline.PartDraft{Actor: alone.Mention(name), Name: name})
	}
	for _, source := range v.Sources {
		e.Sources = append(e.Sources, alone.Cite(source, diag.Range{}))
	}
	alone.AddEvent(&e)
	b := timeline.NewBuilder()
	b.Absorb(alone, "")
	x := index.New(b.Timeline(true))
	var text bytes.Buffer
	_, _ = ics.Write(&text, x, x.Select(query.Query{}), ics.Options{Headless: true}) // a buffer takes it all
	calendar := strings.ReplaceAll(text.String(), "\r\n", "\n")
	_, calendar, _ = strings.Cut(calendar, "BEGIN:VEVENT\n")
	entry, _, _ := strings.Cut(calendar, "END:VEVENT\n")
	return "BEGIN:VEVENT\n" + described().ReplaceAllString(entry, "") + "END:VEVENT\n"
}
