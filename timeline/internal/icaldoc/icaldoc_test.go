package icaldoc_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/icaldoc"
)

// read returns the entries of a calendar as YAML, with what it says of itself first, and what was reported.
func read(t *testing.T, text string) (entries, said string) {
	t.Helper()
	problems := diag.NewList(diag.MaxProblems)
	var out strings.Builder
	head := icaldoc.Each(diag.NewFile("x.ics", text), text, &problems, func(event *yaml.Node) bool {
		out.WriteString(encode(t, event))
		return true
	})
	return encode(t, head) + out.String(), problems.Found().String()
}

func encode(t *testing.T, n *yaml.Node) string {
	t.Helper()
	text, err := yaml.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	return string(text) + "---\n"
}

func TestTry(t *testing.T) {
	for _, text := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Mine\r\nBEGIN:VEVENT\r\nSUMMARY:One \\, two\\n\r\n  three\r\nDTSTART;VALUE=DATE:20250101\r\nDTEND;VALUE=DATE:20250103\r\nLOCATION:Lisbon\r\nUID:a@b\r\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20250505\r\nATTENDEE;CN=\"Sol; Mira\";ROLE=CHAIR:mailto:m@x\r\nATTENDEE:mailto:n@x\r\nBEGIN:VALARM\r\nTRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		"BEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=Europe/Lisbon:20250601T100000\nDURATION:PT1H\nbroken\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART:20250101T100000Z\nDTEND:20250101T110000Z\nSTATUS:CANCELLED",
	} {
		entries, said := read(t, text)
		t.Logf("%s--\n%s%s", text, entries, said)
	}
}
