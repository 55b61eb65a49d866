// Package edtf reads, compares and writes dates of which not all is known, in the Extended Date/Time Format: ISO
// 8601-2, as the Library of Congress profiles it at https://www.loc.gov/standards/datetime/.
//
//	d, err := edtf.Parse("2025-08~")
//	// d.String() is "c. August 2025", d.Earliest() 2025-08-01 and d.Latest() 2025-08-31
//
// All of levels 0, 1 and 2 is read. What is refused all the same, and what is read besides, is listed below.
//
// A [Date] is a small comparable value: its text, the first and the last day that it can have been, how exactly it
// is known, and its marks. A mark on a part of it is kept as a mark of the whole. The zero Date is undated. It is
// no instant and no duration, and it knows no time zone but an offset that is written. Days are those of package
// calendar, the only other package of this module that edtf needs.
//
// # What is read
//
// The words after = are those of [Date.String]. The words after ! are the [Error.Hint] of a form that is refused.
//
//	Level 0
//	  day                             2025-09-08                   = 8 September 2025
//	  month                           2025-09                      = September 2025
//	  year                            2025                         = 2025
//	  year 0, the year 1 BC           0000                         = 1 BC
//	  time of day                     2025-09-20T20:39:15          = 20 September 2025, 20:39:15
//	  time in UTC                     2025-09-20T20:39:15Z         = 20 September 2025, 20:39:15 (UTC)
//	  time with an offset             2025-09-20T20:39:15+03:00    = 20 September 2025, 20:39:15 (UTC+3)
//	  time with an offset in hours    2025-09-20T20:39:15-05       = 20 September 2025, 20:39:15 (UTC−5)
//	  interval                        2025-09-23/2025-09-29        = 23–29 September 2025
//	  interval of mixed precision     2025-09-08/2026              = 8 September 2025 – 2026
//
//	Level 1
//	  approximate                     2025-08~                     = c. August 2025
//	  uncertain                       2025-08-15?                  = 15 August 2025 (uncertain)
//	  approximate and uncertain       2022%                        = c. 2022 (uncertain)
//	  unknown year of a decade        202X                         = the 2020s
//	  unknown year of a century       20XX                         = the 21st century
//	  unknown month                   2025-XX                      = a month in 2025
//	  unknown day                     2025-08-XX                   = a day in August 2025
//	  unknown month and day           2025-XX-XX                   = a day in 2025
//	  season, 21 to 24                2025-21                      = spring 2025
//	  negative year                   -0044                        = 45 BC
//	  year of more than four digits   Y12345                       = 12345
//	  the same, negative              Y-200000                     = 200001 BC
//	  the same, beyond the calendar   Y170000002                   = the year 170,000,002
//	  the same, negative              Y-170000002                  = 170,000,003 BC
//	  interval with an open end       2022-02-24/..                = since 24 February 2022
//	  interval with an open start     ../2022-02-24                = until 24 February 2022
//	  interval with an unknown end    2022-02-24/                  = from 24 February 2022, end unknown
//	  interval with an unknown start  /2022-02-24                  = until 24 February 2022, start unknown
//	  interval with both ends open    ../..                        = without start or end
//	  interval with both unknown      /                            = start and end unknown
//	  interval unknown, then open     /..                          = since an unknown time
//	  interval open, then unknown     ../                          = until an unknown time
//
//	Level 2
//	  exponential year                Y-17E7                       = 170,000,001 BC
//	  the same, with very many zeros  Y17E100                      = the year 17 with 100 zeros after it
//	  significant digits              1950S2                       = some year between 1900 and 1999 (estimated 1950)
//	  the same, of a long year        Y12345S2                     = some year between 12000 and 12999 (estimated 12345)
//	  the same, with an exponent      Y338E2S2                     = some year between 33000 and 33999 (estimated 33800)
//	  no fewer digits than it has     -1859S5                      = 1860 BC
//	  part of a year, 25 to 41        2025-35                      = third quarter of 2025
//	  one of several dates            [2025-08-15,2025-08-16]      = 15 or 16 August 2025
//	  all of several dates            {2025-08-15,2025-08-16}      = 15 and 16 August 2025
//	  one of a range                  [2025-08-15..2025-08-18]     = between 15 and 18 August 2025
//	  all of a range                  {1667..1669}                 = 1667–1669
//	  that date or an earlier one     [..1760-12-03]               = on or before 3 December 1760
//	  that date or a later one        [1667,1760-12..]             = 1667 or in or after December 1760
//	  mark for all to its left        2022?-02-24                  = 24 February 2022 (uncertain)
//	  mark for the part after it      2022-02-~24                  = c. 24 February 2022
//	  unknown digits anywhere         156X-12-25                   = 25 December in the 1560s
//	  unknown digit of a month        2022-1X                      = between October and December 2022
//	  unknown year                    XXXX-12-25                   = 25 December in an unknown year
//	  interval of such dates          2004-06-~01/2004-06-2X       = c. 1 June 2004 – between 20 and 29 June 2004
//
//	Read beyond the standard
//	  time without seconds            2022-02-24T05:30             = 24 February 2022, 05:30
//	  interval with times             2025-09-20T20:39/2025-09-21  = 20 September 2025, 20:39 – 21 September 2025
//	  end less exact than the start   2025-09-08/2025-09           = 8 September 2025 – September 2025
//	  interval of parts of a year     2025-21/2025-22              = spring–summer 2025
//	  blanks in a set                 [1667, 1668]                 = 1667 or 1668
//	  leading zeros of a long year    Y00001                       = 1 AD
//	  any offset below 24 hours       2025-09-20T20:39+14:01       = 20 September 2025, 20:39 (UTC+14:01)
//	  offset without a colon          2025-09-20T20:39+0230        = 20 September 2025, 20:39 (UTC+2:30)
//	  minus sign of print             2025-09-20T20:39−03:30       = 20 September 2025, 20:39 (UTC−3:30)
//	  offset of nothing below UTC     2025-09-20T20:39-00:00       = 20 September 2025, 20:39 (UTC)
//	  time with parts of a second     2025-09-08T05:30:15.042      = 8 September 2025, 05:30:15.042
//	  end of a day                    2025-09-08T24:00:00          = 8 September 2025, 24:00
//	  decade, alone                   193                          = the 1930s
//	  decade, with a mark             197~                         = c. 1970s
//	  century, alone                  19                           = the 20th century
//	  century BC, alone               -04                          = the 5th century BC
//	  month or day of a long year     Y12345-06-07                 = 7 June 12345
//	  exponent of a short year        Y1E3                         = 1000
//	  unknown digits of a season      202X-22                      = summer in the 2020s
//	  mark on a part of a season      2025?-~22                    = c. summer 2025 (uncertain)
//
//	Refused, though the standard has it
//	  very many zeros                 Y1E1000000000                ! write a number from 1 to 999999999, as in Y17E7
//
//	Refused, as in the standard
//	  end before the start            2025/2024                    ! write 2024/2025, or correct one of them
//	  day that does not exist         2025-02-30                   ! February has 28 days
//	  year minus 0                    -0000                        ! write 0000 for the year 1 BC
//	  basic format                    20250908                     ! write 2025-09-08
//	  time after the end of a day     2025-09-08T24:01             ! write it from 00:00 to 24:00, as in T05:30+03:00
//	  parts of a minute               2025-09-08T05:30.5           ! write the seconds too, as in T05:30:15.5
//	  comma before parts of a second  2025-09-08T05:30:15,5        ! write 2025-09-08T05:30:15.5
//	  month of an exponential year    Y17E7-12                     ! write Y17E7, and the rest elsewhere
//	  long year of few digits         Y2025                        ! write 2025
//	  long year without its Y         12345                        ! write Y before a longer one: Y12345
//	  long year with unknown digits   Y12X45                       ! write the nearest year with a ~ after it
//	  decade within an interval       193/195                      ! write it as in 2025-09-08, 2025-09 or 2025
//	  week                            2025-W36                     ! write 2025-09-01/2025-09-07
//	  day of the year                 2025-251                     ! write 2025-09-08
//	  second date cut short           2025-09-08/10                ! write 2025-09-08/2025-09-10
//	  sign that looks like a hyphen   2025–09–08                   ! write 2025-09-08
//	  draft of 2012, unknown digit    199u                         ! write 199X
//	  draft of 2012, open end         2004/open                    ! write 2004/..
//	  draft of 2012, both marks       2022?~                       ! write 2022%
//	  words                           8 September 2025             ! write 2025-09-08
//
// Blanks around a date are ignored. A date has at most 1000 bytes.
//
// Decades and centuries in so few digits are of ISO 8601-2, and no part of the three levels. They stand alone, since
// 1939/45 means something else. Who writes 193 may mean the year, so [Date.Remark] offers 0193 and 193X.
//
// # Earliest and latest
//
// [Date.Earliest] and [Date.Latest] bound the days on which a date can have been, both included. They are counted
// by the proleptic Gregorian calendar. Year 0 is 1 BC.
//
//   - A month, season, year, decade or century reaches from its first day to its last.
//   - Unknown digits may be any that the calendar allows: 19XX-02-29 reaches from 1904-02-29 to 1996-02-29.
//   - An interval reaches from the earliest day of its start to the latest day of its end, a set from the earliest
//     day of all its members to the latest.
//   - The digits of a year that are not significant may be any: 1950S2 reaches from 1900-01-01 to 1999-12-31.
//   - The calendar ends with the years -5000000 and 5000000. A date in a later year reaches from the first day after it
//     to calendar.Forever, one in an earlier year from calendar.Beginning to the last day before it. [Date.Remark]
//     says so.
//   - An end that is open or unknown has no bound: calendar.Beginning or calendar.Forever. The standard leaves the
//     unknown one to the reader; nothing is guessed here.
//   - Marks move no bound, since nobody has said how far "circa" reaches.
//   - A season is three whole months. 21 to 24 are those of the northern hemisphere. Winter begins in the December
//     of its year and ends in the February after it: 2025-24 reaches from 2025-12-01 to 2026-02-28.
//   - A time of day does not move the day: it is the day as written, in whatever zone, and at 24:00.
//
// # Precision
//
// [Date.Precision] is the finest part that is known of a date, counted from the left: 2025-XX-15 is exact to the
// year. An interval or a set is as exact as the least exact of its dates. Open and unknown ends do not count; an
// interval of two of them is no more exact than a century.
//
// # Order
//
// [Date.Compare] orders by the earliest day, then by the time of day, then by the latest day, and puts the undated
// last. So 2025-01-01 comes before 2025-01: of dates that begin together, the one that ends first is first. But those
// that do not know their month come before those that do, the longest first: 202X before 2020, and that before
// 2020-01-01, so that a list has a year above its months. On one day, dates without a time come before those with one.
// Times are compared in UTC; one without an offset counts as UTC, since any other rule would let three dates go in a
// circle. Of the parts of a second, three digits count. Dates beyond the calendar, of one end, are equal in order.
//
// The day as written comes before the moment: 2022-08-27T23:30-05:00 is before 2022-08-28T00:10+03:00, although it was
// seven hours later. With the noon of both days, the order of moments would have the days 27, 28, 27, 28, and a list
// every heading twice.
//
// # Dates as people write them
//
// [Parse] reads EDTF and nothing else. Where it refuses a text it also tries to read it as people write dates, such
// as "8 Sept. 2025", "08.09.2025", "c. 1850", "the 1990s" or "from May 2022 to June 2023", to say in its hint how that
// is written in EDTF. A text with two meanings, such as 09/08/2025, is answered with both. A hint that names a date
// names one that can be read. Package written reads files with the same code: what it uses is what is offered here.
// [ParseRelative] accepts such texts too, and "3 weeks later". It is meant for what a person types and sees answered.
package edtf
