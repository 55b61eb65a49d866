package without_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/load"
	"dateline/timeline/publish"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
	"dateline/timeline/without"
)

// marked is a record in which each value begins with X and the keys that leave it out, each followed by X.
const marked = `title: Kept
description: Xdescription-a
editor: Xeditor-a
types: {Xtype-a: {family: talks, glyph: ◊}}
views: {Xviews-a: 'type:Xtype-a', Xviews-b: 'editor:Xeditor-b', Xviews-c: 'actor:Xquotes'}
actors:
  - {id: anna, name: Anna, kind: Xkind-a, aliases: [Xaliases-a], memberships: [{of: XmembershipsXactors, role: XmembershipsXrole}], parent: XparentXactors, editor: XeditorXactors}
  - {id: boris, name: Boris, memberships: [{of: Anna, role: XroleXactors}], parent: XparentXactors}
  - {id: quoted, name: XquotesXby-only, aliases: [XquotesXby], memberships: [{of: XquotesXbyXactorsXmemberships}]}
  - {id: clerk, name: Xactors-clerk, aliases: [Xaliases-c, Xaliases-d]}
sources:
  - {id: s1, title: Xsources-a, publisher: XpublisherXsources, author: XauthorXsources, url: "https://XurlXsources.example/", archive_url: "https://Xarchive_urlXsources.example/", language: XlanguageXsources, editor: XeditorXsources}
  - {id: s2, title: XquotesXsourceXsources}
  - {id: s3, title: XclaimsXsourceXsources}
events:
  - id: one
    date: 2025-01-01
    title: Kept too
    summary: Xsummary-a
    type: Xtype-a
    status: Xstatus-a
    location: Xlocation-a
    actors: [{actor: anna, role: Xrole-aXactors, editor: XeditorXactors}, Xactors-b, Xaliases-c, Xaliases-d]
    tags: [Xtags-a]
    quotes: [{by: quoted, text: Xquotes-a, source: s2, editor: XeditorXquotes}]
    figures: [{label: Xfigures-a, value: 37, unit: XunitXfigures, by: XfiguresXby-actor, source: "https://XfiguresXsourceXsources.example/"}]
    claims: [{by: boris, text: Xclaims-a, status: XstatusXclaims, source: s3}]
    sources: [s1, "https://XsourcesXurl.example/"]
    related: [Xrelated-a]
    notes: [Xnotes-a]
    editor: Xeditor-b
    Ed_itor two: Xeditortwo
    weather: {sky: Xweather-a}
`

// read reads the text of a record.
func read(t *testing.T, text string) *timeline.Timeline {
	t.Helper()
	return readAs("x.yaml", text)
}

// readAs reads the text of a record in a file with a name.
func readAs(name, text string) *timeline.Timeline {
	return load.Files(context.Background(), []load.File{load.InMemory(name, []byte(text))}, nil).Index.Timeline()
}

// written returns a record in every format, with what it says of itself.
func written(t *testing.T, r *timeline.Timeline) map[export.Format]string {
	t.Helper()
	all := map[export.Format]string{}
	x := index.New(r)
	for _, f := range publish.Formats() {
		var out strings.Builder
		if err := publish.Write(&out, f, publish.View{Index: x, Events: x.Select(query.Query{})}); err != nil {
			t.Fatal(err)
		}
		all[f] = out.String()
	}
	return all
}

// leave returns a copy of a record without some fields.
func leave(fields without.Fields, r *timeline.Timeline) *timeline.Timeline {
	left, _ := fields.Leave(r)
	return left
}

// What is left out is in no byte of any format, and all else is.
func TestNothingIsLeft(t *testing.T) {
	r := read(t, marked)
	word := regexp.MustCompile(`X[a-z_]+(?:X[a-z_]+)*(?:-[a-z]+)?`)
	markers := word.FindAllString(marked, -1)
	for _, marker := range markers {
		if whole := written(t, r)[export.YAML]; !strings.Contains(whole, marker) {
			t.Fatalf("%s is not in the record:\n%s", marker, whole)
		}
	}
	for _, key := range without.Keys(r) {
		fields, err := without.Parse(r, []string{strings.ToUpper(key)})
		if err != nil {
			t.Errorf("%s: %v", key, err)
			continue
		}
		own := strings.NewReplacer(" ", "", "_", "").Replace(strings.ToLower(key))
		for f, text := range written(t, leave(fields, r)) {
			for _, marker := range markers {
				of := strings.Split(regexp.MustCompile(`-[a-z]+$`).ReplaceAllString(marker, "")[1:], "X")
				gone := slices.Contains(of, key) || slices.Contains(of, own) ||
					key == "other" && slices.ContainsFunc(of, func(s string) bool { return strings.HasPrefix(s, "editor") || s == "weather" })
				switch has := strings.Contains(strings.ToLower(text), strings.ToLower(marker)); {
				case gone && has:
					t.Errorf("without %s: %s is in %s:\n%s", key, marker, f, text)
				case !gone && !has && f == export.YAML && !follows(key, marker):
					t.Errorf("without %s: %s is not in\n%s", key, marker, text)
				}
			}
		}
	}
}

