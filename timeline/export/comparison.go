package export

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/compare"
	"dateline/timeline/export/cell"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
)

// TableFormats are the formats of a comparison, the usual one first. YAML is for records.
var TableFormats = []Format{Text, Markdown, CSV, JSON, JSONLines}

// tables has for each of them what writes a comparison.
var tables = map[Format]func(*bufio.Writer, Emphasis, *contrast) error{
	Text: textTable, Markdown: markdownTable, CSV: csvTable, JSON: jsonTable, JSONLines: jsonLinesTable,
}

// maxMeets is how many of those whom each of the two meets are named.
const maxMeets = 5

// A contrast is a comparison with what is told of both.
type contrast struct {
	*compare.Comparison
	t    *timeline.Timeline
	told [2]compare.Telling
}

// Comparison writes a table of a comparison, a row for each event of either of the two, and what that adds up to, to w
// in format f, which must be one of TableFormats. What each of them says is counted as long as ctx lasts. The error is
// that of w.
func Comparison(ctx context.Context, w io.Writer, c *compare.Comparison, f Format, e Emphasis) error {
	out := bufio.NewWriterSize(w, 64<<10)
	err := tables[f](out, e, &contrast{Comparison: c, t: c.Index().Timeline(), told: c.Tell(ctx)})
	if err != nil {
		return err
	}
	return out.Flush()
}

// eachRow calls do with the date and the title of each event, in the order of time, and with whose it is.
func (c *contrast) eachRow(do func(i int, at compare.Place) error) error {
	for n := range c.Any.Len() {
		i := c.Any.At(n)
		if err := do(i, c.Place(i)); err != nil {
			return err
		}
	}
	return nil
}

// A sum is a line of what a comparison adds up to: of the first, of both where there is that, and of the second.
type sum struct{ what, left, both, right string }

// sums returns what the comparison adds up to. Text makes a text of the record safe.
func (c *contrast) sums(text func(string) string) []sum {
	count := func(what string, of func(compare.Place) int) sum {
		return sum{what: what, left: strconv.Itoa(of(compare.Left)), right: strconv.Itoa(of(compare.Right))}
	}
	words := func(what string, of func(compare.Place) string) sum {
		return sum{what: what, left: of(compare.Left), right: of(compare.Right)}
	}
	events := count("events", func(p compare.Place) int { return c.Sides[p].Events.Len() })
	events.both = strconv.Itoa(c.Both.Len())
	return []sum{
		events,
		count("alone", func(p compare.Place) int { return c.Sides[p].Alone.Len() }),
		count("quotes", func(p compare.Place) int { return c.told[p].Quotes }),
		count("claims", func(p compare.Place) int { return c.told[p].Claims }),
		words("first", func(p compare.Place) string { first, _, ok := c.Span(p); return c.date(first, ok) }),
		words("last", func(p compare.Place) string { _, last, ok := c.Span(p); return c.date(last, ok) }),
		words("meets also", func(p compare.Place) string {
			var meets []string
			for _, m := range c.meets(p) {
				meets = append(meets, text(c.t.ActorName(m.Actor))+" "+strconv.Itoa(m.N))
			}
			return strings.Join(meets, ", ")
		}),
	}
}

func (c *contrast) meets(p compare.Place) []index.ActorCount {
	return c.told[p].Meets[:min(len(c.told[p].Meets), maxMeets)]
}

func (c *contrast) date(i int, ok bool) string {
	if !ok {
		return ""
	}
	return c.t.Date(i).EDTF()
}

// cells returns what a row has in the columns of the first, of both and of the second.
func cells(at compare.Place, title string) (cells [3]string) {
	cells[[...]int{compare.Left: 0, compare.Both: 1, compare.Right: 2}[at]] = title
	return cells
}

// markdownTable writes two tables: the sums, and a row for each event.
func markdownTable(w *bufio.Writer, _ Emphasis, c *contrast) error {
	l, r := sanitize.Markdown(c.Sides[compare.Left].Name), sanitize.Markdown(c.Sides[compare.Right].Name)
	fmt.Fprintf(w, "|  | %s | both | %s |\n|---|---:|---:|---:|\n", l, r)
	for _, s := range c.sums(sanitize.Markdown) {
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", s.what, s.left, s.both, s.right)
	}
	fmt.Fprintf(w, "\n| Date | only %s | both | only %s |\n|---|---|---|---|\n", l, r)
	return c.eachRow(func(i int, at compare.Place) error {
		is := cells(at, sanitize.Markdown(readable(c.t, i).Title))
		_, err := fmt.Fprintf(w, "| %s | %s | %s | %s |\n", sanitize.Markdown(c.t.Date(i).String()), is[0], is[1], is[2])
		return err
	})
}

