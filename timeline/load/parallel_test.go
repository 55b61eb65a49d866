package load

import (
	"context"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/testrecord"
)

// loadInPieces loads one file in pieces of about size bytes.
func loadInPieces(text string, size int) Progress {
	l := loader{record: timeline.NewBuilder(), piece: size}
	return l.load(context.Background(), []File{textFile("record.yaml", text)})
}

// contents is all that a timeline holds.
type contents struct {
	Title, Description string
	Other              []timeline.Field
	Events             []timeline.Event
	Actors             []timeline.Actor
	Sources            []timeline.Source
	Found              map[string]timeline.ActorRef // by each spelling
}

func contentsOf(t *timeline.Timeline) contents {
	c := contents{
		Title: t.Title(), Description: t.Description(), Other: t.Other(),
		Found: make(map[string]timeline.ActorRef),
	}
	for a := range t.Actors() {
		actor := *t.Actor(timeline.ActorRef(a))
		c.Actors = append(c.Actors, actor)
		for _, spelling := range actor.Spellings() {
			c.Found[spelling], _ = t.FindActor(spelling)
		}
	}
	for s := range t.Sources() {
		c.Sources = append(c.Sources, *t.Source(timeline.SourceRef(s)))
	}
	for i := range t.Len() {
		c.Events = append(c.Events, *t.Event(i))
	}
	return c
}

// samePieces fails where reading every item by itself does not read what reading the whole does. It reports whether the
// text can be read in pieces at all.
func samePieces(t interface{ Fatalf(string, ...any) }, text string) bool {
	sameInPieces(t, text, 1)
	return yamldoc.NewReader(context.Background(), new(diag.File), new(diag.List), 1).InPieces(text) != nil
}

