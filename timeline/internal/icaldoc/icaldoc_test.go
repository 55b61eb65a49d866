package icaldoc_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/internal/icaldoc"
)

// read returns what a calendar says of itself and its entries as YAML, and what was reported.
func read(t testing.TB, text string) (head string, entries []string, said diag.Problems) {
	t.Helper()
	problems := diag.NewList(diag.MaxProblems)
	n := icaldoc.Each(diag.NewFile("a.ics", text), text, &problems, func(event *yaml.Node) bool {
		entries = append(entries, encode(t, event))
		return true
	})
	return encode(t, n), entries, problems.Found()
}

// encode returns a node as YAML in one line.
func encode(t testing.TB, n *yaml.Node) string {
	t.Helper()
	var words []string
	for i, c := range n.Content {
		word := fmt.Sprintf("%q", c.Value)
		if c.Kind != yaml.ScalarNode {
			word = encode(t, c)
		} else if strings.Trim(c.Value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/:.+@=; ") == "" {
			word = c.Value
		}
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			word += ":"
		} else if i < len(n.Content)-1 {
			word += ","
		}
		words = append(words, word)
	}
	if n.Kind == yaml.SequenceNode {
		return "[" + strings.Join(words, " ") + "]"
	}
	return "{" + strings.Join(words, " ") + "}"
}

