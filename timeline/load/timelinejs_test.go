package load

import (
	"slices"
	"strings"
	"testing"
)

// The key that only says that these are events is no tag of theirs, and what is beside them tells the record.
func TestKeysOfListsThatOnlySayEvents(t *testing.T) {
	for _, c := range []struct {
		name, text, title string
		tags              []string
	}{
		{
			"TimelineJS", `{"events": [{"start_date": {"year": "2001"}, "text": {"headline": "a"}}],
			"eras": [{"start_date": {"year": "2001"}, "end_date": {"year": "2002"}, "text": {"headline": "b"}}]}`, "",
			[]string{"eras"},
		},
		{"the first TimelineJS", `{"timeline": {"headline": "The head", "text": "About", "type": "default", "date": [
			{"startDate": "2011,12,10", "headline": "a", "text": "x"}, {"startDate": "2012,1,6", "headline": "b"}],
			"era": [{"startDate": "2011", "endDate": "2012", "headline": "c"}]}}`, "The head", []string{"era"}},
		{
			"others", `{"births": [{"date": "2001", "title": "a"}], "deaths": [{"date": "2002", "title": "b"}]}`, "",
			[]string{"births", "deaths"},
		},
	} {
		p := Files(t.Context(), []File{InMemory("a.json", []byte(c.text))}, nil)
		record, tags := p.Index.Timeline(), []string(nil)
		for i := range record.Len() {
			tags = append(tags, record.Event(i).Tags...)
		}
		slices.Sort(tags)
		if !slices.Equal(slices.Compact(tags), c.tags) || record.Title() != c.title {
			t.Errorf("%s: %q with the tags %q\n%s", c.name, record.Title(), tags, p.Problems)
		}
	}
}

// What the format of TimelineJS says is no guess: a file as other programs write it is read without a word, its HTML as
// what that says, and what dateline has no place for is kept.
func TestSlidesAreAKnownForm(t *testing.T) {
	const text = `{"scale": "human", "title": {"media": {"url": "https://a.org/t.jpg"}, "background": {"color": "#fff"},
		"text": {"headline": "Whitney &amp; co<br/>1963", "text": "<p>A <b>life</b></p><p>More</p>"}}, "events": [
		{"media": {"url": "https://a.org/v", "caption": "A <i>clip</i>", "credit": "<a href='https://b.org'>B &amp; C</a>",
			"thumbnail": "https://a.org/th"}, "start_date": {"month": "8", "day": "9", "year": "1963", "hour": ""},
			"text": {"headline": "Music &amp; Heritage", "text": "<p>Born <a href='https://c.org/x'>here</a>.</p>"},
			"group": "Life events", "unique_id": "x1", "background": {"color": "#000"}, "autolink": false},
		{"media": {"url": "<iframe src='https://x'></iframe>"}, "start_date": {"year": "1978"}, "end_date": {"year": 1980,
			"month": 3}, "display_date": "Late seventies", "text": {"headline": "<b>Sung</b> &lt;script&gt;", "text": ""}},
		{"start_date": {"year": -44, "month": 3, "day": 15, "hour": 9}, "end_date": {"year": ""},
			"text": {"headline": "a &lt;img src=x onerror=y&gt; *b* &amp;lt;", "text": "2 &lt; 3 *x* &lt;b&gt;y&lt;/b&gt;"}}],
		"eras": [{"start_date": {"year": "1963"}, "end_date": {"year": "1970"}, "text": {"headline": "Sixties"}}]}`
	lines, p := readOne(t, "a.json", text)
	want := []string{
		"-0043-03-15T09:00 | a <img src=x onerror=y> *b* &lt;", "1963/1970 | Sixties", "1963-08-09 | Music & Heritage",
		"1978/1980-03 | Sung <script>",
	}
	record, got := p.Index.Timeline(), []string(nil)
	for i := range record.Len() {
		got = append(got, record.Date(i).EDTF()+" | "+record.EventTitle(i))
	}
	if !slices.Equal(got, want) || len(p.Problems) > 0 {
		t.Fatalf("%q, want %q\n%s\n%s", got, want, lines, p.Problems)
	}
	if record.Title() != "Whitney & co 1963" || record.Description() != "A life\n\nMore" {
		t.Errorf("%q is about %q", record.Title(), record.Description())
	}
	if got := record.Event(0).Summary; got != "2 < 3 *x* <b>y</b>" {
		t.Errorf("what is no tag is read as %q", got)
	}
	e := record.Event(2)
	source := record.Source(e.Sources[0])
	if e.ID != "x1" || e.Type != "Life events" || e.Summary != "Born here (https://c.org/x)." ||
		source.URL != "https://a.org/v" || source.Title != "A clip" || source.Publisher != "B & C" {
		t.Errorf("%+v rests on %+v", e, source)
	}
	var kept []string
	for _, f := range slices.Concat(record.Other(), e.Other, record.Event(3).Other) {
		kept = append(kept, f.Key)
	}
	if want := []string{"scale", "media", "background", "media", "background", "autolink", "media", "display_date"}; !slices.Equal(kept, want) {
		t.Errorf("%q are kept, want %q", kept, want)
	}
}

// A slide whose dates are no numbers is read as other maps are, and said to be.
func TestSlidesThatCannotBeReadAreGuessed(t *testing.T) {
	for _, date := range []string{
		`{"year": "1963", "month": "August"}`, `{"year": "soon"}`, `{"year": "1963", "month": "13"}`,
		`{"year": "1963", "day": "4"}`,
	} {
		_, p := readOne(t, "a.json", `{"events": [{"start_date": `+date+`, "text": {"headline": "A"}}]}`)
		if record := p.Index.Timeline(); len(p.Problems) == 0 || record.Len() != 1 || record.EventTitle(0) != "A" {
			t.Errorf("%s: %d events\n%s", date, record.Len(), p.Problems)
		}
	}
}

