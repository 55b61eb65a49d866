package load

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/chronicle"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/icaldoc"
	"dateline/timeline/internal/otherkeys"
	"dateline/timeline/internal/owntable"
	"dateline/timeline/internal/slides"
	"dateline/timeline/internal/tabular"
	"dateline/timeline/internal/tomldoc"
	"dateline/timeline/internal/yamldoc"
)

// This file reads what is not YAML, and knows of each file what it gives.

// foreign reads a text that is neither YAML nor Markdown.
func (r *fileReader) foreign(format formats.Format, text string) {
	r.Silent, r.Seen.Foreign = true, true
	switch format {
	case formats.JSON, formats.JSONLines:
		r.json(text)
	case formats.TOML:
		r.document(tomldoc.Document(r.In, text, r.Problems))
	case formats.Table:
		if r.isTable(text) {
			r.table(text)
		}
	case formats.Calendar:
		r.fixed = true
		var said *yaml.Node
		r.rows(text, func(yield func(*yaml.Node) bool) { said = icaldoc.Each(r.In, text, r.Problems, yield) })
		h := head{file: r}
		keep := func(f timeline.Field) { h.Other = append(h.Other, f) }
		for i := 0; i+1 < len(said.Content); i += 2 {
			switch key, value := said.Content[i], said.Content[i+1]; key.Value {
			case "title", "description":
				decode(&r.decoder, containers.Some(said, said.Content[i:i+2]), headFields, &h, keep)
			default: // no writer chose the keys of a calendar
				keep(r.Field(key.Value, value))
			}
		}
		r.batch.AddHeader(&h.Header)
	}
}

// table reads the rows of a table: of others, of dateline, or of the sheet that TimelineJS reads.
func (r *fileReader) table(text string) {
	own, sheet := owntable.Is(text), slides.IsSheet(text) && !slices.ContainsFunc(slides.Columns(), r.isMapped)
	var title *yaml.Node
	r.rows(text, func(yield func(*yaml.Node) bool) {
		tabular.Each(r.In, text, r.Problems, func(row *yaml.Node) bool {
			switch {
			case own:
				row = owntable.Row(row)
			case sheet:
				switch made, isTitle := slides.Row(row); {
				case !isTitle:
					row = made
				case title == nil:
					title = made
					return true
				}
			}
			return yield(row)
		})
	})
	if title != nil {
		h := head{file: r}
		decode(&r.decoder, title, headFields, &h, func(f timeline.Field) { h.Other = append(h.Other, f) })
		r.batch.AddHeader(&h.Header)
	}
}

// isMapped reports whether the reader says what a key stands for.
func (d *decoder) isMapped(key string) bool { return d.options.of(key) != "" }

// isTable reports whether a table of a folder has dates; one that was named is one of events.
func (r *fileReader) isTable(text string) bool {
	dated, heeded := !r.inFolder, false
	if r.inFolder {
		var ignored diag.List
		tabular.Each(diag.NewFile(r.In.Name(), ""), text, &ignored, func(n *yaml.Node) bool {
			if !heeded {
				r.notice(n)
				heeded = true
			}
			dated = dated || r.meanings().IsDated(n)
			return !dated
		})
	}
	return dated
}

// json reads a text of JSON. One whose name does not say so may be YAML in flow style.
func (r *fileReader) json(text string) {
	r.flush()
	said := r.Problems.Count()
	values := r.reader.JSON(text)
	if r.Problems.Count() > said && formats.ByName(r.In.Name()) == formats.Unknown {
		r.forget()
		if docs, whole := r.reader.Documents(text); whole {
			r.Silent = false
			r.documents(docs)
			return
		}
		r.forget()
		values = r.reader.JSON(text)
	}
	values = r.unquoted(values)
	if len(values) > 1 && values[0].Kind == yaml.SequenceNode { // lines of cells
		all := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: 1, Column: 1, Content: values}
		if rows := r.meanings().Rows(all); rows != all {
			values = []*yaml.Node{rows}
		}
	}
	if len(values) == 1 {
		values[0] = r.meanings().Rows(values[0])
		r.documents(values)
		return
	}
	if len(values) == 0 && r.Problems.Count() == said {
		r.Report(diag.Range{File: r.In}, rule.EmptyFile, "the file is empty", example)
	}
	if all := (&yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: values}); r.isBarrenList(all) {
		r.passOver(all)
		return
	}
	r.key = "events"
	for _, n := range values {
		r.eachEvent(n)
	}
}

