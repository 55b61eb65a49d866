package load

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/diag/rule"
)

func TestFolder(t *testing.T) {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	event := "---\ndate: 2025-09-08\ntitle: One\n---\n"
	folder := fstest.MapFS{
		"b.yaml":            text("- {date: 2025-09-09, title: Two}\n"),
		"a.YML":             text("- {date: 2025-09-10, title: Three}\n"),
		"deep/er/c.md":      text(event),
		"mark.md":           text("\ufeff" + event),
		"README.md":         text("# Nothing to load\n"),
		"notes.txt":         text("date: 2025"),
		".hidden.yaml":      text(event),
		"_draft.yaml":       text(event),
		".git/config.yaml":  text(event),
		"_old/deep/x.yaml":  text(event),
		"linked.yaml":       {Mode: fs.ModeSymlink},
		"pipe.yaml":         {Mode: fs.ModeNamedPipe},
		"folder.yaml/x.txt": text(""),
	}
	files, problems := Folder(folder, "record")
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	want := []string{
		"record/README.md", "record/a.YML", "record/b.yaml", "record/deep/er/c.md", "record/mark.md",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	if len(problems) > 0 {
		t.Error(problems)
	}
	p := Files(context.Background(), files[:4], nil)
	if p.Index.Timeline().Len() != 3 || p.Files != 4 || p.Barren != 1 || len(p.Problems) > 0 {
		t.Errorf("%d events, %d of %d files give none\n%s", p.Index.Timeline().Len(), p.Barren, p.Files, p.Problems)
	}
}

func TestFolderWithoutEvents(t *testing.T) {
	_, problems := Folder(fstest.MapFS{"README.txt": {Data: []byte("# No")}}, "empty")
	want := "empty: error: the folder holds no events\n" +
		"     = events are read from *.yaml, *.json, *.jsonl, *.csv, *.tsv, *.ics, *.toml and *.md with front matter\n"
	if diff := cmp.Diff(want, problems.String()); diff != "" {
		t.Error(diff)
	}
}

// A lockedFS is a folder of which a part cannot be read.
type lockedFS struct{ fstest.MapFS }

func (l lockedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "locked" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

func TestFolderReportsWhatCannotBeRead(t *testing.T) {
	folder := lockedFS{fstest.MapFS{"a.yaml": {}, "locked/b.yaml": {}, "z.yaml": {}}}
	files, problems := Folder(folder, "record")
	if len(files) != 2 {
		t.Errorf("%d files", len(files))
	}
	if diff := cmp.Diff("record/locked: error: the folder cannot be read: permission denied\n", problems.String()); diff != "" {
		t.Error(diff)
	}
}

// A page that cannot be opened, or not read, is named, and the other files are read.
func TestAPageThatCannotBeRead(t *testing.T) {
	folder := faulty{fstest.MapFS{
		"good.md": {Data: []byte("---\ndate: 2025\ntitle: A\n---\n")}, "shut.md": {}, "torn.md": {},
	}}
	files, _ := Folder(folder, "record")
	p := Files(context.Background(), files, nil)
	if p.Index.Timeline().Len() != 1 {
		t.Errorf("%d events", p.Index.Timeline().Len())
	}
	want := "record/shut.md: error: the file cannot be read: permission denied\n" +
		"record/torn.md: error: the file cannot be read: invalid argument\n"
	if diff := cmp.Diff(want, p.Problems.String()); diff != "" {
		t.Error(diff)
	}
}

// A faulty folder has a file that cannot be opened and one that cannot be read.
type faulty struct{ fstest.MapFS }

func (f faulty) Open(name string) (fs.File, error) {
	switch name {
	case "shut.md":
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("permission denied")}
	case "torn.md":
		return tornFile{}, nil
	}
	return f.MapFS.Open(name)
}

type tornFile struct{ fs.File }

func (tornFile) Read([]byte) (int, error) { return 0, errors.New("invalid argument") }
func (tornFile) Close() error             { return nil }

// A site keeps its pages in a folder whose name begins with a low line, which is left alone.
func TestFolderSaysWhatItLeavesAlone(t *testing.T) {
	page := &fstest.MapFile{Data: []byte("---\ntitle: Talk\ndate: 2025-01-02\n---\n")}
	for name, folder := range map[string]fstest.MapFS{
		"no file":  {"_posts/a.md": page, "_posts/b.md": page},
		"no event": {"_posts/a.md": page, "_posts/b.md": page, "package.json": {Data: []byte("{\"name\": \"x\"}")}},
		"no date":  {"_posts/a.md": page, "_posts/b.md": page, "index.md": {Data: []byte("---\nlayout: home\n---\n")}},
	} {
		files, problems := Folder(folder, "my site")
		if len(files) > 0 {
			problems = append(problems, Files(t.Context(), files, nil).Problems...)
		}
		if got := problems.String(); !strings.Contains(got, "`_posts` holds 2 files") ||
			!strings.Contains(got, "dateline 'my site/_posts'") {
			t.Errorf("%s: %s", name, got)
		}
	}
	files, _ := Folder(fstest.MapFS{"_posts/a.md": page, "b.md": page}, "")
	if got := Files(t.Context(), files, nil).Problems; len(got) > 0 {
		t.Errorf("a record with dates has %s", got)
	}
}

// In a folder a file that is no page of ours and has dates or titles is named where it gives no event, and is no error.
// Others are counted. However many records without a date come first, one with a date is found.
func TestFilesOfAFolderThatGiveNothing(t *testing.T) {
	undated := strings.Repeat("soon,A\n", 200)
	for name, c := range map[string]struct {
		text   string
		events int
		said   bool
	}{
		"titles.csv":   {"title,author\nA,B\n", 0, true},
		"when.tsv":     {"when\tcode\nsoon\tA\n", 0, true},
		"late.csv":     {"when,code\n" + undated + "1914,B\n", 201, false},
		"scores.csv":   {"name,score\nA,1\n", 0, false},
		"titles.json":  {`[{"title": "A"}, {"title": "B"}]`, 0, true},
		"data.json":    {`{"title": "A", "points": [1, 2]}`, 0, true},
		"package.json": {`{"name": "a", "version": "1.0"}`, 0, false},
		"log.jsonl":    {"{\"a\": 1}\n{\"a\": 2}\n", 0, false},
		"titles.jsonl": {"{\"title\": \"A\"}\n{\"title\": \"B\"}\n", 0, true},
		"one.toml":     {"title = \"A\"\n", 0, true},
		"empty.ics":    {"BEGIN:VCALENDAR\nEND:VCALENDAR\n", 0, false},
		"empty.csv":    {"", 0, false},
		"empty.json":   {"\n", 0, false},
		"empty.md":     {"", 0, false},
	} {
		files, _ := Folder(fstest.MapFS{
			name:      {Data: []byte(c.text)},
			"ok.yaml": {Data: []byte("- {date: 2025-01-02, title: x}\n")},
		}, "")
		p := Files(t.Context(), files, nil)
		named := p.Problems.Of(func(r rule.ID) bool { return r == rule.LeftAlone })
		counted := p.Barren == 1 && p.Problems.Errors() == 0
		if p.Events != 1+c.events || counted != (c.events == 0) || (len(named) == 1) != c.said {
			t.Errorf("%s: %d events, %d files give none\n%s", name, p.Events, p.Barren, p.Problems)
		}
		if p := Files(t.Context(), []File{InMemory(name, []byte(c.text))}, nil); p.Events == 0 && p.Problems.Errors() == 0 {
			t.Errorf("%s gives nothing, without a word", name)
		}
	}
}

// A file whose events all stand elsewhere too gave some.
func TestFilesThatStandTwiceAreNotBarren(t *testing.T) {
	one := []byte("- {id: a, date: 2025-01-02, title: x}\n")
	p := Files(t.Context(), []File{InMemory("a.yaml", one), InMemory("b.yaml", one)}, nil)
	if p.Events != 1 || p.Barren != 0 || p.Summary() != "1 event of 2 files; 1 stood twice" {
		t.Errorf("%s\n%s", p.Summary(), p.Problems)
	}
}

// A template is no record, whatever its name says, and in a folder nobody expects events of it.
func TestTemplatesAreNamed(t *testing.T) {
	for name, text := range map[string]string{
		"feed.json": "---\n---\n[{% for p in site.posts %}{\"title\": \"{{ p.title }}\"},{% endfor %}]",
		"a.ics":     "BEGIN:VCALENDAR\n{% for p in site.posts %}\nBEGIN:VEVENT\nDTSTART:{{ p.date }}\nEND:VEVENT\n",
		"a.csv":     "title,date\n{%- for p in site.posts -%}{{ p.title }},{{ p.date }}\n",
	} {
		p := Files(t.Context(), []File{InMemory(name, []byte(text))}, nil)
		if len(p.Problems) != 1 || p.Events != 0 || !strings.Contains(p.Problems.String(), "a template (Liquid)") {
			t.Errorf("%s: %d events, %s", name, p.Events, p.Problems)
		}
	}
	folder := fstest.MapFS{
		"feed.json": {Data: []byte("---\n---\n[{% for p in site.posts %}]")},
		"a.yaml":    {Data: []byte("- {date: 2025-01-02, title: x}\n")},
	}
	files, _ := Folder(folder, "")
	if p := Files(t.Context(), files, nil); len(p.Problems) > 0 || p.Barren != 1 {
		t.Errorf("%d files give nothing: %s", p.Barren, p.Problems)
	}
	quoted := "- date: 2025-01-02\n  title: x\n  summary: |\n    {% for p in x %}\n"
	if p := Files(t.Context(), []File{InMemory("a.yaml", []byte(quoted))}, nil); p.Events != 1 {
		t.Errorf("a text about templates: %s", p.Problems)
	}
}

// What the head of a folder says of keys counts for all files in it, of any format. What a file says for itself counts
// before it, and the head of the inner folder before that of the outer.
func TestFieldsOfAFolder(t *testing.T) {
	folder := fstest.MapFS{
		"_dateline.yaml":     {Data: []byte("title: Record\nfields: {title: zork, date: blip}\n")},
		"a.yaml":             {Data: []byte("- {blip: 1999, zork: A}\n- {date: 1998, title: Own}\n")},
		"b.csv":              {Data: []byte("blip,zork\n2000,B\n")},
		"c.json":             {Data: []byte(`{"rows": [{"blip": 2001, "zork": "C"}]}`)},
		"d.jsonl":            {Data: []byte(`{"blip": 2002, "zork": "D"}` + "\n")},
		"e.md":               {Data: []byte("---\nblip: 2003\nzork: E\n---\n\nBody\n")},
		"f.md":               {Data: []byte("+++\nblip = 2004\nzork = \"F\"\n+++\n\nBody\n")},
		"g.toml":             {Data: []byte("[[events]]\nblip = 2005\nzork = \"G\"\n")},
		"h.ics":              {Data: []byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20060101\nSUMMARY:H\nEND:VEVENT\nEND:VCALENDAR\n")},
		"i.yaml":             {Data: []byte("fields: {title: zonk}\nevents:\n- {blip: 2007, zonk: I, zork: not this}\n")},
		"sub/_dateline.yaml": {Data: []byte("fields: {title: zonk}\n")},
		"sub/j.yaml":         {Data: []byte("- {blip: 2008, zonk: J, zork: not this}\n")},
	}
	files, problems := Folder(folder, "top")
	p := Files(t.Context(), files, nil)
	want := []string{
		"1998 | Own", "1999 | A", "2000 | B", "2001 | C", "2002 | D", "2003 | E", "2004 | F", "2005 | G", "2006-01-01 | H",
		"2007 | I", "2008 | J",
	}
	if diff := cmp.Diff(want, outline(p.Index.Timeline())); diff != "" || len(problems)+p.Problems.Errors() > 0 {
		t.Errorf("(-want +got):\n%s\n%s", diff, p.Problems)
	}
	if title := p.Index.Timeline().Title(); title != "Record" {
		t.Errorf("title %q", title)
	}
}

// What ends in the name of another format is not opened for events that have no date, only because they look like YAML.
func TestOtherFormatsAreNotMisread(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		what string // "" where it opens
	}{
		"todo.org":  {"* TODO head\n  SCHEDULED: <2024-01-01>\n", "this is an Org file"},
		"list.org":  {"- [2025-01-02] One\n- [2025-02-03] Two\n", ""}, // as a list of dates in Markdown is
		"list.rst":  {"History\n=======\n\n- 2025-01-02: One\n- 2025-02-03: Two\n", ""},
		"none.rst":  {"History\n=======\n\n- title: One\n", "this is a text with markup"},
		"list.adoc": {"= T\n\n- title: One\n", "this is a text in AsciiDoc"},
		"a.tex":     {"- title: one\n", "this is a LaTeX text"},
		"a.eml":     {"Date: x\nSubject: y\ntitle: z\n", "this is mail"},
		"stdin":     {"* TODO head\n  SCHEDULED: <2024-01-01>\n", "this is an Org file"},
		"ours.org":  {"- {date: 2025-01-02, title: One}\n", ""},
		"text":      {"- {title: One}\n- {title: Two}\n", ""},
		"a.yaml":    {"- {title: One}\n- {title: Two}\n", ""},
	} {
		p := Files(t.Context(), []File{textFile(name, c.text)}, nil)
		said := p.Problems.String()
		if c.what != "" && (p.Events > 0 || len(p.Problems) != 1 || !strings.Contains(said, c.what)) || c.what == "" && p.Events == 0 {
			t.Errorf("%s: %d events\n%s", name, p.Events, said)
		}
	}
}
