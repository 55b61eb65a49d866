package quality

import (
	"bufio"
	"fmt"
	"io"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/export"
	"dateline/timeline/export/cell"
	"dateline/timeline/sanitize"
)

// A Choice says what of a report is written.
type Choice struct {
	Rules []Rule // those that are told
	All   bool   // whether text has each finding, and not the first few of a rule
}

// few is how many findings of a rule text has.
const few = 5

// WriteText writes a report for people: a line for each rule with its number, then what was found. The error is that of
// the writer.
func (r *Report) WriteText(w io.Writer, t *timeline.Timeline, c Choice, e export.Emphasis) error {
	out := bufio.NewWriterSize(w, 64<<10)
	fmt.Fprint(out, diag.Plural(r.Events, "event"))
	if r.Usual > 0 {
		fmt.Fprintf(out, ", usually %s apart", diag.Plural(int(r.Usual), "day"))
	}
	fmt.Fprint(out, "\n\n")
	for _, rule := range c.Rules {
		fmt.Fprintf(out, "%6d  %-22s  %s\n", len(r.Found[rule]), rule, rule.Doc())
	}
	for _, rule := range c.Rules {
		found := r.Found[rule]
		if len(found) == 0 {
			continue
		}
		head := fmt.Sprintf("%s: %d", rule, len(found))
		if e.Title != nil {
			head = e.Title(head)
		}
		fmt.Fprintf(out, "\n%s\n", head)
		shown := found
		if !c.All {
			shown = found[:min(few, len(found))]
		}
		for _, f := range shown {
			if _, err := fmt.Fprintf(out, "  %s\n", r.line(t, rule, f)); err != nil {
				return err
			}
		}
		if more := len(found) - len(shown); more > 0 {
			fmt.Fprintf(out, "  and %d more\n", more)
		}
	}
	return out.Flush()
}

// Cut reports whether WriteText leaves something out.
func (r *Report) Cut(c Choice) bool {
	for _, rule := range c.Rules {
		if len(r.Found[rule]) > few && !c.All {
			return true
		}
	}
	return false
}

// line returns a finding in one line, with its place.
func (r *Report) line(t *timeline.Timeline, rule Rule, f Finding) string {
	what := ""
	switch rule {
	case OnePublisher, FiguresWithoutSource:
		what = ": " + sanitize.Line(f.What)
	case ActorOnce:
		what = ": " + sanitize.Line(t.ActorName(f.Actor))
	case Gap:
		what = fmt.Sprintf(": %s until %s", diag.Plural(int(f.Days), "day"), described(t, f.Next))
	}
	e := t.Event(f.Event)
	place := e.Pos
	place.Column = 0 // an event is looked for by its line
	return sanitize.Line(place.String()) + ": " + described(t, f.Event) + what
}

// described returns date and title of an event.
func described(t *timeline.Timeline, i int) string {
	return t.Date(i).String() + ", " + sanitize.Line(t.EventTitle(i))
}

// A findingJSON is a finding. The order of the fields is the order of the keys.
type findingJSON struct {
	ID    string `json:"id"` // of the event
	Date  string `json:"date"`
	Title string `json:"title"`
	File  string `json:"file"`
	Line  int    `json:"line"`

	ActorID   string `json:"actor,omitempty"`
	ActorName string `json:"actor_name,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Label     string `json:"label,omitempty"`
	Until     string `json:"until,omitempty"` // the id of the event after a gap
	Days      int64  `json:"days,omitempty"`
}

// WriteJSON writes an object, in which each rule has all its findings. The error is that of the writer.
func (r *Report) WriteJSON(w io.Writer, t *timeline.Timeline, c Choice) error {
	out := bufio.NewWriterSize(w, 64<<10)
	encode := cell.JSON(out)
	fmt.Fprintf(out, `{"events":%d,"usual_days":%d,"gap_days":%d,"rules":[`+"\n", r.Events, r.Usual, r.Long)
	for n, rule := range c.Rules {
		if n > 0 {
			out.WriteString(",")
		}
		fmt.Fprintf(out, `{"rule":%q,"means":%q,"count":%d,"found":[`+"\n", rule, rule.Doc(), len(r.Found[rule]))
		for k, f := range r.Found[rule] {
			if k > 0 {
				out.WriteString(",")
			}
			if err := encode(f.json(t, rule)); err != nil {
				return err
			}
		}
		out.WriteString("]}\n")
	}
	out.WriteString("]}\n")
	return out.Flush()
}

// json returns a finding of a rule.
func (f Finding) json(t *timeline.Timeline, rule Rule) findingJSON {
	e := t.Event(f.Event)
	j := findingJSON{ID: e.ID, Date: e.Date.EDTF(), Title: e.Title, File: e.Pos.File, Line: e.Pos.Line}
	switch rule {
	case OnePublisher:
		j.Publisher = f.What
	case FiguresWithoutSource:
		j.Label = f.What
	case ActorOnce:
		j.ActorID, j.ActorName = t.Actor(f.Actor).ID, t.ActorName(f.Actor)
	case Gap:
		j.Until, j.Days = t.ID(f.Next), f.Days
	}
	return j
}
