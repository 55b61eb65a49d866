package without_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/load"
	"dateline/timeline/without"
)

// Forms of other people: files whose values under a key begin with X and its name in small letters, and keys whose
// values are read as the title or the date.
var forms = []struct{ file, text, named string }{
	{
		"x.csv", "Datum,Titel,blurb,who,Ort,Kategorie,Schlagworte,Quellen,remark,score\n" +
			"2025-01-01,One,Xblurb text,Xwho-a; Xwho-b,Xort,Xkategorie,Xschlagworte,https://xquellen.example/,Xremark,Xscore\n" +
			"2025-01-02,Two,Xblurb again,Xwho-a,Xort,Xkategorie,Xschlagworte,https://xquellen.example/b,Xremark,Xscore\n",
		"Datum Titel",
	},
	{"x.csv", "date,title,note\n2025-01-01,One,Xnote\n2025-01-02,Two,Xnote of more\n", "date title"},
	{
		"x.csv", "date,title,comment,author\n2025-01-01,One,\"Xcomment, so\",Xauthor-a\n2025-01-02,Two,Xcomment,\"Xauthor-b, Xauthor-a\"\n",
		"date title",
	},
	{"x.csv", "date,title,attacker,defender,city,country\n2025-01-01,One,Xattacker,Xdefender,Xcity,Xcountry\n", "date title"},
	{"x.csv", "when,blurb,editor\n2025-01-01,The first words of a longer text. And more of it.,Xeditor\n", "when blurb"},
	{"x.toml", "[[events]]\ndate = 2025-01-01\nheadline = \"One\"\nblurb = \"Xblurb\"\nkeywords = [\"Xkeywords-a\", \"Xkeywords-b\"]\n" +
		"[[events]]\ndate = 2025-01-02\nheadline = \"Two\"\nblurb = \"Xblurb\\nXblurb on a second line\"\n", "date headline"},
	{"x.json", `[{"startDate": "2025-01-01", "headline": "One", "details": "Xdetails", "people_involved": ["Xpeople_involved-a", "Xpeople_involved-b"],
		"venue": {"name": "Xvenue"}, "verification": "Xverification", "references": [{"url": "https://xreferences.example/"}]}]`, "startDate headline"},
	{"x.json", `{"events": [{"start_date": {"year": "2025"}, "text": {"headline": "One", "text": "Words"}, "group": "Xgroup", "media": {"url": "https://xmedia.example/", "credit": "Xmedia"}}]}`, "start_date text"},
	{"x.md", "---\nday: 2025-01-01\nheadline: One\nblurb: Xblurb\nspeakers: [Xspeakers-a, Xspeakers-b]\nmood: Xmood\n---\n", "headline day"},
	{"x.jsonl", `{"when": "2025-01-01", "what": "One", "who": "Xwho-a and Xwho-b", "where": "Xwhere", "why": "Xwhy"}` + "\n" +
		`{"when": "2025-01-02", "what": "Two", "who": "Xwho-a"}` + "\n" + `{"when": "2025-01-03", "what": "Three", "who": "Xwho-b"}`, "when what"},
	{"x.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20250101\nSUMMARY:One\nATTENDEE;CN=Xattendee:mailto:a@e.org\n" +
		"ATTENDEE;CN=Xattendee B:mailto:b@e.org\nORGANIZER;CN=Xorganizer:mailto:c@e.org\nCOMMENT:Xcomment\nEND:VEVENT\nEND:VCALENDAR\n", ""},
	{"x.yaml", "events:\n- {date: 2025-01-01, title: One, note: Xnote, synopsis: Xsynopsis}\n- {date: 2025-01-02, title: Two, notes: [Kept]}\n", ""},
}

