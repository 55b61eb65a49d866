package load

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf/written"
)

// outline returns what a record says of each event, in a line: date, title, and what else there is.
func outline(t *timeline.Timeline) []string {
	var lines []string
	for i := range t.Len() {
		e := t.Event(i)
		line := e.Date.EDTF() + " | " + e.Title
		if e.Location != "" {
			line += " @ " + e.Location
		}
		if e.Type != "" {
			line += " = " + e.Type
		}
		for _, p := range e.Actors {
			line += " + " + t.Actor(p.Actor).Name
			if p.Role != "" {
				line += " (" + p.Role + ")"
			}
		}
		for _, tag := range e.Tags {
			line += " #" + tag
		}
		for _, s := range e.Sources {
			line += " <" + strings.TrimSpace(t.Source(s).Title+" "+t.Source(s).URL) + ">"
		}
		lines = append(lines, line)
	}
	return lines
}

// Files that nobody wrote for dateline are read by what their keys mean.
func TestKeysOfOthers(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"a better key wins": {
			"- {created_at: 2020, when: 1999, name: N, label: L}\n", []string{"1999 | N"},
		},
		"a readable key wins": {
			"- {start_date: soon, year: 1999, headline: H}\n- {date: soon, start: 2001, title: A}\n",
			[]string{"1999 | H", "2001 | A"},
		},
		"a date of the record is none of the event where that cannot be read": {
			"- {date: one spring, created_at: 2020-01-01, title: A}\n", []string{" | A"},
		},
		"what is changed or born is no event": {
			"- {name: A, updated: 2020-01-01}\n- {name: B, dob: 2020-01-01}\n", []string{" | A", " | B"},
		},
		"parts of a date": {
			"- {title: a, year: 1997, month: 6, day: 3}\n- {title: b, Year: 850}\n- {title: c, date: {year: 1900, month: May}}\n" +
				"- {title: d, Date: June 3, Year: 1998}\n- {title: e, date: {from: 2020-01-01, to: 2020-02-01}}\n" +
				"- {title: f, year: 1914.0, month: 13}\n",
			[]string{"0850 | b", "1900-05 | c", "1914 | f", "1997-06-03 | a", "1998-06-03 | d", "2020-01-01/2020-02-01 | e"},
		},
		"a number is no date": {
			"- {title: a, day: 3, time: 1400}\n- {title: b, start: 19, from: 12}\n", []string{"19 | b", " | a"},
		},
		"ends": {
			"- {title: a, founded: 1900, closed: 1950}\n- {title: b, published: 1900, died: 1950}\n" +
				"- {title: c, from: 1900, to: present}\n- {title: d, start: 1950, end_date: 1900}\n",
			[]string{"1900/.. | c", "1900/1950 | a", "1900 | b", "1950 | d"},
		},
		"a clock time is no date": {"- {date: 2026-01-13, time: 6:00 PM, title: a}\n", []string{"2026-01-13 | a"}},
		"places": {
			"- {date: 2001, title: a, city: Lviv, country: Ukraine}\n- {date: 2002, title: b, location: [Kyiv, Lviv]}\n" +
				"- {date: 2003, title: c, location: {name: Hall, city: Oslo, lat: 1}}\n",
			[]string{"2001 | a @ Lviv, Ukraine", "2002 | b @ Kyiv; Lviv", "2003 | c @ Hall, Oslo"},
		},
		"actors": {
			"- {when: 2001, title: a, who: [A, B]}\n- {when: 2002, title: b, attacker: A, defender: B}\n" +
				"- {when: 2003, title: c, company: Amaranth, country: Chad}\n- {when: 2004, title: d, players: 11}\n",
			[]string{"2001 | a + A + B", "2002 | b + A + B", "2003 | c @ Chad + Amaranth", "2004 | d"},
		},
		"weak names where others have actors": {
			"- {when: 2001, title: a, company: Amaranth}\n- {when: 2002, title: b, actors: [A]}\n",
			[]string{"2001 | a", "2002 | b + A"},
		},
		"sources": {
			"- {when: 2001, title: a, url: https://a.org}\n- {date: 2002, title: b, source: A paper}\n" +
				"- {date: 2003, title: c, references: [{name: N, link: https://n.org}, '[T](https://t.org)']}\n" +
				"- {when: 2004, title: d, url: /posts/d}\n",
			[]string{"2001 | a <https://a.org>", "2002 | b <A paper>", "2003 | c <N https://n.org> <T https://t.org>", "2004 | d"},
		},
		"titles from texts": {
			"- {date: 2001, text: \"The U.S. Army came. Then it went.\"}\n- {date: 2002, event: {headline: H}}\n" +
				"- {date: 2003, text: {headline: T, text: <p>x</p>}}\n- {date: 2004, description: <p>One <b>bold</b> word</p>}\n" +
				"- {date: 2005, type: strike, location: Kyiv}\n- {date: 2006, wie: so, wann: 2007-01-01}\n",
			[]string{
				"2001 | The U.S. Army came", "2002 | H", "2003 | T", "2004 | One bold word", "2005 | strike, Kyiv @ Kyiv = strike",
				"2006 | (untitled)",
			},
		},
		"wikis": {
			"- {date: 2001, title: [[Meeting]], actors: [[Mira Sol]], tags: ['#a', [[b]]]}\n" +
				"- {date: 2002, title: b, actors: [[[Mira Sol]], '[[people/Jon Vale|Jon]]', '@kit']}\n",
			[]string{"2001 | Meeting + Mira Sol #a #b", "2002 | b + Mira Sol + Jon Vale + kit"},
		},
		"maps of actors": {
			"- {date: 2001, title: a, actors: {Mira Sol: host, Jon Vale: }}\n- {date: 2002, title: b, actors: {US: [A, B]}}\n" +
				"- {date: 2003, title: c, actors: [{name: Mira Sol, role: host}]}\n",
			[]string{"2001 | a + Mira Sol (host) + Jon Vale", "2002 | b + A (US) + B (US)", "2003 | c + Mira Sol (host)"},
		},
		"a map of addresses": {
			"- {date: 2001, title: a, sources: {Reuters: \"https://r.org\", AFP: \"https://a.org\"}}\n",
			[]string{"2001 | a <Reuters https://r.org> <AFP https://a.org>"},
		},
		"another spelling that can be read": {
			"- {date: 2001, summary: {a: b}, description: Words}\n", []string{"2001 | Words"},
		},
		"no map": {
			"- just text\n- [1999, A]\n- {date: 2001, title: a}\n", []string{"2001 | a", " | just text", " | (untitled)"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := loadText(t, "record.yaml", test.text)
			if diff := cmp.Diff(test.want, outline(p.Index.Timeline())); diff != "" {
				t.Errorf("(-want +got):\n%s\n%s", diff, p.Problems)
			}
		})
	}
}

