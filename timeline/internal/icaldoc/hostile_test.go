package icaldoc_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/icaldoc"
)

// No text makes the reader panic, and all nodes are in the file.
func FuzzEach(f *testing.F) {
	f.Add(event("SUMMARY:One", "DTSTART;TZID=Europe/Lisbon:20250101T100000", "DTEND:20250103", "RRULE:FREQ=WEEKLY;BYDAY=TU"))
	f.Add(event("ATTENDEE;CN=\"a;b\":mailto:x", "UID:1", "RECURRENCE-ID:20250101", "DURATION:P1DT2H"))
	f.Add("\n begin:vcalendar\n  VERSION:2.0\n  BEGIN:VEVENT\n   SUMMARY:A\n    b\n")
	f.Add("BEGIN:VEVENT\nBEGIN:VALARM\n x\n;:\n:\nBEGIN:VEVENT\nEND:X\nSTATUS:\\")
	for _, zone := range zones {
		f.Add(zone + event("DTSTART;TZID=Customized Time Zone:20250701T100000"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		problems := diag.NewList(100)
		lines := 1 + strings.Count(text, "\n")
		var check func(n *yaml.Node)
		check = func(n *yaml.Node) {
			if n.Line < 1 || n.Line > lines || n.Column < 1 {
				t.Errorf("%q is at %d:%d of %d lines", n.Value, n.Line, n.Column, lines)
			}
			for _, child := range n.Content {
				check(child)
			}
		}
		check(icaldoc.Each(diag.NewFile("a.ics", text), text, &problems, func(event *yaml.Node) bool {
			check(event)
			return true
		}))
		_ = problems.Found().String()
		icaldoc.Is(text)
	})
}

// What is made to be slow or large is read in time and memory that its size explains.
func TestBombs(t *testing.T) {
	many := func(line string, n int) string { return event(strings.Repeat(line+"\n", n)) }
	for _, c := range []struct {
		what, text string
		events     int
	}{
		{"people", many("ATTENDEE;CN=Mira;ROLE=CHAIR:mailto:m@x", 1<<18), 1},
		{"categories", event("CATEGORIES:" + strings.Repeat("a,", 1<<20)), 1},
		{"folds", event("SUMMARY:" + strings.Repeat("\n x", 1<<20)), 1},
		{"lines that are not folded", many("one two", 1<<18), 1},
		{"own keys", many("X-A:b", 1<<18), 1},
		{"components", "BEGIN:VEVENT\n" + strings.Repeat("BEGIN:X\n", 1<<19) + "END:VEVENT\n", 0},
		{"events", strings.Repeat("BEGIN:VEVENT\nUID:1\n", 1<<15), 1 << 15},
		{"zones", strings.Repeat("BEGIN:VEVENT\nDTSTART;TZID=a/b/c/d/e/f:20250101T000000\nEND:VEVENT\n", 1<<14), 1 << 14},
		{"rules of a zone", strings.Repeat("BEGIN:VTIMEZONE\nTZID:Ours\n"+strings.Repeat("BEGIN:STANDARD\nTZOFFSETTO:+0100\n"+
			"DTSTART:00010101T000000\nRRULE:FREQ=YEARLY\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0300\nEND:STANDARD\n"+
			"BEGIN:STANDARD\nTZOFFSETTO:+0100\nDTSTART:00010101T000000\nEND:STANDARD\n", 3)+"END:VTIMEZONE\n", 1<<13), 0},
		{"days of a zone", "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:00010101T000000\n" +
			strings.Repeat("RDATE:20250101T000000,20260101T000000\n", 1<<17) + "END:STANDARD\nEND:VTIMEZONE\n", 0},
		{"parameters", event("SUMMARY;" + strings.Repeat("a=b;", 1<<20) + ":x"), 1},
		{"head", strings.Repeat("X-A:b\n", 1<<18), 0},
		{"one line", "BEGIN:VEVENT" + strings.Repeat(":", 8<<20), 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			problems := diag.NewList(100)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			events := 0
			icaldoc.Each(diag.NewFile("a.ics", c.text), c.text, &problems, func(*yaml.Node) bool { events++; return true })
			runtime.ReadMemStats(&after)
			if events != c.events {
				t.Errorf("%d events, want %d; %s", events, c.events, problems.Found())
			}
			// What was allocated in all is more than what was needed at a time.
			if most := uint64(len(c.text))*40 + 50<<20; after.TotalAlloc-before.TotalAlloc > most {
				t.Errorf("%d MB for %d MB of text", (after.TotalAlloc-before.TotalAlloc)>>20, len(c.text)>>20)
			}
		})
	}
}

func BenchmarkEach(b *testing.B) {
	var text strings.Builder
	text.WriteString("BEGIN:VCALENDAR\r\n")
	for i := range 100_000 {
		fmt.Fprintf(&text, "BEGIN:VEVENT\r\nUID:%d@example.org\r\nSUMMARY:Talk %d about drones\r\n"+
			"DTSTART;VALUE=DATE:20%02d%02d%02d\r\nLOCATION:Lisbon\r\nATTENDEE;CN=Mira Sol:mailto:m@example.org\r\n"+
			"DESCRIPTION:They spoke for %d hours\\, and then left. Nothing came \r\n of it.\r\nEND:VEVENT\r\n",
			i, i, i%90+10, i%12+1, i%28+1, i%9)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		problems := diag.NewList(100)
		n := 0
		icaldoc.Each(diag.NewFile("a.ics", text.String()), text.String(), &problems, func(*yaml.Node) bool { n++; return true })
		if n != 100_000 {
			b.Fatal(n)
		}
	}
}
