package load

import (
	"fmt"
	"math"
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/chronicle"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/otherkeys"
	"dateline/timeline/internal/pageyear"
	"dateline/timeline/internal/properties"
	"dateline/timeline/internal/yamldoc"
)

// chronicle reads a page of Markdown that is a list of events itself: headings, items and rows with dates. The text has
// so many lines above it, and the front matter, if there is one, has no date of what happened. It reports whether the
// page is one.
// In a folder a page is a note, and only a day at its top makes it an event, or a table its rows.
func (r *fileReader) chronicle(text string, above int, front *yaml.Node) bool {
	if front != nil && (r.inFolder || front.Kind != yaml.MappingNode || r.saysWhen(front) ||
		containers.Has(front, "events")) {
		return false
	}
	page := chronicle.Read(text, above, isWhen, r.IsDateKey)
	if len(page.Events) < 2 && !r.inFolder {
		if other, ok := chronicle.ReadShort(text, above, isWhen, r.IsDateKey); ok {
			page = other
		}
	}
	const surely = 5 // events of a page that says when it was published
	if front != nil && len(page.Events) < surely && r.meanings().IsDated(front) {
		return false
	}
	var years pageyear.Found
	if len(page.Events) < 2 && !r.inFolder && len(page.Yearless) > 1 {
		if found, ok := pageyear.Of(page.Yearless, append(linesOf(front), page.Around...)); ok {
			years = found
			page = chronicle.ReadIn(found.Years, text, above, isWhen, r.IsDateKey)
		}
	}
	if front == nil {
		r.seen = &page
	}
	if r.inFolder {
		if !strings.HasPrefix(strings.TrimLeft(text, "\ufeff \t\r\n"), "# ") {
			page.Day = nil
		}
		if len(page.Table) > 1 {
			page.Events, page.Other, page.Rest, page.Title = page.Table, nil, "", ""
		}
	}
	r.page = yamldoc.Page{Body: page.Rest, At: diag.Range{File: r.In, Line: above + 1}}
	few := r.inFolder && len(page.Table) < 2 || len(page.Events) < 3 && page.Joined < 2
	switch {
	case few && page.Day != nil && front == nil:
		r.Silent, r.Seen.Foreign, r.page.Body = true, true, ""
		r.note(page.Day)
		return true
	case r.inFolder && len(page.Table) < 2, len(page.Events) < 2:
		r.page = yamldoc.Page{}
		if n := len(page.Yearless); n > 1 && !r.inFolder {
			r.Undated = fmt.Sprintf("%s of the page look dated, such as “%s”, and have no year: write it in each, or in a "+
				"heading over them", diag.Plural(n, "line"), page.Yearless[0].Text)
		}
		return false
	}
	r.Silent, r.Seen.Foreign = true, true
	at := page.Events[0]
	record := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}
	if front != nil {
		record.Content = append(record.Content, front.Content...)
	} else if title := strings.TrimSpace(page.Title); title != "" {
		record.Content = append(record.Content, containers.Word("title", record), containers.Word(title, record))
	}
	message, cure := diag.Plural(len(page.Events), "event")+" taken from the headings, lists and tables of the page", ""
	if n := len(page.Other); n > 0 {
		message += fmt.Sprintf("; %s of these lists not taken, the first in line %d", diag.Plural(n, "item"), page.Other[0])
		cure = "begin each with its date and a colon, as in 1066: …; they are in the description of the record"
	}
	r.Report(diag.Range{File: r.In, Line: at.Line}, rule.ContainerGuessed, message, cure)
	if len(years.Years) > 0 {
		r.sayYears(years)
	}
	record.Content = append(record.Content, containers.Word("events", at),
		&yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: at.Line, Column: 1, Content: page.Events})
	r.document(record)
	return true
}

// sayYears reports that days of a page have the year that it names elsewhere.
func (r *fileReader) sayYears(found pageyear.Found) {
	first := math.MaxInt
	for line := range found.Years {
		first = min(first, line)
	}
	span := fmt.Sprint(found.First)
	if found.Last > found.First {
		span += "–" + fmt.Sprint(found.Last)
	}
	r.Report(diag.Range{File: r.In, Line: first}, rule.DateGuessed,
		"the days of the page have no year; the one that it names elsewhere is taken",
		fmt.Sprintf("it is %s by line %d, for %s: write it in each, or in a heading over them", span, found.Line,
			diag.Plural(len(found.Years), "day")))
}