// markdown reads a page.
func (r *fileReader) markdown(text string) {
	r.Page = true
	page, docs, whole, isFront := r.front(text)
	switch {
	case isFront && page == nil:
		return
	case isFront:
		docs = r.withSecond(page, docs)
		if len(docs) == 1 && r.chronicle(page.Body, page.At.Line-1, docs[0]) {
			return
		}
		r.page = *page
		r.someDocuments(docs, whole)
	case r.chronicle(text, 0, nil) || r.properties(text):
	case r.inFolder && r.isDatedPage(): // a note
		r.page = yamldoc.Page{Body: strings.TrimSpace(text), At: diag.Range{File: r.In, Line: 1}}
		r.note(&yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1})
	default:
		r.undated()
		return
	}
	if body := r.takeBody(); body != "" { // nothing could be read that it belongs to
		r.batch.AddHeader(&timeline.Header{Description: body, Markup: true})
	}
}

// front reads the front matter of a page, which is YAML, TOML or JSON, and reports whether it has any. page is nil
// where none of that can be read, which is reported, and whole false where not all of YAML could be.
func (r *fileReader) front(text string) (page *yamldoc.Page, docs []*yaml.Node, whole, is bool) {
	switch {
	case tomldoc.HasFrontMatter(text):
		p, ok := tomldoc.FrontMatter(r.In, text, r.Problems)
		if !ok {
			return nil, nil, false, true
		}
		r.Silent = true
		page = &yamldoc.Page{Front: p.Front, Body: p.Body, At: p.At}
		if p.JSON {
			return page, r.reader.JSON(p.Front), false, true
		}
		return page, []*yaml.Node{tomldoc.Document(r.In, p.Front, r.Problems)}, false, true
	case fastyaml.IsFrontMatter(text): // as Hugo has it
		end := fastyaml.End(text)
		body := strings.TrimLeft(text[end:], " \t\r\n")
		line := 1 + strings.Count(text[:len(text)-len(body)], "\n")
		r.Silent = true
		page = &yamldoc.Page{Body: strings.TrimSpace(body), At: diag.Range{File: r.In, Line: line}}
		return page, r.reader.JSON(text[:end]), false, true
	case yamldoc.HasFrontMatter(text):
		p, ok := r.reader.FrontMatter(text, isTopKey)
		if !ok {
			return nil, nil, false, true
		}
		docs, whole = r.reader.Front(&p, r.lane)
		return &p, docs, whole, true
	}
	return nil, nil, false, false
}

// takeBody returns the text of a Markdown page, once.
func (d *decoder) takeBody() string {
	body := d.page.Body
	d.page.Body = ""
	return body
}

// bodyKey is that of the text of a Markdown page whose event or record has such a text already.
const bodyKey = "body"

// besides puts the text of a Markdown page into prose if that is empty. Otherwise it returns it as a field, and reports
// it with why, which says what there is already.
func (d *decoder) besides(prose *string, body, why string) []timeline.Field {
	switch {
	case body == "" || body == *prose:
		return nil
	case *prose == "":
		*prose = body
		return nil
	}
	d.Report(d.page.At, rule.TwoBodies, why+" already; the text below the front matter is kept as `"+bodyKey+"`",
		"put the two together")
	return []timeline.Field{ofText(bodyKey, body)}
}

// pageName returns the name of the file without its ending.
func (r *fileReader) pageName() string {
	base := path.Base(r.In.Name())
	return strings.TrimSuffix(base, path.Ext(base))
}

// isDatedPage reports whether the name of the file begins with a whole date.
func (r *fileReader) isDatedPage() bool {
	name := r.pageName()
	return len(name) >= 10 && isWhen(name[:10]) && strings.Count(name[:10], "-") == 2
}

// note reads a document that is one event. What the first of a file lacks the name of the file may say.
func (r *fileReader) note(n *yaml.Node) {
	r.single++
	r.decoder.Alone = r.single == 1
	if r.Headings = nil; r.inFolder && r.Page {
		first, _, _ := strings.Cut(r.page.Body, "\n")
		heading, _ := strings.CutPrefix(first, "# ")
		r.Headings = []string{r.pageName(), heading}
	}
	r.event(n)
}

// isNote reports whether a map that may be the head of a record is an event: of Markdown each is that holds no records,
// of other files of a folder, and after the first document, one with a title and more than a head has.
func (r *fileReader) isNote(n *yaml.Node) bool {
	switch {
	case len(n.Content) == 0 || r.isHead || containers.Has(n, "events") || n.Tag == yamldoc.Broken || r.givesRecords(n):
		return false
	case formats.Of(r.In.Name(), "") == formats.Markdown, r.meanings().IsDated(n):
		return true
	case !r.inFolder && r.docs == 1:
		return false
	}
	own := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i].Value; headFields.has(key) && key != "actors" && key != "sources" {
			own++
		}
	}
	return containers.Has(n, "title") && 2*own < len(n.Content)
}

// givesRecords reports whether a map holds records of actors, or types. A page has sources of its own.
func (r *fileReader) givesRecords(n *yaml.Node) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		value := n.Content[i+1]
		switch n.Content[i].Value {
		case "types":
			return true
		case "actors":
			if value.Kind == yaml.MappingNode {
				return true
			}
			for _, item := range value.Content {
				if item.Kind == yaml.MappingNode && !containers.Has(item, "actor") && !containers.Has(item, "role") {
					return true
				}
			}
		case "sources":
			if value.Kind != yaml.ScalarNode && formats.ByName(r.In.Name()) != formats.Markdown &&
				!containers.Has(n, "title") {
				return true
			}
		}
	}
	return false
}

