package timelinejs_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"dateline/timeline/diag/rule"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/publish/timelinejs"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

func recordOf(name, text string) *index.Index {
	return load.Files(context.Background(), []load.File{load.InMemory(name, []byte(text))}, nil).Index
}

func slidesOf(t interface{ Fatal(...any) }, x *index.Index) (text, left string) {
	var out bytes.Buffer
	left, err := timelinejs.Write(&out, x, x.Select(query.Query{}), timelinejs.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), left
}

// page is what TimelineJS reads of a file.
type page struct {
	Title struct {
		Text struct{ Headline, Text string }
	}
	Scale  string
	Events []struct {
		Start   map[string]int `json:"start_date"`
		End     map[string]int `json:"end_date"`
		Display string         `json:"display_date"`
		ID      string         `json:"unique_id"`
		Group   string
		Text    struct{ Headline, Text string }
	}
}

// check returns an error where a text is no JSON, or a text in it has more of HTML than paragraphs and links.
func check(text string) (p page, err error) {
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&p); err != nil {
		return p, err
	}
	texts := []string{p.Title.Text.Headline, p.Title.Text.Text}
	for _, e := range p.Events {
		texts = append(texts, e.Text.Headline, e.Text.Text, e.Group, e.Display)
	}
	for _, one := range texts {
		z := html.NewTokenizer(strings.NewReader(one))
		for z.Next() != html.ErrorToken {
			switch token := z.Token(); {
			case token.Type == html.TextToken || token.Data == "p" && len(token.Attr) == 0:
			case token.Data == "a" && token.Type == html.EndTagToken:
			case token.Data == "a" && len(token.Attr) == 1 && token.Attr[0].Key == "href":
				if _, ok := sanitize.WebAddress(token.Attr[0].Val); !ok {
					return p, fmt.Errorf("a link leads to %q", token.Attr[0].Val)
				}
			default:
				return p, fmt.Errorf("%q has %s", one, token)
			}
		}
	}
	return p, nil
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ date, start, end, left string }{
		{"2025-09-08", "2025-9-8", "", ""},
		{"2025-08~", "2025-8", "", ""},
		{"2025", "2025", "", ""},
		{"2025-XX-08", "2025-1-8", "2025-12-8", ""},
		{"193X", "1930-1-1", "1939-12-31", ""},
		{"2025-21", "2025-3-1", "2025-5-31", ""},
		{"2025-09-23/2025-09-29", "2025-9-23", "2025-9-29", ""},
		{"2025-09-08/2026", "2025-9-8", "2026", ""},
		{"2022-02-24/..", "2022-2-24", "", ""},
		{"../2022-02", "2022-2", "", ""},
		{"[2025-08-15,2025-08-16]", "2025-8-15", "2025-8-16", ""},
		{"[..1760-12-03]", "1760-12-3", "", ""},
		{"2025-09-20T20:39:15+03:00", "2025-9-20 20:39:15", "", ""},
		{"2025-09-20T00:05/2025-09-21T24:00", "2025-9-20 0:05:00", "2025-9-21 23:59:59", ""},
		{"2025-09-20T00:01+00:00/2025-09-20T00:00", "2025-9-20 0:01:00", "", ""},
		{"2025-09-20T00:01+00:00/2025-09-20T23:00-03:00", "2025-9-20 0:01:00", "2025-9-20 23:00:00", ""},
		{"-0044-03-15", "-45-3-15", "", ""},
		{"0000", "-1", "", ""},
		{"Y300000", "300000", "", ""},
		{"Y17E7", "", "", "1 event of no known year"},
		{"../..", "", "", "1 event of no known year"},
		{"", "", "", "1 event without a date"},
	} {
		text, left := slidesOf(t, recordOf("a.yaml", fmt.Sprintf("events: [{date: %q, title: One}]", c.date)))
		p, err := check(text)
		if err != nil {
			t.Fatal(c.date, err)
		}
		start, end := "", ""
		if len(p.Events) > 0 {
			start, end = said(p.Events[0].Start), said(p.Events[0].End)
		}
		if start != c.start || end != c.end || left != c.left {
			t.Errorf("%s is from %q to %q, left out %q", c.date, start, end, left)
		}
		if long := p.Scale == "cosmological"; long != (c.date == "Y300000") {
			t.Errorf("%s has the scale %q", c.date, p.Scale)
		}
	}
}

