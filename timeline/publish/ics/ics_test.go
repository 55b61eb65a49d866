package ics_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	golangical "github.com/arran4/golang-ical"
	"pgregory.net/rapid"

	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/publish/ics"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

func recordOf(name, text string) *index.Index {
	return load.Files(context.Background(), []load.File{load.InMemory(name, []byte(text))}, nil).Index
}

func calendarOf(t interface{ Fatal(...any) }, x *index.Index) (text, left string) {
	var out bytes.Buffer
	left, err := ics.Write(&out, x, x.Select(query.Query{}), ics.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), left
}

// check returns an error where a text breaks a rule of RFC 5545 that programs rely on.
func check(text string) error {
	lines := strings.SplitAfter(text, "\r\n")
	for n, line := range lines[:len(lines)-1] {
		line = strings.TrimSuffix(line, "\r\n")
		switch {
		case len(line) > 75:
			return fmt.Errorf("line %d has %d bytes", n, len(line))
		case !utf8.ValidString(line):
			return fmt.Errorf("line %d is cut in a character: %q", n, line)
		case strings.ContainsFunc(line, unicode.IsControl):
			return fmt.Errorf("line %d has a control character: %q", n, line)
		case line == "":
			return fmt.Errorf("line %d is empty", n)
		}
	}
	if lines[len(lines)-1] != "" || !strings.HasSuffix(text, "\r\nEND:VCALENDAR\r\n") {
		return fmt.Errorf("it does not end: %q", lines[len(lines)-1])
	}
	seen := map[string]bool{}
	calendar, err := golangical.ParseCalendar(strings.NewReader(text))
	if err != nil {
		return err
	}
	for _, e := range calendar.Events() {
		if e.Id() == "" || seen[e.Id()] {
			return fmt.Errorf("the id %q is missing or comes twice", e.Id())
		}
		seen[e.Id()] = true
		for _, name := range []golangical.ComponentProperty{"DTSTAMP", "DTSTART", "SUMMARY"} {
			if e.GetProperty(name) == nil {
				return fmt.Errorf("%s has no %s", e.Id(), name)
			}
		}
		if web := e.GetProperty("URL"); web != nil && !strings.HasPrefix(web.Value, "http") {
			return fmt.Errorf("%s leads to %s", e.Id(), web.Value)
		}
	}
	return nil
}

// TestDates says for dates of every kind which days or times a calendar has of them.
func TestDates(t *testing.T) {
	for _, c := range []struct{ date, start, end, left string }{
		{"2025-09-08", "20250908", "20250909", ""},
		{"2025-09-23/2025-09-29", "20250923", "20250930", ""},
		{"2025-08~", "20250801", "20250901", ""},
		{"2025", "20250101", "20260101", ""},
		{"2022-02-24/..", "20220224", "20220225", ""},
		{"2022/..", "20220101", "20230101", ""},
		{"../2022-02-24", "20220224", "20220225", ""},
		{"../2022-02", "20220201", "20220301", ""},
		{"[2025-08-15,2025-08-16]", "20250815", "20250817", ""},
		{"2025-09-20T20:39", "20250920T203900", "", ""},
		{"2025-09-20T20:39+03:00", "20250920T173900Z", "", ""},
		{"2025-12-31T24:00:00Z", "20260101T000000Z", "", ""},
		{"2025-09-20T20:39Z/2025-09-21T01:00+02:00", "20250920T203900Z", "20250920T230000Z", ""},
		{"2025-09-20T20:39/2025-09-21", "20250920T203900", "20250922T000000", ""},
		{"2025-09-20T20:39/..", "20250920T203900", "", ""},
		{"2025-09-20/2025-09-21T10:00", "20250920", "20250922", ""},
		{"0001-01-01", "00010101", "00010102", ""},
		{"9999-12-31", "99991231", "", ""},
		{"9999", "99990101", "", ""},
		{"0001-01-01T00:30+03:00", "", "", "1 event before the year 1 or after 9999"},
		{"0000", "", "", "1 event before the year 1 or after 9999"},
		{"-0044-03-15", "", "", "1 event before the year 1 or after 9999"},
		{"-0044/0014", "", "", "1 event before the year 1 or after 9999"},
		{"Y12345", "", "", "1 event before the year 1 or after 9999"},
		{"Y17E7", "", "", "1 event before the year 1 or after 9999"},
		{"../..", "", "", "1 event before the year 1 or after 9999"},
		{"", "", "", "1 event without a date"},
	} {
		text, left := calendarOf(t, recordOf("a.yaml", fmt.Sprintf("events: [{date: %q, title: One}]", c.date)))
		if err := check(text); err != nil {
			t.Errorf("%s: %v", c.date, err)
		}
		start, end := "", ""
		if all, _ := golangical.ParseCalendar(strings.NewReader(text)); len(all.Events()) == 1 {
			start = all.Events()[0].GetProperty("DTSTART").Value
			if p := all.Events()[0].GetProperty("DTEND"); p != nil {
				end = p.Value
			}
		}
		if start != c.start || end != c.end || left != c.left {
			t.Errorf("%s is from %q to %q, left out %q", c.date, start, end, left)
		}
	}
}

