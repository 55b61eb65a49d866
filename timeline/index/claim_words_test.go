package index

import (
	"fmt"
	"testing"
)

// What is remembered of the words sought in claims answers no other question: asked in any order, in as many claims or in
// few of them, an index finds what one finds that has been asked nothing.
func TestWhatIsRememberedOfClaims(t *testing.T) {
	record := claimed(600, 2)
	words := []string{"n", "ni", "night", "no", "nothing", "d", "denied", "si", "site", `"nothing civilian"`, "зу"}
	asked := New(record)
	for n := range 400 {
		q := fmt.Sprintf("claim:(%s %s)", [...]string{
			"by:p3", "says:org3", "says:org3,org4", "status:denied", "-status:denied", "by:p3,p10", "says:org3 status:disputed",
		}[n*5%7], words[n*7%len(words)])
		switch n % 4 {
		case 1:
			q = "claim:" + words[n*7%len(words)]
		case 2:
			q = "-" + q
		case 3:
			q += " claim:(status:reported " + words[n*3%len(words)] + ")"
		}
		if got, want := asked.Select(ask(t, q)), New(record).Select(ask(t, q)); !sameList(got, want) {
			t.Fatalf("%s finds %d events, not %d", q, got.Len(), want.Len())
		}
	}
}
