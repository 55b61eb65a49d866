// Package svg draws a view as a picture for an article: the axis of time with its folded silence, bars for all events
// of a column, and a lane for each of the actors that are named most often.
//
//	err := svg.Write(os.Stdout, x, selection, svg.Options{})
//
// The axis is that of the screen, cut by package cut. A lane has the events that list its actor: a mark for one, a bar
// with a number for several of a column, a thin line for what goes on, cut at the ends of the axis. What is not exact
// to a day is hollow. Lanes stand by side, people before organisations before the state, and who met is tied by a line.
// Events without a date are named beneath.
//
// Texts are texts, of whatever font there is; marks say in a title what they are, and a description says it all in
// words. The picture is light or dark as the reader's system is. It has no scripts and refers to nothing. Its size is
// bounded by the columns and lanes, whatever the record holds; the time that it takes is linear in the events.
package svg

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/family"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
)

// Options are what of a record is drawn besides its events.
type Options struct {
	Headless bool // the title of the record is left out
}

// Write draws the events of s. The error is that of the writer.
func Write(w io.Writer, x *index.Index, s index.Selection, o Options) error {
	p := picture{view: viewOf(x, s)}
	p.cell = min(broad, (width-left-margin)/max(1, p.view.axis.Cells))
	p.heading(o)
	if p.view.dated > 0 {
		p.bars()
		p.ground()
		p.lanes()
	}
	p.undated()
	p.legend()
	p.body.WriteString("</svg>\n")
	height := p.y + margin
	if _, err := fmt.Fprintf(w, opening, width, height, width, height, p.title(o), p.description(), style); err != nil {
		return err
	}
	_, err := io.Copy(w, &p.body)
	return err
}

// A picture is a picture that is being drawn, from the top down.
type picture struct {
	view view
	body bytes.Buffer
	y    int // what is drawn so far ends here
	cell int // how wide a cell of the axis is
}

// Sizes, in pixels of a picture that is not scaled.
const (
	width   = 960
	margin  = 16
	left    = 192 // where the axis begins, after the names
	narrow  = 11  // a cell of the axis where that is full, with room for two digits, …
	broad   = 14  // … and at most
	cells   = (width - left - margin) / narrow
	barRows = 64 // the highest bar
	row     = 22 // of a lane
	widest  = 20 // of a bar
	digit   = 5  // of the number on a mark
	letter  = 6  // of the name of a year or month
)

// opening is the frame of a picture: two sizes twice, title, description and style.
const opening = `<svg xmlns="http://www.w3.org/2000/svg" class="dateline" width="%d" height="%d" viewBox="0 0 %d %d" ` +
	`role="img" aria-labelledby="dateline-title dateline-desc">
<title id="dateline-title">%s</title>
<desc id="dateline-desc">%s</desc>
<style>%s</style>
<rect class="ground" width="100%%" height="100%%"/>
`

// title returns what the picture is called.
func (p *picture) title(o Options) string {
	if title := clip(p.view.t.Title(), 90); title != "" && !o.Headless {
		return escaped(title)
	}
	return "Timeline"
}

// description says the picture in words.
func (p *picture) description() string {
	v := &p.view
	var b strings.Builder
	b.WriteString(v.extent() + ". ")
	if v.dated > 0 {
		b.WriteString("Time goes from left to right; where nothing happened for long it is folded. ")
	}
	if len(v.lanes) > 0 {
		fmt.Fprintf(&b, "Lanes of %d of %s that these events list, with the number of events that list each: ",
			len(v.lanes), diag.Plural(v.actors, "actor"))
		for n := range v.lanes {
			if n > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%s %d", clip(v.t.ActorName(v.lanes[n].actor), 60), v.lanes[n].events)
		}
		b.WriteString(".")
	}
	return escaped(b.String())
}

// extent says how many events there are, and from when to when.
func (v *view) extent() string {
	words := diag.Plural(v.n, "event")
	if first, last, ok := edtf.Extent(v.dated, func(n int) edtf.Date { return v.t.Date(v.at(n)) }); ok {
		from, to := calendar.Years, calendar.Years // as exactly as either is known
		for n := range v.dated {
			d := v.t.Date(v.at(n))
			if d.Earliest() == first {
				from = max(from, unit(d))
			}
			if d.Latest() == last {
				to = max(to, unit(d))
			}
		}
		words += ", " + between(edtf.Of(from, first), edtf.Of(to, last))
	}
	if undated := v.n - v.dated; undated > 0 && v.dated > 0 {
		words += fmt.Sprintf(", %d of them without a date", undated)
	}
	return words
}

