package load

import (
	"strings"
	"testing"
)

// What is said of two events that look alike is true of their dates.
func TestLookAlikesOfNoDay(t *testing.T) {
	for dates, want := range map[[2]string]string{
		{"2025-09-08", "2025-09-08"}: "` of the same day", {"2025", "2025-01-01"}: "` that begins on the same day",
		{"''", "''"}: "`; neither has a date", {"someday", "one day"}: "`; neither has a date",
	} {
		text := "events:\n- date: " + dates[0] + "\n  title: A long talk\n- date: " + dates[1] + "\n  title: A long talk!\n"
		if said := loadText(t, "a.yaml", text).Problems.String(); !strings.Contains(said, want) {
			t.Errorf("%q: %s, want %s", dates, said, want)
		}
	}
}

// What two files say alike is one event, with or without an id. Rows of one file may be two that happened.
func TestWhatTwoFilesSayAlikeIsOneEvent(t *testing.T) {
	const talk, place = "- {date: 2025-09-08, title: A talk, actors: [Ann, Bo], ", "sources: [{url: 'https://x.org/1', title: T}]}\n"
	const line = "date,title,killed\n2025-09-08,A talk,1\n"
	for _, c := range []struct {
		one, other    string
		events, twice int
	}{
		{talk + place, talk + place, 1, 1},
		{talk + place, "# a copy\n\n" + talk + place, 1, 1},
		{talk + place, talk + "tags: [x]}\n", 2, 0},
		{talk + place, talk + strings.Replace(place, "org/1", "org/2", 1), 2, 0},
		{talk + place, talk + "id: x, " + place, 2, 0},
		{talk + "id: x, " + place, talk + "id: x, " + place, 1, 1},
		{talk + place, talk + place + talk + place, 2, 1},
		{talk + place + talk + place, "- {date: 2024, title: b}\n", 3, 0},
		{talk + place + talk + place, talk + place + talk + place, 2, 2},
		{"- {title: A talk}\n", "- {title: A talk}\n", 2, 0},
		{"- {date: 2025-09-08, summary: ''}\n", "- {date: 2025-09-08, summary: ''}\n", 2, 0},
		{line, line, 1, 1},
		{line + "2025-09-08,A talk,1\n", line, 2, 1},
		{line, strings.Replace(line, "1\n", "2\n", 1), 2, 0},
	} {
		ending := ".yaml"
		if strings.HasPrefix(c.one, "date,") {
			ending = ".csv"
		}
		p := Files(t.Context(), []File{textFile("a"+ending, c.one), textFile("b"+ending, c.other)}, nil)
		if p.Events != c.events || p.Twice != c.twice {
			t.Errorf("%q and %q: %d events, %d twice\n%s", c.one, c.other, p.Events, p.Twice, p.Problems)
		}
		said := p.Problems.String()
		if c.twice > 0 && (!strings.Contains(said, "b"+ending+":") || !strings.Contains(said, "the other is at a"+ending+":")) {
			t.Errorf("%q and %q: the places are not said\n%s", c.one, c.other, said)
		}
	}
}
