package index

import (
	"testing"

	"dateline/timeline/internal/testbuild"
)

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
