package edtf_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// dates are one of every kind, with its bounds, its precision, its words and its short form.
var dates = []struct {
	text             string
	earliest, latest string
	precision        edtf.Precision
	prose, short     string
}{
	// level 0
	{"2025-09-08", "2025-09-08", "2025-09-08", edtf.ToDay, "8 September 2025", "8 Mo"},
	{"2025-09", "2025-09-01", "2025-09-30", edtf.ToMonth, "September 2025", "in Sep"},
	{"2024-02", "2024-02-01", "2024-02-29", edtf.ToMonth, "February 2024", "in Feb"},
	{"2025", "2025-01-01", "2025-12-31", edtf.ToYear, "2025", "in ’25"},
	{"2024-02-29", "2024-02-29", "2024-02-29", edtf.ToDay, "29 February 2024", "29 Th"},
	{"0000", "0000-01-01", "0000-12-31", edtf.ToYear, "1 BC", "in 1B"},
	{"0044", "0044-01-01", "0044-12-31", edtf.ToYear, "44 AD", "in 44A"},
	{"2025-09-20T20:39:00Z", "2025-09-20", "2025-09-20", edtf.ToMinute, "20 September 2025, 20:39 (UTC)", "20 20z"},
	{"2025-09-20T20:39:15", "2025-09-20", "2025-09-20", edtf.ToMinute, "20 September 2025, 20:39:15", "20 20h"},
	{"2025-09-20T20:39+03:00", "2025-09-20", "2025-09-20", edtf.ToMinute, "20 September 2025, 20:39 (UTC+3)", "20 20+"},
	{
		"2025-09-20T20:39-03:30", "2025-09-20", "2025-09-20", edtf.ToMinute,
		"20 September 2025, 20:39 (UTC−3:30)", "20 20-",
	},
	{"2025-09-20T20:39+05", "2025-09-20", "2025-09-20", edtf.ToMinute, "20 September 2025, 20:39 (UTC+5)", "20 20+"},
	{"2022-02-24T05:30", "2022-02-24", "2022-02-24", edtf.ToMinute, "24 February 2022, 05:30", "24 05h"},
	{"2025-09-23/2025-09-29", "2025-09-23", "2025-09-29", edtf.ToDay, "23–29 September 2025", "23–29"},
	{"2025-09-29/2025-10-03", "2025-09-29", "2025-10-03", edtf.ToDay, "29 September – 3 October 2025", "29→3"},
	{"2021-12-24/2022-01-03", "2021-12-24", "2022-01-03", edtf.ToDay, "24 December 2021 – 3 January 2022", "24→3"},
	{"2021-12-24/2023-01-03", "2021-12-24", "2023-01-03", edtf.ToDay, "24 December 2021 – 3 January 2023", "24→"},
	{"2025-08/2025-09", "2025-08-01", "2025-09-30", edtf.ToMonth, "August–September 2025", "Au–Se"},
	{"2025-12/2026-01", "2025-12-01", "2026-01-31", edtf.ToMonth, "December 2025 – January 2026", "De→Ja"},
	{"2022/2023", "2022-01-01", "2023-12-31", edtf.ToYear, "2022–2023", "’22–23"},
	{"2025-09-08/2025-09", "2025-09-08", "2025-09-30", edtf.ToMonth, "8 September 2025 – September 2025", "8→"},
	{"2025-09-08/2025", "2025-09-08", "2025-12-31", edtf.ToYear, "8 September 2025 – 2025", "8→"},
	{"2025-09-08/2025-09-08", "2025-09-08", "2025-09-08", edtf.ToDay, "8 September 2025", "8 Mo"},
	{
		"2025-09-20T20:39Z/2025-09-20T22:00Z", "2025-09-20", "2025-09-20", edtf.ToMinute,
		"20 September 2025, 20:39–22:00 (UTC)", "20 20→",
	},
	{
		"2025-09-20T20:39/2025-09-21T01:00", "2025-09-20", "2025-09-21", edtf.ToMinute,
		"20 September 2025, 20:39 – 21 September 2025, 01:00", "20–21",
	},

	// level 1: doubts
	{"2025-08~", "2025-08-01", "2025-08-31", edtf.ToMonth, "c. August 2025", "~Aug"},
	{"2025-08-15?", "2025-08-15", "2025-08-15", edtf.ToDay, "15 August 2025 (uncertain)", "15?"},
	{"2022%", "2022-01-01", "2022-12-31", edtf.ToYear, "c. 2022 (uncertain)", "~’22?"},
	{"2022~/2023?", "2022-01-01", "2023-12-31", edtf.ToYear, "c. 2022 – 2023 (uncertain)", "~’22→"},
	{"2025-08~/2025-09~", "2025-08-01", "2025-09-30", edtf.ToMonth, "c. August–September 2025", "~Au–Se"},

	// level 1: unspecified digits
	{"202X", "2020-01-01", "2029-12-31", edtf.ToDecade, "the 2020s", "2020s"},
	{"202X~", "2020-01-01", "2029-12-31", edtf.ToDecade, "c. 2020s", "~2020s"},
	{"004X", "0040-01-01", "0049-12-31", edtf.ToDecade, "the 40s AD", "40sA"},
	{"000X", "0000-01-01", "0009-12-31", edtf.ToDecade, "a year between 1 BC and 9 AD", "000X"},
	{"-004X", "-0049-01-01", "-0040-12-31", edtf.ToDecade, "50–41 BC", "50–41B"},
	{"20XX", "2000-01-01", "2099-12-31", edtf.ToCentury, "the 21st century", "21st c"},
	{"12XX", "1200-01-01", "1299-12-31", edtf.ToCentury, "the 13th century", "13th c"},
	{"22XX", "2200-01-01", "2299-12-31", edtf.ToCentury, "the 23rd century", "23rd c"},
	{"-01XX", "-0199-01-01", "-0100-12-31", edtf.ToCentury, "the 2nd century BC", "2nd cB"},
	{"2025-XX", "2025-01-01", "2025-12-31", edtf.ToYear, "a month in 2025", "? ’25"},
	{"2025-08-XX", "2025-08-01", "2025-08-31", edtf.ToMonth, "a day in August 2025", "? Aug"},
	{"2025-XX-XX", "2025-01-01", "2025-12-31", edtf.ToYear, "a day in 2025", "?? ’25"},

	// level 1: open and unknown ends
	{"2022-02-24/..", "2022-02-24", "..", edtf.ToDay, "since 24 February 2022", "24→"},
	{"2022-02~/..", "2022-02-01", "..", edtf.ToMonth, "since c. February 2022", "~Feb→"},
	{"../2022-02-24", "..", "2022-02-24", edtf.ToDay, "until 24 February 2022", "→2022"},
	{"2022-02-24/", "2022-02-24", "..", edtf.ToDay, "from 24 February 2022, end unknown", "24→?"},
	{"/2022", "..", "2022-12-31", edtf.ToYear, "until 2022, start unknown", "?→2022"},
	{"../1970-01-02", "..", "1970-01-02", edtf.ToDay, "until 2 January 1970", "→1970"},
	{"../1970-01-01", "..", "1970-01-01", edtf.ToDay, "until 1 January 1970", "→1970"},
	{"../1969-12-31", "..", "1969-12-31", edtf.ToDay, "until 31 December 1969", "→1969"},
	{"../1960", "..", "1960-12-31", edtf.ToYear, "until 1960", "→1960"},
	{"/1960-05", "..", "1960-05-31", edtf.ToMonth, "until May 1960, start unknown", "?→1960"},
	{"../-0044-03-15", "..", "-0044-03-15", edtf.ToDay, "until 15 March 45 BC", "→45B"},
	{"1960/..", "1960-01-01", "..", edtf.ToYear, "since 1960", "’60→"},

	// level 1: seasons and long years
	{"2025-21", "2025-03-01", "2025-05-31", edtf.ToSeason, "spring 2025", "in Sp"},
	{"2025-24", "2025-12-01", "2026-02-28", edtf.ToSeason, "winter 2025", "in Wi"},
	{"2025-21/2025-22", "2025-03-01", "2025-08-31", edtf.ToSeason, "spring–summer 2025", "Sp–Su"},
	{"-0044-03-15", "-0044-03-15", "-0044-03-15", edtf.ToDay, "15 March 45 BC", "15"},
	{"-0050/0014", "-0050-01-01", "0014-12-31", edtf.ToYear, "51 BC – 14 AD", "51B→"},
	{"-0049/-0044", "-0049-01-01", "-0044-12-31", edtf.ToYear, "50–45 BC", "50–45B"},
	{"Y12345", "Y12345-01-01", "Y12345-12-31", edtf.ToYear, "12345", "12345"},
	{"Y-5000000", "Y-5000000-01-01", "Y-5000000-12-31", edtf.ToYear, "5000001 BC", "5MB"},
	{"Y-200000", "Y-200000-01-01", "Y-200000-12-31", edtf.ToYear, "200001 BC", "200kB"},

	// beyond the calendar
	{"Y5000001", "Y5000001-01-01", "..", edtf.ToYear, "the year 5,000,001", "5M"},
	{"Y170000002", "Y5000001-01-01", "..", edtf.ToYear, "the year 170,000,002", "170M"},
	{"Y-170000002", "..", "Y-5000001-12-31", edtf.ToYear, "170,000,003 BC", "170MB"},
	{"Y170000002~", "Y5000001-01-01", "..", edtf.ToYear, "c. year 170,000,002", "~170M"},
	{"Y17E7", "Y5000001-01-01", "..", edtf.ToYear, "the year 170,000,000", "170M"},
	{"Y-17E7", "..", "Y-5000001-12-31", edtf.ToYear, "170,000,001 BC", "170MB"},
	{"Y17E8", "Y5000001-01-01", "..", edtf.ToYear, "the year 1,700,000,000", "1G"},
	{"Y17E100", "Y5000001-01-01", "..", edtf.ToYear, "the year 17 with 100 zeros after it", "e101"},
	{"Y-17E100?", "..", "Y-5000001-12-31", edtf.ToYear, "the year −17 with 100 zeros after it (uncertain)", "e101B?"},
	{
		"Y12345678901234567890", "Y5000001-01-01", "..", edtf.ToYear,
		"the year 12,345,678,901,234,567,890", "in e19",
	},
	{"Y5E3", "5000-01-01", "5000-12-31", edtf.ToYear, "5000", "in ’00"},
	{"Y6000000-02-29", "Y5000001-01-01", "..", edtf.ToDay, "29 February in the year 6,000,000", "29"},
	{"Y6000000-06", "Y5000001-01-01", "..", edtf.ToMonth, "June in the year 6,000,000", "in Jun"},
	{"Y6000000-1X", "Y5000001-01-01", "..", edtf.ToYear, "a month in the year 6,000,000", "6M"},
	{"Y6000000-02-2X", "Y5000001-01-01", "..", edtf.ToMonth, "a day in February in the year 6,000,000", "? Feb"},
	{"Y6000000-XX-15", "Y5000001-01-01", "..", edtf.ToYear, "a day in the year 6,000,000", "15 6M"},
	{"Y6000000-33", "Y5000001-01-01", "..", edtf.ToSeason, "first quarter of the year 6,000,000", "in Q1"},
	{
		"Y6000000-02-29T10:00", "Y5000001-01-01", "..", edtf.ToMinute,
		"29 February in the year 6,000,000, 10:00", "29 10h",
	},
	{
		"Y17E7/Y18E7", "Y5000001-01-01", "..", edtf.ToYear,
		"the year 170,000,000 – the year 180,000,000", "170M→",
	},
	{"Y-17E7/2025", "..", "2025-12-31", edtf.ToYear, "170,000,001 BC – 2025", "170MB→"},
	{"../Y17E7", "..", "..", edtf.ToYear, "until the year 170,000,000", "→170M"},
	{"[2025,Y17E7]", "2025-01-01", "..", edtf.ToYear, "2025 or the year 170,000,000", "’25|"},

	// level 2: significant digits
	{"1950S2", "1900-01-01", "1999-12-31", edtf.ToCentury, "some year between 1900 and 1999 (estimated 1950)", "1950S2"},
	{"1953S3", "1950-01-01", "1959-12-31", edtf.ToDecade, "some year between 1950 and 1959 (estimated 1953)", "1953S3"},
	{"1950S1", "1000-01-01", "1999-12-31", edtf.ToCentury, "some year between 1000 and 1999 (estimated 1950)", "1950S1"},
	{"1950S4", "1950-01-01", "1950-12-31", edtf.ToYear, "1950", "in ’50"},
	{"-1859S5", "-1859-01-01", "-1859-12-31", edtf.ToYear, "1860 BC", "1860B"},
	{
		"-1859S2", "-1899-01-01", "-1800-12-31", edtf.ToCentury,
		"some year between 1900 BC and 1801 BC (estimated 1860 BC)", "1kBS2",
	},
	{
		"Y171010000S3", "Y5000001-01-01", "..", edtf.ToCentury,
		"some year between 171,000,000 and 171,999,999 (estimated 171,010,000)", "171MS3",
	},
	{
		"Y17101E4S3", "Y5000001-01-01", "..", edtf.ToCentury,
		"some year between 171,000,000 and 171,999,999 (estimated 171,010,000)", "171MS3",
	},
	{
		"Y3388E2S3", "Y338000-01-01", "Y338999-12-31", edtf.ToCentury,
		"some year between 338000 and 338999 (estimated 338800)", "338kS3",
	},
	{
		"Y4999999S1", "Y4000000-01-01", "Y4999999-12-31", edtf.ToCentury,
		"some year between 4000000 and 4999999 (estimated 4999999)", "4MS1",
	},
	{
		"Y5000001S1", "Y5000000-01-01", "..", edtf.ToCentury,
		"some year between 5000000 and 5,999,999 (estimated 5,000,001)", "5MS1",
	},
	{
		"Y17E30S1", "Y5000001-01-01", "..", edtf.ToCentury,
		"the year 17 with 30 zeros after it (estimated from its first digits, 1)", "e31S1",
	},
	{
		"1950S2%", "1900-01-01", "1999-12-31", edtf.ToCentury,
		"c. some year between 1900 and 1999 (estimated 1950) (uncertain)", "~S2?",
	},
	{
		"1950S2/2000", "1900-01-01", "2000-12-31", edtf.ToCentury,
		"some year between 1900 and 1999 (estimated 1950) – 2000", "’50S2→",
	},
	{
		"[1950S2,1960]", "1900-01-01", "1999-12-31", edtf.ToCentury,
		"some year between 1900 and 1999 (estimated 1950) or 1960", "’50S2/",
	},

	// decades and centuries
	{"193", "1930-01-01", "1939-12-31", edtf.ToDecade, "the 1930s", "1930s"},
	{"019", "0190-01-01", "0199-12-31", edtf.ToDecade, "the 190s AD", "190sA"},
	{"-193", "-1939-01-01", "-1930-12-31", edtf.ToDecade, "1940–1931 BC", "-193X"},
	{"197~", "1970-01-01", "1979-12-31", edtf.ToDecade, "c. 1970s", "~1970s"},
	{"19", "1900-01-01", "1999-12-31", edtf.ToCentury, "the 20th century", "20th c"},
	{"00", "0000-01-01", "0099-12-31", edtf.ToCentury, "the 1st century", "1st c"},
	{"-04", "-0499-01-01", "-0400-12-31", edtf.ToCentury, "the 5th century BC", "5th cB"},
	{"?19", "1900-01-01", "1999-12-31", edtf.ToCentury, "the 20th century (uncertain)", "20thc?"},

	// neither start nor end
	{"../..", "..", "..", edtf.ToCentury, "without start or end", "→"},
	{"/", "..", "..", edtf.ToCentury, "start and end unknown", "?→?"},
	{"/..", "..", "..", edtf.ToCentury, "since an unknown time", "?→"},
	{"../", "..", "..", edtf.ToCentury, "until an unknown time", "→?"},

	// times
	{
		"2016-05-02T16:54:59.042Z", "2016-05-02", "2016-05-02", edtf.ToMinute,
		"2 May 2016, 16:54:59.042 (UTC)", "2 16z",
	},
	{"2016-05-02T16:54:00.0", "2016-05-02", "2016-05-02", edtf.ToMinute, "2 May 2016, 16:54:00.0", "2 16h"},
	{"2016-05-02T24:00:00", "2016-05-02", "2016-05-02", edtf.ToMinute, "2 May 2016, 24:00", "2 24h"},
	{"2016-05-02T16:54+0230", "2016-05-02", "2016-05-02", edtf.ToMinute, "2 May 2016, 16:54 (UTC+2:30)", "2 16+"},
	{"2016-05-02T16:54-1159", "2016-05-02", "2016-05-02", edtf.ToMinute, "2 May 2016, 16:54 (UTC−11:59)", "2 16-"},

	// level 2: sets
	{"[2025-08-15,2025-08-16]", "2025-08-15", "2025-08-16", edtf.ToDay, "15 or 16 August 2025", "15/16"},
	{
		"[2025-08-15, 2025-08-16 , 2025-08-18]", "2025-08-15", "2025-08-18", edtf.ToDay,
		"15, 16 or 18 August 2025", "15|18",
	},
	{"[2025-08-31,2025-09-01]", "2025-08-31", "2025-09-01", edtf.ToDay, "31 August or 1 September 2025", "31/1"},
	{
		"[2025-08-15,2025-08-17..2025-08-19]", "2025-08-15", "2025-08-19", edtf.ToDay,
		"15 or 17–19 August 2025", "15|19",
	},
	{
		"[2025-08-15~,2025-08-16]", "2025-08-15", "2025-08-16", edtf.ToDay,
		"c. 15 August 2025 or 16 August 2025", "~15/16",
	},
	{"[2025-08-15?,2025-08-16?]", "2025-08-15", "2025-08-16", edtf.ToDay, "15 or 16 August 2025 (uncertain)", "15/16?"},
	{"[2025-08-15..2025-08-18]", "2025-08-15", "2025-08-18", edtf.ToDay, "between 15 and 18 August 2025", "15/18"},
	{
		"[2025-08-15T10:00..2025-08-15T12:00]", "2025-08-15", "2025-08-15", edtf.ToMinute,
		"between 15 August 2025, 10:00 and 15 August 2025, 12:00", "15 10/",
	},
	{
		"[2025-08-15T10:00,2025-08-15T12:00]", "2025-08-15", "2025-08-15", edtf.ToMinute,
		"15 August 2025, 10:00 or 15 August 2025, 12:00", "15 10/",
	},
	{"[202X%,204X%]", "2020-01-01", "2049-12-31", edtf.ToDecade, "c. 2020s or the 2040s (uncertain)", "~’20s?"},
	{"[..2025-08-15]", "..", "2025-08-15", edtf.ToDay, "on or before 15 August 2025", "≤2025"},
	{"[..2025-08-15,2025-08-18]", "..", "2025-08-18", edtf.ToDay, "on or before 15 or 18 August 2025", "≤/2025"},
	{
		"[2025-08-15~..2025-08-18]", "2025-08-15", "2025-08-18", edtf.ToDay,
		"between c. 15 August 2025 and 18 August 2025", "~15/18",
	},
	{
		"[2025-08-10,2025-08-15~..2025-08-18]", "2025-08-10", "2025-08-18", edtf.ToDay,
		"10 August 2025 or c. 15 August 2025 – 18 August 2025", "~10|18",
	},
	{"[..1760-12-03]", "..", "1760-12-03", edtf.ToDay, "on or before 3 December 1760", "≤1760"},
	{"{..1950}", "..", "1950-12-31", edtf.ToYear, "in or before 1950", "+→1950"},
	{"[..1950,1960..]", "..", "..", edtf.ToYear, "in or before 1950 or in or after 1960", "≤/≥"},
	{"[2025-08..]", "2025-08-01", "..", edtf.ToMonth, "in or after August 2025", "≥Aug"},
	{"[1667,1760-12..]", "1667-01-01", "..", edtf.ToYear, "1667 or in or after December 1760", "’67/≥"},
	{"{2025-08-15,2025-08-16}", "2025-08-15", "2025-08-16", edtf.ToDay, "15 and 16 August 2025", "15+16"},
	{"{1667..1669}", "1667-01-01", "1669-12-31", edtf.ToYear, "1667–1669", "+’67→"},
	{"[2025-08-15]", "2025-08-15", "2025-08-15", edtf.ToDay, "15 August 2025", "15 Fr"},

	// level 2: marks on parts, digits anywhere, parts of a year
	{"2022-02-~24", "2022-02-24", "2022-02-24", edtf.ToDay, "c. 24 February 2022", "~24"},
	{"?2022-~02", "2022-02-01", "2022-02-28", edtf.ToMonth, "c. February 2022 (uncertain)", "~Feb?"},
	{"2022?-02-24", "2022-02-24", "2022-02-24", edtf.ToDay, "24 February 2022 (uncertain)", "24?"},
	{"2022-1X", "2022-10-01", "2022-12-31", edtf.ToYear, "between October and December 2022", "Oc/De"},
	{"2022-02-2X", "2022-02-20", "2022-02-28", edtf.ToMonth, "between 20 and 28 February 2022", "20/28"},
	{"2022-XX-15", "2022-01-15", "2022-12-15", edtf.ToYear, "between 15 January and 15 December 2022", "15 ’22"},
	{"2022-06-3X", "2022-06-30", "2022-06-30", edtf.ToMonth, "30 June 2022", "30"},
	{"202X-06-XX", "2020-06-01", "2029-06-30", edtf.ToDecade, "a day in June in the 2020s", "?Ju’2X"},
	{
		"2022-1X/2023-0X", "2022-10-01", "2023-09-30", edtf.ToYear,
		"between October and December 2022 – between January and September 2023", "Oc/De→",
	},
	{"2022-X0", "2022-10-01", "2022-10-31", edtf.ToYear, "October 2022", "in Oct"},
	{"156X-12-25", "1560-12-25", "1569-12-25", edtf.ToDecade, "25 December in the 1560s", "25 ’6X"},
	{"19XX-02-29", "1904-02-29", "1996-02-29", edtf.ToCentury, "29 February in the 20th century", "29 ’XX"},
	{"XXXX-12-25", "0000-12-25", "9999-12-25", edtf.ToCentury, "25 December in an unknown year", "25 Dec"},
	{"1XXX", "1000-01-01", "1999-12-31", edtf.ToCentury, "a year between 1000 and 1999", "1XXX"},
	{"2025-26", "2025-06-01", "2025-08-31", edtf.ToSeason, "northern summer 2025", "in NSu"},
	{"2025-30", "2025-12-01", "2026-02-28", edtf.ToSeason, "southern summer 2025", "in SSu"},
	{"2025-33", "2025-01-01", "2025-03-31", edtf.ToSeason, "first quarter of 2025", "in Q1"},
	{"2025-36~", "2025-10-01", "2025-12-31", edtf.ToSeason, "c. fourth quarter of 2025", "~Q4"},
	{"2025-38", "2025-05-01", "2025-08-31", edtf.ToSeason, "second third of 2025", "in T2"},
	{"2025-38?", "2025-05-01", "2025-08-31", edtf.ToSeason, "second third of 2025 (uncertain)", "T2?"},
	{"2025-41", "2025-07-01", "2025-12-31", edtf.ToSeason, "second half of 2025", "in H2"},
}