// event returns a calendar with one event of these lines.
func event(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

func TestProperties(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"SUMMARY:One talk", "{title: One talk}"},
		{"summary;LANGUAGE=en:One talk", "{title: One talk, summary parameters: {language: en}}"},
		{"DTSTART;VALUE=DATE:20250101|DTEND;VALUE=DATE:20250103", "{date: 2025-01-01, end: 2025-01-02}"},
		{"DTSTART;VALUE=DATE:20250101|DTEND;VALUE=DATE:20250102", "{date: 2025-01-01}"},
		{"DTSTART;VALUE=DATE:20250101|DTEND;VALUE=DATE:20250101", "{date: 2025-01-01}"},
		{"DTSTART;VALUE=DATE:20241230|DTEND;VALUE=DATE:20250102", "{date: 2024-12-30, end: 2025-01-01}"},
		{"DTSTART:20250101T100000Z|DTEND:20250101T113000Z", "{date: 2025-01-01T10:00Z, end: 2025-01-01T11:30Z}"},
		{"DTSTART:20250101T100000|DTEND:20250101T100000", "{date: 2025-01-01T10:00}"},
		{"DTSTART:20250101T100005", "{date: 2025-01-01T10:00:05}"},
		{"DTSTART:20250101T100000.000Z|DTEND:20250101T110000000Z", "{date: 2025-01-01T10:00Z, end: 2025-01-01T11:00Z}"},
		{"DTSTART:2025-01-01T10:00:00+02:00|DTEND:20250101T110000+0200", "{date: 2025-01-01T10:00+02:00, end: 2025-01-01T11:00+02:00}"},
		{"DTSTART:20250101T1000", "{date: 2025-01-01T10:00}"},
		{"DTSTART:20251301T100000", "{date: 20251301T100000}"},
		{"DTSTART:2025-01-01", "{date: 2025-01-01}"},
		{"DTSTART:20250101T100000|DURATION:PT1H30M", "{duration: PT1H30M, date: 2025-01-01T10:00, end: 2025-01-01T11:30}"},
		{"DTSTART;VALUE=DATE:20250101|DURATION:P2D", "{duration: P2D, date: 2025-01-01, end: 2025-01-02}"},
		{"DTSTART;VALUE=DATE:20250101|DURATION:P1W", "{duration: P1W, date: 2025-01-01, end: 2025-01-07}"},
		{"DTSTART:20250101|DURATION:long", "{duration: long, date: 2025-01-01}"},
		{"DTSTART:in May|DTEND:20250101", "{date: in May, end: 2025-01-01}"},
		{"DTSTART;TZID=Nowhere/At All:20250101T100000", "{date: 2025-01-01T10:00, timezone: Nowhere/At All}"},
		{"DTSTART;TZID=Local:20250101T100000", "{date: 2025-01-01T10:00, timezone: Local}"},
		{"DTEND:20250101", "{dtend: 20250101}"},
		{"LOCATION:Rua 1\\, Lisbon\\; PT", "{location: \"Rua 1, Lisbon; PT\"}"},
		{"DESCRIPTION:one\\ntwo\\\\three\\Nfour", "{summary: \"one\\ntwo\\\\three\\nfour\"}"},
		{"DESCRIPTION:one| two|\tthree", "{summary: onetwothree}"},
		{"SUMMARY:One|SUMMARY:Two", "{title: One, other summary: Two}"},
		{"CATEGORIES:a,b\\, c|CATEGORIES:d", "{tags: [a, \"b, c\", d]}"},
		{"CATEGORIES:a", "{tags: a}"},
		{"STATUS:CONFIRMED", "{status: confirmed}"},
		{"STATUS:CANCELLED", "{status: cancelled}"},
		{"URL:https://example.org/a,b", "{sources: \"https://example.org/a,b\"}"},
		{"ATTENDEE;CN=Mira Sol:mailto:m@x", "{attendee: mailto:m@x, actors: [Mira Sol]}"},
		{"ATTENDEE;CN=\"Sol, Mira: of X\";ROLE=CHAIR:mailto:m@x", "{attendee: mailto:m@x, actors: [{actor: \"Sol, Mira: of X\", role: chair}]}"},
		{"ATTENDEE;PARTSTAT=DECLINED:MAILTO:m@x", "{actors: [{actor: m@x, role: declined}]}"},
		{"ORGANIZER;CN=Jon:mailto:j@x|ATTENDEE;CN=m@x:mailto:m@x", "{organizer: mailto:j@x, actors: [{actor: Jon, role: organizer}, m@x]}"},
		{"ATTENDEE;CUTYPE=ROOM;CN=Hall:mailto:h@x", "{attendee: {value: Hall mailto:h@x, cutype: ROOM}}"},
		{"UID:1@x", "{id: 1@x}"},
		{"UID:1@x|RECURRENCE-ID:20250101T100000Z", "{recurrence-id: 20250101T100000Z, id: 1@x 2025-01-01T10:00Z}"},
		{"SEQUENCE:2|LAST-MODIFIED:20250101T100000Z|X-MS-THING:a\\,b|GEO:1.5;2.5", "{sequence: 2, last-modified: 20250101T100000Z, x-ms-thing: \"a,b\", geo: 1.5;2.5}"},
		{"COMMENT:a|COMMENT:b|COMMENT:c", "{comment: [a, b, c]}"},
		{"X-EMPTY:|SUMMARY:", ""},
		{"X-EMPTY;A=b:|SUMMARY;A=b:", "{x-empty: {a: b}, summary parameters: {a: b}}"},
		{"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=Jon:mailto:j@x", "{attendee: {value: mailto:j@x, partstat: ACCEPTED, rsvp: TRUE}, actors: [Jon]}"},
		{"ATTENDEE;PARTSTAT=ACCEPTED:mailto:j@x", "{attendee: {value: mailto:j@x, partstat: ACCEPTED}, actors: [j@x]}"},
		{"ATTENDEE;ROLE=CHAIR;PARTSTAT=DECLINED;CN=j@x:mailto:j@x", "{attendee: {value: mailto:j@x, partstat: DECLINED}, actors: [{actor: j@x, role: chair}]}"},
		{"ATTENDEE;MEMBER=\"mailto:a,b\",\"mailto:c\";X=1;X=2;odd:k@x", "{attendee: {value: k@x, member: [\"mailto:a,b\", mailto:c], x: [1, 2], parameter: odd}, actors: [k@x]}"},
		{"ATTACH;FMTTYPE=text/html:https://x|ATTACH:https://y", "{attach: [{value: https://x, fmttype: text/html}, https://y]}"},
		{"ATTACH;VALUE=BINARY;ENCODING=BASE64:aaaa", "{attach: {value: aaaa, value type: BINARY, encoding: BASE64}}"},
		{"DTSTART;VALUE=DATE;X-A=b:20250101|DTEND;VALUE=DATE-TIME;X-C=d:20250103", "{date: 2025-01-01, dtstart parameters: {x-a: b}, dtend parameters: {value type: DATE-TIME, x-c: d}, end: 2025-01-02}"},
		{"EXDATE;TZID=Europe/Rome:20250101T100000", "{exdate: {value: 20250101T100000, tzid: Europe/Rome}}"},
		{"CATEGORIES;LANGUAGE=de:a|URL;VALUE=URI:https://x|UID;X-A=b:1", "{tags: a, categories parameters: {language: de}, sources: https://x, url parameters: {value type: URI}, id: 1, uid parameters: {x-a: b}}"},
		{"SUMMARY:A|SUMMARY;LANGUAGE=de:B", "{title: A, other summary: {value: B, language: de}}"},
		{
			"X-A;B=c:d|BEGIN:VALARM|ACTION:AUDIO|TRIGGER;RELATED=END:-PT5M|END:VALARM|BEGIN:VALARM|ACTION:EMAIL|BEGIN:VLOCATION|NAME:Hall|END:VLOCATION|SUMMARY:B|END:VALARM|LOCATION:C",
			"{x-a: {value: d, b: c}, valarm: [{action: AUDIO, trigger: {value: -PT5M, related: END}}, {action: EMAIL, vlocation: {name: Hall}, summary: B}], location: C}",
		},
	} {
		text := event(strings.Split(c.lines, "|")...)
		_, entries, said := read(t, text)
		got := strings.Join(entries, " ")
		if got != c.want || len(said) > 0 {
			t.Errorf("%s: got %s, want %s; said %s", c.lines, got, c.want, said)
		}
	}
}

