package cli_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// forms are records of every form, each with the file to which a new event is appended.
var forms = map[string]map[string]string{
	"record":      {"x.yaml": small},
	"list":        {"x.yaml": "- date: 2025-01-01\n  title: One\n  type: call\n- date: 2025-01-02\n  title: Two\n"},
	"wide hyphen": {"x.yaml": "events:\n-   title: One\n    date: 2025-01-01\n    place: Kyiv\n    participants: [Anna]\n"},
	"no last end": {"x.yaml": "events:\n    - id: e7\n      date: 2025-01-01\n      title: One"},
	"braces":      {"x.yaml": "events:\n  - {id: e08, title: One, date: 2025-01-01}\n  - {id: e09, title: Two, date: 2025-01-02}\n"},
	"documents":   {"x.yaml": "date: 2025-01-01\ntitle: One\n---\ndate: 2025-01-02\ntitle: Two\n"},
	"one event":   {"x.yaml": "date: 2025-01-01\ntitle: One\ncitations: [A book]\n"},
	"bare hyphen": {"x.yaml": "events:\n  -\n    date: 2025-01-01\n    title: One\n  -\n    date: 2025-01-02\n    title: Two\n"},
	"crlf":        {"x.yaml": "events:\r\n  - date: 2025-01-01\r\n    title: One\r\n"},
	"apart": {"x.yaml": "events:\n  - date: 2025-01-01\n    title: One\n    summary: |\n      Long\n\n      - not: this\n\n" +
		"  - date: 2025-01-02\n    title: Two\n    importance: 3\n\n# the end\n"},
	"indented":  {"x.yaml": "title: A\nevents:\n    - headline: One\n      when: 2025-01-01\n      category: call\n    - headline: Two\n      when: 2025-01-02\n"},
	"pages":     {"x/one.md": "---\ntitle: One\ndate: 2025-01-01\ntags: [a]\n---\nText.\n", "x/two.md": "---\ntitle: Two\ndate: 2025-01-02\n---\n"},
	"table":     {"x.csv": "Date,Event,Kind,Who,Links\n2025-01-01,One,call,Anna; Boris,https://a.example/\n2025-01-02,Two,visit,Clara,\n"},
	"own table": {"x.csv": "id,date,title,type,actors,sources\none,2025-01-01,One,call,Anna,https://a.example/\n"},
	"semicolon": {"x.csv": "date;title;type;actors;sources\n2025-01-01;One;call;Anna;\n2025-01-02;Two;call;Boris;\n"},
	"tabs":      {"x.tsv": "date\ttitle\ttype\tactors\tsources\n2025-01-01\tOne\tcall\tAnna\t\n"},
	"lines":     {"x.jsonl": `{"title":"One","date":"2025-01-01","tags":["a"]}` + "\n" + `{"title":"Two","date":"2025-01-02"}` + "\n"},
	"array":     {"x.json": `[{"title":"One","date":"2025-01-01"}]` + "\n"},
	"toml":      {"x.toml": "[[events]]\ndate = 2025-01-01\ntitle = \"One\"\n"},
	"toml tables": {"x.toml": "title = \"A\"\n[[talks]]\nwhen = \"2025-01-01\"\nheadline = \"One\"\n\"the place\" = \"Kyiv\"\n" +
		"[[talks]]\nwhen = \"2025-01-02\"\nheadline = \"Two\"\n[other]\na = 1\n"},
	"toml crlf": {"x.toml": "[[events]]\r\nid = \"e1\"\r\ndate = 2025-01-01\r\ntitle = \"One\"\r\n[[events.quotes]]\r\ntext = \"So\"\r\n"},
	"toml texts": {"x.toml": "[[talks]]\ndate = 2025-01-01\ntitle = \"One\"\nsummary = \"\"\"\n[[others]]\nwhy = 1\n\"\"\"\n" +
		"people = [\n  \"A\",\n  \"b = [[c]]\",\n]\nquote = '''\n[[talks]]\nno = 1\n'''\n[talks.inner]\nnot = 1\n"},
	"toml within": {"x.toml": "[[parts]]\nname = \"P\"\n[[parts.\"its talks\"]]\nwhen = 2025-01-01\ntitle = \"\"\"\nOne\"\"\"\n"},
	"toml inline": {"x.toml": "events = [{date = 2025-01-01, title = \"One\"}]\n"},
	"toml empty":  {"x.toml": "events = []\n"},
	"toml head":   {"x.toml": "title = \"A\"\n[[actors]]\nid = \"a\"\nname = \"A\""},
	"calendar":    {"x.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20250101\r\nSUMMARY:One\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"},

	"calendar of ours": {"x.ics": "BEGIN:VCALENDAR\nPRODID:-//dateline//dateline//EN\nX-WR-CALNAME:A\nBEGIN:VEVENT\nUID:one@06de1d65bb67.dateline\n" +
		"DTSTART;VALUE=DATE:20250101\nSUMMARY:One\nEND:VEVENT\nEND:VCALENDAR\n"},
	"calendar of none": {"x.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR"},

	"map by id":    {"x.yaml": "talks:\n  one: {date: 2025-01-01, title: One}\n  two:\n    date: 2025-01-02\n    title: Two\n"},
	"map by date":  {"x.yaml": "timeline:\n  2025-01-01: {title: One}\n  2025-01-02: {title: Two}\n"},
	"map in lines": {"x.yaml": "days:\n  2025-01-01:\n      title: One\n      place: Kyiv\n\n# the end\n"},
	"map at top":   {"x.yaml": "2025-01-01:\n  title: One\n2025-01-02:\n  title: Two\n"},
	"map of texts": {"x.yaml": "days:\n  2025-01-01: One thing\n  2025-01-02: Another\n"},
	"map of lists": {"x.yaml": "days:\n  2025-01-01:\n    - title: One\n  2025-01-02:\n    - title: Two\n"},
	"map of JSON":  {"x.json": `{"talks":{"one":{"date":"2025-01-01","title":"One"},"two":{"date":"2025-01-02","title":"Two"}}}` + "\n"},

	"list in a line":  {"x.yaml": "title: A\nevents: [{date: 2025-01-01, title: 'One}, #'}, {date: 2025-01-02, title: Two}] # all\n"},
	"quotes doubled":  {"x.yaml": "events: [{date: 2025-01-01, title: 'It''s, [so'}]\n"},
	"list in lines":   {"x.yaml": "events: [\n  {date: 2025-01-01, title: One},\n  {date: 2025-01-02, title: Two},\n]\n"},
	"one in braces":   {"x.yaml": "{date: 2025-01-01, title: One}\n"},
	"braces at top":   {"x.yaml": "[{date: 2025-01-01, title: One}]\n"},
	"whole JSON":      {"x.json": "{\n\t\"actors\": [],\n\t\"events\": [\n\t\t{\"date\": \"2025-01-01\", \"title\": \"One\"}\n\t]\n}\n"},
	"one object":      {"x.json": `{"date":"2025-01-01","title":"One"}` + "\n"},
	"of TimelineJS":   {"x.json": `{"events":[{"start_date":{"year":"2025","month":"1"},"text":{"headline":"One","text":"t"}}]}` + "\n"},
	"own lines":       {"x.jsonl": ownLine("one") + ownLine("two")},
	"dates as keys":   {"x.yaml": "- 2025-01-01: One\n  date: 2025-01-01\n- 2025-01-02: Two\n  date: 2025-01-02\n"},
	"groups":          {"x.yaml": "groups:\n  - name: A\n    events:\n      - date: 2025-01-01\n        title: One\n  - name: B\n    events:\n      - date: 2025-01-02\n        title: Two\nmore: 1\n"},
	"nested":          {"x.yaml": "data:\n  items:\n    - date: 2025-01-01\n      title: One\nactors:\n  - {id: a, name: A}\n"},
	"ended documents": {"x.yaml": "date: 2025-01-01\ntitle: One\n---\ndate: 2025-01-02\ntitle: Two\n...\n"},

	"comment at the end": {"x.yaml": "events:\n  - date: 2025-01-01\n    title: One\n\n# the end"},
	"crlf table":         {"x.csv": "date,title,type,actors,sources\r\n2025-01-01,One,,,\r\n"},
	"crlf page":          {"x/one.md": "---\r\ndate: 2025-01-01\r\ntitle: One\r\n---\r\nText\r\n"},

	"no events":   {"x.yaml": "title: A\nevents: [] # none yet\nactors:\n  - {id: a, name: A}\n"},
	"no value":    {"x.yaml": "events:\n"},
	"nothing":     {"x.yaml": ""},
	"a comment":   {"x.yaml": "# to be written"},
	"a head":      {"x.yaml": "title: A\nactors:\n  - {id: a, name: A}\n"},
	"no items":    {"x.yaml": "[]\n"},
	"columns":     {"x.csv": "title,date,type,actors,sources\n"},
	"no columns":  {"x.csv": ""},
	"no lines":    {"x.jsonl": ""},
	"no array":    {"x.json": ""},
	"empty array": {"x.json": `{"events": []}` + "\n"},
	"no page":     {"x.md": ""},
	"no table":    {"x.toml": ""},
}

