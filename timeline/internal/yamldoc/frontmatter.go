package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamltree"
	"dateline/timeline/lazyregexp"
)

// HasFrontMatter reports whether a Markdown text begins with a line of three hyphens. Empty lines may be above.
func HasFrontMatter(text string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	return strings.TrimRight(first, " \t\r") == "---"
}

// A Page is a Markdown text with YAML in front.
type Page struct {
	Front string     // the YAML with the line of hyphens before it, so that places in it are those of the file
	Body  string     // the text after it, without blanks around it
	At    diag.Range // the first line of Body
}

// FrontMatter returns the parts of a Markdown text that begins with YAML between two lines of three hyphens. ok is
// false where there is none, which is reported. Without the second line it ends before the first line of text. A line
// of hyphens or dots within the YAML, which goes on below it to another such line, is reported and does not end it.
// isKey reports whether a record or event has that key.
func (r *Reader) FrontMatter(text string, isKey func(string) bool) (p Page, ok bool) {
	if !HasFrontMatter(text) {
		r.problems.Report(diag.Range{File: r.in, Line: 1}, rule.NoFrontMatter, "the file has no front matter",
			"begin it with a line ---, then date: and title:, then another line ---")
		return Page{}, false
	}
	f := front{lines: splitLines(text), isKey: isKey, item: noList, keys: map[string]bool{}, seen: map[place]bool{}}
	begin := 1 + strings.Count(text[:strings.Index(text, "---")], "\n")
	end := f.fence(begin)
	below := f.below(end)
	if end == len(f.lines) {
		r.problems.Report(diag.Range{File: r.in, Line: begin, Column: 1, Width: 3}, rule.FrontMatterEnd,
			"the front matter does not end", "put a line --- after its last field")
		if end, ok = f.openEnd(begin); !ok {
			return Page{}, false
		}
		below = end
	} else if below < len(f.lines) && f.mayBegin(f.lines[below]) {
		f.learn(begin, end)
		end = r.goOn(&f, end)
		below = f.below(end)
	}
	body := strings.Join(f.lines[below:], "")
	return Page{
		Front: strings.Join(f.lines[:end], ""),
		Body:  strings.TrimSpace(strings.ReplaceAll(body, "\r\n", "\n")),
		At:    diag.Range{File: r.in, Line: below + 1},
	}, true
}

// Front returns the documents of the YAML of a page, as Documents does. Lane reads it where it can; then the nodes are
// good until it is opened again.
func (r *Reader) Front(p *Page, lane *fastyaml.Reader) (docs []*yaml.Node, whole bool) {
	if len(p.Front) < r.size {
		fence := strings.Index(p.Front, "---")
		below := fence + 1 + strings.IndexByte(p.Front[fence:]+"\n", '\n')
		lane.Open(p.Front, 0)
		lane.Skip(min(below, len(p.Front)), 1+strings.Count(p.Front[:fence], "\n"))
		if n := lane.Document(); n != nil && !yamltree.Swallows(n) {
			return []*yaml.Node{n}, true
		}
	}
	return r.Documents(p.Front)
}

// goOn returns the line that ends the front matter, where its first fence is line end. It makes the fences before that
// line blank, and reports them, and what below it looks like events.
func (r *Reader) goOn(f *front, end int) int {
	type stray struct{ line, items int }
	var strays []stray
	for from := end; ; {
		to := f.fence(from + 1)
		for to < len(f.lines) && f.isBlank(from+1, to) {
			from, to = to, f.fence(to+1)
		}
		stop, items, likely := f.run(from+1, to)
		if !likely {
			break
		}
		if stop < to || to == len(f.lines) {
			message := "the text below the front matter looks like " + diag.Plural(items, "event")
			if items == 0 {
				message = "the text below the front matter looks like fields"
			}
			r.problems.Report(diag.Range{File: r.in, Line: end + 1, Column: 1, Width: 3}, rule.TextBelowFrontMatter,
				message, "if so, take this line out, and put a line --- below them")
			break
		}
		strays = append(strays, stray{end, items})
		for n := end; n <= from; n++ {
			f.lines[n] = lineEnd(f.lines[n])
		}
		f.learn(from+1, to)
		from, end = to, to
	}
	items := 0
	for _, one := range strays {
		items += one.items
	}
	for _, one := range strays {
		message := "this line ends the front matter, which goes on below it; that is read all the same"
		if items > 0 {
			message += ", with " + diag.Plural(items, "event")
		}
		r.problems.Report(diag.Range{File: r.in, Line: one.line + 1, Column: 1, Width: 3}, rule.FrontMatterEnd, message,
			"take it out")
		items -= one.items
	}
	return end
}

