package diff_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/diff"
	"dateline/timeline/diff/report"
	"dateline/timeline/load"
	"dateline/timeline/testrecord"
)

type timelineOf = timeline.Timeline

// recordOf reads a record.
func recordOf(text string) *timeline.Timeline {
	files := []load.File{load.InMemory("record.yaml", []byte(text))}
	return load.Files(context.Background(), files, nil).Index.Timeline()
}

// told returns what is told of two records, and takes off where it is.
func told(old, now string) string {
	var out strings.Builder
	_ = report.Write(&out, report.Text, diff.New(recordOf(old), recordOf(now), nil, nil), [2]report.Side{}, nil)
	var lines []string
	for line := range strings.Lines(out.String()) {
		if line = strings.TrimSpace(line); line != "" {
			line, _, _ = strings.Cut(line, "  [record.yaml:")
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// compared is a record that is changed.
const compared = `title: A record
views: {calls: "type:call"}
types: {call: {family: talks}}
sources:
  - {id: s, title: A source, url: "https://example.org/s"}
  - {url: "https://example.org/t", title: Another source}
actors:
  - {id: anna, name: Anna Aster, aliases: [Ann], memberships: [{of: Org, role: chief, start: 2020}, {of: State, role: member}]}
  - {id: org, name: Org, parent: State}
events:
  - {date: 2025-05-01, title: One, actors: [anna, Ben], tags: [a, b, c], sources: [s, "https://example.org/u"]}
  - {id: two, date: 2025-05-02, title: Two, summary: It was so, sources: ["https://example.org/t"],
     quotes: [{by: anna, text: Yes, source: s}], figures: [{label: dead, value: 3, by: Ben}, {label: hurt, value: 3}]}
  - {date: 2025-05-03, title: Three, claims: [{by: Ben, text: No, status: denied}, {by: anna, text: Yes}], notes: [n], other: [1, 2]}
  - {date: 2025-05-04, title: Same, location: Here}
  - {date: 2025-05-04, title: Same, location: There}
  - {date: 2025-05-04, title: Same, location: Nowhere}
`

func TestChanges(t *testing.T) {
	const sources, anna, same = "{id: s, title: A source,", "id: anna, name: Anna Aster", "  - {date: 2025-05-04, title: Same, location: "
	for name, test := range map[string]struct {
		old, now string // what is written in the place of what
		want     string
	}{
		"nothing":   {"", "", ""},
		"lines":     {"events:", "# a remark\n\nevents:", ""},
		"the title": {"title: A record", "title: The record", "~ the record\n~ title: A record -> The record"},
		"a description": {
			"views:", "description: It is.\nviews:", "~ the record\n+ description: It is.",
		},
		"a view": {`"type:call"`, `"type:visit"`, "~ the record\n~ views 1 (calls), query: type:call -> type:visit"},
		"a type": {"{family: talks}", "{family: talks, glyph: ◊}", "~ the record\n+ types 1 (call), glyph: ◊"},
		"a key of the record": {
			"views:", "review: due\nviews:", "~ the record\n+ review: due",
		},

		"a date":            {"2025-05-02", "2025-05-02~", "~ c. 2 May 2025  Two\n~ date: 2025-05-02 -> 2025-05-02~"},
		"a date without id": {"2025-05-03", "2025-04", "~ April 2025  Three\n~ date: 2025-05-03 -> 2025-04"},
		"a title":           {"title: Two", "title: Second", "~ 2 May 2025  Second\n~ title: Two -> Second"},
		"a title without id": {
			"title: Three", "title: Third", "~ 3 May 2025  Third\n~ title: Three -> Third",
		},
		"an id":      {"id: two", "id: second", "~ 2 May 2025  Two\n~ id: two -> second"},
		"an id more": {"{date: 2025-05-01,", "{id: one, date: 2025-05-01,", "~ 1 May 2025  One\n~ id: 2025-05-01-one -> one"},
		"a long text": {
			"It was so", "It was " + strings.Repeat("very ", 20) + "long",
			"~ 2 May 2025  Two\n- summary: It was so\n+ summary: It was " + strings.Repeat("very ", 20) + "long",
		},
		"a text less": {"summary: It was so, ", "", "~ 2 May 2025  Two\n- summary: It was so"},
		"a new event": {"  - {id: two", "  - {date: 2024, title: Zero}\n  - {id: two", "+ 2024  Zero"},
		"an event is gone": {
			"  - {date: 2025-05-03", "  # ", "- 3 May 2025  Three",
		},
		"another in the place of one with an id": {
			"id: two, date: 2025-05-02, title: Two", "id: deux, date: 2025-05-02, title: Second",
			"+ 2 May 2025  Second\n- 2 May 2025  Two",
		},

		"a part":      {"[anna, Ben]", "[anna, {actor: Ben, role: host}]", "~ 1 May 2025  One\n+ actors 2 (Ben), role: host"},
		"a spelling":  {"[anna, Ben]", "[Ann, Ben]", "~ 1 May 2025  One\n~ actors 1 (Ann), name: anna -> Ann"},
		"an actor":    {"[anna, Ben]", "[anna, Ben, Cy]", "~ 1 May 2025  One\n+ actors: Cy\n+ actor Cy"},
		"a tag":       {"[a, b, c]", "[a, c]", "~ 1 May 2025  One\n- tags: b"},
		"the order":   {"[a, b, c]", "[c, a, b]", "~ 1 May 2025  One\n~ tags: in another order"},
		"a link":      {"example.org/u", "example.org/v", "~ 1 May 2025  One\n- sources: https://example.org/u\n+ sources: https://example.org/v"},
		"a quote":     {"text: Yes, source: s", "text: Well, source: s", "~ 2 May 2025  Two\n~ quotes 1 (Anna Aster), text: Yes -> Well"},
		"who says it": {"by: anna, text: Yes, s", "by: Ben, text: Yes, s", "~ 2 May 2025  Two\n~ quotes 1 (Ben), by: Anna Aster -> Ben"},
		"a figure":    {"dead, value: 3", "dead, value: about 4", "~ 2 May 2025  Two\n~ figures 1 (dead), value: 3 -> about 4"},
		"a figure more": {
			"{label: hurt", "{label: lost, value: 1, by: Ben}, {label: hurt",
			"~ 2 May 2025  Two\n+ figures: lost, value: 1, by: Ben",
		},
		"a claim":       {"status: denied", "status: confirmed", "~ 3 May 2025  Three\n~ claims 1 (Ben), status: denied -> confirmed"},
		"a claim less":  {"{by: Ben, text: No, status: denied}, ", "", "~ 3 May 2025  Three\n- claims: Ben, text: No, status: denied"},
		"claims turned": {"{by: Ben, text: No, status: denied}, {by: anna, text: Yes}", "{by: anna, text: Yes}, {by: Ben, text: No, status: denied}", "~ 3 May 2025  Three\n~ claims: in another order"},
		"a note":        {"notes: [n]", "notes: [m]", "~ 3 May 2025  Three\n- notes: n\n+ notes: m"},
		"a key of an event": {
			"other: [1, 2]", "other: [1]", "~ 3 May 2025  Three\n~ other: [1, 2] -> [1]",
		},
		"the name of a key": {"other: [1", "others: [1", "~ 3 May 2025  Three\n+ others: [1, 2]\n- other: [1, 2]"},

		"alike, of which the first is gone": {same + "Here}\n", "", "- 4 May 2025  Same"},
		"alike, of which one has moved": {
			same + "Here}\n" + same + "There}\n", same + "There}\n" + same + "Here}\n", "",
		},
		"alike, of which the first has changed": {
			same + "Here}\n", same + "Elsewhere}\n", "~ 4 May 2025  Same\n~ location: Here -> Elsewhere",
		},

		"an actor's name":   {anna, "id: anna, name: Anna Astor", "~ actor Anna Astor\n~ name: Anna Aster -> Anna Astor"},
		"an actor's alias":  {"aliases: [Ann]", "aliases: [Ann, Annie]", "~ actor Anna Aster\n+ aliases: Annie"},
		"an actor's office": {"start: 2020}", "start: 2020, end: 2025}", "~ actor Anna Aster\n+ memberships 1 (Org), end: 2025"},
		"an office less": {
			", {of: State, role: member}", "", "~ actor Anna Aster\n- memberships: State, role: member",
		},
		"a parent":       {"parent: State", "parent: Anna", "~ actor Org\n~ parent: State -> Anna Aster"},
		"a record more":  {"  - {id: org", "  - {name: Ben, kind: person}\n  - {id: org", "~ actor Ben\n+ kind: person"},
		"a record alone": {"  - {id: org", "  - {name: Cy}\n  - {id: org", "+ actor Cy"},

		"a source": {sources, "{id: s, title: The source,", "~ source The source\n~ title: A source -> The source"},
		"a source without id": {
			"title: Another source", "title: The other source",
			"~ source The other source\n~ title: Another source -> The other source",
		},
		"a source gone": {
			"  - {url: \"https://example.org/t\", title: Another source}\n", "",
			"~ source https://example.org/t\n- title: Another source",
		},
		"a source more":         {"sources:\n", "sources:\n  - {id: t, title: T}\n", "+ source T"},
		"a source nobody cites": {"sources:\n", "sources:\n  - {title: T}\n", "+ source T"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(compared, test.old) {
				t.Fatalf("there is no %q", test.old)
			}
			now := strings.Replace(compared, test.old, test.now, 1)
			if diff := cmp.Diff(test.want, told(compared, now)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// An id that is another is told once, not for all that names it.
func TestRenamedIDs(t *testing.T) {
	for name, test := range map[string]struct{ old, now, want string }{
		"of a source": {"s", "src", "~ source A source\n~ id: s -> src"},
		"of an actor": {"anna", "aster", "~ actor Anna Aster\n~ id: anna -> aster"},
	} {
		id := regexp.MustCompile(`(id: |source: |\[|by: )` + test.old + `\b`)
		now := id.ReplaceAllString(compared, "${1}"+test.now)
		got := told(compared, now)
		got = strings.TrimPrefix(got, "~ 1 May 2025  One\n~ actors 1 (aster), name: anna -> aster\n") // as it is spelled
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// What several files say alike of an actor is told once.
func TestWhatFilesRepeatOfAnActor(t *testing.T) {
	var files []load.File
	for _, name := range []string{"a.yaml", "b.yaml", "c.yaml"} {
		one := load.InMemory(name, []byte("actors:\n  - {id: anna, name: Anna, aliases: [Ann], memberships: [{of: Org, role: chief}]}\n"+
			"events:\n  - {date: 2025, title: \""+name+"\", actors: [anna]}\n"))
		files = append(files, one)
	}
	now := load.Files(context.Background(), files, nil).Index.Timeline()
	old := recordOf("actors:\n  - {id: anna, name: Anna}\nevents:\n  - {date: 2025, title: a.yaml, actors: [anna]}\n")
	var out strings.Builder
	_ = report.Write(&out, report.Text, diff.New(old, now, nil, nil), [2]report.Side{}, nil)
	for _, line := range []string{"+ aliases: Ann\n", "+ memberships: Org, role: chief\n"} {
		if strings.Count(out.String(), line) != 1 {
			t.Errorf("%q is not there once:\n%s", line, out.String())
		}
	}
}

// Files that are moved with their folder are the same files, and those of one name in two folders are not.
func TestFilesOfFolders(t *testing.T) {
	record := func(root string, files ...string) *timeline.Timeline {
		var all []load.File
		for n := 0; n < len(files); n += 2 {
			all = append(all, load.InMemory(root+files[n], []byte(files[n+1])))
		}
		return load.Files(context.Background(), all, nil).Index.Timeline()
	}
	old := record("HEAD:notes/", "a.yaml", "- {date: 2025, title: A}\n", "b.yaml", "- {date: 2025, title: B}\n")
	now := record("notes/", "a.yaml", "- {date: 2025, title: C}\n", "b.yaml", "- {date: 2025, title: D}\n")
	d := diff.New(old, now, func(s string) string { return strings.TrimPrefix(s, "HEAD:notes/") },
		func(s string) string { return strings.TrimPrefix(s, "notes/") })
	want := []diff.Change{
		{Old: 0, Now: 0, Fields: []diff.Field{{Key: "title", Old: "A", Now: "C"}}},
		{Old: 1, Now: 1, Fields: []diff.Field{{Key: "title", Old: "B", Now: "D"}}},
	}
	if diff := cmp.Diff(want, d.Events); diff != "" {
		t.Error(diff)
	}
	if d := diff.New(old, now, nil, nil); len(d.Events) != 4 {
		t.Errorf("files of two names are one: %+v", d.Events)
	}
}

// Under a filter only events that match are told of, as they were or as they are, with the sources that are theirs
// alone.
// What has the id or the name of another is compared with what it was itself.
func TestDoublesAreTheSameAsThemselves(t *testing.T) {
	for name, text := range map[string]string{
		"actors":  "actors: [{name: A, kind: state}, {id: a, name: a}, {id: a, name: B}, {id: b, name: B}]\n",
		"sources": "sources: [{id: s, title: A}, {id: s, title: B, url: \"https://example.org\"}, {title: A}, {title: A, author: x}]\n",
		"events":  "events: [{id: e, date: 2025, title: A}, {id: e, date: 2025, title: A, summary: x}, {date: 2025, title: A, tags: [x]}]\n",
	} {
		if name != "events" {
			text += "events: [{date: 2025, title: One, actors: [a, A, B], sources: [s]}]\n"
		}
		if got := told(text, text); got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestOnly(t *testing.T) {
	now := strings.NewReplacer("title: Two", "title: Second", "title: Three", "title: Third", "Another source", "The source",
		"A source", "S", "A record", "R", "Anna Aster", "Anna").Replace(compared)
	d := diff.New(recordOf(compared), recordOf(now), nil, nil)
	if len(d.Events) != 2 || len(d.Sources) != 2 || len(d.Actors) != 1 || len(d.Record) != 1 {
		t.Fatalf("%+v", d)
	}
	is := func(n int) func(int) bool { return func(event int) bool { return event == n } }
	if d.Only(is(1), is(-1)); len(d.Events) != 1 || d.Events[0].Now != 1 || len(d.Sources)+len(d.Actors)+len(d.Record) > 0 {
		t.Errorf("as they were: %+v", d)
	}
	d = diff.New(recordOf(compared), recordOf(now), nil, nil)
	if d.Only(is(-1), is(1)); len(d.Events) != 1 || len(d.Sources) != 1 || len(d.Actors)+len(d.Record) > 0 {
		t.Errorf("as they are: %+v", d)
	}
}

// BenchmarkNew compares records of several shapes with themselves as they are read again, and with others.
func BenchmarkNew(b *testing.B) {
	for _, shape := range []struct {
		name string
		text func(n int) string
	}{{"plain", testrecord.Generate}, {"sources in place", testrecord.InPlace}, {"dense", testrecord.Dense}} {
		for _, size := range testrecord.Sizes() {
			b.Run(shape.name+"/"+size.Name, func(b *testing.B) {
				text := shape.text(size.Events)
				old, same := recordOf(text), recordOf(text)
				other := recordOf(strings.ReplaceAll(text, "tag-1", "tag-x"))
				for name, now := range map[string]*timeline.Timeline{"same": same, "changed": other} {
					b.Run(name, func(b *testing.B) {
						b.ReportAllocs()
						for b.Loop() {
							if diff.New(old, now, nil, nil).None() != (now == same) {
								b.Fatal("what is the same differs")
							}
						}
					})
				}
			})
		}
	}
}

func ExampleNew() {
	old := recordOf("- {id: talks, date: 2025-09, title: Talks}\n")
	now := recordOf("- {id: talks, date: 2025-09-08, title: Talks}\n- {date: 2025-10, title: More talks}\n")
	for _, c := range diff.New(old, now, nil, nil).Events {
		switch c.Kind() {
		case diff.Added:
			fmt.Println("new:", now.EventTitle(c.Now))
		case diff.Changed:
			fmt.Println("changed:", now.EventTitle(c.Now), c.Fields[0].Key, c.Fields[0].Old, c.Fields[0].Now)
		}
	}
	// Output:
	// changed: Talks date 2025-09 2025-09-08
	// new: More talks
}