// ownLine returns a line of JSON as `print --format jsonl` writes it.
func ownLine(id string) string {
	return `{"id":"2025-01-01-` + id + `","date":"2025-01-01","earliest":"2025-01-01","latest":"2025-01-01","title":"` + id +
		`","type":"call","file":"x.yaml","line":2,"note":"n"}` + "\n"
}

// titles are texts that a writer may mean, and a reader take for something else.
var titles = []string{
	"A plain title", "null", "No", "2025-01-01", "1.10", "- not an item", "key: value # no comment", `"quoted" 'twice'`,
	"{a: b}", "[a, b]", "=cmd|' /C calc'!A0", "a; b, c", "*anchor &alias", "Зеленський у Києві", "---", "a | b", "@name",
	"back\\slash", "100% <b>bold</b>", "~", "two\nlines",
}

// noTitles are those of them that no title can be where a title is guessed, or that data has where nothing is known.
var noTitles = []string{"null", "2025-01-01", "1.10", "---", "~"}

// refused is said where a new event would be read as something else.
const refused = "this would not be read as it is meant"

// closed matches the end of what is in braces.
var closed = regexp.MustCompile(`["'\w]\s*}`)

var belongs = regexp.MustCompile(`this belongs into line ([0-9]+) of`)

// joined returns the files of a record with a new event where it belongs.
func joined(files map[string]string, written outcome) map[string]string {
	name := slices.Sorted(maps.Keys(files))[0]
	all := maps.Clone(files)
	switch line := belongs.FindStringSubmatch(written.stderr); {
	case line != nil:
		n, _ := strconv.Atoi(line[1])
		lines := strings.SplitAfter(files[name], "\n")
		all[name] = strings.Join(lines[:n-1], "") + written.stdout + strings.Join(lines[n-1:], "")
	case strings.Contains(written.stderr, "a file of its own, such as"):
		all["x/new.md"] = written.stdout
	case strings.Contains(written.stderr, "a file of its own beside"):
		all["new.yaml"] = written.stdout
	case strings.Contains(written.stderr, "in place of the `[]`"):
		line, rest, _ := strings.Cut(files[name], "[]")
		end, rest, _ := strings.Cut(rest, "\n")
		all[name] = line + end + "\n" + written.stdout + rest
	case strings.Contains(written.stderr, "between the brackets in line"):
		all[name] = strings.Replace(files[name], "[", "["+written.stdout, 1)
	case strings.Contains(written.stderr, "after the last event of"):
		ends := closed.FindAllStringIndex(files[name], -1)
		end := ends[len(ends)-1][1]
		if strings.HasPrefix(files[name][end:], "}]") { // the event ends with a map
			end++
		}
		all[name] = files[name][:end] + "," + written.stdout + files[name][end:]
	default:
		all[name] += written.stdout
	}
	return all
}