// A weak name is a key of the writer's own in a record of ours, and says what it means in a file of others.
func TestWeakNamesCountInForeignFiles(t *testing.T) {
	const event = "{date: 2024-01-01, title: A, text: T, company: Amaranth, url: \"https://x.org/a\", genre: G}"
	ours, foreign := "2024-01-01 | A", "2024-01-01 | A = G + Amaranth <https://x.org/a>"
	for name, test := range map[string]struct{ file, text, want string }{
		"ours":                     {"record.yaml", "- " + event + "\n", ours},
		"json":                     {"record.json", `[{"date":"2024-01-01","title":"A","genre":"G","company":"Amaranth","url":"https://x.org/a"}]`, foreign},
		"foreign":                  {"record.yaml", "- {date: 1999}\n- " + event + "\n", foreign},
		"foreign, as is seen late": {"record.yaml", "- " + event + "\n- {when: 1999, title: B}\n", foreign},
	} {
		t.Run(name, func(t *testing.T) {
			p := loadText(t, test.file, test.text)
			if got := outline(p.Index.Timeline()); !slices.Contains(got, test.want) {
				t.Errorf("%q, want %q\n%s", got, test.want, p.Problems)
			}
		})
	}
}

// Which number is the day, other dates of the column decide, or else the reader.
func TestOrderOfDayAndMonth(t *testing.T) {
	for name, test := range map[string]struct {
		texts   []string
		options Options
		want    string
	}{
		"unclear":             {[]string{"- {date: 04/05/2024, title: A}\n"}, Options{}, " | A"},
		"a day above 12":      {[]string{"- {date: 04/05/2024, title: A}\n- {date: 13/05/2024, title: B}\n"}, Options{}, "2024-05-04 | A"},
		"a month above none":  {[]string{"- {date: 04/05/2024, title: A}\n- {date: 05/13/2024, title: B}\n"}, Options{}, "2024-04-05 | A"},
		"both":                {[]string{"- {date: 04/05/2024, title: A}\n- {date: 13/05/2024}\n- {date: 05/13/2024}\n"}, Options{}, " | A"},
		"in another column":   {[]string{"- {date: 04/05/2024, title: A}\n- {when: 13/05/2024, title: B}\n"}, Options{}, " | A"},
		"in another file":     {[]string{"- {date: 04/05/2024, title: A}\n", "- {date: 13/05/2024, title: B}\n"}, Options{}, " | A"},
		"in another note":     {[]string{"date: 04/05/2024\ntitle: A\n", "date: 13/05/2024\ntitle: B\n"}, Options{}, "2024-05-04 | A"},
		"the reader, day":     {[]string{"- {date: 04/05/2024, title: A}\n"}, Options{Order: written.DayFirst}, "2024-05-04 | A"},
		"the reader, month":   {[]string{"- {date: 04/05/2024, title: A}\n"}, Options{Order: written.MonthFirst}, "2024-04-05 | A"},
		"under another's key": {[]string{"- {when: 04/05/2024, title: A}\n- {when: 13/05/2024, title: B}\n"}, Options{}, "2024-05-04 | A"},
	} {
		t.Run(name, func(t *testing.T) {
			var files []File
			for i, text := range test.texts {
				files = append(files, textFile(fmt.Sprintf("%d.yaml", i), text))
			}
			p := test.options.Files(context.Background(), files, nil)
			if got := outline(p.Index.Timeline()); !slices.Contains(got, test.want) {
				t.Errorf("%q, want %q\n%s", got, test.want, p.Problems)
			}
		})
	}
}