func TestRecurrence(t *testing.T) {
	for rule, want := range map[string]string{
		"FREQ=WEEKLY;BYDAY=TU;UNTIL=20250505":            "repeats weekly on Tuesdays until 5 May 2025",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=MO":  "repeats every 2 weeks on Mondays, Wednesdays and Fridays",
		"FREQ=DAILY;COUNT=10":                            "repeats daily, 10 times",
		"FREQ=MONTHLY;BYDAY=2TU":                         "repeats monthly on the second Tuesday",
		"FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20251231T235959Z": "repeats monthly on the last Friday until 31 December 2025",
		"FREQ=MONTHLY;BYMONTHDAY=15,-1":                  "repeats monthly on day 15 and the last day of the month",
		"freq=yearly;bymonth=3;bymonthday=5":             "repeats yearly on day 5 of the month in March",
		"FREQ=YEARLY":                                    "repeats yearly",
		"FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO":              "repeats by the rule FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO",
		"FREQ=DAILY;UNTIL=soon":                          "repeats by the rule FREQ=DAILY;UNTIL=soon",
		"often":                                          "repeats by the rule often",
	} {
		_, entries, said := read(t, event("DTSTART:20250101", "RRULE:"+rule))
		if !strings.Contains(strings.ReplaceAll(entries[0], `"`, ""), "notes: "+want+"}") || len(said) != 1 {
			t.Errorf("%s: %s, want %q; said %s", rule, entries, want, said)
		}
		if !strings.Contains(entries[0], "rrule: ") {
			t.Errorf("%s is not kept: %s", rule, entries)
		}
	}
}

