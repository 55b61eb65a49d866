package icaldoc_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// zones are descriptions as programs write them, each under a name that no machine knows.
var zones = map[string]string{
	"Outlook": `BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
`,
	"Google": `BEGIN:VTIMEZONE
TZID:Customized Time Zone
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
`,
	"Apple": `BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:DAYLIGHT
TZOFFSETFROM:-0800
RRULE:FREQ=YEARLY;UNTIL=20060402T100000Z;BYMONTH=4;BYDAY=1SU
DTSTART:19870405T020000
TZNAME:PDT
TZOFFSETTO:-0700
END:DAYLIGHT
BEGIN:DAYLIGHT
TZOFFSETFROM:-0800
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
DTSTART:20070311T020000
TZNAME:PDT
TZOFFSETTO:-0700
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:-0700
RRULE:FREQ=YEARLY;UNTIL=20061029T090000Z;BYMONTH=10;BYDAY=-1SU
DTSTART:19671029T020000
TZNAME:PST
TZOFFSETTO:-0800
END:STANDARD
BEGIN:STANDARD
TZOFFSETFROM:-0700
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
DTSTART:20071104T020000
TZNAME:PST
TZOFFSETTO:-0800
END:STANDARD
END:VTIMEZONE
`,
	"lists of days": `BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:20081026T030000
TZOFFSETTO:+0300
TZOFFSETFROM:+0400
RDATE:20091025T030000
RDATE:20101031T030000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20080330T020000
TZOFFSETTO:+0400
TZOFFSETFROM:+0300
RDATE:20090329T020000,20100328T020000,20110327T020000
END:DAYLIGHT
END:VTIMEZONE
`,
	"seven days": `BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:19971026T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970406T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14
END:DAYLIGHT
END:VTIMEZONE
`,
}

// A zone that the machine does not know changes its clocks on the days on which its description says so.
func TestZoneByItsDescription(t *testing.T) {
	for _, c := range []struct{ by, clock, want string }{
		{"Outlook", "20240101T120000", "2024-01-01T12:00+01:00"},
		{"Outlook", "20240331T013000", "2024-03-31T01:30+01:00"},
		{"Outlook", "20240331T023000", "2024-03-31T03:30+02:00"}, // the clocks skip it
		{"Outlook", "20240331T033000", "2024-03-31T03:30+02:00"},
		{"Outlook", "20240701T120000", "2024-07-01T12:00+02:00"},
		{"Outlook", "20241027T013000", "2024-10-27T01:30+02:00"},
		{"Outlook", "20241027T030000", "2024-10-27T03:00+01:00"},
		{"Google", "20250330T120000", "2025-03-30T12:00+02:00"},
		{"Google", "20251026T120000", "2025-10-26T12:00+01:00"},
		{"Google", "19600701T120000", "1960-07-01T12:00+01:00"}, // before it is described
		{"Apple", "20060401T120000", "2006-04-01T12:00-08:00"},
		{"Apple", "20060402T120000", "2006-04-02T12:00-07:00"},
		{"Apple", "20061030T120000", "2006-10-30T12:00-08:00"},
		{"Apple", "20070310T120000", "2007-03-10T12:00-08:00"},
		{"Apple", "20070401T120000", "2007-04-01T12:00-07:00"},
		{"Apple", "20071031T120000", "2007-10-31T12:00-07:00"},
		{"Apple", "20991225T120000", "2099-12-25T12:00-08:00"},
		{"lists of days", "20080701T120000", "2008-07-01T12:00+04:00"},
		{"lists of days", "20101101T120000", "2010-11-01T12:00+03:00"},
		{"lists of days", "20200101T120000", "2020-01-01T12:00+04:00"},
		{"seven days", "20240310T120000", "2024-03-10T12:00-04:00"},
		{"seven days", "20241102T120000", "2024-11-02T12:00-04:00"},
		{"seven days", "20241103T120000", "2024-11-03T12:00-05:00"},
	} {
		_, entries, said := read(t, zones[c.by]+event("DTSTART;TZID=Customized Time Zone:"+c.clock))
		if len(entries) != 1 || !strings.Contains(entries[0], "date: "+c.want+",") {
			t.Errorf("%s: %s is in %q, want %s\n%s", c.by, c.clock, entries, c.want, said)
		}
	}
}