func TestSpansOfYears(t *testing.T) {
	p := loadText(t, "record.yaml", "- {date: 1904-05, title: A}\n- {date: 1914-18, title: B}\n- {date: 1904-12-01, title: C}\n")
	want := []string{"1904-05 | A", "1904-12-01 | C", "1914/1918 | B"}
	if diff := cmp.Diff(want, outline(p.Index.Timeline())); diff != "" {
		t.Error(diff)
	}
	n := 0
	for _, one := range p.Problems {
		if one.Rule == rule.YearsOrMonth && one.Pos.Line == 1 {
			n++
		}
	}
	if n != 1 || len(p.Problems) != 2 {
		t.Errorf("%d warnings of two readings:\n%s", n, p.Problems)
	}
}

// A text is a list of names where each name stands alone elsewhere. What it is made of is kept as it was written.
func TestNamesInOneText(t *testing.T) {
	text := "- {date: 2001, title: a, actors: 'Wu Li, Bob Ray and Carol Day'}\n- {date: 2002, title: b, actors: [Wu Li, Bob Ray]}\n" +
		"- {date: 2003, title: c, actors: Carol Day}\n- {date: 2004, title: d, actors: Bosnia and Herzegovina}\n" +
		"- {date: 2005, title: e, actors: ['Wu Li, Bob Ray', 'X; Y']}\n- {date: 2006, title: f, actors: 'Smith, John'}\n" +
		"- {date: 2007, title: g, actors: 'X; Y'}\n"
	p := loadText(t, "record.yaml", text)
	want := []string{
		"2001 | a + Wu Li + Bob Ray + Carol Day", "2002 | b + Wu Li + Bob Ray", "2003 | c + Carol Day",
		"2004 | d + Bosnia and Herzegovina", "2005 | e + Wu Li, Bob Ray + X; Y", "2006 | f + Smith, John", "2007 | g + X + Y",
	}
	if diff := cmp.Diff(want, outline(p.Index.Timeline())); diff != "" {
		t.Error(diff)
	}
	kept := []timeline.Field{{Key: "actors", Value: "Wu Li, Bob Ray and Carol Day"}}
	if diff := cmp.Diff(kept, p.Index.Timeline().Event(0).Other); diff != "" {
		t.Error(diff)
	}
}

