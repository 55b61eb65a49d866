package edtf_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/edtf"
)

// badDates are texts that are not EDTF, with the part that is wrong, why, and what to write instead.
var badDates = []struct {
	text, part    string
	message, hint string
}{
	{"", "", "there is no date", "write as much as is known, as in 2025-09-08, 2025-09 or 2025"},
	{"  ", "", "there is no date", "write as much as is known, as in 2025-09-08, 2025-09 or 2025"},
	{"soon", "s", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"ǯ", "ǯ", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"2025-", "", "a month has two digits", "write it as in 2025-09-08; XX stands for a month that is not known"},

	// the calendar
	{"2025-02-30", "2025-02-30", "there is no 30 February 2025", "February has 28 days"},
	{" 2025-09-31 ", "2025-09-31", "there is no 31 September 2025", "September has 30 days"},
	{"2025-09-08/2025-09-31", "2025-09-31", "there is no 31 September 2025", "September 2025 has 30 days"},
	{"2025-09-00", "2025-09-00", "this is not an EDTF date", "write 2025-09"},
	{"2025-00-00", "2025-00-00", "this is not an EDTF date", "write 2025"},
	{"2022-02-3X", "2022-02-3X", "there is no 2022-02-3X", "February 2022 has 28 days"},
	{"XXXX-02-30", "XXXX-02-30", "there is no XXXX-02-30", "write XX for the day if it is not known"},
	{
		"2025-13", "2025-13",
		"month 13 does not exist",
		"months go from 01 to 12, as in 2025-12, and seasons from 21 to 24",
	},
	{"2025-13-08", "2025-13-08", "month 13 does not exist", "write the month first: 2025-08-13"},
	{"2025-21-08", "2025-21-08", "month 21 does not exist", "write the month first: 2025-08-21"},
	{
		"Y12345-13", "Y12345-13",
		"month 13 does not exist",
		"months go from 01 to 12, as in Y12345-12, and seasons from 21 to 24",
	},
	{"-0044-13-15", "-0044-13-15", "month 13 does not exist", "months go from 01 to 12"},
	{"Y-12345-15-03", "Y-12345-15-03", "month 15 does not exist", "write the month first: Y-12345-03-15"},
	{"-0000", "-0000", "there is no year -0000", "write 0000 for the year 1 BC"},
	{"30 February 2025", "30 February 2025", "there is no 30 February 2025", "February has 28 days"},

	// years
	{"12345", "12345", "a year has four digits", "write Y before a longer one: Y12345"},
	{"99991301", "99991301", "a year has four digits", "write Y before a longer one: Y99991301"},
	{"20241301", "20241301", "month 13 does not exist", "write the month first: 2024-01-13"},
	{"20241332", "20241332", "month 13 does not exist", "months go from 01 to 12"},
	{"20240132", "20240132", "there is no 32 January 2024", "January 2024 has 31 days"},
	{"20241301T090000", "20241301", "month 13 does not exist", "write the month first: 2024-01-13, and the rest elsewhere"},
	{"20240401/20241301", "20240401", "a year has four digits", "write 2024-04-01"},
	{"Y2025", "Y2025", "a year after Y has more than four digits", "write 2025"},
	{"Y12", "Y12", "a year after Y has more than four digits", "write 0012"},
	{"Y-44S1", "Y-44", "a year after Y has more than four digits", "write -0044S1"},
	{"Y12X45", "Y12X45", "a year after Y has no X", "write the nearest year with a ~ after it"},
	{"17E7", "17E7", "a year with E begins with Y", "write Y17E7"},
	{"Y17E", "Y17E", "after E is how many zeros follow", "write a number from 1 to 999999999, as in Y17E7"},
	{"Y17E0", "Y17E0", "after E is how many zeros follow", "write a number from 1 to 999999999, as in Y17E7"},
	{"Y-0E5", "Y-0", "there is no year -0", "write 0000 for the year 1 BC"},
	{"Y1XE5", "Y1X", "a year with E or S has no X", "write the nearest year with a ~ after it"},
	{"195XS2", "195X", "a year with E or S has no X", "write the nearest year with a ~ after it"},
	{"1952S", "1952S", "after S is how many digits are significant", "write a number from 1 on, as in 1950S2"},
	{"1950S0", "1950S0", "after S is how many digits are significant", "write a number from 1 on, as in 1950S2"},
	{"1950S2-12", "-12", "a year with E or S stands alone", "write 1950S2, and the rest elsewhere"},
	{"Y17E7-12-26", "-12-26", "a year with E or S stands alone", "write Y17E7, and the rest elsewhere"},
	{"12345S2", "12345S2", "a year has four digits", "write Y before a longer one: Y12345S2"},
	{"Y18E7/Y17E7", "Y17E7", "the end is before the start", "write Y17E7/Y18E7, or correct one of them"},
	{
		"Y99999999999999999999-02-29", "Y99999999999999999999-02-29",
		"there is no 29 February in the year 99,999,999,999,999,999,999",
		"February in the year 99,999,999,999,999,999,999 has 28 days",
	},

	// decades and centuries stand alone
	{"1", "1", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"-00", "-00", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"1939/45", "1939/45", "the second date leaves out what it shares with the first", "write 1939/1945"},
	{"1939/450", "450", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"12/25", "12", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"[193,195]", "193", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"193-05", "193", "a date begins with a year of four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"193?~", "?~", "only one mark can stand here", "write 193%"},
	{"44 BC", "44 BC", "this is not an EDTF date", "write -0043"},

	// times
	{"2025-09-08T05", "05", "this time has no minutes", "write T05:00, or leave the time out"},
	{
		"2025-09-08T24:00:00.1", "24:00:00.1",
		"this is not a time of day",
		"write it from 00:00 to 24:00, as in T05:30+03:00",
	},
	{"2025-09-08T25:00", "25:00", "this is not a time of day", "write it from 00:00 to 24:00, as in T05:30+03:00"},
	{"2025-09-08T05:30.5", ".5", "only a second has parts", "write the seconds too, as in T05:30:15.5"},
	{"2025-09-08T05:30:15.", ".", "this is not a part of a second", "write digits after the full stop, as in T05:30:15.5"},
	{"2025-09-08T05:30:15,5Z", ",5", "parts of a second follow a full stop", "write 2025-09-08T05:30:15.5Z"},
	{"2025-09-08T05:30+023", "+023", "this is not a time zone", "write Z for UTC, or the offset, as in +03:00"},
	{"2025-09-08T05:30+02:3", "+02:3", "this is not a time zone", "write Z for UTC, or the offset, as in +03:00"},
	{"2025-09-08T05:30LMT", "LMT", "this is not a time zone", "write Z for UTC, or the offset, as in +03:00"},
	{"2025-09-08T05:30~", "~", "a time of day takes no mark", "leave out the time or the mark"},
	{
		"2025-09T05:30", "T05:30",
		"a time of day needs a whole day before it, without marks",
		"write it as in 2025-09-20T20:39, or leave the time out",
	},
	{"2025-09-08 05:30 +03:00", "2025-09-08 05:30 +03:00", "this is not an EDTF date", "write 2025-09-08T05:30+03:00"},
	{"2025-09-08 05:30 UTC", "2025-09-08 05:30 UTC", "this is not an EDTF date", "write 2025-09-08T05:30Z"},

	// intervals and sets
	{
		"2025-09-08/2025-09-01", "2025-09-01",
		"the end is before the start",
		"write 2025-09-01/2025-09-08, or correct one of them",
	},
	{
		"2025-09-08T12:00/2025-09-08T11:00", "2025-09-08T11:00",
		"the end is before the start",
		"write 2025-09-08T11:00/2025-09-08T12:00, or correct one of them",
	},
	{"[2025..2024]", "2024", "the end is before the start", "write 2024..2025, or correct one of them"},
	{"2022/2023/2024", "/2024", "an interval has one slash", "write start/end, as in 2025-09-23/2025-09-29"},
	{
		"[2025-13..2026]", "2025-13",
		"month 13 does not exist",
		"months go from 01 to 12, as in 2025-12, and seasons from 21 to 24",
	},
	{
		"[2025..2026-13]", "2026-13",
		"month 13 does not exist",
		"months go from 01 to 12, as in 2026-12, and seasons from 21 to 24",
	},
	{"[2025", "[2025", "this set is not closed", "end it with ]"},
	{
		"{2025,}", "",
		"a member of this set is missing",
		"write dates with commas between them, as in [2025-08-15,2025-08-16]",
	},
	{"[2025-08-15;2025-08-16]", "[2025-08-15;2025-08-16]", "this is not an EDTF date", "write [2025-08-15,2025-08-16]"},
	{"15 or 16 August 2025", "15 or 16 August 2025", "this is not an EDTF date", "write [2025-08-15,2025-08-16]"},
	{"15 and 16 August 2025", "15 and 16 August 2025", "this is not an EDTF date", "write {2025-08-15,2025-08-16}"},
	{"23–29 September 2025", "23–29 September 2025", "this is not an EDTF date", "write 2025-09-23/2025-09-29"},
	{
		"29 September – 3 October 2025", "29 September – 3 October 2025",
		"this is not an EDTF date",
		"write 2025-09-29/2025-10-03",
	},
	{"from May 2022 to June 2023", "from May 2022 to June 2023", "this is not an EDTF date", "write 2022-05/2023-06"},
	{"since 24 February 2022", "since 24 February 2022", "this is not an EDTF date", "write 2022-02-24/.."},
	{"until 2022", "until 2022", "this is not an EDTF date", "write ../2022"},
	{"2025-2026", "2025-2026", "this is not an EDTF date", "write 2025/2026"},

	// the draft of 2012 and its relatives
	{"2004/open", "2004/open", "this is not an EDTF date", "write 2004/.."},
	{"2004/unknown", "2004/unknown", "this is not an EDTF date", "write 2004/"},
	{"2022-02-24/present", "2022-02-24/present", "this is not an EDTF date", "write 2022-02-24/.."},
	{"199u", "u", "an unspecified digit is written X", "write 199X"},
	{"1989-09/199x", "x", "an unspecified digit is written X", "write 1989-09/199X"},
	{"2004-06-uu", "uu", "an unspecified digit is written X", "write 2004-06-XX"},
	{"20uu", "uu", "an unspecified digit is written X", "write 20XX"},
	{"2004-uu~", "uu~", "an unspecified digit is written X", "write 2004-XX~"},
	{"2022?~", "?~", "only one mark can stand here", "write 2022%"},
	{"2022~~-05", "~~", "only one mark can stand here", "write 2022~-05"},
	{"2022-~~05", "~~", "only one mark can stand here", "write 2022-~05"},
	{"now", "now", "this is not an EDTF date", "write the day that is meant, as in 2025-09-08, or 2025-09-08/.. for what goes on since then"},
	{
		"unknown", "unknown",
		"this says that the date is not known",
		"write as much as is known, as in 2025~ or 202X; XXXX stands for any year",
	},

	// signs that only look like those of a date
	{"2025–09–09", "2025–09–09", "“–” (U+2013) only looks like “-”", "write 2025-09-09"},
	{"2025‑09‑08", "2025‑09‑08", "“‑” (U+2011) only looks like “-”", "write 2025-09-08"},
	{"２０２５-０９", "２０２５-０９", "“２” (U+FF12) only looks like “2”", "write 2025-09"},
	{"2O25-09-08", "2O25-09-08", "“O” (U+004F) only looks like “0”", "write 2025-09-08"},
	{"2025–13–08", "2025–13–08", "month 13 does not exist", "write the month first: 2025-08-13"},
	{"2025\u200b-09", "2025\u200b-09", "there is an invisible sign in this date (U+200B)", "write 2025-09"},
	{"“2025-07-08”", "“2025-07-08”", "a date stands without quotation marks", "write 2025-07-08"},
	{"(2025-07-08)", "(2025-07-08)", "a date stands without brackets around it", "write 2025-07-08"},

	// ISO 8601 beyond EDTF, and dates that leave something out
	{"2025-W36", "2025-W36", "this is a week, which EDTF does not have", "write 2025-09-01/2025-09-07"},
	{"2025W361", "2025W361", "this is a week, which EDTF does not have", "write 2025-09-01"},
	{"2020-W53", "2020-W53", "this is a week, which EDTF does not have", "write 2020-12-28/2021-01-03"},
	{
		"2025-W53", "W",
		"a month has two digits", "write it as in 2025-09-08; XX stands for a month that is not known",
	},
	{
		"2025-251", "2025-251",
		"EDTF does not count the days of a year, of which this is number 251", "write 2025-09-08",
	},
	{"20250908T1030", "20250908T1030", "this is not an EDTF date", "write 2025-09-08T10:30"},
	{
		"2025-09-08/10", "2025-09-08/10",
		"the second date leaves out what it shares with the first", "write 2025-09-08/2025-09-10",
	},
	{
		"[2025-09-08,10]", "[2025-09-08,10]",
		"the second date leaves out what it shares with the first", "write [2025-09-08,2025-09-10]",
	},
	{
		"2025-09-08T10:00/12:00", "2025-09-08T10:00/12:00",
		"the second date leaves out what it shares with the first", "write 2025-09-08T10:00/2025-09-08T12:00",
	},
	{"Y1.5E3", "Y1.5E3", "a year with E has no decimal point", "write 1500"},
	{"Y-4.543E9", "Y-4.543E9", "a year with E has no decimal point", "write Y-4543E6"},
	{"Y2025-09-08", "Y2025-09-08", "a year after Y has more than four digits", "write 2025-09-08"},
	{"2025-3X", "2025-3X", "there is no 2025-3X", "write XX for the month if it is not known"},
	{
		"2025-09-08 2025-09-10", " 2025-09-10", "the date should end here",
		"write it as in 2025-09-08, an interval as in 2025-09-23/2025-09-29, or the rest elsewhere",
	},
	{"2025-09-08 Kyiv", " Kyiv", "the date should end here", "write 2025-09-08, and the rest elsewhere"},

	// what is written beside a date, or cannot be
	{
		"Tuesday, 8 September 2025", "Tuesday, 8 September 2025",
		"8 September 2025 is a Monday", "write 2025-09-08, or correct the day",
	},
	{"31/04/2024", "31/04/2024", "there is no 31 April 2024", "April has 30 days"},
	{
		"TBD", "TBD", "this says that the date is not known",
		"write as much as is known, as in 2025~ or 202X; XXXX stands for any year",
	},
	{
		"0000-00-00", "0000-00-00", "this says that the date is not known",
		"write as much as is known, as in 2025~ or 202X; XXXX stands for any year",
	},
	{
		"1757341800", "1757341800", "this is not an EDTF date",
		"write 2025-09-08T14:30:00Z if it is a time in seconds since 1970",
	},
	{"5/6/98", "5/6/98", "this is not an EDTF date", "write 1998-06-05 for 5 June 1998 or 1998-05-06 for 6 May 1998"},

	// other spellings
	{" 8 September 2025", "8 September 2025", "this is not an EDTF date", "write 2025-09-08"},
	{"Sept 8, 2025", "Sept 8, 2025", "this is not an EDTF date", "write 2025-09-08"},
	{"Monday, 8th of Sept. 2025", "Monday, 8th of Sept. 2025", "this is not an EDTF date", "write 2025-09-08"},
	{"08.09.2025", "08.09.2025", "this is not an EDTF date", "write 2025-09-08"},
	{
		"09/08/2025", "09/08/2025",
		"this is not an EDTF date",
		"write 2025-08-09 for 9 August 2025 or 2025-09-08 for 8 September 2025",
	},
	{"13/08/2025", "13/08/2025", "this is not an EDTF date", "write 2025-08-13"},
	{"08/08/2025", "08/08/2025", "this is not an EDTF date", "write 2025-08-08"},
	{"2025/09/08", "2025/09/08", "this is not an EDTF date", "write 2025-09-08"},
	{"2025/09", "2025/09", "this is not an EDTF date", "write 2025-09"},
	{"2025-9-8", "2025-9-8", "this is not an EDTF date", "write 2025-09-08"},
	{"20250908", "20250908", "this is not an EDTF date", "write 2025-09-08"},
	{"202509", "202509", "this is not an EDTF date", "write 2025-09"},
	{"9/2025", "9/2025", "this is not an EDTF date", "write 2025-09"},
	{"2025 September 8", "2025 September 8", "this is not an EDTF date", "write 2025-09-08"},
	{"perhaps 1850", "perhaps 1850", "this is not an EDTF date", "write 1850?"},
	{"8 September", "8 September", "the year is missing", "write it first, as in 2025-09-08"},
	{"c. 1850", "c. 1850", "this is not an EDTF date", "write 1850~"},
	{"perhaps c. 1850", "perhaps c. 1850", "this is not an EDTF date", "write 1850%"},
	{
		"0 June", "0", "a date begins with a year of four digits",
		"write it as in 2025-09-08, 2025-09 or 2025",
	},
	{"spring 2025", "spring 2025", "this is not an EDTF date", "write 2025-21"},
	{"Q3 2025", "Q3 2025", "this is not an EDTF date", "write 2025-35"},
	{"the 1990s", "the 1990s", "this is not an EDTF date", "write 199X"},
	{"12340s", "12340", "a year has four digits", "write it as in 2025-09-08, 2025-09 or 2025"},
	{"1900s", "1900s", "this is not an EDTF date", "write 190X for the 1900s or 19XX for the 20th century"},
	{"5th century BC", "5th century BC", "this is not an EDTF date", "write -04XX"},
}

func TestBadDates(t *testing.T) {
	for _, c := range badDates {
		t.Run(c.text, func(t *testing.T) {
			_, err := edtf.Parse(c.text)
			if err == nil {
				t.Fatal("it was read")
			}
			e := checkDateError(t, c.text, err)
			if e.Message != c.message || e.Hint != c.hint {
				t.Errorf("got  %q, %q\nwant %q, %q", e.Message, e.Hint, c.message, c.hint)
			}
			if got := e.Text[e.Start:e.End]; got != c.part {
				t.Errorf("it points to %q, want %q", got, c.part)
			}
		})
	}
}

// What a hint says to write is a date.
func TestHintsAreDates(t *testing.T) {
	for _, c := range badDates {
		advice, ok := strings.CutPrefix(c.hint, "write ")
		first, _, _ := strings.Cut(strings.TrimPrefix(advice, "the month first: "), " ")
		first = strings.TrimRight(first, ",;")
		if !ok || strings.IndexFunc(first, unicode.IsDigit) < 0 || first[0] == 'T' || strings.Contains(first, "..2025") {
			continue
		}
		if _, err := edtf.Parse(first); err != nil {
			t.Errorf("%q: the hint says to write %q, but %v", c.text, first, err)
		}
	}
}

// checkDateError checks what holds for every error.
func checkDateError(t *testing.T, text string, err error) *edtf.Error {
	t.Helper()
	var e *edtf.Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: %T is not an *edtf.Error", text, err)
	}
	if e.Text != text || e.Start < 0 || e.Start > e.End || e.End > len(text) {
		t.Fatalf("%q: the place is %d to %d of %q", text, e.Start, e.End, e.Text)
	}
	if e.Message == "" || e.Hint == "" {
		t.Fatalf("%q: message %q, hint %q", text, e.Message, e.Hint)
	}
	if utf8.ValidString(text) && (!utf8.ValidString(text[:e.Start]) || !utf8.ValidString(text[e.Start:e.End])) {
		t.Fatalf("%q: the place %d to %d cuts a character", text, e.Start, e.End)
	}
	return e
}
