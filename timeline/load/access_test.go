package load

import "testing"

// Who may see an entry of a calendar is no type of event, nor is what else a calendar says of its entries.
func TestAccessIsNoType(t *testing.T) {
	entry := func(more string) string {
		return "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20250101\nSUMMARY:A\n" + more +
			"\nEND:VEVENT\nEND:VCALENDAR\n"
	}
	for _, c := range [][2]string{
		{"x.ics", entry("CLASS:PUBLIC")},
		{"x.ics", entry("CLASS:Private")},
		{"x.ics", entry("TRANSP:OPAQUE\nPRIORITY:5\nSEQUENCE:2\nCOLOR:red\nCLASS:CONFIDENTIAL")},
		{"x.ics", entry("X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:59.9,10.7\nGEO:59.9;10.7")},
		{"x.csv", "date,title,class\n2025-01-01,A,PUBLIC\n"},
		{"x.json", `[{"date": "2025-01-01", "title": "A", "class": "private"}]`},
	} {
		p := loadText(t, c[0], c[1])
		if e := p.Index.Timeline().Event(0); e.Type != "" || e.Location != "" || e.Status != "" {
			t.Errorf("%s: %q, %q, %q", c[1], e.Type, e.Location, e.Status)
		}
	}
	p := loadText(t, "x.csv", "date,title,class\n2025-01-01,A,Battle\n")
	if e := p.Index.Timeline().Event(0); e.Type != "Battle" {
		t.Errorf("a class is no type: %q", e.Type)
	}
	p = loadText(t, "x.ics", entry("STATUS:TENTATIVE"))
	if e := p.Index.Timeline().Event(0); e.Status != "tentative" {
		t.Errorf("the status is %q", e.Status)
	}
}
