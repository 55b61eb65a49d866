package load

import (
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// What a guess leaves out of a value is kept with the event that has the value, and with no other.
func TestAGuessLeavesNothingToTheNextEvent(t *testing.T) {
	for _, key := range []string{"who", "people", "organizations", "key_figures", "parties"} {
		_, p := readOne(t, "a.json", `[
{"when": "2020-01-02", "headline": "First", "`+key+`": [{"name": "Mira Sol", "age": 3}]},
{"when": "2020-01-03", "headline": "Second"}]`)
		for _, f := range p.Index.Timeline().Event(1).Other {
			if f.Key != "when" && f.Key != "headline" {
				t.Errorf("%s: the second event has %s: %s", key, f.Key, f.Value)
			}
		}
	}
}

// A text that is read as a list is called by its own key, in every role and in every event.
func TestAListInATextIsCalledByItsKey(t *testing.T) {
	event := `{"when": "2020-01-0%", "headline": "Talks", "who": "Mira Sol; Jon Vale", "keywords": "a; b",
"city": "[\"Oslo\", \"Rome\"]", "references": "[\"https://e.org\", \"https://f.org\"]"}`
	_, p := readOne(t, "a.json", "["+strings.ReplaceAll(event, "%", "2")+",\n"+strings.ReplaceAll(event, "%", "3")+"]")
	told := make(map[string]int)
	for _, problem := range p.Problems {
		if problem.Rule == rule.ListSplit {
			told[problem.Message]++
		}
	}
	for _, key := range []string{"who", "keywords", "city", "references"} {
		if message := "`" + key + "` is read as a list of 2 items"; told[message] != 2 {
			t.Errorf("%q is told %d times of %v", message, told[message], told)
		}
	}
}