// An hour that the clocks skip has the offset from before that, as RFC 5545 has it.
func TestHourThatIsSkipped(t *testing.T) {
	if _, err := time.LoadLocation("America/New_York"); err != nil {
		t.Skip("this machine knows no zones")
	}
	_, entries, said := read(t, event("DTSTART;TZID=America/New_York:20240310T023000"))
	if want := "date: 2024-03-10T03:30-04:00"; len(entries) != 1 || !strings.Contains(entries[0], want) {
		t.Errorf("%q, want %s\n%s", entries, want, said)
	}
}

// A zone that only the calendar knows has the offset that it describes, where that is one.
func TestZoneOfTheCalendar(t *testing.T) {
	zone := func(daylight string) string {
		return "BEGIN:VTIMEZONE\nTZID:Our Hills\nBEGIN:STANDARD\nTZOFFSETFROM:+0545\nTZOFFSETTO:+0545\nEND:STANDARD\n" +
			"BEGIN:DAYLIGHT\nTZOFFSETTO:" + daylight + "\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
	}
	for daylight, want := range map[string]string{"+0545": "2025-07-01T10:00+05:45", "+0645": "2025-07-01T10:00,"} {
		_, entries, said := read(t, zone(daylight)+event("DTSTART;TZID=Our Hills:20250701T100000"))
		if len(entries) != 1 || !strings.Contains(entries[0], want) {
			t.Errorf("%q, want %s\n%s", entries, want, said)
		}
	}
}

// Where the zone is known to the machine, a time has its offset, and the zone is kept.
func TestZones(t *testing.T) {
	if _, err := time.LoadLocation("Europe/Lisbon"); err != nil {
		t.Skip("this machine knows no zones")
	}
	for _, zone := range []string{"Europe/Lisbon", "/freeassociation.sourceforge.net/Europe/Lisbon", `"Europe/Lisbon"`} {
		_, entries, said := read(t, event("DTSTART;TZID="+zone+":20250701T100000", "DURATION:PT1H"))
		want := "date: 2025-07-01T10:00+01:00, timezone: " + strings.Trim(zone, `"`) + ", end: 2025-07-01T11:00+01:00}"
		if !strings.HasSuffix(entries[0], want) || len(said) > 0 {
			t.Errorf("got %s, want %s; said %s", entries, want, said)
		}
	}
}

