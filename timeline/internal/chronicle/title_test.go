package chronicle_test

import (
	"strings"
	"testing"

	"dateline/timeline/internal/chronicle"
)

// A title has its first word, also where that could be part of a date, and is one sentence of several.
func TestTitlesAreWhole(t *testing.T) {
	for text, want := range map[string]string{
		"5 June 2011. The end.":                                "5 June 2011 | The end.",
		"On 6 May 2020, the President resigned.":               "On 6 May 2020 | the President resigned.",
		"On 5 May 2020 the war began. On 6 May 2020 it ended.": "On 5 May 2020 | the war began. | On 6 May 2020 it ended.",
		"1999-2001 the war":                                    "1999-2001 | the war",
		"In the 1990s the firm grew.":                          "In the 1990s | the firm grew.",
		"By 2005 the firm had failed.":                         "By 2005 | the firm had failed.",
		"From 2006 to 2008 the firm was in court.":             "From 2006 to 2008 | the firm was in court.",
		"5 May 2020 Disputed vote":                             "5 May 2020 | Disputed vote",
		"5 May 2020 On the road":                               "5 May 2020 | On the road",
		"May 2020 In court":                                    "May 2020 | In court",
		"Mai 2020 den Haag votes":                              "Mai 2020 | den Haag votes",
		"5 May 2020 El Niño ends":                              "5 May 2020 | El Niño ends",
		"5 May 2020 Open letter":                               "5 May 2020 | Open letter",
		"44 BC Caesar dies":                                    "44 BC | Caesar dies",
		"AD 79 Vesuvius erupts":                                "AD 79 | Vesuvius erupts",
		"753 B.C. the city is founded":                         "753 B.C | the city is founded",
		"2006 onwards the firm grew":                           "2006 onwards | the firm grew",
		"5 May 2020 14:00 UTC the vote":                        "5 May 2020 14:00 UTC | the vote",
		"1999: Prof. Smith came with Mr. J. Doe vs. Ann.":      "1999 | Prof. Smith came with Mr. J. Doe vs. Ann.",
		"1999: Yahoo! Japan opens":                             "1999 | Yahoo! Japan opens",
		"1999: He said **it is over. Go** and left. It rained": "1999 | He said **it is over. Go** and left. | It rained",
		"1999: It fell in 1998. Ann rose.":                     "1999 | It fell in 1998. | Ann rose.",
		"1999: Version 2.0. The end":                           "1999 | Version 2.0. The end",
	} {
		for _, before := range []string{"", "- "} {
			page := chronicle.Read(before+text, 0, isDate, isDateKey)
			got := ""
			if len(page.Events) > 0 {
				got = strings.TrimPrefix(told(page.Events[0]), "1: ")
			}
			if got != want {
				t.Errorf("%s%s:\n%s\nwant\n%s", before, text, got, want)
			}
		}
	}
}