// What is written, put where it belongs, has no error and is read back to the same, in a record of any form. What would
// not be is not written.
func TestNewIsReadBack(t *testing.T) {
	for m, name := range slices.Sorted(maps.Keys(forms)) {
		files := forms[name]
		for n, title := range titles {
			if n > 0 && (n+m)%7 != 0 { // each title in some forms, and a plain one in all
				continue
			}
			t.Run(name+"/"+title, func(t *testing.T) {
				c := command{folder: t.TempDir(), files: files}
				args := []string{"new", "--date", "2025-09-08~", "--title", title, "."}
				full := slices.Insert(args, 1, "--type", "call", "-a", "Anna Aster", "-a", "Bo-Yan", "--source", "https://example.org/a?b=1&c=2")
				got := c.run(t, full...)
				if got.code == 2 && strings.Contains(got.stderr, "has no column") {
					got = c.run(t, args...)
				}
				if got.code == 2 && got.stdout == "" && slices.Contains(noTitles, title) && strings.Contains(got.stderr, refused) {
					return
				}
				if got.code != 0 {
					t.Fatalf("exit code %d\n%s%s", got.code, got.stdout, got.stderr)
				}
				after := command{folder: t.TempDir(), files: joined(files, got)}
				if checked := after.run(t, "check", "."); checked.code != 0 {
					t.Errorf("check finds errors:\n%s\nin\n%s", checked.stdout, got.stdout)
				}
				before := strings.Count(c.run(t, "print", "--format", "jsonl", ".").stdout, "\n")
				read := after.run(t, "print", "--format", "jsonl", ".").stdout
				if n := strings.Count(read, "\n"); n != before+1 {
					t.Errorf("%d events, want %d:\n%s", n, before+1, read)
				}
				want := event{Date: "2025-09-08~", Title: strings.Join(strings.Fields(title), " "), Type: "call"}
				if !slices.ContainsFunc(eventsOf(t, read), func(e event) bool {
					return e.Date == want.Date && e.Title == want.Title && e.Type == want.Type && len(e.Actors) == 2 &&
						e.Actors[0].Name == "Anna Aster" && e.Actors[1].Name == "Bo-Yan" && len(e.Sources) == 1 &&
						e.Sources[0].URL == "https://example.org/a?b=1&c=2"
				}) {
					t.Errorf("%+v is not in\n%s\nof\n%s", want, read, got.stdout)
				}
			})
		}
	}
}