// sameDays reports whether two dates say the same. A century may be written in two ways.
func sameDays(a, b edtf.Date) bool {
	return a.String() == b.String() && a.Period() == b.Period() && a.Precision() == b.Precision()
}

// TestWhatIsWrittenIsReadBack holds of any dates that dateline reads its own calendar back to the same.
func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("events:\n")
		for n, date := range rapid.SliceOfN(testrecord.DateText(), 1, 20).Draw(t, "dates") {
			fmt.Fprintf(&b, "  - {id: e%d, date: %q, title: \"Event %d, with; signs \\\\n\", type: call, status: denied, ", n, date, n)
			b.WriteString("actors: [Anna, \"Bert, Earl; of X\"], tags: [one, \"two, three\"], location: Kyiv}\n")
		}
		x := recordOf("a.yaml", b.String())
		text, _ := calendarOf(t, x)
		if err := check(text); err != nil {
			t.Fatal(err)
		}
		back, want := recordOf("a.ics", text).Timeline(), x.Timeline()
		for i := range back.Len() {
			got := back.Event(i)
			j, ok := want.Find(got.ID)
			if !ok {
				t.Fatalf("%s is new", got.ID)
			}
			e := want.Event(j)
			if !sameDays(got.Date, e.Date) || got.Title != e.Title || got.Type != e.Type || got.Status != e.Status ||
				got.Location != e.Location || fmt.Sprint(got.Tags) != fmt.Sprint(e.Tags) || len(got.Actors) != len(e.Actors) ||
				len(got.Other) > 0 {
				t.Fatalf("%+v\nis read back as\n%+v", e, got)
			}
			for n, part := range e.Actors {
				if want.ActorName(part.Actor) != back.ActorName(got.Actors[n].Actor) {
					t.Fatalf("%s took part, read back %s", want.ActorName(part.Actor), back.ActorName(got.Actors[n].Actor))
				}
			}
		}
	})
}

