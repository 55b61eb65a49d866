package ui

import (
	"strings"
	"testing"

	"dateline/ui/draw"
)

// Who opens what was not written for dateline is told once what was taken for what, and how to make it exact; who opens
// a record of ours is told nothing.
func TestGuessesAreToldOnce(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"battles.csv", "Year,Name\n1066,Hastings\n1415,Agincourt\n", "“Year” is read as the date, “Name” as the title; ! lists 2 guesses"},
		{"a.yaml", "- {year: 2024, title: One}\n", "“year” is read as the date; ! says where"},
		{"a.yaml", "- {date: \"October 21, 2022\", title: One}\n", "dates are read as they are written; ! says where"},
		{"a.yaml", "- {date: 2022-10-21, title: One, mood: calm}\n", ""},
	} {
		d := openFile(t, c.name, c.text)
		told := strings.Contains(d.screen(), " guess") || strings.Contains(d.screen(), "; ! ")
		switch {
		case c.want == "" && told:
			t.Errorf("%s is guessed:\n%s", c.text, d.screen())
		case c.want != "":
			d.see(c.want)
			if d.press("r"); strings.Contains(d.screen(), c.want) {
				t.Errorf("it is told a second time:\n%s", d.screen())
			}
		}
	}
}

// openFile opens a file of any format.
func openFile(t *testing.T, name, text string) *driver {
	t.Helper()
	return open(t, 100, 30, func(o *Options, _ *draw.Looks) { o.Load = loading(file(name, text)) })
}

// Where nothing has a date, the place of the axis says why, and what to do, as long as that is so.
func TestTheAxisSaysWhyNothingIsDated(t *testing.T) {
	d := openFile(t, "a.csv", "name,place\nOne,Kyiv\nTwo,Lviv\n").press("down", "down")
	d.see("No event has a date.", "--map date=KEY")
	d = openFile(t, "a.yaml", "- {date: 2025-02-30, title: One}\n").press("down")
	d.see("No event has a date: there is no 30 February 2025.", "February has 28 days")
	if d = openFile(t, "a.csv", "name,year\nOne,2024\nTwo,\n"); strings.Contains(d.screen(), "No event has a date") {
		t.Errorf("one has:\n%s", d.screen())
	}
}

const trumps = `
- {date: 2025-01-01, title: Alone, actors: [Trump]}
- {date: 2025-01-02, title: Donald, actors: [Donald Trump]}
- {date: 2025-01-03, title: Junior, actors: [Trump Jr.]}
`

// A name that is one actor's wins alone. How many others begin so is said, and a key takes them too.
func TestWhoElseBeginsSo(t *testing.T) {
	said := "Trump alone; 2 others begin so, with 2 events more: * takes them too"
	d := open(t, 100, 30, yaml(trumps), withQuery("actor:trump")).see("1 of 3 events", said)
	if d.press("*"); d.query() != "actor:trump*" || d.matched().Len() != 3 || strings.Contains(d.screen(), said) {
		t.Errorf("%s finds %d events:\n%s", d.query(), d.matched().Len(), d.screen())
	}
	if d.press("u"); d.query() != "actor:trump" {
		t.Errorf("taken back it is %s", d.query())
	}
	open(t, 100, 30, yaml(trumps), withQuery("-actor:trump")).see("actor:trump is Trump alone; 2 others begin so")
	open(t, 100, 30, yaml(trumps)).press("*").see("“*” does nothing here")
}

// The page about the record leads to the values of the writer's own keys, each with its number of events.
func TestValuesOfOwnKeysAreListed(t *testing.T) {
	d := open(t, 100, 30, yaml(ownKeys)).press("I", "tab", "tab").see("areas", "2 events, 3 values", "list its values")
	d.press("enter").see("/ areas:", "law ", "2", "trade ")
	d.press("down", "enter", "enter")
	if d.query() != "areas:law" || d.listed() != 2 {
		t.Errorf("%s lists %d events", d.query(), d.listed())
	}
	d = open(t, 100, 30, yaml("- {date: 2025-01-01, title: One, where is: {a: 1, b: 2}}\n")).press("I", "tab", "enter")
	if d.query() != `has:"where is"` {
		t.Errorf("a key without values leads to %q", d.query())
	}
}

// A map is a line for each of its keys, as YAML has it or as JSON does. One that only says what the page says already is
// named at its end. What is a form that dateline knows, as a slide of TimelineJS, is no such map.
func TestMapsAreReadOnThePage(t *testing.T) {
	openFile(t, "a.json", `{"events": [{"begin_date": {"year": "2025", "month": "1"}, "text": {"headline": "Talk", "text":
		"<p>More</p>"}, "place": {"city": "Kyiv", "at": {"lat": 50.4}}}]}`).
		press("enter").see("More", "city  Kyiv", "lat   50.4", "begin_date: the date", "text: the title and the summary")
}
