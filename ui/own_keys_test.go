package ui

import (
	"strings"
	"testing"

	"dateline/ui/draw"
)

const ownKeys = `
events:
  - date: 2025-01-01
    title: First
    summary: See https://example.org/in-text.
    importance: 8
    deaths: "1,200"
    company: Amaranth
    areas: [law, trade, foreign policy]
    link: https://example.org/key
    where: {city: Kyiv, country: Ukraine}
    checked: 2025-02-03
    name: First
    comment: "Prose that is longer than what a table has room for, and so it is below, under its own key, with all the
      words that whoever wrote it had to say about what happened there. It goes on and on; nobody knows why it does so,
      and there is https://example.org/prose in it."
  - {date: 2025-02-01, title: Second, importance: 5, areas: [law]}
  - date: 2025-03-01
    title: Third
    importance: 9
    claims: [{by: Anna, text: "It was so: https://example.org/claim"}]
    sources: [{title: A source, url: "https://example.org/source"}]
`

// The keys of the writer's own are on the page of an event: short values in a table, prose below, and what the page says
// already only by name.
func TestOwnKeysAreOnThePage(t *testing.T) {
	d := open(t, 120, 50, yaml(ownKeys))
	d.press("g", "enter").see(
		"importance      8 (c chart)",
		"deaths      1,200",
		"company     Amaranth",
		"areas       law · trade · foreign policy",
		"link        example.org/key",
		"where       city     Kyiv",
		"            country  Ukraine",
		"checked     3 February 2025",
		"name: the title",
		"COMMENT",
	).fits()
}

// What is shown can be followed: a value of a key of the writer's own is what the filter asks for.
func TestOwnKeysAreFollowed(t *testing.T) {
	for value, want := range map[string]string{
		"Amaranth": "company:Amaranth", "foreign policy": `areas:"foreign policy"`, "law": "areas:law",
	} {
		d := open(t, 120, 50, yaml(ownKeys))
		d.press("g", "enter")
		focus(d, value)
		d.press("enter")
		if d.query() != want || d.listed() < 1 || d.listed() > 2 {
			t.Errorf("%s leads to the filter %q with %d events, want %q", value, d.query(), d.listed(), want)
		}
	}
}

// focus goes from link to link until one with a value is in focus.
func focus(d *driver, value string) {
	for range 30 {
		if l, ok := (reads{d.m}).page().Link(); ok && l.Value == value {
			return
		}
		d.press("tab")
	}
	d.t.Errorf("no link leads to %q", value)
}

// A number of the writer's own is drawn over time as a figure is.
func TestOwnNumbersAreDrawnOverTime(t *testing.T) {
	d := open(t, 120, 50, yaml(ownKeys))
	d.press("g", "c").see("IMPORTANCE", "3 events, 1 January 2025 to 1 March 2025", "▌1 January 2025", "8", "9")
	d.press("G", "enter")
	if id := d.m.session.Event().Title; id != "Third" {
		t.Errorf("the last bar leads to %q", id)
	}
	d = open(t, 120, 50, yaml("events:\n- {date: 2025-01-01, title: One, deaths: 3}\n- {date: 2025-01-02, title: Two}\n"))
	d.press("g", "c").see("no figures")
}

const ownKeysOfOthers = `
actors:
  - {id: anna, name: Anna Ray, wikidata: Q7000, home: "https://example.org/anna", memberships: [{of: Gov, oath: Lutsk}],
     life: "LIFE"}
sources:
  - {id: paper, title: The paper, tier: copper, mirror: "https://example.org/mirror"}
events:
  - {date: 2025-01-01, title: First, actors: [anna], sources: [{title: In place, url: "https://a.org", tier: bronze}]}
  - {date: 2025-02-01, title: Second, quotes: [{by: Gov, text: So, source: paper}]}
  - {date: 2025-03-01, title: Third}
`