// between returns in words what lies from one date to another.
func between(from, to edtf.Date) string {
	if d, ok := edtf.Interval(from, to); ok && from != to {
		return d.String()
	}
	return from.String()
}

// heading draws the title and what the picture is of.
func (p *picture) heading(o Options) {
	p.y = margin
	if !o.Headless && p.view.t.Title() != "" {
		p.y += 18
		p.text(margin, p.y, "title", p.title(o))
	}
	p.y += 18
	p.text(margin, p.y, "faint", escaped(p.view.extent()))
	p.y += 10
}

// text draws a text, which is escaped already.
func (p *picture) text(x, y int, class, text string) {
	fmt.Fprintf(&p.body, `<text x="%d" y="%d" class="%s">%s</text>`+"\n", x, y, class, text)
}

// undated names the first events without a date.
func (p *picture) undated() {
	const most = 5
	v := &p.view
	if v.dated == v.n {
		return
	}
	p.y += 22
	p.text(margin, p.y, "side", "WITHOUT A DATE")
	for n := v.dated; n < min(v.n, v.dated+most); n++ {
		p.y += 18
		p.text(margin, p.y, "name", escaped(clip(v.t.EventTitle(v.at(n)), 110)))
	}
	if rest := v.n - v.dated - most; rest > 0 {
		p.y += 18
		p.text(margin, p.y, "faint", fmt.Sprintf("and %d more", rest))
	}
}

// legend says which mark is of which family, of those that there are.
func (p *picture) legend() {
	x := margin
	p.y += 26
	for _, f := range order {
		if !p.view.has[f] {
			continue
		}
		p.mark(x+5, p.y-4, f, false)
		p.text(x+14, p.y, "name", f.String())
		x += 14 + 7*len(f.String()) + 18
	}
	if p.view.vague {
		p.mark(x+5, p.y-4, family.Other, true)
		p.text(x+14, p.y, "name", "not exact to a day")
	}
}

// order is that of families within a bar, from its foot, and in the legend.
var order = [family.Count]family.Family{family.Force, family.Talks, family.Words, family.Help, family.Other}

// escapes are of what has a meaning in XML.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// escaped returns a text of the record as XML has it.
func escaped(s string) string { return escapes.Replace(sanitize.Line(s)) }

// clip returns the first so many cells of a text in one line.
func clip(s string, most int) string {
	s = strings.TrimSpace(sanitize.Line(s))
	used := 0
	for at, r := range s {
		if used += sanitize.RuneWidth(r); used > most {
			return strings.TrimSpace(s[:at]) + "…"
		}
	}
	return s
}

// pixels returns about how wide a character of a name is, in whatever typeface the reader has.
func pixels(r rune) int {
	switch cells := sanitize.RuneWidth(r); {
	case cells == 0:
		return 0
	case cells == 2, strings.ContainsRune("WMmw@%—…ЖШЩЮФМжшщюфмЪЫъыΩω", r):
		return 13
	case unicode.IsUpper(r):
		return 9
	}
	return 7
}

// within returns a text of at most so many pixels, without its middle if it is too long: names of people and offices of
// one organisation begin alike.
func within(s string, most int) string {
	s = strings.TrimSpace(sanitize.Line(s))
	wide := 0
	for _, r := range s {
		wide += pixels(r)
	}
	if wide <= most {
		return s
	}
	head, tail, used := 0, len(s), pixels('…')
	for at, r := range s {
		wide := pixels(r)
		if used+wide > (most+1)/2 {
			break
		}
		used, head = used+wide, at+utf8.RuneLen(r)
	}
	for tail > head {
		r, size := utf8.DecodeLastRuneInString(s[:tail])
		if used += pixels(r); used > most {
			break
		}
		tail -= size
	}
	for tail < len(s) { // no mark without its letter
		r, size := utf8.DecodeRuneInString(s[tail:])
		if sanitize.RuneWidth(r) > 0 {
			break
		}
		tail += size
	}
	return strings.TrimSpace(s[:head]) + "…" + strings.TrimSpace(s[tail:])
}

// x returns where a cell of the axis begins.
func (p *picture) x(n int) int { return left + p.cell*n }

// wide returns how wide bars of a column are.
func (p *picture) wide(c cut.Column) int { return min(p.cell*c.Cells-1, widest) }

// titleOf returns what an event is, for a title.
func titleOf(t *timeline.Timeline, i int) string {
	return escaped(t.Date(i).String() + ": " + clip(t.EventTitle(i), 120))
}