// sameInPieces fails where reading pieces of about size bytes does not read what reading the whole does. It returns
// that.
func sameInPieces(t interface{ Fatalf(string, ...any) }, text string, size int) contents {
	whole, pieces := loadInPieces(text, len(text)+1), loadInPieces(text, size)
	if diff := cmp.Diff(whole.Problems, pieces.Problems); diff != "" {
		t.Fatalf("problems of the whole and of pieces (-whole +pieces):\n%s\n%s", diff, text)
	}
	a, b := contentsOf(whole.Index.Timeline()), contentsOf(pieces.Index.Timeline())
	if !reflect.DeepEqual(a, b) { // which is quick, but tells an empty list from none
		if diff := cmp.Diff(a, b, cmp.AllowUnexported(edtf.Date{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("the whole and pieces (-whole +pieces):\n%s\n%s", diff, text)
		}
	}
	return b
}

func TestPiecesAreTheWhole(t *testing.T) {
	for _, text := range testrecord.FilesLike(t, "testdata/*.yaml") {
		samePieces(t, text)
	}
	for name, text := range map[string]string{
		"plain":               "title: x\nevents:\n  - {date: 2025, title: a}\n  - date: 2025\n    title: b\n",
		"a list":              "# a list\n- {date: 2025, title: a}\n\n- date: 2025\n  title: b\n",
		"items at the margin": "events:\n- {date: 2025, title: a}\n- date: 2025\n  title: b\ntitle: x\n",
		"keys after the events": "events: # all\n  # first\n  - {date: 2025, title: a, sources: [s]}\n  - {title: b}\n" +
			"sources: [{id: s, titel: x}]\nactors: [[a]]\n",
		"text that looks like": "events:\n  - date: 2025\n    title: a\n    summary: |\n      - date: 2026\n" +
			"      events:\n     # no comment\n  -\n    date: 2026\n    title: b\n",
		"signs of words that others have too": "x: &x {title: &m a}\nevents:\n" +
			"  - &a {date: 2025, title: &n b, tags: [&o c, &p d]}\n  - <<: *a\n  - {<<: *a, title: &q c}\n" +
			"  - {<<: *x, date: 2026}\n  - {<<: *x, date: 2027}\n",
		"a divider in front": "---\nevents:\n  - {date: 2025, title: a}\n  - {date: 2025, title: b}\n",
		"CRLF": "events:\r\n  - {date: 2025, title: a}\r\n  - date: 2025\r\n    title: b\r\n" +
			"    summary: |\r\n      c\r\n",
		"CRLF around": "title: x\r\nsources:\r\n  - {id: s,\r\n    title: y}\r\nevents:\r\n\r\n  - {date: 2025, title: a}\r\n" +
			"  - {date: 2025, title: b, sources: [s, t]}\r\nactors:\r\n  - name:\r\n",
		"question marks": "sources: [{id: s?, titel: ?x}]\nevents:\n  - {date: 2025, title: ?a, sources: [s?], x: y ?}\n" +
			"  - date: 2025\n    title: b\n    sources: [https://example.org?id=1, ?t]\n    tags: [? u]\n  - ? v\n",
		"what programs write": "events:\n  -\n    \"date\": \"2025\"\n    title: \"a\\n\\u00e9\"\n    end:\n    x y: |+\n      z\n\n" +
			"  - {\"date\":2025, \"title\":\"b\", \"c\": -5}\n  - date: 2025\n    title:\n      b\n\n      c\td\n    tags:\n    -\n",
		"kept blank lines": "events:\n  - date: 2025\n    title: a\n    summary: |+\n      b\n\n\n" +
			"  - {date: 2025, title: b}\n\n\n",
		"two documents":     "events:\n  - {date: 2025, title: a}\n---\nevents:\n  - {date: 2025, title: b}\n",
		"a head of its own": "title: x\nactors: [{id: a, name: A}]\n---\n- {date: 2025, title: a}\n- {date: 2026, titel: b}\n",
		"several heads": "title: x\n--- # one\nevents:\n- {date: 2025, title: a}\ntitle: y\n---\n\n# two\n---\ntitle: z\n" +
			"events:\n- {date: 2024, titel: a}\nmood: odd\n",
		"a tag and a text behind":  "- {date: 2025, titel: a}\n--- !!map\nevents:\n- {date: 2024, titel: a}\n--- text\n",
		"a divider in a text":      "- date: 2025\n  title: a\n  summary: |\n    ---\n    ...\n   # x\n---\n- {date: 2024, titel: a}\n",
		"an end":                   "events:\n  - {date: 2025, titel: a}\n...\n",
		"an end and a remark":      "events:\n  - {date: 2025, titel: a}\n... # the end\n\n# really\n",
		"an end and more":          "events:\n  - {date: 2025, titel: a}\n...\n---\n- {date: 2025, titel: b}\n...\n",
		"a remark in front":        "# x\n\n---\nevents:\n  - {date: 2025, titel: a}\n  - {date: 2025, title: b}",
		"a directive":              "%YAML 1.1\n---\nevents:\n  - {date: 2025, titel: a}\n  - {date: 2025, title: b}\n",
		"a remark and a directive": "# x\n%YAML 1.2\n# y\n---\n- {date: 2025, titel: a}\n- {date: 2025, title: b}\n",
		"a directive below":        "- {date: 2025, titel: a}\n...\n%YAML 1.1\n---\n- {date: 2025, titel: a}\n",
		"a version of each document": "%YAML 1.2\r\n---\r\ndate: 2025\r\ntitel: a\r\n...\r\n%YAML 1.2\r\n---\r\ndate: 2024\r\ntitle: b\r\n" +
			"...\r\n# x\r\n%YAML 1.2\r\n--- {date: 2025, title: \"\\x41\"}\r\n",
		"two documents in CRLF": "- {date: 2025, titel: a}\r\n---\r\n- {date: 2025, titel: a}\r\n...\r\n",
		"events and one event":  "- {date: 2025, titel: a}\n---\ndate: 2025\ntitle: b\n---\n- {date: 2025, title: c}\n",
		"an anchor":             "events:\n  - &a {date: 2025, title: a}\n  - *a\n",
		"an anchor in the head": "note: &n text\nevents:\n  - {date: 2025, title: *n}\n  - {date: 2025, title: b}\n",
		"a merge key":           "events:\n  - &a {date: 2025, title: a}\n  - {<<: *a, title: b}\n",
		"an anchor in a text":   "- &a {date: 2025, titel: a}\n- {date: 2025, titel: \"&a b\"}\n- {date: 2025, title: x &a b}\n- *a\n",
		"an anchor again": "- &a {date: 2025, titel: a}\n- *a\n- {date: 2024, title: \"\\x41\", type: &a b}\n" +
			"- {date: 2025, title: *a}\n- {date: 2025, title: *a, type: &a c}\n- {date: 2025, title: *a}\n",
		"an anchor of the head again": "d: &d b\nevents:\n- {date: 2025, title: *d}\n- {date: 2025, title: &d c}\n" +
			"- {date: 2025, titel: *d}\nactors: [{id: &x b, name: x}, *x]\n",
		"what yaml.v3 reads": "- &a\n  date: 2025\n  \"title\": \"\\x41\"\n- <<: *a\n  summary: \"\\x41\"\n- <<: *a\n" +
			"  \"title\": &t \"\\x42\"\n- {<<: *a, title: *t, titel: *t}\n- *a\n",
		"a default of events": "d: &d\n  type: call\n  titel: x\nevents:\n- <<: *d\n  date: 2025\n- <<: *d\n  date: 2025\n  title: b\n" +
			"- <<: [*d, {location: Kyiv}]\n  date: 2025\n  title: c\ntitle: *d\n",
		"a chain": "- &a {date: 2025, titel: a}\n- &b {<<: *a, location: b}\n- &c {<<: *b, location: c}\n- *c\n",
		"in two documents": "- &a {date: 2025, titel: a}\n- *a\n---\nd: &a [x]\nevents:\n- {date: 2025, title: b, tags: *a}\n" +
			"- {date: 2025, title: c, tags: *a}\n",
		"JSON": `{"title": "x", "events": [{"date": "2025", "titel": "a"}, {"date": "2025", "title": "b"}, null, "c"],` + "\n" +
			`"actors": [{"id": "a", "nme": "b"}]}`,
		"a list of JSON": "\n [\n  {\"date\": 2025, \"titel\": \"\\u00e9\"},\n  {\n    \"date\": 2024, \"tags\": [\"a\", \"\"]}\n]\n",
		"one event for each document": "---\ndate: 2025\ntitel: a\n---\ndate: 2024\ntitle: b\nmood: x\n---\n# c\n---\n- {date: 2023, titel: d}\n" +
			"---\ntitle: a head\n--- {date: 2022, title: \"\\x41\"}\n---\ndate: 2021\ntitel: \"\\x42\"\n...\n",
		"documents of all kinds": "title: x\n---\ndate: 2025\ntitel: a\n---\ntitle: b\n---\ntitle: c\nsummary: d\n---\ntext\n---\nfields: {title: titel}\n" +
			"---\ndate: 2024\ntitel: e\n---\n~\n---\nyear: 2023\nevents: [a, b]\n---\ndate: 2022\nmilestones: [f, g]\n---\ndate: 2021\ntitle: [&x h, *x]\n",
		"empty items":       "events:\n  -\n  - \n  - {date: 2025, title: a}\n  - null\n",
		"words in comments": "events:\n  - #one\n  - {date: 2025, title: a}\n  - #two\n",
	} {
		if !samePieces(t, text) {
			t.Errorf("%s: this is not read in pieces:\n%s", name, text)
		}
	}
	for name, text := range map[string]string{
		"a quotation with items": "events:\n  - date: 2025\n    title: \"a\n  - date: 2026\"\n  - {date: 2025, title: b}\n",
		"brackets with items":    "events:\n  - [\n  - a]\n  - {date: 2025, title: b}\n",
		"a quoted head": "title: \"x\nevents:\n  - {date: 2025, title: a}\n  - {date: 2025, title: b}\n\"\n" +
			"date: 2025\n",
		"a literal head": "title: |\n events:\n  - {date: 2025, title: a}\n  - {date: 2025, title: b}\ndate: 2025\n",
		"events twice":   "events:\n  - {date: 2025, title: a}\nevents:\n  - {date: 2025, title: b}\n",
		"a tag of its own": "%TAG ! tag:example.org,2025:\n---\nevents:\n  - !x {date: 2025, title: a}\n" +
			"  - {date: 2025, title: b}\n",
		"a document behind an end": "- {date: 2025, titel: a}\n...\n- {date: 2025, titel: b}\n---\n- {date: 2025, titel: c}\n",
		"a merge of no map":        "- &a x\n- {<<: *a, date: 2025, title: b}\n- {<<: *a, date: 2025, title: c}\n",
		"an alias above":           "- {date: 2025, title: a}\n- *a\n- &a {date: 2025, title: a}\n",
		"an anchor of the list":    "events: &e\n- {date: 2025, title: a}\n- *e\n",
		"an anchor of all":         "&e\nevents:\n- {date: 2025, title: a}\n- *e\n",
		"an event below":           "events:\n- &e {date: 2025, title: a}\n- {date: 2025, title: a}\nmood: *e\n",
		"itself":                   "- {date: 2025, title: a}\n- &a {date: 2025, title: a, tags: [*a]}\n- *a\n",
		"a JSON list in an event":  `{"date": "2025", "events": [{"title": "a"}, {"title": "b"}]}`,
		"JSON without an end":      `{"title": "x", "events": [{"date": "2025", "titel": "a"}, {"date": "2025", "title": "b"}]` + "\n",
		"JSON and more":            `[{"date": "2025", "titel": "a"}, {"date": "2025", "title": "b"}] x`,
		"JSON with events twice": `{"events": [{"date": "2025", "titel": "a"}, {"date": "2025", "title": "b"}],` +
			`"events": [{"date": "2025", "titel": "a"}, {"date": "2025", "title": "b"}]}`,
		"JSON with a remark":       "[{\"date\": \"2025\", \"titel\": \"a\"}, # x\n {\"date\": \"2025\", \"title\": \"b\"}]",
		"JSON with a fault":        `{"events": [{"date": "2025", "titel": "a"}, {"date": "2025", "title": "b}]}`,
		"a broken document":        "---\ndate: 2025\ntitle: a\n---\ndate: 2024\ntitle: b: c\n---\ndate: 2023\ntitle: d\n",
		"documents of nothing":     "---\n~\n---\nnull\n",
		"an unknown directive":     "%x\n---\nevents:\n  - {date: 2025, titel: a}\n",
		"a version of no document": "%YAML 1.2\n---\n- {date: 2025, titel: a}\n...\n%YAML 1.2\n",
		"a version and a break": "%YAML 1.2\n---\n- {date: 2025, titel: a}\n- {date: 2025, title: b: c}\n...\n%YAML 1.2\n---\n" +
			"- {date: 2025, titel: a}\n",
		"a divider in quotes":           "- {date: 2025, titel: a}\n- title: \"a\n---\n- b\"\n",
		"an anchor of another document": "- &a {date: 2025, titel: a}\n---\n- *a\n",
		"a break in the second":         "- {date: 2025, titel: a}\n---\n- {date: 2025, titel: b: c}\n---\n- {date: 2025, titel: d}\n",
		"a flow list":                   "events: [{date: 2025, title: a},\n  {date: 2025, title: b}]\n",
		"tabs":                          "events:\n  - {date: 2025, title: a}\n\t- {date: 2025, title: b}\n",
		"a tab above":                   "# a list\n\t\n- {date: 2025, title: a}\n- {date: 2025, title: b}\n",
		"a slip to the margin":          "events:\n  - date: 2025\n    title: a\n - {date: 2025, title: b}\n",
		"a break in one item": "events:\n  - {date: 2025, title: a, related: [c]}\n  - {date: 2025, title: b: c}\n" +
			"  - {id: a, date: 2025, title: d}\n",
		"a head in brackets": "{title: x,\nevents:\n  - {date: 2025, title: a}\n  - {date: 2025, title: b}\n}\n",
		"a head to the brim": "title: \"x\nevents:\n  - {date: 2025, title: a}\n  - y\"\ndate: 2025\n",
		"hyphens in a text":  "events:\n  - {date: 2025, title: a}\n  - text\n   - more\n  - {date: 2025, title: b: c}\n",
		"a blank too few": "events:\n  - {date: 2025, title: a}\n  - date: 2025\n title: b\n" +
			"  - {date: 2025, title: c}\n",
		"an anchor and a break": "events:\n  - &a {date: 2025, title: a}\n  - *a\n  - {date: 2025, title: b: c}\n",
		"a break below a remark": "events: # all\n  - {date: 2025, title: a}\n  - {date: 2025, title: b: c}\n" +
			"  - {date: 2025, title: d}\n",
		"a break after": "title: t\nevents:\n  - {date: 2025, title: a, actors: [b]}\n  - {date: 2025, title: b}\n" +
			"actors: [b\n",
	} {
		t.Run(name, func(t *testing.T) { samePieces(t, text) })
	}
}

// What an item is taken for hangs on no order in which pieces happen to be read.
func TestPiecesOfAnyOrderAreTheWhole(t *testing.T) {
	items := []string{
		"- {date: 2025, title: a}\n", "- {date: 2025}\n", "- {title: b}\n", "-\n", "- {when: 2025, what: c}\n",
		"- {name: d, parent: e}\n", "- {publisher: f, url: g}\n", "- text\n", "- {date: 2025, title: h, Summary: i}\n",
		"- {start: 2025, title: j, position: k, company: l, area: m}\n",
	}
	var try func(text string, more int)
	try = func(text string, more int) {
		for _, item := range items {
			if samePieces(t, text+item); more > 0 {
				try(text+item, more-1)
			}
		}
	}
	try("", 2)
	try(items[0]+items[1], 1)
	try(items[0]+items[0]+items[1], 0) // more than there are readers of
}

// Records of another list are told by the whole file, whether the first event comes before them or after them.
func TestStraysAreToldByTheWholeFile(t *testing.T) {
	const event, strays = "- {date: 2025, title: a}\n", "- {name: d, parent: e}\n- {name: f, parent: d}\n"
	for _, text := range []string{event + strays, strays + event} {
		record := loadText(t, "record.yaml", text).Index.Timeline()
		if record.Len() != 1 || record.Actors() != 3 { // and e, who is the parent
			t.Errorf("%d events and %d actors of\n%s", record.Len(), record.Actors(), text)
		}
	}
	const others = "- {when: 2025, what: a}\n"
	if n := loadText(t, "record.yaml", others+strays).Index.Timeline().Len(); n != 3 {
		t.Errorf("%d events of\n%s", n, others+strays)
	}
}

// A record that is odd at its end is read anew, and nothing of the first attempt is left.
func TestPiecesLeaveNothingBehind(t *testing.T) {
	text := testrecord.Generate(50)
	if !samePieces(t, text) {
		t.Error("a plain record is not read in pieces")
	}
	samePieces(t, text+"  - {id: event-1, date: 2025, title: \"a\n"+
		"  b\", actors: [New], sources: [http://new.example.org, new, {id: x}], related: [y]}\n  - &a {mood: odd}\n")
	samePieces(t, text+"  - {id: event-1, date: 2025, title: \"a\n"+
		"  - b\", actors: [New], sources: [http://new.example.org, new, {id: x}], related: [y]}\n  - &a {mood: odd}\n")
	samePieces(t, text+"mood: odd\nactors: [New, *a]\n")
}

// A portion that was published stays as it was, although the record turns out odd at its end and is read anew.
func TestPortionsStay(t *testing.T) {
	text := testrecord.Generate(400)
	_, events, _ := strings.Cut(text, "events:\n")
	text += "  - {id: odd, date: 1900, title: \"Odd\n  - x\", actors: [New]}\n" + strings.ReplaceAll(events, "id: event",
		"id: other")
	var shown []Progress
	var then []contents
	l := loader{record: timeline.NewBuilder(), piece: 2 << 10, publish: func(p Progress) {
		shown = append(shown, p)
		then = append(then, contentsOf(p.Index.Timeline()))
	}}
	l.load(context.Background(), []File{{Name: "record.yaml", Size: int64(len(text)), Open: textFile("record.yaml",
		text).Open}})
	if len(shown) < 3 {
		t.Fatalf("%d portions", len(shown))
	}
	for i, p := range shown {
		if diff := cmp.Diff(then[i], contentsOf(p.Index.Timeline()), cmp.AllowUnexported(edtf.Date{}),
			cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("portion %d was (-) and is (+):\n%s", i, diff)
		}
	}
}

// tiedRecords are broken records with events that are tied to others, or in which a line has slipped.
var tiedRecords = []string{
	"events:\n  - &a {date: 2025, title: a}\n  - {<<: *a, title: b: c}\n  - {<<: *a, title: d}\n  - *a\n",
	"d: &d {location: Kyiv}\nevents:\n- <<: *d\n  date: 2025\n  title: a\n" +
		"- date: 2025\n  title: \"b\n- <<: *d\n  title: c\n",
	"events:\n- &a\n  date: 2025\n  title: a: b\n- <<: *a\n  title: b\n" +
		"- title: *none\n- <<: *c\n- &c {title: c, <<: *a}\n",
	"events:\n- date: 2025\n  tags: &t\n  - a: b: c\n  - d\n- {date: 2025, title: b, tags: *t}\n",
	"-\n  - {name, parent}\n0:",
	"events:\n  - &a {date: 2025, title: a}\ntype: call\n  - <<: *a\n    title: b\n---\n    type: *a\n  - *a\n",
}

var (
	pieceLines = []string{
		"events:", "events: # all", "title: x", "actors:", "sources: [{id: s, title: t}]", "# comment", "", " ", "---", "...",
		"mood: odd", "note: &n text",
		"  - {date: 2025-09-08, title: One, actors: [a, b]}", "  - date: 2025-09", "  -", "  - - x", "  - ? a", "  - text",
		"- date: 2025", " - date: 2025",
		"    title: One", "    title: 'One", "    title: \"Two", "      three\"", "four'", "    summary: |",
		"    summary: >-", "    summary: |+", "      - text", "     text",
		"    actors: [a,", "      b]", "    actors:", "      - a", "      - {actor: b, role: host}", "    - c",
		"    figures: [{label: x, value: 1}]", "    title: a: b",
		"    tags: *n", "    <<: {type: call}", "    id: one", "    related: [one, two]",
		"    sources: [s, t, http://example.org]", "\ttags: x", "    \ttags: x", "    weather: {sky: grey}",
		"    end: 2025-10", "    title: !!str 7", "    title: @x", "  # comment", "    # comment", "    title: One # comment",
		"--- # c", "--- text", "d: &d {type: call}", "  - <<: *d", "    <<: *d", "    tags: &n [x]", "  - &b", "    title: &n x",
		"  title: One", "title", "%x", "  - &b {title: x}", "  - *b",
		"    sources: [https://example.org?id=1, ?t, a ?, ? b]", "    end:", "    \"title\": \"One\\n\\u00e9\\",
		"    title: |2-", "       two",
		"    x y: b", "  - {\"date\":2025, \"title\": \"a?\"}", "    tags: [a? # b", "    tags:\r", "    title: a\tb", "    - - -5",
	}
	pieceMarks = []string{
		"\n", " ", "  ", "-", "- ", ":", ": ", "#", " #", "\"", "'", "[", "]", "{", "}", ",", "|", ">",
		"&a ", "*a", "!", "%", "?", "\t", "\r\n", "\\", "é", "\u0085", "\u2028", "\x00", "\xff", "@", "`", "~", "null",
		"<<: ",
	}
)

// pieceRecord draws records: usual and unusual lines in any order, or a good record with some damage.
func pieceRecord(t *rapid.T) string {
	if rapid.Bool().Draw(t, "lines") {
		lines := rapid.SliceOfN(rapid.SampledFrom(pieceLines), 1, 20).Draw(t, "text")
		return "events:\n  - date: 2025\n    title: First\n" + strings.Join(lines, "\n") + "\n"
	}
	text := testrecord.Generate(rapid.IntRange(2, 4).Draw(t, "events"))
	text = text[strings.Index(text, "events:"):]
	for range rapid.IntRange(0, 4).Draw(t, "faults") {
		at := rapid.IntRange(0, len(text)).Draw(t, "at")
		switch rapid.IntRange(0, 2).Draw(t, "fault") {
		case 0:
			text = text[:at] + rapid.SampledFrom(pieceMarks).Draw(t, "mark") + text[at:]
		case 1:
			text = text[:at] + text[min(len(text), at+rapid.IntRange(1, 8).Draw(t, "gone")):]
		default:
			text = text[:at] + "\n" + rapid.SampledFrom(pieceLines).Draw(t, "line") + "\n" + text[at:]
		}
	}
	return text
}

func TestPiecesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { samePieces(t, pieceRecord(t)) })
}