// said returns the parts of a date in their order.
func said(parts map[string]int) string {
	var b strings.Builder
	for n, part := range []string{"year", "month", "day"} {
		if v, ok := parts[part]; ok {
			fmt.Fprint(&b, strings.Repeat("-", min(n, 1)), v)
		}
	}
	if hour, ok := parts["hour"]; ok {
		fmt.Fprintf(&b, " %d:%02d:%02d", hour, parts["minute"], parts["second"])
	}
	return b.String()
}

// TestWhatIsWrittenIsReadBack holds of any dates that dateline reads them back the same.
func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("title: R&D\nevents:\n")
		for n, date := range rapid.SliceOfN(testrecord.DateText(), 1, 20).Draw(t, "dates") {
			fmt.Fprintf(&b, "  - {id: e%d, date: %q, title: Event <%d> of A&B, type: call}\n", n, date, n)
		}
		x := recordOf("a.yaml", b.String())
		text, _ := slidesOf(t, x)
		if _, err := check(text); err != nil {
			t.Fatal(err)
		}
		readBack(t, x, text)
	})
}

// readBack holds that dateline reads a text back with all that the events of x say that are in it.
func readBack(t interface{ Fatalf(string, ...any) }, x *index.Index, text string) {
	read := load.Files(context.Background(), []load.File{load.InMemory("a.json", []byte(text))}, nil)
	back := read.Index.Timeline()
	guessed := read.Problems.Of(func(id rule.ID) bool { // else it says something of the dates themselves
		return id == rule.OtherKey || id == rule.RoleGuessed || id == rule.UnknownKey || id == rule.ContainerGuessed
	})
	if len(guessed) > 0 {
		t.Fatalf("what is written is not known again: %s\n%s", guessed, text)
	}
	if title := sanitize.Line(x.Timeline().Title()); back.Title() != strings.Join(strings.Fields(title), " ") {
		t.Fatalf("the title %q is read back as %q", title, back.Title())
	}
	want := linesOf(x, func(i int) bool { _, ok := back.Find(x.Timeline().ID(i)); return ok })
	got := linesOf(read.Index, func(int) bool { return true })
	for n := range max(len(got), len(want)) {
		if n >= len(got) || n >= len(want) || got[n] != want[n] {
			t.Fatalf("read back as\n%q\nnot\n%q\nof\n%s", got[min(n, len(got)):], want[min(n, len(want)):], text)
		}
	}
}

// place matches where an event was, and office what is known of an actor only by its record, which slides do not have.
var place, office = regexp.MustCompile(`"file":"(?:[^"\\]|\\.)*","line":[0-9]+`), regexp.MustCompile(`"office":"(?:[^"\\]|\\.)*"`)

// linesOf returns all that some events of a record say, as JSON Lines.
func linesOf(x *index.Index, of func(i int) bool) []string {
	var out bytes.Buffer
	lines := export.New(&out, export.JSONLines, export.Emphasis{})
	all := x.Select(query.Query{})
	var some []int
	for n := range all.Len() {
		if of(all.At(n)) {
			some = append(some, all.At(n))
		}
	}
	part, _ := all.Part(some)
	_ = cmp.Or(lines.Write(x.Timeline(), part, 0), lines.Close()) // a buffer takes it all
	text := office.ReplaceAllString(place.ReplaceAllString(out.String(), ""), "")
	return strings.Split(text, "\n")
}

// TestRecordsAreReadBack holds of all that records say, ordinary, rich, odd or hostile, that it is read back the same.
func TestRecordsAreReadBack(t *testing.T) {
	texts := []string{testrecord.Generate(100), marked}
	for _, text := range append(testrecord.Hostile(), "R&D", "a < b", "*a*", "[a](https://example.org)", "  two  blanks ") {
		if !strings.Contains(text, "://") { // as the id of a source it is two addresses
			texts = append(texts, testrecord.EveryField(text))
		}
	}
	for n, text := range texts {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			x := recordOf("a.yaml", text)
			text, _ := slidesOf(t, x)
			readBack(t, x, text)
		})
	}
}

