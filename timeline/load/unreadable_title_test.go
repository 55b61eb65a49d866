package load

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
)

// A title without anything that can be read is told as a missing one is, and kept as it is written if it is not blank.
func TestTitlesThatSayNothing(t *testing.T) {
	for title, kept := range map[string]string{
		`""`: "", `''`: "", `"   "`: "", `"\n"`: "", `"\u00a0"`: "", `null`: "", `"\t \u2003"`: "",
		`"\u200b"`: "\u200b", `"\u00ad\u200d"`: "\u00ad\u200d", `<b></b>`: "<b></b>",
		`<p> </p>`: "<p> </p>", `"\u2060"`: "\u2060",
	} {
		p := loadText(t, "record.yaml", fmt.Sprintf("events:\n- date: 2025\n  title: %s\n", title))
		said := p.Problems.String()
		e := p.Index.Timeline().Event(0)
		if e.Title != timeline.Untitled || !strings.Contains(said, "no title") {
			t.Errorf("%s: %q, %s", title, e.Title, said)
		}
		other := ""
		for _, f := range e.Other {
			other += f.Value
		}
		if other != kept {
			t.Errorf("%s: %q is kept, want %q", title, other, kept)
		}
	}
	p := loadText(t, "record.yaml", "events:\n- date: '  '\n  title: A talk\n")
	if other := p.Index.Timeline().Event(0).Other; len(other) != 1 || other[0].Value != "  " {
		t.Errorf("a date of blanks is kept as %q", other)
	}
}