// csvTable writes a row of names, a row for each event, and after them the sums, which have no id.
func csvTable(w *bufio.Writer, _ Emphasis, c *contrast) error {
	out := csv.NewWriter(w)
	l, r := cell.CSV(c.Sides[compare.Left].Name), cell.CSV(c.Sides[compare.Right].Name)
	if err := out.Write([]string{"id", "date", l, "both", r}); err != nil {
		return err
	}
	err := c.eachRow(func(i int, at compare.Place) error {
		is := cells(at, cell.CSV(c.t.EventTitle(i)))
		return out.Write([]string{cell.CSV(c.t.ID(i)), c.t.Date(i).EDTF(), is[0], is[1], is[2]})
	})
	if err != nil {
		return err
	}
	for _, s := range c.sums(sanitize.Line) {
		if err := out.Write([]string{"", s.what, cell.NoFormula(s.left), s.both, cell.NoFormula(s.right)}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// sideMarks stand before a title in text: of the first, of the second, of both.
var sideMarks = [...]string{compare.Left: "<", compare.Right: ">", compare.Both: "="}

// textTable writes the sums in columns and then a line for each event, with a mark of whose it is.
func textTable(w *bufio.Writer, e Emphasis, c *contrast) error {
	l, r := sanitize.Line(c.Sides[compare.Left].Name), sanitize.Line(c.Sides[compare.Right].Name)
	sums := append([]sum{{"", "< " + l, "= both", "> " + r}}, c.sums(sanitize.Line)...)
	const meets = 1 // the last is too long for a column
	var widths [3]int
	for _, s := range sums[:len(sums)-meets] {
		for n, cell := range [...]string{s.what, s.left, s.both} {
			widths[n] = max(widths[n], sanitize.Width(cell))
		}
	}
	padded := func(n int, cell string) string {
		return cell + strings.Repeat(" ", max(0, widths[n]-sanitize.Width(cell))+2)
	}
	for n, s := range sums[:len(sums)-meets] {
		line := padded(0, s.what) + padded(1, s.left) + padded(2, s.both) + s.right
		if n == 0 {
			line = e.title(line)
		}
		fmt.Fprintln(w, line)
	}
	also := sums[len(sums)-meets]
	for n, list := range []string{also.left, also.right} {
		if list != "" {
			fmt.Fprintf(w, "%s %s: %s\n", []string{"<", ">"}[n], also.what, list)
		}
	}
	fmt.Fprintln(w)
	days := 0
	for n := range c.Any.Len() {
		days = max(days, sanitize.Width(c.t.Date(c.Any.At(n)).String()))
	}
	return c.eachRow(func(i int, at compare.Place) error {
		day := c.t.Date(i).String()
		_, err := fmt.Fprintf(w, "%s%s  %s %s\n", day, strings.Repeat(" ", days-sanitize.Width(day)), sideMarks[at],
			sanitize.Line(c.t.EventTitle(i)))
		return err
	})
}

// A sideJSON is one of the two in JSON. The order of the fields is the order of the keys.
type sideJSON struct {
	Name   string      `json:"name"`
	ID     string      `json:"id,omitempty"`     // of an actor
	Source string      `json:"source,omitempty"` // the text that names sources
	Events int         `json:"events"`
	Alone  int         `json:"alone"`
	Quotes int         `json:"quotes"`
	Claims int         `json:"claims"`
	First  string      `json:"first"`
	Last   string      `json:"last"`
	Meets  []metByJSON `json:"meets"`
}

type metByJSON struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Events int    `json:"events"`
}

// A sharedJSON is an event of a comparison.
type sharedJSON struct {
	ID    string `json:"id"`
	Date  string `json:"date"`
	Title string `json:"title"`
	In    string `json:"in"` // of, with or both
}

// A sumsJSON is what a comparison adds up to.
type sumsJSON struct {
	Of   sideJSON `json:"of"`
	With sideJSON `json:"with"`
	Both int      `json:"both"`
}

func (c *contrast) sumsJSON() sumsJSON {
	return sumsJSON{Of: c.sideJSON(compare.Left), With: c.sideJSON(compare.Right), Both: c.Both.Len()}
}

func (c *contrast) sideJSON(p compare.Place) sideJSON {
	s := &c.Sides[p]
	first, last, ok := c.Span(p)
	j := sideJSON{
		Name: s.Name, Source: s.Source, Events: s.Events.Len(), Alone: s.Alone.Len(), Quotes: c.told[p].Quotes,
		Claims: c.told[p].Claims, First: c.date(first, ok), Last: c.date(last, ok), Meets: []metByJSON{},
	}
	if s.Actor != timeline.NoActor {
		j.ID = c.t.Actor(s.Actor).ID
	}
	for _, m := range c.meets(p) {
		j.Meets = append(j.Meets, metByJSON{c.t.Actor(m.Actor).ID, c.t.ActorName(m.Actor), m.N})
	}
	return j
}

// sharedJSON returns an event.
func (c *contrast) sharedJSON(i int, at compare.Place) sharedJSON {
	in := [...]string{compare.Left: "of", compare.Right: "with", compare.Both: "both"}[at]
	return sharedJSON{ID: c.t.ID(i), Date: c.t.Date(i).EDTF(), Title: c.t.EventTitle(i), In: in}
}

// jsonTable writes one object.
func jsonTable(w *bufio.Writer, _ Emphasis, c *contrast) error {
	table := struct {
		sumsJSON
		Events []sharedJSON `json:"events"`
	}{c.sumsJSON(), make([]sharedJSON, 0, c.Any.Len())}
	_ = c.eachRow(func(i int, at compare.Place) error {
		table.Events = append(table.Events, c.sharedJSON(i, at))
		return nil
	})
	return cell.JSON(w)(table)
}

// jsonLinesTable writes an object for each event, and as the last line what they add up to.
func jsonLinesTable(w *bufio.Writer, _ Emphasis, c *contrast) error {
	encode := cell.JSON(w)
	err := c.eachRow(func(i int, at compare.Place) error { return encode(c.sharedJSON(i, at)) })
	if err != nil {
		return err
	}
	return encode(c.sumsJSON())
}
