package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// toLink goes to the link of the page that leads to an event.
func (d *driver) toLink(id string) *driver {
	d.t.Helper()
	for d.press("tab"); d.onPage().Value != id; d.press("tab") {
		if d.onPage().Value == "" {
			d.t.Fatalf("no link leads to %s:\n%s", id, d.screen())
		}
	}
	return d
}

// Esc goes back page by page to where the reader came from, whatever led from one to the other, and then out.
func TestEscGoesBackPageByPage(t *testing.T) {
	follow := func(id string) func(*driver) { return func(d *driver) { d.toLink(id).press("enter") } }
	keys := func(keys ...string) func(*driver) { return func(d *driver) { d.press(keys...) } }
	find := func(text string, keys ...string) func(*driver) {
		return func(d *driver) { d.press(":").typeText(text).press(keys...) }
	}
	for name, c := range map[string]struct {
		do   func(*driver)
		want []string // what is read after each Esc
	}{
		"one link":                {follow("long"), []string{"after"}},
		"more of an event":        {find("Short", "right"), []string{"after"}},
		"an event in the box":     {find("Short", "enter"), []string{"after"}},
		"more of an actor":        {find("Ann", "right"), []string{"after"}},
		"an actor's event":        {find("Ann", "right", "tab", "enter"), []string{"after"}},
		"two links":               {func(d *driver) { follow("long")(d); follow("short")(d) }, []string{"long", "after"}},
		"a link and the next one": {func(d *driver) { follow("long")(d); keys("l", "h")(d) }, nil},
		"J and K":                 {keys("K", "J"), nil},
	} {
		for _, base := range []string{"", "v"} {
			d := open(t, 120, 40, yaml(longEvents), at("after"))
			if base != "" {
				d.press(base)
			}
			from := d.mode()
			reads{d.m}.open()
			d.press("g")
			c.do(d)
			var got []string
			for n := 0; d.press("esc").fits().mode() != from && n < 9; n++ {
				got = append(got, d.selected())
				if d.mode() != inReading {
					t.Errorf("%s: Esc leads to mode %d", name, d.mode())
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: Esc leads to %v, want %v", name, got, c.want)
			}
		}
	}
	d := open(t, 120, 40, withQuery("actor:yermak")).press("=", "=").typeText("rubio").press("enter")
	if d.mode() != inCompare {
		t.Fatalf("mode %d:\n%s", d.mode(), d.screen())
	}
	for _, h := range []int{40, 90} {
		d.resize(120, h)
		if d.press("enter"); d.mode() == inCompare {
			t.Fatalf("Enter does not read:\n%s", d.screen())
		}
		if d.press("esc"); d.mode() != inCompare || !strings.Contains(d.screen(), "Rubio") {
			t.Errorf("Esc leads from an event to mode %d, not to the two that were compared", d.mode())
		}
	}
}

// What leads back to an event shows its page as it was left: as far as it was scrolled, and with the link in focus. What
// leads to an event otherwise shows its page from the top.
func TestThePageIsAsItWasLeft(t *testing.T) {
	var crowd strings.Builder
	for n := range 900 {
		fmt.Fprintf(&crowd, "Actor %d, ", n)
	}
	record := longEvents + "- {date: 2025-05-04, id: crowd, title: Crowd, actors: [" + crowd.String() +
		"], related: [short]}\n"
	page := func(d *driver) string { return strings.Join(d.fits().lines()[:d.size().Y-1], "\n") }
	for _, size := range sizes {
		for _, c := range []struct{ event, back, on string }{
			{"long", "esc", ""}, {"long", "H", "L"}, {"long", "u", "ctrl+r"}, {"crowd", "esc", ""}, {"crowd", "H", "L"},
		} {
			d := open(t, size.w, size.h, yaml(record), at(c.event)).press("enter", "shift+tab")
			was, link := page(d), d.onPage()
			if d.press("enter"); page(d) == was || d.mode() != inReading {
				t.Fatalf("%d×%d: no other event is read", size.w, size.h)
			}
			if d.press(c.back); d.onPage() != link || page(d) != was {
				t.Errorf("%d×%d: %s leads back to %v, not to %v:\n%s\nnot\n%s", size.w, size.h, c.back, d.onPage(), link,
					page(d), was)
			}
			if c.on != "" {
				if d.press(c.on, c.back); page(d) != was {
					t.Errorf("%d×%d: %s and %s again lead to\n%s", size.w, size.h, c.on, c.back, page(d))
				}
			}
			if d.press("h", "l"); d.selected() != c.event || d.m.panes.reading.OnLink() || page(d) == was {
				t.Errorf("%d×%d: the next event is not shown from the top:\n%s", size.w, size.h, d.screen())
			}
		}
	}
	d := open(t, 120, 12, yaml(longEvents), at("after")).press("right", "tab")
	was := page(d)
	if d.press("enter", "H"); page(d) != was || d.mode() != inDetail {
		t.Errorf("H leads in the detail to\n%s\nnot\n%s", d.screen(), was)
	}
}

// What names one thing to filter by resumes a filter that is paused, and says so, wherever it is asked.
func TestANumberResumesThePausedFilter(t *testing.T) {
	const record = "- {date: 2025-05-01, title: One}\n- {date: 2025-05-02, id: two, title: Two, actors: [Ann, Bob]}\n"
	for name, enter := range map[string]func(*driver){
		"list":   func(*driver) {},
		"page":   func(d *driver) { reads{d.m}.open() },
		"detail": func(d *driver) { d.press("right") },
		"lanes":  func(d *driver) { d.press("v") },
	} {
		for _, key := range []string{"1", "A"} {
			d := open(t, 120, 40, yaml(record), at("two"))
			enter(d)
			d.press(key, "p")
			if d.query() != "actor:ann" || !d.m.session.View().Paused {
				t.Fatalf("%s: %s and p ask %q:\n%s", name, key, d.query(), d.screen())
			}
			if d.press(key); d.query() != "actor:ann" || d.m.session.View().Paused ||
				!strings.Contains(d.said(), "the filter counts again: actor:ann") {
				t.Errorf("%s: %s asks %q and says %q", name, key, d.query(), d.said())
			}
			if d.press(key); d.query() != "" {
				t.Errorf("%s: %s again asks %q", name, key, d.query())
			}
		}
	}
	d := open(t, 120, 40, yaml(record), at("two")).press("1", "p", "2")
	if d.query() != "actor:bob" || d.m.session.View().Paused || !strings.Contains(d.said(), "counts again: actor:bob") {
		t.Errorf("another number asks %q and says %q", d.query(), d.said())
	}
}

// Keys that change what is shown say so on the page, which has no row for the filter, and its last row keeps saying it.
func TestThePageSaysWhatIsShown(t *testing.T) {
	for _, size := range sizes {
		d := open(t, size.w, size.h, yaml(longEvents), withQuery("ann"), at("long")).press("enter")
		for _, c := range []struct{ key, said, foot string }{
			{"", "", "ann"},
			{"p", "paused", "paused"},
			{"p", "only what the filter leaves", "ann"},
			{"x", "dimmed", "dimmed"},
			{"p", "paused", "paused"},
			{"x", "only what the filter leaves", "ann"},
		} {
			if c.key != "" {
				d.press(c.key)
			}
			foot := d.fits().lines()[size.h-1]
			shows := size.w < 60 || strings.HasSuffix(strings.TrimSpace(foot), c.foot)
			if !strings.Contains(d.said(), c.said) || !shows {
				t.Errorf("%d×%d: %s says %q and at the foot %q", size.w, size.h, c.key, d.said(), foot)
			}
		}
		if d = open(t, 120, 40, yaml(longEvents), at("long")).press("enter"); !strings.Contains(d.screen(), "all shown") {
			t.Errorf("nothing says that all is shown:\n%s", d.screen())
		}
	}
}

// What is said of keys names none that leads nowhere, in the last row and in words.
func TestThePageNamesNoKeyThatLeadsNowhere(t *testing.T) {
	const one = "- {date: 2025-05-01, id: one, title: One}\n"
	for _, size := range sizes {
		d := open(t, size.w, size.h, yaml(one))
		for _, enter := range []func(){reads{d.m}.open, reads{d.m}.detail} {
			d.home()
			enter()
			for _, key := range []string{"ctrl+l", "j", "k"} {
				for _, not := range []string{"before", "next", "links", "J goes", "K goes"} {
					if d.press(key).fits(); strings.Contains(d.screen(), not) {
						t.Errorf("%d×%d: %s says %q of a record of one event:\n%s", size.w, size.h, key, not, d.screen())
					}
				}
			}
		}
	}
	d := open(t, 20, 6, at(call)).press("enter")
	if foot := d.lines()[5]; !strings.Contains(foot, "Enter link") && !strings.Contains(foot, "Enter first link") {
		t.Errorf("Enter leads to what is not said: %q", foot)
	}
	d = open(t, 120, 40, yaml(longEvents), at("long")).press("enter", "k").see("K goes to the event above", "before", "next")
	d.press("G", "j").see("J goes to the event below")
}

// A name, an office, a text and how sure it is are in order each by itself, from whichever side they are read, so that
// none of them changes place with another.
func TestPartsOfAClaimAreInOrderByThemselves(t *testing.T) {
	const record = `- date: 2025-05-01
  id: one
  title: One
  claims:
    - {by: "شركة الكهرباء", text: "تم اعتراض كل الطائرات", status: disputed}
    - {by: Ann, text: "no", status: "مؤكد جدا"}
    - {by: Bob, text: "yes", status: reported}
`
	for _, w := range []int{40, 80, 120} {
		d := open(t, w, 40, yaml(record), at("one"))
		reads{d.m}.open()
		d.press("g")
		for _, line := range strings.Split(d.m.View(), "\n") {
			depth := 0
			var outside strings.Builder
			for _, r := range line {
				switch r {
				case '\u2068':
					depth++
				case '\u2069':
					depth--
				}
				if depth == 0 {
					outside.WriteRune(r)
				}
				if depth > 1 {
					t.Fatalf("%d columns: a part is in another: %q", w, line)
				}
			}
			for _, word := range []string{"disputed", "reported", "Ann", "Bob"} {
				if strings.Contains(line, word) && !strings.Contains(outside.String(), word) {
					t.Errorf("%d columns: %s is kept together with what is read from the right: %q", w, word, line)
				}
			}
			if strings.ContainsFunc(outside.String(), func(r rune) bool { return unicode.In(r, unicode.Arabic) }) {
				t.Errorf("%d columns: not by itself: %q", w, line)
			}
		}
	}
}

// What has no room is left out, or ends in a mark that there is more: a piece of it looks like the whole.
func TestNothingIsCutWithoutASign(t *testing.T) {
	const record = "title: Security guarantees\nevents:\n- {date: 2024-12-10, id: a, title: Alpha centauri}\n" +
		"- {date: 2025-09-17, id: b, title: Beta}\n- {date: 2025-11-03, id: c, title: Gamma}\n"
	for w := 16; w <= 70; w++ {
		for _, h := range []int{6, 10, 14} {
			d := open(t, w, h, yaml(record), at("b")).fits()
			if title, _, _ := strings.Cut(strings.TrimSpace(d.lines()[0]), "  "); title != "" {
				whole := strings.HasPrefix(title, "Security guarantees") || strings.Contains(title, "…")
				if !whole && !strings.HasPrefix(title, "3 events") {
					t.Errorf("%d×%d: the title is %q", w, h, title)
				}
			}
			for _, row := range d.press("g").lines() {
				if strings.Contains(row, " 2025") && strings.Contains(row, "month") && !strings.Contains(row, "later") {
					t.Errorf("%d×%d: a heading is cut: %q", w, h, row)
				}
			}
			d.press("j")
			reads{d.m}.open()
			d.press("ctrl+l").fits()
			if page := strings.Join(strings.Fields(strings.Join(d.lines()[1:], " ")), " "); h > 6 &&
				!strings.Contains(page, "Wednesday 17 September 2025") {
				t.Errorf("%d×%d: the date is cut:\n%s", w, h, d.screen())
			}
			row := strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(d.lines()[0]), "›"), " ")
			if after := strings.TrimSpace(row[strings.LastIndex(row, "  ")+1:]); !strings.HasSuffix(row, "of 3") &&
				!strings.HasSuffix(after, "Gamma") && !strings.HasSuffix(after, "…") && !strings.Contains(row, "Alpha") {
				t.Errorf("%d×%d: the event after is %q in %q", w, h, after, row)
			}
		}
	}
}