// linesOf returns the values of front matter, as lines of a title.
func linesOf(front *yaml.Node) (lines []chronicle.Line) {
	for i := 0; front != nil && i+1 < len(front.Content); i += 2 {
		if value := front.Content[i+1]; value.Kind == yaml.ScalarNode {
			lines = append(lines, chronicle.Line{Number: value.Line, Text: value.Value, Of: 1})
		}
	}
	return lines
}

// saysWhen reports whether front matter has the date of what happened, and not only of when the page was written.
func (r *fileReader) saysWhen(front *yaml.Node) bool {
	var some []*yaml.Node
	for i := 0; i+1 < len(front.Content); i += 2 {
		if !otherkeys.IsWritten(front.Content[i].Value) {
			some = append(some, front.Content[i], front.Content[i+1])
		}
	}
	return r.meanings().IsDated(containers.Some(front, some))
}

// properties reads a page that is one event, with lines of keys and values below its heading. It reports whether the
// page is one. A table beside its folder has the event already.
func (r *fileReader) properties(text string) bool {
	page, ok := properties.Read(text, func(key, value string) bool { return r.IsDateKey(key) && isWhen(value) })
	if !ok || r.inFolder && r.inTable() {
		return false
	}
	r.Silent, r.Seen.Foreign = true, true
	r.page = yamldoc.Page{Body: page.Body, At: diag.Range{File: r.In, Line: page.Line}}
	r.note(page.Event)
	return true
}

// undated reports a page without front matter that gives no event, and what of it looks as if it should.
func (r *fileReader) undated() {
	at, cure := diag.Range{File: r.In}, "begin the page with a line ---, then date: and title:, then another line ---"
	name := path.Base(strings.ReplaceAll(r.In.Name(), `\`, "/"))
	dayInName := chronicle.DayInName(strings.TrimSuffix(name, path.Ext(name)))
	page := r.seen
	r.page = yamldoc.Page{}
	said := len(page.Events)
	like := page.Like
	if said > 0 {
		at.Line = page.Events[0].Line
	} else if len(like) > 0 {
		at.Line = like[0]
	}
	lines := "; or begin each heading, item or row with its date, as in ## 2025-09-08: …"
	switch {
	case !r.inFolder && said > 0:
		r.Report(at, rule.NoFrontMatter, "the page has no front matter, and only this line begins with a date", cure+lines)
	case !r.inFolder && len(like) > 0:
		r.Report(at, rule.NoFrontMatter, "the page has no front matter, and the dates that its lines seem to begin with "+
			"cannot be read", cure+lines)
	case !r.inFolder:
		at.Line = 1
		r.Report(at, rule.NoFrontMatter, "the page has no front matter, and no line begins with a date", cure+lines)
	case r.isInDatedFolder():
		r.Report(at, rule.LeftAlone, "the page has a date in its path and none of its own, and gives no event", cure)
	case dayInName != "":
		r.Report(at, rule.LeftAlone, "the page has a day in its name that is not written as "+dayInName+
			", and none of its own, and gives no event", "begin its name with "+dayInName+", or "+cure)
	case said > 1 || len(like) > 2:
		r.Report(at, rule.FileIgnored, "the page has lines with dates and no front matter, and gives no event", cure+
			"; or name the page itself, so that they are read")
	}
}

// isInDatedFolder reports whether the folders that the file is in are a day: 2023/11-01, 2023/11/01 or 2023-11-01.
func (r *fileReader) isInDatedFolder() bool {
	parts := strings.Split(path.Dir(strings.ReplaceAll(r.In.Name(), `\`, "/")), "/")
	for n := 1; n <= min(3, len(parts)); n++ {
		if day := strings.Join(parts[len(parts)-n:], "-"); len(day) == len("2023-11-01") && isWhen(day) {
			return true
		}
	}
	return false
}
