// Package publish writes a view of a record, which is what of it is selected, in any format by its name: the formats
// that have one event after the other, which package export writes, and those that make one whole of a view, each of
// which has a room of its own below it.
//
//	err := publish.Write(os.Stdout, export.Markdown, publish.View{Index: x, Events: selection})
//
// It chooses no events, opens no files and knows no terminal.
//
// # To add a format that makes one whole of a view
//
//  1. Write it in a room of its own, as a func of a writer, an index and a selection, and with what else it needs.
//  2. Add a constant and a row to wholes here. The command line, its completion and its messages have it from there.
package publish

import (
	"cmp"
	"io"

	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/publish/html"
	"dateline/timeline/publish/ics"
	"dateline/timeline/publish/meetings"
	"dateline/timeline/publish/svg"
	"dateline/timeline/publish/timelinejs"
)

// A View is what of a record is written.
type View struct {
	Index    *index.Index
	Events   index.Selection
	From     int               // the rank in Events of the first that is written
	Headless bool              // what the record says of itself is left out, where the format has a place for it
	Notes    map[string]string // lines of the reader's own, by id of the event
	Emphasis export.Emphasis   // of text

	// LeftOut is told in words what the format has no place for, such as "3 events without a date". It may be nil.
	LeftOut func(what string)
}

// A whole is a format that makes one whole of a view.
type whole struct {
	format export.Format
	headed bool // has a place for what a record says of itself
	write  func(io.Writer, View) error
}

// wholes are all of them.
var wholes = []whole{
	{HTML, true, func(w io.Writer, v View) error {
		return html.Write(w, v.Index, v.rest(), html.Options{Headless: v.Headless, Notes: v.Notes})
	}},
	{ICS, true, func(w io.Writer, v View) error {
		left, err := ics.Write(w, v.Index, v.rest(), ics.Options{Headless: v.Headless, Notes: v.Notes})
		return v.leaves(left, err)
	}},
	{TimelineJS, true, func(w io.Writer, v View) error {
		o := timelinejs.Options{Headless: v.Headless, Notes: v.Notes}
		left, err := timelinejs.Write(w, v.Index, v.rest(), o)
		return v.leaves(left, err)
	}},
	{SVG, true, func(w io.Writer, v View) error {
		return svg.Write(w, v.Index, v.rest(), svg.Options{Headless: v.Headless})
	}},
	{DOT, true, func(w io.Writer, v View) error {
		title := v.Index.Timeline().Title()
		if v.Headless {
			title = ""
		}
		return v.leaves(meetings.Write(w, v.Index, v.rest(), meetings.DOT(), title))
	}},
	{Mermaid, false, func(w io.Writer, v View) error {
		return v.leaves(meetings.Write(w, v.Index, v.rest(), meetings.Mermaid(), ""))
	}},
}

// The formats that make one whole of a view.
const (
	HTML       export.Format = "html"       // one page for a browser
	ICS        export.Format = "ics"        // a calendar
	TimelineJS export.Format = "timelinejs" // slides of a page, in JSON
	SVG        export.Format = "svg"        // a picture of the axis, with lanes
	DOT        export.Format = "dot"        // who met whom, for Graphviz
	Mermaid    export.Format = "mermaid"    // the same, for pages in Markdown
)

// rest returns the events from the first that is written on.
func (v View) rest() index.Selection {
	if v.From == 0 {
		return v.Events
	}
	events := make([]int, 0, max(0, v.Events.Len()-v.From))
	for n := v.From; n < v.Events.Len(); n++ {
		events = append(events, v.Events.At(n))
	}
	part, _ := v.Events.Part(events)
	return part
}

// leaves tells what is left out, if anything is and nothing failed.
func (v View) leaves(what string, err error) error {
	if err == nil && what != "" && v.LeftOut != nil {
		v.LeftOut(what)
	}
	return err
}

// Formats returns all formats, the usual one first.
func Formats() []export.Format {
	all := append([]export.Format(nil), export.Formats...)
	for _, one := range wholes {
		all = append(all, one.format)
	}
	return all
}

// HasHead reports whether a format has a place for what a record says of itself.
func HasHead(f export.Format) bool {
	for _, one := range wholes {
		if one.format == f {
			return one.headed
		}
	}
	return f != export.JSONLines && f != export.CSV
}

// Headed reports whether what is written of a whole record begins with its head unless that is not wanted.
func Headed(f export.Format) bool {
	for _, one := range wholes {
		if one.format == f {
			return one.headed
		}
	}
	return f.Headed()
}

// Write writes a view in a format, which must be one of Formats. The error is that of the writer.
func Write(w io.Writer, f export.Format, v View) error {
	for _, one := range wholes {
		if one.format == f {
			return one.write(w, v)
		}
	}
	x := export.New(w, f, v.Emphasis)
	x.Annotate(v.Notes)
	if !v.Headless {
		if err := x.Head(v.Index.Timeline()); err != nil {
			return err
		}
	}
	return cmp.Or(x.Write(v.Index.Timeline(), v.Events, v.From), x.Close())
}