// The writer's own keys of actors and sources are where these are shown, are found by a plain word, and lead where they
// say.
func TestOwnKeysOfActorsAndSources(t *testing.T) {
	var opened []string
	browser := func(o *Options, _ *draw.Looks) {
		o.OpenURL = func(address string) error { opened = append(opened, address); return nil }
	}
	long := strings.Repeat("a long life ", 30)
	record := yaml(strings.ReplaceAll(ownKeysOfOthers, "LIFE", long))
	for word, title := range map[string]string{
		"Q7000": "First", "Lutsk": "First", "bronze": "First", "copper": "Second", "mirror": "Second",
	} {
		if d := open(t, 120, 50, record, withQuery(word)); d.listed() != 1 || d.m.session.Event().Title != title {
			t.Errorf("%s finds %d events, not just %s", word, d.listed(), title)
		}
	}
	d := open(t, 120, 50, record, browser)
	d.press("g", "enter").see("tier bronze").fits()
	d.press("i").see("wikidata Q7000 · home example.org/anna", "memberships[0].oath Lutsk", "LIFE", "a long life a").fits()
	d.press("tab")
	if l, _ := d.m.panes.actorPage.Link(); l.Value != "https://example.org/anna" {
		d.press("tab")
	}
	d.press("enter")
	d = open(t, 60, 24, record, browser)
	d.press("g", "j", "enter").see("tier copper · mirror", "example.org/mirror").fits()
	focus(d, "https://example.org/mirror")
	d.press("enter")
	if got := strings.Join(opened, " "); got != "https://example.org/anna https://example.org/mirror" {
		t.Errorf("opened %s", got)
	}
}

// o opens what there is, sources before other addresses; Tab chooses another.
func TestAddressesOfTextsAreOpened(t *testing.T) {
	var opened []string
	browser := func(o *Options, _ *draw.Looks) {
		o.OpenURL = func(address string) error { opened = append(opened, address); return nil }
	}
	d := open(t, 120, 50, yaml(ownKeys), browser)
	d.press("g", "o", "enter")
	focus(d, "https://example.org/key")
	d.press("o", "esc", "esc", "G", "o", "enter").see("LINKS", "example.org/claim")
	focus(d, "https://example.org/claim")
	d.press("enter")
	want := "https://example.org/in-text https://example.org/key https://example.org/source https://example.org/claim"
	if got := strings.Join(opened, " "); got != want {
		t.Errorf("opened %s, want %s", got, want)
	}
	for address, reason := range map[string]string{
		"no address":            "the sources and texts of this event have no link",
		"javascript:alert(1)":   "the sources and texts of this event have no link",
		"ftp://example.org/a.x": "the sources and texts of this event have no link",
	} {
		opened = nil
		d := open(t, 120, 40, yaml("events:\n- {date: 2025-01-01, title: One, url: \""+address+"\", sources: [{title: A}]}\n"), browser)
		if d.press("o").see(reason); opened != nil {
			t.Errorf("%s was opened", address)
		}
	}
}

const marked = "---\ndate: 2025-01-01\ntitle: A page\n---\n# The head\n\nSee [the report](https://example.org/b) and <b>bold</b> " +
	"&amp; pi&ugrave;,<br>next **this**.\n\n- one *item*\n- two\n\n```\ncode **stays**\n```\n"

// HTML and Markdown are read where they are drawn and searched, and stay as they are written.
func TestMarkupIsRead(t *testing.T) {
	page := func(o *Options, _ *draw.Looks) { o.Load = loading(file("page.md", marked)) }
	d := open(t, 120, 40, page)
	d.see("LINKS", " example.org/b") // since the words tell no host
	d.see("The head", "See the report and bold & più, next this.", "- one item", "- two", "code **stays**").fits()
	if written := d.record().Written(0).Summary; !strings.Contains(written, "<b>bold</b> &amp; pi&ugrave;") {
		t.Errorf("what is stored is %q", written)
	}
	for query, want := range map[string]int{"più": 1, `"bold & più"`: 1, "ugrave": 0, "br": 0, "report": 1} {
		if d := open(t, 120, 40, page, withQuery(query)); d.matched().Len() != want {
			t.Errorf("%s finds %d events, want %d", query, d.matched().Len(), want)
		}
	}
	var opened []string
	d.browser(func(url string) error { opened = append(opened, url); return nil })
	if d.press("o"); len(opened) != 1 || opened[0] != "https://example.org/b" {
		t.Errorf("o opens %q", opened)
	}
}