// isBarren reports whether a document of a folder was not written for a timeline: it is no Markdown, has no key of a
// head but description, neither a date nor a title, and nothing that is surely of an event.
func (r *fileReader) isBarren(n *yaml.Node, event bool) bool {
	if format := formats.ByName(r.In.Name()); !r.inFolder || r.isHead || format == formats.Markdown ||
		containers.Has(n, "events") || r.meanings().IsDated(n) || n.Tag == yamldoc.Broken {
		return false
	} else if format != formats.YAML {
		return true
	}
	unknown := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key := n.Content[i].Value; {
		case key == "title" || key == "actors" || key == "sources" || key == "types" || key == "summary":
			return false
		case !headFields.has(key) && !eventFields.has(key):
			unknown++
		}
	}
	return unknown > 0 || !event
}

// isBarrenList reports whether a document of a folder that is no map was not written for a timeline: no item of a list
// has a date, nor in YAML a title. A text is none.
func (r *fileReader) isBarrenList(n *yaml.Node) bool {
	if !r.inFolder || r.reader.List(n) != nil {
		return false
	}
	where, format := r.meanings(), formats.ByName(r.In.Name())
	for _, item := range n.Content {
		_, holds := where.Group(item)
		ours := format == formats.YAML && (containers.Has(item, "title") || containers.Has(item, "summary"))
		if holds || ours || where.IsDated(item) || where.Wrapped(item) != nil || item.Tag == yamldoc.Broken {
			return false
		}
	}
	return true
}

// passOver notes of a document that gives no event whether it looks as if it should. YAML of a folder is passed over
// only where it has no title or date of ours, as the settings of a program; its texts may begin with dates.
func (r *fileReader) passOver(n *yaml.Node) {
	switch {
	case formats.ByName(r.In.Name()) == formats.YAML:
		r.dated = append(r.dated, chronicle.Lines(n, isWhen)...)
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0:
		r.notice(n.Content[0])
	default:
		r.notice(n)
	}
}

// notice notes whether a map that gives no event has a key of a date or a title.
func (r *fileReader) notice(n *yaml.Node) {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		r.hints = r.hints || key == "title" || r.IsDateKey(key)
	}
}

// learn notes what the head of a record gives.
func (r *fileReader) learn(n *yaml.Node) {
	r.notice(n)
	r.records = r.records || r.isHead || r.givesRecords(n)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		r.records = r.records || key == "actors" || key == "sources"
	}
	if at, count := containers.Largest(n); count > 1 {
		r.holds = fmt.Sprintf("; `%s` holds %s, but no key of them means a date", at, diag.Plural(count, "record"))
	} else if r.cure == "" {
		r.cure = r.offered(n)
	}
}

// offered returns how to read the one event of a map, if a key of it that means no date has one, and "" without one.
func (r *fileReader) offered(n *yaml.Node) string {
	record, key := r.meanings().Lone(n)
	if record == nil {
		return ""
	}
	date, title, titled := "", "", false
	for i := 0; i+1 < len(record.Content); i += 2 {
		name, value := record.Content[i].Value, record.Content[i+1]
		switch {
		case name == key:
			date = value.Value
		case r.isTitle(name):
			titled = true
		case title == "" && value.Kind == yaml.ScalarNode && guess.Worth(value.Value) > 0:
			title = ",title=" + otherkeys.Typed(name)
		}
	}
	if titled {
		title = ""
	}
	return fmt.Sprintf("if `%s` is the date (%s), say --map date=%s%s", key, date, otherkeys.Typed(key), title)
}

// end reports that the file, which is whole, gave no event, where it should have given one or may be thought to. Failed
// reports whether an error says why.
func (r *fileReader) end(failed, alone bool) {
	format := formats.ByName(r.In.Name())
	ours := format == formats.YAML || format == formats.Markdown
	switch at := (diag.Range{File: r.In}); {
	case failed:
		return
	case !r.inFolder && !alone || r.inFolder && ours && r.hints:
		r.Report(at, rule.FileWithoutEvents, "the file gives no event"+r.holds, cmp.Or(r.cure, example))
	case r.inFolder && len(r.dated) > 1:
		at.Line = r.dated[0]
		r.Report(at, rule.FileIgnored, "the file has lines with dates, and gives no event",
			"make each an event, as in - date: 2025-09-08, and indented below it title: …")
	case r.inFolder && r.hints:
		r.Report(at, rule.LeftAlone, "the file has a key of a date or title, and gives no event"+r.holds,
			"if it should, name it itself, or say which key has the date: --map date=KEY")
	}
	r.flush()
}