// What lasts over a change of the clocks ends with the offset of then.
func TestDurationOverAChangeOfTheClocks(t *testing.T) {
	_, entries, said := read(t, zones["Google"]+event("DTSTART;TZID=Customized Time Zone:20250329T120000", "DURATION:P1D"))
	if want := "end: 2025-03-30T12:00+02:00"; len(entries) != 1 || !strings.Contains(entries[0], want) {
		t.Errorf("%q, want %s\n%s", entries, want, said)
	}
}

// A rule that cannot be read, or is none of those that zones have, gives no offset at all, rather than a false one.
func TestZoneThatIsNotUnderstood(t *testing.T) {
	for _, rule := range []string{
		"FREQ=MONTHLY;BYDAY=-1SU", "FREQ=YEARLY;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=SU",
		"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYSETPOS=1", "FREQ=YEARLY;BYMONTH=13;BYDAY=-1SU", "FREQ=YEARLY;INTERVAL=0",
		"FREQ=YEARLY;BYYEARDAY=80", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU,1SU", "FREQ=YEARLY;UNTIL=soon", "nonsense",
	} {
		zone := strings.Replace(zones["Google"], "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", rule, 1)
		_, entries, _ := read(t, zone+event("DTSTART;TZID=Customized Time Zone:20250701T120000"))
		if want := "date: 2025-07-01T12:00,"; len(entries) != 1 || !strings.Contains(entries[0], want) {
			t.Errorf("%s: %q, want %s", rule, entries, want)
		}
	}
}

// The names that Windows has for zones are those of the system's zones.
func TestZonesOfWindows(t *testing.T) {
	for name, want := range map[string]string{
		"W. Europe Standard Time": "2025-07-01T12:00+02:00,", "Pacific Standard Time": "2025-07-01T12:00-07:00,",
		"Central Standard Time (Mexico)": "2025-07-01T12:00-06:00,", "India Standard Time": "2025-07-01T12:00+05:30,",
		"Pacific": "2025-07-01T12:00,", "W. Europe": "2025-07-01T12:00,",
	} {
		if _, err := time.LoadLocation("Europe/Berlin"); err != nil {
			t.Skip("this machine knows no zones")
		}
		_, entries, said := read(t, event("DTSTART;TZID="+name+":20250701T120000"))
		if len(entries) != 1 || !strings.Contains(entries[0], "date: "+want) {
			t.Errorf("%s: %q, want %s\n%s", name, entries, want, said)
		}
	}
}

// A described zone agrees with the zone of the system whose rules it has, on whatever minute.
func TestDescribedZoneIsThatOfTheSystem(t *testing.T) {
	for by, name := range map[string]string{"Google": "Europe/Berlin", "Apple": "America/Los_Angeles"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Skip("this machine knows no zones")
		}
		rapid.Check(t, func(rt *rapid.T) {
			first, last := time.Date(1997, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2037, 1, 1, 0, 0, 0, 0, time.UTC)
			at := time.Unix(rapid.Int64Range(first.Unix(), last.Unix()).Draw(rt, "at"), 0).In(zone)
			clock := at.Format("20060102T150400")
			_, known, _ := read(t, event(fmt.Sprintf("DTSTART;TZID=%s:%s", name, clock)))
			_, own, _ := read(t, zones[by]+event("DTSTART;TZID=Customized Time Zone:"+clock))
			before, _, _ := strings.Cut(known[0], ",")
			after, _, _ := strings.Cut(own[0], ",")
			if before != after {
				rt.Fatalf("%s: %s, and by its description %s", clock, before, after)
			}
		})
	}
}
