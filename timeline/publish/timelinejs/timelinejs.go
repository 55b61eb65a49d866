// Package timelinejs writes events as the JSON that TimelineJS 3 shows on a page: a slide for each, after one for what
// the record says of itself.
//
//	left, err := timelinejs.Write(os.Stdout, x, selection, timelinejs.Options{})
//
// A slide has dates by their parts, as exact as they are known, and the date in words beside them. Its group is the
// type of the event, or its family where there are many types, since each group is a row of the page. Its texts are
// HTML in which all that the record says is text, and its links lead to the sources.
//
// What was read of slides is on them again: media and background, as addresses of the web and texts without markup, the
// date in words, eras, and the scale. Own keys of the record itself have no place, and are counted.
//
// Beside these stand the keys of an event in JSON Lines, which TimelineJS passes over, but for those of where it was in
// which file. They say all that the texts say, which is for people, so dateline reads the same event back. The key
// text_sum tells whether the texts are still as they were written.
package timelinejs

import (
	"bufio"
	"cmp"
	"encoding/json"
	"html"
	"io"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/export/jsonevent"
	"dateline/timeline/export/record"
	"dateline/timeline/index"
	"dateline/timeline/internal/slides"
	"dateline/timeline/publish/paragraph"
	"dateline/timeline/sanitize"
)

// Options are what of a record is written besides its events.
type Options struct {
	Headless bool              // what the record says of itself is left out
	Notes    map[string]string // lines of the reader's own, by id of the event
}

// Write writes the events of s, and returns in words which are left out, "" for none. The error is that of the writer.
func Write(w io.Writer, x *index.Index, s index.Selection, o Options) (left string, err error) {
	out, t := bufio.NewWriterSize(w, 64<<10), x.Timeline()
	out.WriteString("{")
	first := titleSlide{Text: head(t)}
	var rest []timeline.Field
	first.shown, rest = shownBy(t.Other())
	if !o.Headless && (first.Text != words{} || first.Media != nil) {
		put(out, `"title":`, first)
		out.WriteString(",\n")
	}
	scale, own := scaleOf(rest, isLong(t, s))
	if scale != "" {
		put(out, `"scale":`, scale)
		out.WriteString(",\n")
	}
	out.WriteString(`"events":[`)
	var e timeline.Event
	var undated, beyond, written int
	var eras []slide
	families := manyTypes(t, s)
	for n := range s.Len() {
		start, end, ok := span(t.Date(s.At(n)))
		switch {
		case t.Date(s.At(n)).IsZero():
			undated++
			continue
		case !ok:
			beyond++
			continue
		}
		t.Read(s.At(n), &e)
		note := o.Notes[e.ID]
		one := slideOf(t, &e, start, end, note)
		if families {
			one.Group = x.Family(s.At(n)).String()
		}
		one.Event = jsonevent.Of(t, record.WithNote(t.Written(s.At(n)), note))
		if isEra(&e, end) {
			eras = append(eras, one)
			continue
		}
		if written++; written > 1 {
			out.WriteString(",")
		}
		put(out, "\n", one)
	}
	out.WriteString("\n]")
	if len(eras) > 0 {
		put(out, ",\n"+`"eras":`, eras)
	}
	out.WriteString("}\n")
	if o.Headless {
		own = 0
	}
	return leftOut(undated, beyond, own), out.Flush()
}

// manyTypes reports whether the events have so many types that a row for each would leave no room for the slides.
func manyTypes(t *timeline.Timeline, s index.Selection) bool {
	const most = 8
	types := make(map[string]bool)
	for n := 0; n < s.Len() && len(types) <= most; n++ {
		types[t.EventType(s.At(n))] = true
	}
	return len(types) > most
}

// scaleOf returns the scale that a record of slides has of its own, or that long times need, and how many other keys of
// its own a record has.
func scaleOf(own []timeline.Field, long bool) (scale string, others int) {
	for _, one := range own {
		if one.Key == "scale" && (one.Value == "human" || one.Value == "cosmological") {
			scale = one.Value
		} else {
			others++
		}
	}
	if long {
		scale = "cosmological"
	}
	return scale, others
}

// leftOut returns in words which events are left out, and that keys of the record are.
func leftOut(undated, beyond, own int) string {
	var all []string
	if undated > 0 {
		all = append(all, diag.Plural(undated, "event")+" without a date")
	}
	if beyond > 0 {
		all = append(all, diag.Plural(beyond, "event")+" of no known year")
	}
	if own > 0 {
		all = append(all, diag.Plural(own, "key")+" of the record itself")
	}
	return strings.Join(all, " and ")
}

// put writes a value after a text. The writer keeps its error.
func put(out *bufio.Writer, before string, value any) {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // values are texts and numbers
	}
	out.WriteString(before)
	sanitize.EscapeJSON(out).Write(text)
}

// A slide is an event as TimelineJS has it, beside what it is in JSON Lines.
type slide struct {
	*jsonevent.Event
	File string `json:"file,omitempty"` // none, which hides that of the event
	Line int    `json:"line,omitempty"` // likewise

	Start   parts  `json:"start_date"`
	End     *parts `json:"end_date,omitempty"`
	Display string `json:"display_date"`
	shown
	Text     words  `json:"text"`
	TextSum  string `json:"text_sum"`
	Group    string `json:"group,omitempty"`
	UniqueID string `json:"unique_id"`
}

// A titleSlide is what the record says of itself.
type titleSlide struct {
	shown
	Text words `json:"text"`
}