func TestParseDate(t *testing.T) {
	for _, c := range dates {
		t.Run(c.text, func(t *testing.T) {
			d, err := edtf.Parse("  " + c.text + "\t")
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Earliest().String(); got != c.earliest {
				t.Errorf("earliest is %s, want %s", got, c.earliest)
			}
			if got := d.Latest().String(); got != c.latest {
				t.Errorf("latest is %s, want %s", got, c.latest)
			}
			if d.Precision() != c.precision {
				t.Errorf("precision is %d, want %d", d.Precision(), c.precision)
			}
			if d.String() != c.prose {
				t.Errorf("it reads %q, want %q", d, c.prose)
			}
			if d.Short() != c.short {
				t.Errorf("it reads %q in short, want %q", d.Short(), c.short)
			}
			if d.EDTF() != c.text {
				t.Errorf("EDTF is %q", d.EDTF())
			}
		})
	}
}

func must(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string,
) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

// A date is kept of every event and source, so that a wider one would be paid for by a million of them.
func TestADateTakesThirtyTwoBytes(t *testing.T) {
	if size := reflect.TypeFor[edtf.Date]().Size(); size > 32 {
		t.Errorf("a date takes %d bytes", size)
	}
}

func TestDateTraits(t *testing.T) {
	for _, c := range []struct {
		text, traits string
	}{
		{"2025-09-08", ""},
		{"2025~", "approximate"},
		{"2025-09-08?", "uncertain"},
		{"2025-~09-08", "approximate"},
		{"2025%", "approximate uncertain"},
		{"2025/2026?", "uncertain interval"},
		{"2025/..", "interval open-end"},
		{"2025/", "interval open-end"},
		{"../2025", "interval open-start"},
		{"[2025,2026~]", "approximate set"},
		{"{..2025}", "set open-start"},
		{"[2025..]", "set open-end"},
	} {
		d := must(t, c.text)
		var traits []string
		for _, one := range []struct {
			name string
			has  bool
		}{
			{"approximate", d.Approximate()},
			{"uncertain", d.Uncertain()},
			{"interval", d.IsInterval()},
			{"set", d.IsSet()},
			{"open-start", d.Earliest() == calendar.Beginning},
			{"open-end", d.Latest() == calendar.Forever},
		} {
			if one.has {
				traits = append(traits, one.name)
			}
		}
		if got := strings.Join(traits, " "); got != c.traits {
			t.Errorf("%s is %q, want %q", c.text, got, c.traits)
		}
	}
}