// TestTheCuratedRecordIsReadBack holds that a reader of others finds each event, and dateline each date.
func TestTheCuratedRecordIsReadBack(t *testing.T) {
	curated, err := os.ReadFile("../../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	x := recordOf("events.yaml", string(curated))
	text, left := calendarOf(t, x)
	if err := check(text); err != nil || left != "" {
		t.Fatal(err, left)
	}
	all, _ := golangical.ParseCalendar(strings.NewReader(text))
	back := recordOf("a.ics", text).Timeline()
	if n := x.Timeline().Len(); len(all.Events()) != n || back.Len() != n {
		t.Fatalf("%d events of %d, and %d by dateline", len(all.Events()), n, back.Len())
	}
	for _, e := range all.Events() {
		id, record, unique := strings.Cut(e.Id(), "@")
		i, ok := x.Timeline().Find(id)
		j, found := back.Find(id)
		if !ok || !found || !unique || !strings.HasSuffix(record, ".dateline") {
			t.Errorf("the id %s", e.Id())
			continue
		}
		if x.Timeline().Date(i) != back.Date(j) {
			t.Errorf("%s: %s is read back as %s", e.Id(), x.Timeline().Date(i), back.Date(j))
		}
		if title := e.GetProperty("SUMMARY").Value; title != x.Timeline().EventTitle(i) {
			t.Errorf("%s: the title %q", e.Id(), title)
		}
	}
}

// TestNothingHostileBreaksACalendar holds the rules of the format for records whose every field is hostile.
func TestNothingHostileBreaksACalendar(t *testing.T) {
	for _, text := range append(testrecord.Hostile(), "END:VEVENT", "a\r\nATTENDEE:mailto:x@example.org", `\`, `"`) {
		x := recordOf("a.yaml", testrecord.EveryField(text))
		written, _ := calendarOf(t, x)
		if err := check(written); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if strings.Contains(written, "\r\nATTENDEE") || strings.Contains(written, "\r\nATTACH") {
			t.Errorf("%q invites somebody", text)
		}
	}
}

const small = `title: A small record
events:
  - {id: first, date: 2025-09-08, title: "Anna calls Bert, again", type: call, status: confirmed, location: Kyiv,
     actors: [{actor: Anna, role: caller}, Bert], summary: They talk., tags: [guarantees], sources: ["https://example.org/a"],
     claims: [{by: Bert, text: "it rang; twice", status: disputed}]}
  - {id: later, date: 2025-10~, title: A meeting is planned, type: meeting, status: planned}
  - {id: never, title: Nobody knows when}
`

// TestIdsOfTwoRecordsDiffer holds that two records whose events are called the same are not taken for one in a calendar.
func TestIdsOfTwoRecordsDiffer(t *testing.T) {
	text, _ := calendarOf(t, recordOf("a.yaml", small))
	other, _ := calendarOf(t, recordOf("a.yaml", strings.Replace(small, "A small record", "Another", 1)))
	if _, after, _ := strings.Cut(text, "UID:"); strings.Contains(other, "UID:"+strings.Split(after, "\r\n")[0]) {
		t.Error("an event of another record has the same id")
	}
}

const smallCalendar = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//dateline//dateline//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:A small record
BEGIN:VEVENT
UID:first@69fe36177f11.dateline
DTSTAMP:20250908T000000Z
DTSTART;VALUE=DATE:20250908
DTEND;VALUE=DATE:20250909
X-DATELINE-EDTF;X-START=20250908;X-END=20250909:2025-09-08
SUMMARY:Anna calls Bert\, again
LOCATION:Kyiv
TRANSP:TRANSPARENT
STATUS:CONFIRMED
X-DATELINE-TYPE:call
CATEGORIES:call,guarantees
X-DATELINE-ACTOR:Anna
X-DATELINE-ACTOR:Bert
DESCRIPTION:They talk.\n\nType: call\n\nStatus: confirmed\n\nActors: Anna (
 caller)\, Bert\n\nClaim: Bert: it rang\; twice (disputed)\n\nSource: https
 ://example.org/a
URL:https://example.org/a
END:VEVENT
BEGIN:VEVENT
UID:later@69fe36177f11.dateline
DTSTAMP:20251001T000000Z
DTSTART;VALUE=DATE:20251001
DTEND;VALUE=DATE:20251101
X-DATELINE-EDTF;X-START=20251001;X-END=20251101:2025-10~
SUMMARY:A meeting is planned
TRANSP:TRANSPARENT
X-DATELINE-STATUS:planned
X-DATELINE-TYPE:meeting
CATEGORIES:meeting
DESCRIPTION:When: c. October 2025\n\nType: meeting\n\nStatus: planned
END:VEVENT
END:VCALENDAR
`

func TestASmallRecord(t *testing.T) {
	got, left := calendarOf(t, recordOf("a.yaml", small))
	if got != strings.ReplaceAll(smallCalendar, "\n", "\r\n") || left != "1 event without a date" {
		t.Errorf("%s\nleft out %q", got, left)
	}
}

// TestAMovedEventIsWhereItWasMovedTo holds that the exact date is not believed of an event that a calendar program has
// moved, and is kept.
func TestAMovedEventIsWhereItWasMovedTo(t *testing.T) {
	moved := strings.Replace(smallCalendar, "DTSTART;VALUE=DATE:20251001", "DTSTART;VALUE=DATE:20251003", 1)
	back := recordOf("a.ics", moved).Timeline()
	i, _ := back.Find("later")
	e := back.Event(i)
	if e.Date.EDTF() != "2025-10-03/2025-10-31" || len(e.Other) != 1 || !strings.Contains(e.Other[0].Value, "2025-10~") {
		t.Errorf("it is on %s, beside %v", e.Date.EDTF(), e.Other)
	}
}
