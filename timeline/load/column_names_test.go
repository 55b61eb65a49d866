package load

import (
	"strings"
	"testing"
)

// A year that a program wrote as the name of a column is one, where all dates of its column are such.
func TestYearsThatWereNamesOfColumns(t *testing.T) {
	for text, want := range map[string]string{
		"Year,title\nX2013,Event A\nX2014,Event B\n":                 "2013 2014",
		"Year,title\nX2013,Event A\nNA,Event B\n#date,Event C\n":     "2013 - -", // as a second head line has it
		"year,title\nx1998,Event A\n":                                "1998",
		"date,title\nX2013.09.08,Event A\nX2013.09.10,Event B\n":     "2013-09-08 2013-09-10",
		"date,title\n_2013,Event A\n":                                "2013",
		"Year,title\nY2013,Event A\ny2014,Event B\n":                 "2013 2014",
		"year,title\nyr2013,Event A\nyr_2014,Event B\n":              "2013 2014",
		"when,title\nyear_2013,Event A\n":                            "2013",
		"Jahr,title\nX2013,Event A\n":                                "2013",
		"start,end,title\nX2013,X2014,Event A\n":                     "2013/2014",
		"Year,title\nX2013,Event A\n2014,Event B\n":                  "- 2014", // one of them is no name
		"date,title\nX2013,Event A\n2014-05-05,Event B\n":            "- 2014-05-05",
		"date,title\nX2013,Event A\n5 May 15,Event B\n":              "- 2015-05-05",
		"date,title\nX2013,Event A\n04/05/2024,Event B\n":            "- -",
		"date,title\nX2013,Event A\n3 or 4 people,Event B\n":         "- -",
		"date,title\nX2013,Event A\nR2D2,Event B\n":                  "- -",
		"date,title\nX2013.1,Event A\nX2013.1.2,Event B\n":           "- -", // the second column of that name
		"date,title\nX20131,Event A\nX9999,Event B\nX0001,Event C\n": "- - -",
		"date,title\nA2013,Event A\nFY2013,Event B\n":                "- -",
		"date,title\nX2013.13.08,Event A\nX2013.02.30,Event B\n":     "- -",
		"model,date,title\nX2013,2014-05-05,Event A\n":               "2014-05-05",
		"model,title\nX2013,Event A\n":                               "-",
	} {
		if got, p := datesByTitle(t, "a.csv", text, Options{}); got != want {
			t.Errorf("%q: %s, want %s\n%s", text, got, want, p.Problems)
		} else if said := p.Problems.String(); strings.Contains(want, "13") != strings.Contains(said, "the name of a column") &&
			strings.HasPrefix(text, "Year") && !strings.Contains(want, "-") {
			t.Errorf("%q: what is said?\n%s", text, said)
		}
	}
}