// marked is a record with markup, and with the words that labels are.
const marked = `events:
  - {id: a, date: 2025-01-01, title: "*A* <b>bold</b> talk", summary: "Actors: <i>nobody</i>\n\nType: call", status: reported,
     tags: [one, "two, three"], actors: ["Anna, of Kyiv", {actor: Bert (host), role: "host; guest"}], type: R&D, mood: 5}
  - {id: b, date: 2025-02-01, title: B, related: [a], notes: ["Source: x"], claims: [{by: Anna, text: No, status: denied}]}
`

// TestWhatOthersChangeIsRead holds that a text of a slide that was changed after it was written is read, as words.
func TestWhatOthersChangeIsRead(t *testing.T) {
	text, _ := slidesOf(t, recordOf("a.yaml", small))
	for was, is := range map[string]string{"They talk.\\": "They sing.\\", "Anna (caller), Bert\\": "Carl\\", "Bert talk\",": "Bert sing\","} {
		changed := strings.Replace(text, was, is, 1)
		if changed == text {
			t.Fatalf("%s is not in\n%s", was, text)
		}
		back := recordOf("a.json", changed).Timeline()
		if said := fmt.Sprintf("%+v", back.Event(0)); !strings.Contains(said, strings.Trim(is, `\",`)) {
			t.Errorf("%q is not in %s", is, said)
		}
	}
}