// An event is what a test asks of one in JSON.
type event struct {
	ID, Date, Title, Type string
	Actors                []struct{ ID, Name string }
	Sources               []struct{ ID, URL string }
}

func eventsOf(t *testing.T, lines string) (events []event) {
	t.Helper()
	for line := range strings.Lines(lines) {
		var e event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		events = append(events, e)
	}
	return events
}

// It has the keys of the others in their order, their indentation and an id like theirs.
func TestNewHasTheFormOfTheOthers(t *testing.T) {
	for name, want := range map[string]string{
		"list":               "- date: 2025-09-08\n  title: Talk\n  type:\n",
		"wide hyphen":        "-   title: Talk\n    date: 2025-09-08\n    place:\n    participants: []\n",
		"no last end":        "\n    - id: e8\n      date: 2025-09-08\n      title: Talk\n",
		"braces":             "  - id: e10\n    title: Talk\n    date: 2025-09-08\n",
		"documents":          "---\ndate: 2025-09-08\ntitle: Talk\n",
		"bare hyphen":        "  - date: 2025-09-08\n    title: Talk\n",
		"crlf":               "  - date: 2025-09-08\r\n    title: Talk\r\n",
		"apart":              "\n  - date: 2025-09-08\n    title: Talk\n    summary:\n    importance:\n",
		"indented":           "    - headline: Talk\n      when: 2025-09-08\n      category:\n",
		"pages":              "---\ntitle: Talk\ndate: 2025-09-08\n---\n",
		"table":              "2025-09-08,Talk,,,\n",
		"own table":          "talk,2025-09-08,Talk,,,\n",
		"lines":              `{"title":"Talk","date":"2025-09-08","tags":[]}` + "\n",
		"array":              `{"title":"Talk","date":"2025-09-08"}` + "\n",
		"map by id":          "  talk:\n    date: 2025-09-08\n    title: Talk\n",
		"map in lines":       "  2025-09-08:\n      title: Talk\n      place:\n",
		"map by date":        "  2025-09-08:\n    title: Talk\n",
		"list in a line":     "{date: 2025-09-08, title: Talk}\n",
		"own lines":          `{"id":"2025-09-08-talk","date":"2025-09-08","title":"Talk","type":"","note":""}` + "\n",
		"comment at the end": "\n  - date: 2025-09-08\n    title: Talk\n",
		"crlf table":         "2025-09-08,Talk,,,\r\n",
		"no events":          "  - date: 2025-09-08\n    title: Talk\n",
		"nothing":            "events:\n  - date: 2025-09-08\n    title: Talk\n",
		"a head":             "events:\n  - date: 2025-09-08\n    title: Talk\n",
		"columns":            "Talk,2025-09-08,,,\n",
		"no columns":         "date,title,type,actors,sources\n2025-09-08,Talk,,,\n",
		"no lines":           `{"date":"2025-09-08","title":"Talk"}` + "\n",
		"no array":           `[{"date":"2025-09-08","title":"Talk"}]` + "\n",
		"empty array":        `{"date":"2025-09-08","title":"Talk"}` + "\n",
		"toml":               "\n[[events]]\ndate = 2025-09-08\ntitle = \"Talk\"\n",
		"toml tables":        "\n[[talks]]\nwhen = 2025-09-08\nheadline = \"Talk\"\n\"the place\" = \"\"\n",
		"calendar": "BEGIN:VEVENT\r\nUID:talk@e3b0c44298fc.dateline\r\nDTSTAMP:20250908T000000Z\r\n" +
			"DTSTART;VALUE=DATE:20250908\r\nDTEND;VALUE=DATE:20250909\r\n" +
			"X-DATELINE-EDTF;X-START=20250908;X-END=20250909:2025-09-08\r\nSUMMARY:Talk\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
		"toml texts":  "\n[[talks]]\ndate = 2025-09-08\ntitle = \"Talk\"\nsummary = \"\"\npeople = []\nquote = \"\"\n",
		"toml within": "\n[[parts.\"its talks\"]]\nwhen = 2025-09-08\ntitle = \"Talk\"\n",
		"toml crlf":   "\r\n[[events]]\r\nid = \"e2\"\r\ndate = 2025-09-08\r\ntitle = \"Talk\"\r\n",
		"toml head":   "\n\n[[events]]\ndate = 2025-09-08\ntitle = \"Talk\"\n",
		"no table":    "[[events]]\ndate = 2025-09-08\ntitle = \"Talk\"\n",
		"no page":     "---\ndate: 2025-09-08\ntitle: Talk\n---\n",
	} {
		got := command{files: forms[name]}.run(t, "new", "--date", "2025-09-08", "--title", "Talk", ".")
		if diff := cmp.Diff(want, got.stdout); diff != "" {
			t.Errorf("%s: %s\n%s", name, diff, got.stderr)
		}
	}
}