// A front is front matter that is looked at line by line.
type front struct {
	lines  []string
	isKey  func(string) bool
	keys   map[string]bool // at the margin so far
	last   line            // that is not blank
	seen   map[place]bool  // where its lines begin
	item   int             // indentation of the items of its list of events, or noList, or noItem
	fields int             // that of their fields
}

// A place is where a line begins, and whether with a hyphen.
type place struct {
	indent int
	item   bool
}

// Where no item of the list of events has come yet.
const (
	noList = -1 // nor the key events
	noItem = -2
)

// itemPattern matches what an item of a list of events may begin with beside a key.
var itemPattern = lazyregexp.New(`^(?:[&!]\S+[ \t]*)?(?:\{.*:.*)?$|^\*[\w-]+$`)

// fence returns the first line from that one on which may end front matter, or the number of lines.
func (f *front) fence(from int) int {
	for ; from < len(f.lines); from++ {
		if line := strings.TrimRight(f.lines[from], " \t\r\n"); line == "---" || line == "..." {
			break
		}
	}
	return from
}

// openEnd returns the first line that is no field, item or comment, which front matter without an end may end before.
// ok is false where that has none of the keys that it may have.
func (f *front) openEnd(begin int) (end int, ok bool) {
	for end = begin; end < len(f.lines); end++ {
		l := readLine(f.lines[end])
		if l.indent == 0 && l.text != "" && !l.blank && !l.item && l.key == "" {
			break
		}
		ok = ok || f.isKey(l.key)
	}
	return end, ok
}

// below returns the first line below that one that is not blank, or the number of lines.
func (f *front) below(line int) int {
	for line++; line < len(f.lines) && strings.TrimSpace(f.lines[line]) == ""; line++ {
	}
	return line
}

// mayBegin reports whether more of the front matter may begin with that line. Most text does not look so.
func (f *front) mayBegin(text string) bool {
	l := readLine(text)
	return l.blank || l.indent > 0 || l.item || f.isKey(l.key) || isMarker(l.text)
}

// isBlank reports whether there is nothing in some lines.
func (f *front) isBlank(from, to int) bool {
	return strings.TrimSpace(strings.Join(f.lines[from:to], "")) == ""
}

// learn notes how some lines of the front matter are indented, and their keys at the margin.
func (f *front) learn(from, to int) {
	for _, text := range f.lines[from:to] {
		l := readLine(text)
		if l.blank {
			continue
		}
		f.last, f.seen[place{l.indent, l.item}] = l, true
		if l.item && (f.item == noItem || f.item == noList && len(f.keys) == 0) {
			f.item, f.fields = l.indent, l.inner
		}
		if l.indent == 0 && !l.item && l.key != "" {
			f.keys[l.key] = true
			f.begins(l)
		}
	}
}

// run returns the line up to which some lines look as if they went on with the front matter, and the number of events
// that begin there. likely reports whether they have a key where such a key belongs.
func (f *front) run(from, to int) (stop, items int, likely bool) {
	list := *f // as far as the lines in hand
	begun := false
	for stop = from; stop < to; stop++ {
		l := readLine(f.lines[stop])
		if l.blank {
			continue
		}
		known := l.key != "" && f.isKey(l.key)
		event := l.item && (known || l.key == "" && itemPattern().MatchString(l.value))
		if event && list.item == noItem {
			list.item, list.fields = l.indent, l.inner
		}
		switch {
		case l.indent == 0 && !event && (l.item || !known || !begun && f.keys[l.key]),
			l.indent > 0 && !begun && !list.reaches(l):
			return stop, items, likely
		case l.indent == 0 && !l.item:
			likely = true
			list.begins(l)
		case event && l.indent == list.item:
			items++
			likely = likely || known || strings.Contains(l.value, "{")
		case !l.item && known && l.indent == list.fields:
			likely = true
		}
		likely = likely || !begun && l.indent > 0 && list.awaits(l)
		begun = true
	}
	return stop, items, likely
}

// begins notes whether a list of events begins below a line of the margin.
func (f *front) begins(l line) {
	if l.key == "events" && l.value == "" && f.item == noList {
		f.item = noItem
	}
}

// reaches reports whether a line may go on with the front matter: it begins where others do, or deeper than a field.
func (f *front) reaches(l line) bool {
	return f.seen[place{l.indent, l.item}] || f.item >= 0 && l.indent >= f.fields || f.awaits(l)
}

// awaits reports whether a line goes on with the value of the last field.
func (f *front) awaits(l line) bool {
	if f.last.key == "" {
		return l.key == "" && l.item == f.last.item && l.indent == f.last.indent
	}
	return (f.last.value == "" || blockPattern().MatchString(f.last.value)) && l.indent > f.last.indent
}
