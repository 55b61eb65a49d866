package ui

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// TestPictures holds the pictures of README against the screen: each is drawn from frames of the record that the
// program carries, so that none can go stale when the screen or the record changes.
func TestPictures(t *testing.T) {
	const w, most = 120, 250_000 // columns; bytes
	record := embedded(t)
	reading := func(event string, settings ...setting) *driver {
		d := open(t, w, 32, append(settings, record, in256, at(event))...)
		if d.selected() != event {
			t.Fatalf("the record has no %s", event)
		}
		return d
	}
	first := reading("2025-09-04-coalition-meets-paris")
	page := reading("2026-01-08-oreshnik-strike-kyiv-lviv").press("enter")
	lanes := reading("2025-07-10-rubio-lavrov-kuala-lumpur", withQuery("actor:rubio")).press("v")
	two := reading("2025-08-15-trump-putin-alaska", withQuery("actor:trump")).press("=", "=").typeText("putin")
	two.press("enter", "j", "j", "j", "j", "k", "k", "k", "k") // the event stands in the middle
	for name, text := range map[string]string{
		"screen": still(t, first.fits().frame(), w),
		"page":   still(t, page.fits().frame(), w),
		"lanes":  still(t, lanes.fits().frame(), w),
		"two":    still(t, two.fits().frame(), w),
		"story":  moving(t, story(t, record), storyWidth),
	} {
		if len(text) > most {
			t.Errorf("%s has %d bytes, more than %d", name, len(text), most)
		}
		wellFormed(t, name, text)
		golden(t, "pictures/"+name+".svg", text)
	}
}

// wellFormed fails unless a text is XML, with nothing in it that a page would have to fetch or run.
func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	for _, not := range []string{"<script", "href=", "url(", "@import"} {
		if strings.Contains(text, not) {
			t.Errorf("%s has %q", name, not)
		}
	}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s is no XML: %v", name, err)
		}
	}
}

// TestMovingPicture holds what the moving picture shows at each of its times to the frames that it is made of: every
// row once, and the last of them where nothing moves.
func TestMovingPicture(t *testing.T) {
	scenes := []scene{
		{frame: "one\ntwo", seconds: 1, words: "first"},
		{frame: "one\nthree", seconds: 2, key: "a", words: "second"},
		{frame: "one\ntwo", seconds: 1, key: "b", words: "third"},
	}
	text := moving(t, scenes, 10)
	for _, want := range []string{
		// What the first and the last have, and what the second has alone.
		".s1{visibility:visible;animation:s1 4s step-end infinite}\n@keyframes s1{0%{visibility:visible}" +
			"25%{visibility:hidden}75%{visibility:visible}}\n",
		".s2{visibility:hidden;animation:s2 4s step-end infinite}\n@keyframes s2{0%{visibility:hidden}" +
			"25%{visibility:visible}75%{visibility:hidden}}\n",
		"prefers-reduced-motion:reduce){*{animation:none!important}}",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	for _, word := range []string{">one<", ">two<", ">three<"} {
		if n := strings.Count(text, word); n != 1 {
			t.Errorf("%s is there %d times", word, n)
		}
	}
}
