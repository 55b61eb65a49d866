package index

import (
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

// Of brackets that no claim satisfies it is told which claims have what.
func TestAloneInClaim(t *testing.T) {
	d := testbuild.NewDraft()
	for _, one := range [][3]string{{"anna", "drones", "denied"}, {"anna", "a site", ""}, {"bert", "drones", "denied"}} {
		d.Event("2025-01-01", "One", one[0], func(e *timeline.EventDraft) {
			e.Claims = []timeline.ClaimDraft{
				{By: d.Mention(one[0]), Text: one[1], Status: one[2], Source: timeline.NoCitation},
			}
		})
	}
	x := New(d.Done())
	for text, want := range map[string]string{
		"claim:(by:anna status:denied site)": "without claim:(by:anna status:denied site) there would be 3 events\n" +
			"claims alone: anna 2, denied 2, site 1; not all of them meet",
		"actor:anna claim:(by:bert site)": "without claim:(by:bert site) there would be 2 events\n" +
			"claims alone: bert 1, site 1; not all of them meet",
	} {
		_, got, _ := strings.Cut(x.Explain(ask(t, text)), "\n")
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// What nobody is to blame for is told as what each part finds alone, and how few of them meet.
func TestAlone(t *testing.T) {
	x := New(testbuild.Talks())
	for text, want := range map[string]string{
		"type:strike actor:yermak type:statement":           "alone: strike 1, yermak 2, statement 1; no two of them meet",
		"actor:yermak type:call is:undated kyiv":            "alone: yermak 2, call 2, undated 1, kyiv 2; not all of them meet",
		"actor:yermak type:call is:undated status:disputed": "alone: yermak 2, call 2, undated 1, disputed 1; no three of them meet",
		"-actor:ukraine type:call,statement \"zzz\" yyy":    "alone: -actor:ukraine 2, call,statement 3, zzz 0, yyy 0; no two of them meet",
		"yermak actor:yermak is:undated type:strike":        "alone: yermak 2, actor:yermak 2, undated 1, strike 1; no three of them meet",
		"type:call":                  "",
		"a1 a2 a3 a4 a5 a6 a7 a8 a9": "",
	} {
		a, ok := x.Alone(ask(t, text))
		got := a.String()
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}
