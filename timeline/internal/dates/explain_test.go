package dates

import (
	"strings"
	"testing"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// What is nearly a date is explained, and the date that is offered for it is one.
func TestExplain(t *testing.T) {
	for text, want := range map[string]string{
		"Febuary 2020":                     "2020-02 for February 2020",
		"Janury 5, 2020":                   "2020-01-05 for",
		"12 Mach 1938":                     "1938-03-12 for",
		"Sepetmber 1999":                   "1999-09 for",
		"24 October 1929 (Black Thursday)": "1929-10-24, and the rest elsewhere",
		"25 October 1917 [OS]":             "1917-11-07, the day",
		"14 January 1868 (O.S.)":           "1868-01-26, the day",
		"Jan-19":                           "2019-01 for January 2019;",
		"Dec 20":                           "2020-12 for December 2020;",
		"1999-":                            "1999/..",
		"5 May 1999 –":                     "1999-05-05/..",
		"1999, 2001":                       "{1999,2001} for all of them, or [1999,2001] for one",
		"1999; 2001; 2005":                 "{1999,2001,2005} for all",
		"8 May 2024 00:15 PM":              "2024-05-08, and the rest elsewhere",
		"Nov 20th 2023 | 9-10 EST":         "2023-11-20, and the rest elsewhere",
		"4/29/17 00:15 PM":                 "2017-04-29 for 29 April 2017 or 1917-04-29 for",
		`\N`:                               "as much as is known",
		"NaN":                              "as much as is known",
		"#N/A":                             "as much as is known",
	} {
		err := Explain(text)
		said := strings.TrimPrefix(err.(*edtf.Error).Hint, "write ")
		if !strings.HasPrefix(said, want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
		if cure, _, _ := strings.Cut(said, " "); strings.ContainsAny(cure, "0123456789") && !edtf.IsDate(strings.Trim(cure, ",")) {
			t.Errorf("%s: %s is offered, and is no date", text, cure)
		}
	}
	for _, text := range []string{
		"Week 54 2020", "week 0 2020", "44 (Rome)", "Mayor 2020", "Room 2020", "2001, 1999", "room 1999-", "soon (2020)",
		"5 May (OS)", "29 February 1700 (OS)", "May 1917 (OS)", strings.Repeat("x", 300), "", "(", "[]", "1999-2001-",
	} {
		err := Explain(text)
		if _, plain := edtf.Parse(text); err != nil && plain.Error() != err.Error() {
			t.Errorf("%q is explained: %v", text, err)
		}
	}
	for _, text := range []string{"2020-05-05+02:00", "2020-05-05-05:00", "2020-05-05 +0200", "2020-05-05Z"} {
		if d, err := written.Parse(text); err != nil || d.EDTF() != "2020-05-05" {
			t.Errorf("%s: %v, %v", text, d, err)
		}
	}
	for _, text := range []string{"2020-05-05-1400", "2020-05-05+25:00"} {
		if d, err := written.Parse(text); err == nil {
			t.Errorf("%s is read as %v", text, d)
		}
	}
}

func TestSaysOnly(t *testing.T) {
	day, _ := edtf.Read("2025-10-14")
	for text, want := range map[string]bool{
		"Oct 14, 2025": true, "Oct 14, 2025 (Day 14)": true, "2025-10-14": true, "14/10/2025": true, "Oct 15, 2025": false,
		"Oct 14, 2025: a vote": false, "October": false, "Oct 14, 2025 (the day on which all of it began to fall)": false,
	} {
		if got := SaysOnly(text, day); got != want {
			t.Errorf("SaysOnly(%q) = %v", text, got)
		}
	}
}