// Who is known is written by the id, and who is not is told of. An id is free.
func TestNewKnowsTheRecord(t *testing.T) {
	c := besideSmall()
	got := c.run(t, "new", "--title", "Call", "-a", "ermak", "-a", "Marco", "-a", "Rubo", "--source", "news", "--source", "nwes",
		"small.yaml")
	got.want(t, 0, "1 warning in small.yaml", `no actor is called "Rubo" yet; did you mean Marco Rubio?`,
		`no source has the id "nwes" yet; did you mean news?`, "this belongs into line 30 of small.yaml")
	for _, line := range []string{
		"  - id: call-2\n", "    actors: [yermak, rubio, Rubo]\n", "    sources: [news, nwes]\n",
	} {
		if !strings.Contains(got.stdout, line) {
			t.Errorf("%q is not in\n%s", line, got.stdout)
		}
	}
	for args, want := range map[string]string{
		"--date soon": `--date: "soon" is no date`, "--date=": "--date: it is empty", "--title=": "--title: it is empty", "--title \x1bx": "--title: it holds U+001B, which is no text",
	} {
		c.run(t, append(append([]string{"new"}, strings.Fields(args)...), "small.yaml")...).want(t, 2, want)
	}
	for flag, want := range map[string]string{"--actor": "rubio\tMarco Rubio, 2 events\n", "--type": "visit\n", "--source": "news\n"} {
		if offered := c.run(t, "__complete", "new", "small.yaml", flag, "").stdout; !strings.Contains(offered, want) {
			t.Errorf("%s: %q is not offered:\n%s", flag, want, offered)
		}
	}
}

// Ids of every style go on in that style.
func TestNewIDs(t *testing.T) {
	for ids, want := range map[string]string{
		"a-talk another-one": "yermak-calls-rubio", "e1 e2 e11": "e12", "ev-007 ev-008": "ev-009",
		"2025-01-01-talk 2025-01-02-visit-there": "2025-09-08-yermak-calls-rubio",
		"talk-2025-01-01 visit-2025-01-02":       "yermak-calls-rubio-2025-09-08", "a_talk b_talk": "yermak_calls_rubio",
	} {
		text := ""
		for n, id := range strings.Fields(ids) {
			text += fmt.Sprintf("- id: %s\n  date: 2025-01-0%d\n  title: T%d\n", id, n+1, n)
		}
		c := command{files: map[string]string{"x.yaml": text}}
		got := c.run(t, "new", "--date", "2025-09-08", "--title", "Yermak calls Rubio", "x.yaml").stdout
		if first, _, _ := strings.Cut(got, "\n"); first != "- id: "+want {
			t.Errorf("%s: %s, want %s", ids, first, want)
		}
	}
}

// Of several files that is named to which an event belongs.
func TestNewNamesTheFile(t *testing.T) {
	c := command{files: map[string]string{"a.yaml": "events:\n  - {date: 2025-01-01, title: A}\n", "b.csv": "date,title\n"}}
	c.run(t, "new", "--title", "Talk", "a.yaml", "b.csv").want(t, 0, "this belongs to the end of a.yaml")
	c.files = map[string]string{"a.yaml": "", "b.csv": "date,title\n"}
	c.run(t, "new", "--title", "Talk", "a.yaml", "b.csv").want(t, 0, "this belongs ")
}