// In a file in other words each key can be left out as the file has it, with all that was read from it, and all else
// stays; or it is said that it is read as the title or the date.
func TestKeysOfOthersAreLeftOut(t *testing.T) {
	for _, form := range forms {
		r := load.Files(context.Background(), []load.File{load.InMemory(form.file, []byte(form.text))}, nil).Index.Timeline()
		named := strings.Fields(form.named)
		for _, key := range ownKeysOf(r) {
			fields, err := without.Parse(r, []string{key})
			if slices.Contains(named, key) {
				if err == nil || !strings.Contains(err.Error(), key+" cannot be left out: ") {
					t.Errorf("%s: %s is left out: %v", form.text, key, err)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", form.text, err)
				continue
			}
			for f, text := range written(t, leave(fields, r)) {
				if text = strings.ToLower(text); strings.Contains(text, "x"+strings.ToLower(key)) {
					t.Errorf("without %s: it is in %s:\n%s", key, f, text)
				}
				for _, other := range ownKeysOf(r) {
					marker := "X" + strings.ToLower(other)
					if f == "yaml" && other != key && strings.Contains(form.text, marker) && !strings.Contains(text, strings.ToLower(marker)) {
						t.Errorf("without %s: %s is gone:\n%s", key, other, text)
					}
				}
			}
		}
	}
}

// ownKeysOf returns the keys of the events of a record that are the writer's own.
func ownKeysOf(r *timeline.Timeline) (all []string) {
	for i := range r.Len() {
		for _, field := range r.Event(i).Other {
			all = append(all, field.Key)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// A key that nothing has is said, and so is one that stays though its name is near.
func TestWhatIsSaid(t *testing.T) {
	r := read(t, "events:\n- {date: 2025-01-01, title: One, note: X, votes: 4, summary: S}\n")
	for keys, want := range map[string]string{
		"note": "", "summary": "", "description": "", "status": "nothing in the record has status",
		"notes": "the record has votes too, which is not left out", "summary,quotes": "nothing in the record has quotes",
	} {
		fields, err := without.Parse(r, strings.Split(keys, ","))
		if err != nil {
			t.Fatal(err)
		}
		if _, said := fields.Leave(r); strings.Join(said, "; ") != want {
			t.Errorf("%s: %q", keys, said)
		}
	}
	within := "a: &x {notes: [LEAK]}\nkept: 'Notes: none'\nevents:\n- {<<: *x, date: 2025-01-01, title: One, seen: {by: 4, Notes: LEAK}, log: \"notes: so\"}\n"
	r = read(t, within)
	fields, err := without.Parse(r, []string{"notes"})
	if err != nil {
		t.Fatal(err)
	}
	left, said := fields.Leave(r)
	if got := strings.Join(said, "; "); got != "all of a is left out, since it has notes within; all of seen is left out, since it has notes within" {
		t.Error(got)
	}
	for f, text := range written(t, left) {
		if strings.Contains(text, "LEAK") || f == "yaml" && (!strings.Contains(text, "none") || !strings.Contains(text, "so\"")) {
			t.Errorf("a key within a map: %s:\n%s", f, text)
		}
	}
	for _, keys := range []string{"", ",", "notes,", " "} {
		if _, err := without.Parse(r, strings.Split(keys, ",")); err == nil {
			t.Errorf("%q is no error", keys)
		}
	}
}

// A key that only maps have within is left out with them, and of pages it is said that their texts stay as summaries.
func TestKeysWithinAndTextsOfPages(t *testing.T) {
	r := read(t, "events:\n- {date: 2025-01-01, title: One, meta: {deep: LEAK}, mood: calm}\n")
	fields, err := without.Parse(r, []string{"deep"})
	if err != nil {
		t.Fatal(err)
	}
	for f, text := range written(t, leave(fields, r)) {
		if strings.Contains(text, "LEAK") {
			t.Errorf("%s:\n%s", f, text)
		}
	}
	pages := load.Files(context.Background(), []load.File{
		load.InMemory("a.md", []byte("---\ndate: 2025-01-01\ntitle: One\nsummary: Short\n---\nLong\n")),
		load.InMemory("b.md", []byte("---\ndate: 2025-01-02\ntitle: Two\n---\nStays\n")),
	}, nil).Index.Timeline()
	if fields, err = without.Parse(pages, []string{"body"}); err != nil {
		t.Fatal(err)
	}
	_, said := fields.Leave(pages)
	if want := "the text of 1 page is the summary, which stays; --without summary leaves it out"; strings.Join(said, "; ") != want {
		t.Error(said)
	}
}

// Without actors a calendar has no address of one.
func TestAddressesOfActors(t *testing.T) {
	r := load.Files(context.Background(), []load.File{load.InMemory("x.ics", []byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n"+
		"DTSTART;VALUE=DATE:20250101\nSUMMARY:One\nATTENDEE;CN=LEAK:mailto:leak@e.org\nORGANIZER:mailto:leak2@e.org\n"+
		"COMMENT:kept\nEND:VEVENT\nEND:VCALENDAR\n"))}, nil).Index.Timeline()
	fields, err := without.Parse(r, []string{"actors"})
	if err != nil {
		t.Fatal(err)
	}
	for f, text := range written(t, leave(fields, r)) {
		if strings.Contains(strings.ToLower(text), "leak") || f == "yaml" && !strings.Contains(text, "kept") {
			t.Errorf("%s:\n%s", f, text)
		}
	}
}