func TestTheCuratedRecordIsReadBack(t *testing.T) {
	curated, err := os.ReadFile("../../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	x := recordOf("events.yaml", string(curated))
	text, left := slidesOf(t, x)
	p, err := check(text)
	if err != nil || left != "" || len(p.Events) != x.Timeline().Len() {
		t.Fatal(err, left, len(p.Events))
	}
	readBack(t, x, text)
	if strings.Contains(text, `\u0026#`) || strings.Contains(text, "&#") {
		t.Error("quotation marks and apostrophes are spelled out")
	}
}

func TestNothingHostileIsMarkup(t *testing.T) {
	texts := []string{"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "javascript:alert(1)", "&lt;b&gt;", "'"}
	for _, text := range append(texts, testrecord.Hostile()...) {
		written, _ := slidesOf(t, recordOf("a.yaml", testrecord.EveryField(text)))
		if _, err := check(written); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

const small = `title: A small record
description: What it holds.
events:
  - {id: first, date: 2025-09-08, title: Anna & Bert talk, type: call, location: Kyiv, actors: [{actor: Anna, role: caller}, Bert],
     summary: They talk., sources: ["https://example.org/a?b&c"]}
  - {id: later, date: 2025-10~, title: A meeting is planned}
  - {id: never, title: Nobody knows when}
`

const smallSlides = `{"title":{"text":{"headline":"A small record","text":"<p>What it holds.</p>"}},
"events":[
{"id":"first","date":"2025-09-08","earliest":"2025-09-08","latest":"2025-09-08","title":"Anna & Bert talk","type":"call",` +
	`"status":"","location":"Kyiv","summary":"They talk.",` +
	`"actors":[{"id":"anna","name":"Anna","role":"caller","office":""},{"id":"bert","name":"Bert","role":"","office":""}],` +
	`"quotes":[],"figures":[],"claims":[],` +
	`"sources":[{"id":"","title":"","publisher":"","url":"https://example.org/a?b&c","published":""}],` +
	`"tags":[],"related":[],"notes":[],` +
	`"start_date":{"year":2025,"month":9,"day":8},"display_date":"8 September 2025","text":{"headline":"Anna &amp; Bert talk",` +
	`"text":"<p>Location: Kyiv</p><p>They talk.</p><p>Type: call</p><p>Actors: Anna (caller), Bert</p>` +
	`<p>Source: <a href=\"https://example.org/a?b&amp;c\">https://example.org/a?b&amp;c</a></p>"},` +
	`"text_sum":"ea106e71ddb558a1","group":"call","unique_id":"first"},
{"id":"later","date":"2025-10~","earliest":"2025-10-01","latest":"2025-10-31","title":"A meeting is planned","type":"",` +
	`"status":"","location":"","summary":"","actors":[],"quotes":[],"figures":[],"claims":[],"sources":[],"tags":[],` +
	`"related":[],"notes":[],"start_date":{"year":2025,"month":10},"display_date":"c. October 2025",` +
	`"text":{"headline":"A meeting is planned"},"text_sum":"8aed60c5f9b66b41","unique_id":"later"}
]}
`

// TestGroupsLeaveRoom holds that the page has few rows, and that the types are read back whatever the rows are.
func TestGroupsLeaveRoom(t *testing.T) {
	types := strings.Fields("meeting call strike statement visit summit report law vote")
	for n, want := range map[int]string{8: "meeting", 9: "talks"} {
		var record strings.Builder
		record.WriteString("events:\n")
		for i, kind := range types[:n] {
			fmt.Fprintf(&record, "- {date: 2025-01-0%d, title: T, type: %s}\n", i+1, kind)
		}
		x := recordOf("a.yaml", record.String())
		text, _ := slidesOf(t, x)
		if !strings.Contains(text, `"group":"`+want+`"`) {
			t.Errorf("%d types: no group %s in\n%s", n, want, text)
		}
		readBack(t, x, text)
	}
}

func TestASmallRecord(t *testing.T) {
	got, left := slidesOf(t, recordOf("a.yaml", small))
	signs := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&") // as JSON has them within scripts
	if signs.Replace(got) != smallSlides || left != "1 event without a date" {
		t.Errorf("%s\nleft out %q", got, left)
	}
}

// each is an event whose fields have a word each.
const each = `events:
  - {id: wordid, date: 2025-01-01, title: wordtitle, type: wordtype, status: wordstatus, location: wordlocation,
     summary: wordsummary, tags: [wordtag, wordtags], actors: [{actor: wordactor, role: wordrole}], notes: [wordnote],
     quotes: [{by: wordspeaker, text: wordquote}], claims: [{by: wordclaimant, text: wordclaim, status: worddenied}],
     figures: [{label: wordlabel, low: 11, best: 12, high: 13, unit: wordunit, by: wordcounter}], related: [wordrelated],
     sources: [{title: wordsource, publisher: wordpublisher, author: wordauthor}], wordkey: wordvalue}
`

// TestEveryFieldIsSeen holds that a reader of the page sees all that an event says.
func TestEveryFieldIsSeen(t *testing.T) {
	text, left := slidesOf(t, recordOf("a.yaml", each))
	p, err := check(text)
	if err != nil || left != "" || len(p.Events) != 1 {
		t.Fatal(err, left)
	}
	seen := p.Events[0].Text.Headline + p.Events[0].Text.Text + p.Events[0].ID
	for _, word := range regexp.MustCompile(`\b(?:word[a-z]+|1[123])\b`).FindAllString(each, -1) {
		if !strings.Contains(seen, word) {
			t.Errorf("%s is not in %s", word, seen)
		}
	}
}

// TestWhatWasReadOfSlidesIsShownAgain holds that media, backgrounds, eras and dates in words come out as they came in,
// without markup, and that what has no place is counted.
func TestWhatWasReadOfSlidesIsShownAgain(t *testing.T) {
	const text = `{"scale": "human", "mood": 5, "title": {"text": {"headline": "T"}, "media": {"url": "https://a.org/t"}},
		"events": [{"start_date": {"year": "1965"}, "display_date": "Mid-sixties", "text": {"headline": "X", "text": "Y"},
			"background": {"color": "#fff"}, "media": {"url": "https://a.org/c.jpg", "link": "https://a.org/p",
			"caption": "A <i onclick=x>clip</i>", "credit": "AP"}},
			{"start_date": {"year": "1966"}, "media": {"url": "<script>alert(1)</script>", "caption": "Z"}}],
		"eras": [{"start_date": {"year": "1963"}, "end_date": {"year": "1970"}, "text": {"headline": "Sixties"}}]}`
	x := recordOf("a.json", text)
	written, left := slidesOf(t, x)
	if _, err := check(written); err != nil || left != "1 key of the record itself" {
		t.Error(err, left)
	}
	readBack(t, x, written)
	for _, want := range []string{
		`"scale":"human"`, `"title":{"media":{"url":"https://a.org/t"}`, `"display_date":"Mid-sixties"`, `"eras":[{`,
		`"media":{"caption":"A clip","credit":"AP","link":"https://a.org/p","url":"https://a.org/c.jpg"}`,
		`"background":{"color":"#fff"}`,
	} {
		if !strings.Contains(written, want) {
			t.Errorf("%s is not in\n%s", want, written)
		}
	}
	if strings.Contains(written, `"media":{"caption":"Z"`) || strings.Contains(written, "Source: ") {
		t.Errorf("media are no addresses, or said twice, in\n%s", written)
	}
}