// Who did something is not what happened.
func TestNamesOfPersonsAreNoTitles(t *testing.T) {
	for text, want := range map[string]string{
		`"type": "updateCard", "data": {"card": {"name": "Buy milk"}}, "memberCreator": {"fullName": "Ann Ex"}`: "Buy milk",
		`"verb": "opened", "issue": {"name": "It fails"}, "createdByUser": {"title": "Dr. Ann Ex"}`:             "It fails",
		`"task": {"name": "Buy milk"}, "creator": {"displayName": "Ann Ex"}`:                                    "Buy milk",
		`"card": {"name": "Buy milk"}, "by": {"firstName": "Ann", "lastName": "Ex"}`:                            "Buy milk",
		`"event": {"name": "Buy milk"}, "reporter": {"heading": "Ann Ex"}`:                                      "Buy milk",
	} {
		text = `[{"date": "2020-05-06", ` + text + `}, {"date": "2020-05-07", ` + text + `}]`
		p := Files(t.Context(), []File{InMemory("a.json", []byte(text))}, nil)
		if got := p.Index.Timeline().Event(0).Title; got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// A slide without a headline is called by what the page shows instead, and its years are those of the page, whatever
// stands beside them.
func TestSlidesWithoutTexts(t *testing.T) {
	const beside = `{"start_date": {"year": "-3500"}, "media": {"url": "https://a.org/x", "caption": "Old"}}`
	for slide, want := range map[string]string{
		`{"start_date": {"year": "-44"}, "media": {"url": "https://a.org/b", "link": "https://a.org", "caption": "The <b>bridge</b> falls", "credit": "AP"}}`: "-0043 | The bridge falls",
		`{"start_date": {"year": "-1"}, "text": {}, "media": {"url": "https://a.org/b", "credit": "AP"}}`:                                                     "0000 | AP",
		`{"start_date": {"year": "0"}, "text": {"headline": "", "text": ""}, "media": {"url": "https://a.org/b"}}`:                                            "0000 | 1 BC",
		`{"start_date": {"year": "1"}, "text": {"text": "<p>It falls. Nobody knows why.</p>"}, "media": {"url": "", "caption": "A"}}`:                         "0001 | It falls",
	} {
		_, p := readOne(t, "a.json", `{"events": [`+beside+`, `+slide+`]}`)
		got := ""
		if record := p.Index.Timeline(); record.Len() == 2 && record.Date(0).EDTF() == "-3499" {
			got = record.Date(1).EDTF() + " | " + record.EventTitle(1)
		}
		if got != want || len(p.Problems) > 0 {
			t.Errorf("%s is read as %q, want %q\n%s", slide, got, want, p.Problems)
		}
	}
	_, p := readOne(t, "a.json", `{"events":[{"start_date":{"year":"-1"}},{"start_date":{"year":"0"}},{"start_date":{"year":"-44"}}]}`)
	for i, want := range []string{"-0043", "0000", "0000"} {
		if got := p.Index.Timeline().Date(i).EDTF(); got != want {
			t.Errorf("event %d of slides without anything is of %s, want %s", i, got, want)
		}
	}
}

// The sheet from which TimelineJS makes slides is read as these are: its title is that of the record, its eras have the
// tag of eras, and its times are of the dates.
func TestTheSheetOfTimelineJS(t *testing.T) {
	const text = `Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,` +
		`Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,Her story,<p>About her</p>,https://a.org/t.jpg,AP,A portrait,,title,,
1963,8,9,9:05 PM,,,,,,Born &amp; raised,"<p>In <a href=""https://c.org"">Newark</a></p>",https://a.org/v,AP,Her <b>house</b>,,,Life,#fff
"-3,500",,,,,,,,,Old,,,,,,,,
1980,,,,1989,,,,,Eighties,,,,,,era,,
,,,,,,,,,Sometime,,,,,,,,
`
	lines, p := readOne(t, "a.csv", text)
	record, got := p.Index.Timeline(), []string(nil)
	for i := range record.Len() {
		e := record.Event(i)
		got = append(got, strings.Join([]string{e.Date.EDTF(), e.Title, e.Type, e.Summary, strings.Join(e.Tags, " ")}, "|"))
	}
	want := []string{
		"-3499|Old|||", "1963-08-09T21:05|Born & raised|Life|In Newark (https://c.org)|", "1980/1989|Eighties|||eras", "|Sometime|||",
	}
	if !slices.Equal(got, want) || len(p.Problems) != 1 {
		t.Errorf("%q, want %q\n%s\n%s", got, want, lines, p.Problems)
	}
	if record.Title() != "Her story" || record.Description() != "About her" {
		t.Errorf("%q is about %q", record.Title(), record.Description())
	}
	if s := record.Source(record.Event(1).Sources[0]); s.Title != "Her house" || s.Publisher != "AP" {
		t.Errorf("%+v", s)
	}
}

// A second row of the title is kept as an event, with all that it says.
func TestTheSheetHasOneTitle(t *testing.T) {
	const text = "Year,Headline,Text,Media,Media Credit,Type\n,Head,About,,,title\n2020,One,,,,\n,Again,More,,,title\n"
	_, p := readOne(t, "a.csv", text)
	record := p.Index.Timeline()
	if record.Len() != 2 || record.Title() != "Head" {
		t.Fatalf("%d events of %q", record.Len(), record.Title())
	}
	if e := record.Event(1); e.Title != "Again" || e.Summary != "More" || !e.Date.IsZero() {
		t.Errorf("%+v", e)
	}
}