// commentedItem is a broken record with an item that is nothing but a comment, of which is warned.
const commentedItem = "events:\n  - date: 2025-01-01\n    title: A\n  - #tag1\n  - date: 2025-01-02\n    title: \"x\n" +
	"  - date: 2025-01-03\n    title: \x00B\n    type\xff: c\n"

// FuzzPieces holds that reading a record item by item reads what reading the whole does: events, actors and problems
// with their places.
func FuzzPieces(f *testing.F) {
	for _, text := range testrecord.FilesLike(f, "testdata/*.yaml") {
		f.Add(text)
	}
	f.Add(strings.Join(pieceLines, "\n"))
	f.Add(commentedItem)
	for _, text := range tiedRecords {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Count(text, "*") <= maxAliases { // what is made to be much takes seconds each time
			samePieces(t, text)
		}
	})
}

// What aliases make much of is read the same in pieces.
func TestPiecesOfMuch(t *testing.T) {
	text, err := os.ReadFile("testdata/bad-aliases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	samePieces(t, string(text))
}

// Long before a file has been read, some of its events are published, whole in themselves; then more and more, up to
// all.
func TestLoadPublishesPortions(t *testing.T) {
	text := testrecord.Generate(3000)
	var published []Progress
	last := Files(context.Background(), []File{textFile("record.yaml", text)},
		func(p Progress) { published = append(published, p) })
	whole := last.Index.Timeline()
	for i, p := range published {
		got := p.Index.Timeline()
		if p.Done != (i >= len(published)-2) || p.Checking != (i == len(published)-2) || got.Title() != whole.Title() || p.Total != int64(len(text)) {
			t.Errorf("portion %d of %d: done %v, title %q, %d of %d bytes", i, len(published), p.Done, got.Title(), p.Read,
				p.Total)
		}
		if i > 0 && (p.Read < published[i-1].Read || p.Events < published[i-1].Events) {
			t.Errorf("portion %d goes back from %d bytes, %d events to %d, %d", i, published[i-1].Read, published[i-1].Events,
				p.Read, p.Events)
		}
		for j := range got.Len() {
			k, _ := whole.Find(got.ID(j))
			one, same := *got.Event(j), *whole.Event(k)
			if diff := cmp.Diff(same, one, cmp.AllowUnexported(edtf.Date{})); diff != "" {
				t.Fatalf("event %d of portion %d: %s", j, i, diff)
			}
		}
	}
	if first := published[0]; first.Index.Timeline().Len() == 0 || first.Index.Timeline().Len() > 300 ||
		first.Read*10 > first.Total {
		t.Errorf("first are %d events after %d of %d bytes", first.Index.Timeline().Len(), first.Read, first.Total)
	}
	sizes := 0
	for i, p := range published[:len(published)-2] {
		if i == 0 || p.Index != published[i-1].Index {
			sizes += p.Index.Timeline().Len()
		}
	}
	if sizes > whole.Len() {
		t.Errorf("the portions before the last hold %d events in all, of %d", sizes, whole.Len())
	}
}

// While a record that is broken everywhere is salvaged, it shows how far that is, from long before its first event on.
func TestSalvagingShowsHowFarItIs(t *testing.T) {
	text := strings.ReplaceAll(testrecord.Generate(3000), "\n    title: ", "\n     title: ")
	var read []int64
	last := Files(context.Background(), []File{textFile("record.yaml", text)}, func(p Progress) {
		if n := len(read); !p.Done && n > 0 && p.Read < read[n-1] {
			t.Errorf("it goes back from %d bytes to %d", read[n-1], p.Read)
		}
		if !p.Done && p.Events == 0 {
			read = append(read, p.Read)
		}
	})
	if last.Index.Timeline().Len() != 3000 || len(read) < 3 || read[len(read)-1] < last.Total/2 {
		t.Errorf("%d events, before the first of them %v of %d bytes", last.Index.Timeline().Len(), read, last.Total)
	}
}