// words are the texts of a slide, in HTML.
type words struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

// head returns what the record says of itself.
func head(t *timeline.Timeline) words {
	text := ""
	for one := range strings.SplitSeq(t.Description(), "\n\n") {
		text += inParagraph(escaped(one))
	}
	return words{escaped(t.Title()), text}
}

// slideOf returns the slide of an event.
func slideOf(t *timeline.Timeline, e *timeline.Event, start parts, end *parts, note string) slide {
	var text strings.Builder
	if e.Location != "" {
		text.WriteString(inParagraph(escaped("Location: " + e.Location)))
	}
	said, display := *e, e.Date.String()
	beside, others := shownBy(e.Other)
	said.Other = slices.DeleteFunc(others, func(one timeline.Field) bool {
		if one.Key == "display_date" {
			display = cmp.Or(one.Value, display)
		}
		return one.Key == "display_date"
	})
	for _, p := range paragraph.Of(t, &said, note) {
		if p.Web != "" && p.Web == beside.Media["url"] {
			continue // the media say so themselves
		}
		line := escapes.Replace(p.Text)
		if p.Web != "" {
			line = `<a href="` + html.EscapeString(p.Web) + `">` + line + "</a>"
		}
		if p.Label != "" {
			line = escapes.Replace(p.Label) + ": " + line
		}
		text.WriteString(inParagraph(line))
	}
	if len(e.Tags) > 0 {
		text.WriteString(inParagraph(escaped("Tags: " + strings.Join(e.Tags, ", "))))
	}
	of := words{escaped(e.Title), text.String()}
	return slide{
		Start: start, End: end, Display: escaped(display), shown: beside, Text: of,
		TextSum: slides.Sum(of.Headline, of.Text),
		Group:   escaped(e.Type), UniqueID: e.ID,
	}
}

// escapes are of what has a meaning in HTML between tags, and no more: who reads a title as it is written reads few.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escaped returns a text of the record in HTML.
func escaped(s string) string { return escapes.Replace(strings.TrimSpace(sanitize.Line(s))) }

func inParagraph(s string) string {
	if s == "" {
		return ""
	}
	return "<p>" + s + "</p>"
}

// isLong reports whether some of the events lie further off than the dates of JavaScript reach.
func isLong(t *timeline.Timeline, s index.Selection) bool {
	const reach = 200_000
	for n := range s.Len() {
		if start, _, ok := span(t.Date(s.At(n))); ok && (start.Year > reach || start.Year < -reach) {
			return true
		}
	}
	return false
}

// parts are a date by its parts, those that are known.
type parts struct {
	Year   int  `json:"year"` // 45 BC is −45
	Month  int  `json:"month,omitempty"`
	Day    int  `json:"day,omitempty"`
	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
	Second int  `json:"second,omitempty"`
}

// span returns a date as a slide has it. One that is exact to a part has no end; of one with an end that is open or
// unknown, the other is the start. It is not ok where no year is known.
func span(d edtf.Date) (start parts, end *parts, ok bool) {
	first, last := d, d
	if d.IsInterval() {
		from, to, _ := strings.Cut(d.EDTF(), "/")
		first, last = read(from), read(to)
		if first.Earliest() == calendar.Beginning || first.IsZero() {
			first = last
		}
		if last.Latest() == calendar.Forever || last.IsZero() {
			last = first
		}
	}
	if first.IsZero() || first.Beyond() || last.Beyond() {
		return start, nil, false
	}
	if first.Earliest() == calendar.Beginning { // of a set
		return partsOf(last, last.Latest()), nil, last.Latest() < calendar.Forever
	}
	start = partsOf(first, first.Earliest())
	if stop := last.Latest(); stop < calendar.Forever && (d.IsInterval() && last != first || isWide(first)) {
		if to := partsOf(last, stop); !to.isEarlier(start) { // as clocks of two zones may be, which the format has not
			end = &to
		}
	}
	return start, end, true
}

// isEarlier reports whether the clock is earlier than another on the same day.
func (p parts) isEarlier(other parts) bool {
	if p.Hour == nil || other.Hour == nil || p.Year != other.Year || p.Month != other.Month || p.Day != other.Day {
		return false
	}
	seconds := func(p parts) int { return (*p.Hour*60+*p.Minute)*60 + p.Second }
	return seconds(p) < seconds(other)
}

// read returns an end of an interval, the zero Date of one that is open or unknown.
func read(text string) edtf.Date {
	d, err := edtf.Parse(text)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// isWide reports whether a date that is no interval lasts longer than the part that it is exact to.
func isWide(d edtf.Date) bool {
	return d.IsSet() || d.HasGaps() || d.Precision() == edtf.ToSeason || d.Precision() < edtf.ToYear
}

// partsOf returns a day by those of its parts that a date is exact to.
func partsOf(d edtf.Date, on calendar.Day) parts {
	year, month, day := on.Civil()
	if year <= 0 {
		year--
	}
	p := parts{Year: year, Month: int(month), Day: day}
	switch since, timed := d.Clock(); {
	case isWide(d):
	case d.Precision() <= edtf.ToYear:
		p.Month, p.Day = 0, 0
	case d.Precision() == edtf.ToMonth:
		p.Day = 0
	case timed:
		seconds := min(int(since.Seconds()), 24*60*60-1)
		hour, minute := seconds/3600, seconds/60%60
		p.Hour, p.Minute, p.Second = &hour, &minute, seconds%60
	}
	return p
}