// A filter that hides the event that is read says so, and which has come in its place, whatever key it comes from.
func TestThePageSaysWhenTheFilterHidesItsEvent(t *testing.T) {
	for name, c := range map[string]struct{ before, keys []string }{
		"typed":    {nil, []string{"/", "s", "h", "o", "r", "t", "enter"}},
		"resumed":  {[]string{"/", "s", "h", "o", "r", "t", "enter", "p", "l"}, []string{"p"}},
		"hidden":   {[]string{"/", "s", "h", "o", "r", "t", "enter", "x", "l"}, []string{"x"}},
		"made new": {[]string{"/", "s", "h", "o", "r", "t", "enter", "u"}, []string{"ctrl+r"}},
	} {
		d := open(t, 120, 40, yaml(longEvents), at("long")).press("enter").press(c.before...)
		if d.selected() != "long" || d.mode() != inReading {
			t.Fatalf("%s: this is about a page that is open, not %s", name, d.selected())
		}
		d.press(c.keys...).fits()
		for _, want := range []string{"hides “Long”", "this is “Short”", "u takes that back"} {
			if !strings.Contains(d.said(), want) {
				t.Errorf("%s: it says %q, not %q", name, d.said(), want)
			}
		}
		if d.press("u"); d.selected() != "long" || strings.Contains(d.said(), "hides") {
			t.Errorf("%s: u leads to %s and says %q", name, d.selected(), d.said())
		}
	}
}