func TestBrokenCalendars(t *testing.T) {
	for _, c := range []struct{ what, text, want, said string }{
		{"no calendar around it", "BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", "{title: A}", ""},
		{"an event without an end", "BEGIN:VEVENT\nSUMMARY:A\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT\n", "{title: A} {title: B}", "1 broken-calendar"},
		{"an alarm without an end", "BEGIN:VEVENT\nSUMMARY:A\nBEGIN:VALARM\nTRIGGER:1\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT", "{title: A, valarm: {trigger: 1}} {title: B}", "3 broken-calendar"},
		{"an end of the text", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nLOCATION:Lis", "{title: A, location: Lis}", "2 broken-calendar"},
		{"an end without a beginning", "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", "{title: A}", ""},
		{"a line that is not folded", "BEGIN:VEVENT\nDESCRIPTION:one\ntwo, three\nSUMMARY:A\nEND:VEVENT\n", "{summary: \"one\\ntwo, three\", title: A}", "3 broken-calendar"},
		{"two calendars", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT\nEND:VCALENDAR\n", "{title: A} {title: B}", ""},
		{"tasks and journals", "BEGIN:VTODO\nSUMMARY:A\nDUE:20250101\nEND:VTODO\nBEGIN:VJOURNAL\nSUMMARY:B\nEND:VJOURNAL\n", "{title: A, due: 20250101, date: 2025-01-01} {title: B}", ""},
		{"zones", "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", "{title: A}", ""},
		{"what is no event", "BEGIN:VFREEBUSY\nFREEBUSY:1\nEND:VFREEBUSY\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", "{title: A}", "1 key-ignored"},
		{"line ends twice", "BEGIN:VEVENT\n\nSUMMARY:A\n\n  b\n\nEND:VEVENT\n\n", "{title: A b}", ""},
		{"lines that are indented", "\n  BEGIN:VCALENDAR\n    VERSION:2.0\n    BEGIN:VEVENT\n      SUMMARY:A\n       and more\n      DTSTART:20250101\n    END:VEVENT\n  END:VCALENDAR\n", "{title: A      and more, date: 2025-01-01}", "3 broken-calendar"},
		{"empty lines", "\nBEGIN:VEVENT\n\nSUMMARY:A\n\nEND:VEVENT\n\n", "{title: A}", ""},
	} {
		_, entries, problems := read(t, c.text)
		var said []string
		for _, p := range problems {
			said = append(said, fmt.Sprintf("%d %s", p.Pos.Line, p.Rule))
		}
		if got := strings.Join(entries, " "); got != c.want || strings.Join(said, ", ") != c.said {
			t.Errorf("%s: got %s, %q, want %s, %q", c.what, got, said, c.want, c.said)
		}
	}
}

func TestHead(t *testing.T) {
	text := "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:My talks\nX-WR-CALDESC:All\\, of them\nNAME:Talks\nNAME:My talks\n" +
		"BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n"
	head, _, _ := read(t, text)
	if want := `{title: My talks, description: "All, of them", name: Talks}`; head != want {
		t.Errorf("got %s, want %s", head, want)
	}
}

// A problem says where it is and what to write instead.
func TestWhatIsSaid(t *testing.T) {
	_, _, said := read(t, "BEGIN:VFREEBUSY\nEND:VFREEBUSY\nBEGIN:VEVENT\nSUMMARY:One\ntalk\nRRULE:FREQ=DAILY\nBEGIN:VALARM\nTRIGGER:1\n")
	want := `a.ics:5:1: error: this line has no property; it is taken for more of the one above
   5 | talk
     | ^^^^
     = begin it with a blank, or with a name and a colon
a.ics:3:1: error: the entry does not end
   3 | BEGIN:VEVENT
     | ^^^^^^^^^^^^
     = put a line END:VEVENT after its last property
a.ics:6:1: warning: the event repeats daily; it is shown once, as the first time
   6 | RRULE:FREQ=DAILY
     | ^^^^^^^^^^^^^^^^
     = write the other times as events of their own where they matter
a.ics:1:1: warning: this part of the calendar is no event, and is left out
   1 | BEGIN:VFREEBUSY
     | ^^^^^^^^^^^^^^^
`
	if got := said.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Nodes are where the values are, in folded lines too, and keys where their lines begin.
func TestPlaces(t *testing.T) {
	text := "BEGIN:VEVENT\r\nSUMMARY;X=é:One\r\n talk\r\nATTENDEE;CN=Mira;PARTSTAT=ACCEPTED;RSVP=TRUE;\r\n ROLE=CHAIR:mai\r\n" +
		" lto:m@x\r\nDTSTART:20250101\r\nEND:VEVENT\r\n"
	var got []string
	var problems diag.List
	icaldoc.Each(diag.NewFile("a.ics", text), text, &problems, func(event *yaml.Node) bool {
		got = append(got, fmt.Sprintf("%d:%d", event.Line, event.Column))
		for _, n := range event.Content {
			got = append(got, fmt.Sprintf("%s %d:%d", n.Value, n.Line, n.Column))
		}
		return true
	})
	want := []string{
		"1:1", "title 2:1", "Onetalk 2:13", "summary parameters 2:1", " 2:13", "attendee 4:1", " 5:13", "actors 4:1", " 5:13", "date 7:1",
		"2025-01-01 7:9",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n": true, "\ufeff\nbegin:vcalendar\n": true, "BEGIN:VEVENT\n": true,
		"BEGIN:VCARD\n": false, "title: BEGIN:VCALENDAR\n": false, "": false, "BEGIN": false,
	} {
		if got := icaldoc.Is(text); got != want {
			t.Errorf("%q is a calendar: %t, want %t", text, got, want)
		}
	}
}

// Every text of a calendar is in the entry that it is of, however it is folded.
func TestEveryTextIsRead(t *testing.T) {
	escape := strings.NewReplacer("\\", "\\\\", "\n", "\\n", ",", "\\,", ";", "\\;")
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		text.WriteString("BEGIN:VCALENDAR\n")
		var want []string
		for range rapid.IntRange(1, 3).Draw(t, "events") {
			text.WriteString("BEGIN:VEVENT\n")
			depth := 0
			for range rapid.IntRange(1, 5).Draw(t, "properties") {
				switch rapid.IntRange(0, 5).Draw(t, "part") {
				case 0:
					text.WriteString("BEGIN:VALARM\n")
					depth++
				case 1:
					text.WriteString(strings.Repeat("END:VALARM\n", depth))
					depth = 0
				}
				name := rapid.SampledFrom([]string{
					"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "X-NOTE", "UID", "URL",
					"ATTENDEE", "ORGANIZER", "CONTACT", "CATEGORIES",
				}).Draw(t, "name")
				value := rapid.StringMatching(`[a-z]([a-zé:,;\\" \n]{0,9}[a-z])?`).Draw(t, "value")
				written := escape.Replace(value)
				if name == "URL" {
					written = strings.ReplaceAll(value, "\n", "")
					value = written
				}
				if rapid.Bool().Draw(t, "parameter") {
					said := rapid.StringMatching(`[a-z][a-z -]{0,9}[a-z]`).Draw(t, "said")
					key := rapid.SampledFrom([]string{
						"LANGUAGE", "ROLE", "PARTSTAT", "CUTYPE", "X-A", "FMTTYPE", "VALUE", "TZID", "CN",
					}).Draw(t, "key")
					name += ";" + key + "=" + said
					want = append(want, said)
				}
				line := []rune(name + ":" + written)
				for n := range len(line) {
					if n > 1 && rapid.IntRange(0, 9).Draw(t, "fold") == 0 {
						text.WriteString("\r\n ")
					}
					text.WriteString(string(line[n]))
				}
				text.WriteString("\r\n")
				want = append(want, value)
			}
			text.WriteString(strings.Repeat("END:VALARM\n", depth) + "END:VEVENT\n")
		}
		var got []string
		var gather func(n *yaml.Node)
		gather = func(n *yaml.Node) {
			got = append(got, n.Value)
			for _, child := range n.Content {
				gather(child)
			}
		}
		problems := diag.NewList(10)
		icaldoc.Each(diag.NewFile("a.ics", text.String()), text.String(), &problems, func(event *yaml.Node) bool {
			gather(event)
			return true
		})
		for _, value := range want {
			if !slices.Contains(got, value) {
				t.Fatalf("%q is nowhere: %q\n%s", value, got, text.String())
			}
		}
		if problems.Count() > 0 {
			t.Fatalf("%s", problems.Found())
		}
	})
}

// An address has no escapes, wherever it stands.
func TestAnAddressHasNoEscapes(t *testing.T) {
	text := "BEGIN:VCALENDAR\nSOURCE:a\\,b\nBEGIN:VEVENT\nSUMMARY:a\\,b\nATTACH:a\\,b\n" +
		"BEGIN:VALARM\nURL:a\\,b\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n"
	problems := diag.NewList(10)
	var got []string
	icaldoc.Each(diag.NewFile("a.ics", text), text, &problems, func(event *yaml.Node) bool {
		var gather func(n *yaml.Node)
		gather = func(n *yaml.Node) {
			if strings.HasPrefix(n.Value, "a") && strings.HasSuffix(n.Value, "b") {
				got = append(got, n.Value)
			}
			for _, child := range n.Content {
				gather(child)
			}
		}
		gather(event)
		return true
	})
	if want := []string{"a,b", `a\,b`, `a\,b`}; !slices.Equal(got, want) {
		t.Errorf("the texts are %q; want %q", got, want)
	}
}