// follows reports whether a marker is gone with a key that is not its own.
func follows(key, marker string) bool {
	for _, one := range []string{
		"type Xviews-a", "types Xtype", "types Xviews-a", "editor Xviews-b", "other Xviews-b", "kind Xtype", "kind Xviews-a",
		"description Xsummary", "actors X", "aliases Xviews-c", "memberships Xviews-c", "parent Xviews-c", "by Xviews-c",
		"claims Xviews-c", "figures Xviews-c", "quotes Xviews-c", "memberships Xrole", "views X", "other X",
		"quotes Xquotes", "sources X", "by Xrole", "claims Xrole", "url XfiguresXsource",
	} {
		k, m, _ := strings.Cut(one, " ")
		if key == k && strings.HasPrefix(marker, m) {
			return true
		}
	}
	return false
}

// A file in other words has its values twice: as what they mean, and under its own keys. Both are left out.
func TestGuessesAreLeftOut(t *testing.T) {
	const rows = "2025-01-01,One,Xsummary,Xtype,Xlocation,Xactors-a; Xactors-b,https://Xsources.example/\n" +
		"2025-01-02,Two,Xsummary,Xtype,Xlocation,Xactors-b,https://Xsources.example/\n"
	for _, who := range []string{"Who", "Xyz"} {
		var o load.Options
		if who == "Xyz" {
			if err := o.AddMap("actors=xyz"); err != nil {
				t.Fatal(err)
			}
		}
		text := "Datum,Titel,Beschreibung,Kategorie,Ort," + who + ",Quellen\n" + rows
		r := o.Files(context.Background(), []load.File{load.InMemory("x.csv", []byte(text))}, nil).Index.Timeline()
		whole := written(t, r)[export.YAML]
		for _, key := range []string{"summary", "type", "location", "actors", "sources"} {
			fields, err := without.Parse(r, []string{key})
			if err != nil || !strings.Contains(whole, "X"+key) {
				t.Fatalf("%s is not in\n%s: %v", key, whole, err)
			}
			for f, text := range written(t, leave(fields, r)) {
				if strings.Contains(text, "X"+key) {
					t.Errorf("without %s: it is in %s:\n%s", key, f, text)
				}
			}
		}
	}
}

// Each key of the format can be left out, or it is said why not.
func TestEachKeyIsKnown(t *testing.T) {
	r := read(t, "[]")
	for kind, keys := range testrecord.Keys() {
		for _, key := range keys {
			if _, err := without.Parse(r, []string{key}); err != nil && !strings.Contains(err.Error(), "cannot be left out: ") {
				t.Errorf("%s of %s: %v", key, kind, err)
			}
		}
	}
}

func TestWhatCannotBeLeftOut(t *testing.T) {
	r := read(t, marked)
	for key, want := range map[string]string{
		"title": "title cannot be left out: an event without a title is none", "Date": "cannot be left out",
		"id": "cannot be left out: events and sources are named by it", "text": "leave out quotes or claims",
		"edittor": `the record has no key "edittor"; did you mean editor`, "zzz": `the record has no key "zzz"`,
	} {
		if _, err := without.Parse(r, []string{"notes", key}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", key, err)
		}
	}
}

// A copy without anything that the record has is the record.
func TestACopyIsTheSame(t *testing.T) {
	for name, r := range map[string]*timeline.Timeline{
		"marked": read(t, marked), "talks": testbuild.Talks(), "texts": testbuild.EveryText(),
		"synthetic": testbuild.Synthetic(500, 40),
	} {
		c := leave(without.Fields{}, r)
		want, got := written(t, r), written(t, c)
		for _, f := range export.Formats {
			if want[f] != got[f] {
				t.Errorf("%s: %s is\n%s\nnot\n%s", name, f, got[f], want[f])
			}
		}
		for i := range r.Len() {
			if n, ok := c.Find(r.ID(i)); !ok || n != i || c.HasMadeID(i) != r.HasMadeID(i) {
				t.Errorf("%s: event %d is %d", name, i, n)
			}
		}
	}
}

// A copy takes time in proportion to the record, whether its sources are few or stand in its events.
func BenchmarkLeave(b *testing.B) {
	inPlace := testbuild.NewDraft()
	for i := range 20_000 {
		s := inPlace.CiteSource(&timeline.SourceDraft{Source: timeline.Source{URL: fmt.Sprintf("https://b.example/%d", i)}})
		inPlace.Event("2025-01-01", "Event", "A; B", func(e *timeline.EventDraft) {
			e.Sources, e.Notes = []timeline.Citation{s}, []string{"A note"}
		})
	}
	for name, r := range map[string]*timeline.Timeline{"plain": testbuild.Synthetic(20_000, 400), "in place": inPlace.Done()} {
		fields, err := without.Parse(r, []string{"notes", "role"})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fields.Leave(r)
			}
		})
	}
}