func TestMapOfKeys(t *testing.T) {
	const text = "- {wann: 1999, wer: A, was: B}\n"
	read := func(said, text string) Progress {
		var o Options
		for _, one := range strings.Fields(said) {
			if err := o.AddMap(one); err != nil {
				t.Fatal(err)
			}
		}
		return o.Files(context.Background(), []File{textFile("record.yaml", text)}, nil)
	}
	for name, test := range map[string]struct{ said, text, want, problem string }{
		"said":            {"date=Wann,title=was actors=wer", text, "1999 | B + A", ""},
		"in the head":     {"", "events:\n  - {wann: 1999, was: B}\nfields: {date: wann, title: was}\n", "1999 | B", ""},
		"said before":     {"title=wer", "fields: {date: wann, title: was}\nevents:\n  - {wann: 1999, wer: A, was: B}\n", "1999 | A", ""},
		"a key of ours":   {"title=was", "- {date: 1999, title: T, was: B}\n", "1999 | T", "bad-mapping"},
		"a key of nobody": {"title=wo", "- {date: 1999, title: T}\n", "1999 | T", "unused-mapping"},
	} {
		t.Run(name, func(t *testing.T) {
			p := read(test.said, test.text)
			if got := outline(p.Index.Timeline()); len(got) != 1 || got[0] != test.want {
				t.Errorf("%q, want %q\n%s", got, test.want, p.Problems)
			}
			told := false
			for _, one := range p.Problems {
				told = told || one.Rule.String() == test.problem
			}
			if told != (test.problem != "") {
				t.Errorf("%s", p.Problems)
			}
		})
	}
	for _, said := range []string{"", "titel", "title=", "=x", "weather=wetter", "title=place", "date=foo,date=bar", "date=foo,", "date=foo,title=foo"} {
		if err := new(Options).AddMap(said); err == nil {
			t.Errorf("%q names no key", said)
		}
	}
}

func TestNameOfFile(t *testing.T) {
	for name, want := range map[string]string{
		"n/2025-04-01-a-walk_home.md": "2025-04-01 | a walk home",
		"n/Meeting in Lisbon.md":      " | Meeting in Lisbon",
		"n/2025-04-01.md":             "2025-04-01 | Some text",
		"n/2025-04-011 x.md":          " | 2025-04-011 x",
	} {
		p := loadText(t, name, "---\ntags: [a]\n---\nSome text. More.\n")
		if got := outline(p.Index.Timeline()); len(got) != 1 || got[0] != want+" #a" {
			t.Errorf("%s: %q, want %q\n%s", name, got, want, p.Problems)
		}
	}
}

// What our own records say is not guessed at.
func TestOwnRecordsAreReadOnce(t *testing.T) {
	paths, _ := filepath.Glob("testdata/good-*.yaml")
	for _, path := range append(paths, "../../events.yaml") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		opened := 0
		f := textFile(path, string(text))
		open := f.Open
		f.Open = func() (io.ReadCloser, error) {
			opened++
			return open()
		}
		for _, one := range Files(context.Background(), []File{f}, nil).Problems {
			if one.Rule == rule.RoleGuessed || one.Rule == rule.ListSplit || one.Rule == rule.DateAsWritten {
				t.Errorf("%s", one)
			}
		}
		if opened != 1 {
			t.Errorf("%s is read %d times", path, opened)
		}
	}
}

// Two keys that mean the date and disagree are reported; two that agree need no word.
func TestDatesThatDisagree(t *testing.T) {
	p := loadText(t, "record.yaml", "- {date: 2024, year: 2023, title: A}\n- {date: 2024-05-01, year: 2024, title: B}\n")
	if len(p.Problems) != 1 || p.Problems[0].Rule != rule.KeysDisagree || p.Problems[0].Pos.Line != 1 {
		t.Error(p.Problems)
	}
}

// Of what cannot be read, the flag is offered that would help.
func TestMapIsOffered(t *testing.T) {
	p := loadText(t, "record.yaml", "- {wann: 5 May 2020, was: A talk}\n")
	if said := p.Problems.String(); !strings.Contains(said, "--map date=wann,title=was") {
		t.Error(said)
	}
}