func TestDatesInOrder(t *testing.T) {
	want := []string{
		"Y-17E8",
		"../1990",
		"../..",
		"Y-5000000",
		"Y-12000",
		"-0044-03-15",
		"2024-12-31",
		"2025/..",
		"2025",
		"2025-01-01",
		"2025-01/2025-02",
		"2025-09",
		"2025-09-20",
		"2025-09-20T23:00+03:00",
		"2025-09-20T20:30",
		"2025-09-20T21:00:00.5Z",
		"2025-09-20T21:00:00.6Z",
		"2025-09-20T24:00",
		"2025-09-21T00:00",
		"Y5000000",
		"Y5000000-12-31",
		"Y170000002",
	}
	var sorted []edtf.Date
	for _, text := range want {
		sorted = append(sorted, must(t, text))
	}
	sorted = append(sorted, edtf.Date{})
	shuffled := slices.Clone(sorted)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, edtf.Date.Compare)
	if !slices.Equal(shuffled, sorted) {
		t.Errorf("got  %v\nwant %v", shuffled, sorted)
	}
}

func TestUndated(t *testing.T) {
	var d edtf.Date
	if !d.IsZero() || d.String() != "undated" || d.Short() != "–" || d.EDTF() != "" {
		t.Errorf("the zero date reads %q, %q, %q", d, d.Short(), d.EDTF())
	}
	if d.Earliest() != calendar.Forever || d.Latest() != calendar.Forever {
		t.Errorf("the zero date goes from %d to %d", d.Earliest(), d.Latest())
	}
	if always := must(t, "2022/.."); d.Overlaps(always) || always.Overlaps(d) || d.Overlaps(d) {
		t.Error("the zero date has a day")
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2025-09", "2025-09-30", true},
		{"2025-09", "2025-10-01", false},
		{"2025-09-23/2025-09-29", "2025-09-29/2025-10-03", true},
		{"2022-02-24/..", "2999", true},
		{"2022-02-24/..", "2022-02-23", false},
		{"../2022", "-0044", true},
		{"202X", "2025-21", true},
	} {
		a, b := must(t, c.a), must(t, c.b)
		if a.Overlaps(b) != c.want || b.Overlaps(a) != c.want {
			t.Errorf("%s overlaps %s: %v, %v, want %v", c.a, c.b, a.Overlaps(b), b.Overlaps(a), c.want)
		}
	}
}

// The start of an interval is known as closely as it is written.
func TestBegins(t *testing.T) {
	for text, want := range map[string]string{
		"2025-09-08":              "2025-09-08 2025-09-08",
		"2025-09":                 "2025-09-01 2025-09-30",
		"2022-02-24/..":           "2022-02-24 2022-02-24",
		"2022-02/2023":            "2022-02-01 2022-02-28",
		"2022~/..":                "2022-01-01 2022-12-31",
		"../2000":                 ".. ..",
		"/2000":                   ".. ..",
		"[2025-08-15,2025-08-16]": "2025-08-15 2025-08-16",
	} {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Begins(); got.From.String()+" "+got.To.String() != want {
			t.Errorf("%s begins on %s to %s, want %s", text, got.From, got.To, want)
		}
	}
}
