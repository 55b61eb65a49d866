package load

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
)

// A map with a date and a list of what has times of day is one event, whatever its format and the list are called. What
// has dates of its own are events.
func TestAgendaIsOfOneEvent(t *testing.T) {
	const one = "2024-05-06 | Meetup"
	for _, c := range []struct{ name, text, want string }{
		{"x.yaml", "date: 2024-05-06\ntitle: Meetup\nitems:\n- {time: '18:30 - 19:15', title: Dinner}\n- {title: Talk}\n", one},
		{"x.yaml", "date: 2024-05-06\nlocation: Meetup\nitems:\n- {start: '18:30', title: Dinner}\n", one},
		{"x.yaml", "date: 2024-05-06\nlocation: Meetup\ntalks:\n- {title: Dinner}\n- {title: Talk}\n", one},
		{"x.yaml", "- date: 2024-05-06\n  title: Meetup\n  schedule:\n  - {start: 6 pm, title: Dinner}\n", one},
		{"x.yaml", "- date: 2024-05-06\n  venue: Meetup\n  Agenda:\n  - {von: 18.30 Uhr, title: A}\n", one},
		{"x.json", `[{"date": "2024-05-06", "name": "Meetup", "sessions": [{"start": "18:30", "end": "19:00", "title": "A"}]}]`, one},
		{"x.json", `{"date": "2024-05-06", "name": "Meetup", "programme": [{"when": "18h30", "what": "A"}]}`, one},
		{"x.json", `{"meetups": [{"date": "2024-05-06", "venue": "Meetup", "slots": [{"time": "from 18:30", "title": "A"}]}]}`, one},
		{"x.toml", "[[events]]\ndate = 2024-05-06\ntitle = 'Meetup'\n[[events.agenda]]\ntime = '18:30'\ntitle = 'A'\n", one},
		{"x.md", "---\ndate: 2024-05-06\ntitle: Meetup\nspeakers:\n- {name: Ann, at: '18:30'}\n---\n", one},
		{
			"x.yaml", "date: 2024-05-06\nlog: [{time: '18:30', title: A}]\nentries: [{time: '18:30', title: B}]\n",
			"2024-05-06 | B",
		},
		{
			"x.json", `{"year": 2024, "sessions": [{"date": "2024-05-06", "title": "A"}, {"date": "2024-05-07", "title": "B"}]}`,
			"2024-05-06 | A, 2024-05-07 | B",
		},
		{"x.json", `[{"date": "1905", "milestones": [{"title": "A"}, {"title": "B"}]}]`, "1905 | A, 1905 | B"},
		{"x.yaml", "2024-05-06: [{time: '18:30', title: A}]\n2024-05-07: [{time: '18:30', title: B}]\n", "2024-05-06 | A, 2024-05-07 | B"},
	} {
		p := loadText(t, c.name, c.text)
		var got []string
		for _, line := range outline(p.Index.Timeline()) {
			line, _, _ = strings.Cut(line, " @ ")
			line, _, _ = strings.Cut(line, " + ")
			got = append(got, line)
		}
		if all := strings.Join(got, ", "); all != c.want {
			t.Errorf("%s:\n%s, want %s", c.text, all, c.want)
		}
		inList := func(f timeline.Field) bool {
			return strings.Contains(f.Value, "title") || strings.Contains(f.Value, "A")
		}
		if e := p.Index.Timeline().Event(0); c.want == one && len(e.Actors) == 0 && !slices.ContainsFunc(e.Other, inList) {
			t.Errorf("%s: the list is lost: %v", c.text, e.Other)
		}
	}
}
