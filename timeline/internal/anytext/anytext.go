// Package anytext makes all short texts of a few signs, words and lines, for tests of readers that go on after what is
// broken: whatever stands in a text, reading it has to end.
//
//	anytext.Of(t, anytext.Table, 3, func(text string) { … })
//
// An Alphabet holds what the grammar of a format cares about, each once, and little that says nothing. Whole lines are
// letters of it too, since what goes wrong between lines has long ones. It is only for tests: nothing but files named
// _test.go imports it. It imports only the standard library.
package anytext

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"
)

// An Alphabet is the letters of which texts are made. A letter may be a whole line.
type Alphabet []string

// The alphabets of the formats.
var (
	Table = Alphabet{
		",", ";", "\t", "|", `"`, "\n", "\r\n", " ", "a", "1", "=", "'", "#", "-", "é",
		"date,title\n", "sep=;\n", "| date | title |\n", "|---|---|\n", "2025,One\n", "\"a\nb\",\"c\"\"d\"\n",
	}
	Calendar = Alphabet{
		"\n", "\r\n", " ", ":", ";", "=", `"`, ",", `\`, "a",
		"BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:VEVENT\n", "END:VEVENT\n", "BEGIN:VALARM\n", "END:VALARM\n",
		"BEGIN:VTIMEZONE\nTZID:a\n", "BEGIN:STANDARD\n", "END:STANDARD\n", "END:VTIMEZONE\n", "TZOFFSETTO:+0100\n",
		"DTSTART:20250101\n", "DTSTART;TZID=a:20250101T000000\n", "DTEND:20250102\n", "DURATION:P1D\n",
		"RRULE:FREQ=YEARLY;BYDAY=1SU\n", "RDATE:20260101\n", "SUMMARY:a\n", "ATTENDEE;CN=\"a", "  X-A:a\n",
	}
	TOML = Alphabet{
		"[", "]", "{", "}", `"`, "'", "=", ".", ",", "#", "\n", "\r\n", `\`, " ", "a", "1", "-", ":",
		`"""`, "'''", "[a]\n", "[[a]]\n", "a = 1\n", "a = [\n", "+++\n", "2025-01-01", "T",
	}
	Page = Alphabet{
		"\n", "\r\n", " ", "#", "-", "*", "|", ":", "`", "<", ">", "[", "](", ")", "–", "2025", "May 3", "a",
		"# a\n", "## 2025\n", "### May 2025\n", "- 2025: a\n", "* a\n", "1. **2025**\n", "| Date | a |\n", "|---|---|\n",
		"| 2025 | a |\n", "---\n", "```\n", "Date: 2025-01-01\n", "a: b\n", "<!--", "-->", "$", "[[", "~~~\n",
	}
	Flow = Alphabet{"[", "]", "{", "}", `"`, "'", ",", ":", "#", " ", "\t", `\`, "a", `\ud83d`, `\ude00`, `\x4`, "é"}
	YAML = Alphabet{
		"- ", "-", "?", ":", ",", "[", "]", "{", "}", "#", "&a ", "*a", "!", "|", ">", "'", `"`, "%", "@", "`", `\`, "\n",
		"  ", "\t", "a", "1", "<<: ", "---\n", "...\n", "events:\n", "- date: 2025\n", "  title: a\n", "  title: |\n",
		"  - a: b\n", "'':", "\"\": ",
	}
)

// Of calls check with every text of at most so many letters. Where check panics, or does not end before the test has
// to, it says over which text.
func Of(t *testing.T, letters Alphabet, most int, check func(text string)) {
	t.Helper()
	var now atomic.Pointer[string]
	if deadline, ok := t.Deadline(); ok {
		const early = 5 * time.Second // before Go ends the test, which does not know the text
		ctx, cancel := context.WithDeadline(context.Background(), deadline.Add(-early))
		stop := context.AfterFunc(ctx, func() { panic(fmt.Sprintf("reading does not end: %q", *now.Load())) })
		defer cancel()
		defer stop()
	}
	defer func() {
		if fault := recover(); fault != nil {
			panic(fmt.Sprintf("%q: %v", *now.Load(), fault))
		}
	}()
	var all func(text string, left int)
	all = func(text string, left int) {
		now.Store(&text)
		check(text)
		for _, letter := range letters {
			if left > 0 {
				all(text+letter, left-1)
			}
		}
	}
	all("", most)
}
